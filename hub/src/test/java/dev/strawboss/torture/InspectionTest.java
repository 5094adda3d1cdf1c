package dev.strawboss.torture;

import static org.assertj.core.api.Assertions.assertThat;

import dev.strawboss.torture.Fault.Sort;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The judge of a torture sees what must not be.
class InspectionTest {
    @TempDir Path directory;
    private Ground ground;

    @BeforeEach
    void make() throws Exception {
        ground =
                Ground.make(
                        directory,
                        new Torture.HubCommand(List.of("java", "hub", "serve"), System.getenv()));
        Files.createDirectories(ground.home().state());
        Files.writeString(ground.mark(0), "started\n");
    }

    @Test
    void whatIsRightHasNoFault() throws Exception {
        assertThat(inspect(told(Errand.COMMAND, "succeeded"))).isEmpty();
    }

    @Test
    void everySortOfFaultIsSeen() throws Exception {
        assertThat(inspect(told(Errand.COMMAND, "unknown"))).containsExactly(Sort.UNKNOWN);
        assertThat(inspect(told(Errand.COMMAND_FAILS, "succeeded"))).containsExactly(Sort.WRONG);
        assertThat(inspect(new Told(0, Errand.COMMAND, List.of(), "j", Map.of())))
                .contains(Sort.UNTOLD);
        Files.writeString(ground.mark(0), "started\nstarted\n");
        assertThat(inspect(told(Errand.COMMAND, "succeeded"))).containsExactly(Sort.TWICE);
        Files.delete(ground.mark(0));
        assertThat(inspect(told(Errand.COMMAND, "succeeded"))).containsExactly(Sort.WRONG);
    }

    @Test
    void whatAnErrandFollowsIsLookedAtToo() throws Exception {
        Told told = told(Errand.COMMAND_AFTER_ANOTHER, "succeeded");
        assertThat(inspect(told)).as("never started").containsExactly(Sort.WRONG);
        Files.writeString(ground.parentMark(0), "started\n");
        assertThat(inspect(told)).isEmpty();
        Files.writeString(ground.parentMark(0), "started\nstarted\n");
        assertThat(inspect(told)).containsExactly(Sort.TWICE);
    }

    @Test
    void aBranchWithMoreThanTheWorkersCommitIsWrong() throws Exception {
        Path repository = ground.repository();
        ground.git(repository, "checkout", "-q", "-b", "strawboss/j");
        for (String text : List.of("half", "0")) {
            Files.writeString(repository.resolve("work-0.txt"), text + "\n");
            ground.git(repository, "add", ".");
            ground.git(
                    repository,
                    "-c",
                    "user.name=a",
                    "-c",
                    "user.email=a@b",
                    "-c",
                    "commit.gpgsign=false",
                    "commit",
                    "-qm",
                    text);
        }
        ground.git(repository, "checkout", "-q", "-");
        assertThat(inspect(told(Errand.AGENT_IN_WORKTREE, "succeeded"))).contains(Sort.WRONG);
    }

    @Test
    void whatIsLeftBehindIsSeen() throws Exception {
        Path state = ground.home().state();
        Files.createDirectories(state.resolve("done/j-1"));
        Files.createDirectories(state.resolve("workspaces/of-nobody"));
        Files.createDirectories(ground.repository().resolve(".git/worktrees/strawboss-of-nobody"));
        Process stray =
                new ProcessBuilder("sh", "-c", "read line", ground.directory() + "/stray").start();
        try {
            assertThat(inspect(told(Errand.COMMAND, "succeeded")))
                    .containsExactly(Sort.WRONG, Sort.WRONG, Sort.WRONG, Sort.WRONG);
        } finally {
            stray.destroyForcibly();
        }
    }

    private static Told told(Errand errand, String state) {
        return new Told(
                0, errand, List.of(), "j", Map.of("state", state, "changed_files", "work-0.txt"));
    }

    private List<Sort> inspect(Told told) throws Exception {
        return Inspection.of(ground, List.of(told)).stream().map(Fault::sort).toList();
    }
}
