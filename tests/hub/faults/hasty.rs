//! The negative control: a server that answers 303 at once and commits every fifty bookings. It speaks to the same clients and is looked
//! at by the same check as the program, and must lose.

use std::io::{BufRead as _, BufReader, Read as _, Write as _};
use std::net::{SocketAddr, TcpListener, TcpStream};
use std::path::Path;
use std::process::Command;
use std::sync::{Arc, Mutex};

use rusqlite::Connection;

use super::server::{Server, free_address};

/// Bookings in one transaction, all of them acknowledged before its end.
const AT_ONCE: u32 = 50;
const FOLDER: &str = "NABE_HASTY_FOLDER";
const ADDRESS: &str = "NABE_HASTY_ADDRESS";

/// Starts it as a process of its own, so that it can be killed.
pub fn start(data: &Path) -> Server {
    let address = free_address();
    let mut command = Command::new(std::env::current_exe().unwrap());
    command.args(["--ignored", "--exact", "faults::hasty::the_control_answers_before_it_commits", "--nocapture"]);
    command.env(FOLDER, data).env(ADDRESS, address.to_string());
    Server::run(command, address, data.with_extension("control.log"))
}

#[test]
#[ignore = "the process of the negative controls, which start it themselves"]
fn the_control_answers_before_it_commits() {
    let (Some(folder), Ok(address)) = (std::env::var_os(FOLDER), std::env::var(ADDRESS)) else { return };
    serve(Path::new(&folder), address.parse().unwrap());
}

struct Ledger {
    db: Connection,
    open: u32,
}

fn serve(folder: &Path, address: SocketAddr) {
    let db = Connection::open(folder.join("nabe.sqlite")).unwrap();
    db.execute_batch(
        "pragma journal_mode = wal; pragma synchronous = full;
         create table if not exists booking (hub_id integer, id blob, form_key text, email text, filling text);
         create table if not exists outbox (hub_id integer, topic blob);",
    )
    .unwrap();
    let ledger = Arc::new(Mutex::new(Ledger { db, open: 0 }));
    for stream in TcpListener::bind(address).unwrap().incoming().flatten() {
        let ledger = Arc::clone(&ledger);
        std::thread::spawn(move || while answer(&stream, &ledger).is_some() {});
    }
}

/// Answers one request; nothing when the connection has ended.
fn answer(stream: &TcpStream, ledger: &Mutex<Ledger>) -> Option<()> {
    let mut reader = BufReader::new(stream);
    let (mut line, mut length, mut first) = (String::new(), 0, String::new());
    while reader.read_line(&mut line).ok()? > 2 {
        if first.is_empty() {
            first.clone_from(&line);
        }
        if let Some(text) = line.strip_prefix("content-length: ") {
            length = text.trim().parse().ok()?;
        }
        line.clear();
    }
    let mut body = vec![0; length];
    reader.read_exact(&mut body).ok()?;
    let said = match first.as_bytes().first()? {
        b'P' => book(&mut ledger.lock().unwrap(), &String::from_utf8(body).ok()?),
        _ => "200 OK\r\n\r\n",
    };
    let (head, text) = said.split_once("\r\n\r\n")?;
    let mut stream = stream;
    stream.write_all(format!("HTTP/1.1 {head}\r\ncontent-length: {}\r\n\r\n{text}", text.len()).as_bytes()).ok()
}

fn book(ledger: &mut Ledger, form: &str) -> &'static str {
    if enter(ledger, form).is_ok() {
        return "303 See Other\r\nlocation: /registrations/somewhere\r\n\r\n";
    }
    ledger.open = 0;
    let _ = ledger.db.execute_batch("rollback");
    "503 Service Unavailable\r\n\r\nEs wurde nichts gebucht."
}

fn enter(ledger: &mut Ledger, form: &str) -> rusqlite::Result<()> {
    let field = |name: &str| form.split('&').find_map(|pair| pair.strip_prefix(name)).unwrap_or_default().replace("%40", "@");
    if ledger.open == 0 {
        ledger.db.execute_batch("begin immediate")?;
    }
    let id = uuid::Uuid::now_v7().as_bytes().to_vec();
    // About as large as a booking with its letter.
    let filling = "-".repeat(2000);
    let booking = "insert into booking (hub_id, id, form_key, email, filling) values (1, ?1, ?2, ?3, ?4)";
    ledger.db.execute(booking, (&id, field("key="), field("email="), filling))?;
    ledger.db.execute("insert into outbox (hub_id, topic) values (1, ?1)", [&id])?;
    ledger.open += 1;
    if ledger.open == AT_ONCE {
        ledger.db.execute_batch("commit")?;
        ledger.open = 0;
    }
    Ok(())
}
