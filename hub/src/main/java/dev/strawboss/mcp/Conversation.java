package dev.strawboss.mcp;

import dev.strawboss.concurrent.Threads;
import dev.strawboss.errors.StrawbossException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/// What is between one client and us, whatever the way its messages come: what was agreed, what is
/// worked on, what it listens to, what we have asked it. Over a socket one per connection; over
/// HTTP one per session, or in the era without sessions one per request.
public final class Conversation implements AutoCloseable {
    private static final int MOST_CALLS = 1_000;
    private static final String LISTEN = "subscriptions/listen";

    /// Where we say something between the client's requests.
    public interface Push {
        /// Waits for room; a client that cannot be told misses it.
        void send(byte[] message) throws InterruptedException;
    }

    private final Service service;
    private final Origin origin;
    private final Dialect dialect;
    private final Lists lists;
    private final Works works;
    private final Inquiries inquiries = new Inquiries();
    private final Subscriptions subscriptions;
    private final Caller caller;
    private final Deliveries deliveries = new Deliveries();
    private final Map<Object, Exchange> running = new ConcurrentHashMap<>();
    private final ReentrantLock changes = new ReentrantLock();
    private final Condition changed = changes.newCondition();
    private Clients.@Nullable Presence presence;
    private Client present = Client.UNKNOWN;

    Conversation(Service service, Origin origin, Push push) {
        this.service = service;
        this.origin = origin;
        this.dialect = new Dialect(service);
        this.lists = new Lists(service);
        this.works = new Works(service);
        this.subscriptions = new Subscriptions(service, push);
        this.caller = new Caller(origin);
    }

    /// Takes a message: answers what is quick at once and works on the rest on a thread of its own.
    ///
    /// @param replies gets one answer if the message is a request that nobody cancels
    public void receive(Received.Message message, Replies replies) throws InterruptedException {
        Request request = message.request();
        boolean held = false;
        try {
            if (request.isAnswer()) {
                inquiries.answered(request);
            } else if (request.id() == null) {
                notified(request);
            } else {
                held = answer(request.id(), message, replies);
            }
        } catch (Refusal refusal) {
            refuse(request.id(), refusal, replies);
        } finally {
            if (!held) {
                message.close();
            }
        }
    }

    /// The client wants no answer to this request any more.
    public void cancel(Object id) {
        Exchange exchange = running.remove(id);
        if (exchange != null && !exchange.told()) {
            exchange.cancel();
        } else if (caller.confirms()) {
            // A bridge passes on no cancellation of a call whose answer it has written.
            deliveries.cancelled(id);
        }
        // Else it has its answer: opencode cancels every call after that.
    }

    /// Waits for what is worked on, except for what never ends.
    void await(Duration time, BooleanSupplier vain) throws InterruptedException {
        long left = time.toNanos();
        changes.lockInterruptibly();
        try {
            while (working() && !vain.getAsBoolean() && left > 0) {
                left = changed.awaitNanos(left);
            }
        } finally {
            changes.unlock();
        }
    }

    /// Something that [#await] looks at has changed.
    void wake() {
        changes.lock();
        try {
            changed.signalAll();
        } finally {
            changes.unlock();
        }
    }

    /// Ends what is worked on, without answers.
    void interrupt() {
        running.values().forEach(Exchange::cancel);
    }

    /// The client is gone.
    @Override
    public void close() {
        interrupt();
        subscriptions.close();
        caller.gone();
        deliveries.close();
        synchronized (this) {
            if (presence != null) {
                presence.gone();
            }
        }
    }

    private boolean working() {
        return running.values().stream()
                .anyMatch(exchange -> !exchange.request().method().equals(LISTEN));
    }

    private void notified(Request request) {
        switch (request.method()) {
            case "notifications/cancelled" -> {
                Object id = request.params().get("requestId");
                if (id != null) {
                    cancel(id);
                }
            }
            case Caller.BRIDGE -> caller.introduced(request);
            case Caller.WRITTEN -> request.string("request").ifPresent(deliveries::arrived);
            // Whatever else a client tells us is no concern of ours.
            default -> {}
        }
    }

    /// @return whether the request is still worked on
    private boolean answer(Object id, Received.Message message, Replies replies)
            throws Refusal, InterruptedException {
        Request request = message.request();
        Optional<Map<String, Object>> handshake = handshake(request);
        if (handshake.isPresent()) {
            send(id, handshake.get(), replies);
            return false;
        }
        Methods.check(request);
        Revision revision = dialect.revision(request);
        Session session = caller.session(request);
        Party party =
                new Party(
                        dialect.client(request, revision),
                        revision,
                        origin.principal(),
                        session,
                        dialect.threshold(request, revision));
        Optional<Map<String, Object>> quick = quick(request, party);
        seen(party, quick.isPresent() ? 0 : 1);
        if (quick.isPresent()) {
            send(id, dialect.complete(quick.get(), revision), replies);
            return false;
        }
        Exchange.Work work = work(request, revision);
        start(id, new Exchange(request, party, replies, service, inquiries), work, message);
        return true;
    }

