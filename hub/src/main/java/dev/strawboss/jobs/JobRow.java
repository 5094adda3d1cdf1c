package dev.strawboss.jobs;

import dev.strawboss.errors.ErrorCode;
import dev.strawboss.json.Json;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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

    /// In the order of [SqliteJobStore]'s columns: looking them up by name costs more than reading
    /// them.
    static JobRow read(ResultSet rows) throws SQLException {
        JobSpec spec =
                new JobSpec(
                        rows.getString(3),
                        rows.getString(4),
                        Optional.ofNullable(rows.getString(5)),
                        Optional.ofNullable(rows.getString(6)),
                        Path.of(rows.getString(7)),
                        Duration.ofMillis(rows.getLong(8)),
                        Optional.ofNullable(rows.getString(24)).orElse(""),
                        object(rows.getString(10)),
                        new Scheduling(
                                rows.getString(11),
                                rows.getInt(12),
                                strings(rows.getString(13)).stream().map(JobId::new).toList(),
                                rows.getBoolean(14)),
                        strings(rows.getString(15)));
        long started = rows.getLong(22);
        Optional<Instant> startedAt =
                rows.wasNull() ? Optional.empty() : Optional.of(Instant.ofEpochMilli(started));
        return new JobRow(
                rows.getLong(1),
                new JobId(rows.getString(2)),
                spec,
                rows.getString(9),
                Instant.ofEpochMilli(rows.getLong(16)),
                rows.getString(17),
                new Ending(
                        Instant.ofEpochMilli(rows.getLong(18)),
                        rows.getString(19),
                        rows.getString(20)),
                rows.getInt(21),
                startedAt,
                object(rows.getString(23)));
    }

    private static Map<String, Object> object(String json) {
        return json.equals("{}") ? Map.of() : Json.parseObject(json);
    }

    private static List<String> strings(String json) {
        return json.equals("[]")
                ? List.of()
                : ((List<?>) Objects.requireNonNull(Json.parse(json)))
                        .stream().map(String.class::cast).toList();
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
