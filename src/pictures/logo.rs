//! A logo: a drawing that was cleaned, or pixels written anew.

use super::drawing;
use super::pixels::{self, Refused};

/// Bytes of the file of a logo at most.
const FILE_AT_MOST: usize = 4 * 1024 * 1024;

/// A logo as it is kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Logo {
    /// Type of the bytes.
    pub mime: &'static str,
    /// The bytes.
    pub bytes: Vec<u8>,
    /// Width and height.
    pub size: (u32, u32),
}

/// Why a logo is not taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LogoRefused {
    /// A drawing.
    Drawing(drawing::Refusal),
    /// Pixels.
    Pixels(Refused),
}

impl Logo {
    /// Cleans a file. Takes a moment: not on a thread of the runtime.
    pub fn of(file: &[u8]) -> Result<Self, LogoRefused> {
        if drawing::is_drawing(file) {
            let drawn = drawing::clean(file).map_err(LogoRefused::Drawing)?;
            return Ok(Self { mime: "image/svg+xml", bytes: drawn.svg.into_bytes(), size: drawn.size });
        }
        if file.len() > FILE_AT_MOST {
            return Err(LogoRefused::Pixels(Refused::TooLarge));
        }
        let kept = pixels::keep_logo(file).map_err(LogoRefused::Pixels)?;
        Ok(Self { mime: "image/png", bytes: kept.bytes, size: kept.size })
    }
}
