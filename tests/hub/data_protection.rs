//! What is kept about people goes when its time is over, night by night; the lead says how long, and the notice says the same.

use std::time::{Duration, UNIX_EPOCH};

use jiff::civil::date;
use nabe::auth::Role;
use nabe::bookings;
use nabe::db::Scope;
use nabe::jobs::due;
use nabe::keeping::{self, NightRound};
use nabe::mail::outbox;
use nabe::retention::{self, Record};

use crate::signing_in::token_for;
use crate::support::{Answer, Date, Form, Guest, Plan, TestHub, journeys};

const PASSWORD: &str = "drei alte Apfelbäume";

/// Somebody who works here, signed in.
pub struct Desk {
    hub: TestHub,
    cookie: String,
}

impl Desk {
    pub async fn new(hub: &TestHub, email: &'static str, role: Role) -> Self {
        hub.account(email, PASSWORD, Some(("alpha", role))).await;
        Self::signed_in(hub, email).await
    }

    /// Somebody who has an account, signed in anew.
    pub async fn signed_in(hub: &TestHub, email: &'static str) -> Self {
        Self { hub: hub.clone(), cookie: format!("__Host-nabe={}", token_for(hub, "alpha", email, PASSWORD).await) }
    }

    pub async fn get(&self, path: &str) -> Answer {
        self.hub.get_with(path, &[("cookie", &self.cookie)]).await
    }

    pub async fn submit(&self, form: &Form) -> Answer {
        self.hub.submit_with(form, &[("cookie", &self.cookie)]).await
    }
}

/// Lets so many nights pass, each with its round.
pub async fn nights(hub: &TestHub, count: i64) {
    let round = NightRound::new(hub.app().clone());
    for _ in 0..count {
        round.round().await.expect("the night passes");
        hub.advance_clock(24 * 60);
        round.round().await.expect("the night passes");
    }
}

/// The proof finds nothing wrong.
async fn is_sound(hub: &TestHub) {
    let db = hub.app().db().clone();
    let report = tokio::task::spawn_blocking(move || keeping::check(&db, false)).await.unwrap().unwrap();
    assert!(report.hubs.iter().all(|hub| hub.findings.is_empty()), "{report:?}");
}

/// A date with one seat: Anna has it and has got two mails, Wanda waits.
async fn anna_and_wanda(hub: &TestHub) -> (Date, Guest, Guest) {
    let date = hub.offer(Plan::seats(2).groups_of(3)).await;
    let form =
        hub.form_for("Anna", &date).await.with("seats", "2").with("companions", "Hans Begleiter").with("note", "Komme mit Rad").with("phone", "035952 5555");
    let anna = Guest::new(&date, &hub.submit(&form.without("wait")).await);
    let wanda = hub.wait_for("Wanda", 1, &date).await;
    hub.mails().await;
    (date, anna, wanda)
}

async fn names(hub: &TestHub, date: &Date) -> Vec<String> {
    let id = date.id;
    hub.read("alpha", move |tx, hub| bookings::store::of_occasion(tx, hub, id)).await.into_iter().map(|booking| booking.name).collect()
}

