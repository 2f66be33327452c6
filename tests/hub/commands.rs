//! The program on the command line, as somebody meets it who starts it by hand and mistypes something.

use std::io::Write as _;
use std::os::unix::fs::PermissionsExt as _;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::atomic::{AtomicU32, Ordering};

const SECRET: &str = "geheim4711";

/// A folder that goes with its test.
struct Folder(PathBuf);

impl Folder {
    fn new() -> Self {
        static NUMBER: AtomicU32 = AtomicU32::new(0);
        let number = NUMBER.fetch_add(1, Ordering::SeqCst);
        let path = std::env::temp_dir().join(format!("nabe-commands-{}-{number}", std::process::id()));
        std::fs::create_dir_all(&path).unwrap();
        Self(path)
    }

    /// A data folder that does not exist yet.
    fn data(&self) -> PathBuf {
        self.0.join("data")
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.0);
    }
}

/// Runs the program; whether it succeeded, and what it said.
fn nabe(data: &Path, args: &[&str], environment: &[(&str, &str)]) -> (bool, String) {
    let mut command = Command::new(env!("CARGO_BIN_EXE_nabe"));
    command.arg("--data").arg(data).args(args).envs(environment.iter().copied());
    let mut child = command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
    let _ = child.stdin.take().unwrap().write_all("drei alte Apfelbäume\n".as_bytes());
    let output = child.wait_with_output().unwrap();
    (output.status.success(), String::from_utf8_lossy(&output.stdout).into_owned() + &String::from_utf8_lossy(&output.stderr))
}

#[track_caller]
fn done(data: &Path, args: &[&str]) -> String {
    let (ok, said) = nabe(data, args, &[]);
    assert!(ok, "{args:?}: {said}");
    said
}

#[track_caller]
fn refused(data: &Path, args: &[&str], words: &str) -> String {
    let (ok, said) = nabe(data, args, &[]);
    assert!(!ok && said.contains(words), "{args:?} is refused with “{words}”: {said}");
    said
}

fn installation() -> Folder {
    let folder = Folder::new();
    done(&folder.data(), &["hub", "create", "alpha", "--name", "Hub Alpha"]);
    folder
}

/// The bits of a file for group and others.
fn for_others(path: &Path) -> u32 {
    std::fs::metadata(path).unwrap().permissions().mode() & 0o077
}

#[test]
fn no_mistake_in_the_configuration_shows_a_password() {
    let folder = Folder::new();
    let data = folder.data();
    std::fs::create_dir_all(&data).unwrap();
    let url = |rest: &str| format!("smtps://user:{SECRET}{rest}");
    let wrong = [url("@host:99999"), url("@"), url("%zz@host"), format!("http://user:{SECRET}@host"), format!("user:{SECRET}@host")];
    for typed in &wrong {
        for (args, environment) in [(vec!["serve", "--smtp", typed.as_str()], vec![]), (vec!["serve"], vec![("NABE_SMTP", typed.as_str())])] {
            let (ok, said) = nabe(&data, &args, &environment);
            assert!(!ok && said.contains("--smtp must be") && !said.contains(SECRET), "{typed}: {said}");
        }
    }
    for (flag, typed) in [
        ("--public-url", format!("https://user:{SECRET}@hub.example.org")),
        ("--database", format!("mysql://user:{SECRET}@host/d")),
        ("--listen", url("@host")),
    ] {
        let (ok, said) = nabe(&data, &["serve", flag, &typed], &[]);
        assert!(!ok && !said.contains(SECRET), "{flag}: {said}");
    }
    let file = data.join("nabe.toml");
    for line in [
        format!("smtp = \"{}\"", wrong[0]),
        format!("smtp = {}", wrong[0]),
        format!("database = postgres://u:{SECRET}@h/d"),
        format!("smpt = \"{}\"", wrong[0]),
    ] {
        std::fs::write(&file, format!("listen = \"127.0.0.1:0\"\n{line}\n")).unwrap();
        let (ok, said) = nabe(&data, &["serve"], &[]);
        assert!(!ok && !said.contains(SECRET) && (said.contains("line 2") || said.contains("--smtp must be")), "{line}: {said}");
    }
}

