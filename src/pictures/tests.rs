use std::fmt::Write as _;

use image::{DynamicImage, ImageFormat, Rgba, RgbaImage};

use super::drawing::{Drawn, Refusal, clean, is_drawing};
use super::{Logo, LogoRefused, Refused};

const AGENCY: &str = include_str!("samples/agency.svg");
const HOSTILE: &str = include_str!("samples/hostile.svg");

fn drawing(body: &str) -> String {
    format!("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 100 100\">{body}</svg>")
}

fn drawn(text: &str) -> Result<Drawn, Refusal> {
    clean(text.as_bytes())
}

/// Elements, attributes and values that may be served, asked without the list that decides.
fn is_harmless(svg: &str) {
    let document = usvg::roxmltree::Document::parse(svg).unwrap();
    for node in document.descendants().filter(usvg::roxmltree::Node::is_element) {
        let name = node.tag_name().name();
        assert!(["svg", "g", "defs", "path", "linearGradient", "radialGradient", "stop", "clipPath", "mask"].contains(&name), "<{name}> in {svg}");
        for attribute in node.attributes() {
            let (name, value) = (attribute.name(), attribute.value());
            assert!(!name.starts_with("on") && !["style", "class", "href", "src"].contains(&name), "{name} in {svg}");
            assert!(!value.contains("url(") || (value.starts_with("url(#a") && value.ends_with(')')), "{name}={value}");
            assert!(!value.contains(':') && !value.contains("//"), "{name}={value}");
        }
    }
    for word in ["script", "evil", "javascript", "http://ns", "Erika", "DOCTYPE", "ENTITY", "<!--", "data:"] {
        assert!(!svg.contains(word), "{word} in {svg}");
    }
}

#[test]
fn a_logo_as_agencies_send_it_is_taken_with_the_colours_of_its_style_sheet() {
    assert!(is_drawing(AGENCY.as_bytes()));
    let Drawn { svg, size } = drawn(AGENCY).unwrap();
    is_harmless(&svg);
    for part in ["#c8102e", "#ffd500", "linearGradient", "url(#a0)"] {
        assert!(svg.contains(part), "{part} in {svg}");
    }
    assert_eq!(svg.matches("<path").count(), 4, "what is used twice is there twice: {svg}");
    assert!(svg.contains("viewBox=\"100 60 200 120\"") && size == (200, 120), "without empty paper around it: {svg}");
}

#[test]
fn nothing_of_a_hostile_file_is_left_but_its_paths() {
    let Drawn { svg, .. } = drawn(HOSTILE).unwrap();
    is_harmless(&svg);
    assert!(svg.contains("#c8102e"), "{svg}");
}

#[test]
fn what_was_cleaned_is_cleaned_again_to_the_same() {
    let once = drawn(AGENCY).unwrap();
    let twice = drawn(&once.svg).unwrap();
    assert_eq!((once.size, once.svg.matches("<path").count()), (twice.size, twice.svg.matches("<path").count()));
}

#[test]
fn words_and_photographs_in_a_drawing_are_refused_because_they_would_be_missing() {
    assert_eq!(drawn(&drawing("<text x='1' y='9'>Musterstadt</text><path d='M0 0h9v9z'/>")), Err(Refusal::Words));
    assert_eq!(drawn(&drawing("<g><flowRoot><flowPara>Musterstadt</flowPara></flowRoot></g>")), Err(Refusal::Words));
    assert_eq!(drawn(&drawing("<image href='data:image/png;base64,iVBORw0KGgo=' width='9' height='9'/><path d='M0 0h9v9z'/>")), Err(Refusal::Photograph));
    assert!(drawn(&drawing("<g display='none'><text>Maße</text></g><text> </text><path d='M0 0h9v9z'/>")).is_ok());
}

#[test]
fn what_is_no_drawing_is_refused() {
    for text in ["", "<svg", "<html xmlns='http://www.w3.org/2000/svg'/>", "<svg xmlns='http://example.org'/>", "GIF89a"] {
        assert_eq!(drawn(text), Err(Refusal::Unreadable), "{text}");
    }
    for body in ["", "<g/>", "<path d='M0 0'/>", "<path d='M900 900h9v9z'/>", "<rect width='9' height='9' display='none'/>"] {
        assert_eq!(drawn(&drawing(body)), Err(Refusal::Empty), "{body}");
    }
    assert_eq!(clean(&[0xff, 0xfe, b'<', 0]), Err(Refusal::Unreadable));
}

