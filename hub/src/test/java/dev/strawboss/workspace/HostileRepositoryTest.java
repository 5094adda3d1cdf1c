package dev.strawboss.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Everything in a repository that can make git run something is set to make a marker.
class HostileRepositoryTest {
    private static final String JOB = "0123456789ab";

    @TempDir Path temp;
    Repo user;
    Traps traps;
    Path trap;
    Workspaces workspaces;

    @BeforeEach
    void makeRepository() throws Exception {
        begin(temp);
    }

    private void begin(Path directory) throws Exception {
        user = Repo.create(directory.resolve("r"));
        user.write(".gitattributes", "* filter=x diff=x merge=x text=auto\n*.lfs filter=lfs\n");
        user.write("z.lfs", "large\n");
        user.commit("attributes");
        traps = Traps.in(directory.resolve("traps"));
        trap = traps.set("trap");
        workspaces = new Workspaces(directory.resolve("state"), Repo::environment);
    }

    private void assertHarmless() throws Exception {
        operate(workspaces, user);
        assertThat(traps.sprung()).isEmpty();
    }

    /// All operations of the hub, before and after a worker changed everything there is.
    private static void operate(Workspaces workspaces, Repo user) throws Exception {
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
    }

    /// Keys that would hide one another, since git takes the one or the other, never pass together.
    private static final List<List<String>> SETTINGS =
            List.of(
                    List.of(
                            "core.fsmonitor",
                            "core.sshCommand",
                            "core.editor",
                            "core.pager",
                            "core.askPass",
                            "core.alternateRefsCommand",
                            "core.gitProxy",
                            "diff.external",
                            "merge.x.driver",
                            "filter.x.clean",
                            "filter.x.smudge",
                            "filter.lfs.clean",
                            "gpg.program",
                            "uploadpack.packObjectsHook",
                            "interactive.diffFilter",
                            "trailer.x.command",
                            "difftool.x.cmd",
                            "mergetool.x.cmd",
                            "remote.origin.uploadpack"),
                    List.of(
                            "diff.x.command",
                            "filter.x.process",
                            "filter.lfs.process",
                            "lfs.extension.x.clean",
                            "gpg.ssh.program",
                            "credential.helper",
                            "sequence.editor",
                            "remote.origin.vcs",
                            "pager.status"),
                    List.of("diff.x.textconv"));

    private static final List<String> ALIASES =
            List.of(
                    "alias.status",
                    "alias.update-index",
                    "alias.config",
                    "alias.commit-tree",
                    "alias.diff-tree");

    @TestFactory
    Stream<DynamicNode> noSettingRunsAnything() throws Exception {
        List<DynamicNode> passes = new ArrayList<>();
        for (List<String> keys : SETTINGS) {
            begin(temp.resolve("settings-" + passes.size()));
            for (String key : keys) {
                user.git("config", key, traps.set(key).toString());
            }
            user.git("config", "commit.gpgSign", "true");
            user.git("config", "filter.x.required", "true");
            passes.add(traps.untouched(keys, pass()));
        }
        begin(temp.resolve("aliases"));
        for (String key : ALIASES) {
            user.git("config", key, "!" + traps.set(key));
        }
        passes.add(traps.untouched(ALIASES, pass()));
        return passes.stream();
    }

    /// All operations in the repository of now, later.
    private Executable pass() {
        Repo repository = user;
        Workspaces its = workspaces;
        return () -> operate(its, repository);
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
        traps.reset();
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
        assertThat(traps.sprung()).isEmpty();
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
        assertThat(traps.sprung()).isEmpty();
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
        assertThat(traps.sprung()).isEmpty();
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
        assertThat(traps.sprung()).containsExactly("trap");
    }

    @Test
    void theRepositorysOwnLineEndingsHold() throws Exception {
        user.git("config", "core.autocrlf", "true");
        Workspace workspace = workspaces.prepare(JOB, user.path(), WorkspaceMode.WORKTREE);
        assertThat(Files.readString(workspace.directory().resolve("a.txt"))).contains("one\r\n");
        assertThat(workspaces.collect(JOB, workspace).changes().total()).isZero();
    }
}
