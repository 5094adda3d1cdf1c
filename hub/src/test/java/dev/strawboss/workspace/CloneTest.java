package dev.strawboss.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// A clone gives the worker a history and no way to the person's repository.
class CloneTest extends OneWorktree {
    @Override
    WorkspaceMode mode() {
        return WorkspaceMode.CLONE;
    }

    @Test
    void aFreshCloneIsCleanOnItsOwnBranchAndHasTheHistory() throws Exception {
        user.git("tag", "-a", "-m", "first", "v1");
        user.write("more.txt", "m");
        user.commit("more");
        Repo worker = prepare();
        assertThat(worker.git("status", "--porcelain")).isEmpty();
        assertThat(worker.git("symbolic-ref", "--short", "HEAD")).isEqualTo(BRANCH);
        assertThat(worker.git("log", "--format=%s", "main")).isEqualTo("more\nstart");
        assertThat(worker.git("describe")).startsWith("v1-1-g");
        assertThat(worker.git("fsck", "--full", "--strict")).doesNotContain("missing", "error");
        assertThat(user.path().resolve(".git/worktrees")).doesNotExist();
        assertThat(user.git("rev-parse", "refs/strawboss/base/" + JOB))
                .isEqualTo(user.git("rev-parse", "main"));
    }

    @Test
    void nothingOfThePersonsRepositoryIsSharedOrReachable() throws Exception {
        user.git("checkout", "-q", "-b", "private");
        user.write("secret.txt", "secret");
        user.commit("private");
        String secret = user.git("rev-parse", "HEAD:secret.txt");
        user.git("checkout", "-q", "main");
        Map<String, String> before = inodes(user.path());
        Repo worker = prepare();
        assertThat(worker.path().resolve(".git/objects/info/alternates")).doesNotExist();
        assertThat(inodes(worker.path()).values()).doesNotContainAnyElementsOf(before.values());
        assertThat(worker.git("cat-file", "--batch-check", "--batch-all-objects"))
                .doesNotContain(secret);
        assertThat(worker.git("remote")).isEmpty();
        worker.run("sh", "-c", "! grep -rqF \"$1\" .git", "sh", "line/proj ect");
    }

