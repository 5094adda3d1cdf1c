package dev.strawboss.jobs;

import dev.strawboss.concurrent.Threads;
import dev.strawboss.config.Durations;
import dev.strawboss.crash.CrashPoint;
import dev.strawboss.errors.ErrorCode;
import dev.strawboss.errors.StrawbossException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What jobs ask while they run, and what they are answered. A question is durable before anybody
/// is asked, its answer before anybody is told; the first answer counts. A question ends with the
/// attempt that asked, when its time is up, and when what asked is gone.
public final class Questions implements AutoCloseable {
    /// Who answered, when the time was up and the default was taken.
    public static final String BY_DEFAULT = "default";

    private static final Logger LOG = LoggerFactory.getLogger(Questions.class);
    private static final Duration LOOK = Duration.ofSeconds(1);

    /// How long what asks may be ahead of the event of its start.
    private static final Duration AHEAD = Duration.ofSeconds(45);

    /// What asked and is not heard of any more may be coming back to another hub.
    static final Duration GRACE = Duration.ofSeconds(60);

    private final SqliteQuestions store;
    private final SqliteJobStore jobs;
    private final Notices notices;
    private final Watches watches;
    private final Clock clock;
    private final Duration grace;
    private final Map<Long, Asker> askers = new ConcurrentHashMap<>();
    private final Semaphore wanted = new Semaphore(0);
    private final Thread thread;

    /// How many calls wait for an answer, and since when there is none.
    private static final class Asker {
        private int calls;
        private long goneNanos = System.nanoTime();

        synchronized void came() {
            calls++;
        }

        synchronized void went() {
            calls--;
            goneNanos = System.nanoTime();
        }

        synchronized void isPaused() {
            goneNanos = System.nanoTime();
        }

        synchronized boolean gone(Duration grace) {
            return calls == 0 && System.nanoTime() - goneNanos > grace.toNanos();
        }
    }

    Questions(
            SqliteQuestions store,
            SqliteJobStore jobs,
            Notices notices,
            Watches watches,
            Clock clock,
            Duration grace) {
        this.grace = grace;
        this.store = store;
        this.watches = watches;
        this.jobs = jobs;
        this.notices = notices;
        this.clock = clock;
        store.open().forEach(question -> askers.put(question.number(), new Asker()));
        this.thread = Threads.virtual("questions", this::watch);
    }

    /// Asks, and returns once that is durable. The same key gives the same question.
    ///
    /// @param attempt the one of the job that asks
    /// @throws StrawbossException `CANCELLED` if that does not run, `TOO_LARGE` if it asks too much
    public Question ask(JobId job, int attempt, Asking asking, String key)
            throws InterruptedException {
        awaitStart(job, attempt);
        SqliteQuestions.Kept kept = store.ask(job, attempt, asking, key, clock.instant());
        CrashPoint.ASKED.pass();
        if (kept.question().open()) {
            askers.computeIfAbsent(kept.question().number(), _ -> new Asker());
        }
        if (kept.isNew()) {
            jobs.find(job).ifPresent(now -> notices.asked(now, kept.question()));
            wanted.release();
            watches.asked(job);
        }
        return kept.question();
    }

    /// A command may ask before it stands in the store that it runs: it was quicker, or the hub
    /// died in between and the next one has not found it yet.
    private void awaitStart(JobId job, int attempt) throws InterruptedException {
        long end = System.nanoTime() + AHEAD.toNanos();
        while (System.nanoTime() - end < 0) {
            CompletableFuture<@Nullable Void> news = new CompletableFuture<>();
            try (var _ = watches.job(job, () -> news.complete(null))) {
                Optional<JobState> state = jobs.find(job).map(Job::state);
                if (state.isEmpty()
                        || !(state.get() instanceof JobState.Preparing preparing)
                        || preparing.attempt() != attempt) {
                    return;
                }
                Awaiting.settle(news, LOOK);
            }
        }
    }

    /// Waits for whoever asked until the question is settled, or the time is up.
    public Question await(JobId job, int question, Duration time) throws InterruptedException {
        Question now = store.require(job, question);
        if (!now.open()) {
            return now;
        }
        Asker asker = askers.computeIfAbsent(now.number(), _ -> new Asker());
        asker.came();
        try {
            long end = System.nanoTime() + time.toNanos();
            for (long left = time.toNanos(); left > 0; left = end - System.nanoTime()) {
                CompletableFuture<@Nullable Void> news = new CompletableFuture<>();
                try (var _ = watches.questions(() -> news.complete(null))) {
                    now = store.require(job, question);
                    if (!now.open()) {
                        return now;
                    }
                    Awaiting.settle(news, Duration.ofNanos(Math.min(left, LOOK.toNanos())));
                }
            }
            return now;
        } finally {
            asker.went();
        }
    }

