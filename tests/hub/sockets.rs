//! Over a real connection: addresses of clients behind a proxy, and requests that no library would send.

use std::io::{Read as _, Write as _};
use std::net::{Shutdown, SocketAddr, TcpStream};
use std::time::{Duration, Instant};

use nabe::door::{self, Patience};

use crate::support::{HOST, Plan, TestHub, journeys};

journeys! {
    async fn clients_behind_a_trusted_proxy_are_counted_one_by_one(hub) {
        let server = listen(&hub).await;
        let get = |path: &str, client: &str| format!("GET {path} HTTP/1.1\r\nHost: {HOST}\r\nX-Forwarded-For: 192.0.2.99, {client}\r\nConnection: close\r\n\r\n");
        for _ in 0..30 {
            assert_eq!(status(&talk(server, get("/alpha/registrations/x", "192.0.2.1")).await), 404);
        }
        assert_eq!(status(&talk(server, get("/alpha/registrations/x", "192.0.2.1")).await), 429);
        assert_eq!(status(&talk(server, get("/alpha/registrations/x", "192.0.2.2")).await), 404);
        // What a client itself writes in front does not count: 192.0.2.99 was in every line and is nobody.
        assert_eq!(status(&talk(server, get("/alpha/registrations/x", "192.0.2.99")).await), 404);
    }

    async fn a_class_behind_one_address_registers_over_the_wire(hub) {
        let date = hub.offer(Plan::seats(40)).await;
        let server = listen(&hub).await;
        let mut class = tokio::task::JoinSet::new();
        for n in 0..40 {
            let body = url::form_urlencoded::Serializer::new(String::new())
                .extend_pairs([("key", hub.guest_key().as_str()), ("name", &format!("Kind {n}")), ("email", &format!("kind{n}@example.org")), ("seats", "1")])
                .finish();
            let post = format!(
                "POST {} HTTP/1.1\r\nHost: {HOST}\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: {}\r\nConnection: close\r\n\r\n{body}",
                date.form(),
                body.len()
            );
            class.spawn(async move { status(&talk(server, post).await) });
        }
        assert!(class.join_all().await.into_iter().all(|status| status == 303));
        assert_eq!(hub.counts(&date).await.seated, 40);
    }

    async fn requests_that_are_none_end_their_own_connection_and_nothing_else(hub) {
        let server = listen(&hub).await;
        let host = format!("Host: {HOST}\r\n");
        let broken = [
            "GARBAGE\r\n\r\n".to_owned(),
            format!("GET /alpha/ HTTP/9.9\r\n{host}\r\n"),
            format!("GET /alpha/\0 HTTP/1.1\r\n{host}\r\n"),
            format!("GET /alpha/ HTTP/1.1\r\n{host}Bad Header: x\r\n\r\n"),
            format!("GET http://evil.example/alpha/ HTTP/1.1\r\n{host}Connection: close\r\n\r\n"),
            format!("POST /alpha/registrations HTTP/1.1\r\n{host}Content-Length: 5\r\nContent-Length: 50\r\n\r\nhello"),
            format!("POST /alpha/registrations HTTP/1.1\r\n{host}Content-Type: application/x-www-form-urlencoded\r\nContent-Length: 5000\r\n\r\nkey="),
            format!("POST /alpha/registrations HTTP/1.1\r\n{host}Content-Type: application/x-www-form-urlencoded\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n"),
            format!("GET /alpha/{} HTTP/1.1\r\n{host}Connection: close\r\n\r\n", "x".repeat(100_000)),
            format!("GET /alpha/ HTTP/1.1\r\n{host}X: {}\r\nConnection: close\r\n\r\n", "y".repeat(1_000_000)),
            "\u{16}\u{3}\u{1}\u{2}".to_owned(),
        ];
        for request in broken {
            let start: String = request.chars().take(40).collect();
            let answer = talk(server, request).await;
            // An empty answer is a closed connection: fine for what is no request.
            assert!(answer.is_empty() || status(&answer) < 500, "{start}: {answer}");
        }
        let sound = format!("GET /alpha/ HTTP/1.1\r\n{host}Connection: close\r\n\r\n");
        assert_eq!(status(&talk(server, sound).await), 200);
    }

    async fn whoever_sends_half_a_request_and_falls_silent_is_hung_up_on(hub) {
        let patience = Patience { head: Duration::from_millis(300), body: Duration::from_millis(300), ..Patience::default() };
        let server = listen_with(&hub, patience).await;
        let form = format!("POST /alpha/registrations HTTP/1.1\r\nHost: {HOST}\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: 5000\r\n\r\nkey=");
        for (half, answered) in [("", ""), ("GET /alpha/ HT", ""), ("GET /alpha/ HTTP/1.1\r\nHost: hub.exa", ""), (form.as_str(), "HTTP/1.1 408")] {
            let (answer, took) = wait_for_the_end(server, half.to_owned(), None).await;
            assert!(answer.starts_with(answered) && (!answered.is_empty() || answer.is_empty()), "{half}: {answer}");
            assert!(took >= Duration::from_millis(250) && took < Duration::from_secs(10), "{half}: hung up after {took:?}");
        }
    }

    async fn whoever_lets_a_request_trickle_in_is_hung_up_on_too(hub) {
        let patience = Patience { head: Duration::from_millis(500), body: Duration::from_millis(500), ..Patience::default() };
        let server = listen_with(&hub, patience).await;
        let form = format!("POST /alpha/registrations HTTP/1.1\r\nHost: {HOST}\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: 5000\r\n\r\n");
        for half in ["GET /alpha/ HTTP/1.1\r\nX: ".to_owned(), form] {
            let (_, took) = wait_for_the_end(server, half.clone(), Some(Duration::from_millis(50))).await;
            assert!(took < Duration::from_secs(10), "{half}: hung up after {took:?}");
        }
    }

    async fn a_form_that_comes_slowly_but_steadily_is_taken(hub) {
        let date = hub.offer(Plan::seats(3)).await;
        let patience = Patience { head: Duration::from_secs(20), body: Duration::from_millis(200), bytes_a_second: 10 };
        let server = listen_with(&hub, patience).await;
        let body = url::form_urlencoded::Serializer::new(String::new())
            .extend_pairs([("key", hub.guest_key().as_str()), ("name", "Anna"), ("email", "anna@example.org"), ("seats", "1")])
            .finish();
        let head = format!("POST {} HTTP/1.1\r\nHost: {HOST}\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: {}\r\nConnection: close\r\n\r\n", date.form(), body.len());
        let answer = tokio::task::spawn_blocking(move || {
            let mut stream = TcpStream::connect(server).unwrap();
            stream.write_all(head.as_bytes()).unwrap();
            for part in body.as_bytes().chunks(20) {
                stream.write_all(part).unwrap();
                std::thread::sleep(Duration::from_millis(40));
            }
            let mut answer = String::new();
            stream.read_to_string(&mut answer).unwrap();
            answer
        });
        assert_eq!(status(&answer.await.unwrap()), 303);
        assert_eq!(hub.counts(&date).await.seated, 1);
    }
}

