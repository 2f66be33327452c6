//! Random fields, paths, links and headers against the whole service: nothing panics, nothing is our fault, nothing is oversold.

use std::net::{IpAddr, Ipv4Addr};

use axum::body::Body;
use axum::http::{Method, Request, header};
use booking::Waitlist;
use jiff::civil::date;
use nabe::features::events::{Question, QuestionKind};

use crate::support::{Date, Engine, Guest, HOST, Plan, TestHub, run};

/// Inputs of one run unless `NABE_PROPERTY_INPUTS` says otherwise.
const INPUTS: u64 = 3_000;

#[test]
fn whatever_is_sent_nothing_panics_and_nothing_is_our_fault() {
    let inputs = std::env::var("NABE_PROPERTY_INPUTS").ok().and_then(|text| text.parse().ok()).unwrap_or(INPUTS);
    let seed = std::env::var("NABE_PROPERTY_SEED").ok().and_then(|text| text.parse().ok()).unwrap_or(20_261_201);
    run(Engine::Sqlite, async move |hub| {
        let mut world = World::of(&hub, seed).await;
        let mut answers = std::collections::BTreeMap::<u16, u64>::new();
        for input in 0..inputs {
            let (request, told) = world.request(&hub);
            let caller = hub.caller_at(IpAddr::V4(Ipv4Addr::from_bits(world.dice.number(u64::from(u32::MAX)).try_into().unwrap())));
            // In a task of its own, so that a panic is a finding with its input and not the end of the run.
            let answer = tokio::spawn(async move { caller.send_unchecked(request).await }).await;
            let answer = answer.unwrap_or_else(|panic| panic!("input {input} of seed {seed} panicked: {told}: {panic}"));
            assert!(answer.status.as_u16() < 500, "input {input} of seed {seed} ended with {}: {told}", answer.status);
            *answers.entry(answer.status.as_u16()).or_default() += 1;
            world.learn(&answer);
            if input % 500 == 499 {
                world.nothing_is_oversold(&hub).await;
                hub.advance_clock(i64::try_from(world.dice.number(90)).unwrap());
                hub.run_jobs().await;
            }
        }
        world.nothing_is_oversold(&hub).await;
        println!("{inputs} random requests with seed {seed}: 0 panics, 0 answers of our own fault; {answers:?}; {} registrations", world.pages.len());
        assert!(answers.get(&303).is_some_and(|done| *done > inputs / 50), "many inputs got through to a change: {answers:?}");
        assert!(answers.keys().filter(|status| **status >= 400).count() >= 5, "and many kinds of refusals: {answers:?}");
    });
}

/// What there is to ask for.
struct World {
    dates: Vec<Date>,
    pages: Vec<String>,
    words: Vec<String>,
    dice: Dice,
}

impl World {
    async fn of(hub: &TestHub, seed: u64) -> Self {
        let question = |kind| Question { label: "Womit?".to_owned(), help: String::new(), kind, choices: vec!["Rad".to_owned()], required: false };
        let days = [date(2026, 12, 8), date(2026, 12, 15), date(2027, 3, 28)];
        let mut dates = hub
            .offer_dates(Plan::seats(9).on_days(&days).asking(vec![question(QuestionKind::Text), question(QuestionKind::Choice), question(QuestionKind::Yes)]))
            .await;
        dates.extend(hub.offer_dates(Plan::seats(5).waiting(Waitlist::Fill).groups_of(4).on_days(&days)).await);
        dates.push(hub.offer(Plan::seats(3).in_hub("beta")).await);
        let anna: Guest = hub.register("Anna", &dates[0]).await;
        Self { dates, pages: vec![anna.page], words: hostile_words(), dice: Dice(seed | 1) }
    }

