//! Writes the Rust functions for checked pairs of texts.
//! Nouns: pair, parameter; a text without variables is a `&'static str`, one with variables builds a `String` once.
//! Invariants: the same pairs give the same source; strings are escaped, so that invisible characters stay visible in it.
//! The shape of the code is chosen so that neither rustc nor clippy (pedantic) has anything to say about it.
//! It must not know of files.

use crate::check::{Kind, Pair, Parameter};
use crate::read::{Case, Choice, Piece};

/// The whole source.
pub fn source(pairs: &[Pair]) -> String {
    let mut parts = vec![HEAD.to_owned()];
    for pair in pairs {
        parts.push(format!("\n    /// `{}`\n", doc(&pair.de.body)));
        parts.push(match plain_words(pair) {
            Some((de, en)) => plain_function(pair, de, en),
            None => building_function(pair),
        });
    }
    if pairs.iter().any(|pair| plain_words(pair).is_some()) {
        parts.push(PICK.to_owned());
    }
    if pairs.iter().any(|pair| !pair.parameters.is_empty()) {
        parts.push(PUT.to_owned());
    }
    parts.push("}\n\n".to_owned());
    parts.push(keys(pairs));
    parts.concat()
}

const HEAD: &str = "// Written by the build from the texts.*.ftl files; change those.\n\nimpl Texts {";

/// The limit of `clippy.toml`, beyond which a function has to say why it is so long.
const LINES_AT_MOST: usize = 60;
const LONG: &str = "    #[expect(clippy::too_many_lines, reason = \"as many as the text has cases\")]\n";

const PICK: &str = "
    fn pick(self, de: &'static str, en: &'static str) -> &'static str {
        match self.lang {
            Lang::De => de,
            Lang::En => en,
        }
    }
";

