package dev.strawboss.tools;

import dev.strawboss.errors.ErrorCode;
import dev.strawboss.jobs.Job;
import dev.strawboss.jobs.JobId;
import dev.strawboss.jobs.JobState;
import dev.strawboss.jobs.Scheduling;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The one form in which a job is told: the same names in `structuredContent` and in `--json`.
/// People's scripts depend on them. `job`, `state`, `code`, `exit_status` and `reason` are always
/// there, null where they do not apply; after the engine's facts come those of the report.
public final class JobEnvelope {
    /// What a job has wherever it is told of.
    static final List<String> ALWAYS = List.of("job", "state", "code", "exit_status", "reason");

    private static final int ROW_REASON = 200;

    private static final List<String> FIRST_OF_REPORT =
            List.of(
                    "questions",
                    "text",
                    "session",
                    "usage",
                    "cost_usd",
                    "branch",
                    "base",
                    "changed_files",
                    "patch",
                    "warnings");

    private JobEnvelope() {}

    /// Everything, whatever its size; text as the worker wrote it.
    static Map<String, @Nullable Object> of(Job job, Instant now) {
        Map<String, @Nullable Object> envelope = new LinkedHashMap<>();
        outcome(envelope, job);
        origin(envelope, job);
        times(envelope, job, now);
        FIRST_OF_REPORT.forEach(name -> {
            if (job.report().containsKey(name)) {
                envelope.put(name, job.report().get(name));
            }
        });
        job.report().forEach(envelope::putIfAbsent);
        return envelope;
    }

    /// How it stands, and nothing else.
    static Map<String, @Nullable Object> outcome(Job job) {
        Map<String, @Nullable Object> outcome = new LinkedHashMap<>();
        outcome(outcome, job);
        outcome.computeIfPresent(
                "reason", (_, reason) -> PlainText.line((String) reason, ROW_REASON));
        return outcome;
    }

    /// A row of a list: what, how it stands, since when; not what it said.
    static Map<String, @Nullable Object> row(Job job, Instant now) {
        Map<String, @Nullable Object> row = outcome(job);
        row.put("kind", job.spec().kind());
        row.put("title", PlainText.line(job.spec().title(), 100));
        row.put("project", job.spec().project().orElse(null));
        row.put("agent", job.spec().agent().orElse(null));
        scheduling(row, job);
        times(row, job, now);
        if (job.report().containsKey("output_state")) {
            row.put("output_state", job.report().get("output_state"));
        }
        return row;
    }

    private static void outcome(Map<String, @Nullable Object> envelope, Job job) {
        envelope.put("job", job.id().value());
        envelope.put("state", job.state().wireName());
        envelope.put("code", code(job.state()).map(ErrorCode::wireName).orElse(null));
        envelope.put("exit_status", exitStatus(job));
        envelope.put("reason", reason(job.state()).orElse(null));
    }

    private static void origin(Map<String, @Nullable Object> envelope, Job job) {
        envelope.put("kind", job.spec().kind());
        envelope.put("title", job.spec().title());
        envelope.put("project", job.spec().project().orElse(null));
        envelope.put("agent", job.spec().agent().orElse(null));
        scheduling(envelope, job);
        envelope.put("mode", known(job, "mode"));
        envelope.put("directory", job.spec().directory().toString());
        envelope.put("isolation", known(job, "isolation"));
        envelope.put("sandbox", known(job, "sandbox"));
    }

    private static void scheduling(Map<String, @Nullable Object> envelope, Job job) {
        Scheduling when = job.spec().scheduling();
        envelope.put("queue", when.queue());
        envelope.put("priority", (long) when.priority());
        if (!when.after().isEmpty()) {
            envelope.put("after", when.after().stream().map(JobId::value).toList());
        }
        if (job.state() instanceof JobState.Waiting waiting) {
            envelope.put("waiting_for", waiting.reason().wireName());
        } else if (!job.state().asks().isEmpty()) {
            envelope.put("waiting_for", "input");
        }
    }

    private static void times(Map<String, @Nullable Object> envelope, Job job, Instant now) {
        Optional<Instant> finished =
                job.state() instanceof JobState.Finished over
                        ? Optional.of(over.at())
                        : Optional.empty();
        envelope.put("created_at", shown(job.accepted()));
        envelope.put("started_at", job.started().map(JobEnvelope::shown).orElse(null));
        envelope.put("finished_at", finished.map(JobEnvelope::shown).orElse(null));
        envelope.put(
                "elapsed_seconds",
                job.started().map(start -> seconds(start, finished.orElse(now))).orElse(null));
        envelope.put("attempts", (long) job.attempts());
    }

    static Optional<ErrorCode> code(JobState state) {
        return switch (state) {
            case JobState.Failed(_, var code, _) -> Optional.of(code);
            case JobState.TimedOut _ -> Optional.of(ErrorCode.TIMED_OUT);
            case JobState.Cancelled _ -> Optional.of(ErrorCode.CANCELLED);
            case JobState.Unknown _ -> Optional.of(ErrorCode.OUTCOME_UNKNOWN);
            default -> Optional.empty();
        };
    }

    private static Optional<String> reason(JobState state) {
        return switch (state) {
            case JobState.Failed(_, _, var reason) -> Optional.of(reason);
            case JobState.TimedOut(_, var reason) -> Optional.of(reason);
            case JobState.Cancelled(_, var reason) -> Optional.of(reason);
            case JobState.Unknown(_, var reason) -> Optional.of(reason);
            default -> Optional.empty();
        };
    }

    private static @Nullable Object exitStatus(Job job) {
        return job.report().get("exit_status");
    }

    // What was really done counts more than what was asked for.
    private static @Nullable Object known(Job job, String name) {
        Object reported = job.report().get(name);
        return reported != null ? reported : job.spec().details().get(name);
    }

    private static String shown(Instant instant) {
        return instant.truncatedTo(ChronoUnit.MILLIS).toString();
    }

    private static double seconds(Instant from, Instant to) {
        return Math.max(0, Duration.between(from, to).toMillis()) / 1000.0;
    }
}