    /// Answers, and returns once that is durable.
    ///
    /// @param question which one; empty: the only open one of the job
    /// @param by who answers
    /// @param key the same one gives the same answer again
    /// @throws StrawbossException `QUESTION_CLOSED` with what came of it, `UNKNOWN_QUESTION`,
    ///   `INVALID_INPUT` if it is no answer to this
    public Question reply(
            JobId job, Optional<Integer> question, String answer, String by, String key) {
        SqliteQuestions.Kept kept = store.answer(job, question, answer, by, key, clock.instant());
        CrashPoint.ANSWERED.pass();
        settled(kept.question());
        return kept.question();
    }

    /// Closes a question without an answer, such as when what asked gives up. A settled one stays
    /// as it is.
    public Question withdraw(JobId job, int question, String why) {
        Question closed = store.withdraw(job, question, why, clock.instant());
        settled(closed);
        return closed;
    }

    /// All that a job has asked, in order.
    public List<Question> of(JobId job) {
        return store.of(job);
    }

    /// The open questions of all jobs, the oldest first.
    public List<Question> open() {
        return store.open();
    }

    /// The open questions of these jobs, the oldest first.
    List<Question> open(Collection<JobId> ids) {
        return ids.isEmpty() ? List.of() : store.open(ids);
    }

    static StrawbossException closed(Question question) {
        String what =
                "Question "
                        + question.question()
                        + " of job "
                        + question.job()
                        + switch (question.settled().orElseThrow()) {
                            case Question.Answered(Instant at, String answer, String by) ->
                                    " was answered by "
                                            + by
                                            + " at "
                                            + at
                                            + ": \""
                                            + answer
                                            + "\".";
                            case Question.Withdrawn(Instant at, String why) ->
                                    " was withdrawn at " + at + ": " + why + ".";
                        };
        return new StrawbossException(
                ErrorCode.QUESTION_CLOSED, what, "Look at it: strawboss job " + question.job());
    }

    @Override
    public void close() {
        thread.interrupt();
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void settled(Question question) {
        askers.remove(question.number());
        jobs.find(question.job()).ifPresent(job -> notices.settled(job, question));
        watches.asked(question.job());
    }

    private void watch() {
        try {
            while (true) {
                if (askers.isEmpty()) {
                    wanted.acquire();
                } else {
                    var _ = wanted.tryAcquire(LOOK.toMillis(), TimeUnit.MILLISECONDS);
                }
                look();
            }
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
        }
    }

    private void look() throws InterruptedException {
        try {
            List<Question> open = store.open();
            askers.keySet().retainAll(open.stream().map(Question::number).toList());
            open.forEach(this::look);
        } catch (RuntimeException e) {
            if (Thread.currentThread().isInterrupted()) {
                throw new InterruptedException("the hub closes");
            }
            LOG.atWarn().setCause(e).log("Could not look after open questions");
            Thread.sleep(LOOK);
        }
    }

    private void look(Question question) {
        Asker asker = askers.computeIfAbsent(question.number(), _ -> new Asker());
        Duration within = question.asking().within().orElse(Duration.ZERO);
        if (question.until().filter(end -> !clock.instant().isBefore(end)).isPresent()) {
            if (question.asking().fallback().isPresent()) {
                byDefault(question, question.asking().fallback().get());
            } else {
                withdraw(
                        question.job(),
                        question.question(),
                        "nobody answered within " + Durations.text(within));
            }
        } else if (jobs.find(question.job()).map(Job::state).orElse(null)
                instanceof JobState.Waiting) {
            asker.isPaused();
        } else if (asker.gone(grace)) {
            withdraw(question.job(), question.question(), "what asked is gone");
        }
    }

    private void byDefault(Question question, String answer) {
        try {
            reply(
                    question.job(),
                    Optional.of(question.question()),
                    answer,
                    BY_DEFAULT,
                    BY_DEFAULT + "-" + question.number());
        } catch (StrawbossException first) {
            LOG.atDebug().setCause(first).log("somebody answered just now");
        }
    }
}
