//! The Markdown subset of descriptions: paragraphs, headings, lists, emphasis, links. Everything else is shown as text.

use pulldown_cmark::{CowStr, Event, HeadingLevel, Options, Parser, Tag, TagEnd, html};

/// Renders a description as safe HTML. Headings begin below the page's own; links lead to http, https, mailto or tel;
/// HTML and pictures are not passed on.
pub fn markdown(text: &str) -> String {
    let mut out = String::with_capacity(text.len() * 2);
    let mut links = LiveLinks::default();
    html::push_html(&mut out, Parser::new_ext(text, Options::empty()).filter(|event| links.keep(event)).filter_map(allowed));
    out
}

/// Where links of a text point that [`markdown`] and [`super::prose()`] leave out, because they would lead nowhere.
pub fn dead_links(text: &str) -> Vec<String> {
    let address = |event| match event {
        Event::Start(Tag::Link { dest_url, .. }) if !leads_somewhere(&dest_url) => Some(dest_url.to_string()),
        _ => None,
    };
    Parser::new_ext(text, Options::empty()).filter_map(address).collect()
}

/// Leaves out links that lead nowhere; their words stay. A link holds no other.
#[derive(Default)]
pub(super) struct LiveLinks {
    dead: bool,
}

impl LiveLinks {
    pub(super) fn keep(&mut self, event: &Event<'_>) -> bool {
        match event {
            Event::Start(Tag::Link { dest_url, .. }) => {
                self.dead = !leads_somewhere(dest_url);
                !self.dead
            }
            Event::End(TagEnd::Link) => !std::mem::take(&mut self.dead),
            _ => true,
        }
    }
}

fn allowed(event: Event<'_>) -> Option<Event<'_>> {
    match event {
        // Descriptions stand below an `h2`; deeper levels would skip one.
        Event::Start(Tag::Heading { .. }) => Some(Event::Start(Tag::Heading { level: HeadingLevel::H3, id: None, classes: Vec::new(), attrs: Vec::new() })),
        Event::End(TagEnd::Heading(_)) => Some(Event::End(TagEnd::Heading(HeadingLevel::H3))),
        other => passed_on(other),
    }
}

/// What any text may hold, headings as they are; HTML becomes text, all else is left out.
pub(super) fn passed_on(event: Event<'_>) -> Option<Event<'_>> {
    match event {
        Event::Html(text) | Event::InlineHtml(text) => Some(Event::Text(text)),
        Event::Start(tag) => start(tag).map(Event::Start),
        Event::End(tag) => end(tag).map(Event::End),
        Event::Text(_) | Event::Code(_) | Event::SoftBreak | Event::HardBreak => Some(event),
        _ => None,
    }
}

fn start(tag: Tag<'_>) -> Option<Tag<'_>> {
    match tag {
        Tag::Link { link_type, dest_url, .. } if leads_somewhere(&dest_url) => {
            Some(Tag::Link { link_type, dest_url, title: CowStr::Borrowed(""), id: CowStr::Borrowed("") })
        }
        Tag::Paragraph | Tag::Heading { .. } | Tag::List(_) | Tag::Item | Tag::Emphasis | Tag::Strong | Tag::BlockQuote(_) => Some(tag),
        _ => None,
    }
}

fn end(tag: TagEnd) -> Option<TagEnd> {
    match tag {
        TagEnd::Paragraph | TagEnd::Heading(_) | TagEnd::List(_) | TagEnd::Item | TagEnd::Emphasis | TagEnd::Strong | TagEnd::Link | TagEnd::BlockQuote(_) => {
            Some(tag)
        }
        _ => None,
    }
}

/// Links lead to http, https, mailto, tel or within this server; others lead nowhere.
pub(super) fn leads_somewhere(url: &str) -> bool {
    let lower = url.trim().to_lowercase();
    let known = ["https://", "http://", "mailto:", "tel:"].iter().any(|scheme| lower.starts_with(scheme));
    let own = lower.starts_with('/') && !lower.starts_with("//") && !lower.starts_with("/\\");
    known || own
}
