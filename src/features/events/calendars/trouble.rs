//! Why a calendar could not be read, as a word in the database and in words for staff.

use crate::fetch::Trouble;
use crate::texts::Texts;

/// The file that came is no calendar, or too large a one.
pub const UNUSABLE: &str = "unusable";

/// The word in the database.
pub fn word(trouble: Trouble) -> String {
    match trouble {
        Trouble::Address => "address".to_owned(),
        Trouble::Name => "name".to_owned(),
        Trouble::Internal => "internal".to_owned(),
        Trouble::Connection => "connection".to_owned(),
        Trouble::Tls => "tls".to_owned(),
        Trouble::Slow => "slow".to_owned(),
        Trouble::Large => "large".to_owned(),
        Trouble::Hops => "hops".to_owned(),
        Trouble::Answer => "answer".to_owned(),
        Trouble::Status(status) => format!("status-{status}"),
    }
}

/// What staff read.
pub fn words(t: Texts, word: &str) -> String {
    if let Some(status) = word.strip_prefix("status-") {
        return if matches!(status, "404" | "410") { t.calendars_trouble_missing().to_owned() } else { t.calendars_trouble_status(status) };
    }
    let words = match word {
        "address" => t.calendars_trouble_address(),
        "name" => t.calendars_trouble_name(),
        "internal" => t.calendars_trouble_internal(),
        "connection" => t.calendars_trouble_connection(),
        "tls" => t.calendars_trouble_tls(),
        "slow" => t.calendars_trouble_slow(),
        "large" => t.calendars_trouble_large(),
        "hops" => t.calendars_trouble_hops(),
        UNUSABLE => t.calendars_trouble_unusable(),
        _ => t.calendars_trouble_answer(),
    };
    words.to_owned()
}
