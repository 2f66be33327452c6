//! Papers to print: the record of processing activities (Article 30 GDPR) and the annex to a processing agreement (Articles 28 and 32).
//! Both follow from the table of classes, the periods of the hub and what the hub has entered.

use askama::Template;

use super::store::{self, Details};
use crate::auth::{Role, SESSION_IDLE, SESSION_LONGEST, Staff, StaffFrame, StaffSection};
use crate::problem::Problem;
use crate::retention::{self, CLASSES, Class, Periods};
use crate::texts::{Texts, dates};
use crate::ui::Page;

#[derive(Template)]
#[template(path = "features/privacy/paper.html")]
struct PaperPage {
    frame: StaffFrame,
    title: &'static str,
    lede: &'static str,
    made: String,
    missing: Vec<&'static str>,
    parts: Vec<PaperPart>,
}

/// A heading with rows of name and value, and a list below.
struct PaperPart {
    heading: &'static str,
    rows: Vec<(&'static str, String)>,
    list: Vec<String>,
}

/// `GET /staff/hub/data-protection/record`
pub async fn record(staff: Staff) -> Result<Page, Problem> {
    let (periods, details) = load(&staff).await?;
    let t = staff.visit.t;
    let head = PaperPart { heading: t.privacy_record_who(), rows: who(t, &details), list: Vec::new() };
    let classes = CLASSES.iter().map(|class| PaperPart { heading: (class.name)(t), rows: activity(t, class, &periods), list: Vec::new() });
    let measures = PaperPart { heading: t.privacy_record_measures(), rows: Vec::new(), list: vec![t.privacy_record_measures_text().to_owned()] };
    let page = PaperPage {
        frame: StaffFrame::new(&staff, StaffSection::Hub, t.privacy_record()),
        title: t.privacy_record(),
        lede: t.privacy_record_lede(),
        made: made(&staff),
        missing: super::notice::missing(t, &details),
        parts: [head].into_iter().chain(classes).chain([measures]).collect(),
    };
    Page::personal(&page)
}

/// `GET /staff/hub/data-protection/annex`
pub async fn annex(staff: Staff) -> Result<Page, Problem> {
    let (periods, details) = load(&staff).await?;
    let t = staff.visit.t;
    let list = |heading, lines: &str| PaperPart { heading, rows: Vec::new(), list: lines.lines().map(str::to_owned).collect() };
    let (hours, days) = (SESSION_IDLE.minutes() / 60, SESSION_LONGEST.minutes() / (24 * 60));
    let data = CLASSES.iter().map(|class| format!("{}: {} ({})", (class.name)(t), (class.fields)(t), (class.people)(t)));
    let kept = CLASSES.iter().map(|class| format!("{}: {}", (class.name)(t), periods.words(t, class.record)));
    let page = PaperPage {
        frame: StaffFrame::new(&staff, StaffSection::Hub, t.privacy_annex()),
        title: t.privacy_annex(),
        lede: t.privacy_annex_lede(),
        made: made(&staff),
        missing: super::notice::missing(t, &details),
        parts: vec![
            PaperPart { heading: t.privacy_record_who(), rows: who(t, &details), list: Vec::new() },
            list(t.privacy_annex_subject(), t.privacy_annex_subject_list()),
            PaperPart { heading: t.privacy_annex_data(), rows: Vec::new(), list: data.collect() },
            list(t.privacy_annex_access(), &t.privacy_annex_access_list(hours, days)),
            list(t.privacy_annex_apart(), t.privacy_annex_apart_list()),
            list(t.privacy_annex_whole(), t.privacy_annex_whole_list()),
            list(t.privacy_annex_there(), t.privacy_annex_there_list()),
            PaperPart { heading: t.privacy_annex_gone(), rows: Vec::new(), list: kept.collect() },
            list(t.privacy_annex_help(), t.privacy_annex_help_list()),
            list(t.privacy_annex_open(), t.privacy_annex_open_list()),
        ],
    };
    Page::personal(&page)
}

async fn load(staff: &Staff) -> Result<(Periods, Details), Problem> {
    staff.needs(Role::Lead)?;
    let hub = staff.visit.hub.id;
    Ok(staff.visit.app.read(hub, move |tx| Ok((retention::periods(tx, hub)?, store::details(tx, hub)?))).await?)
}

fn made(staff: &Staff) -> String {
    let (t, hub) = (staff.visit.t, &staff.visit.hub);
    t.privacy_report_made(dates::day_long(t.lang, hub.today(staff.visit.now)), &hub.name)
}

fn who(t: Texts, details: &Details) -> Vec<(&'static str, String)> {
    let open = |text: &String| if text.is_empty() { t.privacy_paper_open().to_owned() } else { text.clone() };
    let backups = details.backup_days.map_or_else(|| t.privacy_paper_open().to_owned(), |days| t.retention_days(i64::from(days)));
    vec![
        (t.privacy_notice_controller(), open(&details.controller)),
        (t.privacy_notice_officer(), open(&details.officer)),
        (t.privacy_details_law(), open(&details.law)),
        (t.privacy_details_provider(), open(&details.provider)),
        (t.privacy_details_authority(), open(&details.authority)),
        (t.privacy_details_backups(), backups),
    ]
}

fn activity(t: Texts, class: &Class, periods: &Periods) -> Vec<(&'static str, String)> {
    vec![
        (t.privacy_record_purpose(), (class.purpose)(t).to_owned()),
        (t.privacy_record_people(), (class.people)(t).to_owned()),
        (t.privacy_record_fields(), (class.fields)(t).to_owned()),
        (t.privacy_record_basis(), (class.basis)(t).to_owned()),
        (t.privacy_record_recipients(), (class.recipients)(t).to_owned()),
        (t.privacy_record_abroad(), t.privacy_record_abroad_none().to_owned()),
        (t.privacy_how_long(), periods.words(t, class.record)),
        (t.privacy_record_remains(), (class.remains)(t).to_owned()),
    ]
}
