package dev.strawboss.mcp;

import dev.strawboss.bridge.Lines;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Serves an [Offer] over MCP, in both eras on every connection. Streams of newline-delimited
/// JSON-RPC it serves itself; another way in takes messages by [#message] and gives them to a
/// [#conversation].
public final class McpServer implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(McpServer.class);
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Duration DRAIN = Duration.ofSeconds(3);

    // The JDK copies to a buffer outside the heap as large as what is written at once.
    private static final int SLICE = 128 << 10;

    private final Service service;
    private final Intake intake = new Intake(new Budget(PATIENCE));
    private final Set<SocketChannel> channels = ConcurrentHashMap.newKeySet();

    /// @param version ours, as clients see it
    public McpServer(Offer offer, Seal seal, String version) {
        this.service = new Service(offer, seal, version);
    }

    /// Takes in one message, as far as there is memory for it. May wait for that.
    public Received message(byte[] bytes, int from, int to) {
        return intake.message(bytes, from, to);
    }

    /// The room for bytes that are no whole message yet, of one connection.
    public Lines.Room room() {
        return intake.room();
    }

    /// Begins one.
    ///
    /// @param push where the client is told something between its requests
    public Conversation conversation(Origin origin, Conversation.Push push) {
        return new Conversation(service, origin, push);
    }

    /// The parameters of a tool that an HTTP client repeats in headers: by the path of names to
    /// them, the header's name after `Mcp-Param-`. Empty if there is no such tool.
    public Map<List<String>, String> headers(String tool) {
        return service.catalog().find(tool).map(Headers::of).orElse(Map.of());
    }

    /// Tells clients whose list has changed if toolsets are on or off by default now that were not
    /// when somebody looked last.
    public void look() {
        service.shelf().look();
    }

    /// Serves one connection until the client ends it. Blocks.
    public void serve(InputStream in, OutputStream out) throws InterruptedException {
        new Connection(
                        service,
                        intake,
                        new Origin(Origin.LOCAL, "stdio", null),
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
                            intake,
                            new Origin(Origin.LOCAL, "socket", null),
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
