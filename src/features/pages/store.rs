//! Pages written by staff, and their revisions.

use uuid::Uuid;

use super::content::Content;
use super::written::{Kind, PageId, Turn, Written};
use crate::clock::Instant;
use crate::db::{Columns, DbError, DbResult, HubId, Tx, args};
use crate::ids::{AccountId, PictureId};

crate::db::statements! {
    /// A page with its newest revision.
    BY_SLUG(hub, text "ueber-uns") =
        "select p.id, p.kind, p.slug, p.head, p.shown_revision, p.shown_at, p.next_revision, p.next_at, p.since, r.content from page p
         join page_revision r on r.hub_id = p.hub_id and r.page_id = p.id and r.number = p.head where p.hub_id = ?1 and p.slug = ?2";
    /// What everybody reads of a page at an instant.
    SHOWN(hub, text "page", text "ueber-uns", now) =
        "select p.slug, p.since, p.shown_at, p.next_at, r.content from page p join page_revision r on r.hub_id = p.hub_id and r.page_id = p.id
           and r.number = case when p.next_at <= ?4 then p.next_revision else p.shown_revision end
         where p.hub_id = ?1 and p.kind = ?2 and p.slug = ?3";
    /// What everybody reads of all pages of a sort at an instant, the newest first.
    ALL_SHOWN(hub, text "page", now, int 100, int 0) =
        "select p.slug, p.since, p.shown_at, p.next_at, r.content from page p join page_revision r on r.hub_id = p.hub_id and r.page_id = p.id
           and r.number = case when p.next_at <= ?3 then p.next_revision else p.shown_revision end
         where p.hub_id = ?1 and p.kind = ?2 order by p.since desc, p.slug limit ?4 offset ?5";
    /// How many pages of a sort everybody reads at an instant.
    COUNT_SHOWN(hub, text "news", now) = "select count(*) from page where hub_id = ?1 and kind = ?2 and (shown_revision is not null or next_at <= ?3)";
    /// When pages of a sort next read differently.
    NEXT_TURN(hub, text "page", now) = "select next_at from page where hub_id = ?1 and kind = ?2 and next_at > ?3 order by next_at limit 1";
    /// All pages for those who write them, with who saved last.
    LIST(hub) =
        "select p.kind, p.slug, p.head, p.shown_revision, p.shown_at, p.next_revision, p.next_at, p.since, r.content, r.at, a.name from page p
         join page_revision r on r.hub_id = p.hub_id and r.page_id = p.id and r.number = p.head left join account a on a.id = r.account_id
         where p.hub_id = ?1 order by p.since desc, p.title, p.slug limit 500";
    /// A new page.
    INSERT(hub, uuid, text "page", text "sample", text "Sample", now) =
        "insert into page (hub_id, id, kind, slug, title, head, created_at) values (?1, ?2, ?3, ?4, ?5, 0, ?6)";
    /// A page after a save, unless somebody else was faster.
    UPDATE(hub, id_of "page", int 1, text "sample", text "Sample", int 2, null, null, null, null, null) =
        "update page set slug = ?4, title = ?5, head = ?6, shown_revision = ?7, shown_at = ?8, next_revision = ?9, next_at = ?10, since = ?11
         where hub_id = ?1 and id = ?2 and head = ?3";
    /// A new revision.
    INSERT_REVISION(hub, uuid, int 1, now, null, text "saved", text "", text "", text "{}") =
        "insert into page_revision (hub_id, page_id, number, at, account_id, step, form_key, form_print, content) values (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)";
    /// The page that a form with this key has saved, and what it said the last time.
    BY_FORM(hub, text "key") =
        "select p.slug, r.number, r.step, r.form_print from page_revision r join page p on p.hub_id = r.hub_id and p.id = r.page_id
         where r.hub_id = ?1 and r.form_key = ?2 order by r.number desc limit 1";
    /// Revisions of a page, the newest first.
    REVISIONS(hub, id_of "page") =
        "select r.number, r.at, r.step, a.name from page_revision r left join account a on a.id = r.account_id
         where r.hub_id = ?1 and r.page_id = ?2 order by r.number desc limit 200";
    /// One revision.
    REVISION(hub, id_of "page", int 1) =
        "select r.number, r.at, r.step, a.name, r.content from page_revision r left join account a on a.id = r.account_id
         where r.hub_id = ?1 and r.page_id = ?2 and r.number = ?3";
    /// The revision before another.
    BEFORE(hub, id_of "page", int 2) = "select content from page_revision where hub_id = ?1 and page_id = ?2 and number < ?3 order by number desc limit 1";
    /// Revisions saved by then that nobody reads any more.
    PAST(hub, now, int 100) =
        "select r.page_id, r.number, r.content from page_revision r join page p on p.hub_id = r.hub_id and p.id = r.page_id
         where r.hub_id = ?1 and r.at <= ?2 and r.number <> p.head and r.number <> coalesce(p.shown_revision, 0) and r.number <> coalesce(p.next_revision, 0)
         order by r.page_id, r.number limit ?3";
    /// Forgets a revision.
    FORGET(hub, uuid, int 1) = "delete from page_revision where hub_id = ?1 and page_id = ?2 and number = ?3";
    /// Revisions saved by then that still say who saved them.
    SIGNED(hub, now, int 100) = "select page_id, number from page_revision where hub_id = ?1 and at <= ?2 and account_id is not null order by page_id, number limit ?3";
    /// Forgets who saved a revision.
    UNSIGN(hub, uuid, int 1) = "update page_revision set account_id = null where hub_id = ?1 and page_id = ?2 and number = ?3";
    /// All contents of a page ever kept.
    CONTENTS(hub, id_of "page") = "select content from page_revision where hub_id = ?1 and page_id = ?2 limit 1000";
    /// Deletes the revisions of a page.
    DELETE_REVISIONS(hub, uuid) = "delete from page_revision where hub_id = ?1 and page_id = ?2";
    /// Deletes a page.
    DELETE(hub, uuid) = "delete from page where hub_id = ?1 and id = ?2";
    /// Deletes a picture.
    DELETE_PICTURE(hub, uuid) = "delete from picture where hub_id = ?1 and id = ?2";
}

