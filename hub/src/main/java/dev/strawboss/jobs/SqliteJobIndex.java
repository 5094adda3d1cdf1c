package dev.strawboss.jobs;

import dev.strawboss.json.Json;
import dev.strawboss.store.Database;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/// Takes the words of jobs into the full-text index, some jobs at a time. Which are still missing
/// stands in the store, written together with each change, so that none is forgotten.
final class SqliteJobIndex {
    /// Characters of a prompt and of an answer that are searched.
    static final int SEARCHED = 4_000;

    private static final String INSERT =
            """
            insert or replace into search (rowid, title, prompt, reason, answer)
            select number, title, substr(coalesce(text, ''), 1, :searched), coalesce(reason, ''),
                substr(coalesce(report ->> 'text', ''), 1, :searched)
            from jobs where number in (select value from json_each(:numbers)) and text is not null
            """;
    private static final String INSERT_LONG =
            """
            insert or replace into search (rowid, title, prompt, reason, answer)
            select number, title, :prompt, coalesce(reason, ''),
                substr(coalesce(report ->> 'text', ''), 1, :searched)
            from jobs where number = :number
            """;

    private final Database database;
    private final JobFiles files;

    SqliteJobIndex(Database database, JobFiles files) {
        this.database = database;
        this.files = files;
    }

    /// Takes up to `limit` jobs in: those that changed, and when there are none, older ones.
    ///
    /// @return how many it took; 0 when the index is complete
    int take(int limit) {
        return database.write(handle -> {
            List<Long> changed =
                    numbers(handle, "select job from unindexed order by job desc limit :n", limit);
            if (!changed.isEmpty()) {
                insert(handle, changed);
                handle.createUpdate(
                                "delete from unindexed where job in (select value from json_each(:numbers))")
                        .bind("numbers", Json.write(changed))
                        .execute();
                return changed.size();
            }
            return fill(handle, limit);
        });
    }

    /// What is not in the index yet.
    ///
    /// @param changed how many jobs wait for it, at most 10,000
    /// @param below jobs with smaller numbers are not in it; 0 when all are
    record Missing(long changed, long below) {}

    Missing missing() {
        return database.read(handle ->
                handle.createQuery(
                                """
                                select (select count(*) from (select 1 from unindexed limit 10000)),
                                    (select below from search_fill)
                                """)
                        .map((rows, _) -> new Missing(rows.getLong(1), rows.getLong(2)))
                        .one());
    }

    private int fill(Handle handle, int limit) {
        long below = handle.createQuery("select below from search_fill").mapTo(Long.class).one();
        if (below == 0) {
            return 0;
        }
        List<Long> older =
                handle.createQuery(
                                "select number from jobs where number < :below order by number desc limit :n")
                        .bind("below", below)
                        .bind("n", limit)
                        .mapTo(Long.class)
                        .list();
        insert(handle, older);
        handle.createUpdate("update search_fill set below = ?")
                .bind(0, older.isEmpty() ? 0 : older.getLast())
                .execute();
        return older.size();
    }

    private void insert(Handle handle, List<Long> numbers) {
        String json = Json.write(numbers);
        handle.createUpdate(INSERT).bind("numbers", json).bind("searched", SEARCHED).execute();
        handle.createQuery(
                        """
                        select number, id from jobs
                        where number in (select value from json_each(:numbers)) and text is null
                        """)
                .bind("numbers", json)
                .map((rows, _) -> new LongPrompt(rows.getLong(1), new JobId(rows.getString(2))))
                .list()
                .forEach(prompt -> insertLong(handle, prompt));
    }

    /// A job whose prompt is in a file.
    private record LongPrompt(long number, JobId id) {}

    private void insertLong(Handle handle, LongPrompt prompt) {
        Optional<String> beginning = files.beginning(prompt.id(), SEARCHED);
        handle.createUpdate(INSERT_LONG)
                .bind("number", prompt.number())
                .bind("prompt", beginning.orElse(""))
                .bind("searched", SEARCHED)
                .execute();
    }

    private static List<Long> numbers(Handle handle, String sql, int limit) {
        return handle.createQuery(sql).bind("n", limit).mapTo(Long.class).list();
    }
}