#[test]
fn wrong_values_are_refused_at_the_start() {
    let folder = installation();
    let data = folder.data();
    for (args, words) in [
        (["--front-hub", "nope"], "there is no hub nope"),
        (["--mail-from", "hub@"], "--mail-from must be a mail address"),
        (["--backup-keep", "0"], "--backup-keep must be at least 1"),
        (["--public-url", "https://user:pw@hub.example.org"], "--public-url must be"),
        (["--smtp", "smtp://user:a%zz@host"], "--smtp must be"),
    ] {
        refused(&data, &["serve", "--listen", "127.0.0.1:0", args[0], args[1]], words);
    }
    let (ok, said) = nabe(&data, &["serve", "--listen", "127.0.0.1:0"], &[("NABE_LOG", "kaputt=foo")]);
    assert!(!ok && said.contains("NABE_LOG=kaputt=foo cannot be read"), "{said}");
}

#[test]
fn what_the_program_writes_is_for_its_owner_alone() {
    let folder = installation();
    let data = folder.data();
    done(&data, &["user", "create", "lena@example.org", "--name", "Lena", "--hub", "alpha", "--role", "lead"]);
    done(&data, &["backup"]);
    let mut looked_at = 0;
    for path in
        [data.clone(), data.join("backups")].iter().chain(std::fs::read_dir(&data).unwrap().map(|entry| entry.unwrap().path()).collect::<Vec<_>>().iter())
    {
        assert_eq!(for_others(path), 0, "{}", path.display());
        looked_at += 1;
    }
    assert!(looked_at > 3, "the database is among them");

    // A folder that somebody else has made keeps its mode; the database in it is closed all the same.
    std::fs::set_permissions(&data, std::fs::Permissions::from_mode(0o755)).unwrap();
    std::fs::set_permissions(data.join("nabe.sqlite"), std::fs::Permissions::from_mode(0o644)).unwrap();
    done(&data, &["hub", "list"]);
    assert_eq!((for_others(&data), for_others(&data.join("nabe.sqlite"))), (0o055, 0));
}

#[test]
fn an_account_is_made_whole_or_not_at_all() {
    let folder = installation();
    let data = folder.data();
    let create = |hub: &'static str, role: &'static str| ["user", "create", "lena@example.org", "--name", "Lena", "--hub", hub, "--role", role];
    refused(&data, &create("nope", "lead"), "there is no hub nope");
    refused(&data, &create("alpha", "boss"), "there is no role boss");
    refused(&data, &["user", "create", "lena@example.org", "--name", " "], "--name must be a line");
    let said = done(&data, &create("alpha", "lead"));
    assert!(said.contains("Created account") && said.contains("Gave the role lead in alpha."), "{said}");
    refused(&data, &create("alpha", "lead"), "already");
}

#[test]
fn the_last_lead_stays_and_the_list_says_who_may_do_what() {
    let folder = installation();
    let data = folder.data();
    done(&data, &["user", "create", "lena@example.org", "--name", "Lena", "--hub", "alpha", "--role", "lead"]);
    let role = |email: &'static str, role: &'static str| ["user", "role", email, "--hub", "alpha", "--role", role];
    refused(&data, &role("lena@example.org", "helper"), "the only lead of alpha");
    refused(&data, &role("nobody@example.org", "helper"), "there is no such account");
    done(&data, &["user", "create", "kim@example.org", "--name", "Kim", "--hub", "alpha", "--role", "lead"]);
    done(&data, &role("lena@example.org", "helper"));
    done(&data, &["user", "lock", "kim@example.org"]);
    assert_eq!(done(&data, &["user", "list"]), "kim@example.org\tKim\tlocked\talpha: lead\nlena@example.org\tLena\talpha: helper\n");
}

