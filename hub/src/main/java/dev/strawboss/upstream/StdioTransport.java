package dev.strawboss.upstream;

import dev.strawboss.bridge.Lines;
import dev.strawboss.concurrent.Threads;
import dev.strawboss.json.Json;
import dev.strawboss.process.Child;
import dev.strawboss.process.Processes;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalInt;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Lines to and from a process of our own.
final class StdioTransport implements Transport {
    private static final Logger LOG = LoggerFactory.getLogger(StdioTransport.class);

    /// In the environment of every server, so that none is left behind.
    static final String MARK = "STRAWBOSS_UPSTREAM";

    private static final Duration TO_LEAVE = Duration.ofSeconds(2);

    private final Child child;
    private final Inbox inbox;
    private final Memory memory;
    private final Outgoing queue;
    private final Words words;
    private final AtomicBoolean closed = new AtomicBoolean();

    /// @throws IOException if it cannot be started; the message says why in a few words
    StdioTransport(String name, Target.Stdio target, Inbox inbox, Means means) throws IOException {
        Path directory = target.directory() == null ? Path.of("/") : target.directory();
        Map<String, String> environment = new HashMap<>(target.environment());
        int equals = means.mark().indexOf('=');
        environment.put(means.mark().substring(0, equals), means.mark().substring(equals + 1));
        this.child =
                Processes.child(
                        target.command(), directory, environment, MARK + "=" + UUID.randomUUID());
        this.inbox = inbox;
        this.memory = means.memory();
        this.queue = new Outgoing(name, child.input());
        this.words = new Words(name, child.errors());
        Thread reader = Threads.platform(name + " output", () -> read(child.output()));
        var _ = child.ended().thenRun(() -> Threads.virtual(name + " end", () -> orphan(reader)));
    }

    @Override
    public void send(Pending pending, Map<String, Object> message, Map<String, String> headers) {
        byte[] line = Json.writeBytes(message);
        if (line.length > Lines.LONGEST) {
            pending.reply(new Reply.Failed("would be sent more than 32 MB at once", "", true));
        } else if (!queue.offer(line, pending)) {
            pending.reply(new Reply.Failed("does not read what is sent to it", "", true));
        }
    }

    @Override
    public void tell(Map<String, Object> message) {
        if (!queue.offer(Json.writeBytes(message), null)) {
            LOG.atDebug().log("a server that does not read is not told of everything");
        }
    }

    @Override
    public void cancel(Pending pending, Map<String, Object> notice) {
        tell(notice);
    }

    @Override
    public void agreed(Identity identity) {}

    @Override
    public String lastWords() {
        return words.last();
    }

    @Override
    public void close() {
        if (closed.compareAndSet(false, true)) {
            queue.close();
            Threads.virtual("upstream-end", this::end);
        }
    }

    private void end() {
        try {
            child.end(TO_LEAVE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void read(InputStream output) {
        Lines lines = new Lines(output::read, memory);
        try {
            for (Lines.Line line = lines.next(); line != null; line = lines.next()) {
                switch (line) {
                    case Lines.Line.Text text -> text(text);
                    case Lines.Line.TooLong tooLong ->
                            inbox.unreadable(
                                    Messages.id(tooLong.envelope()),
                                    tooLong.noRoom()
                                            ? "for which there is no memory now"
                                            : "that is longer than 32 MB");
                }
            }
        } catch (IOException e) {
            LOG.atTrace().setCause(e).log("the process closed its end");
        } finally {
            lines.close();
        }
        ended();
    }

    /// What the process has started may hold its output open for ever.
    private void orphan(Thread reader) {
        try {
            if (!reader.join(TO_LEAVE)) {
                ended();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void ended() {
        try {
            inbox.ended(howItEnded());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            close();
        }
    }

    private void text(Lines.Line.Text line) {
        int from = line.from();
        int to = line.to();
        while (to > from && line.bytes()[to - 1] <= ' ' && line.bytes()[to - 1] >= 0) {
            to--;
        }
        if (to > from) {
            Messages.read(line.bytes(), from, to, memory, inbox, null);
        }
    }

    private String howItEnded() throws InterruptedException {
        OptionalInt status = child.status(Duration.ofSeconds(1));
        words.settle();
        if (status.isEmpty()) {
            return "closed its output";
        }
        int code = status.getAsInt();
        return code > 128 ? "was ended by signal " + (code - 128) : "exited with status " + code;
    }
}
