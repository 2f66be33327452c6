-- Pages and news written by staff. kind: page, news, imprint, privacy, accessibility (the last three are what the hub adds to
-- a page that the program writes). shown_* is what everybody reads, next_* what takes its place at an instant, since when it first stood
-- there. All texts are in page_revision.content (JSON), so that every state can be compared and brought back.
-- engine: both

create table page (
    hub_id bigint not null references hub (id),
    id uuid not null,
    kind text not null,
    slug text not null,
    title text not null,
    head bigint not null,
    shown_revision bigint,
    shown_at bigint,
    next_revision bigint,
    next_at bigint,
    since bigint,
    created_at bigint not null,
    primary key (hub_id, id)
);
create unique index page_slug_once on page (hub_id, slug);
create index page_kind on page (hub_id, kind, since);

create table page_revision (
    hub_id bigint not null references hub (id),
    page_id uuid not null,
    number bigint not null,
    at bigint not null,
    account_id uuid,
    step text not null,
    form_key text not null default '',
    content text not null,
    primary key (hub_id, page_id, number)
);
create index page_revision_form on page_revision (hub_id, form_key);
