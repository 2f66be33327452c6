//! The form of a page as it looks: what is always seen, what is folded, what stands beside it.

use askama::Template;

use super::edit::role;
use crate::auth::{Staff, StaffFrame, StaffSection};
use crate::features::pages::content::DRAWINGS;
use crate::features::pages::written::{Kind, Standing, Written};
use crate::problem::Problem;
use crate::tenancy::Visit;
use crate::texts::{Texts, dates};
use crate::ui::{Fields, Flaws, Group, Item, Page, Sheet};

#[derive(Template)]
#[template(path = "features/pages/manage/edit.html")]
struct EditPage {
    frame: StaffFrame,
    title: String,
    sheet: Sheet,
    banner: Option<Banner>,
    /// When something else is stored: what happened, and the fields that differ.
    differs: Option<(&'static str, Vec<(String, String)>)>,
    badge: Option<Badge>,
    kind: &'static str,
    action: String,
    version: String,
    /// Where staff find everything about the page; empty for one that nobody has saved yet.
    desk: String,
    public: Option<String>,
    address: String,
    is_public: bool,
    deletable: bool,
    pictures: i64,
    is_legal: bool,
}

/// A state as icon and words.
pub struct Badge {
    /// Its class.
    pub tone: &'static str,
    /// Its icon.
    pub icon: &'static str,
    /// Its words.
    pub words: String,
}

/// What happened before this page.
pub enum Notice {
    /// Nothing to tell.
    None,
    /// The word of the last step in the address.
    Done(String),
    /// Somebody was faster: what is stored now.
    Stale(Fields),
    /// The form was sent before, with other content: what is stored now.
    Earlier(Fields),
}

struct Banner {
    class: &'static str,
    icon: &'static str,
    text: &'static str,
}

impl Notice {
    /// What the last step said in the address.
    pub fn of(query: &Fields) -> Self {
        Self::Done(query.line("done"))
    }
}

impl EditPage {
    /// Whether something in a fold is wrong, so that it has to stand open.
    fn is_open(&self, group: &Group) -> bool {
        group.items.iter().any(|item| self.sheet.flaws.has(&item.id))
    }
}

/// The page with a form as typed.
pub fn page(staff: &Staff, page: &Written, fields: Fields, flaws: Flaws, notice: Notice) -> Result<Page, Problem> {
    let (visit, t) = (&staff.visit, staff.visit.t);
    let standing = page.standing(visit.now);
    let groups = groups(visit, page, &fields);
    let (banner, differs) = match notice {
        Notice::None => (None, None),
        Notice::Done(word) => (banner(t, &word), None),
        Notice::Stale(stored) => (None, Some((t.pages_manage_stale(), differences(&groups, &fields, &stored)))),
        Notice::Earlier(stored) => (None, Some((t.pages_manage_earlier(), differences(&groups, &fields, &stored)))),
    };
    let title = heading(t, page);
    let is_new = page.head == 0;
    let desk = if is_new && !page.kind.is_legal() { String::new() } else { visit.links.to(&format!("/staff/pages/{}", page.slug)) };
    let is_public = !matches!(standing, Standing::Draft | Standing::Scheduled(_));
    Page::personal(&EditPage {
        frame: StaffFrame::new(staff, StaffSection::Pages, title.clone()).invalid(!flaws.is_empty()),
        title,
        version: fields.get("version").to_owned(),
        sheet: Sheet::new(groups, fields, flaws),
        banner,
        differs,
        badge: (!is_new).then(|| badge(visit, standing)),
        kind: page.kind.as_str(),
        action: if desk.is_empty() { visit.links.to("/staff/pages") } else { desk.clone() },
        desk: if is_new { String::new() } else { desk },
        public: (is_public || page.kind.is_legal()).then(|| visit.links.to(&page.kind.path(&page.slug))),
        address: visit.links.absolute(&page.kind.path(&page.slug)),
        is_public: is_public || matches!(standing, Standing::Scheduled(_)),
        deletable: !is_new && standing == Standing::Draft && staff.needs(role(page.kind)).is_ok(),
        pictures: i64::try_from(page.content.pictures.len()).unwrap_or(0),
        is_legal: page.kind.is_legal(),
    })
}

/// What a page is called among those who write.
pub fn heading(t: Texts, page: &Written) -> String {
    match page.kind {
        Kind::News if page.head == 0 => t.pages_manage_new_news().to_owned(),
        Kind::Page if page.head == 0 => t.pages_manage_new().to_owned(),
        Kind::Page | Kind::News => page.content.de.title.clone(),
        legal => legal_title(t, legal).to_owned(),
    }
}

/// What a page is called that the program writes; empty for others.
pub fn legal_title(t: Texts, kind: Kind) -> &'static str {
    match kind {
        Kind::Imprint => t.ui_imprint(),
        Kind::Privacy => t.ui_privacy(),
        Kind::Accessibility => t.ui_accessibility(),
        Kind::Page | Kind::News => "",
    }
}

