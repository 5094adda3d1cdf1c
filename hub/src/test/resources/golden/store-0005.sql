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
insert into events (job, position, at, type, version, data) values (18, 3, 1795248005123, 'stop_requested', 1, '{"cause":"CANCEL","by":"claude-code"}');
insert into events (job, position, at, type, version, data) values (19, 0, 1795248000000, 'accepted', 1, '{}');
insert into events (job, position, at, type, version, data) values (19, 1, 1795248001123, 'claimed', 1, '{"attempt":1}');
insert into events (job, position, at, type, version, data) values (19, 2, 1795248003123, 'started', 1, '{"directory":"/srv/ada/strawboss/jobs/000000000000/1","pid":4000000000,"start_ticks":0,"boot_id":"a-boot-long-ago","kill":"process_group","scope":"000000000000-1"}');
insert into events (job, position, at, type, version, data) values (19, 3, 1795248005123, 'stop_requested', 1, '{"cause":"TIMEOUT","by":"30m"}');
insert into events (job, position, at, type, version, data) values (20, 0, 1795248000000, 'accepted', 1, '{}');
insert into events (job, position, at, type, version, data) values (20, 1, 1795248001123, 'claimed', 1, '{"attempt":1}');
insert into events (job, position, at, type, version, data) values (20, 2, 1795248003123, 'started', 1, '{"directory":"/srv/ada/strawboss/jobs/000000000000/1","pid":4000000000,"start_ticks":0,"boot_id":"a-boot-long-ago","kill":"process_group","scope":"000000000000-1"}');
insert into events (job, position, at, type, version, data) values (20, 3, 1795248008123, 'exited', 1, '{"status":0,"at":1795248007123}');
insert into events (job, position, at, type, version, data) values (21, 0, 1795248000000, 'accepted', 1, '{}');
insert into events (job, position, at, type, version, data) values (21, 1, 1795248001123, 'claimed', 1, '{"attempt":1}');
insert into events (job, position, at, type, version, data) values (21, 2, 1795248003123, 'started', 1, '{"directory":"/srv/ada/strawboss/jobs/000000000000/1","pid":4000000000,"start_ticks":0,"boot_id":"a-boot-long-ago","kill":"process_group","scope":"000000000000-1"}');
insert into events (job, position, at, type, version, data) values (21, 3, 1795248005123, 'stop_requested', 1, '{"cause":"CANCEL","by":"claude-code"}');
insert into events (job, position, at, type, version, data) values (21, 4, 1795248008123, 'exited', 1, '{"status":143,"at":1795248007123}');
insert into events (job, position, at, type, version, data) values (22, 0, 1795248000000, 'accepted', 1, '{}');
insert into events (job, position, at, type, version, data) values (22, 1, 1795248001123, 'claimed', 1, '{"attempt":1}');
insert into events (job, position, at, type, version, data) values (22, 2, 1795248003123, 'started', 1, '{"directory":"/srv/ada/strawboss/jobs/000000000000/1","pid":4000000000,"start_ticks":0,"boot_id":"a-boot-long-ago","kill":"process_group","scope":"000000000000-1"}');
insert into events (job, position, at, type, version, data) values (22, 3, 1795248008123, 'exited', 1, '{"status":0,"at":1795248007123}');
insert into events (job, position, at, type, version, data) values (22, 4, 1795248009123, 'succeeded', 1, '{}');
insert into events (job, position, at, type, version, data) values (23, 0, 1795248000000, 'accepted', 1, '{}');
insert into events (job, position, at, type, version, data) values (23, 1, 1795248001123, 'claimed', 1, '{"attempt":1}');
insert into events (job, position, at, type, version, data) values (23, 2, 1795248003123, 'started', 1, '{"directory":"/srv/ada/strawboss/jobs/000000000000/1","pid":4000000000,"start_ticks":0,"boot_id":"a-boot-long-ago","kill":"process_group","scope":"000000000000-1"}');
insert into events (job, position, at, type, version, data) values (23, 3, 1795248008123, 'exited', 1, '{"status":3,"at":1795248007123}');
insert into events (job, position, at, type, version, data) values (23, 4, 1795248009123, 'failed', 1, '{"code":"nonzero_exit","reason":"It ended with status 3."}');
insert into events (job, position, at, type, version, data) values (24, 0, 1795248000000, 'accepted', 1, '{}');
insert into events (job, position, at, type, version, data) values (24, 1, 1795248001123, 'claimed', 1, '{"attempt":1}');
insert into events (job, position, at, type, version, data) values (24, 2, 1795248003123, 'started', 1, '{"directory":"/srv/ada/strawboss/jobs/000000000000/1","pid":4000000000,"start_ticks":0,"boot_id":"a-boot-long-ago","kill":"process_group","scope":"000000000000-1"}');
insert into events (job, position, at, type, version, data) values (24, 3, 1795248005123, 'stop_requested', 1, '{"cause":"CANCEL","by":"claude-code"}');
insert into events (job, position, at, type, version, data) values (24, 4, 1795248008123, 'exited', 1, '{"status":143,"at":1795248007123}');
insert into events (job, position, at, type, version, data) values (24, 5, 1795248009123, 'failed', 1, '{"code":"nonzero_exit","reason":"It ended with status 3."}');
insert into events (job, position, at, type, version, data) values (25, 0, 1795248000000, 'accepted', 1, '{}');
insert into events (job, position, at, type, version, data) values (25, 1, 1795248001123, 'claimed', 1, '{"attempt":1}');
insert into events (job, position, at, type, version, data) values (25, 2, 1795248003123, 'started', 1, '{"directory":"/srv/ada/strawboss/jobs/000000000000/1","pid":4000000000,"start_ticks":0,"boot_id":"a-boot-long-ago","kill":"process_group","scope":"000000000000-1"}');
insert into events (job, position, at, type, version, data) values (25, 3, 1795248005123, 'stop_requested', 1, '{"cause":"TIMEOUT","by":"30m"}');
insert into events (job, position, at, type, version, data) values (25, 4, 1795248008123, 'exited', 1, '{"status":137,"at":1795248007123}');
insert into events (job, position, at, type, version, data) values (25, 5, 1795248009123, 'failed', 1, '{"code":"nonzero_exit","reason":"It ended with status 3."}');
insert into events (job, position, at, type, version, data) values (26, 0, 1795248000000, 'accepted', 1, '{}');
insert into events (job, position, at, type, version, data) values (26, 1, 1795248001123, 'claimed', 1, '{"attempt":1}');
insert into events (job, position, at, type, version, data) values (26, 2, 1795248003123, 'started', 1, '{"directory":"/srv/ada/strawboss/jobs/000000000000/1","pid":4000000000,"start_ticks":0,"boot_id":"a-boot-long-ago","kill":"process_group","scope":"000000000000-1"}');
insert into events (job, position, at, type, version, data) values (26, 3, 1795248009123, 'lost', 1, '{"why":"the runner and its command are gone"}');
insert into events (job, position, at, type, version, data) values (27, 0, 1795248000000, 'accepted', 1, '{}');
insert into events (job, position, at, type, version, data) values (27, 1, 1795248001123, 'claimed', 1, '{"attempt":1}');
insert into events (job, position, at, type, version, data) values (27, 2, 1795248003123, 'started', 1, '{"directory":"/srv/ada/strawboss/jobs/000000000000/1","pid":4000000000,"start_ticks":0,"boot_id":"a-boot-long-ago","kill":"process_group","scope":"000000000000-1"}');
insert into events (job, position, at, type, version, data) values (27, 3, 1795248005123, 'stop_requested', 1, '{"cause":"CANCEL","by":"claude-code"}');
insert into events (job, position, at, type, version, data) values (27, 4, 1795248009123, 'lost', 1, '{"why":"the runner and its command are gone"}');
insert into events (job, position, at, type, version, data) values (28, 0, 1795248000000, 'accepted', 1, '{}');
insert into events (job, position, at, type, version, data) values (29, 0, 1795248000000, 'accepted', 1, '{}');
insert into events (job, position, at, type, version, data) values (29, 1, 1795248001123, 'prioritised', 1, '{"priority":5,"by":"ada"}');
insert into events (job, position, at, type, version, data) values (30, 0, 1795248000000, 'accepted', 1, '{}');
insert into events (job, position, at, type, version, data) values (30, 1, 1795248001123, 'held', 1, '{"waiting_for":"dependency","jobs":["000000000000"]}');
insert into events (job, position, at, type, version, data) values (31, 0, 1795248000000, 'accepted', 1, '{}');
insert into events (job, position, at, type, version, data) values (31, 1, 1795248001123, 'held', 1, '{"waiting_for":"dependency","jobs":["000000000000"]}');
insert into events (job, position, at, type, version, data) values (31, 2, 1795248002123, 'released', 1, '{}');
insert into events (job, position, at, type, version, data) values (31, 3, 1795248001123, 'claimed', 1, '{"attempt":1}');
insert into events (job, position, at, type, version, data) values (31, 4, 1795248003123, 'started', 1, '{"directory":"/srv/ada/strawboss/jobs/000000000000/1","pid":4000000000,"start_ticks":27,"boot_id":"a-boot-long-ago","kill":"process_group","scope":"000000000000-1"}');
insert into events (job, position, at, type, version, data) values (32, 0, 1795248000000, 'accepted', 1, '{}');
insert into events (job, position, at, type, version, data) values (32, 1, 1795248004123, 'held', 1, '{"waiting_for":"paused","by":"ada"}');
insert into events (job, position, at, type, version, data) values (33, 0, 1795248000000, 'accepted', 1, '{}');
insert into events (job, position, at, type, version, data) values (33, 1, 1795248001123, 'claimed', 1, '{"attempt":1}');
insert into events (job, position, at, type, version, data) values (33, 2, 1795248003123, 'started', 1, '{"directory":"/srv/ada/strawboss/jobs/000000000000/1","pid":4000000000,"start_ticks":27,"boot_id":"a-boot-long-ago","kill":"process_group","scope":"000000000000-1"}');
insert into events (job, position, at, type, version, data) values (33, 3, 1795248004123, 'held', 1, '{"waiting_for":"paused","by":"ada"}');
insert into events (job, position, at, type, version, data) values (34, 0, 1795248000000, 'accepted', 1, '{}');
insert into events (job, position, at, type, version, data) values (34, 1, 1795248001123, 'claimed', 1, '{"attempt":1}');
insert into events (job, position, at, type, version, data) values (34, 2, 1795248003123, 'started', 1, '{"directory":"/srv/ada/strawboss/jobs/000000000000/1","pid":4000000000,"start_ticks":27,"boot_id":"a-boot-long-ago","kill":"process_group","scope":"000000000000-1"}');
insert into events (job, position, at, type, version, data) values (34, 3, 1795248004123, 'held', 1, '{"waiting_for":"paused","by":"ada"}');
insert into events (job, position, at, type, version, data) values (34, 4, 1795248006123, 'released', 1, '{}');
insert into events (job, position, at, type, version, data) values (34, 5, 1795248008123, 'exited', 1, '{"status":0,"at":1795248007123}');
insert into events (job, position, at, type, version, data) values (34, 6, 1795248009123, 'succeeded', 1, '{}');
insert into events (job, position, at, type, version, data) values (35, 0, 1795248000000, 'accepted', 1, '{}');
insert into events (job, position, at, type, version, data) values (35, 1, 1795248001123, 'claimed', 1, '{"attempt":1}');
insert into events (job, position, at, type, version, data) values (35, 2, 1795248003123, 'started', 1, '{"directory":"/srv/ada/strawboss/jobs/000000000000/1","pid":4000000000,"start_ticks":27,"boot_id":"a-boot-long-ago","kill":"process_group","scope":"000000000000-1"}');
insert into events (job, position, at, type, version, data) values (35, 3, 1795248009123, 'lost', 1, '{"why":"the runner and its command are gone"}');
insert into events (job, position, at, type, version, data) values (35, 4, 1795248010123, 'continued', 1, '{"by":"ada","session":"0b9e"}');
insert into events (job, position, at, type, version, data) values (36, 0, 1795248000000, 'accepted', 1, '{}');
insert into events (job, position, at, type, version, data) values (36, 1, 1795248001123, 'claimed', 1, '{"attempt":1}');
insert into events (job, position, at, type, version, data) values (36, 2, 1795248003123, 'started', 1, '{"directory":"/srv/ada/strawboss/jobs/000000000000/1","pid":4000000000,"start_ticks":27,"boot_id":"a-boot-long-ago","kill":"process_group","scope":"000000000000-1"}');
insert into events (job, position, at, type, version, data) values (36, 3, 1795248009123, 'lost', 1, '{"why":"the runner and its command are gone"}');
insert into events (job, position, at, type, version, data) values (36, 4, 1795248010123, 'continued', 1, '{"by":"ada","session":"0b9e"}');
insert into events (job, position, at, type, version, data) values (36, 5, 1795248001123, 'claimed', 1, '{"attempt":2}');
insert into events (job, position, at, type, version, data) values (36, 6, 1795248003123, 'started', 1, '{"directory":"/srv/ada/strawboss/jobs/000000000000/1","pid":4000000000,"start_ticks":27,"boot_id":"a-boot-long-ago","kill":"process_group","scope":"000000000000-1"}');
insert into events (job, position, at, type, version, data) values (37, 0, 1795248000000, 'accepted', 1, '{}');
insert into events (job, position, at, type, version, data) values (37, 1, 1795248005123, 'stop_requested', 1, '{"cause":"CANCEL","by":"claude-code"}');
insert into events (job, position, at, type, version, data) values (38, 0, 1795248000000, 'accepted', 1, '{}');
insert into events (job, position, at, type, version, data) values (38, 1, 1795248001123, 'claimed', 1, '{"attempt":1}');
insert into events (job, position, at, type, version, data) values (39, 0, 1795248000000, 'accepted', 1, '{}');
insert into events (job, position, at, type, version, data) values (39, 1, 1795248001123, 'claimed', 1, '{"attempt":1}');
insert into events (job, position, at, type, version, data) values (39, 2, 1795248005123, 'stop_requested', 1, '{"cause":"CANCEL","by":"claude-code"}');
insert into events (job, position, at, type, version, data) values (40, 0, 1795248000000, 'accepted', 1, '{}');
insert into events (job, position, at, type, version, data) values (40, 1, 1795248001123, 'claimed', 1, '{"attempt":1}');
insert into events (job, position, at, type, version, data) values (40, 2, 1795248009123, 'failed', 1, '{"code":"nonzero_exit","reason":"It ended with status 3."}');
insert into events (job, position, at, type, version, data) values (41, 0, 1795248000000, 'accepted', 1, '{}');
insert into events (job, position, at, type, version, data) values (41, 1, 1795248001123, 'claimed', 1, '{"attempt":1}');
insert into events (job, position, at, type, version, data) values (41, 2, 1795248005123, 'stop_requested', 1, '{"cause":"CANCEL","by":"claude-code"}');
insert into events (job, position, at, type, version, data) values (41, 3, 1795248002123, 'requeued', 1, '{"why":"the hub ended before it started"}');
insert into events (job, position, at, type, version, data) values (42, 0, 1795248000000, 'accepted', 1, '{}');
insert into events (job, position, at, type, version, data) values (42, 1, 1795248001123, 'claimed', 1, '{"attempt":1}');
insert into events (job, position, at, type, version, data) values (42, 2, 1795248002123, 'requeued', 1, '{"why":"the hub ended before it started"}');
insert into events (job, position, at, type, version, data) values (43, 0, 1795248000000, 'accepted', 1, '{}');
insert into events (job, position, at, type, version, data) values (43, 1, 1795248001123, 'claimed', 1, '{"attempt":1}');
insert into events (job, position, at, type, version, data) values (43, 2, 1795248002123, 'requeued', 1, '{"why":"the hub ended before it started"}');
insert into events (job, position, at, type, version, data) values (43, 3, 1795248001123, 'claimed', 1, '{"attempt":2}');
insert into events (job, position, at, type, version, data) values (43, 4, 1795248003123, 'started', 1, '{"directory":"/srv/ada/strawboss/jobs/000000000000/1","pid":4000000000,"start_ticks":27,"boot_id":"a-boot-long-ago","kill":"process_group","scope":"000000000000-1"}');
insert into events (job, position, at, type, version, data) values (44, 0, 1795248000000, 'accepted', 1, '{}');
insert into events (job, position, at, type, version, data) values (44, 1, 1795248001123, 'claimed', 1, '{"attempt":1}');
insert into events (job, position, at, type, version, data) values (44, 2, 1795248003123, 'started', 1, '{"directory":"/srv/ada/strawboss/jobs/000000000000/1","pid":4000000000,"start_ticks":27,"boot_id":"a-boot-long-ago","kill":"process_group","scope":"000000000000-1"}');
insert into events (job, position, at, type, version, data) values (45, 0, 1795248000000, 'accepted', 1, '{}');
insert into events (job, position, at, type, version, data) values (45, 1, 1795248001123, 'claimed', 1, '{"attempt":1}');
insert into events (job, position, at, type, version, data) values (45, 2, 1795248003123, 'started', 1, '{"directory":"/srv/ada/strawboss/jobs/000000000000/1","pid":4000000000,"start_ticks":27,"boot_id":"a-boot-long-ago","kill":"process_group","scope":"000000000000-1"}');
insert into events (job, position, at, type, version, data) values (45, 3, 1795248005123, 'stop_requested', 1, '{"cause":"CANCEL","by":"claude-code"}');
insert into events (job, position, at, type, version, data) values (46, 0, 1795248000000, 'accepted', 1, '{}');
insert into events (job, position, at, type, version, data) values (46, 1, 1795248001123, 'claimed', 1, '{"attempt":1}');
insert into events (job, position, at, type, version, data) values (46, 2, 1795248003123, 'started', 1, '{"directory":"/srv/ada/strawboss/jobs/000000000000/1","pid":4000000000,"start_ticks":27,"boot_id":"a-boot-long-ago","kill":"process_group","scope":"000000000000-1"}');
insert into events (job, position, at, type, version, data) values (46, 3, 1795248005123, 'stop_requested', 1, '{"cause":"TIMEOUT","by":"30m"}');
insert into events (job, position, at, type, version, data) values (47, 0, 1795248000000, 'accepted', 1, '{}');
insert into events (job, position, at, type, version, data) values (47, 1, 1795248001123, 'claimed', 1, '{"attempt":1}');
insert into events (job, position, at, type, version, data) values (47, 2, 1795248003123, 'started', 1, '{"directory":"/srv/ada/strawboss/jobs/000000000000/1","pid":4000000000,"start_ticks":27,"boot_id":"a-boot-long-ago","kill":"process_group","scope":"000000000000-1"}');
insert into events (job, position, at, type, version, data) values (47, 3, 1795248008123, 'exited', 1, '{"status":0,"at":1795248007123}');
insert into events (job, position, at, type, version, data) values (48, 0, 1795248000000, 'accepted', 1, '{}');
insert into events (job, position, at, type, version, data) values (48, 1, 1795248001123, 'claimed', 1, '{"attempt":1}');
insert into events (job, position, at, type, version, data) values (48, 2, 1795248003123, 'started', 1, '{"directory":"/srv/ada/strawboss/jobs/000000000000/1","pid":4000000000,"start_ticks":27,"boot_id":"a-boot-long-ago","kill":"process_group","scope":"000000000000-1"}');
insert into events (job, position, at, type, version, data) values (48, 3, 1795248005123, 'stop_requested', 1, '{"cause":"CANCEL","by":"claude-code"}');
insert into events (job, position, at, type, version, data) values (48, 4, 1795248008123, 'exited', 1, '{"status":143,"at":1795248007123}');
insert into events (job, position, at, type, version, data) values (49, 0, 1795248000000, 'accepted', 1, '{}');
insert into events (job, position, at, type, version, data) values (49, 1, 1795248001123, 'claimed', 1, '{"attempt":1}');
insert into events (job, position, at, type, version, data) values (49, 2, 1795248003123, 'started', 1, '{"directory":"/srv/ada/strawboss/jobs/000000000000/1","pid":4000000000,"start_ticks":27,"boot_id":"a-boot-long-ago","kill":"process_group","scope":"000000000000-1"}');
insert into events (job, position, at, type, version, data) values (49, 3, 1795248008123, 'exited', 1, '{"status":0,"at":1795248007123}');
insert into events (job, position, at, type, version, data) values (49, 4, 1795248009123, 'succeeded', 1, '{}');
insert into events (job, position, at, type, version, data) values (50, 0, 1795248000000, 'accepted', 1, '{}');
insert into events (job, position, at, type, version, data) values (50, 1, 1795248001123, 'claimed', 1, '{"attempt":1}');
insert into events (job, position, at, type, version, data) values (50, 2, 1795248003123, 'started', 1, '{"directory":"/srv/ada/strawboss/jobs/000000000000/1","pid":4000000000,"start_ticks":27,"boot_id":"a-boot-long-ago","kill":"process_group","scope":"000000000000-1"}');
insert into events (job, position, at, type, version, data) values (50, 3, 1795248008123, 'exited', 1, '{"status":3,"at":1795248007123}');
insert into events (job, position, at, type, version, data) values (50, 4, 1795248009123, 'failed', 1, '{"code":"nonzero_exit","reason":"It ended with status 3."}');
insert into events (job, position, at, type, version, data) values (51, 0, 1795248000000, 'accepted', 1, '{}');
insert into events (job, position, at, type, version, data) values (51, 1, 1795248001123, 'claimed', 1, '{"attempt":1}');
insert into events (job, position, at, type, version, data) values (51, 2, 1795248003123, 'started', 1, '{"directory":"/srv/ada/strawboss/jobs/000000000000/1","pid":4000000000,"start_ticks":27,"boot_id":"a-boot-long-ago","kill":"process_group","scope":"000000000000-1"}');
insert into events (job, position, at, type, version, data) values (51, 3, 1795248005123, 'stop_requested', 1, '{"cause":"CANCEL","by":"claude-code"}');
insert into events (job, position, at, type, version, data) values (51, 4, 1795248008123, 'exited', 1, '{"status":143,"at":1795248007123}');
insert into events (job, position, at, type, version, data) values (51, 5, 1795248009123, 'failed', 1, '{"code":"nonzero_exit","reason":"It ended with status 3."}');
insert into events (job, position, at, type, version, data) values (52, 0, 1795248000000, 'accepted', 1, '{}');
insert into events (job, position, at, type, version, data) values (52, 1, 1795248001123, 'claimed', 1, '{"attempt":1}');
insert into events (job, position, at, type, version, data) values (52, 2, 1795248003123, 'started', 1, '{"directory":"/srv/ada/strawboss/jobs/000000000000/1","pid":4000000000,"start_ticks":27,"boot_id":"a-boot-long-ago","kill":"process_group","scope":"000000000000-1"}');
insert into events (job, position, at, type, version, data) values (52, 3, 1795248005123, 'stop_requested', 1, '{"cause":"TIMEOUT","by":"30m"}');
insert into events (job, position, at, type, version, data) values (52, 4, 1795248008123, 'exited', 1, '{"status":137,"at":1795248007123}');
insert into events (job, position, at, type, version, data) values (52, 5, 1795248009123, 'failed', 1, '{"code":"nonzero_exit","reason":"It ended with status 3."}');
insert into events (job, position, at, type, version, data) values (53, 0, 1795248000000, 'accepted', 1, '{}');
insert into events (job, position, at, type, version, data) values (53, 1, 1795248001123, 'claimed', 1, '{"attempt":1}');
insert into events (job, position, at, type, version, data) values (53, 2, 1795248003123, 'started', 1, '{"directory":"/srv/ada/strawboss/jobs/000000000000/1","pid":4000000000,"start_ticks":27,"boot_id":"a-boot-long-ago","kill":"process_group","scope":"000000000000-1"}');
insert into events (job, position, at, type, version, data) values (53, 3, 1795248009123, 'lost', 1, '{"why":"the runner and its command are gone"}');
insert into events (job, position, at, type, version, data) values (54, 0, 1795248000000, 'accepted', 1, '{}');
insert into events (job, position, at, type, version, data) values (54, 1, 1795248001123, 'claimed', 1, '{"attempt":1}');
insert into events (job, position, at, type, version, data) values (54, 2, 1795248003123, 'started', 1, '{"directory":"/srv/ada/strawboss/jobs/000000000000/1","pid":4000000000,"start_ticks":27,"boot_id":"a-boot-long-ago","kill":"process_group","scope":"000000000000-1"}');
insert into events (job, position, at, type, version, data) values (54, 3, 1795248005123, 'stop_requested', 1, '{"cause":"CANCEL","by":"claude-code"}');
insert into events (job, position, at, type, version, data) values (54, 4, 1795248009123, 'lost', 1, '{"why":"the runner and its command are gone"}');
insert into events (job, position, at, type, version, data) values (55, 0, 1795248000000, 'accepted', 1, '{}');
insert into events (job, position, at, type, version, data) values (56, 0, 1795248000000, 'accepted', 1, '{}');
insert into events (job, position, at, type, version, data) values (56, 1, 1795248001123, 'prioritised', 1, '{"priority":5,"by":"ada"}');
insert into events (job, position, at, type, version, data) values (57, 0, 1795248000000, 'accepted', 1, '{}');
insert into events (job, position, at, type, version, data) values (57, 1, 1795248001123, 'held', 1, '{"waiting_for":"dependency","jobs":["000000000000"]}');
insert into events (job, position, at, type, version, data) values (58, 0, 1795248000000, 'accepted', 1, '{}');
insert into events (job, position, at, type, version, data) values (58, 1, 1795248001123, 'held', 1, '{"waiting_for":"dependency","jobs":["000000000000"]}');
insert into events (job, position, at, type, version, data) values (58, 2, 1795248002123, 'released', 1, '{}');
insert into events (job, position, at, type, version, data) values (58, 3, 1795248001123, 'claimed', 1, '{"attempt":1}');
insert into events (job, position, at, type, version, data) values (58, 4, 1795248003123, 'started', 1, '{"directory":"/srv/ada/strawboss/jobs/000000000000/1","pid":4000000000,"start_ticks":54,"boot_id":"a-boot-long-ago","kill":"process_group","scope":"000000000000-1"}');
insert into events (job, position, at, type, version, data) values (59, 0, 1795248000000, 'accepted', 1, '{}');
insert into events (job, position, at, type, version, data) values (59, 1, 1795248004123, 'held', 1, '{"waiting_for":"paused","by":"ada"}');
insert into events (job, position, at, type, version, data) values (60, 0, 1795248000000, 'accepted', 1, '{}');
insert into events (job, position, at, type, version, data) values (60, 1, 1795248001123, 'claimed', 1, '{"attempt":1}');
insert into events (job, position, at, type, version, data) values (60, 2, 1795248003123, 'started', 1, '{"directory":"/srv/ada/strawboss/jobs/000000000000/1","pid":4000000000,"start_ticks":54,"boot_id":"a-boot-long-ago","kill":"process_group","scope":"000000000000-1"}');
insert into events (job, position, at, type, version, data) values (60, 3, 1795248004123, 'held', 1, '{"waiting_for":"paused","by":"ada"}');
insert into events (job, position, at, type, version, data) values (61, 0, 1795248000000, 'accepted', 1, '{}');
insert into events (job, position, at, type, version, data) values (61, 1, 1795248001123, 'claimed', 1, '{"attempt":1}');
insert into events (job, position, at, type, version, data) values (61, 2, 1795248003123, 'started', 1, '{"directory":"/srv/ada/strawboss/jobs/000000000000/1","pid":4000000000,"start_ticks":54,"boot_id":"a-boot-long-ago","kill":"process_group","scope":"000000000000-1"}');
insert into events (job, position, at, type, version, data) values (61, 3, 1795248004123, 'held', 1, '{"waiting_for":"paused","by":"ada"}');
insert into events (job, position, at, type, version, data) values (61, 4, 1795248006123, 'released', 1, '{}');
insert into events (job, position, at, type, version, data) values (61, 5, 1795248008123, 'exited', 1, '{"status":0,"at":1795248007123}');
insert into events (job, position, at, type, version, data) values (61, 6, 1795248009123, 'succeeded', 1, '{}');
insert into events (job, position, at, type, version, data) values (62, 0, 1795248000000, 'accepted', 1, '{}');
insert into events (job, position, at, type, version, data) values (62, 1, 1795248001123, 'claimed', 1, '{"attempt":1}');
insert into events (job, position, at, type, version, data) values (62, 2, 1795248003123, 'started', 1, '{"directory":"/srv/ada/strawboss/jobs/000000000000/1","pid":4000000000,"start_ticks":54,"boot_id":"a-boot-long-ago","kill":"process_group","scope":"000000000000-1"}');
insert into events (job, position, at, type, version, data) values (62, 3, 1795248009123, 'lost', 1, '{"why":"the runner and its command are gone"}');
insert into events (job, position, at, type, version, data) values (62, 4, 1795248010123, 'continued', 1, '{"by":"ada","session":"0b9e"}');
insert into events (job, position, at, type, version, data) values (63, 0, 1795248000000, 'accepted', 1, '{}');
insert into events (job, position, at, type, version, data) values (63, 1, 1795248001123, 'claimed', 1, '{"attempt":1}');
insert into events (job, position, at, type, version, data) values (63, 2, 1795248003123, 'started', 1, '{"directory":"/srv/ada/strawboss/jobs/000000000000/1","pid":4000000000,"start_ticks":54,"boot_id":"a-boot-long-ago","kill":"process_group","scope":"000000000000-1"}');
insert into events (job, position, at, type, version, data) values (63, 3, 1795248009123, 'lost', 1, '{"why":"the runner and its command are gone"}');
insert into events (job, position, at, type, version, data) values (63, 4, 1795248010123, 'continued', 1, '{"by":"ada","session":"0b9e"}');
insert into events (job, position, at, type, version, data) values (63, 5, 1795248001123, 'claimed', 1, '{"attempt":2}');
insert into events (job, position, at, type, version, data) values (63, 6, 1795248003123, 'started', 1, '{"directory":"/srv/ada/strawboss/jobs/000000000000/1","pid":4000000000,"start_ticks":54,"boot_id":"a-boot-long-ago","kill":"process_group","scope":"000000000000-1"}');
insert into events (job, position, at, type, version, data) values (64, 0, 1795248000000, 'accepted', 1, '{}');
insert into events (job, position, at, type, version, data) values (64, 1, 1795248005123, 'stop_requested', 1, '{"cause":"CANCEL","by":"claude-code"}');
insert into events (job, position, at, type, version, data) values (65, 0, 1795248000000, 'accepted', 1, '{}');
insert into events (job, position, at, type, version, data) values (65, 1, 1795248001123, 'claimed', 1, '{"attempt":1}');
insert into events (job, position, at, type, version, data) values (66, 0, 1795248000000, 'accepted', 1, '{}');
insert into events (job, position, at, type, version, data) values (66, 1, 1795248001123, 'claimed', 1, '{"attempt":1}');
insert into events (job, position, at, type, version, data) values (66, 2, 1795248005123, 'stop_requested', 1, '{"cause":"CANCEL","by":"claude-code"}');
insert into events (job, position, at, type, version, data) values (67, 0, 1795248000000, 'accepted', 1, '{}');
insert into events (job, position, at, type, version, data) values (67, 1, 1795248001123, 'claimed', 1, '{"attempt":1}');
insert into events (job, position, at, type, version, data) values (67, 2, 1795248009123, 'failed', 1, '{"code":"nonzero_exit","reason":"It ended with status 3."}');
insert into events (job, position, at, type, version, data) values (68, 0, 1795248000000, 'accepted', 1, '{}');
insert into events (job, position, at, type, version, data) values (68, 1, 1795248001123, 'claimed', 1, '{"attempt":1}');
insert into events (job, position, at, type, version, data) values (68, 2, 1795248005123, 'stop_requested', 1, '{"cause":"CANCEL","by":"claude-code"}');
insert into events (job, position, at, type, version, data) values (68, 3, 1795248002123, 'requeued', 1, '{"why":"the hub ended before it started"}');
insert into events (job, position, at, type, version, data) values (69, 0, 1795248000000, 'accepted', 1, '{}');
insert into events (job, position, at, type, version, data) values (69, 1, 1795248001123, 'claimed', 1, '{"attempt":1}');
insert into events (job, position, at, type, version, data) values (69, 2, 1795248002123, 'requeued', 1, '{"why":"the hub ended before it started"}');
insert into events (job, position, at, type, version, data) values (70, 0, 1795248000000, 'accepted', 1, '{}');
insert into events (job, position, at, type, version, data) values (70, 1, 1795248001123, 'claimed', 1, '{"attempt":1}');
insert into events (job, position, at, type, version, data) values (70, 2, 1795248002123, 'requeued', 1, '{"why":"the hub ended before it started"}');
insert into events (job, position, at, type, version, data) values (70, 3, 1795248001123, 'claimed', 1, '{"attempt":2}');
insert into events (job, position, at, type, version, data) values (70, 4, 1795248003123, 'started', 1, '{"directory":"/srv/ada/strawboss/jobs/000000000000/1","pid":4000000000,"start_ticks":54,"boot_id":"a-boot-long-ago","kill":"process_group","scope":"000000000000-1"}');
insert into events (job, position, at, type, version, data) values (71, 0, 1795248000000, 'accepted', 1, '{}');
insert into events (job, position, at, type, version, data) values (71, 1, 1795248001123, 'claimed', 1, '{"attempt":1}');
insert into events (job, position, at, type, version, data) values (71, 2, 1795248003123, 'started', 1, '{"directory":"/srv/ada/strawboss/jobs/000000000000/1","pid":4000000000,"start_ticks":54,"boot_id":"a-boot-long-ago","kill":"process_group","scope":"000000000000-1"}');
insert into events (job, position, at, type, version, data) values (72, 0, 1795248000000, 'accepted', 1, '{}');
insert into events (job, position, at, type, version, data) values (72, 1, 1795248001123, 'claimed', 1, '{"attempt":1}');
insert into events (job, position, at, type, version, data) values (72, 2, 1795248003123, 'started', 1, '{"directory":"/srv/ada/strawboss/jobs/000000000000/1","pid":4000000000,"start_ticks":54,"boot_id":"a-boot-long-ago","kill":"process_group","scope":"000000000000-1"}');
insert into events (job, position, at, type, version, data) values (72, 3, 1795248005123, 'stop_requested', 1, '{"cause":"CANCEL","by":"claude-code"}');
insert into events (job, position, at, type, version, data) values (73, 0, 1795248000000, 'accepted', 1, '{}');
insert into events (job, position, at, type, version, data) values (73, 1, 1795248001123, 'claimed', 1, '{"attempt":1}');
insert into events (job, position, at, type, version, data) values (73, 2, 1795248003123, 'started', 1, '{"directory":"/srv/ada/strawboss/jobs/000000000000/1","pid":4000000000,"start_ticks":54,"boot_id":"a-boot-long-ago","kill":"process_group","scope":"000000000000-1"}');
insert into events (job, position, at, type, version, data) values (73, 3, 1795248005123, 'stop_requested', 1, '{"cause":"TIMEOUT","by":"30m"}');
insert into events (job, position, at, type, version, data) values (74, 0, 1795248000000, 'accepted', 1, '{}');
insert into events (job, position, at, type, version, data) values (74, 1, 1795248001123, 'claimed', 1, '{"attempt":1}');
insert into events (job, position, at, type, version, data) values (74, 2, 1795248003123, 'started', 1, '{"directory":"/srv/ada/strawboss/jobs/000000000000/1","pid":4000000000,"start_ticks":54,"boot_id":"a-boot-long-ago","kill":"process_group","scope":"000000000000-1"}');
insert into events (job, position, at, type, version, data) values (74, 3, 1795248008123, 'exited', 1, '{"status":0,"at":1795248007123}');
insert into events (job, position, at, type, version, data) values (75, 0, 1795248000000, 'accepted', 1, '{}');
insert into events (job, position, at, type, version, data) values (75, 1, 1795248001123, 'claimed', 1, '{"attempt":1}');
insert into events (job, position, at, type, version, data) values (75, 2, 1795248003123, 'started', 1, '{"directory":"/srv/ada/strawboss/jobs/000000000000/1","pid":4000000000,"start_ticks":54,"boot_id":"a-boot-long-ago","kill":"process_group","scope":"000000000000-1"}');
insert into events (job, position, at, type, version, data) values (75, 3, 1795248005123, 'stop_requested', 1, '{"cause":"CANCEL","by":"claude-code"}');
insert into events (job, position, at, type, version, data) values (75, 4, 1795248008123, 'exited', 1, '{"status":143,"at":1795248007123}');
insert into events (job, position, at, type, version, data) values (76, 0, 1795248000000, 'accepted', 1, '{}');
insert into events (job, position, at, type, version, data) values (76, 1, 1795248001123, 'claimed', 1, '{"attempt":1}');
insert into events (job, position, at, type, version, data) values (76, 2, 1795248003123, 'started', 1, '{"directory":"/srv/ada/strawboss/jobs/000000000000/1","pid":4000000000,"start_ticks":54,"boot_id":"a-boot-long-ago","kill":"process_group","scope":"000000000000-1"}');
insert into events (job, position, at, type, version, data) values (76, 3, 1795248008123, 'exited', 1, '{"status":0,"at":1795248007123}');
insert into events (job, position, at, type, version, data) values (76, 4, 1795248009123, 'succeeded', 1, '{}');
insert into events (job, position, at, type, version, data) values (77, 0, 1795248000000, 'accepted', 1, '{}');
insert into events (job, position, at, type, version, data) values (77, 1, 1795248001123, 'claimed', 1, '{"attempt":1}');
insert into events (job, position, at, type, version, data) values (77, 2, 1795248003123, 'started', 1, '{"directory":"/srv/ada/strawboss/jobs/000000000000/1","pid":4000000000,"start_ticks":54,"boot_id":"a-boot-long-ago","kill":"process_group","scope":"000000000000-1"}');
insert into events (job, position, at, type, version, data) values (77, 3, 1795248008123, 'exited', 1, '{"status":3,"at":1795248007123}');
insert into events (job, position, at, type, version, data) values (77, 4, 1795248009123, 'failed', 1, '{"code":"nonzero_exit","reason":"It ended with status 3."}');
insert into events (job, position, at, type, version, data) values (78, 0, 1795248000000, 'accepted', 1, '{}');
insert into events (job, position, at, type, version, data) values (78, 1, 1795248001123, 'claimed', 1, '{"attempt":1}');
insert into events (job, position, at, type, version, data) values (78, 2, 1795248003123, 'started', 1, '{"directory":"/srv/ada/strawboss/jobs/000000000000/1","pid":4000000000,"start_ticks":54,"boot_id":"a-boot-long-ago","kill":"process_group","scope":"000000000000-1"}');
insert into events (job, position, at, type, version, data) values (78, 3, 1795248005123, 'stop_requested', 1, '{"cause":"CANCEL","by":"claude-code"}');
insert into events (job, position, at, type, version, data) values (78, 4, 1795248008123, 'exited', 1, '{"status":143,"at":1795248007123}');
insert into events (job, position, at, type, version, data) values (78, 5, 1795248009123, 'failed', 1, '{"code":"nonzero_exit","reason":"It ended with status 3."}');
insert into events (job, position, at, type, version, data) values (79, 0, 1795248000000, 'accepted', 1, '{}');
insert into events (job, position, at, type, version, data) values (79, 1, 1795248001123, 'claimed', 1, '{"attempt":1}');
insert into events (job, position, at, type, version, data) values (79, 2, 1795248003123, 'started', 1, '{"directory":"/srv/ada/strawboss/jobs/000000000000/1","pid":4000000000,"start_ticks":54,"boot_id":"a-boot-long-ago","kill":"process_group","scope":"000000000000-1"}');
insert into events (job, position, at, type, version, data) values (79, 3, 1795248005123, 'stop_requested', 1, '{"cause":"TIMEOUT","by":"30m"}');
insert into events (job, position, at, type, version, data) values (79, 4, 1795248008123, 'exited', 1, '{"status":137,"at":1795248007123}');
insert into events (job, position, at, type, version, data) values (79, 5, 1795248009123, 'failed', 1, '{"code":"nonzero_exit","reason":"It ended with status 3."}');
insert into events (job, position, at, type, version, data) values (80, 0, 1795248000000, 'accepted', 1, '{}');
insert into events (job, position, at, type, version, data) values (80, 1, 1795248001123, 'claimed', 1, '{"attempt":1}');
insert into events (job, position, at, type, version, data) values (80, 2, 1795248003123, 'started', 1, '{"directory":"/srv/ada/strawboss/jobs/000000000000/1","pid":4000000000,"start_ticks":54,"boot_id":"a-boot-long-ago","kill":"process_group","scope":"000000000000-1"}');
insert into events (job, position, at, type, version, data) values (80, 3, 1795248009123, 'lost', 1, '{"why":"the runner and its command are gone"}');
insert into events (job, position, at, type, version, data) values (81, 0, 1795248000000, 'accepted', 1, '{}');
insert into events (job, position, at, type, version, data) values (81, 1, 1795248001123, 'claimed', 1, '{"attempt":1}');
insert into events (job, position, at, type, version, data) values (81, 2, 1795248003123, 'started', 1, '{"directory":"/srv/ada/strawboss/jobs/000000000000/1","pid":4000000000,"start_ticks":54,"boot_id":"a-boot-long-ago","kill":"process_group","scope":"000000000000-1"}');
insert into events (job, position, at, type, version, data) values (81, 3, 1795248005123, 'stop_requested', 1, '{"cause":"CANCEL","by":"claude-code"}');
insert into events (job, position, at, type, version, data) values (81, 4, 1795248009123, 'lost', 1, '{"why":"the runner and its command are gone"}');
insert into events (job, position, at, type, version, data) values (82, 0, 1795248000000, 'accepted', 1, '{}');
insert into events (job, position, at, type, version, data) values (83, 0, 1795248000000, 'accepted', 1, '{}');
insert into events (job, position, at, type, version, data) values (83, 1, 1795248000000, 'held', 1, '{"waiting_for":"dependency","jobs":["632ch6jhp6ae"]}');
insert into events (job, position, at, type, version, data) values (84, 0, 1795248000000, 'accepted', 1, '{}');
insert into events (job, position, at, type, version, data) values (84, 1, 1795248001123, 'claimed', 1, '{"attempt":1}');
insert into events (job, position, at, type, version, data) values (84, 2, 1795248003123, 'started', 1, '{"directory":"/srv/ada/strawboss/jobs/000000000000/1","pid":4000000000,"start_ticks":81,"boot_id":"a-boot-long-ago","kill":"process_group","scope":"000000000000-1"}');
insert into events (job, position, at, type, version, data) values (84, 3, 1795248008123, 'exited', 1, '{"status":0,"at":1795248007123}');
insert into events (job, position, at, type, version, data) values (84, 4, 1795248009123, 'succeeded', 1, '{}');
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
insert into requests (key, job, digest, at) values ('bridge-29', 29, 'cb286494bccf7cda198f53789def7d7c89e1d1693721cc78adc82d16f410dc93', 1795248000000);
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
insert into requests (key, job, digest, at) values ('bridge-55', 55, '6a904f09d06321871bedb770175de40c3658c64d54f3e6818d414bfe22f826ee', 1795248000000);
insert into requests (key, job, digest, at) values ('bridge-57', 57, '6a904f09d06321871bedb770175de40c3658c64d54f3e6818d414bfe22f826ee', 1795248000000);
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
insert into requests (key, job, digest, at) values ('bridge-9', 9, 'f4b38544c8f3bb6cc96a5e9c86def6893ce3ca031356235f95df5f0a51ccef69', 1795248000000);
insert into requests (key, job, digest, at) values ('bridge-first', 82, '2f7e157699e9622dbb8fa0c91d0354b0c2433ce7d8ea33142db60064984533eb', 1795248000000);
insert into requests (key, job, digest, at) values ('bridge-second', 83, '977d0122aea1b69247d7d8d18dbd53ce5d5a582a7df1474f9619960de45549cc', 1795248000000);
insert into requests (key, job, digest, at) values ('bridge-third', 84, '83f0b9a3c4638d2be22f1acbc5cd1e845dd88f0d2d6cbcbf8054078529b5cee3', 1795248000000);
delete from jobs;
insert into jobs (number, id, kind, title, project, agent, directory, timeout_ms, client, details, queue, priority, after_jobs, after_any_end, tags, accepted_at, state, state_at, code, reason, attempts, started_at, report, text, archived) values (1, '1dp4cs6ydekx', 'agent', 'Make the parser''s ''week'' dates right — ünïcode too 🎉', 'dates', 'claude', '/srv/ada/dates', 1800000, 'cli', '{"mode":"auto","model":"haiku","workspace":"worktree","strawboss_tools":false}', 'default', 0, '[]', 0, '[]', 1795248000000, 'queued', 1795248000000, NULL, NULL, 0, NULL, '{}', 'Make the parser accept ISO weeks.

It''s about 2026-W47; see "docs".', 0);
insert into jobs (number, id, kind, title, project, agent, directory, timeout_ms, client, details, queue, priority, after_jobs, after_any_end, tags, accepted_at, state, state_at, code, reason, attempts, started_at, report, text, archived) values (2, 'hemyd5pfhkre', 'agent', 'Make the parser''s ''week'' dates right — ünïcode too 🎉', 'dates', 'claude', '/srv/ada/dates', 1800000, 'cli', '{"mode":"auto","model":"haiku","workspace":"worktree","strawboss_tools":false}', 'default', 5, '[]', 0, '[]', 1795248000000, 'queued', 1795248000000, NULL, NULL, 0, NULL, '{}', 'Make the parser accept ISO weeks.

It''s about 2026-W47; see "docs".', 0);
insert into jobs (number, id, kind, title, project, agent, directory, timeout_ms, client, details, queue, priority, after_jobs, after_any_end, tags, accepted_at, state, state_at, code, reason, attempts, started_at, report, text, archived) values (3, 'fez5asq4skn7', 'agent', 'Make the parser''s ''week'' dates right — ünïcode too 🎉', 'dates', 'claude', '/srv/ada/dates', 1800000, 'claude-code', '{"mode":"auto","model":"haiku","workspace":"worktree","strawboss_tools":false}', 'default', 0, '[]', 0, '[]', 1795248000000, 'waiting', 1795248001123, NULL, NULL, 0, NULL, '{}', 'Make the parser accept ISO weeks.

It''s about 2026-W47; see "docs".', 0);
insert into jobs (number, id, kind, title, project, agent, directory, timeout_ms, client, details, queue, priority, after_jobs, after_any_end, tags, accepted_at, state, state_at, code, reason, attempts, started_at, report, text, archived) values (4, 'jxe2che8jxxg', 'agent', 'Make the parser''s ''week'' dates right — ünïcode too 🎉', 'dates', 'claude', '/srv/ada/dates', 1800000, 'cli', '{"mode":"auto","model":"haiku","workspace":"worktree","strawboss_tools":false}', 'default', 0, '[]', 0, '[]', 1795248000000, 'running', 1795248003123, NULL, NULL, 1, 1795248003123, '{}', 'Make the parser accept ISO weeks.

It''s about 2026-W47; see "docs".', 0);
insert into jobs (number, id, kind, title, project, agent, directory, timeout_ms, client, details, queue, priority, after_jobs, after_any_end, tags, accepted_at, state, state_at, code, reason, attempts, started_at, report, text, archived) values (5, 'ht3c0ea2cnjw', 'agent', 'Make the parser''s ''week'' dates right — ünïcode too 🎉', 'dates', 'claude', '/srv/ada/dates', 1800000, 'cli', '{"mode":"auto","model":"haiku","workspace":"worktree","strawboss_tools":false}', 'default', 0, '[]', 0, '[]', 1795248000000, 'waiting', 1795248004123, NULL, NULL, 0, NULL, '{}', 'Make the parser accept ISO weeks.

It''s about 2026-W47; see "docs".', 0);
insert into jobs (number, id, kind, title, project, agent, directory, timeout_ms, client, details, queue, priority, after_jobs, after_any_end, tags, accepted_at, state, state_at, code, reason, attempts, started_at, report, text, archived) values (6, 'rsf2zz31w4cg', 'agent', 'Make the parser''s ''week'' dates right — ünïcode too 🎉', 'dates', 'claude', '/srv/ada/dates', 1800000, 'claude-code', '{"mode":"auto","model":"haiku","workspace":"worktree","strawboss_tools":false}', 'default', 0, '[]', 0, '[]', 1795248000000, 'waiting', 1795248004123, NULL, NULL, 1, 1795248003123, '{}', 'Make the parser accept ISO weeks.

It''s about 2026-W47; see "docs".', 0);
insert into jobs (number, id, kind, title, project, agent, directory, timeout_ms, client, details, queue, priority, after_jobs, after_any_end, tags, accepted_at, state, state_at, code, reason, attempts, started_at, report, text, archived) values (7, 'q6dhedjwrzhx', 'agent', 'Make the parser''s ''week'' dates right — ünïcode too 🎉', 'dates', 'claude', '/srv/ada/dates', 1800000, 'cli', '{"mode":"auto","model":"haiku","workspace":"worktree","strawboss_tools":false}', 'default', 0, '[]', 0, '[]', 1795248000000, 'succeeded', 1795248009123, NULL, NULL, 1, 1795248003123, '{"exit_status":0,"text":"Weeks are parsed now.\n\nI ran the tests: all pass.","session":"0b9e","usage":{"input_tokens":5210},"cost_usd":0.0125,"branch":"strawboss/5xq5f5xnwc6p","commits":1,"changed_files":[{"path":"src/dates.py","status":"modified"}],"warnings":["The worker changed refs/heads/main; it was put back."]}', 'Make the parser accept ISO weeks.

It''s about 2026-W47; see "docs".', 0);
insert into jobs (number, id, kind, title, project, agent, directory, timeout_ms, client, details, queue, priority, after_jobs, after_any_end, tags, accepted_at, state, state_at, code, reason, attempts, started_at, report, text, archived) values (8, 'x2t4ygb6zz11', 'agent', 'Make the parser''s ''week'' dates right — ünïcode too 🎉', 'dates', 'claude', '/srv/ada/dates', 1800000, 'cli', '{"mode":"auto","model":"haiku","workspace":"worktree","strawboss_tools":false}', 'default', 0, '[]', 0, '[]', 1795248000000, 'queued', 1795248010123, NULL, NULL, 1, 1795248003123, '{"continues":"0b9e"}', 'Make the parser accept ISO weeks.

It''s about 2026-W47; see "docs".', 0);
insert into jobs (number, id, kind, title, project, agent, directory, timeout_ms, client, details, queue, priority, after_jobs, after_any_end, tags, accepted_at, state, state_at, code, reason, attempts, started_at, report, text, archived) values (9, '4cenyznd60sp', 'agent', 'Make the parser''s ''week'' dates right — ünïcode too 🎉', 'dates', 'claude', '/srv/ada/dates', 1800000, 'claude-code', '{"mode":"auto","model":"haiku","workspace":"worktree","strawboss_tools":false}', 'default', 0, '[]', 0, '[]', 1795248000000, 'running', 1795248003123, NULL, NULL, 2, 1795248003123, '{"continues":"0b9e"}', 'Make the parser accept ISO weeks.

It''s about 2026-W47; see "docs".', 0);
insert into jobs (number, id, kind, title, project, agent, directory, timeout_ms, client, details, queue, priority, after_jobs, after_any_end, tags, accepted_at, state, state_at, code, reason, attempts, started_at, report, text, archived) values (10, '5bxdn01eba1y', 'agent', 'Make the parser''s ''week'' dates right — ünïcode too 🎉', 'dates', 'claude', '/srv/ada/dates', 1800000, 'cli', '{"mode":"auto","model":"haiku","workspace":"worktree","strawboss_tools":false}', 'default', 0, '[]', 0, '[]', 1795248000000, 'cancelled', 1795248005123, 'cancelled', 'cancelled by claude-code', 0, NULL, '{}', 'Make the parser accept ISO weeks.

It''s about 2026-W47; see "docs".', 0);
insert into jobs (number, id, kind, title, project, agent, directory, timeout_ms, client, details, queue, priority, after_jobs, after_any_end, tags, accepted_at, state, state_at, code, reason, attempts, started_at, report, text, archived) values (11, '1knz0anca9qf', 'agent', 'Make the parser''s ''week'' dates right — ünïcode too 🎉', 'dates', 'claude', '/srv/ada/dates', 1800000, 'cli', '{"mode":"auto","model":"haiku","workspace":"worktree","strawboss_tools":false}', 'default', 0, '[]', 0, '[]', 1795248000000, 'preparing', 1795248001123, NULL, NULL, 1, NULL, '{}', 'Make the parser accept ISO weeks.

It''s about 2026-W47; see "docs".', 0);
insert into jobs (number, id, kind, title, project, agent, directory, timeout_ms, client, details, queue, priority, after_jobs, after_any_end, tags, accepted_at, state, state_at, code, reason, attempts, started_at, report, text, archived) values (12, '0h36ab3njzw4', 'agent', 'Make the parser''s ''week'' dates right — ünïcode too 🎉', 'dates', 'claude', '/srv/ada/dates', 1800000, 'claude-code', '{"mode":"auto","model":"haiku","workspace":"worktree","strawboss_tools":false}', 'default', 0, '[]', 0, '[]', 1795248000000, 'preparing', 1795248001123, NULL, NULL, 1, NULL, '{}', 'Make the parser accept ISO weeks.

It''s about 2026-W47; see "docs".', 0);
insert into jobs (number, id, kind, title, project, agent, directory, timeout_ms, client, details, queue, priority, after_jobs, after_any_end, tags, accepted_at, state, state_at, code, reason, attempts, started_at, report, text, archived) values (13, 'brjsgfm93g0e', 'agent', 'Make the parser''s ''week'' dates right — ünïcode too 🎉', 'dates', 'claude', '/srv/ada/dates', 1800000, 'cli', '{"mode":"auto","model":"haiku","workspace":"worktree","strawboss_tools":false}', 'default', 0, '[]', 0, '[]', 1795248000000, 'failed', 1795248009123, 'nonzero_exit', 'It ended with status 3.', 1, NULL, '{"text":"Weeks are parsed now.\n\nI ran the tests: all pass.","session":"0b9e","usage":{"input_tokens":5210},"cost_usd":0.0125,"branch":"strawboss/5xq5f5xnwc6p","commits":1,"changed_files":[{"path":"src/dates.py","status":"modified"}],"warnings":["The worker changed refs/heads/main; it was put back."]}', 'Make the parser accept ISO weeks.

It''s about 2026-W47; see "docs".', 0);
insert into jobs (number, id, kind, title, project, agent, directory, timeout_ms, client, details, queue, priority, after_jobs, after_any_end, tags, accepted_at, state, state_at, code, reason, attempts, started_at, report, text, archived) values (14, '7r5kc28kmhba', 'agent', 'Make the parser''s ''week'' dates right — ünïcode too 🎉', 'dates', 'claude', '/srv/ada/dates', 1800000, 'cli', '{"mode":"auto","model":"haiku","workspace":"worktree","strawboss_tools":false}', 'default', 0, '[]', 0, '[]', 1795248000000, 'cancelled', 1795248002123, 'cancelled', 'cancelled by claude-code', 1, NULL, '{}', 'Make the parser accept ISO weeks.

It''s about 2026-W47; see "docs".', 0);
insert into jobs (number, id, kind, title, project, agent, directory, timeout_ms, client, details, queue, priority, after_jobs, after_any_end, tags, accepted_at, state, state_at, code, reason, attempts, started_at, report, text, archived) values (15, 'r6pk6py9ckvx', 'agent', 'Make the parser''s ''week'' dates right — ünïcode too 🎉', 'dates', 'claude', '/srv/ada/dates', 1800000, 'claude-code', '{"mode":"auto","model":"haiku","workspace":"worktree","strawboss_tools":false}', 'default', 0, '[]', 0, '[]', 1795248000000, 'queued', 1795248002123, NULL, NULL, 1, NULL, '{}', 'Make the parser accept ISO weeks.

It''s about 2026-W47; see "docs".', 0);
insert into jobs (number, id, kind, title, project, agent, directory, timeout_ms, client, details, queue, priority, after_jobs, after_any_end, tags, accepted_at, state, state_at, code, reason, attempts, started_at, report, text, archived) values (16, 's6gnfetwbdn2', 'agent', 'Make the parser''s ''week'' dates right — ünïcode too 🎉', 'dates', 'claude', '/srv/ada/dates', 1800000, 'cli', '{"mode":"auto","model":"haiku","workspace":"worktree","strawboss_tools":false}', 'default', 0, '[]', 0, '[]', 1795248000000, 'running', 1795248003123, NULL, NULL, 2, 1795248003123, '{}', 'Make the parser accept ISO weeks.

It''s about 2026-W47; see "docs".', 0);
insert into jobs (number, id, kind, title, project, agent, directory, timeout_ms, client, details, queue, priority, after_jobs, after_any_end, tags, accepted_at, state, state_at, code, reason, attempts, started_at, report, text, archived) values (17, 'z9a2w5zcxyhx', 'agent', 'Make the parser''s ''week'' dates right — ünïcode too 🎉', 'dates', 'claude', '/srv/ada/dates', 1800000, 'cli', '{"mode":"auto","model":"haiku","workspace":"worktree","strawboss_tools":false}', 'default', 0, '[]', 0, '[]', 1795248000000, 'running', 1795248003123, NULL, NULL, 1, 1795248003123, '{}', 'Make the parser accept ISO weeks.

It''s about 2026-W47; see "docs".', 0);
insert into jobs (number, id, kind, title, project, agent, directory, timeout_ms, client, details, queue, priority, after_jobs, after_any_end, tags, accepted_at, state, state_at, code, reason, attempts, started_at, report, text, archived) values (18, 'xam8bss1hz5a', 'agent', 'Make the parser''s ''week'' dates right — ünïcode too 🎉', 'dates', 'claude', '/srv/ada/dates', 1800000, 'claude-code', '{"mode":"auto","model":"haiku","workspace":"worktree","strawboss_tools":false}', 'default', 0, '[]', 0, '[]', 1795248000000, 'running', 1795248003123, NULL, NULL, 1, 1795248003123, '{}', 'Make the parser accept ISO weeks.

It''s about 2026-W47; see "docs".', 0);
insert into jobs (number, id, kind, title, project, agent, directory, timeout_ms, client, details, queue, priority, after_jobs, after_any_end, tags, accepted_at, state, state_at, code, reason, attempts, started_at, report, text, archived) values (19, '58t94jqkr3ym', 'agent', 'Make the parser''s ''week'' dates right — ünïcode too 🎉', 'dates', 'claude', '/srv/ada/dates', 1800000, 'cli', '{"mode":"auto","model":"haiku","workspace":"worktree","strawboss_tools":false}', 'default', 0, '[]', 0, '[]', 1795248000000, 'running', 1795248003123, NULL, NULL, 1, 1795248003123, '{}', 'Make the parser accept ISO weeks.

It''s about 2026-W47; see "docs".', 0);
insert into jobs (number, id, kind, title, project, agent, directory, timeout_ms, client, details, queue, priority, after_jobs, after_any_end, tags, accepted_at, state, state_at, code, reason, attempts, started_at, report, text, archived) values (20, 'y5gfyh97bzws', 'agent', 'Make the parser''s ''week'' dates right — ünïcode too 🎉', 'dates', 'claude', '/srv/ada/dates', 1800000, 'cli', '{"mode":"auto","model":"haiku","workspace":"worktree","strawboss_tools":false}', 'default', 0, '[]', 0, '[]', 1795248000000, 'verifying', 1795248008123, NULL, NULL, 1, 1795248003123, '{"exit_status":0}', 'Make the parser accept ISO weeks.

It''s about 2026-W47; see "docs".', 0);
insert into jobs (number, id, kind, title, project, agent, directory, timeout_ms, client, details, queue, priority, after_jobs, after_any_end, tags, accepted_at, state, state_at, code, reason, attempts, started_at, report, text, archived) values (21, 'z4adget4eq9p', 'agent', 'Make the parser''s ''week'' dates right — ünïcode too 🎉', 'dates', 'claude', '/srv/ada/dates', 1800000, 'claude-code', '{"mode":"auto","model":"haiku","workspace":"worktree","strawboss_tools":false}', 'default', 0, '[]', 0, '[]', 1795248000000, 'verifying', 1795248008123, NULL, NULL, 1, 1795248003123, '{"exit_status":143}', 'Make the parser accept ISO weeks.

It''s about 2026-W47; see "docs".', 0);
insert into jobs (number, id, kind, title, project, agent, directory, timeout_ms, client, details, queue, priority, after_jobs, after_any_end, tags, accepted_at, state, state_at, code, reason, attempts, started_at, report, text, archived) values (22, 'ge5zngqat447', 'agent', 'Make the parser''s ''week'' dates right — ünïcode too 🎉', 'dates', 'claude', '/srv/ada/dates', 1800000, 'cli', '{"mode":"auto","model":"haiku","workspace":"worktree","strawboss_tools":false}', 'default', 0, '[]', 0, '[]', 1795248000000, 'succeeded', 1795248009123, NULL, NULL, 1, 1795248003123, '{"exit_status":0,"text":"Weeks are parsed now.\n\nI ran the tests: all pass.","session":"0b9e","usage":{"input_tokens":5210},"cost_usd":0.0125,"branch":"strawboss/5xq5f5xnwc6p","commits":1,"changed_files":[{"path":"src/dates.py","status":"modified"}],"warnings":["The worker changed refs/heads/main; it was put back."]}', 'Make the parser accept ISO weeks.

It''s about 2026-W47; see "docs".', 0);
insert into jobs (number, id, kind, title, project, agent, directory, timeout_ms, client, details, queue, priority, after_jobs, after_any_end, tags, accepted_at, state, state_at, code, reason, attempts, started_at, report, text, archived) values (23, 'a059ccnkkknb', 'agent', 'Make the parser''s ''week'' dates right — ünïcode too 🎉', 'dates', 'claude', '/srv/ada/dates', 1800000, 'cli', '{"mode":"auto","model":"haiku","workspace":"worktree","strawboss_tools":false}', 'default', 0, '[]', 0, '[]', 1795248000000, 'failed', 1795248009123, 'nonzero_exit', 'It ended with status 3.', 1, 1795248003123, '{"exit_status":3,"text":"Weeks are parsed now.\n\nI ran the tests: all pass.","session":"0b9e","usage":{"input_tokens":5210},"cost_usd":0.0125,"branch":"strawboss/5xq5f5xnwc6p","commits":1,"changed_files":[{"path":"src/dates.py","status":"modified"}],"warnings":["The worker changed refs/heads/main; it was put back."]}', 'Make the parser accept ISO weeks.

It''s about 2026-W47; see "docs".', 0);
insert into jobs (number, id, kind, title, project, agent, directory, timeout_ms, client, details, queue, priority, after_jobs, after_any_end, tags, accepted_at, state, state_at, code, reason, attempts, started_at, report, text, archived) values (24, 'vw7z2x65ad0f', 'agent', 'Make the parser''s ''week'' dates right — ünïcode too 🎉', 'dates', 'claude', '/srv/ada/dates', 1800000, 'claude-code', '{"mode":"auto","model":"haiku","workspace":"worktree","strawboss_tools":false}', 'default', 0, '[]', 0, '[]', 1795248000000, 'cancelled', 1795248009123, 'cancelled', 'cancelled by claude-code', 1, 1795248003123, '{"exit_status":143,"text":"Weeks are parsed now.\n\nI ran the tests: all pass.","session":"0b9e","usage":{"input_tokens":5210},"cost_usd":0.0125,"branch":"strawboss/5xq5f5xnwc6p","commits":1,"changed_files":[{"path":"src/dates.py","status":"modified"}],"warnings":["The worker changed refs/heads/main; it was put back."]}', 'Make the parser accept ISO weeks.

It''s about 2026-W47; see "docs".', 0);
insert into jobs (number, id, kind, title, project, agent, directory, timeout_ms, client, details, queue, priority, after_jobs, after_any_end, tags, accepted_at, state, state_at, code, reason, attempts, started_at, report, text, archived) values (25, '4mkrv676z1jz', 'agent', 'Make the parser''s ''week'' dates right — ünïcode too 🎉', 'dates', 'claude', '/srv/ada/dates', 1800000, 'cli', '{"mode":"auto","model":"haiku","workspace":"worktree","strawboss_tools":false}', 'default', 0, '[]', 0, '[]', 1795248000000, 'timed_out', 1795248009123, 'timed_out', 'ran longer than 30m', 1, 1795248003123, '{"exit_status":137,"text":"Weeks are parsed now.\n\nI ran the tests: all pass.","session":"0b9e","usage":{"input_tokens":5210},"cost_usd":0.0125,"branch":"strawboss/5xq5f5xnwc6p","commits":1,"changed_files":[{"path":"src/dates.py","status":"modified"}],"warnings":["The worker changed refs/heads/main; it was put back."]}', 'Make the parser accept ISO weeks.

It''s about 2026-W47; see "docs".', 0);
insert into jobs (number, id, kind, title, project, agent, directory, timeout_ms, client, details, queue, priority, after_jobs, after_any_end, tags, accepted_at, state, state_at, code, reason, attempts, started_at, report, text, archived) values (26, 'd549mds33jr1', 'agent', 'Make the parser''s ''week'' dates right — ünïcode too 🎉', 'dates', 'claude', '/srv/ada/dates', 1800000, 'cli', '{"mode":"auto","model":"haiku","workspace":"worktree","strawboss_tools":false}', 'default', 0, '[]', 0, '[]', 1795248000000, 'unknown', 1795248009123, 'outcome_unknown', 'the runner and its command are gone', 1, 1795248003123, '{}', 'Make the parser accept ISO weeks.

It''s about 2026-W47; see "docs".', 0);
insert into jobs (number, id, kind, title, project, agent, directory, timeout_ms, client, details, queue, priority, after_jobs, after_any_end, tags, accepted_at, state, state_at, code, reason, attempts, started_at, report, text, archived) values (27, 'q3h2gh5enq7g', 'agent', 'Make the parser''s ''week'' dates right — ünïcode too 🎉', 'dates', 'claude', '/srv/ada/dates', 1800000, 'claude-code', '{"mode":"auto","model":"haiku","workspace":"worktree","strawboss_tools":false}', 'default', 0, '[]', 0, '[]', 1795248000000, 'cancelled', 1795248009123, 'cancelled', 'cancelled by claude-code', 1, 1795248003123, '{}', 'Make the parser accept ISO weeks.

It''s about 2026-W47; see "docs".', 0);
insert into jobs (number, id, kind, title, project, agent, directory, timeout_ms, client, details, queue, priority, after_jobs, after_any_end, tags, accepted_at, state, state_at, code, reason, attempts, started_at, report, text, archived) values (28, 't7x8wd2htagv', 'command', 'make test', NULL, NULL, '/srv/ada/dates', 90000, 'cli', '{"workspace":"none","command":["make","test","it''s"]}', 'default', 0, '[]', 0, '[]', 1795248000000, 'queued', 1795248000000, NULL, NULL, 0, NULL, '{}', '', 0);
insert into jobs (number, id, kind, title, project, agent, directory, timeout_ms, client, details, queue, priority, after_jobs, after_any_end, tags, accepted_at, state, state_at, code, reason, attempts, started_at, report, text, archived) values (29, 'mhmxay5ejzqs', 'command', 'make test', NULL, NULL, '/srv/ada/dates', 90000, 'cli', '{"workspace":"none","command":["make","test","it''s"]}', 'default', 5, '[]', 0, '[]', 1795248000000, 'queued', 1795248000000, NULL, NULL, 0, NULL, '{}', '', 0);
insert into jobs (number, id, kind, title, project, agent, directory, timeout_ms, client, details, queue, priority, after_jobs, after_any_end, tags, accepted_at, state, state_at, code, reason, attempts, started_at, report, text, archived) values (30, 'x4v0efx5nthw', 'command', 'make test', NULL, NULL, '/srv/ada/dates', 90000, 'claude-code', '{"workspace":"none","command":["make","test","it''s"]}', 'default', 0, '[]', 0, '[]', 1795248000000, 'waiting', 1795248001123, NULL, NULL, 0, NULL, '{}', '', 0);
insert into jobs (number, id, kind, title, project, agent, directory, timeout_ms, client, details, queue, priority, after_jobs, after_any_end, tags, accepted_at, state, state_at, code, reason, attempts, started_at, report, text, archived) values (31, 'z463kcgprftf', 'command', 'make test', NULL, NULL, '/srv/ada/dates', 90000, 'cli', '{"workspace":"none","command":["make","test","it''s"]}', 'default', 0, '[]', 0, '[]', 1795248000000, 'running', 1795248003123, NULL, NULL, 1, 1795248003123, '{}', '', 0);
insert into jobs (number, id, kind, title, project, agent, directory, timeout_ms, client, details, queue, priority, after_jobs, after_any_end, tags, accepted_at, state, state_at, code, reason, attempts, started_at, report, text, archived) values (32, '9vdw2pnky0xy', 'command', 'make test', NULL, NULL, '/srv/ada/dates', 90000, 'cli', '{"workspace":"none","command":["make","test","it''s"]}', 'default', 0, '[]', 0, '[]', 1795248000000, 'waiting', 1795248004123, NULL, NULL, 0, NULL, '{}', '', 0);
insert into jobs (number, id, kind, title, project, agent, directory, timeout_ms, client, details, queue, priority, after_jobs, after_any_end, tags, accepted_at, state, state_at, code, reason, attempts, started_at, report, text, archived) values (33, 'mmh3evj9n4b1', 'command', 'make test', NULL, NULL, '/srv/ada/dates', 90000, 'claude-code', '{"workspace":"none","command":["make","test","it''s"]}', 'default', 0, '[]', 0, '[]', 1795248000000, 'waiting', 1795248004123, NULL, NULL, 1, 1795248003123, '{}', '', 0);
insert into jobs (number, id, kind, title, project, agent, directory, timeout_ms, client, details, queue, priority, after_jobs, after_any_end, tags, accepted_at, state, state_at, code, reason, attempts, started_at, report, text, archived) values (34, 'yey1xb3499qb', 'command', 'make test', NULL, NULL, '/srv/ada/dates', 90000, 'cli', '{"workspace":"none","command":["make","test","it''s"]}', 'default', 0, '[]', 0, '[]', 1795248000000, 'succeeded', 1795248009123, NULL, NULL, 1, 1795248003123, '{"exit_status":0,"output":"3 passed\n","error_output":"","stdout_bytes":9}', '', 0);
insert into jobs (number, id, kind, title, project, agent, directory, timeout_ms, client, details, queue, priority, after_jobs, after_any_end, tags, accepted_at, state, state_at, code, reason, attempts, started_at, report, text, archived) values (35, 'bnrvzfk3cves', 'command', 'make test', NULL, NULL, '/srv/ada/dates', 90000, 'cli', '{"workspace":"none","command":["make","test","it''s"]}', 'default', 0, '[]', 0, '[]', 1795248000000, 'queued', 1795248010123, NULL, NULL, 1, 1795248003123, '{"continues":"0b9e"}', '', 0);
insert into jobs (number, id, kind, title, project, agent, directory, timeout_ms, client, details, queue, priority, after_jobs, after_any_end, tags, accepted_at, state, state_at, code, reason, attempts, started_at, report, text, archived) values (36, '3pwfe2pqgbtn', 'command', 'make test', NULL, NULL, '/srv/ada/dates', 90000, 'claude-code', '{"workspace":"none","command":["make","test","it''s"]}', 'default', 0, '[]', 0, '[]', 1795248000000, 'running', 1795248003123, NULL, NULL, 2, 1795248003123, '{"continues":"0b9e"}', '', 0);
insert into jobs (number, id, kind, title, project, agent, directory, timeout_ms, client, details, queue, priority, after_jobs, after_any_end, tags, accepted_at, state, state_at, code, reason, attempts, started_at, report, text, archived) values (37, '3x3v0jsz8rzw', 'command', 'make test', NULL, NULL, '/srv/ada/dates', 90000, 'cli', '{"workspace":"none","command":["make","test","it''s"]}', 'default', 0, '[]', 0, '[]', 1795248000000, 'cancelled', 1795248005123, 'cancelled', 'cancelled by claude-code', 0, NULL, '{}', '', 0);
insert into jobs (number, id, kind, title, project, agent, directory, timeout_ms, client, details, queue, priority, after_jobs, after_any_end, tags, accepted_at, state, state_at, code, reason, attempts, started_at, report, text, archived) values (38, '295sce8kx989', 'command', 'make test', NULL, NULL, '/srv/ada/dates', 90000, 'cli', '{"workspace":"none","command":["make","test","it''s"]}', 'default', 0, '[]', 0, '[]', 1795248000000, 'preparing', 1795248001123, NULL, NULL, 1, NULL, '{}', '', 0);
insert into jobs (number, id, kind, title, project, agent, directory, timeout_ms, client, details, queue, priority, after_jobs, after_any_end, tags, accepted_at, state, state_at, code, reason, attempts, started_at, report, text, archived) values (39, 'zzb1y961xe2f', 'command', 'make test', NULL, NULL, '/srv/ada/dates', 90000, 'claude-code', '{"workspace":"none","command":["make","test","it''s"]}', 'default', 0, '[]', 0, '[]', 1795248000000, 'preparing', 1795248001123, NULL, NULL, 1, NULL, '{}', '', 0);
insert into jobs (number, id, kind, title, project, agent, directory, timeout_ms, client, details, queue, priority, after_jobs, after_any_end, tags, accepted_at, state, state_at, code, reason, attempts, started_at, report, text, archived) values (40, '686jrafk6em9', 'command', 'make test', NULL, NULL, '/srv/ada/dates', 90000, 'cli', '{"workspace":"none","command":["make","test","it''s"]}', 'default', 0, '[]', 0, '[]', 1795248000000, 'failed', 1795248009123, 'nonzero_exit', 'It ended with status 3.', 1, NULL, '{"output":"3 passed\n","error_output":"","stdout_bytes":9}', '', 0);
insert into jobs (number, id, kind, title, project, agent, directory, timeout_ms, client, details, queue, priority, after_jobs, after_any_end, tags, accepted_at, state, state_at, code, reason, attempts, started_at, report, text, archived) values (41, 'w3h1k88ggb1w', 'command', 'make test', NULL, NULL, '/srv/ada/dates', 90000, 'cli', '{"workspace":"none","command":["make","test","it''s"]}', 'default', 0, '[]', 0, '[]', 1795248000000, 'cancelled', 1795248002123, 'cancelled', 'cancelled by claude-code', 1, NULL, '{}', '', 0);
insert into jobs (number, id, kind, title, project, agent, directory, timeout_ms, client, details, queue, priority, after_jobs, after_any_end, tags, accepted_at, state, state_at, code, reason, attempts, started_at, report, text, archived) values (42, 'baff0k4jpjsq', 'command', 'make test', NULL, NULL, '/srv/ada/dates', 90000, 'claude-code', '{"workspace":"none","command":["make","test","it''s"]}', 'default', 0, '[]', 0, '[]', 1795248000000, 'queued', 1795248002123, NULL, NULL, 1, NULL, '{}', '', 0);
insert into jobs (number, id, kind, title, project, agent, directory, timeout_ms, client, details, queue, priority, after_jobs, after_any_end, tags, accepted_at, state, state_at, code, reason, attempts, started_at, report, text, archived) values (43, '0n7ppkx15xah', 'command', 'make test', NULL, NULL, '/srv/ada/dates', 90000, 'cli', '{"workspace":"none","command":["make","test","it''s"]}', 'default', 0, '[]', 0, '[]', 1795248000000, 'running', 1795248003123, NULL, NULL, 2, 1795248003123, '{}', '', 0);
insert into jobs (number, id, kind, title, project, agent, directory, timeout_ms, client, details, queue, priority, after_jobs, after_any_end, tags, accepted_at, state, state_at, code, reason, attempts, started_at, report, text, archived) values (44, '4pr0x6s9zj3q', 'command', 'make test', NULL, NULL, '/srv/ada/dates', 90000, 'cli', '{"workspace":"none","command":["make","test","it''s"]}', 'default', 0, '[]', 0, '[]', 1795248000000, 'running', 1795248003123, NULL, NULL, 1, 1795248003123, '{}', '', 0);
insert into jobs (number, id, kind, title, project, agent, directory, timeout_ms, client, details, queue, priority, after_jobs, after_any_end, tags, accepted_at, state, state_at, code, reason, attempts, started_at, report, text, archived) values (45, 'pbjv85qhyysw', 'command', 'make test', NULL, NULL, '/srv/ada/dates', 90000, 'claude-code', '{"workspace":"none","command":["make","test","it''s"]}', 'default', 0, '[]', 0, '[]', 1795248000000, 'running', 1795248003123, NULL, NULL, 1, 1795248003123, '{}', '', 0);
insert into jobs (number, id, kind, title, project, agent, directory, timeout_ms, client, details, queue, priority, after_jobs, after_any_end, tags, accepted_at, state, state_at, code, reason, attempts, started_at, report, text, archived) values (46, '7g0ahvgeprxa', 'command', 'make test', NULL, NULL, '/srv/ada/dates', 90000, 'cli', '{"workspace":"none","command":["make","test","it''s"]}', 'default', 0, '[]', 0, '[]', 1795248000000, 'running', 1795248003123, NULL, NULL, 1, 1795248003123, '{}', '', 0);
insert into jobs (number, id, kind, title, project, agent, directory, timeout_ms, client, details, queue, priority, after_jobs, after_any_end, tags, accepted_at, state, state_at, code, reason, attempts, started_at, report, text, archived) values (47, '7pae5t2709em', 'command', 'make test', NULL, NULL, '/srv/ada/dates', 90000, 'cli', '{"workspace":"none","command":["make","test","it''s"]}', 'default', 0, '[]', 0, '[]', 1795248000000, 'verifying', 1795248008123, NULL, NULL, 1, 1795248003123, '{"exit_status":0}', '', 0);
insert into jobs (number, id, kind, title, project, agent, directory, timeout_ms, client, details, queue, priority, after_jobs, after_any_end, tags, accepted_at, state, state_at, code, reason, attempts, started_at, report, text, archived) values (48, '16qh6anq0deh', 'command', 'make test', NULL, NULL, '/srv/ada/dates', 90000, 'claude-code', '{"workspace":"none","command":["make","test","it''s"]}', 'default', 0, '[]', 0, '[]', 1795248000000, 'verifying', 1795248008123, NULL, NULL, 1, 1795248003123, '{"exit_status":143}', '', 0);
insert into jobs (number, id, kind, title, project, agent, directory, timeout_ms, client, details, queue, priority, after_jobs, after_any_end, tags, accepted_at, state, state_at, code, reason, attempts, started_at, report, text, archived) values (49, 'yy759knrjrf9', 'command', 'make test', NULL, NULL, '/srv/ada/dates', 90000, 'cli', '{"workspace":"none","command":["make","test","it''s"]}', 'default', 0, '[]', 0, '[]', 1795248000000, 'succeeded', 1795248009123, NULL, NULL, 1, 1795248003123, '{"exit_status":0,"output":"3 passed\n","error_output":"","stdout_bytes":9}', '', 0);
insert into jobs (number, id, kind, title, project, agent, directory, timeout_ms, client, details, queue, priority, after_jobs, after_any_end, tags, accepted_at, state, state_at, code, reason, attempts, started_at, report, text, archived) values (50, 'e66627avsrn8', 'command', 'make test', NULL, NULL, '/srv/ada/dates', 90000, 'cli', '{"workspace":"none","command":["make","test","it''s"]}', 'default', 0, '[]', 0, '[]', 1795248000000, 'failed', 1795248009123, 'nonzero_exit', 'It ended with status 3.', 1, 1795248003123, '{"exit_status":3,"output":"3 passed\n","error_output":"","stdout_bytes":9}', '', 0);
insert into jobs (number, id, kind, title, project, agent, directory, timeout_ms, client, details, queue, priority, after_jobs, after_any_end, tags, accepted_at, state, state_at, code, reason, attempts, started_at, report, text, archived) values (51, '5h3tn5bvpgjd', 'command', 'make test', NULL, NULL, '/srv/ada/dates', 90000, 'claude-code', '{"workspace":"none","command":["make","test","it''s"]}', 'default', 0, '[]', 0, '[]', 1795248000000, 'cancelled', 1795248009123, 'cancelled', 'cancelled by claude-code', 1, 1795248003123, '{"exit_status":143,"output":"3 passed\n","error_output":"","stdout_bytes":9}', '', 0);
insert into jobs (number, id, kind, title, project, agent, directory, timeout_ms, client, details, queue, priority, after_jobs, after_any_end, tags, accepted_at, state, state_at, code, reason, attempts, started_at, report, text, archived) values (52, '3x7yyg47acp4', 'command', 'make test', NULL, NULL, '/srv/ada/dates', 90000, 'cli', '{"workspace":"none","command":["make","test","it''s"]}', 'default', 0, '[]', 0, '[]', 1795248000000, 'timed_out', 1795248009123, 'timed_out', 'ran longer than 30m', 1, 1795248003123, '{"exit_status":137,"output":"3 passed\n","error_output":"","stdout_bytes":9}', '', 0);
insert into jobs (number, id, kind, title, project, agent, directory, timeout_ms, client, details, queue, priority, after_jobs, after_any_end, tags, accepted_at, state, state_at, code, reason, attempts, started_at, report, text, archived) values (53, 'mvrm8304p6zv', 'command', 'make test', NULL, NULL, '/srv/ada/dates', 90000, 'cli', '{"workspace":"none","command":["make","test","it''s"]}', 'default', 0, '[]', 0, '[]', 1795248000000, 'unknown', 1795248009123, 'outcome_unknown', 'the runner and its command are gone', 1, 1795248003123, '{}', '', 0);
insert into jobs (number, id, kind, title, project, agent, directory, timeout_ms, client, details, queue, priority, after_jobs, after_any_end, tags, accepted_at, state, state_at, code, reason, attempts, started_at, report, text, archived) values (54, 'wd7wmq1g1e4w', 'command', 'make test', NULL, NULL, '/srv/ada/dates', 90000, 'claude-code', '{"workspace":"none","command":["make","test","it''s"]}', 'default', 0, '[]', 0, '[]', 1795248000000, 'cancelled', 1795248009123, 'cancelled', 'cancelled by claude-code', 1, 1795248003123, '{}', '', 0);
insert into jobs (number, id, kind, title, project, agent, directory, timeout_ms, client, details, queue, priority, after_jobs, after_any_end, tags, accepted_at, state, state_at, code, reason, attempts, started_at, report, text, archived) values (55, '5px2aptspeyv', 'command', 'a script', 'dates', NULL, '/srv/ada/dates', 7200000, 'cli', '{"interpreter":"bash","environment":{"LEVEL":"3"},"workspace":"none"}', 'default', 0, '[]', 0, '[]', 1795248000000, 'queued', 1795248000000, NULL, NULL, 0, NULL, '{}', NULL, 0);
insert into jobs (number, id, kind, title, project, agent, directory, timeout_ms, client, details, queue, priority, after_jobs, after_any_end, tags, accepted_at, state, state_at, code, reason, attempts, started_at, report, text, archived) values (56, '62fe18kkv8gf', 'command', 'a script', 'dates', NULL, '/srv/ada/dates', 7200000, 'cli', '{"interpreter":"bash","environment":{"LEVEL":"3"},"workspace":"none"}', 'default', 5, '[]', 0, '[]', 1795248000000, 'queued', 1795248000000, NULL, NULL, 0, NULL, '{}', NULL, 0);
insert into jobs (number, id, kind, title, project, agent, directory, timeout_ms, client, details, queue, priority, after_jobs, after_any_end, tags, accepted_at, state, state_at, code, reason, attempts, started_at, report, text, archived) values (57, '3fndq3kh5fpp', 'command', 'a script', 'dates', NULL, '/srv/ada/dates', 7200000, 'claude-code', '{"interpreter":"bash","environment":{"LEVEL":"3"},"workspace":"none"}', 'default', 0, '[]', 0, '[]', 1795248000000, 'waiting', 1795248001123, NULL, NULL, 0, NULL, '{}', NULL, 0);
insert into jobs (number, id, kind, title, project, agent, directory, timeout_ms, client, details, queue, priority, after_jobs, after_any_end, tags, accepted_at, state, state_at, code, reason, attempts, started_at, report, text, archived) values (58, '0xzkabs5dgk6', 'command', 'a script', 'dates', NULL, '/srv/ada/dates', 7200000, 'cli', '{"interpreter":"bash","environment":{"LEVEL":"3"},"workspace":"none"}', 'default', 0, '[]', 0, '[]', 1795248000000, 'running', 1795248003123, NULL, NULL, 1, 1795248003123, '{}', NULL, 0);
insert into jobs (number, id, kind, title, project, agent, directory, timeout_ms, client, details, queue, priority, after_jobs, after_any_end, tags, accepted_at, state, state_at, code, reason, attempts, started_at, report, text, archived) values (59, 'qwa7qrpht1jf', 'command', 'a script', 'dates', NULL, '/srv/ada/dates', 7200000, 'cli', '{"interpreter":"bash","environment":{"LEVEL":"3"},"workspace":"none"}', 'default', 0, '[]', 0, '[]', 1795248000000, 'waiting', 1795248004123, NULL, NULL, 0, NULL, '{}', NULL, 0);
insert into jobs (number, id, kind, title, project, agent, directory, timeout_ms, client, details, queue, priority, after_jobs, after_any_end, tags, accepted_at, state, state_at, code, reason, attempts, started_at, report, text, archived) values (60, 'pv3zceyavzxm', 'command', 'a script', 'dates', NULL, '/srv/ada/dates', 7200000, 'claude-code', '{"interpreter":"bash","environment":{"LEVEL":"3"},"workspace":"none"}', 'default', 0, '[]', 0, '[]', 1795248000000, 'waiting', 1795248004123, NULL, NULL, 1, 1795248003123, '{}', NULL, 0);
insert into jobs (number, id, kind, title, project, agent, directory, timeout_ms, client, details, queue, priority, after_jobs, after_any_end, tags, accepted_at, state, state_at, code, reason, attempts, started_at, report, text, archived) values (61, 'y7g4kq31z8ek', 'command', 'a script', 'dates', NULL, '/srv/ada/dates', 7200000, 'cli', '{"interpreter":"bash","environment":{"LEVEL":"3"},"workspace":"none"}', 'default', 0, '[]', 0, '[]', 1795248000000, 'succeeded', 1795248009123, NULL, NULL, 1, 1795248003123, '{"exit_status":0,"output":"3 passed\n","error_output":"","stdout_bytes":9}', NULL, 0);
insert into jobs (number, id, kind, title, project, agent, directory, timeout_ms, client, details, queue, priority, after_jobs, after_any_end, tags, accepted_at, state, state_at, code, reason, attempts, started_at, report, text, archived) values (62, 'zv9vejahwsk2', 'command', 'a script', 'dates', NULL, '/srv/ada/dates', 7200000, 'cli', '{"interpreter":"bash","environment":{"LEVEL":"3"},"workspace":"none"}', 'default', 0, '[]', 0, '[]', 1795248000000, 'queued', 1795248010123, NULL, NULL, 1, 1795248003123, '{"continues":"0b9e"}', NULL, 0);
insert into jobs (number, id, kind, title, project, agent, directory, timeout_ms, client, details, queue, priority, after_jobs, after_any_end, tags, accepted_at, state, state_at, code, reason, attempts, started_at, report, text, archived) values (63, 'c060czcpy336', 'command', 'a script', 'dates', NULL, '/srv/ada/dates', 7200000, 'claude-code', '{"interpreter":"bash","environment":{"LEVEL":"3"},"workspace":"none"}', 'default', 0, '[]', 0, '[]', 1795248000000, 'running', 1795248003123, NULL, NULL, 2, 1795248003123, '{"continues":"0b9e"}', NULL, 0);
insert into jobs (number, id, kind, title, project, agent, directory, timeout_ms, client, details, queue, priority, after_jobs, after_any_end, tags, accepted_at, state, state_at, code, reason, attempts, started_at, report, text, archived) values (64, 'gp3v7ayh3x9k', 'command', 'a script', 'dates', NULL, '/srv/ada/dates', 7200000, 'cli', '{"interpreter":"bash","environment":{"LEVEL":"3"},"workspace":"none"}', 'default', 0, '[]', 0, '[]', 1795248000000, 'cancelled', 1795248005123, 'cancelled', 'cancelled by claude-code', 0, NULL, '{}', NULL, 0);
insert into jobs (number, id, kind, title, project, agent, directory, timeout_ms, client, details, queue, priority, after_jobs, after_any_end, tags, accepted_at, state, state_at, code, reason, attempts, started_at, report, text, archived) values (65, 'dbaj5qjk11ze', 'command', 'a script', 'dates', NULL, '/srv/ada/dates', 7200000, 'cli', '{"interpreter":"bash","environment":{"LEVEL":"3"},"workspace":"none"}', 'default', 0, '[]', 0, '[]', 1795248000000, 'preparing', 1795248001123, NULL, NULL, 1, NULL, '{}', NULL, 0);
insert into jobs (number, id, kind, title, project, agent, directory, timeout_ms, client, details, queue, priority, after_jobs, after_any_end, tags, accepted_at, state, state_at, code, reason, attempts, started_at, report, text, archived) values (66, 'qhsa33bqardp', 'command', 'a script', 'dates', NULL, '/srv/ada/dates', 7200000, 'claude-code', '{"interpreter":"bash","environment":{"LEVEL":"3"},"workspace":"none"}', 'default', 0, '[]', 0, '[]', 1795248000000, 'preparing', 1795248001123, NULL, NULL, 1, NULL, '{}', NULL, 0);
insert into jobs (number, id, kind, title, project, agent, directory, timeout_ms, client, details, queue, priority, after_jobs, after_any_end, tags, accepted_at, state, state_at, code, reason, attempts, started_at, report, text, archived) values (67, 'q4gtks8m0f1d', 'command', 'a script', 'dates', NULL, '/srv/ada/dates', 7200000, 'cli', '{"interpreter":"bash","environment":{"LEVEL":"3"},"workspace":"none"}', 'default', 0, '[]', 0, '[]', 1795248000000, 'failed', 1795248009123, 'nonzero_exit', 'It ended with status 3.', 1, NULL, '{"output":"3 passed\n","error_output":"","stdout_bytes":9}', NULL, 0);
insert into jobs (number, id, kind, title, project, agent, directory, timeout_ms, client, details, queue, priority, after_jobs, after_any_end, tags, accepted_at, state, state_at, code, reason, attempts, started_at, report, text, archived) values (68, 'kx6bgvxt4gyd', 'command', 'a script', 'dates', NULL, '/srv/ada/dates', 7200000, 'cli', '{"interpreter":"bash","environment":{"LEVEL":"3"},"workspace":"none"}', 'default', 0, '[]', 0, '[]', 1795248000000, 'cancelled', 1795248002123, 'cancelled', 'cancelled by claude-code', 1, NULL, '{}', NULL, 0);
insert into jobs (number, id, kind, title, project, agent, directory, timeout_ms, client, details, queue, priority, after_jobs, after_any_end, tags, accepted_at, state, state_at, code, reason, attempts, started_at, report, text, archived) values (69, 'g2f9qvr52vm8', 'command', 'a script', 'dates', NULL, '/srv/ada/dates', 7200000, 'claude-code', '{"interpreter":"bash","environment":{"LEVEL":"3"},"workspace":"none"}', 'default', 0, '[]', 0, '[]', 1795248000000, 'queued', 1795248002123, NULL, NULL, 1, NULL, '{}', NULL, 0);
insert into jobs (number, id, kind, title, project, agent, directory, timeout_ms, client, details, queue, priority, after_jobs, after_any_end, tags, accepted_at, state, state_at, code, reason, attempts, started_at, report, text, archived) values (70, 'kqgzh3c4sz9h', 'command', 'a script', 'dates', NULL, '/srv/ada/dates', 7200000, 'cli', '{"interpreter":"bash","environment":{"LEVEL":"3"},"workspace":"none"}', 'default', 0, '[]', 0, '[]', 1795248000000, 'running', 1795248003123, NULL, NULL, 2, 1795248003123, '{}', NULL, 0);
insert into jobs (number, id, kind, title, project, agent, directory, timeout_ms, client, details, queue, priority, after_jobs, after_any_end, tags, accepted_at, state, state_at, code, reason, attempts, started_at, report, text, archived) values (71, 'rjape8a9qfty', 'command', 'a script', 'dates', NULL, '/srv/ada/dates', 7200000, 'cli', '{"interpreter":"bash","environment":{"LEVEL":"3"},"workspace":"none"}', 'default', 0, '[]', 0, '[]', 1795248000000, 'running', 1795248003123, NULL, NULL, 1, 1795248003123, '{}', NULL, 0);
insert into jobs (number, id, kind, title, project, agent, directory, timeout_ms, client, details, queue, priority, after_jobs, after_any_end, tags, accepted_at, state, state_at, code, reason, attempts, started_at, report, text, archived) values (72, 'etz3gr7k2fc0', 'command', 'a script', 'dates', NULL, '/srv/ada/dates', 7200000, 'claude-code', '{"interpreter":"bash","environment":{"LEVEL":"3"},"workspace":"none"}', 'default', 0, '[]', 0, '[]', 1795248000000, 'running', 1795248003123, NULL, NULL, 1, 1795248003123, '{}', NULL, 0);
insert into jobs (number, id, kind, title, project, agent, directory, timeout_ms, client, details, queue, priority, after_jobs, after_any_end, tags, accepted_at, state, state_at, code, reason, attempts, started_at, report, text, archived) values (73, 'gtvxxqdsbs1m', 'command', 'a script', 'dates', NULL, '/srv/ada/dates', 7200000, 'cli', '{"interpreter":"bash","environment":{"LEVEL":"3"},"workspace":"none"}', 'default', 0, '[]', 0, '[]', 1795248000000, 'running', 1795248003123, NULL, NULL, 1, 1795248003123, '{}', NULL, 0);
insert into jobs (number, id, kind, title, project, agent, directory, timeout_ms, client, details, queue, priority, after_jobs, after_any_end, tags, accepted_at, state, state_at, code, reason, attempts, started_at, report, text, archived) values (74, 'w3wyxw5p1y9k', 'command', 'a script', 'dates', NULL, '/srv/ada/dates', 7200000, 'cli', '{"interpreter":"bash","environment":{"LEVEL":"3"},"workspace":"none"}', 'default', 0, '[]', 0, '[]', 1795248000000, 'verifying', 1795248008123, NULL, NULL, 1, 1795248003123, '{"exit_status":0}', NULL, 0);
insert into jobs (number, id, kind, title, project, agent, directory, timeout_ms, client, details, queue, priority, after_jobs, after_any_end, tags, accepted_at, state, state_at, code, reason, attempts, started_at, report, text, archived) values (75, 'zv1zqy6jqqts', 'command', 'a script', 'dates', NULL, '/srv/ada/dates', 7200000, 'claude-code', '{"interpreter":"bash","environment":{"LEVEL":"3"},"workspace":"none"}', 'default', 0, '[]', 0, '[]', 1795248000000, 'verifying', 1795248008123, NULL, NULL, 1, 1795248003123, '{"exit_status":143}', NULL, 0);
insert into jobs (number, id, kind, title, project, agent, directory, timeout_ms, client, details, queue, priority, after_jobs, after_any_end, tags, accepted_at, state, state_at, code, reason, attempts, started_at, report, text, archived) values (76, 'k3yt5mvya2z6', 'command', 'a script', 'dates', NULL, '/srv/ada/dates', 7200000, 'cli', '{"interpreter":"bash","environment":{"LEVEL":"3"},"workspace":"none"}', 'default', 0, '[]', 0, '[]', 1795248000000, 'succeeded', 1795248009123, NULL, NULL, 1, 1795248003123, '{"exit_status":0,"output":"3 passed\n","error_output":"","stdout_bytes":9}', NULL, 0);
insert into jobs (number, id, kind, title, project, agent, directory, timeout_ms, client, details, queue, priority, after_jobs, after_any_end, tags, accepted_at, state, state_at, code, reason, attempts, started_at, report, text, archived) values (77, '6p927trbsa6q', 'command', 'a script', 'dates', NULL, '/srv/ada/dates', 7200000, 'cli', '{"interpreter":"bash","environment":{"LEVEL":"3"},"workspace":"none"}', 'default', 0, '[]', 0, '[]', 1795248000000, 'failed', 1795248009123, 'nonzero_exit', 'It ended with status 3.', 1, 1795248003123, '{"exit_status":3,"output":"3 passed\n","error_output":"","stdout_bytes":9}', NULL, 0);
insert into jobs (number, id, kind, title, project, agent, directory, timeout_ms, client, details, queue, priority, after_jobs, after_any_end, tags, accepted_at, state, state_at, code, reason, attempts, started_at, report, text, archived) values (78, 'ndxwt4xrhwxr', 'command', 'a script', 'dates', NULL, '/srv/ada/dates', 7200000, 'claude-code', '{"interpreter":"bash","environment":{"LEVEL":"3"},"workspace":"none"}', 'default', 0, '[]', 0, '[]', 1795248000000, 'cancelled', 1795248009123, 'cancelled', 'cancelled by claude-code', 1, 1795248003123, '{"exit_status":143,"output":"3 passed\n","error_output":"","stdout_bytes":9}', NULL, 0);
insert into jobs (number, id, kind, title, project, agent, directory, timeout_ms, client, details, queue, priority, after_jobs, after_any_end, tags, accepted_at, state, state_at, code, reason, attempts, started_at, report, text, archived) values (79, 'axdt9g3y4vhg', 'command', 'a script', 'dates', NULL, '/srv/ada/dates', 7200000, 'cli', '{"interpreter":"bash","environment":{"LEVEL":"3"},"workspace":"none"}', 'default', 0, '[]', 0, '[]', 1795248000000, 'timed_out', 1795248009123, 'timed_out', 'ran longer than 30m', 1, 1795248003123, '{"exit_status":137,"output":"3 passed\n","error_output":"","stdout_bytes":9}', NULL, 0);
insert into jobs (number, id, kind, title, project, agent, directory, timeout_ms, client, details, queue, priority, after_jobs, after_any_end, tags, accepted_at, state, state_at, code, reason, attempts, started_at, report, text, archived) values (80, 'z3ntx8j4tpfn', 'command', 'a script', 'dates', NULL, '/srv/ada/dates', 7200000, 'cli', '{"interpreter":"bash","environment":{"LEVEL":"3"},"workspace":"none"}', 'default', 0, '[]', 0, '[]', 1795248000000, 'unknown', 1795248009123, 'outcome_unknown', 'the runner and its command are gone', 1, 1795248003123, '{}', NULL, 0);
insert into jobs (number, id, kind, title, project, agent, directory, timeout_ms, client, details, queue, priority, after_jobs, after_any_end, tags, accepted_at, state, state_at, code, reason, attempts, started_at, report, text, archived) values (81, 'jp63xvq772y4', 'command', 'a script', 'dates', NULL, '/srv/ada/dates', 7200000, 'claude-code', '{"interpreter":"bash","environment":{"LEVEL":"3"},"workspace":"none"}', 'default', 0, '[]', 0, '[]', 1795248000000, 'cancelled', 1795248009123, 'cancelled', 'cancelled by claude-code', 1, 1795248003123, '{}', NULL, 0);
insert into jobs (number, id, kind, title, project, agent, directory, timeout_ms, client, details, queue, priority, after_jobs, after_any_end, tags, accepted_at, state, state_at, code, reason, attempts, started_at, report, text, archived) values (82, '632ch6jhp6ae', 'command', 'make test', NULL, NULL, '/srv/ada/dates', 90000, 'claude-code', '{"workspace":"none","command":["make","test","it''s"]}', 'release', 7, '[]', 0, '["nightly","ünïcode"]', 1795248000000, 'queued', 1795248000000, NULL, NULL, 0, NULL, '{}', '', 0);
insert into jobs (number, id, kind, title, project, agent, directory, timeout_ms, client, details, queue, priority, after_jobs, after_any_end, tags, accepted_at, state, state_at, code, reason, attempts, started_at, report, text, archived) values (83, 'axqdt63x5hsw', 'command', 'make test', NULL, NULL, '/srv/ada/dates', 90000, 'claude-code', '{"workspace":"none","command":["make","test","it''s"]}', 'release', -3, '["632ch6jhp6ae"]', 1, '["nightly","ünïcode"]', 1795248000000, 'waiting', 1795248000000, NULL, NULL, 0, NULL, '{}', '', 0);
insert into jobs (number, id, kind, title, project, agent, directory, timeout_ms, client, details, queue, priority, after_jobs, after_any_end, tags, accepted_at, state, state_at, code, reason, attempts, started_at, report, text, archived) values (84, 'emsf3njgcy2n', 'command', 'make test', NULL, NULL, '/srv/ada/dates', 90000, 'claude-code', '{"workspace":"none","command":["make","test","it''s"]}', 'default', 0, '[]', 0, '["nightly","ünïcode"]', 1795248000000, 'succeeded', 1795248009123, NULL, NULL, 1, 1795248003123, '{"output":"3 passed\n","error_output":"","stdout_bytes":9,"exit_status":0}', '', 1);
delete from idempotency_keys;
insert into idempotency_keys (principal, key, job, request, at) values ('ada', 'first', 82, '{"command":"make test"}', 1795248000000);
insert into idempotency_keys (principal, key, job, request, at) values ('ada', 'second', 83, '{"command":"make test"}', 1795248000000);
insert into idempotency_keys (principal, key, job, request, at) values ('ada', 'third', 84, '{"command":"make test"}', 1795248000000);
delete from sessions;
insert into sessions (job, session) values (82, 'session-1');
insert into sessions (job, session) values (83, 'session-1');
delete from endings;
insert into endings (number, job, session, told_at, seen_at) values (1, 7, '', NULL, NULL);
insert into endings (number, job, session, told_at, seen_at) values (4, 10, '', NULL, NULL);
insert into endings (number, job, session, told_at, seen_at) values (5, 13, '', NULL, NULL);
insert into endings (number, job, session, told_at, seen_at) values (6, 14, '', NULL, NULL);
insert into endings (number, job, session, told_at, seen_at) values (7, 22, '', NULL, NULL);
insert into endings (number, job, session, told_at, seen_at) values (8, 23, '', NULL, NULL);
insert into endings (number, job, session, told_at, seen_at) values (9, 24, '', NULL, NULL);
insert into endings (number, job, session, told_at, seen_at) values (10, 25, '', NULL, NULL);
insert into endings (number, job, session, told_at, seen_at) values (11, 26, '', NULL, NULL);
insert into endings (number, job, session, told_at, seen_at) values (12, 27, '', NULL, NULL);
insert into endings (number, job, session, told_at, seen_at) values (13, 34, '', NULL, NULL);
insert into endings (number, job, session, told_at, seen_at) values (16, 37, '', NULL, NULL);
insert into endings (number, job, session, told_at, seen_at) values (17, 40, '', NULL, NULL);
insert into endings (number, job, session, told_at, seen_at) values (18, 41, '', NULL, NULL);
insert into endings (number, job, session, told_at, seen_at) values (19, 49, '', NULL, NULL);
insert into endings (number, job, session, told_at, seen_at) values (20, 50, '', NULL, NULL);
insert into endings (number, job, session, told_at, seen_at) values (21, 51, '', NULL, NULL);
insert into endings (number, job, session, told_at, seen_at) values (22, 52, '', NULL, NULL);
insert into endings (number, job, session, told_at, seen_at) values (23, 53, '', NULL, NULL);
insert into endings (number, job, session, told_at, seen_at) values (24, 54, '', NULL, NULL);
insert into endings (number, job, session, told_at, seen_at) values (25, 61, '', NULL, NULL);
insert into endings (number, job, session, told_at, seen_at) values (28, 64, '', NULL, NULL);
insert into endings (number, job, session, told_at, seen_at) values (29, 67, '', NULL, NULL);
insert into endings (number, job, session, told_at, seen_at) values (30, 68, '', NULL, NULL);
insert into endings (number, job, session, told_at, seen_at) values (31, 76, '', NULL, NULL);
insert into endings (number, job, session, told_at, seen_at) values (32, 77, '', NULL, NULL);
insert into endings (number, job, session, told_at, seen_at) values (33, 78, '', NULL, NULL);
insert into endings (number, job, session, told_at, seen_at) values (34, 79, '', NULL, NULL);
insert into endings (number, job, session, told_at, seen_at) values (35, 80, '', NULL, NULL);
insert into endings (number, job, session, told_at, seen_at) values (36, 81, '', NULL, NULL);
insert into endings (number, job, session, told_at, seen_at) values (37, 84, 'session-1', NULL, NULL);
delete from tags;
insert into tags (tag, archived, job) values ('nightly', 0, 82);
insert into tags (tag, archived, job) values ('ünïcode', 0, 82);
insert into tags (tag, archived, job) values ('nightly', 0, 83);
insert into tags (tag, archived, job) values ('ünïcode', 0, 83);
insert into tags (tag, archived, job) values ('nightly', 1, 84);
insert into tags (tag, archived, job) values ('ünïcode', 1, 84);
delete from cleanups;
delete from totals;
insert into totals (archived, state, kind, project, agent, queue, client, jobs) values (0, 'cancelled', 'agent', 'dates', 'claude', 'default', 'claude-code', 2);
insert into totals (archived, state, kind, project, agent, queue, client, jobs) values (0, 'cancelled', 'agent', 'dates', 'claude', 'default', 'cli', 2);
insert into totals (archived, state, kind, project, agent, queue, client, jobs) values (0, 'cancelled', 'command', '', '', 'default', 'claude-code', 2);
insert into totals (archived, state, kind, project, agent, queue, client, jobs) values (0, 'cancelled', 'command', '', '', 'default', 'cli', 2);
insert into totals (archived, state, kind, project, agent, queue, client, jobs) values (0, 'cancelled', 'command', 'dates', '', 'default', 'claude-code', 2);
insert into totals (archived, state, kind, project, agent, queue, client, jobs) values (0, 'cancelled', 'command', 'dates', '', 'default', 'cli', 2);
insert into totals (archived, state, kind, project, agent, queue, client, jobs) values (0, 'failed', 'agent', 'dates', 'claude', 'default', 'cli', 2);
insert into totals (archived, state, kind, project, agent, queue, client, jobs) values (0, 'failed', 'command', '', '', 'default', 'cli', 2);
insert into totals (archived, state, kind, project, agent, queue, client, jobs) values (0, 'failed', 'command', 'dates', '', 'default', 'cli', 2);
insert into totals (archived, state, kind, project, agent, queue, client, jobs) values (0, 'preparing', 'agent', 'dates', 'claude', 'default', 'claude-code', 1);
insert into totals (archived, state, kind, project, agent, queue, client, jobs) values (0, 'preparing', 'agent', 'dates', 'claude', 'default', 'cli', 1);
insert into totals (archived, state, kind, project, agent, queue, client, jobs) values (0, 'preparing', 'command', '', '', 'default', 'claude-code', 1);
insert into totals (archived, state, kind, project, agent, queue, client, jobs) values (0, 'preparing', 'command', '', '', 'default', 'cli', 1);
insert into totals (archived, state, kind, project, agent, queue, client, jobs) values (0, 'preparing', 'command', 'dates', '', 'default', 'claude-code', 1);
insert into totals (archived, state, kind, project, agent, queue, client, jobs) values (0, 'preparing', 'command', 'dates', '', 'default', 'cli', 1);
insert into totals (archived, state, kind, project, agent, queue, client, jobs) values (0, 'queued', 'agent', 'dates', 'claude', 'default', 'claude-code', 1);
insert into totals (archived, state, kind, project, agent, queue, client, jobs) values (0, 'queued', 'agent', 'dates', 'claude', 'default', 'cli', 3);
insert into totals (archived, state, kind, project, agent, queue, client, jobs) values (0, 'queued', 'command', '', '', 'default', 'claude-code', 1);
insert into totals (archived, state, kind, project, agent, queue, client, jobs) values (0, 'queued', 'command', '', '', 'default', 'cli', 3);
insert into totals (archived, state, kind, project, agent, queue, client, jobs) values (0, 'queued', 'command', '', '', 'release', 'claude-code', 1);
insert into totals (archived, state, kind, project, agent, queue, client, jobs) values (0, 'queued', 'command', 'dates', '', 'default', 'claude-code', 1);
insert into totals (archived, state, kind, project, agent, queue, client, jobs) values (0, 'queued', 'command', 'dates', '', 'default', 'cli', 3);
insert into totals (archived, state, kind, project, agent, queue, client, jobs) values (0, 'running', 'agent', 'dates', 'claude', 'default', 'claude-code', 2);
insert into totals (archived, state, kind, project, agent, queue, client, jobs) values (0, 'running', 'agent', 'dates', 'claude', 'default', 'cli', 4);
insert into totals (archived, state, kind, project, agent, queue, client, jobs) values (0, 'running', 'command', '', '', 'default', 'claude-code', 2);
insert into totals (archived, state, kind, project, agent, queue, client, jobs) values (0, 'running', 'command', '', '', 'default', 'cli', 4);
insert into totals (archived, state, kind, project, agent, queue, client, jobs) values (0, 'running', 'command', 'dates', '', 'default', 'claude-code', 2);
insert into totals (archived, state, kind, project, agent, queue, client, jobs) values (0, 'running', 'command', 'dates', '', 'default', 'cli', 4);
insert into totals (archived, state, kind, project, agent, queue, client, jobs) values (0, 'succeeded', 'agent', 'dates', 'claude', 'default', 'cli', 2);
insert into totals (archived, state, kind, project, agent, queue, client, jobs) values (0, 'succeeded', 'command', '', '', 'default', 'claude-code', 0);
insert into totals (archived, state, kind, project, agent, queue, client, jobs) values (0, 'succeeded', 'command', '', '', 'default', 'cli', 2);
insert into totals (archived, state, kind, project, agent, queue, client, jobs) values (0, 'succeeded', 'command', 'dates', '', 'default', 'cli', 2);
insert into totals (archived, state, kind, project, agent, queue, client, jobs) values (0, 'timed_out', 'agent', 'dates', 'claude', 'default', 'cli', 1);
insert into totals (archived, state, kind, project, agent, queue, client, jobs) values (0, 'timed_out', 'command', '', '', 'default', 'cli', 1);
insert into totals (archived, state, kind, project, agent, queue, client, jobs) values (0, 'timed_out', 'command', 'dates', '', 'default', 'cli', 1);
insert into totals (archived, state, kind, project, agent, queue, client, jobs) values (0, 'unknown', 'agent', 'dates', 'claude', 'default', 'claude-code', 0);
insert into totals (archived, state, kind, project, agent, queue, client, jobs) values (0, 'unknown', 'agent', 'dates', 'claude', 'default', 'cli', 1);
insert into totals (archived, state, kind, project, agent, queue, client, jobs) values (0, 'unknown', 'command', '', '', 'default', 'claude-code', 0);
insert into totals (archived, state, kind, project, agent, queue, client, jobs) values (0, 'unknown', 'command', '', '', 'default', 'cli', 1);
insert into totals (archived, state, kind, project, agent, queue, client, jobs) values (0, 'unknown', 'command', 'dates', '', 'default', 'claude-code', 0);
insert into totals (archived, state, kind, project, agent, queue, client, jobs) values (0, 'unknown', 'command', 'dates', '', 'default', 'cli', 1);
insert into totals (archived, state, kind, project, agent, queue, client, jobs) values (0, 'verifying', 'agent', 'dates', 'claude', 'default', 'claude-code', 1);
insert into totals (archived, state, kind, project, agent, queue, client, jobs) values (0, 'verifying', 'agent', 'dates', 'claude', 'default', 'cli', 1);
insert into totals (archived, state, kind, project, agent, queue, client, jobs) values (0, 'verifying', 'command', '', '', 'default', 'claude-code', 1);
insert into totals (archived, state, kind, project, agent, queue, client, jobs) values (0, 'verifying', 'command', '', '', 'default', 'cli', 1);
insert into totals (archived, state, kind, project, agent, queue, client, jobs) values (0, 'verifying', 'command', 'dates', '', 'default', 'claude-code', 1);
insert into totals (archived, state, kind, project, agent, queue, client, jobs) values (0, 'verifying', 'command', 'dates', '', 'default', 'cli', 1);
insert into totals (archived, state, kind, project, agent, queue, client, jobs) values (0, 'waiting', 'agent', 'dates', 'claude', 'default', 'claude-code', 2);
insert into totals (archived, state, kind, project, agent, queue, client, jobs) values (0, 'waiting', 'agent', 'dates', 'claude', 'default', 'cli', 1);
insert into totals (archived, state, kind, project, agent, queue, client, jobs) values (0, 'waiting', 'command', '', '', 'default', 'claude-code', 2);
insert into totals (archived, state, kind, project, agent, queue, client, jobs) values (0, 'waiting', 'command', '', '', 'default', 'cli', 1);
insert into totals (archived, state, kind, project, agent, queue, client, jobs) values (0, 'waiting', 'command', '', '', 'release', 'claude-code', 1);
insert into totals (archived, state, kind, project, agent, queue, client, jobs) values (0, 'waiting', 'command', 'dates', '', 'default', 'claude-code', 2);
insert into totals (archived, state, kind, project, agent, queue, client, jobs) values (0, 'waiting', 'command', 'dates', '', 'default', 'cli', 1);
insert into totals (archived, state, kind, project, agent, queue, client, jobs) values (1, 'succeeded', 'command', '', '', 'default', 'claude-code', 1);
delete from tag_totals;
insert into tag_totals (tag, archived, jobs) values ('nightly', 0, 2);
insert into tag_totals (tag, archived, jobs) values ('nightly', 1, 1);
insert into tag_totals (tag, archived, jobs) values ('ünïcode', 0, 2);
insert into tag_totals (tag, archived, jobs) values ('ünïcode', 1, 1);
delete from unindexed;
insert into unindexed (job) values (84);
delete from search_fill;
insert into search_fill (below) values (0);
delete from queues;
insert into queues (name, slots) values ('release', 1);
delete from pauses;
insert into pauses (kind, name, at, by) values ('project', 'dates', 1795248000000, 'ada');
pragma user_version = 5;
commit;
