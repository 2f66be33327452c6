//! Calendars broken at random: the reader may refuse them, but never falls and never takes long.

use std::time::{Duration, Instant};

use super::{calendar, event, files, window};
use crate::read::read;

/// Broken files that are read; more when a folder is named by the environment, see `files.rs`.
const FILES: usize = 50_000;

/// A small generator of numbers, always the same ones (`xorshift64*`).
struct Dice(u64);

impl Dice {
    fn next(&mut self) -> u64 {
        self.0 ^= self.0 >> 12;
        self.0 ^= self.0 << 25;
        self.0 ^= self.0 >> 27;
        self.0.wrapping_mul(0x2545_f491_4f6c_dd1d)
    }

    fn below(&mut self, end: usize) -> usize {
        usize::try_from(self.next() >> 33).unwrap() % end.max(1)
    }

    fn of<'a, T: ?Sized>(&mut self, from: &[&'a T]) -> &'a T {
        from[self.below(from.len())]
    }
}

/// Pieces that mean something to a reader of calendars.
const PIECES: [&str; 40] = [
    "BEGIN:VEVENT\r\n",
    "END:VEVENT\r\n",
    "BEGIN:VCALENDAR\r\n",
    "END:VCALENDAR\r\n",
    "BEGIN:VTIMEZONE\r\n",
    "END:VTIMEZONE\r\n",
    "\r\n ",
    "\r",
    "\n",
    ";",
    ":",
    ",",
    "\"",
    "\\",
    "=",
    "/",
    "RRULE:FREQ=DAILY\r\n",
    "RRULE:FREQ=YEARLY;BYDAY=53SU,-53MO;BYSETPOS=-366\r\n",
    "RRULE:FREQ=MONTHLY;BYMONTHDAY=-31;INTERVAL=9999999\r\n",
    "RRULE:FREQ=WEEKLY;COUNT=9999999;WKST=SU\r\n",
    "UNTIL=",
    "COUNT=",
    "INTERVAL=",
    "99999999",
    "-",
    "00010101T000000Z",
    "99991231T235959Z",
    "-0100",
    "+2359",
    "TZID=Europe/Berlin",
    "TZID=\"",
    "VALUE=PERIOD",
    "DTSTART:99991231\r\n",
    "DURATION:P9999999W\r\n",
    "DURATION:PT9999999H\r\n",
    "RDATE:99991231T235959Z/P9999999W\r\n",
    "RECURRENCE-ID:20261208T170000Z\r\n",
    "EXDATE;VALUE=DATE:20261208\r\n",
    "\u{feff}",
    "ß",
];

#[test]
fn fifty_thousand_broken_calendars_make_nothing_fall() {
    let mut seeds = own();
    let ours = seeds.len();
    seeds.extend(files::files().into_iter().map(|(_, bytes)| bytes).filter(|bytes| bytes.len() < 20_000));
    let mut dice = Dice(0x6e61_6265);
    let (mut slowest, mut worst, mut events) = (Duration::ZERO, Vec::new(), 0);
    for number in 0..FILES {
        let mut bytes = seeds[number % if number % 2 == 0 { ours } else { seeds.len() }].clone();
        for _ in 0..=dice.below(4) {
            mutate(&mut bytes, &seeds, &mut dice);
        }
        let began = Instant::now();
        let outcome = read(&bytes, &window());
        let took = began.elapsed();
        events += outcome.map_or(0, |contents| contents.entries.iter().filter(|entry| entry.is_ok()).count());
        if took > slowest {
            (slowest, worst) = (took, bytes);
        }
    }
    println!("{FILES} broken calendars of {} seeds: {events} events read, slowest {slowest:?} ({} bytes)", seeds.len(), worst.len());
    assert!(events > FILES / 10, "the files are so broken that nothing is tried: {events}");
    assert!(slowest < Duration::from_secs(10), "{slowest:?}: {}", String::from_utf8_lossy(&worst));
}

