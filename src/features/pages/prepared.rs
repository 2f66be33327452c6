//! Pages from a file: drafts that a fresh hub only needs to fill in, or the pages of the sample hub.

use booking::Span;
use serde::Deserialize;

use super::content::Content;
use super::store::{self, Save, Step};
use super::written::{Kind, PageId, Turn, Written};
use crate::clock::Instant;
use crate::db::{DbError, DbResult, HubId, Tx};

/// Drafts for a fresh hub.
const DRAFTS: &str = include_str!("prepared.toml");

#[derive(Debug, Deserialize)]
struct File {
    page: Vec<Prepared>,
}

/// A page of a file.
#[derive(Debug, Deserialize)]
struct Prepared {
    slug: String,
    kind: String,
    /// Published so many days ago; a draft without.
    days_ago: Option<i64>,
    content: Content,
}

/// Writes the drafts of a fresh hub; those whose address is taken are left out.
pub fn prepare(tx: &Tx<'_>, hub: HubId, now: Instant) -> DbResult<()> {
    fill(tx, hub, DRAFTS, now)
}

/// Writes the pages of a file; those whose address is taken are left out.
pub fn fill(tx: &Tx<'_>, hub: HubId, file: &str, now: Instant) -> DbResult<()> {
    let file: File = toml::from_str(file).map_err(|error| DbError::app(format!("the file of pages cannot be read: {error}")))?;
    for prepared in file.page {
        if store::page(tx, hub, &prepared.slug)?.is_some() {
            continue;
        }
        let page = written(prepared, now)?;
        let step = if page.shown.is_some() { Step::Published } else { Step::Prepared };
        store::save(tx, hub, &page, &Save { step, by: None, key: String::new(), print: String::new() }, now)?;
    }
    Ok(())
}

/// What the pages of a file say.
#[cfg(test)]
pub fn contents(file: &str) -> Result<Vec<Content>, toml::de::Error> {
    toml::from_str::<File>(file).map(|file| file.page.into_iter().map(|prepared| prepared.content).collect())
}

fn written(prepared: Prepared, now: Instant) -> DbResult<Written> {
    let kind = Kind::parse(&prepared.kind).ok_or_else(|| DbError::app(format!("{}: unknown kind {}", prepared.slug, prepared.kind)))?;
    let mut page = Written::blank(PageId::new(now), kind, prepared.slug);
    page.content = prepared.content;
    // As the form would have saved them.
    let Content { de, en, easy, .. } = &mut page.content;
    for text in [&mut de.body, &mut en.body, &mut easy.body] {
        *text = text.trim().to_owned();
    }
    page.head = 1;
    if let Some(days) = prepared.days_ago {
        let at = now.minus(Span::from_days(days));
        (page.shown, page.since) = (Some(Turn { revision: 1, at }), Some(at));
    }
    Ok(page)
}
