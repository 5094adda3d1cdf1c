package dev.strawboss.tools;

import dev.strawboss.jobs.Queues;
import dev.strawboss.mcp.Arguments;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Lists, makes, changes and removes queues.
record QueueSetup(Queues queues) {
    /// @return the queues afterwards
    List<Map<String, Object>> call(Arguments arguments) {
        switch (arguments.string("action").orElse("list")) {
            case "save" -> queues.save(name(arguments), slots(arguments));
            case "remove" -> queues.remove(name(arguments));
            case "move" -> throw arguments.invalid("Queues have no order.");
            case "show" -> {
                String name = name(arguments);
                return queues.list().stream()
                        .filter(queue -> queue.name().equals(name))
                        .map(QueueSetup::row)
                        .toList();
            }
            default -> {}
        }
        return queues.list().stream().map(QueueSetup::row).toList();
    }

    private static String name(Arguments arguments) {
        return arguments
                .string("name")
                .orElseThrow(() -> arguments.invalid("This action needs name."));
    }

    private static int slots(Arguments arguments) {
        if (arguments.object("values").get("slots") instanceof Number slots) {
            return Math.clamp(slots.longValue(), Integer.MIN_VALUE, Integer.MAX_VALUE);
        }
        throw arguments.invalid("A queue needs slots: how many of its jobs run at once.");
    }

    private static Map<String, Object> row(Queues.Queue queue) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("name", queue.name());
        row.put("slots", (long) queue.slots());
        row.put("running", queue.running());
        row.put("queued", queue.queued());
        row.put("waiting", queue.waiting());
        queue.pause()
                .ifPresent(pause -> {
                    row.put("paused_by", pause.by());
                    row.put("paused_at", pause.since().toString());
                });
        return row;
    }
}
