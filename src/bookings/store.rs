//! Bookings in the database. Every step names the state it starts from.

use std::collections::BTreeMap;

use booking::{Cause, Entry, EntryId, Party, QuotaId, State, Transition};

use super::booking::{Ask, Booking, Channel, Contact, Paper, folded, person_of};
use crate::clock::Instant;
use crate::db::{Columns, DbError, DbResult, HubId, Tx, args, json, json_list};
use crate::ids::{AccountId, BookingId, OccasionId, uuid_at};
use crate::organisations::OrganisationId;
use crate::texts::Lang;

crate::db::statements! {
    /// What is known before a decision: the booking that the form has made already, and the places the person has or waits for.
    KNOWN(hub, text "none", text "anna@example.org", id_of "occurrence") =
        "select (select id from booking where hub_id = ?1 and form_key = ?2), (select form_print from booking where hub_id = ?1 and form_key = ?2),
                (select cast(coalesce(sum(seats), 0) as bigint) from booking where hub_id = ?1 and person = ?3 and occasion_id = ?4 and state in ('hold', 'requested', 'confirmed', 'attended', 'no_show', 'waiting', 'offered'))";
    /// One booking.
    BY_ID(hub, id_of "booking") = "select id, occasion_id, state, seats, since, deadline, name, email, phone, companions, answers, note, paper, channel, lang, code, sequence, created_at, changed_at, organisation_id from booking where hub_id = ?1 and id = ?2";
    /// One booking by its readable code.
    BY_CODE(hub, text "K7MW4TRA") = "select id from booking where hub_id = ?1 and code = ?2";
    /// All bookings of an occasion, in the order in which they were made.
    OF_OCCASION(hub, id_of "occurrence") = "select id, occasion_id, state, seats, since, deadline, name, email, phone, companions, answers, note, paper, channel, lang, code, sequence, created_at, changed_at, organisation_id from booking where hub_id = ?1 and occasion_id = ?2 order by since, id limit 5000";
    /// What a person still has before them.
    OF_PERSON(hub, text "anna@example.org") = "select id, occasion_id, state, seats, since, deadline, name, email, phone, companions, answers, note, paper, channel, lang, code, sequence, created_at, changed_at, organisation_id from booking where hub_id = ?1 and person = ?2 and kind = 'seat' and state in ('confirmed', 'waiting', 'offered') order by since, id limit 100";
    /// How often a person did not come.
    MISSED(hub, text "anna@example.org") = "select count(*) from booking where hub_id = ?1 and person = ?2 and state = 'no_show'";
    /// Those that hold places for a time or wait.
    PENDING(hub, id_of "occurrence") = "select id, seats, state, since, deadline, organisation_id from booking where hub_id = ?1 and occasion_id = ?2 and state in ('hold', 'requested', 'offered', 'waiting') order by since, id";
    /// Places that people of organisations have at an occasion, by organisation.
    SEATED_OF(hub, id_of "occurrence") =
        "select organisation_id, cast(sum(seats) as bigint) from booking
         where hub_id = ?1 and occasion_id = ?2 and organisation_id is not null and state in ('confirmed', 'attended', 'no_show') group by organisation_id order by organisation_id";
    /// Places that people of one organisation have or are offered.
    TAKEN_OF(hub, id_of "occurrence", uuid) =
        "select cast(coalesce(sum(seats), 0) as bigint) from booking
         where hub_id = ?1 and occasion_id = ?2 and organisation_id = ?3 and state in ('hold', 'requested', 'offered', 'confirmed', 'attended', 'no_show')";
    /// Who waits of one organisation, and of none.
    WAITING_OF(hub, id_of "occurrence", uuid) =
        "select count(*) from booking where hub_id = ?1 and occasion_id = ?2 and state = 'waiting' and (organisation_id = ?3 or organisation_id is null)";
    /// Places a person has or waits for.
    OWN_SEATS(hub, text "anna@example.org", id_of "occurrence") = "select cast(coalesce(sum(seats), 0) as bigint) from booking where hub_id = ?1 and person = ?2 and occasion_id = ?3 and state in ('hold', 'requested', 'confirmed', 'attended', 'no_show', 'waiting', 'offered')";
    /// Counters derived from the bookings.
    COUNTS(hub, id_of "occurrence") = "select cast(coalesce(sum(case when state in ('confirmed', 'attended', 'no_show') then seats else 0 end), 0) as bigint), cast(coalesce(sum(case when state in ('hold', 'requested', 'offered') then seats else 0 end), 0) as bigint), cast(coalesce(sum(case when state = 'waiting' then 1 else 0 end), 0) as bigint) from booking where hub_id = ?1 and occasion_id = ?2";
    /// A new booking.
    INSERT(hub, uuid, text "seat", id_of "occurrence", text "confirmed", int 1, now, null, null, text "Anna", text "", text "", text "[]", text "[]", text "", text "none", text "web", text "de", text "SAMPLE22", text "sample", blob, now, text " anna ", null) =
        "insert into booking (hub_id, id, kind, occasion_id, state, seats, since, deadline, person, name, email, phone, companions, answers, note, paper, channel, lang, code, form_key, form_print, created_at, changed_at, folded, organisation_id)
         values (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18, ?19, ?20, ?21, ?22, ?22, ?23, ?24)";
    /// One step, only from the state it was decided on.
    STEP(hub, id_of "booking", text "confirmed", text "cancelled", null, now) =
        "update booking set state = ?4, deadline = ?5, changed_at = ?6 where hub_id = ?1 and id = ?2 and state = ?3";
    /// Another number of places.
    SET_SEATS(hub, id_of "booking", int 2, text "[]", now, text " anna ") = "update booking set seats = ?3, companions = ?4, changed_at = ?5, folded = ?6 where hub_id = ?1 and id = ?2";
    /// Another occasion, only from the state it was decided on.
    SET_OCCASION(hub, id_of "booking", id_of "occurrence", text "waiting", text "confirmed", now) = "update booking set occasion_id = ?3, state = ?5, deadline = null, since = ?6, changed_at = ?6 where hub_id = ?1 and id = ?2 and state = ?4";
    /// A later calendar message.
    RAISE_SEQUENCE(hub, id_of "booking", int 1) = "update booking set sequence = sequence + ?3 where hub_id = ?1 and id = ?2";
    /// Nobody can tell any more whose it was; seats, state, way and times stay.
    ERASE(hub, uuid, text "-sample", blob) =
        "update booking set name = '', email = '', phone = '', companions = '[]', answers = '[]', note = '', paper = 'none', person = null, folded = '', code = ?3, form_key = ?3, form_print = ?4
         where hub_id = ?1 and id = ?2 and name <> ''";
    /// Forgets the history of a booking.
    FORGET_LOG(hub, uuid) = "delete from booking_log where hub_id = ?1 and booking_id = ?2";
    /// Another name, another way to reach the person. Neither the state nor when it last changed.
    SET_CONTACT(hub, id_of "booking", text "Anna", text "", text "", text "", null, text " anna ") =
        "update booking set name = ?3, email = ?4, phone = ?5, note = ?6, person = ?7, folded = ?8 where hub_id = ?1 and id = ?2";
    /// One line of history.
    INSERT_LOG(hub, id_of "booking", uuid, now, text "confirmed", text "cancelled", text "guest", null) =
        "insert into booking_log (hub_id, booking_id, id, at, was, became, cause, account_id) values (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)";
    /// History of a booking, with the names of those who work here.
    LOG(hub, id_of "booking") =
        "select l.at, l.was, l.became, l.cause, coalesce(a.name, '') from booking_log l left join account a on a.id = l.account_id
         where l.hub_id = ?1 and l.booking_id = ?2 order by l.at, l.id limit 200";
}

