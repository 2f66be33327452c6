//! A mail address that a mail server would take.

/// A checked mail address in the form of RFC 5321: one at sign, a domain with a dot, no blanks or control characters.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EmailAddress(String);

impl EmailAddress {
    /// Checks what somebody typed; blanks around it are dropped.
    pub fn parse(typed: &str) -> Option<Self> {
        let text = typed.trim();
        let (local, domain) = text.rsplit_once('@')?;
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
        (plain && sound && dots && lettre::Address::new(local, domain).is_ok()).then(|| Self(text.to_owned()))
    }

    /// The address as typed.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}
