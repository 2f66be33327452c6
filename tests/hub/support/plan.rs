//! What a hub offers, as its staff would enter it.

use booking::Waitlist;
use jiff::civil::{DateTime, date};
use nabe::bookings::{Changed, Desk};
use nabe::features::events::store::{Source, insert_event, insert_occurrence, occurrence, update_occurrence};
use nabe::features::events::{Admission, Event, EventId, Occurrence, Question, Seats, State, Topic};
use nabe::ids::OccasionId;

use super::TestHub;

/// An event to be offered.
#[derive(Debug, Clone)]
pub struct Plan {
    pub hub: &'static str,
    pub title: String,
    pub body: String,
    pub dates: Vec<(DateTime, Option<DateTime>)>,
    pub admission: Admission,
    pub questions: Vec<Question>,
    pub topic: Topic,
    pub state: State,
    pub organiser: Option<String>,
}

/// One date of an event that is offered.
#[derive(Debug, Clone)]
pub struct Date {
    pub hub: &'static str,
    pub slug: String,
    pub key: String,
    pub id: OccasionId,
}

impl Plan {
    /// A course next week with so many seats, a strict waitlist and offers that stand a day.
    pub fn seats(capacity: u32) -> Self {
        let day = date(2026, 12, 8);
        Self {
            hub: "alpha",
            title: "Sicher im Netz".to_owned(),
            body: String::new(),
            dates: vec![(day.at(14, 0, 0, 0), Some(day.at(16, 0, 0, 0)))],
            admission: Admission::usual(Some(capacity)),
            questions: Vec::new(),
            topic: Topic::Digital,
            state: State::Published,
            organiser: None,
        }
    }

    /// Held by somebody else, who alone knows about price and registration.
    pub fn by_organiser(mut self, address: &str) -> Self {
        (self.organiser, self.admission) = (Some(address.to_owned()), Admission::open());
        self
    }

    /// For people of member organisations only.
    pub fn closed(self) -> Self {
        Self { state: State::Members, ..self }
    }

    /// In another hub.
    pub fn in_hub(self, hub: &'static str) -> Self {
        Self { hub, ..self }
    }

    /// Under another title.
    pub fn titled(self, title: &str) -> Self {
        Self { title: title.to_owned(), ..self }
    }

    /// On these days from two to four.
    pub fn on_days(self, days: &[jiff::civil::Date]) -> Self {
        Self { dates: days.iter().map(|day| (day.at(14, 0, 0, 0), Some(day.at(16, 0, 0, 0)))).collect(), ..self }
    }

    /// From … to.
    pub fn lasting(self, from: DateTime, to: DateTime) -> Self {
        Self { dates: vec![(from, Some(to))], ..self }
    }

    /// With another way of waiting.
    pub fn waiting(mut self, waitlist: Waitlist) -> Self {
        self.admission.waitlist = waitlist;
        self
    }

    /// With groups of this size at most, also for one person.
    pub fn groups_of(mut self, seats: u32) -> Self {
        (self.admission.seats_per_booking, self.admission.seats_per_person) = (seats, seats);
        self
    }

    /// With own questions.
    pub fn asking(self, questions: Vec<Question>) -> Self {
        Self { questions, ..self }
    }

    fn event(&self, number: u32, now: nabe::clock::Instant) -> Event {
        Event {
            slug: format!("kurs-{number}"),
            title: self.title.clone(),
            topic: self.topic,
            lede: "Zwei Stunden, kleine Gruppe.".to_owned(),
            body: self.body.clone(),
            organiser: self.organiser.clone(),
            room: "Saal".to_owned(),
            questions: self.questions.clone(),
            state: self.state,
            ..Event::empty(EventId::new(now))
        }
    }
}

impl Date {
    /// The page of the event.
    pub fn page(&self) -> String {
        format!("/{}/events/{}", self.hub, self.slug)
    }

    /// The form of this date.
    pub fn form(&self) -> String {
        format!("{}/{}/registration", self.page(), self.key)
    }
}

impl TestHub {
    /// Offers an event with one date.
    pub async fn offer(&self, plan: Plan) -> Date {
        self.offer_dates(plan).await.remove(0)
    }

    /// Offers an event with its dates.
    pub async fn offer_dates(&self, plan: Plan) -> Vec<Date> {
        let number = self.next_number();
        let hub = plan.hub;
        self.write(hub, move |tx, hub, now| {
            let event = plan.event(number, now);
            insert_event(tx, hub, &event, "", &Source::default(), now)?;
            let mut dates = Vec::new();
            for (start, end) in &plan.dates {
                let date = Occurrence::new(event.id, *start, *end, "Europe/Berlin", plan.admission, now).expect("the wall time exists");
                insert_occurrence(tx, hub, &date)?;
                dates.push(Date { hub: plan.hub, slug: event.slug.clone(), key: date.key, id: date.id });
            }
            Ok(dates)
        })
        .await
    }

    /// Changes a date as its staff would: the rules first, then time passes, so that free seats go on.
    pub async fn edit(&self, date: &Date, change: impl Fn(&mut Occurrence) + Send + 'static) {
        let id = date.id;
        self.write(date.hub, move |tx, hub, now| {
            let mut stored = occurrence(tx, hub, id)?.expect("the date is there");
            change(&mut stored);
            update_occurrence(tx, hub, &stored)?;
            Desk::<Seats>::new(tx, hub, now, None).advance(id)
        })
        .await;
    }

    /// Staff cancel a registration.
    pub async fn cancel_by_staff(&self, guest: &super::Guest) -> Changed {
        let id = guest.id(self);
        self.write(guest.hub, move |tx, hub, now| Desk::<Seats>::new(tx, hub, now, None).cancel(id, booking::Party::Staff)).await
    }
}
