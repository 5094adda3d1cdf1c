package dev.strawboss.mcp;

import dev.strawboss.concurrent.Threads;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What a client of the era before 2026-07-28 is told between its requests: changes of the lists
/// from its handshake on, and of the resources that it subscribes to.
final class Subscriptions implements AutoCloseable {
    private static final int MOST = 1_000;
    private static final String URI = "uri ";

    private final Service service;
    private final Conversation.Push push;
    private final Changes changes = new Changes();
    private final Map<String, Resources.Watch> watches = new LinkedHashMap<>();
    private @Nullable Thread teller;
    private boolean missed;
    private boolean closed;

    Subscriptions(Service service, Conversation.Push push) {
        this.service = service;
        this.push = push;
    }

    /// The client has introduced itself.
    ///
    /// @param again whether it listened to a hub before, and may have missed something since
    synchronized void begin(Session session, boolean again) {
        if (teller != null || closed) {
            return;
        }
        missed = again;
        if (service.shelf().canChange()) {
            put(
                    Changes.TOOLS,
                    service.shelf().watch(session, () -> changes.changed(Changes.TOOLS)));
        }
        service.offer()
                .offeredResources()
                .ifPresent(resources ->
                        put(
                                Changes.RESOURCES,
                                resources.watchList(() -> changes.changed(Changes.RESOURCES))));
        if (!watches.isEmpty()) {
            teller = Threads.virtual("mcp changes", this::tell);
        }
    }

    synchronized void subscribe(Resources resources, String uri) throws Refusal {
        if (watches.size() >= MOST) {
            throw new Refusal(Refusal.BUSY, "More than 1,000 subscriptions here.");
        }
        if (!watches.containsKey(URI + uri) && !closed) {
            put(URI + uri, resources.watch(uri, () -> changes.changed(URI + uri)));
        }
    }

    synchronized void unsubscribe(String uri) {
        Resources.Watch watch = watches.remove(URI + uri);
        if (watch != null) {
            watch.close();
        }
    }

    @Override
    public synchronized void close() {
        closed = true;
        watches.values().forEach(Resources.Watch::close);
        watches.clear();
        if (teller != null) {
            teller.interrupt();
        }
    }

    private void put(String what, Resources.Watch watch) {
        watches.put(what, watch);
        if (missed) {
            changes.changed(what);
        }
    }

    private void tell() {
        try {
            while (true) {
                String what = changes.next();
                push.send(Answers.bytes(notice(what)));
            }
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
        }
    }

    private static Map<String, ?> notice(String what) {
        return what.startsWith(URI)
                ? Answers.notice(
                        "notifications/resources/updated",
                        Map.of("uri", what.substring(URI.length())))
                : Answers.notice("notifications/" + what + "/list_changed", Map.of());
    }
}
