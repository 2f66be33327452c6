//! Header, menu and footer of a page, in display-ready values.

use crate::tenancy::{Hub, Links, MenuEntry, Visit};
use crate::texts::typed::phone_href;
use crate::texts::{Lang, Texts};
use crate::ui::{Found, assets};

/// Where in the menu a page belongs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Section {
    /// Nowhere in particular.
    None,
    /// The programme.
    Events,
    /// One's own registrations.
    Registrations,
    /// News.
    News,
    /// How to reach the hub.
    Contact,
}

/// One entry of the menu.
#[derive(Debug, Clone)]
pub struct MenuItem {
    /// Word on the screen.
    pub word: String,
    /// Language of the word, where it is not the page's; empty otherwise.
    pub lang: &'static str,
    /// Where it leads.
    pub href: String,
    /// Ribbon colour, `k1` … `k6`.
    pub strand: &'static str,
    /// Whether this page belongs to it.
    pub current: bool,
}

/// Everything that `ui/layout.html` shows around a page.
#[derive(Clone)]
pub struct Frame {
    /// Words.
    pub t: Texts,
    /// `de` or `en`.
    pub lang: &'static str,
    /// What stands before every path of the hub.
    pub at: String,
    /// Title of the page, without the hub's name.
    pub title: String,
    /// Whether the page shows a form with errors: the title begins with that word.
    pub invalid: bool,
    /// The hub.
    pub hub_name: String,
    /// First line of the brand.
    pub brand: String,
    /// Second line of the brand; may be empty.
    pub brand_town: String,
    /// Whose offer it is.
    pub owner_line: String,
    /// Sample data: pages say so.
    pub demo: bool,
    /// Telephone as written; empty hides every mention.
    pub phone: String,
    /// For `tel:` links.
    pub phone_href: String,
    /// When somebody answers.
    pub phone_hours: String,
    /// Street of the main place.
    pub street: String,
    /// Postcode and town.
    pub town: String,
    /// Entries of the menu.
    pub menu: Vec<MenuItem>,
    /// This page in the other language.
    pub other_lang: OtherLang,
    /// Style sheet.
    pub css: String,
    /// Style sheet with the hub's own colours, if it has any.
    pub theme: Option<String>,
    /// The hub's own logo, if it has one.
    pub logo: Option<FrameLogo>,
    /// Fonts of the first view, to be fetched early.
    pub fonts: [String; 3],
    /// Sprite of drawings.
    pub art: String,
    /// The icon of the page: address and type.
    pub icon: (String, &'static str),
    /// What search engines read; nothing on pages that are not for them.
    pub found: Option<Found>,
}

/// The logo beside the name of a hub.
#[derive(Debug, Clone)]
pub struct FrameLogo {
    /// Where it lies.
    pub src: String,
    /// Width and height.
    pub size: (u32, u32),
    /// Words in it that do not stand beside it.
    pub alt: String,
}

/// The link to the other language.
#[derive(Debug, Clone)]
pub struct OtherLang {
    /// `de` or `en`.
    pub code: &'static str,
    /// Its name in itself.
    pub name: &'static str,
    /// Where it leads.
    pub href: String,
}

impl Frame {
    /// The frame of a page of this visit.
    pub fn new(visit: &Visit, section: Section, title: impl Into<String>) -> Self {
        let mut frame = Self::of(&visit.hub, visit.t, &visit.links, visit.app.config().base_path(), section, title.into(), |lang| visit.here_in(lang));
        let here = visit.links.to(&visit.path);
        frame.menu.iter_mut().for_each(|item| item.current |= item.href == here);
        frame
    }

    /// The frame of a sample page, for tests that render every page.
    pub fn sample(hub: &Hub, lang: Lang, title: &str) -> Self {
        let links = Links::new("http://localhost", "/sample", lang);
        Self::of(hub, Texts { lang }, &links, "", Section::None, title.to_owned(), |lang| links.in_language(lang, "/"))
    }

