package dev.strawboss.mcp;

import dev.strawboss.errors.ErrorCode;
import dev.strawboss.errors.StrawbossException;
import dev.strawboss.errors.Suggestion;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The arguments of a call, checked against the tool's parameters: unknown names, missing ones and
/// wrong types are refused with a sentence that names them.
public final class Arguments {
    private final ToolDescription tool;
    private final Map<String, Object> values;

    private Arguments(ToolDescription tool, Map<String, Object> values) {
        this.tool = tool;
        this.values = values;
    }

    /// @throws StrawbossException with [ErrorCode#INVALID_INPUT]
    public static Arguments of(ToolDescription tool, Map<String, Object> values) {
        if (!tool.inputSchema().isEmpty()) {
            return new Arguments(tool, values);
        }
        List<String> known = tool.parameters().stream().map(Parameter::name).toList();
        for (String name : values.keySet()) {
            if (!known.contains(name)) {
                throw invalid(
                        tool,
                        "has no parameter " + shown(name) + "." + Suggestion.sentence(name, known));
            }
        }
        for (Parameter parameter : tool.parameters()) {
            Object value = values.get(parameter.name());
            if (value == null) {
                if (parameter.required()) {
                    throw invalid(
                            tool,
                            "needs the parameter "
                                    + parameter.name()
                                    + ": "
                                    + parameter.description());
                }
            } else if (!fits(parameter, value)) {
                throw invalid(
                        tool,
                        "wants "
                                + parameter.name()
                                + " as "
                                + wanted(parameter)
                                + ", not "
                                + shown(value)
                                + ".");
            }
        }
        return new Arguments(tool, values);
    }

    /// All of them, as the caller gave them.
    public Map<String, Object> given() {
        return values;
    }

    public Optional<String> string(String name) {
        return value(name).map(String.class::cast);
    }

    /// @throws IllegalStateException if the tool did not declare the parameter required or with a
    ///   fallback
    public String requiredString(String name) {
        return string(name).orElseThrow(() -> new IllegalStateException(name + " is not required"));
    }

    public Optional<Long> integer(String name) {
        return value(name).map(number -> ((Number) number).longValue());
    }

    public boolean bool(String name) {
        return value(name).map(Boolean.class::cast).orElse(false);
    }

    /// Empty when absent.
    public List<String> strings(String name) {
        return value(name)
                .map(list -> ((List<?>) list).stream().map(String.class::cast).toList())
                .orElse(List.of());
    }

    /// Empty when absent.
    public Map<String, Object> object(String name) {
        @SuppressWarnings("unchecked") // keys of a JSON object are strings
        Map<String, Object> object = (Map<String, Object>) value(name).orElse(Map.of());
        return object;
    }

    /// A refusal of one of this call's values.
    public StrawbossException invalid(String sentence) {
        return new StrawbossException(
                ErrorCode.INVALID_INPUT, sentence, "Call " + tool.name() + " again, corrected.");
    }

    private Optional<Object> value(String name) {
        Object given = values.get(name);
        if (given != null) {
            return Optional.of(given);
        }
        Parameter parameter =
                tool.parameters().stream()
                        .filter(candidate -> candidate.name().equals(name))
                        .findFirst()
                        .orElseThrow(() ->
                                new IllegalStateException(
                                        tool.name() + " declares no parameter " + name));
        return parameter.fallback();
    }

    private static boolean fits(Parameter parameter, Object value) {
        return switch (parameter.type()) {
            case STRING ->
                    value instanceof String word
                            && (parameter.values().isEmpty() || parameter.values().contains(word));
            case INTEGER ->
                    value instanceof Number number && number.doubleValue() == number.longValue();
            case BOOLEAN -> value instanceof Boolean;
            case STRINGS ->
                    value instanceof List<?> list
                            && list.stream().allMatch(String.class::isInstance);
            case OBJECT -> value instanceof Map;
        };
    }

    private static String wanted(Parameter parameter) {
        if (!parameter.values().isEmpty()) {
            return "one of " + String.join(", ", parameter.values());
        }
        return switch (parameter.type()) {
            case STRING -> "a string";
            case INTEGER -> "a whole number";
            case BOOLEAN -> "true or false";
            case STRINGS -> "a list of strings";
            case OBJECT -> "an object";
        };
    }

    private static String shown(Object value) {
        String text = String.valueOf(value);
        return text.length() <= 60 ? text : text.substring(0, 60) + "…";
    }

    private static StrawbossException invalid(ToolDescription tool, String rest) {
        return new StrawbossException(
                ErrorCode.INVALID_INPUT,
                "The tool " + tool.name() + " " + rest,
                "Call " + tool.name() + " again, corrected.");
    }
}
