package dev.strawboss.jobs;

import dev.strawboss.store.Database;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.BiConsumer;
import org.jdbi.v3.core.Handle;

/// What is kept of notices: whose an unfinished job is, and of a finished one whether its end was
/// told and seen.
final class SqliteNotices {
    /// Older untold ones are left to the inbox when a hub starts.
    private static final int MOST_UNTOLD = 20_000;

    private static final String END =
            """
            insert into endings (job, session)
            values (:job, coalesce((select session from sessions where job = :job), ''))
            """;
    private static final String UNTOLD =
            """
            select e.job, j.id, e.session, j.directory from
                (select number, job, session from endings where told_at is null and session <> ''
                    order by number desc limit :limit) e
                join jobs j on j.number = e.job order by e.number
            """;
    private static final String NOTICES =
            """
            select j.id, j.title, j.state, j.code, e.job from endings e join jobs j on j.number = e.job
            where e.job in (<jobs>) and e.told_at is null order by e.number
            """;
    private static final String UNTOLD_QUESTIONS =
            """
            select q.job, j.id, s.session, j.directory, q.question
            from questions q join jobs j on j.number = q.job join sessions s on s.job = q.job
            where q.settled_at is null and q.told_at is null order by q.number
            """;
    private static final String SHOWN =
            """
            select e.job, j.id, e.session, e.told_at is null, e.seen_at is null
            from jobs j join endings e on e.job = j.number where j.id in (<ids>)
            """;
    private static final String WAITED =
            """
            select j.number, j.id, s.session, j.directory from sessions s join jobs j on j.number = s.job
            where s.session = :session
            union all
            select j.number, j.id, e.session, j.directory from endings e join jobs j on j.number = e.job
            where e.seen_at is null and e.session <> '' and e.session = :session
            order by 1 desc limit :limit
            """;
    private static final String WAITED_BY_CLIENT =
            """
            select j.number, j.id, s.session, j.directory from sessions s join jobs j on j.number = s.job
            where j.client = :client
            union all
            select j.number, j.id, e.session, j.directory from endings e join jobs j on j.number = e.job
            where e.seen_at is null and e.session <> '' and j.client = :client
            order by 1 desc limit :limit
            """;
    private static final String LAST =
            """
            select j.id from endings e join jobs j on j.number = e.job
            where e.session = :session and e.number > (select max(number) - 1000 from endings)
            order by e.number desc limit 1
            """;

    private static final String FAILURES =
            """
            select e.number, e.job, e.seen_at is not null
            from endings e join jobs j on j.number = e.job
            where e.number > :since and e.number <= :until
                and j.state in ('failed', 'timed_out', 'unknown')
            order by e.number limit :limit
            """;

    private final Database database;

    SqliteNotices(Database database) {
        this.database = database;
    }

    /// Whose job, and where it was to work.
    record Owned(News news, JobId id, String session, Path directory) {}

    /// How far the end of a job is known.
    record Known(long number, JobId id, String session, boolean untold, boolean unseen) {}

    /// One ending.
    record Row(long cursor, long job, boolean seen) {}

    /// In the unit that accepts the job.
    static void accepted(Handle handle, long job, String session) {
        if (!session.isEmpty()) {
            handle.createUpdate("insert into sessions (job, session) values (?, ?)")
                    .bind(0, job)
                    .bind(1, session)
                    .execute();
        }
    }

    /// In the unit that ends the job.
    static void ended(Handle handle, long job) {
        handle.createUpdate(END).bind("job", job).execute();
        handle.createUpdate("delete from sessions where job = ?").bind(0, job).execute();
    }

    /// In the unit that lets a job go on whose outcome could not be known: it will end once more.
    static void goesOn(Handle handle, long job) {
        handle.createUpdate(
                        """
                        insert into sessions (job, session)
                            select job, session from endings where job = ? and session <> ''
                        """)
                .bind(0, job)
                .execute();
        handle.createUpdate("delete from endings where job = ?").bind(0, job).execute();
    }

    /// Whose an unfinished job is; empty if nobody is to be told of it.
    Optional<String> session(long job) {
        return database.read(handle ->
                handle.createQuery("select session from sessions where job = ?")
                        .bind(0, job)
                        .mapTo(String.class)
                        .findOne());
    }

    /// Whose the unfinished jobs are.
    void open(BiConsumer<Long, String> each) {
        database.read(handle -> {
            handle.createQuery("select job, session from sessions")
                    .map((rows, _) -> Map.entry(rows.getLong(1), rows.getString(2)))
                    .forEach(row -> each.accept(row.getKey(), row.getValue()));
            return each;
        });
    }

    /// The newest of those whose end was never told, in the order in which they ended.
    List<Owned> untold() {
        return untold(MOST_UNTOLD);
    }

    List<Owned> untold(int limit) {
        return database.read(handle ->
                handle.createQuery(UNTOLD)
                        .bind("limit", limit)
                        .map((rows, _) -> owned(rows))
                        .list());
    }

    /// The open questions that were never told, in the order in which they were asked.
    List<Owned> untoldQuestions() {
        return database.read(handle ->
                handle.createQuery(UNTOLD_QUESTIONS)
                        .map((rows, _) ->
                                new Owned(
                                        new News(rows.getLong(1), rows.getInt(5)),
                                        new JobId(rows.getString(2)),
                                        rows.getString(3),
                                        Path.of(rows.getString(4))))
                        .list());
    }

