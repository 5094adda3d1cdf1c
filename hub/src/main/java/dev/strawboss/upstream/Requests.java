package dev.strawboss.upstream;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/// The requests of one connection that are under way, by ids of our own. An id that nobody waits
/// for, whether it was never given or was answered before, is counted and nothing else.
final class Requests {
    private final AtomicLong count = new AtomicLong();
    private final AtomicLong strays = new AtomicLong();
    private final Map<Long, Pending> open = new ConcurrentHashMap<>();

    Pending open(String method, CallContext context) {
        Pending pending = new Pending(count.incrementAndGet(), method, context);
        open.put(pending.id(), pending);
        return pending;
    }

    void forget(Pending pending) {
        open.remove(pending.id());
    }

    Optional<Pending> of(@Nullable Object id) {
        return id instanceof Long number ? Optional.ofNullable(open.get(number)) : Optional.empty();
    }

    List<Pending> all() {
        return new ArrayList<>(open.values());
    }

    /// An answer from the server.
    void answered(Map<String, Object> message) {
        Pending pending = of(message.get("id")).orElse(null);
        if (pending == null || !pending.reply(outcome(message))) {
            strays.incrementAndGet();
        }
    }

    /// How many answers nobody had asked for.
    long strays() {
        return strays.get();
    }

    static Reply outcome(Map<String, Object> message) {
        if (message.get("result") instanceof Map<?, ?>) {
            return new Reply.Result(object(message, "result"));
        }
        if (message.get("error") instanceof Map<?, ?> error) {
            int code = error.get("code") instanceof Number number ? number.intValue() : -32603;
            Object text = error.get("message");
            return new Reply.Refused(
                    code, text instanceof String said ? said : "", error.get("data"));
        }
        return new Reply.Failed("sent an answer with neither a result nor an error", "", false);
    }

    /// The member of that name, empty if it is no object.
    static Map<String, Object> object(Map<?, ?> from, String name) {
        Map<String, Object> object = new LinkedHashMap<>();
        if (from.get(name) instanceof Map<?, ?> map) {
            @SuppressWarnings("unchecked") // the parser makes no other maps
            Map<String, Object> same = (Map<String, Object>) map;
            object = same;
        }
        return object;
    }
}
