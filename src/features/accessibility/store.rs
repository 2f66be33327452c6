//! The tables `accessibility_statement`, `accessibility_gap` and `barrier_report`.

use jiff::civil::Date;
use uuid::Uuid;

use crate::clock::Instant;
use crate::db::{Columns, DbError, DbResult, HubId, Tx, args};
use crate::ids::{AccountId, uuid_at};
use crate::texts::Lang;

crate::db::statements! {
    /// What the hub has entered.
    STATEMENT(hub) = "select status, method, checked_on from accessibility_statement where hub_id = ?1";
    /// The same, entered anew.
    SET_STATEMENT(hub, text "partly", text "self", text "2026-11-23") =
        "insert into accessibility_statement (hub_id, status, method, checked_on) values (?1, ?2, ?3, ?4)
         on conflict (hub_id) do update set status = excluded.status, method = excluded.method, checked_on = excluded.checked_on";
    /// What is not accessible, in order.
    GAPS(hub) = "select gap, reason, alternative from accessibility_gap where hub_id = ?1 order by position";
    /// All of that goes.
    DELETE_GAPS(hub) = "delete from accessibility_gap where hub_id = ?1";
    /// One thing that is not accessible.
    INSERT_GAP(hub, int 9, text "Sample", text "work", text "") = "insert into accessibility_gap (hub_id, position, gap, reason, alternative) values (?1, ?2, ?3, ?4, ?5)";
    /// A new report, unless this form has been sent before.
    INSERT_REPORT(hub, uuid, now, now, text "", text "Sample", text "", text "", text " sample ", text "de", text "sample", text "") =
        "insert into barrier_report (hub_id, id, at, due_at, place, words, name, contact, folded, lang, form_key, form_print, answer)
         values (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, '')
         on conflict (hub_id, form_key) do nothing";
    /// What the form with this key said.
    PRINT_OF_FORM(hub, text "sample") = "select form_print from barrier_report where hub_id = ?1 and form_key = ?2";
    /// Reports, those without an answer first, the most urgent of them first.
    REPORTS(hub) =
        "select id, at, due_at, place, words, name, contact, lang, answered_at, answer from barrier_report where hub_id = ?1
         order by case when answered_at is null then 0 else 1 end, case when answered_at is null then due_at else -answered_at end, id limit 200";
    /// One report.
    REPORT(hub, uuid) = "select id, at, due_at, place, words, name, contact, lang, answered_at, answer from barrier_report where hub_id = ?1 and id = ?2";
    /// How many wait for an answer, and how many of them too long.
    OPEN(hub, now) = "select count(*), cast(coalesce(sum(case when due_at <= ?2 then 1 else 0 end), 0) as bigint) from barrier_report where hub_id = ?1 and answered_at is null";
    /// The answer, given once.
    ANSWER(hub, uuid, now, text "Sample", null) = "update barrier_report set answered_at = ?3, answer = ?4, account_id = ?5 where hub_id = ?1 and id = ?2 and answered_at is null";
    /// Reports of somebody, by words.
    REPORTS_OF(hub, text "%", text "%", text "%") = "select id from barrier_report where hub_id = ?1 and folded like ?2 and folded like ?3 and folded like ?4 order by at desc, id limit 50";
    /// A report goes.
    DELETE_REPORT(hub, uuid) = "delete from barrier_report where hub_id = ?1 and id = ?2";
}

/// How far the site conforms.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Status {
    /// Wholly.
    Fully,
    /// With the gaps that are named.
    Partly,
    /// Not.
    Not,
}

/// Who checked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Method {
    /// The hub itself.
    Own,
    /// Somebody else.
    Others,
}

/// Why something is not accessible (Implementing Decision (EU) 2018/1523).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reason {
    /// Not yet done.
    Work,
    /// A disproportionate burden.
    Burden,
    /// Outside the scope of the law.
    Exempt,
}

macro_rules! words {
    ($kind:ident { $($variant:ident = $word:literal),* }) => {
        impl $kind {
            /// All of them.
            pub const ALL: &'static [Self] = &[$(Self::$variant),*];

            /// The word in the database and in forms.
            pub fn as_str(self) -> &'static str {
                match self { $(Self::$variant => $word),* }
            }

            /// From that word.
            pub fn parse(word: &str) -> Option<Self> {
                Self::ALL.iter().copied().find(|one| one.as_str() == word)
            }
        }
    };
}
words!(Status { Fully = "fully", Partly = "partly", Not = "not" });
words!(Method { Own = "self", Others = "others" });
words!(Reason { Work = "work", Burden = "burden", Exempt = "exempt" });

/// Something that is not accessible.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Gap {
    /// What.
    pub gap: String,
    /// Why.
    pub reason: Reason,
    /// What to do instead; may be empty.
    pub alternative: String,
}

/// What the hub declares.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Statement {
    /// How far the site conforms.
    pub status: Status,
    /// Who checked.
    pub method: Method,
    /// When.
    pub checked_on: Date,
    /// What is not accessible, in order.
    pub gaps: Vec<Gap>,
}

/// A barrier that somebody reported.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Report {
    /// Key.
    pub id: Uuid,
    /// When it came.
    pub at: Instant,
    /// By when it is to be answered.
    pub due: Instant,
    /// On which page or where; may be empty.
    pub place: String,
    /// What is in the way.
    pub words: String,
    /// Who; may be empty.
    pub name: String,
    /// Mail address or telephone number; may be empty.
    pub contact: String,
    /// Language of the page.
    pub lang: Lang,
    /// When it was answered.
    pub answered: Option<Instant>,
    /// What was answered, or what was done.
    pub answer: String,
}

