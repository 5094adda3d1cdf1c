pragma foreign_keys = off;
begin;
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
CREATE TABLE "jobs" (
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
, archived integer not null default 0) strict;
CREATE INDEX jobs_open on jobs (number)
    where state in ('queued', 'waiting', 'preparing', 'running', 'verifying');
CREATE TABLE idempotency_keys (
    principal text not null,
    key text not null,
    job integer not null references jobs (number),
    request text not null,
    at integer not null,
    primary key (principal, key)
) strict, without rowid;
CREATE INDEX idempotency_keys_by_age on idempotency_keys (at);
CREATE INDEX requests_by_age on requests (at);
CREATE TABLE sessions (
    job integer not null primary key references jobs (number) on delete cascade,
    session text not null
) strict;
CREATE TABLE endings (
    number integer primary key autoincrement,
    job integer not null unique references jobs (number) on delete cascade,
    session text not null,
    told_at integer,
    seen_at integer
) strict;
CREATE INDEX endings_untold on endings (session, number) where told_at is null and session <> '';
CREATE INDEX endings_unseen on endings (number) where seen_at is null;
CREATE INDEX endings_unseen_by_session on endings (session, number) where seen_at is null and session <> '';
CREATE INDEX jobs_listed on jobs (archived);
CREATE INDEX jobs_by_state on jobs (archived, state);
CREATE INDEX jobs_by_kind on jobs (archived, kind);
CREATE INDEX jobs_by_project on jobs (archived, project);
CREATE INDEX jobs_by_agent on jobs (archived, agent);
CREATE INDEX jobs_by_queue on jobs (archived, queue);
CREATE INDEX jobs_by_client on jobs (archived, client);
CREATE INDEX jobs_by_time on jobs (archived, accepted_at);
CREATE TABLE "tags" (
    tag text not null,
    archived integer not null default 0,
    job integer not null references jobs (number),
    primary key (tag, archived, job)
) strict, without rowid;
CREATE INDEX jobs_with_parents on jobs (number)
    where after_jobs <> '[]' and state in ('queued', 'waiting');
CREATE TABLE cleanups (at integer not null, doubted integer) strict;
CREATE INDEX tags_by_job on tags (job);
CREATE INDEX requests_by_job on requests (job);
CREATE INDEX idempotency_keys_by_job on idempotency_keys (job);
CREATE TABLE totals (
    archived integer not null,
    state text not null,
    kind text not null,
    project text not null,
    agent text not null,
    queue text not null,
    client text not null,
    jobs integer not null,
    primary key (archived, state, kind, project, agent, queue, client)
) strict, without rowid;
CREATE TABLE tag_totals (
    tag text not null,
    archived integer not null,
    jobs integer not null,
    primary key (tag, archived)
) strict, without rowid;
CREATE VIRTUAL TABLE search using fts5 (
    title, prompt, reason, answer,
    content = '', contentless_delete = 1, tokenize = 'unicode61 remove_diacritics 2'
);
CREATE TABLE unindexed (job integer primary key) strict;
CREATE TABLE search_fill (below integer not null) strict;
CREATE TABLE queues (
    name text not null primary key,
    slots integer not null
) strict, without rowid;
CREATE TABLE pauses (
    kind text not null,
    name text not null,
    at integer not null,
    by text not null,
    primary key (kind, name)
) strict, without rowid;
CREATE TABLE questions (
    number integer primary key autoincrement,
    job integer not null references jobs (number) on delete cascade,
    -- counted within the job from 1
    question integer not null,
    attempt integer not null,
    -- whoever asks again under the same key has asked once
    key text not null unique,
    -- orchestrator or person
    audience text not null,
    text text not null,
    reason text not null,
    options text not null,
    free_text integer not null,
    asked_at integer not null,
    -- when nobody needs to answer any more, and what is taken for the answer then; null: nothing
    until integer,
    fallback text,
    settled_at integer,
    -- null when it was withdrawn
    answer text,
    -- who answered, or why it was withdrawn
    settled_by text,
    reply_key text,
    told_at integer,
    unique (job, question)
) strict;
CREATE INDEX questions_open on questions (number) where settled_at is null;
CREATE TABLE principals (
    job integer not null primary key references jobs (number) on delete cascade,
    principal text not null
) strict;
CREATE TABLE tokens (
    name text not null primary key,
    digest blob not null unique,
    created_at integer not null,
    used_at integer
) strict, without rowid;
CREATE TRIGGER jobs_inserted after insert on jobs
begin
    insert into totals
        values (new.archived, new.state, new.kind, coalesce(new.project, ''), coalesce(new.agent, ''),
            new.queue, new.client, 1)
        on conflict do update set jobs = jobs + 1;
    insert or ignore into unindexed values (new.number);
end;
CREATE TRIGGER jobs_updated after update of state, archived on jobs
when old.state <> new.state or old.archived <> new.archived
begin
    update totals set jobs = jobs - 1
        where archived = old.archived and state = old.state and kind = old.kind
            and project = coalesce(old.project, '') and agent = coalesce(old.agent, '')
            and queue = old.queue and client = old.client;
    insert into totals
        values (new.archived, new.state, new.kind, coalesce(new.project, ''), coalesce(new.agent, ''),
            new.queue, new.client, 1)
        on conflict do update set jobs = jobs + 1;
end;
CREATE TRIGGER jobs_ended after update of state on jobs
when old.state <> new.state
    and new.state in ('succeeded', 'failed', 'timed_out', 'cancelled', 'unknown')
begin
    insert or ignore into unindexed values (new.number);
end;
CREATE TRIGGER jobs_archived after update of archived on jobs
when old.archived <> new.archived
begin
    update tags set archived = new.archived where job = new.number;
end;
CREATE TRIGGER jobs_deleted after delete on jobs
begin
    update totals set jobs = jobs - 1
        where archived = old.archived and state = old.state and kind = old.kind
            and project = coalesce(old.project, '') and agent = coalesce(old.agent, '')
            and queue = old.queue and client = old.client;
    delete from unindexed where job = old.number;
    delete from search where rowid = old.number;
end;
CREATE TRIGGER tags_inserted after insert on tags
begin
    insert into tag_totals values (new.tag, new.archived, 1) on conflict do update set jobs = jobs + 1;
end;
CREATE TRIGGER tags_updated after update of archived on tags when old.archived <> new.archived
begin
    update tag_totals set jobs = jobs - 1 where tag = old.tag and archived = old.archived;
    insert into tag_totals values (new.tag, new.archived, 1) on conflict do update set jobs = jobs + 1;
end;
CREATE TRIGGER tags_deleted after delete on tags
begin
    update tag_totals set jobs = jobs - 1 where tag = old.tag and archived = old.archived;
