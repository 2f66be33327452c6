//! Where weaknesses are reported.

use crate::support::{TestHub, bare, journeys};
use axum::http::Method;

/// The fields of the file, in order.
async fn fields(hub: &TestHub, host: &str) -> Vec<(String, String)> {
    let mut request = bare(Method::GET, "/.well-known/security.txt");
    request.headers_mut().insert("host", host.parse().unwrap());
    let answer = hub.send(request).await;
    assert_eq!(answer.is(200).header("content-type"), "text/plain; charset=utf-8");
    answer.text().lines().map(|line| line.split_once(": ").map(|(name, value)| (name.to_owned(), value.to_owned())).unwrap()).collect()
}

/// As `nabe hub` would: past the program.
fn give_domain(hub: &TestHub) {
    const SQL: &str = "update hub set domain = 'alpha.example.net' where slug = 'alpha'";
    match hub.database() {
        Some(database) => database.superuser().batch_execute(SQL).unwrap(),
        None => rusqlite::Connection::open(hub.data_folder().join("nabe.sqlite")).unwrap().execute_batch(SQL).unwrap(),
    }
}

journeys! {
    async fn weaknesses_are_reported_where_security_txt_says(hub) {
        let found = fields(&hub, crate::support::HOST).await;
        let names: Vec<&str> = found.iter().map(|(name, _)| name.as_str()).collect();
        assert_eq!(names, ["Contact", "Expires", "Preferred-Languages", "Canonical"]);
        assert_eq!(found[0].1, "mailto:security@example.org");
        let until: jiff::Timestamp = found[1].1.parse().expect("RFC 3339");
        let days = (until.as_microsecond() - hub.now().micros()) / 86_400_000_000;
        assert!((150..365).contains(&days), "{days}");
        assert_eq!(found[3].1, "https://hub.example.org/.well-known/security.txt");
        hub.advance_clock(300 * 24 * 60);
        assert_ne!(fields(&hub, crate::support::HOST).await[1].1, found[1].1, "it never runs out");
    }

    async fn a_hubs_own_domain_says_the_same(hub) {
        let other = hub.clone();
        tokio::task::spawn_blocking(move || give_domain(&other)).await.unwrap();
        let found = fields(&hub, "alpha.example.net").await;
        assert_eq!(found[3].1, "https://alpha.example.net/.well-known/security.txt");
    }
}
