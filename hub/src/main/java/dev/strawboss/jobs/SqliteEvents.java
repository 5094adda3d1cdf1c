package dev.strawboss.jobs;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;

/// The events of many jobs at once: a start of the hub with thousands of open jobs does not ask for
/// each of them.
final class SqliteEvents {
    private static final String OF_OPEN_JOBS =
            """
            select type, version, at, data, job from events
            where job in (select number from jobs indexed by jobs_open
                where state in ('queued', 'waiting', 'preparing', 'running', 'verifying'))
            order by job, position
            """;

    private final Map<Long, List<Row>> byJob;

    private SqliteEvents(Map<Long, List<Row>> byJob) {
        this.byJob = byJob;
    }

    /// Not decoded yet: what is damaged concerns one job only.
    private record Row(long job, String type, int version, long at, String data) {}

    static SqliteEvents ofOpenJobs(Handle handle) {
        Map<Long, List<Row>> byJob = new HashMap<>();
        handle.createQuery(OF_OPEN_JOBS)
                .map((rows, _) -> row(rows))
                .forEach(row -> byJob.computeIfAbsent(row.job(), _ -> new ArrayList<>(2)).add(row));
        return new SqliteEvents(byJob);
    }

    private static Row row(ResultSet rows) throws SQLException {
        return new Row(
                rows.getLong(5),
                rows.getString(1).intern(),
                rows.getInt(2),
                rows.getLong(3),
                rows.getString(4));
    }

    /// The state of an open job.
    JobState state(JobRow row) {
        List<JobEvent> events = new ArrayList<>();
        for (Row event : byJob.getOrDefault(row.number(), List.of())) {
            events.add(
                    JobEventCodec.decode(
                            event.type(),
                            event.version(),
                            Instant.ofEpochMilli(event.at()),
                            event.data()));
        }
        return JobProjection.fold(events);
    }
}
