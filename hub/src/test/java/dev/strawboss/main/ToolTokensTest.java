package dev.strawboss.main;

import static org.assertj.core.api.Assertions.assertThat;

import com.knuddels.jtokkit.Encodings;
import com.knuddels.jtokkit.api.Encoding;
import com.knuddels.jtokkit.api.EncodingType;
import dev.strawboss.json.Json;
import dev.strawboss.tools.Tools;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// What the usual tools cost a model, as a client receives them: in tokens of o200k_base and in
/// bytes.
@Timeout(value = 300, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class ToolTokensTest {
    private final Encoding encoding =
            Encodings.newLazyEncodingRegistry().getEncoding(EncodingType.O200K_BASE);

    @TempDir Path directory;

    @Test
    void theUsualToolsCostAtMostThreeThousandTokensAndTwelveKilobytesInBothEras()
            throws IOException {
        try (Site site = Site.real(directory)) {
            for (boolean modern : List.of(true, false)) {
                List<Map<?, ?>> tools = tools(site, modern);
                int tokens = 0;
                int bytes = 0;
                for (Map<?, ?> tool : tools) {
                    String text = Json.write(tool);
                    tokens += encoding.countTokens(text);
                    bytes += text.getBytes(StandardCharsets.UTF_8).length;
                    System.out.printf(
                            "%-10s %5d tokens %6d bytes%n",
                            tool.get("name"),
                            encoding.countTokens(text),
                            text.getBytes(StandardCharsets.UTF_8).length);
                    assertThat(String.valueOf(tool.get("description"))).hasSizeBetween(20, 2_000);
                }
                System.out.printf(
                        "%-10s %5d tokens %6d bytes, %s%n",
                        "all", tokens, bytes, modern ? "2026-07-28" : "2025-11-25");
                assertThat(tokens).isLessThanOrEqualTo(3_000);
                assertThat(bytes).isLessThanOrEqualTo(12_000);
            }
        }
    }

    @Test
    void theInstructionsFitInTwoKilobytes() {
        System.out.printf(
                "instructions %d tokens %d bytes%n",
                encoding.countTokens(Tools.INSTRUCTIONS),
                Tools.INSTRUCTIONS.getBytes(StandardCharsets.UTF_8).length);
        assertThat(Tools.INSTRUCTIONS.getBytes(StandardCharsets.UTF_8))
                .hasSizeLessThanOrEqualTo(2_048);
    }

    private static List<Map<?, ?>> tools(Site site, boolean modern) throws IOException {
        try (Wire wire = site.bridge()) {
            if (!modern) {
                wire.send(
                        request(
                                1,
                                "initialize",
                                Map.of(
                                        "protocolVersion",
                                        "2025-11-25",
                                        "clientInfo",
                                        Map.of("name", "test", "version", "1"),
                                        "capabilities",
                                        Map.of())));
                wire.require();
            }
            wire.send(request(2, "tools/list", modern ? Map.of("_meta", Wire.META) : Map.of()));
            Map<?, ?> result = (Map<?, ?>) wire.require().getOrDefault("result", Map.of());
            List<Map<?, ?>> tools = new ArrayList<>();
            ((List<?>) Objects.requireNonNull(result.get("tools")))
                    .forEach(tool -> tools.add((Map<?, ?>) tool));
            return tools;
        }
    }

    private static String request(int id, String method, Map<String, Object> params) {
        Map<String, Object> request = new LinkedHashMap<>();
        request.put("jsonrpc", "2.0");
        request.put("id", id);
        request.put("method", method);
        request.put("params", params);
        return Json.write(request);
    }
}
