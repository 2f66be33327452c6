//! The frame of pages outside all hubs: no menu, but the legal links, which are those of one hub.

use crate::texts::{Lang, Texts};
use crate::ui::assets;

/// What `ui/bare.html` shows around a page.
#[derive(Debug, Clone)]
pub struct Bare {
    /// Words.
    pub t: Texts,
    /// Style sheet.
    pub css: String,
    /// The mark as icon of the page.
    pub mark: String,
    /// Sprite of drawings.
    pub art: String,
    /// Address of the hub whose legal pages apply here; `None` while there is no hub.
    pub law: Option<String>,
}

impl Bare {
    /// The frame below a proxy's prefix, with the legal pages of this hub.
    pub fn new(base: &str, front_hub: Option<&str>) -> Self {
        let asset = |name| format!("{base}{}", assets::path(name));
        Self {
            t: Texts { lang: Lang::De },
            css: asset("hub.css"),
            mark: asset("mark.svg"),
            art: asset("art.svg"),
            law: front_hub.map(|slug| format!("{base}/{slug}")),
        }
    }
}
