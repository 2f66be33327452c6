//! `nabe setup`: the first run on the command line, for those who set up many.

use std::io::BufRead as _;

use clap::Args;

use super::{Failed, open};
use crate::auth;
use crate::config::{self, DataArgs};
use crate::db::Scope;
use crate::door::is_reserved;
use crate::features::setup::{Place, Plan, public_url, read_hours, slug_for, store_installation, store_place};
use crate::installation::{self, MailServer, Security};
use crate::mail::EmailAddress;
use crate::tenancy::is_slug;
use crate::tenancy::store::NewHub;

/// Set up an empty installation: first account, hub, place, mail server
///
/// Reads the account's password from the first line of standard input; with --smtp-user the mail server's password from the second.
#[derive(Args)]
pub struct SetupArgs {
    /// Name of the first account, which may do everything
    #[arg(long)]
    name: String,
    /// Its mail address, used to sign in
    #[arg(long)]
    email: String,
    /// Name of the hub
    #[arg(long)]
    hub_name: String,
    /// Part of the hub's address [default: the last word of its name]
    #[arg(long)]
    slug: Option<String>,
    /// Whose offer the hub is
    #[arg(long, default_value = "")]
    owner: String,
    /// Telephone of the hub
    #[arg(long, default_value = "")]
    phone: String,
    /// Mail address of the hub [default: that of the account]
    #[arg(long)]
    hub_email: Option<String>,
    /// Name of the first place
    #[arg(long)]
    place: Option<String>,
    /// Its street and number
    #[arg(long, default_value = "", requires = "place")]
    street: String,
    /// Its postcode
    #[arg(long, default_value = "", requires = "place")]
    postcode: String,
    /// Its town
    #[arg(long, default_value = "", requires = "place")]
    town: String,
    /// Its opening hours, for example: "Mo–Fr 9–12, 13–18; Sa 10–12"
    #[arg(long, default_value = "", requires = "place")]
    hours: String,
    /// Address under which people reach the installation
    #[arg(long)]
    address: Option<String>,
    /// Mail server
    #[arg(long)]
    smtp_host: Option<String>,
    /// Its port [default: the usual one]
    #[arg(long, requires = "smtp_host")]
    smtp_port: Option<u16>,
    /// starttls, tls or none
    #[arg(long, default_value = "starttls", requires = "smtp_host")]
    smtp_security: String,
    /// User name at the mail server
    #[arg(long, default_value = "", requires = "smtp_host")]
    smtp_user: String,
    /// Sender of all mails
    #[arg(long, default_value = "", requires = "smtp_host")]
    mail_sender: String,
}

/// Runs the command.
pub fn run(data: &DataArgs, args: SetupArgs) -> Result<(), Failed> {
    let db = open(data)?;
    let mut lines = std::io::stdin().lock().lines();
    let mut password = || lines.next().transpose().map(Option::unwrap_or_default).map_err(Failed::because);
    let own = password()?;
    let mail = mail_server(&args)?;
    let of_mail = if mail.as_ref().is_some_and(|mail| !mail.user.is_empty()) { password()? } else { String::new() };
    let hash = auth::hash_password(&own, &[&args.name, &args.email, &args.hub_name]).map_err(Failed::because)?;
    let plan = plan(args, hash, mail)?;
    if plan.mail.is_some() {
        installation::keep_password(&config::folder(data).map_err(Failed::because)?, &of_mail).map_err(Failed::because)?;
    }
    let (slug, place, stored) = (plan.hub.slug.clone(), plan.place.clone(), plan);
    let made = db.write_blocking(Scope::Installation, move |tx, now| store_installation(tx, &stored, now)).map_err(Failed::because)?;
    let Some((hub, _)) = made else { return Err(Failed("this installation is not empty: it has been set up before".to_owned())) };
    if let Some(place) = place {
        db.write_blocking(hub, move |tx, now| store_place(tx, hub, &place, now)).map_err(Failed::because)?;
    }
    println!("Set up the hub {slug}. Start the server with: nabe serve; what is still missing stands at /{slug}/staff/hub");
    Ok(())
}

fn plan(args: SetupArgs, password_hash: String, mail: Option<MailServer>) -> Result<Plan, Failed> {
    let email = EmailAddress::parse(&args.email).ok_or_else(|| Failed(format!("{} is no mail address", args.email)))?.as_str().to_owned();
    let slug = args.slug.unwrap_or_else(|| slug_for(&args.hub_name));
    if !is_slug(&slug) || is_reserved(&slug) {
        return Err(Failed("give --slug: lower-case letters, digits and hyphens".to_owned()));
    }
    let place = match args.place {
        Some(name) => {
            let openings = read_hours(&args.hours.replace(';', "\n")).map_err(|mistake| Failed(format!("--hours cannot be read: {mistake}")))?;
            Some(Place { name, street: args.street, postcode: args.postcode, town: args.town, openings })
        }
        None => None,
    };
    let public_url = match args.address {
        Some(typed) => Some(public_url(&typed).ok_or_else(|| Failed(format!("{typed} is no address of the web")))?),
        None => None,
    };
    let hub = NewHub {
        slug,
        name: args.hub_name,
        owner_line: args.owner,
        phone: args.phone,
        email: args.hub_email.unwrap_or_else(|| email.clone()),
        ..NewHub::default()
    };
    Ok(Plan { name: args.name, email, password_hash, hub, place, public_url, mail })
}

fn mail_server(args: &SetupArgs) -> Result<Option<MailServer>, Failed> {
    let Some(host) = args.smtp_host.clone() else { return Ok(None) };
    let security = Security::parse(&args.smtp_security).ok_or_else(|| Failed("--smtp-security is starttls, tls or none".to_owned()))?;
    let port = args.smtp_port.unwrap_or(security.port());
    let server = MailServer { host, port, security, user: args.smtp_user.clone(), from: args.mail_sender.clone() };
    if server.url("").is_none() {
        return Err(Failed(format!("{} is no name of a server", server.host)));
    }
    Ok(Some(server))
}
