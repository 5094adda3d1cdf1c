package dev.strawboss.jobs;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/// Waits for the ends of jobs, or for what they ask.
record Awaiting(SqliteJobStore store, Crew crew, Watches watches) {
    /// Until any or all of the jobs have finished, or the time is up.
    List<Job> ends(List<JobId> ids, boolean all, Duration time) throws InterruptedException {
        return await(ids, all, time, new CompletableFuture<>());
    }

    /// The same, but also until some job asks something, or is answered.
    List<Job> news(List<JobId> ids, boolean all, Duration time) throws InterruptedException {
        CompletableFuture<@Nullable Void> news = new CompletableFuture<>();
        try (var _ = watches.questions(() -> news.complete(null))) {
            return await(ids, all, time, news);
        }
    }

    private List<Job> await(
            List<JobId> ids, boolean all, Duration time, CompletableFuture<?> orThis)
            throws InterruptedException {
        List<CompletableFuture<Job>> live = new ArrayList<>();
        boolean anyFinished = false;
        for (JobId id : ids) {
            Optional<CompletableFuture<Job>> finished = crew.finished(id);
            finished.ifPresent(live::add);
            anyFinished |= finished.isEmpty() || finished.get().isDone();
        }
        CompletableFuture<?>[] futures = live.toArray(CompletableFuture<?>[]::new);
        if (all || !anyFinished) {
            CompletableFuture<?> ends =
                    all ? CompletableFuture.allOf(futures) : CompletableFuture.anyOf(futures);
            settle(CompletableFuture.anyOf(ends, orThis), time);
        }
        return ids.stream().map(id -> store.find(id).orElseThrow()).toList();
    }

    static void settle(CompletableFuture<?> future, Duration time) throws InterruptedException {
        try {
            future.get(time.toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            // the time is up: that is an answer, not an error
            return;
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        }
    }
}
