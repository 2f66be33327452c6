//! At the door: codes, typed or scanned, and people without a registration.

use booking::State;
use jiff::civil::date;
use nabe::auth::Role;

use crate::staff_day::{list, today};
use crate::support::{Clerk, Plan, journeys, staff};

journeys! {
    async fn a_code_lets_its_people_in_and_is_taken_back(hub) {
        let (date, lena) = (hub.offer(today()).await, staff(&hub).await);
        let page = lena.book("Jadwiga Přikład", &date).await;
        let code = lena.code(&page).await;
        let form = lena.get("/alpha/staff/check-in").await.form("/staff/check-in");
        let answer = lena.submit(&form.clone().with("code", &code.to_lowercase().replace('-', " "))).await;
        let door = lena.get(answer.location()).await;
        door.is(200).says("Jadwiga Přikład").says("1 von 1 sind da");
        assert_eq!(lena.state(&page).await, State::Attended);
        lena.submit(&form.with("code", &code)).await.is(303);
        lena.submit(&door.form("/attendance")).await.is(303);
        assert_eq!(lena.state(&page).await, State::Confirmed);
    }

    async fn a_code_that_does_not_fit_says_why_and_lets_nobody_in(hub) {
        let (today, lena) = (hub.offer(Plan::seats(1).on_days(&[date(2026, 12, 1)])).await, staff(&hub).await);
        let tomorrow = hub.offer(Plan::seats(5).on_days(&[date(2026, 12, 3)])).await;
        let (inside, waiting, later) = (lena.book("Erika Innen", &today).await, lena.book("Bernd Warten", &today).await, lena.book("Petra Später", &tomorrow).await);
        let form = lena.get("/alpha/staff/check-in").await.form("/staff/check-in");
        let refused = async |code: String| lena.submit(&form.clone().with("code", &code)).await;
        refused(String::new()).await.is(422).says("Geben Sie den Code ein");
        let unknown = refused("2222-2222".to_owned()).await;
        unknown.is(422).says("Diesen Code gibt es hier nicht");
        assert_eq!(unknown.all("#code", "value"), ["2222-2222"], "what was typed is kept");
        refused("<script>".to_owned()).await.is(422).says("Diesen Code gibt es hier nicht");
        refused(lena.code(&waiting).await).await.is(422).says("Bernd Warten").says("Warteliste");
        refused(lena.code(&later).await).await.is(422).says("gilt nicht für heute").does_not_say("Petra");
        lena.press(&inside, "/cancellation").await;
        refused(lena.code(&inside).await).await.is(422).says("abgesagt");
        assert_eq!(lena.state(&later).await, State::Confirmed);
    }

    async fn whoever_comes_without_a_registration_is_counted_once_a_tap(hub) {
        let (date, lena) = (hub.offer(today()).await, staff(&hub).await);
        let taps = async || lena.get("/alpha/staff/check-in").await;
        let five = taps().await.form("/staff/walk-ins").with("persons", "5");
        assert_eq!(five.value("date"), date.id.to_string());
        lena.submit(&five).await.is(303);
        lena.submit(&five).await.is(303);
        taps().await.says("5 Personen ohne Anmeldung");
        let less = taps().await.form("/staff/walk-ins");
        assert_eq!(less.value("persons"), "-1");
        lena.submit(&less.with("persons", "-9")).await.is(303);
        taps().await.does_not_say("5 Personen");
        lena.submit(&five.with("persons", "100000")).await.is(400);
    }

    async fn helpers_work_at_the_door_and_see_today_alone(hub) {
        let (shown, lena) = (hub.offer(today()).await, staff(&hub).await);
        let helper = Clerk::new(&hub, "hanna@example.org", Role::Helper).await;
        let page = lena.book("Erika Beispiel", &shown).await;
        let form = helper.get("/alpha/staff/check-in").await.form("/staff/check-in");
        let answer = helper.submit(&form.with("code", &lena.code(&page).await)).await;
        helper.get(answer.location()).await.is(200).says("Erika Beispiel").does_not_say("example.org");
        helper.get(&list(&shown)).await.is(200);
        let later = hub.offer(Plan::seats(5).on_days(&[date(2026, 12, 3)])).await;
        let other = lena.book("Petra Später", &later).await;
        let id = other.rsplit('/').next().unwrap();
        helper.get(&format!("/alpha/staff/check-in?last={id}")).await.is(200).does_not_say("Petra");
    }
}