#[test]
fn a_hub_has_a_name_that_can_be_read_and_an_address_that_leads_to_it() {
    let folder = Folder::new();
    let data = folder.data();
    for name in ["", "  ", "Hub\u{1b}[31m", "Hub\nAlpha"] {
        refused(&data, &["hub", "create", "alpha", "--name", name], "--name must be a line");
    }
    for slug in ["staff", "events", "de", "en", "setup", "a-", "-a"] {
        let (ok, said) = nabe(&data, &["hub", "create", "--name", "Hub", "--", slug], &[]);
        assert!(!ok, "{slug}: {said}");
    }
    let said = done(&data, &["hub", "create", "alpha", "--name", "Hub Alpha"]);
    let hint = said.split("nabe user create ").nth(1).unwrap().trim();
    let args = hint.replace("ADDRESS", "lena@example.org").replace("NAME", "Lena");
    let args: Vec<&str> = ["user", "create"].into_iter().chain(args.split(' ')).collect();
    done(&data, &args);
}

#[test]
fn a_database_that_cannot_be_used_is_told_with_what_to_do() {
    let folder = installation();
    let (data, file) = (folder.data(), folder.data().join("nabe.sqlite"));
    let sound = std::fs::read(&file).unwrap();
    let mut damaged = sound.clone();
    damaged[100..4096].fill(7);
    for content in [damaged, b"no database at all, but long enough to be looked at".repeat(40)] {
        std::fs::write(&file, content).unwrap();
        for args in [&["serve", "--listen", "127.0.0.1:0"][..], &["backup"], &["hub", "list"]] {
            let said = refused(&data, args, "nabe restore FILE");
            assert!(said.contains("damaged or no database"), "{said}");
        }
        let said = refused(&data, &["check"], "Speicher: SQLite, BESCHÄDIGT");
        assert!(said.contains("Storage: SQLite, DAMAGED") && said.contains("nabe restore DATEI"), "{said}");
    }
    std::fs::remove_file(&file).unwrap();
    std::fs::create_dir(&file).unwrap();
    refused(&data, &["hub", "list"], "cannot be opened");

    std::fs::remove_dir(&file).unwrap();
    rusqlite::Connection::open(&file).unwrap().execute_batch("create table recipe (name text)").unwrap();
    refused(&data, &["hub", "list"], "the database of another program");
    let tables: i64 = rusqlite::Connection::open(&file).unwrap().query_row("select count(*) from sqlite_schema", [], |row| row.get(0)).unwrap();
    assert_eq!(tables, 1, "it stays as it is");
}

#[test]
fn sessions_that_are_in_the_file_no_more_are_named_and_stay() {
    let folder = installation();
    let (data, file) = (folder.data(), folder.0.join("sessions.json"));
    let session = |key: &str, year: i16| serde_json::json!({ "key": key, "start": format!("{year}-04-06T09:00:00+02:00"), "cancelled": false, "host": { "name": "Verein" }, "title": format!("Titel {key}") });
    let import = |sessions: &[serde_json::Value]| {
        std::fs::write(&file, serde_json::json!({ "format": "0.3.0", "sessions": sessions }).to_string()).unwrap();
        done(&data, &["import", "events", "--hub", "alpha", file.to_str().unwrap()])
    };
    assert!(!import(&[session("a", 2099), session("b", 2099), session("old", 2001)]).contains("missing"));
    let said = import(&[session("a", 2099)]);
    let lines: Vec<&str> = said.lines().collect();
    assert_eq!(lines.iter().filter(|line| line.starts_with("missing")).count(), 1, "what is over is not asked about: {said}");
    assert!(lines[0].starts_with("missing b: Titel b") && lines.last() == Some(&"0 imported, 1 unchanged, 0 refused"), "{said}");
    assert!(import(&[session("a", 2099)]).contains("missing b"), "it stays, and is named again");
}
