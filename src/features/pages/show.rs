//! A page written by staff as everybody reads it, the same in easy language, and its pictures.

use askama::Template;
use axum::extract::Path;
use axum::response::Response;
use jiff::civil::Date;

use super::content::{Content, Picture, Video};
use super::store::{self, Shown};
use super::written::Kind;
use crate::clock::Instant;
use crate::pictures;
use crate::problem::Problem;
use crate::tenancy::Visit;
use crate::texts::{Lang, dates};
use crate::ui::{Figure, Frame, Page, Section, midnight, prose};

/// Other pages named beside a page.
const OTHERS: u32 = 24;
/// Other news named beside a piece of news.
const OTHER_NEWS: u32 = 5;

/// A page as its template shows it.
#[derive(Template)]
#[template(path = "features/pages/show.html")]
pub struct ShowPage {
    /// Frame.
    pub frame: Frame,
    /// What stands above, so that one knows where one is: word and address.
    pub crumbs: Vec<(&'static str, String)>,
    /// The date of a piece of news: for machines and for people.
    pub date: Option<(String, String)>,
    /// Attribute with the language of the words, where it is not the page's.
    pub lang: &'static str,
    /// Title.
    pub title: String,
    /// What it is about.
    pub lede: String,
    /// A sentence on the form of the text: that it is not translated, or that it is in easy language.
    pub note: String,
    /// The text as HTML.
    pub body: String,
    /// Drawing in the head; empty for none.
    pub drawing: String,
    /// The picture above the text.
    pub cover: Option<Figure>,
    /// The same in other forms: icon, words, address.
    pub forms: Vec<(&'static str, String, String)>,
    /// Who checked it, and what else is to be known of it.
    pub foot: Vec<String>,
    /// Easy language: larger, with more room.
    pub easy: bool,
    /// Heading of the list of others.
    pub others_title: &'static str,
    /// Other pages: title, its language, address.
    pub others: Vec<(String, &'static str, String)>,
    /// What staff see above a preview; empty for everybody else.
    pub preview: String,
    /// Where the preview came from.
    pub back: String,
}

/// `GET /pages/{page}`
pub async fn page(visit: Visit, Path(slug): Path<String>) -> Result<Page, Problem> {
    show(&visit, Kind::Page, slug, false).await
}

/// `GET /pages/{page}/easy-language`
pub async fn easy_page(visit: Visit, Path(slug): Path<String>) -> Result<Page, Problem> {
    show(&visit, Kind::Page, slug, true).await
}

/// `GET /news/{news}`
pub async fn news(visit: Visit, Path(slug): Path<String>) -> Result<Page, Problem> {
    show(&visit, Kind::News, slug, false).await
}

/// `GET /news/{news}/easy-language`
pub async fn easy_news(visit: Visit, Path(slug): Path<String>) -> Result<Page, Problem> {
    show(&visit, Kind::News, slug, true).await
}

/// `GET /pages/{page}/pictures/{picture}`
pub async fn page_picture(visit: Visit, Path(names): Path<(String, String)>) -> Result<Response, Problem> {
    picture(&visit, Kind::Page, names).await
}

/// `GET /news/{news}/pictures/{picture}`
pub async fn news_picture(visit: Visit, Path(names): Path<(String, String)>) -> Result<Response, Problem> {
    picture(&visit, Kind::News, names).await
}

async fn show(visit: &Visit, kind: Kind, slug: String, easy: bool) -> Result<Page, Problem> {
    let (hub, now) = (visit.hub.id, visit.now);
    let most = if kind == Kind::News { OTHER_NEWS } else { OTHERS };
    let found = visit
        .app
        .read(hub, move |tx| {
            let Some(shown) = store::shown(tx, hub, kind, &slug, now)? else { return Ok(None) };
            Ok(Some((shown, store::all_shown(tx, hub, kind, now, (most, 0))?, store::next_turn(tx, hub, kind, now)?)))
        })
        .await?;
    let (shown, others, next) = found.ok_or(Problem::NotFound)?;
    if easy && !shown.content.easy.is_page() {
        return Err(Problem::NotFound);
    }
    let mut page = view(visit, kind, &shown, easy, &kind.path(&shown.slug));
    let others = others.iter().filter(|other| other.slug != shown.slug);
    page.others = others.map(|other| link(visit, kind, other)).collect();
    page.frame = page.frame.found(visit, &page.lede);
    if kind == Kind::Page {
        page.others.sort();
    }
    Page::public(&page, next.unwrap_or(Instant::from_micros(i64::MAX)).min(midnight(&visit.hub, now)))
}

async fn picture(visit: &Visit, kind: Kind, (slug, name): (String, String)) -> Result<Response, Problem> {
    let (hub, now) = (visit.hub.id, visit.now);
    let found = visit
        .app
        .read(hub, move |tx| {
            let shown = store::shown(tx, hub, kind, &slug, now)?;
            match shown.and_then(|shown| shown.content.picture(&name)?.key()) {
                Some(id) => pictures::store::picture(tx, hub, id),
                None => Ok(None),
            }
        })
        .await?;
    pictures::answer(found.ok_or(Problem::NotFound)?, "public, max-age=86400")
}

/// A page in the visitor's language, as far as it is written in it; `easy` for the easy one. Its pictures are found below `at`.
pub fn view(visit: &Visit, kind: Kind, shown: &Shown, easy: bool, at: &str) -> ShowPage {
    let (t, content) = (visit.t, &shown.content);
    let base = kind.path(&shown.slug);
    let (words_lang, words) = content.words(if easy { Lang::De } else { visit.lang() });
    let easy_title = if content.easy.title.is_empty() { &words.title } else { &content.easy.title };
    let (title, body) = if easy { (easy_title, &content.easy.body) } else { (&words.title, &words.body) };
    let pictures = Pictures { visit, content, base: visit.links.to(at), lang: words_lang };
    let mut crumbs = vec![(t.ui_start(), visit.links.to("/"))];
    if kind == Kind::News {
        crumbs.push((t.ui_news(), visit.links.to("/news")));
    }
    ShowPage {
        frame: Frame::new(visit, if kind == Kind::News { Section::News } else { Section::None }, title.clone()),
        crumbs,
        date: (kind == Kind::News).then(|| news_date(visit, shown.since)),
        lang: if words_lang == visit.lang() { "" } else { r#" lang="de""# },
        title: title.clone(),
        lede: if easy { String::new() } else { words.lede.clone() },
        note: note(visit, words_lang, easy),
        body: prose(body, &visit.links.prefix(), |name| pictures.figure(name)),
        drawing: content.drawing.clone(),
        cover: pictures.figure(&content.cover),
        forms: forms(visit, content, &base, easy),
        foot: foot(visit, kind, shown, easy),
        easy,
        others_title: if kind == Kind::News { t.pages_written_other_news() } else { t.pages_written_others() },
        others: Vec::new(),
        preview: String::new(),
        back: String::new(),
    }
}

/// The day since when a piece of news stands there: for machines and for people.
pub fn news_date(visit: &Visit, since: Instant) -> (String, String) {
    let day = visit.hub.today(since);
    (day.to_string(), dates::day_long(visit.lang(), day))
}

/// "2:30 Minuten, 18,5 MB".
pub fn video_facts(visit: &Visit, video: &Video) -> String {
    let length = format!("{}:{:02}", video.seconds / 60, video.seconds % 60);
    let point = if visit.lang() == Lang::De { ',' } else { '.' };
    let size = if video.tenths.is_multiple_of(10) { (video.tenths / 10).to_string() } else { format!("{}{point}{}", video.tenths / 10, video.tenths % 10) };
    visit.t.pages_written_video_facts(length, size)
}

fn link(visit: &Visit, kind: Kind, other: &Shown) -> (String, &'static str, String) {
    let (lang, words) = other.content.words(visit.lang());
    (words.title.clone(), lang.code(), visit.links.to(&kind.path(&other.slug)))
}

fn note(visit: &Visit, words_lang: Lang, easy: bool) -> String {
    if easy {
        visit.t.pages_written_is_easy().to_owned()
    } else if words_lang == visit.lang() {
        String::new()
    } else {
        visit.t.pages_written_only_german().to_owned()
    }
}

fn forms(visit: &Visit, content: &Content, base: &str, easy: bool) -> Vec<(&'static str, String, String)> {
    let t = visit.t;
    let mut forms = Vec::new();
    if easy {
        forms.push(("i-list", t.pages_written_to_page().to_owned(), visit.links.to(base)));
    } else if content.easy.is_page() {
        forms.push(("i-smile", t.ui_easy_language().to_owned(), visit.links.to(&format!("{base}/easy-language"))));
    }
    if let Some(video) = &content.video {
        forms.push(("i-screen", t.pages_written_video(video_facts(visit, video)), video.url.clone()));
    }
    forms
}

fn foot(visit: &Visit, kind: Kind, shown: &Shown, easy: bool) -> Vec<String> {
    let (t, content) = (visit.t, &shown.content);
    let day = |date: Date| dates::day_long(t.lang, date);
    let checked = if easy { &content.easy.checked } else { &content.checked };
    let mut lines = Vec::new();
    match checked.on.filter(|_| checked.is_entered()) {
        Some(on) if easy => lines.push(t.pages_written_easy_checked(&checked.by, day(on))),
        Some(on) => lines.push(t.pages_written_checked(&checked.by, day(on))),
        None if easy => lines.push(t.pages_written_easy_unchecked().to_owned()),
        None => {}
    }
    if kind == Kind::Page {
        lines.push(t.pages_written_as_of(day(visit.hub.today(shown.at))));
    }
    lines
}

/// The pictures of a page in the words of its language.
struct Pictures<'a> {
    visit: &'a Visit,
    content: &'a Content,
    base: String,
    lang: Lang,
}

impl Pictures<'_> {
    fn figure(&self, name: &str) -> Option<Figure> {
        let picture = self.content.picture(name)?;
        let src = format!("{}/pictures/{}?{}", self.base, picture.name, picture.id.get(..8).unwrap_or_default());
        Some(figure(picture, src, self.lang, self.visit.lang()))
    }
}

/// A picture with its words in a language, where there are any, for a page in another.
pub fn figure(picture: &Picture, src: String, words: Lang, page: Lang) -> Figure {
    let english = words == Lang::En && !picture.alt_en.is_empty();
    let alt = if english { picture.alt_en.clone() } else { picture.alt.clone() };
    let alt_lang = if english { Lang::En } else { Lang::De };
    Figure { src, alt, alt_lang: if alt_lang == page { "" } else { alt_lang.code() }, size: (picture.width, picture.height) }
}
