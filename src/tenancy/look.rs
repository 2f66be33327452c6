//! What a hub has chosen about its looks. What is not chosen is as Nabe has it.

use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::arrangement::MenuEntry;
use crate::ids::PictureId;
use crate::theme::Colours;

/// Everything that is chosen.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Look {
    /// Its colours.
    pub colours: Option<Colours>,
    /// Its logo, beside its name.
    pub logo: Option<Logo>,
    /// The picture of its start page.
    pub picture: Option<HeadPicture>,
    /// The parts of its start page in their order, as words of `StartPart`.
    pub parts: Option<Vec<String>>,
    /// The entries of its menu in their order.
    pub menu: Option<Vec<MenuEntry>>,
}

/// A logo that was uploaded.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Logo {
    /// Its key in the table of pictures.
    pub id: Uuid,
    /// Whether it is a drawing; else pixels.
    pub drawn: bool,
    /// Width and height, for its proportions.
    pub size: (u32, u32),
    /// Words in it that do not stand beside it; empty for none.
    pub alt: String,
}

/// The picture of the start page, in two sizes.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct HeadPicture {
    /// The large one.
    pub id: Uuid,
    /// Its width and height.
    pub size: (u32, u32),
    /// The one for small screens.
    pub small: Uuid,
    /// Its width.
    pub small_width: u32,
    /// What is to be seen; empty for decoration.
    pub alt: String,
}

impl Look {
    /// Everything that it shows, by the names of the files below `/theme/`.
    pub fn files(&self) -> Vec<(String, PictureId)> {
        let logo = self.logo.iter().map(|logo| (logo.file(), PictureId(logo.id)));
        let picture = self.picture.iter().flat_map(|picture| picture.files().into_iter().zip([PictureId(picture.id), PictureId(picture.small)]));
        logo.chain(picture).collect()
    }
}

impl Logo {
    /// Name of its file.
    pub fn file(&self) -> String {
        format!("{}.{}", self.id, if self.drawn { "svg" } else { "png" })
    }

    /// Type of its file.
    pub fn mime(&self) -> &'static str {
        if self.drawn { "image/svg+xml" } else { "image/png" }
    }
}

impl HeadPicture {
    /// Names of its files: the large one, the small one.
    pub fn files(&self) -> [String; 2] {
        [self.id, self.small].map(|id| format!("{id}.jpg"))
    }
}
