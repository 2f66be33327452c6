//! Makes an uploaded picture safe and small: bounded when decoded, turned upright, without anything but its pixels.

use std::io::Cursor;

use image::codecs::jpeg::JpegEncoder;
use image::imageops::FilterType;
use image::{DynamicImage, ImageDecoder, ImageReader, Limits, Rgba, RgbaImage};

/// Pixels at most when decoded, about what a good telephone takes; more would be a trap for the memory.
pub const PIXELS_AT_MOST: u64 = 50_000_000;
/// Longest side that is decoded.
pub const SIDE_AT_MOST: u32 = 16_000;
/// Memory that decoding may take.
const DECODING_BYTES_AT_MOST: u64 = 4 * PIXELS_AT_MOST;
/// Width at most of what is kept: twice the widest place on a page.
pub const WIDTH_KEPT: u32 = 1_440;
/// Height at most of what is kept.
const HEIGHT_KEPT: u32 = 1_920;
/// Smaller pictures look broken on the page.
pub const WIDTH_AT_LEAST: u32 = 320;
/// Quality of the kept JPEG: photographs and posters stay clean.
const QUALITY: u8 = 84;

/// A picture as it is kept: a JPEG without metadata.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Kept {
    /// The bytes.
    pub bytes: Vec<u8>,
    /// Width and height in pixels.
    pub size: (u32, u32),
}

/// Why a file is not taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Refused {
    /// Not a JPEG, PNG or WebP, or broken.
    Unreadable,
    /// More pixels than are decoded.
    TooLarge,
    /// Too few.
    TooSmall,
}

/// Type of what is kept.
pub const MIME: &str = "image/jpeg";

/// Decodes, turns upright, scales down and writes anew. Takes a moment: not on a thread of the runtime.
pub fn keep(bytes: &[u8]) -> Result<Kept, Refused> {
    let reader = ImageReader::new(Cursor::new(bytes)).with_guessed_format().map_err(|_| Refused::Unreadable)?;
    let mut decoder = reader.into_decoder().map_err(|_| Refused::Unreadable)?;
    let (width, height) = decoder.dimensions();
    if u64::from(width) * u64::from(height) > PIXELS_AT_MOST || width.max(height) > SIDE_AT_MOST {
        return Err(Refused::TooLarge);
    }
    let mut limits = Limits::default();
    limits.max_image_width = Some(SIDE_AT_MOST);
    limits.max_image_height = Some(SIDE_AT_MOST);
    limits.max_alloc = Some(DECODING_BYTES_AT_MOST);
    decoder.set_limits(limits).map_err(|_| Refused::TooLarge)?;
    // Cameras write which way is up beside the pixels; that is dropped with all the rest, so the pixels are turned.
    let orientation = decoder.orientation().map_err(|_| Refused::Unreadable)?;
    let mut picture = DynamicImage::from_decoder(decoder).map_err(|_| Refused::Unreadable)?;
    picture.apply_orientation(orientation);
    if picture.width() < WIDTH_AT_LEAST {
        return Err(Refused::TooSmall);
    }
    if picture.width() > WIDTH_KEPT || picture.height() > HEIGHT_KEPT {
        picture = picture.resize(WIDTH_KEPT, HEIGHT_KEPT, FilterType::CatmullRom);
    }
    let opaque = on_white(&picture);
    let mut out = Vec::new();
    JpegEncoder::new_with_quality(&mut out, QUALITY).encode_image(&opaque).map_err(|_| Refused::Unreadable)?;
    Ok(Kept { bytes: out, size: (opaque.width(), opaque.height()) })
}

/// JPEG knows no transparency: what shines through becomes paper.
fn on_white(picture: &DynamicImage) -> DynamicImage {
    if !picture.color().has_alpha() {
        return DynamicImage::ImageRgb8(picture.to_rgb8());
    }
    let mut paper = RgbaImage::from_pixel(picture.width(), picture.height(), Rgba([255, 255, 255, 255]));
    image::imageops::overlay(&mut paper, &picture.to_rgba8(), 0, 0);
    DynamicImage::ImageRgb8(DynamicImage::ImageRgba8(paper).to_rgb8())
}