/// What everybody reads of a page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Shown {
    /// Part of the address.
    pub slug: String,
    /// Since when it can be read; the date of a piece of news.
    pub since: Instant,
    /// Since when it reads as it does.
    pub at: Instant,
    /// When it will read differently, if that is settled.
    pub next: Option<Instant>,
    /// What it says.
    pub content: Content,
}

/// A page in the list of those who write.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// The page.
    pub page: Written,
    /// When it was saved last.
    pub saved: Instant,
    /// By whom; empty for the program.
    pub by: String,
}

/// A state in which a page was saved.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Revision {
    /// Counts from 1.
    pub number: i64,
    /// When.
    pub at: Instant,
    /// What was done.
    pub step: Step,
    /// By whom; empty for the program.
    pub by: String,
}

/// What was done when a revision was saved.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Step {
    /// Prepared by the program.
    Prepared,
    /// Saved for later.
    Saved,
    /// Published.
    Published,
    /// An older revision brought back.
    Restored,
    /// A picture came, went or changed.
    Pictures,
    /// Taken back: only staff can read it.
    Withdrawn,
}

impl Step {
    fn as_str(self) -> &'static str {
        match self {
            Self::Prepared => "prepared",
            Self::Saved => "saved",
            Self::Published => "published",
            Self::Restored => "restored",
            Self::Pictures => "pictures",
            Self::Withdrawn => "withdrawn",
        }
    }

    fn parse(word: &str) -> Self {
        [Self::Prepared, Self::Published, Self::Restored, Self::Pictures, Self::Withdrawn].into_iter().find(|step| step.as_str() == word).unwrap_or(Self::Saved)
    }
}

/// Who saves, and with which form.
#[derive(Debug, Clone)]
pub struct Save {
    /// What is done.
    pub step: Step,
    /// Who; nobody for the program.
    pub by: Option<AccountId>,
    /// The form's key.
    pub key: String,
    /// A fingerprint of what the form said.
    pub print: String,
}

/// What a form has saved before.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Before {
    /// The page.
    pub slug: String,
    /// As which revision.
    pub number: i64,
    /// What was done.
    pub step: Step,
    print: String,
}

impl Before {
    /// Whether the form said the same then.
    pub fn said(&self, print: &str) -> bool {
        self.print == print
    }
}

