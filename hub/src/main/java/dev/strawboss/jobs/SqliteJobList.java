package dev.strawboss.jobs;

import dev.strawboss.json.Json;
import dev.strawboss.store.Database;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

/// Lists and counts jobs so that the work does not grow with the store: the rarest of what is asked
/// for leads through an index, the rest is looked at row by row, and a page ends after so many
/// rows.
final class SqliteJobList {
    /// Rows that are looked at for one page, and for a total.
    static final int PAGE_LOOKS = 20_000;

    private static final int TOTAL_LOOKS = 2_000;

    /// Beyond this a total is no longer counted.
    private static final int COUNTED = 1_000;

    private static final int FIRST_CHUNK = 100;
    private static final int LARGEST_CHUNK = 1_000;

    /// A text search is asked job by job when something else leads to fewer jobs than this.
    private static final long FEW = 2_000;

    /// Numbers and times of acceptance go together, but for clocks that were set.
    private static final Duration CLOCK_SET = Duration.ofHours(1);

    private final Database database;
    private final SqliteJobStore store;

    SqliteJobList(Database database, SqliteJobStore store) {
        this.database = database;
        this.store = store;
    }

    /// @param words the match expression of the filter's text; empty if it has none
    JobPage page(JobFilter filter, String words, Optional<Long> before, int limit, String note) {
        return database.read(handle -> {
            SqliteJobQuery query = SqliteJobQuery.of(filter, words);
            Range times = times(handle, filter, query);
            Range range =
                    new Range(times.from(), Math.min(times.below(), before.orElse(Long.MAX_VALUE)));
            String lead = lead(handle, query);
            long most = query.one() ? Long.MAX_VALUE : most(handle, query);
            Looked looked = look(handle, query, lead, range, new Wanted(limit, most));
            List<Job> jobs = looked.jobs();
            boolean whole = before.isEmpty() && looked.older().isEmpty();
            JobPage.Total total =
                    whole
                            ? new JobPage.Total(jobs.size(), true)
                            : total(handle, filter, query, lead, times);
            return new JobPage(jobs, looked.older(), total, note);
        });
    }

    /// The numbers among which the jobs are: from, and below.
    private record Range(long from, long below) {}

    private record Looked(List<Job> jobs, Optional<Long> older) {}

    /// @param limit jobs on the page
    /// @param most as many as there can be, so that nobody looks for more
    private record Wanted(int limit, long most) {}

    private Looked look(
            Handle handle, SqliteJobQuery query, String lead, Range range, Wanted wanted) {
        int limit = wanted.limit();
        String select =
                "select "
                        + SqliteJobStore.SUMMARY
                        + " from "
                        + SqliteJobQuery.NAMED
                        + " and "
                        + query.following(lead)
                        + " order by number desc";
        List<Job> rows = new ArrayList<>();
        int chunk = query.one() ? limit + 1 : Math.max(limit + 1, FIRST_CHUNK);
        Range rest = range;
        for (int looks = 0; looks < PAGE_LOOKS && rows.size() < wanted.most(); ) {
            List<Long> numbers = numbers(handle, query, lead, rest, chunk);
            if (!numbers.isEmpty()) {
                Query named =
                        bound(handle.createQuery(select), query, select)
                                .bind("numbers", Json.write(numbers));
                rows.addAll(store.jobs(handle, named));
            }
            if (rows.size() > limit) {
                List<Job> page = List.copyOf(rows.subList(0, limit));
                return new Looked(page, Optional.of(page.getLast().number()));
            }
            if (numbers.size() < chunk) {
                return new Looked(rows, Optional.empty());
            }
            looks += numbers.size();
            rest = new Range(rest.from(), numbers.getLast());
            chunk = Math.min(LARGEST_CHUNK, 2 * chunk);
        }
        boolean all = rows.size() >= wanted.most();
        return new Looked(rows, all ? Optional.empty() : Optional.of(rest.below()));
    }

    private static List<Long> numbers(
            Handle handle, SqliteJobQuery query, String lead, Range range, int limit) {
        String sql = lead + " order by number desc limit :limit";
        return bound(handle.createQuery(sql), query, sql)
                .bind("from", range.from())
                .bind("below", range.below())
                .bind("limit", limit)
                .mapTo(Long.class)
                .list();
    }

