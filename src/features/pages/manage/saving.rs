//! Saves what was decided, inside one write transaction of the hub.

use crate::clock::Instant;
use crate::db::{DbResult, HubId, Tx};
use crate::features::pages::content::Content;
use crate::features::pages::store::{self, Save};
use crate::features::pages::written::{Kind, PageId, Written};
use crate::texts::spelling::slug_of;

/// Parts of addresses that lead elsewhere.
const RESERVED: [&str; 9] = ["new", "preparation", "feed", "imprint", "privacy", "accessibility", "arrangement", "menu", "start"];

/// What a page is called whose title has no letters.
const NAMELESS: &str = "seite";

/// What is to be done with a page.
#[derive(Debug, Clone)]
pub struct Saving {
    /// The page as it is called now; empty for a new one.
    pub page: String,
    /// What sort it is.
    pub kind: Kind,
    /// What it shall be called; empty for a name made from its title.
    pub slug: String,
    /// What it shall say.
    pub content: Content,
    /// The revision that the form was made for.
    pub version: i64,
    /// Who shall read it.
    pub publish: Publish,
    /// Who, how, with which form.
    pub save: Save,
}

/// Who shall read what is saved.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Publish {
    /// Only staff, for now.
    No,
    /// Everybody, at once.
    Now,
    /// Everybody, from an instant on.
    From(Instant),
}

/// What came of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Saved {
    /// Done; the page is called so. True when a check no longer counts, because its words have changed.
    Done(String, bool),
    /// Another page is called so.
    Taken,
    /// Somebody was faster.
    Stale,
    /// This form has saved the page that is called so before, and said something else.
    Earlier(String),
    /// There is no such page.
    Gone,
}

/// Saves a page. The same form sent twice is the same.
pub fn save(tx: &Tx<'_>, hub: HubId, saving: &Saving, now: Instant) -> DbResult<Saved> {
    let (name, version) = match store::by_form(tx, hub, &saving.save.key)? {
        None => (saving.page.clone(), saving.version),
        Some(before) if !before.said(&saving.save.print) => return Ok(Saved::Earlier(before.slug)),
        Some(before) if before.step == saving.save.step => return Ok(Saved::Done(before.slug, false)),
        Some(before) => (before.slug, before.number),
    };
    let mut page = match store::page(tx, hub, &name)? {
        Some(page) => page,
        None if saving.page.is_empty() || saving.kind.is_legal() => Written::blank(PageId::new(now), saving.kind, saving.page.clone()),
        None => return Ok(Saved::Gone),
    };
    if page.head != version && !is_unchanged_since(tx, hub, &page, version)? {
        return Ok(Saved::Stale);
    }
    if page.is_unlinked() && !page.kind.is_legal() {
        match free_slug(tx, hub, &page, saving)? {
            Some(slug) => page.slug = slug,
            None => return Ok(Saved::Taken),
        }
    }
    let (content, unchecked) = saving.content.clone().with_honest_checks(&page.content);
    let (pictures, cover) = (page.content.pictures, page.content.cover);
    page.content = Content { pictures, cover, ..content };
    page.head += 1;
    match saving.publish {
        Publish::No => {}
        Publish::Now => page.publish(now, now),
        Publish::From(from) => page.publish(from, now),
    }
    let slug = page.slug.clone();
    Ok(if store::save(tx, hub, &page, &saving.save, now)? { Saved::Done(slug, unchecked) } else { Saved::Stale })
}

/// Whether a page still says what it said as a revision: only pictures or who can read it changed since, and the form touches neither.
fn is_unchanged_since(tx: &Tx<'_>, hub: HubId, page: &Written, version: i64) -> DbResult<bool> {
    let then = store::revision(tx, hub, page.id, version)?;
    Ok(then.is_some_and(|(_, content, _)| content.says_the_same(&page.content)))
}

/// What the page may be called: as asked for if nobody else is called so; otherwise after its title.
fn free_slug(tx: &Tx<'_>, hub: HubId, page: &Written, saving: &Saving) -> DbResult<Option<String>> {
    let is_free = |slug: &str| -> DbResult<bool> {
        let own = !page.slug.is_empty() && page.slug == slug;
        Ok(own || (!RESERVED.contains(&slug) && store::page(tx, hub, slug)?.is_none()))
    };
    if !saving.slug.is_empty() {
        return Ok(is_free(&saving.slug)?.then(|| saving.slug.clone()));
    }
    let base = Some(slug_of(&saving.content.de.title)).filter(|slug| !slug.is_empty()).unwrap_or_else(|| NAMELESS.to_owned());
    let mut slug = base.clone();
    for n in 2.. {
        if is_free(&slug)? {
            break;
        }
        slug = format!("{base}-{n}");
    }
    Ok(Some(slug))
}