/// A page by its part of the address.
pub fn page(tx: &Tx<'_>, hub: HubId, slug: &str) -> DbResult<Option<Written>> {
    tx.row(&BY_SLUG, &args![hub, slug], |c| {
        let id = c.take()?;
        written(c, id)
    })
}

/// What everybody reads of a page.
pub fn shown(tx: &Tx<'_>, hub: HubId, kind: Kind, slug: &str, now: Instant) -> DbResult<Option<Shown>> {
    tx.row(&SHOWN, &args![hub, kind.as_str(), slug, now], |c| shown_row(c, now))
}

/// What everybody reads of the pages of a sort, the newest first.
pub fn all_shown(tx: &Tx<'_>, hub: HubId, kind: Kind, now: Instant, (limit, skip): (u32, u32)) -> DbResult<Vec<Shown>> {
    tx.rows(&ALL_SHOWN, &args![hub, kind.as_str(), now, limit, skip], |c| shown_row(c, now))
}

/// How many pages of a sort everybody reads.
pub fn count_shown(tx: &Tx<'_>, hub: HubId, kind: Kind, now: Instant) -> DbResult<i64> {
    tx.one(&COUNT_SHOWN, &args![hub, kind.as_str(), now], |c| c.take())
}

/// When pages of a sort next read differently, if that is settled.
pub fn next_turn(tx: &Tx<'_>, hub: HubId, kind: Kind, now: Instant) -> DbResult<Option<Instant>> {
    tx.row(&NEXT_TURN, &args![hub, kind.as_str(), now], |c| c.take())
}

/// All pages: news by date, pages by title. At most 500.
pub fn list(tx: &Tx<'_>, hub: HubId) -> DbResult<Vec<Entry>> {
    tx.rows(&LIST, &args![hub], |c| {
        let page = written(c, PageId(Uuid::nil()))?;
        Ok(Entry { page, saved: c.take()?, by: c.take::<Option<String>>()?.unwrap_or_default() })
    })
}

/// Saves the newest content of a page as its next revision and its standing with it; false when somebody else was faster.
/// A page that was never saved is written for the first time.
pub fn save(tx: &Tx<'_>, hub: HubId, page: &Written, save: &Save, now: Instant) -> DbResult<bool> {
    let before = page.head - 1;
    if before == 0 {
        tx.execute(&INSERT, &args![hub, page.id, page.kind.as_str(), &page.slug, &page.content.de.title, now])?;
    }
    let (shown, next) = (page.shown, page.next);
    let touched = tx.execute(
        &UPDATE,
        &args![
            hub,
            page.id,
            before,
            &page.slug,
            &page.content.de.title,
            page.head,
            shown.map(|turn| turn.revision),
            shown.map(|turn| turn.at),
            next.map(|turn| turn.revision),
            next.map(|turn| turn.at),
            page.since
        ],
    )?;
    if touched != 1 {
        return Ok(false);
    }
    let content = serde_json::to_string(&page.content).map_err(|error| DbError::app(error.to_string()))?;
    tx.execute(&INSERT_REVISION, &args![hub, page.id, page.head, now, save.by, save.step.as_str(), &save.key, &save.print, content])?;
    Ok(true)
}

/// What a form with this key has saved before.
pub fn by_form(tx: &Tx<'_>, hub: HubId, key: &str) -> DbResult<Option<Before>> {
    tx.row(&BY_FORM, &args![hub, key], |c| Ok(Before { slug: c.take()?, number: c.take()?, step: Step::parse(&c.take::<String>()?), print: c.take()? }))
}

/// Whether this very form was saved before.
pub fn was_saved(tx: &Tx<'_>, hub: HubId, save: &Save) -> DbResult<bool> {
    Ok(by_form(tx, hub, &save.key)?.is_some_and(|before| before.said(&save.print)))
}

/// Revisions of a page, the newest first.
pub fn revisions(tx: &Tx<'_>, hub: HubId, page: PageId) -> DbResult<Vec<Revision>> {
    tx.rows(&REVISIONS, &args![hub, page], revision_row)
}

