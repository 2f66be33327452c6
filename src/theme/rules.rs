//! The contrasts that every palette keeps (WCAG 2.2, 1.4.3 and 1.4.11).

use super::colour::Colour;
use super::palette::{DARK, LIGHT, Neutral, Palette, Tokens};

/// Words on their ground.
pub(super) const TEXT: f64 = 4.5;
/// Frames of fields, marks without words.
const SHAPE: f64 = 3.0;

/// What a colour is for, where it would be too weak.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Place {
    /// Links on the page.
    LinkOnPaper,
    /// Links on tinted ground.
    LinkOnTint,
    /// Words on buttons.
    Button,
    /// Anything that is derived and should always be right.
    Derived,
}

/// A contrast that would be too small.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Weakness {
    /// Where.
    pub place: Place,
    /// What it would be.
    pub contrast: f64,
}

/// Every contrast of a palette that is too small.
pub(super) fn weaknesses(palette: &Palette) -> Vec<Weakness> {
    let both = [(&palette.light, &LIGHT), (&palette.dark, &DARK)];
    both.into_iter()
        .flat_map(|(tokens, neutral)| asked(tokens, neutral))
        .filter(|rule| rule.3 < rule.2)
        .map(|(place, _, _, contrast)| Weakness { place, contrast })
        .collect()
}

/// Whether the second colour of the mark can be told from the deep ground, and a day be read on it.
pub(super) fn sun_fits(sun: Colour, deep: Colour) -> bool {
    sun.contrast(deep) >= SHAPE && sun.contrast(LIGHT.ink) >= TEXT
}

/// Every rule: where, what for, how much is asked, how much there is.
pub(super) fn asked(tokens: &Tokens, neutral: &Neutral) -> Vec<(Place, &'static str, f64, f64)> {
    let Tokens { action, on_action, deep, deep_muted, deep_line, ticket, hue, warm, sun, .. } = *tokens;
    let Neutral { paper, ink, muted, line } = *neutral;
    let mut rules = vec![
        (Place::LinkOnPaper, "action on paper", TEXT, action.contrast(paper)),
        (Place::LinkOnTint, "action on hue", TEXT, action.contrast(hue)),
        (Place::LinkOnTint, "action on warm", TEXT, action.contrast(warm)),
        (Place::Button, "on-action on action", TEXT, on_action.contrast(action)),
        (Place::Derived, "white on deep", TEXT, deep.contrast(Colour::WHITE)),
        (Place::Derived, "deep-muted on deep", TEXT, deep_muted.contrast(deep)),
        (Place::Derived, "white on deep-line", TEXT, deep_line.contrast(Colour::WHITE)),
        (Place::Derived, "white on ticket", TEXT, ticket.contrast(Colour::WHITE)),
        (Place::Derived, "deep-muted on ticket", TEXT, deep_muted.contrast(ticket)),
        (Place::Derived, "ink on sun", TEXT, LIGHT.ink.contrast(sun)),
        (Place::Derived, "sun on deep", SHAPE, sun.contrast(deep)),
    ];
    for (ground, name) in [
        (paper, ["ink on paper", "muted on paper", "line on paper"]),
        (hue, ["ink on hue", "muted on hue", "line on hue"]),
        (warm, ["ink on warm", "muted on warm", "line on warm"]),
    ] {
        let [ink_name, muted_name, line_name] = name;
        rules.push((Place::Derived, ink_name, TEXT, ink.contrast(ground)));
        rules.push((Place::Derived, muted_name, TEXT, muted.contrast(ground)));
        rules.push((Place::Derived, line_name, SHAPE, line.contrast(ground)));
    }
    rules
}
