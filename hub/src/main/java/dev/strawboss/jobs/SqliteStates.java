package dev.strawboss.jobs;

import java.util.List;
import java.util.Set;
import org.jdbi.v3.core.Handle;

/// The words that stand in the column `state`.
final class SqliteStates {
    private static final Set<String> KNOWN =
            Set.of(
                    "queued",
                    "waiting",
                    "preparing",
                    "running",
                    "verifying",
                    "succeeded",
                    "failed",
                    "timed_out",
                    "cancelled",
                    "unknown");

    /// One look into the index for each word, however many jobs there are.
    private static final String WORDS =
            """
            with recursive words (word) as (
                select min(state) from jobs
                union all
                select (select min(state) from jobs where state > word) from words where word is not null)
            select word from words where word is not null
            """;

    private SqliteStates() {}

    /// Those that no version writes: what a bad disk or a stray hand left.
    static List<String> strange(Handle handle) {
        return handle.createQuery(WORDS).mapTo(String.class).list().stream()
                .filter(word -> !KNOWN.contains(word))
                .toList();
    }
}
