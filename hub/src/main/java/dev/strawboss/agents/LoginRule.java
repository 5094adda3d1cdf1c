package dev.strawboss.agents;

import dev.strawboss.config.Section;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// The file in which a CLI keeps who is logged in, and which of its members are tokens: those
/// change while it works, the others say whose they are.
///
/// @param file by its usual path in HOME
/// @param each whether every member at the top is a login of its own
/// @param tokens members, with dots between the steps
/// @param age the member that tells which of two is newer: milliseconds, or a time as in ISO 8601
record LoginRule(String file, boolean each, List<String> tokens, String age) {
    private static final int LONGEST = 16 << 10;
    private static final Duration FARTHEST = Duration.ofDays(400);

    /// What becomes of the person's file.
    sealed interface Result {
        /// It is as new, or newer.
        record Same() implements Result {}

        /// @param file the person's, with the newer tokens
        record Newer(Map<String, Object> file) implements Result {}

        /// @param why a part of a sentence
        record Refused(String why) implements Result {}
    }

    static LoginRule of(Section section) {
        section.allow(List.of("file", "each", "tokens", "age"));
        return new LoginRule(
                HomeFile.need(section, "file"),
                section.bool("each").orElse(false),
                section.strings("tokens"),
                HomeFile.need(section, "age"));
    }

    /// Takes the tokens of a worker's file over, if nothing but tokens of the same account changed
    /// and they are newer than the person's.
    ///
    /// @param given what the worker got
    Result merged(
            Map<String, Object> given,
            Map<String, Object> worker,
            Map<String, Object> person,
            Instant now) {
        if (!each) {
            return one(given, worker, person, now);
        }
        Map<String, Object> all = new LinkedHashMap<>(person);
        Optional<Result> refused = Optional.empty();
        boolean newer = false;
        for (String name : given.keySet()) {
            Result result =
                    one(object(given, name), object(worker, name), object(person, name), now);
            if (result instanceof Result.Newer(var login)) {
                all.put(name, login);
                newer = true;
            } else if (result instanceof Result.Refused) {
                refused = Optional.of(result);
            }
        }
        return newer ? new Result.Newer(all) : refused.orElse(new Result.Same());
    }

    private Result one(
            Map<String, Object> given,
            Map<String, Object> worker,
            Map<String, Object> person,
            Instant now) {
        if (worker.equals(given)) {
            return new Result.Same();
        }
        if (!owner(worker).equals(owner(given))) {
            return new Result.Refused("more than its tokens changed");
        }
        if (!owner(person).equals(owner(given))) {
            return new Result.Refused("somebody else is logged in meanwhile");
        }
        Optional<Instant> fresh = age(worker);
        Optional<Instant> old = age(person);
        if (fresh.isEmpty() || fresh.get().isAfter(now.plus(FARTHEST)) || !alike(worker, given)) {
            return new Result.Refused("its tokens are none");
        }
        if (old.isPresent() && !fresh.get().isAfter(old.get())) {
            return new Result.Same();
        }
        Map<String, Object> taken = copy(person);
        for (String token : tokens) {
            put(taken, token, at(worker, token));
        }
        return new Result.Newer(taken);
    }

    private boolean alike(Map<String, Object> worker, Map<String, Object> given) {
        return tokens.stream().allMatch(token -> alike(at(worker, token), at(given, token)));
    }

    private static boolean alike(@Nullable Object fresh, @Nullable Object old) {
        if (fresh instanceof String text) {
            return old instanceof String && !text.isBlank() && text.length() <= LONGEST;
        }
        return fresh instanceof Number ? old instanceof Number : fresh == null && old == null;
    }

    /// What is left of a login without its tokens.
    private Map<String, Object> owner(Map<String, Object> login) {
        Map<String, Object> rest = copy(login);
        tokens.forEach(token -> put(rest, token, null));
        return rest;
    }

    private Optional<Instant> age(Map<String, Object> login) {
        return switch (at(login, age)) {
            case Number millis -> Optional.of(Instant.ofEpochMilli(millis.longValue()));
            case String text -> parsed(text);
            case null, default -> Optional.empty();
        };
    }

    private static Optional<Instant> parsed(String text) {
        try {
            return Optional.of(Instant.parse(text));
        } catch (DateTimeParseException _) { // then nobody knows which is newer
            return Optional.empty();
        }
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> object(Map<String, Object> map, String name) {
        return map.get(name) instanceof Map<?, ?> inner ? (Map<String, Object>) inner : Map.of();
    }

    static @Nullable Object at(Map<String, Object> map, String path) {
        int dot = path.indexOf('.');
        return dot < 0
                ? map.get(path)
                : at(object(map, path.substring(0, dot)), path.substring(dot + 1));
    }

    static void put(Map<String, Object> map, String path, @Nullable Object value) {
        int dot = path.indexOf('.');
        if (dot >= 0) {
            Map<String, Object> inner = copy(object(map, path.substring(0, dot)));
            put(inner, path.substring(dot + 1), value);
            map.put(path.substring(0, dot), inner);
        } else if (value == null) {
            map.remove(path);
        } else {
            map.put(path, value);
        }
    }

    private static Map<String, Object> copy(Map<String, Object> map) {
        return new TreeMap<>(map);
    }
}
