-- What is set in the browser for the whole installation. Flags, environment and file win over it.
-- engine: both

create table setting (
    name text primary key,
    value text not null,
    changed_at bigint not null
);
