-- What a hub has chosen about its looks: colours, logo, picture, the parts of its start page, its menu.
-- engine: both

alter table hub add column look text not null default '{}';
