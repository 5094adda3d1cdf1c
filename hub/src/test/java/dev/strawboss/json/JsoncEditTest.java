package dev.strawboss.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class JsoncEditTest {
    private static final List<String> OURS = List.of("mcp", "ours");
    private static final Map<String, Object> SERVER = Map.of("command", List.of("a \"b\"", "c"));

    static Stream<String> hostile() {
        return Stream.of(
                "{}",
                "{ }\n",
                "{\"a\":1}",
                "{\"mcp\":{\"x\":{}},\"b\":[1,2]}",
                "{\n  \"a\": 1\n}\n",
                "{\n\t\"a\": 1, // one\n\t\"b\": [1, 2] // \"mcp\": {\n}\n",
                "{\n  \"mcp\": {\n    \"x\": {\"command\": [\"y\"]}, // last\n  },\n}\n",
                "{\n  \"mcp\": {\n    \"x\": {} /* a\n b, */\n    // end\n  }\n}\n",
                "{\n  \"mcp\": {\n    // none yet\n  },\n  \"url\": \"http://h/*no*/\"\n}",
                "\ufeff{\r\n  \"a\": \"\\\"}\", // crlf\r\n  \"mcp\": {\"x\": {}}\r\n}\r\n",
                "// top\n{\n    \"mcp\": {}, \"z\": {\"mcp\": {\"ours\": 1}}\n} // bottom\n",
                "{\"a\": \"// no comment\", \"mcp\": {\"x\": 1,},}");
    }

    @ParameterizedTest
    @MethodSource("hostile")
    void nothingElseChangesInValueOrComments(String before) {
        String with = edit(before).with(OURS, SERVER);
        assertThat(mcp(with)).containsEntry("ours", SERVER);
        assertThat(others(with)).isEqualTo(others(before));
        assertThat(comments(with)).isEqualTo(comments(before));

        String without = edit(with).without(OURS);
        assertThat(others(without)).isEqualTo(others(before));
        assertThat(mcp(without)).doesNotContainKey("ours");
        assertThat(comments(without)).isEqualTo(comments(before));
        if (before.contains("\"x\"")) {
            assertThat(without).isEqualTo(before);
        } else if (!before.contains("\"mcp\":")) {
            assertThat(edit(without).withoutEmpty("mcp").replaceAll("\\s", ""))
                    .isEqualTo(before.replaceAll("\\s", ""));
        }
    }

    @Test
    void aNewMemberLooksLikeItsNeighbours() {
        String before =
                """
                {
                    "mcp": {
                        "x": {"command": ["y"]} // mine
                    }
                }
                """;
        assertThat(edit(before).with(OURS, Map.of("type", "local")))
                .isEqualTo(
                        """
                        {
                            "mcp": {
                                "x": {"command": ["y"]}, // mine
                                "ours": {
                                    "type": "local"
                                }
                            }
                        }
                        """);
        assertThat(edit("").with(OURS, 1L)).isEqualTo("{\n  \"mcp\": {\n    \"ours\": 1\n  }\n}\n");
        assertThat(edit("// mine").with(OURS, 1L)).startsWith("// mine\n{\n");
    }

    @Test
    void aValueIsReplacedWhereItStands() {
        String before =
                "{\n  \"mcp\": { \"ours\": {\"command\": [\"old\"], /* keep */ \"t\": 1} }\n}";
        assertThat(edit(before).with(List.of("mcp", "ours", "command"), List.of("new")))
                .isEqualTo(before.replace("old", "new"));
    }

    @Test
    void aMemberInTheMiddleGoesWithItsLineOnly() {
        String before = "{\n  \"mcp\": {\n    \"ours\": 1, // gone?\n    \"x\": 2\n  }\n}\n";
        assertThat(edit(before).without(OURS))
                .isEqualTo("{\n  \"mcp\": {\n    // gone?\n    \"x\": 2\n  }\n}\n");
        assertThat(edit("{\"mcp\":{\"ours\":1, \"x\":2}}").without(OURS))
                .isEqualTo("{\"mcp\":{ \"x\":2}}");
        assertThat(edit("{\"mcp\":{}}").without(OURS)).isEqualTo("{\"mcp\":{}}");
    }

    private static JsoncEdit edit(String text) {
        return new JsoncEdit(JsoncText.of(text));
    }

    @SuppressWarnings("unchecked") // an object of JSON
    private static Map<String, Object> mcp(String text) {
        return (Map<String, Object>) JsoncText.of(text).value().getOrDefault("mcp", Map.of());
    }

    private static Map<String, Object> others(String text) {
        Map<String, Object> others = new HashMap<>(JsoncText.of(text).value());
        Map<String, Object> servers = new HashMap<>(mcp(text));
        servers.remove("ours");
        others.put("mcp", servers);
        return others;
    }

    /// What stands in the text and not in its value.
    private static String comments(String text) {
        JsoncText jsonc = JsoncText.of(text);
        StringBuilder only = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) != jsonc.plain().charAt(i) && text.charAt(i) != ',') {
                only.append(text.charAt(i));
            }
        }
        return only.toString();
    }
}
