//! What follows from the two colours of a hub.

use serde::{Deserialize, Serialize};

use super::colour::Colour;
use super::rules::{self, TEXT, Weakness};

/// Paper, ink and what lies between them stay as they are: a theme replaces only the colours in [`Tokens`].
pub(super) const LIGHT: Neutral =
    Neutral { paper: Colour::WHITE, ink: Colour::new(0x13, 0x15, 0x25), muted: Colour::new(0x4d, 0x54, 0x74), line: Colour::new(0x7a, 0x82, 0xa3) };
/// The same at night.
pub(super) const DARK: Neutral = Neutral {
    paper: Colour::new(0x0e, 0x14, 0x28),
    ink: Colour::new(0xf3, 0xf4, 0xf7),
    muted: Colour::new(0xb9, 0xc0, 0xd8),
    line: Colour::new(0x7f, 0x89, 0xad),
};
/// Panels at night, as Nabe has them: paper is blue-black then, and stays so.
const PANEL_AT_NIGHT: Colour = Colour::new(0x17, 0x20, 0x39);
/// The sky of the start page at night.
const SKY_AT_NIGHT: Colour = Colour::new(0x14, 0x24, 0x4d);
/// How much of the hub's own colour panels and sky have at night.
const OWN_AT_NIGHT: f64 = 0.35;
/// How far a colour is moved at once when it is too weak.
const STEP: f64 = 0.004;
/// White on the deep colour: the whole foot of a page is read there.
const ON_DEEP: f64 = 7.0;

/// Colours that no theme changes.
pub(super) struct Neutral {
    pub(super) paper: Colour,
    pub(super) ink: Colour,
    pub(super) muted: Colour,
    pub(super) line: Colour,
}

/// The two colours that a hub has chosen.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Colours {
    /// Buttons and links.
    pub action: Colour,
    /// Adorns: a light one the mark and the start page, a dark one also the foot of all pages.
    pub accent: Colour,
}

/// The colours of one theme, named as the tokens in `ui/styles/_tokens.scss`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Tokens {
    /// Buttons and links.
    pub action: Colour,
    /// Words on a button.
    pub on_action: Colour,
    /// Foot of the page, bar of the staff.
    pub deep: Colour,
    /// The second line on it.
    pub deep_muted: Colour,
    /// Rules on it, and what the pointer is over.
    pub deep_line: Colour,
    /// The mark on it.
    pub on_deep: Colour,
    /// The ticket of a registration.
    pub ticket: Colour,
    /// Quiet panels.
    pub hue: Colour,
    /// Head of the start page, what to call.
    pub warm: Colour,
    /// The mark's second colour, the day on a ticket; never text.
    pub sun: Colour,
    /// Strong and dark parts of drawings.
    pub drawn: [Colour; 2],
}

/// What follows from two colours.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Palette {
    /// In the morning.
    pub light: Tokens,
    /// At night.
    pub dark: Tokens,
}

impl Colours {
    /// The palette, unless something in it could not be read.
    pub fn palette(self) -> Result<Palette, Vec<Weakness>> {
        let palette = self.derive();
        let weak = rules::weaknesses(&palette);
        if weak.is_empty() { Ok(palette) } else { Err(weak) }
    }

    /// The nearest two colours from which a palette follows: the action colour is made darker as far as it must.
    #[must_use]
    pub fn nearest(self) -> Self {
        let lightness = self.action.lightness();
        let darker = steps_down(lightness).map(|light| Self { action: self.action.at(light, f64::MAX), ..self });
        std::iter::once(self).chain(darker).find(|colours| colours.palette().is_ok()).unwrap_or(Self { action: LIGHT.ink, ..self })
    }

    /// Whether the accent is dark enough to be the ground of white words.
    fn is_accent_dark(self) -> bool {
        self.accent.contrast(Colour::WHITE) >= TEXT
    }

    fn derive(self) -> Palette {
        let deep = self.deep();
        let sun = self.sun(deep);
        let night = deep.at(0.19, 0.06);
        let dark_action = self.action.at(0.82, 0.11);
        let light = Tokens {
            action: self.action,
            on_action: Colour::WHITE,
            deep,
            deep_muted: deep.at(0.89, 0.03),
            deep_line: deep.at((deep.lightness() + 0.2).min(0.5), 0.08),
            on_deep: dark_action,
            ticket: deep,
            hue: self.action.at(0.966, 0.009),
            warm: self.accent.at(0.957, 0.05),
            sun,
            drawn: [self.action, deep],
        };
        let dark = Tokens {
            action: dark_action,
            on_action: DARK.paper,
            deep: night,
            deep_muted: light.deep_muted,
            deep_line: night.at(0.42, 0.07),
            on_deep: dark_action,
            ticket: deep.at(0.36, 0.11),
            hue: PANEL_AT_NIGHT.mixed(self.action.at(0.25, 0.06), OWN_AT_NIGHT),
            warm: SKY_AT_NIGHT.mixed(deep.at(0.27, 0.09), OWN_AT_NIGHT),
            sun,
            drawn: [self.action.at(0.5, 0.16), night],
        };
        Palette { light, dark }
    }

    /// A dark accent itself, made darker where white would be hard to read on it; else the action colour at night.
    fn deep(self) -> Colour {
        if !self.is_accent_dark() {
            return self.action.at(0.28, 0.09);
        }
        if self.accent.contrast(Colour::WHITE) >= ON_DEEP {
            return self.accent;
        }
        let darker = steps_down(self.accent.lightness()).map(|light| self.accent.at(light, f64::MAX));
        darker.into_iter().find(|deep| deep.contrast(Colour::WHITE) >= ON_DEEP).unwrap_or(LIGHT.ink)
    }

    /// A light accent itself, or as light as it has to be on the deep colour and below ink.
    fn sun(self, deep: Colour) -> Colour {
        let fits = |sun: &Colour| rules::sun_fits(*sun, deep);
        let start = if self.is_accent_dark() { 0.82 } else { self.accent.lightness() };
        if !self.is_accent_dark() && fits(&self.accent) {
            return self.accent;
        }
        let lighter = steps_down(1.0 - start).map(|left| self.accent.at(1.0 - left, f64::MAX));
        lighter.into_iter().find(fits).unwrap_or(Colour::WHITE)
    }
}

/// From a lightness down to nothing, in small steps.
fn steps_down(from: f64) -> impl Iterator<Item = f64> {
    std::iter::successors(Some(from), |light| (*light > 0.0).then(|| (light - STEP).max(0.0)))
}
