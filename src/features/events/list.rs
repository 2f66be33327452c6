//! The programme as a list, with filters that work as plain links and forms.

use askama::Template;
use jiff::ToSpan;
use jiff::civil::Date;

use super::event::{ForWhom, Kind, Topic};
use super::filter::{Filter, Query, month_of};
use super::programme::{Row, fresh_until, rows};
use super::store::{self, Line, Lines};
use crate::db::{DbResult, HubId, Tx};
use crate::problem::Problem;
use crate::tenancy::Visit;
use crate::texts::dates;
use crate::ui::{Frame, Page, Section};

/// Dates on one page.
const PAGE: u32 = 36;

#[derive(Template)]
#[template(path = "features/events/list.html")]
struct ListPage {
    frame: Frame,
    panel: Panel,
    result: String,
    filtered: bool,
    groups: Vec<Group>,
    range: String,
    earlier: Option<String>,
    later: Option<String>,
    month_href: String,
}

/// The filter panel, shared with the month view.
pub struct Panel {
    /// Where the form leads.
    pub action: String,
    /// Words to look for.
    pub q: String,
    /// Spans of time; none in the month view.
    pub when: Vec<Choice>,
    /// Places.
    pub place: Vec<Choice>,
    /// Sorts.
    pub kind: Vec<Choice>,
    /// Groups of people.
    pub for_whom: Vec<Choice>,
    /// Strands.
    pub topics: Vec<Chip>,
    /// What matters to me.
    pub needs: Vec<Chip>,
    /// The month, in the month view.
    pub month: String,
    /// How many filters below the fold are chosen.
    pub chosen: String,
}

/// An entry of a select.
pub struct Choice {
    /// Value in the address.
    pub value: String,
    /// Words.
    pub words: String,
    /// Whether it is chosen.
    pub chosen: bool,
    /// Whether these are words of the hub, in its language.
    pub own: bool,
}

/// A tick box as a chip.
pub struct Chip {
    /// Field.
    pub name: &'static str,
    /// Value.
    pub value: &'static str,
    /// Words.
    pub words: &'static str,
    /// Icon.
    pub icon: &'static str,
    /// Ribbon colour.
    pub strand: &'static str,
    /// Whether it is ticked.
    pub chosen: bool,
}

struct Group {
    title: String,
    days: String,
    rows: Vec<Row>,
}

/// `GET /events`
pub async fn show(visit: Visit) -> Result<Page, Problem> {
    let filter = Filter::parse(&visit.query);
    let (hub, query, page) = (visit.hub.id, filter.query(&visit.hub, visit.now, None), filter.page());
    let part = Lines { limit: PAGE, skip: (page - 1) * PAGE };
    let (lines, total) = visit.app.read(hub, move |tx| page_of(tx, hub, &query, part)).await?;
    let until = fresh_until(&visit, &lines);
    let rows = rows(&visit, lines);
    Page::filtered(&list_page(&visit, &filter, rows, total), until)
}

/// The dates of a page, and how many there are on all pages: a page that is not full tells that by itself.
fn page_of(tx: &Tx<'_>, hub: HubId, query: &Query, part: Lines) -> DbResult<(Vec<Line>, i64)> {
    let lines = store::lines(tx, hub, query, part)?;
    let shown = u32::try_from(lines.len()).unwrap_or(u32::MAX);
    let is_last = shown < part.limit && (shown > 0 || part.skip == 0);
    let total = if is_last { i64::from(part.skip + shown) } else { store::count(tx, hub, query)? };
    Ok((lines, total))
}

fn list_page(visit: &Visit, filter: &Filter, rows: Vec<Row>, total: i64) -> ListPage {
    let t = visit.t;
    let (page, shown) = (filter.page(), i64::try_from(rows.len()).unwrap_or(0));
    let before = i64::from((page - 1) * PAGE);
    let link = |page: u32| visit.links.to(&format!("/events?{}", filter.link(page)));
    let (query, frame) = (filter.link(page), Frame::new(visit, Section::Events, t.ui_menu_events()));
    ListPage {
        // What somebody looked for is no page of its own.
        frame: if query.is_empty() { frame.found(visit, "") } else { frame.with_filter(&query) },
        panel: panel(visit, filter, "/events", true),
        result: if filter.words().is_empty() { t.events_result(total) } else { t.events_result_for(total, filter.words()) },
        filtered: filter.is_set(),
        groups: weeks(visit, rows),
        range: if total > shown && shown > 0 { t.events_range(before + 1, before + shown, total) } else { String::new() },
        earlier: (page > 1).then(|| link(page - 1)),
        later: (before + shown < total).then(|| link(page + 1)),
        month_href: month_href(visit, filter),
    }
}

fn month_href(visit: &Visit, filter: &Filter) -> String {
    let month = month_of(&filter.when).map_or(String::new(), |_| filter.when.clone());
    let query = Filter { when: String::new(), month, ..filter.clone() }.link(1);
    let path = if query.is_empty() { "/events/month".to_owned() } else { format!("/events/month?{query}") };
    visit.links.to(&path)
}

