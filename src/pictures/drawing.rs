//! Makes a drawing (SVG) safe and plain: what it looks like is worked out by `usvg`, style sheets and all, and written anew from a small
//! list of elements and attributes. Nothing of the file itself is served.

mod allowed;

use std::collections::HashMap;
use std::fmt::Write as _;

use usvg::roxmltree::{Document, Node, ParsingOptions};
use usvg::{Indent, Options, Rect, Tree, WriteOptions};

/// Bytes of a drawing at most, as it comes from an agency with all that its program has left in it.
pub const FILE_AT_MOST: usize = 512 * 1024;
/// Bytes of what is kept at most: it stands in the head of every page.
pub const KEPT_AT_MOST: usize = 96 * 1024;
/// Elements of the file, once every `use` has been followed.
const ELEMENTS_AT_MOST: u64 = 20_000;
/// How deep they may lie in each other.
const DEPTH_AT_MOST: u64 = 48;
/// Clips and masks, each of which may name another.
const CLIPS_AT_MOST: usize = 200;
/// Names of what stands in for words and photographs.
const WORDS: &str = "nabe-words";
const PHOTOGRAPH: &str = "nabe-photograph";
/// Room for a drawing that is nested as deeply as allowed.
const STACK: usize = 32 * 1024 * 1024;

/// A drawing as it is kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Drawn {
    /// An SVG file of paths.
    pub svg: String,
    /// Width and height, rounded, for the proportions.
    pub size: (u32, u32),
}

/// Why a drawing is not taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Refusal {
    /// Broken, or no drawing.
    Unreadable,
    /// More bytes, elements or depth than are looked at, or too much left of it.
    TooLarge,
    /// It has words in a typeface that is not in the file.
    Words,
    /// It has a photograph inside.
    Photograph,
    /// There is nothing to be seen.
    Empty,
}

/// Whether a file is a drawing rather than pixels.
pub fn is_drawing(bytes: &[u8]) -> bool {
    let start = bytes.get(..bytes.len().min(4_096)).unwrap_or_default();
    let text = String::from_utf8_lossy(start);
    text.trim_start_matches('\u{feff}').trim_start().starts_with('<') && (text.contains("<svg") || text.contains("<!DOCTYPE svg") || text.contains(":svg"))
}

/// Cleans a drawing. Takes a moment: not on a thread of the runtime.
pub fn clean(bytes: &[u8]) -> Result<Drawn, Refusal> {
    if bytes.len() > FILE_AT_MOST {
        return Err(Refusal::TooLarge);
    }
    let text = std::str::from_utf8(bytes).map_err(|_| Refusal::Unreadable)?.trim_start_matches('\u{feff}').to_owned();
    let worker = std::thread::Builder::new().name("drawing".to_owned()).stack_size(STACK).spawn(move || plain(&text));
    worker.map_err(|_| Refusal::Unreadable)?.join().map_err(|_| Refusal::Unreadable)?
}

fn plain(text: &str) -> Result<Drawn, Refusal> {
    let document = parse(text)?;
    refuse_what_grows(&document)?;
    // What cannot be part of a drawing goes before it is worked out: markers and patterns could multiply without end.
    let ids = HashMap::new();
    let root = document.root_element();
    let mut known = String::new();
    write_element(&mut known, root, &allowed::INPUT, &ids, None);
    let tree = Tree::from_str(&known, &Options::default()).map_err(|_| Refusal::Unreadable)?;
    for (stand_in, refusal) in [(WORDS, Refusal::Words), (PHOTOGRAPH, Refusal::Photograph)] {
        if tree.node_by_id(stand_in).is_some() {
            return Err(refusal);
        }
    }
    let frame = frame(&tree)?;
    let decimals = if tree.size().width().max(tree.size().height()) >= 100.0 { 4 } else { 6 };
    let options = WriteOptions { coordinates_precision: decimals, transforms_precision: 6, indent: Indent::None, ..WriteOptions::default() };
    let worked_out = tree.to_string(&options);
    let svg = rewrite(&worked_out, frame)?;
    if svg.len() > KEPT_AT_MOST {
        return Err(Refusal::TooLarge);
    }
    Ok(Drawn { svg, size: (whole(frame.width()), whole(frame.height())) })
}

fn parse(text: &str) -> Result<Document<'_>, Refusal> {
    // Drawing programs declare entities for their namespaces; expansion is bounded by the parser.
    let options = ParsingOptions { allow_dtd: true, nodes_limit: 100_000, ..ParsingOptions::default() };
    let document = Document::parse_with_options(text, options).map_err(|_| Refusal::Unreadable)?;
    if document.root_element().has_tag_name((allowed::SVG, "svg")) { Ok(document) } else { Err(Refusal::Unreadable) }
}

fn refuse_what_grows(document: &Document<'_>) -> Result<(), Refusal> {
    let clips = document.descendants().filter(|node| ["clipPath", "mask"].contains(&node.tag_name().name())).count();
    let sizes = Sizes::of(document);
    let (elements, depth) = sizes.measure(document.root_element(), 0);
    if clips > CLIPS_AT_MOST || elements > ELEMENTS_AT_MOST || depth > DEPTH_AT_MOST { Err(Refusal::TooLarge) } else { Ok(()) }
}