    /// A random request, and how to tell it.
    fn request(&mut self, hub: &TestHub) -> (Request<Body>, String) {
        let posts = self.dice.number(3) > 0;
        let path = self.path(posts);
        let body = if posts { self.body(hub) } else { Vec::new() };
        let told = format!("{} {path} {}", if posts { "POST" } else { "GET" }, String::from_utf8_lossy(&body));
        let method = if posts {
            Method::POST
        } else if self.dice.number(20) == 0 {
            Method::HEAD
        } else {
            Method::GET
        };
        let builder =
            Request::builder().method(method).uri(path.as_str()).header(header::HOST, HOST).header(header::CONTENT_TYPE, "application/x-www-form-urlencoded");
        let builder = match self.dice.number(12) {
            0 => builder.header(header::COOKIE, format!("__Host-nabe={}", self.ascii())),
            1 => builder.header(header::ACCEPT_ENCODING, self.ascii()),
            2 => builder.header(header::IF_NONE_MATCH, self.ascii()),
            3 => builder.header(header::ORIGIN, self.ascii()),
            _ => builder,
        };
        let built = builder.body(Body::from(body));
        // An address that no client could send is no input; the start page is asked for instead.
        let request = built.unwrap_or_else(|_| Request::builder().uri("/alpha/").body(Body::empty()).unwrap());
        (request, told)
    }

    fn path(&mut self, posts: bool) -> String {
        let date = self.dice.one_of(&self.dates).clone();
        let page = self.dice.one_of(&self.pages).clone();
        let path = match (posts, self.dice.number(12)) {
            (true, 0..=3) | (false, 4) => date.form(),
            (true, 4..=8) => {
                format!("{page}/{}", self.dice.one_of(&["cancellation", "restoration", "acceptance", "refusal", "party", "date", "date", "party"]))
            }
            (true, 9) => "/alpha/registrations".to_owned(),
            (true, 10) if self.dice.number(20) == 0 => "/alpha/staff/sign-in".to_owned(),
            (false, 0..=2) => format!("/alpha/{}?{}", self.dice.one_of(&["events", "events/month", "", "en/events", "staff/sign-in"]), self.query()),
            (false, 3) => date.page(),
            (false, 5..=6) => format!("{page}{}", self.dice.one_of(&["", "/calendar.ics", "/date"])),
            (false, 7) => format!("{}/calendar.ics", date.page()),
            _ => format!(
                "/{}/{}/{}",
                self.dice.one_of(&["alpha", "beta", "gamma", "assets"]),
                self.dice.one_of(&["events", "registrations", "en", "staff"]),
                self.encoded()
            ),
        };
        // Sometimes one character of a good address is another.
        if self.dice.number(8) == 0 { self.bent(&path) } else { path }
    }

    fn query(&mut self) -> String {
        let names = ["q", "when", "place", "topic", "kind", "for", "free", "open", "gratis", "page", "month", "to", "x"];
        (0..self.dice.number(5)).map(|_| format!("{}={}", self.dice.one_of(&names), self.encoded())).collect::<Vec<_>>().join("&")
    }

    fn body(&mut self, hub: &TestHub) -> Vec<u8> {
        let key = if self.dice.number(10) == 0 { self.word() } else { hub.guest_key() };
        let number = self.dice.number(400);
        let mut fields = vec![
            ("key", key),
            ("name", format!("Gast {number}")),
            ("email", format!("gast{number}@example.org")),
            ("seats", (1 + self.dice.number(3)).to_string()),
        ];
        let day = self.dice.one_of(&self.dates).id.to_string();
        fields.push(("date", day));
        if self.dice.number(2) == 0 {
            fields.push(("wait", "1".to_owned()));
        }
        for _ in 0..self.dice.number(3) {
            let name = self.dice.one_of(&[
                "name",
                "email",
                "phone",
                "seats",
                "companions",
                "note",
                "answer-0",
                "answer-1",
                "answer-2",
                "date",
                "wait",
                "website",
                "password",
                "to",
            ]);
            let word = self.word();
            match fields.iter_mut().find(|(known, _)| *known == *name) {
                Some((_, value)) => *value = word,
                None => fields.push((name, word)),
            }
        }
        let mut body = url::form_urlencoded::Serializer::new(String::new()).extend_pairs(fields).finish().into_bytes();
        if self.dice.number(25) == 0 {
            let at = usize::try_from(self.dice.number(u64::try_from(body.len()).unwrap())).unwrap();
            body[at] = u8::try_from(self.dice.number(256)).unwrap();
        }
        body
    }

