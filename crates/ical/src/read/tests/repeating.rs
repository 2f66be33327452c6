//! Repeating events: exceptions, further dates, changed dates, changes of the clock, and bounds.

use std::time::Instant;

use super::{all_told, calendar, event, one, refused};
use crate::Status;
use crate::read::{DATES_AT_MOST, Reason};

/// Hard case 1.
#[test]
fn hard_case_01_an_hour_that_is_jumped_over_is_marked_and_the_others_keep_their_time() {
    let entry = one(&event("DTSTART;TZID=Europe/Berlin:20270321T023000\nDTEND;TZID=Europe/Berlin:20270321T033000\nRRULE:FREQ=WEEKLY;COUNT=3"));
    let expected =
        ["2027-03-21 02:30 CET to 2027-03-21 03:30 CET", "2027-03-28 03:30 CEST to 2027-03-28 04:30 CEST", "2027-04-04 02:30 CEST to 2027-04-04 03:30 CEST"];
    assert_eq!(all_told(&entry), expected);
    assert_eq!(entry.dates.iter().map(|date| date.jumped).collect::<Vec<_>>(), [false, true, false]);
}

/// Hard case 2.
#[test]
fn hard_case_02_a_night_in_autumn_has_nine_hours_and_the_two_equal_hours_stay_apart() {
    let night = one(&event("DTSTART;TZID=Europe/Berlin:20271030T220000\nDTEND;TZID=Europe/Berlin:20271031T060000"));
    let crate::read::When::Time { start, end: Some(end) } = &night.dates[0].when else { panic!("a time") };
    assert_eq!(start.duration_until(end).as_hours(), 9);
    let twice = calendar(
        "BEGIN:VEVENT\nUID:1\nDTSTART:20271031T003000Z\nEND:VEVENT\nBEGIN:VEVENT\nUID:2\nDTSTART:20271031T013000Z\nEND:VEVENT\n\
         BEGIN:VEVENT\nUID:3\nDTSTART;TZID=Europe/Berlin:20271031T023000\nEND:VEVENT",
    );
    let told: Vec<String> = super::contents(&twice).entries.iter().flat_map(|entry| all_told(entry.as_ref().unwrap())).collect();
    assert_eq!(told, ["2027-10-31 02:30 CEST open", "2027-10-31 02:30 CET open", "2027-10-31 02:30 CEST open"]);
}

/// Hard case 3.
#[test]
fn hard_case_03_a_series_across_the_switch_keeps_its_wall_time() {
    let entry = one(&event("DTSTART;TZID=Europe/Berlin:20270202T180000\nRRULE:FREQ=WEEKLY;BYDAY=TU;UNTIL=20270525T160000Z"));
    assert_eq!(entry.dates.len(), 17);
    assert!(all_told(&entry).iter().all(|told| told.contains(" 18:00 ")), "{:?}", all_told(&entry));
    // In UTC the same rule keeps the hour of UTC: that is what the writer asked for.
    let utc = one(&event("DTSTART:20270202T170000Z\nRRULE:FREQ=WEEKLY;BYDAY=TU;COUNT=17"));
    assert!(all_told(&utc)[16].contains(" 19:00 CEST"));
}

/// Hard case 4.
#[test]
fn hard_case_04_times_from_abroad_become_the_right_instant_also_on_another_day() {
    let far = |zone: &str| all_told(&one(&event(&format!("DTSTART;TZID={zone}:20261201T001500"))));
    assert_eq!(far("Europe/Lisbon"), ["2026-12-01 01:15 CET open"]);
    assert_eq!(far("Pacific/Auckland"), ["2026-11-30 12:15 CET open"]);
    assert_eq!(far("America/Los_Angeles"), ["2026-12-01 09:15 CET open"]);
}

