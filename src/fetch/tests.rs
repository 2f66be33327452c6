//! Against servers on this machine that behave badly.

use std::net::{Ipv4Addr, SocketAddr};
use std::time::Duration;

use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::TcpListener;
use url::Url;

use super::{Fetched, Fetcher, Known, Trouble};

/// Where the servers of the tests are: allowed here, unlike the rest of this machine.
const ALLOWED: Ipv4Addr = Ipv4Addr::new(127, 0, 0, 2);

fn fetcher(allowed: &[&str]) -> Fetcher {
    let allowed = allowed.iter().map(|net| net.parse().unwrap()).collect();
    Fetcher::new(&Url::parse("https://hub.example.org").unwrap(), allowed, 10_000).unwrap().patient(Duration::from_secs(2))
}

/// A server that answers each request with the next of these answers, and then goes on for ever if told so.
async fn server(at: Ipv4Addr, answers: Vec<String>, endless: bool) -> SocketAddr {
    let listener = TcpListener::bind((at, 0)).await.unwrap();
    let address = listener.local_addr().unwrap();
    tokio::spawn(async move {
        for answer in answers {
            let (mut stream, _) = listener.accept().await.unwrap();
            let mut asked = [0; 4096];
            let _ = stream.read(&mut asked).await;
            let _ = stream.write_all(answer.as_bytes()).await;
            while endless && stream.write_all(&[b'x'; 1000]).await.is_ok() {}
        }
    });
    address
}

fn file(body: &str) -> String {
    format!("HTTP/1.1 200 OK\r\ncontent-length: {}\r\netag: \"1\"\r\n\r\n{body}", body.len())
}

fn to(location: &str) -> String {
    format!("HTTP/1.1 302 Found\r\nlocation: {location}\r\ncontent-length: 0\r\n\r\n")
}

async fn ask(fetcher: &Fetcher, address: &str) -> Result<Fetched, Trouble> {
    fetcher.fetch(&Url::parse(address).unwrap(), &Known::default()).await
}

#[tokio::test]
async fn a_file_comes_with_what_is_known_of_it_and_304_says_that_nothing_changed() {
    let address = server(
        ALLOWED,
        vec![file("BEGIN"), "HTTP/1.1 304 Not Modified\r\n\r\n".to_owned(), "HTTP/1.1 500 Oops\r\ncontent-length: 0\r\n\r\n".to_owned()],
        false,
    )
    .await;
    let (fetcher, url) = (fetcher(&["127.0.0.2/32"]), format!("http://{address}/a.ics"));
    let known = Known { etag: "\"1\"".to_owned(), modified: String::new() };
    assert_eq!(ask(&fetcher, &url).await, Ok(Fetched::File(b"BEGIN".to_vec(), known)));
    assert_eq!(ask(&fetcher, &url).await, Ok(Fetched::Same));
    assert_eq!(ask(&fetcher, &url).await, Err(Trouble::Status(500)));
}

#[tokio::test]
async fn this_machine_is_not_asked_unless_the_operator_allows_it() {
    let address = server(Ipv4Addr::LOCALHOST, vec![file("secret"), file("secret")], false).await;
    let strict = fetcher(&[]);
    for host in ["127.0.0.1", "localhost", "[::ffff:127.0.0.1]", "0x7f.1", "2130706433", "[::1]"] {
        assert_eq!(ask(&strict, &format!("https://{host}/a.ics")).await, Err(Trouble::Internal), "{host}");
        assert_eq!(ask(&strict, &format!("http://{host}:{}/a.ics", address.port())).await, Err(Trouble::Address), "{host}");
        let elsewhere = fetcher(&["127.0.0.2/32"]);
        assert_eq!(ask(&elsewhere, &format!("http://{host}:{}/a.ics", address.port())).await, Err(Trouble::Internal), "{host}");
    }
    let allowed = ask(&fetcher(&["127.0.0.1/32"]), &format!("http://localhost:{}/a.ics", address.port())).await;
    assert!(matches!(allowed, Ok(Fetched::File(..))), "the same address, allowed: {allowed:?}");
}

#[tokio::test]
async fn every_hop_is_looked_at_and_there_are_three_of_them() {
    let secret = server(Ipv4Addr::LOCALHOST, vec![file("secret")], false).await;
    let fetcher = fetcher(&["127.0.0.2/32"]);
    for inside in [format!("http://{secret}/"), format!("http://localhost:{}/", secret.port()), "https://169.254.169.254/latest".to_owned()] {
        let address = server(ALLOWED, vec![to(&inside)], false).await;
        assert_eq!(ask(&fetcher, &format!("http://{address}/")).await, Err(Trouble::Internal), "{inside}");
    }
    for strange in ["file:///etc/passwd", "http://user:password@127.0.0.2/", "gopher://127.0.0.2/"] {
        let address = server(ALLOWED, vec![to(strange)], false).await;
        assert_eq!(ask(&fetcher, &format!("http://{address}/")).await, Err(Trouble::Address), "{strange}");
    }
    let hops = |number: usize| (0..number).map(|n| to(&format!("/{n}"))).chain([file("at last")]).collect::<Vec<_>>();
    let three = server(ALLOWED, hops(3), false).await;
    assert!(ask(&fetcher, &format!("http://{three}/")).await.is_ok());
    let four = server(ALLOWED, hops(4), false).await;
    assert_eq!(ask(&fetcher, &format!("http://{four}/")).await, Err(Trouble::Hops));
}

#[tokio::test]
async fn a_body_without_end_and_one_that_does_not_come_are_cut() {
    let fetcher = fetcher(&["127.0.0.2/32"]);
    let endless = server(ALLOWED, vec!["HTTP/1.1 200 OK\r\n\r\n".to_owned()], true).await;
    assert_eq!(ask(&fetcher, &format!("http://{endless}/")).await, Err(Trouble::Large));
    let told = server(ALLOWED, vec!["HTTP/1.1 200 OK\r\ncontent-length: 999999999\r\n\r\n".to_owned()], true).await;
    assert_eq!(ask(&fetcher, &format!("http://{told}/")).await, Err(Trouble::Large));
    let listener = TcpListener::bind((ALLOWED, 0)).await.unwrap();
    let silent = listener.local_addr().unwrap();
    let began = std::time::Instant::now();
    assert_eq!(ask(&fetcher, &format!("http://{silent}/")).await, Err(Trouble::Slow));
    assert!(began.elapsed() < Duration::from_secs(4));
    let gone = server(ALLOWED, vec!["nonsense\r\n\r\n".to_owned()], false).await;
    assert_eq!(ask(&fetcher, &format!("http://{gone}/")).await, Err(Trouble::Answer));
}

#[tokio::test]
async fn only_secured_connections_on_the_usual_port_without_a_password_are_tried() {
    let strict = fetcher(&[]);
    for address in [
        "http://verein.example/a.ics",
        "https://verein.example:8443/a.ics",
        "https://user@verein.example/",
        "https://user:x@verein.example/",
        "ftp://verein.example/",
    ] {
        assert_eq!(ask(&strict, address).await, Err(Trouble::Address), "{address}");
    }
    assert_eq!(ask(&strict, "https://gibt-es-nicht.invalid/").await, Err(Trouble::Name));
}
