//! The rules as tables, and journeys through the pages on an installation of their own.

mod journeys;
mod pictures;
mod programme;
mod rules;
