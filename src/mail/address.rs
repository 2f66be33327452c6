//! A mail address that a mail server would take.

use std::borrow::Cow;

use url::Host;

/// Whether mails can be sent from this address; a name without dots is enough for a server of one's own.
pub fn is_sender(typed: &str) -> bool {
    typed.parse::<lettre::Address>().is_ok()
}

/// A checked mail address in the form of RFC 5321: one at sign, a domain with a dot, no blanks or control characters. The domain may be
/// written in any letters; before the at sign only a mail server that speaks RFC 6531 would take others than ASCII.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EmailAddress(String);

impl EmailAddress {
    /// Checks what somebody typed; blanks around it are dropped.
    pub fn parse(typed: &str) -> Option<Self> {
        let text = typed.trim();
        let (local, domain) = text.rsplit_once('@')?;
        let domain = in_ascii(domain)?;
        let plain = local.len() <= 64
            && text.len() <= 254
            && !local.is_empty()
            && local.bytes().all(|byte| byte.is_ascii_graphic() && !b"@<>()[],;:\\\"".contains(&byte));
        let labels = domain.split('.').collect::<Vec<_>>();
        let sound = labels.len() >= 2
            && labels.iter().all(|label| {
                (1..=63).contains(&label.len())
                    && label.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-')
                    && !label.starts_with('-')
                    && !label.ends_with('-')
            });
        let dots = !local.starts_with('.') && !local.ends_with('.') && !local.contains("..");
        (plain && sound && dots && lettre::Address::new(local, domain.as_ref()).is_ok()).then(|| Self(text.to_owned()))
    }

    /// The address as typed.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// The address as mail servers and calendars exchange it: the domain in ASCII (RFC 5891). What is no address stays as it is.
pub fn on_the_wire(address: &str) -> Cow<'_, str> {
    match address.trim().rsplit_once('@').and_then(|(local, domain)| Some((local, in_ascii(domain)?))) {
        Some((local, Cow::Owned(domain))) => Cow::Owned(format!("{local}@{domain}")),
        _ => Cow::Borrowed(address),
    }
}

/// A domain in ASCII; nothing when its letters make none.
fn in_ascii(domain: &str) -> Option<Cow<'_, str>> {
    if domain.is_ascii() {
        return Some(Cow::Borrowed(domain));
    }
    // Addresses of the web may be percent-encoded, domains of mail not.
    match Host::parse(domain).ok()? {
        Host::Domain(ascii) if !domain.contains('%') => Some(Cow::Owned(ascii)),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_domain_in_any_letters_goes_out_in_ascii() {
        let typed = EmailAddress::parse(" Anna@Müller.example ").unwrap();
        assert_eq!((typed.as_str(), on_the_wire(typed.as_str()).as_ref()), ("Anna@Müller.example", "Anna@xn--mller-kva.example"));
        assert_eq!(on_the_wire("anna@example.org"), "anna@example.org");
        assert_eq!(on_the_wire("no address"), "no address");
        for wrong in ["jörg@example.org", "a@ü", "a@ü%41.example", "a@ü ä.example", "a@ü..example", "a@１２７.0.0.1", "a@ü.example:25", "a@ü/x.example"]
        {
            assert_eq!(EmailAddress::parse(wrong), None, "{wrong}");
        }
    }
}
