//! What can be wrong with the form of an event, without words: so that reading it stays free of languages.

use jiff::civil::Date;

use crate::texts::typed::Mistake;
use crate::texts::{Texts, dates};
use crate::ui::Flaws;

/// One thing to mend.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Flaw {
    /// The `id` of the field.
    pub field: String,
    /// What is wrong.
    pub what: What,
}

/// What is wrong with a field.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum What {
    /// Nothing was given.
    Missing,
    /// Longer than so many characters.
    Long(usize),
    /// Not a whole number between two.
    Number(i64, i64),
    /// A day or a time that cannot be read.
    Typed(Mistake),
    /// The day is over.
    Past,
    /// The day of this year is over, and no year was typed.
    JustPassed(Date),
    /// The end comes before the beginning, which makes a very long night.
    EndsFirst,
    /// Neither or both of last day and count.
    UntilOrCount,
    /// The first day is not the last such weekday of its month.
    NotTheLast,
    /// The series has no date left, or too many.
    NoDates,
    /// More dates than a series may have.
    TooMany,
    /// Not an amount of money.
    Money,
    /// Not an address of the web.
    Link,
    /// The organiser's page, though they do not decide on registration.
    NotOrganiser,
    /// A link in a text leads nowhere.
    DeadLink,
    /// A place in words is needed.
    Place,
    /// A question without its purpose.
    Purpose,
    /// A question with fewer than two answers to choose from.
    Choices,
}

impl Flaw {
    /// A flaw at a field.
    pub fn at(field: impl Into<String>, what: What) -> Self {
        Self { field: field.into(), what }
    }
}

/// The flaws in words, in the order of the fields.
pub fn worded(t: Texts, list: &[Flaw]) -> Flaws {
    let mut flaws = Flaws::default();
    for flaw in list {
        flaws.add(flaw.field.clone(), words(t, flaw));
    }
    flaws
}

fn words(t: Texts, flaw: &Flaw) -> String {
    let plain = |text: &'static str| text.to_owned();
    match flaw.what {
        What::Missing => match flaw.field.as_str() {
            "title" => plain(t.events_manage_flaw_title()),
            "topic" => plain(t.events_manage_flaw_topic()),
            "site" => plain(t.events_manage_flaw_site()),
            "reason" => plain(t.events_manage_flaw_reason()),
            field if field.ends_with("-label") => plain(t.events_manage_flaw_question()),
            _ => plain(t.events_manage_flaw_missing()),
        },
        What::Long(most) => t.events_manage_flaw_long(i64::try_from(most).unwrap_or(0)),
        What::Number(least, most) => t.events_manage_flaw_number(least, most),
        What::Typed(Mistake::Blank) if flaw.field == "from" => plain(t.events_manage_flaw_from()),
        What::Typed(Mistake::NotATime) => plain(t.events_manage_flaw_time()),
        What::Typed(Mistake::NoSuchDay) => plain(t.events_manage_flaw_no_such_day()),
        What::Typed(Mistake::OtherWeekday) => plain(t.events_manage_flaw_other_weekday()),
        What::Typed(Mistake::Blank | Mistake::NotADay) => plain(t.events_manage_flaw_day()),
        What::JustPassed(day) => t.events_manage_flaw_just_passed(dates::day_long(t.lang, day)),
        What::EndsFirst => plain(t.events_manage_flaw_ends_first()),
        What::Past => plain(t.events_manage_flaw_past()),
        What::UntilOrCount => plain(t.events_manage_flaw_until()),
        What::NotTheLast => plain(t.events_manage_flaw_not_last()),
        What::NoDates => plain(t.events_manage_flaw_no_dates()),
        What::TooMany => t.events_manage_flaw_too_many(i64::from(booking::series::MOST_DATES)),
        What::Money => plain(t.events_manage_flaw_money()),
        What::Link => plain(t.events_manage_flaw_link()),
        What::NotOrganiser => plain(t.events_manage_flaw_not_organiser()),
        What::DeadLink => plain(t.events_manage_flaw_dead_link()),
        What::Place => plain(t.events_manage_flaw_place()),
        What::Purpose => plain(t.events_manage_flaw_purpose()),
        What::Choices => plain(t.events_manage_flaw_choices()),
    }
}
