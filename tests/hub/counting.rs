//! How many dates a list says there are.

use jiff::ToSpan;
use jiff::civil::{Date, date};
use nabe::features::events::State;

use crate::support::{Plan, journeys};

journeys! {
    async fn a_list_counts_what_is_to_come_and_no_drafts(hub) {
        let days = |first: Date, count: i64| (0..count).map(|ahead| first.saturating_add(ahead.days())).collect::<Vec<_>>();
        hub.offer_dates(Plan::seats(5).on_days(&days(date(2026, 12, 8), 40))).await;
        hub.offer_dates(Plan { state: State::Draft, ..Plan::seats(5) }.on_days(&days(date(2026, 12, 8), 3))).await;
        hub.offer_dates(Plan::seats(5).on_days(&days(date(2026, 11, 17), 2))).await;
        hub.offer_dates(Plan::seats(5).in_hub("beta").on_days(&days(date(2026, 12, 8), 7))).await;
        for (path, words) in [
            ("/alpha/events", ["40 Termine", "1 bis 36 von 40"]),
            ("/alpha/events?page=2", ["40 Termine", "37 bis 40 von 40"]),
            ("/alpha/events?topic=digital", ["40 Termine", "1 bis 36 von 40"]),
            ("/alpha/events?topic=digital&page=2", ["40 Termine", "37 bis 40 von 40"]),
            ("/alpha/events?page=9", ["40 Termine", "Alle kommenden"]),
            ("/beta/events", ["7 Termine", "Saal"]),
        ] {
            for said in words {
                hub.get(path).await.says(said);
            }
        }
        hub.get("/alpha/events?topic=rooms").await.says("0 Termine");
    }
}