/// Hard case 14.
#[test]
fn hard_case_14_a_changed_date_replaces_its_own_whatever_the_order_and_the_newest_counts() {
    let part = |lines: &str| format!("BEGIN:VEVENT\nUID:1\n{lines}\nEND:VEVENT\n");
    let main = part("SUMMARY:Kurs\nLOCATION:Saal\nDTSTART;TZID=Europe/Berlin:20261201T180000\nRRULE:FREQ=WEEKLY;COUNT=3");
    let second = part("SEQUENCE:2\nSUMMARY:Kurs\nLOCATION:Keller\nRECURRENCE-ID:20261208T170000Z\nDTSTART;TZID=Europe/Berlin:20261209T190000");
    let first = part("SEQUENCE:1\nSUMMARY:Kurs\nRECURRENCE-ID:20261208T170000Z\nDTSTART;TZID=Europe/Berlin:20261209T080000");
    let off = part("SEQUENCE:1\nSTATUS:CANCELLED\nRECURRENCE-ID;TZID=Europe/Berlin:20261215T180000\nDTSTART;TZID=Europe/Berlin:20261215T180000");
    for parts in [[&main, &first, &second, &off], [&second, &off, &main, &first], [&off, &second, &first, &main]] {
        let entry = one(&calendar(&parts.map(String::as_str).concat()));
        assert_eq!(all_told(&entry), ["2026-12-01 18:00 CET open", "2026-12-09 19:00 CET open", "2026-12-15 18:00 CET open"]);
        assert_eq!(entry.dates[1].key, "20261208T170000Z", "its name stays that of the start it had at first");
        assert_eq!(entry.dates[1].location.as_deref(), Some("Keller"));
        assert_eq!(entry.dates.iter().map(|date| date.status).collect::<Vec<_>>(), [Status::Confirmed, Status::Confirmed, Status::Cancelled]);
    }
}

#[test]
fn exceptions_and_further_dates_are_taken_into_account() {
    let entry = one(&event(
        "DTSTART;TZID=Europe/Berlin:20261201T180000\nDTEND;TZID=Europe/Berlin:20261201T190000\nRRULE:FREQ=WEEKLY;COUNT=4\n\
         EXDATE;TZID=Europe/Berlin:20261208T180000\nEXDATE:20261215T170000Z,\nRDATE;TZID=Europe/Berlin:20261218T180000\n\
         RDATE;VALUE=PERIOD:20261219T100000Z/20261219T120000Z,20261220T100000Z/PT3H\nRDATE:",
    ));
    let expected = [
        "2026-12-01 18:00 CET to 2026-12-01 19:00 CET",
        "2026-12-18 18:00 CET to 2026-12-18 19:00 CET",
        "2026-12-19 11:00 CET to 2026-12-19 13:00 CET",
        "2026-12-20 11:00 CET to 2026-12-20 14:00 CET",
        "2026-12-22 18:00 CET to 2026-12-22 19:00 CET",
    ];
    assert_eq!(all_told(&entry), expected);
    let by_day = one(&event("DTSTART:20261201T180000\nRRULE:FREQ=DAILY;COUNT=3\nEXDATE;VALUE=DATE:20261202"));
    assert_eq!(all_told(&by_day), ["2026-12-01 18:00 CET open", "2026-12-03 18:00 CET open"]);
}

#[test]
fn a_series_of_whole_days_needs_no_zone() {
    let entry = one(&event("DTSTART;VALUE=DATE:20261224\nDTEND;VALUE=DATE:20261227\nRRULE:FREQ=YEARLY;UNTIL=20281224\nEXDATE;VALUE=DATE:20271224"));
    assert_eq!(all_told(&entry), ["2026-12-24 to before 2026-12-27", "2028-12-24 to before 2028-12-27"]);
}

#[test]
fn a_changed_date_alone_is_a_date_by_itself() {
    let entry = one(&event("RECURRENCE-ID:20261208T170000Z\nDTSTART:20261209T170000Z"));
    assert_eq!(all_told(&entry), ["2026-12-09 18:00 CET open"]);
}

