package dev.strawboss.upstream;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/// One connection to one server, whatever its transport: requests go out, answers, notices and
/// questions come in. What a server does wrong ends as one sentence of the request that it
/// concerns.
final class Connection implements Inbox {
    private final String name;
    private final Map<String, Object> client;
    private final Changes changes;
    private final Requests requests = new Requests();
    private final Notices notices;
    private final Questions questions;
    private final AtomicLong noise = new AtomicLong();
    private final AtomicBoolean closing = new AtomicBoolean();
    private @Nullable Transport transport;
    private volatile @Nullable Identity identity;
    private volatile @Nullable String ended;

    /// @param roots whether one client has it alone
    /// @param client who we are
    Connection(String name, boolean roots, Map<String, Object> client, Changes changes) {
        this.name = name;
        this.client = client;
        this.changes = changes;
        this.notices = new Notices(name, changes);
        this.questions = new Questions(requests, roots, message -> transport().tell(message));
    }

    /// Before anything else.
    void over(Transport way) {
        transport = way;
    }

    /// What is spoken from now on.
    void agreed(Identity spoken) {
        identity = spoken;
        transport().agreed(spoken);
    }

    Optional<Identity> identity() {
        return Optional.ofNullable(identity);
    }

    Questions questions() {
        return questions;
    }

    Map<String, Object> client() {
        return client;
    }

    /// What the server wants, if a person has to act.
    Optional<Login> login() {
        return transport().login();
    }

    /// Why nothing more comes; empty while it does.
    Optional<String> ended() {
        return Optional.ofNullable(ended);
    }

    void tell(Map<String, Object> message) {
        transport().tell(message);
    }

    /// One request, to its answer or to `end` of [System#nanoTime].
    Reply request(
            String method,
            Map<String, Object> params,
            Map<String, String> headers,
            CallContext context,
            long end)
            throws InterruptedException {
        Pending pending = open(method, context);
        try {
            send(pending, params, headers);
            return pending.await(end)
                    .map(reply -> named(method, reply))
                    .orElseGet(() -> late(pending, context));
        } finally {
            close(pending, true);
        }
    }

    /// For requests whose answers are waited for elsewhere.
    Pending open(String method, CallContext context) {
        return requests.open(method, context);
    }

    void send(Pending pending, Map<String, Object> params, Map<String, String> headers) {
        Map<String, Object> whole = new LinkedHashMap<>(params);
        Map<String, Object> meta = meta(pending, params);
        if (!meta.isEmpty()) {
            whole.put("_meta", meta);
        }
        String over = ended;
        if (over != null) {
            pending.reply(new Reply.Failed(over, "", true));
        } else {
            transport().send(pending, Wire.request(pending.id(), pending.method(), whole), headers);
            // it may have ended in between
            over = ended;
            if (over != null) {
                pending.reply(new Reply.Failed(over, "", !pending.sent()));
            }
        }
    }

    /// @param tell whether the server hears of it if it has not answered
    void close(Pending pending, boolean tell) {
        requests.forget(pending);
        if (pending.reply().isEmpty() && tell && ended == null) {
            transport().cancel(pending, Wire.cancelled(pending.id()));
        }
        pending.end();
    }

    /// With the server's name, and what it said last.
    Reply named(String method, Reply reply) {
        if (!(reply instanceof Reply.Failed failed)) {
            return reply;
        }
        String words = ended == null ? "" : transport().lastWords();
        return new Reply.Failed(
                "Server "
                        + name
                        + " "
                        + failed.sentence()
                        + " ("
                        + method
                        + ")"
                        + (words.isEmpty() ? "." : "; it last said: " + words),
                failed.hint().isEmpty() ? hint() : failed.hint(),
                failed.unsent());
    }

    String hint() {
        return "strawboss upstreams test " + name;
    }

    @Override
    public void received(@Nullable Object value, @Nullable Pending about) {
        if (value instanceof Iterable<?> batch) {
            for (Object each : batch) {
                one(each, about);
            }
        } else {
            one(value, about);
        }
    }

    @Override
    public void unreadable(@Nullable Object id, String why) {
        noise.incrementAndGet();
        requests.of(id)
                .ifPresent(pending ->
                        pending.reply(new Reply.Failed("sent an answer " + why, "", false)));
    }

