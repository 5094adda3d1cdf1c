package dev.strawboss.agents;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// One event of an agent's output, read leniently: vendors change their events.
record Event(Map<String, Object> values) {
    String type() {
        return text("type").orElse("");
    }

    Optional<String> text(String key) {
        return values.get(key) instanceof String text ? Optional.of(text) : Optional.empty();
    }

    Optional<Long> number(String key) {
        return values.get(key) instanceof Number number
                ? Optional.of(number.longValue())
                : Optional.empty();
    }

    Optional<Double> decimal(String key) {
        return values.get(key) instanceof Number number
                ? Optional.of(number.doubleValue())
                : Optional.empty();
    }

    boolean isTrue(String key) {
        return Boolean.TRUE.equals(values.get(key));
    }

    /// Empty when absent or no object.
    Event nested(String key) {
        return of(values.get(key));
    }

    /// The objects of a list; empty when absent or no list.
    List<Event> list(String key) {
        return values.get(key) instanceof List<?> list
                ? list.stream().map(Event::of).toList()
                : List.of();
    }

    private static Event of(@Nullable Object value) {
        if (value instanceof Map) {
            @SuppressWarnings("unchecked") // keys of a JSON object are strings
            Map<String, Object> object = (Map<String, Object>) value;
            return new Event(object);
        }
        return new Event(Map.of());
    }
}
