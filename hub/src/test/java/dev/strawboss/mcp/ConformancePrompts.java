package dev.strawboss.mcp;

import java.util.List;
import java.util.Map;

/// The suite's prompts.
final class ConformancePrompts {
    private ConformancePrompts() {}

    private interface Body {
        List<Prompt.Message> get(Call call, Map<String, String> arguments)
                throws InterruptedException;
    }

    private record Lambda(Description description, Body body) implements Prompt {
        @Override
        public Words get(Call call, Map<String, String> arguments) throws InterruptedException {
            return new Words(description.description(), body.get(call, arguments));
        }
    }

    static List<Prompt> all() {
        return List.of(
                prompt(
                        "test_simple_prompt",
                        List.of(),
                        (call, arguments) -> List.of(says("This is a simple prompt for testing."))),
                prompt(
                        "test_prompt_with_arguments",
                        List.of("arg1", "arg2"),
                        (call, arguments) ->
                                List.of(
                                        says(
                                                "Prompt with arguments: arg1='"
                                                        + arguments.get("arg1")
                                                        + "', arg2='"
                                                        + arguments.get("arg2")
                                                        + "'"))),
                prompt(
                        "test_prompt_with_embedded_resource",
                        List.of("resourceUri"),
                        (call, arguments) ->
                                List.of(
                                        message(
                                                new Content.Embedded(
                                                        new Resources.Contents.Text(
                                                                arguments.getOrDefault(
                                                                        "resourceUri", ""),
                                                                "text/plain",
                                                                "Embedded resource content for"
                                                                        + " testing."))),
                                        says("Please process the embedded resource above."))),
                prompt(
                        "test_prompt_with_image",
                        List.of(),
                        (call, arguments) ->
                                List.of(
                                        message(
                                                new Content.Image(
                                                        ConformanceFixture.PNG, "image/png")),
                                        says("Please analyze the image above."))),
                prompt(
                        "test_input_required_result_prompt",
                        List.of(),
                        (call, arguments) ->
                                List.of(
                                        says(
                                                "With "
                                                        + ConformanceQuestions.answers(
                                                                call,
                                                                Map.of(
                                                                        "user_context",
                                                                        ConformanceQuestions.form(
                                                                                "What context"
                                                                                        + " should the"
                                                                                        + " prompt use?",
                                                                                "context",
                                                                                "string")))))));
    }

    private static Prompt prompt(String name, List<String> arguments, Body body) {
        return new Lambda(
                new Prompt.Description(
                        name,
                        name,
                        "Prompt " + name + ".",
                        arguments.stream()
                                .map(each -> new Prompt.Argument(each, "the " + each, true))
                                .toList()),
                body);
    }

    private static Prompt.Message says(String text) {
        return message(new Content.Text(text));
    }

    private static Prompt.Message message(Content content) {
        return new Prompt.Message("user", content);
    }
}