    @Override
    public void ended(String what) {
        if (ended != null) {
            return;
        }
        ended = what;
        for (Pending pending : requests.all()) {
            pending.reply(new Reply.Failed(what, "", !pending.sent()));
        }
        notices.end();
        if (!closing.get()) {
            changes.closed("Server " + name + " " + what + ".");
        }
    }

    /// Ends it for good.
    void close() {
        if (closing.compareAndSet(false, true)) {
            ended("was disconnected");
            if (transport != null) {
                transport.close();
            }
        }
    }

    private void one(@Nullable Object value, @Nullable Pending about) {
        if (!(value instanceof Map<?, ?> map)) {
            noise.incrementAndGet();
            return;
        }
        @SuppressWarnings("unchecked") // the parser makes no other maps
        Map<String, Object> message = (Map<String, Object>) map;
        Object id = message.get("id");
        if (message.get("method") instanceof String method) {
            Map<String, Object> params = Requests.object(message, "params");
            if (id instanceof String || id instanceof Number) {
                questions.asked(id, method, params, about);
            } else {
                told(method, params, about);
            }
        } else if (id == null && about != null && message.get("error") instanceof Map) {
            about.reply(Requests.outcome(message));
        } else {
            requests.answered(message);
        }
    }

    private void told(String method, Map<String, Object> params, @Nullable Pending about) {
        switch (method) {
            case "notifications/progress" -> {
                Object token = params.remove("progressToken");
                requests.of(token).ifPresent(pending -> pending.progress(params));
            }
            case "notifications/message" -> {
                if (about == null) {
                    notices.log(params);
                } else {
                    about.log(params);
                }
            }
            case "notifications/cancelled" -> {
                Object id = params.get("requestId");
                requests.of(id)
                        .filter(pending -> pending.method().equals(Subscription.METHOD))
                        .ifPresent(
                                pending -> pending.reply(new Reply.Result(new LinkedHashMap<>())));
                questions.withdrawn(id);
            }
            case "notifications/tools/list_changed" -> notices.changed(Notices.Kind.TOOLS);
            case "notifications/resources/list_changed" -> notices.changed(Notices.Kind.RESOURCES);
            case "notifications/prompts/list_changed" -> notices.changed(Notices.Kind.PROMPTS);
            case "notifications/resources/updated" -> {
                if (params.get("uri") instanceof String uri) {
                    notices.updated(uri);
                }
            }
            default -> {}
        }
    }

    private Map<String, Object> meta(Pending pending, Map<String, Object> params) {
        Map<String, Object> meta = new LinkedHashMap<>(Requests.object(params, "_meta"));
        Identity spoken = identity;
        boolean handshake = pending.method().equals("initialize");
        if (!handshake && (spoken == null || spoken.era() == Identity.Era.MODERN)) {
            CallContext context = pending.context();
            meta.put(Wire.PREFIX + "protocolVersion", Wire.MODERN);
            meta.put(Wire.PREFIX + "clientInfo", client);
            meta.put(Wire.PREFIX + "clientCapabilities", questions.capabilities(context.elicits()));
            context.logLevel().ifPresent(level -> meta.put(Wire.PREFIX + "logLevel", level));
        }
        if (pending.method().equals("tools/call")) {
            meta.put("progressToken", pending.id());
        }
        return meta;
    }

    private Reply late(Pending pending, CallContext context) {
        StringBuilder sentence = new StringBuilder("did not answer in time");
        if (!context.patience().isNegative() && context.patience().toDays() < 1) {
            sentence.append(" (").append(context.patience().toMillis() / 1000.0).append(" s)");
        }
        if (requests.strays() > 0) {
            sentence.append("; it has sent ")
                    .append(requests.strays())
                    .append(" answers that nobody asked for");
        }
        if (noise.get() > 0) {
            sentence.append("; it has sent ")
                    .append(noise.get())
                    .append(" lines that mean nothing");
        }
        return named(pending.method(), new Reply.Failed(sentence.toString(), "", false));
    }

    private Transport transport() {
        if (transport == null) {
            throw new IllegalStateException("not connected yet");
        }
        return transport;
    }
}
