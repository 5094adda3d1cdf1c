package dev.strawboss.jobs;

import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Something through which only so many jobs go at once: a queue, a project, an agent, or
/// everything. A lane of jobs that may not go through is held here until the gate opens.
final class Gate {
    enum Kind {
        EVERYTHING,
        QUEUE,
        PROJECT,
        AGENT
    }

    private final Kind kind;
    private final String name;
    private final Supplier<Optional<Integer>> limit;
    private final TreeSet<Lane> held = new TreeSet<>();
    private int taken;
    private @Nullable Pause pause;

    /// @param limit empty if there is none
    Gate(Kind kind, String name, Supplier<Optional<Integer>> limit) {
        this.kind = kind;
        this.name = name;
        this.limit = limit;
    }

    Kind kind() {
        return kind;
    }

    String name() {
        return name;
    }

    /// How many may go through at once.
    int limit() {
        return limit.get().orElse(Integer.MAX_VALUE);
    }

    /// How many have gone through and not come back.
    int taken() {
        return taken;
    }

    void take() {
        taken++;
    }

    void giveBack() {
        taken--;
    }

    Optional<Pause> pause() {
        return Optional.ofNullable(pause);
    }

    void pause(Optional<Pause> now) {
        pause = now.orElse(null);
    }

    boolean full() {
        return taken >= limit();
    }

    boolean open() {
        return pause == null && !full();
    }

    /// The lanes that wait for this gate, the one whose job is to start first in front.
    TreeSet<Lane> held() {
        return held;
    }
}
