package dev.strawboss.workspace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.strawboss.process.Executables;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Files that git should not store: too large for a commit, or in the care of git-lfs.
class LargeFilesTest {
    private static final String JOB = "0123456789ab";
    private static final String BRANCH = "strawboss/" + JOB;
    private static final int LIMIT = 10_000;

    @TempDir Path temp;
    Repo user;
    Workspaces workspaces;
    Map<String, String> environment;

    @BeforeEach
    void makeRepository() throws Exception {
        user = Repo.create(temp.resolve("project"));
        environment = new HashMap<>(Repo.environment());
        workspaces = new Workspaces(temp.resolve("state"), () -> environment, () -> LIMIT);
    }

    WorkspaceMode mode() {
        return WorkspaceMode.WORKTREE;
    }

    private Repo prepare(WorkspaceMode mode) throws Exception {
        return new Repo(workspaces.prepare(JOB, user.path(), mode).directory());
    }

    private Collected collect() throws Exception {
        return workspaces.collect(JOB, workspaces.find(JOB).orElseThrow());
    }

    private static byte[] bytes(int size, int seed) {
        byte[] bytes = new byte[size];
        new java.util.Random(seed).nextBytes(bytes);
        return bytes;
    }

    @Test
    void aLargeFileIsKeptBesideTheJobAndNotCommitted() throws Exception {
        Repo worker = prepare(mode());
        worker.write("out/größe.txt", "x");
        Files.write(worker.path().resolve("out/model.bin"), bytes(LIMIT + 1, 1));
        Files.write(worker.path().resolve("a.txt"), bytes(LIMIT + 1, 2));
        Files.write(worker.path().resolve("fits"), bytes(LIMIT, 3));
        Collected collected = collect();
        assertThat(collected.artifacts())
                .extracting(Artifact::path)
                .containsExactlyInAnyOrder("a.txt", "out/model.bin");
        Artifact model =
                collected.artifacts().stream()
                        .filter(artifact -> artifact.path().equals("out/model.bin"))
                        .findFirst()
                        .orElseThrow();
        assertThat(model.size()).isEqualTo(LIMIT + 1);
        assertThat(user.run("sha256sum", model.file().toString())).startsWith(model.sha256());
        assertThat(user.git("ls-tree", "-r", "--name-only", BRANCH))
                .contains("fits")
                .doesNotContain("model.bin");
        assertThat(user.git("show", BRANCH + ":a.txt")).startsWith("one");
        assertThat(workspaces.artifacts(JOB)).isEqualTo(collected.artifacts());
        assertThat(collect()).isEqualTo(collected);
        assertThat(collected.toJson()).containsKey("artifacts");
        workspaces.remove(JOB);
        assertThat(model.file()).hasBinaryContent(bytes(LIMIT + 1, 1));
        workspaces.undelete(JOB);
        assertThat(worker.path().resolve("out/model.bin")).hasBinaryContent(bytes(LIMIT + 1, 1));
        assertThat(worker.path().resolve("a.txt")).hasBinaryContent(bytes(LIMIT + 1, 2));
    }

    @Test
    void aLargeFileTheWorkerCommittedStaysCommitted() throws Exception {
        Repo worker = prepare(mode());
        Files.write(worker.path().resolve("mine.bin"), bytes(LIMIT + 1, 1));
        Files.write(worker.path().resolve("later.bin"), bytes(LIMIT + 1, 2));
        worker.commit("large");
        Files.write(worker.path().resolve("later.bin"), bytes(LIMIT + 1, 3));
        worker.write("small", "s");
        Collected collected = collect();
        assertThat(collected.artifacts()).extracting(Artifact::path).containsExactly("later.bin");
        assertThat(user.git("ls-tree", "-r", "--name-only", BRANCH))
                .contains("mine.bin", "later.bin", "small");
    }

