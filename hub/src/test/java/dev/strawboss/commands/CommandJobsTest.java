package dev.strawboss.commands;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.strawboss.agents.Ran;
import dev.strawboss.config.Configuration;
import dev.strawboss.egress.Egress;
import dev.strawboss.egress.Forwarder;
import dev.strawboss.egress.WayOut;
import dev.strawboss.errors.ErrorCode;
import dev.strawboss.errors.StrawbossException;
import dev.strawboss.jobs.Job;
import dev.strawboss.jobs.JobId;
import dev.strawboss.jobs.JobKind.Conclusion;
import dev.strawboss.jobs.JobKind.Verdict;
import dev.strawboss.jobs.JobSpec;
import dev.strawboss.jobs.JobState;
import dev.strawboss.placement.Exit;
import dev.strawboss.placement.RunPlan;
import dev.strawboss.sandbox.Demand;
import dev.strawboss.sandbox.Here;
import dev.strawboss.sandbox.Sandbox;
import dev.strawboss.sandbox.Unconfined;
import dev.strawboss.workspace.Workspaces;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CommandJobsTest {
    @TempDir Path root;
    private Path directory;
    private CommandJobs jobs;

    @BeforeEach
    void open() throws Exception {
        directory = Files.createDirectories(root.resolve("work"));
        Unconfined.in(directory.resolve("config"));
        Map<String, String> environment =
                Map.of("PATH", "/usr/bin:/bin", "HOME", "/h", "SECRET_TOKEN", "s");
        jobs =
                new CommandJobs(
                        new Workspaces(directory.resolve("jobs"), () -> environment),
                        new Configuration(
                                directory.resolve("config"), List.of(CommandJobs.TIMEOUT)),
                        () -> environment,
                        new WayOut(
                                new Sandbox(root.resolve("state"), Set.of()),
                                new Egress(directory.resolve("egress"), _ -> Optional.empty()),
                                new Configuration(directory.resolve("config"), List.of()),
                                new Forwarder(List.of(), List.of())));
    }

    /// Whoever asked for a sandbox and misspelt it does not run without.
    @ParameterizedTest
    @CsvSource({"'sandbox: requierd', wants sandbox to be one of", "'sandbox: [', config.yaml"})
    void whatTheConfigurationAsksForIsNotGuessed(String yaml, String says) throws Exception {
        Files.createDirectories(directory.resolve("config"));
        Files.writeString(directory.resolve("config/config.yaml"), yaml + "\n");
        assertThatThrownBy(() -> job(command("true")))
                .isInstanceOfSatisfying(
                        StrawbossException.class,
                        refused -> assertThat(refused.code()).isEqualTo(ErrorCode.CONFIGURATION))
                .hasMessageContaining(says);
    }

    @Test
    void aCommandRunsExactlyAsAsked() throws Exception {
        Conclusion conclusion = run(command("printf", "%s|", "a b", "", "$HOME", "-x", "'\"*"));
        assertThat(conclusion.verdict()).isEqualTo(new Verdict.Success());
        assertThat(conclusion.report())
                .containsEntry("exit_status", 0L)
                .containsEntry("output", "a b||$HOME|-x|'\"*|")
                .containsEntry("stdout_bytes", 18L);
    }

    @Test
    void aScriptIsAFileForItsOwnerOnly() throws Exception {
        Job job = job(CommandRequest.script(directory, "bash", "a=(1 2)\necho \"${a[1]} $PWD\"\n"));
        RunPlan plan = jobs.prepare(job, directory);
        assertThat(plan.command()).hasSize(2).startsWith("bash");
        Path script = Path.of(plan.command().get(1));
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(script)))
                .isEqualTo("rw-------");
        Conclusion conclusion = jobs.conclude(job, directory, Ran.plan(plan, directory));
        assertThat(conclusion.report()).containsEntry("output", "2 " + directory + "\n");
        assertThat(jobs.prepare(job, directory).command()).isEqualTo(plan.command());
    }

    @Test
    void theEnvironmentIsTheLeastAndWhatWasGiven() throws Exception {
        CommandRequest asked = command("env");
        CommandRequest request =
                new CommandRequest(
                        asked.project(),
                        asked.directory(),
                        asked.command(),
                        asked.script(),
                        asked.interpreter(),
                        Map.of("MINE", "1"),
                        asked.workspace(),
                        Optional.of(Duration.ofSeconds(20)),
                        Demand.OFF);
        RunPlan plan = jobs.prepare(job(request), directory);
        assertThat(plan.environment())
                .containsOnlyKeys("PATH", "HOME", "MINE")
                .containsEntry("MINE", "1");
        assertThat(plan.deadline()).hasSeconds(20);
    }

    @ParameterizedTest
    @CsvSource({
        "1, NONZERO_EXIT, 'The command ended with exit status 1: last  [31mwords'",
        "125, NONZERO_EXIT, exit status 125",
        "126, CANNOT_EXECUTE, could not be executed",
        "127, MISSING_BINARY, was not found",
        "137, KILLED_BY_SIGNAL, Signal 9 ended",
    })
    void theExitStatusIsSaidInWords(int status, ErrorCode code, String part) throws Exception {
        Files.writeString(
                directory.resolve("stderr"), "x\n".repeat(5_000) + "last \u001b[31mwords\n\n");
        Conclusion conclusion =
                jobs.conclude(job(command("x")), directory, new Exit(status, Instant.now()));
        assertThat(conclusion.verdict())
                .isInstanceOfSatisfying(
                        Verdict.Failure.class,
                        failure -> {
                            assertThat(failure.code()).isEqualTo(code);
                            assertThat(failure.reason()).contains(part);
                        });
        assertThat(conclusion.report()).containsEntry("stderr_bytes", 10_000L + 17);
    }

    @Test
    void aLongOutputIsReportedByItsEndAndItsWholeSize() throws Exception {
        Files.writeString(directory.resolve("stdout"), "a".repeat(1_000));
        Files.writeString(directory.resolve("stdout.tail"), "b".repeat(1_500));
        Files.writeString(directory.resolve("stdout.cut"), "5000000000\n");
        Conclusion conclusion =
                jobs.conclude(job(command("x")), directory, new Exit(0, Instant.now()));
        assertThat(conclusion.report())
                .containsEntry("stdout_bytes", 5_000_001_000L)
                .containsEntry("output", "a".repeat(548) + "b".repeat(1_500));
    }

    @Test
    void whatCanNeverBeStartedIsRefused() {
        refused(ErrorCode.INVALID_INPUT, "neither", () -> jobs.spec(command()));
        refused(ErrorCode.INVALID_INPUT, "name is empty", () -> jobs.spec(command("", "x")));
        refused(ErrorCode.INVALID_INPUT, "NUL", () -> jobs.spec(command("echo", "a\0b")));
        refused(
                ErrorCode.TOO_LARGE,
                "longer than",
                () -> jobs.spec(command("echo", "x".repeat(128 << 10))));
        refused(
                ErrorCode.INVALID_INPUT,
                "not by \"perl\"",
                () -> jobs.spec(CommandRequest.script(directory, "perl", "print")));
        refused(
                ErrorCode.UNKNOWN_DIRECTORY,
                "no directory",
                () ->
                        jobs.spec(
                                CommandRequest.command(
                                        directory.resolve("gone"), List.of("true"))));
        CommandRequest asked = command("env");
        refused(
                ErrorCode.INVALID_INPUT,
                "environment variable",
                () ->
                        jobs.spec(
                                new CommandRequest(
                                        asked.project(),
                                        asked.directory(),
                                        asked.command(),
                                        asked.script(),
                                        asked.interpreter(),
                                        Map.of("A=B", "1"),
                                        asked.workspace(),
                                        asked.timeout(),
                                        Demand.OFF)));
    }

    @Test
    void aConfinedScriptRunsAndTheResultSaysWhatHeldIt() throws Exception {
        Here.confinedOrSkipped(directory);
        CommandRequest asked =
                CommandRequest.script(directory, "sh", "cat \"$0\" | head -c 3; id -u; ls /root");
        CommandRequest request =
                new CommandRequest(
                        asked.project(),
                        asked.directory(),
                        asked.command(),
                        asked.script(),
                        asked.interpreter(),
                        asked.environment(),
                        asked.workspace(),
                        asked.timeout(),
                        Demand.REQUIRED);
        Conclusion conclusion = run(request);
        assertThat(conclusion.report())
                .containsEntry("sandbox", "bubblewrap")
                .containsEntry("sandbox_network", "none");
        assertThat(String.valueOf(conclusion.report().get("output")))
                .startsWith("cat")
                .doesNotContain("\n0\n");
        assertThat(String.valueOf(conclusion.report().get("error_output"))).contains("/root");
    }

    private CommandRequest command(String... words) {
        return CommandRequest.command(directory, List.of(words));
    }

    private Conclusion run(CommandRequest request) throws Exception {
        Job job = job(request);
        return jobs.conclude(job, directory, Ran.plan(jobs.prepare(job, directory), directory));
    }

    private Job job(CommandRequest request) {
        JobSpec spec = jobs.spec(request);
        return new Job(
                JobId.random(),
                1,
                spec,
                "test",
                Instant.now(),
                new JobState.Queued(Instant.now()),
                1,
                Optional.empty(),
                Map.of());
    }

    private static void refused(ErrorCode code, String part, ThrowingCallable call) {
        assertThatThrownBy(call)
                .hasMessageContaining(part)
                .isInstanceOfSatisfying(
                        StrawbossException.class, e -> assertThat(e.code()).isEqualTo(code));
    }
}
