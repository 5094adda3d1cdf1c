package dev.strawboss.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "[]",
                "0",
                "-1",
                "9223372036854775807",
                "-9223372036854775808",
                "true",
                "null",
                "\"\"",
                "{\"a\":{\"b\":[1,\"x\",null,false]},\"\":0}",
                "\"\\ud800 and \\udc00\"",
                "\"😀 é \\\" \\\\ / \\n\\r\\t \\u0000 \\u007f \\u2028\""
            })
    void compactTextIsReadAndWrittenUnchanged(String text) {
        assertThat(Json.write(Json.parse(text))).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "{",
                "[",
                "\"a",
                "{\"a\":1,}",
                "[1,]",
                "[,1]",
                "[1 2]",
                "{\"a\" 1}",
                "{a:1}",
                "{\"a\":truex}",
                "tru",
                "nul",
                "{} {}",
                "{}x",
                "[]]",
                "{\"a\":1]",
                "01",
                "-",
                "1.",
                "1e",
                ".5",
                "+1",
                "NaN",
                "1e999",
                "\"a\nb\"",
                "\"\\x\"",
                "\"\\u12g4\"",
                "\"\\u12",
                "\"\\",
                "\uFEFF{}",
                "'a'",
                "// x\n1"
            })
    void whatIsNotJsonIsRefusedWithThePlace(String text) {
        assertThatThrownBy(() -> Json.parse(text))
                .isInstanceOf(JsonException.class)
                .hasMessageContaining("at byte");
    }

    @Test
    void wholeNumbersThatFitAreLongsAndAllOthersDoubles() {
        assertThat(Json.parse("[1,1.0,1e2,-0,9223372036854775808,0.1]"))
                .isEqualTo(List.of(1L, 1.0, 100.0, -0.0, 0x1p63, 0.1));
    }

    @Test
    void ofTwoEqualNamesTheLastCounts() {
        assertThat(Json.parseObject("{\"a\":1,\"\\u0061\":2}")).isEqualTo(Map.of("a", 2L));
    }

    @Test
    void twoHundredLevelsAreReadAndOneMoreIsRefused() {
        assertThat(Json.parse("[".repeat(200) + "]".repeat(200))).isNotNull();
        assertThatThrownBy(() -> Json.parse("[".repeat(201) + "]".repeat(201)))
                .hasMessageContaining("more than 200 levels deep");
        assertThatThrownBy(() -> Json.parse("{\"a\":".repeat(1_000_000)))
                .isInstanceOf(JsonException.class);
    }

    @Test
    void aStringOfTenMillionCharactersIsReadAndWritten() {
        String text = "é\\n\"".repeat(2_500_000);
        assertThat(Json.parse(Json.writeBytes(text))).isEqualTo(text);
    }

    @Test
    void bytesThatAreNotUtf8BecomeReplacementCharacters() {
        assertThat(Json.parse(new byte[] {'"', 'a', (byte) 0xff, '"'})).isEqualTo("a\uFFFD");
    }

    @Test
    void anObjectIsWrittenInItsOrderOnOneLine() {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("b", Arrays.asList(1, 2L, 0.5, null));
        object.put("a", "line\nbreak");
        assertThat(Json.write(object)).isEqualTo("{\"b\":[1,2,0.5,null],\"a\":\"line\\nbreak\"}");
    }

    @Test
    void whatHasNoFormInJsonIsRefused() {
        assertThatThrownBy(() -> Json.write(Double.NaN))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Json.write(new Object()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void onlyAnObjectIsAnObject() {
        assertThatThrownBy(() -> Json.parseObject("[]")).isInstanceOf(JsonException.class);
    }
}
