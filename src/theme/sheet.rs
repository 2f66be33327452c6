//! A palette as a style sheet that is loaded after the main one. Its name says the colours and what it reads, so that it may be kept
//! for ever and made again from its name alone.

use std::fmt::Write as _;

use sha2::{Digest, Sha256};

use super::colour::Colour;
use super::palette::{Colours, Palette, Tokens};

/// A style sheet with its name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sheet {
    /// Name of the file: `c8102e-f6bd3a-1b2c3d4e.css`.
    pub name: String,
    /// What it reads.
    pub css: String,
}

impl Sheet {
    /// The sheet of two colours; none where they do not go together.
    pub fn of(colours: Colours) -> Option<Self> {
        let css = css(&colours.palette().ok()?);
        let digest = Sha256::digest(css.as_bytes());
        let hash: String = digest.iter().take(4).fold(String::new(), |mut hex, byte| {
            // Writing to a String does not fail.
            let _ = write!(hex, "{byte:02x}");
            hex
        });
        Some(Self { name: format!("{}-{}-{hash}.css", colours.action.digits(), colours.accent.digits()), css })
    }

    /// The mark in the colours of the sheet: names of tokens give way to their values, for where no style sheet reaches.
    pub fn mark(&self, drawing: &str) -> String {
        let value = |token: &str| self.css.split(&format!("--{token}:")).nth(1).and_then(|rest| rest.split([';', '}']).next()).unwrap_or_default();
        let mut out = drawing.to_owned();
        for (part, token) in [("m-post", "hub-action"), ("m-cross", "hub-sun")] {
            let start = format!("var(--{part},");
            while let Some((before, (_, after))) = out.split_once(&start).and_then(|(before, rest)| Some((before, rest.split_once(')')?))) {
                out = format!("{before}{}{after}", value(token));
            }
        }
        out
    }

    /// The sheet that a name asks for. Another version of the program may have named it: the colours decide.
    pub fn named(name: &str) -> Option<Self> {
        let mut parts = name.strip_suffix(".css")?.splitn(3, '-');
        Self::of(Colours { action: Colour::parse(parts.next()?)?, accent: Colour::parse(parts.next()?)? })
    }
}

/// The colours as they would look, side by side on one page: classes instead of the root.
pub fn preview(palette: &Palette) -> String {
    format!(".nabe-look--light{{{}}}\n.nabe-look--dark{{{}}}\n", tokens(&palette.light), tokens(&palette.dark))
}

/// Paper is left to the main sheet, but for the mark.
fn css(palette: &Palette) -> String {
    let (light, dark) = (tokens(&palette.light), tokens(&palette.dark));
    let Tokens { action, sun, .. } = palette.light;
    format!(
        "@media screen{{:root{{{light}}}}}\n@media screen and (prefers-color-scheme:dark){{:root:not([data-kern-theme=light]){{{dark}}}}}\n\
         @media screen{{:root[data-kern-theme=dark]{{{dark}}}}}\n@media print{{:root{{--m-post:{action};--m-cross:{sun}}}}}\n"
    )
}

fn tokens(tokens: &Tokens) -> String {
    let [strong, ground] = tokens.drawn;
    let all = [
        ("hub-action", tokens.action),
        ("hub-on-action", tokens.on_action),
        ("hub-deep", tokens.deep),
        ("hub-deep-muted", tokens.deep_muted),
        ("hub-deep-line", tokens.deep_line),
        ("hub-on-deep", tokens.on_deep),
        ("hub-ticket", tokens.ticket),
        ("hub-hue", tokens.hue),
        ("hub-warm", tokens.warm),
        ("hub-sun", tokens.sun),
        ("p-deep", strong),
        ("p-roof2", tokens.deep_line),
        ("p-ground", ground),
        ("p-sun", tokens.sun),
    ];
    all.map(|(name, colour)| format!("--{name}:{colour}")).join(";")
}