/// What is known before a decision.
pub struct Known {
    /// The booking made by the form, with the fingerprint of what it said.
    pub by_form: Option<(BookingId, Vec<u8>)>,
    /// Places that the person has or waits for at the occasion.
    pub own_seats: u32,
}

/// Looks for both at once, because every booking begins with it.
pub fn known(tx: &Tx<'_>, hub: HubId, form_key: &str, person: Option<&str>, occasion: OccasionId) -> DbResult<Known> {
    tx.one(&KNOWN, &args![hub, form_key, person, occasion], |c| {
        let (id, print): (Option<BookingId>, Option<Vec<u8>>) = (c.take()?, c.take()?);
        Ok(Known { by_form: id.zip(print), own_seats: c.take()? })
    })
}

/// One booking.
pub fn booking(tx: &Tx<'_>, hub: HubId, id: BookingId) -> DbResult<Option<Booking>> {
    tx.row(&BY_ID, &args![hub, id], decode)
}

/// The booking with this code, written without blanks.
pub fn by_code(tx: &Tx<'_>, hub: HubId, code: &str) -> DbResult<Option<BookingId>> {
    tx.row(&BY_CODE, &args![hub, code], |c| c.take())
}

/// All bookings of an occasion in the order of the queue; at most 5,000.
pub fn of_occasion(tx: &Tx<'_>, hub: HubId, occasion: OccasionId) -> DbResult<Vec<Booking>> {
    tx.rows(&OF_OCCASION, &args![hub, occasion], decode)
}

