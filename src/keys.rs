//! Signs what leaves the program and comes back: links to one's own registration, forms. HMAC-SHA-256 (RFC 2104), cut to 16 bytes.

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use hmac::{Hmac, KeyInit, Mac};
use sha2::{Digest, Sha256};
use uuid::Uuid;

use crate::clock::Instant;
use crate::db::HubId;

const TAG: usize = 16;
/// How long a form may stay open: a day, so that a draft survives the night (EN 301 549, 2.2.1).
const FORM_HOURS: i64 = 24;

/// The installation's signing key, taken in once: each signature goes on from a copy of that state.
#[derive(Clone)]
pub struct Keys(Hmac<Sha256>);

/// A form's token: proves that the form came from us, and is the key by which a repeated post is known.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FormToken(String);

impl FormToken {
    /// The text for the hidden field and for the column of keys.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl FormToken {
    /// When the form was made; nothing for a text that is no token.
    pub fn made(&self) -> Option<Instant> {
        let bytes = URL_SAFE_NO_PAD.decode(&self.0).ok()?;
        Some(Instant::from_micros(i64::from_be_bytes(bytes.get(..8)?.try_into().ok()?)))
    }
}

impl Keys {
    /// Keys on a secret of at least 32 random bytes.
    pub fn new(secret: &[u8]) -> Self {
        // HMAC takes keys of any length, so the error cannot happen; an empty fallback key is never used for that reason.
        Self(Hmac::new_from_slice(secret).unwrap_or_else(|_| Hmac::new(&hmac::digest::Key::<Hmac<Sha256>>::default())))
    }

    /// 32 bytes from the system.
    pub fn random_bytes() -> [u8; 32] {
        let mut bytes = [0; 32];
        // Without randomness from the system no key, token or code would be safe: nothing may go on.
        if getrandom::fill(&mut bytes).is_err() {
            std::process::abort();
        }
        bytes
    }

    /// The token of a link to one object of a hub.
    pub fn link(&self, purpose: &str, hub: HubId, id: Uuid) -> String {
        let mut bytes = id.as_bytes().to_vec();
        bytes.extend(self.tag(&[b"link", purpose.as_bytes(), &hub.raw().to_be_bytes(), id.as_bytes()]));
        URL_SAFE_NO_PAD.encode(bytes)
    }

    /// The object of a link, if the link is ours, of this hub and for this purpose.
    pub fn open_link(&self, purpose: &str, hub: HubId, token: &str) -> Option<Uuid> {
        let bytes = URL_SAFE_NO_PAD.decode(token).ok()?;
        let (id, tag) = bytes.split_at_checked(16)?;
        let id = Uuid::from_slice(id).ok()?;
        self.verify(&[b"link", purpose.as_bytes(), &hub.raw().to_be_bytes(), id.as_bytes()], tag).then_some(id)
    }

    /// A pass for one object of a hub that ends at an instant. It opens only together with `bound`, which its bearer need not know: when
    /// that changes, the pass ends.
    pub fn pass(&self, purpose: &str, hub: HubId, id: Uuid, ends: Instant, bound: &[u8]) -> String {
        let mut bytes = id.as_bytes().to_vec();
        bytes.extend(ends.micros().to_be_bytes());
        let tag = self.tag(&[b"pass", purpose.as_bytes(), &hub.raw().to_be_bytes(), &bytes, bound]);
        bytes.extend(tag);
        URL_SAFE_NO_PAD.encode(bytes)
    }

    /// The object that a pass claims to be for, unchecked: what it is bound to can be looked up by it.
    pub fn pass_id(pass: &str) -> Option<Uuid> {
        let bytes = URL_SAFE_NO_PAD.decode(pass).ok()?;
        (bytes.len() == 24 + TAG).then(|| Uuid::from_slice(bytes.get(..16)?).ok()).flatten()
    }

    /// When a pass ends or has ended, if it is ours, of this hub, for this purpose, and bound to this.
    pub fn open_pass(&self, purpose: &str, hub: HubId, pass: &str, bound: &[u8]) -> Option<Instant> {
        let bytes = URL_SAFE_NO_PAD.decode(pass).ok()?;
        let (head, tag) = bytes.split_at_checked(24)?;
        let ends = Instant::from_micros(i64::from_be_bytes(head.get(16..)?.try_into().ok()?));
        self.verify(&[b"pass", purpose.as_bytes(), &hub.raw().to_be_bytes(), head, bound], tag).then_some(ends)
    }

    /// A fresh token for a form shown to `who`: a session's hash, or nothing for guests.
    pub fn form(&self, who: &[u8], now: Instant) -> FormToken {
        let mut bytes = now.micros().to_be_bytes().to_vec();
        bytes.extend(Self::random_bytes().into_iter().take(16));
        let tag = self.tag(&[b"form", who, &bytes]);
        bytes.extend(tag);
        FormToken(URL_SAFE_NO_PAD.encode(bytes))
    }

    /// Checks the token of a form that came back: ours, for this person, not older than a day.
    pub fn open_form(&self, who: &[u8], now: Instant, token: &str) -> Option<FormToken> {
        let bytes = URL_SAFE_NO_PAD.decode(token).ok()?;
        let (head, tag) = bytes.split_at_checked(24)?;
        let made = i64::from_be_bytes(head.get(..8)?.try_into().ok()?);
        let age = now.micros().checked_sub(made)?;
        // A clock that jumped back must not refuse the forms that are open.
        let fresh = age < FORM_HOURS * 3_600_000_000;
        (fresh && self.verify(&[b"form", who, head], tag)).then(|| FormToken(token.to_owned()))
    }

