//! All events of the hub for those who make them.

use askama::Template;
use serde::Deserialize;

use super::edit_page::seats;
use super::store::{self, Entry, LISTED, Shown};
use crate::auth::{Role, Staff, StaffFrame, StaffSection};
use crate::features::events::event::{State, fold};
use crate::features::events::filter::patterns;
use crate::features::events::places;
use crate::features::events::programme::{Badge, DayTile, tile, time_words};
use crate::problem::Problem;
use crate::tenancy::Visit;
use crate::texts::Texts;
use crate::ui::{Page, clean};

/// The lists to choose from.
const VIEWS: [Shown; 3] = [Shown::Coming, Shown::Drafts, Shown::Past];
/// Beyond this page there is nothing in any hub.
const PAGES_AT_MOST: u32 = 1_000;

#[derive(Template)]
#[template(path = "features/events/manage/list.html")]
struct ListPage {
    frame: StaffFrame,
    words: String,
    shown: Shown,
    views: Vec<View>,
    deleted: bool,
    rows: Vec<Row>,
    earlier: Option<String>,
    later: Option<String>,
}

impl ListPage {
    fn is_past(&self) -> bool {
        self.shown == Shown::Past
    }

    /// The word of the list in the address.
    fn show(&self) -> Option<&'static str> {
        word(self.shown)
    }
}

/// One of the lists to choose from.
struct View {
    word: &'static str,
    href: String,
    current: bool,
}

#[derive(Deserialize, Default)]
#[serde(default)]
struct Query {
    q: String,
    show: String,
    page: u32,
    done: String,
}

struct Row {
    href: String,
    title: String,
    strand: &'static str,
    topic: &'static str,
    tile: Option<DayTile>,
    when: String,
    place: String,
    seats: String,
    more: String,
    badge: Badge,
    copy: String,
}

/// `GET /staff/events`
pub async fn show(staff: Staff) -> Result<Page, Problem> {
    staff.needs(Role::Staff)?;
    let visit = &staff.visit;
    let query: Query = serde_html_form::from_str(&visit.query).unwrap_or_default();
    let (words, page) = (clean(&query.q), query.page.clamp(1, PAGES_AT_MOST));
    let shown = match query.show.as_str() {
        "past" => Shown::Past,
        "drafts" => Shown::Drafts,
        _ => Shown::Coming,
    };
    let folded: Vec<String> = fold(&words).split(' ').filter(|word| !word.is_empty()).take(3).map(str::to_owned).collect();
    let (hub, now, per_page) = (visit.hub.id, visit.now, u32::try_from(LISTED).unwrap_or(1));
    let entries = visit.app.read(hub, move |tx| store::list(tx, hub, now, &patterns(&folded), shown, (page - 1) * per_page)).await?;
    Page::personal(&ListPage {
        frame: StaffFrame::new(&staff, StaffSection::Events, visit.t.events_manage_list()),
        views: VIEWS.map(|view| View { word: view_word(visit.t, view), href: address(visit, view, &words, 1), current: view == shown }).into(),
        deleted: query.done == "deleted",
        rows: entries.iter().take(LISTED).map(|entry| row(visit, entry)).collect(),
        earlier: (page > 1).then(|| address(visit, shown, &words, page - 1)),
        later: (entries.len() > LISTED).then(|| address(visit, shown, &words, page + 1)),
        words,
        shown,
    })
}

/// The list with its words kept: who looks for something in the one may find it in the other.
fn address(visit: &Visit, shown: Shown, words: &str, page: u32) -> String {
    let mut pairs = Vec::new();
    pairs.extend(word(shown).map(|word| ("show", word.to_owned())));
    if !words.is_empty() {
        pairs.push(("q", words.to_owned()));
    }
    if page > 1 {
        pairs.push(("page", page.to_string()));
    }
    let query = serde_html_form::to_string(pairs).unwrap_or_default();
    visit.links.to(&if query.is_empty() { "/staff/events".to_owned() } else { format!("/staff/events?{query}") })
}

fn word(shown: Shown) -> Option<&'static str> {
    match shown {
        Shown::Coming => None,
        Shown::Past => Some("past"),
        Shown::Drafts => Some("drafts"),
    }
}

fn view_word(t: Texts, shown: Shown) -> &'static str {
    match shown {
        Shown::Coming => t.events_manage_coming(),
        Shown::Past => t.events_manage_past(),
        Shown::Drafts => t.events_manage_drafts(),
    }
}

fn row(visit: &Visit, entry: &Entry) -> Row {
    let t = visit.t;
    let next = entry.next.as_ref();
    let room = next.map(|next| next.room.as_str()).filter(|room| !room.is_empty()).unwrap_or(&entry.room);
    let further = entry.upcoming - 1;
    let badge = |tone, icon, words: &str| Badge { tone, icon, words: words.to_owned() };
    Row {
        href: visit.links.to(&format!("/staff/events/{}", entry.slug)),
        copy: visit.links.to(&format!("/staff/events/{}/copy", entry.slug)),
        title: entry.title.clone(),
        strand: entry.topic.strand(),
        topic: entry.topic.word(t),
        tile: next.map(|next| tile(t.lang, next.start.date())),
        when: next.map(|next| time_words(visit.days(), next.start, next.end, next.open_end)).unwrap_or_default(),
        place: if room.is_empty() {
            entry.site.and_then(|id| visit.hub.site(id)).map_or_else(|| places::place(&visit.hub, None, "", entry.online), |site| site.name.clone())
        } else {
            room.to_owned()
        },
        seats: next
            .map(|next| if next.registration { seats(t, next.capacity, next.counts) } else { t.events_no_registration().to_owned() })
            .unwrap_or_default(),
        more: if further > 0 { t.events_manage_further(further) } else { String::new() },
        badge: match (entry.state, next) {
            (State::Draft | State::MembersDraft, _) => badge("plain", "i-lock", t.events_manage_draft()),
            (_, Some(_)) if entry.upcoming == 0 => badge("plain", "i-clock", t.events_manage_all_past()),
            (_, None) => badge("warn", "i-alert", t.events_no_dates()),
            (State::Members, Some(_)) => badge("info", "i-key", t.events_manage_members()),
            (State::Published, Some(_)) => badge("ok", "i-globe", t.events_manage_published()),
        },
    }
}
