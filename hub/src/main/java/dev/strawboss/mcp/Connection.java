package dev.strawboss.mcp;

import dev.strawboss.bridge.Envelope;
import dev.strawboss.bridge.Lines;
import dev.strawboss.concurrent.Threads;
import dev.strawboss.json.Json;
import dev.strawboss.json.JsonException;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/// One client: reads its lines in order, answers what is quick at once and runs each tool call on a
/// thread of its own.
final class Connection {
    private static final int MOST_CALLS = 1_000;
    private static final int LEAST_COST = 1 << 10;
    private static final Duration GRACE = Duration.ofSeconds(2);

    private final Service service;
    private final Budget budget;
    private final Lines lines;
    private final Outbox outbox;
    private final Dialect dialect;
    private final Caller caller = new Caller();
    private final Deliveries deliveries = new Deliveries();
    private final Map<Object, ToolCall> running = new ConcurrentHashMap<>();

    Connection(Service service, Budget budget, Lines.Source in, Outbox.Sink out) {
        this.service = service;
        this.budget = budget;
        this.lines = new Lines(in, budget.room());
        this.outbox = new Outbox("mcp", out, this::wake);
        this.dialect = new Dialect(service);
    }

    /// Serves until the client's last line, then gives the calls under way two seconds.
    void serve() throws InterruptedException {
        try {
            for (Lines.Line line = lines.next(); line != null; line = lines.next()) {
                switch (line) {
                    case Lines.Line.Text text -> receive(text);
                    case Lines.Line.TooLong rest -> refuse(rest);
                }
            }
            await(GRACE);
        } catch (IOException gone) {
            outbox.close();
        } finally {
            running.values().forEach(ToolCall::cancel);
            lines.close();
            try {
                outbox.drain(GRACE);
            } finally {
                outbox.close();
                caller.gone();
                deliveries.close();
            }
        }
    }

    private void receive(Lines.Line.Text line) throws InterruptedException {
        int length = line.length();
        if (length == 0 || (length == 1 && line.bytes()[line.from()] == '\r')) {
            return;
        }
        int cost = Math.max(Budget.cost(line.bytes(), line.from(), line.to()), LEAST_COST);
        if (!Budget.fits(cost) || !budget.takeRequest(cost)) {
            refuse(line, cost);
            return;
        }
        boolean held = false;
        try {
            held = receive(line, cost);
        } finally {
            if (!held) {
                budget.giveRequest(cost);
            }
        }
    }

    /// @return whether a call goes on, which gives the cost back when it ends
    private boolean receive(Lines.Line.Text line, int cost) throws InterruptedException {
        Request request;
        try {
            request = Request.parse(line.bytes(), line.from(), line.to());
        } catch (Refusal refusal) {
            send(Answers.error(null, refusal));
            return false;
        }
        if (request.id() == null) {
            notified(request);
            return false;
        }
        try {
            return answer(request.id(), request, cost);
        } catch (Refusal refusal) {
            send(Answers.error(request.id(), refusal));
            return false;
        }
    }

    private void refuse(Lines.Line.Text line, int cost) throws InterruptedException {
        Object id = id(Envelope.of(line.bytes(), line.from(), line.to()).id());
        send(
                Answers.error(
                        id,
                        Budget.fits(cost)
                                ? new Refusal(
                                        Refusal.BUSY,
                                        "Too many bytes of requests are under way. Send it again"
                                                + " later.")
                                : new Refusal(
                                        Refusal.INVALID_REQUEST,
                                        "The message holds too many values for its size.")));
    }

    private boolean answer(Object id, Request request, int cost)
            throws Refusal, InterruptedException {
        if (request.method().equals("tools/call")) {
            start(id, call(request), cost);
            return true;
        }
        send(Answers.result(id, dialect.answer(request)));
        return false;
    }

