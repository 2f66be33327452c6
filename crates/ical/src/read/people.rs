//! Purpose: leaves out of a file who is named in it, before it is kept.
//! Nouns: people (attendees, organizers, contacts of an event).
//! URLs: none.
//! Invariants: every other line keeps its number, so that what is refused is still found in the file of its writer.
//! Must not know: what the other lines mean.

use super::lines::{as_utf8, physical};

/// Properties that name people (RFC 5545 §3.8.4).
const PEOPLE: [&[u8]; 3] = [b"ATTENDEE", b"ORGANIZER", b"CONTACT"];

/// The same file with empty lines where people were named.
pub fn without_people(bytes: &[u8]) -> Vec<u8> {
    let bytes = as_utf8(bytes);
    let mut kept = Vec::with_capacity(bytes.len());
    let mut leaving = false;
    for (number, line) in physical(&bytes) {
        if number > 1 {
            kept.push(b'\n');
        }
        // What begins with a blank goes on with the line before it.
        if !matches!(line.first(), Some(b' ' | b'\t')) {
            let name = line.split(|byte| matches!(byte, b':' | b';')).next().unwrap_or_default();
            leaving = PEOPLE.iter().any(|people| name.trim_ascii().eq_ignore_ascii_case(people));
        }
        if !leaving {
            kept.extend_from_slice(line);
        }
    }
    kept
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn people_go_and_every_other_line_stays_where_it_was() {
        let file = "BEGIN:VEVENT\r\nattendee;CN=Anna\r\n  Muster:mailto:anna@\r\n example.org\r\nSUMMARY:Kurs\r\n mit ATTENDEE:x\r\nORGANIZER:mailto:o@example.org\nCONTACT:Berta\rEND:VEVENT";
        let kept = String::from_utf8(without_people(file.as_bytes())).unwrap();
        assert_eq!(kept, "BEGIN:VEVENT\n\n\n\nSUMMARY:Kurs\n mit ATTENDEE:x\n\n\nEND:VEVENT");
        assert_eq!(without_people(b""), b"");
        assert_eq!(without_people(b"X-ATTENDEE:1\nATTENDEES:2\n"), b"X-ATTENDEE:1\nATTENDEES:2\n");
    }
}
