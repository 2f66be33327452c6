//! The pages of this feature that search engines may show.

use super::store;
use super::written::Kind;
use crate::clock::Instant;
use crate::db::{DbResult, HubId, Tx};
use crate::door::sitemap::Listed;

/// More than any hub writes.
const AT_MOST: u32 = 2_000;

/// What the program writes, then the pages of staff and the news, each with its form in easy language.
pub fn listed(tx: &Tx<'_>, hub: HubId, now: Instant) -> DbResult<Vec<Listed>> {
    let mut all: Vec<Listed> = ["/contact", "/pages", "/news", "/easy-language", "/sign-language", "/imprint"].map(Listed::always).into();
    for kind in [Kind::Page, Kind::News] {
        for shown in store::all_shown(tx, hub, kind, now, (AT_MOST, 0))? {
            let (path, changed) = (kind.path(&shown.slug), Some(shown.at));
            if shown.content.easy.is_page() {
                all.push(Listed { path: format!("{path}/easy-language"), changed });
            }
            all.push(Listed { path, changed });
        }
    }
    Ok(all)
}
