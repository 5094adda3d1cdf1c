package dev.strawboss.workspace;

/// Submodules of a clone are clones.
class CloneSubmoduleTest extends SubmoduleTest {
    @Override
    WorkspaceMode mode() {
        return WorkspaceMode.CLONE;
    }
}
