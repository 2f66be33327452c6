//! One spelling for finding: what people write differently is compared in the same form. And one for addresses.

/// One spelling for what people write differently: lower case, ß as ss, umlauts and their spellings ae, oe, ue as plain vowels,
/// accents dropped, everything that is no letter or digit as one blank. "Großröhrsdorf", "grossroehrsdorf" and "Grossrohrsdorf" meet.
pub fn fold(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    // Whether the vowel before was written as two letters: then one e has been left out.
    let mut left_out = false;
    for c in text.chars().flat_map(char::to_lowercase).map(unaccented) {
        match c {
            'ä' => out.push('a'),
            'ö' => out.push('o'),
            'ü' => out.push('u'),
            'e' if !left_out && out.ends_with(['a', 'o', 'u']) => {
                left_out = true;
                continue;
            }
            'ß' => out.push_str("ss"),
            '\u{ad}' => continue,
            c if c.is_alphanumeric() => out.push(c),
            _ if out.ends_with(' ') => {}
            _ => out.push(' '),
        }
        left_out = false;
    }
    out.trim().to_owned()
}

/// A small letter without its accent; umlauts stay, since they are written as two letters or as one.
fn unaccented(c: char) -> char {
    match c {
        'á' | 'à' | 'â' | 'ã' | 'å' | 'ą' => 'a',
        'ó' | 'ò' | 'ô' | 'õ' | 'ø' => 'o',
        'ú' | 'ù' | 'û' | 'ů' => 'u',
        'é' | 'è' | 'ê' | 'ë' | 'ě' | 'ę' => 'e',
        'í' | 'ì' | 'î' | 'ï' => 'i',
        'č' | 'ć' | 'ç' => 'c',
        'š' | 'ś' => 's',
        'ž' | 'ź' | 'ż' => 'z',
        'ř' => 'r',
        'ł' => 'l',
        'ń' | 'ñ' => 'n',
        other => other,
    }
}

/// Longest part of an address made from a title.
const SLUG_AT_MOST: usize = 60;

/// The part of an address for a title: "Über uns" becomes `ueber-uns`, "Café" `cafe`; empty when there is no letter or digit in it.
pub fn slug_of(title: &str) -> String {
    let written = title.to_lowercase().replace('ä', "ae").replace('ö', "oe").replace('ü', "ue").replace('ß', "ss");
    let written: String = written.chars().map(unaccented).collect();
    let mut slug = String::new();
    for word in written.split(|c: char| !c.is_ascii_alphanumeric()).filter(|word| !word.is_empty()) {
        if slug.len() + word.len() >= SLUG_AT_MOST {
            break;
        }
        if !slug.is_empty() {
            slug.push('-');
        }
        slug.push_str(word);
    }
    slug
}
