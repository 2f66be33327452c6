//! A mail to whoever runs the server. It goes past the outbox: when the disk is full no row could be written, and that is when it counts.

use super::backups::Why;
use crate::app::App;
use crate::mail::{self, Letter};
use crate::texts::{Lang, Texts};

/// Tells the operator that a backup failed; whether the mail left. Without an address there is nobody to tell.
pub(super) async fn raise(app: &App, why: Why) -> bool {
    let Some(address) = app.config().operator_mail.clone() else { return true };
    let letter = letter(app, address, why);
    match mail::send_past_the_outbox(app, &letter).await {
        Ok(()) => true,
        Err(reason) => {
            tracing::warn!(reason, "the operator could not be told that a backup failed");
            false
        }
    }
}

fn letter(app: &App, address: String, why: Why) -> Letter {
    let host = app.config().public_url.host_str().unwrap_or("localhost").to_owned();
    let half = |lang: Lang| {
        let t = Texts { lang };
        format!("{}\n\n{}\n{}", t.operation_alarm_text(host.as_str()), reason(t, why), t.operation_alarm_next())
    };
    Letter {
        to: (String::new(), address),
        from_name: "Nabe".to_owned(),
        reply_to: String::new(),
        subject: Texts { lang: Lang::De }.operation_alarm_subject(host.as_str()),
        text: format!("{}\n\n--\n\n{}\n", half(Lang::De), half(Lang::En)),
        invitation: None,
        message_id: crate::ids::uuid_at(app.clock().now()).simple().to_string(),
    }
}

/// Why a backup failed, and what to do.
pub(super) fn reason(t: Texts, why: Why) -> &'static str {
    match why {
        Why::NoRoom => t.operation_why_no_room(),
        Why::Unsound => t.operation_why_unsound(),
        Why::Other => t.operation_why_other(),
    }
}
