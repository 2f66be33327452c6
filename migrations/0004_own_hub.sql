-- The hub sets itself up: legal details, who may still come in, links to set a password.
-- engine: both

-- JSON with what the law asks for.
alter table hub add column legal text not null default '{}';

-- 1: this person may no longer work in this hub.
alter table membership add column locked bigint not null default 0;

-- A link by which somebody sets a password once. on_paper 1: it is shown to whoever asked for it, 0: it leaves by mail.
create table access_link (
    id uuid primary key,
    account_id uuid not null references account (id),
    on_paper bigint not null,
    created_at bigint not null,
    ends_at bigint not null
);
create index access_link_account on access_link (account_id);
