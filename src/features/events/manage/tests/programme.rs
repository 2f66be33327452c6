//! Making the programme, page by page.

use axum::http::StatusCode;
use jiff::civil::date;

use super::journeys::{Answer, Journey};
use crate::features::events::event::State;
use crate::features::events::occurrence::OccurrenceState;

/// The fields of a new event, as the page sends them.
fn new_event<'a>(site: &'a str, own: &[(&'a str, &'a str)]) -> Vec<(&'a str, &'a str)> {
    let usual = [
        ("title", "Vereinsseite in einer Stunde"),
        ("day", "10.12."),
        ("from", "15"),
        ("to", "17"),
        ("site", site),
        ("room", "Raum Röder"),
        ("capacity", "2"),
        ("topic", "digital"),
        ("repeat", "none"),
        ("registration", "yes"),
        ("waitlist", "strict"),
        ("closes_hours", "0"),
        ("offer_hours", "24"),
        ("seats_per_booking", "3"),
        ("seats_per_person", "3"),
        ("state", "published"),
    ];
    let rest = usual.into_iter().filter(|(name, _)| own.iter().all(|(changed, _)| changed != name));
    own.iter().copied().chain(rest).collect()
}

const SLUG: &str = "vereinsseite-in-einer-stunde";

async fn published(journey: &Journey, own: &[(&str, &str)]) -> Answer {
    let answer = journey.post("/staff/events", &new_event(&journey.site, own)).await;
    assert_eq!(answer.status, StatusCode::SEE_OTHER, "{}", answer.text);
    answer
}

/// A series of Thursdays from 10 December.
async fn series(journey: &Journey, days: &[&str]) {
    let mut own = vec![("repeat", "weekly"), ("count", "9"), ("reviewed", "1")];
    own.extend(days.iter().map(|day| ("take", *day)));
    published(journey, &own).await;
}

fn version(journey: &Journey) -> String {
    journey.event(SLUG).unwrap().version.to_string()
}