    private ToolCall call(Request request) throws Refusal {
        Revision revision = dialect.revision(request);
        String name =
                request.string("name")
                        .orElseThrow(() ->
                                new Refusal(Refusal.INVALID_PARAMS, "params.name is missing."));
        Object arguments = request.params().get("arguments");
        if (arguments != null && !(arguments instanceof Map)) {
            throw new Refusal(Refusal.INVALID_PARAMS, "params.arguments is not an object.");
        }
        Tool tool = service.catalog().require(name);
        return new ToolCall(
                request, tool, dialect.client(request), caller.session(request), revision, outbox);
    }

    private void start(Object id, ToolCall call, int cost) throws Refusal {
        if (running.size() >= MOST_CALLS) {
            throw new Refusal(
                    Refusal.BUSY, "More than " + MOST_CALLS + " calls are under way here.");
        }
        ToolCall before = running.putIfAbsent(id, call);
        // a client that has its answer may use the id again, even if that call's thread has not
        // ended
        if (before != null && !(before.told() && running.replace(id, before, call))) {
            throw new Refusal(Refusal.INVALID_REQUEST, "This id is in use by a running call.");
        }
        Threads.virtual(
                "mcp call",
                () -> {
                    try {
                        call.run(this::answered);
                    } finally {
                        running.remove(id, call);
                        budget.giveRequest(cost);
                        wake();
                    }
                });
    }

    private void answered(ToolCall call, ToolAnswer answer) {
        Object id = call.request().id();
        if (id == null) {
            return;
        }
        // before the look at what runs: a cancellation that comes in between finds it
        Optional<String> awaited =
                call.delivery().map(delivery -> deliveries.await(id, call.requestKey(), delivery));
        call.tell();
        if (running.get(id) != call) {
            awaited.ifPresent(deliveries::lost);
            return;
        }
        Map<String, Object> result = Answers.call(answer, call.revision());
        byte[] line =
                Json.writeBytes(Answers.result(id, dialect.complete(result, call.revision())));
        try {
            if (awaited.isEmpty()) {
                outbox.send(line);
            } else if (caller.confirms()) {
                outbox.send(Deliveries.asking(id, line));
            } else {
                outbox.send(line, () -> deliveries.arrived(awaited.get()));
            }
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
        }
    }

    private void notified(Request request) {
        switch (request.method()) {
            case "notifications/cancelled" -> {
                Object id = request.params().get("requestId");
                if (id != null) {
                    cancelled(id);
                }
            }
            case Caller.BRIDGE -> caller.introduced(request);
            case Caller.WRITTEN -> request.string("request").ifPresent(deliveries::arrived);
            // Whatever else a client tells us is no concern of ours.
            default -> {}
        }
    }

    private void cancelled(Object id) {
        ToolCall call = running.remove(id);
        if (call != null && !call.told()) {
            call.cancel();
        } else if (caller.confirms()) {
            // A bridge passes on no cancellation of a call whose answer it has written.
            deliveries.cancelled(id);
        }
        // Else it has its answer: opencode cancels every call after that.
    }

    private void refuse(Lines.Line.TooLong line) throws InterruptedException {
        Refusal refusal =
                line.noRoom()
                        ? new Refusal(
                                Refusal.BUSY,
                                "There is no room for a message of this size now. Send it again"
                                        + " later.")
                        : new Refusal(Refusal.INVALID_REQUEST, "The message is longer than 32 MB.");
        send(Answers.error(id(line.envelope().id()), refusal));
    }

    /// Null also for what only looks like an id, such as `01`.
    private static @Nullable Object id(@Nullable String raw) {
        try {
            return raw == null ? null : Json.parse(raw);
        } catch (JsonException notOne) {
            return null;
        }
    }

    private void send(Map<String, ? extends @Nullable Object> message) throws InterruptedException {
        outbox.send(Json.writeBytes(message));
    }

    private synchronized void wake() {
        notifyAll();
    }

    private synchronized void await(Duration time) throws InterruptedException {
        long end = System.nanoTime() + time.toNanos();
        long left = time.toMillis();
        while (!running.isEmpty() && !outbox.broken() && left > 0) {
            wait(left);
            left = (end - System.nanoTime()) / 1_000_000;
        }
    }
}
