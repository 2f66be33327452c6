//! The hard cases that every system for registrations must pass, by number, as far as they concern seats at events. Wall times are
//! those of Europe/Berlin; the rules of the zone are those bundled with the program.

use booking::{Span, State, Waitlist};
use jiff::civil::{DateTime, date};
use jiff::tz::{Offset, TimeZone};
use nabe::bookings::{Booked, Counts, Desk};
use nabe::clock::Instant;
use nabe::features::events::{Admission, EventId, Occurrence, Seats};

use crate::support::{Guest, Plan, TestHub, bare, calendar_lines, calendar_values, journeys, start_of_the_tests};

#[test]
fn hard_case_01_a_date_that_the_clocks_skip_is_reported_and_never_stored() {
    let sundays = (0..5).map(|week| date(2027, 3, 14).saturating_add(jiff::Span::new().weeks(week)));
    let made: Vec<_> = sundays.map(|day| (day, occurrence(day.at(2, 30, 0, 0), day.at(4, 0, 0, 0)))).collect();
    let skipped: Vec<_> = made.iter().filter(|(_, made)| made.is_none()).map(|(day, _)| *day).collect();
    assert_eq!(skipped, [date(2027, 3, 28)], "half past two does not exist on that day");
    for (day, made) in made.iter().filter_map(|(day, made)| made.as_ref().map(|made| (day, made))) {
        assert_eq!(made.local_start, day.at(2, 30, 0, 0), "all others keep their wall time");
        let offset = if *day < date(2027, 3, 28) { 1 } else { 2 };
        assert_eq!(made.starts, instant(made.local_start, offset));
    }
    assert!(occurrence(date(2027, 3, 28).at(1, 0, 0, 0), date(2027, 3, 28).at(2, 30, 0, 0)).is_none(), "an end that does not exist is no open end");
}

#[test]
fn hard_case_02_a_night_over_the_autumn_change_lasts_nine_hours() {
    let night = occurrence(date(2027, 10, 30).at(22, 0, 0, 0), date(2027, 10, 31).at(6, 0, 0, 0)).unwrap();
    assert_eq!(night.ends.since(night.starts), Span::from_hours(9));
    let spring = occurrence(date(2027, 3, 27).at(22, 0, 0, 0), date(2027, 3, 28).at(6, 0, 0, 0)).unwrap();
    assert_eq!(spring.ends.since(spring.starts), Span::from_hours(7));
    // In the hour that comes twice a wall time means the first of the two, as RFC 5545, 3.3.5, reads it.
    let twice = occurrence(date(2027, 10, 31).at(2, 30, 0, 0), date(2027, 10, 31).at(3, 30, 0, 0)).unwrap();
    assert_eq!(twice.starts, instant(date(2027, 10, 31).at(2, 30, 0, 0), 2));
    assert_eq!(twice.ends.since(twice.starts), Span::from_hours(2));
}

