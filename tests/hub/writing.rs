//! Staff write pages and news: drafts, publishing, two at the same time, history, pictures, own words on legal pages.

use axum::body::Body;
use axum::http::{Method, header};
use image::{DynamicImage, ImageFormat, Rgb, RgbImage};
use nabe::auth::Role;
use nabe::features::pages;

use crate::own_hub::{Colleague, lead};
use crate::support::{Answer, Form, TestHub, journeys, request};

async fn staff(hub: &TestHub) -> Colleague {
    Colleague::new(hub, "kim@example.org", Role::Staff).await
}

async fn new_page(kim: &Colleague, title: &str) -> Form {
    kim.get("/alpha/staff/pages/new").await.is(200).form("/staff/pages").with("title", title)
}

async fn edit(kim: &Colleague, slug: &str) -> Form {
    kim.get(&format!("/alpha/staff/pages/{slug}")).await.is(200).form(&format!("/staff/pages/{slug}"))
}

/// Publishes a new page with a text.
async fn publish(kim: &Colleague, title: &str, body: &str) -> String {
    let form = new_page(kim, title).await.with("body", body).with("step", "publish");
    let answer = kim.submit(&form).await;
    let (path, done) = answer.location().split_once('?').unwrap();
    assert_eq!(done, "done=published");
    path.rsplit_once('/').unwrap().1.to_owned()
}

/// A red picture as a camera would send it.
fn photograph() -> Vec<u8> {
    let mut bytes = std::io::Cursor::new(Vec::new());
    DynamicImage::ImageRgb8(RgbImage::from_pixel(800, 600, Rgb([200, 40, 40]))).write_to(&mut bytes, ImageFormat::Jpeg).unwrap();
    bytes.into_inner()
}

async fn upload(kim: &Colleague, slug: &str, fields: &[(&str, &str)], file: &[u8]) -> Answer {
    let page = format!("/alpha/staff/pages/{slug}/pictures");
    let key = kim.get(&page).await.form("/pictures").value("key").to_owned();
    let mut body = Vec::new();
    for (name, value) in [("key", key.as_str())].iter().chain(fields) {
        body.extend(format!("--grenze\r\nContent-Disposition: form-data; name=\"{name}\"\r\n\r\n{value}\r\n").into_bytes());
    }
    body.extend_from_slice(b"--grenze\r\nContent-Disposition: form-data; name=\"file\"; filename=\"bild.jpg\"\r\nContent-Type: image/jpeg\r\n\r\n");
    body.extend_from_slice(file);
    body.extend_from_slice(b"\r\n--grenze--\r\n");
    let request = request(Method::POST, &page, &[("cookie", kim.cookie()), (header::CONTENT_TYPE.as_str(), "multipart/form-data; boundary=grenze")]);
    kim.hub().send(request.body(Body::from(body)).unwrap()).await
}

