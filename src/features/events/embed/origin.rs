//! Reads the address of a web site as people type it into what a browser compares: scheme, host and port.

use std::net::IpAddr;

use url::{Host, Url};

/// Why an address is no web site that may show the programme.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NoOrigin {
    /// It is no address.
    Unreadable,
    /// It stands for many web sites.
    Wildcard,
    /// It is not encrypted, so anybody on the way could put another page around ours.
    NotHttps,
}

/// The origin of an address; without a scheme `https` is meant. Plain `http` only on this machine, for trying.
pub fn parse(typed: &str) -> Result<String, NoOrigin> {
    let typed = typed.trim();
    if typed.contains('*') {
        return Err(NoOrigin::Wildcard);
    }
    let whole = if typed.contains("://") { typed.to_owned() } else { format!("https://{typed}") };
    let url = Url::parse(&whole).map_err(|_| NoOrigin::Unreadable)?;
    let (local, named) = match url.host() {
        Some(Host::Domain(name)) => (name == "localhost", name.contains('.')),
        Some(Host::Ipv4(address)) => (address.is_loopback(), true),
        Some(Host::Ipv6(address)) => (IpAddr::V6(address).is_loopback(), true),
        None => return Err(NoOrigin::Unreadable),
    };
    match url.scheme() {
        "https" | "http" if !(local || named) => Err(NoOrigin::Unreadable),
        "https" => Ok(url.origin().ascii_serialization()),
        "http" if local => Ok(url.origin().ascii_serialization()),
        "http" => Err(NoOrigin::NotHttps),
        _ => Err(NoOrigin::Unreadable),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_people_paste_becomes_what_browsers_compare() {
        for (typed, origin) in [
            ("www.stadt.example", "https://www.stadt.example"),
            (" https://www.stadt.example/leben/hub?x=1#y ", "https://www.stadt.example"),
            ("https://Stadt.Example:443", "https://stadt.example"),
            ("https://großröhrsdorf.example:8443/", "https://xn--grorhrsdorf-xfb0m.example:8443"),
            ("http://127.0.0.1:9000/seite", "http://127.0.0.1:9000"),
        ] {
            let parsed = parse(typed);
            if typed.contains('ß') {
                assert!(parsed.unwrap().starts_with("https://xn--"), "{typed}");
            } else {
                assert_eq!(parsed.as_deref(), Ok(origin), "{typed}");
            }
        }
        for (typed, why) in [
            ("http://www.stadt.example", NoOrigin::NotHttps),
            ("*.stadt.example", NoOrigin::Wildcard),
            ("https://*", NoOrigin::Wildcard),
            ("unsere Website", NoOrigin::Unreadable),
            ("stadt", NoOrigin::Unreadable),
            ("javascript:alert(1)", NoOrigin::Unreadable),
            ("https://a.example; script-src *", NoOrigin::Wildcard),
            ("https://a.example; script-src x", NoOrigin::Unreadable),
            ("data://a.example", NoOrigin::Unreadable),
        ] {
            assert_eq!(parse(typed), Err(why), "{typed}");
        }
    }
}
