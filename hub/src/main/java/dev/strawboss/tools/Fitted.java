package dev.strawboss.tools;

import dev.strawboss.json.Json;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Makes a job's envelope harmless to show and small enough, whatever the job printed. What is
/// shortened says so: `text_cursor` is where the rest of the text begins (`job` with view `text`),
/// `<name>_more` counts the entries left out of a list; how many files changed is always in
/// `changed_files_total`.
///
/// @param prose characters of the answer's text and of each end of output
/// @param entries of each list
/// @param line characters of every other string
record Fitted(int prose, int entries, int line) {
    /// From the most to the least that an envelope keeps.
    static final List<Fitted> SIZES =
            List.of(
                    new Fitted(5_000, 60, 400),
                    new Fitted(2_500, 30, 400),
                    new Fitted(1_000, 12, 300),
                    new Fitted(300, 5, 200),
                    new Fitted(100, 2, 120));

    /// Keep their line breaks; of these the end is what matters.
    private static final Set<String> ENDS = Set.of("output", "error_output");

    /// Half of a path or a commit is worse than none.
    private static final Set<String> WHOLE =
            Set.of("directory", "patch", "branch", "base", "head", "session");

    /// The envelope in this size.
    Map<String, @Nullable Object> of(Map<String, @Nullable Object> envelope) {
        Map<String, @Nullable Object> shorter = new LinkedHashMap<>();
        envelope.forEach((name, value) -> put(shorter, name, value));
        return shorter;
    }

    /// What every job has in every list, and nothing else.
    static Map<String, @Nullable Object> least(
            Map<String, @Nullable Object> envelope, int reasonBytes) {
        Map<String, @Nullable Object> least = new LinkedHashMap<>(envelope);
        least.keySet().retainAll(JobEnvelope.ALWAYS);
        if (least.get("reason") instanceof String reason) {
            least.put("reason", Excerpt.bytes(PlainText.line(reason, 400), reasonBytes));
        }
        return least;
    }

    static int bytes(Object value) {
        return Json.writeBytes(value).length;
    }

    private void put(Map<String, @Nullable Object> shorter, String name, @Nullable Object value) {
        switch (value) {
            case String text when name.equals("text") -> text(shorter, text);
            case String output when ENDS.contains(name) ->
                    shorter.put(name, PlainText.of(Excerpt.end(output, prose)));
            case String exact when WHOLE.contains(name) && exact.length() > line -> {}
            case List<?> list when name.equals("questions") ->
                    new Fitted(prose, entries, Math.max(line, prose / 4)).list(shorter, name, list);
            case List<?> list -> list(shorter, name, list);
            case null, default -> shorter.put(name, value(value));
        }
    }

    private void text(Map<String, @Nullable Object> shorter, String text) {
        String start = Excerpt.start(text, prose);
        shorter.put("text", PlainText.of(start));
        if (start.length() < text.length()) {
            shorter.put("text_cursor", (long) start.length());
        }
    }

    private void list(Map<String, @Nullable Object> shorter, String name, List<?> list) {
        List<@Nullable Object> kept = new ArrayList<>();
        list.stream().limit(entries).forEach(entry -> kept.add(value(entry)));
        shorter.put(name, kept);
        if (list.size() > kept.size() && !name.equals("changed_files")) {
            shorter.put(name + "_more", (long) (list.size() - kept.size()));
        }
    }

    private @Nullable Object value(@Nullable Object value) {
        return switch (value) {
            case String text -> PlainText.line(text, line);
            case Map<?, ?> map -> map(map);
            case List<?> list -> list.stream().limit(entries).map(this::value).toList();
            case null, default -> value;
        };
    }

    private Map<String, @Nullable Object> map(Map<?, ?> map) {
        Map<String, @Nullable Object> shorter = new LinkedHashMap<>();
        map.entrySet().stream()
                .limit(Math.max(entries, 8))
                .forEach(entry -> shorter.put(name(entry.getKey()), value(entry.getValue())));
        return shorter;
    }

    private static String name(@Nullable Object key) {
        return PlainText.line(String.valueOf(key), 80);
    }
}
