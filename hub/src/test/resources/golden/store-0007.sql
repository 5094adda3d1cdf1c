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
insert into events (job, position, at, type, version, data) values (89, 1, 1795248000000, 'held', 1, '{"waiting_for":"dependency","jobs":["cgj4my3gs71x"]}');
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
insert into requests (key, job, digest, at) values ('bridge-second', 89, '8af13c0714c88d6359a392e3d36de8d3f1705882c68a4e5764bde140d59de1b2', 1795248000000);
insert into requests (key, job, digest, at) values ('bridge-third', 90, '83f0b9a3c4638d2be22f1acbc5cd1e845dd88f0d2d6cbcbf8054078529b5cee3', 1795248000000);
delete from jobs;
insert into jobs (number, id, kind, title, project, agent, directory, timeout_ms, client, details, queue, priority, after_jobs, after_any_end, tags, accepted_at, state, state_at, code, reason, attempts, started_at, report, text, archived) values (1, 's90wfeqsst8g', 'agent', 'Make the parser''s ''week'' dates right — ünïcode too 🎉', 'dates', 'claude', '/srv/ada/dates', 1800000, 'cli', '{"mode":"auto","model":"haiku","workspace":"worktree","strawboss_tools":false}', 'default', 0, '[]', 0, '[]', 1795248000000, 'queued', 1795248000000, NULL, NULL, 0, NULL, '{}', 'Make the parser accept ISO weeks.

It''s about 2026-W47; see "docs".', 0);
insert into jobs (number, id, kind, title, project, agent, directory, timeout_ms, client, details, queue, priority, after_jobs, after_any_end, tags, accepted_at, state, state_at, code, reason, attempts, started_at, report, text, archived) values (2, 'kfgvepf53c9r', 'agent', 'Make the parser''s ''week'' dates right — ünïcode too 🎉', 'dates', 'claude', '/srv/ada/dates', 1800000, 'cli', '{"mode":"auto","model":"haiku","workspace":"worktree","strawboss_tools":false}', 'default', 5, '[]', 0, '[]', 1795248000000, 'queued', 1795248000000, NULL, NULL, 0, NULL, '{}', 'Make the parser accept ISO weeks.

It''s about 2026-W47; see "docs".', 0);
insert into jobs (number, id, kind, title, project, agent, directory, timeout_ms, client, details, queue, priority, after_jobs, after_any_end, tags, accepted_at, state, state_at, code, reason, attempts, started_at, report, text, archived) values (3, 'vtgnypnf9szx', 'agent', 'Make the parser''s ''week'' dates right — ünïcode too 🎉', 'dates', 'claude', '/srv/ada/dates', 1800000, 'claude-code', '{"mode":"auto","model":"haiku","workspace":"worktree","strawboss_tools":false}', 'default', 0, '[]', 0, '[]', 1795248000000, 'waiting', 1795248001123, NULL, NULL, 0, NULL, '{}', 'Make the parser accept ISO weeks.

It''s about 2026-W47; see "docs".', 0);
insert into jobs (number, id, kind, title, project, agent, directory, timeout_ms, client, details, queue, priority, after_jobs, after_any_end, tags, accepted_at, state, state_at, code, reason, attempts, started_at, report, text, archived) values (4, 'g2kwrbysp6vz', 'agent', 'Make the parser''s ''week'' dates right — ünïcode too 🎉', 'dates', 'claude', '/srv/ada/dates', 1800000, 'cli', '{"mode":"auto","model":"haiku","workspace":"worktree","strawboss_tools":false}', 'default', 0, '[]', 0, '[]', 1795248000000, 'running', 1795248003123, NULL, NULL, 1, 1795248003123, '{}', 'Make the parser accept ISO weeks.

It''s about 2026-W47; see "docs".', 0);
insert into jobs (number, id, kind, title, project, agent, directory, timeout_ms, client, details, queue, priority, after_jobs, after_any_end, tags, accepted_at, state, state_at, code, reason, attempts, started_at, report, text, archived) values (5, 'x1xdzr80c78b', 'agent', 'Make the parser''s ''week'' dates right — ünïcode too 🎉', 'dates', 'claude', '/srv/ada/dates', 1800000, 'cli', '{"mode":"auto","model":"haiku","workspace":"worktree","strawboss_tools":false}', 'default', 0, '[]', 0, '[]', 1795248000000, 'waiting', 1795248004123, NULL, NULL, 0, NULL, '{}', 'Make the parser accept ISO weeks.

It''s about 2026-W47; see "docs".', 0);
insert into jobs (number, id, kind, title, project, agent, directory, timeout_ms, client, details, queue, priority, after_jobs, after_any_end, tags, accepted_at, state, state_at, code, reason, attempts, started_at, report, text, archived) values (6, 'cxp22cdf4dhb', 'agent', 'Make the parser''s ''week'' dates right — ünïcode too 🎉', 'dates', 'claude', '/srv/ada/dates', 1800000, 'claude-code', '{"mode":"auto","model":"haiku","workspace":"worktree","strawboss_tools":false}', 'default', 0, '[]', 0, '[]', 1795248000000, 'waiting', 1795248004123, NULL, NULL, 1, 1795248003123, '{}', 'Make the parser accept ISO weeks.

It''s about 2026-W47; see "docs".', 0);
insert into jobs (number, id, kind, title, project, agent, directory, timeout_ms, client, details, queue, priority, after_jobs, after_any_end, tags, accepted_at, state, state_at, code, reason, attempts, started_at, report, text, archived) values (7, 'tmmkj0ey1m6y', 'agent', 'Make the parser''s ''week'' dates right — ünïcode too 🎉', 'dates', 'claude', '/srv/ada/dates', 1800000, 'cli', '{"mode":"auto","model":"haiku","workspace":"worktree","strawboss_tools":false}', 'default', 0, '[]', 0, '[]', 1795248000000, 'succeeded', 1795248009123, NULL, NULL, 1, 1795248003123, '{"exit_status":0,"text":"Weeks are parsed now.\n\nI ran the tests: all pass.","session":"0b9e","usage":{"input_tokens":5210},"cost_usd":0.0125,"branch":"strawboss/5xq5f5xnwc6p","commits":1,"changed_files":[{"path":"src/dates.py","status":"modified"}],"warnings":["The worker changed refs/heads/main; it was put back."]}', 'Make the parser accept ISO weeks.

It''s about 2026-W47; see "docs".', 0);
insert into jobs (number, id, kind, title, project, agent, directory, timeout_ms, client, details, queue, priority, after_jobs, after_any_end, tags, accepted_at, state, state_at, code, reason, attempts, started_at, report, text, archived) values (8, 'mn2yj782q0qr', 'agent', 'Make the parser''s ''week'' dates right — ünïcode too 🎉', 'dates', 'claude', '/srv/ada/dates', 1800000, 'cli', '{"mode":"auto","model":"haiku","workspace":"worktree","strawboss_tools":false}', 'default', 0, '[]', 0, '[]', 1795248000000, 'queued', 1795248010123, NULL, NULL, 1, 1795248003123, '{"continues":"0b9e"}', 'Make the parser accept ISO weeks.

It''s about 2026-W47; see "docs".', 0);
insert into jobs (number, id, kind, title, project, agent, directory, timeout_ms, client, details, queue, priority, after_jobs, after_any_end, tags, accepted_at, state, state_at, code, reason, attempts, started_at, report, text, archived) values (9, 'e0fyevn1d9mw', 'agent', 'Make the parser''s ''week'' dates right — ünïcode too 🎉', 'dates', 'claude', '/srv/ada/dates', 1800000, 'claude-code', '{"mode":"auto","model":"haiku","workspace":"worktree","strawboss_tools":false}', 'default', 0, '[]', 0, '[]', 1795248000000, 'running', 1795248003123, NULL, NULL, 2, 1795248003123, '{"continues":"0b9e"}', 'Make the parser accept ISO weeks.

It''s about 2026-W47; see "docs".', 0);
insert into jobs (number, id, kind, title, project, agent, directory, timeout_ms, client, details, queue, priority, after_jobs, after_any_end, tags, accepted_at, state, state_at, code, reason, attempts, started_at, report, text, archived) values (10, 'pz23akd4z293', 'agent', 'Make the parser''s ''week'' dates right — ünïcode too 🎉', 'dates', 'claude', '/srv/ada/dates', 1800000, 'cli', '{"mode":"auto","model":"haiku","workspace":"worktree","strawboss_tools":false}', 'default', 0, '[]', 0, '[]', 1795248000000, 'cancelled', 1795248005123, 'cancelled', 'cancelled by claude-code', 0, NULL, '{}', 'Make the parser accept ISO weeks.

It''s about 2026-W47; see "docs".', 0);
insert into jobs (number, id, kind, title, project, agent, directory, timeout_ms, client, details, queue, priority, after_jobs, after_any_end, tags, accepted_at, state, state_at, code, reason, attempts, started_at, report, text, archived) values (11, 'w93shmmy9w66', 'agent', 'Make the parser''s ''week'' dates right — ünïcode too 🎉', 'dates', 'claude', '/srv/ada/dates', 1800000, 'cli', '{"mode":"auto","model":"haiku","workspace":"worktree","strawboss_tools":false}', 'default', 0, '[]', 0, '[]', 1795248000000, 'preparing', 1795248001123, NULL, NULL, 1, NULL, '{}', 'Make the parser accept ISO weeks.

It''s about 2026-W47; see "docs".', 0);
insert into jobs (number, id, kind, title, project, agent, directory, timeout_ms, client, details, queue, priority, after_jobs, after_any_end, tags, accepted_at, state, state_at, code, reason, attempts, started_at, report, text, archived) values (12, 'dkra721xzcdc', 'agent', 'Make the parser''s ''week'' dates right — ünïcode too 🎉', 'dates', 'claude', '/srv/ada/dates', 1800000, 'claude-code', '{"mode":"auto","model":"haiku","workspace":"worktree","strawboss_tools":false}', 'default', 0, '[]', 0, '[]', 1795248000000, 'preparing', 1795248001123, NULL, NULL, 1, NULL, '{}', 'Make the parser accept ISO weeks.

It''s about 2026-W47; see "docs".', 0);
insert into jobs (number, id, kind, title, project, agent, directory, timeout_ms, client, details, queue, priority, after_jobs, after_any_end, tags, accepted_at, state, state_at, code, reason, attempts, started_at, report, text, archived) values (13, 'z5jzfkcmpaje', 'agent', 'Make the parser''s ''week'' dates right — ünïcode too 🎉', 'dates', 'claude', '/srv/ada/dates', 1800000, 'cli', '{"mode":"auto","model":"haiku","workspace":"worktree","strawboss_tools":false}', 'default', 0, '[]', 0, '[]', 1795248000000, 'failed', 1795248009123, 'nonzero_exit', 'It ended with status 3.', 1, NULL, '{"text":"Weeks are parsed now.\n\nI ran the tests: all pass.","session":"0b9e","usage":{"input_tokens":5210},"cost_usd":0.0125,"branch":"strawboss/5xq5f5xnwc6p","commits":1,"changed_files":[{"path":"src/dates.py","status":"modified"}],"warnings":["The worker changed refs/heads/main; it was put back."]}', 'Make the parser accept ISO weeks.

It''s about 2026-W47; see "docs".', 0);
insert into jobs (number, id, kind, title, project, agent, directory, timeout_ms, client, details, queue, priority, after_jobs, after_any_end, tags, accepted_at, state, state_at, code, reason, attempts, started_at, report, text, archived) values (14, 'bmtccxy6cw8k', 'agent', 'Make the parser''s ''week'' dates right — ünïcode too 🎉', 'dates', 'claude', '/srv/ada/dates', 1800000, 'cli', '{"mode":"auto","model":"haiku","workspace":"worktree","strawboss_tools":false}', 'default', 0, '[]', 0, '[]', 1795248000000, 'cancelled', 1795248002123, 'cancelled', 'cancelled by claude-code', 1, NULL, '{}', 'Make the parser accept ISO weeks.

It''s about 2026-W47; see "docs".', 0);
insert into jobs (number, id, kind, title, project, agent, directory, timeout_ms, client, details, queue, priority, after_jobs, after_any_end, tags, accepted_at, state, state_at, code, reason, attempts, started_at, report, text, archived) values (15, 'd1gf0mdezjwd', 'agent', 'Make the parser''s ''week'' dates right — ünïcode too 🎉', 'dates', 'claude', '/srv/ada/dates', 1800000, 'claude-code', '{"mode":"auto","model":"haiku","workspace":"worktree","strawboss_tools":false}', 'default', 0, '[]', 0, '[]', 1795248000000, 'queued', 1795248002123, NULL, NULL, 1, NULL, '{}', 'Make the parser accept ISO weeks.

It''s about 2026-W47; see "docs".', 0);
insert into jobs (number, id, kind, title, project, agent, directory, timeout_ms, client, details, queue, priority, after_jobs, after_any_end, tags, accepted_at, state, state_at, code, reason, attempts, started_at, report, text, archived) values (16, 'xhr64jzgw54n', 'agent', 'Make the parser''s ''week'' dates right — ünïcode too 🎉', 'dates', 'claude', '/srv/ada/dates', 1800000, 'cli', '{"mode":"auto","model":"haiku","workspace":"worktree","strawboss_tools":false}', 'default', 0, '[]', 0, '[]', 1795248000000, 'running', 1795248003123, NULL, NULL, 2, 1795248003123, '{}', 'Make the parser accept ISO weeks.

It''s about 2026-W47; see "docs".', 0);
insert into jobs (number, id, kind, title, project, agent, directory, timeout_ms, client, details, queue, priority, after_jobs, after_any_end, tags, accepted_at, state, state_at, code, reason, attempts, started_at, report, text, archived) values (17, 'wpjh7qrxm2cn', 'agent', 'Make the parser''s ''week'' dates right — ünïcode too 🎉', 'dates', 'claude', '/srv/ada/dates', 1800000, 'cli', '{"mode":"auto","model":"haiku","workspace":"worktree","strawboss_tools":false}', 'default', 0, '[]', 0, '[]', 1795248000000, 'running', 1795248003123, NULL, NULL, 1, 1795248003123, '{}', 'Make the parser accept ISO weeks.

It''s about 2026-W47; see "docs".', 0);
insert into jobs (number, id, kind, title, project, agent, directory, timeout_ms, client, details, queue, priority, after_jobs, after_any_end, tags, accepted_at, state, state_at, code, reason, attempts, started_at, report, text, archived) values (18, 'ref8gyps2c6q', 'agent', 'Make the parser''s ''week'' dates right — ünïcode too 🎉', 'dates', 'claude', '/srv/ada/dates', 1800000, 'claude-code', '{"mode":"auto","model":"haiku","workspace":"worktree","strawboss_tools":false}', 'default', 0, '[]', 0, '[]', 1795248000000, 'running', 1795248003123, NULL, NULL, 1, 1795248003123, '{}', 'Make the parser accept ISO weeks.

It''s about 2026-W47; see "docs".', 0);
insert into jobs (number, id, kind, title, project, agent, directory, timeout_ms, client, details, queue, priority, after_jobs, after_any_end, tags, accepted_at, state, state_at, code, reason, attempts, started_at, report, text, archived) values (19, 'fvh8kv991nf8', 'agent', 'Make the parser''s ''week'' dates right — ünïcode too 🎉', 'dates', 'claude', '/srv/ada/dates', 1800000, 'cli', '{"mode":"auto","model":"haiku","workspace":"worktree","strawboss_tools":false}', 'default', 0, '[]', 0, '[]', 1795248000000, 'running', 1795248003123, NULL, NULL, 1, 1795248003123, '{}', 'Make the parser accept ISO weeks.

It''s about 2026-W47; see "docs".', 0);
insert into jobs (number, id, kind, title, project, agent, directory, timeout_ms, client, details, queue, priority, after_jobs, after_any_end, tags, accepted_at, state, state_at, code, reason, attempts, started_at, report, text, archived) values (20, 'tb0p7sy1bake', 'agent', 'Make the parser''s ''week'' dates right — ünïcode too 🎉', 'dates', 'claude', '/srv/ada/dates', 1800000, 'cli', '{"mode":"auto","model":"haiku","workspace":"worktree","strawboss_tools":false}', 'default', 0, '[]', 0, '[]', 1795248000000, 'running', 1795248003123, NULL, NULL, 1, 1795248003123, '{}', 'Make the parser accept ISO weeks.

It''s about 2026-W47; see "docs".', 0);
insert into jobs (number, id, kind, title, project, agent, directory, timeout_ms, client, details, queue, priority, after_jobs, after_any_end, tags, accepted_at, state, state_at, code, reason, attempts, started_at, report, text, archived) values (21, 'st3xthdrcz1m', 'agent', 'Make the parser''s ''week'' dates right — ünïcode too 🎉', 'dates', 'claude', '/srv/ada/dates', 1800000, 'claude-code', '{"mode":"auto","model":"haiku","workspace":"worktree","strawboss_tools":false}', 'default', 0, '[]', 0, '[]', 1795248000000, 'running', 1795248003123, NULL, NULL, 1, 1795248003123, '{}', 'Make the parser accept ISO weeks.

It''s about 2026-W47; see "docs".', 0);
insert into jobs (number, id, kind, title, project, agent, directory, timeout_ms, client, details, queue, priority, after_jobs, after_any_end, tags, accepted_at, state, state_at, code, reason, attempts, started_at, report, text, archived) values (22, 'sf6ejpy9rmeg', 'agent', 'Make the parser''s ''week'' dates right — ünïcode too 🎉', 'dates', 'claude', '/srv/ada/dates', 1800000, 'cli', '{"mode":"auto","model":"haiku","workspace":"worktree","strawboss_tools":false}', 'default', 0, '[]', 0, '[]', 1795248000000, 'verifying', 1795248008123, NULL, NULL, 1, 1795248003123, '{"exit_status":0}', 'Make the parser accept ISO weeks.

It''s about 2026-W47; see "docs".', 0);
insert into jobs (number, id, kind, title, project, agent, directory, timeout_ms, client, details, queue, priority, after_jobs, after_any_end, tags, accepted_at, state, state_at, code, reason, attempts, started_at, report, text, archived) values (23, '0s5hhv14yg8y', 'agent', 'Make the parser''s ''week'' dates right — ünïcode too 🎉', 'dates', 'claude', '/srv/ada/dates', 1800000, 'cli', '{"mode":"auto","model":"haiku","workspace":"worktree","strawboss_tools":false}', 'default', 0, '[]', 0, '[]', 1795248000000, 'verifying', 1795248008123, NULL, NULL, 1, 1795248003123, '{"exit_status":143}', 'Make the parser accept ISO weeks.

It''s about 2026-W47; see "docs".', 0);
insert into jobs (number, id, kind, title, project, agent, directory, timeout_ms, client, details, queue, priority, after_jobs, after_any_end, tags, accepted_at, state, state_at, code, reason, attempts, started_at, report, text, archived) values (24, 't7sfwj23g3v9', 'agent', 'Make the parser''s ''week'' dates right — ünïcode too 🎉', 'dates', 'claude', '/srv/ada/dates', 1800000, 'claude-code', '{"mode":"auto","model":"haiku","workspace":"worktree","strawboss_tools":false}', 'default', 0, '[]', 0, '[]', 1795248000000, 'succeeded', 1795248009123, NULL, NULL, 1, 1795248003123, '{"exit_status":0,"text":"Weeks are parsed now.\n\nI ran the tests: all pass.","session":"0b9e","usage":{"input_tokens":5210},"cost_usd":0.0125,"branch":"strawboss/5xq5f5xnwc6p","commits":1,"changed_files":[{"path":"src/dates.py","status":"modified"}],"warnings":["The worker changed refs/heads/main; it was put back."]}', 'Make the parser accept ISO weeks.

It''s about 2026-W47; see "docs".', 0);
insert into jobs (number, id, kind, title, project, agent, directory, timeout_ms, client, details, queue, priority, after_jobs, after_any_end, tags, accepted_at, state, state_at, code, reason, attempts, started_at, report, text, archived) values (25, 'jqc90knetmea', 'agent', 'Make the parser''s ''week'' dates right — ünïcode too 🎉', 'dates', 'claude', '/srv/ada/dates', 1800000, 'cli', '{"mode":"auto","model":"haiku","workspace":"worktree","strawboss_tools":false}', 'default', 0, '[]', 0, '[]', 1795248000000, 'failed', 1795248009123, 'nonzero_exit', 'It ended with status 3.', 1, 1795248003123, '{"exit_status":3,"text":"Weeks are parsed now.\n\nI ran the tests: all pass.","session":"0b9e","usage":{"input_tokens":5210},"cost_usd":0.0125,"branch":"strawboss/5xq5f5xnwc6p","commits":1,"changed_files":[{"path":"src/dates.py","status":"modified"}],"warnings":["The worker changed refs/heads/main; it was put back."]}', 'Make the parser accept ISO weeks.

It''s about 2026-W47; see "docs".', 0);
insert into jobs (number, id, kind, title, project, agent, directory, timeout_ms, client, details, queue, priority, after_jobs, after_any_end, tags, accepted_at, state, state_at, code, reason, attempts, started_at, report, text, archived) values (26, 'b3r365c9hvcw', 'agent', 'Make the parser''s ''week'' dates right — ünïcode too 🎉', 'dates', 'claude', '/srv/ada/dates', 1800000, 'cli', '{"mode":"auto","model":"haiku","workspace":"worktree","strawboss_tools":false}', 'default', 0, '[]', 0, '[]', 1795248000000, 'cancelled', 1795248009123, 'cancelled', 'cancelled by claude-code', 1, 1795248003123, '{"exit_status":143,"text":"Weeks are parsed now.\n\nI ran the tests: all pass.","session":"0b9e","usage":{"input_tokens":5210},"cost_usd":0.0125,"branch":"strawboss/5xq5f5xnwc6p","commits":1,"changed_files":[{"path":"src/dates.py","status":"modified"}],"warnings":["The worker changed refs/heads/main; it was put back."]}', 'Make the parser accept ISO weeks.

It''s about 2026-W47; see "docs".', 0);
insert into jobs (number, id, kind, title, project, agent, directory, timeout_ms, client, details, queue, priority, after_jobs, after_any_end, tags, accepted_at, state, state_at, code, reason, attempts, started_at, report, text, archived) values (27, 'mv5c0cwc6rw6', 'agent', 'Make the parser''s ''week'' dates right — ünïcode too 🎉', 'dates', 'claude', '/srv/ada/dates', 1800000, 'claude-code', '{"mode":"auto","model":"haiku","workspace":"worktree","strawboss_tools":false}', 'default', 0, '[]', 0, '[]', 1795248000000, 'timed_out', 1795248009123, 'timed_out', 'ran longer than 30m', 1, 1795248003123, '{"exit_status":137,"text":"Weeks are parsed now.\n\nI ran the tests: all pass.","session":"0b9e","usage":{"input_tokens":5210},"cost_usd":0.0125,"branch":"strawboss/5xq5f5xnwc6p","commits":1,"changed_files":[{"path":"src/dates.py","status":"modified"}],"warnings":["The worker changed refs/heads/main; it was put back."]}', 'Make the parser accept ISO weeks.

It''s about 2026-W47; see "docs".', 0);
insert into jobs (number, id, kind, title, project, agent, directory, timeout_ms, client, details, queue, priority, after_jobs, after_any_end, tags, accepted_at, state, state_at, code, reason, attempts, started_at, report, text, archived) values (28, '7e7bz0kchz50', 'agent', 'Make the parser''s ''week'' dates right — ünïcode too 🎉', 'dates', 'claude', '/srv/ada/dates', 1800000, 'cli', '{"mode":"auto","model":"haiku","workspace":"worktree","strawboss_tools":false}', 'default', 0, '[]', 0, '[]', 1795248000000, 'unknown', 1795248009123, 'outcome_unknown', 'the runner and its command are gone', 1, 1795248003123, '{}', 'Make the parser accept ISO weeks.

It''s about 2026-W47; see "docs".', 0);
insert into jobs (number, id, kind, title, project, agent, directory, timeout_ms, client, details, queue, priority, after_jobs, after_any_end, tags, accepted_at, state, state_at, code, reason, attempts, started_at, report, text, archived) values (29, '825e3xfggy08', 'agent', 'Make the parser''s ''week'' dates right — ünïcode too 🎉', 'dates', 'claude', '/srv/ada/dates', 1800000, 'cli', '{"mode":"auto","model":"haiku","workspace":"worktree","strawboss_tools":false}', 'default', 0, '[]', 0, '[]', 1795248000000, 'cancelled', 1795248009123, 'cancelled', 'cancelled by claude-code', 1, 1795248003123, '{}', 'Make the parser accept ISO weeks.

It''s about 2026-W47; see "docs".', 0);
insert into jobs (number, id, kind, title, project, agent, directory, timeout_ms, client, details, queue, priority, after_jobs, after_any_end, tags, accepted_at, state, state_at, code, reason, attempts, started_at, report, text, archived) values (30, 'jnkrskmfk68d', 'command', 'make test', NULL, NULL, '/srv/ada/dates', 90000, 'claude-code', '{"workspace":"none","command":["make","test","it''s"]}', 'default', 0, '[]', 0, '[]', 1795248000000, 'queued', 1795248000000, NULL, NULL, 0, NULL, '{}', '', 0);
insert into jobs (number, id, kind, title, project, agent, directory, timeout_ms, client, details, queue, priority, after_jobs, after_any_end, tags, accepted_at, state, state_at, code, reason, attempts, started_at, report, text, archived) values (31, 'qbmyg43zjmjf', 'command', 'make test', NULL, NULL, '/srv/ada/dates', 90000, 'cli', '{"workspace":"none","command":["make","test","it''s"]}', 'default', 5, '[]', 0, '[]', 1795248000000, 'queued', 1795248000000, NULL, NULL, 0, NULL, '{}', '', 0);
insert into jobs (number, id, kind, title, project, agent, directory, timeout_ms, client, details, queue, priority, after_jobs, after_any_end, tags, accepted_at, state, state_at, code, reason, attempts, started_at, report, text, archived) values (32, '43a4p1bz8j4z', 'command', 'make test', NULL, NULL, '/srv/ada/dates', 90000, 'cli', '{"workspace":"none","command":["make","test","it''s"]}', 'default', 0, '[]', 0, '[]', 1795248000000, 'waiting', 1795248001123, NULL, NULL, 0, NULL, '{}', '', 0);
insert into jobs (number, id, kind, title, project, agent, directory, timeout_ms, client, details, queue, priority, after_jobs, after_any_end, tags, accepted_at, state, state_at, code, reason, attempts, started_at, report, text, archived) values (33, 'nmr528chgvpt', 'command', 'make test', NULL, NULL, '/srv/ada/dates', 90000, 'claude-code', '{"workspace":"none","command":["make","test","it''s"]}', 'default', 0, '[]', 0, '[]', 1795248000000, 'running', 1795248003123, NULL, NULL, 1, 1795248003123, '{}', '', 0);
insert into jobs (number, id, kind, title, project, agent, directory, timeout_ms, client, details, queue, priority, after_jobs, after_any_end, tags, accepted_at, state, state_at, code, reason, attempts, started_at, report, text, archived) values (34, '97m78w6szwsp', 'command', 'make test', NULL, NULL, '/srv/ada/dates', 90000, 'cli', '{"workspace":"none","command":["make","test","it''s"]}', 'default', 0, '[]', 0, '[]', 1795248000000, 'waiting', 1795248004123, NULL, NULL, 0, NULL, '{}', '', 0);
insert into jobs (number, id, kind, title, project, agent, directory, timeout_ms, client, details, queue, priority, after_jobs, after_any_end, tags, accepted_at, state, state_at, code, reason, attempts, started_at, report, text, archived) values (35, 'pp10tcgv0779', 'command', 'make test', NULL, NULL, '/srv/ada/dates', 90000, 'cli', '{"workspace":"none","command":["make","test","it''s"]}', 'default', 0, '[]', 0, '[]', 1795248000000, 'waiting', 1795248004123, NULL, NULL, 1, 1795248003123, '{}', '', 0);
insert into jobs (number, id, kind, title, project, agent, directory, timeout_ms, client, details, queue, priority, after_jobs, after_any_end, tags, accepted_at, state, state_at, code, reason, attempts, started_at, report, text, archived) values (36, 'htavsq3ybat9', 'command', 'make test', NULL, NULL, '/srv/ada/dates', 90000, 'claude-code', '{"workspace":"none","command":["make","test","it''s"]}', 'default', 0, '[]', 0, '[]', 1795248000000, 'succeeded', 1795248009123, NULL, NULL, 1, 1795248003123, '{"exit_status":0,"output":"3 passed\n","error_output":"","stdout_bytes":9}', '', 0);
insert into jobs (number, id, kind, title, project, agent, directory, timeout_ms, client, details, queue, priority, after_jobs, after_any_end, tags, accepted_at, state, state_at, code, reason, attempts, started_at, report, text, archived) values (37, '74cyghycyqvr', 'command', 'make test', NULL, NULL, '/srv/ada/dates', 90000, 'cli', '{"workspace":"none","command":["make","test","it''s"]}', 'default', 0, '[]', 0, '[]', 1795248000000, 'queued', 1795248010123, NULL, NULL, 1, 1795248003123, '{"continues":"0b9e"}', '', 0);
insert into jobs (number, id, kind, title, project, agent, directory, timeout_ms, client, details, queue, priority, after_jobs, after_any_end, tags, accepted_at, state, state_at, code, reason, attempts, started_at, report, text, archived) values (38, 'ndmcrrhacqr6', 'command', 'make test', NULL, NULL, '/srv/ada/dates', 90000, 'cli', '{"workspace":"none","command":["make","test","it''s"]}', 'default', 0, '[]', 0, '[]', 1795248000000, 'running', 1795248003123, NULL, NULL, 2, 1795248003123, '{"continues":"0b9e"}', '', 0);
insert into jobs (number, id, kind, title, project, agent, directory, timeout_ms, client, details, queue, priority, after_jobs, after_any_end, tags, accepted_at, state, state_at, code, reason, attempts, started_at, report, text, archived) values (39, 'tvn9qwez4g4q', 'command', 'make test', NULL, NULL, '/srv/ada/dates', 90000, 'claude-code', '{"workspace":"none","command":["make","test","it''s"]}', 'default', 0, '[]', 0, '[]', 1795248000000, 'cancelled', 1795248005123, 'cancelled', 'cancelled by claude-code', 0, NULL, '{}', '', 0);
insert into jobs (number, id, kind, title, project, agent, directory, timeout_ms, client, details, queue, priority, after_jobs, after_any_end, tags, accepted_at, state, state_at, code, reason, attempts, started_at, report, text, archived) values (40, 'ng255tby6441', 'command', 'make test', NULL, NULL, '/srv/ada/dates', 90000, 'cli', '{"workspace":"none","command":["make","test","it''s"]}', 'default', 0, '[]', 0, '[]', 1795248000000, 'preparing', 1795248001123, NULL, NULL, 1, NULL, '{}', '', 0);
insert into jobs (number, id, kind, title, project, agent, directory, timeout_ms, client, details, queue, priority, after_jobs, after_any_end, tags, accepted_at, state, state_at, code, reason, attempts, started_at, report, text, archived) values (41, 'yhq7c59y64jh', 'command', 'make test', NULL, NULL, '/srv/ada/dates', 90000, 'cli', '{"workspace":"none","command":["make","test","it''s"]}', 'default', 0, '[]', 0, '[]', 1795248000000, 'preparing', 1795248001123, NULL, NULL, 1, NULL, '{}', '', 0);
insert into jobs (number, id, kind, title, project, agent, directory, timeout_ms, client, details, queue, priority, after_jobs, after_any_end, tags, accepted_at, state, state_at, code, reason, attempts, started_at, report, text, archived) values (42, '33a69epqshrt', 'command', 'make test', NULL, NULL, '/srv/ada/dates', 90000, 'claude-code', '{"workspace":"none","command":["make","test","it''s"]}', 'default', 0, '[]', 0, '[]', 1795248000000, 'failed', 1795248009123, 'nonzero_exit', 'It ended with status 3.', 1, NULL, '{"output":"3 passed\n","error_output":"","stdout_bytes":9}', '', 0);
insert into jobs (number, id, kind, title, project, agent, directory, timeout_ms, client, details, queue, priority, after_jobs, after_any_end, tags, accepted_at, state, state_at, code, reason, attempts, started_at, report, text, archived) values (43, 't1bmcv8h0nj9', 'command', 'make test', NULL, NULL, '/srv/ada/dates', 90000, 'cli', '{"workspace":"none","command":["make","test","it''s"]}', 'default', 0, '[]', 0, '[]', 1795248000000, 'cancelled', 1795248002123, 'cancelled', 'cancelled by claude-code', 1, NULL, '{}', '', 0);
insert into jobs (number, id, kind, title, project, agent, directory, timeout_ms, client, details, queue, priority, after_jobs, after_any_end, tags, accepted_at, state, state_at, code, reason, attempts, started_at, report, text, archived) values (44, 'h3rbr6jfz11n', 'command', 'make test', NULL, NULL, '/srv/ada/dates', 90000, 'cli', '{"workspace":"none","command":["make","test","it''s"]}', 'default', 0, '[]', 0, '[]', 1795248000000, 'queued', 1795248002123, NULL, NULL, 1, NULL, '{}', '', 0);
insert into jobs (number, id, kind, title, project, agent, directory, timeout_ms, client, details, queue, priority, after_jobs, after_any_end, tags, accepted_at, state, state_at, code, reason, attempts, started_at, report, text, archived) values (45, 'agz05hppve4r', 'command', 'make test', NULL, NULL, '/srv/ada/dates', 90000, 'claude-code', '{"workspace":"none","command":["make","test","it''s"]}', 'default', 0, '[]', 0, '[]', 1795248000000, 'running', 1795248003123, NULL, NULL, 2, 1795248003123, '{}', '', 0);
insert into jobs (number, id, kind, title, project, agent, directory, timeout_ms, client, details, queue, priority, after_jobs, after_any_end, tags, accepted_at, state, state_at, code, reason, attempts, started_at, report, text, archived) values (46, 'frhthcfmef5n', 'command', 'make test', NULL, NULL, '/srv/ada/dates', 90000, 'cli', '{"workspace":"none","command":["make","test","it''s"]}', 'default', 0, '[]', 0, '[]', 1795248000000, 'running', 1795248003123, NULL, NULL, 1, 1795248003123, '{}', '', 0);
insert into jobs (number, id, kind, title, project, agent, directory, timeout_ms, client, details, queue, priority, after_jobs, after_any_end, tags, accepted_at, state, state_at, code, reason, attempts, started_at, report, text, archived) values (47, 'h4bew0dess6d', 'command', 'make test', NULL, NULL, '/srv/ada/dates', 90000, 'cli', '{"workspace":"none","command":["make","test","it''s"]}', 'default', 0, '[]', 0, '[]', 1795248000000, 'running', 1795248003123, NULL, NULL, 1, 1795248003123, '{}', '', 0);
insert into jobs (number, id, kind, title, project, agent, directory, timeout_ms, client, details, queue, priority, after_jobs, after_any_end, tags, accepted_at, state, state_at, code, reason, attempts, started_at, report, text, archived) values (48, '4p5w74vsp07b', 'command', 'make test', NULL, NULL, '/srv/ada/dates', 90000, 'claude-code', '{"workspace":"none","command":["make","test","it''s"]}', 'default', 0, '[]', 0, '[]', 1795248000000, 'running', 1795248003123, NULL, NULL, 1, 1795248003123, '{}', '', 0);
insert into jobs (number, id, kind, title, project, agent, directory, timeout_ms, client, details, queue, priority, after_jobs, after_any_end, tags, accepted_at, state, state_at, code, reason, attempts, started_at, report, text, archived) values (49, '2padgf180xbb', 'command', 'make test', NULL, NULL, '/srv/ada/dates', 90000, 'cli', '{"workspace":"none","command":["make","test","it''s"]}', 'default', 0, '[]', 0, '[]', 1795248000000, 'running', 1795248003123, NULL, NULL, 1, 1795248003123, '{}', '', 0);
insert into jobs (number, id, kind, title, project, agent, directory, timeout_ms, client, details, queue, priority, after_jobs, after_any_end, tags, accepted_at, state, state_at, code, reason, attempts, started_at, report, text, archived) values (50, 'whvsjhxwgwch', 'command', 'make test', NULL, NULL, '/srv/ada/dates', 90000, 'cli', '{"workspace":"none","command":["make","test","it''s"]}', 'default', 0, '[]', 0, '[]', 1795248000000, 'running', 1795248003123, NULL, NULL, 1, 1795248003123, '{}', '', 0);
insert into jobs (number, id, kind, title, project, agent, directory, timeout_ms, client, details, queue, priority, after_jobs, after_any_end, tags, accepted_at, state, state_at, code, reason, attempts, started_at, report, text, archived) values (51, 'cg98n61n8thd', 'command', 'make test', NULL, NULL, '/srv/ada/dates', 90000, 'claude-code', '{"workspace":"none","command":["make","test","it''s"]}', 'default', 0, '[]', 0, '[]', 1795248000000, 'verifying', 1795248008123, NULL, NULL, 1, 1795248003123, '{"exit_status":0}', '', 0);
insert into jobs (number, id, kind, title, project, agent, directory, timeout_ms, client, details, queue, priority, after_jobs, after_any_end, tags, accepted_at, state, state_at, code, reason, attempts, started_at, report, text, archived) values (52, 'mwj160znetne', 'command', 'make test', NULL, NULL, '/srv/ada/dates', 90000, 'cli', '{"workspace":"none","command":["make","test","it''s"]}', 'default', 0, '[]', 0, '[]', 1795248000000, 'verifying', 1795248008123, NULL, NULL, 1, 1795248003123, '{"exit_status":143}', '', 0);
insert into jobs (number, id, kind, title, project, agent, directory, timeout_ms, client, details, queue, priority, after_jobs, after_any_end, tags, accepted_at, state, state_at, code, reason, attempts, started_at, report, text, archived) values (53, 'try98vef9qhe', 'command', 'make test', NULL, NULL, '/srv/ada/dates', 90000, 'cli', '{"workspace":"none","command":["make","test","it''s"]}', 'default', 0, '[]', 0, '[]', 1795248000000, 'succeeded', 1795248009123, NULL, NULL, 1, 1795248003123, '{"exit_status":0,"output":"3 passed\n","error_output":"","stdout_bytes":9}', '', 0);
insert into jobs (number, id, kind, title, project, agent, directory, timeout_ms, client, details, queue, priority, after_jobs, after_any_end, tags, accepted_at, state, state_at, code, reason, attempts, started_at, report, text, archived) values (54, '4x5w5ady2p8p', 'command', 'make test', NULL, NULL, '/srv/ada/dates', 90000, 'claude-code', '{"workspace":"none","command":["make","test","it''s"]}', 'default', 0, '[]', 0, '[]', 1795248000000, 'failed', 1795248009123, 'nonzero_exit', 'It ended with status 3.', 1, 1795248003123, '{"exit_status":3,"output":"3 passed\n","error_output":"","stdout_bytes":9}', '', 0);
insert into jobs (number, id, kind, title, project, agent, directory, timeout_ms, client, details, queue, priority, after_jobs, after_any_end, tags, accepted_at, state, state_at, code, reason, attempts, started_at, report, text, archived) values (55, '39w6hgg0syv7', 'command', 'make test', NULL, NULL, '/srv/ada/dates', 90000, 'cli', '{"workspace":"none","command":["make","test","it''s"]}', 'default', 0, '[]', 0, '[]', 1795248000000, 'cancelled', 1795248009123, 'cancelled', 'cancelled by claude-code', 1, 1795248003123, '{"exit_status":143,"output":"3 passed\n","error_output":"","stdout_bytes":9}', '', 0);
insert into jobs (number, id, kind, title, project, agent, directory, timeout_ms, client, details, queue, priority, after_jobs, after_any_end, tags, accepted_at, state, state_at, code, reason, attempts, started_at, report, text, archived) values (56, 'gjjvst0g95dd', 'command', 'make test', NULL, NULL, '/srv/ada/dates', 90000, 'cli', '{"workspace":"none","command":["make","test","it''s"]}', 'default', 0, '[]', 0, '[]', 1795248000000, 'timed_out', 1795248009123, 'timed_out', 'ran longer than 30m', 1, 1795248003123, '{"exit_status":137,"output":"3 passed\n","error_output":"","stdout_bytes":9}', '', 0);
insert into jobs (number, id, kind, title, project, agent, directory, timeout_ms, client, details, queue, priority, after_jobs, after_any_end, tags, accepted_at, state, state_at, code, reason, attempts, started_at, report, text, archived) values (57, '57y8apghjgng', 'command', 'make test', NULL, NULL, '/srv/ada/dates', 90000, 'claude-code', '{"workspace":"none","command":["make","test","it''s"]}', 'default', 0, '[]', 0, '[]', 1795248000000, 'unknown', 1795248009123, 'outcome_unknown', 'the runner and its command are gone', 1, 1795248003123, '{}', '', 0);
insert into jobs (number, id, kind, title, project, agent, directory, timeout_ms, client, details, queue, priority, after_jobs, after_any_end, tags, accepted_at, state, state_at, code, reason, attempts, started_at, report, text, archived) values (58, 't9ykxacqc6yt', 'command', 'make test', NULL, NULL, '/srv/ada/dates', 90000, 'cli', '{"workspace":"none","command":["make","test","it''s"]}', 'default', 0, '[]', 0, '[]', 1795248000000, 'cancelled', 1795248009123, 'cancelled', 'cancelled by claude-code', 1, 1795248003123, '{}', '', 0);
insert into jobs (number, id, kind, title, project, agent, directory, timeout_ms, client, details, queue, priority, after_jobs, after_any_end, tags, accepted_at, state, state_at, code, reason, attempts, started_at, report, text, archived) values (59, '3p4grjqyjyyr', 'command', 'a script', 'dates', NULL, '/srv/ada/dates', 7200000, 'cli', '{"interpreter":"bash","environment":{"LEVEL":"3"},"workspace":"none"}', 'default', 0, '[]', 0, '[]', 1795248000000, 'queued', 1795248000000, NULL, NULL, 0, NULL, '{}', NULL, 0);
insert into jobs (number, id, kind, title, project, agent, directory, timeout_ms, client, details, queue, priority, after_jobs, after_any_end, tags, accepted_at, state, state_at, code, reason, attempts, started_at, report, text, archived) values (60, 'ttgrwqd64frz', 'command', 'a script', 'dates', NULL, '/srv/ada/dates', 7200000, 'claude-code', '{"interpreter":"bash","environment":{"LEVEL":"3"},"workspace":"none"}', 'default', 5, '[]', 0, '[]', 1795248000000, 'queued', 1795248000000, NULL, NULL, 0, NULL, '{}', NULL, 0);
insert into jobs (number, id, kind, title, project, agent, directory, timeout_ms, client, details, queue, priority, after_jobs, after_any_end, tags, accepted_at, state, state_at, code, reason, attempts, started_at, report, text, archived) values (61, '308nbkm1wk21', 'command', 'a script', 'dates', NULL, '/srv/ada/dates', 7200000, 'cli', '{"interpreter":"bash","environment":{"LEVEL":"3"},"workspace":"none"}', 'default', 0, '[]', 0, '[]', 1795248000000, 'waiting', 1795248001123, NULL, NULL, 0, NULL, '{}', NULL, 0);
insert into jobs (number, id, kind, title, project, agent, directory, timeout_ms, client, details, queue, priority, after_jobs, after_any_end, tags, accepted_at, state, state_at, code, reason, attempts, started_at, report, text, archived) values (62, 'qvcnbpm22vqa', 'command', 'a script', 'dates', NULL, '/srv/ada/dates', 7200000, 'cli', '{"interpreter":"bash","environment":{"LEVEL":"3"},"workspace":"none"}', 'default', 0, '[]', 0, '[]', 1795248000000, 'running', 1795248003123, NULL, NULL, 1, 1795248003123, '{}', NULL, 0);
insert into jobs (number, id, kind, title, project, agent, directory, timeout_ms, client, details, queue, priority, after_jobs, after_any_end, tags, accepted_at, state, state_at, code, reason, attempts, started_at, report, text, archived) values (63, 'wjbv27spq9cy', 'command', 'a script', 'dates', NULL, '/srv/ada/dates', 7200000, 'claude-code', '{"interpreter":"bash","environment":{"LEVEL":"3"},"workspace":"none"}', 'default', 0, '[]', 0, '[]', 1795248000000, 'waiting', 1795248004123, NULL, NULL, 0, NULL, '{}', NULL, 0);
insert into jobs (number, id, kind, title, project, agent, directory, timeout_ms, client, details, queue, priority, after_jobs, after_any_end, tags, accepted_at, state, state_at, code, reason, attempts, started_at, report, text, archived) values (64, '9byy5a4a5r95', 'command', 'a script', 'dates', NULL, '/srv/ada/dates', 7200000, 'cli', '{"interpreter":"bash","environment":{"LEVEL":"3"},"workspace":"none"}', 'default', 0, '[]', 0, '[]', 1795248000000, 'waiting', 1795248004123, NULL, NULL, 1, 1795248003123, '{}', NULL, 0);
insert into jobs (number, id, kind, title, project, agent, directory, timeout_ms, client, details, queue, priority, after_jobs, after_any_end, tags, accepted_at, state, state_at, code, reason, attempts, started_at, report, text, archived) values (65, 'twkexef0spma', 'command', 'a script', 'dates', NULL, '/srv/ada/dates', 7200000, 'cli', '{"interpreter":"bash","environment":{"LEVEL":"3"},"workspace":"none"}', 'default', 0, '[]', 0, '[]', 1795248000000, 'succeeded', 1795248009123, NULL, NULL, 1, 1795248003123, '{"exit_status":0,"output":"3 passed\n","error_output":"","stdout_bytes":9}', NULL, 0);
insert into jobs (number, id, kind, title, project, agent, directory, timeout_ms, client, details, queue, priority, after_jobs, after_any_end, tags, accepted_at, state, state_at, code, reason, attempts, started_at, report, text, archived) values (66, 'm1st5yqen879', 'command', 'a script', 'dates', NULL, '/srv/ada/dates', 7200000, 'claude-code', '{"interpreter":"bash","environment":{"LEVEL":"3"},"workspace":"none"}', 'default', 0, '[]', 0, '[]', 1795248000000, 'queued', 1795248010123, NULL, NULL, 1, 1795248003123, '{"continues":"0b9e"}', NULL, 0);
insert into jobs (number, id, kind, title, project, agent, directory, timeout_ms, client, details, queue, priority, after_jobs, after_any_end, tags, accepted_at, state, state_at, code, reason, attempts, started_at, report, text, archived) values (67, 'rm51d0cazw6h', 'command', 'a script', 'dates', NULL, '/srv/ada/dates', 7200000, 'cli', '{"interpreter":"bash","environment":{"LEVEL":"3"},"workspace":"none"}', 'default', 0, '[]', 0, '[]', 1795248000000, 'running', 1795248003123, NULL, NULL, 2, 1795248003123, '{"continues":"0b9e"}', NULL, 0);
insert into jobs (number, id, kind, title, project, agent, directory, timeout_ms, client, details, queue, priority, after_jobs, after_any_end, tags, accepted_at, state, state_at, code, reason, attempts, started_at, report, text, archived) values (68, 'f50y5t0x2cw2', 'command', 'a script', 'dates', NULL, '/srv/ada/dates', 7200000, 'cli', '{"interpreter":"bash","environment":{"LEVEL":"3"},"workspace":"none"}', 'default', 0, '[]', 0, '[]', 1795248000000, 'cancelled', 1795248005123, 'cancelled', 'cancelled by claude-code', 0, NULL, '{}', NULL, 0);
insert into jobs (number, id, kind, title, project, agent, directory, timeout_ms, client, details, queue, priority, after_jobs, after_any_end, tags, accepted_at, state, state_at, code, reason, attempts, started_at, report, text, archived) values (69, 'exqqfq3w7zbb', 'command', 'a script', 'dates', NULL, '/srv/ada/dates', 7200000, 'claude-code', '{"interpreter":"bash","environment":{"LEVEL":"3"},"workspace":"none"}', 'default', 0, '[]', 0, '[]', 1795248000000, 'preparing', 1795248001123, NULL, NULL, 1, NULL, '{}', NULL, 0);
insert into jobs (number, id, kind, title, project, agent, directory, timeout_ms, client, details, queue, priority, after_jobs, after_any_end, tags, accepted_at, state, state_at, code, reason, attempts, started_at, report, text, archived) values (70, '3e51yc2hq2dh', 'command', 'a script', 'dates', NULL, '/srv/ada/dates', 7200000, 'cli', '{"interpreter":"bash","environment":{"LEVEL":"3"},"workspace":"none"}', 'default', 0, '[]', 0, '[]', 1795248000000, 'preparing', 1795248001123, NULL, NULL, 1, NULL, '{}', NULL, 0);
insert into jobs (number, id, kind, title, project, agent, directory, timeout_ms, client, details, queue, priority, after_jobs, after_any_end, tags, accepted_at, state, state_at, code, reason, attempts, started_at, report, text, archived) values (71, 'c8m1wawmxwzh', 'command', 'a script', 'dates', NULL, '/srv/ada/dates', 7200000, 'cli', '{"interpreter":"bash","environment":{"LEVEL":"3"},"workspace":"none"}', 'default', 0, '[]', 0, '[]', 1795248000000, 'failed', 1795248009123, 'nonzero_exit', 'It ended with status 3.', 1, NULL, '{"output":"3 passed\n","error_output":"","stdout_bytes":9}', NULL, 0);
insert into jobs (number, id, kind, title, project, agent, directory, timeout_ms, client, details, queue, priority, after_jobs, after_any_end, tags, accepted_at, state, state_at, code, reason, attempts, started_at, report, text, archived) values (72, 'dy8h90gwk16z', 'command', 'a script', 'dates', NULL, '/srv/ada/dates', 7200000, 'claude-code', '{"interpreter":"bash","environment":{"LEVEL":"3"},"workspace":"none"}', 'default', 0, '[]', 0, '[]', 1795248000000, 'cancelled', 1795248002123, 'cancelled', 'cancelled by claude-code', 1, NULL, '{}', NULL, 0);
insert into jobs (number, id, kind, title, project, agent, directory, timeout_ms, client, details, queue, priority, after_jobs, after_any_end, tags, accepted_at, state, state_at, code, reason, attempts, started_at, report, text, archived) values (73, 'd22n0vp32419', 'command', 'a script', 'dates', NULL, '/srv/ada/dates', 7200000, 'cli', '{"interpreter":"bash","environment":{"LEVEL":"3"},"workspace":"none"}', 'default', 0, '[]', 0, '[]', 1795248000000, 'queued', 1795248002123, NULL, NULL, 1, NULL, '{}', NULL, 0);
insert into jobs (number, id, kind, title, project, agent, directory, timeout_ms, client, details, queue, priority, after_jobs, after_any_end, tags, accepted_at, state, state_at, code, reason, attempts, started_at, report, text, archived) values (74, 'mptjr2a3w5f1', 'command', 'a script', 'dates', NULL, '/srv/ada/dates', 7200000, 'cli', '{"interpreter":"bash","environment":{"LEVEL":"3"},"workspace":"none"}', 'default', 0, '[]', 0, '[]', 1795248000000, 'running', 1795248003123, NULL, NULL, 2, 1795248003123, '{}', NULL, 0);
insert into jobs (number, id, kind, title, project, agent, directory, timeout_ms, client, details, queue, priority, after_jobs, after_any_end, tags, accepted_at, state, state_at, code, reason, attempts, started_at, report, text, archived) values (75, 'e43y3p01x46v', 'command', 'a script', 'dates', NULL, '/srv/ada/dates', 7200000, 'claude-code', '{"interpreter":"bash","environment":{"LEVEL":"3"},"workspace":"none"}', 'default', 0, '[]', 0, '[]', 1795248000000, 'running', 1795248003123, NULL, NULL, 1, 1795248003123, '{}', NULL, 0);
insert into jobs (number, id, kind, title, project, agent, directory, timeout_ms, client, details, queue, priority, after_jobs, after_any_end, tags, accepted_at, state, state_at, code, reason, attempts, started_at, report, text, archived) values (76, '2gp3jf9t2503', 'command', 'a script', 'dates', NULL, '/srv/ada/dates', 7200000, 'cli', '{"interpreter":"bash","environment":{"LEVEL":"3"},"workspace":"none"}', 'default', 0, '[]', 0, '[]', 1795248000000, 'running', 1795248003123, NULL, NULL, 1, 1795248003123, '{}', NULL, 0);
insert into jobs (number, id, kind, title, project, agent, directory, timeout_ms, client, details, queue, priority, after_jobs, after_any_end, tags, accepted_at, state, state_at, code, reason, attempts, started_at, report, text, archived) values (77, 'rbzfy2ky87t1', 'command', 'a script', 'dates', NULL, '/srv/ada/dates', 7200000, 'cli', '{"interpreter":"bash","environment":{"LEVEL":"3"},"workspace":"none"}', 'default', 0, '[]', 0, '[]', 1795248000000, 'running', 1795248003123, NULL, NULL, 1, 1795248003123, '{}', NULL, 0);
insert into jobs (number, id, kind, title, project, agent, directory, timeout_ms, client, details, queue, priority, after_jobs, after_any_end, tags, accepted_at, state, state_at, code, reason, attempts, started_at, report, text, archived) values (78, 'm7dv3gg64g3w', 'command', 'a script', 'dates', NULL, '/srv/ada/dates', 7200000, 'claude-code', '{"interpreter":"bash","environment":{"LEVEL":"3"},"workspace":"none"}', 'default', 0, '[]', 0, '[]', 1795248000000, 'running', 1795248003123, NULL, NULL, 1, 1795248003123, '{}', NULL, 0);
insert into jobs (number, id, kind, title, project, agent, directory, timeout_ms, client, details, queue, priority, after_jobs, after_any_end, tags, accepted_at, state, state_at, code, reason, attempts, started_at, report, text, archived) values (79, 'p7necvfrw6s2', 'command', 'a script', 'dates', NULL, '/srv/ada/dates', 7200000, 'cli', '{"interpreter":"bash","environment":{"LEVEL":"3"},"workspace":"none"}', 'default', 0, '[]', 0, '[]', 1795248000000, 'running', 1795248003123, NULL, NULL, 1, 1795248003123, '{}', NULL, 0);
insert into jobs (number, id, kind, title, project, agent, directory, timeout_ms, client, details, queue, priority, after_jobs, after_any_end, tags, accepted_at, state, state_at, code, reason, attempts, started_at, report, text, archived) values (80, '6ga3a04j66a7', 'command', 'a script', 'dates', NULL, '/srv/ada/dates', 7200000, 'cli', '{"interpreter":"bash","environment":{"LEVEL":"3"},"workspace":"none"}', 'default', 0, '[]', 0, '[]', 1795248000000, 'verifying', 1795248008123, NULL, NULL, 1, 1795248003123, '{"exit_status":0}', NULL, 0);
insert into jobs (number, id, kind, title, project, agent, directory, timeout_ms, client, details, queue, priority, after_jobs, after_any_end, tags, accepted_at, state, state_at, code, reason, attempts, started_at, report, text, archived) values (81, 'kjwc8v6qwhqt', 'command', 'a script', 'dates', NULL, '/srv/ada/dates', 7200000, 'claude-code', '{"interpreter":"bash","environment":{"LEVEL":"3"},"workspace":"none"}', 'default', 0, '[]', 0, '[]', 1795248000000, 'verifying', 1795248008123, NULL, NULL, 1, 1795248003123, '{"exit_status":143}', NULL, 0);
insert into jobs (number, id, kind, title, project, agent, directory, timeout_ms, client, details, queue, priority, after_jobs, after_any_end, tags, accepted_at, state, state_at, code, reason, attempts, started_at, report, text, archived) values (82, '93jj515j0dsb', 'command', 'a script', 'dates', NULL, '/srv/ada/dates', 7200000, 'cli', '{"interpreter":"bash","environment":{"LEVEL":"3"},"workspace":"none"}', 'default', 0, '[]', 0, '[]', 1795248000000, 'succeeded', 1795248009123, NULL, NULL, 1, 1795248003123, '{"exit_status":0,"output":"3 passed\n","error_output":"","stdout_bytes":9}', NULL, 0);
insert into jobs (number, id, kind, title, project, agent, directory, timeout_ms, client, details, queue, priority, after_jobs, after_any_end, tags, accepted_at, state, state_at, code, reason, attempts, started_at, report, text, archived) values (83, '3c11c5k1fmha', 'command', 'a script', 'dates', NULL, '/srv/ada/dates', 7200000, 'cli', '{"interpreter":"bash","environment":{"LEVEL":"3"},"workspace":"none"}', 'default', 0, '[]', 0, '[]', 1795248000000, 'failed', 1795248009123, 'nonzero_exit', 'It ended with status 3.', 1, 1795248003123, '{"exit_status":3,"output":"3 passed\n","error_output":"","stdout_bytes":9}', NULL, 0);
insert into jobs (number, id, kind, title, project, agent, directory, timeout_ms, client, details, queue, priority, after_jobs, after_any_end, tags, accepted_at, state, state_at, code, reason, attempts, started_at, report, text, archived) values (84, 'e37yyertw5mr', 'command', 'a script', 'dates', NULL, '/srv/ada/dates', 7200000, 'claude-code', '{"interpreter":"bash","environment":{"LEVEL":"3"},"workspace":"none"}', 'default', 0, '[]', 0, '[]', 1795248000000, 'cancelled', 1795248009123, 'cancelled', 'cancelled by claude-code', 1, 1795248003123, '{"exit_status":143,"output":"3 passed\n","error_output":"","stdout_bytes":9}', NULL, 0);
insert into jobs (number, id, kind, title, project, agent, directory, timeout_ms, client, details, queue, priority, after_jobs, after_any_end, tags, accepted_at, state, state_at, code, reason, attempts, started_at, report, text, archived) values (85, 'pp3y89z7f2z4', 'command', 'a script', 'dates', NULL, '/srv/ada/dates', 7200000, 'cli', '{"interpreter":"bash","environment":{"LEVEL":"3"},"workspace":"none"}', 'default', 0, '[]', 0, '[]', 1795248000000, 'timed_out', 1795248009123, 'timed_out', 'ran longer than 30m', 1, 1795248003123, '{"exit_status":137,"output":"3 passed\n","error_output":"","stdout_bytes":9}', NULL, 0);
insert into jobs (number, id, kind, title, project, agent, directory, timeout_ms, client, details, queue, priority, after_jobs, after_any_end, tags, accepted_at, state, state_at, code, reason, attempts, started_at, report, text, archived) values (86, '92x3heqm6yxg', 'command', 'a script', 'dates', NULL, '/srv/ada/dates', 7200000, 'cli', '{"interpreter":"bash","environment":{"LEVEL":"3"},"workspace":"none"}', 'default', 0, '[]', 0, '[]', 1795248000000, 'unknown', 1795248009123, 'outcome_unknown', 'the runner and its command are gone', 1, 1795248003123, '{}', NULL, 0);
insert into jobs (number, id, kind, title, project, agent, directory, timeout_ms, client, details, queue, priority, after_jobs, after_any_end, tags, accepted_at, state, state_at, code, reason, attempts, started_at, report, text, archived) values (87, 'jcdmp2nqjtc9', 'command', 'a script', 'dates', NULL, '/srv/ada/dates', 7200000, 'claude-code', '{"interpreter":"bash","environment":{"LEVEL":"3"},"workspace":"none"}', 'default', 0, '[]', 0, '[]', 1795248000000, 'cancelled', 1795248009123, 'cancelled', 'cancelled by claude-code', 1, 1795248003123, '{}', NULL, 0);
insert into jobs (number, id, kind, title, project, agent, directory, timeout_ms, client, details, queue, priority, after_jobs, after_any_end, tags, accepted_at, state, state_at, code, reason, attempts, started_at, report, text, archived) values (88, 'cgj4my3gs71x', 'command', 'make test', NULL, NULL, '/srv/ada/dates', 90000, 'claude-code', '{"workspace":"none","command":["make","test","it''s"]}', 'release', 7, '[]', 0, '["nightly","ünïcode"]', 1795248000000, 'queued', 1795248000000, NULL, NULL, 0, NULL, '{}', '', 0);
insert into jobs (number, id, kind, title, project, agent, directory, timeout_ms, client, details, queue, priority, after_jobs, after_any_end, tags, accepted_at, state, state_at, code, reason, attempts, started_at, report, text, archived) values (89, 'mme9apfmweqc', 'command', 'make test', NULL, NULL, '/srv/ada/dates', 90000, 'claude-code', '{"workspace":"none","command":["make","test","it''s"]}', 'release', -3, '["cgj4my3gs71x"]', 1, '["nightly","ünïcode"]', 1795248000000, 'waiting', 1795248000000, NULL, NULL, 0, NULL, '{}', '', 0);
insert into jobs (number, id, kind, title, project, agent, directory, timeout_ms, client, details, queue, priority, after_jobs, after_any_end, tags, accepted_at, state, state_at, code, reason, attempts, started_at, report, text, archived) values (90, 'h3w0pewfmzx8', 'command', 'make test', NULL, NULL, '/srv/ada/dates', 90000, 'claude-code', '{"workspace":"none","command":["make","test","it''s"]}', 'default', 0, '[]', 0, '["nightly","ünïcode"]', 1795248000000, 'succeeded', 1795248009123, NULL, NULL, 1, 1795248003123, '{"output":"3 passed\n","error_output":"","stdout_bytes":9,"exit_status":0}', '', 1);
insert into jobs (number, id, kind, title, project, agent, directory, timeout_ms, client, details, queue, priority, after_jobs, after_any_end, tags, accepted_at, state, state_at, code, reason, attempts, started_at, report, text, archived) values (91, '9w2dwd4684z9', 'command', 'make test', NULL, NULL, '/srv/ada/dates', 90000, 'claude-code', '{"workspace":"none","command":["make","test","it''s"]}', 'default', 0, '[]', 0, '["nightly","ünïcode"]', 1795248000000, 'waiting', 1795248003123, NULL, NULL, 1, 1795248003123, '{}', '', 0);
insert into jobs (number, id, kind, title, project, agent, directory, timeout_ms, client, details, queue, priority, after_jobs, after_any_end, tags, accepted_at, state, state_at, code, reason, attempts, started_at, report, text, archived) values (92, 'd4tbacqygfyb', 'command', 'make test', NULL, NULL, '/srv/ada/dates', 90000, 'claude-code', '{"workspace":"none","command":["make","test","it''s"]}', 'default', 0, '[]', 0, '["nightly","ünïcode"]', 1795248000000, 'running', 1795248003123, NULL, NULL, 1, 1795248003123, '{}', '', 0);
insert into jobs (number, id, kind, title, project, agent, directory, timeout_ms, client, details, queue, priority, after_jobs, after_any_end, tags, accepted_at, state, state_at, code, reason, attempts, started_at, report, text, archived) values (93, 'yzrjqshfnsc9', 'command', 'make test', NULL, NULL, '/srv/ada/dates', 90000, 'claude-code', '{"workspace":"none","command":["make","test","it''s"]}', 'default', 0, '[]', 0, '["nightly","ünïcode"]', 1795248000000, 'verifying', 1795248008123, NULL, NULL, 1, 1795248003123, '{"exit_status":0}', '', 0);
insert into jobs (number, id, kind, title, project, agent, directory, timeout_ms, client, details, queue, priority, after_jobs, after_any_end, tags, accepted_at, state, state_at, code, reason, attempts, started_at, report, text, archived) values (94, 'pq1j8dpwdh4g', 'command', 'make test', NULL, NULL, '/srv/ada/dates', 90000, 'claude-code', '{"workspace":"none","command":["make","test","it''s"]}', 'default', 0, '[]', 0, '[]', 1795248000000, 'queued', 1795248000000, NULL, NULL, 0, NULL, '{}', '', 0);
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
insert into unindexed (job) values (93);
insert into unindexed (job) values (94);
delete from search_fill;
insert into search_fill (below) values (0);
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
