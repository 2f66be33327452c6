//! The accessibility statement after the model of Implementing Decision (EU) 2018/1523: how far the site conforms, what is missing, how
//! it was checked, how to report a barrier, who enforces.

use jiff::civil::Date;

use super::further::Further;
use super::imprint::open;
use super::text_page::{Block, Part, TextPage};
use crate::tenancy::Visit;
use crate::texts::dates;

/// When the statement was last checked against the pages. Whoever changes what it says changes this day.
pub const CHECKED_ON: Date = jiff::civil::date(2026, 11, 23);

/// `GET /accessibility`
pub fn page(visit: &Visit, further: &Further) -> TextPage {
    let t = visit.t;
    let mut page = TextPage {
        title: t.ui_accessibility(),
        lede: t.pages_access_lede(&visit.hub.name),
        drawing: "",
        note: String::new(),
        parts: vec![
            Part::new(t.pages_access_status(), [Block::Text(t.pages_access_status_text().to_owned())]),
            Part::new(t.pages_access_gaps(), [Block::List(t.pages_access_gaps_list().to_owned())]),
            Part::new(
                t.pages_access_tested(),
                [
                    Block::Text(t.pages_access_tested_text().to_owned()),
                    Block::List(t.pages_access_tested_list().to_owned()),
                    Block::Text(t.pages_access_untested().to_owned()),
                ],
            ),
            Part::new(
                t.ui_report_barrier(),
                [Block::Text(t.pages_access_report_text().to_owned()), Block::Reach, Block::Link(t.pages_access_report_more(), visit.links.to("/barriers"))],
            ),
            Part::new(t.pages_access_enforcement(), enforcement(visit)),
            Part::new(t.pages_access_date(), [Block::Text(t.pages_access_date_text(dates::day_long(t.lang, CHECKED_ON)))]),
        ],
        missing: open(t.pages_access_missing(), [&visit.hub.legal.enforcement, &visit.hub.legal.access_law]).collect(),
    };
    page.parts.extend(further.part());
    page
}

/// Whom to turn to, by name when the hub has entered it, and the law of the state.
fn enforcement(visit: &Visit) -> Vec<Block> {
    let (t, legal) = (visit.t, &visit.hub.legal);
    let own = [&legal.enforcement, &legal.access_law].into_iter().filter(|words| !words.is_empty()).map(|words| Block::Own(words.clone()));
    [Block::Text(t.pages_access_enforcement_text().to_owned())].into_iter().chain(own).collect()
}
