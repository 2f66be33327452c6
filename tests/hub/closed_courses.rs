//! Courses for people of member organisations: nothing of them is told to anybody else; a code or a mail address at work opens them.

use nabe::auth::Role;
use nabe::organisations::{Domain, Organisation, store};

use crate::data_protection::Desk;
use crate::support::{Answer, Date, Guest, Plan, TestHub, filled, ids_of, journeys, member, routes};

const TITLE: &str = "Geheimnis der Elektroakte";

/// A closed course with so many seats.
pub async fn course(hub: &TestHub, seats: u32) -> Date {
    hub.offer(Plan::seats(seats).titled(TITLE).closed()).await
}

/// A member organisation of alpha whose people have addresses at this domain.
pub async fn town(hub: &TestHub, domain: &'static str) -> Organisation {
    hub.write("alpha", move |tx, hub, now| {
        let new = member(tx, hub, now)?;
        let named = Organisation { name: domain.to_owned(), domains: Domain::parse(domain).into_iter().collect(), ..new };
        store::update(tx, hub, &named)?;
        Ok(named)
    })
    .await
}

/// What typing a code leads to.
pub async fn with_code(hub: &TestHub, code: &str) -> Answer {
    let form = hub.get("/alpha/training").await.is(200).form("/training/code").with("code", code);
    hub.submit(&form).await
}

/// The page of the courses open to an organisation.
pub async fn opened(hub: &TestHub, town: &Organisation) -> Answer {
    let list = with_code(hub, &town.code).await.location().to_owned();
    hub.get(&list).await
}

/// Registers one of an organisation's people over the pages.
pub async fn register(hub: &TestHub, town: &Organisation, name: &str, date: &Date) -> Answer {
    let form = opened(hub, town).await.path.clone() + &format!("/{}/{}/registration", date.slug, date.key);
    let form = hub.get(&form).await.is(200).form("/registration").with("name", name).with("email", &format!("{}@example.org", name.to_lowercase()));
    hub.submit(&form).await
}

/// Every page that is not for staff, of the closed course where it can be named, in both languages, with what people look for.
async fn public_pages(hub: &TestHub, date: &Date) -> Vec<String> {
    let other = hub.offer(Plan::seats(3).titled("Offener Kurs")).await;
    let guest = hub.register("Anna", &other).await;
    let mut ids = ids_of(hub, &other, &guest).await;
    ids.extend([("event", date.slug.clone()), ("date", date.key.clone())]);
    // What a stranger might try.
    ids.insert("pass", "AAAA".to_owned());
    let all = routes().into_iter().filter(|route| !route.posts && route.path != "/staff" && !route.path.starts_with("/staff/"));
    let mut paths: Vec<String> = all.map(|route| filled(&route.path, &ids)).collect();
    for more in
        ["/events?q=Geheimnis", "/events?q=elektroakte", "/events?topic=digital", "/events?free=1", "/events?month=2026-12", "/events/month?month=2026-12"]
    {
        paths.push(more.to_owned());
    }
    for more in ["/events/calendar.ics?topic=digital", "/events?for_whom=offices", "/training?event=x", "/sitemap.xml", "/robots.txt", "/api/events", "/embed"]
    {
        paths.push(more.to_owned());
    }
    let reserved = |path: &str| nabe::door::is_of_installation(path.split('/').nth(1).unwrap_or_default());
    paths.iter().flat_map(|path| if reserved(path) { vec![path.clone()] } else { vec![format!("/alpha{path}"), format!("/alpha/en{path}")] }).collect()
}

