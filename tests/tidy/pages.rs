//! What must not stand in a page. The Content-Security-Policy would refuse it in the browser; here it fails before.

use crate::assert_tidy;
use crate::tree::{ending, line_of};

/// Not in a template: style and script of its own, handlers in attributes, anything from another host.
const NOT_IN_PAGES: [&str; 11] =
    ["<style", "<script", " style=", " onclick=", " onchange=", " onsubmit=", " onload=", " oninput=", "javascript:", " src=\"http", " src=\"//"];
/// A frame shows pages of the hub itself, as staff see what others will embed, and nothing else.
const FRAMES_OWN: &str = "<iframe src=\"{{ frame.at }}";

#[test]
fn a_page_has_no_style_or_script_of_its_own() {
    let mut offences = Vec::new();
    for source in ending(".html").into_iter().filter(|source| source.below("src/")) {
        let text = source.text().to_lowercase();
        for word in NOT_IN_PAGES {
            offences.extend(text.match_indices(word).map(|(at, _)| format!("{}:{}: {}", source.path, line_of(&text, at), word.trim())));
        }
        let frames = text.match_indices("<iframe").filter(|(at, _)| !text[*at..].starts_with(FRAMES_OWN));
        offences.extend(frames.map(|(at, _)| format!("{}:{}: a frame of another host", source.path, line_of(&text, at))));
    }
    assert_tidy(&offences);
}
