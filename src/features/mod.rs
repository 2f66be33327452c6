//! What a hub offers. Each folder is one feature; its menu word, glossary word, folder and address are the same.
//! A feature reaches another only through that feature's `mod.rs`.

pub mod accessibility;
pub mod events;
pub mod hub;
pub mod pages;
pub mod partners;
pub mod privacy;
pub mod setup;
pub mod start_page;
pub mod statistics;
pub mod theme;
pub mod training;

use crate::app::App;
use crate::bookings::Kind;
use crate::jobs::Job;
use crate::mail::Letter;
use crate::mail::outbox::Claimed;
use crate::tenancy::Hub;

/// What the features do when its time has come.
pub const JOBS: &[Job] = &[events::WAITLIST_JOB, events::MORNING_JOB];

/// Words a letter by the feature that wrote its facts down; the kind of its row begins with that feature's word.
pub fn wording(app: &App, hub: &Hub, row: &Claimed) -> Result<Option<Letter>, String> {
    match row.kind.split_once('.') {
        Some((events::Seats::NAME, _)) => events::wording(app, hub, row),
        Some((hub::NAME, _)) => hub::wording(app, hub, row),
        Some((training::NAME, _)) => training::wording(app, hub, row),
        Some((accessibility::NAME, _)) => accessibility::wording(app, hub, row),
        _ => Err(format!("nobody words letters of the kind {}", row.kind)),
    }
}
