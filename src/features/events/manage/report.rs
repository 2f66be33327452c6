//! The report of all dates before they are saved.

use askama::Template;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};

use super::review::{Proposal, Unsettled};
use super::when::Timed;
use crate::auth::{Staff, StaffFrame, StaffSection};
use crate::features::events::programme::time_words;
use crate::problem::Problem;
use crate::texts::dates::{self, Days};
use crate::texts::{Texts, amounts};
use crate::ui::{Fields, Flaws, Page};

/// Fields of the report itself; all others are the form's and travel along.
const OWN: [&str; 5] = ["key", "take", "reviewed", "back", "state"];

#[derive(Template)]
#[template(path = "features/events/manage/report.html")]
struct ReportPage {
    frame: StaffFrame,
    flaws: Flaws,
    action: String,
    title: String,
    intro: String,
    hidden: Vec<(String, String)>,
    rows: Vec<Row>,
    state: String,
    adding: bool,
}

struct Row {
    name: String,
    day: String,
    time: String,
    ticked: bool,
    known: bool,
    jump: Option<Jump>,
    hours: Option<bool>,
    notes: Vec<Note>,
}

/// A wall time that does not exist: when it would be, and what was said.
struct Jump {
    shifted: String,
    said: String,
}

struct Note {
    tone: &'static str,
    icon: &'static str,
    words: String,
}

/// Whether a field says which of the dates are wanted, and how.
pub fn is_choice(name: &str) -> bool {
    name == "take" || name.starts_with("jump-") || name.starts_with("hour-")
}

/// The page. `action` is where the form goes; it holds everything typed so far.
pub fn page(staff: &Staff, action: &str, proposals: &[Proposal], fields: &Fields, unsettled: &[Unsettled]) -> Result<Response, Problem> {
    let t = staff.visit.t;
    let mut flaws = Flaws::default();
    for unsettled in unsettled {
        match unsettled {
            Unsettled::Jumped(day) => flaws.add(format!("jump-{day}"), t.events_manage_flaw_jump(staff.visit.days().day(*day))),
            Unsettled::Nothing => {
                flaws.add(proposals.first().map_or_else(String::new, |first| format!("take-{}", first.name())), t.events_manage_flaw_nothing());
            }
        }
    }
    let reviewed = fields.ticked("reviewed");
    let status = if flaws.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    let remarked = proposals.iter().filter(|proposal| !proposal.is_plain()).count();
    let count = |n: usize| i64::try_from(n).unwrap_or(0);
    let page = ReportPage {
        frame: StaffFrame::new(staff, StaffSection::Events, t.events_manage_report()).invalid(!flaws.is_empty()),
        title: fields.line("title"),
        intro: if remarked == 0 {
            t.events_manage_report_plain(count(proposals.len()))
        } else {
            t.events_manage_report_intro(count(remarked), count(proposals.len()))
        },
        action: staff.visit.links.to(action),
        hidden: fields.0.iter().filter(|(name, _)| !OWN.contains(&name.as_str()) && !is_choice(name)).cloned().collect(),
        rows: proposals.iter().map(|proposal| row(t, staff.visit.days(), proposal, fields, reviewed)).collect(),
        state: fields.get("state").to_owned(),
        adding: action.ends_with("/dates"),
        flaws,
    };
    Ok(Page::personal(&page)?.status(status).into_response())
}

fn row(t: Texts, days: Days, proposal: &Proposal, fields: &Fields, reviewed: bool) -> Row {
    let (name, slot) = (proposal.name(), proposal.timed.slot());
    let wanted = proposal.timed.wanted();
    let jump = matches!(proposal.timed, Timed::Jumped { .. })
        .then(|| Jump { shifted: dates::time(t.lang, slot.start.time()), said: fields.get(&format!("jump-{name}")).to_owned() });
    let twice = matches!(proposal.timed, Timed::Twice(..)).then(|| fields.get(&format!("hour-{name}")) == "second");
    Row {
        day: dates::day_long(t.lang, wanted.date()),
        time: if jump.is_some() { dates::time(t.lang, wanted.time()) } else { time_words(days, slot.start, slot.end, slot.open_end) },
        ticked: if reviewed { fields.all("take").any(|take| take == name) } else { proposal.is_ticked() },
        known: proposal.known,
        jump,
        hours: twice,
        notes: notes(t, proposal),
        name,
    }
}

fn notes(t: Texts, proposal: &Proposal) -> Vec<Note> {
    let (slot, wanted) = (proposal.timed.slot(), proposal.timed.wanted());
    let warn = |words: String| Note { tone: "nabe-warnc", icon: "i-alert", words };
    let mut notes = Vec::new();
    match proposal.timed {
        Timed::Jumped { .. } => notes.push(warn(t.events_manage_note_jump(dates::time(t.lang, wanted.time())))),
        Timed::Twice(..) => notes.push(warn(t.events_manage_note_twice(dates::time(t.lang, wanted.time())))),
        Timed::Once(_) if slot.longer() != 0 => {
            let minutes = u32::try_from((slot.ends.micros() - slot.starts.micros()) / 60_000_000).unwrap_or(0);
            notes.push(Note { tone: "", icon: "i-clock", words: t.events_manage_note_longer(amounts::duration(t.lang, minutes)) });
        }
        Timed::Once(_) => {}
    }
    match proposal.closed.as_deref() {
        Some("") => notes.push(warn(t.events_manage_note_closed().to_owned())),
        Some(reason) => notes.push(warn(t.events_manage_note_closed_for(reason))),
        None => {}
    }
    for clash in &proposal.clashes {
        notes.push(warn(t.events_manage_note_clash(&clash.title, dates::time(t.lang, clash.local_start.time()))));
    }
    if proposal.overlaps {
        notes.push(warn(t.events_manage_note_overlaps().to_owned()));
    }
    if proposal.known {
        notes.push(Note { tone: "", icon: "i-info", words: t.events_manage_note_known().to_owned() });
    }
    notes
}