    /// The rarest of what is asked for; a text, which cannot tell how rare it is, unless something
    /// else is rare.
    private static String lead(Handle handle, SqliteJobQuery query) {
        if (query.terms().isEmpty()) {
            return SqliteJobQuery.EVERY;
        }
        String best = query.terms().getLast().lead();
        if (query.terms().size() == 1) {
            return best;
        }
        long least = query.terms().getLast().cost().isEmpty() ? FEW : Long.MAX_VALUE;
        for (SqliteJobQuery.Term term : query.terms()) {
            OptionalLong cost = cost(handle, query, term);
            if (cost.isPresent() && cost.getAsLong() < least) {
                least = cost.getAsLong();
                best = term.lead();
            }
        }
        return best;
    }

    private static OptionalLong cost(
            Handle handle, SqliteJobQuery query, SqliteJobQuery.Term term) {
        return term.cost().isEmpty()
                ? OptionalLong.empty()
                : OptionalLong.of(number(handle, query, term.cost()));
    }

    /// Where the jobs of the filter's times are. The jobs of an hour before and after are in it
    /// too, since clocks are set; their rows say which of them count.
    private static Range times(Handle handle, JobFilter filter, SqliteJobQuery query) {
        long from =
                filter.since().isEmpty()
                        ? 0
                        : edge(handle, query, filter.since().get().minus(CLOCK_SET), ">=", "asc")
                                .orElse(Long.MAX_VALUE);
        long below =
                filter.until().isEmpty()
                        ? Long.MAX_VALUE
                        : 1
                                + edge(
                                                handle,
                                                query,
                                                filter.until().get().plus(CLOCK_SET),
                                                "<",
                                                "desc")
                                        .orElse(-1);
        return new Range(from, below);
    }

    private static OptionalLong edge(
            Handle handle, SqliteJobQuery query, Instant at, String side, String order) {
        return handle.createQuery(
                        "select number from jobs indexed by jobs_by_time where archived = :archived and accepted_at "
                                + side
                                + " :at order by accepted_at "
                                + order
                                + " limit 1")
                .bind("archived", query.binds().get("archived"))
                .bind("at", at.toEpochMilli())
                .mapTo(Long.class)
                .findOne()
                .map(OptionalLong::of)
                .orElse(OptionalLong.empty());
    }

    private static JobPage.Total total(
            Handle handle, JobFilter filter, SqliteJobQuery query, String lead, Range range) {
        if (query.conditions().size() == 1 && !query.binds().containsKey("words")) {
            if (filter.tags().isEmpty()) {
                return new JobPage.Total(most(handle, query), true);
            }
            if (query.terms().size() == 1) {
                return new JobPage.Total(
                        number(handle, query, query.terms().getFirst().cost()), true);
            }
        }
        return counted(handle, query, lead, range);
    }

    /// The jobs of this combination by the kept counts, which know nothing of tags, words and
    /// times.
    private static long most(Handle handle, SqliteJobQuery query) {
        return number(handle, query, "select sum(jobs) from totals where " + query.combination());
    }

    private static JobPage.Total counted(
            Handle handle, SqliteJobQuery query, String lead, Range range) {
        String select = "select count(*) from " + query.named(lead);
        long found = 0;
        Range rest = range;
        for (int looks = 0; looks < TOTAL_LOOKS; looks += COUNTED + 1) {
            List<Long> numbers = numbers(handle, query, lead, rest, COUNTED + 1);
            if (!numbers.isEmpty()) {
                found +=
                        bound(handle.createQuery(select), query, select)
                                .bind("numbers", Json.write(numbers))
                                .mapTo(Long.class)
                                .one();
                rest = new Range(rest.from(), numbers.getLast());
            }
            if (found > COUNTED) {
                return new JobPage.Total(COUNTED, false);
            }
            if (numbers.size() <= COUNTED) {
                return new JobPage.Total(found, true);
            }
        }
        return new JobPage.Total(found, false);
    }

    private static long number(Handle handle, SqliteJobQuery query, String sql) {
        return bound(handle.createQuery("select coalesce((" + sql + "), 0)"), query, sql)
                .mapTo(Long.class)
                .one();
    }

    /// Binds the values that a statement speaks of.
    private static Query bound(Query statement, SqliteJobQuery query, String sql) {
        Map<String, Object> spoken = new HashMap<>(query.binds());
        spoken.keySet().removeIf(name -> !sql.contains(':' + name));
        return statement.bindMap(spoken);
    }
}