/// What a person, known by mail address or telephone, has not finished; at most 100.
pub fn of_person(tx: &Tx<'_>, hub: HubId, person: &str) -> DbResult<Vec<Booking>> {
    tx.rows(&OF_PERSON, &args![hub, person], decode)
}

/// How often a person, known by mail address or telephone, had a place and did not come, as far as it is still kept.
pub fn missed(tx: &Tx<'_>, hub: HubId, person: &str) -> DbResult<u32> {
    tx.one(&MISSED, &args![hub, person], |c| c.take())
}

/// Those that hold places for a time or wait, as the kernel sees them.
pub fn pending(tx: &Tx<'_>, hub: HubId, occasion: OccasionId) -> DbResult<Vec<Entry>> {
    tx.rows(&PENDING, &args![hub, occasion], |c| {
        let id: BookingId = c.take()?;
        let (seats, state): (_, String) = (c.take()?, c.take()?);
        let (since, deadline, organisation) = (c.take()?, c.take()?, c.take::<Option<OrganisationId>>()?);
        let quota = organisation.map(OrganisationId::quota);
        Ok(Entry { id: EntryId(*id.0.as_bytes()), seats, state: parse_state(&state)?, since, deadline, quota })
    })
}

/// Places that people of organisations have at an occasion.
pub fn seated_of(tx: &Tx<'_>, hub: HubId, occasion: OccasionId) -> DbResult<BTreeMap<QuotaId, u32>> {
    let rows = tx.rows(&SEATED_OF, &args![hub, occasion], |c| Ok((c.take::<OrganisationId>()?.quota(), c.take()?)))?;
    Ok(rows.into_iter().collect())
}

/// Places that people of one organisation have or are offered at an occasion.
pub fn taken_of(tx: &Tx<'_>, hub: HubId, occasion: OccasionId, organisation: OrganisationId) -> DbResult<u32> {
    tx.one(&TAKEN_OF, &args![hub, occasion, organisation], |c| c.take())
}

/// How many wait before somebody of this organisation where organisations have limits: its own people, and those who belong to none.
pub fn waiting_of(tx: &Tx<'_>, hub: HubId, occasion: OccasionId, organisation: OrganisationId) -> DbResult<u32> {
    tx.one(&WAITING_OF, &args![hub, occasion, organisation], |c| c.take())
}

/// Places that a person has or waits for at this occasion.
pub fn own_seats(tx: &Tx<'_>, hub: HubId, person: &str, occasion: OccasionId) -> DbResult<u32> {
    tx.one(&OWN_SEATS, &args![hub, person, occasion], |c| c.take())
}

/// The counters as the bookings say.
pub fn counts(tx: &Tx<'_>, hub: HubId, occasion: OccasionId) -> DbResult<super::Counts> {
    tx.one(&COUNTS, &args![hub, occasion], |c| Ok(super::Counts { seated: c.take()?, held: c.take()?, waiting: c.take()? }))
}

