package dev.strawboss.sandbox;

import dev.strawboss.concurrent.Threads;
import dev.strawboss.errors.ErrorCode;
import dev.strawboss.errors.StrawbossException;
import dev.strawboss.process.Processes;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.ServerSocket;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What a confined command would like to reach: files, a process, sockets and shared memory of the
/// user, laid out for [SandboxCheck]. All of it goes again.
final class Bait implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Bait.class);

    /// A process with an abstract socket and shared memory of its own, until it is told to end.
    private static final String VICTIM =
            """
            use Socket;
            socket(S, PF_UNIX, SOCK_STREAM, 0) && bind(S, sockaddr_un("\\0$ARGV[0]")) && listen(S, 9) or die;
            my $segment = shmget(0, 64, 01600);
            defined $segment or die;
            shmwrite($segment, "bait", 0, 4);
            $SIG{TERM} = sub { shmctl($segment, 0, 0); exit };
            open F, ">", "$ARGV[1].new"; print F "$$ $segment\\n"; close F; rename "$ARGV[1].new", $ARGV[1];
            sleep 1 while 1;
            """;

    private static final int PATIENCE = 1_000;

    private final Path ground;
    private final Map<String, String> environment = new HashMap<>();
    private final Deque<AutoCloseable> held = new ArrayDeque<>();

    /// @param ground an empty directory
    Bait(Path ground, Host host, SystemCalls calls) throws IOException, InterruptedException {
        this.ground = ground;
        try {
            calls.numbers().forEach((name, number) -> put("CALL_" + name, number));
            files();
            sockets();
            victim(host);
        } catch (IOException | InterruptedException | RuntimeException e) {
            close();
            throw e;
        }
    }

    Path work() {
        return ground.resolve("work");
    }

    Path readable() {
        return ground.resolve("readable");
    }

    Map<String, String> environment() {
        return environment;
    }

    private void put(String name, Object value) {
        environment.put(name, value.toString());
    }

    private void files() throws IOException {
        Files.createDirectories(work().resolve("mount"));
        Files.writeString(Files.createDirectories(readable()).resolve("file"), "x");
        Path outside = Files.createDirectories(ground.resolve("outside"));
        Files.writeString(outside.resolve("secret"), "bait");
        Path state = Files.createDirectories(ground.resolve("state"));
        Files.writeString(state.resolve("key"), "bait");
        put("WORK", work());
        put("READABLE", readable());
        put("OUTSIDE", outside);
        put("STATE", state);
        put("ATTEMPTS", ground.resolve("attempts"));
        put("HOME_OUTSIDE", System.getProperty("user.home"));
        put("TEMPORARY", temporary(Path.of("/tmp")));
        put("SHARED", temporary(Path.of("/dev/shm")));
    }

    private Path temporary(Path directory) throws IOException {
        Path file = Files.createTempFile(directory, "strawboss-bait", "");
        held.push(() -> Files.deleteIfExists(file));
        return Files.writeString(file, "bait");
    }

    private void sockets() throws IOException {
        ServerSocket tcp = new ServerSocket(0, 50);
        held.push(tcp);
        put("PORT", tcp.getLocalPort());
        DatagramSocket udp = new DatagramSocket();
        held.push(udp);
        put("UDP", udp.getLocalPort());
        Threads.virtual("bait", () -> answer(udp));
        put("ADDRESS", address().orElse("127.0.0.1"));
        Path path = ground.resolve("outside/socket");
        ServerSocketChannel unix = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
        held.push(unix);
        unix.bind(UnixDomainSocketAddress.of(path));
        put("SOCKET", path);
    }

    private static void answer(DatagramSocket socket) {
        try {
            while (true) {
                DatagramPacket packet = new DatagramPacket(new byte[9], 9);
                socket.receive(packet);
                socket.send(packet);
            }
        } catch (IOException e) {
            LOG.atTrace().setCause(e).log("the bait's socket is closed");
        }
    }

    private static Optional<String> address() throws IOException {
        return NetworkInterface.networkInterfaces()
                .flatMap(NetworkInterface::inetAddresses)
                .filter(address -> !address.isLoopbackAddress() && address.getAddress().length == 4)
                .map(InetAddress::getHostAddress)
                .findFirst();
    }

    private void victim(Host host) throws IOException, InterruptedException {
        String name = "strawboss-" + UUID.randomUUID();
        Path told = ground.resolve("outside/victim");
        Process process =
                Processes.detached(
                        List.of(
                                host.program("perl").orElse("/usr/bin/perl"),
                                "-e",
                                VICTIM,
                                name,
                                told.toString()),
                        ground,
                        Map.of("BAIT", "1"),
                        ground.resolve("victim.err"));
        held.push(() -> {
            process.destroy();
            process.waitFor();
        });
        for (int i = 0; i < PATIENCE && process.isAlive() && !Files.exists(told); i++) {
            Thread.sleep(10);
        }
        if (!Files.exists(told)) {
            throw new StrawbossException(
                    ErrorCode.ENVIRONMENT,
                    "The bait of the check could not be laid out: "
                            + Files.readString(ground.resolve("victim.err")).strip(),
                    "Install perl: apt-get install perl-base");
        }
        String[] words = Files.readString(told).strip().split(" ", -1);
        put("VICTIM", words[0]);
        put("SEGMENT", words[1]);
        put("ABSTRACT", name);
        put("VICTIM_MARK", name);
    }

    @Override
    public void close() {
        while (!held.isEmpty()) {
            try {
                held.pop().close();
            } catch (Exception e) {
                LOG.atWarn().setCause(e).log("a part of the bait stays");
            }
        }
    }
}
