package dev.strawboss.torture;

import dev.strawboss.jobs.JobState;
import java.time.Duration;
import java.util.Random;

/// What one client wants of an engine.
///
/// @param millis how long its command runs
/// @param status how it exits; below 0: it cannot be prepared
/// @param stopAfter milliseconds after which the client wants it stopped; below 0: never
/// @param length how long its text is
/// @param twice whether the accepted request is repeated
record Wish(
        String key,
        long millis,
        int status,
        Duration timeout,
        int stopAfter,
        int length,
        boolean twice) {
    private static final Duration LONG = Duration.ofMinutes(1);
    private static final long FOR_EVER = 600_000;

    static Wish random(String key, Random random) {
        int length = random.nextInt(8) == 0 ? 70_000 : 0;
        boolean twice = random.nextInt(6) == 0;
        return switch (random.nextInt(10)) {
            case 0 -> new Wish(key, 1, -1, LONG, -1, length, twice);
            case 1 -> new Wish(key, random.nextInt(4), 7, LONG, -1, length, twice);
            case 2 -> new Wish(key, FOR_EVER, 0, LONG, random.nextInt(6), length, twice);
            case 3 -> new Wish(key, random.nextInt(4), 0, LONG, random.nextInt(4), length, twice);
            case 4 ->
                    new Wish(
                            key,
                            FOR_EVER,
                            0,
                            Duration.ofMillis(1 + random.nextInt(8)),
                            -1,
                            length,
                            twice);
            default -> new Wish(key, random.nextInt(6), 0, LONG, -1, length, twice);
        };
    }

    String text() {
        String words = status < 0 ? ScriptedJobs.REFUSED : millis + " " + status;
        return words + " " + "x".repeat(length);
    }

    /// Whether a job may end so.
    boolean allows(JobState end) {
        return switch (end) {
            case JobState.Succeeded _ -> status == 0 && millis < FOR_EVER;
            case JobState.Failed _ -> status != 0;
            case JobState.Cancelled _ -> stopAfter >= 0;
            case JobState.TimedOut _ -> timeout.compareTo(LONG) < 0;
            default -> false;
        };
    }
}
