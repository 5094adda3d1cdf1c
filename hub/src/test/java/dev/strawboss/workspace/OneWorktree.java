package dev.strawboss.workspace;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/// A repository of a person with a hostile name, and one job's worktree or clone of it.
abstract class OneWorktree {
    static final String JOB = "0123456789ab";
    static final String BRANCH = "strawboss/" + JOB;
    static final String RESCUE = "refs/strawboss/rescue/" + JOB + "/";

    @TempDir Path temp;
    Repo user;
    Workspaces workspaces;

    @BeforeEach
    void makeRepository() throws Exception {
        user = Repo.create(temp.resolve("it's a \"repo\" -x\nline/proj ect"));
        workspaces = new Workspaces(temp.resolve("state"), Repo::environment);
    }

    WorkspaceMode mode() {
        return WorkspaceMode.WORKTREE;
    }

    final Repo prepare() throws Exception {
        return prepare(JOB);
    }

    final Repo prepare(String job) throws Exception {
        return new Repo(workspaces.prepare(job, user.path(), mode()).directory());
    }

    final Collected collect() throws Exception {
        return workspaces.collect(JOB, workspaces.find(JOB).orElseThrow());
    }

    final String show(String file) throws Exception {
        return user.git("show", BRANCH + ":" + file);
    }
}