journeys! {
    async fn a_draft_is_for_the_team_and_a_published_page_for_everybody(hub) {
        let kim = staff(&hub).await;
        let form = new_page(&kim, "Über uns").await.with("lede", "Wir sind da.").with("body", "## Wer\n\nAlle.").with("step", "save");
        assert_eq!(kim.submit(&form).await.location(), "/alpha/staff/pages/ueber-uns?done=saved");
        assert_eq!(kim.submit(&form).await.location(), "/alpha/staff/pages/ueber-uns?done=saved", "the same form twice is one page");
        kim.get("/alpha/staff/pages").await.says("Über uns").says("Entwurf");
        hub.get("/alpha/pages/ueber-uns").await.is(404);
        hub.get("/alpha/pages").await.is(200).says("noch nichts zu lesen").does_not_say("Wir sind da.");
        kim.get("/alpha/staff/pages/ueber-uns/preview").await.is(200).says("Noch sieht sie nur das Team").says("Wir sind da.");
        hub.get("/alpha/staff/pages/ueber-uns/preview").await.location();

        kim.submit(&edit(&kim, "ueber-uns").await.with("step", "publish")).await.location();
        let page = hub.get("/alpha/pages/ueber-uns").await;
        page.is(200).says("Wir sind da.").says("Stand: Dienstag, 1. Dezember 2026.");
        assert_eq!((page.count("h1"), page.count("main h2")), (1, 1));
        hub.get("/beta/pages/ueber-uns").await.is(404);
        let overview = hub.get("/alpha/pages").await;
        overview.says("Wir sind da.").does_not_say("noch nichts zu lesen");
        assert!(overview.all("main a", "href").contains(&"/alpha/pages/ueber-uns".to_owned()));
        hub.get("/beta/pages").await.says("noch nichts zu lesen");
        let in_english = hub.get("/alpha/en/pages").await;
        assert!(in_english.all("main a[lang]", "lang").contains(&"de".to_owned()), "an untranslated title is marked as German");

        kim.submit(&edit(&kim, "ueber-uns").await.with("lede", "Wir sind hier.").with("step", "save")).await.location();
        hub.get("/alpha/pages/ueber-uns").await.says("Wir sind da.").does_not_say("Wir sind hier.");
        kim.get("/alpha/staff/pages").await.says("Änderungen noch nicht veröffentlicht");
        kim.submit(&edit(&kim, "ueber-uns").await.with("step", "publish")).await.location();
        hub.get("/alpha/pages/ueber-uns").await.says("Wir sind hier.");
        kim.submit(&kim.get("/alpha/staff/pages/ueber-uns").await.form("/withdrawal")).await.location();
        hub.get("/alpha/pages/ueber-uns").await.is(404);
    }

    async fn a_refused_page_comes_back_as_it_was_typed(hub) {
        let kim = staff(&hub).await;
        let form = new_page(&kim, "Team").await.with("body", "### Zu tief\n\nText").with("checked_by", "Lena").with("step", "publish");
        let answer = kim.submit(&form).await;
        answer.is(422).says("Vor „Zu tief“ (###) fehlt eine Überschrift mit ##.").says("Geben Sie auch an, wann geprüft wurde.");
        assert_eq!(answer.all(".nabe-errs a", "href"), ["#checked_on", "#body"]);
        let again = answer.form("/staff/pages");
        assert_eq!((again.value("title"), again.value("checked_by")), ("Team", "Lena"));
        assert!(again.value("body").contains("### Zu tief"));
        kim.submit(&again.with("checked_by", "").with("body", "## Gut").with("step", "publish")).await.location();
        let taken = kim.submit(&new_page(&kim, "Anderes").await.with("slug", "Team").with("step", "save")).await;
        taken.is(422).says("Eine andere Seite heißt schon so.");
        let free = kim.submit(&new_page(&kim, "Team").await.with("step", "save")).await;
        assert_eq!(free.location(), "/alpha/staff/pages/team-2?done=saved");
    }

    async fn two_who_write_at_the_same_time_do_not_overwrite_each_other_unnoticed(hub) {
        let (kim, lena) = (staff(&hub).await, lead(&hub).await);
        let slug = publish(&kim, "Team", "Erste Fassung").await;
        let (hers, his) = (edit(&lena, &slug).await.with("body", "Lenas Fassung"), edit(&kim, &slug).await.with("body", "Kims Fassung"));
        lena.submit(&hers.with("step", "publish")).await.location();
        let answer = kim.submit(&his.with("step", "publish")).await;
        answer.is(409).says("Jemand anders hat inzwischen gespeichert.").says("Lenas Fassung");
        let again = answer.form(&format!("/staff/pages/{slug}"));
        assert_eq!(again.value("body").trim(), "Kims Fassung");
        hub.get(&format!("/alpha/pages/{slug}")).await.says("Lenas Fassung");
        kim.submit(&again.with("step", "publish")).await.location();
        hub.get(&format!("/alpha/pages/{slug}")).await.says("Kims Fassung");
    }

    async fn every_save_can_be_compared_and_brought_back(hub) {
        let kim = staff(&hub).await;
        let slug = publish(&kim, "Team", "Wir haben drei Tische.").await;
        kim.submit(&edit(&kim, &slug).await.with("body", "Wir haben vier Tische.").with("step", "publish")).await.location();
        let history = format!("/alpha/staff/pages/{slug}/revisions");
        kim.get(&history).await.is(200).says("Fassung 2").says("Mitarbeiterin").says("Steht öffentlich");
        let second = kim.get(&format!("{history}/2")).await;
        second.is(200);
        assert_eq!((second.count(".nabe-diff del"), second.count(".nabe-diff ins")), (1, 1));
        second.says("drei").says("vier");
        let first = kim.get(&format!("{history}/1")).await;
        let back = first.form("/restoration");
        assert_eq!(kim.submit(&back).await.location(), format!("/alpha/staff/pages/{slug}?done=restored"));
        assert_eq!(kim.submit(&back).await.location(), format!("/alpha/staff/pages/{slug}?done=restored"), "twice is once");
        hub.get(&format!("/alpha/pages/{slug}")).await.says("vier Tische");
        let form = edit(&kim, &slug).await;
        assert_eq!((form.value("version"), form.value("body").trim()), ("3", "Wir haben drei Tische."));
        kim.submit(&form.with("step", "publish")).await.location();
        hub.get(&format!("/alpha/pages/{slug}")).await.says("drei Tische");
        kim.get(&format!("{history}/9")).await.is(404);
    }

    async fn news_appear_by_themselves_and_stand_in_list_feed_and_start_page(hub) {
        let kim = staff(&hub).await;
        hub.get("/alpha/news").await.is(200).says("Hier stehen bald Neuigkeiten");
        let form = kim.get("/alpha/staff/pages/new?kind=news").await.form("/staff/pages");
        let form = form.with("title", "Neue Tablets").with("lede", "Zum Ausleihen.").with("publish_day", "2.12.").with("publish_time", "8:30").with("step", "publish");
        assert_eq!(kim.submit(&form).await.location(), "/alpha/staff/pages/neue-tablets?done=scheduled");
        kim.get("/alpha/staff/pages").await.says("Erscheint Mi., 2.12., 8:30 Uhr");
        for path in ["/alpha/", "/alpha/news", "/alpha/en/news"] {
            hub.get(path).await.does_not_say("Neue Tablets");
        }
        hub.get("/alpha/news/neue-tablets").await.is(404);
        hub.advance_clock(23 * 60 + 30);
        for path in ["/alpha/", "/alpha/news", "/alpha/en/news", "/alpha/news/neue-tablets"] {
            hub.get(path).await.is(200).says("Neue Tablets");
        }
        hub.get("/alpha/news/neue-tablets").await.says("Mittwoch, 2. Dezember 2026");
        let feed = hub.get("/alpha/news/feed.atom").await;
        assert_eq!(feed.header("content-type"), "application/atom+xml; charset=utf-8");
        for part in ["<title>Neue Tablets</title>", "<published>2026-12-02T07:30:00Z</published>", "https://hub.example.org/alpha/news/neue-tablets"] {
            assert!(feed.text().contains(part), "{part}: {}", feed.text());
        }
        hub.get("/alpha/pages/neue-tablets").await.is(404);
        hub.get("/beta/").await.does_not_say("Neue Tablets");
    }

    async fn a_page_in_two_languages_says_which_and_an_untranslated_one_says_so(hub) {
        let kim = staff(&hub).await;
        let form = new_page(&kim, "Anfahrt").await.with("body", "[Kontakt](/contact)").with("step", "publish");
        kim.submit(&form).await.location();
        let german = hub.get("/alpha/en/pages/anfahrt").await;
        german.is(200).says("So far this page is in German only.");
        assert_eq!(german.all("main h1", "lang"), ["de"]);
        assert_eq!(german.all(".nabe-prose a", "href"), ["/alpha/en/contact"]);
        kim.submit(&edit(&kim, "anfahrt").await.with("title_en", "Getting here").with("body_en", "Take the bus.").with("step", "publish")).await.location();
        let english = hub.get("/alpha/en/pages/anfahrt").await;
        english.says("Take the bus.").does_not_say("in German only");
        assert!(english.all("main h1", "lang").is_empty());
    }

    async fn easy_language_and_sign_language_are_told_as_they_are(hub) {
        let kim = staff(&hub).await;
        publish(&kim, "Team", "Text").await;
        hub.get("/alpha/pages/team/easy-language").await.is(404);
        let form = edit(&kim, "team").await.with("easy_body", "Das ist das Team.").with("video_url", "https://example.org/dgs.mp4");
        let form = form.with("video_length", "2:30").with("video_size", "18,5").with("step", "publish");
        kim.submit(&form).await.location();
        hub.get("/alpha/pages/team").await.says("Video in Deutscher Gebärdensprache (2:30 Minuten, 18,5 MB)");
        hub.get("/alpha/pages/team/easy-language").await.is(200).says("Das ist das Team.").says("Diesen Text hat noch keine Prüfgruppe geprüft.");
        let checked = edit(&kim, "team").await.with("easy_by", "Prüfgruppe Muster").with("easy_on", "30.11.2026").with("step", "publish");
        kim.submit(&checked).await.location();
        hub.get("/alpha/pages/team/easy-language").await.says("Prüfgruppe Muster, am Montag, 30. November 2026");
        let changed = kim.submit(&edit(&kim, "team").await.with("easy_body", "Das ist unser Team.").with("step", "publish")).await;
        assert_eq!(changed.location(), "/alpha/staff/pages/team?done=unchecked");
        hub.get("/alpha/pages/team/easy-language").await.says("Das ist unser Team.").says("noch keine Prüfgruppe");
    }

    async fn a_picture_needs_words_and_changes_nobodys_text(hub) {
        let kim = staff(&hub).await;
        publish(&kim, "Team", "Text").await;
        let writing = edit(&kim, "team").await;
        let wordless = upload(&kim, "team", &[("alt", "")], &photograph()).await;
        wordless.is(422).says("Beschreiben Sie das Bild");
        upload(&kim, "team", &[("alt", "Das Team")], b"kein Bild").await.is(422).says("kein Bild, das wir lesen");
        upload(&kim, "team", &[("alt", "Das Team vor dem Haus"), ("cover", "1")], &photograph()).await.location();
        hub.get("/alpha/pages/team/pictures/bild-1").await.is(404);
        kim.get("/alpha/staff/pages/team/pictures/bild-1").await.is(200);
        let form = writing.with("body", "Text\n\n![Wir alle](bild-1)").with("step", "publish");
        kim.submit(&form).await.location();
        let page = hub.get("/alpha/pages/team").await;
        assert_eq!(page.all("main img", "alt"), ["Das Team vor dem Haus", "Das Team vor dem Haus"]);
        page.says("Wir alle");
        assert_eq!(hub.get("/alpha/pages/team/pictures/bild-1").await.header("content-type"), "image/jpeg");
        kim.submit(&kim.get("/alpha/staff/pages/team/pictures").await.form("/bild-1/removal")).await.location();
        hub.get("/alpha/pages/team/pictures/bild-1").await.is(200);
        let refused = kim.submit(&edit(&kim, "team").await.with("step", "publish")).await;
        refused.is(422).says("Ein Bild „bild-1“ hat diese Seite nicht.");
    }

    async fn the_hub_adds_its_own_words_to_the_legal_pages(hub) {
        let (kim, lena) = (staff(&hub).await, lead(&hub).await);
        kim.get("/alpha/staff/pages/imprint").await.is(403);
        kim.get("/alpha/staff/pages").await.does_not_say("Rechtliche Seiten");
        lena.get("/alpha/staff/pages").await.says("Rechtliche Seiten").says("Noch nichts ergänzt");
        for (slug, words) in [("imprint", "Alle Bilder: Stadt."), ("privacy", "Wir filmen nicht."), ("accessibility", "Wir proben im März.")] {
            let form = edit(&lena, slug).await.with("body", &format!("## Eigenes\n\n{words}"));
            lena.submit(&form.clone().with("step", "preview")).await.location();
            lena.get(&format!("/alpha/staff/pages/{slug}/preview")).await.says(words).says("Noch sieht ihn nur das Team.");
            hub.get(&format!("/alpha/{slug}")).await.does_not_say(words);
            lena.submit(&edit(&lena, slug).await.with("step", "publish")).await.location();
            hub.get(&format!("/alpha/{slug}")).await.says(words).says("Eigenes");
            let english = hub.get(&format!("/alpha/en/{slug}")).await;
            assert_eq!(english.count("main div[lang=de] h2"), 1, "{slug}");
            hub.get(&format!("/beta/{slug}")).await.does_not_say(words);
        }
    }

    async fn earlier_versions_go_after_their_time_and_what_is_read_stays_without_names(hub) {
        let kim = staff(&hub).await;
        publish(&kim, "Team", "Eins").await;
        upload(&kim, "team", &[("alt", "Das Team")], &photograph()).await.location();
        let picture = hub.read("alpha", |tx, id| pages::store::page(tx, id, "team")).await.and_then(|page| page.content.pictures[0].key()).unwrap();
        kim.submit(&kim.get("/alpha/staff/pages/team/pictures").await.form("/bild-1/removal")).await.location();
        kim.submit(&edit(&kim, "team").await.with("body", "Zwei").with("step", "publish")).await.location();
        let later = hub.now().plus(booking::Span::from_days(1));
        let gone = |before| hub.write("alpha", move |tx, id, _| pages::store::forget(tx, id, before, 100));
        let is_kept = || hub.read("alpha", move |tx, id| nabe::pictures::store::picture(tx, id, picture));
        assert!(is_kept().await.is_some());
        assert_eq!(gone(hub.now().minus(booking::Span::from_days(1))).await, 0);
        assert_eq!((gone(later).await, gone(later).await, gone(later).await), (3, 1, 0), "three versions nobody reads, then one name");
        let history = kim.get("/alpha/staff/pages/team/revisions").await;
        history.says("Fassung 4").says("vom Programm").does_not_say("Fassung 3").does_not_say("Mitarbeiterin");
        assert!(is_kept().await.is_none(), "its picture went with the last version that had it");
        hub.get("/alpha/pages/team").await.says("Zwei");
    }

    async fn prepared_drafts_wait_for_words_and_a_draft_can_be_deleted(hub) {
        let kim = staff(&hub).await;
        let list = kim.get("/alpha/staff/pages").await;
        kim.submit(&list.form("/preparation")).await.location();
        kim.get("/alpha/staff/pages").await.says("Über uns").says("So kommen Sie zu uns").says("Vorbereitet am");
        hub.get("/alpha/pages/ueber-uns").await.is(404);
        let page = kim.get("/alpha/staff/pages/ueber-uns").await;
        let delete = page.form("/deletion");
        assert!(kim.submit(&delete.clone()).await.location().contains("not-deleted"));
        kim.get("/alpha/staff/pages/ueber-uns").await.is(200);
        assert_eq!(kim.submit(&delete.with("sure", "1")).await.location(), "/alpha/staff/pages?done=deleted");
        kim.get("/alpha/staff/pages/ueber-uns").await.is(404);
        assert!(!kim.get("/alpha/staff/pages").await.has_form("/preparation"));
        let helper = Colleague::new(&hub, "udo@example.org", Role::Helper).await;
        helper.get("/alpha/staff/pages").await.is(403);
        helper.get("/alpha/staff/pages/team").await.is(403);
    }
}
