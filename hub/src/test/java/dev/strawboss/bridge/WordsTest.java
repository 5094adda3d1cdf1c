package dev.strawboss.bridge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.strawboss.json.Json;
import org.junit.jupiter.api.Test;

class WordsTest {
    @Test
    void whatIsQuotedIsReadBackAsItWas() {
        for (String text : new String[] {"", "/home/🙂/ü", "a\"b\\c\nd", "日本"}) {
            assertThat(Words.text(Words.quoted(text))).isEqualTo(text);
            assertThat(Json.parse(Words.quoted(text))).isEqualTo(text);
        }
    }

    @Test
    void halfAPairAndControlCharactersAreBlanks() {
        assertThat(Words.quoted("a\ud83db\ude42c\u0001d")).isEqualTo("\"a b c d\"");
    }
}
