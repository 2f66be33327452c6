//! What happens to personal data, in the words of Articles 13 and 14 GDPR: what the program does, the periods of the hub, and what the hub
//! has entered about itself. What it has not entered stands in the panel of what is missing.

use super::store::{self, Details};
use crate::auth::{SESSION_IDLE, SESSION_LONGEST};
use crate::features::pages::{self, Block, Further, Part, TextPage};
use crate::problem::Problem;
use crate::retention::{self, CLASSES, Periods, Record};
use crate::tenancy::Visit;
use crate::texts::Texts;
use crate::ui::Page;

/// `GET /privacy`
pub async fn show(visit: Visit) -> Result<Page, Problem> {
    let (t, hub) = (visit.t, visit.hub.id);
    let (periods, details) = visit.app.read(hub, move |tx| Ok((retention::periods(tx, hub)?, store::details(tx, hub)?))).await?;
    let further = Further::load(&visit, pages::Kind::Privacy).await?;
    let as_files = visit.app.config().smtp.is_none();
    let page = TextPage {
        title: t.ui_privacy(),
        lede: t.privacy_notice_lede().to_owned(),
        drawing: "",
        note: String::new(),
        parts: contacts(t, &visit.hub.name, &details)
            .into_iter()
            .chain(collected(t))
            .chain([basis(t, &details), seen(t, &details), kept(t, &periods, &details, as_files), rights(t, &details)])
            .chain(further.part())
            .collect(),
        missing: missing(t, &details),
    };
    page.answer_until(&visit, further.next)
}

fn contacts(t: Texts, hub: &str, details: &Details) -> Vec<Part> {
    let own = |heading, text: &String| (!text.is_empty()).then(|| Part::new(heading, [Block::Own(text.clone())]));
    let parts = [
        own(t.privacy_notice_controller(), &details.controller),
        own(t.privacy_notice_officer(), &details.officer),
        Some(Part::new(t.privacy_notice_who(), [Block::Text(t.privacy_notice_who_text(hub)), Block::Reach])),
    ];
    parts.into_iter().flatten().collect()
}

/// Which data, where they arise.
fn collected(t: Texts) -> [Part; 4] {
    let hours = SESSION_IDLE.minutes() / 60;
    let days = SESSION_LONGEST.minutes() / (60 * 24);
    [
        Part::new(t.privacy_notice_reading(), [Block::List(t.privacy_notice_reading_list().to_owned())]),
        Part::new(
            t.privacy_notice_booking(),
            [
                Block::Text(t.privacy_notice_booking_text().to_owned()),
                Block::List(t.privacy_notice_booking_list().to_owned()),
                Block::Text(t.privacy_notice_booking_need().to_owned()),
            ],
        ),
        Part::new(t.privacy_notice_mail(), [Block::Text(t.privacy_notice_mail_text().to_owned())]),
        Part::new(t.privacy_notice_staff(), [Block::Text(t.privacy_notice_staff_text(hours, days))]),
    ]
}

fn basis(t: Texts, details: &Details) -> Part {
    let law = if details.law.is_empty() { Block::Text(t.privacy_notice_basis_open().to_owned()) } else { Block::Own(details.law.clone()) };
    Part::new(t.privacy_notice_basis(), [Block::Text(t.privacy_notice_basis_text().to_owned()), law])
}

fn seen(t: Texts, details: &Details) -> Part {
    let mut blocks = vec![Block::List(t.privacy_notice_seen_list().to_owned())];
    if !details.provider.is_empty() {
        blocks.extend([Block::Text(t.privacy_notice_provider().to_owned()), Block::Own(details.provider.clone())]);
    }
    Part::new(t.privacy_notice_seen(), blocks)
}

/// How long, by the table. Mails are files only where there is no mail server.
fn kept(t: Texts, periods: &Periods, details: &Details, as_files: bool) -> Part {
    let classes = CLASSES.iter().filter(|class| as_files || class.record != Record::MailFile);
    let lines: Vec<String> = classes.map(|class| t.privacy_notice_kept_line((class.name)(t), periods.words(t, class.record), (class.remains)(t))).collect();
    let backups = details.backup_days.map_or_else(|| t.privacy_notice_backups().to_owned(), |days| t.privacy_notice_backups_days(i64::from(days)));
    Part::new(
        t.privacy_notice_kept(),
        [
            Block::List(lines.join("\n")),
            Block::Text(t.privacy_notice_kept_more().to_owned()),
            Block::Text(backups),
            Block::Text(t.privacy_notice_kept_ask().to_owned()),
        ],
    )
}

fn rights(t: Texts, details: &Details) -> Part {
    let mut blocks = vec![
        Block::Text(t.privacy_notice_rights_text().to_owned()),
        Block::List(t.privacy_notice_rights_list().to_owned()),
        Block::Text(t.privacy_notice_complaint().to_owned()),
    ];
    if !details.authority.is_empty() {
        blocks.push(Block::Own(details.authority.clone()));
    }
    Part::new(t.privacy_notice_rights(), blocks)
}

/// What the law asks for and nobody has entered.
pub fn missing(t: Texts, details: &Details) -> Vec<&'static str> {
    let entered = [
        (details.controller.is_empty(), t.privacy_missing_controller()),
        (details.officer.is_empty(), t.privacy_missing_officer()),
        (details.law.is_empty(), t.privacy_missing_law()),
        (details.provider.is_empty(), t.privacy_missing_provider()),
        (details.authority.is_empty(), t.privacy_missing_authority()),
        (details.backup_days.is_none(), t.privacy_missing_backups()),
    ];
    entered.into_iter().filter(|(missing, _)| *missing).map(|(_, words)| words).collect()
}
