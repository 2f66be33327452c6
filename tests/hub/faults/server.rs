//! The program as a process.

use std::fs::File;
use std::net::{SocketAddr, TcpListener};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, ExitStatus, Stdio};
use std::time::{Duration, Instant};

use super::client::Client;

/// A running `nabe serve`. Killed, by its process id, when it goes out of scope.
pub struct Server {
    child: Child,
    pub address: SocketAddr,
    log: PathBuf,
}

impl Server {
    /// Starts it on a data folder with further arguments and waits until it answers.
    pub fn start(data: &Path, further: &[&str]) -> Self {
        Self::start_with(data, further, &[])
    }

    /// The same in an environment.
    pub fn start_with(data: &Path, further: &[&str], environment: &[(&str, &str)]) -> Self {
        let (address, log) = (free_address(), data.with_extension("log"));
        let mut command = Command::new(env!("CARGO_BIN_EXE_nabe"));
        command.args(["serve", "--data"]).arg(data).args(["--listen", &address.to_string(), "--trusted-proxy", "127.0.0.0/8"]);
        command.args(further).env("NABE_LOG", "warn").envs(environment.iter().copied());
        Self::run(command, address, log)
    }

    /// Starts any server that answers `/health/live`, with its log beside the data.
    pub fn run(mut command: Command, address: SocketAddr, log: PathBuf) -> Self {
        let lines = File::options().create(true).append(true).open(&log).unwrap();
        let child = command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(lines).spawn().expect("the server can be started");
        let server = Self { child, address, log };
        server.wait_until_it_answers()
    }

    fn wait_until_it_answers(mut self) -> Self {
        let until = Instant::now() + Duration::from_mins(1);
        loop {
            let answer = Client::connect(self.address).and_then(|mut client| client.get("/health/live"));
            if answer.is_ok_and(|answer| answer.status == 200) {
                return self;
            }
            if let Some(status) = self.child.try_wait().unwrap() {
                panic!("the server ended at once ({status}): {}", self.log());
            }
            assert!(Instant::now() < until, "the server does not answer: {}", self.log());
            std::thread::sleep(Duration::from_millis(5));
        }
    }

    pub fn client(&self) -> Client {
        Client::connect(self.address).expect("the server takes connections")
    }

    /// Its process id.
    pub fn id(&self) -> u32 {
        self.child.id()
    }

    /// `kill -9`: it cannot finish anything.
    pub fn kill(&mut self) {
        self.child.kill().unwrap();
        self.child.wait().unwrap();
    }

    /// Asks it to end, as systemd does, and waits.
    pub fn stop(mut self) {
        self.terminate();
        self.wait();
    }

    /// Asks it to end, as systemd does.
    pub fn terminate(&self) {
        let told = Command::new("kill").args(["-TERM", &self.id().to_string()]).status().unwrap();
        assert!(told.success(), "the server could not be told to end");
    }

    /// Waits until it has ended.
    pub fn wait(&mut self) -> ExitStatus {
        let until = Instant::now() + Duration::from_secs(30);
        loop {
            if let Some(status) = self.child.try_wait().unwrap() {
                return status;
            }
            assert!(Instant::now() < until, "the server does not end: {}", self.log());
            std::thread::sleep(Duration::from_millis(10));
        }
    }

    /// What it wrote to its log.
    pub fn log(&self) -> String {
        std::fs::read_to_string(&self.log).unwrap_or_default()
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// An address of this machine that nobody uses.
pub fn free_address() -> SocketAddr {
    TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap()
}
