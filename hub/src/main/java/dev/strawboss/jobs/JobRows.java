package dev.strawboss.jobs;

import dev.strawboss.errors.ErrorCode;
import dev.strawboss.errors.StrawbossException;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.jdbi.v3.core.JdbiException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Rows as jobs, also those that a bad disk or a stray hand has damaged: such a job is shown as
/// `unknown` with the reason and is never changed, so that it stops no start, no list and no other
/// job.
final class JobRows {
    private static final Logger LOG = LoggerFactory.getLogger(JobRows.class);

    /// Those that were warned of: once for each hub is enough.
    private final Set<Long> told = ConcurrentHashMap.newKeySet();

    /// For lists and for whoever looks.
    ///
    /// @param state finds the state of a row that can be read
    JobRow read(ResultSet rows) throws SQLException {
        try {
            return JobRow.read(rows);
        } catch (RuntimeException broken) {
            return damaged(rows, broken);
        }
    }

    Job job(JobRow row, Function<JobRow, JobState> state) {
        try {
            return row.job(state.apply(row));
        } catch (JdbiException notTheRow) {
            throw notTheRow;
        } catch (RuntimeException broken) {
            String why = sentence(row.number(), "events", broken);
            tell(row.number(), row.id(), why);
            return row.job(new JobState.Unknown(row.ending().at(), why));
        }
    }

    /// For whoever changes a job or runs it: only a whole one will do.
    static Job whole(JobId id, Function<JobRow, JobState> state, JobRow row) {
        try {
            return row.job(state.apply(row));
        } catch (JdbiException notTheRow) {
            throw notTheRow;
        } catch (RuntimeException broken) {
            throw refused(id, broken);
        }
    }

    /// The same for the row itself.
    static JobRow whole(ResultSet rows) throws SQLException {
        try {
            return JobRow.read(rows);
        } catch (RuntimeException broken) {
            throw refused(id(rows.getString(2)), broken);
        }
    }

    private static StrawbossException refused(JobId id, RuntimeException broken) {
        return new StrawbossException(
                ErrorCode.STORE,
                "What the store has of job "
                        + id
                        + " is damaged, so it is left as it is: "
                        + reason(broken)
                        + ".",
                "See `strawboss why " + id + "`; the job can be dispatched again.",
                broken);
    }

    private JobRow damaged(ResultSet rows, RuntimeException broken) throws SQLException {
        long number = rows.getLong(1);
        JobId id = id(rows.getString(2));
        String why = sentence(number, "jobs", broken);
        tell(number, id, why);
        JobSpec spec =
                new JobSpec(
                        text(rows, 3),
                        text(rows, 4),
                        Optional.ofNullable(rows.getString(5)),
                        Optional.ofNullable(rows.getString(6)),
                        Path.of("/"),
                        Duration.ofMillis(1),
                        "",
                        Map.of(),
                        Scheduling.USUAL,
                        List.of());
        return new JobRow(
                number,
                id,
                spec,
                text(rows, 9),
                Instant.ofEpochMilli(rows.getLong(16)),
                "unknown",
                new JobRow.Ending(
                        Instant.ofEpochMilli(rows.getLong(18)),
                        ErrorCode.OUTCOME_UNKNOWN.wireName(),
                        why),
                rows.getInt(21),
                Optional.empty(),
                Map.of());
    }

    private static String text(ResultSet rows, int column) throws SQLException {
        return Optional.ofNullable(rows.getString(column)).orElse("");
    }

    /// An id that is none gets one that nobody has, so that the row is seen at all.
    private static JobId id(String text) {
        return JobId.isWellFormed(text) ? new JobId(text) : new JobId("000000000000");
    }

    private static String sentence(long number, String table, RuntimeException broken) {
        return "what the store has of it is damaged ("
                + reason(broken)
                + "; table "
                + table
                + ", job number "
                + number
                + "). It is kept as it is; a backup may have it whole: strawboss restore FILE";
    }

    private static String reason(RuntimeException broken) {
        String reason = Optional.ofNullable(broken.getMessage()).orElse(broken.toString());
        return reason.length() <= 200 ? reason : reason.substring(0, 200) + "…";
    }

    private void tell(long number, JobId id, String why) {
        if (told.add(number)) {
            LOG.atWarn().addKeyValue("job", id).log("{}", why);
        }
    }
}
