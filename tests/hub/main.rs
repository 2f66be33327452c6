//! Journeys over HTTP: what residents and staff live through, on SQLite and on a real PostgreSQL, with a clock that stands still.
//! One binary, so that there is one build and one PostgreSQL. Read `support/people.rs` for the verbs, then any journey.
#![expect(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::panic, reason = "a journey that cannot go on has failed, and says where")]

#[path = "../support/cluster.rs"]
mod cluster;
mod support;

mod afterwards;
mod barriers;
mod caching;
mod calendars;
mod changing;
mod check_in;
mod closed_courses;
mod colleagues;
mod commands;
mod contact_list;
mod corrected;
mod counting;
mod data_protection;
mod embedding;
mod faults;
mod first_run;
mod form_errors;
mod found;
mod hard_cases;
mod hostile;
mod hostile_staff;
mod matrix;
mod operating;
mod organisations;
mod others;
mod own_hub;
mod partners;
mod personal_data;
mod properties;
mod quotas;
mod registering;
mod security_txt;
mod signing_in;
mod sockets;
mod staff_day;
mod staff_mending;
mod start_page;
mod statements;
mod statistics;
mod tenants;
mod test_mail;
mod theme;
mod trust;
mod unusual;
mod visiting;
mod waiting;
mod writing;
