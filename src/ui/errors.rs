//! The pages for what cannot be answered: what happened, whether anything was done, what to do now.

use askama::Template;

use crate::problem::Problem;
use crate::tenancy::Visit;
use crate::texts::{Lang, Texts};
use crate::ui::{Bare, Frame, Page, Section};

#[derive(Template)]
#[template(path = "ui/error.html")]
struct ErrorPage {
    frame: Frame,
    words: Words,
    incident: String,
}

#[derive(Template)]
#[template(path = "ui/bare_error.html")]
struct BarePage {
    bare: Bare,
    start: String,
    words: Words,
    incident: String,
}

/// Where something went wrong.
pub enum Place<'a> {
    /// In a hub.
    Hub(&'a Visit),
    /// Outside all hubs.
    Outside {
        /// The proxy's prefix.
        base: String,
        /// Whose legal pages apply.
        front_hub: Option<String>,
    },
}

struct Words {
    title: &'static str,
    text: &'static str,
    /// Whether trying again may help.
    again: bool,
}

/// The page for a problem, in the visitor's language and the hub's frame as far as both are known. `incident` is the number under
/// which our own fault stands in the log; empty for everything else.
pub fn error_page(place: &Place<'_>, problem: &Problem, incident: &str) -> Result<Page, Problem> {
    let visit = match place {
        Place::Hub(visit) => Some(visit),
        Place::Outside { .. } => None,
    };
    let t = visit.map_or(Texts { lang: Lang::De }, |visit| visit.t);
    let (words, incident) = (words(t, problem, visit.is_some()), incident.to_owned());
    let page = match place {
        Place::Hub(visit) => Page::personal(&ErrorPage { frame: Frame::new(visit, Section::None, words.title), words, incident }),
        Place::Outside { base, front_hub } => {
            Page::personal(&BarePage { bare: Bare::new(base, front_hub.as_deref()), start: format!("{base}/"), words, incident })
        }
    };
    Ok(page?.status(problem.status()))
}

fn words(t: Texts, problem: &Problem, has_programme: bool) -> Words {
    let (title, text, again) = match problem {
        Problem::NotFound if has_programme => (t.ui_not_found(), t.ui_not_found_text(), false),
        Problem::NotFound => (t.ui_not_found(), t.ui_not_found_outside(), false),
        Problem::Gone => (t.ui_gone(), t.ui_gone_text(), false),
        Problem::Forbidden => (t.ui_forbidden(), t.ui_forbidden_text(), false),
        Problem::Untrusted => (t.ui_untrusted(), t.ui_untrusted_text(), false),
        Problem::Unreadable(_) => (t.ui_unreadable(), t.ui_unreadable_text(), false),
        Problem::TooLarge => (t.ui_too_large(), t.ui_too_large_text(), false),
        Problem::TooMany => (t.ui_too_many(), t.ui_too_many_text(), false),
        Problem::Method => (t.ui_method(), t.ui_method_text(), false),
        Problem::Slow => (t.ui_slow(), t.ui_slow_text(), false),
        Problem::Down => (t.ui_down(), t.ui_down_text(), true),
        Problem::Busy => (t.ui_busy(), t.ui_busy_text(), true),
        Problem::Unknown => (t.ui_unknown(), t.ui_unknown_text(), true),
        Problem::Broken(_) => (t.ui_broken(), t.ui_broken_text(), true),
    };
    Words { title, text, again }
}
