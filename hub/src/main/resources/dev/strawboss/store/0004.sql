-- How jobs are found again among a million: every list is `archived`, one column, then the number
-- from the newest on, so each of these ends in the number by itself (it is the rowid).
alter table jobs add column archived integer not null default 0;
drop index jobs_by_state;
create index jobs_listed on jobs (archived);
create index jobs_by_state on jobs (archived, state);
create index jobs_by_kind on jobs (archived, kind);
create index jobs_by_project on jobs (archived, project);
create index jobs_by_agent on jobs (archived, agent);
create index jobs_by_queue on jobs (archived, queue);
create index jobs_by_client on jobs (archived, client);
create index jobs_by_time on jobs (archived, accepted_at);

create table tags_4 (
    tag text not null,
    archived integer not null default 0,
    job integer not null references jobs (number),
    primary key (tag, archived, job)
) strict, without rowid;
insert into tags_4 (tag, job) select tag, job from tags;
drop table tags;
alter table tags_4 rename to tags;
-- what a job waits for must not go before it
create index jobs_with_parents on jobs (number)
    where after_jobs <> '[]' and state in ('queued', 'waiting');
-- when old jobs were last looked for, and since when the clock is doubted
create table cleanups (at integer not null, doubted integer) strict;
-- a job that goes takes these along
create index tags_by_job on tags (job);
create index requests_by_job on requests (job);
create index idempotency_keys_by_job on idempotency_keys (job);

-- How many jobs there are of each combination, so that nobody has to count them. '' stands for none.
create table totals (
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
insert into totals
    select archived, state, kind, coalesce(project, ''), coalesce(agent, ''), queue, client, count(*)
    from jobs group by 1, 2, 3, 4, 5, 6, 7;
create table tag_totals (
    tag text not null,
    archived integer not null,
    jobs integer not null,
    primary key (tag, archived)
) strict, without rowid;
insert into tag_totals select tag, archived, count(*) from tags group by tag, archived;

-- The words of jobs, by their number; the text itself stays where it is.
create virtual table search using fts5 (
    title, prompt, reason, answer,
    content = '', contentless_delete = 1, tokenize = 'unicode61 remove_diacritics 2'
);
-- jobs whose words changed since they were last taken into the index
create table unindexed (job integer primary key) strict;
-- jobs below this number are older than the index and are taken into it bit by bit
create table search_fill (below integer not null) strict;
insert into search_fill select coalesce(max(number), 0) + 1 from jobs;

create trigger jobs_inserted after insert on jobs
begin
    insert into totals
        values (new.archived, new.state, new.kind, coalesce(new.project, ''), coalesce(new.agent, ''),
            new.queue, new.client, 1)
        on conflict do update set jobs = jobs + 1;
    insert or ignore into unindexed values (new.number);
end;
create trigger jobs_updated after update of state, archived on jobs
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
create trigger jobs_ended after update of state on jobs
when old.state <> new.state
    and new.state in ('succeeded', 'failed', 'timed_out', 'cancelled', 'unknown')
begin
    insert or ignore into unindexed values (new.number);
end;
create trigger jobs_archived after update of archived on jobs
when old.archived <> new.archived
begin
    update tags set archived = new.archived where job = new.number;
end;
create trigger jobs_deleted after delete on jobs
begin
    update totals set jobs = jobs - 1
        where archived = old.archived and state = old.state and kind = old.kind
            and project = coalesce(old.project, '') and agent = coalesce(old.agent, '')
            and queue = old.queue and client = old.client;
    delete from unindexed where job = old.number;
    delete from search where rowid = old.number;
end;
create trigger tags_inserted after insert on tags
begin
    insert into tag_totals values (new.tag, new.archived, 1) on conflict do update set jobs = jobs + 1;
end;
create trigger tags_updated after update of archived on tags when old.archived <> new.archived
begin
    update tag_totals set jobs = jobs - 1 where tag = old.tag and archived = old.archived;
    insert into tag_totals values (new.tag, new.archived, 1) on conflict do update set jobs = jobs + 1;
end;
create trigger tags_deleted after delete on tags
begin
    update tag_totals set jobs = jobs - 1 where tag = old.tag and archived = old.archived;
end;
