//! The file of the sample programme, and its dates counted from today.

use jiff::ToSpan;
use jiff::civil::{Date, DateTime, Time, Weekday};
use serde::Deserialize;

use crate::features::events::Question;

/// The whole file.
#[derive(Debug, Clone, Deserialize)]
pub struct Programme {
    /// Invented people.
    pub names: Vec<String>,
    /// The hub.
    pub hub: HubEntry,
    /// Its places.
    pub site: Vec<SiteEntry>,
    /// Member organisations.
    pub organisation: Vec<OrganisationEntry>,
    /// Its events.
    pub event: Vec<EventEntry>,
}

/// A member organisation.
#[derive(Debug, Clone, Deserialize)]
pub struct OrganisationEntry {
    pub name: String,
    pub kind: String,
    pub domain: String,
    pub code: String,
    pub contact: String,
    pub contact_email: String,
}

/// The hub.
#[derive(Debug, Clone, Deserialize)]
pub struct HubEntry {
    pub slug: String,
    pub name: String,
    pub owner: String,
    pub phone: String,
    pub phone_hours: String,
    pub email: String,
    pub zone: String,
    pub claim: Vec<String>,
    pub welcome: String,
    pub partners: Vec<(String, String)>,
}

/// A place; hours as weekday, from, to.
#[derive(Debug, Clone, Deserialize)]
pub struct SiteEntry {
    pub key: String,
    pub name: String,
    pub street: String,
    pub postcode: String,
    pub town: String,
    pub directions: String,
    pub wheelchair: String,
    pub hearing: String,
    #[serde(default)]
    pub hours: Vec<(String, String, String)>,
}

/// An event; 0 as capacity means no limit.
#[derive(Debug, Clone, Deserialize)]
pub struct EventEntry {
    pub key: String,
    pub title: String,
    pub topic: String,
    pub kind: String,
    pub lede: String,
    pub text: String,
    pub host: String,
    pub audience: String,
    pub for_whom: String,
    pub bring: String,
    pub price_cents: i64,
    pub price_note: String,
    pub site: String,
    pub room: String,
    pub online: bool,
    pub capacity: u32,
    pub registration: bool,
    pub waitlist: String,
    pub offer_hours: u32,
    pub max_party: u32,
    pub picture: String,
    /// Only for people of member organisations.
    #[serde(default)]
    pub members: bool,
    #[serde(default)]
    pub questions: Vec<Question>,
    #[serde(default)]
    pub dates: Vec<DateEntry>,
    pub series: Option<SeriesEntry>,
    #[serde(default)]
    pub booked: Vec<u32>,
    #[serde(default)]
    pub waiting: Vec<u32>,
    #[serde(default)]
    pub cancelled: Vec<CancelledEntry>,
}

/// A single date: `day` is an offset from today.
#[derive(Debug, Clone, Deserialize)]
pub struct DateEntry {
    pub day: String,
    pub from: String,
    pub to: String,
    pub to_day: Option<String>,
}

/// A series from the first such weekday after today on.
#[derive(Debug, Clone, Deserialize)]
pub struct SeriesEntry {
    pub weekday: String,
    pub every: String,
    pub from: String,
    pub to: String,
    pub count: u32,
    #[serde(default)]
    pub skip: Vec<u32>,
}

/// A date that does not take place: index into the dates, reason, and the day of the new date.
#[derive(Debug, Clone, Deserialize)]
pub struct CancelledEntry {
    pub date: usize,
    pub reason: String,
    pub replaced: String,
}

/// Reads the file.
pub fn parse(text: &str) -> Result<Programme, toml::de::Error> {
    toml::from_str(text)
}

/// Start and end of every date of an event, in order; those that cannot be read are left out.
pub fn dates(event: &EventEntry, today: Date) -> Vec<(DateTime, DateTime)> {
    match &event.series {
        Some(series) => series_dates(series, today),
        None => event.dates.iter().filter_map(|date| single(date, today)).collect(),
    }
}

/// Today and an offset such as `+3`.
pub fn offset(today: Date, text: &str) -> Option<Date> {
    let days: i64 = text.trim_start_matches('+').parse().ok()?;
    today.checked_add(days.days()).ok()
}

/// `09:00` as time; `24:00` as midnight.
pub fn time(text: &str) -> Option<Time> {
    let (hour, minute) = text.split_once(':')?;
    Time::new(hour.parse::<i8>().ok()? % 24, minute.parse().ok()?, 0, 0).ok()
}

/// `mo` … `so`.
pub fn weekday(text: &str) -> Option<Weekday> {
    let days = ["mo", "di", "mi", "do", "fr", "sa", "so"];
    let place = days.iter().position(|day| *day == text)?;
    Weekday::from_monday_zero_offset(i8::try_from(place).ok()?).ok()
}

fn single(date: &DateEntry, today: Date) -> Option<(DateTime, DateTime)> {
    let day = offset(today, &date.day)?;
    let last = date.to_day.as_deref().map_or(Some(day), |to| offset(today, to))?;
    Some((day.to_datetime(time(&date.from)?), last.to_datetime(time(&date.to)?)))
}

fn series_dates(series: &SeriesEntry, today: Date) -> Vec<(DateTime, DateTime)> {
    let (Some(weekday), Some(from), Some(to)) = (weekday(&series.weekday), time(&series.from), time(&series.to)) else { return Vec::new() };
    let mut day = today.tomorrow().unwrap_or(today);
    while day.weekday() != weekday {
        day = day.tomorrow().unwrap_or(day);
    }
    let step = match series.every.as_str() {
        "fortnightly" => 14,
        "monthly" => 28,
        _ => 7,
    };
    (0..series.count)
        .filter(|n| !series.skip.contains(n))
        .map(|n| day.saturating_add((i64::from(n) * step).days()))
        .map(|day| (day.to_datetime(from), day.to_datetime(to)))
        .collect()
}
