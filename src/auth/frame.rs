//! The frame of pages for staff.

use super::{Role, Staff};
use crate::texts::Texts;
use crate::ui::{Frame, FrameLogo, MenuItem, Section, assets};

/// Where in the staff's menu a page belongs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum StaffSection {
    /// Nowhere in particular.
    None,
    /// The day.
    Today,
    /// Making the programme.
    Events,
    /// Registrations, by name or code.
    Registrations,
    /// Writing pages and news.
    Pages,
    /// The hub itself.
    Hub,
    /// One's own account.
    Account,
}

/// Everything that `ui/staff.html` shows around a page.
#[derive(Clone)]
pub struct StaffFrame {
    /// Words.
    pub t: Texts,
    /// `de` or `en`.
    pub lang: &'static str,
    /// What stands before every path of the hub.
    pub at: String,
    /// Title of the page.
    pub title: String,
    /// Whether the page shows a form with errors.
    pub invalid: bool,
    /// The hub.
    pub hub_name: String,
    /// Sample data.
    pub demo: bool,
    /// Entries of the menu that this person may use.
    pub menu: Vec<MenuItem>,
    /// Whether this is the page of one's own account.
    pub at_account: bool,
    /// Whether the person works in other hubs too.
    pub elsewhere: bool,
    /// Whether the lead is told that the hub still lacks something.
    pub unfinished: bool,
    /// Token for every form on the page.
    pub key: String,
    /// Style sheet of all pages.
    pub css: String,
    /// Style sheet of staff pages.
    pub staff_css: String,
    /// Fonts of the first view.
    pub fonts: [String; 3],
    /// Sprite of drawings.
    pub art: String,
    /// Style sheet with the hub's own colours, if it has any.
    pub theme: Option<String>,
    /// The hub's own logo, if it has one.
    pub logo: Option<FrameLogo>,
    /// The icon of the page: address and type.
    pub icon: (String, &'static str),
}

impl StaffFrame {
    /// The frame of a page for a signed-in person.
    pub fn new(staff: &Staff, section: StaffSection, title: impl Into<String>) -> Self {
        let frame = Frame::new(&staff.visit, Section::None, title);
        let base = staff.visit.app.config().base_path();
        Self {
            t: frame.t,
            lang: frame.lang,
            at: frame.at,
            title: frame.title,
            invalid: false,
            hub_name: frame.hub_name,
            demo: frame.demo,
            menu: menu(staff, section),
            at_account: section == StaffSection::Account,
            elsewhere: staff.elsewhere,
            unfinished: section == StaffSection::Today && staff.role >= Role::Lead && staff.visit.hub.is_unfinished(),
            key: staff.form(),
            css: frame.css,
            staff_css: format!("{base}{}", assets::path("staff.css")),
            fonts: frame.fonts,
            art: frame.art,
            theme: frame.theme,
            logo: frame.logo,
            icon: frame.icon,
        }
    }

    /// The same frame around a form that came back with errors.
    #[must_use]
    pub fn invalid(mut self, invalid: bool) -> Self {
        self.invalid = invalid;
        self
    }
}

fn menu(staff: &Staff, section: StaffSection) -> Vec<MenuItem> {
    let (t, links) = (staff.visit.t, &staff.visit.links);
    let all = [
        (t.ui_staff_today(), "/staff", StaffSection::Today, Role::Helper),
        (t.ui_menu_events(), "/staff/events", StaffSection::Events, Role::Staff),
        (t.ui_staff_registrations(), "/staff/registrations", StaffSection::Registrations, Role::Staff),
        (t.ui_staff_pages(), "/staff/pages", StaffSection::Pages, Role::Staff),
        (t.ui_staff_hub(), "/staff/hub", StaffSection::Hub, Role::Lead),
    ];
    let mine = all.into_iter().filter(|(.., role)| staff.role >= *role);
    mine.map(|(word, path, own, _)| MenuItem { word: word.to_owned(), lang: "", href: links.to(path), strand: "", current: own == section }).collect()
}
