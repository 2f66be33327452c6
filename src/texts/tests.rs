use super::amounts::{duration, euros};
use super::dates::*;
use super::typed::{Mistake, parse_day, parse_time, phone_href};
use super::{KEYS, Lang};
use jiff::civil::{Date, Time, Weekday, date, datetime, time};
use proptest::prelude::*;

const DE: Lang = Lang::De;
const EN: Lang = Lang::En;

/// With plain blanks and no joiners, so that the tables below can be read.
fn plain(text: &str) -> String {
    text.replace('\u{a0}', " ").replace('\u{2060}', "")
}

#[test]
fn days_far_away_are_told_with_their_year() {
    let days = |lang| Days { lang, today: date(2026, 11, 26) };
    let told = |day| (days(DE).day(day), days(EN).day(day), days(DE).day_short(day), days(EN).day_short(day));
    let words = |a: &str, b: &str, c: &str, d: &str| (a.to_owned(), b.to_owned(), c.to_owned(), d.to_owned());
    let near = words("Montag, 1. Februar", "Monday, 1 February", "Mo., 1.2.", "Mon, 1 Feb");
    assert_eq!(told(date(2027, 2, 1)), near, "the next February");
    let far = words("Freitag, 28. November 2031", "Friday, 28 November 2031", "Fr., 28.11.2031", "Fri, 28 Nov 2031");
    assert_eq!(told(date(2031, 11, 28)), far);
    assert_eq!(days(DE).day(date(2026, 1, 5)), "Montag, 5. Januar", "this year, though it is over");
    assert_eq!(days(DE).day(date(2025, 12, 1)), "Montag, 1. Dezember 2025", "not the coming one");
    assert_eq!(days(DE).day(date(2027, 5, 27)), "Donnerstag, 27. Mai");
    assert_eq!(days(DE).day(date(2027, 5, 28)), "Freitag, 28. Mai 2027");
    assert_eq!(days(DE).week(date(2031, 11, 24), date(2031, 11, 30)), "24. bis 30. November 2031");
    assert_eq!(days(DE).week(date(2026, 11, 30), date(2026, 12, 6)), "30. November bis 6. Dezember");
    assert_eq!(
        plain(&days(DE).span(date(2031, 11, 28).at(10, 0, 0, 0), date(2031, 11, 29).at(12, 0, 0, 0))),
        "Fr., 28.11.2031, 10 Uhr bis Sa., 29.11.2031, 12 Uhr"
    );
}

#[test]
fn no_text_is_empty_or_ends_in_a_blank() {
    for (key, de, en) in KEYS {
        for text in [de, en] {
            assert!(!text.trim().is_empty(), "{key} is empty");
            assert_eq!(text.trim(), *text, "{key} begins or ends with a blank");
        }
    }
}

#[test]
fn a_language_is_known_by_its_code_whatever_the_region_and_case() {
    for (code, wanted) in [
        ("de", Some(DE)),
        ("DE", Some(DE)),
        ("de-AT", Some(DE)),
        (" en_GB ", Some(EN)),
        ("en", Some(EN)),
        ("", None),
        ("d", None),
        ("deu", None),
        ("hsb", None),
        ("-de", None),
    ] {
        assert_eq!(Lang::parse(code), wanted, "{code:?}");
    }
    for lang in Lang::ALL {
        assert_eq!(Lang::parse(lang.code()), Some(lang));
    }
}

#[test]
fn weekdays_and_months_have_their_names() {
    let short: Vec<_> = Weekday::Monday.cycle_forward().take(7).map(|day| weekday_short(DE, day)).collect();
    assert_eq!(short, ["Mo", "Di", "Mi", "Do", "Fr", "Sa", "So"]);
    let short: Vec<_> = Weekday::Monday.cycle_forward().take(7).map(|day| weekday_short(EN, day)).collect();
    assert_eq!(short, ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]);
    let months = |lang| (1..=12).map(|m| month_short(lang, date(2026, m, 1))).collect::<Vec<_>>().join(" ");
    assert_eq!(months(DE), "Jan Feb Mär Apr Mai Jun Jul Aug Sep Okt Nov Dez");
    assert_eq!(months(EN), "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec");
    let months = |lang| (1..=12).map(|m| month_long(lang, date(2026, m, 1))).collect::<Vec<_>>().join(" ");
    assert_eq!(months(DE), "Januar Februar März April Mai Juni Juli August September Oktober November Dezember");
    assert_eq!(months(EN), "January February March April May June July August September October November December");
}

