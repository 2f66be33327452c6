//! Addresses that may hold a password: read here, and told without it.

use url::Url;

use super::refused::ConfigError;

/// The address of the mail server.
pub(super) fn smtp(typed: &str) -> Result<Url, ConfigError> {
    let url = Url::parse(typed).map_err(|why| match why {
        url::ParseError::InvalidPort => ConfigError::Smtp("the port is no number up to 65535"),
        url::ParseError::RelativeUrlWithoutBase => ConfigError::Smtp("it does not begin with smtp:// or smtps://"),
        _ => ConfigError::Smtp("it cannot be read"),
    })?;
    if !matches!(url.scheme(), "smtp" | "smtps") {
        return Err(ConfigError::Smtp("it does not begin with smtp:// or smtps://"));
    }
    if !url.has_host() {
        return Err(ConfigError::Smtp("it names no host"));
    }
    if ![url.username(), url.password().unwrap_or_default()].into_iter().all(is_encoded) {
        return Err(ConfigError::Smtp("user name or password have a % that stands for no character"));
    }
    if !crate::mail::is_server(&url) {
        return Err(ConfigError::Smtp("behind the question mark only tls=required or tls=opportunistic is known"));
    }
    Ok(url)
}

/// The address under which people come: it stands in every link.
pub(super) fn public_url(typed: &str) -> Result<Url, ConfigError> {
    let fits = |url: &Url| {
        matches!(url.scheme(), "http" | "https") && url.query().is_none() && url.fragment().is_none() && url.username().is_empty() && url.password().is_none()
    };
    Url::parse(typed).ok().filter(fits).ok_or(ConfigError::PublicUrl)
}

/// Whether every percent sign is followed by two digits, and what they stand for is text.
fn is_encoded(text: &str) -> bool {
    let mut parts = text.split('%');
    let mut bytes = parts.next().unwrap_or_default().as_bytes().to_vec();
    for part in parts {
        let Some((digits, rest)) = part.split_at_checked(2) else { return false };
        let Some(byte) = digits.bytes().all(|digit| digit.is_ascii_hexdigit()).then(|| u8::from_str_radix(digits, 16).ok()).flatten() else { return false };
        bytes.push(byte);
        bytes.extend_from_slice(rest.as_bytes());
    }
    String::from_utf8(bytes).is_ok()
}

/// A sentence in which addresses stand without user name and password.
pub fn without_user_info(text: &str) -> String {
    let mut out = String::new();
    let mut rest = text;
    while let Some((before, after)) = rest.split_once("://") {
        let end = after.find(|c: char| c.is_whitespace() || matches!(c, '"' | '\'' | '`')).unwrap_or(after.len());
        let (address, further) = after.split_at_checked(end).unwrap_or((after, ""));
        out.push_str(before);
        out.push_str("://");
        out.push_str(address.rsplit_once('@').map_or(address, |(_, host)| host));
        rest = further;
    }
    out + rest
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_mail_server_that_cannot_be_used_is_refused_and_its_password_is_not_told() {
        for typed in [
            "smtps://user:geheim@host:99999",
            "smtps://user:geheim@",
            "smtps://user:geheim%zz@host",
            "smtps://user:geheim%2@host",
            "smtps://user:geheim%ff@host",
            "http://user:geheim@host",
            "user:geheim@host",
            "user:geheim",
            "smtp://user:geheim@host?tls=perhaps",
            "",
        ] {
            let said = smtp(typed).unwrap_err().to_string();
            assert!(!said.contains("geheim") && said.contains("--smtp must be"), "{typed}: {said}");
        }
        for typed in ["smtp://localhost:25", "smtps://hub%40example.org:p%C3%A4ss%25@host", "smtp://u:p@host:587?tls=required"] {
            assert!(smtp(typed).is_ok(), "{typed}");
        }
    }

    #[test]
    fn the_public_address_holds_nothing_that_must_not_stand_in_links() {
        for typed in [
            "https://user:geheim@hub.example.org",
            "https://user@hub.example.org",
            "https://hub.example.org/?a",
            "ftp://hub.example.org",
            "hub",
            "https://u:geheim@h:99999",
        ] {
            let said = public_url(typed).unwrap_err().to_string();
            assert!(!said.contains("geheim"), "{said}");
        }
        assert!(public_url("https://hub.example.org/nabe").is_ok());
    }

    #[test]
    fn sentences_lose_user_names_and_passwords_of_addresses_and_nothing_else() {
        assert_eq!(without_user_info("no 'smtps://user:p@ss@host:1' and `postgres://u:p@h/d`"), "no 'smtps://host:1' and `postgres://h/d`");
        assert_eq!(without_user_info("write to it@example.org, https://example.org/ for more"), "write to it@example.org, https://example.org/ for more");
    }
}
