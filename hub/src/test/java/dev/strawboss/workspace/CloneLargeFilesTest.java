package dev.strawboss.workspace;

/// The same for a clone, which has a store of git-lfs of its own.
class CloneLargeFilesTest extends LargeFilesTest {
    @Override
    WorkspaceMode mode() {
        return WorkspaceMode.CLONE;
    }
}
