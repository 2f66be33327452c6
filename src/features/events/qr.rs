//! The code of a registration as a picture for a reader at the door.

use std::fmt::Write as _;

use fast_qr::{ECL, QRBuilder, QRCode};

/// Blank modules around the symbol (ISO/IEC 18004, 9.1).
const MARGIN: usize = 4;

/// An SVG to stand inside a page; empty should the library refuse the code. Eight letters and digits fit into the smallest symbol with
/// the strongest correction. A row's neighbouring dark modules are drawn as one bar.
pub fn qr(code: &str) -> String {
    let Ok(symbol) = QRBuilder::new(code.as_bytes()).ecl(ECL::H).build() else { return String::new() };
    let side = symbol.size + 2 * MARGIN;
    let mut svg = String::with_capacity(3 * 1024);
    let _ = write!(svg, r#"<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {side} {side}" shape-rendering="crispEdges">"#);
    let _ = write!(svg, r##"<path fill="#ffffff" d="M0 0h{side}v{side}H0z"/><path fill="#131525" d=""##);
    for y in 0..symbol.size {
        for (x, length) in bars(&symbol, y) {
            let _ = write!(svg, "M{} {}h{length}v1h-{length}z", x + MARGIN, y + MARGIN);
        }
    }
    svg.push_str(r#""/></svg>"#);
    svg
}

/// Where dark bars begin in a row, and their lengths.
fn bars(symbol: &QRCode, y: usize) -> Vec<(usize, usize)> {
    let row = symbol.data.get(y * symbol.size..(y + 1) * symbol.size).unwrap_or_default();
    let mut bars: Vec<(usize, usize)> = Vec::with_capacity(row.len() / 2);
    for (x, _) in row.iter().enumerate().filter(|(_, module)| module.value()) {
        match bars.last_mut() {
            Some((start, length)) if *start + *length == x => *length += 1,
            _ => bars.push((x, 1)),
        }
    }
    bars
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_reader_sees_the_code_in_the_picture() {
        for code in ["K7MW4TRA", "00000000", "ZZZZZZZZ"] {
            let svg = qr(code);
            let side: usize = svg.split("viewBox=\"0 0 ").nth(1).unwrap().split(' ').next().unwrap().parse().unwrap();
            assert_eq!(side, 21 + 2 * MARGIN, "the smallest symbol");
            let dark = svg.split("#131525\" d=\"").nth(1).unwrap().split('"').next().unwrap();
            let bars: Vec<(usize, usize, usize)> = dark.split('M').skip(1).map(bar).collect();
            let is_dark = |x: usize, y: usize| bars.iter().any(|(left, top, length)| *top == y && (*left..left + length).contains(&x));
            let scale = 8;
            let grey = |x: usize, y: usize| if is_dark(x / scale, y / scale) { 0 } else { 255 };
            let mut seen = rqrr::PreparedImage::prepare_from_greyscale(side * scale, side * scale, grey);
            let grids = seen.detect_grids();
            assert_eq!(grids.len(), 1, "{svg}");
            assert_eq!(grids[0].decode().unwrap().1, code);
        }
    }

    /// "4 4h7v1h-7z".
    fn bar(text: &str) -> (usize, usize, usize) {
        let (start, rest) = text.split_once('h').unwrap();
        let (x, y) = start.split_once(' ').unwrap();
        (x.parse().unwrap(), y.parse().unwrap(), rest.split('v').next().unwrap().parse().unwrap())
    }
}