/// A booking that was just decided, as the row to be written.
pub struct Fresh<'a> {
    /// Its key.
    pub id: BookingId,
    /// Which kind of occasion.
    pub kind: &'a str,
    /// What is booked.
    pub occasion: OccasionId,
    /// Confirmed or waiting.
    pub state: State,
    /// Place in the queue.
    pub since: Instant,
    /// Readable code.
    pub code: &'a str,
    /// By what the limit per person knows the person.
    pub person: Option<&'a str>,
    /// Who and how many.
    pub ask: &'a Ask,
}

/// Writes a new booking.
pub fn insert(tx: &Tx<'_>, hub: HubId, fresh: &Fresh<'_>, now: Instant) -> DbResult<()> {
    let Fresh { id, kind, occasion, state, since, code, person, ask } = *fresh;
    let (companions, answers) = (json(&ask.companions)?, json(&ask.answers)?);
    tx.put(
        &INSERT,
        &args![
            hub,
            id,
            kind,
            occasion,
            state.as_str(),
            ask.seats,
            since,
            None::<Instant>,
            person,
            &ask.name,
            &ask.email,
            &ask.phone,
            companions,
            answers,
            &ask.note,
            ask.paper.as_str(),
            ask.channel.as_str(),
            ask.lang.code(),
            code,
            &ask.form_key,
            &ask.form_print,
            now,
            folded(&ask.name, &ask.companions, &ask.email, &ask.phone),
            ask.organisation
        ],
    )
}

/// Applies one step of the kernel: changes the row if it still is in the state the step starts from, and logs it.
/// An error when it is not, which fails the whole job: under the hub's lock that cannot happen.
pub fn step(tx: &Tx<'_>, hub: HubId, step: &Transition, by: Option<AccountId>) -> DbResult<()> {
    let id = BookingId(uuid::Uuid::from_bytes(step.id.0));
    let touched = tx.execute(&STEP, &args![hub, id, step.from.as_str(), step.to.as_str(), step.deadline, step.at])?;
    if touched != 1 {
        return Err(DbError::app(format!("booking {id} is no longer {}", step.from.as_str())));
    }
    log(tx, hub, id, step, by)
}

fn log(tx: &Tx<'_>, hub: HubId, id: BookingId, step: &Transition, by: Option<AccountId>) -> DbResult<()> {
    let cause = cause(step.cause);
    tx.put(&INSERT_LOG, &args![hub, id, uuid_at(step.at), step.at, step.from.as_str(), step.to.as_str(), cause, by])
}

/// Notes who made a booking for somebody else.
pub fn log_made(tx: &Tx<'_>, hub: HubId, id: BookingId, state: State, by: AccountId, now: Instant) -> DbResult<()> {
    tx.put(&INSERT_LOG, &args![hub, id, uuid_at(now), now, state.as_str(), state.as_str(), MADE, by])
}

/// Another name, another way to reach the person. What it was before is not kept: it may have been somebody else's.
pub fn set_contact(tx: &Tx<'_>, hub: HubId, booking: &Booking, is: &Contact, by: Option<AccountId>, now: Instant) -> DbResult<()> {
    let words = folded(&is.name, &booking.companions, &is.email, &is.phone);
    let person = person_of(&is.email, &is.phone);
    tx.execute(&SET_CONTACT, &args![hub, booking.id, &is.name, &is.email, &is.phone, &is.note, person, words])?;
    let state = booking.state.as_str();
    tx.put(&INSERT_LOG, &args![hub, booking.id, uuid_at(now), now, state, state, "corrected", by])
}

/// Another number of places, with the names of those who come along.
pub fn set_seats(tx: &Tx<'_>, hub: HubId, booking: &Booking, seats: u32, companions: &[String], now: Instant) -> DbResult<()> {
    let words = folded(&booking.name, companions, &booking.email, &booking.phone);
    tx.execute(&SET_SEATS, &args![hub, booking.id, seats, json(companions)?, now, words]).map(drop)
}

/// Moves a booking to another occasion, where it is confirmed, and logs that. An error when the booking is no longer in the state
/// it was decided on: under the hub's lock that cannot happen.
pub fn set_occasion(tx: &Tx<'_>, hub: HubId, booking: &Booking, occasion: OccasionId, by: Option<AccountId>, now: Instant) -> DbResult<()> {
    let (id, was, became) = (booking.id, booking.state.as_str(), State::Confirmed.as_str());
    if tx.execute(&SET_OCCASION, &args![hub, id, occasion, was, became, now])? != 1 {
        return Err(DbError::app(format!("booking {id} is no longer {was}")));
    }
    tx.put(&INSERT_LOG, &args![hub, id, uuid_at(now), now, was, became, "moved", by])
}

