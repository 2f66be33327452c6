//! The rush through two server processes on one `PostgreSQL`.

use std::path::Path;

use nabe::db::Source;

use crate::cluster::Cluster;
use crate::http::{PLACES, in_the_database, rush};
use crate::server::Server;
use crate::stock::{self, SAMPLE};
use crate::table::Table;

/// Measures the rush.
pub fn run(folder: &Path, table: &mut Table) {
    let cluster = Cluster::start(true);
    let database = cluster.database();
    let source = Source::Postgres(database.url.clone());
    let db = stock::open(&source);
    nabe::demo::fill(&db).unwrap();
    let date = stock::dates(&db, stock::hub(&db, SAMPLE), 1, Some(PLACES)).remove(0);
    let keys = stock::keys(&db);
    let nodes = [1, 2].map(|node| Server::nabe_on(&folder.join(format!("node-{node}")), &database.url));
    let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(1).enable_all().build().unwrap();
    let rush = runtime.block_on(rush(&nodes.each_ref(), &keys, &date.1));
    drop(nodes);
    rush.show("200 clients for 12 places, two servers on PostgreSQL", None, table);
    in_the_database(&db, &date, table);
    db.close();
}
