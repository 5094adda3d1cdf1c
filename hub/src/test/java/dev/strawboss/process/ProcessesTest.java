package dev.strawboss.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.strawboss.concurrent.Threads;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

@Execution(ExecutionMode.CONCURRENT)
class ProcessesTest {
    @TempDir Path directory;

    @Test
    void givesStatusAndBothStreams() throws Exception {
        Outcome.Ended ended = ended(sh("echo out; echo err >&2; exit 3"));

        assertThat(ended.status()).isEqualTo(3);
        assertThat(ended.succeeded()).isFalse();
        assertThat(ended.stdout().text()).isEqualTo("out\n");
        assertThat(ended.stderr().text()).isEqualTo("err\n");
    }

    @Test
    void standardInputIsTheBytesOrNothing() throws Exception {
        byte[] megabyte = "0123456789abcdef".repeat(65536).getBytes(StandardCharsets.US_ASCII);

        assertThat(ended(sh("cat").stdin(megabyte)).stdout().bytes()).isEqualTo(megabyte);
        assertThat(ended(sh("cat")).stdout().text()).isEmpty();
        assertThat(ended(sh("exit 0").stdin(megabyte)).succeeded()).isTrue();
    }

    @Test
    void environmentAndDirectoryAreExactlyTheGivenOnes() throws Exception {
        Command env = Command.of(directory, Map.of("A", "1"), List.of("/usr/bin/env"));
        Command pwd = Command.of(directory, Map.of(), List.of("/bin/pwd", "-P"));

        assertThat(ended(env).stdout().text()).isEqualTo("A=1\n");
        assertThat(ended(pwd).stdout().text()).isEqualTo(directory.toRealPath() + "\n");
    }

    @Test
    void findsTheProgramOnTheGivenPathOnly() throws Exception {
        Path own = Files.createDirectory(directory.resolve("own"));
        Files.writeString(own.resolve("ls"), "#!/bin/sh\necho own\n");
        assertThat(own.resolve("ls").toFile().setExecutable(true)).isTrue();
        Map<String, String> environment = Map.of("PATH", own.toString());

        assertThat(ended(Command.of(directory, environment, List.of("ls"))).stdout().text())
                .isEqualTo("own\n");
        assertThat(Processes.run(Command.of(directory, environment, List.of("env"))))
                .isEqualTo(new Outcome.NotStarted("No such file or directory"));
    }

    @Test
    void keepsOutputUpToItsLimit() throws Exception {
        Outcome.Ended ended = ended(sh("head -c 5000000 /dev/zero").outputLimit(1000));

        assertThat(ended.stdout().bytes()).hasSize(1000);
        assertThat(ended.stdout().cut()).isTrue();
        assertThat(ended.stderr().cut()).isFalse();
    }

    @Test
    void atItsTimeoutEverythingThatItStartedIsEnded() throws Exception {
        Instant start = Instant.now();

        Outcome outcome =
                Processes.run(
                        sh("trap '' TERM; echo $$; sleep 741 & setsid sleep 742 & wait")
                                .timeout(Duration.ofMillis(300)));

        assertThat(outcome).isInstanceOf(Outcome.TimedOut.class);
        assertThat(Duration.between(start, Instant.now())).isLessThan(Duration.ofSeconds(10));
        String pid = ((Outcome.TimedOut) outcome).stdout().text().strip();
        assertThat(ProcessHandle.of(Long.parseLong(pid)).filter(ProcessHandle::isAlive)).isEmpty();
        assertThat(ProcessHandle.allProcesses().map(each -> each.info().commandLine().orElse("")))
                .noneMatch(line -> line.endsWith("sleep 741") || line.endsWith("sleep 742"));
    }

    @Test
    void whatIsEndedMayTakeItsLocksAway(@TempDir Path directory) throws Exception {
        Path lock = directory.resolve("lock");
        Outcome outcome =
                Processes.run(
                        sh("trap 'rm "
                                        + lock
                                        + "; exit' TERM; touch "
                                        + lock
                                        + "; sleep 744 & wait")
                                .timeout(Duration.ofMillis(500)));

        assertThat(outcome).isInstanceOf(Outcome.TimedOut.class);
        assertThat(lock).doesNotExist();
    }

    @Test
    void anInterruptEndsTheProcess() throws Exception {
        AtomicReference<Throwable> thrown = new AtomicReference<>();
        Thread caller =
                Threads.virtual(
                        "caller",
                        () -> {
                            try {
                                Processes.run(sh("sleep 743"));
                            } catch (InterruptedException e) {
                                thrown.set(e);
                            }
                        });
        caller.interrupt();
        caller.join();

        assertThat(thrown.get()).isInstanceOf(InterruptedException.class);
    }

    @Test
    void aDaemonThatKeepsTheOutputOpenDoesNotHoldTheCaller() throws Exception {
        Outcome.Ended ended = ended(sh("echo over; sleep 8 &"));

        assertThat(ended.stdout().text()).isEqualTo("over\n");
    }

    @Test
    void outputThatDaemonsKeepOpenDoesNotStopVirtualThreads() throws Exception {
        for (int i = 0; i <= Runtime.getRuntime().availableProcessors(); i++) {
            ended(sh("sleep 30 & echo over"));
        }
        Thread virtual = Thread.ofVirtual().start(() -> {});

        assertThat(virtual.join(Duration.ofSeconds(5))).isTrue();
    }

    @Test
    void saysWhyItCouldNotStart() throws Exception {
        Command missing = Command.of(directory, Map.of(), List.of("no-such-program"));
        Command nowhere = Command.of(directory.resolve("x"), Map.of(), List.of("/bin/true"));

        assertThat(Processes.run(missing))
                .isEqualTo(new Outcome.NotStarted("No such file or directory"));
        assertThat(Processes.run(nowhere)).isInstanceOf(Outcome.NotStarted.class);
        assertThatThrownBy(() -> Command.of(directory, Map.of(), List.of()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private Command sh(String script) {
        return Command.of(directory, Map.of("PATH", "/usr/bin:/bin"), List.of("sh", "-c", script));
    }

    private static Outcome.Ended ended(Command command) throws InterruptedException {
        Outcome outcome = Processes.run(command);
        assertThat(outcome).isInstanceOf(Outcome.Ended.class);
        return (Outcome.Ended) outcome;
    }
}
