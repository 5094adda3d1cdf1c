package dev.strawboss.torture;

import dev.strawboss.errors.ErrorCode;
import dev.strawboss.jobs.JobState;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/// What one client wants of an engine.
///
/// @param work what its command does, and what the client does meanwhile
/// @param order when it may start
/// @param length how long its text is
/// @param twice whether the accepted request is repeated
/// @param ownKey whether the client chooses its key, as a person or an orchestrator does; else it
///   is one that a bridge made for a request
record Wish(String key, Work work, Order order, int length, boolean twice, boolean ownKey) {
    private static final Duration LONG = Duration.ofMinutes(10);
    private static final long FOR_EVER = 3_600_000;

    /// @param millis how long the command runs
    /// @param status how it exits; below 0: it cannot be prepared
    /// @param stopAfter milliseconds after which the client wants it stopped; below 0: never
    /// @param pauseAfter the same for a pause
    /// @param asks whether it asks something and ends well once it is answered
    record Work(
            long millis,
            int status,
            Duration timeout,
            int stopAfter,
            int pauseAfter,
            boolean asks) {
        Work(long millis, int status, Duration timeout, int stopAfter, int pauseAfter) {
            this(millis, status, timeout, stopAfter, pauseAfter, false);
        }

        static Work random(Random random) {
            int pause = random.nextInt(5) == 0 ? random.nextInt(8) : -1;
            return switch (random.nextInt(12)) {
                case 0 -> new Work(1, -1, LONG, -1, pause);
                case 1 -> new Work(random.nextInt(4), 7, LONG, -1, pause);
                case 2 -> new Work(FOR_EVER, 0, LONG, random.nextInt(6), pause);
                case 3 -> new Work(random.nextInt(4), 0, LONG, random.nextInt(4), pause);
                case 4 ->
                        new Work(FOR_EVER, 0, Duration.ofMillis(1 + random.nextInt(8)), -1, pause);
                case 5, 6 ->
                        new Work(
                                FOR_EVER,
                                7,
                                LONG,
                                random.nextInt(4) == 0 ? random.nextInt(6) : -1,
                                pause,
                                true);
                default -> new Work(random.nextInt(6), 0, LONG, -1, pause);
            };
        }
    }

    /// @param narrow whether it waits in the queue with few slots
    /// @param after the key of the wish that it follows
    /// @param anyEnd whether that may have ended in any way
    record Order(boolean narrow, int priority, Optional<String> after, boolean anyEnd) {
        static Order random(Random random, List<Wish> before) {
            boolean follows = !before.isEmpty() && random.nextInt(3) == 0;
            return new Order(
                    random.nextInt(3) == 0,
                    random.nextInt(3) - 1,
                    follows
                            ? Optional.of(before.get(random.nextInt(before.size())).key())
                            : Optional.empty(),
                    random.nextBoolean());
        }
    }

    static Wish random(String key, Random random, List<Wish> before) {
        return new Wish(
                key,
                Work.random(random),
                Order.random(random, before),
                random.nextInt(8) == 0 ? 70_000 : 0,
                random.nextInt(6) == 0,
                random.nextBoolean());
    }

    String text() {
        String words =
                work.status() < 0 ? ScriptedJobs.REFUSED : work.millis() + " " + work.status();
        return words + " " + "x".repeat(length);
    }

    /// Whether it never starts, by the end of what it follows.
    boolean fallsWith(Optional<JobState> parent) {
        return parent.isPresent()
                && !order.anyEnd()
                && !(parent.get() instanceof JobState.Succeeded);
    }

    /// Whether a job may end so.
    ///
    /// @param parent how what it follows has ended
    boolean allows(JobState end, Optional<JobState> parent) {
        boolean falls = fallsWith(parent);
        return switch (end) {
            case JobState.Succeeded _ ->
                    !falls && (work.asks() || (work.status() == 0 && work.millis() < FOR_EVER));
            case JobState.Failed(_, var code, _) ->
                    falls == (code == ErrorCode.DEPENDENCY_FAILED)
                            && (falls || (work.status() != 0 && !work.asks()));
            case JobState.Cancelled _ -> work.stopAfter() >= 0;
            case JobState.TimedOut _ -> !falls && work.timeout().compareTo(LONG) < 0;
            default -> false;
        };
    }
}
