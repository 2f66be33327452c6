//! The page of an event for those who make it.

use askama::Template;

use super::edit::Loaded;
use super::form::MEMBERS;
use super::plan;
use super::store::{Change, ChangeKind};
use super::view::FormView;
use crate::auth::{Staff, StaffFrame, StaffSection};
use crate::features::events::event::{Audience, State};
use crate::features::events::occurrence::{Occurrence, OccurrenceState};
use crate::features::events::places;
use crate::features::events::programme::{Badge, DayTile, standing, tile, time_words};
use crate::problem::Problem;
use crate::tenancy::Visit;
use crate::texts::{Texts, dates};
use crate::ui::{Fields, Flaws, Page, markdown};

#[derive(Template)]
#[template(path = "features/events/manage/edit.html")]
struct EditPage {
    frame: StaffFrame,
    form: FormView,
    picture_flaws: Flaws,
    banner: Option<Words>,
    undo: Option<String>,
    differs: Option<Vec<(String, String)>>,
    slug: String,
    title: String,
    is_draft: bool,
    /// Whether only members of organisations see it.
    is_closed: bool,
    /// What staff pass on to them.
    address: String,
    badge: Badge,
    rows: Vec<DateRow>,
    past: bool,
    preview: Preview,
    picture: Option<String>,
    deletable: bool,
}

/// What happened before this page.
pub enum Notice {
    /// Nothing to tell.
    None,
    /// One sentence.
    Told(Words),
    /// Somebody was faster: field and stored value where they differ from what was typed.
    Stale(Vec<(String, String)>),
}

/// A banner.
pub struct Words {
    /// Its class.
    pub class: &'static str,
    /// Its icon.
    pub icon: &'static str,
    /// The sentence.
    pub text: &'static str,
}

struct DateRow {
    href: String,
    people: String,
    day: String,
    time: String,
    room: String,
    seats: String,
    surplus: String,
    badge: Badge,
}

/// The row of the programme as everybody sees it, and the description.
struct Preview {
    strand: &'static str,
    topic: &'static str,
    tile: Option<DayTile>,
    time: String,
    place: String,
    badge: Option<Badge>,
    lede: String,
    body: String,
}

impl Notice {
    /// What the last step said in the address.
    pub fn of(t: Texts, query: &Fields) -> Self {
        let ok = |text| Self::Told(Words { class: "nabe-note-ok", icon: "i-check", text });
        let warn = |text| Self::Told(Words { class: "nabe-note-warn", icon: "i-alert", text });
        match query.get("done") {
            "created" => ok(t.events_manage_done_created()),
            "saved" => ok(t.events_manage_done_saved()),
            "copied" => ok(t.events_manage_done_copied()),
            "added" => ok(t.events_manage_done_added()),
            "undone" => ok(t.events_manage_done_undone()),
            "takes-place" => ok(t.events_manage_done_takes_place()),
            "changed" => ok(t.events_manage_done_changed()),
            "kept" => ok(t.events_manage_done_kept()),
            "picture" => ok(t.events_manage_done_picture()),
            "picture-words" => ok(t.events_manage_done_picture_words()),
            "too-late" => warn(t.events_manage_done_too_late()),
            "not-deleted" => warn(t.events_manage_done_not_deleted()),
            _ => Self::None,
        }
    }
}

/// The page with a form as typed.
pub fn page(staff: &Staff, loaded: &Loaded, form: FormView, notice: Notice, picture_flaws: Flaws, past: bool) -> Result<Page, Problem> {
    let (visit, event) = (&staff.visit, &loaded.event);
    let t = visit.t;
    let invalid = !form.flaws.is_empty() || !picture_flaws.is_empty();
    let (banner, differs) = match notice {
        Notice::None => (None, None),
        Notice::Told(words) => (Some(words), None),
        Notice::Stale(differs) => (None, Some(differs)),
    };
    let undo = loaded.changes.first().map(|change| undo_words(t, change));
    let (is_draft, is_closed) = (event.state.is_draft(), event.state.audience() == Audience::Members);
    let badge = match event.state {
        State::Draft | State::MembersDraft => plain("i-lock", t.events_manage_draft()),
        State::Members => Badge { tone: "info", icon: "i-key", words: t.events_manage_members().to_owned() },
        State::Published => Badge { tone: "ok", icon: "i-globe", words: t.events_manage_published().to_owned() },
    };
    Page::personal(&EditPage {
        frame: StaffFrame::new(staff, StaffSection::Events, event.title.clone()).invalid(invalid),
        form,
        picture_flaws,
        // Beside the offer to take it back, the sentence that it was done says nothing new.
        banner: banner.filter(|banner| undo.is_none() || banner.class != "nabe-note-ok"),
        undo,
        differs,
        slug: event.slug.clone(),
        title: event.title.clone(),
        is_draft,
        is_closed,
        address: if is_closed { visit.links.absolute(&format!("/events/{}", event.slug)) } else { String::new() },
        badge,
        rows: loaded.dates.iter().map(|o| row(visit, &event.slug, o)).collect(),
        past,
        preview: preview(visit, loaded),
        picture: event.picture.map(|id| format!("{}?{}", visit.links.to(&format!("/staff/events/{}/picture", event.slug)), id.0.simple())),
        deletable: is_draft && loaded.bookings == 0,
    })
}