#[test]
fn a_day_is_written_in_the_way_of_its_language() {
    #[rustfmt::skip]
    let table = [
        (date(2026, 12, 1), "Dienstag, 1. Dezember 2026", "Di., 1.12.", "Tuesday, 1 December 2026", "Tue, 1 Dec"),
        (date(2026, 3, 29), "Sonntag, 29. März 2026", "So., 29.3.", "Sunday, 29 March 2026", "Sun, 29 Mar"),
        (date(2028, 2, 29), "Dienstag, 29. Februar 2028", "Di., 29.2.", "Tuesday, 29 February 2028", "Tue, 29 Feb"),
        (date(2027, 5, 15), "Samstag, 15. Mai 2027", "Sa., 15.5.", "Saturday, 15 May 2027", "Sat, 15 May"),
    ];
    for (date, de_long, de_short, en_long, en_short) in table {
        assert_eq!(day_long(DE, date), de_long);
        assert_eq!(day_long(EN, date), en_long);
        assert_eq!(day_short(DE, date), de_short);
        assert_eq!(day_short(EN, date), en_short);
    }
    assert_eq!(day(DE, date(2026, 12, 1)), "Dienstag, 1. Dezember");
    assert_eq!(day(EN, date(2026, 12, 1)), "Tuesday, 1 December");
    assert_eq!(month(DE, date(2026, 12, 1)), "Dezember 2026");
    assert_eq!(month(EN, date(2026, 12, 1)), "December 2026");
}

#[test]
fn only_today_and_tomorrow_have_a_word() {
    let today = date(2026, 12, 31);
    for (date, de, en) in [
        (date(2026, 12, 30), None, None),
        (today, Some("heute"), Some("today")),
        (date(2027, 1, 1), Some("morgen"), Some("tomorrow")),
        (date(2027, 1, 2), None, None),
    ] {
        assert_eq!(relative(DE, date, today), de, "{date}");
        assert_eq!(relative(EN, date, today), en, "{date}");
    }
    assert_eq!(relative(DE, Date::MIN, Date::MAX), None);
}

#[test]
fn a_time_range_leaves_out_what_goes_without_saying() {
    #[rustfmt::skip]
    let table = [
        (time(14, 0, 0, 0), Some(time(16, 0, 0, 0)), "14–16 Uhr", "14:00–16:00"),
        (time(10, 0, 0, 0), Some(time(11, 30, 0, 0)), "10–11:30 Uhr", "10:00–11:30"),
        (time(9, 5, 0, 0), Some(time(9, 50, 0, 0)), "9:05–9:50 Uhr", "09:05–09:50"),
        (time(0, 0, 0, 0), Some(time(6, 0, 0, 0)), "0–6 Uhr", "00:00–06:00"),
        (time(22, 0, 0, 0), Some(time(0, 0, 0, 0)), "22–24 Uhr", "22:00–24:00"),
        (time(14, 0, 0, 0), None, "ab 14 Uhr", "from 14:00"),
        (time(13, 45, 0, 0), None, "ab 13:45 Uhr", "from 13:45"),
        (time(0, 0, 0, 0), None, "ab 0 Uhr", "from 00:00"),
    ];
    for (start, end, de, en) in table {
        assert_eq!(plain(&time_range(DE, start, end)), de);
        assert_eq!(plain(&time_range(EN, start, end)), en);
    }
}

#[test]
fn a_range_does_not_break_at_the_dash_nor_before_uhr() {
    assert_eq!(time_range(DE, time(14, 0, 0, 0), Some(time(16, 0, 0, 0))), "14–\u{2060}16\u{a0}Uhr");
    assert_eq!(time_range(EN, time(14, 0, 0, 0), Some(time(16, 0, 0, 0))), "14:00–\u{2060}16:00");
    assert_eq!(super::dates::time(DE, time(14, 0, 0, 0)), "14\u{a0}Uhr");
}

