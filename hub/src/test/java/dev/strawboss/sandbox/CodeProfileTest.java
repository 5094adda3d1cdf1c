package dev.strawboss.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.strawboss.concurrent.Threads;
import dev.strawboss.errors.StrawbossException;
import dev.strawboss.placement.BoundGroups;
import dev.strawboss.process.Child;
import dev.strawboss.process.Processes;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// Code that a model wrote: a process that the hub itself starts, talks to and ends.
@Timeout(120)
class CodeProfileTest {
    private static final List<String> SHELL = List.of("/bin/bash", "-c");

    @TempDir Path ground;
    private Path kept;
    private final BoundGroups groups = BoundGroups.ofTheSystem();
    private final List<String> opened = new ArrayList<>();
    private Sandbox sandbox;

    @BeforeEach
    void open() throws Exception {
        Here.confinedOrSkipped(ground.resolve("here"));
        kept = Files.createDirectories(ground.resolve("kept"));
        sandbox = new Sandbox(ground, groups.names());
    }

    @AfterEach
    void close() throws Exception {
        for (String name : opened) {
            groups.close(name);
        }
    }

    @Test
    void whatTheHubWritesIsReadOnDescriptor3AndWhatIsWrittenTo4ComesBack() throws Exception {
        Process process =
                started(Profile.code(), "read a <&3; echo got $a >&4; read b <&3; echo $b; cat");
        try (Writer hub = process.outputWriter(StandardCharsets.UTF_8);
                BufferedReader inside = process.inputReader(StandardCharsets.UTF_8)) {
            hub.write("one\n");
            hub.flush();
            assertThat(inside.readLine()).isEqualTo("got one");
            hub.write("two\n");
            hub.flush();
            assertThat(inside.readLine()).isNull(); // cat has nothing to read, so it is over
        }
        assertThat(errors(process)).isEqualTo("two\n");
        assertThat(process.waitFor()).isZero();
    }

    @Test
    void nothingElseIsInheritedAndNobodyButTheCommandHoldsThePipe() throws Exception {
        Process process = started(Profile.code(), "ls /proc/self/fd; exec 4>&-; read wait <&3");
        try (BufferedReader inside = process.inputReader(StandardCharsets.UTF_8)) {
            assertThat(inside.readLine()).isNull(); // the end of file comes while it runs
            assertThat(process.isAlive()).isTrue();
        }
        process.outputWriter().close();
        // 0 to 4, and the directory that ls reads
        assertThat(errors(process).lines()).containsExactly("0", "1", "2", "3", "4", "5");
    }

    @Test
    void killingWhatWasStartedEndsEverythingInside() throws Exception {
        String mark = "999." + ThreadLocalRandom.current().nextInt(1_000_000_000);
        Process process =
                started(
                        Profile.code(),
                        "for i in 1 2 3; do setsid sh -c 'trap \"\" TERM HUP; sleep "
                                + mark
                                + "; :' & done; setsid -f sleep "
                                + mark
                                + "; echo up >&4; wait");
        try (BufferedReader inside = process.inputReader(StandardCharsets.UTF_8)) {
            assertThat(inside.readLine()).isEqualTo("up");
            awaitSleepers(mark, 4);
            process.destroyForcibly();
            assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
        }
        awaitSleepers(mark, 0);
    }

    /// Bubblewrap dies with the thread that started it, which is not who asked for that.
    @Test
    void itOutlivesTheThreadThatAskedForIt() throws Exception {
        String sleep = "999." + ThreadLocalRandom.current().nextInt(1_000_000_000);
        Confined confined =
                confined(
                        Profile.code(),
                        List.of("/bin/sh", "-c", "sleep " + sleep + " & echo up >&4; read a <&3"),
                        Path.of("/tmp"));
        CompletableFuture<Child> asked = new CompletableFuture<>();
        Thread asking =
                Threads.platform(
                        "asking",
                        () -> {
                            try {
                                Child begun =
                                        Processes.child(
                                                confined.argv(),
                                                confined.directory(),
                                                confined.environment(),
                                                "STRAWBOSS_CODE=" + sleep);
                                assertThat(begun.output().read()).isEqualTo('u');
                                asked.complete(begun);
                            } catch (IOException | AssertionError e) {
                                asked.completeExceptionally(e);
                            }
                        });
        Child child = asked.join();
        asking.join();
        assertThat(child.status(Duration.ofMillis(300))).isEmpty();
        child.input().close();
        assertThat(child.status(Duration.ofSeconds(60))).hasValue(1); // read found the end
        awaitSleepers(sleep, 0);
        child.end(Duration.ZERO);
    }

