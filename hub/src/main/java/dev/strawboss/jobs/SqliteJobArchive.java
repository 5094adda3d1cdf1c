package dev.strawboss.jobs;

import dev.strawboss.json.Json;
import dev.strawboss.store.Database;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/// Puts finished jobs away and lets old ones go.
final class SqliteJobArchive {
    private static final String ENDED =
            "state in ('succeeded', 'failed', 'timed_out', 'cancelled', 'unknown')";

    /// Nobody waits for it and whoever was to be told of its end was.
    private static final String DISPENSABLE =
            ENDED
                    + """
                     and id not in (
                        select value from jobs waiting indexed by jobs_with_parents, json_each(waiting.after_jobs)
                        where waiting.after_jobs <> '[]' and waiting.state in ('queued', 'waiting'))
                     and not exists (
                        select 1 from endings where job = jobs.number and session <> '' and told_at is null)
                    """;

    private static final String OLD =
            "select "
                    + SqliteJobStore.SUMMARY
                    + " from jobs indexed by jobs_by_time"
                    + " where archived = :archived and accepted_at < :ended and (accepted_at, number) > (:at, :number)"
                    + " and state_at < :ended and "
                    + DISPENSABLE
                    + " order by accepted_at, number limit :limit";

    private static final List<String> DELETE =
            List.of(
                    "delete from events where job = ?",
                    "delete from tags where job = ?",
                    "delete from requests where job = ?",
                    "delete from idempotency_keys where job = ?",
                    "delete from jobs where number = ?");

    private final Database database;
    private final SqliteJobStore store;

    SqliteJobArchive(Database database, SqliteJobStore store) {
        this.database = database;
        this.store = store;
    }

    /// @return those of the jobs that have ended; the others are left as they are
    List<JobId> archive(Collection<JobId> ids, boolean archived) {
        return database.write(handle ->
                handle.createQuery(
                                "update jobs set archived = :archived where id in (select value from json_each(:ids)) and "
                                        + ENDED
                                        + " returning id")
                        .bind("archived", archived ? 1 : 0)
                        .bind("ids", json(ids))
                        .mapTo(String.class)
                        .map(JobId::new)
                        .list());
    }

    /// Those of the jobs that are known, without their text.
    List<Job> known(Collection<JobId> ids) {
        return database.read(handle ->
                store.jobs(
                        handle,
                        handle.createQuery(
                                        "select "
                                                + SqliteJobStore.SUMMARY
                                                + " from jobs where id in (select value from json_each(:ids))")
                                .bind("ids", json(ids))));
    }

    /// Jobs that may go, in the order of their acceptance.
    ///
    /// @param ended before when they ended
    /// @param after the last one of the piece before
    List<Job> old(Instant ended, boolean archived, Optional<Job> after, int limit) {
        return database.read(handle ->
                store.jobs(
                        handle,
                        handle.createQuery(OLD)
                                .bind("archived", archived ? 1 : 0)
                                .bind("ended", ended.toEpochMilli())
                                .bind(
                                        "at",
                                        after.map(job -> job.accepted().toEpochMilli()).orElse(-1L))
                                .bind("number", after.map(Job::number).orElse(-1L))
                                .bind("limit", limit)));
    }

    /// Lets jobs go with their events, tags and keys; those that became needed meanwhile stay.
    ///
    /// @return those that went
    List<JobId> delete(Collection<JobId> ids) {
        return database.write(handle -> {
            Map<Long, JobId> gone = new LinkedHashMap<>();
            handle.createQuery(
                            "select number, id from jobs where id in (select value from json_each(:ids)) and "
                                    + DISPENSABLE)
                    .bind("ids", json(ids))
                    .map((rows, _) -> Map.entry(rows.getLong(1), new JobId(rows.getString(2))))
                    .forEach(row -> gone.put(row.getKey(), row.getValue()));
            for (long number : gone.keySet()) {
                DELETE.forEach(sql -> handle.execute(sql, number));
            }
            return List.copyOf(gone.values());
        });
    }

    /// Forgets some of the keys that are too old to be asked for again.
    ///
    /// @return how many
    int forgetKeys(Instant before, int limit) {
        return database.write(handle ->
                forget(handle, "requests", before, limit)
                        + forget(handle, "idempotency_keys", before, limit));
    }

    private static int forget(Handle handle, String table, Instant before, int limit) {
        return handle.createUpdate(
                        "delete from "
                                + table
                                + " where key in (select key from "
                                + table
                                + " where at < :at limit :limit) and at < :at")
                .bind("at", before.toEpochMilli())
                .bind("limit", limit)
                .execute();
    }

    /// What the last look for old jobs left.
    Optional<History.Look> lastLook() {
        return database.read(handle ->
                handle.createQuery("select at, doubted from cleanups")
                        .map((rows, _) -> {
                            long doubted = rows.getLong(2);
                            return new History.Look(
                                    Instant.ofEpochMilli(rows.getLong(1)),
                                    rows.wasNull()
                                            ? Optional.empty()
                                            : Optional.of(Instant.ofEpochMilli(doubted)));
                        })
                        .findOne());
    }

    void looked(History.Look look) {
        database.write(handle -> {
            handle.execute("delete from cleanups");
            return handle.execute(
                    "insert into cleanups (at, doubted) values (?, ?)",
                    look.at().toEpochMilli(),
                    look.doubted().map(Instant::toEpochMilli).orElse(null));
        });
    }

    private static String json(Collection<JobId> ids) {
        return Json.write(ids.stream().map(JobId::value).toList());
    }
}
