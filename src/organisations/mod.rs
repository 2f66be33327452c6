//! Member organisations: towns, counties, associations whose people may come to courses that are closed to the public.
//! Nouns: `Organisation` (name, kind, mail domains, access code, contact), `Domain` (the part of a mail address after the at sign).
//! URLs: none; pages are those of the feature `training`.
//! Invariants: a code and a domain belong to one organisation of a hub; a contact is kept for a period and then forgotten at night.
//! Must not know: any feature; which events there are.

mod domain;
mod organisation;
pub mod store;
#[cfg(test)]
mod tests;

pub use domain::{Domain, of_address};
pub use organisation::{Contact, Kind, Organisation, OrganisationId};