/// Rows by week: this week, next week, then by their days.
fn weeks(visit: &Visit, rows: Vec<Row>) -> Vec<Group> {
    let (t, today) = (visit.t, visit.hub.today(visit.now));
    let this = monday(today);
    let mut groups: Vec<(Date, Group)> = Vec::new();
    for row in rows {
        // What began before this week and still runs stands with this week.
        let week = monday(row.date).max(this);
        match groups.last_mut() {
            Some((last, group)) if *last == week => group.rows.push(row),
            _ => {
                let days = visit.days().week(week.max(if week == this { today } else { week }), week.saturating_add(6.days()));
                let (title, days) = match i64::from((week - this).get_days()) {
                    0 => (t.events_this_week().to_owned(), days),
                    7 => (t.events_next_week().to_owned(), days),
                    _ => (days, String::new()),
                };
                groups.push((week, Group { title, days, rows: vec![row] }));
            }
        }
    }
    groups.into_iter().map(|(_, group)| group).collect()
}

fn monday(day: Date) -> Date {
    day.saturating_sub(i64::from(day.weekday().to_monday_zero_offset()).days())
}

/// The filter panel. The month view has its own way through time.
pub fn panel(visit: &Visit, filter: &Filter, action: &str, with_when: bool) -> Panel {
    let (t, hub) = (visit.t, &visit.hub);
    let choice = |value: &str, words: &str, now: &str| Choice { value: value.to_owned(), words: words.to_owned(), chosen: value == now, own: false };
    let mut place = vec![choice("", t.events_everywhere(), &filter.place)];
    place.extend(hub.sites.iter().map(|site| Choice { own: true, ..choice(&site.id.to_string(), &site.name, &filter.place) }));
    place.push(choice("online", t.events_online(), &filter.place));
    let mut kind = vec![choice("", t.events_all_kinds(), &filter.kind)];
    kind.extend(Kind::ALL.into_iter().map(|kind| choice(kind.as_str(), kind.word(t), &filter.kind)));
    let mut for_whom = vec![choice("", t.events_for_everybody(), &filter.r#for)];
    for_whom.extend(ForWhom::ALL.into_iter().skip(1).map(|group| choice(group.as_str(), group.word(t), &filter.r#for)));
    let topics = topics(visit, filter);
    let needs = needs(visit, filter);
    let ticked = topics.iter().chain(&needs).filter(|chip| chip.chosen).count();
    let picked = [&filter.kind, &filter.r#for].into_iter().filter(|value| !value.is_empty()).count();
    let chosen = i64::try_from(ticked + picked).unwrap_or(0);
    Panel {
        action: visit.links.to(action),
        q: filter.words(),
        when: if with_when { when(visit, filter) } else { Vec::new() },
        place,
        kind,
        for_whom,
        topics,
        needs,
        month: if with_when { String::new() } else { filter.month.clone() },
        chosen: if chosen > 0 { t.events_chosen(chosen) } else { String::new() },
    }
}

fn when(visit: &Visit, filter: &Filter) -> Vec<Choice> {
    let t = visit.t;
    let fixed = [
        ("", t.events_when_all()),
        ("today", t.events_when_today()),
        ("week", t.events_this_week()),
        ("weekend", t.events_weekend()),
        ("fortnight", t.events_fortnight()),
    ];
    let mut list: Vec<Choice> =
        fixed.into_iter().map(|(value, words)| Choice { value: value.to_owned(), words: words.to_owned(), chosen: filter.when == value, own: false }).collect();
    let first = visit.hub.today(visit.now).first_of_month();
    for ahead in 0..6 {
        let month = first.saturating_add(i64::from(ahead).months());
        let value = format!("{:04}-{:02}", month.year(), month.month());
        let chosen = filter.when == value;
        list.push(Choice { words: dates::month(t.lang, month), value, chosen, own: false });
    }
    // A day from a link stays chosen, although the list does not offer it.
    if !list.iter().any(|choice| choice.chosen)
        && let Ok(day) = filter.when.parse::<Date>()
    {
        list.push(Choice { value: filter.when.clone(), words: visit.days().day(day), chosen: true, own: false });
    }
    list
}

fn topics(visit: &Visit, filter: &Filter) -> Vec<Chip> {
    let chosen = filter.topics();
    let chip = |topic: Topic| Chip {
        name: "topic",
        value: topic.as_str(),
        words: topic.word(visit.t),
        icon: topic.icon(),
        strand: topic.strand(),
        chosen: chosen.contains(&topic),
    };
    Topic::ALL.into_iter().map(chip).collect()
}

fn needs(visit: &Visit, filter: &Filter) -> Vec<Chip> {
    let t = visit.t;
    let chip = |name, words, icon, now: &str| Chip { name, value: "1", words, icon, strand: "k0", chosen: !now.is_empty() };
    vec![
        chip("free", t.events_free(), "i-check", &filter.free),
        chip("open", t.events_no_registration(), "i-door", &filter.open),
        chip("gratis", t.events_gratis(), "i-euro", &filter.gratis),
    ]
}
