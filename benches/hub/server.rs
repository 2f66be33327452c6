//! Servers as processes of their own, so that their processor time can be read apart from the client's.

use std::io::{Read as _, Write as _};
use std::net::{SocketAddr, TcpListener, TcpStream};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

/// Microseconds of processor time in a tenth of a second that count as rest.
const QUIET: f64 = 1000.0;

/// A running server process.
pub struct Server {
    child: Child,
    /// Where it listens.
    pub address: SocketAddr,
    began: Instant,
}

impl Server {
    /// `nabe serve` on a data folder.
    pub fn nabe(data: &Path) -> Self {
        Self::nabe_with(data, &[])
    }

    /// `nabe serve` on a `PostgreSQL`.
    pub fn nabe_on(data: &Path, url: &str) -> Self {
        Self::nabe_with(data, &["--database", url])
    }

    fn nabe_with(data: &Path, further: &[&str]) -> Self {
        let address = free_address();
        let mut command = Command::new(env!("CARGO_BIN_EXE_nabe"));
        command.args(["serve", "--data"]).arg(data).args(["--listen", &address.to_string(), "--trusted-proxy", "127.0.0.0/8"]).args(further);
        command.env("NABE_LOG", "error");
        Self::start(command, address)
    }

    /// A bare axum server that answers "hello": the limit of what HTTP costs.
    pub fn hello() -> Self {
        let address = free_address();
        let mut command = Command::new(std::env::current_exe().unwrap());
        command.arg("hello-server").env("HELLO_ADDRESS", address.to_string());
        Self::start(command, address)
    }

    fn start(mut command: Command, address: SocketAddr) -> Self {
        let began = Instant::now();
        let child = command.stdout(Stdio::null()).stderr(Stdio::null()).spawn().unwrap();
        while TcpStream::connect(address).is_err() {
            assert!(began.elapsed() < Duration::from_secs(30), "the server did not start");
            std::thread::sleep(Duration::from_millis(2));
        }
        Self { child, address, began }
    }

    /// Fetches a page; how long ago the server was started.
    pub fn first_page(&self, path: &str) -> Duration {
        let mut stream = TcpStream::connect(self.address).unwrap();
        write!(stream, "GET {path} HTTP/1.1\r\nhost: localhost\r\nconnection: close\r\n\r\n").unwrap();
        let mut page = String::new();
        stream.read_to_string(&mut page).unwrap();
        assert!(page.starts_with("HTTP/1.1 200"), "{path} answered {page}");
        self.began.elapsed()
    }

    /// Processor time of all its threads so far, in microseconds.
    pub fn cpu_micros(&self) -> f64 {
        let tasks = std::fs::read_dir(format!("/proc/{}/task", self.child.id())).unwrap();
        let nanos = tasks.filter_map(Result::ok).filter_map(|task| {
            let text = std::fs::read_to_string(task.path().join("schedstat")).ok()?;
            text.split(' ').next()?.parse::<f64>().ok()
        });
        nanos.sum::<f64>() / 1000.0
    }

    /// Waits until it has done what it does after answering, such as sending mails.
    pub fn wait_for_quiet(&self) {
        let mut before = self.cpu_micros();
        for _ in 0..300 {
            std::thread::sleep(Duration::from_millis(100));
            let now = self.cpu_micros();
            if now - before < QUIET {
                break;
            }
            before = now;
        }
    }

    /// Resident memory in megabytes.
    pub fn memory_mb(&self) -> f64 {
        let text = std::fs::read_to_string(format!("/proc/{}/status", self.child.id())).unwrap();
        let line = text.lines().find(|line| line.starts_with("VmRSS:")).unwrap();
        line.split_whitespace().nth(1).unwrap().parse::<f64>().unwrap() / 1024.0
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

fn free_address() -> SocketAddr {
    TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap()
}

/// The bare server, in a process of its own.
pub fn hello() {
    let address = std::env::var("HELLO_ADDRESS").unwrap();
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build().unwrap();
    runtime.block_on(async {
        let listener = tokio::net::TcpListener::bind(address).await.unwrap();
        let router = axum::Router::new().route("/", axum::routing::get(|| async { "hello" }));
        axum::serve(listener, router).await.unwrap();
    });
}
