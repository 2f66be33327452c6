//! Public pages come from memory, and still never tell yesterday's news.

use axum::http::Method;
use nabe::features::events::OccurrenceState;

use crate::support::{Plan, bare, journeys};

journeys! {
    async fn a_kept_page_changes_at_once_after_a_booking(hub) {
        let date = hub.offer(Plan::seats(12)).await;
        for path in ["/alpha/events".to_owned(), date.page()] {
            hub.get(&path).await.says("Noch 12 von 12 Plätzen frei");
        }
        let anna = hub.register("Anna", &date).await;
        for path in ["/alpha/events".to_owned(), date.page()] {
            hub.get(&path).await.says("Noch 11 von 12 Plätzen frei");
        }
        hub.cancel(&anna).await.is(303);
        hub.get(&date.page()).await.says("Noch 12 von 12 Plätzen frei");
        hub.edit(&date, |date| date.state = OccurrenceState::Cancelled).await;
        hub.get(&date.page()).await.says("Fällt aus");
    }

    async fn a_page_that_has_not_changed_is_not_sent_again(hub) {
        let date = hub.offer(Plan::seats(12)).await;
        let page = hub.get(&date.page()).await;
        let tag = page.header("etag").to_owned();
        assert!(tag.starts_with('"') && tag.ends_with('"') && tag.len() > 8, "{tag}");
        assert_eq!((page.header("cache-control"), page.header("vary")), ("no-cache", "accept-encoding"));
        for known in [tag.clone(), format!("W/{tag}"), format!("\"other\", {tag}")] {
            let same = hub.get_with(&date.page(), &[("if-none-match", &known)]).await;
            same.is(304);
            assert!(same.body.is_empty());
            assert_eq!(same.header("etag"), tag);
        }
        hub.register("Anna", &date).await;
        let changed = hub.get_with(&date.page(), &[("if-none-match", &tag)]).await;
        changed.is(200);
        assert_ne!(changed.header("etag"), tag);
    }

    async fn asking_only_for_the_head_spoils_no_page(hub) {
        let date = hub.offer(Plan::seats(12)).await;
        for path in [date.page(), "/alpha/".to_owned(), "/alpha/events".to_owned(), "/alpha/events/month".to_owned()] {
            let head = hub.send(bare(Method::HEAD, &path)).await;
            head.is(200);
            let page = hub.get(&path).await;
            assert!(page.text().contains("</html>"), "{path} is whole after HEAD");
            assert_eq!(head.header("etag"), page.header("etag"), "{path}");
            let again = hub.send(bare(Method::HEAD, &path)).await;
            assert_eq!(again.header("etag"), page.header("etag"), "{path}");
        }
    }

    async fn what_one_visitor_writes_into_the_address_is_not_shown_to_the_next(hub) {
        let date = hub.offer(Plan::seats(12)).await;
        for path in [date.page(), "/alpha/".to_owned(), "/alpha/events".to_owned(), "/alpha/events/month".to_owned(), "/alpha/imprint".to_owned()] {
            hub.get(&format!("{path}?q=Fremdes&x=Fremdes&month=2031-05")).await;
            let page = hub.get(&path).await;
            assert!(!page.text().contains("Fremdes") && !page.text().contains("2031-05\""), "{path}");
        }
    }

    async fn the_compressed_page_reads_the_same(hub) {
        use std::io::Read as _;
        let date = hub.offer(Plan::seats(12)).await;
        let plain = hub.get(&date.page()).await;
        let zipped = hub.get_with(&date.page(), &[("accept-encoding", "br, gzip")]).await;
        assert_eq!(zipped.header("content-encoding"), "gzip");
        let mut html = String::new();
        flate2::read::GzDecoder::new(zipped.body.as_ref()).read_to_string(&mut html).unwrap();
        assert_eq!(html, plain.text());
        let refused = hub.get_with(&date.page(), &[("accept-encoding", "gzip;q=0")]).await;
        assert_eq!((refused.header("content-encoding"), refused.text()), ("", plain.text()));
    }

    async fn hubs_languages_and_filters_are_kept_apart(hub) {
        let date = hub.offer(Plan::seats(12)).await;
        hub.get("/alpha/events").await.says("Sicher im Netz");
        hub.get("/beta/events").await.does_not_say("Sicher im Netz");
        assert!(hub.get("/alpha/en/events").await.text().contains("<html lang=\"en\">"));
        assert!(hub.get("/alpha/events").await.text().contains("<html lang=\"de\">"));
        hub.get("/alpha/events?q=Netz").await.says("Sicher im Netz");
        hub.get("/alpha/events?q=Garten").await.does_not_say("Sicher im Netz");
        hub.get(&format!("/beta/events/{}", date.slug)).await.is(404);
        let both = hub.offer(Plan::seats(5).in_hub("beta").titled("Nur in beta")).await;
        hub.get(&both.page()).await.says("Nur in beta");
        hub.get(&both.page().replace("/beta/", "/alpha/")).await.is(404);
    }

    async fn a_page_ends_when_it_would_read_differently(hub) {
        let mut plan = Plan::seats(12);
        plan.admission.closes = hub.now().plus(booking::Span::from_hours(1));
        let date = hub.offer(plan).await;
        hub.get(&date.page()).await.says("Noch 12 von 12 Plätzen frei");
        hub.advance_clock(60);
        hub.get(&date.page()).await.says("Anmeldung beendet");
        hub.get("/alpha/").await.says("Heute bis 18 Uhr geöffnet");
        hub.advance_clock(15 * 60);
        hub.get("/alpha/").await.does_not_say("Heute bis 18 Uhr geöffnet");
    }

    async fn pages_read_while_people_book_never_promise_more_than_there_is_afterwards(hub) {
        let date = hub.offer(Plan::seats(30)).await;
        let mut work = tokio::task::JoinSet::new();
        for n in 0..30_u8 {
            let (hub, form) = (hub.caller(n), hub.stale_form_for(&format!("Gast {n}"), &date));
            let page = date.page();
            work.spawn(async move {
                hub.submit(&form).await.is(303);
                hub.get(&page).await.is(200);
            });
        }
        work.join_all().await;
        hub.get(&date.page()).await.says("Warteliste").does_not_say("Plätzen frei");
    }
}
