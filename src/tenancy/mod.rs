//! Tenancy: which hub a request is for, who it is, and how its links are built.
//! Nouns: `Hub`, `Site`, `Look` (what a hub has chosen about its looks), `Directory` (all hubs by slug and domain), `Visit` (one request in one hub), `Links`.
//! URLs: `/{hub}/…` in German, `/{hub}/en/…` in English; with an own domain the hub's part is left out.
//! Invariants: nothing of a hub is reached without its `HubId`; what another hub owns is "not found".
//! Must not know: any feature.

mod arrangement;
mod directory;
mod hub;
mod legal;
mod links;
mod look;
pub mod pages;
pub mod store;
mod visit;

pub use arrangement::{MENU, MENU_AT_MOST, MenuEntry, ReadyPage, StartPart};
pub use directory::{Directory, is_slug};
pub use hub::{ClosedDay, Hub, Opening, Partner, Site, local_in, midnight_in, timestamp};
pub use legal::Legal;
pub use links::Links;
pub use look::{HeadPicture, Logo, Look};
pub use visit::{ClientAddress, Visit};
