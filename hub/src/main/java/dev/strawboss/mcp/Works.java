package dev.strawboss.mcp;

import dev.strawboss.errors.ErrorCode;
import dev.strawboss.errors.StrawbossException;
import dev.strawboss.errors.Suggestion;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What is worked on: calls of tools, prompts, resources and completions.
final class Works {
    private static final Logger LOG = LoggerFactory.getLogger(Works.class);

    private final Service service;
    private final TaskWorks tasks;

    Works(Service service) {
        this.service = service;
        this.tasks = new TaskWorks(service);
    }

    /// @return empty if the method is none of these
    /// @throws Refusal if it cannot be done
    Optional<Exchange.Work> of(Request request, Revision revision) throws Refusal {
        Offer offer = service.offer();
        return switch (request.method()) {
            case "tools/call" -> Optional.of(toolCall(request));
            case "prompts/get" ->
                    offer.prompts().isEmpty() ? Optional.empty() : Optional.of(prompt(request));
            case "resources/list" -> offer.offeredResources().map(this::list);
            case "resources/read" -> offer.offeredResources().map(this::read);
            case "completion/complete" -> offer.offeredCompletions().map(this::complete);
            default -> tasks.of(request, revision);
        };
    }

    private Exchange.Work toolCall(Request request) throws Refusal {
        Tool tool = service.catalog().require(request.requiredString("name"));
        Map<String, Object> arguments = request.objectOrNone("arguments");
        return exchange -> {
            ToolAnswer answer = answer(tool, arguments, exchange);
            Optional<Map<String, Object>> task = tasks.begun(answer, exchange);
            if (task.isPresent()) {
                exchange.withhold();
                return task.get();
            }
            return Answers.call(answer, exchange.party().revision());
        };
    }

    private static ToolAnswer answer(Tool tool, Map<String, Object> values, Exchange exchange)
            throws InterruptedException {
        try {
            return tool.call(exchange, Arguments.of(tool.description(), values));
        } catch (InputRequired | MissingCapability asked) {
            throw asked;
        } catch (StrawbossException e) {
            return ToolAnswer.failure(e);
        } catch (InterruptedException e) {
            if (exchange.cancelled()) {
                throw e;
            }
            return unexpected(tool, e);
        } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
            return unexpected(tool, e);
        }
    }

    private static ToolAnswer unexpected(Tool tool, Throwable failure) {
        LOG.atError()
                .setCause(failure)
                .addKeyValue("tool", tool.description().name())
                .log("A tool failed unexpectedly");
        return ToolAnswer.failure(
                new StrawbossException(
                        ErrorCode.INTERNAL,
                        "The tool " + tool.description().name() + " failed: " + failure + ".",
                        "This is a bug in Strawboss; the hub's log has the details:"
                                + " strawboss hub logs"));
    }

    private Exchange.Work prompt(Request request) throws Refusal {
        String name = request.requiredString("name");
        List<Prompt> prompts = service.offer().prompts();
        Prompt prompt =
                prompts.stream()
                        .filter(each -> each.description().name().equals(name))
                        .findFirst()
                        .orElseThrow(() ->
                                Refusal.invalid(
                                        "Unknown prompt: "
                                                + name
                                                + "."
                                                + Suggestion.sentence(
                                                        name,
                                                        prompts.stream()
                                                                .map(each ->
                                                                        each.description().name())
                                                                .toList())));
        Map<String, String> arguments = texts(request.objectOrNone("arguments"), "arguments");
        for (Prompt.Argument argument : prompt.description().arguments()) {
            if (argument.required() && !arguments.containsKey(argument.name())) {
                throw Refusal.invalid(
                        "The prompt " + name + " needs the argument " + argument.name() + ".");
            }
        }
        return exchange -> Shapes.of(prompt.get(exchange, arguments));
    }

    private Exchange.Work list(Resources resources) {
        return exchange -> {
            List<Resources.Description> all = resources.list(exchange);
            Map<String, Object> result =
                    Pages.page(
                            "resources",
                            all,
                            Resources.Description::uri,
                            Shapes::of,
                            exchange.request());
            return Dialect.cacheable(result, exchange.party().revision());
        };
    }

    private Exchange.Work read(Resources resources) {
        return exchange -> {
            String uri = exchange.request().requiredString("uri");
            Revision revision = exchange.party().revision();
            List<Resources.Contents> contents =
                    resources
                            .read(exchange, uri)
                            .orElseThrow(() ->
                                    new Refusal(
                                            revision.modern()
                                                    ? Refusal.INVALID_PARAMS
                                                    : Refusal.NO_SUCH_RESOURCE,
                                            "There is no resource " + uri + ".",
                                            Map.of("uri", uri)));
            Map<String, Object> result = new LinkedHashMap<>();
            result.put("contents", contents.stream().map(Shapes::of).toList());
            return Dialect.cacheable(result, revision);
        };
    }

    private Exchange.Work complete(Completions completions) {
        return exchange -> {
            Request request = exchange.request();
            Map<String, Object> argument = request.objectOrNone("argument");
            if (!(argument.get("name") instanceof String name)
                    || !(argument.get("value") instanceof String value)) {
                throw Refusal.invalid("params.argument needs a name and a value.");
            }
            Map<String, String> context =
                    texts(
                            Request.object(request.objectOrNone("context"), "arguments"),
                            "context.arguments");
            return Shapes.of(
                    completions.complete(exchange, reference(request), name, value, context));
        };
    }

    private static Completions.Reference reference(Request request) throws Refusal {
        Map<String, Object> ref = request.objectOrNone("ref");
        if ("ref/prompt".equals(ref.get("type")) && ref.get("name") instanceof String name) {
            return new Completions.Reference.OfPrompt(name);
        }
        if ("ref/resource".equals(ref.get("type")) && ref.get("uri") instanceof String uri) {
            return new Completions.Reference.OfTemplate(uri);
        }
        throw Refusal.invalid("params.ref is neither a prompt nor a resource template.");
    }

    private static Map<String, String> texts(Map<String, Object> values, String name)
            throws Refusal {
        Map<String, String> texts = new LinkedHashMap<>();
        for (Map.Entry<String, Object> each : values.entrySet()) {
            if (!(each.getValue() instanceof String text)) {
                throw Refusal.invalid("params." + name + "." + each.getKey() + " is not a string.");
            }
            texts.put(each.getKey(), text);
        }
        return texts;
    }
}
