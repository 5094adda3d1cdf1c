package dev.strawboss.servers;

import java.util.LinkedHashMap;
import java.util.Map;

/// A document without one server, to be compared; an object of servers that is empty counts as
/// absent.
final class Rest {
    private Rest() {}

    static Map<String, Object> of(Map<String, Object> document, String name) {
        Map<String, Object> rest = new LinkedHashMap<>(document);
        for (Formats.Place place : Formats.places(document)) {
            if (!place.path().isEmpty()) {
                Map<String, Object> others = new LinkedHashMap<>(place.servers());
                others.remove(name);
                put(rest, place.path(), others);
            }
        }
        return rest;
    }

    private static void put(
            Map<String, Object> rest, java.util.List<String> path, Map<String, Object> others) {
        String first = path.getFirst();
        if (path.size() == 1) {
            rest.put(first, others);
            if (others.isEmpty()) {
                rest.remove(first);
            }
            return;
        }
        Map<String, Object> inner = new LinkedHashMap<>();
        if (rest.get(first) instanceof Map<?, ?> map) {
            map.forEach((key, value) -> inner.put(String.valueOf(key), value));
        }
        inner.put(path.getLast(), others);
        rest.put(first, inner);
    }
}
