//! The programme as a month: a real table on wide screens, the same dates as a list on phones.

use askama::Template;
use jiff::ToSpan;
use jiff::civil::{Date, Weekday};

use super::filter::{Filter, month_of};
use super::list::{Panel, panel};
use super::occurrence::OccurrenceState;
use super::programme::{Row, fresh_until, rows};
use super::store::{self, Line, Lines};
use crate::problem::Problem;
use crate::tenancy::Visit;
use crate::texts::dates;
use crate::ui::{Frame, Page, Section};

/// No month of a hub has more; what goes beyond is in the list.
const DATES: Lines = Lines { limit: 300, skip: 0 };

#[derive(Template)]
#[template(path = "features/events/month.html")]
struct MonthPage {
    frame: Frame,
    panel: Panel,
    name: String,
    caption: String,
    list_href: String,
    before: (String, String),
    after: (String, String),
    weekdays: Vec<&'static str>,
    weeks: Vec<Vec<Cell>>,
    rows: Vec<Row>,
}

struct Cell {
    day: i8,
    off: bool,
    today: bool,
    closed: Option<String>,
    entries: Vec<Entry>,
}

struct Entry {
    strand: &'static str,
    href: String,
    time: String,
    cancelled: bool,
    title: String,
}

/// `GET /events/month?month=2026-12`
pub async fn show(visit: Visit) -> Result<Page, Problem> {
    let mut filter = Filter::parse(&visit.query);
    let today = visit.hub.today(visit.now);
    let first = month_of(&filter.month).unwrap_or_else(|| today.first_of_month());
    filter.month = name_of(first);
    let after = first.saturating_add(1.month());
    let (hub, query) = (visit.hub.id, filter.query(&visit.hub, visit.now, Some((first, after))));
    let lines = visit.app.read(hub, move |tx| store::lines(tx, hub, &query, DATES)).await?;
    let until = fresh_until(&visit, &lines);
    Page::filtered(&month_page(&visit, &filter, first, lines), until)
}

fn name_of(month: Date) -> String {
    format!("{:04}-{:02}", month.year(), month.month())
}

fn month_page(visit: &Visit, filter: &Filter, first: Date, lines: Vec<Line>) -> MonthPage {
    let t = visit.t;
    let name = dates::month(t.lang, first);
    let link = |month: Date| {
        let query = Filter { month: name_of(month), ..filter.clone() }.link(1);
        (visit.links.to(&format!("/events/month?{query}")), dates::month(t.lang, month))
    };
    let list = Filter { month: String::new(), when: name_of(first), ..filter.clone() }.link(1);
    MonthPage {
        frame: Frame::new(visit, Section::Events, name.clone()).with_filter(&filter.link(1)),
        panel: panel(visit, filter, "/events/month", false),
        caption: t.events_month_caption(&name),
        name,
        list_href: visit.links.to(&format!("/events?{list}")),
        before: link(first.saturating_sub(1.month())),
        after: link(first.saturating_add(1.month())),
        weekdays: weekdays().map(|day| dates::weekday_long(t.lang, day)).collect(),
        weeks: weeks(visit, first, &lines),
        rows: rows(visit, lines),
    }
}

fn weekdays() -> impl Iterator<Item = Weekday> {
    (1..=7_i8).filter_map(|offset| Weekday::from_monday_one_offset(offset).ok())
}

/// Whole weeks from Monday on that cover the month.
fn weeks(visit: &Visit, first: Date, lines: &[Line]) -> Vec<Vec<Cell>> {
    let start = first.saturating_sub(i64::from(first.weekday().to_monday_zero_offset()).days());
    let after = first.saturating_add(1.month());
    let mut weeks = Vec::new();
    let mut monday = start;
    while monday < after {
        weeks.push((0..7_i64).map(|ahead| cell(visit, monday.saturating_add(ahead.days()), first, lines)).collect());
        monday = monday.saturating_add(7.days());
    }
    weeks
}

fn cell(visit: &Visit, day: Date, month: Date, lines: &[Line]) -> Cell {
    let off = day.first_of_month() != month;
    let on_day = lines.iter().filter(|line| !off && line.local_start.date() == day);
    Cell {
        day: day.day(),
        off,
        today: day == visit.hub.today(visit.now),
        closed: visit
            .hub
            .closed_on(day)
            .filter(|_| !off)
            .map(|closed| if closed.reason.is_empty() { visit.t.events_closed().to_owned() } else { closed.reason.clone() }),
        entries: on_day.map(|line| entry(visit, line)).collect(),
    }
}

fn entry(visit: &Visit, line: &Line) -> Entry {
    Entry {
        strand: line.topic.strand(),
        href: visit.links.below("/events/", &line.slug),
        time: dates::time(visit.lang(), line.local_start.time()),
        cancelled: line.state == OccurrenceState::Cancelled,
        title: line.title.clone(),
    }
}
