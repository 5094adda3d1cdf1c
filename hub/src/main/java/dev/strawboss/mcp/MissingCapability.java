package dev.strawboss.mcp;

import java.io.Serial;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;

/// A call cannot be served to a client that declared so little. Becomes an error of the request.
public final class MissingCapability extends RuntimeException {
    @Serial private static final long serialVersionUID = 1L;

    private final transient Map<String, Object> required;

    private MissingCapability(Map<String, Object> required) {
        super("The client has not declared " + String.join(", ", required.keySet()) + ".");
        this.required = Map.copyOf(required);
    }

    /// The client cannot answer all of these.
    public static MissingCapability of(Collection<Question> questions) {
        Map<String, Object> required = new LinkedHashMap<>();
        questions.forEach(question -> required.putAll(question.capability()));
        return new MissingCapability(required);
    }

    /// The client takes no tasks.
    public static MissingCapability tasks() {
        return new MissingCapability(Map.of("extensions", Map.of(Client.TASKS, Map.of())));
    }

    Map<String, Object> required() {
        return required;
    }
}
