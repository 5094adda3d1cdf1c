package dev.strawboss.install;

import static java.util.stream.Collectors.joining;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// The lines of one table in a TOML file (TOML 1.0). Knows headers and one-line keys, not the whole
/// language: whoever uses it parses what comes out and compares.
final class TomlTable {
    private final String lineEnd;
    private final List<String> lines; // each with its own end
    private final Pattern header;

    /// @param keys the table's name
    TomlTable(String text, List<String> keys) {
        this.lineEnd = text.contains("\r\n") ? "\r\n" : "\n";
        this.lines = text.isEmpty() ? List.of() : List.of(text.split("(?<=\n)"));
        this.header =
                Pattern.compile(
                        keys.stream()
                                .map(key -> "\\s*[\"']?" + Pattern.quote(key) + "[\"']?\\s*")
                                .collect(joining("\\.", "\\[", "](\\s*#.*)?")));
    }

    /// The text with this table in place of the one that is there, of which all lines but those of
    /// the `replaced` keys stay.
    ///
    /// @param table header first
    String with(List<String> table, List<String> replaced) {
        int start = start();
        if (start < 0) {
            return appended(table);
        }
        int end = end(start);
        List<String> changed = new ArrayList<>(lines.subList(0, start));
        changed.add(ended(lines.get(start)));
        table.stream().skip(1).map(this::ended).forEach(changed::add);
        for (String line : lines.subList(start + 1, end)) {
            if (replaced.stream().noneMatch(key -> line.strip().matches(key + "\\s*=.*"))) {
                changed.add(line);
            }
        }
        changed.addAll(lines.subList(end, lines.size()));
        return String.join("", changed);
    }

    /// The text without this table and the empty line before it; what stands after its last key
    /// stays.
    String without() {
        int start = start();
        if (start < 0) {
            return String.join("", lines);
        }
        int from = start > 0 && lines.get(start - 1).isBlank() ? start - 1 : start;
        return String.join("", lines.subList(0, from))
                + String.join("", lines.subList(end(start), lines.size()));
    }

    /// The text with this table at its end.
    String appended(List<String> table) {
        StringBuilder all = new StringBuilder();
        lines.forEach(line -> all.append(ended(line)));
        if (!lines.isEmpty()) {
            all.append(lineEnd);
        }
        table.forEach(line -> all.append(ended(line)));
        return all.toString();
    }

    private String ended(String line) {
        return line.endsWith("\n") ? line : line + lineEnd;
    }

    /// The last one: what looks like an earlier one may stand in a string.
    private int start() {
        for (int i = lines.size() - 1; i >= 0; i--) {
            if (header.matcher(lines.get(i).strip()).matches()) {
                return i;
            }
        }
        return -1;
    }

    /// Before the comments and empty lines that lead to the next header.
    private int end(int start) {
        int end = start + 1;
        while (end < lines.size() && !lines.get(end).strip().startsWith("[")) {
            end++;
        }
        while (end > start + 1 && isIdle(lines.get(end - 1))) {
            end--;
        }
        return end;
    }

    private static boolean isIdle(String line) {
        return line.isBlank() || line.strip().startsWith("#");
    }
}
