package dev.strawboss.main;

import dev.strawboss.bridge.HubFile;
import dev.strawboss.concurrent.Threads;
import dev.strawboss.crash.CrashPoint;
import dev.strawboss.errors.StrawbossException;
import dev.strawboss.mcp.McpServer;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Listens on the hub's socket and tells in `hub.json` where that is. The caller holds the state
/// directory, so a socket that is there already is a dead hub's. A socket that somebody took away
/// is made again: the system clears `/run/user/UID` when its user logs out, and `/tmp` by age.
final class HubServer implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(HubServer.class);
    private static final Duration LOOK = Duration.ofSeconds(1);

    /// Where the socket is to be; makes its directory if that is not there.
    interface Place {
        Path socket() throws IOException;
    }

    private final Path state;
    private final String home;
    private final String version;
    private final Place place;
    private final McpServer server;
    private final Thread keeper;
    private volatile Listening listening;

    private record Listening(Path socket, ServerSocketChannel channel, Thread acceptor) {}

    private HubServer(Path state, String home, String version, Place place, McpServer server)
            throws IOException {
        this.state = state;
        this.home = home;
        this.version = version;
        this.place = place;
        this.server = server;
        this.listening = listen();
        this.keeper = Threads.virtual("hub socket", this::keep);
    }

    static HubServer open(Path state, String home, String version, Place place, McpServer server)
            throws IOException {
        return new HubServer(state, home, version, place, server);
    }

    /// No new clients; those that are here get two seconds.
    @Override
    public void close() {
        try {
            keeper.interrupt();
            keeper.join();
            Files.deleteIfExists(listening.socket());
            listening.channel().close();
            listening.acceptor().join();
        } catch (IOException e) {
            LOG.atWarn().setCause(e).log("Could not close the hub's socket");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        server.close();
    }

    private Listening listen() throws IOException {
        Path socket = place.socket();
        Files.deleteIfExists(socket);
        // Before anyone can connect: whoever can must not read what a dead hub wrote.
        long pid = ProcessHandle.current().pid();
        new HubFile(pid, HubFile.startTicks(pid), version, socket, home).write(state);
        CrashPoint.SOCKET_TOLD.pass();
        ServerSocketChannel channel = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
        channel.bind(UnixDomainSocketAddress.of(socket), 256);
        return new Listening(
                socket, channel, Threads.virtual("hub acceptor", () -> accept(channel)));
    }

    private void keep() {
        try {
            while (true) {
                Thread.sleep(LOOK);
                if (!Files.exists(listening.socket())) {
                    again();
                }
                server.look();
            }
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
        }
    }

    private void again() {
        Listening before = listening;
        try {
            listening = listen();
            before.channel().close();
            LOG.atWarn()
                    .addKeyValue("was", before.socket())
                    .addKeyValue("is", listening.socket())
                    .log("Somebody removed the hub's socket; it listens on a new one");
        } catch (IOException | StrawbossException e) {
            LOG.atError().setCause(e).log("The hub's socket is gone and cannot be made again");
        }
    }

    private void accept(ServerSocketChannel listener) {
        while (listener.isOpen()) {
            try {
                SocketChannel client = listener.accept();
                Threads.virtual("mcp connection", () -> serve(client));
            } catch (IOException e) {
                if (listener.isOpen()) {
                    LOG.atWarn().setCause(e).log("Could not accept a client");
                    pause();
                }
            }
        }
    }

    // Out of file descriptors, most likely: others will be closed meanwhile.
    private static void pause() {
        try {
            Thread.sleep(100);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void serve(SocketChannel client) {
        try {
            server.serve(client);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
