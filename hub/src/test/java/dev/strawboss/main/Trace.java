package dev.strawboss.main;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What `strace -f -ttt -T -y` wrote. A call that another thread's line cut in two is one again.
final class Trace {
    private static final Pattern LINE = Pattern.compile("(\\d+) +(\\d+\\.\\d+) (.*)");
    private static final Pattern RESUMED = Pattern.compile("<\\.\\.\\. \\w+ resumed>(.*)");
    private static final Pattern CALL =
            Pattern.compile("(\\w+)\\((\\d+)<(.*?)>(.*)\\) += (-?\\d+).*<(\\d+\\.\\d+)>");
    private static final Pattern ESCAPED =
            Pattern.compile("\\\\[0-7]{1,3}|\\\\.|.", Pattern.DOTALL);
    private static final String CUT = " <unfinished ...>";

    /// One system call on a file descriptor that did not fail.
    ///
    /// @param file what the descriptor is
    /// @param text its other arguments
    record Call(String name, String descriptor, String file, String text, double from, double to) {
        /// How many bytes it was to pass on, which follows their text.
        int size() {
            return Integer.parseInt(text.substring(text.lastIndexOf('"') + 1).split("[, ]+", 3)[1]);
        }

        /// The bytes: the text between the quotes, unescaped.
        byte[] bytes() {
            String quoted = quoted(text);
            ByteArrayOutputStream bytes = new ByteArrayOutputStream(quoted.length());
            Matcher parts = ESCAPED.matcher(quoted);
            while (parts.find()) {
                String part = parts.group();
                int named = part.length() < 2 ? -1 : "tnvfr".indexOf(part.charAt(1));
                if (part.length() == 1) {
                    bytes.write(part.charAt(0));
                } else if (named >= 0) {
                    bytes.write("\t\n\u000b\f\r".charAt(named));
                } else if (Character.isDigit(part.charAt(1))) {
                    bytes.write(Integer.parseInt(part.substring(1), 8));
                } else {
                    bytes.write(part.charAt(1));
                }
            }
            return bytes.toByteArray();
        }
    }

    private final List<Call> calls = new ArrayList<>();

    static Trace read(Path file) throws IOException {
        Trace trace = new Trace();
        Map<String, String> cut = new HashMap<>();
        try (Stream<String> lines = Files.lines(file, StandardCharsets.ISO_8859_1)) {
            lines.forEach(line -> trace.add(line, cut));
        }
        return trace;
    }

    /// The calls of these names whose file matches, as they began.
    List<Call> calls(String names, String file) {
        return calls.stream()
                .filter(call -> call.name().matches(names) && call.file().matches(file))
                .sorted((a, b) -> Double.compare(a.from(), b.from()))
                .toList();
    }

    /// The first call of these names, on any one descriptor, by which all of `text` had passed,
    /// however it was cut into calls.
    Optional<Call> passed(String names, String file, String text) {
        Map<String, String> tails = new HashMap<>();
        for (Call call : calls(names, file)) {
            String all = tails.getOrDefault(call.file(), "") + quoted(call.text());
            if (all.contains(text)) {
                return Optional.of(call);
            }
            tails.put(call.file(), all.substring(Math.max(0, all.length() - text.length() + 1)));
        }
        return Optional.empty();
    }

    /// What stands between the quotes.
    private static String quoted(String arguments) {
        int first = arguments.indexOf('"');
        int last = arguments.lastIndexOf('"');
        return first < 0 ? "" : arguments.substring(first + 1, last);
    }

    private void add(String line, Map<String, String> cut) {
        Matcher parts = LINE.matcher(line);
        if (!parts.matches()) {
            return;
        }
        String thread = parts.group(1);
        String rest = parts.group(3);
        if (rest.endsWith(CUT)) {
            cut.put(thread, parts.group(2) + " " + rest.substring(0, rest.length() - CUT.length()));
            return;
        }
        String from = parts.group(2);
        Matcher resumed = RESUMED.matcher(rest);
        if (resumed.matches()) {
            @Nullable String begun = cut.remove(thread);
            if (begun == null) {
                return;
            }
            from = begun.substring(0, begun.indexOf(' '));
            rest = begun.substring(begun.indexOf(' ') + 1) + resumed.group(1);
        }
        Matcher call = CALL.matcher(rest);
        if (call.matches() && !call.group(5).startsWith("-")) {
            double begin = Double.parseDouble(from);
            calls.add(
                    new Call(
                            call.group(1),
                            call.group(2),
                            call.group(3),
                            call.group(4),
                            begin,
                            begin + Double.parseDouble(call.group(6))));
        }
    }
}
