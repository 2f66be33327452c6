//! Passwords: long rather than complicated (NIST SP 800-63B, OWASP ASVS 5.0, 6.2), kept as argon2id.

use argon2::Argon2;
use argon2::password_hash::phc::PasswordHash;
use argon2::password_hash::{PasswordHasher, PasswordVerifier};

use tokio::sync::{Semaphore, SemaphorePermit};

use super::guess;
use crate::problem::Problem;

/// Shortest password.
pub const LETTERS_AT_LEAST: usize = 12;
/// Longest password; more would only keep the processor busy.
pub const LETTERS_AT_MOST: usize = 200;
/// Why a password is not taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum Refused {
    /// Fewer than twelve letters.
    #[error("the password needs at least {LETTERS_AT_LEAST} characters")]
    TooShort,
    /// More than two hundred.
    #[error("the password may have at most {LETTERS_AT_MOST} characters")]
    TooLong,
    /// One of those that are tried first.
    #[error("this password is on the list of those that are tried first; take several words that only you put together")]
    Known,
    /// The hash cannot be made.
    #[error("the password cannot be kept")]
    Broken,
}

/// Checks and hashes a new password. `about` is what everybody knows of its owner: name, mail address, hub. Slow on purpose: not
/// inside a transaction, not on a thread of the runtime.
pub fn hash(password: &str, about: &[&str]) -> Result<String, Refused> {
    let letters = password.chars().count();
    if letters < LETTERS_AT_LEAST {
        return Err(Refused::TooShort);
    }
    if letters > LETTERS_AT_MOST {
        return Err(Refused::TooLong);
    }
    if guess::is_common(password, about) {
        return Err(Refused::Known);
    }
    hash_unchecked(password)
}

/// Hashes without checking, for the sample account of the demo, whose password is shown anyway.
pub fn hash_unchecked(password: &str) -> Result<String, Refused> {
    Argon2::default().hash_password(password.as_bytes()).map(|hash| hash.to_string()).map_err(|_| Refused::Broken)
}

/// Work on passwords takes memory and time: so much at once, or a flood of sign-ins would take the machine's.
static TURNS: Semaphore = Semaphore::const_new(2);

/// Waits for one's turn. Whoever holds it does the work and notes a failure before the next guess is looked at, so that guesses sent
/// at the same time are counted like guesses sent one after the other.
pub async fn turn() -> Result<SemaphorePermit<'static>, Problem> {
    TURNS.acquire().await.map_err(|_| Problem::Busy)
}

/// Whether a password fits a hash. Without a hash the same work is done, so that the time does not tell which accounts there are.
pub fn fits(password: &str, hash: Option<&str>) -> bool {
    // Who was invited and has set no password yet has an empty one.
    let Some(hash) = hash.filter(|hash| !hash.is_empty()) else {
        let _ = hash_unchecked(password);
        return false;
    };
    PasswordHash::new(hash).is_ok_and(|hash| Argon2::default().verify_password(password.as_bytes(), &hash).is_ok())
}
