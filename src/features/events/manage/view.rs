//! The form of an event as its page shows it: fields as typed, what is wrong with them, what there is to choose from.

use super::form::{MEMBERS, Place, QUESTIONS_AT_MOST};
use super::terms::Terms;
use crate::features::events::event::{Audience, Event, ForWhom, Kind, QuestionKind, Topic};
use crate::features::events::occurrence::waitlist_word;
use crate::tenancy::Visit;
use crate::texts::{Lang, amounts, dates};
use crate::ui::{Fields, Flaws};

/// One thing to choose.
pub struct Choice {
    /// The value of the field.
    pub value: String,
    /// The word.
    pub word: String,
    /// Whether it is chosen.
    pub chosen: bool,
}

/// A strand as a chip.
pub struct TopicChip {
    /// The choice.
    pub choice: Choice,
    /// Ribbon colour.
    pub strand: &'static str,
    /// Icon.
    pub icon: &'static str,
}

/// The form.
pub struct FormView {
    /// As typed.
    pub fields: Fields,
    /// What is wrong.
    pub flaws: Flaws,
    /// Houses, online, elsewhere.
    pub sites: Vec<Choice>,
    /// Strands.
    pub topics: Vec<TopicChip>,
    /// Sorts.
    pub kinds: Vec<Choice>,
    /// For whom.
    pub groups: Vec<Choice>,
    /// How dates repeat.
    pub repeats: Vec<Choice>,
    /// Days of the week.
    pub weekdays: Vec<Choice>,
    /// How people wait.
    pub waitlists: Vec<Choice>,
    /// Own questions, by number.
    pub questions: Vec<QuestionView>,
    /// What the folds say without being opened.
    pub summaries: Summaries,
}

/// An own question.
pub struct QuestionView {
    /// From 1.
    pub number: usize,
    /// Before the field's name: `q1`.
    pub id: String,
    /// How it is answered.
    pub kinds: Vec<Choice>,
}

impl QuestionView {
    /// Stands for all of its fields, see [`FormView::is_wrong`].
    pub fn wildcard(&self) -> String {
        self.field("*")
    }

    /// The name of one of its fields: `q1-label`.
    pub fn field(&self, part: &str) -> String {
        format!("{}-{part}", self.id)
    }
}

/// Present values, one for each fold.
pub struct Summaries {
    /// How it repeats.
    pub repeat: String,
    /// Description.
    pub text: String,
    /// For whom.
    pub audience: String,
    /// Registration and waitlist.
    pub admission: String,
    /// Price.
    pub price: String,
    /// Sort, host, what to bring.
    pub more: String,
    /// Online.
    pub online: String,
    /// Own questions.
    pub questions: String,
}

impl FormView {
    /// Whether to ask if an end before the beginning is meant so.
    pub fn asks_overnight(&self) -> bool {
        super::when::hours(&self.fields).is_some_and(super::when::Hours::are_turned_round)
    }

    /// The form with fields as typed.
    pub fn new(visit: &Visit, fields: Fields, flaws: Flaws) -> Self {
        let t = visit.t;
        let choice = |field: &str, value: &str, word: &str| Choice { value: value.to_owned(), word: word.to_owned(), chosen: fields.get(field) == value };
        let mut sites: Vec<Choice> = visit.hub.sites.iter().map(|site| choice("site", &site.id.to_string(), &site.name)).collect();
        sites.push(choice("site", "online", t.events_online()));
        sites.push(choice("site", "other", t.events_manage_elsewhere()));
        let repeat_words = [
            ("none", t.events_manage_repeat_none()),
            ("daily", t.events_manage_repeat_daily()),
            ("weekly", t.events_manage_repeat_weekly()),
            ("fortnightly", t.events_manage_repeat_fortnightly()),
            ("monthly-day", t.events_manage_repeat_monthly_day()),
            ("monthly-weekday", t.events_manage_repeat_monthly_weekday()),
            ("monthly-last", t.events_manage_repeat_monthly_last()),
        ];
        let waits = [("off", t.events_manage_waitlist_off()), ("strict", t.events_manage_waitlist_strict()), ("fill", t.events_manage_waitlist_fill())];
        Self {
            sites,
            topics: Topic::ALL
                .iter()
                .map(|topic| TopicChip { choice: choice("topic", topic.as_str(), topic.word(t)), strand: topic.strand(), icon: topic.icon() })
                .collect(),
            kinds: Kind::ALL.iter().map(|kind| choice("kind", kind.as_str(), kind.word(t))).collect(),
            groups: ForWhom::ALL.iter().map(|group| choice("for_whom", group.as_str(), group.word(t))).collect(),
            repeats: repeat_words.iter().map(|(value, word)| choice("repeat", value, word)).collect(),
            weekdays: weekdays(t.lang, &fields),
            waitlists: waits.iter().map(|(value, word)| choice("waitlist", value, word)).collect(),
            questions: (1..=QUESTIONS_AT_MOST).map(|number| question(visit, &fields, number)).collect(),
            summaries: summaries(visit, &fields),
            fields,
            flaws,
        }
    }

