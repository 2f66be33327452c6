//! Reads one text file into texts, and refuses whatever lies outside the supported part of Fluent.
//! Nouns: text, piece, choice, case; words are text as typed, no-break spaces and soft hyphens included.
//! Source: the Fluent syntax 1.0 (<https://github.com/projectfluent/fluent/tree/main/spec>).
//! Invariants: every text has a body, every key and variable can be a Rust name, every case of a choice can be reached.
//! It must not know of the other language.

use crate::{Problem, unreadable};
use fluent_syntax::ast::{Entry, Expression, InlineExpression, Message, Pattern, PatternElement, Variant, VariantKey};
use fluent_syntax::{parser, unicode};
use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

/// One text in one language.
#[derive(Clone, Debug)]
pub struct Text {
    pub key: String,
    /// Counted from 1.
    pub line: usize,
    pub body: Vec<Piece>,
}

/// A part of a text's body.
#[derive(Clone, Debug, PartialEq)]
pub enum Piece {
    Words(String),
    /// The name of a variable.
    Variable(String),
    Choice(Choice),
}

/// Several bodies, of which the value of a variable picks one.
#[derive(Clone, Debug, PartialEq)]
pub struct Choice {
    pub variable: String,
    /// By number; otherwise by word.
    pub numeric: bool,
    pub cases: Vec<Case>,
    /// The name of the default case, as typed.
    pub otherwise_label: String,
    pub otherwise: Vec<Piece>,
}

/// One body of a choice with the values it stands for.
#[derive(Clone, Debug, PartialEq)]
pub struct Case {
    /// As typed between the brackets.
    pub label: String,
    /// The values as Rust patterns: whole numbers or string literals.
    pub when: Vec<String>,
    pub body: Vec<Piece>,
}

/// The texts of `file` in their order; what is wrong goes to `problems`.
pub fn file(file: &Path, problems: &mut Vec<Problem>) -> Vec<Text> {
    let source = match fs::read_to_string(file) {
        Ok(source) => source.replace("\r\n", "\n"),
        Err(error) => {
            problems.push(unreadable(file, "read", &error));
            return Vec::new();
        }
    };
    let mut reader = Reader { file, source: &source, problems };
    reader.texts()
}

struct Reader<'a> {
    file: &'a Path,
    source: &'a str,
    problems: &'a mut Vec<Problem>,
}

impl<'a> Reader<'a> {
    fn texts(&mut self) -> Vec<Text> {
        let resource = match parser::parse_runtime(self.source) {
            Ok(resource) => resource,
            Err((resource, errors)) => {
                for error in errors {
                    self.problem(error.pos.start, format!("This is not Fluent: {error}."));
                }
                resource
            }
        };
        let mut texts = Vec::new();
        for entry in &resource.body {
            match entry {
                Entry::Message(message) => texts.extend(self.text(message)),
                Entry::Term(term) => self.problem(self.offset(term.id.name), format!("The term -{} is not supported: write the words out.", term.id.name)),
                Entry::Comment(_) | Entry::GroupComment(_) | Entry::ResourceComment(_) | Entry::Junk { .. } => {}
            }
        }
        texts
    }

    fn text(&mut self, message: &Message<&'a str>) -> Option<Text> {
        let (key, at) = (message.id.name, self.offset(message.id.name));
        self.check_key(key, at);
        if let Some(attribute) = message.attributes.first() {
            let name = attribute.id.name;
            self.problem(self.offset(name), format!("The attribute .{name} is not supported: give it a key of its own."));
        }
        let Some(pattern) = &message.value else {
            self.problem(at, format!("{key} has no text."));
            return None;
        };
        Some(Text { key: key.to_owned(), line: self.line(at), body: self.pieces(pattern) })
    }

    fn check_key(&mut self, key: &str, at: usize) {
        let folder = self.file.parent().and_then(Path::file_name).map(|name| name.to_string_lossy().replace('_', "-"));
        let prefix = format!("{}-", folder.unwrap_or_default());
        let plain = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
        if !key.starts_with(&prefix) {
            self.problem(at, format!("{key} does not start with its folder's name: {prefix}…"));
        } else if !key.chars().all(plain) || key.contains("--") || key.ends_with('-') {
            self.problem(at, format!("{key} is no key: small letters, digits and single hyphens only."));
        }
    }

    fn pieces(&mut self, pattern: &Pattern<&'a str>) -> Vec<Piece> {
        let mut pieces = Vec::new();
        for element in &pattern.elements {
            let piece = match element {
                PatternElement::TextElement { value } => Some(Piece::Words((*value).to_owned())),
                PatternElement::Placeable { expression } => self.placeable(expression),
            };
            match (pieces.last_mut(), piece) {
                (Some(Piece::Words(before)), Some(Piece::Words(words))) => before.push_str(&words),
                (_, Some(Piece::Words(words))) if words.is_empty() => {}
                (_, Some(piece)) => pieces.push(piece),
                (_, None) => {}
            }
        }
        pieces
    }

