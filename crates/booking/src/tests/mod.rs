//! Tests of the whole crate: tables for every answer, random histories, the named hard cases, and series against a second implementation.

mod advancing;
mod codes;
mod deciding;
mod fixtures;
mod hard_cases;
mod histories;
mod moving;
mod quotas;
mod series;
mod series_against_rrule;
mod situations;
mod states;
mod undoing;
