//! Holds the two languages of every text against each other.
//! Nouns: a *pair* is one key with its German and its English text; a *parameter* is a variable with its Rust type.
//! Invariants: a pair's texts use the same variables, and a variable chooses by number or by word, never by both.
//! Parameters stand in the order in which the German text first names them.
//! It must not know of files beyond their names in a problem.

use crate::Problem;
use crate::read::{Choice, Piece, Text};
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

/// One key in both languages.
#[derive(Debug)]
pub struct Pair {
    pub file: PathBuf,
    pub de: Text,
    pub en: Text,
    pub parameters: Vec<Parameter>,
}

/// A variable of a pair.
#[derive(Clone, Debug, PartialEq)]
pub struct Parameter {
    pub name: String,
    pub kind: Kind,
}

/// What a variable's value must be.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Kind {
    /// Chooses by number.
    Number,
    /// Chooses by word.
    Word,
    /// Is only shown.
    Shown,
}

/// More arguments than this nobody can tell apart at a call; it is also clippy's limit with `self`.
const MOST_PARAMETERS: usize = 6;

/// The pairs of two files; what one language lacks goes to `problems`.
pub fn pairs(german: &Path, de: Vec<Text>, english: &Path, en: Vec<Text>, problems: &mut Vec<Problem>) -> Vec<Pair> {
    let mut pairs = Vec::new();
    let mut rest: BTreeMap<String, Text> = BTreeMap::new();
    for text in en {
        if rest.contains_key(&text.key) {
            problems.push(problem(english, &text, format!("{} is there twice.", text.key)));
        } else {
            rest.insert(text.key.clone(), text);
        }
    }
    let mut earlier: BTreeMap<String, usize> = BTreeMap::new();
    for text in de {
        if let Some(line) = earlier.insert(text.key.clone(), text.line) {
            problems.push(problem(german, &text, format!("{} is there twice, first in line {line}.", text.key)));
        } else if let Some(other) = rest.remove(&text.key) {
            pairs.extend(pair(german, text, english, other, problems));
        } else {
            problems.push(problem(german, &text, format!("{} is missing in texts.en.ftl.", text.key)));
        }
    }
    for text in rest.values() {
        problems.push(problem(english, text, format!("{} is missing in texts.de.ftl.", text.key)));
    }
    pairs
}

/// Two folders of one name may share a prefix, but not a key.
pub fn no_key_twice(pairs: &[Pair], problems: &mut Vec<Problem>) {
    let mut earlier: BTreeMap<&str, &Pair> = BTreeMap::new();
    for pair in pairs {
        if let Some(first) = earlier.insert(&pair.de.key, pair) {
            let sentence = format!("{} is there twice, first in {}.", pair.de.key, first.file.display());
            problems.push(problem(&pair.file, &pair.de, sentence));
        }
    }
}

fn pair(german: &Path, de: Text, english: &Path, en: Text, problems: &mut Vec<Problem>) -> Option<Pair> {
    let before = problems.len();
    let (german_uses, english_uses) = (uses(&de.body), uses(&en.body));
    let (mut parameters, english_ones) = (distinct(&german_uses), distinct(&english_uses));
    for name in names_missing(&parameters, &english_ones) {
        let sentence = format!("{} does not use ${name}, but the German text does.", de.key);
        problems.push(problem(english, &en, sentence));
    }
    for name in names_missing(&english_ones, &parameters) {
        let sentence = format!("{} does not use ${name}, but the English text does.", de.key);
        problems.push(problem(german, &de, sentence));
    }
    if parameters.len() > MOST_PARAMETERS {
        let sentence = format!("{} has more than {MOST_PARAMETERS} variables.", de.key);
        problems.push(problem(german, &de, sentence));
    }
    let all_uses = [german_uses, english_uses].concat();
    for parameter in &mut parameters {
        let used_as = |kind| all_uses.contains(&Parameter { name: parameter.name.clone(), kind });
        parameter.kind = match (used_as(Kind::Number), used_as(Kind::Word)) {
            (true, true) => {
                let sentence = format!("{} chooses by ${} as a number and as a word.", de.key, parameter.name);
                problems.push(problem(german, &de, sentence));
                Kind::Number
            }
            (true, false) => Kind::Number,
            (false, true) => Kind::Word,
            (false, false) => Kind::Shown,
        };
    }
    (problems.len() == before).then(|| Pair { file: german.to_owned(), de, en, parameters })
}

/// The variables of the first text that the second does not use.
fn names_missing<'a>(named: &'a [Parameter], other: &[Parameter]) -> Vec<&'a str> {
    let lacks = |name: &str| other.iter().all(|parameter| parameter.name != name);
    named.iter().map(|parameter| parameter.name.as_str()).filter(|name| lacks(name)).collect()
}

/// Every use of a variable in `body`, in reading order.
fn uses(body: &[Piece]) -> Vec<Parameter> {
    let mut found = Vec::new();
    for piece in body {
        match piece {
            Piece::Words(_) => {}
            Piece::Variable(name) => found.push(Parameter { name: name.clone(), kind: Kind::Shown }),
            Piece::Choice(Choice { variable, numeric, cases, otherwise, .. }) => {
                let kind = if *numeric { Kind::Number } else { Kind::Word };
                found.push(Parameter { name: variable.clone(), kind });
                found.extend(cases.iter().flat_map(|case| uses(&case.body)));
                found.extend(uses(otherwise));
            }
        }
    }
    found
}

/// Each variable once, at its first use.
fn distinct(uses: &[Parameter]) -> Vec<Parameter> {
    let mut distinct: Vec<Parameter> = Vec::new();
    for used in uses {
        if !distinct.iter().any(|parameter| parameter.name == used.name) {
            distinct.push(used.clone());
        }
    }
    distinct
}

fn problem(file: &Path, text: &Text, sentence: String) -> Problem {
    Problem { file: file.to_owned(), line: text.line, sentence }
}
