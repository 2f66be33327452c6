//! The news of the hub: the newest first, a few lines each; as a list, as a feed (Atom, RFC 4287), and for the start page.

use askama::Template;
use axum::response::Response;

use super::show::figure;
use super::store::{self, Shown};
use super::written::Kind;
use crate::clock::Instant;
use crate::db::{DbResult, Tx};
use crate::problem::Problem;
use crate::tenancy::Visit;
use crate::texts::dates;
use crate::ui::{Feed, FeedEntry, Fields, Frame, Page, Section, Teaser, midnight, tile};

/// News on one page.
const PAGE: u32 = 20;
/// News on the start page.
const LATEST: u32 = 3;
/// Pages of the list that can be asked for.
const PAGES_AT_MOST: u32 = 500;

#[derive(Template)]
#[template(path = "features/pages/news.html")]
struct NewsPage {
    frame: Frame,
    news: Vec<Teaser>,
    earlier: Option<String>,
    later: Option<String>,
}

/// `GET /news`, twenty on each page.
pub async fn list(visit: Visit) -> Result<Page, Problem> {
    let query = Fields(serde_html_form::from_str(&visit.query).unwrap_or_default());
    let number = query.get("page").parse::<u32>().unwrap_or(1).clamp(1, PAGES_AT_MOST);
    let (hub, now, skip) = (visit.hub.id, visit.now, (number - 1) * PAGE);
    let (news, total, turn) = visit
        .app
        .read(hub, move |tx| {
            let news = store::all_shown(tx, hub, Kind::News, now, (PAGE, skip))?;
            Ok((news, store::count_shown(tx, hub, Kind::News, now)?, store::next_turn(tx, hub, Kind::News, now)?))
        })
        .await?;
    let link = |number: u32| visit.links.to(&if number == 1 { "/news".to_owned() } else { format!("/news?page={number}") });
    let page = NewsPage {
        frame: Frame::new(&visit, Section::News, visit.t.ui_news()).found(&visit, ""),
        news: news.iter().map(|shown| teaser(&visit, shown)).collect(),
        later: (number > 1).then(|| link(number - 1)),
        earlier: (i64::from(skip + PAGE) < total).then(|| link(number + 1)),
    };
    Page::filtered(&page, turn.unwrap_or(Instant::from_micros(i64::MAX)).min(midnight(&visit.hub, now)))
}

/// `GET /news/feed.atom`
pub async fn feed(visit: Visit) -> Result<Response, Problem> {
    let (hub, now) = (visit.hub.id, visit.now);
    let news = visit.app.read(hub, move |tx| store::all_shown(tx, hub, Kind::News, now, (PAGE, 0))).await?;
    let entries = news.iter().map(|shown| entry(&visit, shown)).collect();
    Feed { title: visit.t.pages_news_of(&visit.hub.name), list: "/news", entries }.answer(&visit)
}

/// The newest for the start page, and when they will read differently.
pub fn teasers(tx: &Tx<'_>, visit: &Visit) -> DbResult<(Vec<Teaser>, Option<Instant>)> {
    let (hub, now) = (visit.hub.id, visit.now);
    let news = store::all_shown(tx, hub, Kind::News, now, (LATEST, 0))?;
    Ok((news.iter().map(|shown| teaser(visit, shown)).collect(), store::next_turn(tx, hub, Kind::News, now)?))
}

fn teaser(visit: &Visit, shown: &Shown) -> Teaser {
    let (lang, words) = shown.content.words(visit.lang());
    let day = visit.hub.today(shown.since);
    let href = visit.links.to(&Kind::News.path(&shown.slug));
    let picture = shown.content.cover().map(|picture| {
        let src = format!("{href}/pictures/{}?{}", picture.name, picture.id.get(..8).unwrap_or_default());
        figure(picture, src, lang, visit.lang())
    });
    Teaser {
        tile: tile(visit.lang(), day),
        day: dates::day_long(visit.lang(), day),
        title: words.title.clone(),
        lede: words.lede.clone(),
        lang: if lang == visit.lang() { "" } else { lang.code() },
        href,
        picture,
        drawing: shown.content.drawing.clone(),
    }
}

fn entry(visit: &Visit, shown: &Shown) -> FeedEntry {
    let (lang, words) = shown.content.words(visit.lang());
    FeedEntry { path: Kind::News.path(&shown.slug), title: words.title.clone(), summary: words.lede.clone(), lang, published: shown.since, updated: shown.at }
}