/// Serves as the program does, on a free port of this machine, for as long as the journey lasts.
async fn listen(hub: &TestHub) -> SocketAddr {
    listen_with(hub, Patience::default()).await
}

async fn listen_with(hub: &TestHub, patience: Patience) -> SocketAddr {
    let listener = tokio::net::TcpListener::bind(("127.0.0.1", 0)).await.unwrap();
    let address = listener.local_addr().unwrap();
    tokio::spawn(door::serve(listener, hub.service(), patience, std::future::pending()));
    address
}

/// Sends bytes and reads what comes until the server or our patience ends.
async fn talk(server: SocketAddr, request: String) -> String {
    let talk = move || {
        let mut stream = TcpStream::connect(server).unwrap();
        stream.set_read_timeout(Some(Duration::from_secs(20))).unwrap();
        // The server may hang up while we still send: then its answer, if any, is what counts.
        let _ = stream.write_all(request.as_bytes());
        if !request.contains("Connection: close") {
            // Half a request: the server waits for the rest, and we have none.
            let _ = stream.shutdown(Shutdown::Write);
        }
        let mut answer = Vec::new();
        let _ = stream.read_to_end(&mut answer);
        String::from_utf8_lossy(&answer).into_owned()
    };
    tokio::task::spawn_blocking(talk).await.unwrap()
}

/// Sends bytes, then nothing more or a byte now and then, until the server hangs up; what it said, and how long it bore that.
async fn wait_for_the_end(server: SocketAddr, half: String, drip: Option<Duration>) -> (String, Duration) {
    let wait = move || {
        let mut stream = TcpStream::connect(server).unwrap();
        stream.set_read_timeout(Some(drip.unwrap_or(Duration::from_secs(20)))).unwrap();
        let began = Instant::now();
        stream.write_all(half.as_bytes()).unwrap();
        let (mut answer, mut buffer) = (Vec::new(), [0; 4096]);
        while began.elapsed() < Duration::from_secs(20) {
            match stream.read(&mut buffer) {
                Ok(0) => break,
                Ok(count) => answer.extend_from_slice(&buffer[..count]),
                // Nothing to read yet: one byte more, until that is refused.
                Err(_) if drip.is_some() && stream.write_all(b"a").is_ok() => {}
                Err(_) => break,
            }
        }
        (String::from_utf8_lossy(&answer).into_owned(), began.elapsed())
    };
    tokio::task::spawn_blocking(wait).await.unwrap()
}

fn status(answer: &str) -> u16 {
    answer.split(' ').nth(1).and_then(|word| word.parse().ok()).unwrap_or_else(|| panic!("no status: {answer}"))
}
