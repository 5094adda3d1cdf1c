-- who may use the hub over HTTP; of the token itself only its SHA-256 is kept
create table tokens (
    name text not null primary key,
    digest blob not null unique,
    created_at integer not null,
    used_at integer
) strict, without rowid;
