//! What whoever runs the server sees: probes and metrics.

use std::collections::HashMap;
use std::net::{IpAddr, Ipv4Addr};

use axum::http::Method;
use nabe::auth::Role;

use crate::own_hub::{Colleague, lead};
use crate::support::{METRICS_TOKEN, Plan, TestHub, bare, journeys};

/// A call from this machine itself.
fn local(hub: &TestHub) -> TestHub {
    hub.caller_at(IpAddr::V4(Ipv4Addr::LOCALHOST))
}

/// The metrics by name and labels. Every line must be one of the format's, and stand below its type.
async fn metrics(hub: &TestHub) -> HashMap<String, String> {
    let page = local(hub).get("/metrics").await;
    page.is(200);
    assert_eq!(page.header("content-type"), "text/plain; version=0.0.4; charset=utf-8");
    let (mut read, mut kinds) = (HashMap::new(), HashMap::new());
    for line in page.text().lines() {
        if let Some(comment) = line.strip_prefix("# ") {
            let mut words = comment.split(' ');
            if words.next() == Some("TYPE") {
                assert!(kinds.insert(words.next().unwrap().to_owned(), words.next().unwrap().to_owned()).is_none(), "a metric is opened twice: {line}");
            }
            continue;
        }
        let (series, value) = line.rsplit_once(' ').unwrap_or_else(|| panic!("no value: {line}"));
        let name = series.split('{').next().unwrap();
        let family = ["_bucket", "_sum", "_count"].iter().find_map(|end| name.strip_suffix(end)).filter(|name| kinds.contains_key(*name)).unwrap_or(name);
        assert!(kinds.contains_key(family), "{name} has no type");
        assert!(value.parse::<f64>().is_ok() && read.insert(series.to_owned(), value.to_owned()).is_none(), "no number, or twice: {line}");
    }
    read
}

