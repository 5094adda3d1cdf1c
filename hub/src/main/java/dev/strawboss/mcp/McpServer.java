package dev.strawboss.mcp;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Serves tools over MCP, in both eras on every connection: newline-delimited JSON-RPC.
public final class McpServer implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(McpServer.class);
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Duration DRAIN = Duration.ofSeconds(3);

    // The JDK copies to a buffer outside the heap as large as what is written at once.
    private static final int SLICE = 128 << 10;

    private final Service service;
    private final Budget budget = new Budget(PATIENCE);
    private final Set<SocketChannel> channels = ConcurrentHashMap.newKeySet();

    /// @param instructions what a client tells its model about the server; the first 2 KB count
    /// @param version ours, as clients see it
    public McpServer(List<Tool> tools, String instructions, String version) {
        this.service = new Service(new Catalog(tools), instructions, version);
    }

    /// Serves one connection until the client ends it. Blocks.
    public void serve(InputStream in, OutputStream out) throws InterruptedException {
        new Connection(
                        service,
                        budget,
                        in::read,
                        (bytes, length) -> {
                            out.write(bytes, 0, length);
                            out.flush();
                        })
                .serve();
    }

    /// Serves one connection until the client or [#close] ends it, and closes the channel. Blocks.
    public void serve(SocketChannel channel) throws InterruptedException {
        channels.add(channel);
        try (channel) {
            new Connection(
                            service,
                            budget,
                            (bytes, from, n) -> channel.read(ByteBuffer.wrap(bytes, from, n)),
                            (bytes, n) -> write(channel, bytes, n))
                    .serve();
        } catch (IOException e) {
            LOG.atWarn().setCause(e).log("Could not close a client's connection");
        } finally {
            synchronized (channels) {
                channels.remove(channel);
                channels.notifyAll();
            }
        }
    }

    /// Ends all connections: no more requests are read, calls under way get two seconds.
    @Override
    public void close() {
        channels.forEach(McpServer::endInput);
        try {
            awaitEnd();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        if (!channels.isEmpty()) {
            LOG.atWarn().addKeyValue("connections", channels.size()).log("Did not end in time");
        }
    }

    private void awaitEnd() throws InterruptedException {
        long end = System.nanoTime() + DRAIN.toNanos();
        synchronized (channels) {
            for (long left = DRAIN.toMillis(); !channels.isEmpty() && left > 0; ) {
                channels.wait(left);
                left = (end - System.nanoTime()) / 1_000_000;
            }
        }
    }

    private static void endInput(SocketChannel channel) {
        try {
            channel.shutdownInput();
        } catch (IOException alreadyGone) {
            LOG.atDebug().setCause(alreadyGone).log("The client had gone already");
        }
    }

    private static void write(SocketChannel channel, byte[] bytes, int length) throws IOException {
        for (int from = 0; from < length; from += SLICE) {
            ByteBuffer slice = ByteBuffer.wrap(bytes, from, Math.min(SLICE, length - from));
            while (slice.hasRemaining()) {
                channel.write(slice);
            }
        }
    }
}