    fn placeable(&mut self, expression: &Expression<&'a str>) -> Option<Piece> {
        let (name, sentence) = match expression {
            Expression::Select { selector, variants } => return self.choice(selector, variants),
            Expression::Inline(inline) => match inline {
                InlineExpression::StringLiteral { value } => {
                    return Some(Piece::Words(unicode::unescape_unicode_to_string(value).into_owned()));
                }
                InlineExpression::VariableReference { id } => {
                    self.check_variable(id.name);
                    return Some(Piece::Variable(id.name.to_owned()));
                }
                InlineExpression::Placeable { expression } => return self.placeable(expression),
                InlineExpression::NumberLiteral { value } => (*value, format!("The number {value} needs no braces: write it as text.")),
                InlineExpression::FunctionReference { id, .. } => (id.name, format!("The function {} is not supported: pass a finished value.", id.name)),
                InlineExpression::MessageReference { id, .. } => (id.name, format!("The reference to {} is not supported: write the words out.", id.name)),
                InlineExpression::TermReference { id, .. } => (id.name, format!("The term -{} is not supported: write the words out.", id.name)),
            },
        };
        self.problem(self.offset(name), sentence);
        None
    }

    fn check_variable(&mut self, name: &str) {
        let plain = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '_';
        if !name.chars().all(plain) || name.contains("__") || name.ends_with('_') {
            self.problem(self.offset(name), format!("${name} is no name for a variable: small letters, digits and single _ only."));
        } else if RESERVED.contains(&name) {
            self.problem(self.offset(name), format!("${name} means something in Rust: take another name."));
        }
    }

    fn choice(&mut self, selector: &InlineExpression<&'a str>, variants: &[Variant<&'a str>]) -> Option<Piece> {
        let at = variants.first().map_or(0, |variant| self.offset(label(variant)));
        let InlineExpression::VariableReference { id } = selector else {
            self.problem(at, "Only a variable can choose between variants.".to_owned());
            return None;
        };
        self.check_variable(id.name);
        let numeric = variants.iter().any(|variant| matches!(variant.key, VariantKey::NumberLiteral { .. }) || (!variant.default && label(variant) == "one"));
        let mut choice = Choice { variable: id.name.to_owned(), numeric, cases: Vec::new(), otherwise_label: String::new(), otherwise: Vec::new() };
        let mut seen = BTreeSet::new();
        for variant in variants {
            self.variant(&mut choice, variant, &mut seen);
        }
        if choice.cases.iter().all(|case| case.body == choice.otherwise) {
            self.problem(at, format!("The variants of ${} all say the same.", choice.variable));
        }
        Some(Piece::Choice(choice))
    }

    fn variant(&mut self, choice: &mut Choice, variant: &Variant<&'a str>, seen: &mut BTreeSet<String>) {
        let (label, at) = (label(variant), self.offset(label(variant)));
        let body = self.pieces(&variant.value);
        if variant.default {
            if choice.numeric && label != "other" {
                self.problem(at, format!("The default of a choice by number is *[other], not *[{label}]."));
            }
            label.clone_into(&mut choice.otherwise_label);
            choice.otherwise = body;
            return;
        }
        let Some(values) = values(label, choice.numeric) else {
            self.problem(at, format!("[{label}] is no number form here: a whole number, [one] or *[other]."));
            return;
        };
        let when: Vec<String> = values.into_iter().filter(|value| seen.insert(value.clone())).collect();
        if when.is_empty() {
            self.problem(at, format!("[{label}] is never reached: an earlier variant says it already."));
        } else {
            choice.cases.push(Case { label: label.to_owned(), when, body });
        }
    }

    fn problem(&mut self, at: usize, sentence: String) {
        let line = self.line(at);
        self.problems.push(Problem { file: self.file.to_owned(), line, sentence });
    }

    /// The parser hands out slices of the source but no positions; their addresses tell where they stand.
    fn offset(&self, part: &str) -> usize {
        part.as_ptr().addr().saturating_sub(self.source.as_ptr().addr())
    }

    fn line(&self, at: usize) -> usize {
        self.source.bytes().take(at).filter(|byte| *byte == b'\n').count() + 1
    }
}

fn label<'a>(variant: &Variant<&'a str>) -> &'a str {
    match &variant.key {
        VariantKey::Identifier { name } => name,
        VariantKey::NumberLiteral { value } => value,
    }
}

/// The values a variant stands for, as Rust patterns.
///
/// CLDR knows two forms for German and English; of whole numbers *one* holds 1 and, as it goes by the absolute value, -1.
fn values(label: &str, numeric: bool) -> Option<Vec<String>> {
    if !numeric {
        return Some(vec![format!("{label:?}")]);
    }
    if label == "one" {
        return Some(vec!["1".to_owned(), "-1".to_owned()]);
    }
    label.parse::<i64>().ok().map(|number| vec![number.to_string()])
}

/// Rust's keywords, and the one local name in the written functions.
#[rustfmt::skip]
const RESERVED: &[&str] = &[
    "abstract", "as", "async", "await", "become", "box", "break", "const", "continue", "crate", "do", "dyn", "else",
    "enum", "extern", "false", "final", "fn", "for", "gen", "if", "impl", "in", "let", "loop", "macro", "match", "mod",
    "move", "mut", "out", "override", "priv", "pub", "ref", "return", "self", "static", "struct", "super", "trait",
    "true", "try", "type", "typeof", "unsafe", "unsized", "use", "virtual", "where", "while", "yield",
];