/// Who can read a page, as icon and words.
pub fn badge(visit: &Visit, standing: Standing) -> Badge {
    let t = visit.t;
    let when = |at| {
        let local = visit.hub.local(at);
        format!("{}, {}", visit.days().day_short(local.date()), dates::time(t.lang, local.time()))
    };
    let (tone, icon, words) = match standing {
        Standing::Draft => ("plain", "i-lock", t.pages_manage_draft().to_owned()),
        Standing::Scheduled(at) => ("info", "i-clock", t.pages_manage_scheduled(when(at))),
        Standing::Published => ("ok", "i-globe", t.pages_manage_published().to_owned()),
        Standing::Changed => ("warn", "i-edit", t.pages_manage_changed().to_owned()),
        Standing::Following(at) => ("info", "i-clock", t.pages_manage_following(when(at))),
    };
    Badge { tone, icon, words }
}

fn banner(t: Texts, word: &str) -> Option<Banner> {
    let ok = |text| Some(Banner { class: "nabe-note-ok", icon: "i-check", text });
    let warn = |text| Some(Banner { class: "nabe-note-warn", icon: "i-alert", text });
    match word {
        "saved" => ok(t.pages_done_saved()),
        "published" => ok(t.pages_done_published()),
        "scheduled" => ok(t.pages_done_scheduled()),
        "withdrawn" => ok(t.pages_done_withdrawn()),
        "restored" => ok(t.pages_done_restored()),
        "unchecked" => warn(t.pages_done_unchecked()),
        "not-deleted" => warn(t.pages_done_not_deleted()),
        "stale" => warn(t.pages_done_stale()),
        _ => None,
    }
}

/// Fields that were typed otherwise than they are stored: label and stored value.
fn differences(groups: &[Group], typed: &Fields, stored: &Fields) -> Vec<(String, String)> {
    let items = groups.iter().flat_map(|group| &group.items);
    let other = items.filter(|item| !item.id.starts_with("publish_") && typed.lines(&item.id) != stored.lines(&item.id));
    other.map(|item| (item.label.clone(), stored.lines(&item.id))).collect()
}

fn groups(visit: &Visit, page: &Written, fields: &Fields) -> Vec<Group> {
    let t = visit.t;
    let mut groups = if page.kind.is_legal() { legal(t, fields) } else { written(t, page, fields) };
    let from = fields.line("publish_day");
    let summary = if from.is_empty() { t.pages_manage_at_once().to_owned() } else { from };
    let when = vec![
        Item::line("publish_day", t.pages_manage_publish_day()).hint(t.pages_manage_publish_hint()).width("nabe-w8"),
        Item::line("publish_time", t.pages_manage_publish_time()).width("nabe-w8"),
    ];
    groups.push(Group::new(t.pages_manage_publish_when(), summary, when));
    groups
}

