-- The queue a job waits in, what it waits for and how it is found again. `text` stays last, so the
-- table is made anew.
pragma defer_foreign_keys = on;
create table jobs_2 (
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
    queue text not null default 'default',
    priority integer not null default 0,
    -- ids of the jobs that must end first, and whether any end of theirs will do
    after_jobs text not null default '[]',
    after_any_end integer not null default 0,
    tags text not null default '[]',
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
insert into jobs_2
    select number, id, kind, title, project, agent, directory, timeout_ms, client, details,
        'default', 0, '[]', 0, '[]',
        accepted_at, state, state_at, code, reason, attempts, started_at, report, text
    from jobs;
drop table jobs;
alter table jobs_2 rename to jobs;
create index jobs_by_state on jobs (state, number);
create index jobs_open on jobs (number)
    where state in ('queued', 'waiting', 'preparing', 'running', 'verifying');

create table tags (
    tag text not null,
    job integer not null references jobs (number),
    primary key (tag, job)
) strict, without rowid;

-- what a client asked under a key of its own, parameter by parameter, so that asking again gives
-- the same job and asking for something else under it can be told what differs
create table idempotency_keys (
    principal text not null,
    key text not null,
    job integer not null references jobs (number),
    request text not null,
    at integer not null,
    primary key (principal, key)
) strict, without rowid;
create index idempotency_keys_by_age on idempotency_keys (at);
create index requests_by_age on requests (at);
