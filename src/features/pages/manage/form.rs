//! The form of a page: its fields, what they say, what is wrong with them.

use jiff::civil::{Date, Time};
use url::Url;

use crate::clock::Instant;
use crate::features::pages::content::{Checked, Content, DRAWINGS, Easy, Video, Words};
use crate::features::pages::written::Kind;
use crate::tenancy::Hub;
use crate::texts::Texts;
use crate::texts::spelling::slug_of;
use crate::texts::typed::{parse_day, parse_time};
use crate::ui::{Fields, Flaws, Reader, Slip, is_readable, slips};

/// Longest title.
const TITLE_AT_MOST: usize = 100;
/// Longest lede: two sentences.
const LEDE_AT_MOST: usize = 400;
/// Longest text: about fifteen printed pages.
const BODY_AT_MOST: usize = 40_000;

/// What the form says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Draft {
    /// The content, with the pictures there were.
    pub content: Content,
    /// The part of the address that was asked for; empty for one made from the title.
    pub slug: String,
    /// From when everybody shall read it; `None` for at once.
    pub from: Option<Instant>,
}

/// Reads the form. A draft needs no more than a title; what is published is looked at more closely.
pub fn read(t: Texts, hub: &Hub, now: Instant, kind: Kind, fields: &Fields, before: &Content, publish: bool) -> Result<Draft, Flaws> {
    let mut r = Form { reader: Reader::new(t, fields), today: hub.today(now) };
    let de = r.words("", kind);
    let slug = slug_of_typed(fields);
    let en = r.words("_en", kind);
    let easy = Easy { title: r.title("easy_title"), body: r.reader.lines("easy_body", BODY_AT_MOST), checked: r.checked("easy_by", "easy_on") };
    let video = r.video();
    let checked = r.checked("checked_by", "checked_on");
    let drawing = DRAWINGS.into_iter().find(|known| *known == fields.get("drawing")).unwrap_or_default().to_owned();
    let content = Content { de, en, easy, checked, video, pictures: before.pictures.clone(), cover: before.cover.clone(), drawing };
    let from = if publish { r.from(hub, now) } else { None };
    if publish {
        r.ready(&content);
    }
    r.reader.finish(Draft { content, slug, from })
}

/// The fields of a page as it is kept.
pub fn fields_of(content: &Content, slug: &str, version: i64) -> Fields {
    let mut fields: Vec<(String, String)> = Vec::new();
    let mut put = |name: &str, value: &str| fields.push((name.to_owned(), value.to_owned()));
    for (words, end) in [(&content.de, ""), (&content.en, "_en")] {
        put(&format!("title{end}"), &words.title);
        put(&format!("lede{end}"), &words.lede);
        put(&format!("body{end}"), &words.body);
    }
    put("easy_title", &content.easy.title);
    put("easy_body", &content.easy.body);
    for (checked, start) in [(&content.easy.checked, "easy"), (&content.checked, "checked")] {
        put(&format!("{start}_by"), &checked.by);
        put(&format!("{start}_on"), &checked.on.map(typed_day).unwrap_or_default());
    }
    if let Some(video) = &content.video {
        put("video_url", &video.url);
        put("video_length", &format!("{}:{:02}", video.seconds / 60, video.seconds % 60));
        put("video_size", &format!("{},{}", video.tenths / 10, video.tenths % 10));
    }
    put("drawing", &content.drawing);
    put("slug", slug);
    put("version", &version.to_string());
    Fields(fields)
}

/// "2:30" or "150" (seconds) as seconds.
pub fn parse_length(typed: &str) -> Option<u32> {
    let (minutes, seconds) = typed.trim().split_once(':')?;
    let seconds: u32 = if seconds.len() == 2 { seconds.parse().ok()? } else { return None };
    let minutes: u32 = minutes.parse().ok()?;
    let total = minutes.checked_mul(60)?.checked_add(seconds)?;
    (seconds < 60 && (1..=4 * 3600).contains(&total)).then_some(total)
}

/// "18", "18,5", "18.5 MB" as tenths of a megabyte.
pub fn parse_size(typed: &str) -> Option<u32> {
    let plain = typed.trim().trim_end_matches("MB").trim_end();
    let (whole, tenth) = plain.split_once([',', '.']).unwrap_or((plain, "0"));
    if tenth.len() != 1 {
        return None;
    }
    let tenths = whole.parse::<u32>().ok()?.checked_mul(10)?.checked_add(tenth.parse().ok()?)?;
    (1..=50_000).contains(&tenths).then_some(tenths)
}

fn slug_of_typed(fields: &Fields) -> String {
    let typed = fields.line("slug");
    if typed.is_empty() { typed } else { slug_of(&typed) }
}

fn typed_day(day: Date) -> String {
    format!("{}.{}.{}", day.day(), day.month(), day.year())
}

struct Form<'a> {
    reader: Reader<'a>,
    today: Date,
}

