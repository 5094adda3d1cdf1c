package dev.strawboss.egress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.strawboss.bridge.Home;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URISyntaxException;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Both forwarders, by the same tests, on a free port of this machine instead of one in a network
/// namespace.
@Timeout(120)
class ForwarderTest {
    private static final Path PERL = Path.of("/usr/bin/perl");
    private static final Duration SOON = Duration.ofSeconds(30);

    enum Kind {
        PERL,
        JAVA
    }

    @TempDir Path gate;

    private final List<Process> started = new ArrayList<>();
    private int port;
    private EchoServer hub;

    @BeforeEach
    void listen() throws IOException {
        try (ServerSocket any = new ServerSocket(0)) {
            port = any.getLocalPort();
        }
        try (var script = Forwarder.class.getResourceAsStream(Inside.SCRIPT)) {
            Files.copy(script, gate.resolve(Inside.SCRIPT));
        }
        hub = hub();
    }

    @AfterEach
    void end() throws Exception {
        hub.close();
        for (Process process : started) {
            process.destroyForcibly();
            process.waitFor();
        }
    }

    /// It does without `use strict` only to start faster.
    @Test
    void theScriptIsStrict() throws Exception {
        assumeTrue(Files.isExecutable(PERL), "no perl here");
        Path script = gate.resolve(Inside.SCRIPT);
        Process process =
                new ProcessBuilder(PERL.toString(), "-Mstrict", "-c", script.toString())
                        .redirectErrorStream(true)
                        .start();
        started.add(process);
        assertThat(process.inputReader(StandardCharsets.UTF_8).readLine())
                .isEqualTo(script + " syntax OK");
    }

    @ParameterizedTest
    @EnumSource
    void theCommandReachesTheHubWithItsFirstWord(Kind kind) throws Exception {
        Process process =
                start(
                        kind,
                        "bash",
                        "-c",
                        "exec 3<>/dev/tcp/127.0.0.1/"
                                + port
                                + "; echo hello >&3; read -r said <&3; echo \"$said\"");
        assertThat(output(process)).isEqualTo("hello\n");
        assertThat(process.exitValue()).isZero();
    }

    @ParameterizedTest
    @EnumSource
    void theExitStatusAndTheSignalAreTheCommands(Kind kind) throws Exception {
        assertThat(status(kind, "sh", "-c", "exit 7")).isEqualTo(7);
        assertThat(status(kind, "sh", "-c", "kill -TERM $$")).isEqualTo(143);
        assertThat(status(kind, "/no/such/program")).isEqualTo(127);
        assertThat(status(kind, "/etc/passwd")).isEqualTo(126);
    }

    @ParameterizedTest
    @EnumSource
    void theCommandHasNoChildrenThatItDidNotStartAndNoOpenFiles(Kind kind) throws Exception {
        Process process =
                start(
                        kind,
                        "bash",
                        "-c",
                        "echo $(cat /proc/$$/task/$$/children); ls /proc/$$/fd | wc -l");
        String[] lines = output(process).split("\n", -1);
        assertThat(lines[0].split(" ", -1)).hasSizeLessThan(2); // the substitution itself
        assertThat(Integer.parseInt(lines[1].strip())).isLessThanOrEqualTo(5);
    }

    @ParameterizedTest
    @EnumSource
    void itEndsWithTheCommandAndHoldsNoneOfItsOutputOpen(Kind kind) throws Exception {
        Process process = start(kind, "sh", "-c", "echo done");
        assertThat(output(process)).isEqualTo("done\n");
        await(() -> refused(port));
    }

    @ParameterizedTest
    @EnumSource
    void itOutlivesTheSignalsThatAskTheCommandToEnd(Kind kind) throws Exception {
        Process process =
                start(kind, "bash", "-c", "trap '' TERM; echo up; read -r line; echo $line");
        try (var out = process.inputReader();
                var in = process.outputWriter()) {
            assertThat(out.readLine()).isEqualTo("up");
            for (long pid : forwarders()) {
                assertThat(
                                new ProcessBuilder("kill", "-TERM", Long.toString(pid))
                                        .start()
                                        .waitFor())
                        .isZero();
            }
            assertThat(echoed("still")).isEqualTo("still");
            in.write("bye\n");
            in.flush();
            assertThat(out.readLine()).isEqualTo("bye");
        }
    }

    @ParameterizedTest
    @EnumSource
    void whoIsDoneSpeakingStillHears(Kind kind) throws Exception {
        sleeping(kind);
        try (Knock knock = knock()) {
            knock.say("all of it");
            knock.end();
            assertThat(knock.rest()).isEqualTo("all of it");
        }
    }