    @Test
    void inPlaceLargeFilesStayWhereTheyAreAndNewOnesAreNamed() throws Exception {
        Files.write(user.path().resolve("mine.bin"), bytes(LIMIT + 1, 1));
        Files.write(user.path().resolve("gone.bin"), bytes(LIMIT + 1, 1));
        prepare(WorkspaceMode.IN_PLACE);
        Files.write(user.path().resolve("new.bin"), bytes(LIMIT + 1, 2));
        Files.delete(user.path().resolve("gone.bin"));
        Collected collected = collect();
        assertThat(collected.artifacts())
                .extracting(Artifact::file)
                .containsExactly(user.path().toRealPath().resolve("new.bin"));
        assertThat(String.join("\n", collected.warnings())).contains("gone.bin was deleted");
        assertThat(collected.changes().total()).isZero();
    }

    private void useLfs() throws Exception {
        boolean installed = Executables.find("git-lfs", environment).isPresent();
        if (!"true".equals(System.getenv("CI"))) {
            assumeTrue(installed, "git-lfs is not installed");
        }
        environment.put("GIT_CONFIG_GLOBAL", temp.resolve("gitconfig").toString());
        lfs(user, "install");
        user.write(".gitattributes", "*.bin filter=lfs diff=lfs merge=lfs -text\n");
        Files.write(user.path().resolve("old.bin"), bytes(2 * LIMIT, 1));
        lfs(user, "track", "*.bin");
        user.sh(with("git add -A; git -c user.name=x -c user.email=x commit -qm lfs"));
    }

    private String with(String script) {
        return "export GIT_CONFIG_GLOBAL='" + temp.resolve("gitconfig") + "'; " + script;
    }

    private void lfs(Repo repo, String... words) throws Exception {
        repo.sh(with("git lfs " + String.join(" ", words) + " >/dev/null"));
    }

    @Test
    void filesOfGitLfsAreFilledFromAndSavedToThePersonsStore() throws Exception {
        useLfs();
        Repo worker = prepare(mode());
        assertThat(worker.path().resolve("old.bin")).hasBinaryContent(bytes(2 * LIMIT, 1));
        Files.write(worker.path().resolve("new.bin"), bytes(2 * LIMIT, 2));
        Collected collected = collect();
        assertThat(collected.artifacts()).isEmpty();
        assertThat(collected.warnings()).isEmpty();
        assertThat(user.git("show", BRANCH + ":new.bin")).startsWith("version https://git-lfs");
        user.sh(with("git checkout -q --detach " + BRANCH));
        assertThat(user.path().resolve("new.bin")).hasBinaryContent(bytes(2 * LIMIT, 2));
        workspaces.remove(JOB);
        workspaces.undelete(JOB);
        assertThat(worker.path().resolve("new.bin")).hasBinaryContent(bytes(2 * LIMIT, 2));
    }

    @Test
    void contentThatIsNotOnThisMachineIsNamedAndNotFetched() throws Exception {
        useLfs();
        user.sh("rm -r .git/lfs");
        Repo worker = prepare(mode());
        assertThat(worker.path().resolve("old.bin")).content().startsWith("version https://git");
        Collected collected = collect();
        assertThat(collected.changes().total()).isZero();
        assertThat(collected.warnings()).singleElement().asString().contains("git lfs fetch");
    }

    @Test
    void aMachineWithoutGitLfsIsNamedAndTheJobGoesOn() throws Exception {
        useLfs();
        Path path = Files.createDirectories(temp.resolve("bin"));
        Files.createSymbolicLink(
                path.resolve("git"), Executables.find("git", environment).orElseThrow());
        environment.put("PATH", path.toString());
        prepare(mode()).write("new.txt", "n");
        Collected collected = collect();
        assertThat(collected.changes().total()).isEqualTo(1);
        assertThat(collected.warnings()).singleElement().asString().contains("not installed");
    }

    @Test
    void filtersOfTheRepositoryItselfWorkWhenTheyAreGitLfsAndNothingElse() throws Exception {
        useLfs();
        environment.put("GIT_CONFIG_GLOBAL", "/dev/null");
        lfs(user, "install", "--local");
        Repo worker = prepare(mode());
        assertThat(worker.path().resolve("old.bin")).hasBinaryContent(bytes(2 * LIMIT, 1));
        assertThat(collect().changes().total()).isZero();
    }
}
