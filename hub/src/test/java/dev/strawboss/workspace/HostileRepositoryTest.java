package dev.strawboss.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Everything in a repository that can make git run something is set to make a marker.
class HostileRepositoryTest {
    private static final String JOB = "0123456789ab";

    @TempDir Path temp;
    Repo user;
    Path marker;
    Path trap;
    Workspaces workspaces;

    @BeforeEach
    void makeRepository() throws Exception {
        user = Repo.create(temp.resolve("r"));
        user.write(".gitattributes", "* filter=x diff=x merge=x text=auto\n*.lfs filter=lfs\n");
        user.write("z.lfs", "large\n");
        user.commit("attributes");
        marker = temp.resolve("marker");
        trap = temp.resolve("trap");
        Files.writeString(trap, "#!/bin/sh\ntouch '" + marker + "'\ncat\n");
        Files.setPosixFilePermissions(trap, PosixFilePermissions.fromString("rwxr-xr-x"));
        workspaces = new Workspaces(temp.resolve("state"), Repo::environment);
    }

    /// All operations of the hub, before and after a worker changed everything there is.
    private void assertHarmless() throws Exception {
        for (WorkspaceMode mode :
                new WorkspaceMode[] {
                    WorkspaceMode.WORKTREE, WorkspaceMode.CLONE, WorkspaceMode.IN_PLACE
                }) {
            Workspace workspace = workspaces.prepare(JOB, user.path(), mode);
            Path directory = workspace.directory();
            Files.writeString(directory.resolve("a.txt"), "changed " + mode);
            Files.writeString(directory.resolve("new.lfs"), "new");
            Files.writeString(directory.resolve("some.log"), "ignored");
            workspaces.collect(JOB, workspace);
            workspaces.prepare(JOB, user.path(), mode);
            Files.writeString(directory.resolve("src/b.txt"), "changed");
            workspaces.collect(JOB, workspace);
            workspaces.remove(JOB);
        }
        assertThat(marker).doesNotExist();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "core.fsmonitor",
                "core.sshCommand",
                "core.editor",
                "core.pager",
                "core.askPass",
                "core.alternateRefsCommand",
                "core.gitProxy",
                "diff.external",
                "diff.x.command",
                "diff.x.textconv",
                "merge.x.driver",
                "filter.x.clean",
                "filter.x.smudge",
                "filter.x.process",
                "filter.lfs.process",
                "filter.lfs.clean",
                "lfs.extension.x.clean",
                "gpg.program",
                "gpg.ssh.program",
                "credential.helper",
                "uploadpack.packObjectsHook",
                "sequence.editor",
                "interactive.diffFilter",
                "trailer.x.command",
                "difftool.x.cmd",
                "mergetool.x.cmd",
                "remote.origin.uploadpack",
                "remote.origin.vcs",
                "pager.status",
            })
    void noSettingRunsAnything(String key) throws Exception {
        user.git("config", key, trap.toString());
        user.git("config", "commit.gpgSign", "true");
        user.git("config", "filter.x.required", "true");
        assertHarmless();
    }

    @ParameterizedTest
    @ValueSource(strings = {"status", "update-index", "config", "commit-tree", "diff-tree"})
    void noAliasRunsAnything(String command) throws Exception {
        user.git("config", "alias." + command, "!" + trap);
        assertHarmless();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"include.path", "includeIf.gitdir:/.path", "includeIf.onbranch:**.path"})
    void noIncludedFileIsRead(String key) throws Exception {
        Path evil = temp.resolve("evil");
        Files.writeString(
                evil, "[core]\n\tfsmonitor = " + trap + "\n[filter \"x\"]\n\tclean = " + trap);
        user.git("config", key, evil.toString());
        assertHarmless();
    }

    @Test
    void noConfigurationOfAWorktreeIsRead() throws Exception {
        user.git("config", "extensions.worktreeConfig", "true");
        user.git("config", "--worktree", "core.fsmonitor", trap.toString());
        user.git("config", "--worktree", "filter.x.clean", trap.toString());
        assertHarmless();
    }

    @Test
    void noHookRuns() throws Exception {
        for (String hook :
                new String[] {
                    "post-checkout", "reference-transaction", "pre-commit", "post-commit",
                    "post-index-change", "pre-auto-gc", "commit-msg", "fsmonitor-watchman",
                }) {
            Files.copy(trap, user.path().resolve(".git/hooks/" + hook));
        }
        user.git("config", "core.hooksPath", user.path().resolve(".git/hooks").toString());
        Files.deleteIfExists(marker);
        assertHarmless();
    }

    @Test
    void missingObjectsAreNotFetchedByAProgram() throws Exception {
        user.git("config", "core.repositoryFormatVersion", "1");
        user.git("config", "extensions.partialClone", "origin");
        user.git("config", "remote.origin.promisor", "true");
        user.git("config", "remote.origin.url", "ext::" + trap);
        user.git("config", "protocol.ext.allow", "always");
        String blob = user.git("rev-parse", "HEAD:a.txt");
        Files.delete(
                user.path()
                        .resolve(".git/objects/" + blob.substring(0, 2) + "/" + blob.substring(2)));
        try {
            assertHarmless();
        } catch (dev.strawboss.errors.StrawbossException e) {
            assertThat(e).hasMessageContaining("git read-tree");
        }
        assertThat(marker).doesNotExist();
    }

    /// `git add` and `git status` start `git status` inside submodules, without any override.
    @Test
    void nothingRunsInsideSubmodulesAndNestedRepositories() throws Exception {
        Repo sub = Repo.create(user.path().resolve("sub"));
        user.write(
                ".gitmodules",
                "[submodule \"sub\"]\n\tpath = sub\n\turl = ./sub\n\tignore = none\n");
        user.git("add", "sub", ".gitmodules");
        user.git("commit", "-q", "-m", "submodule");
        Workspace workspace = workspaces.prepare(JOB, user.path(), WorkspaceMode.WORKTREE);
        Repo worker = new Repo(workspace.directory());
        worker.sh("rm -r sub; cp -r '" + sub.path() + "' sub");
        Repo inner = Repo.create(worker.path().resolve("inner"));
        for (Repo repo : new Repo[] {sub, new Repo(worker.path().resolve("sub")), inner}) {
            repo.write("a.txt", "changed");
            repo.git("config", "core.fsmonitor", trap.toString());
            repo.git("config", "filter.x.clean", trap.toString());
        }
        Collected collected = workspaces.collect(JOB, workspace);
        workspaces.collect(JOB, workspace);
        workspaces.remove(JOB);
        assertThat(collected.changes().files())
                .extracting(ChangedFile::path)
                .contains("inner/a.txt");
        assertThat(marker).doesNotExist();
        assertHarmless();
    }

    @Test
    void aForgedDotGitFileLeadsNowhere() throws Exception {
        Repo evil = Repo.create(temp.resolve("evil"));
        evil.git("config", "core.fsmonitor", trap.toString());
        Workspace workspace = workspaces.prepare(JOB, user.path(), WorkspaceMode.WORKTREE);
        Files.writeString(
                workspace.directory().resolve(".git"), "gitdir: " + evil.path().resolve(".git"));
        Files.writeString(workspace.directory().resolve("new"), "n");
        assertThat(workspaces.collect(JOB, workspace).changes().total()).isEqualTo(1);
        workspaces.remove(JOB);
        assertThat(marker).doesNotExist();
    }

    @Test
    void theGitEnvironmentOfTheCallerIsDropped() throws Exception {
        Map<String, String> environment = new HashMap<>(Repo.environment());
        environment.put("GIT_EXTERNAL_DIFF", trap.toString());
        environment.put("GIT_CONFIG_COUNT", "1");
        environment.put("GIT_CONFIG_KEY_0", "filter.x.clean");
        environment.put("GIT_CONFIG_VALUE_0", trap.toString());
        environment.put("GIT_INDEX_FILE", "/nonexistent");
        workspaces = new Workspaces(temp.resolve("state"), () -> environment);
        assertHarmless();
    }

    /// The traps do work where they are allowed: a person's own global filter holds.
    @Test
    void aGlobalFilterOfThePersonHolds() throws Exception {
        Path global = temp.resolve("gitconfig");
        Files.writeString(global, "[filter \"x\"]\n\tclean = " + trap + "\n");
        Map<String, String> environment = new HashMap<>(Repo.environment());
        environment.put("GIT_CONFIG_GLOBAL", global.toString());
        workspaces = new Workspaces(temp.resolve("state"), () -> environment);
        Workspace workspace = workspaces.prepare(JOB, user.path(), WorkspaceMode.WORKTREE);
        Files.writeString(workspace.directory().resolve("new"), "n");
        workspaces.collect(JOB, workspace);
        assertThat(marker).exists();
    }

    @Test
    void theRepositorysOwnLineEndingsHold() throws Exception {
        user.git("config", "core.autocrlf", "true");
        Workspace workspace = workspaces.prepare(JOB, user.path(), WorkspaceMode.WORKTREE);
        assertThat(Files.readString(workspace.directory().resolve("a.txt"))).contains("one\r\n");
        assertThat(workspaces.collect(JOB, workspace).changes().total()).isZero();
    }
}
