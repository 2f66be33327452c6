//! Pages: rendered afresh, from the cache, first view, start, memory.

use std::path::Path;
use std::time::Duration;

use crate::client::{Client, rate};
use crate::server::Server;
use crate::stock::{self, SAMPLE};
use crate::table::Table;

const EVENT: &str = "/grossroehrsdorf/events/smartphone-sprechstunde";
const LIST: &str = "/grossroehrsdorf/events";
/// What a browser sends on "reload": the page is rendered anew.
const ANEW: &str = "cache-control: no-cache\r\n";
const LASTING: Duration = Duration::from_secs(2);

/// Measures the pages of the sample hub.
pub fn run(folder: &Path, table: &mut Table) {
    let data = folder.join("pages");
    stock::fill(&data);
    let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(1).enable_all().build().unwrap();
    runtime.block_on(async {
        let hello = Server::hello();
        let (hello_rate, hello_count) = { rate(hello.address, "/", "", 64, LASTING).await };
        table.limit("bare axum hello", format!("{hello_rate:.0}/s, {:.1} µs CPU", hello.cpu_micros() / count(hello_count)));
        drop(hello);
        let nabe = Server::nabe(&data);
        let start = nabe.first_page(LIST);
        first_view(&nabe, table).await;
        table.goal("start to first page", format!("{:.0} ms", start.as_secs_f64() * 1e3), "<1 s", start < Duration::from_secs(1));
        let idle = nabe.memory_mb();
        table.goal("memory after the first page", format!("{idle:.0} MB"), "<60 MB", idle < 60.0);
        let (cached, _) = rate(nabe.address, EVENT, "", 64, LASTING).await;
        table.goal(
            "public page from cache, against hello",
            format!("{cached:.0}/s = {:.0} %", cached / hello_rate * 100.0),
            "≥60 %",
            cached / hello_rate >= 0.6,
        );
        for (what, path, goal) in [
            ("event page rendered afresh", EVENT, 120.0),
            ("list of 36 rendered afresh", LIST, 150.0),
            ("start page rendered afresh", "/grossroehrsdorf/", 150.0),
        ] {
            let before = nabe.cpu_micros();
            let (_, done) = rate(nabe.address, path, ANEW, 8, LASTING).await;
            let each = (nabe.cpu_micros() - before) / count(done);
            table.goal(what, format!("{each:.0} µs CPU"), format!("≤{goal:.0} µs"), each <= goal);
        }
        let memory = nabe.memory_mb();
        table.goal("memory after all of that", format!("{memory:.0} MB"), "<60 MB", memory < 60.0);
    });
}

async fn first_view(nabe: &Server, table: &mut Table) {
    let mut client = Client::connect(nabe.address).await;
    let zipped = "accept-encoding: gzip, br\r\n";
    let page = client.get(&format!("/{SAMPLE}/"), "").await;
    let html = client.get(&format!("/{SAMPLE}/"), zipped).await.body.len();
    let text = String::from_utf8(page.body).unwrap();
    let assets = text.split('"').filter(|part| part.starts_with("/assets/") && (part.ends_with(".css") || part.ends_with(".woff2")));
    let mut paths: Vec<&str> = assets.collect();
    paths.sort_unstable();
    paths.dedup();
    let mut total = html;
    for path in paths {
        total += client.get(path, zipped).await.body.len();
    }
    let kb = count(u64::try_from(total).unwrap()) / 1024.0;
    let scripts = text.matches("<script").count();
    table.goal("first view over the wire, without pictures", format!("{kb:.1} KB, {scripts} scripts"), "≤75 KB, JavaScript 0", kb <= 75.0 && scripts == 0);
}

fn count(n: u64) -> f64 {
    n as f64
}
