//! Three hundred hubs in one process: what it costs while nothing happens, and how much memory a load over all of them takes.

use std::path::Path;
use std::time::Duration;

use nabe::db::Source;

use crate::client::Client;
use crate::http::register;
use crate::server::Server;
use crate::stock;
use crate::table::Table;

const HUBS: usize = 300;
const DATES: usize = 40;
const CLIENTS: usize = 32;
/// For how long nothing happens.
const IDLE: Duration = Duration::from_secs(20);
/// Rounds over all hubs: each reads start, list, event and a month, and registers.
const ROUNDS: usize = 3;

/// Measures a process that carries many hubs.
pub fn run(folder: &Path, table: &mut Table) {
    let data = folder.join("hubs");
    let db = stock::open(&Source::Sqlite(data.clone()));
    let forms: Vec<String> = (0..HUBS)
        .map(|n| {
            let slug = format!("hub-{n}");
            let hub = stock::new_hub(&db, &slug);
            format!("/{slug}{}", stock::dates(&db, hub, DATES, None)[0].1)
        })
        .collect();
    db.close();
    let nabe = Server::nabe(&data);
    let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(1).enable_all().build().unwrap();
    runtime.block_on(async {
        std::thread::sleep(Duration::from_secs(1));
        let before = nabe.cpu_micros();
        std::thread::sleep(IDLE);
        let minute = (nabe.cpu_micros() - before) / 1e3 * 60.0 / IDLE.as_secs_f64();
        table.goal("300 hubs, nothing happens", format!("{minute:.0} ms CPU a minute"), "≤100 ms", minute <= 100.0);
        let workers: Vec<_> = (0..CLIENTS)
            .map(|n| {
                let (address, forms) = (nabe.address, forms.iter().skip(n).step_by(CLIENTS).cloned().collect::<Vec<_>>());
                tokio::spawn(async move { walk(Client::connect(address).await, &forms, n).await })
            })
            .collect();
        for worker in workers {
            worker.await.unwrap();
        }
    });
    let memory = nabe.memory_mb();
    table.goal("memory with 300 hubs under load", format!("{memory:.0} MB"), "<150 MB", memory < 150.0);
}

async fn walk(mut client: Client, forms: &[String], task: usize) {
    for round in 0..ROUNDS {
        for (n, form) in forms.iter().enumerate() {
            let hub = form.split('/').nth(1).unwrap();
            let event = form.rsplitn(3, '/').nth(2).unwrap();
            for page in [&format!("/{hub}/"), &format!("/{hub}/events"), event, &format!("/{hub}/events/month"), &format!("/{hub}/en/events")] {
                assert!(client.get(page, "accept-encoding: gzip\r\n").await.status == 200);
            }
            register(&mut client, form, (round * CLIENTS + task) * HUBS + n).await;
        }
    }
}