    /// Attributes that tie a field to its hint and its flaw.
    pub fn described(&self, id: &str, hint: &str) -> String {
        let bad = self.flaws.has(id);
        let hint = if hint.is_empty() { String::new() } else { format!("{id}-h") };
        let flaw = if bad { format!("{id}-e") } else { String::new() };
        let ids = [hint, flaw].into_iter().filter(|id| !id.is_empty()).collect::<Vec<_>>().join(" ");
        let described = if ids.is_empty() { String::new() } else { format!(" aria-describedby=\"{ids}\"") };
        if bad { format!("{described} aria-invalid=\"true\"") } else { described }
    }

    /// Whether one of the fields of a fold is wrong, so that it must stand open. Names divided by blanks; a name ending in `*`
    /// stands for all that begin so.
    pub fn is_wrong(&self, names: &str) -> bool {
        let matches = |name: &str, field: &str| name.strip_suffix('*').map_or(name == field, |start| field.starts_with(start));
        self.flaws.list.iter().any(|flaw| names.split(' ').any(|name| matches(name, &flaw.field)))
    }
}

/// The fields of a new event before anything is typed.
pub fn blank(visit: &Visit) -> Fields {
    let mut fields = of_terms(&Terms::usual(None));
    let site = visit.hub.main_site().map_or("online".to_owned(), |site| site.id.to_string());
    let more = [("site", site), ("repeat", "none".to_owned()), ("kind", "course".to_owned()), ("for_whom", "all".to_owned()), ("open_to", "public".to_owned())];
    fields.extend(more.map(|(name, value)| (name.to_owned(), value)));
    Fields(fields)
}

/// The fields of a stored event.
pub fn of_event(event: &Event, terms: &Terms) -> Fields {
    let mut fields = of_terms(terms);
    let mut put = |name: &str, value: &str| fields.push((name.to_owned(), value.to_owned()));
    let Place { site, room, online, online_url } = Place::of(event);
    put("title", &event.title);
    put("site", &site.map_or_else(|| if online && room.is_empty() { "online".to_owned() } else { "other".to_owned() }, |site| site.to_string()));
    put("room", &room);
    put("online_url", &online_url);
    if online && (site.is_some() || !room.is_empty()) {
        put("also_online", "1");
    }
    put("topic", event.topic.as_str());
    put("kind", event.kind.as_str());
    put("lede", &event.lede);
    put("body", &event.body);
    put("host", &event.host);
    put("audience", &event.audience);
    put("for_whom", event.for_whom.as_str());
    put("open_to", if event.state.audience() == Audience::Members { MEMBERS } else { "public" });
    put("bring", &event.bring);
    put("price", &if event.price_cents == 0 { String::new() } else { format!("{},{:02}", event.price_cents / 100, event.price_cents % 100) });
    put("price_note", &event.price_note);
    put("organiser_url", event.organiser.as_deref().unwrap_or_default());
    put("version", &event.version.to_string());
    for (n, question) in event.questions.iter().enumerate() {
        let id = n + 1;
        let kind = match question.kind {
            QuestionKind::Text => "text",
            QuestionKind::Choice => "choice",
            QuestionKind::Yes => "yes",
        };
        put(&format!("q{id}-label"), &question.label);
        put(&format!("q{id}-help"), &question.help);
        put(&format!("q{id}-kind"), kind);
        put(&format!("q{id}-choices"), &question.choices.join("\n"));
        put(&format!("q{id}-required"), if question.required { "1" } else { "" });
    }
    Fields(fields)
}

fn of_terms(terms: &Terms) -> Vec<(String, String)> {
    let opens =
        terms.opens.map(|at| (format!("{}.{}.{}", at.day(), at.month(), at.year()), format!("{:02}:{:02}", at.hour(), at.minute()))).unwrap_or_default();
    let pairs = [
        ("capacity", terms.capacity.map(|seats| seats.to_string()).unwrap_or_default()),
        ("registration", if terms.registration { "yes" } else { "no" }.to_owned()),
        ("waitlist", waitlist_word(terms.waitlist).to_owned()),
        ("opens_day", opens.0),
        ("opens_time", opens.1),
        ("closes_hours", terms.closes_hours.to_string()),
        ("offer_hours", terms.offer_hours.to_string()),
        ("seats_per_booking", terms.seats_per_booking.to_string()),
        ("seats_per_person", terms.seats_per_person.to_string()),
    ];
    pairs.map(|(name, value)| (name.to_owned(), value)).into()
}