#[test]
fn a_span_names_the_second_day_only_where_there_is_one() {
    let at = |day, hour, minute| datetime(2026, 12, day, hour, minute, 0, 0);
    #[rustfmt::skip]
    let table = [
        (at(1, 14, 0), at(1, 16, 0), "Di., 1.12., 14–16 Uhr", "Tue, 1 Dec, 14:00–16:00"),
        (at(4, 22, 0), at(5, 6, 0), "Fr., 4.12., 22 Uhr bis Sa., 5.12., 6 Uhr", "Fri, 4 Dec, 22:00 to Sat, 5 Dec, 06:00"),
        (at(4, 22, 0), at(5, 0, 0), "Fr., 4.12., 22–24 Uhr", "Fri, 4 Dec, 22:00–24:00"),
        (at(4, 9, 30), at(6, 0, 0), "Fr., 4.12., 9:30 Uhr bis Sa., 5.12., 24 Uhr", "Fri, 4 Dec, 09:30 to Sat, 5 Dec, 24:00"),
        (at(4, 0, 0), at(5, 0, 0), "Fr., 4.12., 0–24 Uhr", "Fri, 4 Dec, 00:00–24:00"),
    ];
    for (start, end, de, en) in table {
        assert_eq!(plain(&span(DE, start, end)), de);
        assert_eq!(plain(&span(EN, start, end)), en);
    }
    let over_new_year = span(DE, at(31, 22, 0), datetime(2027, 1, 1, 2, 0, 0, 0));
    assert_eq!(plain(&over_new_year), "Do., 31.12., 22 Uhr bis Fr., 1.1., 2 Uhr");
}

#[test]
fn the_hour_that_comes_twice_in_autumn_says_which_it_is() {
    let at = |hour, minute, season| Moment { at: datetime(2026, 10, 25, hour, minute, 0, 0), season };
    let (first, second) = (at(2, 30, Some(Season::Summer)), at(2, 30, Some(Season::Winter)));
    assert_eq!(plain(&span(DE, first, second)), "So., 25.10., 2:30 Uhr (Sommerzeit) bis 2:30 Uhr (Winterzeit)");
    assert_eq!(plain(&span(EN, first, second)), "Sun, 25 Oct, 02:30 (summer time) to 02:30 (winter time)");
    assert_eq!(plain(&span(DE, second, at(4, 0, None))), "So., 25.10., 2:30 Uhr (Winterzeit) bis 4 Uhr");
    let eve = datetime(2026, 10, 24, 22, 0, 0, 0);
    assert_eq!(plain(&span(DE, eve, first)), "Sa., 24.10., 22 Uhr bis So., 25.10., 2:30 Uhr (Sommerzeit)");
    assert_eq!(plain(&moment_time(DE, second)), "2:30 Uhr (Winterzeit)");
    assert_eq!(plain(&moment_time(EN, eve)), "22:00");
}

#[test]
fn days_of_a_week_share_month_and_year_where_they_can() {
    #[rustfmt::skip]
    let table = [
        (date(2026, 12, 1), date(2026, 12, 5), "1. bis 5. Dezember", "1 to 5 December"),
        (date(2026, 11, 30), date(2026, 12, 6), "30. November bis 6. Dezember", "30 November to 6 December"),
        (date(2026, 12, 28), date(2027, 1, 3), "28. Dezember 2026 bis 3. Januar 2027", "28 December 2026 to 3 January 2027"),
        (date(2026, 12, 1), date(2026, 12, 1), "1. Dezember", "1 December"),
    ];
    for (first, last, de, en) in table {
        assert_eq!(week_range(DE, first, last), de);
        assert_eq!(week_range(EN, first, last), en);
    }
}

