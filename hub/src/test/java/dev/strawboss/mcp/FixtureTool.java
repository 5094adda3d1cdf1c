package dev.strawboss.mcp;

import java.util.List;
import java.util.Map;

/// A tool written as a lambda.
record FixtureTool(ToolDescription description, Body body) implements Tool {
    interface Body {
        ToolAnswer call(Call call, Arguments arguments) throws InterruptedException;
    }

    static Tool of(String name, Body body, Parameter... parameters) {
        return new FixtureTool(
                new ToolDescription(
                        name,
                        name,
                        "Does " + name + ".",
                        List.of(parameters),
                        ToolDescription.Effect.READ,
                        Map.of()),
                body);
    }

    static ToolAnswer text(String text) {
        return new ToolAnswer(text, Map.of("text", text), false);
    }

    static ToolAnswer only(Content... content) {
        return new ToolAnswer("", Map.of(), false, List.of(content), null);
    }

    @Override
    public ToolAnswer call(Call call, Arguments arguments) throws InterruptedException {
        return body.call(call, arguments);
    }
}
