package dev.strawboss.egress;

import dev.strawboss.concurrent.Threads;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The listener of one job. Whoever can open its socket may use it, so the socket stands in a
/// directory that only this job is shown.
final class Gate implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Gate.class);

    /// At once; more are told to come again.
    private static final int MOST = 512;

    private static final int LONGEST_PATH = 100; // bytes; Java refuses 107 and more, macOS 104

    /// What is done with a client; the gate closes it afterwards.
    interface Service {
        void serve(SocketChannel client) throws IOException, InterruptedException;
    }

    private final Path socket;
    private final ServerSocketChannel listener;
    private final Service service;
    private final Set<Thread> visits = ConcurrentHashMap.newKeySet();
    private final Thread acceptor;

    private Gate(Path socket, ServerSocketChannel listener, Service service) {
        this.socket = socket;
        this.listener = listener;
        this.service = service;
        this.acceptor = Threads.virtual("egress gate", this::accept);
    }

    /// @param socket is made anew; a dead hub may have left one
    static Gate open(Path socket, Service service) throws IOException {
        Files.deleteIfExists(socket);
        ServerSocketChannel listener = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
        try {
            bind(listener, socket);
            // inside it belongs to another user
            Files.setPosixFilePermissions(socket, PosixFilePermissions.fromString("rw-rw-rw-"));
        } catch (IOException | RuntimeException e) {
            listener.close();
            throw e;
        }
        return new Gate(socket, listener, service);
    }

    private static void bind(ServerSocketChannel listener, Path socket) throws IOException {
        if (socket.toString().getBytes(StandardCharsets.UTF_8).length <= LONGEST_PATH) {
            listener.bind(UnixDomainSocketAddress.of(socket), MOST);
            return;
        }
        // A long path is reached over a short link, which nobody needs afterwards.
        Path folder = Files.createTempDirectory("sb");
        Path link = folder.resolve("g");
        try {
            Files.createSymbolicLink(link, socket.toAbsolutePath().getParent());
            listener.bind(UnixDomainSocketAddress.of(link.resolve(socket.getFileName())), MOST);
        } finally {
            Files.deleteIfExists(link);
            Files.deleteIfExists(folder);
        }
    }

    private void accept() {
        while (listener.isOpen()) {
            try {
                SocketChannel client = listener.accept();
                Threads.virtual("egress visit", () -> visit(client));
            } catch (IOException e) {
                if (listener.isOpen()) {
                    LOG.atWarn().setCause(e).log("Could not accept a confined program");
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

    private void visit(SocketChannel client) {
        visits.add(Thread.currentThread());
        try (client) {
            if (visits.size() > MOST) {
                Replies.refuse(client, 503, "This job has too many connections open.");
            } else if (listener.isOpen()) {
                service.serve(client);
            }
        } catch (IOException | RuntimeException e) {
            LOG.atDebug().setCause(e).log("A connection of a confined program ended early");
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        } finally {
            visits.remove(Thread.currentThread());
        }
    }

    /// Ends every connection. An interrupt closes the socket that it waits for.
    @Override
    public void close() throws IOException {
        listener.close();
        Files.deleteIfExists(socket);
        try {
            acceptor.join();
            visits.forEach(Thread::interrupt);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
