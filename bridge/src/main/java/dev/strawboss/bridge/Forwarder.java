package dev.strawboss.bridge;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardProtocolFamily;
import java.net.StandardSocketOptions;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Semaphore;

/// Passes connections to 127.0.0.1 on to a Unix socket, inside a sandbox whose network has nothing
/// else: `Forwarder SOCKET PORT PID`. Says `listening` on standard output and closes it, and ends
/// when process PID is gone. Stands in for `forward.pl` where there is no perl, and does the same.
public final class Forwarder {
    private static final int MOST = 400; // connections at once; more wait
    private static final Duration LOOK = Duration.ofSeconds(1);
    private static final int AT_ONCE = 16 << 10;

    private static final String AWAY = "Strawboss: the hub is not there just now; try again.\n";
    private static final String BAD_GATEWAY =
            "HTTP/1.1 502 Bad Gateway\r\nContent-Type: text/plain\r\nContent-Length: "
                    + AWAY.length()
                    + "\r\nConnection: close\r\n\r\n"
                    + AWAY;

    private final UnixDomainSocketAddress hub;
    private final ServerSocketChannel listener;
    private final Semaphore room = new Semaphore(MOST);

    private Forwarder(Path socket, ServerSocketChannel listener) {
        this.hub = UnixDomainSocketAddress.of(socket);
        this.listener = listener;
    }

    public static void main(String[] args) throws IOException, InterruptedException {
        ServerSocketChannel listener = ServerSocketChannel.open();
        listener.setOption(StandardSocketOptions.SO_REUSEADDR, true);
        listener.bind(
                new InetSocketAddress(
                        InetAddress.ofLiteral("127.0.0.1"), Integer.parseInt(args[1])),
                512);
        Forwarder forwarder = new Forwarder(Path.of(args[0]), listener);
        Thread.ofPlatform().daemon().start(forwarder::accept);
        System.out.print("listening");
        System.out.close();
        System.err.close();
        ProcessHandle command = ProcessHandle.of(Long.parseLong(args[2])).orElseThrow();
        while (command.isAlive()) {
            Thread.sleep(LOOK);
        }
    }

    private void accept() {
        while (listener.isOpen()) {
            try {
                room.acquireUninterruptibly();
                SocketChannel client = listener.accept();
                Thread.ofVirtual().start(() -> visit(client));
            } catch (IOException _) { // no file descriptors: others will be closed meanwhile
                room.release();
            }
        }
    }

    private void visit(SocketChannel client) {
        try (client) {
            Optional<SocketChannel> hub = connect();
            if (hub.isEmpty()) {
                away(client);
                return;
            }
            try (SocketChannel server = hub.get()) {
                Thread back = Thread.ofVirtual().start(() -> backward(server, client));
                pass(client, server);
                back.join();
            }
        } catch (IOException _) { // one of the two is gone, and so is the other now
            return;
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        } finally {
            room.release();
        }
    }

    private Optional<SocketChannel> connect() throws IOException {
        SocketChannel server = SocketChannel.open(StandardProtocolFamily.UNIX);
        try {
            server.connect(hub);
            return Optional.of(server);
        } catch (IOException _) { // no hub just now; the client is told
            server.close();
            return Optional.empty();
        }
    }

    // What is closed with something unread is reset, and the client may lose what it was told.
    private static void away(SocketChannel client) throws IOException {
        write(client, ByteBuffer.wrap(BAD_GATEWAY.getBytes(StandardCharsets.US_ASCII)));
        client.shutdownOutput();
        ByteBuffer dropped = ByteBuffer.allocate(AT_ONCE);
        while (client.read(dropped) >= 0) {
            dropped.clear();
        }
    }

    // What breaks here breaks the other direction too: it is waiting for one of these two.
    private static void backward(SocketChannel server, SocketChannel client) {
        try {
            pass(server, client);
        } catch (IOException _) { // as said
            close(client);
            close(server);
        }
    }

    private static void pass(SocketChannel from, SocketChannel to) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate(AT_ONCE);
        while (from.read(buffer) >= 0) {
            write(to, buffer.flip());
            buffer.clear();
        }
        to.shutdownOutput();
    }

    private static void write(SocketChannel to, ByteBuffer bytes) throws IOException {
        while (bytes.hasRemaining()) {
            to.write(bytes);
        }
    }

    private static void close(SocketChannel channel) {
        try {
            channel.close();
        } catch (IOException _) { // then it is closed already
            return;
        }
    }
}
