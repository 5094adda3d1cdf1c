package dev.strawboss.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class YamlEditTest {
    private static List<String> path(String dotted) {
        return Arrays.asList(dotted.split("\\.", -1));
    }

    private static void set(String before, String path, Object value, String after)
            throws Exception {
        assertThat(YamlEdit.set(before, path(path), value)).isEqualTo(after);
    }

    private static void unset(String before, String path, String after) throws Exception {
        assertThat(YamlEdit.unset(before, path(path))).isEqualTo(after);
    }

    @Test
    void aValueIsReplacedAndEverythingElseStays() throws Exception {
        set(
                "# top\nslots: 4   # laptop\n\nagent: x\n",
                "slots",
                8,
                "# top\nslots: 8   # laptop\n\nagent: x\n");
        set("a: 'x'\n", "a", "it's", "a: 'it''s'\n");
        set("a: \"x\" # c\n", "a", "y", "a: \"y\" # c\n");
        set("a: x\n", "a", "1", "a: \"1\"\n");
        set("a: |\n  text\n  more\nb: 1\n", "a", "x", "a: x\nb: 1\n");
        set("{a: 1, b: 2} # c\n", "a", 3, "{a: 3, b: 2} # c\n");
        set("a:   # empty\nb: 1\n", "a", "x", "a: x   # empty\nb: 1\n");
    }

    @Test
    void aKeyIsAddedBehindTheOthers() throws Exception {
        set("", "a", 1, "a: 1\n");
        set("# only a comment", "a", 1, "# only a comment\na: 1\n");
        set("a: 1 # c\n# end\n", "b", true, "a: 1 # c\nb: true\n# end\n");
        set("a: 1", "b", "x y", "a: 1\nb: \"x y\"");
        set("a: 1\r\n# c\r\n", "b", 2, "a: 1\r\nb: 2\r\n# c\r\n");
        set("\uFEFFa: 1\n", "b", 2, "\uFEFFa: 1\nb: 2\n");
        set("{}\n", "a", 1, "{a: 1}\n");
        set("{a: 1,\n}\n", "b", 2, "{a: 1, b: 2,\n}\n");
        set("a: |\n  text\n", "b", 2, "a: |\n  text\nb: 2\n");
    }

    @Test
    void nestedKeysAreSetInBlocksInFlowAndFromNothing() throws Exception {
        set(
                "e:\n    A: 1 # one\n    # two\nb: 1\n",
                "e.B",
                "x",
                "e:\n    A: 1 # one\n    B: x\n    # two\nb: 1\n");
        set("e: {A: 1} # c\n", "e.B", 2, "e: {A: 1, B: 2} # c\n");
        set("a: 1\n", "e.A", "x", "a: 1\ne:\n  A: x\n");
        set("e: # none yet\nb: 1\n", "e.A", "x", "e: # none yet\n  A: x\nb: 1\n");
        set("e: {}\n", "e.A", "x", "e: {A: x}\n");
        set("t:\n- a\n- b\nb: 1\n", "t", List.of("c", "1"), "t:\n- c\n- \"1\"\nb: 1\n");
        set("t: [a, b] # c\n", "t", List.of("c"), "t: [c] # c\n");
    }

    @Test
    void aKeyIsTakenOutAndItsCommentStays() throws Exception {
        unset("a: 1\nb: 2\n", "a", "b: 2\n");
        unset("a: 1 # why\nb: 2\n", "a", " # why\nb: 2\n");
        unset("# x\na:\n  - 1\n  - 2\n\nb: 2\n", "a", "# x\n\nb: 2\n");
        unset("{a: 1, b: 2, c: 3}\n", "b", "{a: 1, c: 3}\n");
        unset("{a: 1, b: 2}\n", "b", "{a: 1}\n");
        unset("e:\n  A: 1\n  B: 2\n", "e.A", "e:\n  B: 2\n");
        unset("e:\n  A: 1\nb: 1\n", "e.A", "e:\n  {}\nb: 1\n");
        unset("a: 1\n", "b", "a: 1\n");
        unset("a: 1", "a", "");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "x: &n {k: 1}\na: *n\n", // an alias
                "a: &n 1\nb: *n\n", // what an alias means
                "a: [1,\n # why\n 2]\n", // a comment in the value
                "a:\n  - 1\n\n  - 2\n", // a blank line
                "a: 1\na: 2\n", // twice
                "\ta: 1\n",
                "- a\n",
                "a: [1\n",
                "a: 1\n---\nb: 1\n",
            })
    void whatCannotBeChangedSafelyIsRefused(String text) {
        assertThatThrownBy(() -> YamlEdit.set(text, List.of("a"), 7))
                .isInstanceOf(YamlText.Unreadable.class);
    }

    @Test
    void generatedFilesKeepEveryOtherByte() throws Exception {
        int taken = 0;
        for (int seed = 0; seed < 3_000; seed++) {
            Random random = new Random(seed);
            String text = file(random);
            Map<String, Object> before;
            try {
                before = YamlText.read(text);
            } catch (YamlText.Unreadable _) { // generated carelessly, as people write
                continue;
            }
            String key = "k" + random.nextInt(7);
            String after;
            try {
                after =
                        random.nextInt(3) == 0
                                ? YamlEdit.unset(text, List.of(key))
                                : YamlEdit.set(text, List.of(key), value(random));
            } catch (YamlText.Unreadable _) {
                continue;
            }
            taken++;
            Map<String, Object> now = YamlText.read(after);
            before.forEach((name, value) -> {
                if (!name.equals(key)) {
                    assertThat(now).as(text).containsEntry(name, value);
                }
            });
            assertThat(comments(after)).as(text + "\n---\n" + after).isEqualTo(comments(text));
        }
        assertThat(taken).isGreaterThan(2_000);
    }

    /// Comments hold a word that no value holds.
    private static List<String> comments(String text) {
        List<String> comments = new ArrayList<>();
        for (String line : text.split("\r?\n", -1)) {
            if (line.contains("# note")) {
                comments.add(line.substring(line.indexOf("# note")));
            }
        }
        return comments;
    }

    private static Object value(Random random) {
        return switch (random.nextInt(6)) {
            case 0 -> random.nextInt(100);
            case 1 -> "plain";
            case 2 -> "needs: \"quotes\" # and more";
            case 3 -> List.of("a", "b, c", "null");
            case 4 -> Map.of("inner", "x", "other key", "y");
            default -> "größe\n\tzwei 🙂";
        };
    }

    private static String file(Random random) {
        String newline = random.nextInt(5) == 0 ? "\r\n" : "\n";
        StringBuilder text = new StringBuilder(random.nextInt(8) == 0 ? "\uFEFF" : "");
        List<Integer> keys = new ArrayList<>(List.of(0, 1, 2, 3, 4));
        Collections.shuffle(keys, random);
        for (int key : keys.subList(0, random.nextInt(6))) {
            if (random.nextInt(3) == 0) {
                text.append(random.nextBoolean() ? "# note before " + key : "").append(newline);
            }
            String lines = "k" + key + ":" + random(random);
            text.append(lines.replace("\n", newline));
            text.append(
                    random.nextInt(4) == 0 && !lines.contains("  text")
                            ? " # note behind" + newline
                            : newline);
        }
        text.append(random.nextInt(4) == 0 ? "# note at the end" : "");
        return text.toString();
    }

    private static String random(Random random) {
        return switch (random.nextInt(12)) {
            case 0 -> " 12";
            case 1 -> " \"double # no comment\"";
            case 2 -> " 'single: ''x'''";
            case 3 -> "\n  a: 1\n  b:\n    - x # note inside\n    - y";
            case 4 -> "\n- one\n- two";
            case 5 -> " [a, 'b, c', {d: e}]";
            case 6 -> " {a: 1,\n  b: 2}";
            case 7 -> " |\n  text # no comment\n\n  more";
            case 8 -> " >-\n  folded\n  text";
            case 9 -> "";
            case 10 -> " plain over\n  two lines";
            default -> " &anchor" + random.nextInt(1_000) + " value";
        };
    }
}
