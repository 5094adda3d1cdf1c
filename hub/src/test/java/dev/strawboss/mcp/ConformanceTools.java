package dev.strawboss.mcp;

import dev.strawboss.json.Json;
import java.util.List;
import java.util.Map;

/// The suite's tools that only answer.
final class ConformanceTools {
    private static final Content IMAGE = new Content.Image(ConformanceFixture.PNG, "image/png");
    private static final Content AUDIO = new Content.Audio(ConformanceFixture.WAV, "audio/wav");

    private static final Map<String, Object> SCHEMA =
            Json.parseObject(
                    """
                    {"$schema":"https://json-schema.org/draft/2020-12/schema","type":"object",
                     "$defs":{"address":{"$anchor":"addressDef","type":"object",
                       "properties":{"street":{"type":"string"},"city":{"type":"string"}}}},
                     "properties":{"name":{"type":"string"},"address":{"$ref":"#/$defs/address"},
                       "contactMethod":{"type":"string","enum":["phone","email"]},
                       "phone":{"type":"string"},"email":{"type":"string"}},
                     "allOf":[{"anyOf":[{"required":["phone"]},{"required":["email"]}]}],
                     "if":{"properties":{"contactMethod":{"const":"phone"}},"required":["contactMethod"]},
                     "then":{"required":["phone"]},"else":{"required":["email"]},
                     "additionalProperties":false}
                    """);

    private ConformanceTools() {}

    static List<Tool> all() {
        return List.of(
                FixtureTool.of(
                        "test_simple_text",
                        (call, arguments) ->
                                FixtureTool.text("This is a simple text response for testing.")),
                FixtureTool.of("test_image_content", (call, arguments) -> FixtureTool.only(IMAGE)),
                FixtureTool.of("test_audio_content", (call, arguments) -> FixtureTool.only(AUDIO)),
                FixtureTool.of(
                        "test_embedded_resource",
                        (call, arguments) ->
                                FixtureTool.only(
                                        embedded(
                                                "test://embedded-resource",
                                                "text/plain",
                                                "This is an embedded resource content."))),
                FixtureTool.of("test_multiple_content_types", (call, arguments) -> mixed()),
                FixtureTool.of("test_tool_with_logging", ConformanceTools::logging),
                FixtureTool.of("test_logging_tool", ConformanceTools::logging),
                FixtureTool.of("test_tool_with_progress", ConformanceTools::progressing),
                FixtureTool.of(
                        "test_error_handling",
                        (call, arguments) ->
                                new ToolAnswer(
                                        "This tool intentionally returns an error for testing",
                                        Map.of(),
                                        true)),
                FixtureTool.of(
                        "test_header_tool",
                        (call, arguments) -> FixtureTool.text(arguments.requiredString("region")),
                        Parameter.string("region", "where").asRequired().inHeader("Region")),
                FixtureTool.of(
                        "test_trigger_tool_change",
                        (call, arguments) -> {
                            boolean shown =
                                    call.toolsets().getOrDefault(ConformanceFixture.EXTRA, false);
                            call.show(ConformanceFixture.EXTRA, !shown);
                            return FixtureTool.text("changed");
                        }),
                FixtureTool.of(
                        "test_reconnection",
                        (call, arguments) -> {
                            Thread.sleep(100);
                            return FixtureTool.text("reconnected");
                        }),
                FixtureTool.of(
                        "greet",
                        (call, arguments) ->
                                FixtureTool.text(
                                        "Hello, " + arguments.requiredString("name") + "!"),
                        Parameter.string("name", "whom").asRequired()),
                new FixtureTool(
                        new ToolDescription(
                                        "json_schema_2020_12_tool",
                                        "",
                                        "Tool with JSON Schema 2020-12 features",
                                        List.of(),
                                        ToolDescription.Effect.READ,
                                        Map.of())
                                .withInput(SCHEMA),
                        (call, arguments) -> FixtureTool.text(Json.write(arguments.given()))));
    }

    private static ToolAnswer mixed() {
        return new ToolAnswer(
                "Multiple content types test:",
                Map.of(),
                false,
                List.of(
                        IMAGE,
                        embedded(
                                "test://mixed-content-resource",
                                "application/json",
                                "{\"test\":\"data\",\"value\":123}")),
                null);
    }

    private static Content embedded(String uri, String mimeType, String text) {
        return new Content.Embedded(new Resources.Contents.Text(uri, mimeType, text));
    }

    private static ToolAnswer logging(Call call, Arguments arguments) throws InterruptedException {
        call.log(LogLevel.INFO, "conformance", "Tool execution started");
        Thread.sleep(50);
        call.log(LogLevel.INFO, "conformance", "Tool processing data");
        Thread.sleep(50);
        call.log(LogLevel.INFO, "conformance", "Tool execution completed");
        return FixtureTool.text("Logged three times.");
    }

    private static ToolAnswer progressing(Call call, Arguments arguments)
            throws InterruptedException {
        for (int done : new int[] {0, 50, 100}) {
            call.progress(done, 100, "at " + done);
            Thread.sleep(50);
        }
        return FixtureTool.text("Done.");
    }
}
