package dev.strawboss.tools;

import dev.strawboss.jobs.Job;
import dev.strawboss.jobs.Jobs;
import dev.strawboss.mcp.Arguments;
import dev.strawboss.mcp.Call;
import dev.strawboss.mcp.Parameter;
import dev.strawboss.mcp.Tool;
import dev.strawboss.mcp.ToolAnswer;
import dev.strawboss.mcp.ToolDescription;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// Lists jobs.
final class JobsTool implements Tool {
    private static final int MOST = 50;
    static final List<String> STATES =
            List.of(
                    "queued",
                    "preparing",
                    "running",
                    "verifying",
                    "succeeded",
                    "failed",
                    "timed_out",
                    "cancelled",
                    "unknown");

    private static final ToolDescription DESCRIPTION =
            new ToolDescription(
                    "jobs",
                    "List jobs",
                    "The newest jobs first, one line each, as many as fit. Pass `before` from the answer for older ones.",
                    Stream.concat(
                                    Stream.of(
                                            Parameter.strings(
                                                    "state",
                                                    "Only these: "
                                                            + String.join(", ", STATES)
                                                            + "."),
                                            Parameter.integer("limit", "1 to 50.").orElse(20L),
                                            Parameter.integer(
                                                    "before", "Only jobs older than this number.")),
                                    InboxAnswers.PARAMETERS.stream())
                            .toList(),
                    ToolDescription.Effect.READ,
                    Map.of());

    private final Jobs jobs;
    private final JobAnswers answers;
    private final InboxAnswers inbox;

    JobsTool(Jobs jobs, JobAnswers answers, Clock clock) {
        this.jobs = jobs;
        this.answers = answers;
        this.inbox = new InboxAnswers(jobs.inbox(), clock);
    }

    @Override
    public ToolDescription description() {
        return DESCRIPTION;
    }

    @Override
    public ToolAnswer call(Call call, Arguments arguments) {
        Set<String> states = Set.copyOf(arguments.strings("state"));
        for (String state : states) {
            if (!STATES.contains(state)) {
                throw arguments.invalid(
                        "There is no state "
                                + PlainText.line(state, 40)
                                + "; there are "
                                + String.join(", ", STATES)
                                + ".");
            }
        }
        int limit = Math.clamp(arguments.integer("limit").orElse(20L), 1, MOST);
        Optional<ToolAnswer> ended = inbox.of(arguments, limit);
        if (ended.isPresent()) {
            return ended.get();
        }
        List<Job> found = jobs.list(states, arguments.integer("before"), limit + 1);
        if (found.isEmpty()) {
            String none =
                    states.isEmpty() ? "There are no jobs yet.\n" : "There are no such jobs.\n";
            return new ToolAnswer(none, Map.of("jobs", List.of()), false);
        }
        return answers.list(found.subList(0, Math.min(limit, found.size())), found.size() > limit);
    }
}