/// What stands for code and form where they were forgotten: no real one begins so, and no two are the same.
pub fn no_form(id: BookingId) -> String {
    format!("-{}", id.0.simple())
}

/// Erases who it was; what counts stays. False when that was done before.
pub fn erase(tx: &Tx<'_>, hub: HubId, id: BookingId) -> DbResult<bool> {
    Ok(tx.execute(&ERASE, &args![hub, id, no_form(id), Vec::new()])? == 1)
}

/// Forgets the history of a booking; how many lines.
pub fn forget_history(tx: &Tx<'_>, hub: HubId, id: BookingId) -> DbResult<u64> {
    tx.execute(&FORGET_LOG, &args![hub, id])
}

/// Raises the calendar sequence.
pub fn raise_sequence(tx: &Tx<'_>, hub: HubId, id: BookingId, by: u32) -> DbResult<()> {
    tx.put(&RAISE_SEQUENCE, &args![hub, id, by])
}

/// One line of a booking's history.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LogLine {
    /// When.
    pub at: Instant,
    /// From which state.
    pub was: String,
    /// To which state.
    pub became: String,
    /// Why.
    pub cause: String,
    /// Who of those who work here; empty when it was nobody of them.
    pub by: String,
}

/// The cause of the line that says who made a booking for somebody else.
pub const MADE: &str = "made";

/// The history of a booking.
pub fn history(tx: &Tx<'_>, hub: HubId, id: BookingId) -> DbResult<Vec<LogLine>> {
    tx.rows(&LOG, &args![hub, id], |c| Ok(LogLine { at: c.take()?, was: c.take()?, became: c.take()?, cause: c.take()?, by: c.take()? }))
}

/// Whether the last thing that happened to a booking was that its guest cancelled it.
pub fn guest_cancelled(tx: &Tx<'_>, hub: HubId, id: BookingId) -> DbResult<bool> {
    Ok(history(tx, hub, id)?.last().is_some_and(|line| line.cause == cause(Cause::Cancelled { by: Party::Guest })))
}

/// The stable word for the log.
fn cause(cause: Cause) -> &'static str {
    match cause {
        Cause::Asked => "asked",
        Cause::Freed => "freed",
        Cause::DeadlinePassed => "deadline_passed",
        Cause::Cancelled { by: Party::Guest } => "cancelled_by_guest",
        Cause::Cancelled { by: Party::Staff } => "cancelled_by_staff",
        Cause::Cancelled { by: Party::Hub } => "cancelled_by_hub",
        Cause::Resized { .. } => "resized",
        Cause::Recorded => "recorded",
        Cause::Undone => "undone",
    }
}

fn decode(c: &mut Columns<'_>) -> DbResult<Booking> {
    let (id, occasion, state): (_, _, String) = (c.take()?, c.take()?, c.take()?);
    let (seats, since, deadline) = (c.take()?, c.take()?, c.take()?);
    let (name, email, phone) = (c.take()?, c.take()?, c.take()?);
    let (companions, answers, note) = (json_list(c)?, json_list(c)?, c.take()?);
    let (paper, channel, lang): (String, String, String) = (c.take()?, c.take()?, c.take()?);
    Ok(Booking {
        id,
        occasion,
        state: parse_state(&state)?,
        seats,
        since,
        deadline,
        name,
        email,
        phone,
        companions,
        answers,
        note,
        paper: Paper::parse(&paper),
        channel: Channel::parse(&channel),
        lang: Lang::parse(&lang).unwrap_or(Lang::De),
        code: c.take()?,
        sequence: c.take()?,
        created_at: c.take()?,
        changed_at: c.take()?,
        organisation: c.take()?,
    })
}

fn parse_state(word: &str) -> DbResult<State> {
    State::parse(word).ok_or_else(|| DbError::app(format!("booking: unknown state {word}")))
}
