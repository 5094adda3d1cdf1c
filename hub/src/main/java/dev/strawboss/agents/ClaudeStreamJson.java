package dev.strawboss.agents;

import dev.strawboss.agents.AgentReport.AgentError;
import dev.strawboss.agents.AgentReport.Usage;
import java.io.IOException;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// `claude -p --output-format stream-json`: `system/init`, then messages, then one `result`. An API
/// error is a result of subtype "success" with `is_error`.
record ClaudeStreamJson(ErrorPatterns patterns) implements ReportReader {
    @Override
    public AgentReport read(AgentOutput output) throws IOException {
        Seen seen = new Seen();
        output.events(seen::event);
        Event result = seen.result;
        Optional<AgentError> error =
                result == null
                        ? Optional.of(Answers.withoutEnd(output, patterns))
                        : error(result, seen, output);
        return new AgentReport(
                Answers.bounded(seen.text()),
                Optional.ofNullable(seen.session),
                Optional.ofNullable(seen.model),
                Optional.ofNullable(result).map(event -> usage(event.nested("usage"))),
                Optional.ofNullable(result).flatMap(event -> event.decimal("total_cost_usd")),
                result != null,
                error);
    }

    private Optional<AgentError> error(Event result, Seen seen, AgentOutput output) {
        if (!result.isTrue("is_error")) {
            return Optional.empty();
        }
        String message =
                result.text("result")
                        .filter(text -> !text.isBlank())
                        .orElseGet(() -> reason(result));
        AgentError error =
                Answers.error(kind(result, seen.problem, message), message, output.exit());
        return Optional.of(
                error.kind() == ErrorKind.RATE_LIMIT && seen.reset != null
                        ? new AgentError(error.kind(), error.message(), Optional.of(seen.reset))
                        : error);
    }

    private static String reason(Event result) {
        return result.values().get("errors") instanceof java.util.List<?> errors
                        && !errors.isEmpty()
                ? String.valueOf(errors.getFirst())
                : result.text("subtype").orElse("it failed without a reason");
    }

    // The status is surest, then the word the CLI itself uses, then the message.
    private ErrorKind kind(Event result, @Nullable String problem, String message) {
        long status = result.number("api_error_status").orElse(0L);
        if (status == 401 || status == 403 || "authentication_failed".equals(problem)) {
            return ErrorKind.AUTH;
        }
        if (status == 429 || "rate_limit".equals(problem)) {
            return ErrorKind.RATE_LIMIT;
        }
        if (status >= 400 || result.text("subtype").orElse("").startsWith("error_max")) {
            return ErrorKind.MODEL;
        }
        if (result.text("subtype").orElse("").equals("error_during_execution")) {
            return ErrorKind.CRASH;
        }
        return patterns.kind(message).orElse(ErrorKind.MODEL);
    }

    private static Usage usage(Event usage) {
        long cached = usage.number("cache_read_input_tokens").orElse(0L);
        long created = usage.number("cache_creation_input_tokens").orElse(0L);
        long fresh = usage.number("input_tokens").orElse(0L);
        return new Usage(
                fresh + cached + created, cached, usage.number("output_tokens").orElse(0L));
    }

    /// What the events so far said.
    private static final class Seen {
        private @Nullable String session;
        private @Nullable String model;
        private @Nullable String problem;
        private @Nullable Instant reset;
        private @Nullable Event result;
        private String said = "";

        void event(Map<String, Object> values) {
            Event event = new Event(values);
            event.text("session_id").ifPresent(id -> session = id);
            switch (event.type()) {
                case "system" -> event.text("model").ifPresent(name -> model = name);
                case "assistant" -> assistant(event);
                case "rate_limit_event" ->
                        event.nested("rate_limit_info")
                                .number("resetsAt")
                                .ifPresent(seconds -> reset = Instant.ofEpochSecond(seconds));
                case "result" -> result = event;
                default -> {} // tool results, heartbeats, and what later versions add
            }
        }

        // The answer; of a run that was cut off, the last thing said.
        String text() {
            Event end = result;
            return end == null ? said : end.text("result").orElse("");
        }

        private void assistant(Event event) {
            event.text("error").ifPresent(word -> problem = word);
            for (Event block : event.nested("message").list("content")) {
                block.text("text").ifPresent(text -> said = text);
            }
        }
    }
}
