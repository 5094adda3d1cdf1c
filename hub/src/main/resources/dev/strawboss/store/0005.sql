-- queues besides the one called default, or that one if it has slots of its own
create table queues (
    name text not null primary key,
    slots integer not null
) strict, without rowid;

-- where nothing new starts; kind is everything (with an empty name), queue or project
create table pauses (
    kind text not null,
    name text not null,
    at integer not null,
    by text not null,
    primary key (kind, name)
) strict, without rowid;
