package dev.strawboss.mcp;

import dev.strawboss.json.Json;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The suite's tools that ask the client.
final class ConformanceQuestions {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private ConformanceQuestions() {}

    static List<Tool> all() {
        Question name = form("What is your name?", "name", "string");
        Question capital = sample("What is the capital of France?", 100);
        Question confirm = form("Please confirm", "ok", "boolean");
        Map<String, Question> several = new LinkedHashMap<>();
        several.put("user_name", name);
        several.put("greeting", sample("Generate a greeting", 50));
        several.put("client_roots", new Question.Roots());
        return List.of(
                asking("test_input_required_result_elicitation", Map.of("user_name", name)),
                asking("test_streaming_elicitation", Map.of("user_name", name)),
                asking("test_input_required_result_sampling", Map.of("capital_question", capital)),
                asking("test_missing_capability", Map.of("capital_question", capital)),
                asking(
                        "test_input_required_result_list_roots",
                        Map.of("client_roots", new Question.Roots())),
                asking("test_input_required_result_request_state", Map.of("confirm", confirm)),
                asking("test_input_required_result_tampered_state", Map.of("confirm", confirm)),
                asking("test_input_required_result_multiple_inputs", several),
                FixtureTool.of(
                        "test_input_required_result_multi_round",
                        (call, arguments) -> {
                            answers(
                                    call,
                                    Map.of(
                                            "step1",
                                            form("Step 1: What is your name?", "name", "string")));
                            return answered(
                                    answers(
                                            call,
                                            Map.of(
                                                    "step2",
                                                    form(
                                                            "Step 2: What is your favorite color?",
                                                            "color",
                                                            "string"))));
                        }),
                FixtureTool.of(
                        "test_input_required_result_capabilities",
                        (call, arguments) -> {
                            Map<String, Question> possible = new LinkedHashMap<>(several);
                            possible.values()
                                    .removeIf(question -> !call.about().canAnswer(question));
                            return answered(answers(call, possible));
                        }),
                FixtureTool.of(
                        "test_sampling",
                        (call, arguments) ->
                                FixtureTool.text(
                                        "LLM response: "
                                                + Json.write(
                                                        answers(
                                                                call,
                                                                Map.of(
                                                                        "answer",
                                                                        sample(
                                                                                arguments
                                                                                        .requiredString(
                                                                                                "prompt"),
                                                                                100))))),
                        Parameter.string("prompt", "what to ask").asRequired()),
                FixtureTool.of(
                        "test_elicitation",
                        (call, arguments) ->
                                response(
                                        "User response",
                                        call,
                                        new Question.Form(
                                                arguments.requiredString("message"),
                                                Json.parseObject(USER))),
                        Parameter.string("message", "what to say").asRequired()),
                FixtureTool.of(
                        "test_elicitation_sep1034_defaults",
                        (call, arguments) ->
                                response(
                                        "Elicitation completed",
                                        call,
                                        new Question.Form(
                                                "Check the defaults", Json.parseObject(DEFAULTS)))),
                FixtureTool.of(
                        "test_elicitation_sep1330_enums",
                        (call, arguments) ->
                                response(
                                        "Elicitation completed",
                                        call,
                                        new Question.Form("Choose", Json.parseObject(ENUMS)))));
    }

    static Question form(String message, String field, String type) {
        return new Question.Form(
                message,
                Map.of(
                        "type",
                        "object",
                        "properties",
                        Map.of(field, Map.of("type", type)),
                        "required",
                        List.of(field)));
    }

    static Map<String, Map<String, Object>> answers(Call call, Map<String, Question> questions)
            throws InterruptedException {
        return call.ask(questions, PATIENCE)
                .orElseThrow(() -> MissingCapability.of(questions.values()));
    }

    private static Question sample(String text, int tokens) {
        return new Question.Sample(
                Map.of(
                        "messages",
                        List.of(
                                Map.of(
                                        "role",
                                        "user",
                                        "content",
                                        Map.of("type", "text", "text", text))),
                        "maxTokens",
                        tokens));
    }

    private static Tool asking(String name, Map<String, Question> questions) {
        return FixtureTool.of(name, (call, arguments) -> answered(answers(call, questions)));
    }

    private static ToolAnswer answered(Map<String, Map<String, Object>> answers) {
        return FixtureTool.text("state-ok " + Json.write(answers));
    }

    private static ToolAnswer response(String said, Call call, Question question)
            throws InterruptedException {
        Map<String, Map<String, Object>> answers = answers(call, Map.of("answer", question));
        Map<String, Object> answer = Request.object(answers, "answer");
        return FixtureTool.text(
                said
                        + ": action="
                        + answer.get("action")
                        + ", content="
                        + Json.write(answer.get("content")));
    }

    private static final String USER =
            """
            {"type":"object","properties":{
             "username":{"type":"string","description":"User's response"},
             "email":{"type":"string","description":"User's email address"}},
             "required":["username","email"]}
            """;

    private static final String DEFAULTS =
            """
            {"type":"object","properties":{
             "name":{"type":"string","default":"John Doe"},
             "age":{"type":"integer","default":30},
             "score":{"type":"number","default":95.5},
             "status":{"type":"string","enum":["active","inactive","pending"],"default":"active"},
             "verified":{"type":"boolean","default":true}}}
            """;

    private static final String ENUMS =
            """
            {"type":"object","properties":{
             "untitledSingle":{"type":"string","enum":["option1","option2","option3"]},
             "titledSingle":{"type":"string","oneOf":[{"const":"value1","title":"First Option"},
               {"const":"value2","title":"Second Option"},{"const":"value3","title":"Third Option"}]},
             "legacyEnum":{"type":"string","enum":["opt1","opt2","opt3"],
               "enumNames":["Option One","Option Two","Option Three"]},
             "untitledMulti":{"type":"array","items":{"type":"string",
               "enum":["option1","option2","option3"]}},
             "titledMulti":{"type":"array","items":{"anyOf":[{"const":"value1","title":"First Choice"},
               {"const":"value2","title":"Second Choice"},{"const":"value3","title":"Third Choice"}]}}}}
            """;
}