#[test]
fn a_duration_leaves_out_what_is_zero() {
    for (minutes, de, en) in [
        (0, "0 Minuten", "0 minutes"),
        (1, "1 Minute", "1 minute"),
        (45, "45 Minuten", "45 minutes"),
        (60, "1 Stunde", "1 hour"),
        (90, "1 Stunde 30 Minuten", "1 hour 30 minutes"),
        (121, "2 Stunden 1 Minute", "2 hours 1 minute"),
        (1440, "1 Tag", "1 day"),
        (2 * 1440 + 60, "2 Tage 1 Stunde", "2 days 1 hour"),
        (3 * 1440 + 5, "3 Tage 5 Minuten", "3 days 5 minutes"),
    ] {
        assert_eq!(duration(DE, minutes), de);
        assert_eq!(duration(EN, minutes), en);
    }
}

#[test]
fn money_is_written_without_empty_cents_and_with_groups_of_three() {
    for (cents, de, en) in [
        (0, "0 €", "€0"),
        (5, "0,05 €", "€0.05"),
        (500, "5 €", "€5"),
        (1250, "12,50 €", "€12.50"),
        (99_999, "999,99 €", "€999.99"),
        (125_000, "1.250 €", "€1,250"),
        (123_456_789, "1.234.567,89 €", "€1,234,567.89"),
        (-1250, "−12,50 €", "−€12.50"),
        (i64::MIN, "−92.233.720.368.547.758,08 €", "−€92,233,720,368,547,758.08"),
    ] {
        assert_eq!(plain(&euros(DE, cents)), de);
        assert_eq!(plain(&euros(EN, cents)), en);
    }
    assert_eq!(euros(DE, 500), "5\u{a0}€");
}

#[test]
fn a_day_can_be_typed_in_many_ways() {
    // A Tuesday.
    let today = date(2026, 12, 1);
    let tenth = date(2026, 12, 10);
    #[rustfmt::skip]
    let table = [
        ("10.12.", tenth), ("10.12", tenth), ("10. 12.", tenth), (" 10.12. ", tenth), ("10 12", tenth),
        ("10.12.2026", tenth), ("10.12.26", tenth), ("10. 12. 2026", tenth), ("2026-12-10", tenth),
        ("10. Dezember", tenth), ("10.Dezember", tenth), ("10 Dezember 2026", tenth), ("10. Dez.", tenth), ("10. DEZ 26", tenth),
        ("10 December", tenth), ("10 Dec 2026", tenth), ("Do, 10.12.", tenth), ("Do., 10.12.2026", tenth),
        ("Donnerstag, 10. Dezember 2026", tenth), ("Thursday, 10 December 2026", tenth), ("\u{a0}10.\u{a0}Dezember", tenth),
        ("Do", date(2026, 12, 3)), ("do.", date(2026, 12, 3)), ("Donnerstag", date(2026, 12, 3)), ("thu", date(2026, 12, 3)),
        ("Di", today), ("Dienstag", today), ("Mo", date(2026, 12, 7)), ("Samstag", date(2026, 12, 5)), ("Sonnabend", date(2026, 12, 5)),
        ("heute", today), ("Heute", today), ("today", today), ("morgen", date(2026, 12, 2)), ("tomorrow", date(2026, 12, 2)),
        ("übermorgen", date(2026, 12, 3)), ("ÜBERMORGEN", date(2026, 12, 3)),
        ("1.12.", today), ("30.11.", date(2027, 11, 30)), ("1.1.", date(2027, 1, 1)), ("30.11.2026", date(2026, 11, 30)),
        ("29.2.", date(2028, 2, 29)), ("3. März", date(2027, 3, 3)), ("3. MÄRZ", date(2027, 3, 3)), ("3. Mrz", date(2027, 3, 3)),
        ("3. Maerz", date(2027, 3, 3)), ("3 may", date(2027, 5, 3)), ("3. Mai", date(2027, 5, 3)), ("3. Sept.", date(2027, 9, 3)),
        ("01.02.1999", date(1999, 2, 1)), ("2026-2-3", date(2026, 2, 3)),
    ];
    for (typed, wanted) in table {
        assert_eq!(parse_day(typed, today), Ok(wanted), "{typed:?}");
    }
}

