//! A million bookings: what must not grow with them.

use std::path::Path;
use std::time::Duration;

use nabe::db::Source;

use crate::client::Client;
use crate::server::Server;
use crate::stock::{self, SAMPLE, form, form_key};
use crate::table::Table;

const BOOKINGS: i64 = 1_000_000;
const DATES: usize = 1000;

/// Measures start and booking beside a million bookings.
pub fn run(folder: &Path, table: &mut Table) {
    let data = folder.join("million");
    stock::fill(&data);
    let db = stock::open(&Source::Sqlite(data.clone()));
    let hub = stock::hub(&db, SAMPLE);
    let dates = stock::dates(&db, hub, DATES, None);
    let keys = stock::keys(&db);
    db.close();
    insert(&data, hub.raw(), &dates);
    let nabe = Server::nabe(&data);
    let start = nabe.first_page("/grossroehrsdorf/events");
    table.goal("start to first page with a million bookings", format!("{:.0} ms", start.as_secs_f64() * 1e3), "<1 s", start < Duration::from_secs(1));
    let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(1).enable_all().build().unwrap();
    let each = runtime.block_on(async {
        let mut client = Client::connect(nabe.address).await;
        let (before, times) = (nabe.cpu_micros(), 300_usize);
        for n in 0..times {
            let path = format!("/{SAMPLE}{}", dates[n * 7919 % DATES].1);
            let answer = client.post(&path, &form(&form_key(&keys), 5_000_000 + n), &format!("10.3.0.{}", n % 250)).await;
            assert!(answer.status == 303);
        }
        nabe.wait_for_quiet();
        (nabe.cpu_micros() - before) / times as f64
    });
    table.limit("a booking over HTTP beside a million", format!("{each:.0} µs CPU"));
}

/// Writes the rows directly: through the desk it would take minutes.
fn insert(data: &Path, hub: i64, dates: &[stock::Date]) {
    let db = rusqlite::Connection::open(data.join("nabe.sqlite")).unwrap();
    db.execute_batch("pragma synchronous = off; pragma cache_size = -200000; create temp table spot (n integer primary key, id blob not null); begin").unwrap();
    for (n, (id, _)) in dates.iter().enumerate() {
        db.execute("insert into spot (n, id) values (?1, ?2)", (i64::try_from(n).unwrap(), id.0.as_bytes().as_slice())).unwrap();
    }
    let share = BOOKINGS / i64::try_from(dates.len()).unwrap();
    let rows = "with recursive k (n) as (select 0 union all select n + 1 from k where n + 1 < ?1)
        insert into booking (hub_id, id, kind, occasion_id, state, seats, since, person, folded, name, email, channel, code, form_key, form_print, created_at, changed_at)
        select ?2, unhex(printf('%032x', k.n + 1)), 'seat', spot.id, 'confirmed', 1, k.n, printf('person%08d@example.org', k.n), ' erika beispiel ', 'Erika Beispiel',
            printf('person%08d@example.org', k.n), 'web', printf('%08d', k.n), printf('form%08d', k.n), x'00', 0, 0
        from k join spot on spot.n = k.n / ?3";
    db.execute(rows, (BOOKINGS, hub, share)).unwrap();
    db.execute("update occurrence set seated = ?1 where hub_id = ?2 and id in (select id from spot)", (share, hub)).unwrap();
    db.execute_batch("commit; pragma wal_checkpoint(truncate)").unwrap();
}