journeys! {
    async fn who_registered_is_forgotten_after_the_period_and_the_figures_stay(hub) {
        let (date, anna, wanda) = anna_and_wanda(&hub).await;
        hub.page_of(&anna).await.says("Ihre Angaben zu dieser Anmeldung löschen wir spätestens am Freitag, 8. Januar 2027.");
        hub.page_of(&wanda).await.says("spätestens am Mittwoch, 16. Dezember 2026.");
        let before = hub.counts(&date).await;
        // The date ends on 8 December; the journey begins on the first.
        nights(&hub, 14).await;
        assert_eq!(names(&hub, &date).await, ["Anna", "Wanda"], "fourteen nights: seven days after the date have not passed yet");
        nights(&hub, 1).await;
        assert_eq!(names(&hub, &date).await, ["Anna", ""]);
        nights(&hub, 22).await;
        assert_eq!(names(&hub, &date).await, ["Anna", ""]);
        nights(&hub, 1).await;
        assert_eq!(names(&hub, &date).await, ["", ""]);

        assert_eq!(hub.counts(&date).await, before);
        let booking = hub.booking(&anna).await;
        assert!(booking.is_erased() && booking.email.is_empty() && booking.phone.is_empty() && booking.companions.is_empty() && booking.note.is_empty());
        assert_eq!((booking.seats, booking.state, booking.channel), (2, booking::State::Confirmed, bookings::Channel::Web));
        let (id, other) = (anna.id(&hub), wanda.id(&hub));
        let left = hub.read("alpha", move |tx, hub| Ok((bookings::store::history(tx, hub, id)?, bookings::store::history(tx, hub, other)?))).await;
        assert_eq!(left, (Vec::new(), Vec::new()));
        for page in [&anna.page, &wanda.page, &format!("{}/calendar.ics", anna.page), &format!("{}/date", anna.page)] {
            hub.get(page).await.is(410).says("Diese Angaben sind gelöscht.");
        }
        hub.cancel(&anna).await.is(404);
        let night = hub.read("alpha", retention::nights).await;
        let of = |record| night.iter().find(|night| night.record == record).unwrap();
        assert_eq!((of(Record::Registration).removed, of(Record::Registration).total, of(Record::Waitlist).total), (1, 1, 1));
        assert!(of(Record::SentMail).total >= 2, "{night:?}");
        is_sound(&hub).await;
    }

    async fn forms_and_mails_that_could_not_leave_are_forgotten(hub) {
        let (date, anna, _) = anna_and_wanda(&hub).await;
        let form = hub.stale_form_for("Ben", &date);
        let ben = Guest::new(&date, &hub.submit(&form.clone().with("wait", "1")).await);
        let topic = anna.id(&hub).0;
        hub.write("alpha", move |tx, hub, now| outbox::post(tx, hub, topic, "seat.message.x", "{\"name\":\"Anna\"}", now, now)).await;
        hub.write("alpha", move |tx, hub, now| {
            for row in outbox::claim(tx, hub, now, 100)? {
                outbox::failed(tx, hub, &row, true, "550", now)?;
            }
            Ok(())
        })
        .await;
        let (id, key) = (ben.id(&hub), form.value("key").to_owned());
        let any = nabe::ids::OccasionId(uuid::Uuid::nil());
        let by_form = move |tx: &nabe::db::Tx<'_>, hub| bookings::store::known(tx, hub, &key, None, any).map(|known| known.by_form);
        assert_eq!(hub.read("alpha", by_form.clone()).await.map(|(found, _)| found), Some(id));
        nights(&hub, 6).await;
        assert_eq!(hub.read("alpha", by_form.clone()).await.map(|(found, _)| found), Some(id), "within the week");
        nights(&hub, 1).await;
        assert_eq!(hub.read("alpha", by_form).await, None);
        nights(&hub, 6).await;
        assert!(!hub.read("alpha", outbox::parked).await.is_empty(), "within fourteen days");
        nights(&hub, 1).await;
        assert!(hub.read("alpha", outbox::parked).await.is_empty());
        is_sound(&hub).await;
    }

    async fn a_clock_that_leaps_forgets_nothing_in_its_first_night_and_one_that_falls_back_delays_nothing(hub) {
        let (date, ..) = anna_and_wanda(&hub).await;
        nights(&hub, 2).await;
        let right = hub.now();
        hub.advance_clock(400 * 24 * 60);
        let round = NightRound::new(hub.app().clone());
        round.round().await.unwrap();
        assert_eq!(names(&hub, &date).await, ["Anna", "Wanda"], "thirteen months later, all at once");
        // Somebody sets the clock right: the next night is at hand again, and those after it do their work.
        hub.set_clock(right);
        round.round().await.unwrap();
        let latest = right.plus(booking::Span::from_days(2));
        let without = hub.app().db().read(Scope::Installation, move |tx| due::without(tx, due::NIGHT, latest)).await.unwrap();
        assert!(without.is_empty(), "every hub has a night before it");
        nights(&hub, 14).await;
        assert_eq!(names(&hub, &date).await, ["Anna", ""]);
        nights(&hub, 25).await;
        assert_eq!(names(&hub, &date).await, ["", ""]);
        is_sound(&hub).await;
    }

    async fn a_round_that_breaks_off_goes_on_where_it_was(hub) {
        let date = hub.offer(Plan::seats(400)).await;
        let id = date.id;
        hub.write("alpha", move |tx, hub, now| {
            let desk = bookings::Desk::<nabe::features::events::Seats>::new(tx, hub, now, None);
            (0..350).try_for_each(|number| desk.book(id, &ask(number)).map(drop))
        })
        .await;
        let kept = |names: Vec<String>| names.iter().filter(|name| !name.is_empty()).count();
        nights(&hub, 37).await;
        assert_eq!(kept(names(&hub, &date).await), 350);
        hub.advance_clock(24 * 60);
        let round = NightRound::new(hub.app().clone());
        let working = tokio::spawn(async move { round.round().await });
        while kept(names(&hub, &date).await) == 350 {
            tokio::time::sleep(Duration::from_millis(1)).await;
        }
        working.abort();
        let _ = working.await;
        assert!(kept(names(&hub, &date).await) > 0, "it broke off before its end");
        NightRound::new(hub.app().clone()).round().await.unwrap();
        assert_eq!(kept(names(&hub, &date).await), 0);
        assert_eq!(hub.counts(&date).await.seated, 350);
        is_sound(&hub).await;
    }

    async fn mails_kept_as_files_and_old_sessions_go(hub) {
        anna_and_wanda(&hub).await;
        let lead = Desk::new(&hub, "lead@example.org", Role::Lead).await;
        let files = || std::fs::read_dir(hub.data_folder().join("mails")).unwrap().flatten().map(|file| file.path()).collect::<Vec<_>>();
        let days_ago = |days: u64| UNIX_EPOCH + Duration::from_micros(u64::try_from(hub.now().micros()).unwrap()) - Duration::from_secs(days * 86_400);
        let [old, young] = &files()[..] else { panic!("two mails are kept: {:?}", files()) };
        std::fs::File::options().write(true).open(old).unwrap().set_modified(days_ago(15)).unwrap();
        std::fs::File::options().write(true).open(young).unwrap().set_modified(days_ago(13)).unwrap();
        NightRound::new(hub.app().clone()).round().await.unwrap();
        assert_eq!(files(), std::slice::from_ref(young));
        lead.get("/alpha/staff").await.is(200);
        hub.advance_clock(12 * 60);
        assert_eq!(NightRound::new(hub.app().clone()).round().await.unwrap(), 1, "the session that nobody used for twelve hours");
    }

    async fn the_lead_sets_periods_and_the_notice_says_the_same(hub) {
        let (date, anna, _) = anna_and_wanda(&hub).await;
        hub.get("/alpha/privacy").await.says("Anmeldungen: 30 Tage nach dem Ende der Veranstaltung. Danach bleibt: Zahl der Plätze");
        let lead = Desk::new(&hub, "lead@example.org", Role::Lead).await;
        let page = lead.get("/alpha/staff/hub/data-protection/periods").await;
        let wrong = lead.submit(&page.form("/periods").with("registration", "6").with("waitlist", "")).await;
        wrong.is(422).says("Anmeldungen: Geben Sie eine Zahl von 7 bis 180 ein").says("Wartelisten: Geben Sie eine Zahl von 1 bis 90 ein");
        assert_eq!(wrong.all("[aria-invalid]", "id"), ["registration", "waitlist"]);
        let saved = lead.submit(&page.form("/periods").with("registration", "10")).await;
        lead.get(saved.location()).await.says("10 Tage nach dem Ende der Veranstaltung").says("Gespeichert.");
        hub.get("/alpha/privacy").await.says("Anmeldungen: 10 Tage nach dem Ende der Veranstaltung.");
        hub.get("/beta/privacy").await.says("Anmeldungen: 30 Tage nach dem Ende der Veranstaltung.");
        hub.page_of(&anna).await.says("spätestens am Samstag, 19. Dezember 2026.");
        nights(&hub, 18).await;
        assert_eq!(names(&hub, &date).await, ["", ""]);
    }

    async fn the_notice_says_what_the_hub_has_entered_and_names_what_is_missing(hub) {
        hub.get("/alpha/privacy").await.says("Verantwortliche Stelle mit Anschrift: noch einzutragen");
        let lead = Desk::new(&hub, "lead@example.org", Role::Lead).await;
        let form = lead.get("/alpha/staff/hub/data-protection/details").await.form("/details");
        let too_long = lead.submit(&form.clone().with("controller", &"ä".repeat(1001)).with("backup_days", "viele")).await;
        too_long.is(422).says("Kürzen Sie den Text auf 1.000 Zeichen").says("Geben Sie eine Zahl von 1 bis 400 ein");
        let entered = form.with("controller", "Stadt Muster\nMarkt 1").with("backup_days", "14").with("authority", "Landesbehörde");
        lead.submit(&entered).await.is(303);
        let notice = hub.get("/alpha/privacy").await;
        notice.says("Stadt Muster").says("noch bis zu 14 Tage").says("Landesbehörde").does_not_say("Verantwortliche Stelle mit Anschrift");
        hub.get("/beta/privacy").await.does_not_say("Stadt Muster");
    }

    async fn one_person_is_found_shown_and_handed_out(hub) {
        let (_, anna, _) = anna_and_wanda(&hub).await;
        let lead = Desk::new(&hub, "lead@example.org", Role::Lead).await;
        let search = lead.get("/alpha/staff/hub/data-protection").await.form("/people/search");
        for typed in ["Anna", "anna@example.org", "035952/5555", "Hans Begleiter"] {
            lead.submit(&search.clone().with("q", typed)).await.is(200).says("1 gefunden.").says("Anna, anna@example.org, 035952 5555").does_not_say("Wanda");
        }
        lead.submit(&search.clone().with("q", "Niemand")).await.says("nichts gespeichert");
        let found = lead.submit(&search.with("q", "Anna")).await;
        let report = found.form("/people/report");
        let sheet = lead.submit(&report).await;
        sheet.is(200).says("Sicher im Netz, Dienstag, 8. Dezember 2026").says("Hans Begleiter").says("Komme mit Rad").says("30 Tage nach dem Ende der Veranstaltung");
        assert_eq!(sheet.header("cache-control"), "no-store");
        let mut for_file = report.clone();
        for_file.action = report.action.replace("/report", "/file");
        let file = lead.submit(&for_file).await;
        let data: serde_json::Value = serde_json::from_str(file.is(200).text()).unwrap();
        let kept = &data["registrations"][0];
        assert_eq!((kept["name"].as_str(), kept["seats"].as_u64(), kept["state"].as_str()), (Some("Anna"), Some(2), Some("confirmed")));
        assert_eq!(kept["code"].as_str(), Some(hub.booking(&anna).await.code.as_str()));
        assert!(data["kept"].as_array().unwrap().len() >= 5 && data["rights"].as_array().unwrap().len() >= 4, "{data}");
        let nothing = lead.submit(&report.without("booking")).await;
        nothing.is(422).says("Wählen Sie mindestens eine Anmeldung aus");
        let log = lead.get("/alpha/staff/hub/data-protection/people").await;
        log.says("1. Dezember 2026: Auskunft über 1 Anmeldung, Mitarbeiterin").does_not_say("Anna");
    }

    async fn who_is_erased_gives_the_place_back_and_leaves_the_figures(hub) {
        let past = hub.offer(Plan::seats(5).titled("Gestern").on_days(&[date(2026, 12, 2)])).await;
        let coming = hub.offer(Plan::seats(1)).await;
        let (was, anna, wanda) = (hub.register("Anna", &past).await, hub.register("Anna", &coming).await, hub.wait_for("Wanda", 1, &coming).await);
        hub.mails().await;
        hub.advance_clock(2 * 24 * 60);
        let lead = Desk::new(&hub, "lead@example.org", Role::Lead).await;
        let search = lead.get("/alpha/staff/hub/data-protection/people").await.form("/people/search");
        let mut form = lead.submit(&search.with("q", "anna@example.org")).await.form("/people/erasure");
        "/alpha/staff/hub/data-protection/people/erasure".clone_into(&mut form.action);
        let question = lead.submit(&form).await;
        question.is(200).says("1 Anmeldung gilt noch. Sie wird zuerst abgesagt.").says("In Sicherungskopien");
        assert_eq!(hub.booking(&anna).await.state, booking::State::Confirmed, "asking changes nothing");
        let sure = question.form("/people/erasure");
        let done = lead.submit(&sure).await;
        lead.get(done.location()).await.says("Gelöscht.").says("2 Anmeldungen gelöscht, davon 1 vorher abgesagt").does_not_say("Anna");
        assert!(lead.submit(&sure).await.location().ends_with("done=nothing"), "twice does it once");

        for guest in [&was, &anna] {
            let booking = hub.booking(guest).await;
            assert!(booking.is_erased() && booking.email.is_empty());
            hub.page_of(guest).await.is(410);
            hub.undo(guest).await.is(404);
        }
        assert_eq!(hub.counts(&past).await.seated, 1, "who was there still counts");
        assert_eq!(hub.booking(&wanda).await.state, booking::State::Offered, "the place went on");
        hub.advance_clock(2);
        let mails = hub.mails().await;
        assert!(mails.iter().any(|mail| mail.to == "anna@example.org" && mail.subject.starts_with("Ihre Absage")), "the last mail to her");
        let (id, other) = (was.id(&hub).0, anna.id(&hub).0);
        let left = hub.read("alpha", move |tx, hub| Ok((outbox::of_topic(tx, hub, id)?, outbox::of_topic(tx, hub, other)?))).await;
        assert!(left.0.is_empty() && left.1.iter().all(|mail| mail.payload.is_empty()), "{left:?}");
        is_sound(&hub).await;
    }

    async fn the_papers_follow_from_the_table_and_the_periods(hub) {
        let lead = Desk::new(&hub, "lead@example.org", Role::Lead).await;
        let periods = lead.get("/alpha/staff/hub/data-protection/periods").await.form("/periods").with("waitlist", "3");
        lead.submit(&periods).await.is(303);
        let record = lead.get("/alpha/staff/hub/data-protection/record").await;
        record.is(200).says("3 Tage nach dem Ende der Veranstaltung").says("Bevor Sie drucken, fehlt noch");
        for class in retention::CLASSES {
            let name = (class.name)(nabe::texts::Texts { lang: nabe::texts::Lang::De });
            record.says(name);
        }
        lead.get("/alpha/staff/hub/data-protection/annex").await.is(200).says("3 Tage nach dem Ende").says("argon2id").says("Ergänzt der Betreiber");
        lead.get("/alpha/en/staff/hub/data-protection/annex").await.is(200).says("Annex to the processing agreement");
    }

    async fn nobody_elses_registrations_are_shown_or_erased(hub) {
        let date = hub.offer(Plan::seats(2).in_hub("beta")).await;
        let anna = hub.register("Anna", &date).await;
        let lead = Desk::new(&hub, "lead@example.org", Role::Lead).await;
        let search = lead.get("/alpha/staff/hub/data-protection/people").await.form("/people/search");
        lead.submit(&search.clone().with("q", "Anna")).await.says("Nichts gefunden.");
        let id = anna.id(&hub).to_string();
        for page in ["report", "file", "erasure"] {
            let mut form = search.clone().with("booking", &id);
            form.action = format!("/alpha/staff/hub/data-protection/people/{page}");
            lead.submit(&form).await.is(404);
        }
        let mut form = search.with("booking", &id).with("sure", "1");
        "/alpha/staff/hub/data-protection/people/erasure".clone_into(&mut form.action);
        assert!(lead.submit(&form).await.location().ends_with("done=nothing"));
        assert!(!hub.booking(&anna).await.is_erased());
    }

    async fn data_protection_is_for_the_lead_alone(hub) {
        let staff = Desk::new(&hub, "staff@example.org", Role::Staff).await;
        for page in ["", "/periods", "/details", "/people", "/record", "/annex"] {
            let path = format!("/alpha/staff/hub/data-protection{page}");
            staff.get(&path).await.is(403);
            assert!(hub.get(&path).await.location().contains("/staff/sign-in"));
        }
    }
}