    @Test
    void itSeesNoFilesAndNoNetworkAndItsScratchIsWhatIsKept() throws Exception {
        Path scratch = Files.createDirectories(ground.resolve("scratch"));
        Files.writeString(ground.resolve("secret"), "secret");
        Process process =
                started(
                        Profile.code(scratch),
                        "pwd; ls -d /root /var/tmp/* /home/* "
                                + ground
                                + " 2>/dev/null; cat "
                                + ground
                                + "/secret 2>/dev/null; echo x 2>/dev/null >/file;"
                                + " echo x >/dev/tcp/127.0.0.1/22; echo kept >/scratch/file; ls ~ /tmp",
                        Profile.SCRATCH);
        String said = errors(process);
        assertThat(said).startsWith("/scratch\n/home/job\n").contains("refused");
        assertThat(said).doesNotContain("secret", "/root", "ssh");
        assertThat(scratch.resolve("file")).hasContent("kept");
    }

    @Test
    void memoryTimeProcessesFilesAndTemporarySpaceAreBounded() throws Exception {
        Limits limits = new Limits(64L << 20, 0, 20, 1L << 20, Duration.ofSeconds(1), 64);
        Profile small = Profile.code().limits(limits);
        assertThat(errors(started(small, "x=$(head -c 90000000 /dev/zero | tr '\\0' x); echo big")))
                .doesNotContain("big");
        assertThat(started(small, "while :; do :; done").waitFor()).isEqualTo(128 + 9);
        String forks = "for (1..40) { defined($p = fork) or die qq(stopped: $!); $p or sleep 9 }";
        assertThat(errors(started(small, "perl -e '" + forks + "'"))).startsWith("stopped: ");
        assertThat(errors(started(small, "head -c 2000000 /dev/zero >/tmp/a; ls -s /tmp/a")))
                .contains("1024 /tmp/a");
        assertThat(
                        errors(
                                started(
                                        // what is in /tmp counts as memory, where that is bounded
                                        small.limits(limits.memory(256L << 20)),
                                        "for i in $(seq 99); do head -c 1000000 /dev/zero >/tmp/$i"
                                                + " || break; done; echo $i")))
                .contains("No space left on device")
                .endsWith("67\n"); // 64 MB
    }

    @Test
    void whereControlGroupsCanBeHadAllProcessesTogetherAreBounded() throws Exception {
        assumeTrue(groups.names().contains("memory"), "no writable control group of memory");
        Confined confined =
                confined(
                        Profile.code().limits(Limits.CODE.memory(96L << 20)),
                        List.of(
                                "/usr/bin/perl",
                                "-e",
                                "$n = 4e7; for (1..4) { fork or do { $x = 'x' x $n; sleep 2; exit } }"
                                        + " $k += $? == 9 while wait > 0; exit($k ? 3 : 4)"),
                        Path.of("/tmp"));
        assertThat(confined.inForce().missing()).isEmpty();
        assertThat(start(confined).waitFor()).isIn(3, 128 + 9);
    }

    /// Code has no `best`: what does not hold is not run.
    @Test
    void withoutASandboxItIsRefused() throws Exception {
        Path empty = Files.createDirectories(ground.resolve("empty"));
        Sandbox none = new Sandbox(Host.of(ground).searching(empty.toString()), Set.of());
        assertThatThrownBy(() ->
                        none.confined(
                                Profile.code(),
                                List.of("true"),
                                Path.of("/tmp"),
                                Map.of(),
                                List.of(),
                                kept))
                .isInstanceOf(StrawbossException.class)
                .hasMessageContaining("Bubblewrap is not installed");
    }

    private Process started(Profile profile, String script) throws Exception {
        return started(profile, script, Path.of("/tmp"));
    }

    private Process started(Profile profile, String script, Path directory) throws Exception {
        return start(
                confined(profile, List.of(SHELL.getFirst(), SHELL.getLast(), script), directory));
    }

    private Confined confined(Profile profile, List<String> command, Path directory)
            throws Exception {
        String name = "code-" + UUID.randomUUID();
        opened.add(name);
        return sandbox.confined(
                profile,
                command,
                directory,
                Map.of("PATH", "/usr/bin:/bin"),
                groups.open(name, Grants.confinement(profile.limits(), true)),
                kept);
    }

    private static Process start(Confined confined) throws Exception {
        ProcessBuilder builder =
                new ProcessBuilder(confined.argv()).directory(confined.directory().toFile());
        builder.environment().clear();
        builder.environment().putAll(confined.environment());
        return builder.start();
    }

    private static String errors(Process process) throws Exception {
        return new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
    }

    private static void awaitSleepers(String mark, int count) throws Exception {
        long deadline = System.nanoTime() + Duration.ofSeconds(60).toNanos();
        while (sleepers(mark) != count) {
            assertThat(System.nanoTime()).isLessThan(deadline);
            Thread.sleep(10);
        }
    }

    private static long sleepers(String mark) {
        return ProcessHandle.allProcesses()
                .map(each -> each.info().commandLine().orElse(""))
                .filter(line -> line.endsWith("sleep " + mark))
                .count();
    }
}
