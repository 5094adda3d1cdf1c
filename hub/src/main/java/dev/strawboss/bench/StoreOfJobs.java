package dev.strawboss.bench;

import dev.strawboss.store.Database;
import java.util.List;
import org.jdbi.v3.core.Handle;

/// Fills a store with finished jobs of ordinary size, always the same for the same number: the
/// first thousand of a million are the thousand of a thousand.
public final class StoreOfJobs {
    private static final int CHUNK = 50_000;

    private static final String JOBS =
            """
            insert into jobs (id, kind, title, project, agent, directory, timeout_ms, client, details, tags,
                accepted_at, state, state_at, code, reason, attempts, started_at, report, text)
            with recursive counter (n) as (select :from union all select n + 1 from counter where n < :to),
            drawn as (select n, (n * 7919 + 104729) % 1000003 as r from counter)
            select printf('%012d', n * 618033988749 % 1000000000000),
                iif(r % 5 = 0, 'command', 'agent'),
                'Job ' || n || ': ' || (case r % 4 when 0 then 'fix' when 1 then 'rename' when 2 then 'test' else 'explain' end)
                    || ' the ' || (case r % 7 when 0 then 'parser' when 1 then 'greeting' when 2 then 'invoice'
                        when 3 then 'scheduler' when 4 then 'login' when 5 then 'exporter' else 'crawler' end),
                'project-' || (r % 100 * (r / 100 % 100) / 500),
                iif(r % 5 = 0, null, 'agent-' || (r % 4)), '/home/someone/projects/example', 3600000,
                iif(r % 3 = 0, 'cli', 'claude-code'), '{"mode":"auto","workspace":"worktree"}',
                iif(r % 10 = 0, iif(r % 500 = 0, '["nightly","release"]', '["nightly"]'), '[]'),
                1700000000000 + n * 7776,
                case when r % 10 > 0 then 'succeeded' when r % 30 = 0 then 'timed_out' else 'failed' end,
                1700000060000 + n * 7776,
                case when r % 10 > 0 then null when r % 30 = 0 then 'timed_out' else 'nonzero_exit' end,
                case when r % 10 > 0 then null when r % 30 = 0 then 'ran longer than 1h' else 'exit status 1' end,
                1, 1700000001000 + n * 7776,
                '{"exit_status":0,"text":"Changed ' || (r % 9) || ' files of module m' || (r % 2000)
                    || ' and ran the tests; all pass.","session":"0b8fd6e2",'
                    || '"usage":{"input_tokens":12000,"output_tokens":900},"branch":"strawboss/example"}',
                'Please look at component c' || (r % 50000) || ' of the example, do what ticket t' || n
                    || ' asks for and run its tests.'
            from drawn
            """;
    private static final String EVENTS =
            """
            insert into events (job, position, at, type, version, data)
            select number, position, accepted_at + position, type, 1, data from jobs
            cross join (select 0 as position, 'accepted' as type, '{}' as data
                union all select 1, 'claimed', '{"attempt":1}'
                union all select 2, 'started', '{"directory":"/d","pid":1,"start_ticks":1,"boot_id":"b","kill":"cgroup","scope":""}'
                union all select 3, 'exited', '{"status":0,"at":1700000060000}'
                union all select 4, 'succeeded', '{}')
            where number between :from and :to
            """;
    private static final String TAGS =
            """
            insert into tags (tag, job)
            select value, number from jobs, json_each(tags) where number between :from and :to
            """;
    private static final String WORDS =
            """
            insert into search (rowid, title, prompt, reason, answer)
            select number, title, text, coalesce(reason, ''), report ->> 'text' from jobs
            where number between :from and :to
            """;

    /// What triggers would have kept, row by row.
    private static final List<String> KEPT =
            List.of(
                    "delete from totals",
                    """
                    insert into totals
                    select archived, state, kind, coalesce(project, ''), coalesce(agent, ''), queue, client, count(*)
                    from jobs group by 1, 2, 3, 4, 5, 6, 7
                    """,
                    "delete from tag_totals",
                    "insert into tag_totals select tag, archived, count(*) from tags group by tag, archived");

    private StoreOfJobs() {}

    /// @param database without jobs
    public static void fill(Database database, int jobs) {
        List<String> triggers = database.read(handle -> texts(handle, "sql"));
        List<String> names = database.read(handle -> texts(handle, "name"));
        database.write(handle -> {
            names.forEach(name -> handle.execute("drop trigger " + name));
            return names.size();
        });
        for (int from = 1; from <= jobs; from += CHUNK) {
            chunk(database, from, Math.min(jobs, from + CHUNK - 1));
        }
        database.write(handle -> {
            KEPT.forEach(handle::execute);
            triggers.forEach(handle::execute);
            return handle.execute("update search_fill set below = 0");
        });
    }

    private static void chunk(Database database, int from, int to) {
        for (String sql : List.of(JOBS, EVENTS, TAGS, WORDS)) {
            database.write(
                    handle -> handle.createUpdate(sql).bind("from", from).bind("to", to).execute());
        }
    }

    private static List<String> texts(Handle handle, String column) {
        return handle.createQuery(
                        "select "
                                + column
                                + " from sqlite_master where type = 'trigger' order by name")
                .mapTo(String.class)
                .list();
    }
}
