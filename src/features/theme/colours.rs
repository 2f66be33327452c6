//! The page of the two colours, with what they look like before anything is saved.

use askama::Template;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};

use super::change::change;
use super::sample::{Sample, asked};
use crate::auth::{HubEntry, Role, Staff, StaffFrame, StaffPosted, StaffSection};
use crate::db::{DbResult, Tx};
use crate::problem::Problem;
use crate::tenancy::Look;
use crate::texts::Texts;
use crate::texts::amounts::decimal;
use crate::theme::{Colour, Colours, Weakness};
use crate::ui::{Fields, Flaws, FrameLogo, Group, Item, Page, Reader, Sheet, see_other};

/// The page.
pub const PATH: &str = "/staff/hub/theme";

#[derive(Template)]
#[template(path = "features/theme/colours.html")]
struct ColoursPage {
    frame: StaffFrame,
    sheet: Sheet,
    sample: Sample,
    /// Colours that could be read, where those that were typed cannot.
    proposal: Option<Colours>,
    done: &'static str,
    /// What is shown is not saved yet.
    is_preview: bool,
    has_colours: bool,
    logo: Option<FrameLogo>,
    picture: Option<String>,
}

/// The entry of the overview.
pub fn entry(_: &Tx<'_>, staff: &Staff) -> DbResult<Option<HubEntry>> {
    let t = staff.visit.t;
    Ok(Some(HubEntry { name: t.theme_title(), about: t.theme_about(), path: PATH, state: state(t, &staff.visit.hub.look), open: false }))
}

fn state(t: Texts, look: &Look) -> String {
    let parts = [(look.colours.is_some(), t.theme_colours()), (look.logo.is_some(), t.theme_logo()), (look.picture.is_some(), t.theme_picture())];
    let own: Vec<&str> = parts.into_iter().filter(|(is, _)| *is).map(|(_, word)| word).collect();
    if own.is_empty() { t.theme_none().to_owned() } else { t.theme_own(own.join(", ")) }
}

/// `GET /staff/hub/theme`; with two colours in the query as they would look.
pub async fn show(staff: Staff) -> Result<Page, Problem> {
    let stored = staff.visit.hub.look.colours;
    let colours = asked(&staff.visit.query);
    page(&staff, fields_of(colours.or(stored)), Flaws::default(), Shown { colours: colours.or(stored), proposal: None, is_preview: colours.is_some() })
}

/// `POST /staff/hub/theme/preview`
pub async fn preview(posted: StaffPosted<Fields>) -> Result<Response, Problem> {
    let StaffPosted { staff, form: fields, .. } = posted;
    staff.needs(Role::Lead)?;
    match read(staff.visit.t, &fields) {
        Ok(Colours { action, accent }) => {
            let query = format!("{PATH}?action={}&accent={}#sample", action.digits(), accent.digits());
            Ok(see_other(&staff.visit.links.to(&query)))
        }
        Err(refused) => refuse(&staff, fields, refused),
    }
}

/// `POST /staff/hub/theme`
pub async fn save(posted: StaffPosted<Fields>) -> Result<Response, Problem> {
    let StaffPosted { staff, form: fields, .. } = posted;
    staff.needs(Role::Lead)?;
    match read(staff.visit.t, &fields) {
        Ok(colours) => set(&staff, "saved", Some(colours)).await,
        Err(refused) => refuse(&staff, fields, refused),
    }
}

/// `POST /staff/hub/theme/removal`: the colours of Nabe.
pub async fn remove(posted: StaffPosted<Fields>) -> Result<Response, Problem> {
    posted.staff.needs(Role::Lead)?;
    set(&posted.staff, "removed", None).await
}

async fn set(staff: &Staff, done: &str, colours: Option<Colours>) -> Result<Response, Problem> {
    change(staff, &format!("{PATH}?done={done}"), move |_, _, _, look| {
        look.colours = colours;
        Ok(())
    })
    .await
}

/// Why colours are not taken, and which would be.
pub struct Refused {
    /// What is wrong.
    pub flaws: Flaws,
    /// The nearest that can be read, where it is only that.
    pub proposal: Option<Colours>,
}

/// The two colours, unless one cannot be read as a colour or what follows from them cannot be read by people.
pub fn read(t: Texts, fields: &Fields) -> Result<Colours, Refused> {
    let mut r = Reader::new(t, fields);
    let mut colour = |field| {
        let colour = Colour::parse(fields.get(field));
        if colour.is_none() {
            r.flaw(field, t.theme_flaw_colour());
        }
        colour
    };
    let (Some(action), Some(accent)) = (colour("action"), colour("accent")) else { return Err(Refused { flaws: r.flaws, proposal: None }) };
    let colours = Colours { action, accent };
    let Err(weak) = colours.palette() else { return Ok(colours) };
    r.flaw("action", weakness(t, action, &weak));
    Err(Refused { flaws: r.flaws, proposal: Some(colours.nearest()) })
}

/// The first weakness in words: paper comes before tinted ground.
fn weakness(t: Texts, action: Colour, weak: &[Weakness]) -> String {
    let contrast = weak.first().map_or(1.0, |weakness| weakness.contrast);
    t.theme_flaw_weak(action.to_string(), decimal(t.lang, contrast))
}

fn refuse(staff: &Staff, fields: Fields, refused: Refused) -> Result<Response, Problem> {
    let shown = Shown { colours: refused.proposal, proposal: refused.proposal, is_preview: false };
    Ok(page(staff, fields, refused.flaws, shown)?.status(StatusCode::UNPROCESSABLE_ENTITY).into_response())
}

fn fields_of(colours: Option<Colours>) -> Fields {
    let pairs = colours.map(|colours| vec![("action".to_owned(), colours.action.to_string()), ("accent".to_owned(), colours.accent.to_string())]);
    Fields(pairs.unwrap_or_default())
}

/// What the samples show.
#[derive(Clone, Copy)]
struct Shown {
    colours: Option<Colours>,
    proposal: Option<Colours>,
    is_preview: bool,
}

fn page(staff: &Staff, fields: Fields, flaws: Flaws, shown: Shown) -> Result<Page, Problem> {
    staff.needs(Role::Lead)?;
    let (t, look) = (staff.visit.t, &staff.visit.hub.look);
    let items = vec![
        Item::line("action", t.theme_action()).hint(t.theme_action_hint()).width("nabe-w16"),
        Item::line("accent", t.theme_accent()).hint(t.theme_accent_hint()).width("nabe-w16"),
    ];
    let frame = StaffFrame::new(staff, StaffSection::Hub, t.theme_title()).invalid(!flaws.is_empty());
    Page::personal(&ColoursPage {
        logo: frame.logo.clone(),
        picture: look.picture.as_ref().map(|picture| staff.visit.links.shared("/theme/", &picture.files()[1])),
        sample: Sample::of(staff, shown.colours),
        proposal: shown.proposal,
        done: match staff.visit.query.as_ref() {
            "done=saved" => t.theme_saved(),
            "done=removed" => t.theme_removed(),
            _ => "",
        },
        is_preview: shown.is_preview && shown.colours != look.colours,
        has_colours: look.colours.is_some(),
        sheet: Sheet::new(vec![Group::plain(items)], fields, flaws),
        frame,
    })
}
