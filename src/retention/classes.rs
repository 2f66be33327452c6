//! The table. Whoever adds a table with something personal adds a class here, or names the table in one.

use booking::Span;

use crate::auth::SESSION_LONGEST;
use crate::texts::Texts;

/// A text in the language of the page.
pub type Words = fn(Texts) -> &'static str;

/// Records of one kind.
pub struct Class {
    /// Its key.
    pub record: Record,
    /// Where they are kept.
    pub tables: &'static [&'static str],
    /// What they are called.
    pub name: Words,
    /// Whom they are about.
    pub people: Words,
    /// What they are for.
    pub purpose: Words,
    /// On what legal basis.
    pub basis: Words,
    /// Which fields.
    pub fields: Words,
    /// Who gets to see them.
    pub recipients: Words,
    /// For how long.
    pub kept: Kept,
    /// After which instant, as in "30 days …".
    pub since: Words,
    /// What is left afterwards.
    pub remains: Words,
}

/// For how long records are kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kept {
    /// So many days; a hub may set another number between `least` and `most`.
    Days {
        /// Unless the hub has set something else.
        usual: u16,
        /// At least.
        least: u16,
        /// At most.
        most: u16,
    },
    /// The same in every hub.
    Fixed(Span),
    /// Until people remove them.
    ByHand,
}

/// Key of a class.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Record {
    /// Registrations that have or had a place.
    Registration,
    /// Registrations that waited in vain.
    Waitlist,
    /// What happened to a registration.
    History,
    /// Keys and fingerprints of forms.
    Form,
    /// That a mail was sent.
    SentMail,
    /// Mails that could not leave.
    StuckMail,
    /// Mails kept as files while there is no mail server.
    MailFile,
    /// How dates were before a change.
    EventChange,
    /// Accounts of people who work here.
    Account,
    /// Sessions of people who work here.
    Session,
    /// Failed sign-ins.
    SignIn,
    /// Reported barriers.
    Barrier,
    /// Contacts of member organisations.
    OrganisationContact,
    /// That somebody's data were handed out or erased.
    Request,
    /// Earlier versions of pages, and who saved them.
    PageRevision,
    /// Names in the programme.
    Programme,
}

impl Record {
    /// The word in the database and in forms.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Registration => "registration",
            Self::Waitlist => "waitlist",
            Self::History => "history",
            Self::Form => "form",
            Self::SentMail => "sent_mail",
            Self::StuckMail => "stuck_mail",
            Self::MailFile => "mail_file",
            Self::EventChange => "event_change",
            Self::Account => "account",
            Self::Session => "session",
            Self::SignIn => "sign_in",
            Self::Barrier => "barrier",
            Self::OrganisationContact => "organisation_contact",
            Self::Request => "request",
            Self::PageRevision => "page_revision",
            Self::Programme => "programme",
        }
    }

    /// From that word.
    pub fn parse(word: &str) -> Option<Self> {
        CLASSES.iter().map(|class| class.record).find(|record| record.as_str() == word)
    }

    /// Its row of the table.
    pub fn class(self) -> &'static Class {
        // Every key has its row: a test counts them.
        CLASSES.iter().find(|class| class.record == self).unwrap_or(&REGISTRATION)
    }
}

const REGISTRATION: Class = Class {
    record: Record::Registration,
    tables: &["booking"],
    name: Texts::retention_registration,
    people: Texts::retention_people_guests,
    purpose: Texts::retention_registration_purpose,
    basis: Texts::retention_basis_task,
    fields: Texts::retention_registration_fields,
    recipients: Texts::retention_seen_team,
    kept: Kept::Days { usual: 30, least: 7, most: 180 },
    since: Texts::retention_since_event,
    remains: Texts::retention_registration_remains,
};

