//! Every statement of the program, for the registry of the database and for the test that runs each on both engines.

use crate::db::Statement;
use crate::features::events;
use crate::{auth, bookings, jobs, keeping, mail, operation, tenancy};

/// All statements, by the module that owns them.
pub fn all() -> Vec<&'static [&'static Statement]> {
    let mut all = vec![
        auth::store::STATEMENTS,
        bookings::store::STATEMENTS,
        jobs::due::STATEMENTS,
        keeping::STATEMENTS,
        mail::outbox::STATEMENTS,
        operation::STATEMENTS,
        tenancy::store::STATEMENTS,
    ];
    all.extend(events::store::statements());
    all
}
