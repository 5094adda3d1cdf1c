package dev.strawboss.jobs;

import dev.strawboss.errors.ErrorCode;
import dev.strawboss.json.Json;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// One row of `jobs`.
record JobRow(
        long number,
        JobId id,
        JobSpec spec,
        String client,
        Instant accepted,
        String state,
        Ending ending,
        int attempts,
        Optional<Instant> started,
        Map<String, Object> report) {

    /// The facts of a state that stand in columns.
    record Ending(Instant at, @Nullable String code, @Nullable String reason) {
        static Ending of(JobState state) {
            return switch (state) {
                case JobState.Queued(var since) -> new Ending(since, null, null);
                case JobState.Preparing preparing -> new Ending(preparing.since(), null, null);
                case JobState.Running running -> new Ending(running.since(), null, null);
                case JobState.Verifying verifying -> new Ending(verifying.since(), null, null);
                case JobState.Succeeded(var at) -> new Ending(at, null, null);
                case JobState.Failed(var at, var code, var reason) ->
                        new Ending(at, code.wireName(), reason);
                case JobState.TimedOut(var at, var reason) ->
                        new Ending(at, ErrorCode.TIMED_OUT.wireName(), reason);
                case JobState.Cancelled(var at, var reason) ->
                        new Ending(at, ErrorCode.CANCELLED.wireName(), reason);
                case JobState.Unknown(var at, var reason) ->
                        new Ending(at, ErrorCode.OUTCOME_UNKNOWN.wireName(), reason);
            };
        }
    }

    static JobRow read(ResultSet rows) throws SQLException {
        JobSpec spec =
                new JobSpec(
                        rows.getString("kind"),
                        rows.getString("title"),
                        Optional.ofNullable(rows.getString("project")),
                        Optional.ofNullable(rows.getString("agent")),
                        Path.of(rows.getString("directory")),
                        Duration.ofMillis(rows.getLong("timeout_ms")),
                        Optional.ofNullable(rows.getString("text")).orElse(""),
                        Json.parseObject(rows.getString("details")));
        long started = rows.getLong("started_at");
        Optional<Instant> startedAt =
                rows.wasNull() ? Optional.empty() : Optional.of(Instant.ofEpochMilli(started));
        return new JobRow(
                rows.getLong("number"),
                new JobId(rows.getString("id")),
                spec,
                rows.getString("client"),
                Instant.ofEpochMilli(rows.getLong("accepted_at")),
                rows.getString("state"),
                new Ending(
                        Instant.ofEpochMilli(rows.getLong("state_at")),
                        rows.getString("code"),
                        rows.getString("reason")),
                rows.getInt("attempts"),
                startedAt,
                Json.parseObject(rows.getString("report")));
    }

    /// The state, if it is a final one: those stand whole in the row.
    Optional<JobState.Finished> finished() {
        Instant at = ending.at();
        String reason = Optional.ofNullable(ending.reason()).orElse("");
        return switch (state) {
            case "succeeded" -> Optional.of(new JobState.Succeeded(at));
            case "failed" ->
                    Optional.of(
                            new JobState.Failed(
                                    at,
                                    ErrorCode.ofWireName(
                                            Optional.ofNullable(ending.code()).orElse("internal")),
                                    reason));
            case "timed_out" -> Optional.of(new JobState.TimedOut(at, reason));
            case "cancelled" -> Optional.of(new JobState.Cancelled(at, reason));
            case "unknown" -> Optional.of(new JobState.Unknown(at, reason));
            default -> Optional.empty();
        };
    }

    Job job(JobState folded) {
        return new Job(id, number, spec, client, accepted, folded, attempts, started, report);
    }
}
