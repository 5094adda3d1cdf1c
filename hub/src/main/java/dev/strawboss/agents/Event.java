package dev.strawboss.agents;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
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

    /// What stands at a path through objects and into each element of lists, as text; several texts
    /// as paragraphs. Empty when nothing stands there.
    Optional<String> textAt(String path) {
        List<String> found =
                at(path).filter(value -> !(value instanceof Map)).map(String::valueOf).toList();
        return found.isEmpty() ? Optional.empty() : Optional.of(String.join("\n\n", found));
    }

    /// The number at a path.
    Optional<Double> numberAt(String path) {
        return at(path).filter(Number.class::isInstance)
                .map(value -> ((Number) value).doubleValue())
                .findFirst();
    }

    private Stream<Object> at(String path) {
        Stream<Object> found = Stream.of(values);
        for (String name : path.split("\\.", -1)) {
            found = found.flatMap(value -> elements(of(value).values().get(name)));
        }
        return found;
    }

    private static Stream<Object> elements(@Nullable Object value) {
        return value instanceof List<?> list
                ? list.stream().map(Object.class::cast).filter(Objects::nonNull)
                : Stream.ofNullable(value);
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
