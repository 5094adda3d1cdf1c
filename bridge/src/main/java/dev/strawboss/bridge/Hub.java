package dev.strawboss.bridge;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/// The way to the hub, across its deaths. What is added to the unanswered requests and what is
/// written happen under one lock, so each request goes to each hub once.
final class Hub {
    private static final String REPLAY = "dev.strawboss/replay";
    private static final String NOTIFICATION =
            "{\"jsonrpc\":\"2.0\",\"method\":\"notifications/dev.strawboss/";
    private static final int SLICE = 128 << 10;
    private static final int MOST_OTHERS = 64;
    private static final int MOST_SETTINGS = 1_000;
    private static final int LONGEST_SETTING = 8 << 10;

    private final ReentrantLock lock = new ReentrantLock();
    private final Pending pending;
    private final String name;
    private @Nullable SocketChannel channel;
    private byte[] buffer = new byte[64 << 10];
    private int size;

    private final List<byte[]> others = new ArrayList<>();
    private final Map<String, byte[]> settings = new LinkedHashMap<>();
    private boolean ending;
    private boolean another;
    private @Nullable String initializeKey;
    private byte @Nullable [] initialize;
    private byte @Nullable [] initialized;

    /// @param name of this bridge, by which the hub knows it again
    Hub(Pending pending, String name) {
        this.pending = pending;
        this.name = name;
    }

    void lock() {
        lock.lock();
    }

    void unlock() {
        lock.unlock();
    }

    /// Queues a request. The lock is held.
    void request(String key, Pending.Entry entry) {
        pending.add(key, entry);
        line(entry.line, 0, entry.line.length);
    }

    /// Remembers how the client opened, to say the same to the next hub. The lock is held.
    void initialize(String key, byte[] line, int idStart, int idEnd) {
        initializeKey = key;
        initialize = asReplay(line, idStart, idEnd);
        settings.clear();
    }

    /// Remembers what the client has set, to set it at the next hub too. The lock is held.
    ///
    /// @param about of two requests about the same the later counts
    void set(String about, byte[] line, int idStart, int idEnd) {
        boolean known = settings.containsKey(about);
        if (line.length <= LONGEST_SETTING && (known || settings.size() < MOST_SETTINGS)) {
            settings.put(about, asReplay(line, idStart, idEnd));
        }
    }

    /// Forgets it again. The lock is held.
    void unset(String about) {
        settings.remove(about);
    }

    private static byte[] asReplay(byte[] line, int idStart, int idEnd) {
        String replay = "\"" + REPLAY + "\"";
        byte[] id = replay.getBytes(StandardCharsets.US_ASCII);
        byte[] copy = new byte[line.length - (idEnd - idStart) + id.length];
        System.arraycopy(line, 0, copy, 0, idStart);
        System.arraycopy(id, 0, copy, idStart, id.length);
        System.arraycopy(line, idEnd, copy, idStart + id.length, line.length - idEnd);
        return copy;
    }

    /// The same for `notifications/initialized`. The lock is held.
    void initialized(byte[] line) {
        initialized = line;
    }

    static boolean isReplay(String key) {
        return key.equals("\"" + REPLAY + "\"");
    }

    /// Queues a line that is no request: at once, or for the next hub if there is none. The lock is
    /// held.
    void other(byte[] line) {
        if (channel != null) {
            line(line, 0, line.length);
        } else if (others.size() < MOST_OTHERS) {
            others.add(line);
        }
    }

    private void line(byte[] bytes, int from, int length) {
        if (size + length + 1 > buffer.length) {
            flush();
        }
        if (length + 1 > buffer.length) {
            write(bytes, from, length);
            buffer[size++] = '\n';
            return;
        }
        System.arraycopy(bytes, from, buffer, size, length);
        size += length;
        buffer[size++] = '\n';
    }

    /// Writes what is queued. Without a hub it is dropped: the next hub gets the unanswered
    /// requests anyway. The lock is held.
    void flush() {
        int length = size;
        size = 0;
        write(buffer, 0, length);
    }

    /// Tells the hub at once that the answers to these requests have been written to the client.
    void written(List<String> requests) {
        lock.lock();
        try {
            for (String request : requests) {
                say("written", "\"request\":" + Words.quoted(request));
            }
            flush();
        } finally {
            lock.unlock();
        }
    }

    private void say(String what, String members) {
        String line = NOTIFICATION + what + "\",\"params\":{" + members + "}}";
        byte[] bytes = line.getBytes(StandardCharsets.UTF_8);
        line(bytes, 0, bytes.length);
    }

    /// No more will be written after what is there.
    void endOfInput() {
        lock.lock();
        try {
            ending = true;
            if (channel != null) {
                flush();
                halfClose(channel);
            }
        } finally {
            lock.unlock();
        }
    }

    /// Takes a fresh connection into use: says hello again and repeats the unanswered requests. A
    /// thread does that where it is more than a socket takes at once, since the hub answers while
    /// it still reads.
    void attach(SocketChannel fresh) {
        if (pending.bytes() < SLICE / 2) {
            repeat(fresh);
        } else {
            Thread.ofPlatform().daemon().start(() -> repeat(fresh));
        }
    }

    /// Lets go of a connection that has ended.
    void detach(SocketChannel ended) throws IOException {
        ended.close();
        lock.lock();
        try {
            channel = null;
            size = 0;
        } finally {
            lock.unlock();
        }
    }

    private void repeat(SocketChannel fresh) {
        lock.lock();
        try {
            channel = fresh;
            size = 0;
            say(
                    "bridge",
                    "\"session\":"
                            + Words.quoted(name)
                            + ",\"directory\":"
                            + Words.quoted(System.getProperty("user.dir"))
                            + (another ? ",\"again\":true" : ""));
            another = true;
            String key = initializeKey;
            if (key != null && initialize != null && !pending.contains(key)) {
                line(initialize, 0, initialize.length);
                if (initialized != null) {
                    line(initialized, 0, initialized.length);
                }
                for (byte[] setting : settings.values()) {
                    line(setting, 0, setting.length);
                }
            }
            for (Pending.Entry entry : pending.all()) {
                line(entry.line, 0, entry.line.length);
            }
            for (byte[] other : others) {
                line(other, 0, other.length);
            }
            others.clear();
            flush();
            if (ending) {
                halfClose(fresh);
            }
        } finally {
            lock.unlock();
        }
    }

    private void write(byte[] bytes, int from, int length) {
        SocketChannel hub = channel;
        if (hub == null) {
            return;
        }
        try {
            for (int at = from; at < from + length; at += SLICE) {
                ByteBuffer slice = ByteBuffer.wrap(bytes, at, Math.min(SLICE, from + length - at));
                while (slice.hasRemaining()) {
                    hub.write(slice);
                }
            }
        } catch (IOException gone) {
            // The reader notices too, and repeats everything to the next hub.
            channel = null;
        }
    }

    private static void halfClose(SocketChannel hub) {
        try {
            hub.shutdownOutput();
        } catch (IOException gone) {
            // Then it reads no more anyway.
            return;
        }
    }
}
