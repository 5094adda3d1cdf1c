package dev.strawboss.agents;

import dev.strawboss.agents.AgentReport.AgentError;
import dev.strawboss.agents.AgentReport.Usage;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// `codex exec --json`: `thread.started`, items, then `turn.completed` or `turn.failed`. An `error`
/// event before these may be a retry, and an item of type `error` is a warning.
record CodexJsonl(ErrorPatterns patterns) implements ReportReader {
    @Override
    public AgentReport read(AgentOutput output) throws IOException {
        Seen seen = new Seen();
        output.events(seen::event);
        return new AgentReport(
                Answers.bounded(seen.said),
                Optional.ofNullable(seen.session),
                Optional.empty(),
                Optional.ofNullable(seen.usage),
                Optional.empty(),
                seen.completed || seen.failure != null,
                error(seen, output));
    }

    private Optional<AgentError> error(Seen seen, AgentOutput output) throws IOException {
        String failure = seen.failure;
        if (failure != null) {
            ErrorKind kind = patterns.kind(failure).orElse(ErrorKind.MODEL);
            return Optional.of(Answers.error(kind, failure, output.exit()));
        }
        return seen.completed
                ? Optional.empty()
                : Optional.of(Answers.withoutEnd(output, patterns));
    }

    /// What the events so far said.
    private static final class Seen {
        private @Nullable String session;
        private @Nullable Usage usage;
        private @Nullable String failure;
        private boolean completed;
        private String said = "";

        void event(Map<String, Object> values) {
            Event event = new Event(values);
            switch (event.type()) {
                case "thread.started" -> event.text("thread_id").ifPresent(id -> session = id);
                case "item.completed" -> item(event.nested("item"));
                case "turn.completed" -> {
                    completed = true;
                    failure = null;
                    usage = usage(event.nested("usage"));
                }
                case "turn.failed" -> {
                    completed = false;
                    failure =
                            event.nested("error")
                                    .text("message")
                                    .orElse("the turn failed without a reason");
                }
                default -> {} // starts, updates, retries, and what later versions add
            }
        }

        private void item(Event item) {
            if (item.type().equals("agent_message")) {
                item.text("text").ifPresent(text -> said = text);
            }
        }

        private static Usage usage(Event usage) {
            return new Usage(
                    usage.number("input_tokens").orElse(0L),
                    usage.number("cached_input_tokens").orElse(0L),
                    usage.number("output_tokens").orElse(0L));
        }
    }
}