    fn of(hub: &Hub, t: Texts, links: &Links, base: &str, section: Section, title: String, here_in: impl Fn(Lang) -> String) -> Self {
        let (brand, brand_town) = hub.name.rsplit_once(' ').unwrap_or((hub.name.as_str(), ""));
        let site = hub.main_site();
        let asset = |name| format!("{base}{}", assets::path(name));
        let (code, name) = match t.lang {
            Lang::De => (Lang::En, "English"),
            Lang::En => (Lang::De, "Deutsch"),
        };
        Self {
            t,
            lang: t.lang.code(),
            at: links.prefix(),
            title,
            invalid: false,
            hub_name: hub.name.clone(),
            brand: brand.to_owned(),
            brand_town: brand_town.to_owned(),
            owner_line: hub.owner_line.clone(),
            demo: hub.demo,
            phone: hub.phone.clone(),
            phone_href: phone_href(&hub.phone).unwrap_or_default(),
            phone_hours: hub.phone_hours.clone(),
            street: site.map(|site| site.street.clone()).unwrap_or_default(),
            town: site.map(|site| format!("{} {}", site.postcode, site.town).trim().to_owned()).unwrap_or_default(),
            menu: menu(hub, t, links, section),
            other_lang: OtherLang { code: code.code(), name, href: here_in(code) },
            css: asset("hub.css"),
            theme: hub.sheet.as_ref().map(|name| links.shared("/theme/", name)),
            icon: icon(hub, links, asset("mark.svg")),
            logo: hub.look.logo.as_ref().map(|logo| FrameLogo { src: links.shared("/theme/", &logo.file()), size: logo.size, alt: logo.alt.clone() }),
            fonts: ["fira-400.woff2", "fira-500.woff2", "fira-600.woff2"].map(asset),
            art: asset("art.svg"),
            found: None,
        }
    }

    /// The same frame where the link to the other language carries the filter along.
    #[must_use]
    pub fn with_filter(mut self, query: &str) -> Self {
        if !query.is_empty() {
            self.other_lang.href = format!("{}?{query}", self.other_lang.href);
        }
        self
    }

    /// The same frame of a page that search engines may show, with a sentence on what it is about.
    #[must_use]
    pub fn found(mut self, visit: &Visit, about: &str) -> Self {
        self.found = Some(Found::new(visit, about));
        self
    }

    /// The same frame around a form that came back with errors.
    #[must_use]
    pub fn invalid(mut self, invalid: bool) -> Self {
        self.invalid = invalid;
        self
    }
}

/// The hub's logo, or the mark in its colours.
fn icon(hub: &Hub, links: &Links, mark: String) -> (String, &'static str) {
    const DRAWN: &str = "image/svg+xml";
    match (&hub.look.logo, &hub.sheet) {
        (Some(logo), _) => (links.shared("/theme/", &logo.file()), logo.mime()),
        (None, Some(sheet)) => (links.shared("/theme/", &sheet.replace(".css", ".svg")), DRAWN),
        (None, None) => (mark, DRAWN),
    }
}

/// The menu as the hub has arranged it.
fn menu(hub: &Hub, t: Texts, links: &Links, section: Section) -> Vec<MenuItem> {
    let item = |entry: MenuEntry| {
        let (path, strand, own) = match entry.place.as_str() {
            "events" => ("/events", "k1", Some(Section::Events)),
            "registrations" => ("/registrations", "k4", Some(Section::Registrations)),
            "contact" => ("/contact", "k2", Some(Section::Contact)),
            "news" => ("/news", "k5", Some(Section::News)),
            "pages" => ("/pages", "k3", None),
            "training" => ("/training", "k6", None),
            page => (page, "k6", None),
        };
        let is_german = entry.is_page() && t.lang == Lang::En && entry.word_en.is_empty();
        MenuItem { word: menu_word(t, &entry).to_owned(), lang: if is_german { "de" } else { "" }, href: links.to(path), strand, current: own == Some(section) }
    };
    hub.look.menu_entries().into_iter().map(item).collect()
}

/// The word of an entry of the menu; of a page of staff in German, where it has no English one.
pub fn menu_word(t: Texts, entry: &MenuEntry) -> &str {
    match entry.place.as_str() {
        "events" => t.ui_menu_events(),
        "registrations" => t.ui_menu_registrations(),
        "contact" => t.ui_menu_contact(),
        "news" => t.ui_news(),
        "pages" => t.ui_about_hub(),
        "training" => t.ui_menu_training(),
        _ if t.lang == Lang::En && !entry.word_en.is_empty() => &entry.word_en,
        _ => &entry.word,
    }
}
