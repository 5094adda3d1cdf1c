package dev.strawboss.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SubmoduleTest {
    private static final String JOB = "0123456789ab";
    private static final String BRANCH = "strawboss/" + JOB;
    private static final String RESCUE = "refs/strawboss/rescue/" + JOB + "/";

    @TempDir Path temp;
    Repo library;
    Repo user;
    Workspaces workspaces;

    @BeforeEach
    void makeRepository() throws Exception {
        Repo deep = Repo.create(temp.resolve("deep"));
        library = Repo.create(temp.resolve("library"));
        library.git("submodule", "-q", "add", deep.path().toString(), "deep er");
        library.commit("a submodule of its own");
        user = Repo.create(temp.resolve("project"));
        user.git("submodule", "-q", "add", library.path().toString(), "libs/größe");
        user.git("submodule", "-q", "add", library.path().toString(), "empty");
        user.commit("submodules");
        user.git("submodule", "-q", "update", "--init", "--recursive", "libs/größe");
        user.git("submodule", "-q", "deinit", "-f", "empty");
        workspaces = new Workspaces(temp.resolve("state"), Repo::environment);
    }

    WorkspaceMode mode() {
        return WorkspaceMode.WORKTREE;
    }

    private Repo prepare() throws Exception {
        return new Repo(workspaces.prepare(JOB, user.path(), mode()).directory());
    }

    private Collected collect() throws Exception {
        return workspaces.collect(JOB, workspaces.find(JOB).orElseThrow());
    }

    private Repo inUser(String path) {
        return new Repo(user.path().resolve(path));
    }

    @Test
    void submodulesAreFilledAsInThePersonsCheckoutWithoutANetwork() throws Exception {
        Repo worker = prepare();
        assertThat(worker.path().resolve("libs/größe/a.txt")).exists();
        assertThat(worker.path().resolve("libs/größe/deep er/a.txt")).exists();
        assertThat(worker.path().resolve("empty")).isEmptyDirectory();
        assertThat(worker.git("status", "--porcelain")).isEmpty();
        assertThat(worker.git("submodule", "status", "--recursive"))
                .contains("libs/größe", "libs/größe/deep er", "-");
        assertThat(collect().changes().total()).isZero();
        assertThat(collect().warnings()).isEmpty();
        assertThat(user.git("status", "--porcelain")).isEmpty();
        assertThat(inUser("libs/größe").git("status", "--porcelain")).isEmpty();
    }

    @Test
    void whatTheWorkerLeftInASubmoduleIsCommittedThereAndNamedByTheBranch() throws Exception {
        Repo worker = prepare();
        Repo inner = new Repo(worker.path().resolve("libs/größe"));
        inner.write("c.txt", "committed");
        inner.commit("mine");
        inner.write("a.txt", "uncommitted");
        new Repo(inner.path().resolve("deep er")).write("new", "deep");
        Collected collected = collect();
        assertThat(collected.warnings()).isEmpty();
        assertThat(collected.submodules())
                .extracting(SubmoduleWork::path)
                .containsExactly("libs/größe", "libs/größe/deep er");
        SubmoduleWork work = collected.submodules().getFirst();
        assertThat(work.commits()).isEqualTo(2);
        assertThat(work.changes().files())
                .extracting(ChangedFile::path)
                .containsExactly("a.txt", "c.txt", "deep er");
        assertThat(user.git("rev-parse", BRANCH + ":libs/größe")).isEqualTo(work.commit());
        assertThat(inUser("libs/größe").git("rev-parse", BRANCH)).isEqualTo(work.commit());
        assertThat(inUser("libs/größe").git("show", BRANCH + ":a.txt")).isEqualTo("uncommitted");
        assertThat(inUser("libs/größe/deep er").git("show", BRANCH + ":new")).isEqualTo("deep");
        assertThat(collect()).isEqualTo(collected);
        if (mode() == WorkspaceMode.WORKTREE) { // a clone is left as the worker left it
            assertThat(worker.git("status", "--porcelain")).isEmpty();
        }
        user.git("checkout", "-q", "--detach", BRANCH);
        user.git("submodule", "-q", "update", "--recursive");
        assertThat(inUser("libs/größe").path().resolve("c.txt")).hasContent("committed");
        assertThat(collected.toJson()).containsKey("submodules");
    }

    @Test
    void anOlderCommitOfASubmoduleIsWhatTheBranchNames() throws Exception {
        Repo worker = prepare();
        Repo inner = new Repo(worker.path().resolve("libs/größe"));
        String older = inner.git("rev-parse", "HEAD~");
        inner.git("checkout", "-q", "--detach", older);
        Collected collected = collect();
        assertThat(user.git("rev-parse", BRANCH + ":libs/größe")).isEqualTo(older);
        assertThat(collected.submodules().getFirst().commit()).isEqualTo(older);
    }

    @Test
    void removedSubmodulesComeBackWithTheirUncommittedWork() throws Exception {
        Repo worker = prepare();
        Repo inner = new Repo(worker.path().resolve("libs/größe"));
        inner.write("a.txt", "uncommitted");
        inner.write("untracked", "u");
        new Repo(inner.path().resolve("deep er")).write("deepest", "d");
        String status = worker.git("status", "--porcelain") + inner.git("status", "--porcelain");
        workspaces.remove(JOB);
        assertThat(worker.path()).doesNotExist();
        assertThat(inUser("libs/größe").git("worktree", "list")).doesNotContain(JOB);
        user.git("submodule", "foreach", "--recursive", "-q", "git gc -q --prune=now");
        workspaces.undelete(JOB);
        assertThat(inner.path().resolve("a.txt")).hasContent("uncommitted");
        assertThat(inner.path().resolve("deep er/deepest")).hasContent("d");
        assertThat(worker.git("status", "--porcelain") + inner.git("status", "--porcelain"))
                .isEqualTo(status);
        assertThat(collect().submodules()).hasSize(2);
    }

    @Test
    void aSubmoduleTheWorkerAddedStaysOneAndItsHistoryIsKept() throws Exception {
        Repo worker = prepare();
        worker.git("submodule", "-q", "add", library.path().toString(), "added");
        worker.commit("a submodule");
        worker.write("added/new", "n");
        Collected collected = collect();
        String commit = user.git("rev-parse", BRANCH + ":added");
        assertThat(user.git("show", commit + ":new")).isEqualTo("n");
        assertThat(String.join("\n", collected.warnings())).contains("added").contains(commit);
        assertThat(user.git("log", "--format=%s", RESCUE + "nested/1/HEAD")).contains("start");
        assertThat(collect()).isEqualTo(collected);
    }

    @Test
    void workInASubmoduleTheWorkerFilledItselfIsKept() throws Exception {
        Repo worker = prepare();
        worker.git("submodule", "-q", "update", "--init", "empty");
        assertThat(collect().changes().total()).isZero();
        worker.write("empty/new", "n");
        collect();
        assertThat(user.git("show", user.git("rev-parse", BRANCH + ":empty") + ":new"))
                .isEqualTo("n");
    }

    @Test
    void aCommitThatIsNotOnThisMachineLeavesTheSubmoduleEmptyAndSaysSo() throws Exception {
        String missing = "1234567890123456789012345678901234567890";
        user.git("update-index", "--cacheinfo", "160000," + missing + ",libs/größe");
        user.git("commit", "-q", "-m", "ahead");
        Repo worker = prepare();
        assertThat(worker.path().resolve("libs/größe")).isEmptyDirectory();
        assertThat(String.join("\n", collect().warnings()))
                .contains("libs/größe is empty in the workspace", missing);
    }

    @Test
    void aSubmoduleThatTheWorkerDeletedIsGoneFromTheBranch() throws Exception {
        Repo worker = prepare();
        worker.git("rm", "-q", "-f", "libs/größe");
        assertThat(worker.path().resolve("libs/größe")).doesNotExist();
        collect();
        assertThat(user.git("ls-tree", "-r", BRANCH)).doesNotContain("größe\"", "libs/");
        workspaces.remove(JOB);
        workspaces.undelete(JOB);
        assertThat(Files.exists(worker.path().resolve("a.txt"))).isTrue();
    }
}
