package dev.strawboss.cli;

import dev.strawboss.client.HubClient;
import dev.strawboss.errors.ErrorCode;
import dev.strawboss.errors.StrawbossException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `strawboss queues`: the queues and how full they are.
@Command(
        name = "queues",
        mixinStandardHelpOptions = true,
        description = "List queues; add, set and remove them.")
final class QueueCommands implements Callable<Integer> {
    private final Session session;

    @Option(names = "--json", description = "One object per line.")
    private boolean json;

    QueueCommands(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() throws InterruptedException {
        print(session.call("setup", Map.of("what", "queues")), json);
        return 0;
    }

    @Command(
            name = "add",
            aliases = "set",
            mixinStandardHelpOptions = true,
            description = "Make a queue, or give it another number of slots.")
    int add(
            @Parameters(paramLabel = "NAME") String name,
            @Option(
                            names = "--slots",
                            paramLabel = "N",
                            description = "How many of its jobs run at once.")
                    @Nullable Long slots,
            @Option(names = "--serial", description = "One after the other.") boolean serial)
            throws InterruptedException {
        if ((slots == null) != serial) {
            throw new StrawbossException(
                    ErrorCode.INVALID_INPUT,
                    "A queue needs either --slots N or --serial.",
                    "For example: strawboss queues add " + name + " --slots 2");
        }
        Map<String, Object> arguments = arguments("save", name);
        arguments.put("values", Map.of("slots", slots == null ? 1L : slots));
        print(session.call("setup", arguments), false);
        return 0;
    }

    @Command(
            name = "remove",
            mixinStandardHelpOptions = true,
            description = "Remove a queue that has no unfinished jobs.")
    int remove(@Parameters(paramLabel = "NAME") String name) throws InterruptedException {
        print(session.call("setup", arguments("remove", name)), false);
        return 0;
    }

    private static Map<String, Object> arguments(String action, String name) {
        Map<String, Object> arguments = new LinkedHashMap<>();
        arguments.put("what", "queues");
        arguments.put("action", action);
        arguments.put("name", name);
        return arguments;
    }

    private void print(HubClient.Reply reply, boolean asJson) {
        if (asJson) {
            session.print(reply, true, "queues");
        } else if (reply.structured().get("queues") instanceof List<?> rows) {
            rows.forEach(row -> session.out().println(line((Map<?, ?>) row)));
        }
    }

    private static String line(Map<?, ?> queue) {
        String line =
                "%-16s %s of %s run, %s queued, %s waiting"
                        .formatted(
                                queue.get("name"),
                                queue.get("running"),
                                queue.get("slots"),
                                queue.get("queued"),
                                queue.get("waiting"));
        return queue.get("paused_by") == null
                ? line
                : line + "; paused by " + queue.get("paused_by") + " at " + queue.get("paused_at");
    }
}
