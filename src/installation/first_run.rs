//! The first run: whoever can read the server's start output may set the installation up, and nobody else on the network.

use std::sync::{Mutex, MutexGuard, PoisonError};

use crate::keys::{Keys, digest};
use crate::ui::Fields;

/// Letters and digits that cannot be mistaken for each other; 32 of them, five bits each.
const LETTERS: &[u8; 32] = b"ABCDEFGHJKLMNPQRSTUVWXYZ23456789";
const LENGTH: usize = 12;

/// The code of this start, and what has been entered so far.
pub struct FirstRun {
    code: String,
    entered: Mutex<Entered>,
}

/// What has been entered so far; kept in memory only.
#[derive(Default)]
struct Entered {
    pass: Option<[u8; 32]>,
    draft: Fields,
    password_hash: String,
}

impl Default for FirstRun {
    fn default() -> Self {
        let letter = |byte: u8| LETTERS.get(usize::from(byte % 32)).copied().map_or('A', char::from);
        let code: Vec<char> = Keys::random_bytes().into_iter().take(LENGTH).map(letter).collect();
        let code = code.chunks(4).map(|part| part.iter().collect::<String>()).collect::<Vec<_>>().join("-");
        Self { code, entered: Mutex::default() }
    }
}

impl FirstRun {
    /// The code, for the start output alone.
    pub fn code(&self) -> &str {
        &self.code
    }

    /// Whether this is the code, however it was typed; then a pass for the browser that typed it. An earlier pass ends.
    pub fn enter(&self, typed: &str) -> Option<String> {
        let plain = |text: &str| text.chars().filter(char::is_ascii_alphanumeric).collect::<String>().to_ascii_uppercase();
        // Hashes are compared, so that the time says nothing of how much was right.
        if digest(&[b"code", plain(typed).as_bytes()]) != digest(&[b"code", plain(&self.code).as_bytes()]) {
            return None;
        }
        let pass = crate::keys::hex(&Keys::random_bytes());
        self.lock().pass = Some(digest(&[b"pass", pass.as_bytes()]));
        Some(pass)
    }

    /// Whether a browser has entered the code.
    pub fn is_open(&self, pass: &str) -> bool {
        self.lock().pass == Some(digest(&[b"pass", pass.as_bytes()]))
    }

    /// What has been entered so far.
    pub fn draft(&self) -> Fields {
        self.lock().draft.clone()
    }

    /// Keeps what was entered, without passwords.
    pub fn keep(&self, fields: &Fields) {
        let mut entered = self.lock();
        for (name, value) in fields.0.iter().filter(|(name, _)| !matches!(name.as_str(), "key" | "password" | "code")) {
            entered.draft.0.retain(|(known, _)| known != name);
            entered.draft.0.push((name.clone(), value.clone()));
        }
    }

    /// Keeps the hash of the password.
    pub fn keep_password(&self, hash: String) {
        self.lock().password_hash = hash;
    }

    /// The hash of the password; empty before there is one.
    pub fn password_hash(&self) -> String {
        self.lock().password_hash.clone()
    }

    /// Forgets everything.
    pub fn clear(&self) {
        *self.lock() = Entered::default();
    }

    fn lock(&self) -> MutexGuard<'_, Entered> {
        self.entered.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
