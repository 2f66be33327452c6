//! Reading SQL text just far enough to tell code from literals and comments.

/// A stretch of SQL text.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Piece<'a> {
    Code(&'a str),
    /// A string literal, a quoted identifier or a dollar-quoted body: left as it is.
    Quoted(&'a str),
    Comment(&'a str),
}

/// Turns `?1` into `$1` outside literals. Errors on a `?` without a number.
pub(super) fn numbered_for_postgres(sql: &str) -> Result<String, String> {
    let mut out = String::with_capacity(sql.len());
    for piece in pieces(sql) {
        match piece {
            Piece::Code(code) => {
                let mut rest = code.chars().peekable();
                while let Some(c) = rest.next() {
                    match c {
                        '?' if rest.peek().is_some_and(char::is_ascii_digit) => out.push('$'),
                        '?' => return Err("a placeholder needs its number: ?1".to_owned()),
                        '$' => return Err("placeholders are written ?1, never $1".to_owned()),
                        other => out.push(other),
                    }
                }
            }
            Piece::Quoted(text) | Piece::Comment(text) => out.push_str(text),
        }
    }
    Ok(out)
}

/// Turns the type word BLOB into BYTEA outside literals.
pub(super) fn typed_for_postgres(sql: &str) -> String {
    let mut out = String::with_capacity(sql.len());
    for piece in pieces(sql) {
        match piece {
            Piece::Code(code) => {
                for word in code.split_inclusive(|c: char| !is_word(c)) {
                    let bare = word.trim_end_matches(|c: char| !is_word(c));
                    if bare.eq_ignore_ascii_case("blob") {
                        out.push_str("BYTEA");
                        out.push_str(word.get(bare.len()..).unwrap_or_default());
                    } else {
                        out.push_str(word);
                    }
                }
            }
            Piece::Quoted(text) | Piece::Comment(text) => out.push_str(text),
        }
    }
    out
}

/// The single statements of a script, cut at semicolons outside literals; comments are dropped.
pub(super) fn single_statements(sql: &str) -> Vec<String> {
    let mut statements = vec![String::new()];
    let mut add = |text: &str, cut: bool| {
        if let Some(last) = statements.last_mut() {
            last.push_str(text);
        }
        if cut {
            statements.push(String::new());
        }
    };
    for piece in pieces(sql) {
        match piece {
            Piece::Code(code) => {
                for part in code.split_inclusive(';') {
                    add(part.trim_end_matches(';'), part.ends_with(';'));
                }
            }
            Piece::Quoted(text) => add(text, false),
            Piece::Comment(_) => add(" ", false),
        }
    }
    statements.retain(|statement| !statement.trim().is_empty());
    statements
}

fn is_word(c: char) -> bool {
    c.is_alphanumeric() || c == '_'
}

fn pieces(sql: &str) -> Vec<Piece<'_>> {
    let mut out = Vec::new();
    let mut rest = sql;
    while !rest.is_empty() {
        let start = rest.char_indices().find_map(|(at, _)| {
            let here = rest.get(at..)?;
            special(here).map(|(length, comment)| (at, length, comment))
        });
        let (code, special, after) = match start {
            None => (rest, None, ""),
            Some((at, length, comment)) => {
                let end = at + length;
                let text = rest.get(at..end).unwrap_or_default();
                let piece = if comment { Piece::Comment(text) } else { Piece::Quoted(text) };
                (rest.get(..at).unwrap_or_default(), Some(piece), rest.get(end..).unwrap_or_default())
            }
        };
        if !code.is_empty() {
            out.push(Piece::Code(code));
        }
        out.extend(special);
        rest = after;
    }
    out
}

/// Length of the literal or comment that begins here, and whether it is a comment.
fn special(here: &str) -> Option<(usize, bool)> {
    let until = |opening: usize, closing: &str| here.get(opening..).and_then(|body| body.find(closing)).map_or(here.len(), |at| opening + at + closing.len());
    match here.as_bytes() {
        [b'\'', ..] => Some((until(1, "'"), false)),
        [b'"', ..] => Some((until(1, "\""), false)),
        [b'-', b'-', ..] => Some((until(2, "\n"), true)),
        [b'/', b'*', ..] => Some((until(2, "*/"), true)),
        [b'$', ..] => {
            let tag = here.get(1..)?.find('$')?;
            let name = here.get(1..=tag)?;
            let plain = name.chars().all(is_word) && !name.starts_with(|c: char| c.is_ascii_digit());
            let quote = here.get(..tag + 2)?;
            plain.then(|| (until(quote.len(), quote), false))
        }
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn placeholders_in_literals_and_comments_stay() {
        let sql = "select '?1', \"a?2\" /* ?3 */ from t where a = ?1 and b = ?12 -- ?4\n and c = 'it''s ?5'";
        let want = "select '?1', \"a?2\" /* ?3 */ from t where a = $1 and b = $12 -- ?4\n and c = 'it''s ?5'";
        assert_eq!(numbered_for_postgres(sql).unwrap(), want);
    }

    #[test]
    fn a_placeholder_without_a_number_is_refused() {
        assert!(numbered_for_postgres("select ?").is_err());
        assert!(numbered_for_postgres("select $1").is_err());
    }

    #[test]
    fn only_the_word_blob_becomes_bytea() {
        let sql = "create table t (a BLOB, blobby TEXT DEFAULT 'BLOB', b blob not null, c_blob text)";
        let want = "create table t (a BYTEA, blobby TEXT DEFAULT 'BLOB', b BYTEA not null, c_blob text)";
        assert_eq!(typed_for_postgres(sql), want);
    }

    #[test]
    fn semicolons_in_bodies_do_not_cut() {
        let sql = "create function f() as $x$ begin; end; $x$; -- a; b\nselect ';' ; ";
        let found = single_statements(sql);
        assert_eq!(found.len(), 2, "{found:?}");
        assert_eq!(found[0], "create function f() as $x$ begin; end; $x$");
        assert_eq!(found[1].trim(), "select ';'");
    }
}
