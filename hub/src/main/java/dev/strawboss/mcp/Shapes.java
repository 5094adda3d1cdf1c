package dev.strawboss.mcp;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// How the things we speak of look on the wire.
final class Shapes {
    private Shapes() {}

    static Map<String, Object> of(Content content) {
        return switch (content) {
            case Content.Text text -> object("type", "text", "text", text.text());
            case Content.Image image ->
                    object("type", "image", "data", image.base64(), "mimeType", image.mimeType());
            case Content.Audio audio ->
                    object("type", "audio", "data", audio.base64(), "mimeType", audio.mimeType());
            case Content.Embedded embedded ->
                    object("type", "resource", "resource", of(embedded.contents()));
            case Content.Link link -> {
                Map<String, Object> shape = object("type", "resource_link");
                shape.putAll(of(link.resource()));
                yield shape;
            }
        };
    }

    static Map<String, Object> of(Resources.Contents contents) {
        Map<String, Object> shape = object("uri", contents.uri());
        putUnlessEmpty(shape, "mimeType", contents.mimeType());
        switch (contents) {
            case Resources.Contents.Text text -> shape.put("text", text.text());
            case Resources.Contents.Blob blob -> shape.put("blob", blob.base64());
        }
        return shape;
    }

    static Map<String, Object> of(Resources.Description resource) {
        Map<String, Object> shape = object("uri", resource.uri(), "name", resource.name());
        putUnlessEmpty(shape, "title", resource.title());
        putUnlessEmpty(shape, "description", resource.description());
        putUnlessEmpty(shape, "mimeType", resource.mimeType());
        return shape;
    }

    static Map<String, Object> of(Resources.Template template) {
        Map<String, Object> shape =
                object("uriTemplate", template.uriTemplate(), "name", template.name());
        putUnlessEmpty(shape, "title", template.title());
        putUnlessEmpty(shape, "description", template.description());
        putUnlessEmpty(shape, "mimeType", template.mimeType());
        return shape;
    }

    static Map<String, Object> of(Prompt.Description prompt) {
        Map<String, Object> shape = object("name", prompt.name());
        putUnlessEmpty(shape, "title", prompt.title());
        shape.put("description", prompt.description());
        if (!prompt.arguments().isEmpty()) {
            List<Object> arguments = new ArrayList<>();
            for (Prompt.Argument argument : prompt.arguments()) {
                Map<String, Object> its = object("name", argument.name());
                putUnlessEmpty(its, "description", argument.description());
                its.put("required", argument.required());
                arguments.add(its);
            }
            shape.put("arguments", arguments);
        }
        return shape;
    }

    static Map<String, Object> of(Prompt.Words words) {
        List<Object> messages = new ArrayList<>();
        for (Prompt.Message message : words.messages()) {
            messages.add(object("role", message.role(), "content", of(message.content())));
        }
        return object("description", words.description(), "messages", messages);
    }

    static Map<String, Object> of(Completions.Values values) {
        List<String> first = values.values().subList(0, Math.min(100, values.values().size()));
        return object(
                "completion",
                object(
                        "values",
                        first,
                        "total",
                        values.total(),
                        "hasMore",
                        values.total() > first.size()));
    }

    static Map<String, Object> of(Map<String, Question> questions) {
        Map<String, Object> shape = new LinkedHashMap<>();
        questions.forEach((name, question) ->
                shape.put(name, object("method", question.method(), "params", question.params())));
        return shape;
    }

    /// Without what only `tasks/get` tells.
    static Map<String, Object> of(Tasks.Task task) {
        Map<String, Object> shape = new LinkedHashMap<>();
        shape.put("taskId", task.id());
        shape.put(
                "status",
                switch (task.state()) {
                    case Tasks.State.Working _ -> "working";
                    case Tasks.State.InputRequired _ -> "input_required";
                    case Tasks.State.Completed _ -> "completed";
                    case Tasks.State.Failed _ -> "failed";
                    case Tasks.State.Cancelled _ -> "cancelled";
                });
        if (!task.message().isEmpty()) {
            shape.put("statusMessage", task.message());
        }
        shape.put("createdAt", task.created().toString());
        shape.put("lastUpdatedAt", task.updated().toString());
        putAlsoNull(shape, "ttlMs", task.ttlMillis());
        shape.put("pollIntervalMs", task.pollMillis());
        return shape;
    }

    /// With everything.
    static Map<String, Object> whole(Tasks.Task task) {
        Map<String, Object> shape = of(task);
        switch (task.state()) {
            case Tasks.State.InputRequired asks -> shape.put("inputRequests", of(asks.questions()));
            case Tasks.State.Completed completed -> {
                Map<String, Object> result = Answers.call(completed.answer(), Revision.MODERN);
                result.put("resultType", "complete");
                shape.put("result", result);
            }
            case Tasks.State.Failed failed ->
                    shape.put(
                            "error",
                            object("code", Refusal.INTERNAL, "message", failed.sentence()));
            case Tasks.State.Working _, Tasks.State.Cancelled _ -> {}
        }
        return shape;
    }

    private static void putUnlessEmpty(Map<String, Object> shape, String name, String value) {
        if (!value.isEmpty()) {
            shape.put(name, value);
        }
    }

    @SuppressWarnings("NullAway") // null has a meaning on the wire
    private static void putAlsoNull(
            Map<String, Object> shape, String name, @Nullable Object value) {
        shape.put(name, value);
    }

    private static Map<String, Object> object(Object... namesAndValues) {
        Map<String, Object> object = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            object.put((String) namesAndValues[i], namesAndValues[i + 1]);
        }
        return object;
    }
}
