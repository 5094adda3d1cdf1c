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
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `strawboss jobs`: the newest jobs.
@Command(
        name = "jobs",
        mixinStandardHelpOptions = true,
        description = "List and search jobs, the newest first.")
final class JobsCommand implements Callable<Integer> {
    private static final long PAGE = 50;

    private final Session session;

    @Mixin private FilterOptions filter = new FilterOptions();

    @Option(
            names = {"-n", "--limit"},
            paramLabel = "N",
            description = "How many (default: ${DEFAULT-VALUE}).",
            defaultValue = "20")
    private long limit;

    @Option(names = "--before", paramLabel = "N", description = "Only jobs older than this number.")
    private @Nullable Long before;

    @Option(names = "--json", description = "One object per line.")
    private boolean json;

    JobsCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() throws InterruptedException {
        if (limit < 1) {
            throw new StrawbossException(
                    ErrorCode.INVALID_INPUT,
                    "A list has at least one line, not " + limit + ".",
                    "");
        }
        try (HubClient client = session.clients().get()) {
            Object next = before;
            for (long left = limit; left > 0; ) {
                HubClient.Reply page = page(client, next, Math.min(left, PAGE));
                List<Map<String, Object>> rows = WaitCommand.jobs(page);
                next = page.structured().get("before");
                print(page, next == null || rows.size() >= left);
                left = next == null ? 0 : left - rows.size();
            }
        }
        return 0;
    }

    private HubClient.Reply page(HubClient client, @Nullable Object next, long size)
            throws InterruptedException {
        Map<String, Object> arguments = new LinkedHashMap<>();
        filter.put(arguments);
        arguments.put("limit", size);
        if (next != null) {
            arguments.put("before", next);
        }
        return client.call("jobs", arguments, ProgressListener.NONE);
    }

    // Only the last page says where the next would begin.
    private void print(HubClient.Reply page, boolean last) {
        if (json) {
            session.print(page, true, "jobs");
            return;
        }
        Object next = page.structured().get("before");
        page.text().lines().limit(WaitCommand.jobs(page).size()).forEach(session.out()::println);
        if (WaitCommand.jobs(page).isEmpty()) {
            session.print(page, false, null);
        } else if (last) {
            if (next != null) {
                session.tell(
                        "there are older ones (%s%s in all): strawboss jobs --before %s"
                                .formatted(
                                        page.structured().get("total"),
                                        page.structured().containsKey("total_at_least") ? "+" : "",
                                        next));
            }
            if (page.structured().get("note") instanceof String note) {
                session.tell(note);
            }
        }
    }
}