impl Form<'_> {
    fn words(&mut self, end: &str, kind: Kind) -> Words {
        let title = if kind.is_legal() { String::new() } else { self.title(&format!("title{end}")) };
        let t = self.reader.t;
        if !is_readable(&title) && end.is_empty() && !kind.is_legal() {
            self.reader.flaw("title", t.pages_flaw_title());
        }
        let lede = self.reader.lines(&format!("lede{end}"), LEDE_AT_MOST).replace('\n', " ");
        let body = self.reader.lines(&format!("body{end}"), BODY_AT_MOST);
        let is_begun = !lede.is_empty() || !body.is_empty();
        if !is_readable(&title) && is_begun && !end.is_empty() && !kind.is_legal() {
            self.reader.flaw(&format!("title{end}"), t.pages_flaw_title_en());
        }
        Words { title, lede, body }
    }

    fn title(&mut self, field: &str) -> String {
        let title = self.reader.line(field);
        if title.chars().count() > TITLE_AT_MOST {
            self.reader.flaw(field, self.reader.t.ui_flaw_long(i64::try_from(TITLE_AT_MOST).unwrap_or(0)));
        }
        title
    }

    /// Who and when: both or neither, and no day to come.
    fn checked(&mut self, by: &str, on: &str) -> Checked {
        let t = self.reader.t;
        let who = self.reader.line(by);
        let typed = self.reader.fields.line(on);
        let day = if typed.is_empty() { None } else { self.past_day(on, &typed) };
        if who.is_empty() && !typed.is_empty() {
            self.reader.flaw(by, t.pages_flaw_checked_by());
        }
        if !who.is_empty() && typed.is_empty() {
            self.reader.flaw(on, t.pages_flaw_checked_on());
        }
        Checked { by: who, on: day }
    }

    fn past_day(&mut self, field: &str, typed: &str) -> Option<Date> {
        let t = self.reader.t;
        // A day without a year is the last such day: what is checked lies behind.
        let read = parse_day(typed, self.today).map(|day| if has_year(typed) || day <= self.today { day } else { year_before(day) });
        match read {
            Ok(day) if day <= self.today => Some(day),
            Ok(_) => {
                self.reader.flaw(field, t.pages_flaw_future());
                None
            }
            Err(_) => {
                self.reader.flaw(field, t.pages_flaw_day());
                None
            }
        }
    }

    fn video(&mut self) -> Option<Video> {
        let t = self.reader.t;
        let (url, length, size) = (self.reader.fields.line("video_url"), self.reader.fields.line("video_length"), self.reader.fields.line("video_size"));
        if url.is_empty() && length.is_empty() && size.is_empty() {
            return None;
        }
        if url.len() > 500 || !Url::parse(&url).is_ok_and(|url| url.scheme() == "https" && url.has_host()) {
            self.reader.flaw("video_url", t.pages_flaw_video_url());
        }
        let seconds = parse_length(&length);
        if seconds.is_none() {
            self.reader.flaw("video_length", t.pages_flaw_video_length());
        }
        let tenths = parse_size(&size);
        if tenths.is_none() {
            self.reader.flaw("video_size", t.pages_flaw_video_size());
        }
        Some(Video { url, seconds: seconds?, tenths: tenths? })
    }

    /// From when everybody shall read it; a day without a time begins at midnight.
    fn from(&mut self, hub: &Hub, now: Instant) -> Option<Instant> {
        let t = self.reader.t;
        let (day, time) = (self.reader.fields.line("publish_day"), self.reader.fields.line("publish_time"));
        if day.is_empty() && time.is_empty() {
            return None;
        }
        let Ok(day) = parse_day(&day, self.today) else {
            self.reader.flaw("publish_day", t.pages_flaw_day());
            return None;
        };
        let time = if time.is_empty() { Ok(Time::midnight()) } else { parse_time(&time) };
        let Ok(time) = time else {
            self.reader.flaw("publish_time", t.pages_flaw_time());
            return None;
        };
        let at = hub.tz.to_ambiguous_timestamp(day.to_datetime(time)).compatible().ok().map(|at| Instant::from_micros(at.as_microsecond()));
        match at.filter(|at| *at > now) {
            None => {
                self.reader.flaw("publish_day", t.pages_flaw_past());
                None
            }
            at => at,
        }
    }

    /// What has to be mended before everybody reads it: headings out of order, pictures that are not there.
    fn ready(&mut self, content: &Content) {
        let t = self.reader.t;
        for (field, text) in [("body", &content.de.body), ("body_en", &content.en.body), ("easy_body", &content.easy.body)] {
            if let Some(slip) = slips(text, |name| content.picture(name).is_some()).into_iter().next() {
                let words = match slip {
                    Slip::Heading(words) => t.pages_flaw_heading(words),
                    Slip::Picture(name) => t.pages_flaw_picture(name),
                    Slip::Link(address) => t.pages_flaw_dead_link(address),
                };
                self.reader.flaw(field, words);
            }
        }
    }
}

fn has_year(typed: &str) -> bool {
    typed.split(|c: char| !c.is_ascii_digit()).filter(|part| !part.is_empty()).count() > 2
}

fn year_before(day: Date) -> Date {
    day.with().year(day.year() - 1).build().unwrap_or(day)
}
