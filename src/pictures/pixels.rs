//! Makes an uploaded picture safe and small: bounded when decoded, turned upright, without anything but its pixels.

use std::io::Cursor;

use image::codecs::jpeg::JpegEncoder;
use image::codecs::png::{CompressionType, FilterType, PngEncoder};
use image::imageops::FilterType as Smooth;
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
/// Width of the copy for small screens: twice a telephone.
const WIDTH_SMALL: u32 = 720;
/// A logo at most: three times its place in the head of a page.
const LOGO_WIDTH: u32 = 480;
/// The same for its height.
const LOGO_HEIGHT: u32 = 160;
/// Lower logos look broken.
pub const LOGO_AT_LEAST: u32 = 44;
/// Quality of the kept JPEG: photographs and posters stay clean.
const QUALITY: u8 = 84;

/// A picture as it is kept, without metadata: a JPEG, and a logo as PNG.
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
    let picture = upright(bytes)?;
    if picture.width() < WIDTH_AT_LEAST {
        return Err(Refused::TooSmall);
    }
    jpeg(&fitting(&picture, WIDTH_KEPT, HEIGHT_KEPT))
}

/// The same picture once more for small screens.
pub fn keep_two(bytes: &[u8]) -> Result<(Kept, Kept), Refused> {
    let picture = upright(bytes)?;
    if picture.width() < WIDTH_AT_LEAST {
        return Err(Refused::TooSmall);
    }
    let large = fitting(&picture, WIDTH_KEPT, HEIGHT_KEPT);
    let small = fitting(&large, WIDTH_SMALL, HEIGHT_KEPT);
    Ok((jpeg(&large)?, jpeg(&small)?))
}

/// A logo of pixels: a PNG, so that what shines through still does.
pub fn keep_logo(bytes: &[u8]) -> Result<Kept, Refused> {
    let picture = upright(bytes)?;
    if picture.height() < LOGO_AT_LEAST {
        return Err(Refused::TooSmall);
    }
    let small = DynamicImage::ImageRgba8(fitting(&picture, LOGO_WIDTH, LOGO_HEIGHT).to_rgba8());
    let mut out = Vec::new();
    let encoder = PngEncoder::new_with_quality(&mut out, CompressionType::Best, FilterType::Adaptive);
    small.write_with_encoder(encoder).map_err(|_| Refused::Unreadable)?;
    Ok(Kept { bytes: out, size: (small.width(), small.height()) })
}

/// Decodes within bounds and turns upright.
fn upright(bytes: &[u8]) -> Result<DynamicImage, Refused> {
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
    Ok(picture)
}

/// At most so wide and so high; never larger than it was.
fn fitting(picture: &DynamicImage, width: u32, height: u32) -> DynamicImage {
    if picture.width() > width || picture.height() > height { picture.resize(width, height, Smooth::CatmullRom) } else { picture.clone() }
}

fn jpeg(picture: &DynamicImage) -> Result<Kept, Refused> {
    let opaque = on_white(picture);
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