    private static Map<String, String> inodes(Path tree) throws Exception {
        Map<String, String> inodes = new TreeMap<>();
        try (Stream<Path> all = Files.walk(tree)) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                inodes.put(file.toString(), String.valueOf(Files.getAttribute(file, "unix:ino")));
            }
        }
        return inodes;
    }

    @Test
    void commitsAndWhatIsLeftComeHomeWithoutTouchingTheCheckout() throws Exception {
        user.write("a.txt", "dirty");
        Repo worker = prepare();
        worker.write("c.txt", "c");
        worker.commit("mine");
        worker.write("d.txt", "d");
        worker.write("x.log", "ignored");
        Collected collected = collect();
        assertThat(collected.commits()).isEqualTo(2);
        assertThat(collected.warnings()).isEmpty();
        assertThat(collected.ignored()).containsExactly("x.log");
        assertThat(collected.toJson())
                .containsEntry("isolation", "clone")
                .containsEntry("branch", BRANCH);
        assertThat(user.git("log", "--format=%s %an", BRANCH))
                .isEqualTo(
                        "Uncommitted work of job "
                                + JOB
                                + " Strawboss\nmine Someone\nstart Someone");
        assertThat(user.git("status", "--porcelain")).isEqualTo("M a.txt");
        assertThat(user.git("fsck", "--full", "--strict")).doesNotContain("missing", "error");
        assertThat(collect()).isEqualTo(collected);
        try (Stream<Path> packs = Files.list(user.path().resolve(".git/objects/pack"))) {
            assertThat(packs.filter(file -> file.toString().endsWith(".pack"))).hasSize(1);
        }
    }

    @Test
    void aJobThatGoesOnAddsToItsBranch() throws Exception {
        Repo worker = prepare();
        worker.write("c.txt", "c");
        Collected first = collect();
        worker.commit("now committed");
        worker.write("d.txt", "d");
        Collected second = collect();
        assertThat(second.commits()).isEqualTo(2);
        assertThat(user.git("log", "--format=%s", BRANCH))
                .isEqualTo("Uncommitted work of job " + JOB + "\nnow committed\nstart");
        String earlier = first.head().orElseThrow();
        assertThat(user.git("rev-parse", RESCUE + "branch/" + earlier)).isEqualTo(earlier);
        assertThat(String.join("\n", second.warnings())).contains("is kept as");
        assertThat(collect().head()).isEqualTo(second.head());
    }

    @Test
    void otherBranchesTagsAndStashesAreKept() throws Exception {
        Repo worker = prepare();
        worker.git("checkout", "-q", "-b", "side");
        worker.write("s.txt", "s");
        worker.commit("side");
        worker.git("checkout", "-q", BRANCH);
        worker.write("a.txt", "stashed");
        worker.git("stash", "-q");
        worker.git("tag", "-a", "-m", "t", "mine");
        Collected collected = collect();
        assertThat(user.git("show", RESCUE + "refs/heads/side:s.txt")).isEqualTo("s");
        assertThat(user.git("show", RESCUE + "refs/stash:a.txt")).isEqualTo("stashed");
        assertThat(user.git("cat-file", "-t", RESCUE + "refs/tags/mine")).isEqualTo("tag");
        assertThat(collected.warnings()).hasSize(3);
        assertThat(user.git("branch", "--list", "side")).isEmpty();
    }

    @Test
    void aRemovedCloneComesBackAsItWasAlsoAfterAGarbageCollection() throws Exception {
        Repo worker = prepare();
        worker.git("checkout", "-q", "-b", "side");
        worker.write("s.txt", "s");
        worker.commit("side");
        worker.git("checkout", "-q", BRANCH);
        worker.write("c.txt", "committed");
        worker.commit("mine");
        worker.write("a.txt", "unstaged");
        worker.write("staged", "s");
        worker.git("add", "staged");
        worker.write("staged", "and changed again");
        worker.write("x.log", "ignored");
        List<String> before = state(worker);
        workspaces.remove(JOB);
        assertThat(worker.path()).doesNotExist();
        assertThat(user.git("for-each-ref", "refs/strawboss/base")).isEmpty();
        user.git("gc", "-q", "--prune=now");
        Restored restored = workspaces.undelete(JOB);
        assertThat(restored.told()).isEmpty();
        assertThat(state(worker)).isEqualTo(before);
        assertThat(worker.git("fsck", "--full")).doesNotContain("missing", "broken");
        Collected collected = collect();
        assertThat(collected.changes().files())
                .extracting(ChangedFile::path)
                .containsExactly("a.txt", "c.txt", "staged");
    }

    private static List<String> state(Repo worker) throws Exception {
        return List.of(
                worker.git("status", "--porcelain", "--ignored"),
                worker.git("rev-parse", "HEAD", "side"),
                worker.git("symbolic-ref", "HEAD"),
                worker.git("diff", "--cached"),
                worker.git("diff"));
    }

    @Test
    void aShallowRepositoryGivesAShallowClone() throws Exception {
        user.write("b.txt", "2");
        user.commit("second");
        Repo shallow = new Repo(temp.resolve("shallow"));
        user.git(
                "clone",
                "-q",
                "--depth=1",
                user.path().toUri().toString(),
                shallow.path().toString());
        Repo worker = new Repo(workspaces.prepare(JOB, shallow.path(), mode()).directory());
        assertThat(worker.git("log", "--format=%s")).isEqualTo("second");
        worker.write("c.txt", "c");
        worker.commit("mine");
        assertThat(collect().commits()).isEqualTo(1);
        assertThat(shallow.git("show", BRANCH + ":c.txt")).isEqualTo("c");
    }

    @Test
    void commitsThatGitDoesNotAcceptAreLeftBehindAndTheFilesCome() throws Exception {
        Repo worker = prepare();
        worker.write("c.txt", "c");
        worker.git("add", "c.txt");
        worker.sh(
                "tree=$(git write-tree); parent=$(git rev-parse HEAD);"
                        + " bad=$(printf 'tree %s\\nparent %s\\nauthor x\\ncommitter x\\n\\nbad\\n'"
                        + " $tree $parent | git hash-object -t commit -w --literally --stdin);"
                        + " git update-ref refs/heads/"
                        + BRANCH
                        + " $bad");
        Collected collected = collect();
        assertThat(show("c.txt")).isEqualTo("c");
        assertThat(collected.commits()).isEqualTo(1);
        assertThat(String.join("\n", collected.warnings()))
                .contains("commits were not taken")
                .contains("missingEmail");
        assertThat(user.git("log", "--format=%s", BRANCH))
                .isEqualTo("Files of job " + JOB + "\nstart");
        assertThat(collect()).isEqualTo(collected);
    }
}
