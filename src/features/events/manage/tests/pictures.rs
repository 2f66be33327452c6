//! Pictures: what is taken, what is kept, who may.

use std::io::Cursor;

use axum::http::StatusCode;
use image::{DynamicImage, ImageFormat, Rgb, RgbImage};

use super::journeys::{Answer, Journey};
use crate::pictures::{self, Refused};

fn encoded(width: u32, height: u32, format: ImageFormat) -> Vec<u8> {
    let mut bytes = Cursor::new(Vec::new());
    DynamicImage::ImageRgb8(RgbImage::from_pixel(width, height, Rgb([200, 40, 40]))).write_to(&mut bytes, format).unwrap();
    bytes.into_inner()
}

/// A JPEG whose camera data says that it lies on its side, and where it was taken.
fn sideways() -> Vec<u8> {
    let plain = encoded(800, 400, ImageFormat::Jpeg);
    let mut exif = b"Exif\0\0II*\0\x08\0\0\0\x01\0\x12\x01\x03\0\x01\0\0\0\x06\0\0\0\0\0\0\0".to_vec();
    exif.extend_from_slice(b"51.14 N 14.01 E");
    let length = u16::try_from(exif.len() + 2).unwrap().to_be_bytes();
    let mut out = plain[..2].to_vec();
    out.extend_from_slice(&[0xff, 0xe1]);
    out.extend_from_slice(&length);
    out.extend(exif);
    out.extend_from_slice(&plain[2..]);
    out
}

/// A PNG that says it is enormous, without the pixels.
fn bomb() -> Vec<u8> {
    let mut bytes = encoded(400, 300, ImageFormat::Png);
    bytes[16..24].copy_from_slice(&[0, 0, 0xc3, 0x50, 0, 0, 0xc3, 0x50]);
    let crc = crc32(&bytes[12..29]);
    bytes[29..33].copy_from_slice(&crc.to_be_bytes());
    bytes
}

fn crc32(bytes: &[u8]) -> u32 {
    !bytes.iter().fold(!0_u32, |crc, byte| (0..8).fold(crc ^ u32::from(*byte), |crc, _| if crc & 1 == 1 { (crc >> 1) ^ 0xedb8_8320 } else { crc >> 1 }))
}

async fn upload(journey: &Journey, slug: &str, fields: &[(&str, &str)], file: &[u8]) -> Answer {
    let mut body = Vec::new();
    for (name, value) in fields {
        body.extend(format!("--grenze\r\nContent-Disposition: form-data; name=\"{name}\"\r\n\r\n{value}\r\n").into_bytes());
    }
    body.extend_from_slice(b"--grenze\r\nContent-Disposition: form-data; name=\"file\"; filename=\"bild.jpg\"\r\nContent-Type: image/jpeg\r\n\r\n");
    body.extend_from_slice(file);
    body.extend_from_slice(b"\r\n--grenze--\r\n");
    journey.send(&format!("/staff/events/{slug}/picture"), "multipart/form-data; boundary=grenze", body).await
}

#[test]
fn only_pictures_of_a_sane_size_are_kept() {
    let table = [
        (b"<svg onload='x'/>".to_vec(), Some(Refused::Unreadable)),
        (Vec::new(), Some(Refused::Unreadable)),
        (encoded(800, 600, ImageFormat::Jpeg)[..200].to_vec(), Some(Refused::Unreadable)),
        (bomb(), Some(Refused::TooLarge)),
        (encoded(100, 100, ImageFormat::Png), Some(Refused::TooSmall)),
        (encoded(800, 600, ImageFormat::WebP), None),
    ];
    for (bytes, refused) in table {
        assert_eq!(pictures::keep(&bytes).err(), refused);
    }
}

#[test]
fn a_picture_stands_upright_without_saying_where_it_was_taken() {
    let kept = pictures::keep(&sideways()).unwrap();
    assert_eq!(kept.size, (400, 800));
    assert!(!kept.bytes.windows(4).any(|window| window == b"Exif") && !kept.bytes.windows(5).any(|window| window == b"51.14"));
}

#[test]
fn a_large_picture_becomes_as_wide_as_pages_need() {
    let kept = pictures::keep(&encoded(3000, 2000, ImageFormat::Jpeg)).unwrap();
    assert_eq!(kept.size, (1440, 960));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_picture_needs_words_or_is_said_to_be_decoration() {
    let journey = tokio::task::spawn_blocking(Journey::new).await.unwrap();
    let site = journey.site.clone();
    let form = [
        ("title", "Chor"),
        ("day", "10.12."),
        ("from", "15"),
        ("site", site.as_str()),
        ("topic", "digital"),
        ("closes_hours", "0"),
        ("offer_hours", "24"),
        ("seats_per_booking", "3"),
        ("seats_per_person", "3"),
        ("state", "published"),
    ];
    assert_eq!(journey.post("/staff/events", &form).await.status, StatusCode::SEE_OTHER);
    let picture = encoded(800, 600, ImageFormat::Jpeg);
    let key = || async { journey.get("/staff/events/new").await.value("key") };

    let wordless = upload(&journey, "chor", &[("key", &key().await), ("alt", " ")], &picture).await;
    assert_eq!(wordless.status, StatusCode::UNPROCESSABLE_ENTITY);
    let text = upload(&journey, "chor", &[("key", &key().await), ("alt", "Der Chor singt")], b"kein Bild").await;
    assert_eq!((text.status, text.value("alt").as_str()), (StatusCode::UNPROCESSABLE_ENTITY, "Der Chor singt"));
    let forged = upload(&journey, "chor", &[("key", "abc"), ("alt", "Der Chor singt")], &picture).await;
    assert_eq!(forged.status, StatusCode::FORBIDDEN);
    let huge = upload(&journey, "chor", &[("key", &key().await), ("alt", "Der Chor singt")], &vec![0; 13 * 1024 * 1024]).await;
    assert_eq!(huge.status, StatusCode::PAYLOAD_TOO_LARGE);
    assert!(journey.event("chor").unwrap().picture.is_none());

    let taken = upload(&journey, "chor", &[("key", &key().await), ("alt", "Der Chor singt")], &picture).await;
    assert_eq!(taken.status, StatusCode::SEE_OTHER, "{}", taken.text);
    assert_eq!(journey.event("chor").unwrap().picture_alt, "Der Chor singt");
    let first = format!("/events/chor/picture/{}", journey.event("chor").unwrap().picture.unwrap());
    assert_eq!(journey.get(&first).await.status, StatusCode::OK);
    assert!(journey.get("/events/chor").await.text.contains(&first));
    let words = upload(&journey, "chor", &[("key", &key().await), ("alt", "Der Chor probt")], b"").await;
    assert!(words.location.ends_with("?done=picture-words#picture"), "{}", words.location);
    let decoration = upload(&journey, "chor", &[("key", &key().await), ("alt", ""), ("decoration", "1")], &picture).await;
    assert_eq!((decoration.status, journey.event("chor").unwrap().picture_alt.as_str()), (StatusCode::SEE_OTHER, ""));
    let second = format!("/events/chor/picture/{}", journey.event("chor").unwrap().picture.unwrap());
    assert_ne!(first, second, "a new picture has a new address, so the old one may stay in caches");
    assert_eq!((journey.get(&first).await.status, journey.get(&second).await.status), (StatusCode::NOT_FOUND, StatusCode::OK));
    assert_eq!(journey.post("/staff/events/chor/picture/removal", &[]).await.status, StatusCode::SEE_OTHER);
    assert_eq!(journey.get("/staff/events/chor/picture").await.status, StatusCode::NOT_FOUND);
}
