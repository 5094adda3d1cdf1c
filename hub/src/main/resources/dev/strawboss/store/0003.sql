-- Who is to be told how a job ended. The session that dispatched an unfinished job; callers that
-- take no notices have none.
create table sessions (
    job integer not null primary key references jobs (number) on delete cascade,
    session text not null
) strict;

-- Finished jobs in the order in which they ended, which is also the cursor of the failures: who was
-- to be told (empty: nobody), when that was confirmed, and when somebody first looked at the job.
-- Jobs that finished before this schema are not here: they count as told and seen.
create table endings (
    number integer primary key autoincrement,
    job integer not null unique references jobs (number) on delete cascade,
    session text not null,
    told_at integer,
    seen_at integer
) strict;
create index endings_untold on endings (session, number) where told_at is null and session <> '';
create index endings_unseen on endings (number) where seen_at is null;
create index endings_unseen_by_session on endings (session, number) where seen_at is null and session <> '';
