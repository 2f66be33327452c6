-- Registrations of an organisation's people are listed for its contact.
-- engine: both

create index booking_organisation on booking (hub_id, organisation_id) where organisation_id is not null;
