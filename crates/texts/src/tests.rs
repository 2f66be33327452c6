use crate::{Problem, compile};
use proptest::prelude::*;
use std::fs;
use std::path::PathBuf;
use std::process::Command;
use std::sync::atomic::{AtomicUsize, Ordering};

/// A folder of its own for each test, gone afterwards.
struct Tree(PathBuf);

impl Tree {
    fn new() -> Tree {
        static NEXT: AtomicUsize = AtomicUsize::new(0);
        let number = NEXT.fetch_add(1, Ordering::Relaxed);
        let dir = std::env::temp_dir().join(format!("texts-test-{}-{number}", std::process::id()));
        fs::create_dir_all(&dir).unwrap();
        Tree(dir)
    }

    fn with(self, file: &str, content: &str) -> Tree {
        let path = self.0.join(file);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, content).unwrap();
        self
    }

    fn compile(&self) -> Result<String, Vec<String>> {
        compile(&self.0).map_err(|problems| problems.iter().map(|problem| self.short(problem)).collect())
    }

    /// The problem as printed, without the path to the temporary folder.
    fn short(&self, problem: &Problem) -> String {
        problem.to_string().replace(&format!("{}/", self.0.display()), "")
    }
}

impl Drop for Tree {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

fn ui(de: &str, en: &str) -> Result<String, Vec<String>> {
    Tree::new().with("ui/texts.de.ftl", de).with("ui/texts.en.ftl", en).compile()
}

fn source(de: &str, en: &str) -> String {
    ui(de, en).unwrap()
}

fn problems(de: &str, en: &str) -> Vec<String> {
    ui(de, en).unwrap_err()
}

#[test]
fn a_text_without_variables_is_a_static_string() {
    let source = source("ui-cancel = Platz absagen\n", "ui-cancel = Cancel your place\n");
    assert!(source.contains("    /// `Platz absagen`\n    pub fn ui_cancel(self) -> &'static str {\n"), "{source}");
    assert!(source.contains(r#"self.pick("Platz absagen", "Cancel your place")"#), "{source}");
    assert!(!source.contains("fn put"), "no helper is written that nothing calls: {source}");
}

#[test]
fn parameters_follow_the_german_text_and_a_counted_one_is_a_number() {
    let source = source(
        "ui-left = { $free -> \n    [one] Noch ein Platz\n   *[other] Noch { $free } Plätze\n } von { $total }, { $name }\n",
        "ui-left = { $name }: { $free } of { $total }\n",
    );
    let signature = "pub fn ui_left(self, free: i64, total: impl std::fmt::Display, name: impl std::fmt::Display) -> String";
    assert!(source.contains(signature), "{source}");
}

#[test]
fn a_variable_that_chooses_by_word_is_a_str() {
    let source = source("ui-state = { $state ->\n    [open] Offen\n   *[shut] Zu\n }\n", "ui-state = Now { $state }\n");
    assert!(source.contains("pub fn ui_state(self, state: &str) -> String"), "{source}");
    assert!(source.contains(r#"if state == "open" {"#), "{source}");
}

#[test]
fn the_plural_form_one_holds_one_and_minus_one_but_not_what_an_earlier_variant_took() {
    let both = |text: &str| source(text, text);
    let plain = both("ui-n = { $n ->\n [one] ein\n [0] kein\n *[other] viele\n }\n");
    assert!(plain.contains("1 | -1 =>") && plain.contains("0 =>") && plain.contains("_ =>"), "{plain}");
    let taken = both("ui-n = { $n ->\n [1] eins\n [one] ein\n *[other] viele\n }\n");
    assert!(taken.contains("1 => {") && taken.contains("-1 => {") && !taken.contains('|'), "{taken}");
}

#[test]
fn variants_with_one_body_become_one_arm() {
    let text = "ui-n = { $n ->\n [0] x\n [2] x\n [3] y\n *[other] z\n }\n";
    let source = source(text, text);
    assert!(source.contains("0 | 2 =>"), "{source}");
}

#[test]
fn invisible_characters_are_kept_and_written_as_escapes() {
    let source = source("ui-x = Digital\u{ad}café um 14\u{a0}Uhr\u{a0}\n", "ui-x = at\u{a0}2{\" \"}\n");
    assert!(source.contains(r#""Digital\u{ad}café um 14\u{a0}Uhr\u{a0}""#), "{source}");
    assert!(source.contains(r#""at\u{a0}2 ""#), "{source}");
    assert!(source.contains("/// `Digitalcafé um 14 Uhr`"), "{source}");
}

#[test]
fn a_text_of_several_lines_keeps_its_breaks_whatever_the_line_ends() {
    let unix = "ui-x =\n    Guten Tag,\n\n    bis bald.\n";
    let source = source(unix, &unix.replace('\n', "\r\n"));
    assert!(source.contains(r#"self.pick("Guten Tag,\n\nbis bald.", "Guten Tag,\n\nbis bald.")"#), "{source}");
}

#[test]
fn braces_quotes_and_backslashes_come_through() {
    let text = "ui-x = { \"{\" }a{ \"}\" } \"b\" { \"\\\\\" } { \"\\u00fc\" }\n";
    let source = source(text, text);
    assert!(source.contains(r#""{a} \"b\" \\ ü""#), "{source}");
}

#[test]
fn keys_lists_every_text_in_both_languages() {
    let source = source("ui-a = Ja\nui-b = Zu { $day }\n", "ui-a = Yes\nui-b = By { $day }\n");
    assert!(source.contains(r#"("ui-a", "Ja", "Yes"),"#), "{source}");
    assert!(source.contains(r#"("ui-b", "Zu { $day }", "By { $day }"),"#), "{source}");
}

#[test]
fn a_text_that_reads_the_same_in_both_languages_is_written_once() {
    let source = source("ui-x = { $a } · { $b }\n", "ui-x = { $a } · { $b }\n");
    assert_eq!(source.matches("out.push_str(\" · \");").count(), 1, "{source}");
}

#[test]
fn the_source_depends_on_the_texts_alone() {
    let tree = |first: &str, second: &str| {
        Tree::new()
            .with(&format!("{first}/texts.de.ftl"), &format!("{first}-x = X\n"))
            .with(&format!("{first}/texts.en.ftl"), &format!("{first}-x = X\n"))
            .with(&format!("{second}/texts.de.ftl"), &format!("{second}-x = X\n"))
            .with(&format!("{second}/texts.en.ftl"), &format!("{second}-x = X\n"))
            .compile()
            .unwrap()
    };
    assert_eq!(tree("ui", "mail"), tree("mail", "ui"));
}

#[test]
fn every_kind_of_mistake_is_named_with_its_file_and_line() {
    #[rustfmt::skip]
    let table = [
        ("ui-a = A\nui-b = B\n", "ui-a = A\n", "ui/texts.de.ftl:2: ui-b is missing in texts.en.ftl."),
        ("ui-a = A\n", "ui-a = A\n\nui-c = C\n", "ui/texts.en.ftl:3: ui-c is missing in texts.de.ftl."),
        ("ui-a = A\nui-a = B\n", "ui-a = A\n", "ui/texts.de.ftl:2: ui-a is there twice, first in line 1."),
        ("ui-a = A\n", "ui-a = A\nui-a = B\n", "ui/texts.en.ftl:2: ui-a is there twice."),
        ("ui-a = { $x }\n", "ui-a = A\n", "ui/texts.en.ftl:1: ui-a does not use $x, but the German text does."),
        ("ui-a = A\n", "ui-a = { $x }\n", "ui/texts.de.ftl:1: ui-a does not use $x, but the English text does."),
        ("# A\n\na = A\n", "", "ui/texts.de.ftl:3: a does not start with its folder's name: ui-…"),
        ("ui-aB = A\n", "", "ui/texts.de.ftl:1: ui-aB is no key: small letters, digits and single hyphens only."),
        ("ui-a--b = A\n", "", "ui/texts.de.ftl:1: ui-a--b is no key: small letters, digits and single hyphens only."),
        ("-ui = A\n", "", "ui/texts.de.ftl:1: The term -ui is not supported: write the words out."),
        ("ui-a = A\n    .title = B\n", "", "ui/texts.de.ftl:2: The attribute .title is not supported: give it a key of its own."),
        ("ui-a = { ui-b }\n", "", "ui/texts.de.ftl:1: The reference to ui-b is not supported: write the words out."),
        ("ui-a = { -b }\n", "", "ui/texts.de.ftl:1: The term -b is not supported: write the words out."),
        ("ui-a =\n    A\n    { NUMBER($n) }\n", "", "ui/texts.de.ftl:3: The function NUMBER is not supported: pass a finished value."),
        ("ui-a = { 5 }\n", "", "ui/texts.de.ftl:1: The number 5 needs no braces: write it as text."),
        ("ui-a = { $Day }\n", "", "ui/texts.de.ftl:1: $Day is no name for a variable: small letters, digits and single _ only."),
        ("ui-a = { $type }\n", "", "ui/texts.de.ftl:1: $type means something in Rust: take another name."),
        ("ui-a = { $n ->\n [one] A\n *[two] B\n }\n", "", "ui/texts.de.ftl:3: The default of a choice by number is *[other], not *[two]."),
        ("ui-a = { $n ->\n [one] A\n [few] C\n *[other] B\n }\n", "", "ui/texts.de.ftl:3: [few] is no number form here: a whole number, [one] or *[other]."),
        ("ui-a = { $n ->\n [1.5] A\n *[other] B\n }\n", "", "ui/texts.de.ftl:2: [1.5] is no number form here: a whole number, [one] or *[other]."),
        ("ui-a = { $n ->\n [0] A\n [0] C\n *[other] B\n }\n", "", "ui/texts.de.ftl:3: [0] is never reached: an earlier variant says it already."),
        ("ui-a = { $n ->\n [one] A\n [1] C\n *[other] B\n }\n", "", "ui/texts.de.ftl:3: [1] is never reached: an earlier variant says it already."),
        ("ui-a = { $n ->\n [one] A\n *[other] A\n }\n", "", "ui/texts.de.ftl:2: The variants of $n all say the same."),
        ("ui-a = { $n ->\n *[other] A\n }\n", "", "ui/texts.de.ftl:2: The variants of $n all say the same."),
        ("ui-a = { \"x\" ->\n [x] A\n *[y] B\n }\n", "", "ui/texts.de.ftl:2: Only a variable can choose between variants."),
        ("ui-a = { $n ->\n [one] A\n *[other] B\n }\n", "ui-a = { $n ->\n [x] A\n *[y] B\n }\n", "ui/texts.de.ftl:1: ui-a chooses by $n as a number and as a word."),
        ("ui-a = { $a }{ $b }{ $c }{ $d }{ $e }{ $f }{ $g }\n", "ui-a = { $a }{ $b }{ $c }{ $d }{ $e }{ $f }{ $g }\n", "ui/texts.de.ftl:1: ui-a has more than 6 variables."),
        ("ui-a = A\nui-b =\n", "ui-a = A\n", "ui/texts.de.ftl:2: This is not Fluent: Expected a message field for \"ui-b\"."),
        ("ui-a = A }\n", "ui-a = A\n", "ui/texts.de.ftl:1: This is not Fluent: Unbalanced closing brace."),
    ];
    for (de, en, wanted) in table {
        let found = problems(de, en);
        assert!(found.iter().any(|problem| problem == wanted), "wanted {wanted}\nfound {found:#?}");
    }
}

#[test]
fn a_mistake_in_one_text_does_not_make_the_others_look_missing() {
    let found = problems("ui-a = A\nui-b = { 5 }\n", "ui-a = A\n");
    assert_eq!(found, ["ui/texts.de.ftl:2: The number 5 needs no braces: write it as text."]);
}

#[test]
fn a_file_without_its_other_language_is_named() {
    let german = Tree::new().with("ui/texts.de.ftl", "ui-a = A\n").compile().unwrap_err();
    assert_eq!(german, ["ui/texts.de.ftl:1: texts.en.ftl is missing beside this file."]);
    let english = Tree::new().with("ui/texts.en.ftl", "ui-a = A\n").compile().unwrap_err();
    assert_eq!(english, ["ui/texts.en.ftl:1: texts.de.ftl is missing beside this file."]);
}

#[test]
fn one_key_in_two_folders_of_one_name_is_named_with_both_places() {
    let found = Tree::new()
        .with("a/pages/texts.de.ftl", "pages-x = X\n")
        .with("a/pages/texts.en.ftl", "pages-x = X\n")
        .with("b/pages/texts.de.ftl", "# B\npages-x = X\n")
        .with("b/pages/texts.en.ftl", "pages-x = X\n")
        .compile()
        .unwrap_err();
    assert_eq!(found.len(), 1, "{found:#?}");
    assert!(found[0].starts_with("b/pages/texts.de.ftl:2: pages-x is there twice, first in "), "{found:#?}");
    assert!(found[0].ends_with("a/pages/texts.de.ftl."), "{found:#?}");
}

#[test]
fn an_underscore_in_a_folder_is_a_hyphen_in_its_keys() {
    let tree = |key: &str| {
        let text = format!("{key} = X\n");
        Tree::new().with("open_data/texts.de.ftl", &text).with("open_data/texts.en.ftl", &text).compile()
    };
    assert!(tree("open-data-x").unwrap().contains("fn open_data_x("));
    assert!(tree("open_data-x").is_err());
}

#[test]
fn a_file_that_is_not_utf_8_is_a_problem_and_a_folder_without_texts_is_none() {
    let tree = Tree::new().with("ui/texts.en.ftl", "ui-a = A\n");
    fs::write(tree.0.join("ui/texts.de.ftl"), b"ui-a = \xe4\n").unwrap();
    let found = tree.compile().unwrap_err();
    assert!(found[0].starts_with("ui/texts.de.ftl:1: This cannot be read: "), "{found:#?}");
    assert!(Tree::new().compile().unwrap().contains("KEYS: &[(&str, &str, &str)] = &[\n];"));
    assert!(compile(&PathBuf::from("/no/such/folder")).is_err());
}

proptest! {
    #[test]
    fn whatever_a_file_holds_compiling_ends_in_a_source_or_in_problems(
        de in "(ui-[a-c]? ?= ?[ \\n{}$a-c\"\\[\\]*>0-9.ü\\u{ad}-]{0,20}\n){0,3}",
        en in "\\PC{0,40}",
    ) {
        match ui(&de, &en) {
            Ok(source) => prop_assert!(source.contains("impl Texts")),
            Err(problems) => prop_assert!(!problems.is_empty()),
        }
    }

    #[test]
    fn plain_words_come_out_as_they_were_typed(words in "[a-zA-ZäöüßÄÖÜ0-9][^\\{\\}\\p{C}\r\n]{0,30}[!?.a-z]") {
        let line = format!("ui-x = {words}\n");
        let source = source(&line, &line);
        let wanted = format!("self.pick({words:?}, {words:?})");
        prop_assert!(source.contains(&wanted));
    }
}

/// Compiles the written source with all warnings as errors and lets it say the texts.
#[test]
fn the_written_functions_compile_without_a_warning_and_say_what_the_files_say() {
    let written = source(
        "ui-title = Will\u{ad}kommen\n\
         ui-left = { $free ->\n [0] Nichts\n [one] Ein Platz\n *[other] { $free } Plätze\n } von { $total }.\n\
         ui-maybe = Platz{ $n ->\n [0] {\"\"}\n *[other] { \" \" }{ $n }\n }\n\
         ui-state = { $state ->\n [open] Offen\n [shut] Zu\n *[other] Unklar\n }\n\
         ui-same = { $name } · { $name }\n\
         ui-nest = { $a ->\n [0] a\n *[other] { $b ->\n [0] b\n *[other] { $a }{ $b }\n }\n }\n\
         ui-brace = { \"{}\" } \"\\\n",
        "ui-title = Welcome\n\
         ui-left = { $free ->\n [one] One place\n *[other] { $free } places\n } of { $total }.\n\
         ui-maybe = Place { $n }\n\
         ui-state = { $state ->\n [open] Open\n *[shut] Shut\n }\n\
         ui-same = { $name } · { $name }\n\
         ui-nest = { $a } { $b }\n\
         ui-brace = x\n",
    );
    let program = format!(
        "#![deny(warnings, missing_docs)]\n//! Test.\nuse texts::*;\nmod texts {{\n\
         #[derive(Clone, Copy)] pub struct Texts {{ pub lang: Lang }}\n\
         #[derive(Clone, Copy)] pub enum Lang {{ De, En }}\n{written}}}\n{CALLS}"
    );
    let tree = Tree::new().with("main.rs", &program);
    let rustc = std::env::var_os("RUSTC").unwrap_or_else(|| "rustc".into());
    let (main, binary) = (tree.0.join("main.rs"), tree.0.join("main"));
    let built = Command::new(rustc).args(["--edition", "2024", "-o"]).arg(&binary).arg(main).output().unwrap();
    assert!(built.status.success(), "{}\n{written}", String::from_utf8_lossy(&built.stderr));
    let said = Command::new(binary).output().unwrap();
    let wanted = "Will\u{ad}kommen|Welcome|Nichts von 5.|0 places of 5.|Ein Platz von x.|One place of x.|\
                  Ein Platz von -1.|Platz|Place 0|Platz 2|Offen|Zu|Unklar|Open|Shut|A · A|a|b|12|1 2|{} \"\\|x|7";
    assert_eq!(String::from_utf8(said.stdout).unwrap(), wanted);
}

const CALLS: &str = r#"
fn main() {
    let (de, en) = (Texts { lang: Lang::De }, Texts { lang: Lang::En });
    let said: Vec<String> = vec![
        de.ui_title().to_owned(),
        en.ui_title().to_owned(),
        de.ui_left(0, 5),
        en.ui_left(0, 5),
        de.ui_left(1, "x"),
        en.ui_left(1, String::from("x")),
        de.ui_left(-1, -1),
        de.ui_maybe(0),
        en.ui_maybe(0),
        de.ui_maybe(2),
        de.ui_state("open"),
        de.ui_state("shut"),
        de.ui_state("?"),
        en.ui_state("open"),
        en.ui_state("?"),
        de.ui_same("A"),
        de.ui_nest(0, 1),
        de.ui_nest(1, 0),
        de.ui_nest(1, 2),
        en.ui_nest(1, 2),
        de.ui_brace().to_owned(),
        en.ui_brace().to_owned(),
        KEYS.len().to_string(),
    ];
    print!("{}", said.join("|"));
}
"#;
