package dev.strawboss.main;

import dev.strawboss.bridge.HubFile;
import dev.strawboss.concurrent.Threads;
import dev.strawboss.mcp.McpServer;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Listens on the hub's socket and tells in `hub.json` where that is. The caller holds the state
/// directory, so a socket that is there already is a dead hub's.
final class HubServer implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(HubServer.class);

    private final ServerSocketChannel listener;
    private final Path socket;
    private final McpServer server;
    private final Thread acceptor;

    private HubServer(ServerSocketChannel listener, Path socket, McpServer server) {
        this.listener = listener;
        this.socket = socket;
        this.server = server;
        this.acceptor = Threads.virtual("hub acceptor", this::accept);
    }

    static HubServer open(Path state, String home, String version, Path socket, McpServer server)
            throws IOException {
        Files.deleteIfExists(socket);
        // Before anyone can connect: whoever can must not read what a dead hub wrote.
        long pid = ProcessHandle.current().pid();
        new HubFile(pid, HubFile.startTicks(pid), version, socket, home).write(state);
        ServerSocketChannel listener = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
        listener.bind(UnixDomainSocketAddress.of(socket), 256);
        return new HubServer(listener, socket, server);
    }

    /// No new clients; those that are here get two seconds.
    @Override
    public void close() {
        try {
            Files.deleteIfExists(socket);
            listener.close();
            acceptor.join();
        } catch (IOException e) {
            LOG.atWarn().setCause(e).log("Could not close the hub's socket");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        server.close();
    }

    private void accept() {
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
