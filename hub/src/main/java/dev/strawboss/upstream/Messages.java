package dev.strawboss.upstream;

import dev.strawboss.bridge.Envelope;
import dev.strawboss.json.Json;
import dev.strawboss.json.JsonException;
import org.jspecify.annotations.Nullable;

/// Bytes that should be a message, read for an inbox.
final class Messages {
    private Messages() {}

    static void read(
            byte[] bytes, int from, int to, Memory memory, Inbox inbox, @Nullable Pending about) {
        int cost = Memory.cost(bytes, from, to);
        if (!memory.take(cost)) {
            unreadable(bytes, from, to, "for which there is no memory now", inbox, about);
            return;
        }
        Object value;
        try {
            if (!Utf8.is(bytes, from, to)) {
                unreadable(bytes, from, to, "that is not UTF-8", inbox, about);
                return;
            }
            value = Json.parse(bytes, from, to);
        } catch (JsonException e) {
            unreadable(bytes, from, to, "that is " + e.getMessage(), inbox, about);
            return;
        } finally {
            memory.give(cost);
        }
        inbox.received(value, about);
    }

    /// A line that was not kept.
    static @Nullable Object id(Envelope envelope) {
        String raw = envelope.id();
        try {
            return raw == null ? null : Json.parse(raw);
        } catch (JsonException notOne) {
            return null;
        }
    }

    private static void unreadable(
            byte[] bytes, int from, int to, String why, Inbox inbox, @Nullable Pending about) {
        Object id = about != null ? (Object) about.id() : id(Envelope.of(bytes, from, to));
        inbox.unreadable(id, why);
    }
}
