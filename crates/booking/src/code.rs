//! Codes that people read from paper, say on the telephone, and type with cold fingers.

use std::fmt;

/// The characters of a code: digits and capitals without the ones that are taken for another
/// (0 1 B I L O S U Z). 27 of them in eight places are 38 bits.
const ALPHABET: [char; 27] =
    ['2', '3', '4', '5', '6', '7', '8', '9', 'A', 'C', 'D', 'E', 'F', 'G', 'H', 'J', 'K', 'M', 'N', 'P', 'Q', 'R', 'T', 'V', 'W', 'X', 'Y'];

const BASE: u64 = 27;
const LENGTH: u32 = 8;
const GROUP: usize = 4;

/// How many codes there are: a little more than 2^38.
pub const NUMBER_OF_CODES: u64 = BASE.pow(LENGTH);

/// A readable code of eight characters. It is shown in two groups, `K7QD-M3XA`; write it down in the same form.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Code(u64);

impl Code {
    /// The code of eight random bytes. All codes are equally likely to within one in sixty million.
    pub const fn from_bytes(bytes: [u8; 8]) -> Self {
        Self(u64::from_be_bytes(bytes) % NUMBER_OF_CODES)
    }

    /// The code that somebody typed: small letters, blanks, and dashes do not matter, and characters that look like one
    /// of the code are taken for it (0 and O for Q, 1 for 7, B for 8, S for 5, U for V, Z for 2). `None` if it cannot be one.
    pub fn parse(typed: &str) -> Option<Self> {
        let mut number = 0;
        let mut count = 0;
        for character in typed.chars().filter(|character| !is_separator(*character)) {
            count += 1;
            if count > LENGTH {
                return None;
            }
            number = number * BASE + digit(character)?;
        }
        (count == LENGTH).then_some(Self(number))
    }

    /// The eight characters without the dash, as scanners read them and databases keep them.
    pub fn plain(self) -> String {
        self.characters().collect()
    }

    fn characters(self) -> impl Iterator<Item = char> {
        (0..LENGTH).rev().filter_map(move |place| {
            let digit = self.0 / BASE.pow(place) % BASE;
            ALPHABET.get(usize::try_from(digit).ok()?).copied()
        })
    }
}

impl fmt::Display for Code {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (place, character) in self.characters().enumerate() {
            if place == GROUP {
                f.write_str("-")?;
            }
            write!(f, "{character}")?;
        }
        Ok(())
    }
}

impl fmt::Debug for Code {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Code({self})")
    }
}

fn is_separator(character: char) -> bool {
    // The dashes are the ones that word processors and mail programs put in place of a hyphen.
    character.is_whitespace() || matches!(character, '-' | '\u{2010}'..='\u{2015}' | '\u{2212}')
}

fn digit(typed: char) -> Option<u64> {
    let meant = match typed.to_ascii_uppercase() {
        '0' | 'O' => 'Q',
        '1' => '7',
        'B' => '8',
        'S' => '5',
        'U' => 'V',
        'Z' => '2',
        other => other,
    };
    let index = ALPHABET.iter().position(|character| *character == meant)?;
    u64::try_from(index).ok()
}
