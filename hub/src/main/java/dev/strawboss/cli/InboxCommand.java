package dev.strawboss.cli;

import dev.strawboss.client.HubClient;
import dev.strawboss.client.ProgressListener;
import dev.strawboss.errors.ErrorCode;
import dev.strawboss.errors.StrawbossException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `strawboss inbox`: what has finished and nobody has looked at.
@Command(
        name = "inbox",
        mixinStandardHelpOptions = true,
        description = {
            "List finished jobs that nobody has looked at, the last to end first,",
            "and say (on standard error) which jobs ask something."
        })
final class InboxCommand implements Callable<Integer> {
    private static final long PAGE = 50;

    private final Session session;

    @Option(names = "--all", description = "Those that were looked at too.")
    private boolean all;

    @Option(names = "--failures", description = "Failures only, the first to end first.")
    private boolean failures;

    @Option(
            names = "--since",
            paramLabel = "CURSOR",
            description = "With --failures: those that ended after the job with this cursor.")
    private @Nullable Long since;

    @Option(names = "--mark-seen", description = "Then count them as looked at.")
    private boolean markSeen;

    @Option(
            names = {"-n", "--limit"},
            paramLabel = "N",
            description = "How many (default: ${DEFAULT-VALUE}).",
            defaultValue = "50")
    private long limit;

    @Option(names = "--json", description = "One object per line.")
    private boolean json;

    InboxCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() throws InterruptedException {
        check();
        Map<String, Object> arguments = new LinkedHashMap<>();
        arguments.put("inbox", failures ? "failures" : all ? "all" : "unseen");
        arguments.put("mark_seen", markSeen);
        if (since != null) {
            arguments.put("since", since);
        }
        try (HubClient client = session.clients().get()) {
            print(client, arguments);
        }
        return 0;
    }

    private void check() {
        if (limit < 1 || (since != null && !failures) || (all && failures)) {
            throw new StrawbossException(
                    ErrorCode.INVALID_INPUT,
                    limit < 1
                            ? "A list has at least one line, not " + limit + "."
                            : "--since goes with --failures, and --failures without --all.",
                    "See strawboss inbox --help.");
        }
    }

    private void print(HubClient client, Map<String, Object> arguments)
            throws InterruptedException {
        long left = limit;
        while (true) {
            arguments.put("limit", Math.min(left, PAGE));
            HubClient.Reply page = client.call("jobs", arguments, ProgressListener.NONE);
            List<Map<String, Object>> rows = WaitCommand.jobs(page);
            if (!failures && left == limit) {
                asking(page);
            }
            left -= rows.size();
            lines(page, rows.size());
            Object older = page.structured().get("before");
            Object cursor = page.structured().get("cursor");
            boolean more = older != null || Boolean.TRUE.equals(page.structured().get("more"));
            if (!more || rows.isEmpty() || left <= 0) {
                end(more, cursor, rows.isEmpty() && left == limit);
                return;
            }
            arguments.put(failures ? "since" : "before", failures ? cursor : older);
        }
    }

    /// What waits for an answer, to standard error: the list is of finished jobs.
    private void asking(HubClient.Reply page) {
        if (page.structured().get("asking") instanceof List<?> asking && !asking.isEmpty()) {
            page.text().lines().filter(line -> line.startsWith("Asks: ")).forEach(session::tell);
            session.tell("answer with: strawboss reply JOB ANSWER");
        }
    }

    private void lines(HubClient.Reply page, int rows) {
        if (json) {
            session.print(page, true, "jobs");
        } else {
            page.text().lines().limit(rows).forEach(session.out()::println);
        }
    }

    private void end(boolean more, @Nullable Object cursor, boolean nothing) {
        if (nothing && !json) {
            session.out().println(failures ? "No failures." : "Nothing is new.");
        }
        if (failures) {
            session.tell(
                    (more ? "there are more" : "later")
                            + ": strawboss inbox --failures --since "
                            + cursor);
        } else if (more) {
            session.tell("there are more: strawboss inbox -n N");
        }
        session.out().flush();
    }
}