#[test]
fn what_is_not_a_day_says_why() {
    let today = date(2026, 12, 1);
    #[rustfmt::skip]
    let table = [
        ("", Mistake::Blank), ("  \u{a0}", Mistake::Blank),
        ("bald", Mistake::NotADay), ("10", Mistake::NotADay), ("10.", Mistake::NotADay), ("...", Mistake::NotADay), ("-", Mistake::NotADay),
        ("10.12.226", Mistake::NotADay), ("10.12.2026.1", Mistake::NotADay), ("10/12/2026", Mistake::NotADay), ("110.12.", Mistake::NotADay),
        ("+1.+2.", Mistake::NotADay), ("10. Smarch", Mistake::NotADay), ("10. D", Mistake::NotADay), ("D", Mistake::NotADay), ("Dien", Mistake::NotADay),
        ("Do heute", Mistake::NotADay), ("20261210", Mistake::NotADay), ("26-12-10", Mistake::NotADay), ("١٠.١٢.", Mistake::NotADay),
        ("31.2.", Mistake::NoSuchDay), ("31.4.2027", Mistake::NoSuchDay), ("29.2.2027", Mistake::NoSuchDay), ("0.5.", Mistake::NoSuchDay),
        ("10.13.", Mistake::NoSuchDay), ("32.1.", Mistake::NoSuchDay), ("2026-13-01", Mistake::NoSuchDay), ("2026-02-30", Mistake::NoSuchDay),
        ("Fr, 10.12.", Mistake::OtherWeekday), ("Freitag, 10. Dezember 2026", Mistake::OtherWeekday),
    ];
    for (typed, wanted) in table {
        assert_eq!(parse_day(typed, today), Err(wanted), "{typed:?}");
    }
    assert_eq!(parse_day("morgen", Date::MAX), Err(Mistake::NoSuchDay));
    assert_eq!(parse_day("29.2.", date(2096, 3, 1)), Ok(date(2104, 2, 29)));
}

#[test]
fn a_time_can_be_typed_with_and_without_minutes() {
    #[rustfmt::skip]
    let table = [
        ("14", 14, 0), ("14:00", 14, 0), ("14.30", 14, 30), ("14 Uhr", 14, 0), ("14Uhr", 14, 0), ("14:30 Uhr", 14, 30), ("14.30 UHR", 14, 30),
        (" 9 ", 9, 0), ("09:05", 9, 5), ("9:05", 9, 5), ("9.05", 9, 5), ("0", 0, 0), ("00:00", 0, 0), ("23:59", 23, 59),
        ("24:00", 0, 0), ("24", 0, 0), ("24 Uhr", 0, 0), ("14\u{a0}Uhr", 14, 0),
    ];
    for (typed, hour, minute) in table {
        assert_eq!(parse_time(typed), Ok(time(hour, minute, 0, 0)), "{typed:?}");
    }
}

#[test]
fn what_is_not_a_time_is_refused() {
    assert_eq!(parse_time("  "), Err(Mistake::Blank));
    #[rustfmt::skip]
    let table = [
        "9.5", "9:5", "25", "24:01", "24.30", "14:60", "14:", ":30", "14:000", "14:30:00", "1430", "114", "-1", "+9", "14.3o", "Uhr", "mittags",
        "14,30", "14 30", "14: 30", "2 pm", "١٤",
    ];
    for typed in table {
        assert_eq!(parse_time(typed), Err(Mistake::NotATime), "{typed:?}");
    }
}

#[test]
fn a_telephone_number_becomes_one_that_can_be_dialled_from_anywhere() {
    #[rustfmt::skip]
    let table = [
        ("035952 01234", Some("+493595201234")), ("035952/01234", Some("+493595201234")), ("(035952) 01234", Some("+493595201234")),
        ("03 59 52 – 0 12 34", Some("+493595201234")), ("035952\u{a0}01234", Some("+493595201234")), ("035952-01234-0", Some("+4935952012340")),
        ("+49 35952 01234", Some("+493595201234")), ("+49 (0)35952 01234", Some("+493595201234")), ("+49 035952 01234", Some("+493595201234")),
        ("0049 35952 01234", Some("+493595201234")), ("0049 (0) 35952 01234", Some("+493595201234")), ("(+49) 35952 01234", Some("+493595201234")),
        ("+420 123 456 789", Some("+420123456789")), ("+39 06 1234567", Some("+39061234567")), ("115", Some("115")), ("116 117", Some("116117")),
        ("", None), ("   ", None), ("0", None), ("00", None), ("12", None), ("keine", None), ("035952 01234 oder 0171 1234567", None),
        ("035952 01234; 0171 1234567", None), ("+49 1234 56789 01234 5", None), ("035952 01234 +49", None), ("٠٣٥", None),
    ];
    for (typed, wanted) in table {
        assert_eq!(phone_href(typed).as_deref(), wanted, "{typed:?}");
    }
}

