//! The lead gives the hub its looks: colours that can be read, a logo, a picture; all pages have them at once.

use axum::body::Body;
use axum::http::{Method, header};
use image::{DynamicImage, ImageFormat, Rgb, RgbImage};
use nabe::auth::Role;

use crate::own_hub::{Colleague, lead};
use crate::support::{Answer, TestHub, journeys, request};

const THEME: &str = "/alpha/staff/hub/theme";
/// Where the files lie that pages load because of their theme.
const FILES: &str = "/alpha/theme";
const AGENCY: &[u8] = include_bytes!("../../src/pictures/samples/agency.svg");
const HOSTILE: &[u8] = include_bytes!("../../src/pictures/samples/hostile.svg");

/// Sends a form with a file, as the page of its address has it.
pub async fn upload(lena: &Colleague, page: &str, fields: &[(&str, &str)], file: &[u8]) -> Answer {
    let form = lena.get(page).await.is(200).form(page);
    let mut body = Vec::new();
    for (name, value) in [("key", form.value("key"))].iter().chain(fields) {
        body.extend(format!("--grenze\r\nContent-Disposition: form-data; name=\"{name}\"\r\n\r\n{value}\r\n").into_bytes());
    }
    body.extend_from_slice(b"--grenze\r\nContent-Disposition: form-data; name=\"file\"; filename=\"datei\"\r\nContent-Type: application/octet-stream\r\n\r\n");
    body.extend_from_slice(file);
    body.extend_from_slice(b"\r\n--grenze--\r\n");
    let request = request(Method::POST, page, &[("cookie", lena.cookie()), (header::CONTENT_TYPE.as_str(), "multipart/form-data; boundary=grenze")]);
    lena.hub().send(request.body(Body::from(body)).unwrap()).await
}

fn photograph(width: u32, height: u32) -> Vec<u8> {
    let mut bytes = std::io::Cursor::new(Vec::new());
    DynamicImage::ImageRgb8(RgbImage::from_pixel(width, height, Rgb([200, 40, 40]))).write_to(&mut bytes, ImageFormat::Jpeg).unwrap();
    bytes.into_inner()
}

async fn choose(lena: &Colleague, action: &str, accent: &str) -> Answer {
    let form = lena.get(THEME).await.is(200).form("/staff/hub/theme").with("action", action).with("accent", accent);
    lena.submit(&form).await
}

/// The style sheets of a page, the last first.
async fn sheets(hub: &TestHub, page: &str) -> Vec<String> {
    let mut all = hub.get(page).await.all("link[rel=stylesheet]", "href");
    all.reverse();
    all
}

async fn pictures(hub: &TestHub) -> usize {
    let shown = hub.read("alpha", nabe::tenancy::store::look).await;
    let kept: Vec<_> = shown.files();
    for (name, _) in &kept {
        hub.get(&format!("/alpha/theme/{name}")).await.is(200);
        hub.get(&format!("/beta/theme/{name}")).await.is(404);
    }
    kept.len()
}