    @ParameterizedTest
    @EnumSource
    void manyConnectionsCarryMuchAtOnce(Kind kind) throws Exception {
        sleeping(kind);
        String much = "0123456789abcdef".repeat(16 << 10);
        List<Thread> threads = new ArrayList<>();
        List<String> wrong = Collections.synchronizedList(new ArrayList<>());
        for (int i = 0; i < 60; i++) {
            String mine = i + ":" + much;
            threads.add(
                    Thread.ofVirtual()
                            .start(() -> {
                                try {
                                    if (!echoed(mine).equals(mine)) {
                                        wrong.add("other bytes");
                                    }
                                } catch (IOException | InterruptedException e) {
                                    wrong.add(e.toString());
                                }
                            }));
        }
        for (Thread thread : threads) {
            thread.join();
        }
        assertThat(wrong).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void whileTheHubIsAwayItSaysSoAndTheNextHubIsFound(Kind kind) throws Exception {
        sleeping(kind);
        hub.close();
        Files.delete(gate.resolve(Inside.SOCKET));
        try (Knock knock = knock()) {
            knock.say("CONNECT a.example:443 HTTP/1.1\r\n\r\n");
            assertThat(knock.rest()).startsWith("HTTP/1.1 502 ").contains("try again");
        }
        hub = hub();
        assertThat(echoed("again")).isEqualTo("again");
    }

    @ParameterizedTest
    @EnumSource
    void whereNothingCanListenTheCommandDoesNotStart(Kind kind) throws Exception {
        try (ServerSocket taken = new ServerSocket(port, 1, InetAddress.ofLiteral("127.0.0.1"))) {
            Process process = start(kind, "sh", "-c", "echo started");
            assertThat(output(process)).isEmpty();
            assertThat(process.exitValue()).isEqualTo(126);
            assertThat(taken.isBound()).isTrue();
        }
    }

    private void sleeping(Kind kind) throws Exception {
        Process process = start(kind, "sh", "-c", "echo up; exec sleep 100");
        assertThat(process.inputReader().readLine()).isEqualTo("up");
    }

    private int status(Kind kind, String... command) throws Exception {
        Process process = start(kind, command);
        var _ = output(process);
        await(() -> refused(port)); // so that the next one can listen
        return process.exitValue();
    }

    private Process start(Kind kind, String... command) throws Exception {
        assumeTrue(kind == Kind.JAVA || Files.isExecutable(PERL), "no perl here");
        Forwarder forwarder =
                switch (kind) {
                    case PERL -> Forwarder.perl(PERL, gate, port);
                    case JAVA ->
                            Forwarder.java(
                                    Path.of(System.getProperty("java.home"), "bin", "java"),
                                    bridge(),
                                    gate,
                                    port);
                };
        Process process =
                new ProcessBuilder(forwarder.before(Arrays.asList(command)))
                        .redirectError(ProcessBuilder.Redirect.INHERIT)
                        .start();
        started.add(process);
        return process;
    }

    // The directory of its classes, or its jar.
    private static Path bridge() throws URISyntaxException {
        return Path.of(Home.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    }

    private static String output(Process process) throws Exception {
        process.outputWriter().close();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(SOON.toSeconds(), TimeUnit.SECONDS)).isTrue();
        return output;
    }

    private List<Long> forwarders() {
        String socket = gate.resolve(Inside.SOCKET).toString();
        return ProcessHandle.allProcesses()
                .filter(process ->
                        Arrays.asList(process.info().arguments().orElse(new String[0]))
                                .contains(socket))
                .filter(process -> started.stream().noneMatch(one -> one.pid() == process.pid()))
                .map(ProcessHandle::pid)
                .toList();
    }

    private Knock knock() throws IOException {
        return new Knock(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), port));
    }

    private String echoed(String text) throws IOException, InterruptedException {
        try (Knock knock = knock()) {
            Thread speaker =
                    Thread.ofVirtual()
                            .start(() -> {
                                try {
                                    knock.say(text);
                                    knock.end();
                                } catch (IOException e) {
                                    throw new UncheckedIOException(e);
                                }
                            });
            String heard = knock.rest();
            speaker.join();
            return heard;
        }
    }

    private EchoServer hub() throws IOException {
        return new EchoServer(UnixDomainSocketAddress.of(gate.resolve(Inside.SOCKET)));
    }

    private static boolean refused(int port) {
        try (SocketChannel channel =
                SocketChannel.open(
                        new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), port))) {
            return !channel.isConnected();
        } catch (IOException gone) {
            return true;
        }
    }

    private static void await(BooleanSupplier what) throws InterruptedException {
        Instant until = Instant.now().plus(SOON);
        while (!what.getAsBoolean()) {
            assertThat(Instant.now()).isBefore(until);
            Thread.sleep(20);
        }
    }
}