journeys! {
    async fn hard_case_02_page_mail_and_calendar_say_the_wall_time_of_the_night(hub) {
        let date = hub.offer(Plan::seats(5).lasting(date(2027, 10, 30).at(22, 0, 0, 0), date(2027, 10, 31).at(6, 0, 0, 0))).await;
        hub.get(&date.page()).await.says("22").says("31");
        let anna = hub.register("Anna", &date).await;
        let mails = hub.mails().await;
        let own = hub.get(&format!("{}/calendar.ics", anna.page)).await;
        let public = hub.get(&format!("{}/calendar.ics", date.page())).await;
        for calendar in [mails[0].calendar(), own.text(), public.text()] {
            let lines = calendar_lines(calendar);
            assert!(lines.contains(&"DTSTART;TZID=Europe/Berlin:20271030T220000".to_owned()), "{lines:?}");
            assert!(lines.contains(&"DTEND;TZID=Europe/Berlin:20271031T060000".to_owned()), "{lines:?}");
            assert_eq!(lines.iter().filter(|line| *line == "BEGIN:VTIMEZONE").count(), 1, "the zone is described");
        }
    }

    async fn hard_case_03_a_series_across_the_change_keeps_its_wall_time(hub) {
        let tuesdays: Vec<_> = (0..16).map(|week| date(2027, 2, 2).saturating_add(jiff::Span::new().weeks(week)).at(18, 0, 0, 0)).collect();
        let plan = Plan { dates: tuesdays.iter().map(|start| (*start, Some(start.date().at(20, 0, 0, 0)))).collect(), ..Plan::seats(5) };
        let dates = hub.offer_dates(plan).await;
        assert_eq!(dates.len(), 16);
        let page = hub.get(&dates[0].page()).await;
        assert_eq!(page.words().matches("18–20 Uhr").count(), 17, "each date and the box beside: {}", page.words());
        let calendar = hub.get(&format!("{}/calendar.ics", dates[0].page())).await;
        let starts = calendar_lines(calendar.text()).into_iter().filter_map(|line| line.strip_prefix("DTSTART;TZID=Europe/Berlin:").map(str::to_owned));
        let expected: Vec<_> = tuesdays.iter().map(|start| start.strftime("%Y%m%dT%H%M%S").to_string()).collect();
        assert_eq!(starts.collect::<Vec<_>>(), expected);
        let zone = calendar.text().split("END:VTIMEZONE").next().unwrap();
        for part in ["TZID:Europe/Berlin", "BEGIN:STANDARD", "BEGIN:DAYLIGHT", "TZOFFSETTO:+0200", "TZOFFSETTO:+0100"] {
            assert!(zone.contains(part), "the zone says {part}: {zone}");
        }
        for (date, start) in dates.iter().zip(&tuesdays) {
            let id = date.id;
            let stored = hub.read("alpha", move |tx, hub| nabe::features::events::store::occurrence(tx, hub, id)).await.unwrap();
            let offset = if start.date() < jiff::civil::date(2027, 3, 28) { 1 } else { 2 };
            assert_eq!(stored.starts, instant(*start, offset));
            assert_eq!(stored.local_start, *start);
        }
        let anna = hub.register("Anna", &dates[10]).await;
        hub.page_of(&anna).await.says("18–20 Uhr");
        let mail = hub.mails().await.remove(0).text.replace('\u{2060}', "").replace('\u{a0}', " ");
        assert!(mail.contains("18–20 Uhr"), "{mail}");
    }

    async fn hard_case_04_the_day_of_a_date_is_the_hubs_whatever_day_it_is_elsewhere(hub) {
        // A quarter past midnight in Berlin is still the day before in Lisbon and in universal time.
        let date = hub.offer(Plan::seats(5).lasting(date(2026, 12, 8).at(0, 15, 0, 0), date(2026, 12, 8).at(1, 0, 0, 0))).await;
        assert_eq!(date.key, "2026-12-08-0015");
        hub.get("/alpha/events?when=2026-12-08").await.says("Sicher im Netz");
        hub.get("/alpha/events?when=2026-12-07").await.does_not_say("Sicher im Netz");
        hub.get("/alpha/events?when=2026-12").await.says("Sicher im Netz");
        let month = hub.get("/alpha/events/month?month=2026-12").await;
        assert_eq!(month.count("td li a"), 1);
        let cells = month.page();
        let cell = cells.select(&scraper::Selector::parse("td:has(li)").unwrap()).next().unwrap().text().collect::<String>();
        assert!(cell.starts_with('8'), "{cell}");
        // The last instant before it begins is before it begins, wherever one sits.
        hub.set_clock(instant(jiff::civil::date(2026, 12, 8).at(0, 15, 0, 0), 1).minus(Span::from_micros(1)));
        hub.register("Anna", &date).await;
        hub.advance_clock(1);
        hub.submit(&hub.stale_form_for("Ben", &date)).await.is(409);
    }

    async fn hard_case_05_last_seat_of_sixty_four_people_at_once_exactly_one_gets_it(hub) {
        let date = hub.offer(Plan::seats(12)).await;
        for n in 0..11 {
            hub.register(&format!("Frueher Gast {n}"), &date).await;
        }
        let forms: Vec<_> = (0..64).map(|n| hub.stale_form_for(&format!("Gast {n}"), &date)).collect();
        for round in 0..2 {
            let mut posts = tokio::task::JoinSet::new();
            for (n, form) in forms.iter().cloned().enumerate() {
                let hub = hub.caller(u8::try_from(n).unwrap());
                posts.spawn(async move { hub.submit(&form).await });
            }
            let answers = posts.join_all().await;
            let confirmed = answers.iter().filter(|answer| answer.status == 303).count();
            let refused: Vec<_> = answers.iter().filter(|answer| answer.status == 409).collect();
            assert_eq!((confirmed, refused.len()), (1, 63), "round {round}: the second time is the same forms again");
            for answer in refused {
                answer.says("Alle Plätze sind vergeben.").says("Sie können auf die Warteliste.");
            }
            assert_eq!(hub.counts(&date).await, Counts { seated: 12, held: 0, waiting: 0 });
        }
    }

    async fn hard_case_08_a_cancelled_seat_goes_to_the_waiting_while_strangers_rush_in(hub) {
        for round in 0..6 {
            let date = hub.offer(Plan::seats(1)).await;
            let anna = hub.register(&format!("Anna {round}"), &date).await;
            let ben = hub.wait_for(&format!("Ben {round}"), 1, &date).await;
            let cancel = (format!("{}/cancellation", anna.page), hub.guest_key());
            let mut rush = tokio::task::JoinSet::new();
            for n in 0..9_u8 {
                let (hub, form, cancel) = (hub.caller(n), hub.stale_form_for(&format!("Fremd {round} {n}"), &date), cancel.clone());
                rush.spawn(async move {
                    if n == 4 { hub.post(&cancel.0, &[("key", &cancel.1)]).await.status.as_u16() } else { hub.submit(&form).await.status.as_u16() }
                });
            }
            let mut statuses = rush.join_all().await;
            statuses.sort_unstable();
            assert_eq!(statuses, [303, 409, 409, 409, 409, 409, 409, 409, 409], "only the cancellation gets through");
            assert_eq!(hub.booking(&ben).await.state, State::Offered);
            assert_eq!(hub.counts(&date).await, Counts { seated: 0, held: 1, waiting: 0 });
            // Accepted and then given back: the entry is closed, the seat is free for anybody.
            hub.accept(&ben).await.is(303);
            hub.cancel(&ben).await.is(303);
            hub.register(&format!("Dora {round}"), &date).await;
            assert_eq!(hub.booking(&ben).await.state, State::Cancelled);
        }
    }

    async fn hard_case_08_an_offer_is_shorter_when_the_date_is_near(hub) {
        let date = hub.offer(Plan::seats(1).lasting(date(2026, 12, 1).at(13, 0, 0, 0), date(2026, 12, 1).at(14, 0, 0, 0))).await;
        let anna = hub.register("Anna", &date).await;
        let ben = hub.wait_for("Ben", 1, &date).await;
        hub.cancel_by_staff(&anna).await;
        let deadline = hub.booking(&ben).await.deadline.unwrap();
        assert_eq!(deadline, start_of_the_tests().plus(Span::from_hours(1)), "a quarter of the four hours that are left");
        hub.page_of(&ben).await.says("Wir halten den Platz bis Dienstag, 1. Dezember, 10 Uhr.");
    }

    async fn hard_case_09_in_strict_order_a_group_blocks_those_behind_it_and_is_never_split(hub) {
        let (date, anna, group, single) = group_and_single(&hub, Waitlist::Strict).await;
        hub.resize(&anna, 2).await.is(303);
        assert_eq!(hub.counts(&date).await, Counts { seated: 2, held: 0, waiting: 2 }, "two seats are free, three are needed");
        hub.page_of(&group).await.says("Ihr Platz in der Reihe: 1.");
        hub.page_of(&single).await.says("Ihr Platz in der Reihe: 2.");
        hub.submit(&hub.stale_form_for("Fremd", &date)).await.is(409);
        hub.resize(&anna, 1).await.is(303);
        assert_eq!(hub.booking(&group).await.state, State::Offered);
        assert_eq!((hub.booking(&group).await.seats, hub.counts(&date).await.held), (3, 3), "all three or none");
        assert_eq!(hub.booking(&single).await.state, State::Waiting);
    }

    async fn hard_case_09_where_seats_are_filled_a_single_person_may_pass_a_group(hub) {
        let (date, anna, group, single) = group_and_single(&hub, Waitlist::Fill).await;
        hub.resize(&anna, 2).await.is(303);
        assert_eq!(hub.booking(&single).await.state, State::Offered);
        assert_eq!(hub.booking(&group).await.state, State::Waiting);
        assert_eq!(hub.counts(&date).await, Counts { seated: 2, held: 1, waiting: 1 });
    }

    async fn hard_case_13_the_limit_counts_what_one_waits_for_and_holds_when_growing_and_moving(hub) {
        let days = [date(2026, 12, 8), date(2026, 12, 15)];
        let mut plan = Plan::seats(3).on_days(&days);
        (plan.admission.seats_per_booking, plan.admission.seats_per_person) = (3, 3);
        let dates = hub.offer_dates(plan).await;
        let anna = hub.register_party("Anna", 2, &dates[0]).await;
        let second = hub.form_for("Anna", &dates[0]).await.with("email", "ANNA+2@example.org").with("seats", "2").with("wait", "1");
        hub.submit(&second).await.is(409).says("schon 2 Plätze gebucht, möglich sind 3");
        hub.submit(&second.with("seats", "1")).await.is(303);
        hub.resize(&anna, 3).await.is(409).says("möglich sind 3");

        let other = hub.register_party("Anna", 2, &dates[1]).await;
        hub.move_to(&other, &dates[0]).await.is(409);
        hub.cancel(&anna).await.is(303);
        hub.resize(&other, 3).await.is(303);
        assert_eq!(hub.counts(&dates[0]).await.seated, 1);
    }

    async fn hard_case_13_staff_may_set_the_limit_aside_but_never_the_number_of_seats(hub) {
        let date = hub.offer(Plan::seats(4).groups_of(1)).await;
        hub.register("Anna", &date).await;
        let (id, key) = (date.id, hub.guest_key());
        let ask = move |seats: u32, n: u8| nabe::bookings::Ask {
            seats,
            waitlist: false,
            channel: nabe::bookings::Channel::Staff,
            overrides: booking::Overrides { limits: true, window: false },
            name: "Anna".to_owned(),
            email: "anna@example.org".to_owned(),
            phone: String::new(),
            companions: Vec::new(),
            answers: Vec::new(),
            note: String::new(),
            paper: nabe::bookings::Paper::None,
            lang: nabe::texts::Lang::De,
            organisation: None,
            form_key: format!("{key}{n}"),
            form_print: [n; 32],
        };
        let booked = hub.write("alpha", move |tx, hub, now| {
            let desk = Desk::<Seats>::new(tx, hub, now, None);
            Ok((desk.book(id, &ask(4, 1))?, desk.book(id, &ask(3, 2))?))
        }).await;
        assert!(matches!(booked, (Booked::Refused(_), Booked::Confirmed(_))), "{booked:?}");
        assert_eq!(hub.counts(&date).await.seated, 4);
    }

    async fn hard_case_14_opening_every_link_of_every_mail_changes_nothing(hub) {
        let date = hub.offer(Plan::seats(1)).await;
        let anna = hub.register("Anna", &date).await;
        let ben = hub.wait_for("Ben", 1, &date).await;
        hub.cancel_by_staff(&anna).await;
        hub.advance_clock(1);
        let mails = hub.mails().await;
        assert_eq!(mails.len(), 4, "confirmed, waiting, cancelled, offered");
        let before = (hub.booking(&anna).await, hub.booking(&ben).await, hub.counts(&date).await);
        let mut opened = 0;
        for link in mails.iter().flat_map(crate::support::Mail::links) {
            // A scanner also follows what it finds on the page.
            let page = hub.get(&link).await;
            page.is(200);
            for inner in page.all("main a[href^='/']", "href") {
                hub.get(&inner).await;
                opened += 1;
            }
            hub.send(bare(axum::http::Method::HEAD, &link)).await.is(200);
            opened += 2;
        }
        assert!(opened > 8, "there was something to open: {opened}");
        assert_eq!(before, (hub.booking(&anna).await, hub.booking(&ben).await, hub.counts(&date).await));
        assert!(hub.mails().await.is_empty());
        assert_eq!(hub.booking(&ben).await.state, State::Offered);
    }

    async fn hard_case_14_two_moves_and_a_cancellation_are_one_entry_in_every_calendar(hub) {
        let days = [date(2026, 12, 8), date(2026, 12, 15), date(2026, 12, 22)];
        let dates = hub.offer_dates(Plan::seats(3).on_days(&days)).await;
        // The hub has changed the first date often before: what a calendar counts must rise all the same.
        hub.edit(&dates[0], |date| date.sequence = 5).await;
        let anna = hub.register("Anna", &dates[0]).await;
        hub.register("Ben", &dates[0]).await;
        hub.move_to(&anna, &dates[1]).await.is(303);
        hub.move_to(&anna, &dates[2]).await.is(303);
        let own = hub.get(&format!("{}/calendar.ics", anna.page)).await;
        hub.cancel(&anna).await.is(303);
        hub.advance_clock(2);
        let mut mails = hub.mails().await;
        mails.retain(|mail| mail.to == "anna@example.org");
        assert_eq!(mails.len(), 4);
        let of = |property: &str| mails.iter().flat_map(|mail| calendar_values(mail.calendar(), property)).collect::<Vec<_>>();
        let uids = of("UID");
        assert!(uids.iter().all(|uid| *uid == uids[0]), "{uids:?}");
        assert_eq!(calendar_values(own.text(), "UID")[0], uids[0], "the file of the page is the same entry");
        let sequences: Vec<u32> = of("SEQUENCE").iter().map(|text| text.parse().unwrap()).collect();
        assert!(sequences.is_sorted_by(|one, next| one < next), "{sequences:?}");
        assert_eq!(of("METHOD"), ["REQUEST", "REQUEST", "REQUEST", "CANCEL"]);
        assert_eq!(of("STATUS").last().unwrap(), "CANCELLED");
        assert_eq!(of("DTSTART").into_iter().filter(|start| start.starts_with("202612")).collect::<Vec<_>>(), ["20261208T140000", "20261215T140000", "20261222T140000", "20261222T140000"]);
        let methods: Vec<_> = mails.iter().map(|mail| mail.calendar.as_ref().unwrap().0.as_str()).collect();
        assert_eq!(methods, ["REQUEST", "REQUEST", "REQUEST", "CANCEL"], "the type of the part says the same");
        for mail in &mails {
            assert_eq!(calendar_values(mail.calendar(), "ATTENDEE"), ["mailto:anna@example.org"], "nobody else is named");
            assert!(!mail.raw.contains("ben@example.org"));
        }
    }

    async fn hard_case_14_mails_of_one_booking_keep_their_order_and_leave_once(hub) {
        let date = hub.offer(Plan::seats(3)).await;
        let anna = hub.register_party("Anna", 2, &date).await;
        hub.resize(&anna, 1).await.is(303);
        hub.resize(&anna, 2).await.is(303);
        hub.cancel(&anna).await.is(303);
        hub.advance_clock(2);
        let subjects: Vec<_> = hub.mails().await.into_iter().map(|mail| mail.subject).collect();
        let kinds: Vec<_> = subjects.iter().map(|subject| subject.split(':').next().unwrap()).collect();
        assert_eq!(kinds, ["Ihr Platz ist sicher", "Ihre Anmeldung ist geändert", "Ihre Anmeldung ist geändert", "Ihre Absage"]);
        assert!(hub.mails().await.is_empty());
    }

    async fn hard_case_15_a_clock_that_jumps_back_two_hours_changes_neither_the_line_nor_a_deadline(hub) {
        jumps_back(hub, false).await;
    }

    async fn hard_case_15_nor_does_it_when_the_server_starts_again_in_the_past(hub) {
        jumps_back(hub, true).await;
    }

    async fn hard_case_15_forms_and_sessions_that_are_open_survive_the_jump(hub) {
        let date = hub.offer(Plan::seats(3)).await;
        let form = hub.form_for("Anna", &date).await;
        hub.set_clock(hub.now().minus(Span::from_hours(2)));
        let anna = Guest::new(&date, &hub.submit(&form).await);
        hub.page_of(&anna).await.says("Ihr Platz ist sicher.");
        hub.advance_clock(120);
        assert_eq!(hub.mails().await.len(), 1);
    }

    async fn hard_case_15_what_is_booked_and_what_is_mailed_are_one(hub) {
        let date = hub.offer(Plan::seats(3)).await;
        hub.register("Anna", &date).await;
        // The job fails after it has booked: neither the seat nor the mail is there.
        let (id, key) = (date.id, hub.guest_key());
        let hub_id = hub.hub_id("alpha");
        let failed = hub.app().write(hub_id, move |tx, now| {
            let ask = nabe::bookings::Ask {
                organisation: None,
                seats: 1, waitlist: false, channel: nabe::bookings::Channel::Web, overrides: booking::Overrides::default(), name: "Ben".to_owned(), email: "ben@example.org".to_owned(), phone: String::new(),
                companions: Vec::new(), answers: Vec::new(), note: String::new(), paper: nabe::bookings::Paper::None, lang: nabe::texts::Lang::De, form_key: key.clone(), form_print: [1; 32],
            };
            let booked = Desk::<Seats>::new(tx, hub_id, now, None).book(id, &ask)?;
            assert!(matches!(booked, Booked::Confirmed(_)));
            Err::<(), _>(nabe::db::DbError::app("the power goes"))
        }).await;
        assert!(failed.is_err());
        assert_eq!(hub.counts(&date).await.seated, 1);
        assert_eq!(hub.mails().await.len(), 1);
    }
}