journeys! {
    async fn two_colours_are_on_every_page_at_once_and_go_again(hub) {
        let lena = lead(&hub).await;
        let pages = ["/alpha/", "/alpha/en/events", "/alpha/contact", "/alpha/staff/sign-in", "/alpha/gibtesnicht"];
        for page in pages {
            assert!(!sheets(&hub, page).await[0].contains("/theme/"), "{page}");
        }
        assert_eq!(choose(&lena, "#C8102E", " ffd500 ").await.location(), "/alpha/staff/hub/theme?done=saved");
        let own = sheets(&hub, "/alpha/").await.remove(0);
        assert!(own.starts_with("/alpha/theme/c8102e-ffd500-"), "{own}");
        for page in pages {
            assert_eq!(sheets(&hub, page).await[0], own, "{page}");
        }
        assert!(lena.get("/alpha/staff").await.all("link[rel=stylesheet]", "href").contains(&own));
        assert!(!sheets(&hub, "/beta/").await[0].contains("/theme/"));
        let sheet = hub.get(&own).await;
        sheet.is(200);
        assert_eq!((sheet.header("content-type"), sheet.header("cache-control")), ("text/css; charset=utf-8", "public, max-age=31536000, immutable"));
        assert!(sheet.text().contains("--hub-action:#c8102e"));
        let icon = hub.get("/alpha/").await.all("link[rel=icon]", "href").remove(0);
        assert!(hub.get(&icon).await.is(200).text().contains("fill=\"#c8102e\""), "the mark in the browser's tab");
        lena.get("/alpha/staff/hub").await.says("Eigen: Farben");
        lena.submit(&lena.get(THEME).await.form("/theme/removal")).await.location();
        assert!(!sheets(&hub, "/alpha/").await[0].contains("/theme/"));
        hub.get(&own).await.is(200);
    }

    async fn a_sheet_under_a_name_of_another_version_is_kept_only_briefly(hub) {
        let sheet = hub.get(&format!("{FILES}/c8102e-ffd500-00000000.css")).await;
        assert_eq!(sheet.is(200).header("cache-control"), "public, max-age=60");
        for name in ["ffd500-ffd500-00000000.css", "c8102e.css", "x.css", "x.svg", "..%2Fhub.css", "%00.css", "019b0000-0000-7000-8000-000000000000.png"] {
            hub.get(&format!("{FILES}/{name}")).await.is(404);
        }
    }

    async fn a_colour_that_cannot_be_read_is_refused_with_one_that_can(hub) {
        let lena = lead(&hub).await;
        let refused = choose(&lena, "#ffd500", "#c8102e").await;
        refused.is(422).says("#ffd500 ist zu hell").says("Kontrast 1,4").says("Unser Vorschlag");
        assert_eq!(refused.all(".nabe-errs a", "href"), ["#action"]);
        assert_eq!(refused.all("#action", "value"), ["#ffd500"], "what was typed stays");
        assert!(!sheets(&hub, "/alpha/").await[0].contains("/theme/"), "nothing is saved");
        let proposal = refused.form("/staff/hub/theme");
        assert_ne!(proposal.value("action"), "#ffd500");
        assert_eq!(proposal.value("accent"), "#c8102e");
        refused.says(&format!("{} übernehmen", proposal.value("action")));
        lena.submit(&proposal).await.location();
        assert!(sheets(&hub, "/alpha/").await[0].contains(proposal.value("action").trim_start_matches('#')));
        for (action, accent, fields) in [("rot", "#c8102e", vec!["#action"]), ("", "blau", vec!["#action", "#accent"])] {
            let refused = choose(&lena, action, accent).await;
            assert_eq!(refused.is(422).all(".nabe-errs a", "href"), fields);
            refused.does_not_say("Unser Vorschlag");
        }
    }

    async fn colours_are_seen_before_they_are_saved(hub) {
        let lena = lead(&hub).await;
        let form = lena.get(THEME).await.form("/theme/preview").with("action", "#006a4e").with("accent", "#ffd500");
        let form = crate::support::Form { action: format!("{THEME}/preview"), ..form };
        let answer = lena.submit(&form).await;
        assert_eq!(answer.location(), "/alpha/staff/hub/theme?action=006a4e&accent=ffd500#sample");
        let seen = lena.get("/alpha/staff/hub/theme?action=006a4e&accent=ffd500").await;
        seen.is(200).says("Noch nicht gespeichert").says("#006a4e");
        assert_eq!(seen.all("#action", "value"), ["#006a4e"]);
        let sheet = seen.all("link[rel=stylesheet]", "href").into_iter().find(|sheet| sheet.contains("preview.css")).unwrap();
        assert!(lena.get(&sheet).await.is(200).text().starts_with(".nabe-look--light{--hub-action:#006a4e"));
        hub.get(&sheet).await.location();
        assert!(!sheets(&hub, "/alpha/").await[0].contains("/theme/"));
        lena.submit(&form.with("action", "#ffd500")).await.is(422).says("Unser Vorschlag");
        lena.get("/alpha/staff/hub/theme?action=%22%3E%3Cscript%3E&accent=x").await.is(200).does_not_say("Noch nicht gespeichert");
    }

    async fn the_logo_of_an_agency_stands_beside_the_name_and_nothing_of_its_file_is_served(hub) {
        let lena = lead(&hub).await;
        let page = format!("{THEME}/logo");
        assert_eq!(upload(&lena, &page, &[("alt", "")], AGENCY).await.location(), "/alpha/staff/hub/theme/logo?done=saved");
        let start = hub.get("/alpha/").await;
        let logo = start.all(".nabe-brand img", "src").remove(0);
        assert_eq!((start.all(".nabe-brand img", "alt"), start.all("link[rel=icon]", "href")), (vec![String::new()], vec![logo.clone()]));
        assert_eq!(hub.get("/alpha/gibtesnicht").await.all(".nabe-brand img", "src"), [logo.as_str()]);
        let file = hub.get(&logo).await;
        file.is(200);
        assert_eq!((file.header("content-type"), file.header("cache-control")), ("image/svg+xml", "public, max-age=31536000, immutable"));
        assert!(file.text().contains("#c8102e") && !file.text().contains("Erika") && !file.text().contains("style"), "{}", file.text());

        let words = upload(&lena, &page, &[("alt", "Stadt <Muster>")], b"").await;
        lena.get(words.location()).await.says("Das Logo bleibt, wie es war.").does_not_say("Das Logo steht jetzt");
        assert_eq!(hub.get("/alpha/").await.all(".nabe-brand img", "alt"), ["Stadt <Muster>"], "other words, the same file");
        upload(&lena, &page, &[("alt", "")], HOSTILE).await.location();
        let other = hub.get("/alpha/").await.all(".nabe-brand img", "src").remove(0);
        assert_ne!(other, logo);
        hub.get(&logo).await.is(404);
        for word in ["script", "evil", "onload"] {
            assert!(!hub.get(&other).await.text().contains(word), "{word}");
        }
        assert_eq!(pictures(&hub).await, 1);
        let form = lena.get(&page).await.form("/logo/removal");
        lena.submit(&form).await.location();
        assert_eq!(hub.get("/alpha/").await.count(".nabe-brand img"), 0);
        hub.get(&other).await.is(404);
    }

    async fn a_logo_of_pixels_is_written_anew_and_what_is_no_logo_is_refused(hub) {
        let lena = lead(&hub).await;
        let page = format!("{THEME}/logo");
        upload(&lena, &page, &[("alt", "")], &photograph(900, 300)).await.location();
        let logo = hub.get("/alpha/").await.all(".nabe-brand img", "src").remove(0);
        assert_eq!(hub.get(&logo).await.header("content-type"), "image/png");
        let words = b"<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 9 9'><text>Muster</text></svg>";
        for (file, says) in [(&b"%PDF-1.7"[..], "Diese Datei können wir nicht lesen"), (words, "in Pfade umzuwandeln"), (&photograph(40, 20), "Das Logo ist zu klein")] {
            let refused = upload(&lena, &page, &[("alt", "Wort")], file).await;
            refused.is(422).says(says);
            assert_eq!((refused.all(".nabe-errs a", "href"), refused.all("#alt", "value")), (vec!["#file".to_owned()], vec!["Wort".to_owned()]));
        }
        assert_eq!(hub.get("/alpha/").await.all(".nabe-brand img", "src"), [logo]);
    }

    async fn the_picture_of_the_start_page_comes_in_two_sizes_with_its_words(hub) {
        let lena = lead(&hub).await;
        let page = format!("{THEME}/picture");
        upload(&lena, &page, &[("alt", "")], b"").await.is(422).says("Wählen Sie eine Datei.");
        upload(&lena, &page, &[("alt", "")], &photograph(2_000, 1_200)).await.is(422).says("Beschreiben Sie das Bild");
        upload(&lena, &page, &[("alt", "Der Bahnhof in der Sonne")], &photograph(2_000, 1_200)).await.location();
        let start = hub.get("/alpha/").await;
        assert_eq!((start.all(".nabe-hero img", "alt"), start.count(".nabe-hero svg")), (vec!["Der Bahnhof in der Sonne".to_owned()], 0));
        let large = start.all(".nabe-hero img", "src").remove(0);
        let set = start.all(".nabe-hero img", "srcset").remove(0);
        let sizes: Vec<(&str, &str)> = set.split(", ").filter_map(|one| one.split_once(' ')).collect();
        assert_eq!(sizes.iter().map(|(_, width)| *width).collect::<Vec<_>>(), ["720w", "1440w"]);
        for (address, _) in &sizes {
            let file = hub.get(address).await;
            assert_eq!((file.is(200).header("content-type"), file.header("cache-control")), ("image/jpeg", "public, max-age=31536000, immutable"));
        }
        let words = upload(&lena, &page, &[("alt", "Der Bahnhof im Mai")], b"").await;
        lena.get(words.location()).await.says("Das Bild bleibt, wie es war.").does_not_say("Das Bild steht jetzt");
        upload(&lena, &page, &[("alt", ""), ("decoration", "1")], &photograph(900, 600)).await.location();
        assert_eq!(hub.get("/alpha/").await.all(".nabe-hero img", "alt"), [""]);
        hub.get(&large).await.is(404);
        assert_eq!(pictures(&hub).await, 2);
        lena.submit(&lena.get(&page).await.form("/picture/removal")).await.location();
        assert_eq!(hub.get("/alpha/").await.count(".nabe-hero img"), 0);
        assert_eq!(pictures(&hub).await, 0);
    }

    async fn only_the_lead_changes_the_looks(hub) {
        let (lena, kim) = (lead(&hub).await, Colleague::new(&hub, "kim@example.org", Role::Staff).await);
        for page in ["", "/logo", "/picture", "/preview.css"] {
            kim.get(&format!("{THEME}{page}")).await.is(403);
            lena.get(&format!("/beta/staff/hub/theme{page}")).await.is(404);
        }
        let key = kim.get("/alpha/staff").await.form("/sign-out").value("key").to_owned();
        let form = lena.get(THEME).await.form("/staff/hub/theme").with("action", "#006a4e").with("accent", "#006a4e").with("key", &key);
        kim.submit(&form).await.is(403);
        assert!(!sheets(&hub, "/alpha/").await[0].contains("/theme/"));
    }
}
