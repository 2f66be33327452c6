//! Passwords that are tried first. No list of stolen passwords is shipped: what people reuse from words, years, keyboards and their
//! own names is taken away, and what is left has to be long enough by itself.

/// Letters that have to be left.
const LEFT_AT_LEAST: usize = 6;
/// Longest run of neighbours on the keyboard or in the alphabet that is not one: "ab", "12".
const RUN_AT_MOST: usize = 2;
/// Rows of the German and the English keyboard, the alphabet, digits, and the pattern along two rows of keys.
const ROWS: [&str; 9] =
    ["abcdefghijklmnopqrstuvwxyz", "01234567890", "qwertzuiopü", "qwertyuiop", "asdfghjklöä", "yxcvbnm", "zxcvbnm", "1q2w3e4r5t6z7u8i9o0p", "1qay2wsx3edc4rfv"];
/// Words that make up most of the passwords people choose: each with letters for digits, as [`plain`] writes them.
const WORDS: &str = "administrator geburtstag bundesliga dortmund passwort password kennwort schluessel willkommen computer internet \
    deutschland frankfurt stuttgart grossroehrsdorf innovationshub zukunftshaus verwaltung gemeinde rathaus buergermeister \
    standard sommer winter herbst fruehling frühling schalke fussball fußball borussia bayern berlin dresden hamburg \
    muenchen münchen sachsen januar februar april august september oktober november dezember montag dienstag mittwoch \
    donnerstag freitag samstag sonntag welcome letmein iloveyou ichliebedich monkey dragon sunshine princess football \
    baseball superman batman starwars pokemon master shadow michael daniel thomas andreas stefan martin sabine claudia \
    nicole schatz hallo geheim secret changeme default access login admin nutzer benutzer root user test demo hund katze \
    nabe";

/// Whether a password is one of those that are tried first, by people who know of its owner what everybody knows.
pub fn is_common(password: &str, about: &[&str]) -> bool {
    let text = plain(password);
    let mut words: Vec<String> = about.iter().flat_map(|text| pieces(text)).collect();
    words.extend(WORDS.split(' ').map(str::to_owned));
    // The longest first: of "administrator" nothing may be left because "admin" went before.
    words.sort_by_key(|word| std::cmp::Reverse(word.chars().count()));
    let rest = words.iter().fold(once(&text), |rest, word| rest.replace(word.as_str(), " "));
    let left: usize = rest.split(' ').map(|part| without_runs(part).chars().count()).sum();
    left < LEFT_AT_LEAST
}

/// Lower case, letters for the digits and signs that people write in their place, nothing but letters and digits. Digits in a row stay:
/// they are a year or a count.
fn plain(password: &str) -> String {
    let letters: Vec<char> = password.to_lowercase().chars().collect();
    let is_number = |n: Option<usize>| n.and_then(|n| letters.get(n)).is_some_and(char::is_ascii_digit);
    let swapped = letters.iter().enumerate().map(|(n, c)| if is_number(n.checked_sub(1)) || is_number(Some(n + 1)) { *c } else { letter_for(*c) });
    swapped.filter(|c| c.is_alphanumeric()).collect()
}

fn letter_for(c: char) -> char {
    match c {
        '0' => 'o',
        '1' | '!' | '|' => 'i',
        '3' | '€' => 'e',
        '4' | '@' => 'a',
        '5' | '$' => 's',
        '7' => 't',
        c => c,
    }
}

/// What a name or an address is made of; short pieces say nothing.
fn pieces(text: &str) -> Vec<String> {
    text.to_lowercase().split(|c: char| !c.is_alphanumeric()).filter(|piece| piece.chars().count() >= 4).map(str::to_owned).collect()
}

/// A text that is one piece over and over is that piece.
fn once(text: &str) -> String {
    let letters: Vec<char> = text.chars().collect();
    let repeats = |size: &usize| letters.iter().skip(*size).zip(&letters).all(|(later, earlier)| later == earlier);
    let size = (1..=letters.len() / 2).find(repeats).unwrap_or(letters.len());
    letters.into_iter().take(size).collect()
}

/// Without what lies in a row: on the keyboard, in the alphabet, the same letter again; and without years and other numbers.
fn without_runs(text: &str) -> String {
    let letters: Vec<char> = text.chars().filter(|c| !c.is_ascii_digit()).collect();
    let (mut left, mut run): (String, Vec<char>) = (String::new(), Vec::new());
    for c in letters {
        if run.last().is_some_and(|last| !are_neighbours(*last, c)) {
            left.extend(kept(&run));
            run.clear();
        }
        run.push(c);
    }
    left.extend(kept(&run));
    left
}

/// Of a longer run nothing is kept but that there was one.
fn kept(run: &[char]) -> impl Iterator<Item = &char> {
    run.iter().take(if run.len() > RUN_AT_MOST { 1 } else { RUN_AT_MOST })
}

fn are_neighbours(one: char, other: char) -> bool {
    let pair = [one, other].iter().collect::<String>();
    let back = [other, one].iter().collect::<String>();
    one == other || ROWS.iter().any(|row| row.contains(&pair) || row.contains(&back))
}

#[cfg(test)]
mod tests {
    use super::is_common;

    const LENA: [&str; 3] = ["Lena Beispiel", "lena.beispiel@example.org", "Innovationshub Großröhrsdorf"];

    #[test]
    fn what_is_tried_first_is_known() {
        let tried = "passwort1234 password1234 Passwort2026! P@ssw0rd1234 Pa$$w0rd2026! passwortpasswort 123456789012 1234567890123 \
            qwertzuiopasdf 1234qwertzuiop qwertyuiop123 1q2w3e4r5t6z asdfghjklöä# yxcvbnm123456 abcdefghijkl zyxwvutsrqpo \
            aaaaaaaaaaaa abcabcabcabc hallohallo123 Hallo12345678 iloveyou1234 ichliebedich! Willkommen2026 willkommen123 \
            administrator Administrator1 admin1234567 AdminAdmin123 Sommer2026!!! Winter2025!!! Herbst2026!?! \
            changemechangeme letmein123456 geheim1234567 GeheimGeheim1 fussball1234 schalke04schalke Bayern2026!!! \
            dortmund1909! Dresden01900! schatzschatz testtesttest Test12345678 Benutzer1234! Kennwort1234! demodemodemo \
            rootrootroot monkeymonkey dragon123456 !!!!!!!!!!!! 112233445566 qqwweerrttzz 01.01.1980!! starwars1977 \
            Montag123456!";
        for password in tried.split(' ').chain(["            "]) {
            assert!(is_common(password, &[]), "{password}");
        }
    }

    #[test]
    fn what_everybody_knows_of_somebody_does_not_count() {
        for password in ["LenaBeispiel1985", "lena.beispiel@", "Beispiel-2026!", "GrossroehrsdorfHub1", "Innovationshub2026"] {
            assert!(is_common(password, &LENA), "{password}");
        }
    }

    #[test]
    fn words_that_only_somebody_puts_together_are_taken() {
        let taken = [
            "drei alte Apfelbäume",
            "vier junge Birnbäume",
            "Wolkenbruch im Keller",
            "correct horse battery staple",
            "Sommerregen auf Blech",
            "xK9#mQ2$vL7p",
            "lampe gabel wiese",
            "hundert graue Tauben",
            "Дерево у реки зимой",
            "mein Testament ist verlegt",
            "Kieselstein-42-Kutsche",
        ];
        for password in taken {
            assert!(!is_common(password, &LENA), "{password}");
        }
    }
}
