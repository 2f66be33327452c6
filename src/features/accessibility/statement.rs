//! The accessibility statement after the model of Implementing Decision (EU) 2018/1523: how far the site conforms, what is missing and
//! why, how it was checked, how to report a barrier, who enforces, and what the hub adds. Before a hub has entered
//! its own, what is known of the program.

use jiff::ToSpan as _;
use jiff::civil::Date;

use super::store::{self, Gap, Method, Reason, Statement, Status};
use crate::features::pages::{Block, Further, Kind, Part, TextPage};
use crate::problem::Problem;
use crate::tenancy::{Legal, Visit};
use crate::texts::{Texts, dates};
use crate::ui::Page;

/// When the pages of the program were last checked. Whoever changes what the statement says changes this day.
pub const CHECKED_ON: Date = jiff::civil::date(2026, 11, 23);

/// `GET /accessibility`
pub async fn show(visit: Visit) -> Result<Page, Problem> {
    let (t, hub) = (visit.t, visit.hub.id);
    let entered = visit.app.read(hub, move |tx| store::statement(tx, hub)).await?;
    let own = entered.is_some();
    let s = entered.unwrap_or_else(|| of_program(t));
    let further = Further::load(&visit, Kind::Accessibility).await?;
    let page = TextPage {
        title: t.ui_accessibility(),
        lede: t.accessibility_lede(&visit.hub.name),
        drawing: "",
        note: String::new(),
        parts: parts(&visit, &s, own).into_iter().chain(further.part()).collect(),
        missing: missing(t, &visit.hub.legal),
    };
    page.answer_until(&visit, further.next)
}

fn parts(visit: &Visit, s: &Statement, own: bool) -> Vec<Part> {
    let t = visit.t;
    // What the hub wrote is German in every language of the page.
    let block = |text: String| if own { Block::Own(text) } else { Block::Lines(text) };
    let entered = [&visit.hub.legal.enforcement, &visit.hub.legal.access_law].into_iter().filter(|words| !words.is_empty());
    let enforcement = [Block::Text(t.accessibility_enforcement_text().to_owned())].into_iter().chain(entered.map(|words| Block::Own(words.clone())));
    let gaps: Vec<Block> = s.gaps.iter().map(|gap| block(gap_words(t, gap))).collect();
    let report = vec![Block::Text(t.accessibility_report_text().to_owned()), Block::Reach, Block::Link(t.ui_report_barrier(), visit.links.to("/barriers"))];
    let parts = [
        Some(Part::new(t.accessibility_status(), [Block::Text(status_words(t, s.status).to_owned())])),
        (!gaps.is_empty()).then(|| Part::new(t.accessibility_gaps(), gaps)),
        Some(Part::new(t.accessibility_tested(), tested(t, s.method))),
        Some(Part::new(t.ui_report_barrier(), report)),
        Some(Part::new(t.accessibility_enforcement(), enforcement.collect::<Vec<_>>())),
        Some(Part::new(t.accessibility_date(), [Block::Text(t.accessibility_date_text(dates::day_long(t.lang, s.checked_on)))])),
    ];
    parts.into_iter().flatten().collect()
}

fn tested(t: Texts, method: Method) -> Vec<Block> {
    match method {
        Method::Own => vec![
            Block::Text(t.accessibility_tested_text().to_owned()),
            Block::List(t.accessibility_tested_list().to_owned()),
            Block::Text(t.accessibility_untested().to_owned()),
        ],
        Method::Others => vec![Block::Text(t.accessibility_tested_others().to_owned())],
    }
}

fn gap_words(t: Texts, gap: &Gap) -> String {
    let reason = t.accessibility_gap_reason(reason_words(t, gap.reason));
    let lines = [gap.gap.clone(), reason, if gap.alternative.is_empty() { String::new() } else { t.accessibility_gap_instead(&gap.alternative) }];
    lines.into_iter().filter(|line| !line.is_empty()).collect::<Vec<_>>().join("\n")
}

/// What holds for every hub that runs this program, in the language of the page.
pub fn of_program(t: Texts) -> Statement {
    let gaps = t.accessibility_program_gaps().lines().map(|line| {
        let (gap, alternative) = line.split_once(" | ").unwrap_or((line, ""));
        Gap { gap: gap.to_owned(), reason: Reason::Work, alternative: alternative.to_owned() }
    });
    Statement { status: Status::Partly, method: Method::Own, checked_on: CHECKED_ON, gaps: gaps.collect() }
}

/// How far the site conforms, in a sentence.
pub fn status_words(t: Texts, status: Status) -> &'static str {
    match status {
        Status::Fully => t.accessibility_status_fully(),
        Status::Partly => t.accessibility_status_partly(),
        Status::Not => t.accessibility_status_not(),
    }
}

/// The same in a word, for a choice.
pub fn status_word(t: Texts, status: Status) -> &'static str {
    match status {
        Status::Fully => t.accessibility_word_fully(),
        Status::Partly => t.accessibility_word_partly(),
        Status::Not => t.accessibility_word_not(),
    }
}

/// Why something is not accessible.
pub fn reason_words(t: Texts, reason: Reason) -> &'static str {
    match reason {
        Reason::Work => t.accessibility_reason_work(),
        Reason::Burden => t.accessibility_reason_burden(),
        Reason::Exempt => t.accessibility_reason_exempt(),
    }
}

/// What the law asks for and nobody has entered.
pub fn missing(t: Texts, legal: &Legal) -> Vec<&'static str> {
    let entered = [(legal.enforcement.is_empty(), t.accessibility_missing_enforcement()), (legal.access_law.is_empty(), t.accessibility_missing_law())];
    entered.into_iter().filter(|(missing, _)| *missing).map(|(_, words)| words).collect()
}

/// Whether the statement is to be looked at again: every twelve months (§ 7 (1) BITV 2.0 asks for a yearly review).
pub fn is_stale(s: &Statement, today: Date) -> bool {
    s.checked_on.checked_add(12.months()).is_ok_and(|again| again < today)
}
