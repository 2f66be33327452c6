//! How to reach the hub, as every page of this folder says it.

use crate::tenancy::Hub;
use crate::texts::typed::phone_href;

/// Telephone, mail and post of a hub; each may be empty.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reach {
    /// Telephone as people write it.
    pub phone: String,
    /// The same for `tel:` links.
    pub phone_href: String,
    /// When somebody answers it.
    pub phone_hours: String,
    /// Address for mail.
    pub email: String,
    /// Address for letters, one line each; the first is the hub's name. Empty without a street or town.
    pub post: Vec<String>,
}

impl Reach {
    /// Of this hub.
    pub fn of(hub: &Hub) -> Self {
        Self {
            phone: hub.phone.clone(),
            phone_href: phone_href(&hub.phone).unwrap_or_default(),
            phone_hours: hub.phone_hours.clone(),
            email: hub.email.clone(),
            post: post(hub),
        }
    }

    /// Whether there is no way at all.
    pub fn is_empty(&self) -> bool {
        self.phone.is_empty() && self.email.is_empty() && self.post.is_empty()
    }
}

fn post(hub: &Hub) -> Vec<String> {
    let Some(site) = hub.main_site() else { return Vec::new() };
    let town = format!("{} {}", site.postcode, site.town);
    let address: Vec<String> = [site.street.trim(), town.trim()].into_iter().filter(|line| !line.is_empty()).map(str::to_owned).collect();
    if address.is_empty() { address } else { [vec![hub.name.clone()], address].concat() }
}
