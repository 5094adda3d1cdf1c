package dev.strawboss.bridge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.strawboss.json.Json;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EnvelopeTest {
    private static final String MEMBER = "\"k\":\"v\"";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"id\":1,\"method\":\"m\"}",
                "{\"method\":\"m\",\"id\":1}",
                " { \"method\" : \"m\" , \"params\" : { } , \"id\" : 1 } \r",
                "{\"id\":1,\"method\":\"m\",\"params\":{\"a\":[{\"_meta\":{}}]}}",
                "{\"id\":1,\"method\":\"m\",\"params\":{\"_meta\":{}}}",
                "{\"id\":1,\"method\":\"m\",\"params\":{\"_meta\":{\"x\":{\"}\":\"{\"}},\"b\":2}}",
                "{\"id\":1,\"method\":\"m\",\"params\":{\"_meta\":{\"k\":\"other\"}}}",
                "{\"id\":1,\"method\":\"m\",\"par\\u0061ms\":{\"_met\\u0061\":{\"x\":1}}}",
                "{\"id\":1,\"method\":\"m\",\"params\":{\"a\":1},\"params\":{\"_meta\":{\"b\":2}}}",
                "{\"id\":1,\"method\":\"m\",\"params\":{\"_meta\":{\"a\":1}},\"params\":{\"b\":2}}",
                "{\"id\":1,\"method\":\"m\",\"params\":{\"t\":\"\\\"_meta\\\":{\\\\\"}}",
                "{\"result\":{\"id\":9,\"method\":\"n\"},\"id\":1,\"method\":\"m\"}",
                "{\"id\":2,\"method\":\"x\",\"id\":1,\"method\":\"m\"}",
            })
    void theMemberEndsUpInMetaAndNothingElseChanges(String line) {
        Map<String, Object> expected = Json.parseObject(line);
        member(member(expected, "params"), "_meta").put("k", "v");
        Envelope envelope = of(line);

        assertThat(Json.parse(inserted(line, envelope))).isEqualTo(expected);
        assertThat(envelope.idKey()).isEqualTo("1");
        assertThat(envelope.method()).isEqualTo("m");
        assertThat(line.substring(envelope.idStart(), envelope.idEnd())).isEqualTo("1");
    }

    @Test
    void randomMessagesInRandomPiecesAreReadAsTheParserReadsThem() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        for (int i = 0; i < 5_000; i++) {
            Map<String, Object> message = message(random);
            String line = spaced(Json.write(message), random);
            Envelope envelope = new Envelope();
            byte[] bytes = line.getBytes(StandardCharsets.UTF_8);
            for (int from = 0; from < bytes.length; ) {
                int to = Math.min(bytes.length, from + 1 + random.nextInt(20));
                envelope.feed(bytes, from, to);
                from = to;
            }
            assertThat(envelope.whole()).as("seed %d: %s", seed, line).isTrue();
            assertThat(envelope.method()).as(line).isEqualTo(message.get("method"));
            Object id = message.get("id");
            assertThat(envelope.idKey())
                    .as("seed %d: %s", seed, line)
                    .isEqualTo(id instanceof String s ? '"' + s + '"' : String.valueOf(id));
            if (envelope.insertAt() >= 0) {
                member(member(message, "params"), "_meta").put("k", "v");
                assertThat(Json.parse(inserted(line, envelope)))
                        .as("seed %d: %s", seed, line)
                        .isEqualTo(message);
            } else {
                assertThat(
                                message.get("params") instanceof Map<?, ?> params
                                        && (!params.containsKey("_meta")
                                                || params.get("_meta") instanceof Map))
                        .as("seed %d: %s", seed, line)
                        .isFalse();
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"id\":1,\"method\":\"m\",\"params\":[]}",
                "{\"id\":1,\"method\":\"m\",\"params\":{\"_meta\":7}}",
                "{\"id\":1,\"method\":\"m\",\"params\":null}",
                "[{\"id\":1,\"method\":\"m\"}]",
                "{\"id\":1,\"method\":\"m\"",
                "{\"id\":1,\"method\":\"m\"}}",
                "x",
                ""
            })
    void whereThereIsNoPlaceNothingIsPut(String line) {
        assertThat(of(line).insertAt()).isNegative();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"id\":{},\"method\":\"m\"}",
                "{\"id\":[1],\"method\":\"m\"}",
                "{\"id\":null,\"method\":\"m\"}",
                "{\"id\":true,\"method\":\"m\"}",
                "{\"method\":\"m\",\"params\":{\"id\":5}}"
            })
    void whatIsNoIdIsNone(String line) {
        assertThat(of(line).idKey()).isNull();
    }

    @Test
    void equalIdsHaveEqualKeysHoweverTheyAreSpelled() {
        assertThat(of("{\"id\":\"\\u0041\\n\"}").idKey()).isEqualTo("\"A\n\"");
        assertThat(of("{\"id\":\"1\"}").idKey()).isNotEqualTo(of("{\"id\":1}").idKey());
        assertThat(of("{\"id\":1e2}").idKey()).isEqualTo(of("{\"id\":100.0}").idKey());
        assertThat(of("{\"id\":9223372036854775807}").idKey())
                .isNotEqualTo(of("{\"id\":9223372036854775806}").idKey());
    }

    @Test
    void aStringOfTenMegabytesIsPassedOver() {
        String line =
                "{\"method\":\"m\",\"params\":{\"t\":\""
                        + "\\\"x}".repeat(2_500_000)
                        + "\"},\"id\":\"z\"}";
        assertThat(of(line).idKey()).isEqualTo("\"z\"");
    }

    private static Envelope of(String line) {
        byte[] bytes = line.getBytes(StandardCharsets.UTF_8);
        return Envelope.of(bytes, 0, bytes.length);
    }

    private static byte[] inserted(String line, Envelope envelope) {
        byte[] bytes = line.getBytes(StandardCharsets.UTF_8);
        byte[] member = envelope.insertion(MEMBER).getBytes(StandardCharsets.UTF_8);
        byte[] all = new byte[bytes.length + member.length];
        System.arraycopy(bytes, 0, all, 0, envelope.insertAt());
        System.arraycopy(member, 0, all, envelope.insertAt(), member.length);
        System.arraycopy(
                bytes,
                envelope.insertAt(),
                all,
                envelope.insertAt() + member.length,
                bytes.length - envelope.insertAt());
        return all;
    }

    @SuppressWarnings("unchecked") // made by the parser or by this test
    private static Map<String, Object> member(Map<String, Object> object, String name) {
        return (Map<String, Object>) object.computeIfAbsent(name, _ -> new LinkedHashMap<>());
    }

    private static Map<String, Object> message(Random random) {
        Map<String, Object> message = new LinkedHashMap<>();
        Map<String, Object> params = object(random, 3);
        if (random.nextInt(3) > 0) {
            params.put("_meta", random.nextInt(5) == 0 ? 7L : object(random, 2));
        }
        Object id = random.nextBoolean() ? (Object) random.nextLong() : text(random);
        if (random.nextBoolean()) {
            message.put("id", id);
        }
        message.put("x", value(random, 2));
        if (random.nextInt(4) > 0) {
            message.put("params", random.nextInt(8) == 0 ? value(random, 2) : params);
        }
        message.put("method", text(random));
        message.put("id", id);
        return message;
    }

    private static Map<String, Object> object(Random random, int depth) {
        Map<String, Object> object = new LinkedHashMap<>();
        for (int i = random.nextInt(4); i > 0; i--) {
            object.put(text(random), value(random, depth));
        }
        return object;
    }

    private static Object value(Random random, int depth) {
        return switch (random.nextInt(depth > 0 ? 6 : 4)) {
            case 0 -> random.nextLong();
            case 1 -> random.nextDouble();
            case 2 -> random.nextBoolean();
            case 3 -> text(random);
            case 4 -> List.of(value(random, depth - 1), value(random, depth - 1));
            default -> object(random, depth - 1);
        };
    }

    private static String text(Random random) {
        List<String> parts =
                List.of(
                        "id", "_meta", "params", "\"", "\\", "{", "}", "[", ":", ",", "é", "\n",
                        "😀");
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(4); i > 0; i--) {
            text.append(parts.get(random.nextInt(parts.size())));
        }
        return text.toString();
    }

    private static String spaced(String json, Random random) {
        return random.nextBoolean()
                ? json
                : "  " + json.substring(0, 1) + " \t" + json.substring(1);
    }
}
