package dev.strawboss.jobs;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/// Looks whether every job's row is what its events make of it.
final class SqliteAudit {
    private static final String ROWS =
            "select " + SqliteJobStore.COLUMNS + ", null as text from jobs order by number";

    private SqliteAudit() {}

    static List<String> of(Handle handle) {
        List<String> wrong = new ArrayList<>();
        handle.createQuery(ROWS)
                .map((rows, _) -> JobRow.read(rows))
                .forEach(row ->
                        fault(row, SqliteJobStore.events(handle, row.number()))
                                .ifPresent(wrong::add));
        return wrong;
    }

    private static Optional<String> fault(JobRow row, List<JobEvent> events) {
        JobState folded;
        try {
            folded = JobProjection.fold(events);
        } catch (IllegalStateException e) {
            return Optional.of("The events of job " + row.id() + " do not fold: " + e.getMessage());
        }
        JobRow.Ending ending = JobRow.Ending.of(folded);
        long claims = events.stream().filter(JobEvent.Claimed.class::isInstance).count();
        boolean agrees =
                row.state().equals(folded.wireName())
                        && row.ending().equals(ending)
                        && row.attempts() == claims;
        return agrees
                ? Optional.empty()
                : Optional.of(
                        "The row of job %s says %s %s, %d attempts; its events say %s %s, %d."
                                .formatted(
                                        row.id(),
                                        row.state(),
                                        row.ending(),
                                        row.attempts(),
                                        folded.wireName(),
                                        ending,
                                        claims));
    }
}