    /// What to say of this, as far as it has not been told.
    List<Notice> notices(Collection<News> news) {
        return database.read(handle -> {
            List<Notice> notices = new ArrayList<>(endings(handle, news));
            for (News asked : news) {
                if (!asked.isEnd()) {
                    notices.addAll(asking(handle, asked));
                }
            }
            return notices;
        });
    }

    private static List<Notice> endings(Handle handle, Collection<News> news) {
        List<Long> jobs = news.stream().filter(News::isEnd).map(News::job).toList();
        return jobs.isEmpty()
                ? List.of()
                : handle.createQuery(NOTICES)
                        .bindList("jobs", jobs)
                        .map((rows, _) ->
                                new Notice(
                                        rows.getLong(5),
                                        new JobId(rows.getString(1)),
                                        rows.getString(2),
                                        rows.getString(3),
                                        Optional.ofNullable(rows.getString(4)),
                                        Optional.empty()))
                        .list();
    }

    private static List<Notice> asking(Handle handle, News asked) {
        return SqliteQuestions.untold(handle, asked).stream()
                .map(question ->
                        new Notice(
                                asked.job(),
                                question.job(),
                                title(handle, asked.job()),
                                "waiting",
                                Optional.empty(),
                                Optional.of(question)))
                .toList();
    }

    private static String title(Handle handle, long job) {
        return handle.createQuery("select title from jobs where number = ?")
                .bind(0, job)
                .mapTo(String.class)
                .one();
    }

    /// Of those of the jobs that have ended.
    List<Known> known(Set<JobId> ids) {
        return database.read(handle ->
                handle.createQuery(SHOWN)
                        .bindList("ids", ids.stream().map(JobId::value).toList())
                        .map((rows, _) ->
                                new Known(
                                        rows.getLong(1),
                                        new JobId(rows.getString(2)),
                                        rows.getString(3),
                                        rows.getBoolean(4),
                                        rows.getBoolean(5)))
                        .list());
    }

    /// A session's unfinished jobs and those whose end nobody has seen, the newest first.
    List<Owned> waitedForBy(String session, int limit) {
        return waitedFor(WAITED, "session", session, limit);
    }

    /// The same of every session of a client.
    List<Owned> waitedForByClient(String client, int limit) {
        return waitedFor(WAITED_BY_CLIENT, "client", client, limit);
    }

    private List<Owned> waitedFor(String sql, String by, String value, int limit) {
        return database.read(handle ->
                handle.createQuery(sql)
                        .bind(by, value)
                        .bind("limit", limit)
                        .map((rows, _) -> owned(rows))
                        .list());
    }

    /// The session's job that ended last, if that was of late.
    Optional<JobId> lastOf(String session) {
        return database.read(handle ->
                handle.createQuery(LAST)
                        .bind("session", session)
                        .mapTo(String.class)
                        .findOne()
                        .map(JobId::new));
    }

    /// The cursor of the last ending, 0 if there is none.
    long last() {
        return database.read(handle ->
                handle.createQuery("select coalesce(max(number), 0) from endings")
                        .mapTo(Long.class)
                        .one());
    }

    /// The last to end first.
    List<Row> newest(boolean unseenOnly, long until, int limit) {
        String sql =
                "select number, job, seen_at is not null from endings where number <= :until"
                        + (unseenOnly ? " and seen_at is null" : "")
                        + " order by number desc limit :limit";
        return database.read(handle ->
                handle.createQuery(sql)
                        .bind("until", until)
                        .bind("limit", limit)
                        .map((rows, _) -> row(rows))
                        .list());
    }

    /// The first to end first.
    List<Row> failures(long since, long until, int limit) {
        return database.read(handle ->
                handle.createQuery(FAILURES)
                        .bind("since", since)
                        .bind("until", until)
                        .bind("limit", limit)
                        .map((rows, _) -> row(rows))
                        .list());
    }

    private static Row row(ResultSet rows) throws SQLException {
        return new Row(rows.getLong(1), rows.getLong(2), rows.getBoolean(3));
    }

    private static Owned owned(ResultSet rows) throws SQLException {
        return new Owned(
                News.end(rows.getLong(1)),
                new JobId(rows.getString(2)),
                rows.getString(3),
                Path.of(rows.getString(4)));
    }

    /// Keeps what was told, and which ends were seen. Completes when that is durable.
    CompletableFuture<Integer> keep(Collection<News> told, Collection<Long> seen, Instant at) {
        List<News> toldNow = new ArrayList<>(told);
        List<Long> seenNow = new ArrayList<>(seen);
        return database.submit(handle -> {
            mark(
                    handle,
                    "told_at",
                    toldNow.stream().filter(News::isEnd).map(News::job).toList(),
                    at);
            mark(handle, "seen_at", seenNow, at);
            for (News asked : toldNow) {
                if (!asked.isEnd()) {
                    SqliteQuestions.told(handle, asked, at);
                }
            }
            return toldNow.size() + seenNow.size();
        });
    }

    private static void mark(Handle handle, String column, List<Long> jobs, Instant at) {
        if (!jobs.isEmpty()) {
            String sql =
                    "update endings set %s = :at where job in (<jobs>) and %s is null"
                            .formatted(column, column);
            handle.createUpdate(sql).bind("at", at.toEpochMilli()).bindList("jobs", jobs).execute();
        }
    }
}
