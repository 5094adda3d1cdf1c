package dev.strawboss.mcp;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;

/// Tools that do one thing each, for tests of the way to them.
public final class ScriptedTools {
    private ScriptedTools() {}

    public static Offer offer() {
        return Offer.of(all(), "A test.", InstantSource.system());
    }

    static McpServer server(List<Tool> tools) {
        Offer offer = Offer.of(tools, "Do this.", InstantSource.system());
        return new McpServer(offer, new Seal(new byte[32], InstantSource.system()), "1.2.3");
    }

    static List<Tool> all() {
        return List.of(
                tool(
                        "echo",
                        List.of(Parameter.string("text", "what to say").asRequired()),
                        (call, arguments) -> {
                            String text = arguments.requiredString("text");
                            return answer(text, Map.of("text", text, "client", call.client()));
                        }),
                tool(
                        "swallow",
                        List.of(Parameter.string("text", "what to count").asRequired()),
                        (call, arguments) -> {
                            long length = arguments.requiredString("text").length();
                            return answer(length + " characters", Map.of("length", length));
                        }),
                tool(
                        "sleep",
                        List.of(Parameter.integer("millis", "how long").asRequired()),
                        (call, arguments) -> {
                            long millis = arguments.integer("millis").orElse(0L);
                            call.progress(0, "falls asleep");
                            Thread.sleep(millis);
                            return answer("slept", Map.of("millis", millis));
                        }),
                tool(
                        "fail",
                        List.of(),
                        (call, arguments) -> {
                            throw new IllegalStateException("on purpose");
                        }),
                tool(
                        "once",
                        List.of(
                                Parameter.string("directory", "where").asRequired(),
                                Parameter.integer("millis", "then sleeps")),
                        ScriptedTools::once));
    }

    // Does its effect once per request key, as a job is accepted once, then takes its time.
    private static ToolAnswer once(Call call, Arguments arguments) throws InterruptedException {
        Path directory = Path.of(arguments.requiredString("directory"));
        String key = call.requestKey().orElse("none");
        boolean first = false;
        try {
            Path effect = directory.resolve(key);
            if (!Files.exists(effect)) {
                Files.writeString(effect, "");
                first = true;
            }
            append(directory.resolve("tries"), key + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread.sleep(arguments.integer("millis").orElse(0L));
        return answer(key, Map.of("key", key, "first", first));
    }

    private static void append(Path file, String text) throws IOException {
        try (FileChannel out =
                FileChannel.open(
                        file,
                        StandardOpenOption.CREATE,
                        StandardOpenOption.WRITE,
                        StandardOpenOption.APPEND)) {
            out.write(StandardCharsets.UTF_8.encode(text));
        }
    }

    private static ToolAnswer answer(String text, Map<String, Object> structured) {
        return new ToolAnswer(text, structured, false);
    }

    private interface Body {
        ToolAnswer call(Call call, Arguments arguments) throws InterruptedException;
    }

    private static Tool tool(String name, List<Parameter> parameters, Body body) {
        ToolDescription description =
                new ToolDescription(
                        name,
                        name,
                        "Does " + name + ".",
                        parameters,
                        ToolDescription.Effect.READ,
                        name.equals("echo") ? Map.of("type", "object") : Map.of());
        return new Tool() {
            @Override
            public ToolDescription description() {
                return description;
            }

            @Override
            public ToolAnswer call(Call call, Arguments arguments) throws InterruptedException {
                return body.call(call, arguments);
            }
        };
    }
}