fn weekdays(lang: Lang, fields: &Fields) -> Vec<Choice> {
    let days = (1..=7_i8).filter_map(|n| Some((n, jiff::civil::Weekday::from_monday_one_offset(n).ok()?)));
    days.map(|(n, day)| Choice {
        value: n.to_string(),
        word: dates::weekday_short(lang, day).to_owned(),
        chosen: fields.all("weekday").any(|chosen| chosen == n.to_string()),
    })
    .collect()
}

fn question(visit: &Visit, fields: &Fields, number: usize) -> QuestionView {
    let t = visit.t;
    let id = format!("q{number}");
    let given = fields.get(&format!("{id}-kind")).to_owned();
    let kinds = [("text", t.events_manage_question_text()), ("choice", t.events_manage_question_choice()), ("yes", t.events_manage_question_yes())];
    let kinds = kinds.map(|(value, word)| Choice { value: value.to_owned(), word: word.to_owned(), chosen: given == value }).into();
    QuestionView { number, id, kinds }
}

fn summaries(visit: &Visit, fields: &Fields) -> Summaries {
    let t = visit.t;
    let or = |text: String, empty: &str| if text.is_empty() { empty.to_owned() } else { text };
    let joined = |parts: &[String]| parts.iter().filter(|part| !part.is_empty()).cloned().collect::<Vec<_>>().join(", ");
    let repeat = match fields.get("repeat") {
        "daily" => t.events_manage_repeat_daily(),
        "weekly" => t.events_manage_repeat_weekly(),
        "fortnightly" => t.events_manage_repeat_fortnightly(),
        "monthly-day" | "monthly-weekday" | "monthly-last" => t.events_manage_repeat_monthly(),
        _ => t.events_manage_repeat_none(),
    };
    let wait = match fields.get("waitlist") {
        "off" => t.events_manage_summary_no_waitlist(),
        _ => t.events_manage_summary_waitlist(),
    };
    let closes = match fields.line("closes_hours").parse::<i64>() {
        Ok(hours) if hours > 0 => t.events_manage_summary_closes(hours),
        _ => String::new(),
    };
    let asked = (1..=QUESTIONS_AT_MOST).filter(|n| !fields.line(&format!("q{n}-label")).is_empty()).count();
    let cents = super::form::parse_cents(fields.get("price")).unwrap_or(0);
    let by_organiser = fields.get("registration") == "organiser";
    let price = if cents == 0 && by_organiser {
        String::new()
    } else if cents == 0 {
        t.events_free_of_charge().to_owned()
    } else {
        amounts::euros(t.lang, cents)
    };
    let kind = Kind::parse(fields.get("kind")).unwrap_or(Kind::Course).word(t).to_owned();
    let group = ForWhom::parse(fields.get("for_whom")).unwrap_or(ForWhom::All).word(t);
    Summaries {
        repeat: repeat.to_owned(),
        text: or(beginning(&fields.line("lede")), t.events_manage_summary_no_text()),
        audience: if fields.get("open_to") == MEMBERS { t.events_manage_members().to_owned() } else { or(fields.line("audience"), group) },
        admission: if by_organiser {
            t.events_by_organiser().to_owned()
        } else if fields.get("registration") == "no" {
            t.events_manage_summary_open().to_owned()
        } else {
            joined(&[t.events_manage_summary_registration().to_owned(), wait.to_owned(), closes])
        },
        price: joined(&[price, fields.line("price_note")]),
        more: joined(&[kind, fields.line("host"), fields.line("bring")]),
        online: if fields.get("site") == "online" || fields.ticked("also_online") {
            or(fields.line("online_url"), t.events_manage_summary_no_link())
        } else {
            t.events_manage_summary_not_online().to_owned()
        },
        questions: t.events_manage_summary_questions(i64::try_from(asked).unwrap_or(0)),
    }
}

/// The first words of a text.
fn beginning(text: &str) -> String {
    const LETTERS: usize = 60;
    if text.chars().count() <= LETTERS {
        return text.to_owned();
    }
    let cut: String = text.chars().take(LETTERS).collect();
    format!("{}…", cut.rsplit_once(' ').map_or(cut.as_str(), |(words, _)| words))
}
