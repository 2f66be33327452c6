//! The harness of the journeys: an installation with two hubs, a clock that stands still, and verbs that read like a story.
//! Nouns: `TestHub`, `Plan` (what is offered), `Date`, `Guest`, `Answer` (of the server), `Form`, `Mail`.
//! URLs: all, through the same service that the program runs.
//! Invariants: every answer is looked at for what each must keep (headers, no 5xx, no cookie, legal links); nothing is mocked.
//! Must not know: how a page looks beyond its forms, links and words.

mod answer;
mod clerk;
mod form;
mod installation;
mod mail;
mod people;
mod plan;
mod python;
mod routes;

pub use answer::{Answer, selector};
pub use clerk::{Clerk, staff};
pub use form::Form;
pub use installation::{Engine, HOST, METRICS_TOKEN, TestHub, bare, empty_installation, request, run, start_of_the_tests};
pub use mail::{Mail, calendar_lines, calendar_values};
pub use people::Guest;
pub use plan::{Date, Plan};
pub use python::{python, second_opinion};
pub use routes::{Route, filled, ids_of, member, routes};

/// Writes each journey down once and runs it on both engines.
macro_rules! journeys {
    ($( $(#[$about:meta])* async fn $name:ident($hub:ident) $body:block )*) => { $(
        $(#[$about])*
        mod $name {
            use super::*;

            async fn journey($hub: $crate::support::TestHub) $body

            #[test]
            fn on_sqlite() {
                $crate::support::run($crate::support::Engine::Sqlite, journey);
            }

            #[test]
            fn on_postgres() {
                $crate::support::run($crate::support::Engine::Postgres, journey);
            }
        }
    )* };
}
pub(crate) use journeys;
