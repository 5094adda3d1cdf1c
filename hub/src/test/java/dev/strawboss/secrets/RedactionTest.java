package dev.strawboss.secrets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import dev.strawboss.json.Json;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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

    @ParameterizedTest
    @ValueSource(strings = {"p@ss/w\u00f6rd \"1\"\\+", "simple-token-123", "a'b(c)!d*e~f"})
    void findsAValueHoweverItIsWritten(String secret) {
        Redaction knowing = new Redaction(List.of(secret));
        List<String> written = new ArrayList<>(List.of(secret));
        String json = Json.write(secret);
        written.add(json.substring(1, json.length() - 1));
        String twice = Json.write(json);
        written.add(twice.substring(3, twice.length() - 3));
        written.add(URLEncoder.encode(secret, StandardCharsets.UTF_8));
        written.add(URLEncoder.encode(secret, StandardCharsets.UTF_8).replace("+", "%20"));
        for (String text : written) {
            assertThat(knowing.text("<" + text + ">")).isEqualTo("<[redacted]>");
        }
    }

    @Test
    void findsAValueInBase64WhereverItStandsThere() {
        String secret = "hunter22-and-more";
        for (int before = 0; before < 7; before++) {
            for (int after = 0; after < 4; after++) {
                String plain = "x".repeat(before) + secret + "y".repeat(after);
                for (Base64.Encoder encoder :
                        List.of(Base64.getEncoder(), Base64.getUrlEncoder().withoutPadding())) {
                    String shown =
                            redaction.text(
                                    encoder.encodeToString(plain.getBytes(StandardCharsets.UTF_8)));
                    assertThat(shown).contains("[redacted]");
                    // what is left decodes to nothing of it
                    String left = shown.replace("[redacted]", "").replace("=", "");
                    assertThat(left.length()).isLessThanOrEqualTo((before + after + 4) * 4 / 3 + 1);
                }
            }
        }
    }

    @Test
    void aSecretThatAPieceCutsInTwoIsHiddenInBothAndEveryByteStaysWhereItWas() {
        String text = "before hunter22-and-more after";
        for (int cut = 1; cut < text.length(); cut++) {
            String shown =
                    redaction.piece(text, 0, cut) + redaction.piece(text, cut, text.length());
            assertThat(shown).isEqualTo("before " + "*".repeat(17) + " after");
        }
    }

    @Test
    void theLinesOfAKeyAreFoundOneByOne() {
        String body = "MIIEvQIBADANBgkqhkiG9w0BAQEFAASC";
        Redaction knowing =
                new Redaction(List.of("-----BEGIN X-----\n" + body + "\n-----END X-----"));
        assertThat(knowing.text("line 2: " + body)).isEqualTo("line 2: [redacted]");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "glpat-abcdefghij0123456789",
                "ASIAABCDEFGHIJKLMNOP",
                "npm_abcdefghijklmnopqrstuvwxyz0123456789",
                "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMjM0NTY3ODkwIn0.dozjgNryP4J3jVmNHl0w5N_XgL0n3I9P",
                "-----BEGIN RSA PRIVATE KEY-----\nMIIEpAIBAAKCAQEA7bq1Y2Nv0OZy0hUQwYyO8s1l2q3w4e5r6t7y",
            })
    void knowsTheFormsOfWellKnownKeys(String key) {
        assertThat(redaction.text("a " + key + " b"))
                .startsWith("a [redacted]")
                .doesNotContain(key);
    }

    @Test
    void tenMegabytesWithAThousandSecretsTakeNoTimeWorthNaming() {
        List<String> secrets = new ArrayList<>();
        for (int i = 0; i < 1_000; i++) {
            secrets.add("secret-" + i + "-" + Integer.toHexString(i * 0x9E3779B1));
        }
        Redaction knowing = new Redaction(secrets);
        String text =
                ("a line of output that says nothing " + secrets.get(7) + "\n").repeat(200_000);
        assertTimeout(
                Duration.ofSeconds(20), // seconds where each secret were looked for by itself: 60
                () -> assertThat(knowing.text(text)).doesNotContain("secret-"));
    }
}