#[tokio::test(flavor = "multi_thread")]
async fn five_fields_make_a_published_event() {
    let journey = tokio::task::spawn_blocking(Journey::new).await.unwrap();
    let answer = published(&journey, &[]).await;
    assert_eq!(answer.location, format!("/alpha/staff/events/{SLUG}?done=created"));
    let dates = journey.dates(SLUG);
    assert_eq!(dates.iter().map(|o| o.local_start).collect::<Vec<_>>(), [date(2026, 12, 10).at(15, 0, 0, 0)]);
    let public = journey.get(&format!("/events/{SLUG}")).await;
    assert!(public.text.contains("Raum Röder") && public.text.contains("2 von 2"), "{}", public.text);
    for path in
        ["/staff/events", &format!("/staff/events/{SLUG}"), &format!("/staff/events/{SLUG}/dates"), &format!("/staff/events/{SLUG}/dates/2026-12-10-1500")]
    {
        assert_eq!(journey.get(path).await.status, StatusCode::OK, "{path}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn what_was_typed_survives_an_error() {
    let journey = tokio::task::spawn_blocking(Journey::new).await.unwrap();
    let own = [("day", "31.2."), ("body", "Mit <Klammern> & mehr"), ("q1-label", "Welches Gerät?"), ("weekday", "4")];
    let answer = journey.post("/staff/events", &new_event(&journey.site, &own)).await;
    assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(answer.value("day"), "31.2.");
    assert!(answer.text.contains("Mit &#60;Klammern&#62; &#38; mehr"), "{}", answer.text);
    assert!(answer.text.contains("href=\"#day\"") && answer.text.contains("id=\"day-e\""));
    assert!(answer.text.contains("href=\"#q1-help\""));
    assert!(answer.text.contains("name=\"weekday\" value=\"4\" checked"));
    assert!(journey.event(SLUG).is_none());
}

#[tokio::test(flavor = "multi_thread")]
async fn a_series_is_shown_first_and_exactly_the_ticked_dates_are_written() {
    let journey = tokio::task::spawn_blocking(Journey::new).await.unwrap();
    let own = [("repeat", "weekly"), ("count", "4")];
    let report = journey.post("/staff/events", &new_event(&journey.site, &own)).await;
    assert_eq!(report.status, StatusCode::OK);
    assert!(report.text.contains("Heiligabend"));
    assert!(report.text.contains("value=\"2026-12-17\" checked") && !report.text.contains("value=\"2026-12-24\" checked"));
    assert_eq!(report.value("room"), "Raum Röder");
    assert!(journey.event(SLUG).is_none(), "nothing is written before it was looked at");
    let own = [("repeat", "weekly"), ("count", "4"), ("reviewed", "1"), ("take", "2026-12-10"), ("take", "2026-12-31"), ("take", "2027-05-05")];
    published(&journey, &own).await;
    assert_eq!(journey.dates(SLUG).iter().map(|o| o.key.clone()).collect::<Vec<_>>(), ["2026-12-10-1500", "2026-12-31-1500"]);
}

#[tokio::test(flavor = "multi_thread")]
async fn skipped_dates_can_be_added_later_and_none_twice() {
    let journey = tokio::task::spawn_blocking(Journey::new).await.unwrap();
    series(&journey, &["2026-12-10"]).await;
    let path = format!("/staff/events/{SLUG}/dates");
    let more = [("day", "10.12."), ("from", "15"), ("to", "17"), ("repeat", "weekly"), ("count", "2")];
    let report = journey.post(&path, &more).await;
    assert!(report.text.contains("Diesen Termin gibt es schon."), "{}", report.text);
    let all: Vec<_> = more.into_iter().chain([("reviewed", "1"), ("take", "2026-12-10"), ("take", "2026-12-17")]).collect();
    assert_eq!(journey.post(&path, &all).await.status, StatusCode::SEE_OTHER);
    let dates = journey.dates(SLUG);
    assert_eq!(dates.len(), 2);
    assert_eq!(dates[1].admission.capacity, Some(2), "new dates begin with the event's terms");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_missing_hour_has_to_be_decided() {
    let journey = tokio::task::spawn_blocking(Journey::new).await.unwrap();
    let night = [
        ("day", "21.3.2027"),
        ("from", "2:30"),
        ("to", "3:30"),
        ("repeat", "weekly"),
        ("count", "3"),
        ("reviewed", "1"),
        ("take", "2027-03-21"),
        ("take", "2027-04-04"),
    ];
    let answer = journey.post("/staff/events", &new_event(&journey.site, &night)).await;
    assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(answer.text.contains("href=\"#jump-2027-03-28\""));
    assert!(journey.event(SLUG).is_none());
    let decided: Vec<_> = night.into_iter().chain([("jump-2027-03-28", "skip")]).collect();
    published(&journey, &decided).await;
    let starts: Vec<_> = journey.dates(SLUG).iter().map(|o| o.local_start).collect();
    assert_eq!(starts, [date(2027, 3, 21).at(2, 30, 0, 0), date(2027, 4, 4).at(2, 30, 0, 0)]);
}

#[tokio::test(flavor = "multi_thread")]
async fn another_event_in_the_same_room_is_named_before_saving() {
    let journey = tokio::task::spawn_blocking(Journey::new).await.unwrap();
    published(&journey, &[]).await;
    let report = journey.post("/staff/events", &new_event(&journey.site, &[("title", "Chor"), ("room", "raum roeder"), ("from", "16:30"), ("to", "18")])).await;
    assert_eq!(report.status, StatusCode::OK);
    assert!(report.text.contains("Vereinsseite in einer Stunde, 15"), "{}", report.text);
    let other = journey.post("/staff/events", &new_event(&journey.site, &[("title", "Chor"), ("room", "Saal"), ("from", "16:30"), ("to", "18")])).await;
    assert_eq!(other.status, StatusCode::SEE_OTHER);
}

#[tokio::test(flavor = "multi_thread")]
async fn the_same_form_twice_is_one_event_and_the_same_title_another() {
    let journey = tokio::task::spawn_blocking(Journey::new).await.unwrap();
    let key = journey.get("/staff/events/new").await.value("key");
    let mut fields = vec![("key", key.as_str())];
    fields.extend(new_event(&journey.site, &[]));
    let (first, again) = (journey.post_raw("/staff/events", &fields).await, journey.post_raw("/staff/events", &fields).await);
    assert_eq!(first.location, again.location);
    let other = journey.post("/staff/events", &new_event(&journey.site, &[("room", "Saal")])).await;
    assert!(other.location.contains("vereinsseite-in-einer-stunde-2"), "{}", other.location);
    let reserved = journey.post("/staff/events", &new_event(&journey.site, &[("title", "New"), ("room", "Küche")])).await;
    assert!(reserved.location.contains("/staff/events/new-2"), "{}", reserved.location);
}

#[tokio::test(flavor = "multi_thread")]
async fn nobody_overwrites_somebody_faster() {
    let journey = tokio::task::spawn_blocking(Journey::new).await.unwrap();
    published(&journey, &[]).await;
    let path = format!("/staff/events/{SLUG}");
    let seen = version(&journey);
    let edit = |title: &'static str| {
        new_event(&journey.site, &[("title", title), ("version", &seen)])
            .into_iter()
            .map(|(name, value)| (name.to_owned(), value.to_owned()))
            .collect::<Vec<_>>()
    };
    let sent = |fields: Vec<(String, String)>| {
        let (journey, path) = (&journey, path.clone());
        async move { journey.post(&path, &fields.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect::<Vec<_>>()).await }
    };
    assert_eq!(sent(edit("Schneller")).await.status, StatusCode::SEE_OTHER);
    let late = sent(edit("Langsamer")).await;
    assert_eq!(late.status, StatusCode::CONFLICT);
    assert_eq!(late.value("title"), "Langsamer");
    assert!(late.text.contains("<dt>Titel</dt><dd>Schneller</dd>"), "{}", late.text);
    assert_eq!(journey.event(SLUG).unwrap().title, "Schneller");
    let mut again = edit("Langsamer");
    again.retain(|(name, _)| name != "version");
    again.push(("version".to_owned(), late.value("version")));
    assert_eq!(sent(again).await.status, StatusCode::SEE_OTHER);
    assert_eq!(journey.event(SLUG).unwrap().title, "Langsamer");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_cancellation_undone_within_the_minute_is_heard_of_by_nobody() {
    let journey = tokio::task::spawn_blocking(Journey::new).await.unwrap();
    published(&journey, &[]).await;
    let date = journey.dates(SLUG)[0].id;
    tokio::task::block_in_place(|| journey.book(date, "anna", 2));
    tokio::task::block_in_place(|| journey.book(date, "otto", 1));
    assert_eq!(tokio::task::block_in_place(|| journey.letters()), ["seat.confirmed", "seat.waiting"]);
    let base = format!("/staff/events/{SLUG}/dates/2026-12-10-1500");
    let seen = version(&journey);
    let without = journey.post(&format!("{base}/cancellation"), &[("version", &seen), ("reason", ""), ("instead", "Neu am 16.12.")]).await;
    assert_eq!((without.status, without.value("instead").as_str()), (StatusCode::UNPROCESSABLE_ENTITY, "Neu am 16.12."));
    journey.post(&format!("{base}/cancellation"), &[("version", &seen), ("reason", "Frau Muster ist krank"), ("instead", "Neu am 16.12.")]).await;
    let cancelled = journey.dates(SLUG).remove(0);
    assert_eq!((cancelled.state, cancelled.reason.as_str(), cancelled.sequence), (OccurrenceState::Cancelled, "Frau Muster ist krank. Neu am 16.12.", 1));
    let page = journey.get(&format!("/staff/events/{SLUG}")).await;
    assert!(page.text.contains("/restoration") && page.text.contains("Abgesagt: Do., 10.12."), "{}", page.text);
    journey.later(59);
    let undone = journey.post(&format!("/staff/events/{SLUG}/restoration"), &[]).await;
    assert!(undone.location.ends_with("done=undone"), "{}", undone.location);
    assert_eq!(journey.dates(SLUG)[0].state, OccurrenceState::Planned);
    journey.later(600);
    assert!(tokio::task::block_in_place(|| journey.letters()).is_empty());
    assert_eq!(tokio::task::block_in_place(|| journey.bookings(date)).len(), 2);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_cancellation_taken_back_later_is_told_to_everybody() {
    let journey = tokio::task::spawn_blocking(Journey::new).await.unwrap();
    published(&journey, &[]).await;
    let date = journey.dates(SLUG)[0].id;
    tokio::task::block_in_place(|| journey.book(date, "anna", 1));
    tokio::task::block_in_place(|| journey.letters());
    let base = format!("/staff/events/{SLUG}/dates/2026-12-10-1500");
    journey.post(&format!("{base}/cancellation"), &[("version", &version(&journey)), ("reason", "Sturm")]).await;
    assert!(tokio::task::block_in_place(|| journey.letters()).is_empty(), "the minute is not over");
    journey.later(61);
    assert_eq!(tokio::task::block_in_place(|| journey.letters()), ["seat.cancelled_by_hub"]);
    let late = journey.post(&format!("/staff/events/{SLUG}/restoration"), &[]).await;
    assert!(late.location.ends_with("done=too-late"), "{}", late.location);
    journey.post(&format!("{base}/restoration"), &[("version", &version(&journey))]).await;
    let back = journey.dates(SLUG).remove(0);
    assert_eq!((back.state, back.sequence, back.reason.as_str()), (OccurrenceState::Planned, 2, ""));
    journey.later(61);
    assert_eq!(tokio::task::block_in_place(|| journey.letters()), ["seat.occasion_changed"]);
}

#[tokio::test(flavor = "multi_thread")]
async fn people_who_wait_hear_of_a_new_time_without_an_invitation() {
    let journey = tokio::task::spawn_blocking(Journey::new).await.unwrap();
    published(&journey, &[("also_online", "1"), ("online_url", "https://video.example.org/geheim")]).await;
    let date = journey.dates(SLUG)[0].id;
    for name in ["anna", "otto"] {
        tokio::task::block_in_place(|| journey.book(date, name, 2));
    }
    tokio::task::block_in_place(|| journey.letters());
    let path = format!("/staff/events/{SLUG}/dates/2026-12-10-1500/time");
    journey.post(&path, &[("version", &version(&journey)), ("day", "11.12."), ("from", "15"), ("to", "17")]).await;
    journey.later(61);
    let mut letters = journey.worded().await;
    letters.sort();
    let [(anna, seated, invited), (otto, waiting, also)] = letters.as_slice() else { panic!("two letters: {letters:?}") };
    assert_eq!((anna.as_str(), *invited, seated.contains("geheim")), ("anna@example.org", true, true));
    assert_eq!((otto.as_str(), *also, waiting.contains("geheim")), ("otto@example.org", false, false));
    assert!(waiting.contains("11. Dezember") && waiting.contains("noch nicht"), "{waiting}");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_cancellation_taken_back_at_once_is_silent() {
    let journey = tokio::task::spawn_blocking(Journey::new).await.unwrap();
    published(&journey, &[]).await;
    let date = journey.dates(SLUG)[0].id;
    tokio::task::block_in_place(|| journey.book(date, "anna", 1));
    tokio::task::block_in_place(|| journey.letters());
    let base = format!("/staff/events/{SLUG}/dates/2026-12-10-1500");
    journey.post(&format!("{base}/cancellation"), &[("version", &version(&journey)), ("reason", "Sturm")]).await;
    journey.post(&format!("{base}/restoration"), &[("version", &version(&journey))]).await;
    let page = journey.get(&format!("/staff/events/{SLUG}")).await;
    assert!(!page.text.contains("nabe-undo"), "there is nothing left to take back");
    journey.later(600);
    assert!(tokio::task::block_in_place(|| journey.letters()).is_empty());
}

#[tokio::test(flavor = "multi_thread")]
async fn a_change_of_time_is_undone_without_losing_the_letter_of_the_one_before() {
    let journey = tokio::task::spawn_blocking(Journey::new).await.unwrap();
    series(&journey, &["2026-12-10", "2026-12-17", "2026-12-31"]).await;
    let first = journey.dates(SLUG)[0].id;
    tokio::task::block_in_place(|| journey.book(first, "anna", 1));
    tokio::task::block_in_place(|| journey.letters());
    let time = |key: &str| format!("/staff/events/{SLUG}/dates/{key}/time");
    let one =
        journey.post(&time("2026-12-10-1500"), &[("version", &version(&journey)), ("day", "10.12."), ("from", "16"), ("to", "18"), ("scope", "this")]).await;
    assert_eq!(one.status, StatusCode::SEE_OTHER, "{}", one.text);
    journey.later(20);
    let all =
        journey.post(&time("2026-12-10-1600"), &[("version", &version(&journey)), ("day", "Fr., 11.12."), ("from", "9"), ("to", ""), ("scope", "all")]).await;
    assert!(all.location.ends_with("done=kept"), "{}", all.location);
    let keys = || journey.dates(SLUG).iter().map(|o| o.key.clone()).collect::<Vec<_>>();
    assert_eq!(keys(), ["2026-12-11-0900", "2026-12-17-1500", "2026-12-31-1500"]);
    journey.post(&format!("/staff/events/{SLUG}/restoration"), &[]).await;
    assert_eq!(keys(), ["2026-12-10-1600", "2026-12-17-1500", "2026-12-31-1500"]);
    assert_eq!(journey.dates(SLUG)[0].sequence, 3, "the sequence only ever rises");
    journey.later(61);
    assert_eq!(tokio::task::block_in_place(|| journey.letters()), ["seat.occasion_changed"]);
}

#[tokio::test(flavor = "multi_thread")]
async fn this_and_following_move_together_and_back() {
    let journey = tokio::task::spawn_blocking(Journey::new).await.unwrap();
    series(&journey, &["2026-12-10", "2026-12-17", "2026-12-24", "2026-12-31"]).await;
    let path = format!("/staff/events/{SLUG}/dates/2026-12-17-1500/time");
    let answer = journey
        .post(&path, &[("version", &version(&journey)), ("day", "24.12."), ("from", "15"), ("to", "17"), ("scope", "following"), ("room", "Saal")])
        .await;
    assert_eq!(answer.status, StatusCode::SEE_OTHER, "{}", answer.text);
    let keys = || journey.dates(SLUG).iter().map(|o| format!("{} {}", o.local_start.date(), o.room)).collect::<Vec<_>>();
    assert_eq!(keys(), ["2026-12-10 ", "2026-12-24 Saal", "2026-12-31 Saal", "2027-01-07 Saal"]);
    journey.post(&format!("/staff/events/{SLUG}/restoration"), &[]).await;
    assert_eq!(keys(), ["2026-12-10 ", "2026-12-17 ", "2026-12-24 ", "2026-12-31 "]);
}

#[tokio::test(flavor = "multi_thread")]
async fn an_hour_that_does_not_exist_or_comes_twice_is_not_taken_silently() {
    let journey = tokio::task::spawn_blocking(Journey::new).await.unwrap();
    published(&journey, &[]).await;
    let path = format!("/staff/events/{SLUG}/dates/2026-12-10-1500/time");
    let seen = version(&journey);
    let spring = journey.post(&path, &[("version", &seen), ("day", "28.3.2027"), ("from", "2:30"), ("to", "4")]).await;
    assert_eq!((spring.status, spring.value("from").as_str()), (StatusCode::UNPROCESSABLE_ENTITY, "2:30"));
    let autumn = [("version", seen.as_str()), ("day", "31.10.2027"), ("from", "2:30"), ("to", "4")];
    let asked = journey.post(&path, &autumn).await;
    assert!(asked.text.contains("Winterzeit"), "{}", asked.text);
    let said: Vec<_> = autumn.into_iter().chain([("hour", "second")]).collect();
    assert_eq!(journey.post(&path, &said).await.status, StatusCode::SEE_OTHER);
    assert_eq!(journey.dates(SLUG)[0].key, "2027-10-31-0230-2");
}

#[tokio::test(flavor = "multi_thread")]
async fn more_places_go_to_those_who_wait_and_fewer_throw_nobody_out() {
    let journey = tokio::task::spawn_blocking(Journey::new).await.unwrap();
    published(&journey, &[]).await;
    let date = journey.dates(SLUG)[0].id;
    for (name, seats) in [("anna", 2), ("otto", 1)] {
        tokio::task::block_in_place(|| journey.book(date, name, seats));
    }
    let path = format!("/staff/events/{SLUG}/dates/2026-12-10-1500/capacity");
    journey.post(&path, &[("version", &version(&journey)), ("capacity", "3")]).await;
    let states = || tokio::task::block_in_place(|| journey.bookings(date)).iter().map(|booking| booking.state).collect::<Vec<_>>();
    assert_eq!(states(), [booking::State::Confirmed, booking::State::Offered]);
    journey.post(&path, &[("version", &version(&journey)), ("capacity", "1")]).await;
    assert_eq!(states(), [booking::State::Confirmed, booking::State::Offered]);
    let page = journey.get(&format!("/staff/events/{SLUG}")).await;
    assert!(page.text.contains("2 Plätze mehr vergeben, als es gibt"), "{}", page.text);
}

#[tokio::test(flavor = "multi_thread")]
async fn another_place_is_told_and_dates_in_rooms_of_their_own_are_left_alone() {
    let journey = tokio::task::spawn_blocking(Journey::new).await.unwrap();
    series(&journey, &["2026-12-10", "2026-12-17"]).await;
    let dates = journey.dates(SLUG);
    for o in &dates {
        tokio::task::block_in_place(|| journey.book(o.id, "anna", 1));
    }
    let own = format!("/staff/events/{SLUG}/dates/2026-12-17-1500/time");
    journey.post(&own, &[("version", &version(&journey)), ("day", "17.12."), ("from", "15"), ("to", "17"), ("room", "Küche")]).await;
    journey.later(61);
    tokio::task::block_in_place(|| journey.letters());
    let seen = version(&journey);
    let edit = new_event(&journey.site, &[("room", "Saal"), ("capacity", "9"), ("version", &seen)]);
    assert_eq!(journey.post(&format!("/staff/events/{SLUG}"), &edit).await.status, StatusCode::SEE_OTHER);
    assert_eq!(journey.dates(SLUG).iter().map(|o| (o.sequence, o.admission.capacity)).collect::<Vec<_>>(), [(1, Some(9)), (1, Some(9))]);
    journey.post(&format!("/staff/events/{SLUG}/restoration"), &[]).await;
    assert_eq!(journey.event(SLUG).unwrap().room, "Raum Röder");
    assert_eq!(journey.dates(SLUG)[0].admission.capacity, Some(9), "only the place is taken back");
    journey.later(61);
    assert!(tokio::task::block_in_place(|| journey.letters()).is_empty());
}

#[tokio::test(flavor = "multi_thread")]
async fn a_copy_is_a_draft_without_dates_and_can_be_deleted() {
    let journey = tokio::task::spawn_blocking(Journey::new).await.unwrap();
    published(&journey, &[("waitlist", "fill")]).await;
    let copied = journey.post(&format!("/staff/events/{SLUG}/copy"), &[]).await;
    let copy = copied.location.strip_prefix("/alpha/staff/events/").unwrap().split('?').next().unwrap().to_owned();
    let event = journey.event(&copy).unwrap();
    assert_eq!((event.state, journey.dates(&copy).len()), (State::Draft, 0));
    let page = journey.get(&format!("/staff/events/{copy}")).await;
    assert!(page.text.contains("<option value=\"fill\" selected>"), "terms come along");
    assert_eq!(journey.get(&format!("/events/{copy}")).await.status, StatusCode::NOT_FOUND);
    journey.post(&format!("/staff/events/{SLUG}/deletion"), &[]).await;
    journey.post(&format!("/staff/events/{copy}/deletion"), &[]).await;
    assert!(journey.event(SLUG).is_some() && journey.event(&copy).is_none());
}

#[tokio::test(flavor = "multi_thread")]
async fn a_draft_with_registrations_is_not_deleted() {
    let journey = tokio::task::spawn_blocking(Journey::new).await.unwrap();
    published(&journey, &[]).await;
    let date = journey.dates(SLUG)[0].id;
    tokio::task::block_in_place(|| journey.book(date, "anna", 1));
    let seen = version(&journey);
    journey.post(&format!("/staff/events/{SLUG}"), &new_event(&journey.site, &[("state", "draft"), ("version", &seen)])).await;
    let answer = journey.post(&format!("/staff/events/{SLUG}/deletion"), &[]).await;
    assert!(answer.location.ends_with("done=not-deleted"), "{}", answer.location);
    assert!(journey.event(SLUG).is_some());
}

#[tokio::test(flavor = "multi_thread")]
async fn helpers_make_no_programme_and_strangers_sign_in_first() {
    let journey = tokio::task::spawn_blocking(Journey::new).await.unwrap();
    for path in ["/staff/events", "/staff/events/new"] {
        assert_eq!(journey.get_as("helper", path).await.status, StatusCode::FORBIDDEN, "{path}");
        assert_eq!(journey.get_as("nobody", path).await.status, StatusCode::SEE_OTHER, "{path}");
    }
    let forged = journey.post_raw("/staff/events", &new_event(&journey.site, &[])).await;
    assert_eq!(forged.status, StatusCode::FORBIDDEN, "without the session's token nothing is written");
}

#[tokio::test(flavor = "multi_thread")]
async fn the_list_finds_by_words_and_keeps_the_past_apart() {
    let journey = tokio::task::spawn_blocking(Journey::new).await.unwrap();
    published(&journey, &[]).await;
    published(&journey, &[("title", "Chorprobe"), ("room", "Saal"), ("state", "draft")]).await;
    let found = journey.get("/staff/events?q=roeder").await;
    assert!(found.text.contains("Vereinsseite") && !found.text.contains("Chorprobe"));
    journey.later(30 * 24 * 3600);
    tokio::task::block_in_place(|| journey.sign_in_again());
    let now = journey.get("/staff/events").await;
    assert!(!now.text.contains("Vereinsseite") && now.text.contains("Chorprobe"), "drafts stay in sight");
    assert!(journey.get("/staff/events?show=past").await.text.contains("Vereinsseite"));
}

#[tokio::test(flavor = "multi_thread")]
async fn every_statement_is_understood_by_the_database() {
    let journey = tokio::task::spawn_blocking(Journey::new).await.unwrap();
    published(&journey, &[]).await;
    let hub = journey.hub;
    for statement in crate::features::events::manage::STATEMENTS {
        let outcome = tokio::task::block_in_place(|| {
            journey.app.db().write_blocking(hub, move |tx, now| -> crate::db::DbResult<()> {
                crate::db::rehearse(tx, statement, now)?;
                Err(crate::db::DbError::app("rehearsed"))
            })
        });
        assert!(outcome.unwrap_err().to_string().contains("rehearsed"));
    }
}