/// Fields that were typed otherwise than they are stored, each with its stored value.
pub fn differences(visit: &Visit, typed: &Fields, stored: &Fields) -> Vec<(String, String)> {
    let t = visit.t;
    let fields = [
        ("title", t.events_manage_title()),
        ("room", t.events_manage_room()),
        ("capacity", t.events_manage_capacity()),
        ("lede", t.events_manage_lede()),
        ("body", t.events_manage_body()),
        ("audience", t.events_manage_audience()),
        ("host", t.events_manage_host()),
        ("bring", t.events_manage_bring()),
        ("price", t.events_manage_price()),
        ("price_note", t.events_manage_price_note()),
        ("online_url", t.events_manage_online_url()),
        ("organiser_url", t.events_manage_organiser_url()),
        ("closes_hours", t.events_manage_closes()),
        ("offer_hours", t.events_manage_offer()),
    ];
    let choices = [
        ("topic", t.events_manage_topic()),
        ("site", t.events_manage_site()),
        ("kind", t.events_kind()),
        ("for_whom", t.events_for_whom()),
        ("open_to", t.events_manage_open_to()),
        ("registration", t.events_manage_admission()),
        ("waitlist", t.events_manage_waitlist()),
    ];
    let view = FormView::new(visit, stored.clone(), Flaws::default());
    let word = |name: &str| {
        let list = match name {
            "site" => &view.sites,
            "kind" => &view.kinds,
            "for_whom" => &view.groups,
            "waitlist" => &view.waitlists,
            "open_to" if stored.get("open_to") == MEMBERS => return Some(t.events_manage_members().to_owned()),
            "open_to" => return Some(t.events_manage_open_to_all().to_owned()),
            "topic" => return view.topics.iter().find(|chip| chip.choice.chosen).map(|chip| chip.choice.word.clone()),
            _ => {
                let words = match stored.get("registration") {
                    "no" => t.events_manage_summary_open(),
                    "organiser" => t.events_by_organiser(),
                    _ => t.events_manage_summary_registration(),
                };
                return Some(words.to_owned());
            }
        };
        list.iter().find(|choice| choice.chosen).map(|choice| choice.word.clone())
    };
    let changed = |name: &&(&str, &str)| typed.lines(name.0) != stored.lines(name.0);
    let mut list: Vec<(String, String)> = fields.iter().filter(changed).map(|(name, label)| ((*label).to_owned(), stored.lines(name))).collect();
    list.extend(choices.iter().filter(changed).map(|(name, label)| ((*label).to_owned(), word(name).unwrap_or_default())));
    list
}

/// "8 von 12 belegt, 2 warten".
pub fn seats_words(t: Texts, o: &Occurrence) -> String {
    if !o.admission.registration {
        return t.events_no_registration().to_owned();
    }
    seats(t, o.admission.capacity, o.counts)
}

/// The same from figures alone.
pub fn seats(t: Texts, capacity: Option<u32>, counts: crate::bookings::Counts) -> String {
    let taken = i64::from(counts.seated + counts.held);
    let seated = capacity.map_or_else(|| t.events_manage_taken(taken), |capacity| t.events_manage_taken_of(taken, i64::from(capacity)));
    if counts.waiting == 0 { seated } else { format!("{seated}, {}", t.events_manage_waiting(i64::from(counts.waiting))) }
}

fn undo_words(t: Texts, change: &Change) -> String {
    let first = change.was.dates.first().map(|was| dates::day_short(t.lang, was.start().date())).unwrap_or_default();
    let count = i64::try_from(change.was.dates.len()).unwrap_or(0);
    match change.kind {
        ChangeKind::Cancelled => t.events_manage_undo_cancelled(first),
        ChangeKind::Retimed => t.events_manage_undo_retimed(count),
        ChangeKind::Replaced => t.events_manage_undo_replaced().to_owned(),
    }
}

fn row(visit: &Visit, slug: &str, o: &Occurrence) -> DateRow {
    let t = visit.t;
    let surplus = i64::from(plan::surplus(o));
    let this_year = o.local_start.year() == visit.hub.today(visit.now).year();
    let short = visit.days().day_short(o.local_start.date());
    DateRow {
        href: visit.links.to(&format!("/staff/events/{slug}/dates/{}", o.key)),
        people: visit.links.to(&format!("/staff/events/{slug}/{}/participants", o.key)),
        day: if this_year { short } else { format!("{short} {}", o.local_start.year()) },
        time: time_words(visit.days(), o.local_start, o.local_end, o.open_end),
        room: o.room.clone(),
        seats: seats_words(t, o),
        surplus: if surplus > 0 { t.events_manage_surplus(surplus) } else { String::new() },
        badge: standing(&o.into(), visit.now).badge(t, &visit.hub),
    }
}

fn preview(visit: &Visit, loaded: &Loaded) -> Preview {
    let (t, event) = (visit.t, &loaded.event);
    let next = loaded.dates.iter().find(|o| o.state == OccurrenceState::Planned && o.ends > visit.now);
    let room = next.map(|o| o.room.as_str()).filter(|room| !room.is_empty()).unwrap_or(&event.room);
    Preview {
        strand: event.topic.strand(),
        topic: event.topic.word(t),
        tile: next.map(|o| tile(t.lang, o.local_start.date())),
        time: next.map(|o| time_words(visit.days(), o.local_start, o.local_end, o.open_end)).unwrap_or_default(),
        place: if room.is_empty() { places::place(&visit.hub, event.site, "", event.online) } else { room.to_owned() },
        badge: next.map(|o| standing(&o.into(), visit.now).badge(t, &visit.hub)),
        lede: event.lede.clone(),
        body: markdown(&event.body),
    }
}

fn plain(icon: &'static str, words: &str) -> Badge {
    Badge { tone: "plain", icon, words: words.to_owned() }
}
