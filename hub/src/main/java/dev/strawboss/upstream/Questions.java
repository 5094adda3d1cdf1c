package dev.strawboss.upstream;

import dev.strawboss.concurrent.Threads;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What a server asks us: in the legacy era by requests, in the modern one within the result of a
/// call. Whom a question is for must be certain, else it is declined.
final class Questions {
    private static final Logger LOG = LoggerFactory.getLogger(Questions.class);
    private static final int MOST = 32;

    /// Whose requests a question may belong to.
    private static final Set<String> ASKING =
            Set.of("tools/call", "prompts/get", "resources/read", "completion/complete");

    private final Requests requests;
    private final boolean roots;
    private final Consumer<Map<String, Object>> answers;
    private final Map<Object, Thread> open = new ConcurrentHashMap<>();

    /// @param roots whether the connection is one client's own
    /// @param answers where answers to requests of the server go
    Questions(Requests requests, boolean roots, Consumer<Map<String, Object>> answers) {
        this.requests = requests;
        this.roots = roots;
        this.answers = answers;
    }

    /// What we declare that can be asked of the caller of one request.
    Map<String, Object> capabilities(boolean elicits) {
        Map<String, Object> capabilities = new LinkedHashMap<>();
        if (elicits) {
            capabilities.put("elicitation", Map.of("form", Map.of()));
        }
        if (roots) {
            capabilities.put("roots", Map.of());
        }
        return capabilities;
    }

    /// A request of the server.
    ///
    /// @param about the request of ours in whose answer it came, if the transport can tell
    void asked(Object id, String method, Map<String, Object> params, @Nullable Pending about) {
        switch (method) {
            case "ping" -> answer(id, Map.of());
            case "elicitation/create", "roots/list" -> person(id, method, params, about);
            default -> refuse(id, -32601, "This client does not know " + method + ".");
        }
    }

    /// The server no longer wants to know.
    void withdrawn(@Nullable Object id) {
        Thread thread = id == null ? null : open.get(id);
        if (thread != null) {
            thread.interrupt();
        }
    }

    /// The answer to what a server asks within a result.
    ///
    /// @return empty for what was never declared
    Optional<Map<String, Object>> answer(
            String method, Map<String, Object> params, CallContext context)
            throws InterruptedException {
        return switch (method) {
            case "elicitation/create" -> Optional.of(elicit(context, params));
            case "roots/list" ->
                    roots ? Optional.of(Map.of("roots", context.roots())) : Optional.empty();
            default -> Optional.empty();
        };
    }

    private void person(
            Object id, String method, Map<String, Object> params, @Nullable Pending about) {
        Optional<Pending> owner = about != null ? Optional.of(about) : owner();
        if (method.equals("roots/list") && !roots) {
            refuse(id, -32601, "This client has declared no roots.");
        } else if (owner.isEmpty()) {
            if (method.equals("roots/list")) {
                refuse(id, -32603, "No call is under way.");
            } else {
                answer(id, Map.of("action", "decline"));
            }
        } else if (open.size() >= MOST || open.containsKey(id)) {
            refuse(id, -32603, "Too many questions at once.");
        } else {
            Pending call = owner.get();
            Thread thread =
                    Threads.virtual("upstream-question", () -> ask(id, method, params, call));
            open.put(id, thread);
            call.whenOver(thread::interrupt);
            if (!thread.isAlive()) {
                open.remove(id);
            }
        }
    }

    private void ask(Object id, String method, Map<String, Object> params, Pending call) {
        try {
            answer(id, answer(method, params, call.context()).orElseThrow());
        } catch (InterruptedException e) {
            answer(id, Map.of("action", "cancel"));
        } finally {
            open.remove(id);
        }
    }

    /// The only client that has requests under way: its newest that can be asked.
    private Optional<Pending> owner() {
        List<Pending> calls = new ArrayList<>();
        for (Pending each : requests.all()) {
            if (ASKING.contains(each.method())) {
                calls.add(each);
            }
        }
        if (calls.stream().map(each -> each.context().client()).distinct().count() != 1) {
            return Optional.empty();
        }
        return calls.stream()
                .filter(each -> roots || each.context().elicits())
                .max((one, other) -> Long.compare(one.id(), other.id()));
    }

    private static Map<String, Object> elicit(CallContext context, Map<String, Object> params)
            throws InterruptedException {
        if (!context.elicits()) {
            return Map.of("action", "decline");
        }
        try {
            return context.elicit(params)
                    .filter(answer -> answer.get("action") instanceof String)
                    .map(answer -> withDefaults(answer, params))
                    .orElse(Map.of("action", "decline"));
        } catch (RuntimeException e) {
            LOG.atError().setCause(e).log("a server's question could not be asked");
            return Map.of("action", "cancel");
        }
    }

    /// What a person left out has the value that the form proposes.
    private static Map<String, Object> withDefaults(
            Map<String, Object> answer, Map<String, Object> params) {
        if (!"accept".equals(answer.get("action"))) {
            return answer;
        }
        Map<String, Object> content = new LinkedHashMap<>(Requests.object(answer, "content"));
        Map<String, Object> schema = Requests.object(params, "requestedSchema");
        Requests.object(schema, "properties")
                .forEach((name, property) -> {
                    if (property instanceof Map<?, ?> its) {
                        Object value = its.get("default");
                        if (value != null) {
                            content.putIfAbsent(name, value);
                        }
                    }
                });
        Map<String, Object> whole = new LinkedHashMap<>(answer);
        whole.put("content", content);
        return whole;
    }

    private void answer(Object id, Map<String, Object> result) {
        answers.accept(Wire.result(id, result));
    }

    private void refuse(Object id, int code, String sentence) {
        answers.accept(Wire.error(id, code, sentence));
    }
}