/// What the hub has entered; nothing before it has.
pub fn statement(tx: &Tx<'_>, hub: HubId) -> DbResult<Option<Statement>> {
    let found = tx.row(&STATEMENT, &args![hub], |c| {
        let (status, method, day): (String, String, String) = (c.take()?, c.take()?, c.take()?);
        let wrong = |what: &str| DbError::app(format!("accessibility_statement: unknown {what}"));
        Ok(Statement {
            status: Status::parse(&status).ok_or_else(|| wrong(&status))?,
            method: Method::parse(&method).ok_or_else(|| wrong(&method))?,
            checked_on: day.parse().map_err(|_| wrong(&day))?,
            gaps: Vec::new(),
        })
    })?;
    let Some(mut statement) = found else { return Ok(None) };
    statement.gaps = tx.rows(&GAPS, &args![hub], |c| {
        let (gap, reason): (_, String) = (c.take()?, c.take()?);
        Ok(Gap { gap, reason: Reason::parse(&reason).unwrap_or(Reason::Work), alternative: c.take()? })
    })?;
    Ok(Some(statement))
}

/// Enters it anew.
pub fn set_statement(tx: &Tx<'_>, hub: HubId, s: &Statement) -> DbResult<()> {
    tx.execute(&SET_STATEMENT, &args![hub, s.status.as_str(), s.method.as_str(), s.checked_on.to_string()])?;
    tx.execute(&DELETE_GAPS, &args![hub])?;
    for (position, gap) in (1_i64..).zip(&s.gaps) {
        tx.execute(&INSERT_GAP, &args![hub, position, &gap.gap, gap.reason.as_str(), &gap.alternative])?;
    }
    Ok(())
}

/// A report as it comes in.
#[derive(Debug, Clone)]
pub struct NewReport {
    /// On which page or where.
    pub place: String,
    /// What is in the way.
    pub words: String,
    /// Who.
    pub name: String,
    /// Mail address or telephone number.
    pub contact: String,
    /// What search looks through.
    pub folded: String,
    /// Language of the page.
    pub lang: Lang,
    /// The form's key: the same form twice is one report.
    pub form_key: String,
    /// A fingerprint of what it said.
    pub form_print: String,
}

/// What came of a report.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Received {
    /// Written under this key.
    New(Uuid),
    /// This form has been sent before.
    Again,
    /// This form has been sent before and said something else.
    Other,
}

/// Writes a report, unless its form has been sent before.
pub fn insert_report(tx: &Tx<'_>, hub: HubId, new: &NewReport, due: Instant, now: Instant) -> DbResult<Received> {
    let id = uuid_at(now);
    let n = new;
    let written =
        tx.execute(&INSERT_REPORT, &args![hub, id, now, due, &n.place, &n.words, &n.name, &n.contact, &n.folded, n.lang.code(), &n.form_key, &n.form_print])?;
    if written == 1 {
        return Ok(Received::New(id));
    }
    let then: Option<String> = tx.row(&PRINT_OF_FORM, &args![hub, &n.form_key], |c| c.take())?;
    Ok(if then.is_some_and(|then| then == n.form_print) { Received::Again } else { Received::Other })
}

/// All reports, the most urgent first; at most 200.
pub fn all_reports(tx: &Tx<'_>, hub: HubId) -> DbResult<Vec<Report>> {
    tx.rows(&REPORTS, &args![hub], decode)
}

/// One report.
pub fn report(tx: &Tx<'_>, hub: HubId, id: Uuid) -> DbResult<Option<Report>> {
    tx.row(&REPORT, &args![hub, id], decode)
}

/// How many wait for an answer, and how many of them too long.
pub fn open(tx: &Tx<'_>, hub: HubId, now: Instant) -> DbResult<(i64, i64)> {
    tx.one(&OPEN, &args![hub, now], |c| Ok((c.take()?, c.take()?)))
}

/// Keeps an answer; false when there is one already.
pub fn set_answer(tx: &Tx<'_>, hub: HubId, id: Uuid, answer: &str, by: AccountId, now: Instant) -> DbResult<bool> {
    Ok(tx.execute(&ANSWER, &args![hub, id, now, answer, by])? == 1)
}

/// Reports of somebody whose name, mail address or telephone number begins so, by patterns; at most 50.
pub fn reports_of(tx: &Tx<'_>, hub: HubId, patterns: &[String; 3]) -> DbResult<Vec<Report>> {
    let [first, second, third] = patterns;
    let ids: Vec<Uuid> = tx.rows(&REPORTS_OF, &args![hub, first, second, third], |c| c.take())?;
    kept_reports(tx, hub, &ids)
}

/// These reports, as far as they are of this hub.
pub fn kept_reports(tx: &Tx<'_>, hub: HubId, ids: &[Uuid]) -> DbResult<Vec<Report>> {
    let found: Vec<Option<Report>> = ids.iter().map(|id| report(tx, hub, *id)).collect::<DbResult<_>>()?;
    Ok(found.into_iter().flatten().collect())
}

/// Erases these reports; how many.
pub fn erase_reports(tx: &Tx<'_>, hub: HubId, ids: &[Uuid]) -> DbResult<u32> {
    ids.iter().try_fold(0, |sum, id| Ok(sum + u32::try_from(tx.execute(&DELETE_REPORT, &args![hub, *id])?).unwrap_or(0)))
}

fn decode(c: &mut Columns<'_>) -> DbResult<Report> {
    let (id, at, due, place, words) = (c.take()?, c.take()?, c.take()?, c.take()?, c.take()?);
    let (name, contact, lang): (_, _, String) = (c.take()?, c.take()?, c.take()?);
    Ok(Report { id, at, due, place, words, name, contact, lang: Lang::parse(&lang).unwrap_or(Lang::De), answered: c.take()?, answer: c.take()? })
}
