package dev.strawboss.tools;

import dev.strawboss.jobs.JobFilter;
import dev.strawboss.jobs.JobPage;
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
import java.util.stream.Stream;

/// Lists jobs.
final class JobsTool implements Tool {
    private static final int MOST = 50;
    static final List<String> STATES =
            List.of(
                    "queued",
                    "waiting",
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
                    "The newest jobs first, one line each, as many as fit; what is given must all hold. Pass `before` from"
                            + " the answer for older ones.",
                    Stream.concat(
                                    Stream.of(
                                            Parameter.strings(
                                                    "state",
                                                    "Any of: " + String.join(", ", STATES) + "."),
                                            Parameter.string(
                                                    "text",
                                                    "Words of title, prompt, reason or answer; word* and \"a phrase\" work."),
                                            Parameter.string("project", ""),
                                            Parameter.string("agent", ""),
                                            Parameter.string("queue", ""),
                                            Parameter.string("client", "Who dispatched it."),
                                            Parameter.string("kind", "agent or command."),
                                            Parameter.strings("tags", "All of these."),
                                            Parameter.string(
                                                    "from",
                                                    "Accepted from then on: 2h ago, or a date."),
                                            Parameter.string("until", "Accepted before."),
                                            Parameter.bool("archived", "Only what was put away."),
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
    private final JobFilters filters;

    JobsTool(Jobs jobs, JobAnswers answers, Clock clock) {
        this.jobs = jobs;
        this.answers = answers;
        this.inbox = new InboxAnswers(jobs.inbox(), jobs.questions(), clock);
        this.filters = new JobFilters(clock);
    }

    @Override
    public ToolDescription description() {
        return DESCRIPTION;
    }

    @Override
    public ToolAnswer call(Call call, Arguments arguments) {
        JobFilter filter = filters.read(arguments);
        int limit = Math.clamp(arguments.integer("limit").orElse(20L), 1, MOST);
        Optional<ToolAnswer> ended = inbox.of(arguments, limit);
        if (ended.isPresent()) {
            return ended.get();
        }
        JobPage page = jobs.history().list(filter, arguments.integer("before"), limit);
        if (page.jobs().isEmpty() && page.older().isEmpty() && page.note().isEmpty()) {
            String none =
                    filter.equals(JobFilter.ALL)
                            ? "There are no jobs yet.\n"
                            : "There are no such jobs.\n";
            return new ToolAnswer(
                    none, Map.of("jobs", List.of(), "total", page.total().jobs()), false);
        }
        return answers.list(page);
    }
}