fn mutate(bytes: &mut Vec<u8>, seeds: &[Vec<u8>], dice: &mut Dice) {
    let (a, b) = (dice.below(bytes.len() + 1), dice.below(bytes.len() + 1));
    let (from, to) = (a.min(b), a.max(b));
    match dice.below(8) {
        0 => drop(bytes.splice(from..from, dice.of(&PIECES).bytes())),
        1 => drop(bytes.drain(from..to.min(from + 8))),
        2 => bytes.iter_mut().skip(from).take(1).for_each(|byte| *byte = u8::try_from(dice.below(256)).unwrap()),
        3 => {
            let piece = bytes[from..to.min(from + 200)].to_vec();
            drop(bytes.splice(to..to, piece));
        }
        4 => {
            // A line of another file.
            let other = &seeds[dice.below(seeds.len())];
            let lines: Vec<&[u8]> = other.split_inclusive(|byte| *byte == b'\n').collect();
            let line = dice.of(&lines).to_vec();
            let at = bytes[..from].iter().rposition(|byte| *byte == b'\n').map_or(0, |at| at + 1);
            drop(bytes.splice(at..at, line));
        }
        5 => {
            if let Some(at) = bytes.iter().skip(from).position(u8::is_ascii_digit) {
                bytes[from + at] = b'0' + u8::try_from(dice.below(10)).unwrap();
            }
        }
        6 => {
            let end = bytes[from..].iter().position(|byte| *byte == b'\n').map_or(bytes.len(), |at| from + at + 1);
            drop(bytes.drain(from..end));
        }
        _ => bytes.truncate(bytes.len() - dice.below(4).min(bytes.len())),
    }
}

/// Calendars of our own that use everything the reader knows.
fn own() -> Vec<Vec<u8>> {
    let zone = "BEGIN:VTIMEZONE\nTZID:Own\nBEGIN:STANDARD\nDTSTART:16010101T030000\nTZOFFSETFROM:+0200\nTZOFFSETTO:+0100\nRRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=10\n\
                END:STANDARD\nBEGIN:DAYLIGHT\nDTSTART:16010101T020000\nTZOFFSETFROM:+0100\nTZOFFSETTO:+0200\nRRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=3\nEND:DAYLIGHT\nEND:VTIMEZONE\n";
    let rules = [
        "FREQ=DAILY;COUNT=10",
        "FREQ=WEEKLY;BYDAY=TU,TH;WKST=SU;UNTIL=20270301T000000Z",
        "FREQ=MONTHLY;BYDAY=-1FR,2TU;INTERVAL=2",
        "FREQ=MONTHLY;BYMONTHDAY=1,-1;BYSETPOS=-1",
        "FREQ=YEARLY;BYMONTH=3,10;BYDAY=SU;BYSETPOS=-1",
    ];
    let mut own: Vec<String> = rules
        .iter()
        .map(|rule| {
            event(&format!(
                "SEQUENCE:2\nDTSTAMP:20261101T080000Z\nDTSTART;TZID=Europe/Berlin:20261201T180000\nDTEND;TZID=Europe/Berlin:20261201T193000\nRRULE:{rule}\n\
                 EXDATE;TZID=Europe/Berlin:20261208T180000\nRDATE;VALUE=PERIOD:20261219T100000Z/20261219T120000Z\nDESCRIPTION:Zeile\\nzwei\\, mit\\; allem\n \
                 und Falte\nCATEGORIES:a,b\\,c\nSTATUS:CONFIRMED\nBEGIN:VALARM\nTRIGGER:-PT15M\nEND:VALARM"
            ))
        })
        .collect();
    own.push(calendar(&format!("{zone}BEGIN:VEVENT\nUID:1\nDTSTART;TZID=Own:20260701T180000\nDURATION:PT1H\nRRULE:FREQ=WEEKLY\nEND:VEVENT")));
    own.push(calendar(
        "BEGIN:VEVENT\nUID:1\nDTSTART:20261201T170000Z\nRRULE:FREQ=DAILY;COUNT=5\nEND:VEVENT\nBEGIN:VEVENT\nUID:1\nRECURRENCE-ID:20261202T170000Z\nDTSTART:20261203T080000Z\n\
         SUMMARY:changed\nEND:VEVENT",
    ));
    own.push(event("DTSTART;VALUE=DATE:20261205\nDTEND;VALUE=DATE:20261207\nRRULE:FREQ=YEARLY;UNTIL=20301205"));
    own.into_iter().map(String::into_bytes).collect()
}
