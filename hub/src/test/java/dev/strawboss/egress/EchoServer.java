package dev.strawboss.egress;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.util.concurrent.atomic.AtomicInteger;

/// Says back what it hears, and its end only after the other's.
final class EchoServer implements AutoCloseable {
    private final ServerSocketChannel listener;
    private final AtomicInteger visitors = new AtomicInteger();

    EchoServer() throws IOException {
        this(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 0));
    }

    EchoServer(SocketAddress address) throws IOException {
        listener =
                address instanceof UnixDomainSocketAddress
                        ? ServerSocketChannel.open(StandardProtocolFamily.UNIX)
                        : ServerSocketChannel.open();
        listener.bind(address, 200);
        Thread.ofVirtual().start(this::accept);
    }

    /// `127.0.0.1:PORT`.
    String address() {
        return "127.0.0.1:" + listener.socket().getLocalPort();
    }

    int visitors() {
        return visitors.get();
    }

    private void accept() {
        while (listener.isOpen()) {
            try {
                SocketChannel client = listener.accept();
                visitors.incrementAndGet();
                Thread.ofVirtual().start(() -> echo(client));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private static void echo(SocketChannel client) {
        try (client) {
            ByteBuffer buffer = ByteBuffer.allocate(8192);
            while (client.read(buffer.clear()) >= 0) {
                buffer.flip();
                while (buffer.hasRemaining()) {
                    client.write(buffer);
                }
            }
        } catch (IOException gone) {
            return;
        }
    }

    @Override
    public void close() throws IOException {
        listener.close();
    }
}