    fn word(&mut self) -> String {
        match self.dice.number(4) {
            0 => (0..self.dice.number(24)).map(|_| self.dice.letter()).collect(),
            1 => self.dice.number(u64::MAX).to_string(),
            _ => self.dice.one_of(&self.words).clone(),
        }
    }

    fn encoded(&mut self) -> String {
        let word = self.word();
        if self.dice.number(2) == 0 { url::form_urlencoded::byte_serialize(word.as_bytes()).collect() } else { escaped(&word) }
    }

    fn ascii(&mut self) -> String {
        (0..self.dice.number(40)).map(|_| char::from(u8::try_from(32 + self.dice.number(95)).unwrap())).collect()
    }

    fn bent(&mut self, path: &str) -> String {
        let mut bytes = path.as_bytes().to_vec();
        let at = usize::try_from(1 + self.dice.number(u64::try_from(bytes.len() - 1).unwrap())).unwrap();
        bytes[at] = u8::try_from(33 + self.dice.number(94)).unwrap();
        String::from_utf8(bytes).unwrap_or_default()
    }

    /// Links of registrations that came about are asked for later.
    fn learn(&mut self, answer: &crate::support::Answer) {
        let place = answer.headers.get(header::LOCATION).and_then(|value| value.to_str().ok()).unwrap_or_default();
        if place.contains("/registrations/") && !self.pages.iter().any(|known| known == place) {
            self.pages.push(place.to_owned());
        }
    }

    async fn nothing_is_oversold(&self, hub: &TestHub) {
        for date in &self.dates {
            let counts = hub.counts(date).await;
            let capacity = match (date.hub, date.slug.as_str()) {
                ("beta", _) => 3,
                (_, slug) if slug == self.dates[0].slug => 9,
                _ => 5,
            };
            assert!(counts.seated + counts.held <= capacity, "{} {}: {counts:?}", date.slug, date.key);
        }
    }
}

/// Every byte escaped, also those that need not be.
fn escaped(word: &str) -> String {
    word.bytes().take(300).fold(String::new(), |escaped, byte| escaped + &format!("%{byte:02x}"))
}

fn hostile_words() -> Vec<String> {
    let fixed = [
        "",
        " ",
        "\0",
        "\u{feff}",
        "\u{202e}",
        "Anna",
        "anna@example.org",
        "ANNA+x@Example.org",
        "ä@ö.de",
        "<script>",
        "\"'>",
        "' or 1=1--",
        "../../etc/passwd",
        "%00",
        "%",
        "+49 35952 1234",
        "0",
        "-1",
        "1",
        "4294967295",
        "4294967296",
        "9223372036854775807",
        "-9223372036854775808",
        "1e309",
        "NaN",
        "2026-12",
        "2026-12-01",
        "-009999-01-01",
        "9999-12-31",
        "0000-00-00",
        "2027-02-29",
        "week",
        "weekend",
        "fortnight",
        "online",
        "digital",
        "course",
        "ki",
        "\u{1F9D1}\u{200D}\u{1F9BD}",
        "ﬀ İ ı ẞ",
        "\r\n\r\n",
        "/staff",
        "//x",
        "00000000-0000-0000-0000-000000000000",
    ];
    let mut words: Vec<String> = fixed.map(str::to_owned).into();
    words.extend(["a".repeat(121), "ß".repeat(501), "😀".repeat(2_000), "x@".repeat(200), "%_".repeat(50), "9".repeat(400)]);
    words
}

/// A xorshift generator: the same seed gives the same run everywhere.
struct Dice(u64);

impl Dice {
    fn number(&mut self, below: u64) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 >> 1) % below.max(1)
    }

    fn one_of<'a, T>(&mut self, list: &'a [T]) -> &'a T {
        &list[usize::try_from(self.number(u64::try_from(list.len()).unwrap())).unwrap()]
    }

    fn letter(&mut self) -> char {
        let range = *self.one_of(
            &[0x20..0x7f, 0xa0..0x250, 0x400..0x460, 0x2000..0x2070, 0x1_f600..0x1_f640, 0..0x20].map(|range: std::ops::Range<u32>| (range.start, range.end)),
        );
        char::from_u32(range.0 + u32::try_from(self.number(u64::from(range.1 - range.0))).unwrap()).unwrap_or('x')
    }
}
