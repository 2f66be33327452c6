//! What is kept about a person, as Article 15 GDPR asks for: the data, and what they are for, who sees them, how long, from where.

use serde::Serialize;

use super::people::Found;
use crate::bookings::{Answer, Channel};
use crate::clock::Instant;
use crate::features::accessibility::Report;
use crate::features::events::KeptRegistration;
use crate::organisations::Organisation;
use crate::retention::{CLASSES, Class, Periods, Record};
use crate::tenancy::{Visit, timestamp};
use crate::texts::dates;

/// A sheet to hand out.
pub struct Sheet {
    /// When it was made, in words.
    pub made: String,
    /// By registration or report: heading, and rows of name and value.
    pub records: Vec<(String, Vec<(&'static str, String)>)>,
    /// By class: name, and rows of name and value.
    pub classes: Vec<(&'static str, Vec<(&'static str, String)>)>,
    /// The same for another program.
    pub data: Data,
}

/// The file.
#[derive(Serialize)]
pub struct Data {
    hub: String,
    made_at: String,
    registrations: Vec<RegistrationData>,
    barriers: Vec<BarrierData>,
    contacts: Vec<ContactData>,
    kept: Vec<KeptData>,
    rights: Vec<&'static str>,
}

#[derive(Serialize)]
struct RegistrationData {
    event: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    organisation: Option<String>,
    start: String,
    end: Option<String>,
    zone: String,
    state: &'static str,
    seats: u32,
    name: String,
    email: String,
    phone: String,
    companions: Vec<String>,
    answers: Vec<Answer>,
    note: String,
    paper: &'static str,
    channel: &'static str,
    language: &'static str,
    code: String,
    registered_at: String,
    changed_at: String,
    history: Vec<HistoryData>,
    mails: Vec<MailData>,
}

#[derive(Serialize)]
struct BarrierData {
    reported_at: String,
    place: String,
    words: String,
    name: String,
    contact: String,
    answered_at: Option<String>,
    answer: String,
}

#[derive(Serialize)]
struct ContactData {
    organisation: String,
    name: String,
    email: String,
    confirmed_at: String,
}

#[derive(Serialize)]
struct HistoryData {
    at: String,
    was: String,
    became: String,
    cause: String,
}

#[derive(Serialize)]
struct MailData {
    kind: String,
    state: String,
    written_at: String,
    sent_at: Option<String>,
    #[serde(skip_serializing_if = "serde_json::Value::is_null")]
    content: serde_json::Value,
}

#[derive(Serialize)]
struct KeptData {
    what: &'static str,
    purpose: &'static str,
    basis: &'static str,
    recipients: &'static str,
    period: String,
    remains: &'static str,
}

/// The sheet about these registrations.
pub fn sheet(visit: &Visit, found: &Found, periods: &Periods) -> Sheet {
    let t = visit.t;
    let about_guests = [Record::Registration, Record::Waitlist, Record::History, Record::SentMail, Record::StuckMail, Record::Form, Record::Barrier];
    let is_contact = |class: &&Class| class.record == Record::OrganisationContact && !found.organisations.is_empty();
    let classes: Vec<&Class> = CLASSES.iter().filter(|class| about_guests.contains(&class.record) || is_contact(class)).collect();
    let today = visit.hub.today(visit.now);
    Sheet {
        made: t.privacy_report_made(dates::day_long(t.lang, today), &visit.hub.name),
        records: records(visit, found),
        classes: classes.iter().map(|class| ((class.name)(t), class_rows(visit, class, periods))).collect(),
        data: Data {
            hub: visit.hub.name.clone(),
            made_at: iso(visit.now),
            registrations: found.registrations.iter().map(registration_data).collect(),
            barriers: found.barriers.iter().map(barrier_data).collect(),
            contacts: found.organisations.iter().filter_map(contact_data).collect(),
            kept: classes.iter().map(|class| kept_data(visit, class, periods)).collect(),
            rights: t.privacy_notice_rights_list().lines().collect(),
        },
    }
}

fn records(visit: &Visit, found: &Found) -> Vec<(String, Vec<(&'static str, String)>)> {
    let t = visit.t;
    let registrations = found.registrations.iter().map(|kept| (format!("{}, {}", kept.title, kept.when(t)), rows(visit, kept)));
    let barriers =
        found.barriers.iter().map(|report| (t.privacy_people_barrier(dates::day_long(t.lang, visit.hub.today(report.at))), barrier_rows(visit, report)));
    let contacts = found.organisations.iter().filter_map(|one| Some((t.privacy_people_contact(&one.name), contact_rows(visit, one)?)));
    registrations.chain(barriers).chain(contacts).collect()
}

fn contact_rows(visit: &Visit, organisation: &Organisation) -> Option<Vec<(&'static str, String)>> {
    let (t, contact) = (visit.t, organisation.contact.as_ref()?);
    Some(vec![(t.privacy_report_name(), contact.name.clone()), (t.privacy_report_email(), contact.email.clone())])
}

fn contact_data(organisation: &Organisation) -> Option<ContactData> {
    let contact = organisation.contact.as_ref()?;
    let (name, email) = (contact.name.clone(), contact.email.clone());
    Some(ContactData { organisation: organisation.name.clone(), name, email, confirmed_at: iso(contact.at) })
}

fn barrier_rows(visit: &Visit, report: &Report) -> Vec<(&'static str, String)> {
    let t = visit.t;
    let all = [
        (t.privacy_report_name(), report.name.clone()),
        (t.privacy_report_contact(), report.contact.clone()),
        (t.privacy_report_note(), report.words.clone()),
        (t.privacy_report_place(), report.place.clone()),
        (t.privacy_report_answers(), report.answer.clone()),
    ];
    all.into_iter().filter(|(_, value)| !value.is_empty()).collect()
}

fn barrier_data(report: &Report) -> BarrierData {
    BarrierData {
        reported_at: iso(report.at),
        place: report.place.clone(),
        words: report.words.clone(),
        name: report.name.clone(),
        contact: report.contact.clone(),
        answered_at: report.answered.map(iso),
        answer: report.answer.clone(),
    }
}

fn rows(visit: &Visit, kept: &KeptRegistration) -> Vec<(&'static str, String)> {
    let (t, hub, b) = (visit.t, &visit.hub, &kept.booking);
    let answers = b.answers.iter().map(|answer| format!("{} {}", answer.question, answer.answer)).collect::<Vec<_>>().join("\n");
    let history = kept.history_words(t, hub).into_iter().map(|(at, words)| format!("{at}: {words}")).collect::<Vec<_>>().join("\n");
    let mails = t.privacy_report_mails_count(i64::try_from(kept.mails.len()).unwrap_or(i64::MAX));
    let all = [
        (t.privacy_report_state(), kept.state_words(t)),
        (t.privacy_report_name(), b.name.clone()),
        (t.privacy_report_email(), b.email.clone()),
        (t.privacy_report_phone(), b.phone.clone()),
        (t.privacy_report_seats(), b.seats.to_string()),
        (t.training_organisation(), kept.organisation.clone().unwrap_or_default()),
        (t.privacy_report_companions(), b.companions.join(", ")),
        (t.privacy_report_answers(), answers),
        (t.privacy_report_note(), b.note.clone()),
        (t.privacy_report_code(), b.code.clone()),
        (t.privacy_report_language(), b.lang.code().to_owned()),
        (t.privacy_report_rated(), if kept.rated { t.privacy_report_rated_once().to_owned() } else { String::new() }),
        (t.privacy_report_history(), history),
        (t.privacy_report_mails(), mails),
    ];
    all.into_iter().filter(|(_, value)| !value.is_empty()).collect()
}

fn class_rows(visit: &Visit, class: &Class, periods: &Periods) -> Vec<(&'static str, String)> {
    let t = visit.t;
    vec![
        (t.privacy_record_purpose(), (class.purpose)(t).to_owned()),
        (t.privacy_record_basis(), (class.basis)(t).to_owned()),
        (t.privacy_record_recipients(), (class.recipients)(t).to_owned()),
        (t.privacy_how_long(), periods.words(t, class.record)),
        (t.privacy_record_remains(), (class.remains)(t).to_owned()),
    ]
}

fn registration_data(kept: &KeptRegistration) -> RegistrationData {
    let b = &kept.booking;
    RegistrationData {
        event: kept.title.clone(),
        organisation: kept.organisation.clone(),
        start: kept.start.to_string(),
        end: (!kept.open_end).then(|| kept.end.to_string()),
        zone: kept.zone.clone(),
        state: b.state.as_str(),
        seats: b.seats,
        name: b.name.clone(),
        email: b.email.clone(),
        phone: b.phone.clone(),
        companions: b.companions.clone(),
        answers: b.answers.clone(),
        note: b.note.clone(),
        paper: b.paper.as_str(),
        channel: if b.channel == Channel::Staff { "staff" } else { "web" },
        language: b.lang.code(),
        code: b.code.clone(),
        registered_at: iso(b.created_at),
        changed_at: iso(b.changed_at),
        history: kept
            .history
            .iter()
            .map(|line| HistoryData { at: iso(line.at), was: line.was.clone(), became: line.became.clone(), cause: line.cause.clone() })
            .collect(),
        mails: kept
            .mails
            .iter()
            .map(|mail| MailData {
                kind: mail.kind.clone(),
                state: mail.state.clone(),
                written_at: iso(mail.created_at),
                sent_at: mail.sent_at.map(iso),
                content: serde_json::from_str(&mail.payload).unwrap_or_default(),
            })
            .collect(),
    }
}

fn kept_data(visit: &Visit, class: &Class, periods: &Periods) -> KeptData {
    let t = visit.t;
    KeptData {
        what: (class.name)(t),
        purpose: (class.purpose)(t),
        basis: (class.basis)(t),
        recipients: (class.recipients)(t),
        period: periods.words(t, class.record),
        remains: (class.remains)(t),
    }
}

/// UTC as RFC 3339.
fn iso(at: Instant) -> String {
    timestamp(at).to_string()
}
