package dev.strawboss.bench;

import dev.strawboss.bridge.Home;
import dev.strawboss.store.Database;

/// Fills a store with finished jobs of ordinary size.
final class History {
    private static final String JOBS =
            """
            insert into jobs (id, kind, title, agent, directory, timeout_ms, client, details, accepted_at,
                state, state_at, code, reason, attempts, started_at, report, text)
            with recursive counter (n) as (select 1 union all select n + 1 from counter where n < :count)
            select printf('0%011d', n), 'agent', 'Job number ' || n, 'claude', '/home/someone/projects/example',
                3600000, 'claude-code', '{"mode":"auto","workspace":"worktree"}', 1700000000000 + n,
                iif(n % 10 = 0, 'failed', 'succeeded'), 1700000060000 + n,
                iif(n % 10 = 0, 'nonzero_exit', null), iif(n % 10 = 0, 'exit status 1', null), 1, 1700000001000 + n,
                '{"exit_status":0,"text":"Changed three files and ran the tests; all pass.","session":"0b8fd6e2",'
                    || '"usage":{"input_tokens":12000,"output_tokens":900},"branch":"strawboss/example"}',
                'Please change the greeting in the example and run its tests.'
            from counter
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
            """;

    private History() {}

    static void fill(Home home, int jobs) throws InterruptedException {
        try (Database database = Database.open(home.state().resolve("strawboss.db"))) {
            database.write(handle -> {
                handle.createUpdate(JOBS).bind("count", jobs).execute();
                handle.execute(EVENTS);
                return handle.execute("analyze");
            });
        }
    }
}
