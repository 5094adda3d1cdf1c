package dev.strawboss.jobs;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/// The finished jobs of all clients in the order in which they ended. One is unseen until an answer
/// to somebody who asked about it by its id has arrived, or until it is marked. Jobs that finished
/// before there was an inbox are not in it.
public final class Inbox {
    private final SqliteNotices endings;
    private final SqliteJobStore store;
    private final Clock clock;

    Inbox(SqliteNotices endings, SqliteJobStore store, Clock clock) {
        this.endings = endings;
        this.store = store;
        this.clock = clock;
    }

    /// What was found, and where the next look may begin.
    ///
    /// @param more whether there is more of what was asked for
    /// @param cursor every ending up to here was looked through
    public record Page(List<Ending> endings, boolean more, long cursor) {
        public Page {
            endings = List.copyOf(endings);
        }
    }

    /// The last to end first.
    ///
    /// @param before only endings with a smaller cursor; empty starts at the last
    public Page newest(boolean unseenOnly, Optional<Long> before, int limit) {
        long last = endings.last();
        long until = before.map(cursor -> cursor - 1).orElse(last);
        List<SqliteNotices.Row> rows = endings.newest(unseenOnly, until, limit + 1);
        return new Page(whole(rows, limit), rows.size() > limit, last);
    }

    /// Jobs that failed, timed out or ended nobody knows how, the first to end first.
    ///
    /// @param since only endings with a larger cursor
    public Page failures(long since, int limit) {
        long last = endings.last();
        List<SqliteNotices.Row> rows = endings.failures(since, last, limit + 1);
        boolean more = rows.size() > limit;
        return new Page(whole(rows, limit), more, more ? rows.get(limit - 1).cursor() : last);
    }

    /// Marks jobs as seen. Returns once that is durable.
    public void markSeen(List<Ending> seen) {
        endings.keep(
                        List.of(),
                        seen.stream().map(ending -> ending.job().number()).toList(),
                        clock.instant())
                .join();
    }

    private List<Ending> whole(List<SqliteNotices.Row> rows, int limit) {
        List<SqliteNotices.Row> shown = rows.subList(0, Math.min(limit, rows.size()));
        Set<Long> numbers = shown.stream().map(SqliteNotices.Row::job).collect(Collectors.toSet());
        Map<Long, Job> jobs =
                store.numbered(numbers).stream()
                        .collect(Collectors.toMap(Job::number, Function.identity()));
        List<Ending> whole = new ArrayList<>();
        for (SqliteNotices.Row row : shown) {
            Job job = jobs.get(row.job());
            if (job != null) { // else it was removed meanwhile
                whole.add(new Ending(row.cursor(), job, row.seen()));
            }
        }
        return whole;
    }
}