fn any_date() -> impl Strategy<Value = Date> {
    (1900i16..=9900, 1i8..=12, 1i8..=28).prop_map(|(year, month, day)| date(year, month, day))
}

fn any_time() -> impl Strategy<Value = Time> {
    (0i8..24, 0i8..60).prop_map(|(hour, minute)| time(hour, minute, 0, 0))
}

proptest! {
    #[test]
    fn whatever_is_typed_is_read_or_refused(typed in "\\PC{0,24}", today in any_date()) {
        let _ = parse_day(&typed, today);
        let _ = parse_time(&typed);
        let _ = phone_href(&typed);
        let _ = Lang::parse(&typed);
    }

    #[test]
    fn whatever_looks_nearly_right_is_read_or_refused(
        typed in "(heute|Do|Mi\\.,|[0-9+-]{0,5})[ .:,-]{0,2}([0-9]{0,4}|Mär|Dezember|Uhr)[ .:-]{0,2}[0-9]{0,5}",
        today in prop_oneof![any_date(), Just(Date::MIN), Just(Date::MAX)],
    ) {
        if let Ok(day) = parse_day(&typed, today) {
            prop_assert!(typed.chars().any(|c| c.is_ascii_digit()) || day >= today);
        }
        let _ = parse_time(&typed);
        if let Some(href) = phone_href(&typed) {
            prop_assert!(href.trim_start_matches('+').bytes().all(|byte| byte.is_ascii_digit()));
        }
    }

    #[test]
    fn a_day_as_written_is_read_back_as_the_same_day(day in any_date()) {
        for lang in Lang::ALL {
            prop_assert_eq!(parse_day(&day_long(lang, day), day), Ok(day));
            prop_assert_eq!(parse_day(&day_short(lang, day), day), Ok(day));
            prop_assert_eq!(parse_day(&super::dates::day(lang, day), day), Ok(day));
        }
    }

    #[test]
    fn a_time_as_written_is_read_back_as_the_same_time(wanted in any_time()) {
        for lang in Lang::ALL {
            prop_assert_eq!(parse_time(&super::dates::time(lang, wanted)), Ok(wanted));
        }
    }

    #[test]
    fn a_day_without_a_year_is_never_past(day in 1i8..=28, month in 1i8..=12, today in any_date()) {
        let read = parse_day(&format!("{day}.{month}."), today).unwrap();
        prop_assert!(read >= today && read.duration_since(today).as_hours() <= 366 * 24);
    }

    #[test]
    fn a_span_is_written_for_any_two_moments(a in any_date(), b in any_date(), from in any_time(), to in any_time()) {
        for lang in Lang::ALL {
            let text = span(lang, a.to_datetime(from), b.to_datetime(to));
            prop_assert!(text.contains(weekday_short(lang, a.weekday())), "{}", text);
        }
    }
}

#[test]
fn a_day_without_its_year_that_has_just_passed_is_told_from_one_to_come() {
    use super::typed::just_passed;
    let today = date(2026, 11, 26);
    for (typed, passed) in [
        ("25.11.", Some(date(2026, 11, 25))),
        ("25. November", Some(date(2026, 11, 25))),
        ("Mi, 25.11.", None),
        ("28.8.", Some(date(2026, 8, 28))),
        ("27.8.", None),
        ("26.11.", None),
        ("27.11.", None),
        ("15.1.", None),
        ("25.11.2026", None),
        ("25.11.27", None),
        ("2026-11-25", None),
        ("Mittwoch", None),
        ("heute", None),
        ("31.2.", None),
        ("", None),
    ] {
        assert_eq!(just_passed(typed, today), passed, "{typed}");
    }
    assert_eq!(just_passed("30.12.", date(2027, 1, 2)), Some(date(2026, 12, 30)));
}
