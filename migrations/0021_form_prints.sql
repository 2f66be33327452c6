-- What a form said, as a fingerprint: the same key with other content is not the same form. Empty where that is not known.
-- engine: both

alter table page_revision add column form_print text not null default '';
alter table barrier_report add column form_print text not null default '';