/// All classes, in the order in which people are told of them.
pub const CLASSES: &[Class] = &[
    Class { recipients: Texts::retention_seen_registration, ..REGISTRATION },
    Class {
        record: Record::Waitlist,
        recipients: Texts::retention_seen_registration,
        tables: &["booking"],
        name: Texts::retention_waitlist,
        purpose: Texts::retention_waitlist_purpose,
        fields: Texts::retention_waitlist_fields,
        kept: Kept::Days { usual: 7, least: 1, most: 90 },
        ..REGISTRATION
    },
    Class {
        record: Record::History,
        tables: &["booking_log"],
        name: Texts::retention_history,
        people: Texts::retention_people_guests_and_team,
        purpose: Texts::retention_history_purpose,
        fields: Texts::retention_history_fields,
        remains: Texts::retention_remains_nothing,
        ..REGISTRATION
    },
    Class {
        record: Record::SentMail,
        tables: &["outbox"],
        name: Texts::retention_sent_mail,
        purpose: Texts::retention_sent_mail_purpose,
        fields: Texts::retention_sent_mail_fields,
        recipients: Texts::retention_seen_mail,
        since: Texts::retention_since_sent,
        remains: Texts::retention_remains_nothing,
        ..REGISTRATION
    },
    Class {
        record: Record::StuckMail,
        tables: &["outbox"],
        name: Texts::retention_stuck_mail,
        purpose: Texts::retention_stuck_mail_purpose,
        fields: Texts::retention_mail_fields,
        kept: Kept::Days { usual: 14, least: 3, most: 60 },
        since: Texts::retention_since_written,
        remains: Texts::retention_remains_nothing,
        ..REGISTRATION
    },
    Class {
        record: Record::Barrier,
        tables: &["barrier_report"],
        name: Texts::retention_barrier,
        people: Texts::retention_people_barrier,
        purpose: Texts::retention_barrier_purpose,
        basis: Texts::retention_basis_access,
        fields: Texts::retention_barrier_fields,
        kept: Kept::Days { usual: 365, least: 30, most: 1095 },
        since: Texts::retention_since_answer,
        remains: Texts::retention_remains_nothing,
        ..REGISTRATION
    },
    Class {
        record: Record::OrganisationContact,
        tables: &["organisation"],
        name: Texts::retention_organisation_contact,
        people: Texts::retention_people_contacts,
        purpose: Texts::retention_organisation_contact_purpose,
        fields: Texts::retention_organisation_contact_fields,
        kept: Kept::Days { usual: 730, least: 90, most: 1_825 },
        since: Texts::retention_since_confirmed,
        remains: Texts::retention_organisation_contact_remains,
        ..REGISTRATION
    },
    Class {
        record: Record::MailFile,
        tables: &[],
        name: Texts::retention_mail_file,
        purpose: Texts::retention_mail_file_purpose,
        fields: Texts::retention_mail_fields,
        recipients: Texts::retention_seen_operators,
        kept: Kept::Fixed(Span::from_days(14)),
        since: Texts::retention_since_written,
        remains: Texts::retention_remains_nothing,
        ..REGISTRATION
    },
    Class {
        record: Record::Form,
        tables: &["booking", "barrier_report"],
        name: Texts::retention_form,
        purpose: Texts::retention_form_purpose,
        fields: Texts::retention_form_fields,
        recipients: Texts::retention_seen_nobody,
        kept: Kept::Fixed(Span::from_days(7)),
        since: Texts::retention_since_form,
        remains: Texts::retention_remains_nothing,
        ..REGISTRATION
    },
    Class {
        record: Record::Account,
        tables: &["account", "membership", "access_link"],
        name: Texts::retention_account,
        people: Texts::retention_people_team,
        purpose: Texts::retention_account_purpose,
        basis: Texts::retention_basis_work,
        fields: Texts::retention_account_fields,
        recipients: Texts::retention_seen_lead,
        kept: Kept::ByHand,
        since: Texts::retention_since_leaving,
        remains: Texts::retention_remains_nothing,
    },
    Class {
        record: Record::Session,
        tables: &["login_session", "access_link"],
        name: Texts::retention_session,
        people: Texts::retention_people_team,
        purpose: Texts::retention_session_purpose,
        basis: Texts::retention_basis_security,
        fields: Texts::retention_session_fields,
        recipients: Texts::retention_seen_nobody,
        kept: Kept::Fixed(SESSION_LONGEST),
        since: Texts::retention_since_sign_in,
        remains: Texts::retention_remains_nothing,
    },
    Class {
        record: Record::SignIn,
        tables: &[],
        name: Texts::retention_sign_in,
        people: Texts::retention_people_sign_in,
        purpose: Texts::retention_sign_in_purpose,
        basis: Texts::retention_basis_security,
        fields: Texts::retention_sign_in_fields,
        recipients: Texts::retention_seen_nobody,
        kept: Kept::Fixed(Span::from_minutes(10)),
        since: Texts::retention_since_failure,
        remains: Texts::retention_remains_nothing,
    },
    Class {
        record: Record::EventChange,
        tables: &["event_change"],
        name: Texts::retention_event_change,
        people: Texts::retention_people_team,
        purpose: Texts::retention_event_change_purpose,
        basis: Texts::retention_basis_task,
        fields: Texts::retention_event_change_fields,
        recipients: Texts::retention_seen_team,
        kept: Kept::Fixed(Span::from_days(1)),
        since: Texts::retention_since_change,
        remains: Texts::retention_remains_nothing,
    },
    Class {
        record: Record::Request,
        tables: &["privacy_request"],
        name: Texts::retention_request,
        people: Texts::retention_people_team,
        purpose: Texts::retention_request_purpose,
        basis: Texts::retention_basis_duty,
        fields: Texts::retention_request_fields,
        recipients: Texts::retention_seen_lead,
        kept: Kept::Fixed(Span::from_days(3 * 365)),
        since: Texts::retention_since_request,
        remains: Texts::retention_remains_nothing,
    },
    Class {
        record: Record::PageRevision,
        tables: &["page_revision"],
        name: Texts::retention_page_revision,
        people: Texts::retention_people_team,
        purpose: Texts::retention_page_revision_purpose,
        basis: Texts::retention_basis_task,
        fields: Texts::retention_page_revision_fields,
        recipients: Texts::retention_seen_team,
        kept: Kept::Days { usual: 365, least: 30, most: 1_095 },
        since: Texts::retention_since_saved,
        remains: Texts::retention_page_revision_remains,
    },
    Class {
        record: Record::Programme,
        tables: &["event", "hub", "page"],
        name: Texts::retention_programme,
        people: Texts::retention_people_programme,
        purpose: Texts::retention_programme_purpose,
        basis: Texts::retention_basis_task,
        fields: Texts::retention_programme_fields,
        recipients: Texts::retention_seen_public,
        kept: Kept::ByHand,
        since: Texts::retention_since_removed,
        remains: Texts::retention_remains_nothing,
    },
];
