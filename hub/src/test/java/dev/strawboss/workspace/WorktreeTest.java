package dev.strawboss.workspace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;

import dev.strawboss.errors.StrawbossException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class WorktreeTest extends OneWorktree {
    @Test
    void aFreshWorktreeIsCleanAndOnItsOwnBranch() throws Exception {
        Repo worker = prepare();
        assertThat(worker.git("status", "--porcelain")).isEmpty();
        assertThat(worker.git("symbolic-ref", "--short", "HEAD")).isEqualTo(BRANCH);
        assertThat(user.git("worktree", "list")).contains(worker.path().toString());
        assertThat(user.git("fsck")).doesNotContain("error");
    }

    @Test
    void everythingLeftUncommittedIsCommittedAndCounted() throws Exception {
        Repo worker = prepare();
        worker.write("a.txt", "one\n2\nthree\nfour\n");
        worker.write("new/c.txt", "c\n");
        worker.write("x.log", "ignored");
        Files.delete(worker.path().resolve("src/b.txt"));
        worker.git("add", "new");
        Collected collected = collect();
        assertThat(collected.changes().files())
                .extracting(ChangedFile::path, ChangedFile::status)
                .containsExactly(
                        tuple("a.txt", "modified"),
                        tuple("new/c.txt", "added"),
                        tuple("src/b.txt", "deleted"));
        assertThat(collected.changes().files().getFirst().added()).contains(2L);
        assertThat(collected.changes().files().getFirst().removed()).contains(1L);
        assertThat(collected.commits()).isEqualTo(1);
        assertThat(collected.ignored()).containsExactly("x.log");
        assertThat(collected.warnings()).isEmpty();
        assertThat(show("a.txt")).contains("four");
        assertThat(user.git("log", "-1", "--format=%an %ae %cn", BRANCH))
                .isEqualTo("Strawboss strawboss@localhost Strawboss");
        assertThat(collected.toJson())
                .containsEntry("isolation", "worktree")
                .containsEntry("sandbox", "none")
                .containsEntry("branch", BRANCH)
                .containsEntry("changed_files_total", 3L);
    }

    @Test
    void thePatchAppliesToTheBaseAlsoForBinariesAndRenames() throws Exception {
        Repo worker = prepare();
        Files.write(worker.path().resolve("bin"), new byte[] {0, 1, 2, (byte) 0xff});
        worker.git("mv", "a.txt", "renamed.txt");
        Collected collected = collect();
        assertThat(collected.changes().files().get(1).from()).contains("a.txt");
        assertThat(collected.changes().files().getFirst().added()).isEmpty();
        Repo other = new Repo(temp.resolve("other"));
        user.git("clone", "-q", user.path().toString(), other.path().toString());
        other.git("apply", "--index", collected.changes().patch().orElseThrow().toString());
        assertThat(other.git("write-tree")).isEqualTo(user.git("rev-parse", BRANCH + "^{tree}"));
        assertThat(workspaces.patch(JOB, 0, 1 << 20).text()).contains("rename to renamed.txt");
    }

    @Test
    void thePatchComesInPiecesThatTogetherAreThePatch() throws Exception {
        Repo worker = prepare();
        worker.write("umlauts.txt", "grüße 🙂 ".repeat(400) + "\n" + "short\n".repeat(200));
        Path patch = collect().changes().patch().orElseThrow();
        for (int limit : List.of(1, 2, 3, 7, 100, 4_000, 1 << 20)) {
            StringBuilder all = new StringBuilder();
            PatchPiece piece = workspaces.patch(JOB, 0, limit);
            all.append(piece.text());
            while (!piece.end()) {
                piece = workspaces.patch(JOB, piece.next(), limit);
                all.append(piece.text());
            }
            if (limit >= 4) { // room for every character
                assertThat(all).as("limit " + limit).hasToString(Files.readString(patch));
            }
        }
        assertThat(workspaces.patch(JOB, 0, 200).text()).endsWith("\n");
        assertThat(workspaces.patch(JOB, Long.MAX_VALUE, 100).end()).isTrue();
        assertThat(workspaces.patch("0000000000zz", 0, 100)).isEqualTo(new PatchPiece("", 0, 0));
    }

    @Test
    void theCheckoutOfThePersonStaysAsItIs() throws Exception {
        user.write("a.txt", "dirty");
        user.write("staged", "s");
        user.write("untracked", "u");
        user.git("add", "staged");
        List<String> before = state();
        Repo worker = prepare();
        worker.write("a.txt", "by the worker");
        collect();
        collect();
        workspaces.remove(JOB);
        assertThat(state()).isEqualTo(before);
        assertThat(show("a.txt")).isEqualTo("by the worker");
    }

    private List<String> state() throws Exception {
        return List.of(
                user.run("sha256sum", ".git/index", ".git/HEAD", ".git/config", "a.txt", "staged"),
                user.git("--no-optional-locks", "status", "--porcelain"),
                user.git("for-each-ref", "refs/heads/main", "refs/tags"));
    }

    @Test
    void collectingTwiceGivesTheSame() throws Exception {
        Repo worker = prepare();
        worker.write("c.txt", "c");
        Collected first = collect();
        assertThat(collect()).isEqualTo(first);
    }

    @Test
    void nothingChangedMeansNoCommit() throws Exception {
        prepare();
        Collected collected = collect();
        assertThat(collected.commits()).isZero();
        assertThat(collected.changes().patch()).isEmpty();
        assertThat(collected.head()).isEqualTo(collected.base());
    }

    @Test
    void namesOfAnyBytesComeHome() throws Exception {
        Repo worker = prepare();
        worker.sh(
                "printf x > ' sp\"ace'; printf x > \"$(printf 'new\\nline')\"; printf x > -dash;"
                        + " printf x > \"$(printf 'b\\377d')\"; printf x > é; printf x > ':(top)x';"
                        + " mkdir -- '-d'; printf x > '-d/*'");
        Collected collected = collect();
        assertThat(collected.changes().total()).isEqualTo(7);
        assertThat(collected.changes().files())
                .extracting(ChangedFile::path)
                .contains("new\nline", "b\uFFFDd", "é", "-dash");
        assertThat(worker.git("status", "--porcelain", "-uno")).isNotNull();
        assertThat(user.git("-c", "core.quotePath=true", "ls-tree", "-r", "--name-only", BRANCH))
                .contains("b\\377d");
    }

    @Test
    void commitsOfTheWorkerAreKeptAndWhatIsLeftIsAddedToThem() throws Exception {
        Repo worker = prepare();
        worker.write("c.txt", "c");
        worker.commit("mine");
        worker.write("d.txt", "d");
        Collected collected = collect();
        assertThat(collected.commits()).isEqualTo(2);
        assertThat(user.git("log", "--format=%s", BRANCH))
                .isEqualTo("Uncommitted work of job " + JOB + "\nmine\nstart");
    }

    @Test
    void aDetachedHeadAheadOfTheBranchIsTakenIn() throws Exception {
        Repo worker = prepare();
        worker.git("checkout", "-q", "--detach");
        worker.write("c.txt", "c");
        worker.commit("detached");
        worker.write("d.txt", "d");
        assertThat(collect().commits()).isEqualTo(2);
        assertThat(show("d.txt")).isEqualTo("d");
    }

    @Test
    void aHeadElsewhereIsKeptAsARescueRefWithItsUncommittedWork() throws Exception {
        Repo worker = prepare();
        worker.write("c.txt", "on the branch");
        worker.commit("mine");
        worker.git("checkout", "-q", "--orphan", "elsewhere");
        worker.write("e.txt", "e");
        worker.commit("elsewhere");
        worker.write("f.txt", "f");
        Collected collected = collect();
        assertThat(show("c.txt")).isEqualTo("on the branch");
        assertThat(user.git("show", RESCUE + "head:f.txt")).isEqualTo("f");
        assertThat(String.join("\n", collected.warnings()))
                .contains("does not build on its branch")
                .contains("refs/heads/elsewhere was made");
    }

    @Test
    void aBranchTheWorkerMadeIsTakenIn() throws Exception {
        Repo worker = prepare();
        worker.git("checkout", "-q", "-b", "feature");
        worker.write("c.txt", "c");
        worker.commit("on feature");
        assertThat(collect().commits()).isEqualTo(1);
        assertThat(show("c.txt")).isEqualTo("c");
    }

    @Test
    void aDeletedBranchIsMadeAgainWithItsCommits() throws Exception {
        Repo worker = prepare();
        worker.write("c.txt", "c");
        worker.commit("mine");
        worker.sh("git update-ref -d refs/heads/" + BRANCH);
        assertThat(String.join("\n", collect().warnings())).contains("was deleted");
        assertThat(show("c.txt")).isEqualTo("c");
    }

    @Test
    void nestedRepositoriesComeHomeAsFilesAndClonesAreKeptBeside() throws Exception {
        Repo worker = prepare();
        worker.sh(
                "git init -q app; echo 1 >app/one; git init -q lib; echo 2 >lib/two; cd lib;"
                        + " git add .; git -c user.name=x -c user.email=x commit -qm x");
        worker.git("clone", "-q", user.path().toString(), "cloned");
        worker.write("cloned/extra", "e");
        Collected collected = collect();
        assertThat(show("app/one")).isEqualTo("1");
        assertThat(show("lib/two")).isEqualTo("2");
        assertThat(user.git("ls-tree", "-r", BRANCH)).doesNotContain("160000", "cloned");
        assertThat(user.git("show", RESCUE + "nested/2/files:extra")).isEqualTo("e");
        assertThat(collected.warnings()).hasSize(3);
        assertThat(collect()).isEqualTo(collected);
        assertThat(String.join("\n", workspaces.remove(JOB))).contains("The history of");
    }

    @Test
    void aLockedWorktreeStaysAndSaysHowToUnlockIt() throws Exception {
        Repo worker = prepare();
        user.git("worktree", "lock", "--reason", "on a stick", worker.path().toString());
        assertThatThrownBy(() -> workspaces.remove(JOB))
                .isInstanceOfSatisfying(
                        StrawbossException.class,
                        e -> {
                            assertThat(e).hasMessageContaining("locked (on a stick)");
                            assertThat(e.hint()).contains("worktree unlock");
                        });
        assertThat(worker.path().resolve("a.txt")).exists();
        user.git("worktree", "unlock", worker.path().toString());
        workspaces.remove(JOB);
        assertThat(worker.path()).doesNotExist();
    }
}
