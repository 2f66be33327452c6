//! `nabe serve` and `nabe demo`: the running server.

use std::net::SocketAddr;

use clap::Args;
use tokio::net::{TcpListener, TcpSocket};
use tokio::sync::watch;
use tokio::task::JoinHandle;

use super::Failed;
use super::stop::{FINISHING, Signals};
use crate::app::App;
use crate::clock::Clock;
use crate::config::{Config, DataArgs, ListenArgs};
use crate::db::{Db, Options, Scope, Source};
use crate::features;
use crate::installation::store::is_empty;
use crate::jobs::Clockwork;
use crate::keeping::NightRound;
use crate::mail::Postman;
use crate::operation::{backups, notices};
use crate::{demo, door, router, statements, statistics, tenancy};

/// Connections that may wait to be taken: a rush at eight o'clock must not be turned away by the kernel.
const BACKLOG: u32 = 4096;

/// Run the server.
#[derive(Args)]
pub struct ServeArgs {
    #[command(flatten)]
    listen: ListenArgs,
    /// Log as JSON lines instead of readable lines
    #[arg(long, env = "NABE_LOG_JSON")]
    log_json: bool,
}

/// Run the server with a sample hub.
#[derive(Args)]
pub struct DemoArgs {
    #[command(flatten)]
    serve: ServeArgs,
}

/// `nabe serve`
pub fn serve(data: &DataArgs, args: &ServeArgs) -> Result<(), Failed> {
    let config = Config::load(data, &args.listen).map_err(Failed::because)?;
    start_log(args.log_json)?;
    let db = open(&config)?;
    check_front_hub(&config, &db)?;
    run(config, db, None)
}

/// `nabe demo`
pub fn demo(data: &DataArgs, args: &DemoArgs) -> Result<(), Failed> {
    // Never by oversight into the data of an installed server.
    let data = DataArgs { data: data.data.clone().or_else(|| data.config.is_none().then(|| "data".into())), ..data.clone() };
    let config = Config::load(&data, &args.serve.listen).map_err(Failed::because)?;
    start_log(args.serve.log_json)?;
    let db = open(&config)?;
    let access = demo::fill(&db).map_err(Failed)?;
    check_front_hub(&config, &db)?;
    run(config, db, Some(&access))
}

fn open(config: &Config) -> Result<Db, Failed> {
    let options = Options { statements: statements::all(), exclusive: matches!(config.source, Source::Sqlite(_)), ..Options::default() };
    Db::open(&config.source, Clock::system(), options).map_err(Failed::because)
}

/// Refuses a hub that is not there: every legal link outside the hubs would lead nowhere. An installation without hubs may get it later.
fn check_front_hub(config: &Config, db: &Db) -> Result<(), Failed> {
    let Some(slug) = config.front_hub.clone() else { return Ok(()) };
    let wanted = slug.clone();
    let known = db.read_blocking(Scope::Installation, move |tx| {
        let hubs = tenancy::store::hubs(tx)?;
        Ok(hubs.is_empty() || hubs.iter().any(|hub| hub.slug == wanted))
    });
    if known.map_err(Failed::because)? { Ok(()) } else { Err(Failed(format!("--front-hub: there is no hub {slug}; nabe hub list names all"))) }
}

fn start_log(json: bool) -> Result<(), Failed> {
    let words = std::env::var("NABE_LOG").unwrap_or_else(|_| "info".to_owned());
    let filter = tracing_subscriber::EnvFilter::try_new(&words)
        .map_err(|why| Failed(format!("NABE_LOG={words} cannot be read ({why}); examples are info, warn, debug, or: info,nabe::mail=debug")))?;
    let log = tracing_subscriber::fmt().with_env_filter(filter).with_writer(std::io::stderr);
    // A second start in one process (tests) keeps the first log.
    let _ = if json { log.json().try_init() } else { log.try_init() };
    Ok(())
}

