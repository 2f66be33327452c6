//! Member organisations: towns, counties, associations whose people may come to courses that are closed to the public.
//! Nouns: `Organisation` (name, kind, mail domains, access code, contact), `Domain` (the part of a mail address after the at sign),
//! `Training` (what a closed course demands), `Member` (somebody who has shown to belong to one), pass (what their addresses carry).
//! URLs: none; pages are those of the feature `training`.
//! Invariants: parts of a cost add up to it, to the cent; a code and a domain belong to one organisation of a hub; a contact is kept for a period and then forgotten at night.
//! Must not know: any feature; what a course is beyond its key.

mod cost;
mod domain;
mod organisation;
mod pass;
pub mod store;
#[cfg(test)]
mod tests;
mod training;

pub use cost::Cost;
pub use domain::{Domain, of_address};
pub use organisation::{Contact, Kind, Organisation, OrganisationId};
pub use pass::{Member, PEOPLE_VALID, VALID, contact_of, pass, people_pass};
pub use training::{OpenTo, Training};
