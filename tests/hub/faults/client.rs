//! A small HTTP client on one connection that tells apart what was never sent from what broke off.

use std::io::{BufRead as _, BufReader, Read as _, Write as _};
use std::net::{SocketAddr, TcpStream};
use std::time::Duration;

/// Longer than the server's own deadlines: who waits longer has met a server that hangs.
const PATIENCE: Duration = Duration::from_secs(30);

/// An answer.
#[derive(Debug, Clone)]
pub struct Answer {
    pub status: u16,
    pub location: String,
    pub body: String,
}

/// Why there is no answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Silence {
    /// Nobody listened: nothing was sent.
    NotSent,
    /// The connection ended after something was sent.
    BrokenOff,
}

/// One kept connection.
pub struct Client(BufReader<TcpStream>);

impl Client {
    pub fn connect(address: SocketAddr) -> Result<Self, Silence> {
        let stream = TcpStream::connect(address).map_err(|_| Silence::NotSent)?;
        stream.set_nodelay(true).map_err(|_| Silence::NotSent)?;
        stream.set_read_timeout(Some(PATIENCE)).map_err(|_| Silence::NotSent)?;
        Ok(Self(BufReader::new(stream)))
    }

    pub fn get(&mut self, path: &str) -> Result<Answer, Silence> {
        self.send(&format!("GET {path} HTTP/1.1\r\nhost: localhost\r\n\r\n"))
    }

    /// Sends a form, as seen through the proxy from an address of its own.
    pub fn post(&mut self, path: &str, form: &str, from: &str) -> Result<Answer, Silence> {
        self.send(&posting(path, form, from))
    }

    /// Sends all of a form but its last byte.
    pub fn begin_post(&mut self, path: &str, form: &str, from: &str) -> Result<(), Silence> {
        let all = posting(path, form, from);
        self.0.get_mut().write_all(&all.as_bytes()[..all.len() - 1]).map_err(|_| Silence::BrokenOff)
    }

    /// Sends the last byte of a form that was begun.
    pub fn end_post(&mut self, form: &str) -> Result<Answer, Silence> {
        self.send(form.split_at(form.len() - 1).1)
    }

    fn send(&mut self, request: &str) -> Result<Answer, Silence> {
        self.0.get_mut().write_all(request.as_bytes()).map_err(|_| Silence::BrokenOff)?;
        self.read().ok_or(Silence::BrokenOff)
    }

    fn read(&mut self) -> Option<Answer> {
        let (mut status, mut length, mut location) = (0, 0, String::new());
        let mut line = String::new();
        loop {
            line.clear();
            if self.0.read_line(&mut line).ok()? == 0 {
                return None;
            }
            let text = line.trim_end();
            if text.is_empty() {
                break;
            }
            if let Some(rest) = text.strip_prefix("HTTP/1.1 ") {
                status = rest.split(' ').next()?.parse().ok()?;
            } else if let Some((name, value)) = text.split_once(": ") {
                match name.to_ascii_lowercase().as_str() {
                    "content-length" => length = value.parse().ok()?,
                    "location" => value.clone_into(&mut location),
                    _ => {}
                }
            }
        }
        let mut body = vec![0; length];
        self.0.read_exact(&mut body).ok()?;
        Some(Answer { status, location, body: String::from_utf8(body).ok()? })
    }
}

fn posting(path: &str, form: &str, from: &str) -> String {
    let head = "host: localhost\r\ncontent-type: application/x-www-form-urlencoded\r\nsec-fetch-site: same-origin";
    let length = form.len();
    format!("POST {path} HTTP/1.1\r\n{head}\r\nx-forwarded-for: {from}\r\ncontent-length: {length}\r\n\r\n{form}")
}
