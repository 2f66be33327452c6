//! One spelling for finding: what people write differently is compared in the same form. And one for addresses.

/// One spelling for what people write differently: lower case, ß as ss, umlauts and their spellings ae, oe, ue as plain vowels,
/// accents dropped, everything that is no letter or digit as one blank. "Großröhrsdorf", "grossroehrsdorf" and "Grossrohrsdorf" meet.
pub fn fold(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    // Whether the vowel before was written as two letters: then one e has been left out.
    let mut left_out = false;
    for c in text.chars().flat_map(char::to_lowercase) {
        match c {
            'ä' | 'á' | 'à' | 'â' | 'ã' | 'å' | 'ą' => out.push('a'),
            'ö' | 'ó' | 'ò' | 'ô' | 'õ' | 'ø' => out.push('o'),
            'ü' | 'ú' | 'ù' | 'û' | 'ů' => out.push('u'),
            'e' | 'é' | 'è' | 'ê' | 'ë' | 'ě' | 'ę' if !left_out && out.ends_with(['a', 'o', 'u']) => {
                left_out = true;
                continue;
            }
            'é' | 'è' | 'ê' | 'ë' | 'ě' | 'ę' => out.push('e'),
            'í' | 'ì' | 'î' | 'ï' => out.push('i'),
            'č' | 'ć' | 'ç' => out.push('c'),
            'š' | 'ś' => out.push('s'),
            'ž' | 'ź' | 'ż' => out.push('z'),
            'ř' => out.push('r'),
            'ł' => out.push('l'),
            'ń' | 'ñ' => out.push('n'),
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

/// Longest part of an address made from a title.
const SLUG_AT_MOST: usize = 60;

/// The part of an address for a title: "Über uns" becomes `ueber-uns`; empty when there is no letter or digit in it.
pub fn slug_of(title: &str) -> String {
    let written = title.to_lowercase().replace('ä', "ae").replace('ö', "oe").replace('ü', "ue").replace('ß', "ss");
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
