package dev.strawboss.torture;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What a client asks of a real hub: one kind of job each.
enum Errand {
    COMMAND("succeeded"),
    COMMAND_FAILS("failed"),
    COMMAND_STOPPED("cancelled"),
    COMMAND_TIMED_OUT("timed_out"),
    COMMAND_AFTER_ANOTHER("succeeded"),
    COMMAND_PAUSED("succeeded"),
    COMMAND_IN_PAUSED_QUEUE("succeeded"),
    COMMAND_CLEANED_UP("succeeded"),
    COMMAND_THAT_ASKS("succeeded"),
    COMMAND_IN_WORKTREE("succeeded"),
    COMMAND_IN_CLONE("succeeded"),
    LONG_SCRIPT("succeeded"),
    AGENT_IN_WORKTREE("succeeded"),
    AGENT_THAT_COMMITS("succeeded"),
    AGENT_IN_PLACE("succeeded"),
    AGENT_THAT_READS("succeeded");

    static final String AGENT = "tortured";
    private static final int LONG_TEXT = 70_000;

    private final String end;

    Errand(String end) {
        this.end = end;
    }

    /// The state it must end in.
    String end() {
        return end;
    }

    String tool() {
        return isAgent() ? "dispatch" : "run";
    }

    boolean isAgent() {
        return name().startsWith("AGENT");
    }

    boolean isStopped() {
        return this == COMMAND_STOPPED;
    }

    /// Whether it waits for [#parent].
    boolean hasParent() {
        return this == COMMAND_AFTER_ANOTHER;
    }

    /// Whether it ends only when it is answered.
    boolean asks() {
        return this == COMMAND_THAT_ASKS;
    }

    /// Whether it waits in [#queue].
    boolean hasQueue() {
        return this == COMMAND_IN_PAUSED_QUEUE;
    }

    /// Whether its end lets all told jobs go: not to be mixed with others.
    boolean cleansUp() {
        return this == COMMAND_CLEANED_UP;
    }

    static String queue(int number) {
        return "queue-" + number;
    }

    /// What an errand that follows another follows.
    static Map<String, Object> parent(Ground ground, int number, double seconds) {
        String script =
                "echo started >>'%s'; %s; sleep %s; echo ended >'%s'"
                        .formatted(
                                ground.parentMark(number),
                                untilLet(ground, number),
                                seconds,
                                ground.parentEnd(number));
        return Map.of(
                "directory",
                ground.repository().toString(),
                "key",
                "parent-" + number,
                "command",
                shell(script));
    }

    /// Whether its work comes back as one commit on a branch of its own.
    boolean hasBranch() {
        return this == COMMAND_IN_WORKTREE
                || this == COMMAND_IN_CLONE
                || this == AGENT_IN_WORKTREE
                || this == AGENT_THAT_COMMITS;
    }

    /// @param number tells this one from all others of the ground
    /// @param seconds how long its command takes
    Map<String, Object> arguments(Ground ground, int number, double seconds) {
        Map<String, Object> arguments = new LinkedHashMap<>();
        arguments.put("directory", directory(ground).toString());
        arguments.put("key", "errand-" + number);
        String mark = "echo started >>'" + ground.mark(number) + "'; ";
        String pause = "sleep " + seconds;
        switch (this) {
            case COMMAND, COMMAND_CLEANED_UP -> arguments.put("command", shell(mark + pause));
            case COMMAND_THAT_ASKS ->
                    arguments.put(
                            "command",
                            shell(
                                    mark
                                            + ground.strawboss()
                                            + " ask 'Go on?' >'"
                                            + ground.answer(number)
                                            + "'"));
            case COMMAND_PAUSED -> arguments.put("command", shell(mark + untilLet(ground, number)));
            case COMMAND_IN_PAUSED_QUEUE -> {
                arguments.put("command", shell(mark + pause));
                arguments.put("queue", queue(number));
            }
            case COMMAND_AFTER_ANOTHER ->
                    arguments.put(
                            "command",
                            shell(mark + "test -e '" + ground.parentEnd(number) + "' && " + pause));
            case COMMAND_FAILS -> arguments.put("command", shell(mark + pause + "; exit 7"));
            case COMMAND_STOPPED -> arguments.put("command", shell(mark + "sleep 600"));
            case COMMAND_TIMED_OUT -> {
                arguments.put("command", shell(mark + "sleep 600"));
                arguments.put("timeout", "300ms");
            }
            case COMMAND_IN_WORKTREE, COMMAND_IN_CLONE ->
                    arguments.put(
                            "command",
                            shell(mark + "echo %1$d >work-%1$d.txt; ".formatted(number) + pause));
            case LONG_SCRIPT ->
                    arguments.put("script", mark + pause + "\n: " + "x".repeat(LONG_TEXT) + "\n");
            case AGENT_IN_WORKTREE, AGENT_IN_PLACE ->
                    arguments.put("prompt", number + " edit " + seconds);
            case AGENT_THAT_COMMITS -> arguments.put("prompt", number + " commit " + seconds);
            case AGENT_THAT_READS -> arguments.put("prompt", number + " read " + seconds);
        }
        if (isAgent()) {
            arguments.put("agent", AGENT);
        }
        switch (this) {
            case COMMAND_IN_WORKTREE -> arguments.put("workspace", "worktree");
            case COMMAND_IN_CLONE -> arguments.put("workspace", "clone");
            case AGENT_IN_PLACE -> arguments.put("workspace", "in-place");
            case AGENT_THAT_READS -> arguments.put("workspace", "none");
            default -> {}
        }
        return arguments;
    }

    /// What goes on only when the client has done all it wants to do meanwhile.
    private static String untilLet(Ground ground, int number) {
        return "until [ -e '%s' ]; do sleep 0.05; done".formatted(ground.gate(number));
    }

    private Path directory(Ground ground) {
        return this == AGENT_IN_PLACE ? ground.place() : ground.repository();
    }

    private static List<String> shell(String script) {
        return List.of("/bin/sh", "-c", script);
    }
}
