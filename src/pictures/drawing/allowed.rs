//! What may be in a drawing: first what is looked at, then what is served.

use std::collections::HashMap;

use usvg::roxmltree::{Attribute, Node};

/// The namespace of drawings.
pub const SVG: &str = "http://www.w3.org/2000/svg";
const XLINK: &str = "http://www.w3.org/1999/xlink";

/// Elements and attributes of one kind of drawing.
pub struct List {
    elements: &'static [&'static str],
    attributes: &'static [&'static [&'static str]],
    /// Whether names stay as they are and style sheets are still read.
    is_raw: bool,
}

/// What a file may contribute to how it looks.
pub const INPUT: List = List {
    elements: &[
        "svg",
        "g",
        "a",
        "defs",
        "switch",
        "symbol",
        "use",
        "style",
        "path",
        "rect",
        "circle",
        "ellipse",
        "line",
        "polyline",
        "polygon",
        "linearGradient",
        "radialGradient",
        "stop",
        "clipPath",
        "mask",
    ],
    attributes: &[GEOMETRY, PAINT, &["id", "class", "style", "type", "href"]],
    is_raw: true,
};

/// What is left when everything was worked out.
pub const OUTPUT: List = List {
    elements: &["svg", "g", "defs", "path", "linearGradient", "radialGradient", "stop", "clipPath", "mask"],
    attributes: &[GEOMETRY, PAINT, &["id"]],
    is_raw: false,
};

const GEOMETRY: &[&str] = &[
    "d",
    "points",
    "x",
    "y",
    "width",
    "height",
    "rx",
    "ry",
    "cx",
    "cy",
    "r",
    "fx",
    "fy",
    "fr",
    "x1",
    "y1",
    "x2",
    "y2",
    "offset",
    "viewBox",
    "preserveAspectRatio",
    "transform",
    "gradientTransform",
    "gradientUnits",
    "spreadMethod",
    "clipPathUnits",
    "maskUnits",
    "maskContentUnits",
    "mask-type",
];

const PAINT: &[&str] = &[
    "fill",
    "fill-rule",
    "fill-opacity",
    "stroke",
    "stroke-width",
    "stroke-opacity",
    "stroke-linecap",
    "stroke-linejoin",
    "stroke-miterlimit",
    "stroke-dasharray",
    "stroke-dashoffset",
    "opacity",
    "color",
    "stop-color",
    "stop-opacity",
    "clip-path",
    "clip-rule",
    "mask",
    "display",
    "visibility",
    "paint-order",
];

impl List {
    /// Whether this is what is looked at, not what is served.
    pub fn is_raw(&self) -> bool {
        self.is_raw
    }

    /// Whether an element may be there.
    pub fn has(&self, node: Node<'_, '_>) -> bool {
        node.tag_name().namespace() == Some(SVG) && self.elements.contains(&node.tag_name().name())
    }

    /// Name and value of an attribute, if it may be there.
    pub fn attribute<'a>(&self, node: Node<'_, '_>, attribute: Attribute<'a, '_>, ids: &HashMap<&str, String>) -> Option<(&'a str, String)> {
        let (name, value) = (attribute.name(), attribute.value());
        let is_own = attribute.namespace().is_none() || (name == "href" && attribute.namespace() == Some(XLINK));
        if !is_own || !self.attributes.iter().any(|names| names.contains(&name)) {
            return None;
        }
        if self.is_raw {
            return (name != "href" || value.starts_with('#')).then(|| (name, value.to_owned()));
        }
        if name == "id" {
            return is_named(node).then(|| ids.get(value).cloned()).flatten().map(|id| (name, id));
        }
        match value.strip_prefix("url(#") {
            Some(rest) => rest.strip_suffix(')').and_then(|id| ids.get(id)).map(|id| (name, format!("url(#{id})"))),
            None => is_plain(value).then(|| (name, value.to_owned())),
        }
    }
}

/// Numbers, colours, words: nothing that could be an address or a function other than a transform.
fn is_plain(value: &str) -> bool {
    !value.contains("url") && value.chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, ' ' | ',' | '.' | '-' | '+' | '#' | '(' | ')'))
}

/// Whether others may point at an element.
pub fn is_named(node: Node<'_, '_>) -> bool {
    ["linearGradient", "radialGradient", "clipPath", "mask"].contains(&node.tag_name().name())
}

/// The name that a `use` points at within the file.
pub fn local<'a>(node: Node<'a, '_>) -> Option<&'a str> {
    node.attribute("href").or_else(|| node.attribute((XLINK, "href")))?.strip_prefix('#')
}
