//! A line between Nabe and PostgreSQL that can be cut or held at a COMMIT.

use std::io::{Read, Write};
use std::net::{Shutdown, TcpListener, TcpStream};
use std::os::unix::net::UnixStream;
use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::{AtomicU8, Ordering};

/// What happens at the next COMMIT that comes along, once.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Fault {
    /// The COMMIT arrives, its answer does not: the line is cut.
    CutAfter,
    /// The line is cut before the COMMIT arrives.
    CutBefore,
    /// The COMMIT arrives, and the line stays silent.
    SilentAfter,
    /// Not the COMMIT but the next insert finds the line silent.
    SilentInsert,
}

impl Fault {
    const fn code(self) -> u8 {
        match self {
            Self::CutAfter => 1,
            Self::CutBefore => 2,
            Self::SilentAfter => 3,
            Self::SilentInsert => 4,
        }
    }
}

/// Where the proxy listens, and what it will do.
pub(super) struct Proxy {
    pub(super) port: u16,
    fault: Arc<AtomicU8>,
}

impl Proxy {
    pub(super) fn start(socket: PathBuf) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let port = listener.local_addr().unwrap().port();
        let fault = Arc::new(AtomicU8::new(0));
        let armed = Arc::clone(&fault);
        std::thread::spawn(move || {
            while let Ok((client, _)) = listener.accept() {
                let server = UnixStream::connect(&socket).unwrap();
                let armed = Arc::clone(&armed);
                std::thread::spawn(move || carry(client, server, &armed));
            }
        });
        Self { port, fault }
    }

    pub(super) fn arm(&self, fault: Fault) {
        self.fault.store(fault.code(), Ordering::SeqCst);
    }

    /// Whether the fault has happened.
    pub(super) fn is_spent(&self) -> bool {
        self.fault.load(Ordering::SeqCst) == 0
    }
}

fn carry(mut client: TcpStream, mut server: UnixStream, armed: &AtomicU8) {
    client.set_nodelay(true).unwrap();
    let mut back_from = server.try_clone().unwrap();
    let mut back_to = client.try_clone().unwrap();
    // 0: answers flow; 1: they are swallowed; 2: the next one cuts the line.
    let answers = Arc::new(AtomicU8::new(0));
    let way = Arc::clone(&answers);
    std::thread::spawn(move || {
        let mut buffer = vec![0; 65_536];
        while let Ok(length) = back_from.read(&mut buffer) {
            match way.load(Ordering::SeqCst) {
                // Not even the server's end of the connection is heard of.
                1 if length == 0 => return,
                _ if length == 0 => break,
                1 => {}
                2 => break,
                _ if back_to.write_all(&buffer[..length]).is_err() => break,
                _ => {}
            }
        }
        let _ = back_to.shutdown(Shutdown::Both);
        let _ = back_from.shutdown(Shutdown::Both);
    });
    let mut buffer = vec![0; 65_536];
    while let Ok(length) = client.read(&mut buffer) {
        let sent = &buffer[..length];
        if length == 0 {
            break;
        }
        let holds = |words: &[u8]| sent.windows(words.len()).any(|window| window == words);
        let wanted = armed.load(Ordering::SeqCst);
        let commit = holds(b"commit\0");
        let due = if wanted == Fault::SilentInsert.code() { !commit && holds(b"insert into") } else { commit };
        if wanted != 0 && due {
            armed.store(0, Ordering::SeqCst);
            match wanted {
                1 => answers.store(2, Ordering::SeqCst),
                2 => break,
                _ => answers.store(1, Ordering::SeqCst),
            }
            if wanted == Fault::SilentInsert.code() {
                // The server never sees it either.
                continue;
            }
        }
        if server.write_all(sent).is_err() {
            break;
        }
    }
    let _ = client.shutdown(Shutdown::Both);
    let _ = server.shutdown(Shutdown::Both);
}
