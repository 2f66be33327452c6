//! What those who work here do, in verbs. Everything goes over the pages that they use.

use booking::State;
use nabe::auth::Role;
use nabe::ids::BookingId;

use super::{Answer, Date, Form, TestHub};
use crate::signing_in::token_for;

const PASSWORD: &str = "drei alte Apfelbäume";

/// Somebody who works here, signed in.
pub struct Clerk {
    pub hub: TestHub,
    pub cookie: String,
}

impl Clerk {
    pub async fn new(hub: &TestHub, email: &'static str, role: Role) -> Self {
        hub.account(email, PASSWORD, Some(("alpha", role))).await;
        let token = token_for(hub, "alpha", email, PASSWORD).await;
        Self { hub: hub.clone(), cookie: format!("__Host-nabe={token}") }
    }

    pub async fn get(&self, path: &str) -> Answer {
        self.hub.get_with(path, &[("cookie", &self.cookie)]).await
    }

    pub async fn submit(&self, form: &Form) -> Answer {
        self.hub.submit_with(form, &[("cookie", &self.cookie)]).await
    }

    /// The form for callers, with this date chosen as the page words it.
    pub async fn telephone(&self, name: &str, date: &Date) -> Form {
        let page = self.get("/alpha/staff").await;
        let choice = page.all("#occasion option", "value").into_iter().find(|value| value.ends_with(&date.id.to_string()));
        page.form("/staff/registrations").with("occasion", &choice.expect("the date is offered")).with("name", name)
    }

    /// Books for a caller and tells the page of the registration.
    pub async fn book(&self, name: &str, date: &Date) -> String {
        let form = self.telephone(name, date).await;
        let answer = self.submit(&form).await;
        answer.location().split('?').next().unwrap().to_owned()
    }

    pub async fn press(&self, page: &str, step: &str) -> Answer {
        let form = self.get(page).await.form(step);
        self.submit(&form).await
    }

    /// The code of a registration, as its paper has it.
    pub async fn code(&self, page: &str) -> String {
        let id = BookingId(page.rsplit('/').next().unwrap().parse().unwrap());
        self.hub.read("alpha", move |tx, hub| nabe::bookings::store::booking(tx, hub, id)).await.unwrap().code
    }

    pub async fn state(&self, page: &str) -> State {
        let id = BookingId(page.rsplit('/').next().unwrap().parse().unwrap());
        self.hub.read("alpha", move |tx, hub| nabe::bookings::store::booking(tx, hub, id)).await.unwrap().state
    }
}

/// Lena, who makes programme and registrations in the hub `alpha`.
pub async fn staff(hub: &TestHub) -> Clerk {
    Clerk::new(hub, "lena@example.org", Role::Staff).await
}
