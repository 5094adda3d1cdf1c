create table jobs (
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
create index jobs_by_state on jobs (state, number);
create index jobs_open on jobs (number) where state in ('queued', 'preparing', 'running', 'verifying');

create table events (
    job integer not null references jobs (number),
    position integer not null,
    at integer not null,
    type text not null,
    version integer not null,
    data text not null,
    primary key (job, position)
) strict, without rowid;

-- what was asked under which request key, so that a repeated request gets the same job
create table requests (
    key text not null primary key,
    job integer not null references jobs (number),
    digest text not null,
    at integer not null
) strict, without rowid;
