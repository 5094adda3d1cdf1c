package dev.strawboss.workspace;

/// A clone that was taken away comes back.
class CloneUndeleteTest extends UndeleteTest {
    @Override
    WorkspaceMode mode() {
        return WorkspaceMode.CLONE;
    }
}
