package dev.strawboss.sandbox;

import java.util.Locale;

/// What confinement may mean, each by itself. A job says by name which of them did not hold.
public enum Promise {
    /// Files that no grant names cannot be read.
    READS,
    /// Files that no grant names cannot even be found to exist.
    SEES_NO_FILES,
    /// Files that no grant makes writable cannot be changed.
    WRITES,
    /// Processes outside cannot be seen.
    SEES_NO_PROCESSES,
    /// Processes outside cannot be signalled or looked into.
    TOUCHES_NO_PROCESSES,
    /// The network beyond what the profile says cannot be reached, nor the machine's own loopback.
    NETWORK,
    /// Unix sockets of the machine that no grant names cannot be reached.
    SOCKETS,
    /// Shared memory, semaphores and message queues of the machine cannot be reached.
    SHARED_MEMORY,
    /// No privilege can be gained: no capability, no setuid program, no namespace.
    PRIVILEGES,
    /// Calls to the kernel that only attacks need are refused.
    SYSTEM_CALLS,
    /// The terminal of whoever started it cannot be typed into.
    TERMINAL,
    /// The number of processes is bounded.
    PROCESS_COUNT,
    /// Size and number of open files and processor time of each process are bounded.
    EACH_PROCESS,
    /// The memory of all processes together is bounded.
    MEMORY,
    /// The processor time of all together is a bounded share.
    CPU,
    /// What it writes to `/tmp` and its home is bounded.
    TEMPORARY_SPACE;

    /// Whether an ordinary user's system can do it without control groups.
    boolean needsControlGroup() {
        return this == MEMORY || this == CPU;
    }

    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