journeys! {
    async fn nothing_of_a_closed_course_is_told_to_a_stranger(hub) {
        let date = course(&hub, 5).await;
        let town = town(&hub, "stadt-pulsnitz.example").await;
        let paths = public_pages(&hub, &date).await;
        assert!(paths.len() > 60, "{}", paths.len());
        let mut read = 0;
        for (n, path) in paths.iter().enumerate() {
            // Guessed links are counted by network.
            let stranger = hub.caller(u8::try_from(n % 200).unwrap());
            let sent = crate::support::request(axum::http::Method::GET, path, &[]).body(axum::body::Body::empty()).unwrap();
            let answer = stranger.send_unchecked(sent).await;
            let text = String::from_utf8_lossy(&answer.body).into_owned();
            assert!(!text.contains(TITLE) && !text.contains("Elektroakte"), "{path} ({}) names the closed course", answer.status);
            assert!(answer.status.as_u16() < 500, "{path}: {}", answer.status);
            read += usize::from(answer.status.is_success());
        }
        println!("{} public addresses asked, {read} of them with a page, none names the closed course", paths.len());
        assert!(read > 30, "{read}");
        // The control: after the code the same words are there, and an open course is where the closed one is not.
        opened(&hub, &town).await.is(200).says(TITLE);
        hub.get("/alpha/events?q=offener").await.says("Offener Kurs");
    }

    async fn the_address_of_a_closed_course_leads_to_the_code_and_from_there_to_it(hub) {
        let date = course(&hub, 5).await;
        let town = town(&hub, "stadt-pulsnitz.example").await;
        let gate = hub.get(&date.page()).await;
        assert_eq!(gate.location(), format!("/alpha/training?event={}", date.slug));
        assert_eq!(hub.get(&date.form()).await.location(), gate.location());
        hub.submit(&hub.stale_form_for("Anna", &date)).await.is(404);
        let page = hub.get(gate.location()).await;
        page.is(200).says("Mit dem Code Ihrer Organisation").does_not_say(TITLE);
        let shown = hub.submit(&page.form("/training/code").with("code", &town.code.to_lowercase())).await;
        let course = hub.get(shown.location()).await;
        course.is(200).says(TITLE).says("Nur für Mitgliedsorganisationen: stadt-pulsnitz.example");
        assert_eq!((course.header("cache-control"), course.header("etag"), course.header("set-cookie")), ("no-store", "", ""));
        let form = course.all("main a", "href").into_iter().find(|href| href.ends_with("/registration")).expect("one can register");
        let form = hub.get(&form).await.is(200).form("/registration").with("name", "Kim").with("email", "kim@example.org");
        let guest = Guest::new(&date, &hub.submit(&form).await);
        hub.get(&guest.page).await.says("Ihr Platz ist sicher.").says(TITLE);
        assert_eq!(hub.booking(&guest).await.organisation, Some(town.id));
    }

    async fn a_code_that_nobody_has_opens_nothing_and_guessing_is_stopped(hub) {
        let town = town(&hub, "stadt-pulsnitz.example").await;
        with_code(&hub, "K7MW-4TRA").await.is(422).says("Diesen Code kennen wir nicht.");
        with_code(&hub, " ").await.is(422).says("Geben Sie den Code Ihrer Organisation ein.");
        for _ in 0..30 {
            with_code(&hub, "K7MW-4TRA").await;
        }
        with_code(&hub, &town.code).await.is(429);
        assert!(with_code(&hub.caller(9), &town.code).await.location().starts_with("/alpha/training/"));
        let other = hub.get("/beta/training").await.form("/training/code").with("code", &town.code);
        hub.caller(10).submit(&other).await.is(422);
    }

    async fn a_pass_ends_by_itself_and_with_the_code(hub) {
        let date = course(&hub, 5).await;
        let town = town(&hub, "stadt-pulsnitz.example").await;
        let list = opened(&hub, &town).await.path;
        hub.get(&list.replace("/alpha/", "/beta/")).await.is(303);
        hub.advance_clock(24 * 60 - 1);
        hub.get(&list).await.is(200).says(TITLE);
        hub.advance_clock(1);
        assert_eq!(hub.get(&list).await.location(), "/alpha/training?ended=1");
        assert_eq!(hub.get(&format!("{list}/{}", date.slug)).await.location(), format!("/alpha/training?event={}&ended=1", date.slug));
        hub.get("/alpha/training?ended=1").await.says("Dieser Zugang gilt nicht mehr.");
        let list = opened(&hub, &town).await.path;
        hub.write("alpha", move |tx, hub, _| store::set_code(tx, hub, town.id, "HAFEN357")).await;
        hub.get(&list).await.is(303);
    }

    async fn an_address_at_work_gets_a_link_and_any_other_the_same_answer(hub) {
        let date = course(&hub, 5).await;
        town(&hub, "stadt-pulsnitz.example").await;
        let page = hub.get(&format!("/alpha/training?event={}", date.slug)).await;
        let ask = |address: &str| page.form("/training/link").with("email", address);
        let known = hub.submit(&ask("kim@stadt-pulsnitz.example")).await;
        let unknown = hub.submit(&ask("kim@example.org")).await;
        assert_eq!((known.status, known.location(), &known.body), (unknown.status, unknown.location(), &unknown.body));
        let names = |answer: &Answer| answer.headers.keys().map(ToString::to_string).collect::<Vec<_>>();
        assert_eq!(names(&known), names(&unknown));
        hub.get(known.location()).await.says("Gehört die Adresse zu einer Mitgliedsorganisation, ist der Link unterwegs.");
        let mails = hub.mails().await;
        assert_eq!(mails.iter().map(|mail| mail.to.as_str()).collect::<Vec<_>>(), ["kim@stadt-pulsnitz.example"]);
        assert!(!mails[0].raw.contains(TITLE), "a mail can be read on the way");
        hub.get(&mails[0].links()[0]).await.is(200).says(TITLE);
        hub.submit(&ask("kim")).await.is(422).says("Geben Sie eine vollständige E-Mail-Adresse an");
    }

    async fn a_course_for_some_organisations_is_not_there_for_the_others(hub) {
        let date = course(&hub, 5).await;
        let (pulsnitz, ohorn) = (town(&hub, "pulsnitz.example").await, town(&hub, "ohorn.example").await);
        let staff = Desk::new(&hub, "staff@example.org", Role::Staff).await;
        let terms = format!("/alpha/staff/events/{}/training", date.slug);
        let form = staff.get(&terms).await.is(200).form("/training").with("open_to", "some");
        staff.submit(&form).await.is(422).says("Kreuzen Sie mindestens eine Organisation an.");
        let saved = staff.submit(&form.with("organisation", &pulsnitz.id.to_string())).await;
        staff.get(saved.location()).await.says("Gespeichert.");
        opened(&hub, &pulsnitz).await.says(TITLE);
        let list = opened(&hub, &ohorn).await;
        list.does_not_say(TITLE).says("kein Kurs geplant");
        hub.get(&format!("{}/{}", list.path, date.slug)).await.is(404);
        hub.get(&format!("{}/{}/{}/registration", list.path, date.slug, date.key)).await.is(404);
        let open = hub.offer(Plan::seats(3)).await;
        hub.get(&format!("{}/{}", list.path, open.slug)).await.is(404);
        assert!(staff.get(&format!("/alpha/staff/events/{}/training", open.slug)).await.location().ends_with(&open.slug));
    }

    async fn staff_make_a_closed_course_and_book_for_callers_of_an_organisation(hub) {
        let town = town(&hub, "pulsnitz.example").await;
        let staff = Desk::new(&hub, "staff@example.org", Role::Staff).await;
        let form = staff.get("/alpha/staff/events/new").await.is(200).form("/staff/events").with("title", TITLE).with("topic", "digital").with("capacity", "5");
        let form = form.with("day", "8.12.2026").with("from", "14").with("to", "16").with("open_to", "members").with("state", "published");
        let made = staff.submit(&form).await;
        let page = staff.get(made.location()).await;
        page.is(200).says("Nur Mitgliedsorganisationen");
        let slug = page.path.rsplit('/').next().unwrap().to_owned();
        assert!(slug.starts_with("fortbildung-") && !slug.contains("elektroakte"), "{slug}");
        staff.get("/alpha/staff/events").await.says(TITLE).says("Nur Mitgliedsorganisationen");
        opened(&hub, &town).await.says(TITLE);
        let wanted = slug.clone();
        let date = hub.read("alpha", move |tx, hub| {
            let event = nabe::features::events::event_by_slug(tx, hub, &wanted)?.unwrap();
            nabe::features::events::store::last_occurrence(tx, hub, event.id)
        });
        let date = date.await.unwrap();
        let caller = staff.get(&format!("/alpha/staff/registrations/new?date={}", date.id)).await.is(200).form("/staff/registrations").with("name", "Kim");
        staff.submit(&caller.clone().with("organisation", "")).await.is(422).says("Wählen Sie, zu welcher Organisation die Person gehört");
        let booked = staff.submit(&caller.with("organisation", &town.id.to_string())).await;
        staff.get(booked.location()).await.is(200).says("Kim");
        let bookings = hub.read("alpha", move |tx, hub| nabe::bookings::store::of_occasion(tx, hub, date.id)).await;
        assert_eq!(bookings[0].organisation, Some(town.id));
        let draft = staff.get(&page.path).await.form(&page.path).with("state", "draft");
        staff.submit(&draft).await.location();
        opened(&hub, &town).await.does_not_say(TITLE);
        hub.get(&format!("/alpha/events/{slug}")).await.is(404);
    }

    async fn staff_see_of_which_organisation_somebody_is_and_helpers_do_not(hub) {
        let date = hub.offer(Plan::seats(5).titled(TITLE).closed().on_days(&[jiff::civil::date(2026, 12, 1)])).await;
        let (pulsnitz, ohorn) = (town(&hub, "pulsnitz.example").await, town(&hub, "ohorn.example").await);
        let kim = Guest::new(&date, &register(&hub, &pulsnitz, "Kim", &date).await);
        register(&hub, &ohorn, "Lou", &date).await.location();
        hub.write("alpha", move |tx, hub, _| store::update(tx, hub, &Organisation { name: "=1+1; Ohorn".to_owned(), ..ohorn.clone() })).await;
        let staff = Desk::new(&hub, "staff@example.org", Role::Staff).await;
        let list = format!("/alpha/staff/events/{}/{}/participants", date.slug, date.key);
        let page = staff.get(&list).await;
        page.is(200).says("pulsnitz.example").says("=1+1; Ohorn");
        let found = staff.submit(&page.form("/participants").with("q", "ohorn")).await;
        found.says("Lou").does_not_say("Kim");
        staff.get(&format!("/alpha/staff/registrations/{}", kim.id(&hub))).await.is(200).says("Organisation").says("pulsnitz.example");
        let file = staff.get(&format!("{list}.csv")).await;
        let lines: Vec<&str> = file.text().trim_start_matches('\u{feff}').lines().collect();
        assert!(lines[0].ends_with(";Organisation"), "{}", lines[0]);
        assert!(lines[1].starts_with("Kim;") && lines[1].ends_with(";pulsnitz.example"), "{}", lines[1]);
        assert!(lines[2].starts_with("Lou;") && lines[2].ends_with(";\"'=1+1; Ohorn\""), "no spreadsheet takes it for a formula: {}", lines[2]);
        let helper = Desk::new(&hub, "helper@example.org", Role::Helper).await;
        let page = helper.get(&list).await;
        page.is(200).says("Kim").does_not_say("pulsnitz.example");
        helper.submit(&page.form("/participants").with("q", "pulsnitz")).await.does_not_say("Kim");
        // In the public programme nothing is said of organisations.
        let open = hub.offer(Plan::seats(5)).await;
        hub.register("Anna", &open).await;
        let file = staff.get(&format!("/alpha/staff/events/{}/{}/participants.csv", open.slug, open.key)).await;
        file.says("Anna").does_not_say("Organisation");
    }

    async fn an_organisation_with_registrations_stays(hub) {
        let date = course(&hub, 5).await;
        let town = town(&hub, "pulsnitz.example").await;
        register(&hub, &town, "Kim", &date).await.location();
        let lead = Desk::new(&hub, "lead@example.org", Role::Lead).await;
        let page = format!("/alpha/staff/hub/organisations/{}", town.id);
        let answer = lead.submit(&lead.get(&page).await.form("/removal")).await;
        lead.get(answer.location()).await.is(200).says("Die Organisation hat Anmeldungen und bleibt deshalb stehen.");
    }
}
