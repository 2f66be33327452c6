//! How to reach the hub: telephone, mail, post, and each of its places with hours, way and access.

use askama::Template;

use super::hours;
use super::reach::Reach;
use crate::problem::Problem;
use crate::tenancy::{Hub, Site, Visit};
use crate::texts::{Texts, dates};
use crate::ui::{Frame, Page, Section, next_turn, open_line};

/// Closed days told ahead.
const CLOSED_DAYS: usize = 12;

#[derive(Template)]
#[template(path = "features/pages/contact.html")]
struct ContactPage {
    frame: Frame,
    reach: Reach,
    places: Vec<Place>,
    closed: Vec<(String, String)>,
}

/// A place of the hub in words.
struct Place {
    /// For the heading's `id`.
    number: usize,
    name: String,
    /// The open-now line and whether it is open; only the main place has one.
    open: Option<(String, bool)>,
    address: Vec<String>,
    hours: Vec<(String, String)>,
    directions: String,
    wheelchair: String,
    hearing: String,
}

impl Place {
    /// A list without entries would be no list.
    fn has_facts(&self) -> bool {
        !self.address.is_empty() || [&self.directions, &self.wheelchair, &self.hearing].iter().any(|words| !words.is_empty())
    }
}

/// `GET /contact`
pub fn show(visit: &Visit) -> Result<Page, Problem> {
    let hub = &visit.hub;
    let mut places: Vec<Place> = hub.sites.iter().enumerate().map(|(number, site)| place(visit.t, number, site)).collect();
    let is_closed = hub.closed_on(hub.today(visit.now)).is_some();
    if let Some(main) = places.first_mut().filter(|main| is_closed || !main.hours.is_empty()) {
        main.open = Some(open_line(hub, visit.t, visit.now));
    }
    let page = ContactPage {
        frame: Frame::new(visit, Section::Contact, visit.t.ui_menu_contact()).found(visit, ""),
        reach: Reach::of(hub),
        places,
        closed: closed(visit, hub),
    };
    Page::public(&page, next_turn(hub, visit.now))
}

fn place(t: Texts, number: usize, site: &Site) -> Place {
    let town = format!("{} {}", site.postcode, site.town);
    Place {
        number,
        name: site.name.clone(),
        open: None,
        address: [site.street.trim(), town.trim()].into_iter().filter(|line| !line.is_empty()).map(str::to_owned).collect(),
        hours: hours::rows(t, &site.openings),
        directions: site.directions.clone(),
        wheelchair: site.wheelchair.clone(),
        hearing: site.hearing.clone(),
    }
}

/// Days to come on which everything is closed, with their reasons.
fn closed(visit: &Visit, hub: &Hub) -> Vec<(String, String)> {
    let today = hub.today(visit.now);
    let mut days: Vec<_> = hub.closed_days.iter().filter(|closed| closed.day >= today).collect();
    days.sort_unstable_by_key(|closed| closed.day);
    days.into_iter().take(CLOSED_DAYS).map(|closed| (dates::day_long(visit.lang(), closed.day), closed.reason.clone())).collect()
}
