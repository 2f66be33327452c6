//! Colours as they would look on a page, by day and by night.

use axum::http::{HeaderValue, header};
use axum::response::{IntoResponse, Response};

use crate::auth::{Role, Staff};
use crate::problem::Problem;
use crate::texts::Texts;
use crate::theme::{Colour, Colours, Palette, preview};
use crate::ui::parse;

/// What the samples show.
pub struct Sample {
    /// The style sheet that gives them their colours; none for those of Nabe.
    pub sheet: Option<String>,
    /// The themes by their classes and names.
    pub themes: [(&'static str, &'static str); 2],
    /// What becomes of the two colours.
    pub swatches: Vec<Swatch>,
}

/// A colour with what it is for.
pub struct Swatch {
    /// Its token without `--hub-`.
    pub token: &'static str,
    /// By day.
    pub value: String,
    /// What it is for.
    pub word: &'static str,
}

impl Sample {
    /// The sample of two colours; where there are none, or they do not go together, that of Nabe.
    pub fn of(staff: &Staff, colours: Option<Colours>) -> Self {
        let t = staff.visit.t;
        let themes = [("nabe-look--light", t.theme_by_day()), ("nabe-look--dark", t.theme_by_night())];
        let Some((colours, palette)) = colours.and_then(|colours| Some((colours, colours.palette().ok()?))) else {
            return Self { sheet: None, themes, swatches: Vec::new() };
        };
        let sheet = format!("/staff/hub/theme/preview.css?action={}&accent={}", colours.action.digits(), colours.accent.digits());
        Self { sheet: Some(staff.visit.links.to(&sheet)), themes, swatches: swatches(t, &palette) }
    }
}

fn swatches(t: Texts, palette: &Palette) -> Vec<Swatch> {
    let tokens = palette.light;
    let all = [
        ("action", tokens.action, t.theme_use_action()),
        ("sun", tokens.sun, t.theme_use_sun()),
        ("deep", tokens.deep, t.theme_use_deep()),
        ("warm", tokens.warm, t.theme_use_warm()),
        ("hue", tokens.hue, t.theme_use_hue()),
    ];
    all.map(|(token, colour, word)| Swatch { token, value: colour.to_string(), word }).into()
}

/// The two colours that a query asks for.
pub fn asked(query: &str) -> Option<Colours> {
    let (fields, _) = parse::<crate::ui::Fields>(query.as_bytes()).ok()?;
    Some(Colours { action: Colour::parse(fields.get("action"))?, accent: Colour::parse(fields.get("accent"))? })
}

/// `GET /staff/hub/theme/preview.css`: classes for the samples of this page alone.
pub async fn sheet(staff: Staff) -> Result<Response, Problem> {
    staff.needs(Role::Lead)?;
    let colours = asked(&staff.visit.query).or(staff.visit.hub.look.colours);
    let css = colours.and_then(|colours| colours.palette().ok()).map(|palette| preview(&palette)).unwrap_or_default();
    let mut response = css.into_response();
    response.headers_mut().insert(header::CONTENT_TYPE, HeaderValue::from_static("text/css; charset=utf-8"));
    Ok(response)
}
