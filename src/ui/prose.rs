//! Texts of whole pages: the Markdown subset with headings of two levels, pictures by name, and links to the hub's own pages.

use askama::Template;
use pulldown_cmark::{CowStr, Event, HeadingLevel, Options, Parser, Tag, TagEnd, html};

use super::markdown::{LiveLinks, leads_somewhere, passed_on};

/// A picture that a text may show by its name.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Figure {
    /// Its address.
    pub src: String,
    /// What it shows; empty for decoration.
    pub alt: String,
    /// Language of that, where it is not the page's; empty otherwise.
    pub alt_lang: &'static str,
    /// Width and height in pixels.
    pub size: (u32, u32),
}

/// What a page has to mend before everybody reads it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Slip {
    /// A heading of the second level with none of the first before it.
    Heading(String),
    /// A picture that the page does not have.
    Picture(String),
    /// A link that leads nowhere.
    Link(String),
}

#[derive(Template)]
#[template(
    source = r#"<figure class="nabe-fig"><img src="{{ figure.src }}" alt="{{ figure.alt }}"{% if !figure.alt_lang.is_empty() %} lang="{{ figure.alt_lang }}"{% endif %} width="{{ figure.size.0 }}" height="{{ figure.size.1 }}" loading="lazy">{% if !caption.is_empty() %}<figcaption>{{ caption }}</figcaption>{% endif %}</figure>"#,
    ext = "html"
)]
struct FigureTemplate<'a> {
    figure: &'a Figure,
    caption: &'a str,
}

/// Renders the text of a page as safe HTML below the page's own heading. `##` is a heading, `###` one below it; a line `![Words](name)`
/// shows a picture that `picture` knows, the words below it. Links that begin with a slash stay within the hub, whose pages begin at `at`.
pub fn prose(text: &str, at: &str, picture: impl Fn(&str) -> Option<Figure>) -> String {
    let mut out = String::with_capacity(text.len() * 2);
    let (mut levels, mut links) = (Levels::default(), LiveLinks::default());
    let events = blocks(text).into_iter().filter_map(|block| match block {
        Block::Picture { name, caption } => figure(&picture(&name)?, &caption).map(|html| Event::Html(html.into())),
        Block::Event(event) if !links.keep(&event) => None,
        Block::Event(event) => levels.seen(event).map(|event| linked(event, at)).and_then(passed_on),
    });
    html::push_html(&mut out, events);
    out
}

/// What is wrong with a text, in its order.
pub fn slips(text: &str, knows: impl Fn(&str) -> bool) -> Vec<Slip> {
    let (mut found, mut first, mut heading) = (Vec::new(), false, None);
    for block in blocks(text) {
        match block {
            Block::Picture { name, .. } if !knows(&name) => found.push(Slip::Picture(name)),
            Block::Event(Event::Start(Tag::Heading { level, .. })) if level <= HeadingLevel::H2 => first = true,
            Block::Event(Event::Start(Tag::Heading { .. })) if !first => heading = Some(String::new()),
            Block::Event(Event::Start(Tag::Link { dest_url, .. })) if !leads_somewhere(&dest_url) => found.push(Slip::Link(dest_url.to_string())),
            Block::Event(Event::Text(words)) => {
                if let Some(heading) = &mut heading {
                    heading.push_str(&words);
                }
            }
            Block::Event(Event::End(TagEnd::Heading(_))) => found.extend(heading.take().map(Slip::Heading)),
            _ => {}
        }
    }
    found
}

enum Block<'a> {
    Event(Event<'a>),
    Picture { name: String, caption: String },
}

/// The events of a text; a paragraph around nothing but a picture goes, because a figure is no part of a paragraph.
fn blocks(text: &str) -> Vec<Block<'_>> {
    let mut found: Vec<Block<'_>> = Vec::new();
    let mut open: Option<(String, String)> = None;
    for event in Parser::new_ext(text, Options::empty()) {
        match (event, &mut open) {
            (Event::Start(Tag::Image { dest_url, .. }), None) => open = Some((dest_url.to_string(), String::new())),
            (Event::End(TagEnd::Image), Some(_)) => {
                if let Some((name, caption)) = open.take() {
                    found.push(Block::Picture { name, caption });
                }
            }
            (Event::Text(words) | Event::Code(words), Some((_, caption))) => caption.push_str(&words),
            (Event::SoftBreak | Event::HardBreak, Some((_, caption))) => caption.push(' '),
            (_, Some(_)) => {}
            (Event::End(TagEnd::Paragraph), None) if is_alone(&found) => {
                let picture = found.pop();
                found.pop();
                found.extend(picture);
            }
            (event, None) => found.push(Block::Event(event)),
        }
    }
    found
}

/// Whether the paragraph that ends here holds one picture and nothing else.
fn is_alone(found: &[Block<'_>]) -> bool {
    matches!(found, [.., Block::Event(Event::Start(Tag::Paragraph)), Block::Picture { .. }])
}

/// Lowers headings below the page's own, so that no level is left out.
#[derive(Default)]
struct Levels {
    first: bool,
    open: Option<HeadingLevel>,
}

impl Levels {
    fn seen<'a>(&mut self, event: Event<'a>) -> Option<Event<'a>> {
        match event {
            Event::Start(Tag::Heading { level, .. }) => {
                let level = if level <= HeadingLevel::H2 || !self.first { HeadingLevel::H2 } else { HeadingLevel::H3 };
                self.first = true;
                self.open = Some(level);
                Some(Event::Start(Tag::Heading { level, id: None, classes: Vec::new(), attrs: Vec::new() }))
            }
            Event::End(TagEnd::Heading(_)) => self.open.take().map(|level| Event::End(TagEnd::Heading(level))),
            other => Some(other),
        }
    }
}

/// Links of the hub lead to its own pages, wherever the hub begins.
fn linked<'a>(event: Event<'a>, at: &str) -> Event<'a> {
    let Event::Start(Tag::Link { link_type, dest_url, .. }) = event else { return event };
    let dest_url = if dest_url.starts_with('/') { CowStr::from(format!("{at}{dest_url}")) } else { dest_url };
    Event::Start(Tag::Link { link_type, dest_url, title: CowStr::Borrowed(""), id: CowStr::Borrowed("") })
}

fn figure(figure: &Figure, caption: &str) -> Option<String> {
    FigureTemplate { figure, caption }.render().ok()
}
