package dev.strawboss.mcp;

import dev.strawboss.json.Json;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The suite's tools whose calls go on as tasks.
final class ConformanceTasks {
    private ConformanceTasks() {}

    static List<Tool> all(MemoryTasks tasks) {
        Question name = ConformanceQuestions.form("What is your name?", "name", "string");
        return List.of(
                FixtureTool.of(
                        "slow_compute",
                        (call, arguments) -> {
                            long seconds = arguments.integer("seconds").orElse(1L);
                            if (call.about().takesTasks()) {
                                return tasks.begin(
                                        call,
                                        asker -> {
                                            Thread.sleep(1_000 * seconds);
                                            return FixtureTool.text("computed");
                                        });
                            }
                            Thread.sleep(1_000 * seconds);
                            return FixtureTool.text("computed");
                        },
                        Parameter.integer("seconds", "how long"),
                        Parameter.string("label", "whatever")),
                task(
                        tasks,
                        "failing_job",
                        asker -> {
                            Thread.sleep(200);
                            return new ToolAnswer("failed on purpose", Map.of(), true);
                        }),
                task(
                        tasks,
                        "protocol_error_job",
                        asker -> {
                            throw new IllegalStateException("on purpose");
                        }),
                task(
                        tasks,
                        "confirm_delete",
                        asker ->
                                FixtureTool.text(
                                        Json.write(
                                                asker.ask(
                                                        Map.of(
                                                                "confirm",
                                                                ConformanceQuestions.form(
                                                                        "Delete it?",
                                                                        "confirm",
                                                                        "boolean"))))),
                        Parameter.string("filename", "what")),
                task(
                        tasks,
                        "multi_input",
                        asker -> {
                            Map<String, Question> two = new LinkedHashMap<>();
                            two.put("first", name);
                            two.put("second", name);
                            return FixtureTool.text(Json.write(asker.ask(two)));
                        }),
                FixtureTool.of(
                        "test_tool_with_task",
                        (call, arguments) -> {
                            required(call);
                            String said =
                                    Json.write(
                                            ConformanceQuestions.answers(
                                                    call, Map.of("user_name", name)));
                            return tasks.begin(call, asker -> FixtureTool.text("Hello " + said));
                        }));
    }

    private static Tool task(
            MemoryTasks tasks, String name, MemoryTasks.Work work, Parameter... parameters) {
        return FixtureTool.of(
                name,
                (call, arguments) -> {
                    required(call);
                    return tasks.begin(call, work);
                },
                parameters);
    }

    private static void required(Call call) {
        if (!call.about().takesTasks()) {
            throw MissingCapability.tasks();
        }
    }
}
