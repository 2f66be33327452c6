//! All events of the hub for those who make them.

use askama::Template;

use super::edit_page::seats;
use super::store::{self, Entry};
use crate::auth::{Role, Staff, StaffFrame, StaffSection};
use crate::features::events::event::{State, fold};
use crate::features::events::filter::patterns;
use crate::features::events::places;
use crate::features::events::programme::{Badge, DayTile, tile, time_words};
use crate::problem::Problem;
use crate::tenancy::Visit;
use crate::ui::{Fields, Page};

#[derive(Template)]
#[template(path = "features/events/manage/list.html")]
struct ListPage {
    frame: StaffFrame,
    words: String,
    past: bool,
    deleted: bool,
    rows: Vec<Row>,
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
    let query = Fields(serde_html_form::from_str(&visit.query).unwrap_or_default());
    let (words, past) = (query.line("q"), query.ticked("past"));
    let folded: Vec<String> = fold(&words).split(' ').filter(|word| !word.is_empty()).take(3).map(str::to_owned).collect();
    let (hub, now) = (visit.hub.id, visit.now);
    let entries = visit.app.read(hub, move |tx| store::list(tx, hub, now, &patterns(&folded), past)).await?;
    Page::personal(&ListPage {
        frame: StaffFrame::new(&staff, StaffSection::Events, visit.t.events_manage_list()),
        words,
        past,
        deleted: query.get("done") == "deleted",
        rows: entries.iter().map(|entry| row(visit, entry)).collect(),
    })
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
        when: next.map(|next| time_words(t.lang, next.start, next.end, next.open_end)).unwrap_or_default(),
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
            (State::Draft, _) => badge("plain", "i-lock", t.events_manage_draft()),
            (State::Published, Some(_)) => badge("ok", "i-globe", t.events_manage_published()),
            (State::Published, None) if entry.dates > 0 => badge("plain", "i-clock", t.events_manage_all_past()),
            (State::Published, None) => badge("warn", "i-alert", t.events_no_dates()),
        },
    }
}