journeys! {
    async fn the_server_is_ready_until_it_is_told_to_end(hub) {
        assert_eq!(hub.get("/health/ready").await.is(200).text(), r#"{"ready":true}"#);
        assert_eq!(hub.get_with("/health/live", &[("host", "10.0.0.7:8080")]).await.text(), "ok\n", "a probe names whatever host it likes");
        hub.app().drain().begin();
        let ending = hub.send_unchecked(bare(Method::GET, "/health/ready")).await;
        assert_eq!(ending.is(503).text(), r#"{"ready":false,"reason":"draining"}"#);
        // An ending server must not be killed for it, and what still comes is answered.
        hub.get("/health/live").await.is(200);
        hub.get("/alpha/").await.is(200);
    }

    async fn the_metrics_are_for_this_machine_named_networks_and_the_token(hub) {
        let from = |headers: &'static [(&'static str, &'static str)]| {
            let hub = local(&hub);
            async move { hub.get_with("/metrics", headers).await.status.as_u16() }
        };
        assert_eq!(from(&[]).await, 200);
        hub.get("/metrics").await.is(403);
        // The proxy on this machine is trusted: it counts for whom it asks.
        assert_eq!(from(&[("x-forwarded-for", "203.0.113.9")]).await, 403);
        assert_eq!(from(&[("x-forwarded-for", "203.0.113.9, 127.0.0.1")]).await, 403);
        for passed_on in [("x-real-ip", "203.0.113.9"), ("forwarded", "for=203.0.113.9"), ("via", "1.1 proxy"), ("x-forwarded-proto", "https")] {
            // Says that somebody else asks, and not who.
            local(&hub).get_with("/metrics", &[passed_on]).await.is(403);
        }
        let bearer = format!("Bearer {METRICS_TOKEN}");
        hub.get_with("/metrics", &[("authorization", &bearer)]).await.is(200);
        for wrong in ["Bearer ", "Bearer something", METRICS_TOKEN, "Basic x"] {
            hub.get_with("/metrics", &[("authorization", wrong)]).await.is(403);
        }
    }

    async fn the_metrics_count_what_happened_and_name_nobody(hub) {
        let date = hub.offer(Plan::seats(1)).await;
        let before = metrics(&hub).await;
        hub.get("/alpha/events").await;
        hub.get("/alpha/nothing-here").await;
        let guest = hub.register("Gerda Schmalfuss", &date).await;
        hub.submit(&hub.stale_form_for("Kaethe Uebermut", &date)).await.is(409);
        let after = metrics(&hub).await;
        let count = |metrics: &HashMap<String, String>, series: &str| metrics.get(series).map_or(0, |value| value.parse::<u64>().unwrap());
        let rose = |series: &str| count(&after, series) - count(&before, series);
        assert_eq!(rose(r#"nabe_bookings_total{outcome="confirmed"}"#), 1, "{after:#?}");
        assert_eq!(rose(r#"nabe_bookings_total{outcome="refused"}"#), 1);
        assert_eq!(rose(r#"nabe_bookings_total{outcome="unknown"}"#), 0);
        assert_eq!(rose(r#"nabe_http_requests_total{route="/events",status="2xx"}"#), 1);
        assert!(rose(r#"nabe_http_requests_total{route="-",status="4xx"}"#) >= 1);
        assert!(rose(r#"nabe_http_request_seconds_count{kind="write"}"#) >= 2);
        assert!(rose("nabe_database_commit_seconds_count") >= 1);
        assert_eq!(after[r#"nabe_outbox_mails{hub="alpha",state="queued"}"#], "0", "looked at a moment ago");
        assert_eq!(after[r#"nabe_outbox_overdue_seconds{hub="beta"}"#], "0");
        assert_eq!(after["nabe_draining"], "0");
        assert!(count(&after, "nabe_disk_free_bytes") > 0 && count(&after, "process_resident_memory_bytes") > 0);
        let page = local(&hub).get("/metrics").await;
        let booking = hub.booking(&guest).await;
        for personal in ["Schmalfuss", "Uebermut", "@", booking.code.as_str(), "198.51.100"] {
            assert!(!page.text().contains(personal), "{personal} stands in the metrics");
        }
    }

    async fn mails_that_cannot_leave_are_seen_with_their_age(hub) {
        let date = hub.offer(Plan::seats(3)).await;
        hub.register("Anna Beispiel", &date).await;
        let now = hub.now();
        let waiting = hub.read("alpha", move |tx, hub| nabe::mail::outbox::backlog(tx, hub, now)).await;
        assert_eq!((waiting.queued, waiting.parked, waiting.overdue_micros), (1, 0, 0));
        // Three failures, each with its pause: the mail does not grow young by being tried again.
        for _ in 0..3 {
            hub.write("alpha", |tx, hub, now| {
                for row in nabe::mail::outbox::claim(tx, hub, now, 16)? {
                    nabe::mail::outbox::failed(tx, hub, &row, false, "no connection", now)?;
                }
                Ok(())
            }).await;
            hub.advance_clock(1);
        }
        let now = hub.now();
        let waiting = hub.read("alpha", move |tx, hub| nabe::mail::outbox::backlog(tx, hub, now)).await;
        let seconds = waiting.overdue_micros / 1_000_000;
        assert_eq!((waiting.queued, seconds), (1, 105), "three minutes late, less by how much the tries came later than they could");
    }

    async fn the_lead_sees_how_backups_stand(hub) {
        let lena = lead(&hub).await;
        lena.get("/alpha/staff/hub").await.is(200).says("Sicherungen");
        let page = lena.get("/alpha/staff/hub/backups").await;
        if hub.database().is_some() {
            page.is(200).says("Die Daten liegen in einer Datenbank Ihres IT-Betriebs.");
        } else {
            page.is(200).says("Noch keine Sicherung").says("Noch niemand.");
            nabe::db::copies::take(hub.data_folder(), None, &["booking"], hub.app().clock()).unwrap();
            lena.get("/alpha/staff/hub").await.says("heute, ");
            lena.get("/alpha/staff/hub/backups").await.says("heute, ").does_not_say("Noch keine Sicherung");
            lena.get("/alpha/en/staff/hub/backups").await.is(200).says("today, ");
        }
        let staff = Colleague::new(&hub, "sven@example.org", Role::Staff).await;
        staff.get("/alpha/staff/hub/backups").await.is(403);
    }
}
