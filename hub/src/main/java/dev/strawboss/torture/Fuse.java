package dev.strawboss.torture;

import dev.strawboss.crash.CrashPoint;
import dev.strawboss.crash.HubDied;
import java.util.EnumSet;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/// Plays the death of a hub in this process: from some pass of some point on, every thread of it
/// ends at the next point that it passes. That a thread still runs from one point to the next is no
/// cheating: it could as well have been quicker.
final class Fuse {
    private static final InheritableThreadLocal<@Nullable Fuse> MINE =
            new InheritableThreadLocal<>();

    private final CrashPoint at;
    private final int count;
    private final AtomicInteger passes = new AtomicInteger();
    private final Set<CrashPoint> passed = EnumSet.noneOf(CrashPoint.class);
    private volatile boolean blown;
    private volatile boolean reached;

    /// @param count which pass of the point is the last; 0 for none
    Fuse(CrashPoint at, int count) {
        this.at = at;
        this.count = count;
    }

    /// From now on the calling thread, and every one that it starts, belongs to this one's hub.
    void begin() {
        MINE.set(this);
    }

    /// The listener of all of them.
    static void passed(CrashPoint point) {
        Fuse mine = MINE.get();
        if (mine != null) {
            mine.pass(point);
        }
    }

    private void pass(CrashPoint point) {
        if (blown) {
            throw new HubDied(point);
        }
        synchronized (passed) {
            passed.add(point);
        }
        if (point == at && passes.incrementAndGet() == count) {
            reached = true;
            blow();
            throw new HubDied(point);
        }
    }

    void blow() {
        blown = true;
    }

    boolean blown() {
        return blown;
    }

    /// What ended it: the point, or a moment picked at random.
    String death() {
        return reached ? at.name() : "kill";
    }

    Set<CrashPoint> passed() {
        synchronized (passed) {
            return passed.isEmpty() ? EnumSet.noneOf(CrashPoint.class) : EnumSet.copyOf(passed);
        }
    }
}
