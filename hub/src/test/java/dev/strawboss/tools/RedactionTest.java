package dev.strawboss.tools;

import static org.assertj.core.api.Assertions.assertThat;

import dev.strawboss.json.Json;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RedactionTest {
    private final Redaction redaction =
            new Redaction(List.of("hunter22", "hunter22-and-more", "abc"));

    @Test
    void takesOutKnownValuesTheLongestFirst() {
        assertThat(redaction.text("use hunter22-and-more, or hunter22."))
                .isEqualTo("use [redacted], or [redacted].");
    }

    @Test
    void leavesWordsThatAShortSecretIsPartOf() {
        assertThat(redaction.text("the abc of it")).isEqualTo("the abc of it");
    }

    @Test
    void takesOutWhatLooksLikeAKeyOfAKnownProvider() {
        assertThat(redaction.text("key=sk-" + "x1".repeat(15) + " end"))
                .isEqualTo("key=[redacted] end");
        assertThat(redaction.text("a task-list of risk-free ghosts")).contains("risk-free ghosts");
    }

    @Test
    void reachesEveryStringOfAnAnswerAndNothingElse() {
        Map<String, Object> answer =
                Json.parseObject(
                        "{\"hunter22\":[\"x hunter22\",{\"a\":\"hunter22\",\"b\":null}],\"n\":1}");
        assertThat(Json.write(redaction.object(answer)))
                .isEqualTo(
                        "{\"hunter22\":[\"x [redacted]\",{\"a\":\"[redacted]\",\"b\":null}],\"n\":1}");
    }
}
