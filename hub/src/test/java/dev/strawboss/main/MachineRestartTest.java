package dev.strawboss.main;

import static org.assertj.core.api.Assertions.assertThat;

import dev.strawboss.commands.CommandJobs;
import dev.strawboss.commands.CommandRequest;
import dev.strawboss.config.Configuration;
import dev.strawboss.egress.Egress;
import dev.strawboss.egress.Forwarder;
import dev.strawboss.egress.WayOut;
import dev.strawboss.jobs.Job;
import dev.strawboss.jobs.JobId;
import dev.strawboss.jobs.JobState;
import dev.strawboss.jobs.Jobs;
import dev.strawboss.placement.LocalPlacement;
import dev.strawboss.sandbox.Demand;
import dev.strawboss.sandbox.Sandbox;
import dev.strawboss.sandbox.Unconfined;
import dev.strawboss.store.Database;
import dev.strawboss.workspace.WorkspaceMode;
import dev.strawboss.workspace.Workspaces;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// The machine goes down with everything that runs on it, and comes up again: every process is
/// gone, and the boot has another name.
@Timeout(value = 300, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class MachineRestartTest {
    private static final int RUNNING = 50;
    private static final int QUEUED = 10;

    @TempDir Path directory;
    private final List<JobId> lost = new ArrayList<>();
    private final List<JobId> waiting = new ArrayList<>();
    private Database database;
    private Jobs jobs;
    private CommandJobs commands;

    @BeforeEach
    void begin() throws Exception {
        begin("first");
    }

    @AfterEach
    void close() {
        jobs.close();
        database.close();
    }

    @Test
    void fiftyJobsThatRanAreUnknownWithAllTheyLeftAndThoseThatWaitedRun() throws Exception {
        Path repository = repository();
        for (int i = 0; i < RUNNING; i++) {
            boolean worktree = i % 10 == 0;
            lost.add(
                    accept(
                            "echo said %1$d; echo %1$d >left%1$d; echo x >>'%2$s'; sleep 731"
                                    .formatted(i, mark(i)),
                            worktree ? WorkspaceMode.WORKTREE : WorkspaceMode.NONE,
                            worktree ? repository : directory));
        }
        until(() -> marks(RUNNING) == RUNNING);
        for (int i = RUNNING; i < RUNNING + QUEUED; i++) {
            waiting.add(accept("echo x >>'" + mark(i) + "'", WorkspaceMode.NONE, directory));
        }

        powerCut();
        begin("second");

        for (int i = 0; i < RUNNING; i++) {
            assertIsUnknownWithAllItLeft(await(lost.get(i)), i);
        }
        for (JobId id : waiting) {
            assertThat(await(id).state()).isInstanceOf(JobState.Succeeded.class);
        }
        for (int i = 0; i < RUNNING + QUEUED; i++) {
            assertThat(mark(i)).hasContent("x");
        }
        assertThat(Jobs.audit(database)).isEmpty();
    }

    private void assertIsUnknownWithAllItLeft(Job job, int number) throws IOException {
        assertThat(job.state())
                .isInstanceOfSatisfying(
                        JobState.Unknown.class,
                        unknown ->
                                assertThat(unknown.reason())
                                        .isEqualTo(
                                                "the runner and its command are gone and left no"
                                                        + " record of how they ended"));
        assertThat(jobs.why(job)).contains("Nothing was repeated", "strawboss retry " + job.id());
        assertThat(jobs.log(job, "stdout", 0, 100, StandardCharsets.UTF_8).text())
                .isEqualTo("said " + number + "\n");
        if (number % 10 == 0) {
            assertThat(String.valueOf(job.report().get("changed_files"))).contains("left" + number);
            Path left =
                    directory.resolve(
                            "workspaces/" + job.id() + "/worktree/repository/left" + number);
            assertThat(left).hasContent(Integer.toString(number));
        }
    }

    private JobId accept(String script, WorkspaceMode workspace, Path where) {
        CommandRequest request =
                new CommandRequest(
                        Optional.empty(),
                        where,
                        List.of("/bin/sh", "-c", script),
                        "",
                        "",
                        Map.of(),
                        Optional.of(workspace),
                        Optional.empty(),
                        Demand.OFF);
        return jobs.accept(commands.spec(request), "test", Optional.empty()).id();
    }

    private void begin(String boot) throws Exception {
        Unconfined.in(directory.resolve("config"));
        Path bootId = Files.writeString(directory.resolve("boot_id"), boot + "\n");
        Map<String, String> environment = System.getenv();
        database = Database.open(directory.resolve("strawboss.db"));
        commands =
                new CommandJobs(
                        new Workspaces(directory.resolve("workspaces"), () -> environment),
                        new Configuration(
                                directory.resolve("config"), List.of(CommandJobs.TIMEOUT)),
                        () -> environment,
                        new WayOut(
                                new Sandbox(directory, Set.of()),
                                new Egress(directory.resolve("egress"), _ -> Optional.empty()),
                                new Configuration(directory.resolve("config"), List.of()),
                                new Forwarder(List.of(), List.of())));
        jobs =
                new Jobs(
                        database,
                        directory.resolve("jobs"),
                        new LocalPlacement(directory, bootId),
                        List.of(commands),
                        RUNNING,
                        Clock.systemUTC());
    }

    /// First the hub, then the runners, which would take down that their commands were killed.
    private void powerCut() throws Exception {
        close();
        for (String name : List.of("cmdline", "environ")) {
            until(() -> {
                List<ProcessHandle> left = ours(name);
                left.forEach(ProcessHandle::destroyForcibly);
                return left.isEmpty();
            });
        }
    }

    /// The processes of our attempts, by their command line or their environment.
    private List<ProcessHandle> ours(String file) throws IOException {
        List<ProcessHandle> found = new ArrayList<>();
        try (DirectoryStream<Path> processes =
                Files.newDirectoryStream(Path.of("/proc"), "[0-9]*")) {
            for (Path process : processes) {
                String text = text(process.resolve(file));
                boolean ours =
                        file.equals("cmdline")
                                ? text.contains(directory + "/jobs/")
                                : lost.stream()
                                        .anyMatch(id -> text.contains("STRAWBOSS_ATTEMPT=" + id));
                if (ours) {
                    ProcessHandle.of(Long.parseLong(process.getFileName().toString()))
                            .filter(handle -> !handle.equals(ProcessHandle.current()))
                            .ifPresent(found::add);
                }
            }
        }
        return found;
    }

    private static String text(Path file) {
        try {
            return Files.readString(file, StandardCharsets.ISO_8859_1);
        } catch (IOException _) {
            return ""; // it has ended meanwhile
        }
    }

    private Job await(JobId id) throws InterruptedException {
        Job job = jobs.await(List.of(id), true, Duration.ofMinutes(1)).getFirst();
        assertThat(job.finished()).as(id + " is " + job.state()).isTrue();
        return job;
    }

    private Path mark(int number) {
        return directory.resolve("ran-" + number);
    }

    private int marks(int count) {
        int found = 0;
        for (int i = 0; i < count; i++) {
            found += Files.exists(mark(i)) ? 1 : 0;
        }
        return found;
    }

    private interface Condition {
        boolean holds() throws Exception;
    }

    private static void until(Condition condition) throws Exception {
        long deadline = System.nanoTime() + Duration.ofSeconds(90).toNanos();
        while (!condition.holds()) {
            assertThat(System.nanoTime()).as("in time").isLessThan(deadline);
            Thread.sleep(10);
        }
    }

    private Path repository() throws Exception {
        Path repository = Files.createDirectory(directory.resolve("repository"));
        String script =
                "git init -q && echo one >a.txt && git add . && git -c user.name=a"
                        + " -c user.email=a@b commit -qm start";
        Process made =
                new ProcessBuilder("/bin/sh", "-c", script).directory(repository.toFile()).start();
        assertThat(made.waitFor()).isZero();
        return repository;
    }
}
