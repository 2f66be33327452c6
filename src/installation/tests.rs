use super::*;
use crate::ui::Fields;

fn start(smtp: bool) -> Config {
    let folder = std::env::temp_dir().join("nabe-no-such-folder");
    let local = Config::local(folder.clone(), crate::db::Source::Sqlite(folder), "http://localhost:8080".parse().unwrap());
    let server = smtp.then(|| "smtp://fixed.example:25".parse().unwrap());
    Config { smtp: server, fixed: crate::config::Fixed { smtp, mail_from: false, public_url: smtp }, ..local }
}

fn saved() -> Settings {
    let mail = MailServer {
        host: "mail.example".to_owned(),
        port: 587,
        security: Security::Starttls,
        user: "hub@town".to_owned(),
        from: "hub@town.example".to_owned(),
    };
    Settings { public_url: Some("https://hub.town.example".parse().unwrap()), mail: Some(mail) }
}

#[test]
fn what_was_saved_is_in_force_unless_the_start_says_otherwise() {
    let open = saved().over(&start(false));
    assert_eq!(open.public_url.as_str(), "https://hub.town.example/");
    assert_eq!(open.smtp.unwrap().as_str(), "smtp://hub%40town@mail.example:587?tls=required");
    assert_eq!(open.mail_from, "hub@town.example");
    let fixed = saved().over(&start(true));
    assert_eq!(fixed.public_url.as_str(), "http://localhost:8080/");
    assert_eq!(fixed.smtp.unwrap().host_str(), Some("fixed.example"));
}

#[test]
fn a_mail_server_survives_its_address() {
    for security in [Security::Starttls, Security::Tls, Security::None] {
        let server = MailServer { host: "mail.example".to_owned(), port: 2525, security, user: "hub+x@town.example".to_owned(), from: String::new() };
        let url = server.url("p+ä:/ %").unwrap();
        assert_eq!(MailServer::of_url(&url, ""), (server, "p+ä:/ %".to_owned()), "{url}");
    }
}

#[test]
fn the_code_opens_however_it_is_typed_and_only_for_the_last_browser() {
    let run = FirstRun::default();
    assert!(run.enter("AAAA-AAAA-AAAA").is_none());
    let first = run.enter(&run.code().to_lowercase().replace('-', " ")).unwrap();
    assert!(run.is_open(&first) && !run.is_open(""));
    let second = run.enter(run.code()).unwrap();
    assert!(run.is_open(&second) && !run.is_open(&first));
    run.clear();
    assert!(!run.is_open(&second));
}

#[test]
fn passwords_are_never_kept_in_a_draft() {
    let run = FirstRun::default();
    run.keep(&Fields(vec![("name".to_owned(), "a".to_owned()), ("password".to_owned(), "b".to_owned())]));
    run.keep(&Fields(vec![("name".to_owned(), "c".to_owned())]));
    assert_eq!(run.draft().0, [("name".to_owned(), "c".to_owned())]);
}

#[cfg(unix)]
#[test]
fn the_password_of_the_mail_server_is_readable_for_one_user_alone() {
    use std::os::unix::fs::PermissionsExt as _;
    let folder = std::env::temp_dir().join(format!("nabe-password-{}", std::process::id()));
    for secret in ["geheim ä", "anders"] {
        keep_password(&folder, secret).unwrap();
        assert_eq!(password(&folder), secret);
        assert_eq!(std::fs::metadata(folder.join(PASSWORD_FILE)).unwrap().permissions().mode() & 0o777, 0o600);
    }
    keep_password(&folder, "").unwrap();
    keep_password(&folder, "").unwrap();
    assert_eq!(password(&folder), "");
    std::fs::remove_dir_all(folder).unwrap();
}
