//! What the server answered, and what every answer must keep.

use axum::body::Bytes;
use axum::http::{HeaderMap, StatusCode};
use axum::response::Response;
use http_body_util::BodyExt as _;
use scraper::{Html, Selector};

use super::Form;

/// Words that stand in the links of every page, also outside all hubs (law: DDG § 5, GDPR article 13, BGG and BITV 2.0 § 4 and § 7).
const LEGAL: [&str; 6] = ["/imprint\"", "/privacy\"", "/accessibility\"", "/easy-language\"", "/sign-language\"", "/barriers\""];

/// An answer.
#[derive(Debug, Clone)]
pub struct Answer {
    pub path: String,
    pub status: StatusCode,
    pub headers: HeaderMap,
    pub body: Bytes,
}

impl Answer {
    /// Reads an answer to its end.
    pub async fn read(path: String, response: Response) -> Self {
        let (parts, body) = response.into_parts();
        let body = body.collect().await.expect("the answer comes to its end").to_bytes();
        Self { path, status: parts.status, headers: parts.headers, body }
    }

    /// A header, empty when it is not there.
    pub fn header(&self, name: &str) -> &str {
        self.headers.get(name).map_or("", |value| value.to_str().unwrap())
    }

    /// Where a redirect leads.
    pub fn location(&self) -> &str {
        assert_eq!(self.status, StatusCode::SEE_OTHER, "{} redirects: {}", self.path, self.words());
        self.header("location")
    }

    /// The body as text.
    pub fn text(&self) -> &str {
        std::str::from_utf8(&self.body).expect("pages are UTF-8")
    }

    /// The body as a browser understands it.
    pub fn page(&self) -> Html {
        Html::parse_document(self.text())
    }

    /// The words of the main part, blanks joined and without the marks that keep a line from breaking.
    pub fn words(&self) -> String {
        let page = self.page();
        let main = page.select(&selector("main")).next().map(|main| main.text().collect::<String>());
        let text = main.unwrap_or_else(|| page.root_element().text().collect());
        text.replace('\u{2060}', "").split_whitespace().collect::<Vec<_>>().join(" ")
    }

    /// Whether these words can be read in the main part.
    #[track_caller]
    pub fn says(&self, words: &str) -> &Self {
        assert!(self.words().contains(words), "{} ({}) says “{words}”, but reads: {}", self.path, self.status, self.words());
        self
    }

    /// Whether these words cannot be read there.
    #[track_caller]
    pub fn does_not_say(&self, words: &str) -> &Self {
        assert!(!self.words().contains(words), "{} ({}) says “{words}”", self.path, self.status);
        self
    }

    /// The status, with the page in the message when it is another.
    #[track_caller]
    pub fn is(&self, status: u16) -> &Self {
        assert_eq!(self.status.as_u16(), status, "{} answers: {}", self.path, self.words());
        self
    }

    /// The attribute of all elements that a selector finds.
    pub fn all(&self, css: &str, attribute: &str) -> Vec<String> {
        self.page().select(&selector(css)).filter_map(|element| element.attr(attribute).map(str::to_owned)).collect()
    }

    /// How many elements a selector finds.
    pub fn count(&self, css: &str) -> usize {
        self.page().select(&selector(css)).count()
    }

    /// The form whose action, or the action of one of whose buttons, ends so.
    #[track_caller]
    pub fn form(&self, action_end: &str) -> Form {
        Form::find(&self.page(), action_end)
            .unwrap_or_else(|| panic!("{} ({}) has a form to …{action_end}; it reads: {}", self.path, self.status, self.words()))
    }

    /// Whether there is a form whose action ends so.
    pub fn has_form(&self, action_end: &str) -> bool {
        Form::find(&self.page(), action_end).is_some()
    }

    /// What every answer keeps, whatever it is about.
    #[track_caller]
    pub fn keeps_its_promises(&self) {
        assert!(!self.status.is_server_error(), "{} is never our fault, but {}: {}", self.path, self.status, String::from_utf8_lossy(&self.body));
        self.carries_the_headers();
        if !self.path.contains("/staff/sign-") {
            assert_eq!(self.header("set-cookie"), "", "{} sets no cookie", self.path);
        }
        if self.header("content-type").starts_with("text/html") && self.header("content-encoding").is_empty() && !self.body.is_empty() {
            self.is_a_sound_page();
        }
    }

    /// What every answer carries, errors included.
    #[track_caller]
    pub fn carries_the_headers(&self) {
        let policy = self.header("content-security-policy");
        // Only this page is made for the frames of others; `embedding.rs` looks at its policy.
        let ancestors = if self.path.ends_with("/embed") && !self.path.contains("/staff/") { "base-uri 'none'" } else { "frame-ancestors 'none'" };
        for part in ["default-src 'none'", "object-src 'none'", "base-uri 'none'", "form-action 'self'", ancestors, "require-trusted-types-for 'script'"] {
            assert!(policy.split("; ").any(|known| known.trim() == part), "{}: the policy says {part}: {policy}", self.path);
        }
        assert!(!policy.contains("unsafe"), "{}: {policy}", self.path);
        let fixed = [("x-content-type-options", "nosniff"), ("referrer-policy", "same-origin"), ("cross-origin-opener-policy", "same-origin")];
        for (name, value) in fixed {
            assert_eq!(self.header(name), value, "{}: {name}", self.path);
        }
        let strict = self.header("strict-transport-security");
        assert!(["max-age=31536000; includeSubDomains", "max-age=31536000"].contains(&strict), "{}: strict-transport-security: {strict}", self.path);
        assert_ne!(self.header("cache-control"), "", "{}: every answer says whether it may be kept", self.path);
        assert_eq!(self.header("access-control-allow-origin"), "", "{}: no other site may read us", self.path);
    }

    fn is_a_sound_page(&self) {
        let html = self.text();
        let is_framed = self.path.ends_with("/embed") && !self.path.contains("/staff/");
        // In a frame there is room for three; the other three are on the page of the hub.
        for link in &LEGAL[..if is_framed { 3 } else { LEGAL.len() }] {
            assert!(html.contains(link), "{} ({}) links {link}", self.path, self.status);
        }
        // What search engines read of an event is a block of data that no browser runs.
        let html = html.replace("<script type=\"application/ld+json\">", "");
        for wrong in [" style=\"", "<style", "<script"] {
            assert!(!html.contains(wrong), "{} has no {wrong}", self.path);
        }
    }
}

/// A CSS selector.
pub fn selector(css: &str) -> Selector {
    Selector::parse(css).expect("the selector is one")
}
