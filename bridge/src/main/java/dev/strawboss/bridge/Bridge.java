package dev.strawboss.bridge;

import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What an MCP client starts: carries its lines to the hub and the answers back, gives every
/// request a key under which it may be repeated, and outlives the hub. Standard output is the
/// protocol's alone.
public final class Bridge {
    static final String TOO_LONG = "The message is longer than 32 MB.";

    private static final String KEY = "\"dev.strawboss/request\":\"";

    private static final long GRACE_MILLIS = 2_000;

    private final String name = Name.make();
    private final Pending pending = new Pending();
    private final Hub hub = new Hub(pending, name);
    private final Client client;
    private long count;

    private Bridge(Client client) {
        this.client = client;
    }

    public static void main(String[] args) throws IOException, InterruptedException {
        run(args, System.getenv());
        Runtime.getRuntime().halt(0);
    }

    /// Serves the client on standard input and output until its input ends.
    ///
    /// @param args `--home DIR`, or `--state DIR --configuration DIR`; `--hub-command FILE`
    public static void run(String[] args, Map<String, String> environment)
            throws IOException, InterruptedException {
        FileInputStream in = new FileInputStream(FileDescriptor.in);
        Lines lines =
                new Lines(
                        new Lines.Source() {
                            @Override
                            public int read(byte[] bytes, int offset, int length)
                                    throws IOException {
                                return in.read(bytes, offset, length);
                            }
                        });
        Client client = new Client();
        if (Attempts.withoutTools(environment)) {
            EmptyServer.serve(lines, client);
            return;
        }
        Options options = Options.parse(args);
        new Bridge(client).carry(lines, new HubStarter(options.home(), options.launch()));
    }

    private void carry(Lines lines, HubStarter starter) throws IOException, InterruptedException {
        Thread keeper = new Thread(new Keeper(starter, hub, pending, client), "keeper");
        keeper.setDaemon(true);
        keeper.start();
        for (Lines.Line line = lines.next(); line != null; line = lines.next()) {
            pending.awaitRoom();
            hub.lock();
            try {
                accept(line);
                while (lines.ready() && pending.hasRoom()) {
                    accept(lines.next());
                }
                hub.flush();
            } finally {
                hub.unlock();
            }
        }
        pending.end();
        // An answer that is written after the hub was told of the end cannot be confirmed any more.
        pending.awaitNone(GRACE_MILLIS);
        hub.endOfInput();
        keeper.join();
    }

    private void accept(Lines.@Nullable Line line) throws IOException {
        if (line instanceof Lines.Line.Text text) {
            accept(text);
        } else if (line instanceof Lines.Line.TooLong rest) {
            client.error(rest.envelope().id(), -32600, TOO_LONG);
        }
    }

    private void accept(Lines.Line.Text text) {
        Envelope envelope = Envelope.of(text.bytes(), text.from(), text.to());
        String method = envelope.method();
        String key = envelope.idKey();
        String id = envelope.id();
        if (method != null && key != null && id != null && envelope.whole()) {
            request(text, envelope, method, key, id);
            return;
        }
        if ("notifications/cancelled".equals(method)) {
            String cancelled = envelope.cancelledKey();
            if (cancelled != null && pending.remove(cancelled) == null) {
                // Of a call that has its answer, as opencode does after each. Were it passed on,
                // the
                // hub could not tell it from one that came before, whose answer is dropped here.
                return;
            }
        } else if ("notifications/initialized".equals(method)) {
            hub.initialized(copy(text));
        }
        hub.other(copy(text));
    }

    private void request(
            Lines.Line.Text text, Envelope envelope, String method, String key, String id) {
        String request = name + '-' + ++count;
        byte[] line = keyed(text, envelope, request);
        switch (method) {
            case "initialize" ->
                    hub.initialize(key, copy(text), envelope.idStart(), envelope.idEnd());
            case "logging/setLevel", "resources/subscribe" ->
                    hub.set(about(envelope), copy(text), envelope.idStart(), envelope.idEnd());
            case "resources/unsubscribe" -> hub.unset(about(envelope));
            default -> {}
        }
        boolean endless = method.equals("subscriptions/listen");
        hub.request(key, new Pending.Entry(id, line, request, endless));
    }

    /// What a request sets: the level of the log, or that a resource is watched.
    private static String about(Envelope envelope) {
        String uri = envelope.uri();
        return uri == null ? "" : uri;
    }

    private static byte[] keyed(Lines.Line.Text text, Envelope envelope, String request) {
        int at = envelope.insertAt();
        if (at < 0) {
            return copy(text);
        }
        byte[] member = envelope.insertion(KEY + request + '"').getBytes(StandardCharsets.US_ASCII);
        byte[] line = new byte[text.length() + member.length];
        System.arraycopy(text.bytes(), text.from(), line, 0, at);
        System.arraycopy(member, 0, line, at, member.length);
        System.arraycopy(
                text.bytes(), text.from() + at, line, at + member.length, text.length() - at);
        return line;
    }

    private static byte[] copy(Lines.Line.Text text) {
        byte[] copy = new byte[text.length()];
        System.arraycopy(text.bytes(), text.from(), copy, 0, copy.length);
        return copy;
    }
}
