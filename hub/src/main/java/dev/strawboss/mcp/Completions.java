package dev.strawboss.mcp;

import java.util.List;
import java.util.Map;

/// Proposes values while a person fills in a prompt or a resource template.
public interface Completions {
    /// @param value what is typed so far
    /// @param context arguments that are filled in already
    Values complete(
            Call call, Reference of, String argument, String value, Map<String, String> context)
            throws InterruptedException;

    /// What is being filled in.
    sealed interface Reference {
        record OfPrompt(String name) implements Reference {}

        record OfTemplate(String uriTemplate) implements Reference {}
    }

    /// @param values the best first; a client is shown 100
    /// @param total how many there are
    record Values(List<String> values, int total) {
        public static final Values NONE = new Values(List.of(), 0);

        public Values {
            values = List.copyOf(values);
        }

        public static Values of(List<String> values) {
            return new Values(values, values.size());
        }
    }
}
