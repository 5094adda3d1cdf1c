package dev.strawboss.jobs;

import java.util.Locale;

/// Why a queued job does not start.
sealed interface Hindrance {
    /// Nothing hinders it: it is about to.
    record None() implements Hindrance {}

    /// @param ahead how many jobs of its queue start before it
    record NoSlot(int slots, int ahead) implements Hindrance {}

    record QueueFull(String queue, int slots, int ahead) implements Hindrance {}

    record LimitReached(Gate.Kind kind, String name, int limit) implements Hindrance {}

    /// Its queue, its project or everything is paused.
    record ScopePaused(Gate.Kind kind, String name, Pause pause) implements Hindrance {}

    /// What it waits for, and what to type.
    default String sentence() {
        return switch (this) {
            case None _ -> "Was just accepted and is about to start.";
            case NoSlot(int slots, int ahead) ->
                    "Waits for a slot: all "
                            + slots
                            + " are taken and "
                            + ahead
                            + " job(s) are ahead of it. See `strawboss jobs --state running`.";
            case QueueFull(var queue, int slots, int ahead) ->
                    "Waits in queue "
                            + queue
                            + ": it is full ("
                            + slots
                            + " of "
                            + slots
                            + " run) and "
                            + ahead
                            + " job(s) are ahead of it. `strawboss queues set "
                            + queue
                            + " --slots N` gives it more.";
            case LimitReached(var kind, var name, int limit) ->
                    "Waits for "
                            + word(kind)
                            + " "
                            + name
                            + ": its limit of "
                            + limit
                            + " job(s) at once is reached. See `strawboss "
                            + word(kind)
                            + "s show "
                            + name
                            + "`.";
            case ScopePaused(var kind, var name, var pause) ->
                    "Waits: "
                            + (kind == Gate.Kind.EVERYTHING
                                    ? "everything"
                                    : word(kind) + " " + name)
                            + " was paused by "
                            + pause.by()
                            + " at "
                            + pause.since()
                            + ". `strawboss resume "
                            + option(kind, name)
                            + "` lets it start.";
        };
    }

    private static String option(Gate.Kind kind, String name) {
        return kind == Gate.Kind.EVERYTHING ? "--all" : "--" + word(kind) + " " + name;
    }

    private static String word(Gate.Kind kind) {
        return kind.name().toLowerCase(Locale.ROOT);
    }
}