async fn jumps_back(hub: TestHub, restart: bool) {
    let date = hub.offer(Plan::seats(2)).await;
    let anna = hub.register_party("Anna", 2, &date).await;
    let ben = hub.wait_for("Ben", 1, &date).await;
    hub.resize(&anna, 1).await.is(303);
    let deadline = hub.booking(&ben).await.deadline.expect("Ben has an offer");
    let cem = hub.wait_for("Cem", 1, &date).await;

    let before = hub.now().minus(Span::from_hours(2));
    let hub = if restart { hub.restart(before).await } else { hub };
    hub.set_clock(before);
    let dora = hub.wait_for("Dora", 1, &date).await;
    hub.run_jobs().await;
    hub.page_of(&cem).await.says("Ihr Platz in der Reihe: 1.");
    hub.page_of(&dora).await.says("Ihr Platz in der Reihe: 2.");
    assert_eq!(hub.booking(&ben).await.deadline, Some(deadline), "what was promised stands");

    hub.set_clock(deadline.minus(Span::from_micros(1)));
    hub.run_jobs().await;
    assert_eq!(hub.booking(&ben).await.state, State::Offered);
    hub.set_clock(deadline);
    hub.run_jobs().await;
    assert_eq!(hub.booking(&ben).await.state, State::Expired);
    assert_eq!(hub.booking(&cem).await.state, State::Offered, "first come, first served");
    assert_eq!(hub.booking(&dora).await.state, State::Waiting);
    assert_eq!(hub.counts(&date).await, Counts { seated: 1, held: 1, waiting: 1 });
}

/// Four seats with Anna; a group of three waits before a single person.
async fn group_and_single(hub: &TestHub, waitlist: Waitlist) -> (crate::support::Date, Guest, Guest, Guest) {
    let date = hub.offer(Plan::seats(4).groups_of(4).waiting(waitlist)).await;
    let anna = hub.register_party("Anna", 4, &date).await;
    let group = hub.wait_for("Familie Muster", 3, &date).await;
    let single = hub.wait_for("Ben", 1, &date).await;
    (date, anna, group, single)
}

fn occurrence(start: DateTime, end: DateTime) -> Option<Occurrence> {
    let now = start_of_the_tests();
    Occurrence::new(EventId::new(now), start, Some(end), "Europe/Berlin", Admission::usual(Some(5)), now)
}

/// A wall time at a fixed offset from universal time, in hours.
fn instant(wall: DateTime, offset: i8) -> Instant {
    let at = TimeZone::fixed(Offset::constant(offset)).to_timestamp(wall).unwrap();
    Instant::from_micros(at.as_microsecond())
}
