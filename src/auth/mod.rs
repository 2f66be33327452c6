//! Who works here: accounts, sessions, roles.
//! Nouns: `Account` (belongs to the installation), membership with a `Role` in a hub, session, `Staff` (a signed-in request).
//! URLs: `/staff/sign-in`, `/staff/sign-out`, `/staff/password/{token}`, `/staff/account…`.
//! Invariants: passwords only as argon2id; session tokens only as hash; a new session at every sign-in; what one may not see is 404.
//! Must not know: any feature.

mod access;
mod account;
mod begin;
mod entry;
mod frame;
mod guess;
mod pages;
mod password;
mod posted;
mod session;
mod staff;
pub mod store;

use axum::Router;
use axum::routing::{get, post};

pub use access::{ACCESS, VALID as ACCESS_VALID};
pub use begin::begin_session;
pub use entry::{HubEntry, HubEntryOf, HubGroup};
pub use frame::{StaffFrame, StaffSection};
pub use password::{Refused as PasswordRefused, hash as hash_password, hash_unchecked};
pub use posted::{StaffPosted, StaffUploaded};
pub use session::{IDLE as SESSION_IDLE, LONGEST as SESSION_LONGEST};
pub use staff::{Role, Staff};

/// The pages for signing in and out, and of one's own account.
pub fn routes() -> Router {
    Router::new()
        .route("/staff/sign-in", get(pages::show).post(pages::sign_in))
        .route("/staff/sign-out", post(pages::sign_out))
        .route("/staff/password/{token}", get(access::show).post(access::set))
        .route("/staff/account", get(account::show))
        .route("/staff/account/password", post(account::change_password))
}
