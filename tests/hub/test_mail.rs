//! A test mail says at which step it failed: tried on a real mail server, on none, on a silent one, and on something else.

use std::io::{Read as _, Write as _};
use std::net::{SocketAddr, TcpListener};
use std::path::Path;
use std::process::{Child, Command, Stdio};

use nabe::installation::{MailServer, Security};
use nabe::mail::{Letter, ProbeError, probe};

use crate::faults::{free_address, greets};
use crate::support::python;

const SENDER: &str = "hub@example.org";

struct Server(Child);

impl Drop for Server {
    fn drop(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

fn start() -> (Server, SocketAddr) {
    let address = free_address();
    let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/hub/test_mail.py");
    let server = Server(Command::new(python()).arg(script).arg(address.port().to_string()).stdin(Stdio::null()).spawn().unwrap());
    let until = std::time::Instant::now() + std::time::Duration::from_mins(1);
    while !greets(address) {
        assert!(std::time::Instant::now() < until, "the mail server does not greet");
        std::thread::sleep(std::time::Duration::from_millis(20));
    }
    (server, address)
}

fn letter(to: &str, subject: &str) -> Letter {
    Letter {
        to: ("Lena".to_owned(), to.to_owned()),
        from_name: "Hub".to_owned(),
        reply_to: String::new(),
        subject: subject.to_owned(),
        text: "Hallo".to_owned(),
        invitation: None,
        message_id: "1".to_owned(),
    }
}

fn at(address: SocketAddr) -> MailServer {
    MailServer { host: address.ip().to_string(), port: address.port(), security: Security::None, user: "hub".to_owned(), from: String::new() }
}

fn tried(server: &MailServer, password: &str, sender: &str, letter: &Letter) -> Result<(), ProbeError> {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
    runtime.block_on(probe(server, password, sender, letter))
}

#[test]
fn a_real_mail_server_says_at_which_step_it_refuses() {
    let (_server, address) = start();
    let (server, hello) = (at(address), letter("lena@example.org", "Test"));
    assert_eq!(tried(&server, "geheim", SENDER, &hello), Ok(()));
    assert_eq!(tried(&server, "falsch", SENDER, &hello), Err(ProbeError::SignInRefused("535".to_owned())));
    assert_eq!(tried(&server, "geheim", "fremd@example.org", &hello), Err(ProbeError::SenderRefused("550".to_owned())));
    assert_eq!(tried(&server, "geheim", SENDER, &letter("refused@example.org", "Test")), Err(ProbeError::RecipientRefused("550".to_owned())));
    assert_eq!(tried(&server, "geheim", SENDER, &letter("lena@example.org", "refuse")), Err(ProbeError::MailRefused("554".to_owned())));
    let without = MailServer { user: String::new(), ..server.clone() };
    assert_eq!(tried(&without, "", SENDER, &hello), Err(ProbeError::SenderRefused("530".to_owned())));
    let starttls = MailServer { security: Security::Starttls, ..server.clone() };
    assert_eq!(tried(&starttls, "geheim", SENDER, &hello), Err(ProbeError::NoStarttls));
    let tls = MailServer { security: Security::Tls, ..server };
    assert_eq!(tried(&tls, "geheim", SENDER, &hello), Err(ProbeError::TlsRefused));
}

#[test]
fn what_is_no_mail_server_is_told_apart() {
    let hello = letter("lena@example.org", "Test");
    let closed = at(free_address());
    assert_eq!(tried(&closed, "", SENDER, &hello), Err(ProbeError::PortClosed));
    let unknown = MailServer { host: "mail.invalid".to_owned(), ..closed };
    assert_eq!(tried(&unknown, "", SENDER, &hello), Err(ProbeError::NameNotFound));
    let silent = TcpListener::bind("127.0.0.1:0").unwrap();
    assert_eq!(tried(&at(silent.local_addr().unwrap()), "", SENDER, &hello), Err(ProbeError::NoAnswer));
    let web = TcpListener::bind("127.0.0.1:0").unwrap();
    let address = web.local_addr().unwrap();
    std::thread::spawn(move || {
        for mut line in web.incoming().flatten() {
            let _ = line.write_all(b"HTTP/1.1 400 Bad Request\r\n\r\n");
            let _ = line.read(&mut [0; 64]);
        }
    });
    assert_eq!(tried(&at(address), "", SENDER, &hello), Err(ProbeError::NotAMailServer));
}
