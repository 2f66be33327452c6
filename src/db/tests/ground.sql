create table counter (
    hub_id BIGINT not null, id UUID not null, places BIGINT not null, taken BIGINT not null,
    primary key (hub_id, id), constraint counter_within check (taken >= 0 and places < 1000)
);
create table place (
    hub_id BIGINT not null, id UUID not null, counter_id UUID not null, key TEXT not null, picture BLOB,
    primary key (hub_id, id), foreign key (hub_id, counter_id) references counter (hub_id, id)
);
create unique index place_key on place (hub_id, key);
create table outbox (hub_id BIGINT not null, id UUID not null, body TEXT not null, primary key (hub_id, id));
create table membership (hub_id BIGINT not null, person TEXT not null, unique (hub_id, person));
create table sample (
    hub_id BIGINT not null, id UUID not null, flag BIGINT not null, words TEXT not null, bytes BLOB not null,
    at BIGINT not null, empty TEXT, primary key (hub_id, id)
);
-- engine: sqlite
create trigger place_full before insert on place
when (select count(*) from place where hub_id = new.hub_id and counter_id = new.counter_id and new.key = 'forbidden') >= 0
     and new.key = 'forbidden'
begin select raise(abort, 'place_forbidden'); end;
-- engine: postgres
create function place_forbidden() returns trigger language plpgsql as $$
begin
    if new.key = 'forbidden' then
        raise exception 'place_forbidden' using errcode = '23514', constraint = 'place_forbidden';
    end if;
    return new;
end $$;
create trigger place_forbidden before insert on place for each row execute function place_forbidden();
create function warn_late() returns trigger language plpgsql as $$
begin
    if new.id = 13 then
        raise warning 'the standby did not confirm, let us say';
    end if;
    return null;
end $$;
create table deferred (hub_id BIGINT not null, id BIGINT not null, constraint deferred_once unique (hub_id, id) deferrable initially deferred);
create constraint trigger deferred_warning after insert on deferred deferrable initially deferred
    for each row execute function warn_late();