/// What is erased does not even stand in the file any more.
#[test]
fn erased_names_are_overwritten_in_the_file() {
    crate::support::run(crate::support::Engine::Sqlite, |hub: TestHub| async move {
        anna_and_wanda(&hub).await;
        let file = hub.data_folder().join("nabe.sqlite");
        let contains = move || String::from_utf8_lossy(&std::fs::read(&file).unwrap()).contains("Hans Begleiter");
        let now = hub.now();
        let hub = hub.restart(now).await;
        assert!(contains(), "the companion stands in the file as long as it is kept");
        nights(&hub, 40).await;
        let now = hub.now();
        let _hub = hub.restart(now).await;
        assert!(!contains());
    });
}

/// Somebody who books at the counter.
pub fn ask(number: u32) -> bookings::Ask {
    bookings::Ask {
        seats: 1,
        waitlist: false,
        channel: bookings::Channel::Staff,
        overrides: booking::Overrides::default(),
        name: format!("Gast {number}"),
        email: String::new(),
        phone: String::new(),
        companions: Vec::new(),
        answers: Vec::new(),
        note: String::new(),
        paper: bookings::Paper::None,
        lang: nabe::texts::Lang::De,
        organisation: None,
        form_key: format!("key {number}"),
        form_print: [7; 32],
    }
}
