//! Every statement of the program, for the registry of the database and for the test that runs each on both engines.

use crate::db::Statement;
use crate::features::{accessibility, events, hub, pages, privacy};
use crate::{auth, bookings, installation, jobs, keeping, mail, operation, organisations, pictures, retention, statistics, tenancy};

/// All statements, by the module that owns them.
pub fn all() -> Vec<&'static [&'static Statement]> {
    let mut all = vec![
        accessibility::store::STATEMENTS,
        auth::store::STATEMENTS,
        bookings::store::STATEMENTS,
        hub::store::STATEMENTS,
        installation::store::STATEMENTS,
        jobs::due::STATEMENTS,
        keeping::STATEMENTS,
        keeping::night::STATEMENTS,
        mail::outbox::STATEMENTS,
        operation::STATEMENTS,
        organisations::store::STATEMENTS,
        pages::store::STATEMENTS,
        pictures::store::STATEMENTS,
        privacy::store::STATEMENTS,
        retention::STATEMENTS,
        statistics::STATEMENTS,
        tenancy::store::STATEMENTS,
    ];
    all.extend(events::store::statements());
    all
}
