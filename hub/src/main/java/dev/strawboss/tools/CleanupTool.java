package dev.strawboss.tools;

import dev.strawboss.cleanup.Account;
import dev.strawboss.cleanup.Cleanup;
import dev.strawboss.cleanup.Wish;
import dev.strawboss.config.Durations;
import dev.strawboss.jobs.Job;
import dev.strawboss.jobs.JobId;
import dev.strawboss.jobs.Jobs;
import dev.strawboss.mcp.Arguments;
import dev.strawboss.mcp.Call;
import dev.strawboss.mcp.Parameter;
import dev.strawboss.mcp.Tool;
import dev.strawboss.mcp.ToolAnswer;
import dev.strawboss.mcp.ToolDescription;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Puts jobs away and takes away what is old. What cannot be undone is for people: other clients
/// see what would go.
final class CleanupTool implements Tool {
    private static final String PEOPLE = "cli";
    private static final int MOST_JOBS = 500;
    private static final int MOST_TOLD = 20;

    private static final ToolDescription DESCRIPTION =
            new ToolDescription(
                    "cleanup",
                    "Archive and clean up",
                    "archive takes finished jobs out of the lists (unarchive brings them back); look says what a clean-up"
                            + " of old logs, workspaces and jobs would take. Doing it is for people: `strawboss cleanup`.",
                    List.of(
                            Parameter.choice(
                                            "action",
                                            "",
                                            List.of("archive", "unarchive", "look", "run"))
                                    .asRequired(),
                            Parameter.strings("jobs", "To archive."),
                            Parameter.string("older_than", "Such as 14d; else as configured."),
                            Parameter.strings("what", "logs, workspaces, rows; else all."),
                            Parameter.string("project", "")),
                    ToolDescription.Effect.WRITE,
                    Map.of());

    private final Jobs jobs;
    private final Cleanup cleanup;
    private final Clock clock;

    CleanupTool(Jobs jobs, Cleanup cleanup, Clock clock) {
        this.jobs = jobs;
        this.cleanup = cleanup;
        this.clock = clock;
    }

    @Override
    public ToolDescription description() {
        return DESCRIPTION;
    }

    @Override
    public ToolAnswer call(Call call, Arguments arguments) throws InterruptedException {
        return switch (arguments.requiredString("action")) {
            case "archive" -> archive(arguments, true);
            case "unarchive" -> archive(arguments, false);
            case "look" -> told(cleanup.look(wish(arguments)), false);
            default -> {
                if (!call.client().equals(PEOPLE)) {
                    throw arguments.invalid(
                            "Taking away for good is for people; tell the user to type: strawboss cleanup");
                }
                yield told(cleanup.run(wish(arguments)), true);
            }
        };
    }

    private ToolAnswer archive(Arguments arguments, boolean archived) {
        List<String> named = arguments.strings("jobs");
        if (named.isEmpty() || named.size() > MOST_JOBS) {
            throw arguments.invalid("Name 1 to " + MOST_JOBS + " jobs.");
        }
        List<JobId> ids = named.stream().map(jobs::require).map(Job::id).distinct().toList();
        List<JobId> done = jobs.history().archive(ids, archived);
        List<JobId> left = ids.stream().filter(id -> !done.contains(id)).toList();
        String text =
                done.size()
                        + (archived ? " archived." : " back in the lists.")
                        + (left.isEmpty()
                                ? ""
                                : " Not finished, so left as they are: " + left + ".");
        Map<String, Object> structured = new LinkedHashMap<>();
        structured.put(archived ? "archived" : "unarchived", words(done));
        structured.put("left", words(left));
        return new ToolAnswer(text + "\n", structured, false);
    }

    private Wish wish(Arguments arguments) {
        Wish usual = cleanup.configured();
        Optional<Instant> since =
                arguments
                        .string("older_than")
                        .map(text -> clock.instant().minus(age(arguments, text)));
        List<String> what = arguments.strings("what");
        for (String one : what) {
            if (!List.of("logs", "workspaces", "rows").contains(one)) {
                throw arguments.invalid(
                        "There is no "
                                + PlainText.line(one, 40)
                                + "; there are logs, workspaces and rows.");
            }
        }
        return new Wish(
                wanted(what, "rows", since.or(usual::jobs)),
                wanted(what, "logs", since.or(usual::logs)),
                wanted(what, "workspaces", since.or(usual::workspaces)),
                arguments.string("project"));
    }

    private static Optional<Instant> wanted(
            List<String> what, String name, Optional<Instant> before) {
        return before.filter(_ -> what.isEmpty() || what.contains(name));
    }

    private static Duration age(Arguments arguments, String text) {
        return Durations.parse(text)
                .orElseThrow(() ->
                        arguments.invalid(
                                "The age "
                                        + PlainText.line(text, 40)
                                        + " is not such as 14d or 12h."));
    }

    private static ToolAnswer told(Account account, boolean done) {
        Map<String, Object> structured = new LinkedHashMap<>();
        structured.put("done", done);
        structured.put("workspaces", count(account.workspaces()));
        structured.put("logs", count(account.logs()));
        structured.put("jobs", count(account.jobs()));
        structured.put("orphans", count(account.orphans()));
        structured.put("bytes", account.bytes());
        List<String> sentences =
                account.told().stream()
                        .limit(MOST_TOLD)
                        .map(line -> PlainText.line(line, 300))
                        .toList();
        structured.put("told", sentences);
        StringBuilder text = new StringBuilder(done ? "Taken away:\n" : "Would be taken away:\n");
        line(text, "workspaces", account.workspaces());
        line(text, "logs of jobs", account.logs());
        line(text, "jobs with all they left", account.jobs());
        line(text, "directories of no job", account.orphans());
        sentences.forEach(sentence -> text.append(sentence).append('\n'));
        if (account.told().size() > MOST_TOLD) {
            text.append("… and ").append(account.told().size() - MOST_TOLD).append(" more\n");
        }
        return new ToolAnswer(text.toString(), structured, false);
    }

    private static Map<String, Object> count(Account.Count count) {
        return Map.of("count", count.number(), "bytes", count.bytes());
    }

    private static void line(StringBuilder text, String what, Account.Count count) {
        text.append(
                "  %d %s, %.1f MB%n".formatted(count.number(), what, count.bytes() / 1_000_000.0));
    }

    private static List<String> words(List<JobId> ids) {
        return ids.stream().map(JobId::value).toList();
    }
}
