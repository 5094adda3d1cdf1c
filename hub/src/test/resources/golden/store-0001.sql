pragma foreign_keys = off;
begin;
CREATE TABLE jobs (
    number integer primary key autoincrement,
    id text not null unique,
    kind text not null,
    title text not null,
    project text,
    agent text,
    directory text not null,
    timeout_ms integer not null,
    client text not null,
    details text not null,
    accepted_at integer not null,
    -- the projection of the job's events
    state text not null,
    state_at integer not null,
    code text,
    reason text,
    attempts integer not null default 0,
    started_at integer,
    report text not null default '{}',
    -- the prompt or script; null when it is in the job's file `text`. Last: long ones go to overflow pages.
    text text
) strict;
CREATE INDEX jobs_by_state on jobs (state, number);
CREATE INDEX jobs_open on jobs (number) where state in ('queued', 'preparing', 'running', 'verifying');
CREATE TABLE events (
    job integer not null references jobs (number),
    position integer not null,
    at integer not null,
    type text not null,
    version integer not null,
    data text not null,
    primary key (job, position)
) strict, without rowid;
CREATE TABLE requests (
    key text not null primary key,
    job integer not null references jobs (number),
    digest text not null,
    at integer not null
) strict, without rowid;
delete from jobs;
insert into jobs (number, id, kind, title, project, agent, directory, timeout_ms, client, details, accepted_at, state, state_at, code, reason, attempts, started_at, report, text) values (1, 'fb1a0n2fsmce', 'agent', 'Make the parser''s ''week'' dates right — ünïcode too 🎉', 'dates', 'claude', '/srv/ada/dates', 1800000, 'cli', '{"mode":"auto","model":"haiku","workspace":"worktree","strawboss_tools":false}', 1795248000000, 'queued', 1795248000000, NULL, NULL, 0, NULL, '{}', 'Make the parser accept ISO weeks.

It''s about 2026-W47; see "docs".');
insert into jobs (number, id, kind, title, project, agent, directory, timeout_ms, client, details, accepted_at, state, state_at, code, reason, attempts, started_at, report, text) values (2, 'pz4c2sqbkqae', 'agent', 'Make the parser''s ''week'' dates right — ünïcode too 🎉', 'dates', 'claude', '/srv/ada/dates', 1800000, 'cli', '{"mode":"auto","model":"haiku","workspace":"worktree","strawboss_tools":false}', 1795248000000, 'cancelled', 1795248005123, 'cancelled', 'cancelled by claude-code', 0, NULL, '{}', 'Make the parser accept ISO weeks.

It''s about 2026-W47; see "docs".');
insert into jobs (number, id, kind, title, project, agent, directory, timeout_ms, client, details, accepted_at, state, state_at, code, reason, attempts, started_at, report, text) values (3, '6y5e5rntpkgx', 'agent', 'Make the parser''s ''week'' dates right — ünïcode too 🎉', 'dates', 'claude', '/srv/ada/dates', 1800000, 'claude-code', '{"mode":"auto","model":"haiku","workspace":"worktree","strawboss_tools":false}', 1795248000000, 'preparing', 1795248001123, NULL, NULL, 1, NULL, '{}', 'Make the parser accept ISO weeks.

It''s about 2026-W47; see "docs".');
insert into jobs (number, id, kind, title, project, agent, directory, timeout_ms, client, details, accepted_at, state, state_at, code, reason, attempts, started_at, report, text) values (4, 'kahf25rxqs52', 'agent', 'Make the parser''s ''week'' dates right — ünïcode too 🎉', 'dates', 'claude', '/srv/ada/dates', 1800000, 'cli', '{"mode":"auto","model":"haiku","workspace":"worktree","strawboss_tools":false}', 1795248000000, 'preparing', 1795248001123, NULL, NULL, 1, NULL, '{}', 'Make the parser accept ISO weeks.

It''s about 2026-W47; see "docs".');
insert into jobs (number, id, kind, title, project, agent, directory, timeout_ms, client, details, accepted_at, state, state_at, code, reason, attempts, started_at, report, text) values (5, 'bf3dzc91pgr1', 'agent', 'Make the parser''s ''week'' dates right — ünïcode too 🎉', 'dates', 'claude', '/srv/ada/dates', 1800000, 'cli', '{"mode":"auto","model":"haiku","workspace":"worktree","strawboss_tools":false}', 1795248000000, 'failed', 1795248009123, 'nonzero_exit', 'It ended with status 3.', 1, NULL, '{"text":"Weeks are parsed now.\n\nI ran the tests: all pass.","session":"0b9e","usage":{"input_tokens":5210},"cost_usd":0.0125,"branch":"strawboss/5xq5f5xnwc6p","commits":1,"changed_files":[{"status":"modified","path":"src/dates.py"}],"warnings":["The worker changed refs/heads/main; it was put back."]}', 'Make the parser accept ISO weeks.

It''s about 2026-W47; see "docs".');
insert into jobs (number, id, kind, title, project, agent, directory, timeout_ms, client, details, accepted_at, state, state_at, code, reason, attempts, started_at, report, text) values (6, 'r9pxe9nsz0fm', 'agent', 'Make the parser''s ''week'' dates right — ünïcode too 🎉', 'dates', 'claude', '/srv/ada/dates', 1800000, 'claude-code', '{"mode":"auto","model":"haiku","workspace":"worktree","strawboss_tools":false}', 1795248000000, 'cancelled', 1795248002123, 'cancelled', 'cancelled by claude-code', 1, NULL, '{}', 'Make the parser accept ISO weeks.

It''s about 2026-W47; see "docs".');
insert into jobs (number, id, kind, title, project, agent, directory, timeout_ms, client, details, accepted_at, state, state_at, code, reason, attempts, started_at, report, text) values (7, '5hq0sxzv1c9n', 'agent', 'Make the parser''s ''week'' dates right — ünïcode too 🎉', 'dates', 'claude', '/srv/ada/dates', 1800000, 'cli', '{"mode":"auto","model":"haiku","workspace":"worktree","strawboss_tools":false}', 1795248000000, 'queued', 1795248002123, NULL, NULL, 1, NULL, '{}', 'Make the parser accept ISO weeks.

It''s about 2026-W47; see "docs".');
insert into jobs (number, id, kind, title, project, agent, directory, timeout_ms, client, details, accepted_at, state, state_at, code, reason, attempts, started_at, report, text) values (8, 'nx87twcx2deq', 'agent', 'Make the parser''s ''week'' dates right — ünïcode too 🎉', 'dates', 'claude', '/srv/ada/dates', 1800000, 'cli', '{"mode":"auto","model":"haiku","workspace":"worktree","strawboss_tools":false}', 1795248000000, 'running', 1795248003123, NULL, NULL, 2, 1795248003123, '{}', 'Make the parser accept ISO weeks.

It''s about 2026-W47; see "docs".');
insert into jobs (number, id, kind, title, project, agent, directory, timeout_ms, client, details, accepted_at, state, state_at, code, reason, attempts, started_at, report, text) values (9, 'yzexardjcbpr', 'agent', 'Make the parser''s ''week'' dates right — ünïcode too 🎉', 'dates', 'claude', '/srv/ada/dates', 1800000, 'claude-code', '{"mode":"auto","model":"haiku","workspace":"worktree","strawboss_tools":false}', 1795248000000, 'running', 1795248003123, NULL, NULL, 1, 1795248003123, '{}', 'Make the parser accept ISO weeks.

It''s about 2026-W47; see "docs".');
insert into jobs (number, id, kind, title, project, agent, directory, timeout_ms, client, details, accepted_at, state, state_at, code, reason, attempts, started_at, report, text) values (10, 'evj6ejgr43kz', 'agent', 'Make the parser''s ''week'' dates right — ünïcode too 🎉', 'dates', 'claude', '/srv/ada/dates', 1800000, 'cli', '{"mode":"auto","model":"haiku","workspace":"worktree","strawboss_tools":false}', 1795248000000, 'running', 1795248003123, NULL, NULL, 1, 1795248003123, '{}', 'Make the parser accept ISO weeks.

It''s about 2026-W47; see "docs".');
insert into jobs (number, id, kind, title, project, agent, directory, timeout_ms, client, details, accepted_at, state, state_at, code, reason, attempts, started_at, report, text) values (11, '6dh0f7y56292', 'agent', 'Make the parser''s ''week'' dates right — ünïcode too 🎉', 'dates', 'claude', '/srv/ada/dates', 1800000, 'cli', '{"mode":"auto","model":"haiku","workspace":"worktree","strawboss_tools":false}', 1795248000000, 'running', 1795248003123, NULL, NULL, 1, 1795248003123, '{}', 'Make the parser accept ISO weeks.

It''s about 2026-W47; see "docs".');
insert into jobs (number, id, kind, title, project, agent, directory, timeout_ms, client, details, accepted_at, state, state_at, code, reason, attempts, started_at, report, text) values (12, '6k9txws8she2', 'agent', 'Make the parser''s ''week'' dates right — ünïcode too 🎉', 'dates', 'claude', '/srv/ada/dates', 1800000, 'claude-code', '{"mode":"auto","model":"haiku","workspace":"worktree","strawboss_tools":false}', 1795248000000, 'verifying', 1795248008123, NULL, NULL, 1, 1795248003123, '{"exit_status":0}', 'Make the parser accept ISO weeks.

It''s about 2026-W47; see "docs".');
insert into jobs (number, id, kind, title, project, agent, directory, timeout_ms, client, details, accepted_at, state, state_at, code, reason, attempts, started_at, report, text) values (13, '3q3m26y14x2r', 'agent', 'Make the parser''s ''week'' dates right — ünïcode too 🎉', 'dates', 'claude', '/srv/ada/dates', 1800000, 'cli', '{"mode":"auto","model":"haiku","workspace":"worktree","strawboss_tools":false}', 1795248000000, 'verifying', 1795248008123, NULL, NULL, 1, 1795248003123, '{"exit_status":143}', 'Make the parser accept ISO weeks.

It''s about 2026-W47; see "docs".');
insert into jobs (number, id, kind, title, project, agent, directory, timeout_ms, client, details, accepted_at, state, state_at, code, reason, attempts, started_at, report, text) values (14, 'n7rx122hhnpz', 'agent', 'Make the parser''s ''week'' dates right — ünïcode too 🎉', 'dates', 'claude', '/srv/ada/dates', 1800000, 'cli', '{"mode":"auto","model":"haiku","workspace":"worktree","strawboss_tools":false}', 1795248000000, 'succeeded', 1795248009123, NULL, NULL, 1, 1795248003123, '{"exit_status":0,"text":"Weeks are parsed now.\n\nI ran the tests: all pass.","session":"0b9e","usage":{"input_tokens":5210},"cost_usd":0.0125,"branch":"strawboss/5xq5f5xnwc6p","commits":1,"changed_files":[{"status":"modified","path":"src/dates.py"}],"warnings":["The worker changed refs/heads/main; it was put back."]}', 'Make the parser accept ISO weeks.

It''s about 2026-W47; see "docs".');
insert into jobs (number, id, kind, title, project, agent, directory, timeout_ms, client, details, accepted_at, state, state_at, code, reason, attempts, started_at, report, text) values (15, 'rjzczp2bhhc6', 'agent', 'Make the parser''s ''week'' dates right — ünïcode too 🎉', 'dates', 'claude', '/srv/ada/dates', 1800000, 'claude-code', '{"mode":"auto","model":"haiku","workspace":"worktree","strawboss_tools":false}', 1795248000000, 'failed', 1795248009123, 'nonzero_exit', 'It ended with status 3.', 1, 1795248003123, '{"exit_status":3,"text":"Weeks are parsed now.\n\nI ran the tests: all pass.","session":"0b9e","usage":{"input_tokens":5210},"cost_usd":0.0125,"branch":"strawboss/5xq5f5xnwc6p","commits":1,"changed_files":[{"status":"modified","path":"src/dates.py"}],"warnings":["The worker changed refs/heads/main; it was put back."]}', 'Make the parser accept ISO weeks.

It''s about 2026-W47; see "docs".');
insert into jobs (number, id, kind, title, project, agent, directory, timeout_ms, client, details, accepted_at, state, state_at, code, reason, attempts, started_at, report, text) values (16, 'e411ee1b45hr', 'agent', 'Make the parser''s ''week'' dates right — ünïcode too 🎉', 'dates', 'claude', '/srv/ada/dates', 1800000, 'cli', '{"mode":"auto","model":"haiku","workspace":"worktree","strawboss_tools":false}', 1795248000000, 'cancelled', 1795248009123, 'cancelled', 'cancelled by claude-code', 1, 1795248003123, '{"exit_status":143,"text":"Weeks are parsed now.\n\nI ran the tests: all pass.","session":"0b9e","usage":{"input_tokens":5210},"cost_usd":0.0125,"branch":"strawboss/5xq5f5xnwc6p","commits":1,"changed_files":[{"status":"modified","path":"src/dates.py"}],"warnings":["The worker changed refs/heads/main; it was put back."]}', 'Make the parser accept ISO weeks.

It''s about 2026-W47; see "docs".');
insert into jobs (number, id, kind, title, project, agent, directory, timeout_ms, client, details, accepted_at, state, state_at, code, reason, attempts, started_at, report, text) values (17, 'cj5g4q556tyt', 'agent', 'Make the parser''s ''week'' dates right — ünïcode too 🎉', 'dates', 'claude', '/srv/ada/dates', 1800000, 'cli', '{"mode":"auto","model":"haiku","workspace":"worktree","strawboss_tools":false}', 1795248000000, 'timed_out', 1795248009123, 'timed_out', 'ran longer than 30m', 1, 1795248003123, '{"exit_status":137,"text":"Weeks are parsed now.\n\nI ran the tests: all pass.","session":"0b9e","usage":{"input_tokens":5210},"cost_usd":0.0125,"branch":"strawboss/5xq5f5xnwc6p","commits":1,"changed_files":[{"status":"modified","path":"src/dates.py"}],"warnings":["The worker changed refs/heads/main; it was put back."]}', 'Make the parser accept ISO weeks.

It''s about 2026-W47; see "docs".');
insert into jobs (number, id, kind, title, project, agent, directory, timeout_ms, client, details, accepted_at, state, state_at, code, reason, attempts, started_at, report, text) values (18, 'nfmyghzbgv9a', 'agent', 'Make the parser''s ''week'' dates right — ünïcode too 🎉', 'dates', 'claude', '/srv/ada/dates', 1800000, 'claude-code', '{"mode":"auto","model":"haiku","workspace":"worktree","strawboss_tools":false}', 1795248000000, 'unknown', 1795248009123, 'outcome_unknown', 'the runner and its command are gone', 1, 1795248003123, '{}', 'Make the parser accept ISO weeks.

It''s about 2026-W47; see "docs".');
insert into jobs (number, id, kind, title, project, agent, directory, timeout_ms, client, details, accepted_at, state, state_at, code, reason, attempts, started_at, report, text) values (19, 'd5ybxy81jxaf', 'agent', 'Make the parser''s ''week'' dates right — ünïcode too 🎉', 'dates', 'claude', '/srv/ada/dates', 1800000, 'cli', '{"mode":"auto","model":"haiku","workspace":"worktree","strawboss_tools":false}', 1795248000000, 'cancelled', 1795248009123, 'cancelled', 'cancelled by claude-code', 1, 1795248003123, '{}', 'Make the parser accept ISO weeks.

It''s about 2026-W47; see "docs".');
insert into jobs (number, id, kind, title, project, agent, directory, timeout_ms, client, details, accepted_at, state, state_at, code, reason, attempts, started_at, report, text) values (20, 'dn038gd6j37q', 'command', 'make test', NULL, NULL, '/srv/ada/dates', 90000, 'cli', '{"workspace":"none","command":["make","test","it''s"]}', 1795248000000, 'queued', 1795248000000, NULL, NULL, 0, NULL, '{}', '');
insert into jobs (number, id, kind, title, project, agent, directory, timeout_ms, client, details, accepted_at, state, state_at, code, reason, attempts, started_at, report, text) values (21, '1h3fdjpepgq7', 'command', 'make test', NULL, NULL, '/srv/ada/dates', 90000, 'claude-code', '{"workspace":"none","command":["make","test","it''s"]}', 1795248000000, 'cancelled', 1795248005123, 'cancelled', 'cancelled by claude-code', 0, NULL, '{}', '');
insert into jobs (number, id, kind, title, project, agent, directory, timeout_ms, client, details, accepted_at, state, state_at, code, reason, attempts, started_at, report, text) values (22, 'nqama3x0apqy', 'command', 'make test', NULL, NULL, '/srv/ada/dates', 90000, 'cli', '{"workspace":"none","command":["make","test","it''s"]}', 1795248000000, 'preparing', 1795248001123, NULL, NULL, 1, NULL, '{}', '');
insert into jobs (number, id, kind, title, project, agent, directory, timeout_ms, client, details, accepted_at, state, state_at, code, reason, attempts, started_at, report, text) values (23, '0bwwa0w8atmz', 'command', 'make test', NULL, NULL, '/srv/ada/dates', 90000, 'cli', '{"workspace":"none","command":["make","test","it''s"]}', 1795248000000, 'preparing', 1795248001123, NULL, NULL, 1, NULL, '{}', '');
insert into jobs (number, id, kind, title, project, agent, directory, timeout_ms, client, details, accepted_at, state, state_at, code, reason, attempts, started_at, report, text) values (24, 'm79w84hp3edf', 'command', 'make test', NULL, NULL, '/srv/ada/dates', 90000, 'claude-code', '{"workspace":"none","command":["make","test","it''s"]}', 1795248000000, 'failed', 1795248009123, 'nonzero_exit', 'It ended with status 3.', 1, NULL, '{"error_output":"","output":"3 passed\n","stdout_bytes":9}', '');
insert into jobs (number, id, kind, title, project, agent, directory, timeout_ms, client, details, accepted_at, state, state_at, code, reason, attempts, started_at, report, text) values (25, 'g5xhjpd78c2r', 'command', 'make test', NULL, NULL, '/srv/ada/dates', 90000, 'cli', '{"workspace":"none","command":["make","test","it''s"]}', 1795248000000, 'cancelled', 1795248002123, 'cancelled', 'cancelled by claude-code', 1, NULL, '{}', '');
insert into jobs (number, id, kind, title, project, agent, directory, timeout_ms, client, details, accepted_at, state, state_at, code, reason, attempts, started_at, report, text) values (26, '4kyeqescdtxs', 'command', 'make test', NULL, NULL, '/srv/ada/dates', 90000, 'cli', '{"workspace":"none","command":["make","test","it''s"]}', 1795248000000, 'queued', 1795248002123, NULL, NULL, 1, NULL, '{}', '');
insert into jobs (number, id, kind, title, project, agent, directory, timeout_ms, client, details, accepted_at, state, state_at, code, reason, attempts, started_at, report, text) values (27, 'zkef6az7wfpy', 'command', 'make test', NULL, NULL, '/srv/ada/dates', 90000, 'claude-code', '{"workspace":"none","command":["make","test","it''s"]}', 1795248000000, 'running', 1795248003123, NULL, NULL, 2, 1795248003123, '{}', '');
insert into jobs (number, id, kind, title, project, agent, directory, timeout_ms, client, details, accepted_at, state, state_at, code, reason, attempts, started_at, report, text) values (28, '1xc1gp1xwdhm', 'command', 'make test', NULL, NULL, '/srv/ada/dates', 90000, 'cli', '{"workspace":"none","command":["make","test","it''s"]}', 1795248000000, 'running', 1795248003123, NULL, NULL, 1, 1795248003123, '{}', '');
insert into jobs (number, id, kind, title, project, agent, directory, timeout_ms, client, details, accepted_at, state, state_at, code, reason, attempts, started_at, report, text) values (29, 'pefa92yynjbe', 'command', 'make test', NULL, NULL, '/srv/ada/dates', 90000, 'cli', '{"workspace":"none","command":["make","test","it''s"]}', 1795248000000, 'running', 1795248003123, NULL, NULL, 1, 1795248003123, '{}', '');
insert into jobs (number, id, kind, title, project, agent, directory, timeout_ms, client, details, accepted_at, state, state_at, code, reason, attempts, started_at, report, text) values (30, 'asepxt3abq1q', 'command', 'make test', NULL, NULL, '/srv/ada/dates', 90000, 'claude-code', '{"workspace":"none","command":["make","test","it''s"]}', 1795248000000, 'running', 1795248003123, NULL, NULL, 1, 1795248003123, '{}', '');
insert into jobs (number, id, kind, title, project, agent, directory, timeout_ms, client, details, accepted_at, state, state_at, code, reason, attempts, started_at, report, text) values (31, '7tggq604xtvx', 'command', 'make test', NULL, NULL, '/srv/ada/dates', 90000, 'cli', '{"workspace":"none","command":["make","test","it''s"]}', 1795248000000, 'verifying', 1795248008123, NULL, NULL, 1, 1795248003123, '{"exit_status":0}', '');
insert into jobs (number, id, kind, title, project, agent, directory, timeout_ms, client, details, accepted_at, state, state_at, code, reason, attempts, started_at, report, text) values (32, 'fhj3kn6dxf86', 'command', 'make test', NULL, NULL, '/srv/ada/dates', 90000, 'cli', '{"workspace":"none","command":["make","test","it''s"]}', 1795248000000, 'verifying', 1795248008123, NULL, NULL, 1, 1795248003123, '{"exit_status":143}', '');
insert into jobs (number, id, kind, title, project, agent, directory, timeout_ms, client, details, accepted_at, state, state_at, code, reason, attempts, started_at, report, text) values (33, 'vmvkeqdb8qta', 'command', 'make test', NULL, NULL, '/srv/ada/dates', 90000, 'claude-code', '{"workspace":"none","command":["make","test","it''s"]}', 1795248000000, 'succeeded', 1795248009123, NULL, NULL, 1, 1795248003123, '{"exit_status":0,"error_output":"","output":"3 passed\n","stdout_bytes":9}', '');
insert into jobs (number, id, kind, title, project, agent, directory, timeout_ms, client, details, accepted_at, state, state_at, code, reason, attempts, started_at, report, text) values (34, 'cnr433fzraph', 'command', 'make test', NULL, NULL, '/srv/ada/dates', 90000, 'cli', '{"workspace":"none","command":["make","test","it''s"]}', 1795248000000, 'failed', 1795248009123, 'nonzero_exit', 'It ended with status 3.', 1, 1795248003123, '{"exit_status":3,"error_output":"","output":"3 passed\n","stdout_bytes":9}', '');
insert into jobs (number, id, kind, title, project, agent, directory, timeout_ms, client, details, accepted_at, state, state_at, code, reason, attempts, started_at, report, text) values (35, 'pe33b0j62k9s', 'command', 'make test', NULL, NULL, '/srv/ada/dates', 90000, 'cli', '{"workspace":"none","command":["make","test","it''s"]}', 1795248000000, 'cancelled', 1795248009123, 'cancelled', 'cancelled by claude-code', 1, 1795248003123, '{"exit_status":143,"error_output":"","output":"3 passed\n","stdout_bytes":9}', '');
insert into jobs (number, id, kind, title, project, agent, directory, timeout_ms, client, details, accepted_at, state, state_at, code, reason, attempts, started_at, report, text) values (36, 'k55t17t7s1zd', 'command', 'make test', NULL, NULL, '/srv/ada/dates', 90000, 'claude-code', '{"workspace":"none","command":["make","test","it''s"]}', 1795248000000, 'timed_out', 1795248009123, 'timed_out', 'ran longer than 30m', 1, 1795248003123, '{"exit_status":137,"error_output":"","output":"3 passed\n","stdout_bytes":9}', '');
insert into jobs (number, id, kind, title, project, agent, directory, timeout_ms, client, details, accepted_at, state, state_at, code, reason, attempts, started_at, report, text) values (37, 'hzvnta5phzh2', 'command', 'make test', NULL, NULL, '/srv/ada/dates', 90000, 'cli', '{"workspace":"none","command":["make","test","it''s"]}', 1795248000000, 'unknown', 1795248009123, 'outcome_unknown', 'the runner and its command are gone', 1, 1795248003123, '{}', '');
insert into jobs (number, id, kind, title, project, agent, directory, timeout_ms, client, details, accepted_at, state, state_at, code, reason, attempts, started_at, report, text) values (38, 'jc0x7afe5zts', 'command', 'make test', NULL, NULL, '/srv/ada/dates', 90000, 'cli', '{"workspace":"none","command":["make","test","it''s"]}', 1795248000000, 'cancelled', 1795248009123, 'cancelled', 'cancelled by claude-code', 1, 1795248003123, '{}', '');
insert into jobs (number, id, kind, title, project, agent, directory, timeout_ms, client, details, accepted_at, state, state_at, code, reason, attempts, started_at, report, text) values (39, 'eg883w3zg0y4', 'command', 'a script', 'dates', NULL, '/srv/ada/dates', 7200000, 'claude-code', '{"interpreter":"bash","environment":{"LEVEL":"3"},"workspace":"none"}', 1795248000000, 'queued', 1795248000000, NULL, NULL, 0, NULL, '{}', NULL);
insert into jobs (number, id, kind, title, project, agent, directory, timeout_ms, client, details, accepted_at, state, state_at, code, reason, attempts, started_at, report, text) values (40, '9t3x51x6jck7', 'command', 'a script', 'dates', NULL, '/srv/ada/dates', 7200000, 'cli', '{"interpreter":"bash","environment":{"LEVEL":"3"},"workspace":"none"}', 1795248000000, 'cancelled', 1795248005123, 'cancelled', 'cancelled by claude-code', 0, NULL, '{}', NULL);
insert into jobs (number, id, kind, title, project, agent, directory, timeout_ms, client, details, accepted_at, state, state_at, code, reason, attempts, started_at, report, text) values (41, 'jxkrc03xkgw8', 'command', 'a script', 'dates', NULL, '/srv/ada/dates', 7200000, 'cli', '{"interpreter":"bash","environment":{"LEVEL":"3"},"workspace":"none"}', 1795248000000, 'preparing', 1795248001123, NULL, NULL, 1, NULL, '{}', NULL);
insert into jobs (number, id, kind, title, project, agent, directory, timeout_ms, client, details, accepted_at, state, state_at, code, reason, attempts, started_at, report, text) values (42, '33r2j45dxrgx', 'command', 'a script', 'dates', NULL, '/srv/ada/dates', 7200000, 'claude-code', '{"interpreter":"bash","environment":{"LEVEL":"3"},"workspace":"none"}', 1795248000000, 'preparing', 1795248001123, NULL, NULL, 1, NULL, '{}', NULL);
insert into jobs (number, id, kind, title, project, agent, directory, timeout_ms, client, details, accepted_at, state, state_at, code, reason, attempts, started_at, report, text) values (43, 'fy25btc7gs8c', 'command', 'a script', 'dates', NULL, '/srv/ada/dates', 7200000, 'cli', '{"interpreter":"bash","environment":{"LEVEL":"3"},"workspace":"none"}', 1795248000000, 'failed', 1795248009123, 'nonzero_exit', 'It ended with status 3.', 1, NULL, '{"error_output":"","output":"3 passed\n","stdout_bytes":9}', NULL);
insert into jobs (number, id, kind, title, project, agent, directory, timeout_ms, client, details, accepted_at, state, state_at, code, reason, attempts, started_at, report, text) values (44, '4pahvbrk7rs0', 'command', 'a script', 'dates', NULL, '/srv/ada/dates', 7200000, 'cli', '{"interpreter":"bash","environment":{"LEVEL":"3"},"workspace":"none"}', 1795248000000, 'cancelled', 1795248002123, 'cancelled', 'cancelled by claude-code', 1, NULL, '{}', NULL);
insert into jobs (number, id, kind, title, project, agent, directory, timeout_ms, client, details, accepted_at, state, state_at, code, reason, attempts, started_at, report, text) values (45, '78qqfqbdjvzz', 'command', 'a script', 'dates', NULL, '/srv/ada/dates', 7200000, 'claude-code', '{"interpreter":"bash","environment":{"LEVEL":"3"},"workspace":"none"}', 1795248000000, 'queued', 1795248002123, NULL, NULL, 1, NULL, '{}', NULL);
insert into jobs (number, id, kind, title, project, agent, directory, timeout_ms, client, details, accepted_at, state, state_at, code, reason, attempts, started_at, report, text) values (46, 's6wc891vaa3e', 'command', 'a script', 'dates', NULL, '/srv/ada/dates', 7200000, 'cli', '{"interpreter":"bash","environment":{"LEVEL":"3"},"workspace":"none"}', 1795248000000, 'running', 1795248003123, NULL, NULL, 2, 1795248003123, '{}', NULL);
insert into jobs (number, id, kind, title, project, agent, directory, timeout_ms, client, details, accepted_at, state, state_at, code, reason, attempts, started_at, report, text) values (47, '429asewrexbr', 'command', 'a script', 'dates', NULL, '/srv/ada/dates', 7200000, 'cli', '{"interpreter":"bash","environment":{"LEVEL":"3"},"workspace":"none"}', 1795248000000, 'running', 1795248003123, NULL, NULL, 1, 1795248003123, '{}', NULL);
insert into jobs (number, id, kind, title, project, agent, directory, timeout_ms, client, details, accepted_at, state, state_at, code, reason, attempts, started_at, report, text) values (48, 'v7b8tpjgsf2t', 'command', 'a script', 'dates', NULL, '/srv/ada/dates', 7200000, 'claude-code', '{"interpreter":"bash","environment":{"LEVEL":"3"},"workspace":"none"}', 1795248000000, 'running', 1795248003123, NULL, NULL, 1, 1795248003123, '{}', NULL);
insert into jobs (number, id, kind, title, project, agent, directory, timeout_ms, client, details, accepted_at, state, state_at, code, reason, attempts, started_at, report, text) values (49, '23q76hb055q8', 'command', 'a script', 'dates', NULL, '/srv/ada/dates', 7200000, 'cli', '{"interpreter":"bash","environment":{"LEVEL":"3"},"workspace":"none"}', 1795248000000, 'running', 1795248003123, NULL, NULL, 1, 1795248003123, '{}', NULL);
insert into jobs (number, id, kind, title, project, agent, directory, timeout_ms, client, details, accepted_at, state, state_at, code, reason, attempts, started_at, report, text) values (50, 'k9cd0e05s83z', 'command', 'a script', 'dates', NULL, '/srv/ada/dates', 7200000, 'cli', '{"interpreter":"bash","environment":{"LEVEL":"3"},"workspace":"none"}', 1795248000000, 'verifying', 1795248008123, NULL, NULL, 1, 1795248003123, '{"exit_status":0}', NULL);
insert into jobs (number, id, kind, title, project, agent, directory, timeout_ms, client, details, accepted_at, state, state_at, code, reason, attempts, started_at, report, text) values (51, 'z92k4p9v9r13', 'command', 'a script', 'dates', NULL, '/srv/ada/dates', 7200000, 'claude-code', '{"interpreter":"bash","environment":{"LEVEL":"3"},"workspace":"none"}', 1795248000000, 'verifying', 1795248008123, NULL, NULL, 1, 1795248003123, '{"exit_status":143}', NULL);
insert into jobs (number, id, kind, title, project, agent, directory, timeout_ms, client, details, accepted_at, state, state_at, code, reason, attempts, started_at, report, text) values (52, 'cjwp0rzemhfq', 'command', 'a script', 'dates', NULL, '/srv/ada/dates', 7200000, 'cli', '{"interpreter":"bash","environment":{"LEVEL":"3"},"workspace":"none"}', 1795248000000, 'succeeded', 1795248009123, NULL, NULL, 1, 1795248003123, '{"exit_status":0,"error_output":"","output":"3 passed\n","stdout_bytes":9}', NULL);
insert into jobs (number, id, kind, title, project, agent, directory, timeout_ms, client, details, accepted_at, state, state_at, code, reason, attempts, started_at, report, text) values (53, 'f69dwqamy7y0', 'command', 'a script', 'dates', NULL, '/srv/ada/dates', 7200000, 'cli', '{"interpreter":"bash","environment":{"LEVEL":"3"},"workspace":"none"}', 1795248000000, 'failed', 1795248009123, 'nonzero_exit', 'It ended with status 3.', 1, 1795248003123, '{"exit_status":3,"error_output":"","output":"3 passed\n","stdout_bytes":9}', NULL);
insert into jobs (number, id, kind, title, project, agent, directory, timeout_ms, client, details, accepted_at, state, state_at, code, reason, attempts, started_at, report, text) values (54, 'w78dv7shjvm5', 'command', 'a script', 'dates', NULL, '/srv/ada/dates', 7200000, 'claude-code', '{"interpreter":"bash","environment":{"LEVEL":"3"},"workspace":"none"}', 1795248000000, 'cancelled', 1795248009123, 'cancelled', 'cancelled by claude-code', 1, 1795248003123, '{"exit_status":143,"error_output":"","output":"3 passed\n","stdout_bytes":9}', NULL);
insert into jobs (number, id, kind, title, project, agent, directory, timeout_ms, client, details, accepted_at, state, state_at, code, reason, attempts, started_at, report, text) values (55, 'pjs5nh2dfvwz', 'command', 'a script', 'dates', NULL, '/srv/ada/dates', 7200000, 'cli', '{"interpreter":"bash","environment":{"LEVEL":"3"},"workspace":"none"}', 1795248000000, 'timed_out', 1795248009123, 'timed_out', 'ran longer than 30m', 1, 1795248003123, '{"exit_status":137,"error_output":"","output":"3 passed\n","stdout_bytes":9}', NULL);
insert into jobs (number, id, kind, title, project, agent, directory, timeout_ms, client, details, accepted_at, state, state_at, code, reason, attempts, started_at, report, text) values (56, '6stgb98krdq3', 'command', 'a script', 'dates', NULL, '/srv/ada/dates', 7200000, 'cli', '{"interpreter":"bash","environment":{"LEVEL":"3"},"workspace":"none"}', 1795248000000, 'unknown', 1795248009123, 'outcome_unknown', 'the runner and its command are gone', 1, 1795248003123, '{}', NULL);
insert into jobs (number, id, kind, title, project, agent, directory, timeout_ms, client, details, accepted_at, state, state_at, code, reason, attempts, started_at, report, text) values (57, 'gtdhdw9dn1dd', 'command', 'a script', 'dates', NULL, '/srv/ada/dates', 7200000, 'claude-code', '{"interpreter":"bash","environment":{"LEVEL":"3"},"workspace":"none"}', 1795248000000, 'cancelled', 1795248009123, 'cancelled', 'cancelled by claude-code', 1, 1795248003123, '{}', NULL);
delete from events;
insert into events (job, position, at, type, version, data) values (1, 0, 1795248000000, 'accepted', 1, '{}');
insert into events (job, position, at, type, version, data) values (2, 0, 1795248000000, 'accepted', 1, '{}');
insert into events (job, position, at, type, version, data) values (2, 1, 1795248005123, 'stop_requested', 1, '{"cause":"CANCEL","by":"claude-code"}');
insert into events (job, position, at, type, version, data) values (3, 0, 1795248000000, 'accepted', 1, '{}');
insert into events (job, position, at, type, version, data) values (3, 1, 1795248001123, 'claimed', 1, '{"attempt":1}');
insert into events (job, position, at, type, version, data) values (4, 0, 1795248000000, 'accepted', 1, '{}');
insert into events (job, position, at, type, version, data) values (4, 1, 1795248001123, 'claimed', 1, '{"attempt":1}');
insert into events (job, position, at, type, version, data) values (4, 2, 1795248005123, 'stop_requested', 1, '{"cause":"CANCEL","by":"claude-code"}');
insert into events (job, position, at, type, version, data) values (5, 0, 1795248000000, 'accepted', 1, '{}');
insert into events (job, position, at, type, version, data) values (5, 1, 1795248001123, 'claimed', 1, '{"attempt":1}');
insert into events (job, position, at, type, version, data) values (5, 2, 1795248009123, 'failed', 1, '{"code":"nonzero_exit","reason":"It ended with status 3."}');
insert into events (job, position, at, type, version, data) values (6, 0, 1795248000000, 'accepted', 1, '{}');
insert into events (job, position, at, type, version, data) values (6, 1, 1795248001123, 'claimed', 1, '{"attempt":1}');
insert into events (job, position, at, type, version, data) values (6, 2, 1795248005123, 'stop_requested', 1, '{"cause":"CANCEL","by":"claude-code"}');
insert into events (job, position, at, type, version, data) values (6, 3, 1795248002123, 'requeued', 1, '{"why":"the hub ended before it started"}');
insert into events (job, position, at, type, version, data) values (7, 0, 1795248000000, 'accepted', 1, '{}');
insert into events (job, position, at, type, version, data) values (7, 1, 1795248001123, 'claimed', 1, '{"attempt":1}');
insert into events (job, position, at, type, version, data) values (7, 2, 1795248002123, 'requeued', 1, '{"why":"the hub ended before it started"}');
insert into events (job, position, at, type, version, data) values (8, 0, 1795248000000, 'accepted', 1, '{}');
insert into events (job, position, at, type, version, data) values (8, 1, 1795248001123, 'claimed', 1, '{"attempt":1}');
insert into events (job, position, at, type, version, data) values (8, 2, 1795248002123, 'requeued', 1, '{"why":"the hub ended before it started"}');
insert into events (job, position, at, type, version, data) values (8, 3, 1795248001123, 'claimed', 1, '{"attempt":2}');
insert into events (job, position, at, type, version, data) values (8, 4, 1795248003123, 'started', 1, '{"directory":"/srv/ada/strawboss/jobs/000000000000/1","pid":4000000000,"start_ticks":0,"boot_id":"a-boot-long-ago","kill":"process_group","scope":"000000000000-1"}');
insert into events (job, position, at, type, version, data) values (9, 0, 1795248000000, 'accepted', 1, '{}');
insert into events (job, position, at, type, version, data) values (9, 1, 1795248001123, 'claimed', 1, '{"attempt":1}');
insert into events (job, position, at, type, version, data) values (9, 2, 1795248003123, 'started', 1, '{"directory":"/srv/ada/strawboss/jobs/000000000000/1","pid":4000000000,"start_ticks":0,"boot_id":"a-boot-long-ago","kill":"process_group","scope":"000000000000-1"}');
insert into events (job, position, at, type, version, data) values (10, 0, 1795248000000, 'accepted', 1, '{}');
insert into events (job, position, at, type, version, data) values (10, 1, 1795248001123, 'claimed', 1, '{"attempt":1}');
insert into events (job, position, at, type, version, data) values (10, 2, 1795248003123, 'started', 1, '{"directory":"/srv/ada/strawboss/jobs/000000000000/1","pid":4000000000,"start_ticks":0,"boot_id":"a-boot-long-ago","kill":"process_group","scope":"000000000000-1"}');
insert into events (job, position, at, type, version, data) values (10, 3, 1795248005123, 'stop_requested', 1, '{"cause":"CANCEL","by":"claude-code"}');
insert into events (job, position, at, type, version, data) values (11, 0, 1795248000000, 'accepted', 1, '{}');
insert into events (job, position, at, type, version, data) values (11, 1, 1795248001123, 'claimed', 1, '{"attempt":1}');
insert into events (job, position, at, type, version, data) values (11, 2, 1795248003123, 'started', 1, '{"directory":"/srv/ada/strawboss/jobs/000000000000/1","pid":4000000000,"start_ticks":0,"boot_id":"a-boot-long-ago","kill":"process_group","scope":"000000000000-1"}');
insert into events (job, position, at, type, version, data) values (11, 3, 1795248005123, 'stop_requested', 1, '{"cause":"TIMEOUT","by":"30m"}');
insert into events (job, position, at, type, version, data) values (12, 0, 1795248000000, 'accepted', 1, '{}');
insert into events (job, position, at, type, version, data) values (12, 1, 1795248001123, 'claimed', 1, '{"attempt":1}');
insert into events (job, position, at, type, version, data) values (12, 2, 1795248003123, 'started', 1, '{"directory":"/srv/ada/strawboss/jobs/000000000000/1","pid":4000000000,"start_ticks":0,"boot_id":"a-boot-long-ago","kill":"process_group","scope":"000000000000-1"}');
insert into events (job, position, at, type, version, data) values (12, 3, 1795248008123, 'exited', 1, '{"status":0,"at":1795248007123}');
insert into events (job, position, at, type, version, data) values (13, 0, 1795248000000, 'accepted', 1, '{}');
insert into events (job, position, at, type, version, data) values (13, 1, 1795248001123, 'claimed', 1, '{"attempt":1}');
insert into events (job, position, at, type, version, data) values (13, 2, 1795248003123, 'started', 1, '{"directory":"/srv/ada/strawboss/jobs/000000000000/1","pid":4000000000,"start_ticks":0,"boot_id":"a-boot-long-ago","kill":"process_group","scope":"000000000000-1"}');
insert into events (job, position, at, type, version, data) values (13, 3, 1795248005123, 'stop_requested', 1, '{"cause":"CANCEL","by":"claude-code"}');
insert into events (job, position, at, type, version, data) values (13, 4, 1795248008123, 'exited', 1, '{"status":143,"at":1795248007123}');
insert into events (job, position, at, type, version, data) values (14, 0, 1795248000000, 'accepted', 1, '{}');
insert into events (job, position, at, type, version, data) values (14, 1, 1795248001123, 'claimed', 1, '{"attempt":1}');
insert into events (job, position, at, type, version, data) values (14, 2, 1795248003123, 'started', 1, '{"directory":"/srv/ada/strawboss/jobs/000000000000/1","pid":4000000000,"start_ticks":0,"boot_id":"a-boot-long-ago","kill":"process_group","scope":"000000000000-1"}');
insert into events (job, position, at, type, version, data) values (14, 3, 1795248008123, 'exited', 1, '{"status":0,"at":1795248007123}');
insert into events (job, position, at, type, version, data) values (14, 4, 1795248009123, 'succeeded', 1, '{}');
insert into events (job, position, at, type, version, data) values (15, 0, 1795248000000, 'accepted', 1, '{}');
insert into events (job, position, at, type, version, data) values (15, 1, 1795248001123, 'claimed', 1, '{"attempt":1}');
insert into events (job, position, at, type, version, data) values (15, 2, 1795248003123, 'started', 1, '{"directory":"/srv/ada/strawboss/jobs/000000000000/1","pid":4000000000,"start_ticks":0,"boot_id":"a-boot-long-ago","kill":"process_group","scope":"000000000000-1"}');
insert into events (job, position, at, type, version, data) values (15, 3, 1795248008123, 'exited', 1, '{"status":3,"at":1795248007123}');
insert into events (job, position, at, type, version, data) values (15, 4, 1795248009123, 'failed', 1, '{"code":"nonzero_exit","reason":"It ended with status 3."}');
insert into events (job, position, at, type, version, data) values (16, 0, 1795248000000, 'accepted', 1, '{}');
insert into events (job, position, at, type, version, data) values (16, 1, 1795248001123, 'claimed', 1, '{"attempt":1}');
insert into events (job, position, at, type, version, data) values (16, 2, 1795248003123, 'started', 1, '{"directory":"/srv/ada/strawboss/jobs/000000000000/1","pid":4000000000,"start_ticks":0,"boot_id":"a-boot-long-ago","kill":"process_group","scope":"000000000000-1"}');
insert into events (job, position, at, type, version, data) values (16, 3, 1795248005123, 'stop_requested', 1, '{"cause":"CANCEL","by":"claude-code"}');
insert into events (job, position, at, type, version, data) values (16, 4, 1795248008123, 'exited', 1, '{"status":143,"at":1795248007123}');
insert into events (job, position, at, type, version, data) values (16, 5, 1795248009123, 'failed', 1, '{"code":"nonzero_exit","reason":"It ended with status 3."}');
insert into events (job, position, at, type, version, data) values (17, 0, 1795248000000, 'accepted', 1, '{}');
insert into events (job, position, at, type, version, data) values (17, 1, 1795248001123, 'claimed', 1, '{"attempt":1}');
insert into events (job, position, at, type, version, data) values (17, 2, 1795248003123, 'started', 1, '{"directory":"/srv/ada/strawboss/jobs/000000000000/1","pid":4000000000,"start_ticks":0,"boot_id":"a-boot-long-ago","kill":"process_group","scope":"000000000000-1"}');
insert into events (job, position, at, type, version, data) values (17, 3, 1795248005123, 'stop_requested', 1, '{"cause":"TIMEOUT","by":"30m"}');
insert into events (job, position, at, type, version, data) values (17, 4, 1795248008123, 'exited', 1, '{"status":137,"at":1795248007123}');
insert into events (job, position, at, type, version, data) values (17, 5, 1795248009123, 'failed', 1, '{"code":"nonzero_exit","reason":"It ended with status 3."}');
insert into events (job, position, at, type, version, data) values (18, 0, 1795248000000, 'accepted', 1, '{}');
insert into events (job, position, at, type, version, data) values (18, 1, 1795248001123, 'claimed', 1, '{"attempt":1}');
insert into events (job, position, at, type, version, data) values (18, 2, 1795248003123, 'started', 1, '{"directory":"/srv/ada/strawboss/jobs/000000000000/1","pid":4000000000,"start_ticks":0,"boot_id":"a-boot-long-ago","kill":"process_group","scope":"000000000000-1"}');
insert into events (job, position, at, type, version, data) values (18, 3, 1795248009123, 'lost', 1, '{"why":"the runner and its command are gone"}');
insert into events (job, position, at, type, version, data) values (19, 0, 1795248000000, 'accepted', 1, '{}');
insert into events (job, position, at, type, version, data) values (19, 1, 1795248001123, 'claimed', 1, '{"attempt":1}');
insert into events (job, position, at, type, version, data) values (19, 2, 1795248003123, 'started', 1, '{"directory":"/srv/ada/strawboss/jobs/000000000000/1","pid":4000000000,"start_ticks":0,"boot_id":"a-boot-long-ago","kill":"process_group","scope":"000000000000-1"}');
insert into events (job, position, at, type, version, data) values (19, 3, 1795248005123, 'stop_requested', 1, '{"cause":"CANCEL","by":"claude-code"}');
insert into events (job, position, at, type, version, data) values (19, 4, 1795248009123, 'lost', 1, '{"why":"the runner and its command are gone"}');
insert into events (job, position, at, type, version, data) values (20, 0, 1795248000000, 'accepted', 1, '{}');
insert into events (job, position, at, type, version, data) values (21, 0, 1795248000000, 'accepted', 1, '{}');
insert into events (job, position, at, type, version, data) values (21, 1, 1795248005123, 'stop_requested', 1, '{"cause":"CANCEL","by":"claude-code"}');
insert into events (job, position, at, type, version, data) values (22, 0, 1795248000000, 'accepted', 1, '{}');
insert into events (job, position, at, type, version, data) values (22, 1, 1795248001123, 'claimed', 1, '{"attempt":1}');
insert into events (job, position, at, type, version, data) values (23, 0, 1795248000000, 'accepted', 1, '{}');
insert into events (job, position, at, type, version, data) values (23, 1, 1795248001123, 'claimed', 1, '{"attempt":1}');
insert into events (job, position, at, type, version, data) values (23, 2, 1795248005123, 'stop_requested', 1, '{"cause":"CANCEL","by":"claude-code"}');
insert into events (job, position, at, type, version, data) values (24, 0, 1795248000000, 'accepted', 1, '{}');
insert into events (job, position, at, type, version, data) values (24, 1, 1795248001123, 'claimed', 1, '{"attempt":1}');
insert into events (job, position, at, type, version, data) values (24, 2, 1795248009123, 'failed', 1, '{"code":"nonzero_exit","reason":"It ended with status 3."}');
insert into events (job, position, at, type, version, data) values (25, 0, 1795248000000, 'accepted', 1, '{}');
insert into events (job, position, at, type, version, data) values (25, 1, 1795248001123, 'claimed', 1, '{"attempt":1}');
insert into events (job, position, at, type, version, data) values (25, 2, 1795248005123, 'stop_requested', 1, '{"cause":"CANCEL","by":"claude-code"}');
insert into events (job, position, at, type, version, data) values (25, 3, 1795248002123, 'requeued', 1, '{"why":"the hub ended before it started"}');
insert into events (job, position, at, type, version, data) values (26, 0, 1795248000000, 'accepted', 1, '{}');
insert into events (job, position, at, type, version, data) values (26, 1, 1795248001123, 'claimed', 1, '{"attempt":1}');
insert into events (job, position, at, type, version, data) values (26, 2, 1795248002123, 'requeued', 1, '{"why":"the hub ended before it started"}');
insert into events (job, position, at, type, version, data) values (27, 0, 1795248000000, 'accepted', 1, '{}');
insert into events (job, position, at, type, version, data) values (27, 1, 1795248001123, 'claimed', 1, '{"attempt":1}');
insert into events (job, position, at, type, version, data) values (27, 2, 1795248002123, 'requeued', 1, '{"why":"the hub ended before it started"}');
insert into events (job, position, at, type, version, data) values (27, 3, 1795248001123, 'claimed', 1, '{"attempt":2}');
insert into events (job, position, at, type, version, data) values (27, 4, 1795248003123, 'started', 1, '{"directory":"/srv/ada/strawboss/jobs/000000000000/1","pid":4000000000,"start_ticks":19,"boot_id":"a-boot-long-ago","kill":"process_group","scope":"000000000000-1"}');
insert into events (job, position, at, type, version, data) values (28, 0, 1795248000000, 'accepted', 1, '{}');
insert into events (job, position, at, type, version, data) values (28, 1, 1795248001123, 'claimed', 1, '{"attempt":1}');
insert into events (job, position, at, type, version, data) values (28, 2, 1795248003123, 'started', 1, '{"directory":"/srv/ada/strawboss/jobs/000000000000/1","pid":4000000000,"start_ticks":19,"boot_id":"a-boot-long-ago","kill":"process_group","scope":"000000000000-1"}');
insert into events (job, position, at, type, version, data) values (29, 0, 1795248000000, 'accepted', 1, '{}');
insert into events (job, position, at, type, version, data) values (29, 1, 1795248001123, 'claimed', 1, '{"attempt":1}');
insert into events (job, position, at, type, version, data) values (29, 2, 1795248003123, 'started', 1, '{"directory":"/srv/ada/strawboss/jobs/000000000000/1","pid":4000000000,"start_ticks":19,"boot_id":"a-boot-long-ago","kill":"process_group","scope":"000000000000-1"}');
insert into events (job, position, at, type, version, data) values (29, 3, 1795248005123, 'stop_requested', 1, '{"cause":"CANCEL","by":"claude-code"}');
insert into events (job, position, at, type, version, data) values (30, 0, 1795248000000, 'accepted', 1, '{}');
insert into events (job, position, at, type, version, data) values (30, 1, 1795248001123, 'claimed', 1, '{"attempt":1}');
insert into events (job, position, at, type, version, data) values (30, 2, 1795248003123, 'started', 1, '{"directory":"/srv/ada/strawboss/jobs/000000000000/1","pid":4000000000,"start_ticks":19,"boot_id":"a-boot-long-ago","kill":"process_group","scope":"000000000000-1"}');
insert into events (job, position, at, type, version, data) values (30, 3, 1795248005123, 'stop_requested', 1, '{"cause":"TIMEOUT","by":"30m"}');
insert into events (job, position, at, type, version, data) values (31, 0, 1795248000000, 'accepted', 1, '{}');
insert into events (job, position, at, type, version, data) values (31, 1, 1795248001123, 'claimed', 1, '{"attempt":1}');
insert into events (job, position, at, type, version, data) values (31, 2, 1795248003123, 'started', 1, '{"directory":"/srv/ada/strawboss/jobs/000000000000/1","pid":4000000000,"start_ticks":19,"boot_id":"a-boot-long-ago","kill":"process_group","scope":"000000000000-1"}');
insert into events (job, position, at, type, version, data) values (31, 3, 1795248008123, 'exited', 1, '{"status":0,"at":1795248007123}');
insert into events (job, position, at, type, version, data) values (32, 0, 1795248000000, 'accepted', 1, '{}');
insert into events (job, position, at, type, version, data) values (32, 1, 1795248001123, 'claimed', 1, '{"attempt":1}');
insert into events (job, position, at, type, version, data) values (32, 2, 1795248003123, 'started', 1, '{"directory":"/srv/ada/strawboss/jobs/000000000000/1","pid":4000000000,"start_ticks":19,"boot_id":"a-boot-long-ago","kill":"process_group","scope":"000000000000-1"}');
insert into events (job, position, at, type, version, data) values (32, 3, 1795248005123, 'stop_requested', 1, '{"cause":"CANCEL","by":"claude-code"}');
insert into events (job, position, at, type, version, data) values (32, 4, 1795248008123, 'exited', 1, '{"status":143,"at":1795248007123}');
insert into events (job, position, at, type, version, data) values (33, 0, 1795248000000, 'accepted', 1, '{}');
insert into events (job, position, at, type, version, data) values (33, 1, 1795248001123, 'claimed', 1, '{"attempt":1}');
insert into events (job, position, at, type, version, data) values (33, 2, 1795248003123, 'started', 1, '{"directory":"/srv/ada/strawboss/jobs/000000000000/1","pid":4000000000,"start_ticks":19,"boot_id":"a-boot-long-ago","kill":"process_group","scope":"000000000000-1"}');
insert into events (job, position, at, type, version, data) values (33, 3, 1795248008123, 'exited', 1, '{"status":0,"at":1795248007123}');
insert into events (job, position, at, type, version, data) values (33, 4, 1795248009123, 'succeeded', 1, '{}');
insert into events (job, position, at, type, version, data) values (34, 0, 1795248000000, 'accepted', 1, '{}');
insert into events (job, position, at, type, version, data) values (34, 1, 1795248001123, 'claimed', 1, '{"attempt":1}');
insert into events (job, position, at, type, version, data) values (34, 2, 1795248003123, 'started', 1, '{"directory":"/srv/ada/strawboss/jobs/000000000000/1","pid":4000000000,"start_ticks":19,"boot_id":"a-boot-long-ago","kill":"process_group","scope":"000000000000-1"}');
insert into events (job, position, at, type, version, data) values (34, 3, 1795248008123, 'exited', 1, '{"status":3,"at":1795248007123}');
insert into events (job, position, at, type, version, data) values (34, 4, 1795248009123, 'failed', 1, '{"code":"nonzero_exit","reason":"It ended with status 3."}');
insert into events (job, position, at, type, version, data) values (35, 0, 1795248000000, 'accepted', 1, '{}');
insert into events (job, position, at, type, version, data) values (35, 1, 1795248001123, 'claimed', 1, '{"attempt":1}');
insert into events (job, position, at, type, version, data) values (35, 2, 1795248003123, 'started', 1, '{"directory":"/srv/ada/strawboss/jobs/000000000000/1","pid":4000000000,"start_ticks":19,"boot_id":"a-boot-long-ago","kill":"process_group","scope":"000000000000-1"}');
insert into events (job, position, at, type, version, data) values (35, 3, 1795248005123, 'stop_requested', 1, '{"cause":"CANCEL","by":"claude-code"}');
insert into events (job, position, at, type, version, data) values (35, 4, 1795248008123, 'exited', 1, '{"status":143,"at":1795248007123}');
insert into events (job, position, at, type, version, data) values (35, 5, 1795248009123, 'failed', 1, '{"code":"nonzero_exit","reason":"It ended with status 3."}');
insert into events (job, position, at, type, version, data) values (36, 0, 1795248000000, 'accepted', 1, '{}');
insert into events (job, position, at, type, version, data) values (36, 1, 1795248001123, 'claimed', 1, '{"attempt":1}');
insert into events (job, position, at, type, version, data) values (36, 2, 1795248003123, 'started', 1, '{"directory":"/srv/ada/strawboss/jobs/000000000000/1","pid":4000000000,"start_ticks":19,"boot_id":"a-boot-long-ago","kill":"process_group","scope":"000000000000-1"}');
insert into events (job, position, at, type, version, data) values (36, 3, 1795248005123, 'stop_requested', 1, '{"cause":"TIMEOUT","by":"30m"}');
insert into events (job, position, at, type, version, data) values (36, 4, 1795248008123, 'exited', 1, '{"status":137,"at":1795248007123}');
insert into events (job, position, at, type, version, data) values (36, 5, 1795248009123, 'failed', 1, '{"code":"nonzero_exit","reason":"It ended with status 3."}');
insert into events (job, position, at, type, version, data) values (37, 0, 1795248000000, 'accepted', 1, '{}');
insert into events (job, position, at, type, version, data) values (37, 1, 1795248001123, 'claimed', 1, '{"attempt":1}');
insert into events (job, position, at, type, version, data) values (37, 2, 1795248003123, 'started', 1, '{"directory":"/srv/ada/strawboss/jobs/000000000000/1","pid":4000000000,"start_ticks":19,"boot_id":"a-boot-long-ago","kill":"process_group","scope":"000000000000-1"}');
insert into events (job, position, at, type, version, data) values (37, 3, 1795248009123, 'lost', 1, '{"why":"the runner and its command are gone"}');
insert into events (job, position, at, type, version, data) values (38, 0, 1795248000000, 'accepted', 1, '{}');
insert into events (job, position, at, type, version, data) values (38, 1, 1795248001123, 'claimed', 1, '{"attempt":1}');
insert into events (job, position, at, type, version, data) values (38, 2, 1795248003123, 'started', 1, '{"directory":"/srv/ada/strawboss/jobs/000000000000/1","pid":4000000000,"start_ticks":19,"boot_id":"a-boot-long-ago","kill":"process_group","scope":"000000000000-1"}');
insert into events (job, position, at, type, version, data) values (38, 3, 1795248005123, 'stop_requested', 1, '{"cause":"CANCEL","by":"claude-code"}');
insert into events (job, position, at, type, version, data) values (38, 4, 1795248009123, 'lost', 1, '{"why":"the runner and its command are gone"}');
insert into events (job, position, at, type, version, data) values (39, 0, 1795248000000, 'accepted', 1, '{}');
insert into events (job, position, at, type, version, data) values (40, 0, 1795248000000, 'accepted', 1, '{}');
insert into events (job, position, at, type, version, data) values (40, 1, 1795248005123, 'stop_requested', 1, '{"cause":"CANCEL","by":"claude-code"}');
insert into events (job, position, at, type, version, data) values (41, 0, 1795248000000, 'accepted', 1, '{}');
insert into events (job, position, at, type, version, data) values (41, 1, 1795248001123, 'claimed', 1, '{"attempt":1}');
insert into events (job, position, at, type, version, data) values (42, 0, 1795248000000, 'accepted', 1, '{}');
insert into events (job, position, at, type, version, data) values (42, 1, 1795248001123, 'claimed', 1, '{"attempt":1}');
insert into events (job, position, at, type, version, data) values (42, 2, 1795248005123, 'stop_requested', 1, '{"cause":"CANCEL","by":"claude-code"}');
insert into events (job, position, at, type, version, data) values (43, 0, 1795248000000, 'accepted', 1, '{}');
insert into events (job, position, at, type, version, data) values (43, 1, 1795248001123, 'claimed', 1, '{"attempt":1}');
insert into events (job, position, at, type, version, data) values (43, 2, 1795248009123, 'failed', 1, '{"code":"nonzero_exit","reason":"It ended with status 3."}');
insert into events (job, position, at, type, version, data) values (44, 0, 1795248000000, 'accepted', 1, '{}');
insert into events (job, position, at, type, version, data) values (44, 1, 1795248001123, 'claimed', 1, '{"attempt":1}');
insert into events (job, position, at, type, version, data) values (44, 2, 1795248005123, 'stop_requested', 1, '{"cause":"CANCEL","by":"claude-code"}');
insert into events (job, position, at, type, version, data) values (44, 3, 1795248002123, 'requeued', 1, '{"why":"the hub ended before it started"}');
insert into events (job, position, at, type, version, data) values (45, 0, 1795248000000, 'accepted', 1, '{}');
insert into events (job, position, at, type, version, data) values (45, 1, 1795248001123, 'claimed', 1, '{"attempt":1}');
insert into events (job, position, at, type, version, data) values (45, 2, 1795248002123, 'requeued', 1, '{"why":"the hub ended before it started"}');
insert into events (job, position, at, type, version, data) values (46, 0, 1795248000000, 'accepted', 1, '{}');
insert into events (job, position, at, type, version, data) values (46, 1, 1795248001123, 'claimed', 1, '{"attempt":1}');
insert into events (job, position, at, type, version, data) values (46, 2, 1795248002123, 'requeued', 1, '{"why":"the hub ended before it started"}');
insert into events (job, position, at, type, version, data) values (46, 3, 1795248001123, 'claimed', 1, '{"attempt":2}');
insert into events (job, position, at, type, version, data) values (46, 4, 1795248003123, 'started', 1, '{"directory":"/srv/ada/strawboss/jobs/000000000000/1","pid":4000000000,"start_ticks":38,"boot_id":"a-boot-long-ago","kill":"process_group","scope":"000000000000-1"}');
insert into events (job, position, at, type, version, data) values (47, 0, 1795248000000, 'accepted', 1, '{}');
insert into events (job, position, at, type, version, data) values (47, 1, 1795248001123, 'claimed', 1, '{"attempt":1}');
insert into events (job, position, at, type, version, data) values (47, 2, 1795248003123, 'started', 1, '{"directory":"/srv/ada/strawboss/jobs/000000000000/1","pid":4000000000,"start_ticks":38,"boot_id":"a-boot-long-ago","kill":"process_group","scope":"000000000000-1"}');
insert into events (job, position, at, type, version, data) values (48, 0, 1795248000000, 'accepted', 1, '{}');
insert into events (job, position, at, type, version, data) values (48, 1, 1795248001123, 'claimed', 1, '{"attempt":1}');
insert into events (job, position, at, type, version, data) values (48, 2, 1795248003123, 'started', 1, '{"directory":"/srv/ada/strawboss/jobs/000000000000/1","pid":4000000000,"start_ticks":38,"boot_id":"a-boot-long-ago","kill":"process_group","scope":"000000000000-1"}');
insert into events (job, position, at, type, version, data) values (48, 3, 1795248005123, 'stop_requested', 1, '{"cause":"CANCEL","by":"claude-code"}');
insert into events (job, position, at, type, version, data) values (49, 0, 1795248000000, 'accepted', 1, '{}');
insert into events (job, position, at, type, version, data) values (49, 1, 1795248001123, 'claimed', 1, '{"attempt":1}');
insert into events (job, position, at, type, version, data) values (49, 2, 1795248003123, 'started', 1, '{"directory":"/srv/ada/strawboss/jobs/000000000000/1","pid":4000000000,"start_ticks":38,"boot_id":"a-boot-long-ago","kill":"process_group","scope":"000000000000-1"}');
insert into events (job, position, at, type, version, data) values (49, 3, 1795248005123, 'stop_requested', 1, '{"cause":"TIMEOUT","by":"30m"}');
insert into events (job, position, at, type, version, data) values (50, 0, 1795248000000, 'accepted', 1, '{}');
insert into events (job, position, at, type, version, data) values (50, 1, 1795248001123, 'claimed', 1, '{"attempt":1}');
insert into events (job, position, at, type, version, data) values (50, 2, 1795248003123, 'started', 1, '{"directory":"/srv/ada/strawboss/jobs/000000000000/1","pid":4000000000,"start_ticks":38,"boot_id":"a-boot-long-ago","kill":"process_group","scope":"000000000000-1"}');
insert into events (job, position, at, type, version, data) values (50, 3, 1795248008123, 'exited', 1, '{"status":0,"at":1795248007123}');
insert into events (job, position, at, type, version, data) values (51, 0, 1795248000000, 'accepted', 1, '{}');
insert into events (job, position, at, type, version, data) values (51, 1, 1795248001123, 'claimed', 1, '{"attempt":1}');
insert into events (job, position, at, type, version, data) values (51, 2, 1795248003123, 'started', 1, '{"directory":"/srv/ada/strawboss/jobs/000000000000/1","pid":4000000000,"start_ticks":38,"boot_id":"a-boot-long-ago","kill":"process_group","scope":"000000000000-1"}');
insert into events (job, position, at, type, version, data) values (51, 3, 1795248005123, 'stop_requested', 1, '{"cause":"CANCEL","by":"claude-code"}');
insert into events (job, position, at, type, version, data) values (51, 4, 1795248008123, 'exited', 1, '{"status":143,"at":1795248007123}');
insert into events (job, position, at, type, version, data) values (52, 0, 1795248000000, 'accepted', 1, '{}');
insert into events (job, position, at, type, version, data) values (52, 1, 1795248001123, 'claimed', 1, '{"attempt":1}');
insert into events (job, position, at, type, version, data) values (52, 2, 1795248003123, 'started', 1, '{"directory":"/srv/ada/strawboss/jobs/000000000000/1","pid":4000000000,"start_ticks":38,"boot_id":"a-boot-long-ago","kill":"process_group","scope":"000000000000-1"}');
insert into events (job, position, at, type, version, data) values (52, 3, 1795248008123, 'exited', 1, '{"status":0,"at":1795248007123}');
insert into events (job, position, at, type, version, data) values (52, 4, 1795248009123, 'succeeded', 1, '{}');
insert into events (job, position, at, type, version, data) values (53, 0, 1795248000000, 'accepted', 1, '{}');
insert into events (job, position, at, type, version, data) values (53, 1, 1795248001123, 'claimed', 1, '{"attempt":1}');
insert into events (job, position, at, type, version, data) values (53, 2, 1795248003123, 'started', 1, '{"directory":"/srv/ada/strawboss/jobs/000000000000/1","pid":4000000000,"start_ticks":38,"boot_id":"a-boot-long-ago","kill":"process_group","scope":"000000000000-1"}');
insert into events (job, position, at, type, version, data) values (53, 3, 1795248008123, 'exited', 1, '{"status":3,"at":1795248007123}');
insert into events (job, position, at, type, version, data) values (53, 4, 1795248009123, 'failed', 1, '{"code":"nonzero_exit","reason":"It ended with status 3."}');
insert into events (job, position, at, type, version, data) values (54, 0, 1795248000000, 'accepted', 1, '{}');
insert into events (job, position, at, type, version, data) values (54, 1, 1795248001123, 'claimed', 1, '{"attempt":1}');
insert into events (job, position, at, type, version, data) values (54, 2, 1795248003123, 'started', 1, '{"directory":"/srv/ada/strawboss/jobs/000000000000/1","pid":4000000000,"start_ticks":38,"boot_id":"a-boot-long-ago","kill":"process_group","scope":"000000000000-1"}');
insert into events (job, position, at, type, version, data) values (54, 3, 1795248005123, 'stop_requested', 1, '{"cause":"CANCEL","by":"claude-code"}');
insert into events (job, position, at, type, version, data) values (54, 4, 1795248008123, 'exited', 1, '{"status":143,"at":1795248007123}');
insert into events (job, position, at, type, version, data) values (54, 5, 1795248009123, 'failed', 1, '{"code":"nonzero_exit","reason":"It ended with status 3."}');
insert into events (job, position, at, type, version, data) values (55, 0, 1795248000000, 'accepted', 1, '{}');
insert into events (job, position, at, type, version, data) values (55, 1, 1795248001123, 'claimed', 1, '{"attempt":1}');
insert into events (job, position, at, type, version, data) values (55, 2, 1795248003123, 'started', 1, '{"directory":"/srv/ada/strawboss/jobs/000000000000/1","pid":4000000000,"start_ticks":38,"boot_id":"a-boot-long-ago","kill":"process_group","scope":"000000000000-1"}');
insert into events (job, position, at, type, version, data) values (55, 3, 1795248005123, 'stop_requested', 1, '{"cause":"TIMEOUT","by":"30m"}');
insert into events (job, position, at, type, version, data) values (55, 4, 1795248008123, 'exited', 1, '{"status":137,"at":1795248007123}');
insert into events (job, position, at, type, version, data) values (55, 5, 1795248009123, 'failed', 1, '{"code":"nonzero_exit","reason":"It ended with status 3."}');
insert into events (job, position, at, type, version, data) values (56, 0, 1795248000000, 'accepted', 1, '{}');
insert into events (job, position, at, type, version, data) values (56, 1, 1795248001123, 'claimed', 1, '{"attempt":1}');
insert into events (job, position, at, type, version, data) values (56, 2, 1795248003123, 'started', 1, '{"directory":"/srv/ada/strawboss/jobs/000000000000/1","pid":4000000000,"start_ticks":38,"boot_id":"a-boot-long-ago","kill":"process_group","scope":"000000000000-1"}');
insert into events (job, position, at, type, version, data) values (56, 3, 1795248009123, 'lost', 1, '{"why":"the runner and its command are gone"}');
insert into events (job, position, at, type, version, data) values (57, 0, 1795248000000, 'accepted', 1, '{}');
insert into events (job, position, at, type, version, data) values (57, 1, 1795248001123, 'claimed', 1, '{"attempt":1}');
insert into events (job, position, at, type, version, data) values (57, 2, 1795248003123, 'started', 1, '{"directory":"/srv/ada/strawboss/jobs/000000000000/1","pid":4000000000,"start_ticks":38,"boot_id":"a-boot-long-ago","kill":"process_group","scope":"000000000000-1"}');
insert into events (job, position, at, type, version, data) values (57, 3, 1795248005123, 'stop_requested', 1, '{"cause":"CANCEL","by":"claude-code"}');
insert into events (job, position, at, type, version, data) values (57, 4, 1795248009123, 'lost', 1, '{"why":"the runner and its command are gone"}');
delete from requests;
insert into requests (key, job, digest, at) values ('bridge-1', 1, 'f4b38544c8f3bb6cc96a5e9c86def6893ce3ca031356235f95df5f0a51ccef69', 1795248000000);
insert into requests (key, job, digest, at) values ('bridge-11', 11, 'f4b38544c8f3bb6cc96a5e9c86def6893ce3ca031356235f95df5f0a51ccef69', 1795248000000);
insert into requests (key, job, digest, at) values ('bridge-13', 13, 'f4b38544c8f3bb6cc96a5e9c86def6893ce3ca031356235f95df5f0a51ccef69', 1795248000000);
insert into requests (key, job, digest, at) values ('bridge-15', 15, 'f4b38544c8f3bb6cc96a5e9c86def6893ce3ca031356235f95df5f0a51ccef69', 1795248000000);
insert into requests (key, job, digest, at) values ('bridge-17', 17, 'f4b38544c8f3bb6cc96a5e9c86def6893ce3ca031356235f95df5f0a51ccef69', 1795248000000);
insert into requests (key, job, digest, at) values ('bridge-19', 19, 'f4b38544c8f3bb6cc96a5e9c86def6893ce3ca031356235f95df5f0a51ccef69', 1795248000000);
insert into requests (key, job, digest, at) values ('bridge-21', 21, 'cb286494bccf7cda198f53789def7d7c89e1d1693721cc78adc82d16f410dc93', 1795248000000);
insert into requests (key, job, digest, at) values ('bridge-23', 23, 'cb286494bccf7cda198f53789def7d7c89e1d1693721cc78adc82d16f410dc93', 1795248000000);
insert into requests (key, job, digest, at) values ('bridge-25', 25, 'cb286494bccf7cda198f53789def7d7c89e1d1693721cc78adc82d16f410dc93', 1795248000000);
insert into requests (key, job, digest, at) values ('bridge-27', 27, 'cb286494bccf7cda198f53789def7d7c89e1d1693721cc78adc82d16f410dc93', 1795248000000);
insert into requests (key, job, digest, at) values ('bridge-29', 29, 'cb286494bccf7cda198f53789def7d7c89e1d1693721cc78adc82d16f410dc93', 1795248000000);
insert into requests (key, job, digest, at) values ('bridge-3', 3, 'f4b38544c8f3bb6cc96a5e9c86def6893ce3ca031356235f95df5f0a51ccef69', 1795248000000);
insert into requests (key, job, digest, at) values ('bridge-31', 31, 'cb286494bccf7cda198f53789def7d7c89e1d1693721cc78adc82d16f410dc93', 1795248000000);
insert into requests (key, job, digest, at) values ('bridge-33', 33, 'cb286494bccf7cda198f53789def7d7c89e1d1693721cc78adc82d16f410dc93', 1795248000000);
insert into requests (key, job, digest, at) values ('bridge-35', 35, 'cb286494bccf7cda198f53789def7d7c89e1d1693721cc78adc82d16f410dc93', 1795248000000);
insert into requests (key, job, digest, at) values ('bridge-37', 37, 'cb286494bccf7cda198f53789def7d7c89e1d1693721cc78adc82d16f410dc93', 1795248000000);
insert into requests (key, job, digest, at) values ('bridge-39', 39, '6a904f09d06321871bedb770175de40c3658c64d54f3e6818d414bfe22f826ee', 1795248000000);
insert into requests (key, job, digest, at) values ('bridge-41', 41, '6a904f09d06321871bedb770175de40c3658c64d54f3e6818d414bfe22f826ee', 1795248000000);
insert into requests (key, job, digest, at) values ('bridge-43', 43, '6a904f09d06321871bedb770175de40c3658c64d54f3e6818d414bfe22f826ee', 1795248000000);
insert into requests (key, job, digest, at) values ('bridge-45', 45, '6a904f09d06321871bedb770175de40c3658c64d54f3e6818d414bfe22f826ee', 1795248000000);
insert into requests (key, job, digest, at) values ('bridge-47', 47, '6a904f09d06321871bedb770175de40c3658c64d54f3e6818d414bfe22f826ee', 1795248000000);
insert into requests (key, job, digest, at) values ('bridge-49', 49, '6a904f09d06321871bedb770175de40c3658c64d54f3e6818d414bfe22f826ee', 1795248000000);
insert into requests (key, job, digest, at) values ('bridge-5', 5, 'f4b38544c8f3bb6cc96a5e9c86def6893ce3ca031356235f95df5f0a51ccef69', 1795248000000);
insert into requests (key, job, digest, at) values ('bridge-51', 51, '6a904f09d06321871bedb770175de40c3658c64d54f3e6818d414bfe22f826ee', 1795248000000);
insert into requests (key, job, digest, at) values ('bridge-53', 53, '6a904f09d06321871bedb770175de40c3658c64d54f3e6818d414bfe22f826ee', 1795248000000);
insert into requests (key, job, digest, at) values ('bridge-55', 55, '6a904f09d06321871bedb770175de40c3658c64d54f3e6818d414bfe22f826ee', 1795248000000);
insert into requests (key, job, digest, at) values ('bridge-57', 57, '6a904f09d06321871bedb770175de40c3658c64d54f3e6818d414bfe22f826ee', 1795248000000);
insert into requests (key, job, digest, at) values ('bridge-7', 7, 'f4b38544c8f3bb6cc96a5e9c86def6893ce3ca031356235f95df5f0a51ccef69', 1795248000000);
insert into requests (key, job, digest, at) values ('bridge-9', 9, 'f4b38544c8f3bb6cc96a5e9c86def6893ce3ca031356235f95df5f0a51ccef69', 1795248000000);
pragma user_version = 1;
commit;
