package dev.strawboss.jobs;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/// An unfinished job in this hub: what its thread waits for, and who waits for it.
final class LiveJob {
    /// What can happen to a job whose command runs.
    enum Happening {
        STOP_WANTED,
        /// It is to pause, or to go on.
        PAUSE_CHANGED,
        ENDED
    }

    private final JobId id;
    private final BlockingQueue<Happening> happenings = new LinkedBlockingQueue<>();
    private final CompletableFuture<Job> finished = new CompletableFuture<>();
    private final ReentrantLock looking = new ReentrantLock();
    private @Nullable Thread preparing;
    private volatile @Nullable Long startedNanos;
    private volatile @Nullable String trouble;

    LiveJob(JobId id) {
        this.id = id;
    }

    JobId id() {
        return id;
    }

    BlockingQueue<Happening> happenings() {
        return happenings;
    }

    /// Held while somebody looks at what was decided about it and acts upon that. No monitor: a
    /// virtual thread may stay blocked on one for ever (JDK 25.0.3, see ADR 6).
    ReentrantLock looking() {
        return looking;
    }

    /// Completes with the finished job, once that is durable.
    CompletableFuture<Job> finished() {
        return finished;
    }

    /// Its command has just been started.
    void started() {
        startedNanos = System.nanoTime();
    }

    /// How long ago that was, by a clock that nobody can set; empty if another hub started it.
    Optional<Duration> age() {
        return Optional.ofNullable(startedNanos)
                .map(nanos -> Duration.ofNanos(System.nanoTime() - nanos));
    }

    /// Why its last turn failed, which is tried again and again; null if it did not.
    void trouble(@Nullable String sentence) {
        trouble = sentence;
    }

    Optional<String> trouble() {
        return Optional.ofNullable(trouble);
    }

    boolean stopIsWanted() {
        return happenings.contains(Happening.STOP_WANTED);
    }

    /// From here on a wanted stop interrupts the calling thread.
    synchronized void beginPreparing() {
        preparing = Thread.currentThread();
    }

    /// From here on it does not any more: an interrupt that came too late is taken back, or it
    /// would hit the start of the command.
    synchronized void endPreparing() {
        if (preparing != null && stopIsWanted()) {
            Thread.interrupted();
        }
        preparing = null;
    }

    /// Tells the job's thread that a stop is wanted, whatever it does now.
    synchronized void stopWanted() {
        happenings.add(Happening.STOP_WANTED);
        if (preparing != null) {
            preparing.interrupt();
        }
    }
}