/// One revision with its content and the content before it.
pub fn revision(tx: &Tx<'_>, hub: HubId, page: PageId, number: i64) -> DbResult<Option<(Revision, Content, Option<Content>)>> {
    let found = tx.row(&REVISION, &args![hub, page, number], |c| Ok((revision_row(c)?, content(c)?)))?;
    let Some((revision, now)) = found else { return Ok(None) };
    let before = tx.row(&BEFORE, &args![hub, page, number], content)?;
    Ok(Some((revision, now, before)))
}

/// Deletes a page with everything that was ever kept of it.
pub fn delete(tx: &Tx<'_>, hub: HubId, page: PageId) -> DbResult<()> {
    let contents = tx.rows(&CONTENTS, &args![hub, page], content)?;
    for picture in contents.iter().flat_map(|content| &content.pictures) {
        if let Some(id) = picture.key() {
            tx.execute(&DELETE_PICTURE, &args![hub, id])?;
        }
    }
    tx.execute(&DELETE_REVISIONS, &args![hub, page])?;
    tx.execute(&DELETE, &args![hub, page]).map(drop)
}

/// Forgets revisions saved by `before` that nobody reads, with pictures that only they had; of those that are read, who saved them.
/// At most `limit`; how many.
pub fn forget(tx: &Tx<'_>, hub: HubId, before: Instant, limit: u32) -> DbResult<u64> {
    let past = tx.rows(&PAST, &args![hub, before, limit], |c| Ok((PageId(c.take()?), c.take::<i64>()?, content(c)?)))?;
    for (page, number, gone) in &past {
        tx.execute(&FORGET, &args![hub, *page, *number])?;
        let left = tx.rows(&CONTENTS, &args![hub, *page], content)?;
        let shown_elsewhere = |id: &str| left.iter().flat_map(|content| &content.pictures).any(|picture| picture.id == id);
        for id in gone.pictures.iter().filter(|picture| !shown_elsewhere(&picture.id)).filter_map(super::content::Picture::key) {
            tx.execute(&DELETE_PICTURE, &args![hub, id])?;
        }
    }
    if !past.is_empty() {
        return Ok(u64::try_from(past.len()).unwrap_or(u64::MAX));
    }
    let signed = tx.rows(&SIGNED, &args![hub, before, limit], |c| Ok((PageId(c.take()?), c.take::<i64>()?)))?;
    signed.into_iter().try_fold(0, |sum, (page, number)| Ok(sum + tx.execute(&UNSIGN, &args![hub, page, number])?))
}

impl super::content::Picture {
    /// Its key in the table of pictures.
    pub fn key(&self) -> Option<PictureId> {
        self.id.parse().ok().map(PictureId)
    }
}

/// Decodes a page from its kind on.
fn written(c: &mut Columns<'_>, id: PageId) -> DbResult<Written> {
    let word: String = c.take()?;
    let kind = Kind::parse(&word).ok_or_else(|| DbError::app(format!("page: unknown kind {word}")))?;
    let (slug, head) = (c.take()?, c.take()?);
    let (shown, next) = (turn(c)?, turn(c)?);
    Ok(Written { id, kind, slug, head, shown, next, since: c.take()?, content: content(c)? })
}

fn turn(c: &mut Columns<'_>) -> DbResult<Option<Turn>> {
    let (revision, at): (Option<i64>, Option<Instant>) = (c.take()?, c.take()?);
    Ok(revision.zip(at).map(|(revision, at)| Turn { revision, at }))
}

fn shown_row(c: &mut Columns<'_>, now: Instant) -> DbResult<Shown> {
    let (slug, since, shown_at, next_at): (_, Option<Instant>, Option<Instant>, Option<Instant>) = (c.take()?, c.take()?, c.take()?, c.take()?);
    let due = next_at.filter(|next| *next <= now);
    let at = due.or(shown_at).unwrap_or(now);
    Ok(Shown { slug, since: since.unwrap_or(at), at, next: next_at.filter(|next| *next > now), content: content(c)? })
}

fn revision_row(c: &mut Columns<'_>) -> DbResult<Revision> {
    let (number, at, step): (_, _, String) = (c.take()?, c.take()?, c.take()?);
    Ok(Revision { number, at, step: Step::parse(&step), by: c.take::<Option<String>>()?.unwrap_or_default() })
}

fn content(c: &mut Columns<'_>) -> DbResult<Content> {
    let text: String = c.take()?;
    serde_json::from_str(&text).map_err(|error| DbError::app(format!("page_revision: {error}")))
}
