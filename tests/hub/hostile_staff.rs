//! Scripts typed into every text field that people who work here have, and into every address: shown as typed, run nowhere.

use axum::body::Body;
use axum::http::Method;
use scraper::Html;

use crate::hostile::runs_nothing;
use crate::signing_in::{session_key, token_for};
use crate::support::{Answer, Form, Plan, TestHub, filled, ids_of, journeys, request, routes, selector};

const PASSWORD: &str = "drei alte Apfelbäume";
const SCRIPTS: [&str; 2] = ["\"'><pwned-el onload=p()></textarea><script>p()</script>", "javascript:pwned()"];
/// Takes the thing away that the other fields belong to.
const TAKES_AWAY: [&str; 3] = ["/deletion", "/removal", "/sign-out"];
/// Files, and what is not there yet.
const NO_PAGES: [&str; 2] = ["participants.csv", "/picture"];
/// What makes an empty form whole, so that what is in the other fields is stored.
const WHOLE: [(&str, &str); 5] = [("title", "Kurs"), ("day", "8.12.2026"), ("from", "14"), ("topic", "digital"), ("name", "Anna")];

/// The fields into which something can be typed, by form.
fn typed_into(page: &Html) -> Vec<(String, Vec<String>)> {
    let fields = selector("input:not([type]), input[type=text], input[type=search], input[type=email], input[type=tel], input[type=url], textarea");
    let mut forms: Vec<(String, Vec<String>)> = Vec::new();
    for form in page.select(&selector("form[method=post]:not([enctype])")) {
        let action = form.attr("action").unwrap_or_default().to_owned();
        let known = forms.iter().any(|(other, _)| *other == action);
        if !known && !TAKES_AWAY.iter().any(|end| action.ends_with(end)) {
            forms.push((action, form.select(&fields).filter_map(|field| field.attr("name").map(str::to_owned)).collect()));
        }
    }
    forms
}

struct Mallory {
    hub: TestHub,
    cookie: String,
    key: String,
}

impl Mallory {
    async fn get(&self, path: &str) -> Answer {
        self.hub.get_with(path, &[("cookie", &self.cookie)]).await
    }

    /// Types one text into one field of a form that is otherwise in order, and looks at what comes of it.
    async fn types(&self, page: &str, action: &str, field: &str, text: &str) {
        let mut shown = self.get(page).await;
        if !shown.has_form(action) && shown.has_form("/restoration") {
            // The last text was taken as the reason of a cancellation.
            self.hub.submit_with(&shown.form("/restoration"), &[("cookie", &self.cookie)]).await.is(303);
            shown = self.get(page).await;
        }
        let mut form: Form = shown.form(action);
        for (name, value) in WHOLE {
            if form.value(name).is_empty() && form.fields.iter().any(|(known, _)| known == name) {
                form = form.with(name, value);
            }
        }
        let answer = self.hub.submit_with(&form.with(field, text).without("instead"), &[("cookie", &self.cookie)]).await;
        assert!(answer.status.as_u16() < 500);
        runs_nothing(&answer);
        if answer.status == 303 {
            runs_nothing(&self.get(answer.location()).await);
        }
    }
}

journeys! {
    async fn what_is_typed_into_any_field_of_the_staff_runs_nowhere(hub) {
        let date = hub.offer(Plan::seats(50).on_days(&[jiff::civil::date(2026, 12, 1)])).await;
        let guest = hub.register("Anna", &date).await;
        let ids = ids_of(&hub, &date, &guest).await;
        hub.operator("mallory@example.org", PASSWORD).await;
        let token = token_for(&hub, "alpha", "mallory@example.org", PASSWORD).await;
        let mallory = Mallory { hub: hub.clone(), cookie: format!("__Host-nabe={token}"), key: session_key(&hub, &token) };
        let pages: Vec<String> = routes().into_iter().filter(|route| !route.posts).map(|route| format!("/alpha{}", filled(&route.path, &ids))).collect();
        let mut fields = 0;
        let mut done: Vec<String> = Vec::new();
        for page in pages.iter().filter(|page| page.starts_with("/alpha/staff") && !NO_PAGES.iter().any(|end| page.ends_with(end))) {
            for (action, names) in typed_into(&mallory.get(page).await.page()) {
                if done.contains(&action) {
                    continue;
                }
                for name in &names {
                    for text in SCRIPTS {
                        // Some forms are sent once only, such as an answer.
                        if !mallory.get(page).await.has_form(&action) {
                            break;
                        }
                        mallory.types(page, &action, name, text).await;
                    }
                }
                fields += names.len();
                done.push(action);
            }
        }
        println!("{fields} fields of {} forms", done.len());
        assert!(fields >= 90, "{fields} in {done:?}");
        // Whatever of it was stored.
        for page in &pages {
            let answer = mallory.get(page).await;
            if answer.header("content-type").starts_with("text/html") {
                runs_nothing(&answer);
            }
        }
    }

    async fn the_description_of_a_picture_runs_nowhere(hub) {
        let date = hub.offer(Plan::seats(5)).await;
        hub.operator("mallory@example.org", PASSWORD).await;
        let token = token_for(&hub, "alpha", "mallory@example.org", PASSWORD).await;
        let mallory = Mallory { hub: hub.clone(), cookie: format!("__Host-nabe={token}"), key: session_key(&hub, &token) };
        for text in SCRIPTS {
            let part = |name: &str, value: &str| format!("--b\r\nContent-Disposition: form-data; name=\"{name}\"\r\n\r\n{value}\r\n");
            let body = format!("{}{}{}--b--\r\n", part("key", &mallory.key), part("alt", text), part("file", "no picture"));
            let headers = [("content-type", "multipart/form-data; boundary=b"), ("cookie", mallory.cookie.as_str())];
            let sent = request(Method::POST, &format!("/alpha/staff/events/{}/picture", date.slug), &headers).body(Body::from(body)).unwrap();
            let answer = hub.send(sent).await;
            runs_nothing(answer.is(422));
            assert_eq!(answer.all("#alt", "value"), [text], "what was typed stays");
        }
    }

    async fn what_stands_in_an_address_runs_nowhere_on_any_page(hub) {
        let date = hub.offer(Plan::seats(5)).await;
        let guest = hub.register("Anna", &date).await;
        let ids = ids_of(&hub, &date, &guest).await;
        hub.operator("mallory@example.org", PASSWORD).await;
        let token = token_for(&hub, "alpha", "mallory@example.org", PASSWORD).await;
        let mallory = Mallory { hub: hub.clone(), cookie: format!("__Host-nabe={token}"), key: session_key(&hub, &token) };
        for route in routes().into_iter().filter(|route| !route.posts) {
            for text in SCRIPTS {
                let names = ["q", "to", "day", "date", "show", "page", "past", "done", "when", "month", "topic", "kind", "place", "for", "lang", "email", "name"];
                let query = url::form_urlencoded::Serializer::new(String::new()).extend_pairs(names.map(|name| (name, text))).finish();
                let answer = mallory.get(&format!("/alpha{}?{query}", filled(&route.path, &ids))).await;
                assert!(answer.status.as_u16() < 500, "{route:?}");
                if answer.header("content-type").starts_with("text/html") {
                    runs_nothing(&answer);
                }
            }
        }
    }
}