    /// Stands for a text that must not be kept: the same under the same key, and nothing to anybody without it.
    pub fn blind(&self, text: &[u8]) -> Vec<u8> {
        self.tag(&[b"blind", text])
    }

    fn tag(&self, parts: &[&[u8]]) -> Vec<u8> {
        self.mac(parts).finalize().into_bytes().iter().copied().take(TAG).collect()
    }

    fn verify(&self, parts: &[&[u8]], tag: &[u8]) -> bool {
        tag.len() == TAG && self.mac(parts).verify_truncated_left(tag).is_ok()
    }

    fn mac(&self, parts: &[&[u8]]) -> Hmac<Sha256> {
        let mut mac = self.0.clone();
        for part in parts {
            // Lengths go in too: ("ab", "c") and ("a", "bc") must not sign alike.
            mac.update(&u64::try_from(part.len()).unwrap_or(u64::MAX).to_be_bytes());
            mac.update(part);
        }
        mac
    }
}

/// Bytes as hexadecimal digits.
pub fn hex(bytes: &[u8]) -> String {
    bytes.iter().fold(String::with_capacity(bytes.len() * 2), |mut text, byte| {
        text.extend([byte >> 4, byte & 15].map(|half| char::from_digit(u32::from(half), 16).unwrap_or('0')));
        text
    })
}

/// SHA-256 of the parts, for tokens that are kept only as hash and for the fingerprint of a form.
pub fn digest(parts: &[&[u8]]) -> [u8; 32] {
    let mut sha = Sha256::new();
    for part in parts {
        sha.update(u64::try_from(part.len()).unwrap_or(u64::MAX).to_be_bytes());
        sha.update(part);
    }
    sha.finalize().into()
}

#[cfg(test)]
mod tests {
    use booking::Span;
    use proptest::prelude::*;

    use super::*;

    const NOW: Instant = Instant::from_micros(1_800_000_000_000_000);
    const HUB: HubId = HubId::from_raw(1);

    #[test]
    fn a_link_opens_only_what_it_was_made_for() {
        let (keys, id) = (Keys::new(&[7; 32]), Uuid::from_u128(42));
        let token = keys.link("registration", HUB, id);
        assert_eq!(keys.open_link("registration", HUB, &token), Some(id));
        assert_eq!(keys.open_link("other", HUB, &token), None);
        assert_eq!(keys.open_link("registration", HubId::from_raw(2), &token), None);
        assert_eq!(Keys::new(&[8; 32]).open_link("registration", HUB, &token), None);
    }

    #[test]
    fn a_pass_opens_only_together_with_what_it_is_bound_to() {
        let (keys, id) = (Keys::new(&[7; 32]), Uuid::from_u128(42));
        let pass = keys.pass("training", HUB, id, NOW, b"MARKT246");
        assert_eq!((Keys::pass_id(&pass), keys.open_pass("training", HUB, &pass, b"MARKT246")), (Some(id), Some(NOW)));
        assert_eq!(keys.open_pass("training", HUB, &pass, b"HAFEN357"), None);
        assert_eq!(keys.open_pass("people", HUB, &pass, b"MARKT246"), None);
        assert_eq!(keys.open_pass("training", HubId::from_raw(2), &pass, b"MARKT246"), None);
        assert_eq!(Keys::new(&[8; 32]).open_pass("training", HUB, &pass, b"MARKT246"), None);
        for (place, letter) in pass.char_indices() {
            let forged: String = pass.char_indices().map(|(n, c)| if n == place { if letter == 'A' { 'B' } else { 'A' } } else { c }).collect();
            assert_eq!(keys.open_pass("training", HUB, &forged, b"MARKT246"), None, "letter {place}");
        }
        assert_eq!((Keys::pass_id("x"), keys.open_pass("training", HUB, "", b"MARKT246")), (None, None));
    }

    #[test]
    fn a_form_counts_for_a_day_for_its_person_even_when_the_clock_was_set_back() {
        let keys = Keys::new(&[7; 32]);
        let token = keys.form(b"guest", NOW);
        let open = |who: &[u8], now| keys.open_form(who, now, token.as_str()).is_some();
        assert!(open(b"guest", NOW.plus(Span::from_hours(23))));
        assert!(!open(b"guest", NOW.plus(Span::from_hours(24))));
        assert!(open(b"guest", NOW.minus(Span::from_hours(2))));
        assert!(!open(b"session", NOW));
    }

    proptest! {
        #[test]
        fn one_changed_letter_closes_a_token(place in 0_usize..43, letter in "[A-Za-z0-9_-]") {
            let keys = Keys::new(&[7; 32]);
            let token = keys.link("registration", HUB, Uuid::from_u128(42));
            let mut letters: Vec<char> = token.chars().collect();
            let new = letter.chars().next().unwrap();
            prop_assume!(letters[place] != new);
            letters[place] = new;
            let forged: String = letters.into_iter().collect();
            prop_assert_eq!(keys.open_link("registration", HUB, &forged), None);
        }
    }
}
