package dev.strawboss.workspace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.strawboss.errors.ErrorCode;
import dev.strawboss.errors.StrawbossException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PlacesTest {
    private static final String JOB = "0123456789ab";

    @TempDir Path temp;
    Workspaces workspaces;

    @BeforeEach
    void make() {
        workspaces = new Workspaces(temp.resolve("state"), Repo::environment);
    }

    private void assertRefused(Path directory, ErrorCode code, String... words) {
        assertThatThrownBy(() -> workspaces.check(directory, WorkspaceMode.WORKTREE))
                .isInstanceOfSatisfying(
                        StrawbossException.class,
                        e -> {
                            assertThat(e.code()).isEqualTo(code);
                            assertThat(e.getMessage() + e.hint()).contains(words);
                        });
    }

    @Test
    void aMissingDirectoryIsRefusedWithTheNearestOne() throws Exception {
        Files.createDirectories(temp.resolve("project"));
        assertRefused(
                temp.resolve("projcet/deep"),
                ErrorCode.UNKNOWN_DIRECTORY,
                "Did you mean " + temp.resolve("project") + "?");
        Files.writeString(temp.resolve("file"), "");
        assertRefused(temp.resolve("file"), ErrorCode.UNKNOWN_DIRECTORY, "not a directory");
    }

    @Test
    void aDirectoryWithoutGitIsRefusedWithTheWayOut() {
        assertRefused(temp, ErrorCode.NOT_A_GIT_REPOSITORY, "--workspace in-place", "git init");
    }

    @Test
    void anEmptyRepositoryIsRefused() throws Exception {
        Repo empty = new Repo(Files.createDirectories(temp.resolve("empty")));
        empty.git("init", "-q");
        assertRefused(empty.path(), ErrorCode.EMPTY_REPOSITORY, "git commit");
        assertThat(workspaces.prepare(JOB, empty.path(), WorkspaceMode.IN_PLACE).base()).isEmpty();
        empty.write("new", "n\n");
        Collected collected = workspaces.collect(JOB, workspaces.find(JOB).orElseThrow());
        assertThat(collected.changes().total()).isEqualTo(1);
    }

    @Test
    void aBranchNamedStrawbossIsRefusedInOneSentence() throws Exception {
        Repo user = Repo.create(temp.resolve("r"));
        user.git("branch", "strawboss");
        assertRefused(user.path(), ErrorCode.WORKSPACE_FAILED, "git branch -m strawboss");
        user.git("pack-refs", "--all");
        assertRefused(user.path(), ErrorCode.WORKSPACE_FAILED, "git branch -m strawboss");
    }

    @Test
    void packedRefsADetachedHeadASubdirectoryAndALinkedWorktreeAreFine() throws Exception {
        Repo user = Repo.create(temp.resolve("r"));
        user.git("pack-refs", "--all");
        user.git("checkout", "-q", "--detach");
        user.git("worktree", "add", "-q", "../linked", "-b", "linked");
        Repo linked = new Repo(temp.resolve("linked"));
        linked.write("only-here", "x");
        linked.commit("on linked");
        for (Path from : List.of(user.path(), linked.path())) {
            Workspace workspace =
                    workspaces.prepare(JOB, from.resolve("src"), WorkspaceMode.WORKTREE);
            assertThat(workspace.directory()).endsWithRaw(Path.of("src"));
            assertThat(workspace.top().orElseThrow().resolve("only-here"))
                    .satisfies(file ->
                            assertThat(Files.exists(file)).isEqualTo(from.endsWith("linked")));
            new Repo(workspace.directory()).write("new", "n");
            assertThat(workspaces.collect(JOB, workspace).changes().files())
                    .extracting(ChangedFile::path)
                    .containsExactly("src/new");
        }
    }

    @Test
    void aBareRepositoryAndASymbolicLinkAreFine() throws Exception {
        Repo user = Repo.create(temp.resolve("r"));
        user.git("clone", "-q", "--bare", ".", "../bare.git");
        Path link = Files.createSymbolicLink(temp.resolve("link"), temp.resolve("bare.git"));
        Workspace workspace = workspaces.prepare(JOB, link, WorkspaceMode.WORKTREE);
        assertThat(workspace.directory()).endsWithRaw(Path.of("bare"));
        Repo worker = new Repo(workspace.directory());
        worker.write("new", "n");
        worker.commit("mine");
        assertThat(workspaces.collect(JOB, workspace).commits()).isEqualTo(1);
    }

    @Test
    void manyAtOnceInOneRepositoryDoNotDisturbEachOther() throws Exception {
        Repo user = Repo.create(temp.resolve("r"));
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Callable<Collected>> tasks = new ArrayList<>();
            for (int i = 0; i < 12; i++) {
                String job = "job" + i;
                tasks.add(() -> {
                    Workspace workspace =
                            workspaces.prepare(job, user.path(), WorkspaceMode.WORKTREE);
                    new Repo(workspace.directory()).write(job, job);
                    return workspaces.collect(job, workspace);
                });
            }
            for (Future<Collected> done : threads.invokeAll(tasks)) {
                assertThat(done.get().changes().total()).isEqualTo(1);
                assertThat(done.get().warnings()).isEmpty();
            }
        }
        assertThat(user.git("fsck")).doesNotContain("error");
    }

    @Test
    void inPlaceTellsTheJobsChangesFromThePersonsAndTouchesNothing() throws Exception {
        Repo user = Repo.create(temp.resolve("r"));
        user.write("a.txt", "dirty\n");
        user.write("mine", "untracked\n");
        user.git("add", "a.txt");
        String index = user.run("sha256sum", ".git/index");
        String objects = user.git("count-objects");
        Workspace workspace = workspaces.prepare(JOB, user.path(), WorkspaceMode.IN_PLACE);
        assertThat(workspace.directory()).isEqualTo(user.path().toRealPath());
        user.write("a.txt", "dirty\nmore\n");
        Collected collected = workspaces.collect(JOB, workspace);
        assertThat(collected.changes().files())
                .containsExactly(
                        new ChangedFile(
                                "a.txt",
                                "modified",
                                Optional.empty(),
                                Optional.of(1L),
                                Optional.of(0L)));
        assertThat(collected.branch()).contains("main");
        assertThat(collected.toJson()).containsEntry("isolation", "in-place");
        assertThat(user.run("sha256sum", ".git/index")).isEqualTo(index);
        assertThat(user.git("count-objects")).isEqualTo(objects);
        assertThat(workspaces.collect(JOB, workspace)).isEqualTo(collected);
        workspaces.remove(JOB);
        assertThat(user.path().resolve("a.txt")).hasContent("dirty\nmore\n");
    }

    @Test
    void inPlaceWithoutGitAndNoneMakeNoClaims() throws Exception {
        for (WorkspaceMode mode : List.of(WorkspaceMode.IN_PLACE, WorkspaceMode.NONE)) {
            Workspace workspace = workspaces.prepare(JOB, temp, mode);
            assertThat(workspace.directory()).isEqualTo(temp);
            assertThat(workspaces.collect(JOB, workspace).toJson())
                    .containsEntry("isolation", mode.wireName())
                    .doesNotContainKeys("changed_files", "branch", "patch");
        }
    }

    @Test
    void modesHaveTheirWireNames() {
        assertThat(WorkspaceMode.wireNames())
                .containsExactly("worktree", "clone", "in-place", "none");
        assertThat(WorkspaceMode.ofWireName("in-place")).contains(WorkspaceMode.IN_PLACE);
        assertThat(WorkspaceMode.ofWireName("copy")).isEmpty();
    }
}