const PUT: &str = "
    fn put(out: &mut String, value: &dyn std::fmt::Display) {
        // Writing to a String cannot fail.
        let _ = std::fmt::Write::write_fmt(out, format_args!(\"{value}\"));
    }
";

/// Both texts when they are words alone.
fn plain_words(pair: &Pair) -> Option<(&str, &str)> {
    fn words(body: &[Piece]) -> Option<&str> {
        match body {
            [] => Some(""),
            [Piece::Words(words)] => Some(words),
            _ => None,
        }
    }
    Some((words(&pair.de.body)?, words(&pair.en.body)?))
}

fn plain_function(pair: &Pair, de: &str, en: &str) -> String {
    format!("    pub fn {}(self) -> &'static str {{\n        self.pick({de:?}, {en:?})\n    }}\n", name(pair))
}

fn building_function(pair: &Pair) -> String {
    let parameters: Vec<String> = pair.parameters.iter().map(|one| format!(", {}: {}", one.name, rust_type(one))).collect();
    let capacity = length(&pair.de.body).max(length(&pair.en.body));
    let body = if pair.de.body == pair.en.body {
        let same = "        // The same in both languages.\n        let _ = self;\n";
        format!("{same}{}", statements(&pair.de.body, 2))
    } else {
        format!("        match self.lang {{\n{}{}        }}\n", arm("Lang::De", &pair.de.body, 3), arm("Lang::En", &pair.en.body, 3))
    };
    format!(
        "{}    pub fn {}(self{}) -> String {{\n        let mut out = String::with_capacity({capacity});\n\
         {body}        out\n    }}\n",
        if body.lines().count() + 2 > LINES_AT_MOST { LONG } else { "" },
        name(pair),
        parameters.concat(),
    )
}

fn name(pair: &Pair) -> String {
    pair.de.key.replace('-', "_")
}

fn rust_type(parameter: &Parameter) -> &'static str {
    match parameter.kind {
        Kind::Number => "i64",
        Kind::Word => "&str",
        Kind::Shown => "impl std::fmt::Display",
    }
}

/// Room for the longest way through `body`, in bytes: words exactly, a shown value with a guess of 12.
fn length(body: &[Piece]) -> usize {
    body.iter()
        .map(|piece| match piece {
            Piece::Words(words) => words.len(),
            Piece::Variable(_) => 12,
            Piece::Choice(choice) => choice.cases.iter().map(|case| length(&case.body)).fold(length(&choice.otherwise), usize::max),
        })
        .sum()
}

fn statements(body: &[Piece], depth: usize) -> String {
    let indent = "    ".repeat(depth);
    body.iter()
        .map(|piece| match piece {
            Piece::Words(words) => format!("{indent}{}\n", push(words)),
            Piece::Variable(name) => format!("{indent}Self::put(&mut out, &{name});\n"),
            Piece::Choice(choice) => decision(choice, depth),
        })
        .collect()
}

fn push(words: &str) -> String {
    let mut chars = words.chars();
    match (chars.next(), chars.next()) {
        (Some(only), None) => format!("out.push({only:?});"),
        _ => format!("out.push_str({words:?});"),
    }
}

/// `if` for two ways and `match` for more, as clippy wants it; an `else` that holds nothing but a further choice stays a `match`.
fn decision(choice: &Choice, depth: usize) -> String {
    let indent = "    ".repeat(depth);
    let cases = merged(choice);
    let nested = matches!(choice.otherwise.as_slice(), [Piece::Choice(_)]);
    match cases.as_slice() {
        [case] if !nested => {
            let (first, second) = (statements(&case.body, depth + 1), statements(&choice.otherwise, depth + 1));
            let (holds, fails) = condition(choice, case);
            if case.body.is_empty() {
                format!("{indent}if {fails} {{\n{second}{indent}}}\n")
            } else if choice.otherwise.is_empty() {
                format!("{indent}if {holds} {{\n{first}{indent}}}\n")
            } else {
                format!("{indent}if {holds} {{\n{first}{indent}}} else {{\n{second}{indent}}}\n")
            }
        }
        cases => {
            let arms: Vec<String> = cases.iter().map(|case| arm(&case.when.join(" | "), &case.body, depth + 1)).collect();
            let last = arm("_", &choice.otherwise, depth + 1);
            format!("{indent}match {} {{\n{}{last}{indent}}}\n", choice.variable, arms.concat())
        }
    }
}

/// The condition for the case, and its opposite.
fn condition(choice: &Choice, case: &Case) -> (String, String) {
    let variable = &choice.variable;
    match case.when.as_slice() {
        [value] => (format!("{variable} == {value}"), format!("{variable} != {value}")),
        values => {
            let matches = format!("matches!({variable}, {})", values.join(" | "));
            (matches.clone(), format!("!{matches}"))
        }
    }
}

fn arm(pattern: &str, body: &[Piece], depth: usize) -> String {
    let indent = "    ".repeat(depth);
    if body.is_empty() {
        return format!("{indent}{pattern} => {{}}\n");
    }
    format!("{indent}{pattern} => {{\n{}{indent}}}\n", statements(body, depth + 1))
}

/// The cases with those of one body joined and those that say the same as the default left out.
fn merged(choice: &Choice) -> Vec<Case> {
    let mut cases: Vec<Case> = Vec::new();
    for case in choice.cases.iter().filter(|case| case.body != choice.otherwise) {
        match cases.iter_mut().find(|earlier| earlier.body == case.body) {
            Some(earlier) => earlier.when.extend(case.when.iter().cloned()),
            None => cases.push(case.clone()),
        }
    }
    cases
}

fn keys(pairs: &[Pair]) -> String {
    let rows: Vec<String> = pairs.iter().map(|pair| format!("    ({:?}, {:?}, {:?}),\n", pair.de.key, raw(&pair.de.body), raw(&pair.en.body))).collect();
    format!(
        "/// Key, German and English text with its variables, for tests over all texts.\n\
         #[doc(hidden)]\npub const KEYS: &[(&str, &str, &str)] = &[\n{}];\n",
        rows.concat()
    )
}

/// The German text for a documentation comment: in one line, and in a code span, so that nothing in it counts as markup.
fn doc(body: &[Piece]) -> String {
    let invisible = |c: &char| matches!(c, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2069}');
    let visible: String = raw(body).chars().filter(|c| !invisible(c)).collect();
    visible.split_whitespace().collect::<Vec<_>>().join(" ").replace('`', "'")
}

/// The text as it would be written in the file, in one form.
fn raw(body: &[Piece]) -> String {
    body.iter()
        .map(|piece| match piece {
            Piece::Words(words) => words.clone(),
            Piece::Variable(name) => format!("{{ ${name} }}"),
            Piece::Choice(choice) => {
                let cases: Vec<String> = choice.cases.iter().map(|case| format!("[{}] {} ", case.label, raw(&case.body))).collect();
                let (label, otherwise) = (&choice.otherwise_label, raw(&choice.otherwise));
                format!("{{ ${} -> {}*[{label}] {otherwise} }}", choice.variable, cases.concat())
            }
        })
        .collect()
}
