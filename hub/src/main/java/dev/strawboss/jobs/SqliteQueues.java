package dev.strawboss.jobs;

import dev.strawboss.errors.ErrorCode;
import dev.strawboss.errors.StrawbossException;
import dev.strawboss.errors.Suggestion;
import dev.strawboss.store.Database;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;

/// Queues and pauses in SQLite.
final class SqliteQueues {
    private static final String COUNTS =
            """
            select queue,
                sum(state = 'queued'), sum(state = 'waiting'),
                sum(state in ('preparing', 'running', 'verifying'))
            from jobs indexed by jobs_open
            where state in ('queued', 'waiting', 'preparing', 'running', 'verifying')
            group by queue
            """;

    private final Database database;

    SqliteQueues(Database database) {
        this.database = database;
    }

    /// How many unfinished jobs of a queue stand how.
    record Counts(long queued, long waiting, long running) {
        static final Counts NONE = new Counts(0, 0, 0);
    }

    /// The slots of each queue for which something was said, by name.
    Map<String, Integer> slots() {
        return database.read(SqliteQueues::slots);
    }

    void save(String name, int slots) {
        database.write(handle ->
                handle.createUpdate(
                                """
                                insert into queues (name, slots) values (:name, :slots)
                                on conflict (name) do update set slots = :slots
                                """)
                        .bind("name", name)
                        .bind("slots", slots)
                        .execute());
    }

    /// @throws StrawbossException if there is none, or jobs of it are unfinished
    void remove(String name) {
        database.write(handle -> {
            require(handle, name);
            long open =
                    handle.createQuery(
                                    """
                                    select count(*) from jobs indexed by jobs_open
                                    where state in ('queued', 'waiting', 'preparing', 'running', 'verifying')
                                        and queue = ?
                                    """)
                            .bind(0, name)
                            .mapTo(Long.class)
                            .one();
            if (open > 0) {
                throw new StrawbossException(
                        ErrorCode.QUEUE_IN_USE,
                        "Queue " + name + " has " + open + " unfinished job(s).",
                        "Wait for them or stop them: strawboss jobs --queue " + name);
            }
            handle.createUpdate("delete from pauses where kind = 'queue' and name = ?")
                    .bind(0, name)
                    .execute();
            return handle.createUpdate("delete from queues where name = ?").bind(0, name).execute();
        });
    }

    /// Refuses a queue that is not there.
    static void require(Handle handle, String name) {
        if (name.equals(Scheduling.DEFAULT_QUEUE)) {
            return;
        }
        Map<String, Integer> known = slots(handle);
        if (!known.containsKey(name)) {
            throw new StrawbossException(
                    ErrorCode.UNKNOWN_QUEUE,
                    "There is no queue " + name + "." + Suggestion.sentence(name, known.keySet()),
                    "List them with `strawboss queues`, or make it: strawboss queues add "
                            + name
                            + " --slots 2");
        }
    }

    private static Map<String, Integer> slots(Handle handle) {
        Map<String, Integer> slots = new TreeMap<>();
        handle.createQuery("select name, slots from queues")
                .map((rows, _) -> Map.entry(rows.getString(1), rows.getInt(2)))
                .forEach(row -> slots.put(row.getKey(), row.getValue()));
        return slots;
    }

    /// By queue; queues without unfinished jobs are absent.
    Map<String, Counts> counts() {
        return database.read(handle -> {
            Map<String, Counts> counts = new HashMap<>();
            handle.createQuery(COUNTS)
                    .map((rows, _) ->
                            Map.entry(
                                    rows.getString(1),
                                    new Counts(rows.getLong(2), rows.getLong(3), rows.getLong(4))))
                    .forEach(row -> counts.put(row.getKey(), row.getValue()));
            return counts;
        });
    }

    Map<Scope, Pause> pauses() {
        return database.read(handle -> {
            Map<Scope, Pause> pauses = new HashMap<>();
            handle.createQuery("select kind, name, at, by from pauses")
                    .map((rows, _) ->
                            Map.entry(
                                    Scope.of(rows.getString(1), rows.getString(2)),
                                    new Pause(
                                            Instant.ofEpochMilli(rows.getLong(3)),
                                            rows.getString(4))))
                    .forEach(row -> pauses.put(row.getKey(), row.getValue()));
            return pauses;
        });
    }

    /// The first pause of several counts.
    void pause(Scope scope, Pause pause) {
        database.write(handle -> {
            if (scope instanceof Scope.Queue(var name)) {
                require(handle, name);
            }
            return handle.createUpdate(
                            "insert or ignore into pauses (kind, name, at, by) values (?, ?, ?, ?)")
                    .bind(0, scope.kind())
                    .bind(1, scope.name())
                    .bind(2, pause.since().toEpochMilli())
                    .bind(3, pause.by())
                    .execute();
        });
    }

    void resume(Scope scope) {
        database.write(handle -> {
            if (scope instanceof Scope.Queue(var name)) {
                require(handle, name);
            }
            return handle.createUpdate("delete from pauses where kind = ? and name = ?")
                    .bind(0, scope.kind())
                    .bind(1, scope.name())
                    .execute();
        });
    }

    /// The jobs there that are in a state, the oldest first.
    List<JobId> jobs(Scope scope, String state) {
        String there =
                switch (scope) {
                    case Scope.Everything _ -> "'' = :name";
                    case Scope.Queue _ -> "queue = :name";
                    case Scope.Project _ -> "project = :name";
                };
        return database.read(handle ->
                handle.createQuery(
                                "select id from jobs where state = :state and "
                                        + there
                                        + " order by number")
                        .bind("state", state)
                        .bind("name", scope.name())
                        .mapTo(String.class)
                        .map(JobId::new)
                        .list());
    }
}
