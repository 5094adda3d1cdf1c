-- What jobs ask, and what came of it. An open question has no `settled_at`.
create table questions (
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
create index questions_open on questions (number) where settled_at is null;

-- With whose token a job was dispatched; those of the machine's own user are not here.
create table principals (
    job integer not null primary key references jobs (number) on delete cascade,
    principal text not null
) strict;
