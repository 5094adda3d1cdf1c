package dev.strawboss.placement;

import static dev.strawboss.placement.Attempts.plan;
import static dev.strawboss.placement.Attempts.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.strawboss.errors.ErrorCode;
import dev.strawboss.errors.StrawbossException;
import dev.strawboss.process.Processes;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalPlacementTest {
    @TempDir Path state;
    private Attempts attempts;

    @BeforeEach
    void open() throws InterruptedException {
        attempts = new Attempts(state, new MarkedProcesses());
    }

    @Test
    void picksAWayToEndTreesThatWorksHere() throws Exception {
        LocalPlacement best = new LocalPlacement(state);

        RunHandle run = best.start("picked", directory("picked"), plan("sh", "-c", "exit 4"));

        assertThat(run.kill()).isEqualTo(best.killMechanism());
        assertThat(attempts.awaitExit(run).status()).isEqualTo(4);
        best.dispose("picked", run);
    }

    @Test
    void aScriptThatAPowerCutLeftEmptyIsWrittenAnew() throws Exception {
        Path script;
        try (DirectoryStream<Path> scripts = Files.newDirectoryStream(state, "runner-*.sh")) {
            script = scripts.iterator().next();
        }
        Files.writeString(script, "");
        Attempts after = new Attempts(state, new MarkedProcesses());

        assertThat(after.awaitExit(after.run(plan("sh", "-c", "exit 4"))).status()).isEqualTo(4);
    }

    @Test
    void saysWhenACommandEnded() throws Exception {
        Instant before = Instant.now().minusMillis(20); // a file's time is that of the last tick
        RunHandle run = attempts.run(plan("true"));

        assertThat(attempts.placement.exit(run).orElseThrow().at())
                .isBetween(before, Instant.now());
    }

    @Test
    void aRecordWithoutItsLastByteIsNoRecord() throws Exception {
        RunHandle run = attempts.run(plan("true"));
        Path exit = run.directory().resolve("exit");
        String record = Files.readString(exit);

        Files.writeString(exit, record.substring(0, 127));
        assertThat(attempts.placement.exit(run)).isEmpty();
        Files.writeString(exit, record.substring(0, 127) + " ");
        assertThat(attempts.placement.exit(run)).isEmpty();
    }

    @Test
    void knowsTheLivingFromTheDead() throws Exception {
        RunHandle run = attempts.start(plan("sleep", "631"));
        assertThat(attempts.placement.alive(run)).isTrue();
        ProcessIdentity runner = run.runner();
        RunHandle otherBoot =
                new RunHandle(
                        state,
                        new ProcessIdentity(runner.pid(), runner.startTicks(), "x"),
                        "process_group",
                        "x");
        RunHandle otherProcess =
                new RunHandle(
                        state,
                        new ProcessIdentity(runner.pid(), runner.startTicks() + 1, runner.bootId()),
                        "process_group",
                        "x");

        assertThat(attempts.placement.alive(otherBoot)).isFalse();
        assertThat(attempts.placement.alive(otherProcess)).isFalse();
        attempts.placement.stop(run, Duration.ofSeconds(5));
        Attempts.await(() -> !attempts.placement.alive(run), () -> "still alive");
    }

    @Test
    void aCommandWhoseRunnerWasKilledIsAliveAndCanBeStopped() throws Exception {
        RunHandle run = attempts.start(plan("sh", "-c", "echo on; exec sleep 632"));
        Attempts.await(() -> text(run, "stdout").equals("on\n"), () -> "not on");
        ProcessHandle.of(run.runner().pid()).orElseThrow().destroyForcibly();

        assertThat(attempts.placement.alive(run)).isTrue();
        attempts.placement.stop(run, Duration.ofSeconds(5));
        assertThat(attempts.placement.alive(run)).isFalse();
        assertThat(attempts.placement.exit(run)).isEmpty();
        attempts.placement.dispose(name(run), run);
        Attempts.await(
                () -> ProcessTable.read().inSessions(Set.of(run.runner().pid())).isEmpty(),
                () -> "the runner's timers stay");
    }

    @Test
    void aTermDoesNotKeepTheRunnerFromItsRecord() throws Exception {
        Path go = state.resolve("go");
        RunHandle run =
                attempts.start(
                        plan(
                                "sh",
                                "-c",
                                "until [ -e \"$0\" ]; do sleep 0.02; done; exit 5",
                                "" + go));
        ProcessHandle.of(run.runner().pid()).orElseThrow().destroy();
        Files.createFile(go);

        assertThat(attempts.awaitExit(run).status()).isEqualTo(5);
    }

    @Test
    void findsAStartedAttemptAgain() throws Exception {
        RunHandle run = attempts.start(plan("true"));

        assertThat(attempts.placement.recover("any", run.directory())).contains(run);
        attempts.awaitExit(run);
        assertThat(attempts.placement.recover("any", run.directory())).contains(run);
    }

    @Test
    void anAttemptFoundNotStartedNeverStarts() throws Exception {
        Path directory = directory("never");

        assertThat(attempts.placement.recover("never", directory)).isEmpty();
        assertThatThrownBy(() ->
                        attempts.placement.start("never", directory, plan("touch", state + "/x")))
                .isInstanceOf(StrawbossException.class)
                .hasMessageContaining("lock");
        assertThat(state.resolve("x")).doesNotExist();
        assertThat(attempts.placement.recover("gone", state.resolve("gone"))).isEmpty();
    }

    @Test
    void anAttemptWhoseRunnerDiedBeforeItReportedNeverStarts() throws Exception {
        Path directory = directory("half");
        Files.createFile(directory.resolve("lock"));

        assertThat(attempts.placement.recover("half", directory)).isEmpty();
        assertThat(directory.resolve("revoked")).exists();
    }

    @Test
    void whatNeverStartedLeavesNothingBehind() throws Exception {
        Path groups = state.resolve("groups"); // of directories: nothing gets to run in them
        LocalPlacement placement = new Attempts(state, new ControlGroup(groups)).placement;
        Path mark = Files.createFile(state.resolve("done").resolve("never"));
        Files.createDirectories(groups.resolve("never"));

        assertThat(placement.recover("never", directory("never"))).isEmpty();
        assertThatThrownBy(() ->
                        placement.start(
                                "long", directory("long"), plan("echo", "x".repeat(3_000_000))))
                .isInstanceOf(StrawbossException.class);
        assertThat(mark).doesNotExist();
        assertThat(groups).isEmptyDirectory();
    }

    @Test
    void aRunnerThatReportsAsItIsRevokedIsBelievedOnlyIfItStartsTheCommand() throws Exception {
        AttemptFiles leaving = reporting("leaving", "sleep 0.3");
        assertThat(LocalPlacement.revoked(leaving)).isEmpty();

        AttemptFiles starting =
                reporting("starting", "sleep 0.3; echo 1 2 >worker; exec sleep 652");
        RunHandle run = LocalPlacement.revoked(starting).orElseThrow();
        ProcessHandle.of(run.runner().pid()).orElseThrow().destroyForcibly();
    }

    /// What stands for a runner, and has reported already.
    private AttemptFiles reporting(String name, String script) throws Exception {
        Path directory = directory(name);
        Process runner =
                Processes.detached(
                        List.of("/bin/sh", "-c", script),
                        directory,
                        Map.of(),
                        state.resolve("err"));
        long started = ProcessTable.entry(runner.pid()).orElseThrow().startTicks();
        Files.writeString(
                directory.resolve("pid"),
                runner.pid() + " " + started + " boot\nprocess_group\n" + name + "\n");
        return new AttemptFiles(directory);
    }

    @Test
    void tellsOfMarksThatWereThereAndOfNewOnes() throws Exception {
        RunHandle early = attempts.start(plan("true"));
        attempts.awaitExit(early);
        Queue<String> told = new ConcurrentLinkedQueue<>();
        try (Placement.Watch _ = attempts.placement.watch(told::add)) {
            RunHandle late = attempts.start(plan("sh", "-c", "sleep 0.2"));
            Attempts.await(() -> told.contains(name(late)), () -> "told " + told);
            assertThat(attempts.placement.exit(late)).isPresent();
            assertThat(told).contains(name(early));
        }
    }

    @Test
    void whereNothingCanBeWatchedTheMarksAreReadAgainAndAgain() throws Exception {
        Queue<String> told = new ConcurrentLinkedQueue<>();
        Path done = state.resolve("done");
        try (Placement.Watch _ =
                new DoneWatch(
                        done,
                        told::add,
                        () -> {
                            throw new IOException("User limit of inotify instances reached");
                        })) {
            Files.createFile(done.resolve("later-1"));
            Attempts.await(() -> told.contains("later-1"), () -> "told " + told);
        }
    }

    @Test
    void whatIsNoAttemptsMarkIsLeftAlone() throws Exception {
        Path done = state.resolve("done");
        Files.createFile(done.resolve("notes.txt"));
        Queue<String> told = new ConcurrentLinkedQueue<>();
        try (Placement.Watch _ =
                attempts.placement.watch(name -> {
                    if (name.equals("notes.txt")) {
                        throw new IllegalArgumentException(name);
                    }
                    told.add(name);
                })) {
            Files.createFile(done.resolve("mine-1"));
            Attempts.await(() -> told.contains("mine-1"), () -> "told " + told);
        }
        assertThat(done.resolve("notes.txt")).exists();
    }

    @Test
    void groupsOfEndedAttemptsAreRemovedOnceTheyAreOldAndEmpty() throws Exception {
        Optional<Path> root = ControlGroup.hierarchy().filter(Files::isWritable);
        assumeTrue(root.isPresent(), "no writable control group hierarchy");
        Path parent = root.get().resolve("strawboss-test-" + UUID.randomUUID());
        new GroupTree(parent.resolve("ended").resolve("below")).make();
        GroupTree living = new GroupTree(parent.resolve("living"));
        living.make();
        Process member =
                Processes.detached(
                        List.of("/bin/sh", "-c", "echo 0 >cgroup.procs; exec sleep 653"),
                        living.directory(),
                        Map.of(),
                        state.resolve("err"));
        Attempts.await(() -> !living.members().isEmpty(), () -> "nobody in it");

        GroupTree.removeOld(parent, Duration.ofMinutes(10));
        assertThat(parent.resolve("ended")).exists();
        GroupTree.removeOld(parent, Duration.ofNanos(-1)); // as if they were old
        assertThat(parent.resolve("ended")).doesNotExist();
        assertThat(living.directory()).exists();

        member.destroyForcibly().waitFor();
        new GroupTree(parent).remove();
        assertThat(parent).doesNotExist();
    }

    @Test
    void refusesWhatCannotBeStartedByName() {
        refused(plan(Map.of("A-B", "1"), "true"), ErrorCode.INVALID_INPUT, "A-B");
        refused(plan(Map.of("sb_dir", "1"), "true"), ErrorCode.INVALID_INPUT, "sb_dir");
        refused(plan("echo", "a\0b"), ErrorCode.INVALID_INPUT, "NUL");
        refused(plan("echo", "x".repeat(3_000_000)), ErrorCode.TOO_LARGE, "too long");
        refused(
                new RunPlan(
                        List.of("true"),
                        state.resolve("none"),
                        Map.of(),
                        Optional.empty(),
                        Duration.ofSeconds(1),
                        1,
                        1),
                ErrorCode.UNKNOWN_DIRECTORY,
                "none");
        refused(
                new RunPlan(
                        List.of("true"),
                        state,
                        Map.of(),
                        Optional.of(state.resolve("gone")),
                        Duration.ofSeconds(1),
                        1,
                        1),
                ErrorCode.PREPARE_FAILED,
                "gone");
    }

    private void refused(RunPlan plan, ErrorCode code, String named) {
        ThrowingCallable start = () -> attempts.start(plan);
        assertThatThrownBy(start)
                .isInstanceOfSatisfying(
                        StrawbossException.class, e -> assertThat(e.code()).isEqualTo(code))
                .hasMessageContaining(named);
    }

    private Path directory(String name) throws IOException {
        return Files.createDirectories(state.resolve("attempts").resolve(name));
    }

    private static String name(RunHandle run) {
        return run.directory().getFileName().toString();
    }
}
