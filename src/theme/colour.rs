//! One colour: as people type it, its contrast with another (WCAG 2.2), and the same colour lighter or darker (Oklab, CSS Color 4).

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

/// A colour of a screen (sRGB).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Colour {
    red: u8,
    green: u8,
    blue: u8,
}

/// Steps in which the strongest chroma that a screen can show is looked for.
const STEPS: u8 = 24;
/// More chroma than any colour of a screen has.
const CHROMA_AT_MOST: f64 = 0.4;

/// A colour as people see it: how light, and how far and in which direction from grey.
#[derive(Debug, Clone, Copy)]
struct Seen {
    lightness: f64,
    a: f64,
    b: f64,
}

impl Colour {
    /// White.
    pub const WHITE: Self = Self::new(255, 255, 255);

    /// A colour by its three parts.
    pub const fn new(red: u8, green: u8, blue: u8) -> Self {
        Self { red, green, blue }
    }

    /// A colour as people type it: six hexadecimal digits, or three of which each counts twice, with or without `#`.
    pub fn parse(typed: &str) -> Option<Self> {
        let digits = typed.trim();
        let digits = digits.strip_prefix('#').unwrap_or(digits);
        let values: Vec<u8> = digits.chars().map(|digit| digit.to_digit(16).and_then(|value| u8::try_from(value).ok())).collect::<Option<_>>()?;
        match *values.as_slice() {
            [r, g, b] => Some(Self::new(r * 17, g * 17, b * 17)),
            [r, r2, g, g2, b, b2] => Some(Self::new(r * 16 + r2, g * 16 + g2, b * 16 + b2)),
            _ => None,
        }
    }

    /// The six digits without `#`, for names of files.
    pub fn digits(self) -> String {
        format!("{:02x}{:02x}{:02x}", self.red, self.green, self.blue)
    }

    /// Relative luminance, from 0 for black to 1 for white (WCAG 2.2).
    pub fn luminance(self) -> f64 {
        let [red, green, blue] = self.linear();
        0.2126 * red + 0.7152 * green + 0.0722 * blue
    }

    /// Contrast of two colours, from 1 to 21 (WCAG 2.2).
    pub fn contrast(self, other: Self) -> f64 {
        let (one, two) = (self.luminance(), other.luminance());
        (one.max(two) + 0.05) / (one.min(two) + 0.05)
    }

    /// How light the colour looks, from 0 to 1.
    pub fn lightness(self) -> f64 {
        self.seen().lightness
    }

    /// The same colour as light as this, with at most so much chroma and never more than a screen can show.
    #[must_use]
    pub fn at(self, lightness: f64, chroma: f64) -> Self {
        let lightness = lightness.clamp(0.0, 1.0);
        let seen = self.seen();
        let own = seen.a.hypot(seen.b);
        if own < 1e-4 {
            return Seen { lightness, a: 0.0, b: 0.0 }.nearest();
        }
        let with = |chroma: f64| Seen { lightness, a: seen.a / own * chroma, b: seen.b / own * chroma };
        let wanted = chroma.min(own).min(CHROMA_AT_MOST);
        if with(wanted).is_shown() {
            return with(wanted).nearest();
        }
        let (mut low, mut high) = (0.0, wanted);
        for _ in 0..STEPS {
            let middle = f64::midpoint(low, high);
            if with(middle).is_shown() { low = middle } else { high = middle }
        }
        with(low).nearest()
    }

    /// This colour with a share of another, from 0 to 1.
    #[must_use]
    pub fn mixed(self, other: Self, share: f64) -> Self {
        let (one, two) = (self.seen(), other.seen());
        let mix = |one: f64, two: f64| one + (two - one) * share.clamp(0.0, 1.0);
        Seen { lightness: mix(one.lightness, two.lightness), a: mix(one.a, two.a), b: mix(one.b, two.b) }.nearest()
    }

    fn linear(self) -> [f64; 3] {
        [self.red, self.green, self.blue].map(|part| {
            let part = f64::from(part) / 255.0;
            if part <= 0.04045 { part / 12.92 } else { ((part + 0.055) / 1.055).powf(2.4) }
        })
    }

    fn seen(self) -> Seen {
        let [red, green, blue] = self.linear();
        let l = (0.412_221_470_8 * red + 0.536_332_536_3 * green + 0.051_445_992_9 * blue).cbrt();
        let m = (0.211_903_498_2 * red + 0.680_699_545_1 * green + 0.107_396_956_6 * blue).cbrt();
        let s = (0.088_302_461_9 * red + 0.281_718_837_6 * green + 0.629_978_700_5 * blue).cbrt();
        Seen {
            lightness: 0.210_454_255_3 * l + 0.793_617_785_0 * m - 0.004_072_046_8 * s,
            a: 1.977_998_495_1 * l - 2.428_592_205_0 * m + 0.450_593_709_9 * s,
            b: 0.025_904_037_1 * l + 0.782_771_766_2 * m - 0.808_675_766_0 * s,
        }
    }
}

impl Seen {
    fn linear(self) -> [f64; 3] {
        let l = (self.lightness + 0.396_337_777_4 * self.a + 0.215_803_757_3 * self.b).powi(3);
        let m = (self.lightness - 0.105_561_345_8 * self.a - 0.063_854_172_8 * self.b).powi(3);
        let s = (self.lightness - 0.089_484_177_5 * self.a - 1.291_485_548_0 * self.b).powi(3);
        [
            4.076_741_662_1 * l - 3.307_711_591_3 * m + 0.230_969_929_2 * s,
            -1.268_438_004_6 * l + 2.609_757_401_1 * m - 0.341_319_396_5 * s,
            -0.004_196_086_3 * l - 0.703_418_614_7 * m + 1.707_614_701_0 * s,
        ]
    }

    /// Whether a screen can show it.
    fn is_shown(self) -> bool {
        self.linear().into_iter().all(|part| (-1e-4..=1.0001).contains(&part))
    }

    fn nearest(self) -> Colour {
        let [red, green, blue] = self.linear().map(|part| {
            let part = part.clamp(0.0, 1.0);
            nearest_byte(255.0 * if part <= 0.003_130_8 { part * 12.92 } else { 1.055 * part.powf(1.0 / 2.4) - 0.055 })
        });
        Colour { red, green, blue }
    }
}

/// The whole number from 0 to 255 nearest to a value.
fn nearest_byte(value: f64) -> u8 {
    let (mut low, mut high) = (0_u8, 255_u8);
    while low < high {
        let middle = low + (high - low) / 2;
        if f64::from(middle) + 0.5 < value { low = middle + 1 } else { high = middle }
    }
    low
}

impl fmt::Display for Colour {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "#{}", self.digits())
    }
}

impl FromStr for Colour {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        Self::parse(text).ok_or_else(|| format!("{text} is no colour"))
    }
}

impl TryFrom<String> for Colour {
    type Error = String;

    fn try_from(text: String) -> Result<Self, String> {
        text.parse()
    }
}

impl From<Colour> for String {
    fn from(colour: Colour) -> Self {
        colour.to_string()
    }
}
