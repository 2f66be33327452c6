//! What people do, in verbs. Everything goes over the pages that they use.

use nabe::ids::BookingId;

use super::{Answer, Date, Form, TestHub};

/// Somebody who registered, by the link that only they have.
#[derive(Debug, Clone)]
pub struct Guest {
    pub hub: &'static str,
    /// The path of the registration.
    pub page: String,
}

impl Guest {
    /// The guest whose registration an answer leads to.
    #[track_caller]
    pub fn new(date: &Date, answer: &Answer) -> Self {
        Self { hub: date.hub, page: answer.location().to_owned() }
    }

    /// The token in the link.
    pub fn token(&self) -> &str {
        self.page.rsplit('/').next().unwrap()
    }

    /// The key of the booking.
    pub fn id(&self, hub: &TestHub) -> BookingId {
        BookingId(hub.app().keys().open_link("registration", hub.hub_id(self.hub), self.token()).expect("the link is ours"))
    }
}

/// "Anna" lives at anna@example.org.
fn email_of(name: &str) -> String {
    format!("{}@example.org", name.to_lowercase().replace(' ', "."))
}

impl TestHub {
    /// The form of a date, filled in with name and address, ready to be sent.
    pub async fn form_for(&self, name: &str, date: &Date) -> Form {
        self.get(&date.form()).await.form("/registration").with("name", name).with("email", &email_of(name))
    }

    /// The same form put together by hand, as one that stayed open while the date filled up.
    pub fn stale_form_for(&self, name: &str, date: &Date) -> Form {
        let form = Form { action: date.form(), fields: Vec::new() };
        form.with("key", &self.guest_key()).with("name", name).with("email", &email_of(name)).with("seats", "1")
    }

    /// Registers and gets a certain seat.
    #[track_caller]
    pub fn register<'a>(&'a self, name: &'a str, date: &'a Date) -> impl Future<Output = Guest> + 'a {
        self.register_party(name, 1, date)
    }

    /// Registers a group and gets certain seats.
    pub async fn register_party(&self, name: &str, seats: u32, date: &Date) -> Guest {
        let form = self.form_for(name, date).await.with("seats", &seats.to_string()).without("wait");
        let guest = Guest::new(date, &self.submit(&form).await);
        self.get(&guest.page).await.is(200).says("Ihr Platz ist sicher.");
        guest
    }

    /// Agrees to wait, and has to.
    pub async fn wait_for(&self, name: &str, seats: u32, date: &Date) -> Guest {
        let form = self.form_for(name, date).await.with("seats", &seats.to_string()).with("wait", "1");
        let guest = Guest::new(date, &self.submit(&form).await);
        self.get(&guest.page).await.is(200).says("Sie stehen auf der Warteliste.");
        guest
    }

    /// The page of a registration.
    pub async fn page_of(&self, guest: &Guest) -> Answer {
        self.get(&guest.page).await
    }

    /// Cancels, or leaves the waitlist.
    pub async fn cancel(&self, guest: &Guest) -> Answer {
        self.press(guest, "/cancellation").await
    }

    /// Takes a cancellation back.
    pub async fn undo(&self, guest: &Guest) -> Answer {
        self.press(guest, "/restoration").await
    }

    /// Takes an offered seat.
    pub async fn accept(&self, guest: &Guest) -> Answer {
        self.press(guest, "/acceptance").await
    }

    /// Turns an offered seat down.
    pub async fn decline(&self, guest: &Guest) -> Answer {
        self.press(guest, "/refusal").await
    }

    /// Comes with another number of people.
    pub async fn resize(&self, guest: &Guest, seats: u32) -> Answer {
        let form = self.page_of(guest).await.form("/party").with("seats", &seats.to_string());
        self.submit(&form).await
    }

    /// Moves to another date of the event.
    pub async fn move_to(&self, guest: &Guest, date: &Date) -> Answer {
        let form = self.get(&format!("{}/date", guest.page)).await.form("/date").with("date", &date.id.to_string());
        self.submit(&form).await
    }

    /// Presses a button on the page of the registration, or one that was there a moment ago.
    pub async fn press(&self, guest: &Guest, step: &str) -> Answer {
        let page = self.page_of(guest).await;
        let action = format!("{}{step}", guest.page);
        if page.has_form(step) { self.submit(&page.form(step)).await } else { self.post(&action, &[("key", &self.guest_key())]).await }
    }
}
