//! What is delivered with the program: the unit of systemd, configurations of web servers, the package's own configuration.
#![expect(clippy::unwrap_used, clippy::panic, reason = "a check that cannot go on has failed, and says where")]

use std::path::{Path, PathBuf};
use std::process::Command;

/// Exposure as `systemd-analyze security` rates it, in tenths: 0 is none, 100 all.
const EXPOSURE_AT_MOST: u32 = 15;

/// A folder that goes with its test.
struct Folder(PathBuf);

impl Folder {
    fn new(name: &str) -> Self {
        let path = std::env::temp_dir().join(format!("nabe-packaging-{name}-{}", std::process::id()));
        std::fs::create_dir_all(&path).unwrap();
        Self(path)
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.0);
    }
}

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// Runs a program of the machine and answers what it said. Debian keeps servers outside the PATH of ordinary users.
fn run(program: &str, package: &str, set_up: impl FnOnce(&mut Command)) -> String {
    let path = format!("{}:/usr/sbin", std::env::var("PATH").unwrap_or_default());
    let mut command = Command::new(program);
    command.env("PATH", path);
    set_up(&mut command);
    let output = command.output().unwrap_or_else(|error| panic!("{program}: {error}; run: apt-get install --no-install-recommends {package}"));
    let said = String::from_utf8_lossy(&output.stdout).into_owned() + &String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{program}: {said}");
    said
}

#[test]
fn the_unit_leaves_an_intruder_little() {
    let unit = root().join("packaging/nabe.service");
    let said = run("systemd-analyze", "systemd", |command| {
        command.args(["security", "--offline=true", "--no-pager", &format!("--threshold={EXPOSURE_AT_MOST}")]).arg(&unit);
    });
    let rating = said.lines().find(|line| line.contains("Overall exposure level")).expect("there is a rating");
    println!("{rating}");
}

#[test]
fn caddy_takes_the_sample() {
    let folder = Folder::new("caddy");
    run("caddy", "caddy", |command| {
        command
            .args(["validate", "--adapter", "caddyfile", "--config"])
            .arg(root().join("docs/proxy/Caddyfile"))
            .env("HOME", &folder.0)
            .env("XDG_DATA_HOME", &folder.0);
    });
}

#[test]
fn nginx_takes_the_sample() {
    let folder = Folder::new("nginx");
    let at = |name: &str| folder.0.join(name).display().to_string();
    run("openssl", "openssl", |command| {
        command.args(["req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes", "-subj", "/CN=hub.example.org", "-days", "2"]);
        command.args(["-keyout", &at("privkey.pem"), "-out", &at("fullchain.pem")]);
    });
    let sample = std::fs::read_to_string(root().join("docs/proxy/nginx.conf")).unwrap();
    let certificates = "/etc/letsencrypt/live/hub.example.org";
    assert!(sample.contains(certificates));
    std::fs::write(at("nabe.conf"), sample.replace(certificates, &folder.0.display().to_string())).unwrap();
    // Folders that only root may make elsewhere.
    let folders: String = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"].map(|kind| format!("{kind}_temp_path {};\n", at(kind))).concat();
    let whole = format!("pid {};\nerror_log stderr;\nevents {{}}\nhttp {{\naccess_log off;\n{folders}include {};\n}}\n", at("pid"), at("nabe.conf"));
    std::fs::write(at("whole.conf"), whole).unwrap();
    run("nginx", "nginx-light", |command| {
        command.args(["-t", "-q", "-c", &at("whole.conf"), "-p"]).arg(&folder.0);
    });
}

#[test]
fn the_configuration_of_the_package_is_read_also_with_every_line_switched_on() {
    let folder = Folder::new("config");
    let sample = std::fs::read_to_string(root().join("packaging/nabe.toml")).unwrap().replace("/var/lib/nabe", &folder.0.join("data").display().to_string());
    let assigned = |line: &str| line.strip_prefix("# ").filter(|rest| rest.contains(" = ")).map(str::to_owned);
    // The database of the sample is somewhere else: the rest is what is proved here.
    let all: Vec<String> = sample.lines().map(|line| assigned(line).unwrap_or_else(|| line.to_owned())).filter(|line| !line.starts_with("database")).collect();
    for (name, text) in [("plain.toml", sample.clone()), ("all.toml", all.join("\n"))] {
        let file = folder.0.join(name);
        std::fs::write(&file, text).unwrap();
        let said = run(env!("CARGO_BIN_EXE_nabe"), "nabe", |command| {
            command.arg("--config").arg(&file).args(["hub", "list"]).env_remove("NABE_DATA").env_remove("NABE_CONFIG");
        });
        assert!(said.is_empty(), "{name}: {said}");
        assert!(folder.0.join("data/nabe.sqlite").is_file(), "the data are where the file says");
    }
}