fn written(t: Texts, page: &Written, fields: &Fields) -> Vec<Group> {
    let is_news = page.kind == Kind::News;
    let mut first = vec![Item::line("title", t.pages_manage_title())];
    if page.is_unlinked() {
        first.push(Item::line("slug", t.pages_manage_slug()).hint(t.pages_manage_slug_hint()).optional());
    }
    let lede_hint = if is_news { t.pages_manage_teaser_hint() } else { t.pages_manage_lede_hint() };
    first.push(Item::area("lede", t.pages_manage_lede(), 2).hint(lede_hint).optional());
    first.push(Item::select("drawing", t.pages_manage_drawing(), drawings(t)).hint(t.pages_manage_drawing_hint()));
    first.push(Item::area("body", t.pages_manage_body(), 18).hint(t.pages_manage_body_hint()).optional());
    let english = vec![
        Item::line("title_en", t.pages_manage_title()),
        Item::area("lede_en", t.pages_manage_lede(), 2).optional(),
        Item::area("body_en", t.pages_manage_body(), 14).optional(),
    ];
    let easy = vec![
        Item::line("easy_title", t.pages_manage_title()).optional(),
        Item::area("easy_body", t.pages_manage_body(), 14).hint(t.pages_manage_easy_hint()),
        Item::line("easy_by", t.pages_manage_checked_by()).hint(t.pages_manage_easy_by_hint()).optional(),
        Item::line("easy_on", t.pages_manage_checked_on()).hint(t.pages_manage_checked_on_hint()).width("nabe-w8").optional(),
    ];
    let video = vec![
        Item::line("video_url", t.pages_manage_video_url()).hint(t.pages_manage_video_hint()),
        Item::line("video_length", t.pages_manage_video_length()).hint(t.pages_manage_video_length_hint()).width("nabe-w8"),
        Item::line("video_size", t.pages_manage_video_size()).hint(t.pages_manage_video_size_hint()).width("nabe-w8"),
    ];
    let checked = vec![
        Item::line("checked_by", t.pages_manage_checked_by()).hint(t.pages_manage_checked_by_hint()).optional(),
        Item::line("checked_on", t.pages_manage_checked_on()).hint(t.pages_manage_checked_on_hint()).width("nabe-w8").optional(),
    ];
    let or = |field: &str, empty: &str| Some(fields.line(field)).filter(|text| !text.is_empty()).unwrap_or_else(|| empty.to_owned());
    let there = |field: &str| if fields.line(field).is_empty() { t.pages_manage_not_yet() } else { t.pages_manage_there() };
    vec![
        Group::plain(first),
        Group::new(t.pages_manage_english(), or("title_en", t.pages_manage_not_yet()), english),
        Group::new(t.ui_easy_language(), there("easy_body"), easy),
        Group::new(t.pages_manage_video_fold(), there("video_url"), video),
        Group::new(t.pages_manage_checked_fold(), or("checked_by", t.pages_manage_not_yet()), checked),
    ]
}

/// None, or one of the sprite.
fn drawings(t: Texts) -> Vec<(String, String)> {
    std::iter::once("").chain(DRAWINGS).map(|drawing| (drawing.to_owned(), drawing_word(t, drawing).to_owned())).collect()
}

/// What a drawing shows.
pub fn drawing_word(t: Texts, drawing: &str) -> &'static str {
    match drawing {
        "p-room" => t.pages_drawing_room(),
        "p-help" => t.pages_drawing_help(),
        "p-idea" => t.pages_drawing_idea(),
        "p-video" => t.pages_drawing_video(),
        "p-town" => t.pages_drawing_town(),
        _ => t.pages_drawing_none(),
    }
}

fn legal(t: Texts, fields: &Fields) -> Vec<Group> {
    let german = Item::area("body", t.pages_manage_body(), 14).hint(t.pages_manage_further_hint());
    let english = Item::area("body_en", t.pages_manage_body(), 10);
    let summary = if fields.line("body_en").is_empty() { t.pages_manage_not_yet() } else { t.pages_manage_there() };
    vec![Group::plain(vec![german]), Group::new(t.pages_manage_english(), summary, vec![english])]
}