    /// What needs nothing agreed before.
    private Optional<Map<String, Object>> handshake(Request request) throws Refusal {
        if (request.revision().isPresent()) {
            return Optional.empty();
        }
        return switch (request.method()) {
            case "initialize" -> {
                Map<String, Object> result = dialect.initialize(request);
                Revision revision = dialect.revision(request);
                Session session = caller.session(request);
                seen(
                        new Party(
                                dialect.client(request, revision),
                                revision,
                                origin.principal(),
                                session,
                                null),
                        0);
                subscriptions.begin(session, caller.again());
                yield Optional.of(result);
            }
            case "ping" -> Optional.of(Map.of());
            default -> Optional.empty();
        };
    }

    private Optional<Map<String, Object>> quick(Request request, Party party) throws Refusal {
        if (request.method().equals("server/discover")) {
            return Optional.of(dialect.discover());
        }
        if (!party.revision().modern()) {
            switch (request.method()) {
                case "logging/setLevel" -> {
                    return Optional.of(dialect.setLevel(request));
                }
                case "resources/subscribe", "resources/unsubscribe" -> {
                    return service.offer().offeredResources().isPresent()
                            ? Optional.of(subscription(request))
                            : Optional.empty();
                }
                default -> {}
            }
        }
        return lists.of(request, party.revision(), party.session());
    }

    private Map<String, Object> subscription(Request request) throws Refusal {
        String uri = request.requiredString("uri");
        if (request.method().equals("resources/unsubscribe")) {
            subscriptions.unsubscribe(uri);
        } else {
            Resources resources = service.offer().resources();
            if (resources != null) {
                subscriptions.subscribe(resources, uri);
            }
        }
        return Map.of();
    }

    private Exchange.Work work(Request request, Revision revision) throws Refusal {
        if (revision.modern() && request.method().equals(LISTEN)) {
            return new Listening(service, caller.again());
        }
        return works.of(request, revision).orElseThrow(() -> Refusal.unknown(request.method()));
    }

    private void start(Object id, Exchange exchange, Exchange.Work work, Received.Message message)
            throws Refusal {
        if (running.size() >= MOST_CALLS) {
            throw new Refusal(
                    Refusal.BUSY, "More than " + MOST_CALLS + " calls are under way here.");
        }
        Exchange before = running.putIfAbsent(id, exchange);
        // a client that has its answer may use the id again, even if that call's thread has not
        // ended
        if (before != null && !(before.told() && running.replace(id, before, exchange))) {
            throw new Refusal(Refusal.INVALID_REQUEST, "This id is in use by a running call.");
        }
        try {
            work.begin(exchange);
        } catch (Refusal | StrawbossException e) {
            running.remove(id, exchange);
            work.end();
            throw e instanceof StrawbossException refused ? Refusal.of(refused) : (Refusal) e;
        }
        Threads.virtual(
                "mcp call",
                () -> {
                    try {
                        exchange.run(work, this::ended);
                    } finally {
                        work.end();
                        running.remove(id, exchange);
                        message.close();
                        wake();
                    }
                });
    }

    private void ended(Exchange exchange, Exchange.Outcome outcome) {
        Object id = exchange.id();
        // before the look at what runs: a cancellation that comes in between finds it
        Optional<String> awaited =
                exchange.delivery()
                        .map(delivery -> deliveries.await(id, exchange.requestKey(), delivery));
        exchange.tell();
        if (running.get(id) != exchange) {
            awaited.ifPresent(deliveries::lost);
            return;
        }
        try {
            switch (outcome) {
                case Exchange.Outcome.Refused refused -> {
                    awaited.ifPresent(deliveries::lost);
                    refuse(id, refused.refusal(), exchange.replies());
                }
                case Exchange.Outcome.Result result -> {
                    byte[] line =
                            Answers.bytes(
                                    Answers.result(
                                            id,
                                            dialect.complete(
                                                    result.result(), exchange.party().revision())));
                    answered(exchange, line, awaited);
                }
            }
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
        }
    }

    private void answered(Exchange exchange, byte[] line, Optional<String> awaited)
            throws InterruptedException {
        if (awaited.isPresent() && caller.confirms()) {
            byte[] asking = Deliveries.asking(exchange.id(), line);
            exchange.replies().answer(asking, null, Delivery.UNASKED);
        } else {
            Delivery delivery = awaited.map(deliveries::delivery).orElse(Delivery.UNASKED);
            exchange.replies().answer(line, null, delivery);
        }
    }

    private void send(Object id, Map<String, Object> result, Replies replies)
            throws InterruptedException {
        replies.answer(Answers.bytes(Answers.result(id, result)), null, Delivery.UNASKED);
    }

    private static void refuse(@Nullable Object id, Refusal refusal, Replies replies)
            throws InterruptedException {
        replies.answer(Answers.bytes(Answers.error(id, refusal)), refusal, Delivery.UNASKED);
    }

    /// @param calls how many requests that are worked on this is: one or none
    private synchronized void seen(Party party, int calls) {
        Client client = party.client();
        if (presence == null || !present.equals(client)) {
            if (presence != null) {
                presence.gone();
            }
            present = client;
            presence = service.offer().clients().arrived(origin, party.session().name(), client);
        }
        presence.heard(calls);
    }
}
