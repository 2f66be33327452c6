//! The programme in calendars of others, and calendars of others in the programme.

use booking::Span;
use jiff::civil::date;
use nabe::clock::Instant;
use nabe::features::events::import::calendar::{Newcomers, bring_in, plan, window};
use nabe::features::events::import::{Outcome, Tally};
use nabe::features::events::{State, Topic};

use crate::support::{Plan, TestHub, journeys};

const FEED: &str = "/alpha/events/calendar.ics";

impl TestHub {
    /// Imports a calendar into alpha, published at once.
    async fn import(&self, lines: &str) -> (Tally, Vec<Outcome>) {
        self.import_since(lines, None).await
    }

    async fn import_since(&self, lines: &str, since: Option<Instant>) -> (Tally, Vec<Outcome>) {
        let (app, now) = (self.app().clone(), self.now());
        let text = format!("BEGIN:VCALENDAR\nVERSION:2.0\n{}\nEND:VCALENDAR\n", lines.trim());
        let hub = self.app().directory().by_slug("alpha").await.unwrap().unwrap();
        let done = tokio::task::spawn_blocking(move || {
            let contents = ical::read(text.as_bytes(), &window(&hub, now)).unwrap();
            let mut told = Vec::new();
            let tally =
                bring_in(app.db(), &hub, plan(contents, &hub), Newcomers { state: State::Published, since }, |outcome| told.push(outcome.clone())).unwrap();
            app.changed(hub.id);
            (tally, told)
        });
        done.await.unwrap()
    }
}

fn tally(created: usize, updated: usize, unchanged: usize, refused: usize) -> Tally {
    Tally { created, updated, unchanged, refused }
}

fn series(further: &str) -> String {
    format!(
        "BEGIN:VEVENT\nUID:kurs@verein\nSUMMARY:Nähkurs\nDESCRIPTION:Wir nähen gemeinsam.\nLOCATION:Vereinshaus\nDTSTART;TZID=Europe/Berlin:20261208T180000\n\
         DTEND;TZID=Europe/Berlin:20261208T200000\nRRULE:FREQ=WEEKLY;COUNT=3\n{further}\nEND:VEVENT"
    )
}

