package dev.strawboss.egress;

import dev.strawboss.concurrent.Threads;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Passes bytes between two sockets until both ends are done; one end's half is passed on as such.
final class Relay {
    private static final Logger LOG = LoggerFactory.getLogger(Relay.class);
    private static final int AT_ONCE = 16 << 10;

    private Relay() {}

    /// Returns at the end of both directions, or as soon as one breaks; the caller closes both.
    ///
    /// @param ahead bytes of the client that were read already
    static void between(SocketChannel client, ByteBuffer ahead, SocketChannel server)
            throws IOException, InterruptedException {
        Thread back = Threads.virtual("egress back", () -> backward(server, client));
        try {
            write(server, ahead);
            pass(client, server);
            back.join();
        } finally {
            back.interrupt(); // closes what it waits for
            server.close();
        }
    }

    // What breaks here breaks the other direction too: it is waiting for one of these two.
    private static void backward(SocketChannel server, SocketChannel client) {
        try {
            pass(server, client);
        } catch (IOException broken) {
            LOG.atTrace().setCause(broken).log("A connection broke");
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

    static void write(SocketChannel to, ByteBuffer bytes) throws IOException {
        while (bytes.hasRemaining()) {
            to.write(bytes);
        }
    }

    private static void close(SocketChannel channel) {
        try {
            channel.close();
        } catch (IOException e) {
            LOG.atTrace().setCause(e).log("A connection cannot be closed");
        }
    }
}