fn run(config: Config, db: Db, access: Option<&demo::Access>) -> Result<(), Failed> {
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build().map_err(Failed::because)?;
    let app = App::new(config, db.clone()).map_err(Failed::because)?;
    let outcome = runtime.block_on(answer(&app, access));
    runtime.shutdown_timeout(std::time::Duration::from_secs(5));
    db.close();
    outcome
}

/// Answers requests until the server is told to end and those that are being answered are finished.
async fn answer(app: &App, access: Option<&demo::Access>) -> Result<(), Failed> {
    let signals = Signals::catch().map_err(Failed::because)?;
    let listener = listen(app.config().listen)?;
    let postman = start_jobs(app)?;
    announce(app, access).await;
    notices::ready(&format!("answering at {}", app.config().public_url));
    tokio::spawn(notices::alive());
    let (closing, mut closed) = watch::channel(false);
    let end = signals.announce_the_end(app.clone());
    let close = async move {
        end.await;
        closing.send_replace(true);
    };
    let serving = door::serve(listener, router::service(app.clone()), door::Patience::default(), close);
    let too_long = async move {
        let _ = closed.wait_for(|closed| *closed).await;
        tokio::time::sleep(FINISHING).await;
    };
    tokio::select! {
        () = serving => {}
        () = too_long => tracing::warn!("some requests were not finished in time and are cut off"),
    }
    // Mails on their way are finished and noted, so that they do not go out again; the postman himself knows how long that may take.
    let _ = postman.await;
    statistics::flush(app).await;
    Ok(())
}

/// Waitlists, mails, backups, calendars of others, nights and counters, beside the pages. The postman ends by himself when the server does.
fn start_jobs(app: &App) -> Result<JoinHandle<()>, Failed> {
    tokio::spawn(Clockwork::new(app.clone(), features::JOBS).work());
    let postman = Postman::new(app.clone(), features::wording).map_err(|error| Failed(format!("mails cannot leave: {error}")))?;
    tokio::spawn(backups::work(app.clone()));
    let postman = tokio::spawn(postman.work());
    let calendars = features::events::Calendars::new(app.clone()).map_err(|error| Failed(format!("calendars of others cannot be read: {error}")))?;
    tokio::spawn(calendars.work());
    tokio::spawn(NightRound::new(app.clone()).work());
    tokio::spawn(statistics::Worker::new(app.clone()).work());
    Ok(postman)
}

fn listen(address: SocketAddr) -> Result<TcpListener, Failed> {
    let in_use = |error: std::io::Error| Failed(format!("cannot listen on {address}: {error}. Is another server running there? Choose another with --listen"));
    let socket = if address.is_ipv4() { TcpSocket::new_v4() } else { TcpSocket::new_v6() }.map_err(in_use)?;
    socket.set_reuseaddr(true).map_err(in_use)?;
    socket.bind(address).map_err(in_use)?;
    socket.listen(BACKLOG).map_err(in_use)
}

async fn announce(app: &App, access: Option<&demo::Access>) {
    let config = app.config();
    if !config.is_https() {
        tracing::warn!("people reach this server by plain http: fine for trying, for a town put it behind https and set --public-url");
    }
    if config.smtp.is_some() {
        tracing::info!("mails leave by the configured mail server");
    } else {
        tracing::info!(folder = %config.data.join("mails").display(), "no mail server configured: mails are kept as files");
    }
    println!("Nabe is running at {}", config.public_url);
    if app.db().read(Scope::Installation, is_empty).await.unwrap_or(false) {
        println!("  This installation is empty. Set it up in your browser:  {}/setup", config.public_url.as_str().trim_end_matches('/'));
        println!("  with the code  {}", app.first_run().code());
    }
    if let Some(access) = access {
        println!("  Hub:      {}/{}/", config.public_url.as_str().trim_end_matches('/'), access.slug);
        println!("  Staff:    {}/{}/staff", config.public_url.as_str().trim_end_matches('/'), access.slug);
        println!("  Sign in:  {}  with the password  {}", access.email, access.password);
    }
}