/// Clips of which each is clipped by the next.
fn chained(many: usize) -> String {
    (0..many).fold(String::new(), |mut clips, n| {
        let _ = write!(clips, "<clipPath id='c{n}' clip-path='url(#c{})'><path d='M0 0h9v9z'/></clipPath>", n + 1);
        clips
    })
}

#[test]
fn drawings_that_grow_when_they_are_worked_out_are_refused() {
    let mut twins = String::from("<defs><g id='n0'><path d='M0 0h9v9z'/></g>");
    for n in 1..40 {
        let _ = write!(twins, "<g id='n{n}'><use href='#n{}'/><use href='#n{}'/></g>", n - 1, n - 1);
    }
    let endless = format!("{}{}{}", "<g>".repeat(2_000), "<path d='M0 0h9v9z'/>", "</g>".repeat(2_000));
    let itself = "<g id='a'><use href='#b'/></g><g id='b'><use href='#a'/></g><path d='M0 0h9v9z'/>";
    let clips = chained(300);
    for body in [format!("{twins}</defs><use href='#n39'/>"), endless, itself.to_owned(), clips] {
        assert_eq!(drawn(&drawing(&body)), Err(Refusal::TooLarge), "{body:.80}");
    }
    let entities =
        "<!DOCTYPE svg [<!ENTITY a 'x'><!ENTITY b '&a;&a;&a;&a;&a;&a;&a;&a;'><!ENTITY c '&b;&b;&b;&b;&b;&b;&b;&b;'><!ENTITY d '&c;&c;&c;&c;&c;&c;&c;&c;'>]>";
    assert!(drawn(&format!("{entities}{}", drawing("<path d='M0 0h9v9z' class='&d;'/>"))).is_err());
    let markers = format!("<marker id='m'>{}</marker><path marker-mid='url(#m)' d='M0 0{}'/>", "<path d='M0 0h9v9z'/>".repeat(900), "h1v1".repeat(900));
    let svg = drawn(&drawing(&markers)).unwrap().svg;
    assert_eq!(svg.matches("<path").count(), 1);
    let long = format!("<path d='M0 0{}'/>", "l1.2345 6.789".repeat(9_000));
    assert_eq!(drawn(&drawing(&long)), Err(Refusal::TooLarge));
    assert_eq!(clean(&vec![b' '; super::drawing::FILE_AT_MOST + 1]), Err(Refusal::TooLarge));
}

#[test]
fn a_chain_of_clips_within_the_limit_takes_no_more_room_than_there_is() {
    let clips = chained(199);
    assert!(drawn(&drawing(&format!("<defs>{clips}</defs><path clip-path='url(#c0)' d='M0 0h9v9z'/>"))).is_ok());
}

fn pixels(width: u32, height: u32, format: ImageFormat) -> Vec<u8> {
    let picture = DynamicImage::ImageRgba8(RgbaImage::from_pixel(width, height, Rgba([200, 16, 46, 0])));
    let mut out = std::io::Cursor::new(Vec::new());
    if format == ImageFormat::Jpeg { DynamicImage::ImageRgb8(picture.to_rgb8()) } else { picture }.write_to(&mut out, format).unwrap();
    out.into_inner()
}

#[test]
fn a_logo_of_pixels_keeps_what_shines_through_and_becomes_small() {
    for (format, alpha) in [(ImageFormat::Png, 0), (ImageFormat::WebP, 0), (ImageFormat::Jpeg, 255)] {
        let logo = Logo::of(&pixels(1_200, 400, format)).unwrap();
        assert_eq!((logo.mime, logo.size), ("image/png", (480, 160)));
        let again = image::load_from_memory_with_format(&logo.bytes, ImageFormat::Png).unwrap().to_rgba8();
        assert_eq!(again.get_pixel(0, 0).0[3], alpha, "{format:?}");
    }
    assert_eq!(Logo::of(&pixels(64, 64, ImageFormat::Png)).unwrap().size, (64, 64), "never larger than it was");
    assert_eq!(Logo::of(&pixels(200, 20, ImageFormat::Png)), Err(LogoRefused::Pixels(Refused::TooSmall)));
    assert_eq!(Logo::of(b"%PDF-1.7"), Err(LogoRefused::Pixels(Refused::Unreadable)));
}

#[test]
fn a_picture_is_kept_for_large_screens_and_for_small_ones() {
    let (large, small) = super::pixels::keep_two(&pixels(2_880, 1_720, ImageFormat::Jpeg)).unwrap();
    assert_eq!((large.size, small.size), ((1_440, 860), (720, 430)));
    let (large, small) = super::pixels::keep_two(&pixels(400, 300, ImageFormat::Png)).unwrap();
    assert_eq!((large.size, small.size), ((400, 300), (400, 300)));
}
