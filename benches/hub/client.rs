//! A small HTTP client that costs little itself: one connection per task, requests one after the other.

use std::net::SocketAddr;
use std::time::{Duration, Instant};

use tokio::io::{AsyncBufReadExt, AsyncReadExt, AsyncWriteExt, BufReader};
use tokio::net::TcpStream;

/// An answer.
pub struct Answer {
    /// Status.
    pub status: u16,
    /// `Location`, if it has one.
    pub location: Option<String>,
    /// Body.
    pub body: Vec<u8>,
}

/// One kept connection.
pub struct Client(BufReader<TcpStream>);

impl Client {
    /// Connects.
    pub async fn connect(address: SocketAddr) -> Self {
        let stream = TcpStream::connect(address).await.unwrap();
        stream.set_nodelay(true).unwrap();
        Self(BufReader::with_capacity(64 * 1024, stream))
    }

    /// GET with further header lines, each ending with a line break.
    pub async fn get(&mut self, path: &str, headers: &str) -> Answer {
        self.send(&format!("GET {path} HTTP/1.1\r\nhost: localhost\r\n{headers}\r\n")).await
    }

    /// POST of a form, from a client address of its own.
    pub async fn post(&mut self, path: &str, form: &str, from: &str) -> Answer {
        let length = form.len();
        let head = "content-type: application/x-www-form-urlencoded\r\nsec-fetch-site: same-origin";
        self.send(&format!("POST {path} HTTP/1.1\r\nhost: localhost\r\n{head}\r\nx-forwarded-for: {from}\r\ncontent-length: {length}\r\n\r\n{form}")).await
    }

    async fn send(&mut self, request: &str) -> Answer {
        self.0.get_mut().write_all(request.as_bytes()).await.unwrap();
        let (mut status, mut length, mut location) = (0, 0, None);
        let mut line = String::new();
        loop {
            line.clear();
            self.0.read_line(&mut line).await.unwrap();
            let text = line.trim_end();
            if text.is_empty() {
                break;
            }
            if let Some(rest) = text.strip_prefix("HTTP/1.1 ") {
                status = rest.split(' ').next().unwrap().parse().unwrap();
            } else if let Some((name, value)) = text.split_once(": ") {
                match name.to_ascii_lowercase().as_str() {
                    "content-length" => length = value.parse().unwrap(),
                    "location" => location = Some(value.to_owned()),
                    _ => {}
                }
            }
        }
        let mut body = vec![0; length];
        self.0.read_exact(&mut body).await.unwrap();
        Answer { status, location, body }
    }
}

/// Requests per second and the total number, of `tasks` connections that ask for one path for a while.
pub async fn rate(address: SocketAddr, path: &'static str, headers: &'static str, tasks: usize, lasting: Duration) -> (f64, u64) {
    let until = Instant::now() + lasting;
    let began = Instant::now();
    let workers: Vec<_> = (0..tasks)
        .map(|_| {
            tokio::spawn(async move {
                let mut client = Client::connect(address).await;
                let mut done = 0_u64;
                while Instant::now() < until {
                    let answer = client.get(path, headers).await;
                    assert!(answer.status == 200, "{path} answered {}", answer.status);
                    done += 1;
                }
                done
            })
        })
        .collect();
    let mut total = 0;
    for worker in workers {
        total += worker.await.unwrap();
    }
    let rate = total as f64 / began.elapsed().as_secs_f64();
    (rate, total)
}