journeys! {
    async fn a_calendar_is_taken_over_once_and_changes_follow(hub) {
        let (first, told) = hub.import(&format!("{}\nBEGIN:VEVENT\nUID:x\nSUMMARY:Kaputt\nDTSTART:gestern\nEND:VEVENT", series(""))).await;
        assert_eq!(first, tally(1, 0, 0, 1));
        let named = |outcome: &Outcome| matches!(outcome, Outcome::Refused(place, _) if place.starts_with("line 1") && place.ends_with("(Kaputt)"));
        assert!(told.iter().any(named), "what is refused is named by its line: {told:?}");
        hub.get("/alpha/events/naehkurs").await.is(200).says("Wir nähen gemeinsam.").says("Ob Sie sich anmelden müssen und was es kostet").says("Vereinshaus").does_not_say("kostenlos");
        let before = hub.get("/alpha/events/naehkurs/calendar.ics").await;
        assert_eq!(hub.import(&series("")).await.0, tally(0, 0, 1, 0), "the same again changes nothing");

        let moved = "BEGIN:VEVENT\nUID:kurs@verein\nSUMMARY:Nähkurs\nRECURRENCE-ID;TZID=Europe/Berlin:20261215T180000\nDTSTART;TZID=Europe/Berlin:20261216T190000\nEND:VEVENT";
        let (second, told) = hub.import(&format!("{}\n{moved}", series("EXDATE;TZID=Europe/Berlin:20261222T180000"))).await;
        assert_eq!(second, tally(0, 1, 0, 0), "{told:?}");
        let after = hub.get("/alpha/events/naehkurs/calendar.ics").await;
        let uids = |text: &str| { let mut uids: Vec<String> = text.lines().filter(|line| line.starts_with("UID:")).map(str::to_owned).collect(); uids.sort(); uids };
        assert_eq!(uids(before.text()), uids(after.text()), "a moved date stays itself");
        assert!(after.text().contains("DTSTART;TZID=Europe/Berlin:20261216T190000"), "{}", after.text());
        assert_eq!(after.text().matches("STATUS:CANCELLED").count(), 1, "a date that is gone is called off");
        assert_eq!(after.text().matches("SEQUENCE:1").count(), 2);
    }

    async fn a_series_that_the_club_moves_stays_itself_for_everybody_who_has_it(hub) {
        hub.import(&series("")).await;
        let before = hub.get("/alpha/events/naehkurs/calendar.ics").await;
        assert_eq!(hub.import(&series("").replace("T18", "T17").replace("T20", "T19")).await.0, tally(0, 1, 0, 0));
        let after = hub.get("/alpha/events/naehkurs/calendar.ics").await;
        let uids = |text: &str| text.lines().filter(|line| line.starts_with("UID:")).map(str::to_owned).collect::<std::collections::BTreeSet<_>>();
        assert_eq!((uids(before.text()), uids(after.text()).len()), (uids(after.text()), 3));
        assert!(!after.text().contains("STATUS:CANCELLED") && after.text().matches("SEQUENCE:1").count() == 3, "{}", after.text());
        assert!(uids(after.text()).iter().all(|uid| !uid.contains('@')), "no address that may change is part of them");
    }

    async fn what_is_over_is_taken_only_by_whoever_asks_for_it(hub) {
        let fest = "BEGIN:VEVENT\nUID:fest\nSUMMARY:Sommerfest\nDTSTART;TZID=Europe/Berlin:20260704T150000\nDTEND;TZID=Europe/Berlin:20260704T200000\nEND:VEVENT";
        let (nothing, told) = hub.import(fest).await;
        assert_eq!(nothing, tally(0, 0, 0, 1));
        assert!(matches!(&told[0], Outcome::Refused(_, why) if why == "all its dates are over"), "{told:?}");
        let ago = |days: i64| Some(hub.now().minus(Span::from_hours(24 * days)));
        assert_eq!(hub.import_since(fest, ago(100)).await.0, tally(0, 0, 0, 1), "it was over before that day too");
        assert_eq!(hub.import_since(fest, ago(200)).await.0, tally(1, 0, 0, 0));
        hub.get("/alpha/events/sommerfest").await.is(200).says("Sommerfest");
        assert_eq!(hub.import(fest).await.0, tally(0, 0, 1, 0), "what is here stays as it is");
    }

    async fn a_feed_stays_the_same_until_something_changes(hub) {
        hub.offer(Plan::seats(5).titled("Sicher im Netz")).await;
        let first = hub.get(FEED).await;
        first.is(200);
        assert_eq!(first.header("content-type"), "text/calendar; charset=utf-8");
        assert_eq!(first.header("cache-control"), "public, max-age=900");
        let text = first.text();
        for line in ["REFRESH-INTERVAL;VALUE=DURATION:PT1H", "X-PUBLISHED-TTL:PT1H", "SUMMARY:Sicher im Netz", "TZID:Europe/Berlin", "STATUS:CONFIRMED"] {
            assert!(text.contains(&format!("\r\n{line}\r\n")), "{line}: {text}");
        }
        assert!(!text.contains("METHOD") && !text.contains("ATTENDEE"));
        hub.advance_clock(60);
        let etag = first.header("etag").to_owned();
        let again = hub.get_with(FEED, &[("if-none-match", &etag)]).await;
        again.is(304);
        assert!(again.body.is_empty());
        hub.offer(Plan::seats(5).titled("Neu dabei")).await;
        hub.get_with(FEED, &[("if-none-match", &etag)]).await.is(200);
    }

    async fn a_feed_can_be_of_one_topic_or_one_event_and_drafts_are_in_none(hub) {
        let phone = hub.offer(Plan::seats(5).titled("Am Telefon")).await;
        hub.offer(Plan { topic: Topic::Health, ..Plan::seats(5).titled("Am Herzen") }).await;
        let secret = hub.offer(Plan { state: State::Draft, ..Plan::seats(5).titled("Noch geheim") }).await;
        let titles = |text: &str| text.lines().filter_map(|line| line.strip_prefix("SUMMARY:")).map(str::to_owned).collect::<Vec<_>>();
        assert_eq!(titles(hub.get(FEED).await.text()), ["Am Telefon", "Am Herzen"]);
        assert_eq!(titles(hub.get("/alpha/events/calendar.ics?topic=health").await.text()), ["Am Herzen"]);
        assert_eq!(titles(hub.get(&format!("{}/calendar.ics", phone.page())).await.text()), ["Am Telefon"]);
        assert_eq!(titles(hub.get("/beta/events/calendar.ics").await.text()), Vec::<String>::new(), "another hub has its own");
        hub.get(&format!("{}/calendar.ics", secret.page())).await.is(404);
        let page = hub.get("/alpha/events/calendar").await;
        page.is(200).says("https://hub.example.org/alpha/events/calendar.ics");
        assert!(page.all("a", "href").iter().any(|href| href == "webcal://hub.example.org/alpha/events/calendar.ics?topic=health"));
        hub.get("/alpha/en/events/calendar").await.is(200).says("Subscribe to the calendar");
    }

    /// Hard cases 3, 4 and 14 with a reader of calendars that nobody here wrote, there and back.
    async fn hard_cases_03_04_14_another_program_reads_the_feed_and_what_it_writes_comes_back_the_same(hub) {
        let weeks = [date(2027, 3, 23), date(2027, 3, 30), date(2026, 12, 8)];
        hub.offer(Plan::seats(5).titled("Kurs, mit „Komma“; und mehr").on_days(&weeks)).await;
        hub.offer(Plan::seats(5).titled("Die ganze Nacht").lasting(date(2026, 12, 11).at(22, 0, 0, 0), date(2026, 12, 12).at(6, 0, 0, 0))).await;
        hub.offer(Plan::seats(5).titled("Zwei Tage").lasting(date(2026, 12, 5).at(0, 0, 0, 0), date(2026, 12, 7).at(0, 0, 0, 0))).await;
        let feed = hub.get(FEED).await.text().to_owned();
        let other = python(&feed);
        let here = window(&hub.app().directory().by_slug("alpha").await.unwrap().unwrap(), hub.now());
        let read = |text: &str| ical::read(text.as_bytes(), &here).unwrap().entries.into_iter().map(|entry| ical::Entry { line: 0, ..entry.unwrap() });
        let bare = |entry: ical::Entry| (entry.uid, entry.sequence, entry.summary, entry.description, entry.location, entry.url, entry.categories, entry.dates.into_iter().map(|date| date.when).collect::<Vec<_>>());
        assert_eq!(read(&feed).map(bare).collect::<Vec<_>>(), read(&other).map(bare).collect::<Vec<_>>());
        assert_eq!(read(&other).len(), 5);
    }
}

/// Reads a calendar with python's `icalendar`, looks at the times as that program understands them, and writes it anew.
fn python(text: &str) -> String {
    let answer = crate::support::second_opinion("calendars.py", &[], text.as_bytes());
    assert!(answer.status.success(), "the other program refuses the feed");
    String::from_utf8(answer.stdout).unwrap()
}