#[test]
fn a_group_with_one_broken_part_is_refused_whole() {
    let text = calendar(
        "BEGIN:VEVENT\nUID:1\nDTSTART:20261201\nRRULE:FREQ=DAILY;COUNT=2\nEND:VEVENT\nBEGIN:VEVENT\nUID:1\nRECURRENCE-ID:20261202\nDTSTART:x\nEND:VEVENT",
    );
    assert_eq!((refused(&text).line, super::contents(&text).entries.len()), (11, 1));
}

#[test]
fn rules_without_an_end_stop_at_the_window_and_the_limit() {
    let weekly = one(&event("DTSTART:20290101T100000Z\nRRULE:FREQ=WEEKLY"));
    assert_eq!((weekly.dates.len(), weekly.cut), (105, false));
    let daily = one(&event("DTSTART:19900101T100000Z\nRRULE:FREQ=DAILY"));
    assert_eq!((daily.dates.len(), daily.cut, daily.dates[0].key.as_str()), (DATES_AT_MOST, true, "20200101T100000Z"));
    let over = one(&event("DTSTART:20100101T100000Z\nRRULE:FREQ=WEEKLY;COUNT=10"));
    assert!(over.dates.is_empty());
    let never = one(&event("DTSTART:20260201T100000Z\nRRULE:FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30"));
    assert_eq!(never.dates.len(), 1, "only the first date, which always belongs to it");
}

#[test]
fn rules_that_are_not_carried_out_refuse_the_event() {
    let reason = |rule: &str| refused(&event(&format!("DTSTART:20261201T100000Z\nRRULE:{rule}"))).reason;
    for (rule, part) in [
        ("FREQ=HOURLY", "HOURLY"),
        ("FREQ=DAILY;BYHOUR=9,10", "BYHOUR=9,10"),
        ("FREQ=YEARLY;BYWEEKNO=20", "BYWEEKNO=20"),
        ("RSCALE=CHINESE;FREQ=YEARLY", "RSCALE=CHINESE"),
    ] {
        assert_eq!(reason(rule), Reason::NotTaken(part.to_owned()));
    }
    for rule in [
        "FREQ=DAILY;COUNT=0",
        "FREQ=DAILY;INTERVAL=0",
        "COUNT=3",
        "FREQ=WEEKLY;BYDAY=2TU",
        "FREQ=DAILY;UNTIL=tomorrow",
        "FREQ=DAILY;COUNT=2;UNTIL=20270101",
        "FREQ=NEVER",
        "x",
    ] {
        assert_eq!(reason(rule), Reason::Rule(rule.to_owned()));
    }
    assert_eq!(refused(&event("DTSTART:20261201\nRRULE:FREQ=DAILY\nEXRULE:FREQ=WEEKLY")).reason, Reason::NotTaken("EXRULE".to_owned()));
    let following = refused(&event("DTSTART:20261201\nRECURRENCE-ID;RANGE=THISANDFUTURE:20261201")).reason;
    assert_eq!(following, Reason::NotTaken("RECURRENCE-ID;RANGE".to_owned()));
}

#[test]
fn a_file_made_to_take_forever_ends_soon() {
    let began = Instant::now();
    let one = |n: u32| format!("BEGIN:VEVENT\nUID:{n}\nDTSTART:00010101T000000Z\nRRULE:FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30;COUNT=9999999\nEND:VEVENT\n");
    let text = calendar(&(0..5_000).map(one).collect::<String>());
    let entries = super::contents(&text).entries;
    assert!(entries.iter().filter(|entry| entry.as_ref().is_err_and(|refusal| refusal.reason == Reason::TooLong)).count() > 4_000);
    let many = (1..=28).map(|day| format!("202612{day:02}T100000Z")).collect::<Vec<_>>().join(",");
    assert_eq!(refused(&event(&format!("DTSTART:20261201T100000Z\n{}", format!("RDATE:{many}\n").repeat(200)))).reason, Reason::TooManyDates);
    assert!(began.elapsed().as_secs() < 20, "{:?}", began.elapsed());
}