end;
delete from events;
insert into events (job, position, at, type, version, data) values (1, 0, 1795248000000, 'accepted', 1, '{}');
insert into events (job, position, at, type, version, data) values (2, 0, 1795248000000, 'accepted', 1, '{}');
insert into events (job, position, at, type, version, data) values (2, 1, 1795248001123, 'prioritised', 1, '{"priority":5,"by":"ada"}');
insert into events (job, position, at, type, version, data) values (3, 0, 1795248000000, 'accepted', 1, '{}');
insert into events (job, position, at, type, version, data) values (3, 1, 1795248001123, 'held', 1, '{"waiting_for":"dependency","jobs":["000000000000"]}');
insert into events (job, position, at, type, version, data) values (4, 0, 1795248000000, 'accepted', 1, '{}');
insert into events (job, position, at, type, version, data) values (4, 1, 1795248001123, 'held', 1, '{"waiting_for":"dependency","jobs":["000000000000"]}');
insert into events (job, position, at, type, version, data) values (4, 2, 1795248002123, 'released', 1, '{}');
insert into events (job, position, at, type, version, data) values (4, 3, 1795248001123, 'claimed', 1, '{"attempt":1}');
insert into events (job, position, at, type, version, data) values (4, 4, 1795248003123, 'started', 1, '{"directory":"/srv/ada/strawboss/jobs/000000000000/1","pid":4000000000,"start_ticks":0,"boot_id":"a-boot-long-ago","kill":"process_group","scope":"000000000000-1"}');
insert into events (job, position, at, type, version, data) values (5, 0, 1795248000000, 'accepted', 1, '{}');
insert into events (job, position, at, type, version, data) values (5, 1, 1795248004123, 'held', 1, '{"waiting_for":"paused","by":"ada"}');
insert into events (job, position, at, type, version, data) values (6, 0, 1795248000000, 'accepted', 1, '{}');
insert into events (job, position, at, type, version, data) values (6, 1, 1795248001123, 'claimed', 1, '{"attempt":1}');
insert into events (job, position, at, type, version, data) values (6, 2, 1795248003123, 'started', 1, '{"directory":"/srv/ada/strawboss/jobs/000000000000/1","pid":4000000000,"start_ticks":0,"boot_id":"a-boot-long-ago","kill":"process_group","scope":"000000000000-1"}');
insert into events (job, position, at, type, version, data) values (6, 3, 1795248004123, 'held', 1, '{"waiting_for":"paused","by":"ada"}');
insert into events (job, position, at, type, version, data) values (7, 0, 1795248000000, 'accepted', 1, '{}');
insert into events (job, position, at, type, version, data) values (7, 1, 1795248001123, 'claimed', 1, '{"attempt":1}');
insert into events (job, position, at, type, version, data) values (7, 2, 1795248003123, 'started', 1, '{"directory":"/srv/ada/strawboss/jobs/000000000000/1","pid":4000000000,"start_ticks":0,"boot_id":"a-boot-long-ago","kill":"process_group","scope":"000000000000-1"}');
insert into events (job, position, at, type, version, data) values (7, 3, 1795248004123, 'held', 1, '{"waiting_for":"paused","by":"ada"}');
insert into events (job, position, at, type, version, data) values (7, 4, 1795248006123, 'released', 1, '{}');
insert into events (job, position, at, type, version, data) values (7, 5, 1795248008123, 'exited', 1, '{"status":0,"at":1795248007123}');
insert into events (job, position, at, type, version, data) values (7, 6, 1795248009123, 'succeeded', 1, '{}');
insert into events (job, position, at, type, version, data) values (8, 0, 1795248000000, 'accepted', 1, '{}');
insert into events (job, position, at, type, version, data) values (8, 1, 1795248001123, 'claimed', 1, '{"attempt":1}');
insert into events (job, position, at, type, version, data) values (8, 2, 1795248003123, 'started', 1, '{"directory":"/srv/ada/strawboss/jobs/000000000000/1","pid":4000000000,"start_ticks":0,"boot_id":"a-boot-long-ago","kill":"process_group","scope":"000000000000-1"}');
insert into events (job, position, at, type, version, data) values (8, 3, 1795248009123, 'lost', 1, '{"why":"the runner and its command are gone"}');
insert into events (job, position, at, type, version, data) values (8, 4, 1795248010123, 'continued', 1, '{"by":"ada","session":"0b9e"}');
insert into events (job, position, at, type, version, data) values (9, 0, 1795248000000, 'accepted', 1, '{}');
insert into events (job, position, at, type, version, data) values (9, 1, 1795248001123, 'claimed', 1, '{"attempt":1}');
insert into events (job, position, at, type, version, data) values (9, 2, 1795248003123, 'started', 1, '{"directory":"/srv/ada/strawboss/jobs/000000000000/1","pid":4000000000,"start_ticks":0,"boot_id":"a-boot-long-ago","kill":"process_group","scope":"000000000000-1"}');
insert into events (job, position, at, type, version, data) values (9, 3, 1795248009123, 'lost', 1, '{"why":"the runner and its command are gone"}');
insert into events (job, position, at, type, version, data) values (9, 4, 1795248010123, 'continued', 1, '{"by":"ada","session":"0b9e"}');
insert into events (job, position, at, type, version, data) values (9, 5, 1795248001123, 'claimed', 1, '{"attempt":2}');
insert into events (job, position, at, type, version, data) values (9, 6, 1795248003123, 'started', 1, '{"directory":"/srv/ada/strawboss/jobs/000000000000/1","pid":4000000000,"start_ticks":0,"boot_id":"a-boot-long-ago","kill":"process_group","scope":"000000000000-1"}');
insert into events (job, position, at, type, version, data) values (10, 0, 1795248000000, 'accepted', 1, '{}');
insert into events (job, position, at, type, version, data) values (10, 1, 1795248005123, 'stop_requested', 1, '{"cause":"CANCEL","by":"claude-code"}');
insert into events (job, position, at, type, version, data) values (11, 0, 1795248000000, 'accepted', 1, '{}');
insert into events (job, position, at, type, version, data) values (11, 1, 1795248001123, 'claimed', 1, '{"attempt":1}');
insert into events (job, position, at, type, version, data) values (12, 0, 1795248000000, 'accepted', 1, '{}');
insert into events (job, position, at, type, version, data) values (12, 1, 1795248001123, 'claimed', 1, '{"attempt":1}');
insert into events (job, position, at, type, version, data) values (12, 2, 1795248005123, 'stop_requested', 1, '{"cause":"CANCEL","by":"claude-code"}');
insert into events (job, position, at, type, version, data) values (13, 0, 1795248000000, 'accepted', 1, '{}');
insert into events (job, position, at, type, version, data) values (13, 1, 1795248001123, 'claimed', 1, '{"attempt":1}');
insert into events (job, position, at, type, version, data) values (13, 2, 1795248009123, 'failed', 1, '{"code":"nonzero_exit","reason":"It ended with status 3."}');
insert into events (job, position, at, type, version, data) values (14, 0, 1795248000000, 'accepted', 1, '{}');
insert into events (job, position, at, type, version, data) values (14, 1, 1795248001123, 'claimed', 1, '{"attempt":1}');
insert into events (job, position, at, type, version, data) values (14, 2, 1795248005123, 'stop_requested', 1, '{"cause":"CANCEL","by":"claude-code"}');
insert into events (job, position, at, type, version, data) values (14, 3, 1795248002123, 'requeued', 1, '{"why":"the hub ended before it started"}');
insert into events (job, position, at, type, version, data) values (15, 0, 1795248000000, 'accepted', 1, '{}');
insert into events (job, position, at, type, version, data) values (15, 1, 1795248001123, 'claimed', 1, '{"attempt":1}');
insert into events (job, position, at, type, version, data) values (15, 2, 1795248002123, 'requeued', 1, '{"why":"the hub ended before it started"}');
insert into events (job, position, at, type, version, data) values (16, 0, 1795248000000, 'accepted', 1, '{}');
insert into events (job, position, at, type, version, data) values (16, 1, 1795248001123, 'claimed', 1, '{"attempt":1}');
insert into events (job, position, at, type, version, data) values (16, 2, 1795248002123, 'requeued', 1, '{"why":"the hub ended before it started"}');
insert into events (job, position, at, type, version, data) values (16, 3, 1795248001123, 'claimed', 1, '{"attempt":2}');
insert into events (job, position, at, type, version, data) values (16, 4, 1795248003123, 'started', 1, '{"directory":"/srv/ada/strawboss/jobs/000000000000/1","pid":4000000000,"start_ticks":0,"boot_id":"a-boot-long-ago","kill":"process_group","scope":"000000000000-1"}');
insert into events (job, position, at, type, version, data) values (17, 0, 1795248000000, 'accepted', 1, '{}');
insert into events (job, position, at, type, version, data) values (17, 1, 1795248001123, 'claimed', 1, '{"attempt":1}');
insert into events (job, position, at, type, version, data) values (17, 2, 1795248003123, 'started', 1, '{"directory":"/srv/ada/strawboss/jobs/000000000000/1","pid":4000000000,"start_ticks":0,"boot_id":"a-boot-long-ago","kill":"process_group","scope":"000000000000-1"}');
insert into events (job, position, at, type, version, data) values (18, 0, 1795248000000, 'accepted', 1, '{}');
insert into events (job, position, at, type, version, data) values (18, 1, 1795248001123, 'claimed', 1, '{"attempt":1}');
insert into events (job, position, at, type, version, data) values (18, 2, 1795248003123, 'started', 1, '{"directory":"/srv/ada/strawboss/jobs/000000000000/1","pid":4000000000,"start_ticks":0,"boot_id":"a-boot-long-ago","kill":"process_group","scope":"000000000000-1"}');
insert into events (job, position, at, type, version, data) values (18, 3, 1795248004123, 'asked', 1, '{"question":1}');
insert into events (job, position, at, type, version, data) values (18, 4, 1795248005123, 'answered', 1, '{"question":1,"by":"ada"}');
insert into events (job, position, at, type, version, data) values (19, 0, 1795248000000, 'accepted', 1, '{}');
insert into events (job, position, at, type, version, data) values (19, 1, 1795248001123, 'claimed', 1, '{"attempt":1}');
insert into events (job, position, at, type, version, data) values (19, 2, 1795248003123, 'started', 1, '{"directory":"/srv/ada/strawboss/jobs/000000000000/1","pid":4000000000,"start_ticks":0,"boot_id":"a-boot-long-ago","kill":"process_group","scope":"000000000000-1"}');
insert into events (job, position, at, type, version, data) values (19, 3, 1795248004123, 'asked', 1, '{"question":1}');
insert into events (job, position, at, type, version, data) values (19, 4, 1795248005123, 'withdrawn', 1, '{"question":1,"why":"nobody answered within 10m"}');
insert into events (job, position, at, type, version, data) values (20, 0, 1795248000000, 'accepted', 1, '{}');
insert into events (job, position, at, type, version, data) values (20, 1, 1795248001123, 'claimed', 1, '{"attempt":1}');
insert into events (job, position, at, type, version, data) values (20, 2, 1795248003123, 'started', 1, '{"directory":"/srv/ada/strawboss/jobs/000000000000/1","pid":4000000000,"start_ticks":0,"boot_id":"a-boot-long-ago","kill":"process_group","scope":"000000000000-1"}');
insert into events (job, position, at, type, version, data) values (20, 3, 1795248005123, 'stop_requested', 1, '{"cause":"CANCEL","by":"claude-code"}');
insert into events (job, position, at, type, version, data) values (21, 0, 1795248000000, 'accepted', 1, '{}');
insert into events (job, position, at, type, version, data) values (21, 1, 1795248001123, 'claimed', 1, '{"attempt":1}');
insert into events (job, position, at, type, version, data) values (21, 2, 1795248003123, 'started', 1, '{"directory":"/srv/ada/strawboss/jobs/000000000000/1","pid":4000000000,"start_ticks":0,"boot_id":"a-boot-long-ago","kill":"process_group","scope":"000000000000-1"}');
insert into events (job, position, at, type, version, data) values (21, 3, 1795248005123, 'stop_requested', 1, '{"cause":"TIMEOUT","by":"30m"}');
insert into events (job, position, at, type, version, data) values (22, 0, 1795248000000, 'accepted', 1, '{}');
insert into events (job, position, at, type, version, data) values (22, 1, 1795248001123, 'claimed', 1, '{"attempt":1}');
insert into events (job, position, at, type, version, data) values (22, 2, 1795248003123, 'started', 1, '{"directory":"/srv/ada/strawboss/jobs/000000000000/1","pid":4000000000,"start_ticks":0,"boot_id":"a-boot-long-ago","kill":"process_group","scope":"000000000000-1"}');
insert into events (job, position, at, type, version, data) values (22, 3, 1795248008123, 'exited', 1, '{"status":0,"at":1795248007123}');
insert into events (job, position, at, type, version, data) values (23, 0, 1795248000000, 'accepted', 1, '{}');
insert into events (job, position, at, type, version, data) values (23, 1, 1795248001123, 'claimed', 1, '{"attempt":1}');
insert into events (job, position, at, type, version, data) values (23, 2, 1795248003123, 'started', 1, '{"directory":"/srv/ada/strawboss/jobs/000000000000/1","pid":4000000000,"start_ticks":0,"boot_id":"a-boot-long-ago","kill":"process_group","scope":"000000000000-1"}');
insert into events (job, position, at, type, version, data) values (23, 3, 1795248005123, 'stop_requested', 1, '{"cause":"CANCEL","by":"claude-code"}');
insert into events (job, position, at, type, version, data) values (23, 4, 1795248008123, 'exited', 1, '{"status":143,"at":1795248007123}');
insert into events (job, position, at, type, version, data) values (24, 0, 1795248000000, 'accepted', 1, '{}');
insert into events (job, position, at, type, version, data) values (24, 1, 1795248001123, 'claimed', 1, '{"attempt":1}');
insert into events (job, position, at, type, version, data) values (24, 2, 1795248003123, 'started', 1, '{"directory":"/srv/ada/strawboss/jobs/000000000000/1","pid":4000000000,"start_ticks":0,"boot_id":"a-boot-long-ago","kill":"process_group","scope":"000000000000-1"}');
insert into events (job, position, at, type, version, data) values (24, 3, 1795248008123, 'exited', 1, '{"status":0,"at":1795248007123}');
insert into events (job, position, at, type, version, data) values (24, 4, 1795248009123, 'succeeded', 1, '{}');
insert into events (job, position, at, type, version, data) values (25, 0, 1795248000000, 'accepted', 1, '{}');
insert into events (job, position, at, type, version, data) values (25, 1, 1795248001123, 'claimed', 1, '{"attempt":1}');
insert into events (job, position, at, type, version, data) values (25, 2, 1795248003123, 'started', 1, '{"directory":"/srv/ada/strawboss/jobs/000000000000/1","pid":4000000000,"start_ticks":0,"boot_id":"a-boot-long-ago","kill":"process_group","scope":"000000000000-1"}');
insert into events (job, position, at, type, version, data) values (25, 3, 1795248008123, 'exited', 1, '{"status":3,"at":1795248007123}');
insert into events (job, position, at, type, version, data) values (25, 4, 1795248009123, 'failed', 1, '{"code":"nonzero_exit","reason":"It ended with status 3."}');
insert into events (job, position, at, type, version, data) values (26, 0, 1795248000000, 'accepted', 1, '{}');
insert into events (job, position, at, type, version, data) values (26, 1, 1795248001123, 'claimed', 1, '{"attempt":1}');
insert into events (job, position, at, type, version, data) values (26, 2, 1795248003123, 'started', 1, '{"directory":"/srv/ada/strawboss/jobs/000000000000/1","pid":4000000000,"start_ticks":0,"boot_id":"a-boot-long-ago","kill":"process_group","scope":"000000000000-1"}');
insert into events (job, position, at, type, version, data) values (26, 3, 1795248005123, 'stop_requested', 1, '{"cause":"CANCEL","by":"claude-code"}');
insert into events (job, position, at, type, version, data) values (26, 4, 1795248008123, 'exited', 1, '{"status":143,"at":1795248007123}');
insert into events (job, position, at, type, version, data) values (26, 5, 1795248009123, 'failed', 1, '{"code":"nonzero_exit","reason":"It ended with status 3."}');
insert into events (job, position, at, type, version, data) values (27, 0, 1795248000000, 'accepted', 1, '{}');
insert into events (job, position, at, type, version, data) values (27, 1, 1795248001123, 'claimed', 1, '{"attempt":1}');
insert into events (job, position, at, type, version, data) values (27, 2, 1795248003123, 'started', 1, '{"directory":"/srv/ada/strawboss/jobs/000000000000/1","pid":4000000000,"start_ticks":0,"boot_id":"a-boot-long-ago","kill":"process_group","scope":"000000000000-1"}');
insert into events (job, position, at, type, version, data) values (27, 3, 1795248005123, 'stop_requested', 1, '{"cause":"TIMEOUT","by":"30m"}');
insert into events (job, position, at, type, version, data) values (27, 4, 1795248008123, 'exited', 1, '{"status":137,"at":1795248007123}');
insert into events (job, position, at, type, version, data) values (27, 5, 1795248009123, 'failed', 1, '{"code":"nonzero_exit","reason":"It ended with status 3."}');
insert into events (job, position, at, type, version, data) values (28, 0, 1795248000000, 'accepted', 1, '{}');
insert into events (job, position, at, type, version, data) values (28, 1, 1795248001123, 'claimed', 1, '{"attempt":1}');
insert into events (job, position, at, type, version, data) values (28, 2, 1795248003123, 'started', 1, '{"directory":"/srv/ada/strawboss/jobs/000000000000/1","pid":4000000000,"start_ticks":0,"boot_id":"a-boot-long-ago","kill":"process_group","scope":"000000000000-1"}');
insert into events (job, position, at, type, version, data) values (28, 3, 1795248009123, 'lost', 1, '{"why":"the runner and its command are gone"}');
insert into events (job, position, at, type, version, data) values (29, 0, 1795248000000, 'accepted', 1, '{}');
insert into events (job, position, at, type, version, data) values (29, 1, 1795248001123, 'claimed', 1, '{"attempt":1}');
insert into events (job, position, at, type, version, data) values (29, 2, 1795248003123, 'started', 1, '{"directory":"/srv/ada/strawboss/jobs/000000000000/1","pid":4000000000,"start_ticks":0,"boot_id":"a-boot-long-ago","kill":"process_group","scope":"000000000000-1"}');
insert into events (job, position, at, type, version, data) values (29, 3, 1795248005123, 'stop_requested', 1, '{"cause":"CANCEL","by":"claude-code"}');
insert into events (job, position, at, type, version, data) values (29, 4, 1795248009123, 'lost', 1, '{"why":"the runner and its command are gone"}');
insert into events (job, position, at, type, version, data) values (30, 0, 1795248000000, 'accepted', 1, '{}');
insert into events (job, position, at, type, version, data) values (31, 0, 1795248000000, 'accepted', 1, '{}');
insert into events (job, position, at, type, version, data) values (31, 1, 1795248001123, 'prioritised', 1, '{"priority":5,"by":"ada"}');
insert into events (job, position, at, type, version, data) values (32, 0, 1795248000000, 'accepted', 1, '{}');
insert into events (job, position, at, type, version, data) values (32, 1, 1795248001123, 'held', 1, '{"waiting_for":"dependency","jobs":["000000000000"]}');
insert into events (job, position, at, type, version, data) values (33, 0, 1795248000000, 'accepted', 1, '{}');
insert into events (job, position, at, type, version, data) values (33, 1, 1795248001123, 'held', 1, '{"waiting_for":"dependency","jobs":["000000000000"]}');
insert into events (job, position, at, type, version, data) values (33, 2, 1795248002123, 'released', 1, '{}');
insert into events (job, position, at, type, version, data) values (33, 3, 1795248001123, 'claimed', 1, '{"attempt":1}');
insert into events (job, position, at, type, version, data) values (33, 4, 1795248003123, 'started', 1, '{"directory":"/srv/ada/strawboss/jobs/000000000000/1","pid":4000000000,"start_ticks":29,"boot_id":"a-boot-long-ago","kill":"process_group","scope":"000000000000-1"}');
insert into events (job, position, at, type, version, data) values (34, 0, 1795248000000, 'accepted', 1, '{}');
insert into events (job, position, at, type, version, data) values (34, 1, 1795248004123, 'held', 1, '{"waiting_for":"paused","by":"ada"}');
insert into events (job, position, at, type, version, data) values (35, 0, 1795248000000, 'accepted', 1, '{}');
insert into events (job, position, at, type, version, data) values (35, 1, 1795248001123, 'claimed', 1, '{"attempt":1}');
insert into events (job, position, at, type, version, data) values (35, 2, 1795248003123, 'started', 1, '{"directory":"/srv/ada/strawboss/jobs/000000000000/1","pid":4000000000,"start_ticks":29,"boot_id":"a-boot-long-ago","kill":"process_group","scope":"000000000000-1"}');
insert into events (job, position, at, type, version, data) values (35, 3, 1795248004123, 'held', 1, '{"waiting_for":"paused","by":"ada"}');
insert into events (job, position, at, type, version, data) values (36, 0, 1795248000000, 'accepted', 1, '{}');
insert into events (job, position, at, type, version, data) values (36, 1, 1795248001123, 'claimed', 1, '{"attempt":1}');
insert into events (job, position, at, type, version, data) values (36, 2, 1795248003123, 'started', 1, '{"directory":"/srv/ada/strawboss/jobs/000000000000/1","pid":4000000000,"start_ticks":29,"boot_id":"a-boot-long-ago","kill":"process_group","scope":"000000000000-1"}');
insert into events (job, position, at, type, version, data) values (36, 3, 1795248004123, 'held', 1, '{"waiting_for":"paused","by":"ada"}');
insert into events (job, position, at, type, version, data) values (36, 4, 1795248006123, 'released', 1, '{}');
insert into events (job, position, at, type, version, data) values (36, 5, 1795248008123, 'exited', 1, '{"status":0,"at":1795248007123}');
insert into events (job, position, at, type, version, data) values (36, 6, 1795248009123, 'succeeded', 1, '{}');
insert into events (job, position, at, type, version, data) values (37, 0, 1795248000000, 'accepted', 1, '{}');
insert into events (job, position, at, type, version, data) values (37, 1, 1795248001123, 'claimed', 1, '{"attempt":1}');
insert into events (job, position, at, type, version, data) values (37, 2, 1795248003123, 'started', 1, '{"directory":"/srv/ada/strawboss/jobs/000000000000/1","pid":4000000000,"start_ticks":29,"boot_id":"a-boot-long-ago","kill":"process_group","scope":"000000000000-1"}');
insert into events (job, position, at, type, version, data) values (37, 3, 1795248009123, 'lost', 1, '{"why":"the runner and its command are gone"}');
insert into events (job, position, at, type, version, data) values (37, 4, 1795248010123, 'continued', 1, '{"by":"ada","session":"0b9e"}');
insert into events (job, position, at, type, version, data) values (38, 0, 1795248000000, 'accepted', 1, '{}');
insert into events (job, position, at, type, version, data) values (38, 1, 1795248001123, 'claimed', 1, '{"attempt":1}');
insert into events (job, position, at, type, version, data) values (38, 2, 1795248003123, 'started', 1, '{"directory":"/srv/ada/strawboss/jobs/000000000000/1","pid":4000000000,"start_ticks":29,"boot_id":"a-boot-long-ago","kill":"process_group","scope":"000000000000-1"}');
insert into events (job, position, at, type, version, data) values (38, 3, 1795248009123, 'lost', 1, '{"why":"the runner and its command are gone"}');
insert into events (job, position, at, type, version, data) values (38, 4, 1795248010123, 'continued', 1, '{"by":"ada","session":"0b9e"}');
insert into events (job, position, at, type, version, data) values (38, 5, 1795248001123, 'claimed', 1, '{"attempt":2}');
insert into events (job, position, at, type, version, data) values (38, 6, 1795248003123, 'started', 1, '{"directory":"/srv/ada/strawboss/jobs/000000000000/1","pid":4000000000,"start_ticks":29,"boot_id":"a-boot-long-ago","kill":"process_group","scope":"000000000000-1"}');
insert into events (job, position, at, type, version, data) values (39, 0, 1795248000000, 'accepted', 1, '{}');
insert into events (job, position, at, type, version, data) values (39, 1, 1795248005123, 'stop_requested', 1, '{"cause":"CANCEL","by":"claude-code"}');
insert into events (job, position, at, type, version, data) values (40, 0, 1795248000000, 'accepted', 1, '{}');
insert into events (job, position, at, type, version, data) values (40, 1, 1795248001123, 'claimed', 1, '{"attempt":1}');
insert into events (job, position, at, type, version, data) values (41, 0, 1795248000000, 'accepted', 1, '{}');
insert into events (job, position, at, type, version, data) values (41, 1, 1795248001123, 'claimed', 1, '{"attempt":1}');
insert into events (job, position, at, type, version, data) values (41, 2, 1795248005123, 'stop_requested', 1, '{"cause":"CANCEL","by":"claude-code"}');
insert into events (job, position, at, type, version, data) values (42, 0, 1795248000000, 'accepted', 1, '{}');
insert into events (job, position, at, type, version, data) values (42, 1, 1795248001123, 'claimed', 1, '{"attempt":1}');
insert into events (job, position, at, type, version, data) values (42, 2, 1795248009123, 'failed', 1, '{"code":"nonzero_exit","reason":"It ended with status 3."}');
insert into events (job, position, at, type, version, data) values (43, 0, 1795248000000, 'accepted', 1, '{}');
insert into events (job, position, at, type, version, data) values (43, 1, 1795248001123, 'claimed', 1, '{"attempt":1}');
insert into events (job, position, at, type, version, data) values (43, 2, 1795248005123, 'stop_requested', 1, '{"cause":"CANCEL","by":"claude-code"}');
insert into events (job, position, at, type, version, data) values (43, 3, 1795248002123, 'requeued', 1, '{"why":"the hub ended before it started"}');
insert into events (job, position, at, type, version, data) values (44, 0, 1795248000000, 'accepted', 1, '{}');
insert into events (job, position, at, type, version, data) values (44, 1, 1795248001123, 'claimed', 1, '{"attempt":1}');
insert into events (job, position, at, type, version, data) values (44, 2, 1795248002123, 'requeued', 1, '{"why":"the hub ended before it started"}');
insert into events (job, position, at, type, version, data) values (45, 0, 1795248000000, 'accepted', 1, '{}');
insert into events (job, position, at, type, version, data) values (45, 1, 1795248001123, 'claimed', 1, '{"attempt":1}');
insert into events (job, position, at, type, version, data) values (45, 2, 1795248002123, 'requeued', 1, '{"why":"the hub ended before it started"}');
insert into events (job, position, at, type, version, data) values (45, 3, 1795248001123, 'claimed', 1, '{"attempt":2}');
insert into events (job, position, at, type, version, data) values (45, 4, 1795248003123, 'started', 1, '{"directory":"/srv/ada/strawboss/jobs/000000000000/1","pid":4000000000,"start_ticks":29,"boot_id":"a-boot-long-ago","kill":"process_group","scope":"000000000000-1"}');
insert into events (job, position, at, type, version, data) values (46, 0, 1795248000000, 'accepted', 1, '{}');
insert into events (job, position, at, type, version, data) values (46, 1, 1795248001123, 'claimed', 1, '{"attempt":1}');
insert into events (job, position, at, type, version, data) values (46, 2, 1795248003123, 'started', 1, '{"directory":"/srv/ada/strawboss/jobs/000000000000/1","pid":4000000000,"start_ticks":29,"boot_id":"a-boot-long-ago","kill":"process_group","scope":"000000000000-1"}');
insert into events (job, position, at, type, version, data) values (47, 0, 1795248000000, 'accepted', 1, '{}');
insert into events (job, position, at, type, version, data) values (47, 1, 1795248001123, 'claimed', 1, '{"attempt":1}');
insert into events (job, position, at, type, version, data) values (47, 2, 1795248003123, 'started', 1, '{"directory":"/srv/ada/strawboss/jobs/000000000000/1","pid":4000000000,"start_ticks":29,"boot_id":"a-boot-long-ago","kill":"process_group","scope":"000000000000-1"}');
insert into events (job, position, at, type, version, data) values (47, 3, 1795248004123, 'asked', 1, '{"question":1}');
insert into events (job, position, at, type, version, data) values (47, 4, 1795248005123, 'answered', 1, '{"question":1,"by":"ada"}');
insert into events (job, position, at, type, version, data) values (48, 0, 1795248000000, 'accepted', 1, '{}');
insert into events (job, position, at, type, version, data) values (48, 1, 1795248001123, 'claimed', 1, '{"attempt":1}');
insert into events (job, position, at, type, version, data) values (48, 2, 1795248003123, 'started', 1, '{"directory":"/srv/ada/strawboss/jobs/000000000000/1","pid":4000000000,"start_ticks":29,"boot_id":"a-boot-long-ago","kill":"process_group","scope":"000000000000-1"}');
insert into events (job, position, at, type, version, data) values (48, 3, 1795248004123, 'asked', 1, '{"question":1}');
insert into events (job, position, at, type, version, data) values (48, 4, 1795248005123, 'withdrawn', 1, '{"question":1,"why":"nobody answered within 10m"}');
insert into events (job, position, at, type, version, data) values (49, 0, 1795248000000, 'accepted', 1, '{}');
insert into events (job, position, at, type, version, data) values (49, 1, 1795248001123, 'claimed', 1, '{"attempt":1}');
insert into events (job, position, at, type, version, data) values (49, 2, 1795248003123, 'started', 1, '{"directory":"/srv/ada/strawboss/jobs/000000000000/1","pid":4000000000,"start_ticks":29,"boot_id":"a-boot-long-ago","kill":"process_group","scope":"000000000000-1"}');
insert into events (job, position, at, type, version, data) values (49, 3, 1795248005123, 'stop_requested', 1, '{"cause":"CANCEL","by":"claude-code"}');
insert into events (job, position, at, type, version, data) values (50, 0, 1795248000000, 'accepted', 1, '{}');
insert into events (job, position, at, type, version, data) values (50, 1, 1795248001123, 'claimed', 1, '{"attempt":1}');
insert into events (job, position, at, type, version, data) values (50, 2, 1795248003123, 'started', 1, '{"directory":"/srv/ada/strawboss/jobs/000000000000/1","pid":4000000000,"start_ticks":29,"boot_id":"a-boot-long-ago","kill":"process_group","scope":"000000000000-1"}');
insert into events (job, position, at, type, version, data) values (50, 3, 1795248005123, 'stop_requested', 1, '{"cause":"TIMEOUT","by":"30m"}');
insert into events (job, position, at, type, version, data) values (51, 0, 1795248000000, 'accepted', 1, '{}');
insert into events (job, position, at, type, version, data) values (51, 1, 1795248001123, 'claimed', 1, '{"attempt":1}');
insert into events (job, position, at, type, version, data) values (51, 2, 1795248003123, 'started', 1, '{"directory":"/srv/ada/strawboss/jobs/000000000000/1","pid":4000000000,"start_ticks":29,"boot_id":"a-boot-long-ago","kill":"process_group","scope":"000000000000-1"}');
insert into events (job, position, at, type, version, data) values (51, 3, 1795248008123, 'exited', 1, '{"status":0,"at":1795248007123}');
insert into events (job, position, at, type, version, data) values (52, 0, 1795248000000, 'accepted', 1, '{}');
insert into events (job, position, at, type, version, data) values (52, 1, 1795248001123, 'claimed', 1, '{"attempt":1}');
insert into events (job, position, at, type, version, data) values (52, 2, 1795248003123, 'started', 1, '{"directory":"/srv/ada/strawboss/jobs/000000000000/1","pid":4000000000,"start_ticks":29,"boot_id":"a-boot-long-ago","kill":"process_group","scope":"000000000000-1"}');
insert into events (job, position, at, type, version, data) values (52, 3, 1795248005123, 'stop_requested', 1, '{"cause":"CANCEL","by":"claude-code"}');
insert into events (job, position, at, type, version, data) values (52, 4, 1795248008123, 'exited', 1, '{"status":143,"at":1795248007123}');
insert into events (job, position, at, type, version, data) values (53, 0, 1795248000000, 'accepted', 1, '{}');
insert into events (job, position, at, type, version, data) values (53, 1, 1795248001123, 'claimed', 1, '{"attempt":1}');
insert into events (job, position, at, type, version, data) values (53, 2, 1795248003123, 'started', 1, '{"directory":"/srv/ada/strawboss/jobs/000000000000/1","pid":4000000000,"start_ticks":29,"boot_id":"a-boot-long-ago","kill":"process_group","scope":"000000000000-1"}');
insert into events (job, position, at, type, version, data) values (53, 3, 1795248008123, 'exited', 1, '{"status":0,"at":1795248007123}');
insert into events (job, position, at, type, version, data) values (53, 4, 1795248009123, 'succeeded', 1, '{}');
insert into events (job, position, at, type, version, data) values (54, 0, 1795248000000, 'accepted', 1, '{}');
insert into events (job, position, at, type, version, data) values (54, 1, 1795248001123, 'claimed', 1, '{"attempt":1}');
insert into events (job, position, at, type, version, data) values (54, 2, 1795248003123, 'started', 1, '{"directory":"/srv/ada/strawboss/jobs/000000000000/1","pid":4000000000,"start_ticks":29,"boot_id":"a-boot-long-ago","kill":"process_group","scope":"000000000000-1"}');
insert into events (job, position, at, type, version, data) values (54, 3, 1795248008123, 'exited', 1, '{"status":3,"at":1795248007123}');
insert into events (job, position, at, type, version, data) values (54, 4, 1795248009123, 'failed', 1, '{"code":"nonzero_exit","reason":"It ended with status 3."}');
insert into events (job, position, at, type, version, data) values (55, 0, 1795248000000, 'accepted', 1, '{}');
insert into events (job, position, at, type, version, data) values (55, 1, 1795248001123, 'claimed', 1, '{"attempt":1}');
insert into events (job, position, at, type, version, data) values (55, 2, 1795248003123, 'started', 1, '{"directory":"/srv/ada/strawboss/jobs/000000000000/1","pid":4000000000,"start_ticks":29,"boot_id":"a-boot-long-ago","kill":"process_group","scope":"000000000000-1"}');
insert into events (job, position, at, type, version, data) values (55, 3, 1795248005123, 'stop_requested', 1, '{"cause":"CANCEL","by":"claude-code"}');
insert into events (job, position, at, type, version, data) values (55, 4, 1795248008123, 'exited', 1, '{"status":143,"at":1795248007123}');
insert into events (job, position, at, type, version, data) values (55, 5, 1795248009123, 'failed', 1, '{"code":"nonzero_exit","reason":"It ended with status 3."}');
insert into events (job, position, at, type, version, data) values (56, 0, 1795248000000, 'accepted', 1, '{}');
insert into events (job, position, at, type, version, data) values (56, 1, 1795248001123, 'claimed', 1, '{"attempt":1}');
insert into events (job, position, at, type, version, data) values (56, 2, 1795248003123, 'started', 1, '{"directory":"/srv/ada/strawboss/jobs/000000000000/1","pid":4000000000,"start_ticks":29,"boot_id":"a-boot-long-ago","kill":"process_group","scope":"000000000000-1"}');
insert into events (job, position, at, type, version, data) values (56, 3, 1795248005123, 'stop_requested', 1, '{"cause":"TIMEOUT","by":"30m"}');
insert into events (job, position, at, type, version, data) values (56, 4, 1795248008123, 'exited', 1, '{"status":137,"at":1795248007123}');
insert into events (job, position, at, type, version, data) values (56, 5, 1795248009123, 'failed', 1, '{"code":"nonzero_exit","reason":"It ended with status 3."}');
insert into events (job, position, at, type, version, data) values (57, 0, 1795248000000, 'accepted', 1, '{}');
insert into events (job, position, at, type, version, data) values (57, 1, 1795248001123, 'claimed', 1, '{"attempt":1}');
insert into events (job, position, at, type, version, data) values (57, 2, 1795248003123, 'started', 1, '{"directory":"/srv/ada/strawboss/jobs/000000000000/1","pid":4000000000,"start_ticks":29,"boot_id":"a-boot-long-ago","kill":"process_group","scope":"000000000000-1"}');
insert into events (job, position, at, type, version, data) values (57, 3, 1795248009123, 'lost', 1, '{"why":"the runner and its command are gone"}');
insert into events (job, position, at, type, version, data) values (58, 0, 1795248000000, 'accepted', 1, '{}');
insert into events (job, position, at, type, version, data) values (58, 1, 1795248001123, 'claimed', 1, '{"attempt":1}');
insert into events (job, position, at, type, version, data) values (58, 2, 1795248003123, 'started', 1, '{"directory":"/srv/ada/strawboss/jobs/000000000000/1","pid":4000000000,"start_ticks":29,"boot_id":"a-boot-long-ago","kill":"process_group","scope":"000000000000-1"}');
insert into events (job, position, at, type, version, data) values (58, 3, 1795248005123, 'stop_requested', 1, '{"cause":"CANCEL","by":"claude-code"}');
insert into events (job, position, at, type, version, data) values (58, 4, 1795248009123, 'lost', 1, '{"why":"the runner and its command are gone"}');
insert into events (job, position, at, type, version, data) values (59, 0, 1795248000000, 'accepted', 1, '{}');
insert into events (job, position, at, type, version, data) values (60, 0, 1795248000000, 'accepted', 1, '{}');
insert into events (job, position, at, type, version, data) values (60, 1, 1795248001123, 'prioritised', 1, '{"priority":5,"by":"ada"}');
insert into events (job, position, at, type, version, data) values (61, 0, 1795248000000, 'accepted', 1, '{}');
insert into events (job, position, at, type, version, data) values (61, 1, 1795248001123, 'held', 1, '{"waiting_for":"dependency","jobs":["000000000000"]}');
insert into events (job, position, at, type, version, data) values (62, 0, 1795248000000, 'accepted', 1, '{}');
insert into events (job, position, at, type, version, data) values (62, 1, 1795248001123, 'held', 1, '{"waiting_for":"dependency","jobs":["000000000000"]}');
insert into events (job, position, at, type, version, data) values (62, 2, 1795248002123, 'released', 1, '{}');
insert into events (job, position, at, type, version, data) values (62, 3, 1795248001123, 'claimed', 1, '{"attempt":1}');
insert into events (job, position, at, type, version, data) values (62, 4, 1795248003123, 'started', 1, '{"directory":"/srv/ada/strawboss/jobs/000000000000/1","pid":4000000000,"start_ticks":58,"boot_id":"a-boot-long-ago","kill":"process_group","scope":"000000000000-1"}');
insert into events (job, position, at, type, version, data) values (63, 0, 1795248000000, 'accepted', 1, '{}');
insert into events (job, position, at, type, version, data) values (63, 1, 1795248004123, 'held', 1, '{"waiting_for":"paused","by":"ada"}');
insert into events (job, position, at, type, version, data) values (64, 0, 1795248000000, 'accepted', 1, '{}');
insert into events (job, position, at, type, version, data) values (64, 1, 1795248001123, 'claimed', 1, '{"attempt":1}');
insert into events (job, position, at, type, version, data) values (64, 2, 1795248003123, 'started', 1, '{"directory":"/srv/ada/strawboss/jobs/000000000000/1","pid":4000000000,"start_ticks":58,"boot_id":"a-boot-long-ago","kill":"process_group","scope":"000000000000-1"}');
insert into events (job, position, at, type, version, data) values (64, 3, 1795248004123, 'held', 1, '{"waiting_for":"paused","by":"ada"}');
insert into events (job, position, at, type, version, data) values (65, 0, 1795248000000, 'accepted', 1, '{}');
insert into events (job, position, at, type, version, data) values (65, 1, 1795248001123, 'claimed', 1, '{"attempt":1}');
insert into events (job, position, at, type, version, data) values (65, 2, 1795248003123, 'started', 1, '{"directory":"/srv/ada/strawboss/jobs/000000000000/1","pid":4000000000,"start_ticks":58,"boot_id":"a-boot-long-ago","kill":"process_group","scope":"000000000000-1"}');
insert into events (job, position, at, type, version, data) values (65, 3, 1795248004123, 'held', 1, '{"waiting_for":"paused","by":"ada"}');
insert into events (job, position, at, type, version, data) values (65, 4, 1795248006123, 'released', 1, '{}');
insert into events (job, position, at, type, version, data) values (65, 5, 1795248008123, 'exited', 1, '{"status":0,"at":1795248007123}');
insert into events (job, position, at, type, version, data) values (65, 6, 1795248009123, 'succeeded', 1, '{}');
insert into events (job, position, at, type, version, data) values (66, 0, 1795248000000, 'accepted', 1, '{}');
insert into events (job, position, at, type, version, data) values (66, 1, 1795248001123, 'claimed', 1, '{"attempt":1}');
insert into events (job, position, at, type, version, data) values (66, 2, 1795248003123, 'started', 1, '{"directory":"/srv/ada/strawboss/jobs/000000000000/1","pid":4000000000,"start_ticks":58,"boot_id":"a-boot-long-ago","kill":"process_group","scope":"000000000000-1"}');
insert into events (job, position, at, type, version, data) values (66, 3, 1795248009123, 'lost', 1, '{"why":"the runner and its command are gone"}');
insert into events (job, position, at, type, version, data) values (66, 4, 1795248010123, 'continued', 1, '{"by":"ada","session":"0b9e"}');
insert into events (job, position, at, type, version, data) values (67, 0, 1795248000000, 'accepted', 1, '{}');
insert into events (job, position, at, type, version, data) values (67, 1, 1795248001123, 'claimed', 1, '{"attempt":1}');
insert into events (job, position, at, type, version, data) values (67, 2, 1795248003123, 'started', 1, '{"directory":"/srv/ada/strawboss/jobs/000000000000/1","pid":4000000000,"start_ticks":58,"boot_id":"a-boot-long-ago","kill":"process_group","scope":"000000000000-1"}');
insert into events (job, position, at, type, version, data) values (67, 3, 1795248009123, 'lost', 1, '{"why":"the runner and its command are gone"}');
insert into events (job, position, at, type, version, data) values (67, 4, 1795248010123, 'continued', 1, '{"by":"ada","session":"0b9e"}');
insert into events (job, position, at, type, version, data) values (67, 5, 1795248001123, 'claimed', 1, '{"attempt":2}');
insert into events (job, position, at, type, version, data) values (67, 6, 1795248003123, 'started', 1, '{"directory":"/srv/ada/strawboss/jobs/000000000000/1","pid":4000000000,"start_ticks":58,"boot_id":"a-boot-long-ago","kill":"process_group","scope":"000000000000-1"}');
insert into events (job, position, at, type, version, data) values (68, 0, 1795248000000, 'accepted', 1, '{}');
insert into events (job, position, at, type, version, data) values (68, 1, 1795248005123, 'stop_requested', 1, '{"cause":"CANCEL","by":"claude-code"}');
insert into events (job, position, at, type, version, data) values (69, 0, 1795248000000, 'accepted', 1, '{}');
insert into events (job, position, at, type, version, data) values (69, 1, 1795248001123, 'claimed', 1, '{"attempt":1}');
insert into events (job, position, at, type, version, data) values (70, 0, 1795248000000, 'accepted', 1, '{}');
insert into events (job, position, at, type, version, data) values (70, 1, 1795248001123, 'claimed', 1, '{"attempt":1}');
insert into events (job, position, at, type, version, data) values (70, 2, 1795248005123, 'stop_requested', 1, '{"cause":"CANCEL","by":"claude-code"}');
insert into events (job, position, at, type, version, data) values (71, 0, 1795248000000, 'accepted', 1, '{}');
insert into events (job, position, at, type, version, data) values (71, 1, 1795248001123, 'claimed', 1, '{"attempt":1}');
insert into events (job, position, at, type, version, data) values (71, 2, 1795248009123, 'failed', 1, '{"code":"nonzero_exit","reason":"It ended with status 3."}');
insert into events (job, position, at, type, version, data) values (72, 0, 1795248000000, 'accepted', 1, '{}');
insert into events (job, position, at, type, version, data) values (72, 1, 1795248001123, 'claimed', 1, '{"attempt":1}');
insert into events (job, position, at, type, version, data) values (72, 2, 1795248005123, 'stop_requested', 1, '{"cause":"CANCEL","by":"claude-code"}');
insert into events (job, position, at, type, version, data) values (72, 3, 1795248002123, 'requeued', 1, '{"why":"the hub ended before it started"}');
insert into events (job, position, at, type, version, data) values (73, 0, 1795248000000, 'accepted', 1, '{}');
insert into events (job, position, at, type, version, data) values (73, 1, 1795248001123, 'claimed', 1, '{"attempt":1}');
insert into events (job, position, at, type, version, data) values (73, 2, 1795248002123, 'requeued', 1, '{"why":"the hub ended before it started"}');
insert into events (job, position, at, type, version, data) values (74, 0, 1795248000000, 'accepted', 1, '{}');
insert into events (job, position, at, type, version, data) values (74, 1, 1795248001123, 'claimed', 1, '{"attempt":1}');
insert into events (job, position, at, type, version, data) values (74, 2, 1795248002123, 'requeued', 1, '{"why":"the hub ended before it started"}');
insert into events (job, position, at, type, version, data) values (74, 3, 1795248001123, 'claimed', 1, '{"attempt":2}');
insert into events (job, position, at, type, version, data) values (74, 4, 1795248003123, 'started', 1, '{"directory":"/srv/ada/strawboss/jobs/000000000000/1","pid":4000000000,"start_ticks":58,"boot_id":"a-boot-long-ago","kill":"process_group","scope":"000000000000-1"}');
insert into events (job, position, at, type, version, data) values (75, 0, 1795248000000, 'accepted', 1, '{}');
insert into events (job, position, at, type, version, data) values (75, 1, 1795248001123, 'claimed', 1, '{"attempt":1}');
insert into events (job, position, at, type, version, data) values (75, 2, 1795248003123, 'started', 1, '{"directory":"/srv/ada/strawboss/jobs/000000000000/1","pid":4000000000,"start_ticks":58,"boot_id":"a-boot-long-ago","kill":"process_group","scope":"000000000000-1"}');
insert into events (job, position, at, type, version, data) values (76, 0, 1795248000000, 'accepted', 1, '{}');
insert into events (job, position, at, type, version, data) values (76, 1, 1795248001123, 'claimed', 1, '{"attempt":1}');
insert into events (job, position, at, type, version, data) values (76, 2, 1795248003123, 'started', 1, '{"directory":"/srv/ada/strawboss/jobs/000000000000/1","pid":4000000000,"start_ticks":58,"boot_id":"a-boot-long-ago","kill":"process_group","scope":"000000000000-1"}');
insert into events (job, position, at, type, version, data) values (76, 3, 1795248004123, 'asked', 1, '{"question":1}');
insert into events (job, position, at, type, version, data) values (76, 4, 1795248005123, 'answered', 1, '{"question":1,"by":"ada"}');
insert into events (job, position, at, type, version, data) values (77, 0, 1795248000000, 'accepted', 1, '{}');
insert into events (job, position, at, type, version, data) values (77, 1, 1795248001123, 'claimed', 1, '{"attempt":1}');
insert into events (job, position, at, type, version, data) values (77, 2, 1795248003123, 'started', 1, '{"directory":"/srv/ada/strawboss/jobs/000000000000/1","pid":4000000000,"start_ticks":58,"boot_id":"a-boot-long-ago","kill":"process_group","scope":"000000000000-1"}');
insert into events (job, position, at, type, version, data) values (77, 3, 1795248004123, 'asked', 1, '{"question":1}');
insert into events (job, position, at, type, version, data) values (77, 4, 1795248005123, 'withdrawn', 1, '{"question":1,"why":"nobody answered within 10m"}');
insert into events (job, position, at, type, version, data) values (78, 0, 1795248000000, 'accepted', 1, '{}');
insert into events (job, position, at, type, version, data) values (78, 1, 1795248001123, 'claimed', 1, '{"attempt":1}');
insert into events (job, position, at, type, version, data) values (78, 2, 1795248003123, 'started', 1, '{"directory":"/srv/ada/strawboss/jobs/000000000000/1","pid":4000000000,"start_ticks":58,"boot_id":"a-boot-long-ago","kill":"process_group","scope":"000000000000-1"}');
insert into events (job, position, at, type, version, data) values (78, 3, 1795248005123, 'stop_requested', 1, '{"cause":"CANCEL","by":"claude-code"}');
insert into events (job, position, at, type, version, data) values (79, 0, 1795248000000, 'accepted', 1, '{}');
insert into events (job, position, at, type, version, data) values (79, 1, 1795248001123, 'claimed', 1, '{"attempt":1}');
insert into events (job, position, at, type, version, data) values (79, 2, 1795248003123, 'started', 1, '{"directory":"/srv/ada/strawboss/jobs/000000000000/1","pid":4000000000,"start_ticks":58,"boot_id":"a-boot-long-ago","kill":"process_group","scope":"000000000000-1"}');
insert into events (job, position, at, type, version, data) values (79, 3, 1795248005123, 'stop_requested', 1, '{"cause":"TIMEOUT","by":"30m"}');
insert into events (job, position, at, type, version, data) values (80, 0, 1795248000000, 'accepted', 1, '{}');
insert into events (job, position, at, type, version, data) values (80, 1, 1795248001123, 'claimed', 1, '{"attempt":1}');
insert into events (job, position, at, type, version, data) values (80, 2, 1795248003123, 'started', 1, '{"directory":"/srv/ada/strawboss/jobs/000000000000/1","pid":4000000000,"start_ticks":58,"boot_id":"a-boot-long-ago","kill":"process_group","scope":"000000000000-1"}');
insert into events (job, position, at, type, version, data) values (80, 3, 1795248008123, 'exited', 1, '{"status":0,"at":1795248007123}');
insert into events (job, position, at, type, version, data) values (81, 0, 1795248000000, 'accepted', 1, '{}');
insert into events (job, position, at, type, version, data) values (81, 1, 1795248001123, 'claimed', 1, '{"attempt":1}');
insert into events (job, position, at, type, version, data) values (81, 2, 1795248003123, 'started', 1, '{"directory":"/srv/ada/strawboss/jobs/000000000000/1","pid":4000000000,"start_ticks":58,"boot_id":"a-boot-long-ago","kill":"process_group","scope":"000000000000-1"}');
insert into events (job, position, at, type, version, data) values (81, 3, 1795248005123, 'stop_requested', 1, '{"cause":"CANCEL","by":"claude-code"}');
insert into events (job, position, at, type, version, data) values (81, 4, 1795248008123, 'exited', 1, '{"status":143,"at":1795248007123}');
insert into events (job, position, at, type, version, data) values (82, 0, 1795248000000, 'accepted', 1, '{}');
insert into events (job, position, at, type, version, data) values (82, 1, 1795248001123, 'claimed', 1, '{"attempt":1}');
insert into events (job, position, at, type, version, data) values (82, 2, 1795248003123, 'started', 1, '{"directory":"/srv/ada/strawboss/jobs/000000000000/1","pid":4000000000,"start_ticks":58,"boot_id":"a-boot-long-ago","kill":"process_group","scope":"000000000000-1"}');
insert into events (job, position, at, type, version, data) values (82, 3, 1795248008123, 'exited', 1, '{"status":0,"at":1795248007123}');
insert into events (job, position, at, type, version, data) values (82, 4, 1795248009123, 'succeeded', 1, '{}');
insert into events (job, position, at, type, version, data) values (83, 0, 1795248000000, 'accepted', 1, '{}');
insert into events (job, position, at, type, version, data) values (83, 1, 1795248001123, 'claimed', 1, '{"attempt":1}');
insert into events (job, position, at, type, version, data) values (83, 2, 1795248003123, 'started', 1, '{"directory":"/srv/ada/strawboss/jobs/000000000000/1","pid":4000000000,"start_ticks":58,"boot_id":"a-boot-long-ago","kill":"process_group","scope":"000000000000-1"}');
insert into events (job, position, at, type, version, data) values (83, 3, 1795248008123, 'exited', 1, '{"status":3,"at":1795248007123}');
insert into events (job, position, at, type, version, data) values (83, 4, 1795248009123, 'failed', 1, '{"code":"nonzero_exit","reason":"It ended with status 3."}');
insert into events (job, position, at, type, version, data) values (84, 0, 1795248000000, 'accepted', 1, '{}');
insert into events (job, position, at, type, version, data) values (84, 1, 1795248001123, 'claimed', 1, '{"attempt":1}');
insert into events (job, position, at, type, version, data) values (84, 2, 1795248003123, 'started', 1, '{"directory":"/srv/ada/strawboss/jobs/000000000000/1","pid":4000000000,"start_ticks":58,"boot_id":"a-boot-long-ago","kill":"process_group","scope":"000000000000-1"}');
insert into events (job, position, at, type, version, data) values (84, 3, 1795248005123, 'stop_requested', 1, '{"cause":"CANCEL","by":"claude-code"}');
insert into events (job, position, at, type, version, data) values (84, 4, 1795248008123, 'exited', 1, '{"status":143,"at":1795248007123}');
insert into events (job, position, at, type, version, data) values (84, 5, 1795248009123, 'failed', 1, '{"code":"nonzero_exit","reason":"It ended with status 3."}');
insert into events (job, position, at, type, version, data) values (85, 0, 1795248000000, 'accepted', 1, '{}');
insert into events (job, position, at, type, version, data) values (85, 1, 1795248001123, 'claimed', 1, '{"attempt":1}');
insert into events (job, position, at, type, version, data) values (85, 2, 1795248003123, 'started', 1, '{"directory":"/srv/ada/strawboss/jobs/000000000000/1","pid":4000000000,"start_ticks":58,"boot_id":"a-boot-long-ago","kill":"process_group","scope":"000000000000-1"}');
insert into events (job, position, at, type, version, data) values (85, 3, 1795248005123, 'stop_requested', 1, '{"cause":"TIMEOUT","by":"30m"}');
insert into events (job, position, at, type, version, data) values (85, 4, 1795248008123, 'exited', 1, '{"status":137,"at":1795248007123}');
insert into events (job, position, at, type, version, data) values (85, 5, 1795248009123, 'failed', 1, '{"code":"nonzero_exit","reason":"It ended with status 3."}');
insert into events (job, position, at, type, version, data) values (86, 0, 1795248000000, 'accepted', 1, '{}');
insert into events (job, position, at, type, version, data) values (86, 1, 1795248001123, 'claimed', 1, '{"attempt":1}');
insert into events (job, position, at, type, version, data) values (86, 2, 1795248003123, 'started', 1, '{"directory":"/srv/ada/strawboss/jobs/000000000000/1","pid":4000000000,"start_ticks":58,"boot_id":"a-boot-long-ago","kill":"process_group","scope":"000000000000-1"}');
insert into events (job, position, at, type, version, data) values (86, 3, 1795248009123, 'lost', 1, '{"why":"the runner and its command are gone"}');
insert into events (job, position, at, type, version, data) values (87, 0, 1795248000000, 'accepted', 1, '{}');
insert into events (job, position, at, type, version, data) values (87, 1, 1795248001123, 'claimed', 1, '{"attempt":1}');
insert into events (job, position, at, type, version, data) values (87, 2, 1795248003123, 'started', 1, '{"directory":"/srv/ada/strawboss/jobs/000000000000/1","pid":4000000000,"start_ticks":58,"boot_id":"a-boot-long-ago","kill":"process_group","scope":"000000000000-1"}');
insert into events (job, position, at, type, version, data) values (87, 3, 1795248005123, 'stop_requested', 1, '{"cause":"CANCEL","by":"claude-code"}');
insert into events (job, position, at, type, version, data) values (87, 4, 1795248009123, 'lost', 1, '{"why":"the runner and its command are gone"}');
insert into events (job, position, at, type, version, data) values (88, 0, 1795248000000, 'accepted', 1, '{}');
insert into events (job, position, at, type, version, data) values (89, 0, 1795248000000, 'accepted', 1, '{}');
insert into events (job, position, at, type, version, data) values (89, 1, 1795248000000, 'held', 1, '{"waiting_for":"dependency","jobs":["skg8bg6fhv0p"]}');
insert into events (job, position, at, type, version, data) values (90, 0, 1795248000000, 'accepted', 1, '{}');
insert into events (job, position, at, type, version, data) values (90, 1, 1795248001123, 'claimed', 1, '{"attempt":1}');
insert into events (job, position, at, type, version, data) values (90, 2, 1795248003123, 'started', 1, '{"directory":"/srv/ada/strawboss/jobs/000000000000/1","pid":4000000000,"start_ticks":87,"boot_id":"a-boot-long-ago","kill":"process_group","scope":"000000000000-1"}');
insert into events (job, position, at, type, version, data) values (90, 3, 1795248008123, 'exited', 1, '{"status":0,"at":1795248007123}');
insert into events (job, position, at, type, version, data) values (90, 4, 1795248009123, 'succeeded', 1, '{}');
insert into events (job, position, at, type, version, data) values (91, 0, 1795248000000, 'accepted', 1, '{}');
insert into events (job, position, at, type, version, data) values (91, 1, 1795248001123, 'claimed', 1, '{"attempt":1}');
insert into events (job, position, at, type, version, data) values (91, 2, 1795248003123, 'started', 1, '{"directory":"/srv/ada/strawboss/jobs/000000000000/1","pid":4000000000,"start_ticks":87,"boot_id":"a-boot-long-ago","kill":"process_group","scope":"000000000000-1"}');
insert into events (job, position, at, type, version, data) values (91, 3, 1795248000000, 'asked', 1, '{"question":1}');
insert into events (job, position, at, type, version, data) values (92, 0, 1795248000000, 'accepted', 1, '{}');
insert into events (job, position, at, type, version, data) values (92, 1, 1795248001123, 'claimed', 1, '{"attempt":1}');
insert into events (job, position, at, type, version, data) values (92, 2, 1795248003123, 'started', 1, '{"directory":"/srv/ada/strawboss/jobs/000000000000/1","pid":4000000000,"start_ticks":87,"boot_id":"a-boot-long-ago","kill":"process_group","scope":"000000000000-1"}');
insert into events (job, position, at, type, version, data) values (92, 3, 1795248000000, 'asked', 1, '{"question":1}');
insert into events (job, position, at, type, version, data) values (92, 4, 1795248000000, 'answered', 1, '{"question":1,"by":"ada"}');
insert into events (job, position, at, type, version, data) values (93, 0, 1795248000000, 'accepted', 1, '{}');
insert into events (job, position, at, type, version, data) values (93, 1, 1795248001123, 'claimed', 1, '{"attempt":1}');
insert into events (job, position, at, type, version, data) values (93, 2, 1795248003123, 'started', 1, '{"directory":"/srv/ada/strawboss/jobs/000000000000/1","pid":4000000000,"start_ticks":87,"boot_id":"a-boot-long-ago","kill":"process_group","scope":"000000000000-1"}');
insert into events (job, position, at, type, version, data) values (93, 3, 1795248000000, 'asked', 1, '{"question":1}');
insert into events (job, position, at, type, version, data) values (93, 4, 1795248008123, 'exited', 1, '{"status":0,"at":1795248007123}');
insert into events (job, position, at, type, version, data) values (94, 0, 1795248000000, 'accepted', 1, '{}');
delete from requests;
insert into requests (key, job, digest, at) values ('bridge-1', 1, 'f4b38544c8f3bb6cc96a5e9c86def6893ce3ca031356235f95df5f0a51ccef69', 1795248000000);
insert into requests (key, job, digest, at) values ('bridge-11', 11, 'f4b38544c8f3bb6cc96a5e9c86def6893ce3ca031356235f95df5f0a51ccef69', 1795248000000);
insert into requests (key, job, digest, at) values ('bridge-13', 13, 'f4b38544c8f3bb6cc96a5e9c86def6893ce3ca031356235f95df5f0a51ccef69', 1795248000000);
insert into requests (key, job, digest, at) values ('bridge-15', 15, 'f4b38544c8f3bb6cc96a5e9c86def6893ce3ca031356235f95df5f0a51ccef69', 1795248000000);
insert into requests (key, job, digest, at) values ('bridge-17', 17, 'f4b38544c8f3bb6cc96a5e9c86def6893ce3ca031356235f95df5f0a51ccef69', 1795248000000);
insert into requests (key, job, digest, at) values ('bridge-19', 19, 'f4b38544c8f3bb6cc96a5e9c86def6893ce3ca031356235f95df5f0a51ccef69', 1795248000000);
insert into requests (key, job, digest, at) values ('bridge-21', 21, 'f4b38544c8f3bb6cc96a5e9c86def6893ce3ca031356235f95df5f0a51ccef69', 1795248000000);
insert into requests (key, job, digest, at) values ('bridge-23', 23, 'f4b38544c8f3bb6cc96a5e9c86def6893ce3ca031356235f95df5f0a51ccef69', 1795248000000);
insert into requests (key, job, digest, at) values ('bridge-25', 25, 'f4b38544c8f3bb6cc96a5e9c86def6893ce3ca031356235f95df5f0a51ccef69', 1795248000000);
insert into requests (key, job, digest, at) values ('bridge-27', 27, 'f4b38544c8f3bb6cc96a5e9c86def6893ce3ca031356235f95df5f0a51ccef69', 1795248000000);
insert into requests (key, job, digest, at) values ('bridge-29', 29, 'f4b38544c8f3bb6cc96a5e9c86def6893ce3ca031356235f95df5f0a51ccef69', 1795248000000);
insert into requests (key, job, digest, at) values ('bridge-3', 3, 'f4b38544c8f3bb6cc96a5e9c86def6893ce3ca031356235f95df5f0a51ccef69', 1795248000000);
insert into requests (key, job, digest, at) values ('bridge-31', 31, 'cb286494bccf7cda198f53789def7d7c89e1d1693721cc78adc82d16f410dc93', 1795248000000);
insert into requests (key, job, digest, at) values ('bridge-33', 33, 'cb286494bccf7cda198f53789def7d7c89e1d1693721cc78adc82d16f410dc93', 1795248000000);
insert into requests (key, job, digest, at) values ('bridge-35', 35, 'cb286494bccf7cda198f53789def7d7c89e1d1693721cc78adc82d16f410dc93', 1795248000000);
insert into requests (key, job, digest, at) values ('bridge-37', 37, 'cb286494bccf7cda198f53789def7d7c89e1d1693721cc78adc82d16f410dc93', 1795248000000);
insert into requests (key, job, digest, at) values ('bridge-39', 39, 'cb286494bccf7cda198f53789def7d7c89e1d1693721cc78adc82d16f410dc93', 1795248000000);
insert into requests (key, job, digest, at) values ('bridge-41', 41, 'cb286494bccf7cda198f53789def7d7c89e1d1693721cc78adc82d16f410dc93', 1795248000000);
insert into requests (key, job, digest, at) values ('bridge-43', 43, 'cb286494bccf7cda198f53789def7d7c89e1d1693721cc78adc82d16f410dc93', 1795248000000);
insert into requests (key, job, digest, at) values ('bridge-45', 45, 'cb286494bccf7cda198f53789def7d7c89e1d1693721cc78adc82d16f410dc93', 1795248000000);
insert into requests (key, job, digest, at) values ('bridge-47', 47, 'cb286494bccf7cda198f53789def7d7c89e1d1693721cc78adc82d16f410dc93', 1795248000000);
insert into requests (key, job, digest, at) values ('bridge-49', 49, 'cb286494bccf7cda198f53789def7d7c89e1d1693721cc78adc82d16f410dc93', 1795248000000);
insert into requests (key, job, digest, at) values ('bridge-5', 5, 'f4b38544c8f3bb6cc96a5e9c86def6893ce3ca031356235f95df5f0a51ccef69', 1795248000000);
insert into requests (key, job, digest, at) values ('bridge-51', 51, 'cb286494bccf7cda198f53789def7d7c89e1d1693721cc78adc82d16f410dc93', 1795248000000);
insert into requests (key, job, digest, at) values ('bridge-53', 53, 'cb286494bccf7cda198f53789def7d7c89e1d1693721cc78adc82d16f410dc93', 1795248000000);
insert into requests (key, job, digest, at) values ('bridge-55', 55, 'cb286494bccf7cda198f53789def7d7c89e1d1693721cc78adc82d16f410dc93', 1795248000000);
insert into requests (key, job, digest, at) values ('bridge-57', 57, 'cb286494bccf7cda198f53789def7d7c89e1d1693721cc78adc82d16f410dc93', 1795248000000);
insert into requests (key, job, digest, at) values ('bridge-59', 59, '6a904f09d06321871bedb770175de40c3658c64d54f3e6818d414bfe22f826ee', 1795248000000);
insert into requests (key, job, digest, at) values ('bridge-61', 61, '6a904f09d06321871bedb770175de40c3658c64d54f3e6818d414bfe22f826ee', 1795248000000);
insert into requests (key, job, digest, at) values ('bridge-63', 63, '6a904f09d06321871bedb770175de40c3658c64d54f3e6818d414bfe22f826ee', 1795248000000);
insert into requests (key, job, digest, at) values ('bridge-65', 65, '6a904f09d06321871bedb770175de40c3658c64d54f3e6818d414bfe22f826ee', 1795248000000);
insert into requests (key, job, digest, at) values ('bridge-67', 67, '6a904f09d06321871bedb770175de40c3658c64d54f3e6818d414bfe22f826ee', 1795248000000);
insert into requests (key, job, digest, at) values ('bridge-69', 69, '6a904f09d06321871bedb770175de40c3658c64d54f3e6818d414bfe22f826ee', 1795248000000);
insert into requests (key, job, digest, at) values ('bridge-7', 7, 'f4b38544c8f3bb6cc96a5e9c86def6893ce3ca031356235f95df5f0a51ccef69', 1795248000000);
insert into requests (key, job, digest, at) values ('bridge-71', 71, '6a904f09d06321871bedb770175de40c3658c64d54f3e6818d414bfe22f826ee', 1795248000000);
insert into requests (key, job, digest, at) values ('bridge-73', 73, '6a904f09d06321871bedb770175de40c3658c64d54f3e6818d414bfe22f826ee', 1795248000000);
insert into requests (key, job, digest, at) values ('bridge-75', 75, '6a904f09d06321871bedb770175de40c3658c64d54f3e6818d414bfe22f826ee', 1795248000000);
insert into requests (key, job, digest, at) values ('bridge-77', 77, '6a904f09d06321871bedb770175de40c3658c64d54f3e6818d414bfe22f826ee', 1795248000000);
insert into requests (key, job, digest, at) values ('bridge-79', 79, '6a904f09d06321871bedb770175de40c3658c64d54f3e6818d414bfe22f826ee', 1795248000000);
insert into requests (key, job, digest, at) values ('bridge-81', 81, '6a904f09d06321871bedb770175de40c3658c64d54f3e6818d414bfe22f826ee', 1795248000000);
insert into requests (key, job, digest, at) values ('bridge-83', 83, '6a904f09d06321871bedb770175de40c3658c64d54f3e6818d414bfe22f826ee', 1795248000000);
insert into requests (key, job, digest, at) values ('bridge-85', 85, '6a904f09d06321871bedb770175de40c3658c64d54f3e6818d414bfe22f826ee', 1795248000000);
insert into requests (key, job, digest, at) values ('bridge-87', 87, '6a904f09d06321871bedb770175de40c3658c64d54f3e6818d414bfe22f826ee', 1795248000000);
insert into requests (key, job, digest, at) values ('bridge-9', 9, 'f4b38544c8f3bb6cc96a5e9c86def6893ce3ca031356235f95df5f0a51ccef69', 1795248000000);
insert into requests (key, job, digest, at) values ('bridge-answered', 92, '83f0b9a3c4638d2be22f1acbc5cd1e845dd88f0d2d6cbcbf8054078529b5cee3', 1795248000000);
insert into requests (key, job, digest, at) values ('bridge-fallen', 93, '83f0b9a3c4638d2be22f1acbc5cd1e845dd88f0d2d6cbcbf8054078529b5cee3', 1795248000000);
insert into requests (key, job, digest, at) values ('bridge-first', 88, '2f7e157699e9622dbb8fa0c91d0354b0c2433ce7d8ea33142db60064984533eb', 1795248000000);
insert into requests (key, job, digest, at) values ('bridge-open', 91, '83f0b9a3c4638d2be22f1acbc5cd1e845dd88f0d2d6cbcbf8054078529b5cee3', 1795248000000);
insert into requests (key, job, digest, at) values ('bridge-second', 89, '11e8cc3d427cb9e8068f422e6c0cad8f9432bc01f0c68981c81a4070ee6496fa', 1795248000000);
insert into requests (key, job, digest, at) values ('bridge-third', 90, '83f0b9a3c4638d2be22f1acbc5cd1e845dd88f0d2d6cbcbf8054078529b5cee3', 1795248000000);
delete from jobs;
insert into jobs (number, id, kind, title, project, agent, directory, timeout_ms, client, details, queue, priority, after_jobs, after_any_end, tags, accepted_at, state, state_at, code, reason, attempts, started_at, report, text, archived) values (1, '3cnykvs8n02b', 'agent', 'Make the parser''s ''week'' dates right — ünïcode too 🎉', 'dates', 'claude', '/srv/ada/dates', 1800000, 'cli', '{"mode":"auto","model":"haiku","workspace":"worktree","strawboss_tools":false}', 'default', 0, '[]', 0, '[]', 1795248000000, 'queued', 1795248000000, NULL, NULL, 0, NULL, '{}', 'Make the parser accept ISO weeks.

It''s about 2026-W47; see "docs".', 0);
insert into jobs (number, id, kind, title, project, agent, directory, timeout_ms, client, details, queue, priority, after_jobs, after_any_end, tags, accepted_at, state, state_at, code, reason, attempts, started_at, report, text, archived) values (2, 'q3y087t66q94', 'agent', 'Make the parser''s ''week'' dates right — ünïcode too 🎉', 'dates', 'claude', '/srv/ada/dates', 1800000, 'cli', '{"mode":"auto","model":"haiku","workspace":"worktree","strawboss_tools":false}', 'default', 5, '[]', 0, '[]', 1795248000000, 'queued', 1795248000000, NULL, NULL, 0, NULL, '{}', 'Make the parser accept ISO weeks.

It''s about 2026-W47; see "docs".', 0);
insert into jobs (number, id, kind, title, project, agent, directory, timeout_ms, client, details, queue, priority, after_jobs, after_any_end, tags, accepted_at, state, state_at, code, reason, attempts, started_at, report, text, archived) values (3, 'h0202x7k9bev', 'agent', 'Make the parser''s ''week'' dates right — ünïcode too 🎉', 'dates', 'claude', '/srv/ada/dates', 1800000, 'claude-code', '{"mode":"auto","model":"haiku","workspace":"worktree","strawboss_tools":false}', 'default', 0, '[]', 0, '[]', 1795248000000, 'waiting', 1795248001123, NULL, NULL, 0, NULL, '{}', 'Make the parser accept ISO weeks.

It''s about 2026-W47; see "docs".', 0);
insert into jobs (number, id, kind, title, project, agent, directory, timeout_ms, client, details, queue, priority, after_jobs, after_any_end, tags, accepted_at, state, state_at, code, reason, attempts, started_at, report, text, archived) values (4, 'dwb7s25tcawq', 'agent', 'Make the parser''s ''week'' dates right — ünïcode too 🎉', 'dates', 'claude', '/srv/ada/dates', 1800000, 'cli', '{"mode":"auto","model":"haiku","workspace":"worktree","strawboss_tools":false}', 'default', 0, '[]', 0, '[]', 1795248000000, 'running', 1795248003123, NULL, NULL, 1, 1795248003123, '{}', 'Make the parser accept ISO weeks.

It''s about 2026-W47; see "docs".', 0);
insert into jobs (number, id, kind, title, project, agent, directory, timeout_ms, client, details, queue, priority, after_jobs, after_any_end, tags, accepted_at, state, state_at, code, reason, attempts, started_at, report, text, archived) values (5, 'h2a49t2b1pt6', 'agent', 'Make the parser''s ''week'' dates right — ünïcode too 🎉', 'dates', 'claude', '/srv/ada/dates', 1800000, 'cli', '{"mode":"auto","model":"haiku","workspace":"worktree","strawboss_tools":false}', 'default', 0, '[]', 0, '[]', 1795248000000, 'waiting', 1795248004123, NULL, NULL, 0, NULL, '{}', 'Make the parser accept ISO weeks.

It''s about 2026-W47; see "docs".', 0);
insert into jobs (number, id, kind, title, project, agent, directory, timeout_ms, client, details, queue, priority, after_jobs, after_any_end, tags, accepted_at, state, state_at, code, reason, attempts, started_at, report, text, archived) values (6, 'jjtk9tqx0468', 'agent', 'Make the parser''s ''week'' dates right — ünïcode too 🎉', 'dates', 'claude', '/srv/ada/dates', 1800000, 'claude-code', '{"mode":"auto","model":"haiku","workspace":"worktree","strawboss_tools":false}', 'default', 0, '[]', 0, '[]', 1795248000000, 'waiting', 1795248004123, NULL, NULL, 1, 1795248003123, '{}', 'Make the parser accept ISO weeks.

It''s about 2026-W47; see "docs".', 0);
insert into jobs (number, id, kind, title, project, agent, directory, timeout_ms, client, details, queue, priority, after_jobs, after_any_end, tags, accepted_at, state, state_at, code, reason, attempts, started_at, report, text, archived) values (7, '9vacfc8gavsw', 'agent', 'Make the parser''s ''week'' dates right — ünïcode too 🎉', 'dates', 'claude', '/srv/ada/dates', 1800000, 'cli', '{"mode":"auto","model":"haiku","workspace":"worktree","strawboss_tools":false}', 'default', 0, '[]', 0, '[]', 1795248000000, 'succeeded', 1795248009123, NULL, NULL, 1, 1795248003123, '{"exit_status":0,"text":"Weeks are parsed now.\n\nI ran the tests: all pass.","session":"0b9e","usage":{"input_tokens":5210},"cost_usd":0.0125,"branch":"strawboss/5xq5f5xnwc6p","commits":1,"changed_files":[{"path":"src/dates.py","status":"modified"}],"warnings":["The worker changed refs/heads/main; it was put back."]}', 'Make the parser accept ISO weeks.

It''s about 2026-W47; see "docs".', 0);
insert into jobs (number, id, kind, title, project, agent, directory, timeout_ms, client, details, queue, priority, after_jobs, after_any_end, tags, accepted_at, state, state_at, code, reason, attempts, started_at, report, text, archived) values (8, 'fyaw829qkaea', 'agent', 'Make the parser''s ''week'' dates right — ünïcode too 🎉', 'dates', 'claude', '/srv/ada/dates', 1800000, 'cli', '{"mode":"auto","model":"haiku","workspace":"worktree","strawboss_tools":false}', 'default', 0, '[]', 0, '[]', 1795248000000, 'queued', 1795248010123, NULL, NULL, 1, 1795248003123, '{"continues":"0b9e"}', 'Make the parser accept ISO weeks.

It''s about 2026-W47; see "docs".', 0);
insert into jobs (number, id, kind, title, project, agent, directory, timeout_ms, client, details, queue, priority, after_jobs, after_any_end, tags, accepted_at, state, state_at, code, reason, attempts, started_at, report, text, archived) values (9, '8kc1eghaj6hc', 'agent', 'Make the parser''s ''week'' dates right — ünïcode too 🎉', 'dates', 'claude', '/srv/ada/dates', 1800000, 'claude-code', '{"mode":"auto","model":"haiku","workspace":"worktree","strawboss_tools":false}', 'default', 0, '[]', 0, '[]', 1795248000000, 'running', 1795248003123, NULL, NULL, 2, 1795248003123, '{"continues":"0b9e"}', 'Make the parser accept ISO weeks.

It''s about 2026-W47; see "docs".', 0);
insert into jobs (number, id, kind, title, project, agent, directory, timeout_ms, client, details, queue, priority, after_jobs, after_any_end, tags, accepted_at, state, state_at, code, reason, attempts, started_at, report, text, archived) values (10, 'ssbw3dq95121', 'agent', 'Make the parser''s ''week'' dates right — ünïcode too 🎉', 'dates', 'claude', '/srv/ada/dates', 1800000, 'cli', '{"mode":"auto","model":"haiku","workspace":"worktree","strawboss_tools":false}', 'default', 0, '[]', 0, '[]', 1795248000000, 'cancelled', 1795248005123, 'cancelled', 'cancelled by claude-code', 0, NULL, '{}', 'Make the parser accept ISO weeks.

It''s about 2026-W47; see "docs".', 0);
insert into jobs (number, id, kind, title, project, agent, directory, timeout_ms, client, details, queue, priority, after_jobs, after_any_end, tags, accepted_at, state, state_at, code, reason, attempts, started_at, report, text, archived) values (11, 'r221b6qs1ph2', 'agent', 'Make the parser''s ''week'' dates right — ünïcode too 🎉', 'dates', 'claude', '/srv/ada/dates', 1800000, 'cli', '{"mode":"auto","model":"haiku","workspace":"worktree","strawboss_tools":false}', 'default', 0, '[]', 0, '[]', 1795248000000, 'preparing', 1795248001123, NULL, NULL, 1, NULL, '{}', 'Make the parser accept ISO weeks.

It''s about 2026-W47; see "docs".', 0);
insert into jobs (number, id, kind, title, project, agent, directory, timeout_ms, client, details, queue, priority, after_jobs, after_any_end, tags, accepted_at, state, state_at, code, reason, attempts, started_at, report, text, archived) values (12, 'm70qb3ndghaj', 'agent', 'Make the parser''s ''week'' dates right — ünïcode too 🎉', 'dates', 'claude', '/srv/ada/dates', 1800000, 'claude-code', '{"mode":"auto","model":"haiku","workspace":"worktree","strawboss_tools":false}', 'default', 0, '[]', 0, '[]', 1795248000000, 'preparing', 1795248001123, NULL, NULL, 1, NULL, '{}', 'Make the parser accept ISO weeks.

It''s about 2026-W47; see "docs".', 0);
insert into jobs (number, id, kind, title, project, agent, directory, timeout_ms, client, details, queue, priority, after_jobs, after_any_end, tags, accepted_at, state, state_at, code, reason, attempts, started_at, report, text, archived) values (13, 'dcm991sqpdrh', 'agent', 'Make the parser''s ''week'' dates right — ünïcode too 🎉', 'dates', 'claude', '/srv/ada/dates', 1800000, 'cli', '{"mode":"auto","model":"haiku","workspace":"worktree","strawboss_tools":false}', 'default', 0, '[]', 0, '[]', 1795248000000, 'failed', 1795248009123, 'nonzero_exit', 'It ended with status 3.', 1, NULL, '{"text":"Weeks are parsed now.\n\nI ran the tests: all pass.","session":"0b9e","usage":{"input_tokens":5210},"cost_usd":0.0125,"branch":"strawboss/5xq5f5xnwc6p","commits":1,"changed_files":[{"path":"src/dates.py","status":"modified"}],"warnings":["The worker changed refs/heads/main; it was put back."]}', 'Make the parser accept ISO weeks.

It''s about 2026-W47; see "docs".', 0);
insert into jobs (number, id, kind, title, project, agent, directory, timeout_ms, client, details, queue, priority, after_jobs, after_any_end, tags, accepted_at, state, state_at, code, reason, attempts, started_at, report, text, archived) values (14, '1gbef501tww9', 'agent', 'Make the parser''s ''week'' dates right — ünïcode too 🎉', 'dates', 'claude', '/srv/ada/dates', 1800000, 'cli', '{"mode":"auto","model":"haiku","workspace":"worktree","strawboss_tools":false}', 'default', 0, '[]', 0, '[]', 1795248000000, 'cancelled', 1795248002123, 'cancelled', 'cancelled by claude-code', 1, NULL, '{}', 'Make the parser accept ISO weeks.

It''s about 2026-W47; see "docs".', 0);
insert into jobs (number, id, kind, title, project, agent, directory, timeout_ms, client, details, queue, priority, after_jobs, after_any_end, tags, accepted_at, state, state_at, code, reason, attempts, started_at, report, text, archived) values (15, 'rpdyrdcg9aa6', 'agent', 'Make the parser''s ''week'' dates right — ünïcode too 🎉', 'dates', 'claude', '/srv/ada/dates', 1800000, 'claude-code', '{"mode":"auto","model":"haiku","workspace":"worktree","strawboss_tools":false}', 'default', 0, '[]', 0, '[]', 1795248000000, 'queued', 1795248002123, NULL, NULL, 1, NULL, '{}', 'Make the parser accept ISO weeks.

It''s about 2026-W47; see "docs".', 0);
insert into jobs (number, id, kind, title, project, agent, directory, timeout_ms, client, details, queue, priority, after_jobs, after_any_end, tags, accepted_at, state, state_at, code, reason, attempts, started_at, report, text, archived) values (16, 'xjqbrm0axsnz', 'agent', 'Make the parser''s ''week'' dates right — ünïcode too 🎉', 'dates', 'claude', '/srv/ada/dates', 1800000, 'cli', '{"mode":"auto","model":"haiku","workspace":"worktree","strawboss_tools":false}', 'default', 0, '[]', 0, '[]', 1795248000000, 'running', 1795248003123, NULL, NULL, 2, 1795248003123, '{}', 'Make the parser accept ISO weeks.

It''s about 2026-W47; see "docs".', 0);
insert into jobs (number, id, kind, title, project, agent, directory, timeout_ms, client, details, queue, priority, after_jobs, after_any_end, tags, accepted_at, state, state_at, code, reason, attempts, started_at, report, text, archived) values (17, 'ybgrhpvcsj6t', 'agent', 'Make the parser''s ''week'' dates right — ünïcode too 🎉', 'dates', 'claude', '/srv/ada/dates', 1800000, 'cli', '{"mode":"auto","model":"haiku","workspace":"worktree","strawboss_tools":false}', 'default', 0, '[]', 0, '[]', 1795248000000, 'running', 1795248003123, NULL, NULL, 1, 1795248003123, '{}', 'Make the parser accept ISO weeks.

It''s about 2026-W47; see "docs".', 0);
insert into jobs (number, id, kind, title, project, agent, directory, timeout_ms, client, details, queue, priority, after_jobs, after_any_end, tags, accepted_at, state, state_at, code, reason, attempts, started_at, report, text, archived) values (18, 'ka616wmfq8dy', 'agent', 'Make the parser''s ''week'' dates right — ünïcode too 🎉', 'dates', 'claude', '/srv/ada/dates', 1800000, 'claude-code', '{"mode":"auto","model":"haiku","workspace":"worktree","strawboss_tools":false}', 'default', 0, '[]', 0, '[]', 1795248000000, 'running', 1795248003123, NULL, NULL, 1, 1795248003123, '{}', 'Make the parser accept ISO weeks.

It''s about 2026-W47; see "docs".', 0);
insert into jobs (number, id, kind, title, project, agent, directory, timeout_ms, client, details, queue, priority, after_jobs, after_any_end, tags, accepted_at, state, state_at, code, reason, attempts, started_at, report, text, archived) values (19, 'crx8x250kssn', 'agent', 'Make the parser''s ''week'' dates right — ünïcode too 🎉', 'dates', 'claude', '/srv/ada/dates', 1800000, 'cli', '{"mode":"auto","model":"haiku","workspace":"worktree","strawboss_tools":false}', 'default', 0, '[]', 0, '[]', 1795248000000, 'running', 1795248003123, NULL, NULL, 1, 1795248003123, '{}', 'Make the parser accept ISO weeks.

It''s about 2026-W47; see "docs".', 0);
insert into jobs (number, id, kind, title, project, agent, directory, timeout_ms, client, details, queue, priority, after_jobs, after_any_end, tags, accepted_at, state, state_at, code, reason, attempts, started_at, report, text, archived) values (20, 'kyw943q3cgfj', 'agent', 'Make the parser''s ''week'' dates right — ünïcode too 🎉', 'dates', 'claude', '/srv/ada/dates', 1800000, 'cli', '{"mode":"auto","model":"haiku","workspace":"worktree","strawboss_tools":false}', 'default', 0, '[]', 0, '[]', 1795248000000, 'running', 1795248003123, NULL, NULL, 1, 1795248003123, '{}', 'Make the parser accept ISO weeks.

It''s about 2026-W47; see "docs".', 0);
insert into jobs (number, id, kind, title, project, agent, directory, timeout_ms, client, details, queue, priority, after_jobs, after_any_end, tags, accepted_at, state, state_at, code, reason, attempts, started_at, report, text, archived) values (21, '6exfehjc6t9s', 'agent', 'Make the parser''s ''week'' dates right — ünïcode too 🎉', 'dates', 'claude', '/srv/ada/dates', 1800000, 'claude-code', '{"mode":"auto","model":"haiku","workspace":"worktree","strawboss_tools":false}', 'default', 0, '[]', 0, '[]', 1795248000000, 'running', 1795248003123, NULL, NULL, 1, 1795248003123, '{}', 'Make the parser accept ISO weeks.

It''s about 2026-W47; see "docs".', 0);
insert into jobs (number, id, kind, title, project, agent, directory, timeout_ms, client, details, queue, priority, after_jobs, after_any_end, tags, accepted_at, state, state_at, code, reason, attempts, started_at, report, text, archived) values (22, 'h5h0vfv61c17', 'agent', 'Make the parser''s ''week'' dates right — ünïcode too 🎉', 'dates', 'claude', '/srv/ada/dates', 1800000, 'cli', '{"mode":"auto","model":"haiku","workspace":"worktree","strawboss_tools":false}', 'default', 0, '[]', 0, '[]', 1795248000000, 'verifying', 1795248008123, NULL, NULL, 1, 1795248003123, '{"exit_status":0}', 'Make the parser accept ISO weeks.

It''s about 2026-W47; see "docs".', 0);
insert into jobs (number, id, kind, title, project, agent, directory, timeout_ms, client, details, queue, priority, after_jobs, after_any_end, tags, accepted_at, state, state_at, code, reason, attempts, started_at, report, text, archived) values (23, 'jh2173486wzj', 'agent', 'Make the parser''s ''week'' dates right — ünïcode too 🎉', 'dates', 'claude', '/srv/ada/dates', 1800000, 'cli', '{"mode":"auto","model":"haiku","workspace":"worktree","strawboss_tools":false}', 'default', 0, '[]', 0, '[]', 1795248000000, 'verifying', 1795248008123, NULL, NULL, 1, 1795248003123, '{"exit_status":143}', 'Make the parser accept ISO weeks.

It''s about 2026-W47; see "docs".', 0);
insert into jobs (number, id, kind, title, project, agent, directory, timeout_ms, client, details, queue, priority, after_jobs, after_any_end, tags, accepted_at, state, state_at, code, reason, attempts, started_at, report, text, archived) values (24, 'z4ccj6cce9m8', 'agent', 'Make the parser''s ''week'' dates right — ünïcode too 🎉', 'dates', 'claude', '/srv/ada/dates', 1800000, 'claude-code', '{"mode":"auto","model":"haiku","workspace":"worktree","strawboss_tools":false}', 'default', 0, '[]', 0, '[]', 1795248000000, 'succeeded', 1795248009123, NULL, NULL, 1, 1795248003123, '{"exit_status":0,"text":"Weeks are parsed now.\n\nI ran the tests: all pass.","session":"0b9e","usage":{"input_tokens":5210},"cost_usd":0.0125,"branch":"strawboss/5xq5f5xnwc6p","commits":1,"changed_files":[{"path":"src/dates.py","status":"modified"}],"warnings":["The worker changed refs/heads/main; it was put back."]}', 'Make the parser accept ISO weeks.

It''s about 2026-W47; see "docs".', 0);
insert into jobs (number, id, kind, title, project, agent, directory, timeout_ms, client, details, queue, priority, after_jobs, after_any_end, tags, accepted_at, state, state_at, code, reason, attempts, started_at, report, text, archived) values (25, 'w16m3xkjm9mz', 'agent', 'Make the parser''s ''week'' dates right — ünïcode too 🎉', 'dates', 'claude', '/srv/ada/dates', 1800000, 'cli', '{"mode":"auto","model":"haiku","workspace":"worktree","strawboss_tools":false}', 'default', 0, '[]', 0, '[]', 1795248000000, 'failed', 1795248009123, 'nonzero_exit', 'It ended with status 3.', 1, 1795248003123, '{"exit_status":3,"text":"Weeks are parsed now.\n\nI ran the tests: all pass.","session":"0b9e","usage":{"input_tokens":5210},"cost_usd":0.0125,"branch":"strawboss/5xq5f5xnwc6p","commits":1,"changed_files":[{"path":"src/dates.py","status":"modified"}],"warnings":["The worker changed refs/heads/main; it was put back."]}', 'Make the parser accept ISO weeks.

It''s about 2026-W47; see "docs".', 0);
insert into jobs (number, id, kind, title, project, agent, directory, timeout_ms, client, details, queue, priority, after_jobs, after_any_end, tags, accepted_at, state, state_at, code, reason, attempts, started_at, report, text, archived) values (26, 'envz1dk0j2mp', 'agent', 'Make the parser''s ''week'' dates right — ünïcode too 🎉', 'dates', 'claude', '/srv/ada/dates', 1800000, 'cli', '{"mode":"auto","model":"haiku","workspace":"worktree","strawboss_tools":false}', 'default', 0, '[]', 0, '[]', 1795248000000, 'cancelled', 1795248009123, 'cancelled', 'cancelled by claude-code', 1, 1795248003123, '{"exit_status":143,"text":"Weeks are parsed now.\n\nI ran the tests: all pass.","session":"0b9e","usage":{"input_tokens":5210},"cost_usd":0.0125,"branch":"strawboss/5xq5f5xnwc6p","commits":1,"changed_files":[{"path":"src/dates.py","status":"modified"}],"warnings":["The worker changed refs/heads/main; it was put back."]}', 'Make the parser accept ISO weeks.

It''s about 2026-W47; see "docs".', 0);
insert into jobs (number, id, kind, title, project, agent, directory, timeout_ms, client, details, queue, priority, after_jobs, after_any_end, tags, accepted_at, state, state_at, code, reason, attempts, started_at, report, text, archived) values (27, '9xbf6wrxrxam', 'agent', 'Make the parser''s ''week'' dates right — ünïcode too 🎉', 'dates', 'claude', '/srv/ada/dates', 1800000, 'claude-code', '{"mode":"auto","model":"haiku","workspace":"worktree","strawboss_tools":false}', 'default', 0, '[]', 0, '[]', 1795248000000, 'timed_out', 1795248009123, 'timed_out', 'ran longer than 30m', 1, 1795248003123, '{"exit_status":137,"text":"Weeks are parsed now.\n\nI ran the tests: all pass.","session":"0b9e","usage":{"input_tokens":5210},"cost_usd":0.0125,"branch":"strawboss/5xq5f5xnwc6p","commits":1,"changed_files":[{"path":"src/dates.py","status":"modified"}],"warnings":["The worker changed refs/heads/main; it was put back."]}', 'Make the parser accept ISO weeks.

It''s about 2026-W47; see "docs".', 0);
insert into jobs (number, id, kind, title, project, agent, directory, timeout_ms, client, details, queue, priority, after_jobs, after_any_end, tags, accepted_at, state, state_at, code, reason, attempts, started_at, report, text, archived) values (28, '84szj3r6r6yw', 'agent', 'Make the parser''s ''week'' dates right — ünïcode too 🎉', 'dates', 'claude', '/srv/ada/dates', 1800000, 'cli', '{"mode":"auto","model":"haiku","workspace":"worktree","strawboss_tools":false}', 'default', 0, '[]', 0, '[]', 1795248000000, 'unknown', 1795248009123, 'outcome_unknown', 'the runner and its command are gone', 1, 1795248003123, '{}', 'Make the parser accept ISO weeks.

It''s about 2026-W47; see "docs".', 0);
insert into jobs (number, id, kind, title, project, agent, directory, timeout_ms, client, details, queue, priority, after_jobs, after_any_end, tags, accepted_at, state, state_at, code, reason, attempts, started_at, report, text, archived) values (29, '0ndygvdkepcm', 'agent', 'Make the parser''s ''week'' dates right — ünïcode too 🎉', 'dates', 'claude', '/srv/ada/dates', 1800000, 'cli', '{"mode":"auto","model":"haiku","workspace":"worktree","strawboss_tools":false}', 'default', 0, '[]', 0, '[]', 1795248000000, 'cancelled', 1795248009123, 'cancelled', 'cancelled by claude-code', 1, 1795248003123, '{}', 'Make the parser accept ISO weeks.

It''s about 2026-W47; see "docs".', 0);
insert into jobs (number, id, kind, title, project, agent, directory, timeout_ms, client, details, queue, priority, after_jobs, after_any_end, tags, accepted_at, state, state_at, code, reason, attempts, started_at, report, text, archived) values (30, 'wtj50b5bmjpm', 'command', 'make test', NULL, NULL, '/srv/ada/dates', 90000, 'claude-code', '{"workspace":"none","command":["make","test","it''s"]}', 'default', 0, '[]', 0, '[]', 1795248000000, 'queued', 1795248000000, NULL, NULL, 0, NULL, '{}', '', 0);
insert into jobs (number, id, kind, title, project, agent, directory, timeout_ms, client, details, queue, priority, after_jobs, after_any_end, tags, accepted_at, state, state_at, code, reason, attempts, started_at, report, text, archived) values (31, '1p7rn17vdbts', 'command', 'make test', NULL, NULL, '/srv/ada/dates', 90000, 'cli', '{"workspace":"none","command":["make","test","it''s"]}', 'default', 5, '[]', 0, '[]', 1795248000000, 'queued', 1795248000000, NULL, NULL, 0, NULL, '{}', '', 0);
insert into jobs (number, id, kind, title, project, agent, directory, timeout_ms, client, details, queue, priority, after_jobs, after_any_end, tags, accepted_at, state, state_at, code, reason, attempts, started_at, report, text, archived) values (32, '9y6ssgvp9s4z', 'command', 'make test', NULL, NULL, '/srv/ada/dates', 90000, 'cli', '{"workspace":"none","command":["make","test","it''s"]}', 'default', 0, '[]', 0, '[]', 1795248000000, 'waiting', 1795248001123, NULL, NULL, 0, NULL, '{}', '', 0);
insert into jobs (number, id, kind, title, project, agent, directory, timeout_ms, client, details, queue, priority, after_jobs, after_any_end, tags, accepted_at, state, state_at, code, reason, attempts, started_at, report, text, archived) values (33, '83qnj11yqe95', 'command', 'make test', NULL, NULL, '/srv/ada/dates', 90000, 'claude-code', '{"workspace":"none","command":["make","test","it''s"]}', 'default', 0, '[]', 0, '[]', 1795248000000, 'running', 1795248003123, NULL, NULL, 1, 1795248003123, '{}', '', 0);
insert into jobs (number, id, kind, title, project, agent, directory, timeout_ms, client, details, queue, priority, after_jobs, after_any_end, tags, accepted_at, state, state_at, code, reason, attempts, started_at, report, text, archived) values (34, 's76h420rf5x4', 'command', 'make test', NULL, NULL, '/srv/ada/dates', 90000, 'cli', '{"workspace":"none","command":["make","test","it''s"]}', 'default', 0, '[]', 0, '[]', 1795248000000, 'waiting', 1795248004123, NULL, NULL, 0, NULL, '{}', '', 0);
insert into jobs (number, id, kind, title, project, agent, directory, timeout_ms, client, details, queue, priority, after_jobs, after_any_end, tags, accepted_at, state, state_at, code, reason, attempts, started_at, report, text, archived) values (35, 'rbdb5gcv0cje', 'command', 'make test', NULL, NULL, '/srv/ada/dates', 90000, 'cli', '{"workspace":"none","command":["make","test","it''s"]}', 'default', 0, '[]', 0, '[]', 1795248000000, 'waiting', 1795248004123, NULL, NULL, 1, 1795248003123, '{}', '', 0);
insert into jobs (number, id, kind, title, project, agent, directory, timeout_ms, client, details, queue, priority, after_jobs, after_any_end, tags, accepted_at, state, state_at, code, reason, attempts, started_at, report, text, archived) values (36, '2zwhmrvpxydq', 'command', 'make test', NULL, NULL, '/srv/ada/dates', 90000, 'claude-code', '{"workspace":"none","command":["make","test","it''s"]}', 'default', 0, '[]', 0, '[]', 1795248000000, 'succeeded', 1795248009123, NULL, NULL, 1, 1795248003123, '{"exit_status":0,"output":"3 passed\n","error_output":"","stdout_bytes":9}', '', 0);
insert into jobs (number, id, kind, title, project, agent, directory, timeout_ms, client, details, queue, priority, after_jobs, after_any_end, tags, accepted_at, state, state_at, code, reason, attempts, started_at, report, text, archived) values (37, 'y0p65zp0gn4b', 'command', 'make test', NULL, NULL, '/srv/ada/dates', 90000, 'cli', '{"workspace":"none","command":["make","test","it''s"]}', 'default', 0, '[]', 0, '[]', 1795248000000, 'queued', 1795248010123, NULL, NULL, 1, 1795248003123, '{"continues":"0b9e"}', '', 0);
insert into jobs (number, id, kind, title, project, agent, directory, timeout_ms, client, details, queue, priority, after_jobs, after_any_end, tags, accepted_at, state, state_at, code, reason, attempts, started_at, report, text, archived) values (38, 'gd9h9yfbxn3d', 'command', 'make test', NULL, NULL, '/srv/ada/dates', 90000, 'cli', '{"workspace":"none","command":["make","test","it''s"]}', 'default', 0, '[]', 0, '[]', 1795248000000, 'running', 1795248003123, NULL, NULL, 2, 1795248003123, '{"continues":"0b9e"}', '', 0);
insert into jobs (number, id, kind, title, project, agent, directory, timeout_ms, client, details, queue, priority, after_jobs, after_any_end, tags, accepted_at, state, state_at, code, reason, attempts, started_at, report, text, archived) values (39, 'p75f7gx92wft', 'command', 'make test', NULL, NULL, '/srv/ada/dates', 90000, 'claude-code', '{"workspace":"none","command":["make","test","it''s"]}', 'default', 0, '[]', 0, '[]', 1795248000000, 'cancelled', 1795248005123, 'cancelled', 'cancelled by claude-code', 0, NULL, '{}', '', 0);
insert into jobs (number, id, kind, title, project, agent, directory, timeout_ms, client, details, queue, priority, after_jobs, after_any_end, tags, accepted_at, state, state_at, code, reason, attempts, started_at, report, text, archived) values (40, 'v9eynsewp4zz', 'command', 'make test', NULL, NULL, '/srv/ada/dates', 90000, 'cli', '{"workspace":"none","command":["make","test","it''s"]}', 'default', 0, '[]', 0, '[]', 1795248000000, 'preparing', 1795248001123, NULL, NULL, 1, NULL, '{}', '', 0);
insert into jobs (number, id, kind, title, project, agent, directory, timeout_ms, client, details, queue, priority, after_jobs, after_any_end, tags, accepted_at, state, state_at, code, reason, attempts, started_at, report, text, archived) values (41, '2h46b9e0parx', 'command', 'make test', NULL, NULL, '/srv/ada/dates', 90000, 'cli', '{"workspace":"none","command":["make","test","it''s"]}', 'default', 0, '[]', 0, '[]', 1795248000000, 'preparing', 1795248001123, NULL, NULL, 1, NULL, '{}', '', 0);
insert into jobs (number, id, kind, title, project, agent, directory, timeout_ms, client, details, queue, priority, after_jobs, after_any_end, tags, accepted_at, state, state_at, code, reason, attempts, started_at, report, text, archived) values (42, '791hkmnh9g40', 'command', 'make test', NULL, NULL, '/srv/ada/dates', 90000, 'claude-code', '{"workspace":"none","command":["make","test","it''s"]}', 'default', 0, '[]', 0, '[]', 1795248000000, 'failed', 1795248009123, 'nonzero_exit', 'It ended with status 3.', 1, NULL, '{"output":"3 passed\n","error_output":"","stdout_bytes":9}', '', 0);
insert into jobs (number, id, kind, title, project, agent, directory, timeout_ms, client, details, queue, priority, after_jobs, after_any_end, tags, accepted_at, state, state_at, code, reason, attempts, started_at, report, text, archived) values (43, 'v8tsnmmzjt7d', 'command', 'make test', NULL, NULL, '/srv/ada/dates', 90000, 'cli', '{"workspace":"none","command":["make","test","it''s"]}', 'default', 0, '[]', 0, '[]', 1795248000000, 'cancelled', 1795248002123, 'cancelled', 'cancelled by claude-code', 1, NULL, '{}', '', 0);
insert into jobs (number, id, kind, title, project, agent, directory, timeout_ms, client, details, queue, priority, after_jobs, after_any_end, tags, accepted_at, state, state_at, code, reason, attempts, started_at, report, text, archived) values (44, 'cmv848qfwggk', 'command', 'make test', NULL, NULL, '/srv/ada/dates', 90000, 'cli', '{"workspace":"none","command":["make","test","it''s"]}', 'default', 0, '[]', 0, '[]', 1795248000000, 'queued', 1795248002123, NULL, NULL, 1, NULL, '{}', '', 0);
insert into jobs (number, id, kind, title, project, agent, directory, timeout_ms, client, details, queue, priority, after_jobs, after_any_end, tags, accepted_at, state, state_at, code, reason, attempts, started_at, report, text, archived) values (45, '0wc6639ged6y', 'command', 'make test', NULL, NULL, '/srv/ada/dates', 90000, 'claude-code', '{"workspace":"none","command":["make","test","it''s"]}', 'default', 0, '[]', 0, '[]', 1795248000000, 'running', 1795248003123, NULL, NULL, 2, 1795248003123, '{}', '', 0);
insert into jobs (number, id, kind, title, project, agent, directory, timeout_ms, client, details, queue, priority, after_jobs, after_any_end, tags, accepted_at, state, state_at, code, reason, attempts, started_at, report, text, archived) values (46, '6wc7y1wpm66g', 'command', 'make test', NULL, NULL, '/srv/ada/dates', 90000, 'cli', '{"workspace":"none","command":["make","test","it''s"]}', 'default', 0, '[]', 0, '[]', 1795248000000, 'running', 1795248003123, NULL, NULL, 1, 1795248003123, '{}', '', 0);
insert into jobs (number, id, kind, title, project, agent, directory, timeout_ms, client, details, queue, priority, after_jobs, after_any_end, tags, accepted_at, state, state_at, code, reason, attempts, started_at, report, text, archived) values (47, '32dxcqde4kmy', 'command', 'make test', NULL, NULL, '/srv/ada/dates', 90000, 'cli', '{"workspace":"none","command":["make","test","it''s"]}', 'default', 0, '[]', 0, '[]', 1795248000000, 'running', 1795248003123, NULL, NULL, 1, 1795248003123, '{}', '', 0);
insert into jobs (number, id, kind, title, project, agent, directory, timeout_ms, client, details, queue, priority, after_jobs, after_any_end, tags, accepted_at, state, state_at, code, reason, attempts, started_at, report, text, archived) values (48, 'j26azvg9ph0w', 'command', 'make test', NULL, NULL, '/srv/ada/dates', 90000, 'claude-code', '{"workspace":"none","command":["make","test","it''s"]}', 'default', 0, '[]', 0, '[]', 1795248000000, 'running', 1795248003123, NULL, NULL, 1, 1795248003123, '{}', '', 0);
insert into jobs (number, id, kind, title, project, agent, directory, timeout_ms, client, details, queue, priority, after_jobs, after_any_end, tags, accepted_at, state, state_at, code, reason, attempts, started_at, report, text, archived) values (49, '6qt9fr3h1km6', 'command', 'make test', NULL, NULL, '/srv/ada/dates', 90000, 'cli', '{"workspace":"none","command":["make","test","it''s"]}', 'default', 0, '[]', 0, '[]', 1795248000000, 'running', 1795248003123, NULL, NULL, 1, 1795248003123, '{}', '', 0);
insert into jobs (number, id, kind, title, project, agent, directory, timeout_ms, client, details, queue, priority, after_jobs, after_any_end, tags, accepted_at, state, state_at, code, reason, attempts, started_at, report, text, archived) values (50, 'wmjey1thawqp', 'command', 'make test', NULL, NULL, '/srv/ada/dates', 90000, 'cli', '{"workspace":"none","command":["make","test","it''s"]}', 'default', 0, '[]', 0, '[]', 1795248000000, 'running', 1795248003123, NULL, NULL, 1, 1795248003123, '{}', '', 0);
insert into jobs (number, id, kind, title, project, agent, directory, timeout_ms, client, details, queue, priority, after_jobs, after_any_end, tags, accepted_at, state, state_at, code, reason, attempts, started_at, report, text, archived) values (51, 'a0rb5exm57dz', 'command', 'make test', NULL, NULL, '/srv/ada/dates', 90000, 'claude-code', '{"workspace":"none","command":["make","test","it''s"]}', 'default', 0, '[]', 0, '[]', 1795248000000, 'verifying', 1795248008123, NULL, NULL, 1, 1795248003123, '{"exit_status":0}', '', 0);
insert into jobs (number, id, kind, title, project, agent, directory, timeout_ms, client, details, queue, priority, after_jobs, after_any_end, tags, accepted_at, state, state_at, code, reason, attempts, started_at, report, text, archived) values (52, 'ekqe45xsg9be', 'command', 'make test', NULL, NULL, '/srv/ada/dates', 90000, 'cli', '{"workspace":"none","command":["make","test","it''s"]}', 'default', 0, '[]', 0, '[]', 1795248000000, 'verifying', 1795248008123, NULL, NULL, 1, 1795248003123, '{"exit_status":143}', '', 0);
insert into jobs (number, id, kind, title, project, agent, directory, timeout_ms, client, details, queue, priority, after_jobs, after_any_end, tags, accepted_at, state, state_at, code, reason, attempts, started_at, report, text, archived) values (53, '1y77mwnqkvys', 'command', 'make test', NULL, NULL, '/srv/ada/dates', 90000, 'cli', '{"workspace":"none","command":["make","test","it''s"]}', 'default', 0, '[]', 0, '[]', 1795248000000, 'succeeded', 1795248009123, NULL, NULL, 1, 1795248003123, '{"exit_status":0,"output":"3 passed\n","error_output":"","stdout_bytes":9}', '', 0);
insert into jobs (number, id, kind, title, project, agent, directory, timeout_ms, client, details, queue, priority, after_jobs, after_any_end, tags, accepted_at, state, state_at, code, reason, attempts, started_at, report, text, archived) values (54, 'mjy28qv3849s', 'command', 'make test', NULL, NULL, '/srv/ada/dates', 90000, 'claude-code', '{"workspace":"none","command":["make","test","it''s"]}', 'default', 0, '[]', 0, '[]', 1795248000000, 'failed', 1795248009123, 'nonzero_exit', 'It ended with status 3.', 1, 1795248003123, '{"exit_status":3,"output":"3 passed\n","error_output":"","stdout_bytes":9}', '', 0);
insert into jobs (number, id, kind, title, project, agent, directory, timeout_ms, client, details, queue, priority, after_jobs, after_any_end, tags, accepted_at, state, state_at, code, reason, attempts, started_at, report, text, archived) values (55, 'mcx1m385v960', 'command', 'make test', NULL, NULL, '/srv/ada/dates', 90000, 'cli', '{"workspace":"none","command":["make","test","it''s"]}', 'default', 0, '[]', 0, '[]', 1795248000000, 'cancelled', 1795248009123, 'cancelled', 'cancelled by claude-code', 1, 1795248003123, '{"exit_status":143,"output":"3 passed\n","error_output":"","stdout_bytes":9}', '', 0);
insert into jobs (number, id, kind, title, project, agent, directory, timeout_ms, client, details, queue, priority, after_jobs, after_any_end, tags, accepted_at, state, state_at, code, reason, attempts, started_at, report, text, archived) values (56, '45a1ct43nh5c', 'command', 'make test', NULL, NULL, '/srv/ada/dates', 90000, 'cli', '{"workspace":"none","command":["make","test","it''s"]}', 'default', 0, '[]', 0, '[]', 1795248000000, 'timed_out', 1795248009123, 'timed_out', 'ran longer than 30m', 1, 1795248003123, '{"exit_status":137,"output":"3 passed\n","error_output":"","stdout_bytes":9}', '', 0);
insert into jobs (number, id, kind, title, project, agent, directory, timeout_ms, client, details, queue, priority, after_jobs, after_any_end, tags, accepted_at, state, state_at, code, reason, attempts, started_at, report, text, archived) values (57, 'cvjv0ddsnt1j', 'command', 'make test', NULL, NULL, '/srv/ada/dates', 90000, 'claude-code', '{"workspace":"none","command":["make","test","it''s"]}', 'default', 0, '[]', 0, '[]', 1795248000000, 'unknown', 1795248009123, 'outcome_unknown', 'the runner and its command are gone', 1, 1795248003123, '{}', '', 0);
insert into jobs (number, id, kind, title, project, agent, directory, timeout_ms, client, details, queue, priority, after_jobs, after_any_end, tags, accepted_at, state, state_at, code, reason, attempts, started_at, report, text, archived) values (58, '862mvqt4znes', 'command', 'make test', NULL, NULL, '/srv/ada/dates', 90000, 'cli', '{"workspace":"none","command":["make","test","it''s"]}', 'default', 0, '[]', 0, '[]', 1795248000000, 'cancelled', 1795248009123, 'cancelled', 'cancelled by claude-code', 1, 1795248003123, '{}', '', 0);
insert into jobs (number, id, kind, title, project, agent, directory, timeout_ms, client, details, queue, priority, after_jobs, after_any_end, tags, accepted_at, state, state_at, code, reason, attempts, started_at, report, text, archived) values (59, 'dgctv05menz6', 'command', 'a script', 'dates', NULL, '/srv/ada/dates', 7200000, 'cli', '{"interpreter":"bash","environment":{"LEVEL":"3"},"workspace":"none"}', 'default', 0, '[]', 0, '[]', 1795248000000, 'queued', 1795248000000, NULL, NULL, 0, NULL, '{}', NULL, 0);
insert into jobs (number, id, kind, title, project, agent, directory, timeout_ms, client, details, queue, priority, after_jobs, after_any_end, tags, accepted_at, state, state_at, code, reason, attempts, started_at, report, text, archived) values (60, '9jqy2y1acmcv', 'command', 'a script', 'dates', NULL, '/srv/ada/dates', 7200000, 'claude-code', '{"interpreter":"bash","environment":{"LEVEL":"3"},"workspace":"none"}', 'default', 5, '[]', 0, '[]', 1795248000000, 'queued', 1795248000000, NULL, NULL, 0, NULL, '{}', NULL, 0);
insert into jobs (number, id, kind, title, project, agent, directory, timeout_ms, client, details, queue, priority, after_jobs, after_any_end, tags, accepted_at, state, state_at, code, reason, attempts, started_at, report, text, archived) values (61, 'ffh9xv9gqvw1', 'command', 'a script', 'dates', NULL, '/srv/ada/dates', 7200000, 'cli', '{"interpreter":"bash","environment":{"LEVEL":"3"},"workspace":"none"}', 'default', 0, '[]', 0, '[]', 1795248000000, 'waiting', 1795248001123, NULL, NULL, 0, NULL, '{}', NULL, 0);
insert into jobs (number, id, kind, title, project, agent, directory, timeout_ms, client, details, queue, priority, after_jobs, after_any_end, tags, accepted_at, state, state_at, code, reason, attempts, started_at, report, text, archived) values (62, 'cgsx8rpmcexj', 'command', 'a script', 'dates', NULL, '/srv/ada/dates', 7200000, 'cli', '{"interpreter":"bash","environment":{"LEVEL":"3"},"workspace":"none"}', 'default', 0, '[]', 0, '[]', 1795248000000, 'running', 1795248003123, NULL, NULL, 1, 1795248003123, '{}', NULL, 0);
insert into jobs (number, id, kind, title, project, agent, directory, timeout_ms, client, details, queue, priority, after_jobs, after_any_end, tags, accepted_at, state, state_at, code, reason, attempts, started_at, report, text, archived) values (63, 'kpjxxjh949we', 'command', 'a script', 'dates', NULL, '/srv/ada/dates', 7200000, 'claude-code', '{"interpreter":"bash","environment":{"LEVEL":"3"},"workspace":"none"}', 'default', 0, '[]', 0, '[]', 1795248000000, 'waiting', 1795248004123, NULL, NULL, 0, NULL, '{}', NULL, 0);
insert into jobs (number, id, kind, title, project, agent, directory, timeout_ms, client, details, queue, priority, after_jobs, after_any_end, tags, accepted_at, state, state_at, code, reason, attempts, started_at, report, text, archived) values (64, 'w4zjf9qqgqdg', 'command', 'a script', 'dates', NULL, '/srv/ada/dates', 7200000, 'cli', '{"interpreter":"bash","environment":{"LEVEL":"3"},"workspace":"none"}', 'default', 0, '[]', 0, '[]', 1795248000000, 'waiting', 1795248004123, NULL, NULL, 1, 1795248003123, '{}', NULL, 0);
insert into jobs (number, id, kind, title, project, agent, directory, timeout_ms, client, details, queue, priority, after_jobs, after_any_end, tags, accepted_at, state, state_at, code, reason, attempts, started_at, report, text, archived) values (65, 'eqc92zxjaqyh', 'command', 'a script', 'dates', NULL, '/srv/ada/dates', 7200000, 'cli', '{"interpreter":"bash","environment":{"LEVEL":"3"},"workspace":"none"}', 'default', 0, '[]', 0, '[]', 1795248000000, 'succeeded', 1795248009123, NULL, NULL, 1, 1795248003123, '{"exit_status":0,"output":"3 passed\n","error_output":"","stdout_bytes":9}', NULL, 0);
insert into jobs (number, id, kind, title, project, agent, directory, timeout_ms, client, details, queue, priority, after_jobs, after_any_end, tags, accepted_at, state, state_at, code, reason, attempts, started_at, report, text, archived) values (66, 'brbn0cav74kg', 'command', 'a script', 'dates', NULL, '/srv/ada/dates', 7200000, 'claude-code', '{"interpreter":"bash","environment":{"LEVEL":"3"},"workspace":"none"}', 'default', 0, '[]', 0, '[]', 1795248000000, 'queued', 1795248010123, NULL, NULL, 1, 1795248003123, '{"continues":"0b9e"}', NULL, 0);
insert into jobs (number, id, kind, title, project, agent, directory, timeout_ms, client, details, queue, priority, after_jobs, after_any_end, tags, accepted_at, state, state_at, code, reason, attempts, started_at, report, text, archived) values (67, 'gytw8qfxbfrt', 'command', 'a script', 'dates', NULL, '/srv/ada/dates', 7200000, 'cli', '{"interpreter":"bash","environment":{"LEVEL":"3"},"workspace":"none"}', 'default', 0, '[]', 0, '[]', 1795248000000, 'running', 1795248003123, NULL, NULL, 2, 1795248003123, '{"continues":"0b9e"}', NULL, 0);
insert into jobs (number, id, kind, title, project, agent, directory, timeout_ms, client, details, queue, priority, after_jobs, after_any_end, tags, accepted_at, state, state_at, code, reason, attempts, started_at, report, text, archived) values (68, 'bg1kzrks5gpd', 'command', 'a script', 'dates', NULL, '/srv/ada/dates', 7200000, 'cli', '{"interpreter":"bash","environment":{"LEVEL":"3"},"workspace":"none"}', 'default', 0, '[]', 0, '[]', 1795248000000, 'cancelled', 1795248005123, 'cancelled', 'cancelled by claude-code', 0, NULL, '{}', NULL, 0);
insert into jobs (number, id, kind, title, project, agent, directory, timeout_ms, client, details, queue, priority, after_jobs, after_any_end, tags, accepted_at, state, state_at, code, reason, attempts, started_at, report, text, archived) values (69, '5p6pftagc8qr', 'command', 'a script', 'dates', NULL, '/srv/ada/dates', 7200000, 'claude-code', '{"interpreter":"bash","environment":{"LEVEL":"3"},"workspace":"none"}', 'default', 0, '[]', 0, '[]', 1795248000000, 'preparing', 1795248001123, NULL, NULL, 1, NULL, '{}', NULL, 0);
insert into jobs (number, id, kind, title, project, agent, directory, timeout_ms, client, details, queue, priority, after_jobs, after_any_end, tags, accepted_at, state, state_at, code, reason, attempts, started_at, report, text, archived) values (70, '0aqewz4crykb', 'command', 'a script', 'dates', NULL, '/srv/ada/dates', 7200000, 'cli', '{"interpreter":"bash","environment":{"LEVEL":"3"},"workspace":"none"}', 'default', 0, '[]', 0, '[]', 1795248000000, 'preparing', 1795248001123, NULL, NULL, 1, NULL, '{}', NULL, 0);
insert into jobs (number, id, kind, title, project, agent, directory, timeout_ms, client, details, queue, priority, after_jobs, after_any_end, tags, accepted_at, state, state_at, code, reason, attempts, started_at, report, text, archived) values (71, '6vpsgmpg5ksx', 'command', 'a script', 'dates', NULL, '/srv/ada/dates', 7200000, 'cli', '{"interpreter":"bash","environment":{"LEVEL":"3"},"workspace":"none"}', 'default', 0, '[]', 0, '[]', 1795248000000, 'failed', 1795248009123, 'nonzero_exit', 'It ended with status 3.', 1, NULL, '{"output":"3 passed\n","error_output":"","stdout_bytes":9}', NULL, 0);
insert into jobs (number, id, kind, title, project, agent, directory, timeout_ms, client, details, queue, priority, after_jobs, after_any_end, tags, accepted_at, state, state_at, code, reason, attempts, started_at, report, text, archived) values (72, '4jyyr04bbnvg', 'command', 'a script', 'dates', NULL, '/srv/ada/dates', 7200000, 'claude-code', '{"interpreter":"bash","environment":{"LEVEL":"3"},"workspace":"none"}', 'default', 0, '[]', 0, '[]', 1795248000000, 'cancelled', 1795248002123, 'cancelled', 'cancelled by claude-code', 1, NULL, '{}', NULL, 0);
insert into jobs (number, id, kind, title, project, agent, directory, timeout_ms, client, details, queue, priority, after_jobs, after_any_end, tags, accepted_at, state, state_at, code, reason, attempts, started_at, report, text, archived) values (73, 'rszdq0hfa9x3', 'command', 'a script', 'dates', NULL, '/srv/ada/dates', 7200000, 'cli', '{"interpreter":"bash","environment":{"LEVEL":"3"},"workspace":"none"}', 'default', 0, '[]', 0, '[]', 1795248000000, 'queued', 1795248002123, NULL, NULL, 1, NULL, '{}', NULL, 0);
insert into jobs (number, id, kind, title, project, agent, directory, timeout_ms, client, details, queue, priority, after_jobs, after_any_end, tags, accepted_at, state, state_at, code, reason, attempts, started_at, report, text, archived) values (74, 'xjvevjsn2w9m', 'command', 'a script', 'dates', NULL, '/srv/ada/dates', 7200000, 'cli', '{"interpreter":"bash","environment":{"LEVEL":"3"},"workspace":"none"}', 'default', 0, '[]', 0, '[]', 1795248000000, 'running', 1795248003123, NULL, NULL, 2, 1795248003123, '{}', NULL, 0);
insert into jobs (number, id, kind, title, project, agent, directory, timeout_ms, client, details, queue, priority, after_jobs, after_any_end, tags, accepted_at, state, state_at, code, reason, attempts, started_at, report, text, archived) values (75, 'fd8wk6w2h4vy', 'command', 'a script', 'dates', NULL, '/srv/ada/dates', 7200000, 'claude-code', '{"interpreter":"bash","environment":{"LEVEL":"3"},"workspace":"none"}', 'default', 0, '[]', 0, '[]', 1795248000000, 'running', 1795248003123, NULL, NULL, 1, 1795248003123, '{}', NULL, 0);
insert into jobs (number, id, kind, title, project, agent, directory, timeout_ms, client, details, queue, priority, after_jobs, after_any_end, tags, accepted_at, state, state_at, code, reason, attempts, started_at, report, text, archived) values (76, 'a27e7azgtawd', 'command', 'a script', 'dates', NULL, '/srv/ada/dates', 7200000, 'cli', '{"interpreter":"bash","environment":{"LEVEL":"3"},"workspace":"none"}', 'default', 0, '[]', 0, '[]', 1795248000000, 'running', 1795248003123, NULL, NULL, 1, 1795248003123, '{}', NULL, 0);
insert into jobs (number, id, kind, title, project, agent, directory, timeout_ms, client, details, queue, priority, after_jobs, after_any_end, tags, accepted_at, state, state_at, code, reason, attempts, started_at, report, text, archived) values (77, 'mwtfyhpe65b5', 'command', 'a script', 'dates', NULL, '/srv/ada/dates', 7200000, 'cli', '{"interpreter":"bash","environment":{"LEVEL":"3"},"workspace":"none"}', 'default', 0, '[]', 0, '[]', 1795248000000, 'running', 1795248003123, NULL, NULL, 1, 1795248003123, '{}', NULL, 0);
insert into jobs (number, id, kind, title, project, agent, directory, timeout_ms, client, details, queue, priority, after_jobs, after_any_end, tags, accepted_at, state, state_at, code, reason, attempts, started_at, report, text, archived) values (78, '265cbf4nwctn', 'command', 'a script', 'dates', NULL, '/srv/ada/dates', 7200000, 'claude-code', '{"interpreter":"bash","environment":{"LEVEL":"3"},"workspace":"none"}', 'default', 0, '[]', 0, '[]', 1795248000000, 'running', 1795248003123, NULL, NULL, 1, 1795248003123, '{}', NULL, 0);
insert into jobs (number, id, kind, title, project, agent, directory, timeout_ms, client, details, queue, priority, after_jobs, after_any_end, tags, accepted_at, state, state_at, code, reason, attempts, started_at, report, text, archived) values (79, 'wmka8q02bc65', 'command', 'a script', 'dates', NULL, '/srv/ada/dates', 7200000, 'cli', '{"interpreter":"bash","environment":{"LEVEL":"3"},"workspace":"none"}', 'default', 0, '[]', 0, '[]', 1795248000000, 'running', 1795248003123, NULL, NULL, 1, 1795248003123, '{}', NULL, 0);
insert into jobs (number, id, kind, title, project, agent, directory, timeout_ms, client, details, queue, priority, after_jobs, after_any_end, tags, accepted_at, state, state_at, code, reason, attempts, started_at, report, text, archived) values (80, '4rq5mz9fqdap', 'command', 'a script', 'dates', NULL, '/srv/ada/dates', 7200000, 'cli', '{"interpreter":"bash","environment":{"LEVEL":"3"},"workspace":"none"}', 'default', 0, '[]', 0, '[]', 1795248000000, 'verifying', 1795248008123, NULL, NULL, 1, 1795248003123, '{"exit_status":0}', NULL, 0);
insert into jobs (number, id, kind, title, project, agent, directory, timeout_ms, client, details, queue, priority, after_jobs, after_any_end, tags, accepted_at, state, state_at, code, reason, attempts, started_at, report, text, archived) values (81, 'mwnf7ysmz93q', 'command', 'a script', 'dates', NULL, '/srv/ada/dates', 7200000, 'claude-code', '{"interpreter":"bash","environment":{"LEVEL":"3"},"workspace":"none"}', 'default', 0, '[]', 0, '[]', 1795248000000, 'verifying', 1795248008123, NULL, NULL, 1, 1795248003123, '{"exit_status":143}', NULL, 0);
insert into jobs (number, id, kind, title, project, agent, directory, timeout_ms, client, details, queue, priority, after_jobs, after_any_end, tags, accepted_at, state, state_at, code, reason, attempts, started_at, report, text, archived) values (82, 's7g5pvyey2x8', 'command', 'a script', 'dates', NULL, '/srv/ada/dates', 7200000, 'cli', '{"interpreter":"bash","environment":{"LEVEL":"3"},"workspace":"none"}', 'default', 0, '[]', 0, '[]', 1795248000000, 'succeeded', 1795248009123, NULL, NULL, 1, 1795248003123, '{"exit_status":0,"output":"3 passed\n","error_output":"","stdout_bytes":9}', NULL, 0);
insert into jobs (number, id, kind, title, project, agent, directory, timeout_ms, client, details, queue, priority, after_jobs, after_any_end, tags, accepted_at, state, state_at, code, reason, attempts, started_at, report, text, archived) values (83, '482zttwkchqy', 'command', 'a script', 'dates', NULL, '/srv/ada/dates', 7200000, 'cli', '{"interpreter":"bash","environment":{"LEVEL":"3"},"workspace":"none"}', 'default', 0, '[]', 0, '[]', 1795248000000, 'failed', 1795248009123, 'nonzero_exit', 'It ended with status 3.', 1, 1795248003123, '{"exit_status":3,"output":"3 passed\n","error_output":"","stdout_bytes":9}', NULL, 0);
insert into jobs (number, id, kind, title, project, agent, directory, timeout_ms, client, details, queue, priority, after_jobs, after_any_end, tags, accepted_at, state, state_at, code, reason, attempts, started_at, report, text, archived) values (84, 'v6wac2sz097p', 'command', 'a script', 'dates', NULL, '/srv/ada/dates', 7200000, 'claude-code', '{"interpreter":"bash","environment":{"LEVEL":"3"},"workspace":"none"}', 'default', 0, '[]', 0, '[]', 1795248000000, 'cancelled', 1795248009123, 'cancelled', 'cancelled by claude-code', 1, 1795248003123, '{"exit_status":143,"output":"3 passed\n","error_output":"","stdout_bytes":9}', NULL, 0);
insert into jobs (number, id, kind, title, project, agent, directory, timeout_ms, client, details, queue, priority, after_jobs, after_any_end, tags, accepted_at, state, state_at, code, reason, attempts, started_at, report, text, archived) values (85, 'rps77zk0z6wv', 'command', 'a script', 'dates', NULL, '/srv/ada/dates', 7200000, 'cli', '{"interpreter":"bash","environment":{"LEVEL":"3"},"workspace":"none"}', 'default', 0, '[]', 0, '[]', 1795248000000, 'timed_out', 1795248009123, 'timed_out', 'ran longer than 30m', 1, 1795248003123, '{"exit_status":137,"output":"3 passed\n","error_output":"","stdout_bytes":9}', NULL, 0);
insert into jobs (number, id, kind, title, project, agent, directory, timeout_ms, client, details, queue, priority, after_jobs, after_any_end, tags, accepted_at, state, state_at, code, reason, attempts, started_at, report, text, archived) values (86, 'kze6sx6hse5v', 'command', 'a script', 'dates', NULL, '/srv/ada/dates', 7200000, 'cli', '{"interpreter":"bash","environment":{"LEVEL":"3"},"workspace":"none"}', 'default', 0, '[]', 0, '[]', 1795248000000, 'unknown', 1795248009123, 'outcome_unknown', 'the runner and its command are gone', 1, 1795248003123, '{}', NULL, 0);
insert into jobs (number, id, kind, title, project, agent, directory, timeout_ms, client, details, queue, priority, after_jobs, after_any_end, tags, accepted_at, state, state_at, code, reason, attempts, started_at, report, text, archived) values (87, '9xww3y1djme0', 'command', 'a script', 'dates', NULL, '/srv/ada/dates', 7200000, 'claude-code', '{"interpreter":"bash","environment":{"LEVEL":"3"},"workspace":"none"}', 'default', 0, '[]', 0, '[]', 1795248000000, 'cancelled', 1795248009123, 'cancelled', 'cancelled by claude-code', 1, 1795248003123, '{}', NULL, 0);
insert into jobs (number, id, kind, title, project, agent, directory, timeout_ms, client, details, queue, priority, after_jobs, after_any_end, tags, accepted_at, state, state_at, code, reason, attempts, started_at, report, text, archived) values (88, 'skg8bg6fhv0p', 'command', 'make test', NULL, NULL, '/srv/ada/dates', 90000, 'claude-code', '{"workspace":"none","command":["make","test","it''s"]}', 'release', 7, '[]', 0, '["nightly","ünïcode"]', 1795248000000, 'queued', 1795248000000, NULL, NULL, 0, NULL, '{}', '', 0);
insert into jobs (number, id, kind, title, project, agent, directory, timeout_ms, client, details, queue, priority, after_jobs, after_any_end, tags, accepted_at, state, state_at, code, reason, attempts, started_at, report, text, archived) values (89, 'qa9bvzf66wdc', 'command', 'make test', NULL, NULL, '/srv/ada/dates', 90000, 'claude-code', '{"workspace":"none","command":["make","test","it''s"]}', 'release', -3, '["skg8bg6fhv0p"]', 1, '["nightly","ünïcode"]', 1795248000000, 'waiting', 1795248000000, NULL, NULL, 0, NULL, '{}', '', 0);
insert into jobs (number, id, kind, title, project, agent, directory, timeout_ms, client, details, queue, priority, after_jobs, after_any_end, tags, accepted_at, state, state_at, code, reason, attempts, started_at, report, text, archived) values (90, '7kjpmrnjebfm', 'command', 'make test', NULL, NULL, '/srv/ada/dates', 90000, 'claude-code', '{"workspace":"none","command":["make","test","it''s"]}', 'default', 0, '[]', 0, '["nightly","ünïcode"]', 1795248000000, 'succeeded', 1795248009123, NULL, NULL, 1, 1795248003123, '{"output":"3 passed\n","error_output":"","stdout_bytes":9,"exit_status":0}', '', 1);
insert into jobs (number, id, kind, title, project, agent, directory, timeout_ms, client, details, queue, priority, after_jobs, after_any_end, tags, accepted_at, state, state_at, code, reason, attempts, started_at, report, text, archived) values (91, 'mdy51b6sy1sk', 'command', 'make test', NULL, NULL, '/srv/ada/dates', 90000, 'claude-code', '{"workspace":"none","command":["make","test","it''s"]}', 'default', 0, '[]', 0, '["nightly","ünïcode"]', 1795248000000, 'waiting', 1795248003123, NULL, NULL, 1, 1795248003123, '{}', '', 0);
insert into jobs (number, id, kind, title, project, agent, directory, timeout_ms, client, details, queue, priority, after_jobs, after_any_end, tags, accepted_at, state, state_at, code, reason, attempts, started_at, report, text, archived) values (92, 'yj8ns8d1vn89', 'command', 'make test', NULL, NULL, '/srv/ada/dates', 90000, 'claude-code', '{"workspace":"none","command":["make","test","it''s"]}', 'default', 0, '[]', 0, '["nightly","ünïcode"]', 1795248000000, 'running', 1795248003123, NULL, NULL, 1, 1795248003123, '{}', '', 0);
insert into jobs (number, id, kind, title, project, agent, directory, timeout_ms, client, details, queue, priority, after_jobs, after_any_end, tags, accepted_at, state, state_at, code, reason, attempts, started_at, report, text, archived) values (93, 'q4kbvv2vyft0', 'command', 'make test', NULL, NULL, '/srv/ada/dates', 90000, 'claude-code', '{"workspace":"none","command":["make","test","it''s"]}', 'default', 0, '[]', 0, '["nightly","ünïcode"]', 1795248000000, 'verifying', 1795248008123, NULL, NULL, 1, 1795248003123, '{"exit_status":0}', '', 0);
insert into jobs (number, id, kind, title, project, agent, directory, timeout_ms, client, details, queue, priority, after_jobs, after_any_end, tags, accepted_at, state, state_at, code, reason, attempts, started_at, report, text, archived) values (94, 'fp3qmwsdazgx', 'command', 'make test', NULL, NULL, '/srv/ada/dates', 90000, 'claude-code', '{"workspace":"none","command":["make","test","it''s"]}', 'default', 0, '[]', 0, '[]', 1795248000000, 'queued', 1795248000000, NULL, NULL, 0, NULL, '{}', '', 0);
delete from idempotency_keys;
insert into idempotency_keys (principal, key, job, request, at) values ('ada', 'answered', 92, '{"command":"make test"}', 1795248000000);
insert into idempotency_keys (principal, key, job, request, at) values ('ada', 'fallen', 93, '{"command":"make test"}', 1795248000000);
insert into idempotency_keys (principal, key, job, request, at) values ('ada', 'first', 88, '{"command":"make test"}', 1795248000000);
insert into idempotency_keys (principal, key, job, request, at) values ('ada', 'open', 91, '{"command":"make test"}', 1795248000000);
insert into idempotency_keys (principal, key, job, request, at) values ('ada', 'second', 89, '{"command":"make test"}', 1795248000000);
insert into idempotency_keys (principal, key, job, request, at) values ('ada', 'third', 90, '{"command":"make test"}', 1795248000000);
delete from sessions;
insert into sessions (job, session) values (88, 'session-1');
insert into sessions (job, session) values (89, 'session-1');
insert into sessions (job, session) values (91, 'session-1');
insert into sessions (job, session) values (92, 'session-1');
insert into sessions (job, session) values (93, 'session-1');
insert into sessions (job, session) values (94, 'session-2');
delete from endings;
insert into endings (number, job, session, told_at, seen_at) values (1, 7, '', NULL, NULL);
insert into endings (number, job, session, told_at, seen_at) values (4, 10, '', NULL, NULL);
insert into endings (number, job, session, told_at, seen_at) values (5, 13, '', NULL, NULL);
insert into endings (number, job, session, told_at, seen_at) values (6, 14, '', NULL, NULL);
insert into endings (number, job, session, told_at, seen_at) values (7, 24, '', NULL, NULL);
insert into endings (number, job, session, told_at, seen_at) values (8, 25, '', NULL, NULL);
insert into endings (number, job, session, told_at, seen_at) values (9, 26, '', NULL, NULL);
insert into endings (number, job, session, told_at, seen_at) values (10, 27, '', NULL, NULL);
insert into endings (number, job, session, told_at, seen_at) values (11, 28, '', NULL, NULL);
insert into endings (number, job, session, told_at, seen_at) values (12, 29, '', NULL, NULL);
insert into endings (number, job, session, told_at, seen_at) values (13, 36, '', NULL, NULL);
insert into endings (number, job, session, told_at, seen_at) values (16, 39, '', NULL, NULL);
insert into endings (number, job, session, told_at, seen_at) values (17, 42, '', NULL, NULL);
insert into endings (number, job, session, told_at, seen_at) values (18, 43, '', NULL, NULL);
insert into endings (number, job, session, told_at, seen_at) values (19, 53, '', NULL, NULL);
insert into endings (number, job, session, told_at, seen_at) values (20, 54, '', NULL, NULL);
insert into endings (number, job, session, told_at, seen_at) values (21, 55, '', NULL, NULL);
insert into endings (number, job, session, told_at, seen_at) values (22, 56, '', NULL, NULL);
insert into endings (number, job, session, told_at, seen_at) values (23, 57, '', NULL, NULL);
insert into endings (number, job, session, told_at, seen_at) values (24, 58, '', NULL, NULL);
insert into endings (number, job, session, told_at, seen_at) values (25, 65, '', NULL, NULL);
insert into endings (number, job, session, told_at, seen_at) values (28, 68, '', NULL, NULL);
insert into endings (number, job, session, told_at, seen_at) values (29, 71, '', NULL, NULL);
insert into endings (number, job, session, told_at, seen_at) values (30, 72, '', NULL, NULL);
insert into endings (number, job, session, told_at, seen_at) values (31, 82, '', NULL, NULL);
insert into endings (number, job, session, told_at, seen_at) values (32, 83, '', NULL, NULL);
insert into endings (number, job, session, told_at, seen_at) values (33, 84, '', NULL, NULL);
insert into endings (number, job, session, told_at, seen_at) values (34, 85, '', NULL, NULL);
insert into endings (number, job, session, told_at, seen_at) values (35, 86, '', NULL, NULL);
insert into endings (number, job, session, told_at, seen_at) values (36, 87, '', NULL, NULL);
insert into endings (number, job, session, told_at, seen_at) values (37, 90, 'session-1', NULL, NULL);
delete from tags;
insert into tags (tag, archived, job) values ('nightly', 0, 88);
insert into tags (tag, archived, job) values ('ünïcode', 0, 88);
insert into tags (tag, archived, job) values ('nightly', 0, 89);
insert into tags (tag, archived, job) values ('ünïcode', 0, 89);
insert into tags (tag, archived, job) values ('nightly', 1, 90);
insert into tags (tag, archived, job) values ('ünïcode', 1, 90);
insert into tags (tag, archived, job) values ('nightly', 0, 91);
insert into tags (tag, archived, job) values ('ünïcode', 0, 91);
insert into tags (tag, archived, job) values ('nightly', 0, 92);
insert into tags (tag, archived, job) values ('ünïcode', 0, 92);
insert into tags (tag, archived, job) values ('nightly', 0, 93);
insert into tags (tag, archived, job) values ('ünïcode', 0, 93);
delete from cleanups;
delete from totals;
insert into totals (archived, state, kind, project, agent, queue, client, jobs) values (0, 'cancelled', 'agent', 'dates', 'claude', 'default', 'cli', 4);
insert into totals (archived, state, kind, project, agent, queue, client, jobs) values (0, 'cancelled', 'command', '', '', 'default', 'claude-code', 1);
insert into totals (archived, state, kind, project, agent, queue, client, jobs) values (0, 'cancelled', 'command', '', '', 'default', 'cli', 3);
insert into totals (archived, state, kind, project, agent, queue, client, jobs) values (0, 'cancelled', 'command', 'dates', '', 'default', 'claude-code', 3);
insert into totals (archived, state, kind, project, agent, queue, client, jobs) values (0, 'cancelled', 'command', 'dates', '', 'default', 'cli', 1);
insert into totals (archived, state, kind, project, agent, queue, client, jobs) values (0, 'failed', 'agent', 'dates', 'claude', 'default', 'cli', 2);
insert into totals (archived, state, kind, project, agent, queue, client, jobs) values (0, 'failed', 'command', '', '', 'default', 'claude-code', 2);
insert into totals (archived, state, kind, project, agent, queue, client, jobs) values (0, 'failed', 'command', 'dates', '', 'default', 'cli', 2);
insert into totals (archived, state, kind, project, agent, queue, client, jobs) values (0, 'preparing', 'agent', 'dates', 'claude', 'default', 'claude-code', 1);
insert into totals (archived, state, kind, project, agent, queue, client, jobs) values (0, 'preparing', 'agent', 'dates', 'claude', 'default', 'cli', 1);
insert into totals (archived, state, kind, project, agent, queue, client, jobs) values (0, 'preparing', 'command', '', '', 'default', 'claude-code', 0);
insert into totals (archived, state, kind, project, agent, queue, client, jobs) values (0, 'preparing', 'command', '', '', 'default', 'cli', 2);
insert into totals (archived, state, kind, project, agent, queue, client, jobs) values (0, 'preparing', 'command', 'dates', '', 'default', 'claude-code', 1);
insert into totals (archived, state, kind, project, agent, queue, client, jobs) values (0, 'preparing', 'command', 'dates', '', 'default', 'cli', 1);
insert into totals (archived, state, kind, project, agent, queue, client, jobs) values (0, 'queued', 'agent', 'dates', 'claude', 'default', 'claude-code', 1);
insert into totals (archived, state, kind, project, agent, queue, client, jobs) values (0, 'queued', 'agent', 'dates', 'claude', 'default', 'cli', 3);
insert into totals (archived, state, kind, project, agent, queue, client, jobs) values (0, 'queued', 'command', '', '', 'default', 'claude-code', 2);
insert into totals (archived, state, kind, project, agent, queue, client, jobs) values (0, 'queued', 'command', '', '', 'default', 'cli', 3);
insert into totals (archived, state, kind, project, agent, queue, client, jobs) values (0, 'queued', 'command', '', '', 'release', 'claude-code', 1);
insert into totals (archived, state, kind, project, agent, queue, client, jobs) values (0, 'queued', 'command', 'dates', '', 'default', 'claude-code', 2);
insert into totals (archived, state, kind, project, agent, queue, client, jobs) values (0, 'queued', 'command', 'dates', '', 'default', 'cli', 2);
insert into totals (archived, state, kind, project, agent, queue, client, jobs) values (0, 'running', 'agent', 'dates', 'claude', 'default', 'claude-code', 3);
insert into totals (archived, state, kind, project, agent, queue, client, jobs) values (0, 'running', 'agent', 'dates', 'claude', 'default', 'cli', 5);
insert into totals (archived, state, kind, project, agent, queue, client, jobs) values (0, 'running', 'command', '', '', 'default', 'claude-code', 4);
insert into totals (archived, state, kind, project, agent, queue, client, jobs) values (0, 'running', 'command', '', '', 'default', 'cli', 5);
insert into totals (archived, state, kind, project, agent, queue, client, jobs) values (0, 'running', 'command', 'dates', '', 'default', 'claude-code', 2);
insert into totals (archived, state, kind, project, agent, queue, client, jobs) values (0, 'running', 'command', 'dates', '', 'default', 'cli', 6);
insert into totals (archived, state, kind, project, agent, queue, client, jobs) values (0, 'succeeded', 'agent', 'dates', 'claude', 'default', 'claude-code', 1);
insert into totals (archived, state, kind, project, agent, queue, client, jobs) values (0, 'succeeded', 'agent', 'dates', 'claude', 'default', 'cli', 1);
insert into totals (archived, state, kind, project, agent, queue, client, jobs) values (0, 'succeeded', 'command', '', '', 'default', 'claude-code', 1);
insert into totals (archived, state, kind, project, agent, queue, client, jobs) values (0, 'succeeded', 'command', '', '', 'default', 'cli', 1);
insert into totals (archived, state, kind, project, agent, queue, client, jobs) values (0, 'succeeded', 'command', 'dates', '', 'default', 'cli', 2);
insert into totals (archived, state, kind, project, agent, queue, client, jobs) values (0, 'timed_out', 'agent', 'dates', 'claude', 'default', 'claude-code', 1);
insert into totals (archived, state, kind, project, agent, queue, client, jobs) values (0, 'timed_out', 'command', '', '', 'default', 'cli', 1);
insert into totals (archived, state, kind, project, agent, queue, client, jobs) values (0, 'timed_out', 'command', 'dates', '', 'default', 'cli', 1);
insert into totals (archived, state, kind, project, agent, queue, client, jobs) values (0, 'unknown', 'agent', 'dates', 'claude', 'default', 'claude-code', 0);
insert into totals (archived, state, kind, project, agent, queue, client, jobs) values (0, 'unknown', 'agent', 'dates', 'claude', 'default', 'cli', 1);
insert into totals (archived, state, kind, project, agent, queue, client, jobs) values (0, 'unknown', 'command', '', '', 'default', 'claude-code', 1);
insert into totals (archived, state, kind, project, agent, queue, client, jobs) values (0, 'unknown', 'command', '', '', 'default', 'cli', 0);
insert into totals (archived, state, kind, project, agent, queue, client, jobs) values (0, 'unknown', 'command', 'dates', '', 'default', 'claude-code', 0);
insert into totals (archived, state, kind, project, agent, queue, client, jobs) values (0, 'unknown', 'command', 'dates', '', 'default', 'cli', 1);
insert into totals (archived, state, kind, project, agent, queue, client, jobs) values (0, 'verifying', 'agent', 'dates', 'claude', 'default', 'claude-code', 0);
insert into totals (archived, state, kind, project, agent, queue, client, jobs) values (0, 'verifying', 'agent', 'dates', 'claude', 'default', 'cli', 2);
insert into totals (archived, state, kind, project, agent, queue, client, jobs) values (0, 'verifying', 'command', '', '', 'default', 'claude-code', 2);
insert into totals (archived, state, kind, project, agent, queue, client, jobs) values (0, 'verifying', 'command', '', '', 'default', 'cli', 1);
insert into totals (archived, state, kind, project, agent, queue, client, jobs) values (0, 'verifying', 'command', 'dates', '', 'default', 'claude-code', 1);
insert into totals (archived, state, kind, project, agent, queue, client, jobs) values (0, 'verifying', 'command', 'dates', '', 'default', 'cli', 1);
insert into totals (archived, state, kind, project, agent, queue, client, jobs) values (0, 'waiting', 'agent', 'dates', 'claude', 'default', 'claude-code', 2);
insert into totals (archived, state, kind, project, agent, queue, client, jobs) values (0, 'waiting', 'agent', 'dates', 'claude', 'default', 'cli', 1);
insert into totals (archived, state, kind, project, agent, queue, client, jobs) values (0, 'waiting', 'command', '', '', 'default', 'claude-code', 1);
insert into totals (archived, state, kind, project, agent, queue, client, jobs) values (0, 'waiting', 'command', '', '', 'default', 'cli', 3);
insert into totals (archived, state, kind, project, agent, queue, client, jobs) values (0, 'waiting', 'command', '', '', 'release', 'claude-code', 1);
insert into totals (archived, state, kind, project, agent, queue, client, jobs) values (0, 'waiting', 'command', 'dates', '', 'default', 'claude-code', 1);
insert into totals (archived, state, kind, project, agent, queue, client, jobs) values (0, 'waiting', 'command', 'dates', '', 'default', 'cli', 2);
insert into totals (archived, state, kind, project, agent, queue, client, jobs) values (1, 'succeeded', 'command', '', '', 'default', 'claude-code', 1);
delete from tag_totals;
insert into tag_totals (tag, archived, jobs) values ('nightly', 0, 5);
insert into tag_totals (tag, archived, jobs) values ('nightly', 1, 1);
insert into tag_totals (tag, archived, jobs) values ('ünïcode', 0, 5);
insert into tag_totals (tag, archived, jobs) values ('ünïcode', 1, 1);
delete from unindexed;
insert into unindexed (job) values (94);
delete from search_fill;
insert into search_fill (below) values (1);
delete from queues;
insert into queues (name, slots) values ('release', 1);
delete from pauses;
insert into pauses (kind, name, at, by) values ('project', 'dates', 1795248000000, 'ada');
delete from questions;
insert into questions (number, job, question, attempt, key, audience, text, reason, options, free_text, asked_at, until, fallback, settled_at, answer, settled_by, reply_key, told_at) values (1, 91, 1, 1, 'golden-open', 'person', 'Delete the cache? It''s open.', 'It is old.', '["yes","no"]', 0, 1795248000000, 1797840000000, 'no', NULL, NULL, NULL, NULL, NULL);
insert into questions (number, job, question, attempt, key, audience, text, reason, options, free_text, asked_at, until, fallback, settled_at, answer, settled_by, reply_key, told_at) values (2, 92, 1, 1, 'golden-answered', 'person', 'Delete the cache? It''s answered.', 'It is old.', '["yes","no"]', 0, 1795248000000, 1797840000000, 'no', 1795248000000, 'yes', 'ada', 'golden-reply', NULL);
insert into questions (number, job, question, attempt, key, audience, text, reason, options, free_text, asked_at, until, fallback, settled_at, answer, settled_by, reply_key, told_at) values (3, 93, 1, 1, 'golden-fallen', 'person', 'Delete the cache? It''s fallen.', 'It is old.', '["yes","no"]', 0, 1795248000000, 1797840000000, 'no', 1795248008123, NULL, 'what asked has ended', NULL, NULL);
delete from principals;
insert into principals (job, principal) values (94, 'nightly');
delete from tokens;
pragma user_version = 7;
commit;