/// What stands in for an element that cannot be kept, to see whether the style sheet shows it at all.
fn stand_in(node: Node<'_, '_>) -> Option<&'static str> {
    if node.ancestors().any(|node| ["defs", "symbol", "clipPath", "mask"].contains(&node.tag_name().name())) {
        return None;
    }
    match node.tag_name().name() {
        "text" | "flowRoot" if node.descendants().any(|text| text.is_text() && text.text().is_some_and(|words| !words.trim().is_empty())) => Some(WORDS),
        "image" => Some(PHOTOGRAPH),
        _ => None,
    }
}

/// How many elements a drawing has once every `use` is followed, and how deep they lie: never more than a little above what is allowed.
struct Sizes<'a, 'input> {
    by_id: HashMap<&'a str, Node<'a, 'input>>,
}

impl<'a, 'input> Sizes<'a, 'input> {
    fn of(document: &'a Document<'input>) -> Self {
        Self { by_id: document.descendants().filter_map(|node| node.attribute("id").map(|id| (id, node))).collect() }
    }

    fn measure(&self, node: Node<'a, 'input>, depth: u64) -> (u64, u64) {
        let (mut elements, mut deepest) = (1, depth);
        if depth > DEPTH_AT_MOST {
            return (elements, depth);
        }
        let named = node.has_tag_name((allowed::SVG, "use")).then(|| allowed::local(node)).flatten().and_then(|id| self.by_id.get(id)).copied();
        for child in node.children().filter(Node::is_element).chain(named) {
            let (more, deep) = self.measure(child, depth + 1);
            elements += more;
            deepest = deepest.max(deep);
            if elements > ELEMENTS_AT_MOST || deepest > DEPTH_AT_MOST {
                break;
            }
        }
        (elements, deepest)
    }
}

/// What is to be seen: the drawing without empty paper around it.
fn frame(tree: &Tree) -> Result<Rect, Refusal> {
    let drawn = tree.root().abs_stroke_bounding_box();
    let (left, top) = (drawn.left().max(0.0), drawn.top().max(0.0));
    let (right, bottom) = (drawn.right().min(tree.size().width()), drawn.bottom().min(tree.size().height()));
    if tree.root().has_children() { Rect::from_ltrb(left, top, right, bottom).filter(|frame| frame.width() > 0.0 && frame.height() > 0.0) } else { None }
        .ok_or(Refusal::Empty)
}

/// Writes what was worked out, from the list of what may be served.
fn rewrite(worked_out: &str, frame: Rect) -> Result<String, Refusal> {
    let document = parse(worked_out)?;
    let named = document.descendants().filter(|node| allowed::is_named(*node)).filter_map(|node| node.attribute("id"));
    let ids: HashMap<&str, String> = named.enumerate().map(|(n, id)| (id, format!("a{n}"))).collect();
    let mut svg = String::with_capacity(worked_out.len());
    write_element(&mut svg, document.root_element(), &allowed::OUTPUT, &ids, Some(frame));
    if svg.contains("<path") { Ok(svg) } else { Err(Refusal::Empty) }
}

fn write_element(out: &mut String, node: Node<'_, '_>, list: &allowed::List, ids: &HashMap<&str, String>, frame: Option<Rect>) {
    let name = node.tag_name().name();
    // Writing to a String does not fail.
    let _ = write!(out, "<{name}");
    if node.parent_element().is_none() {
        let _ = write!(out, " xmlns=\"{}\"", allowed::SVG);
    }
    if let Some(frame) = frame {
        let (x, y, width, height) = (frame.x(), frame.y(), frame.width(), frame.height());
        let _ = write!(out, " viewBox=\"{x} {y} {width} {height}\" width=\"{width}\" height=\"{height}\"");
    }
    for (name, value) in node.attributes().filter(|_| frame.is_none()).filter_map(|attribute| list.attribute(node, attribute, ids)) {
        write_attribute(out, name, &value);
    }
    out.push('>');
    for child in node.children() {
        if child.is_element() && list.has(child) {
            write_element(out, child, list, ids, None);
        } else if let Some(id) = list.is_raw().then(|| stand_in(child)).flatten() {
            let _ = write!(out, "<rect id=\"{id}\" width=\"1\" height=\"1\"");
            for name in ["class", "style", "display", "visibility"] {
                write_attribute(out, name, child.attribute(name).unwrap_or_default());
            }
            out.push_str("/>");
        } else if child.is_text() && name == "style" {
            escape(out, child.text().unwrap_or_default());
        }
    }
    let _ = write!(out, "</{name}>");
}

fn write_attribute(out: &mut String, name: &str, value: &str) {
    let _ = write!(out, " {name}=\"");
    escape(out, value);
    out.push('"');
}

fn escape(out: &mut String, text: &str) {
    for letter in text.chars() {
        match letter {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            _ => out.push(letter),
        }
    }
}

/// A length as a whole number, at least 1.
fn whole(length: f32) -> u32 {
    format!("{:.0}", length.max(1.0)).parse().unwrap_or(u32::MAX)
}
