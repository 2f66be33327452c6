//! TLS to a PostgreSQL with a certificate made for this test, by an authority made for this test.

use std::io::{BufRead as _, BufReader};
use std::path::PathBuf;
use std::process::{Child, Command, Stdio};

use super::cluster;
use crate::clock::Clock;
use crate::db::{Db, OpenError, Options, Source};

/// What the keeper does: certificates for `localhost` by an authority, a cluster that demands TLS over TCP, its end with the test.
const KEEPER: &str = r#"
set -eu
trap '' INT HUP TERM
folder=$(mktemp -d /tmp/nabe-pg-tls.XXXXXX)
cd "$folder"
key="-newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes"
for name in ours other; do
    openssl req -x509 $key -keyout "$name.key" -out "$name.crt" -subj "/CN=authority $name" -days 30 2>/dev/null
done
openssl req $key -keyout server.key -out server.csr -subj /CN=localhost 2>/dev/null
printf 'subjectAltName=DNS:localhost\n' >names
openssl x509 -req -in server.csr -CA ours.crt -CAkey ours.key -CAcreateserial -extfile names -out server.crt -days 30 2>/dev/null
chmod 600 server.key
"$1/initdb" -D data -U postgres -A trust -E UTF8 --locale=C --no-sync >initdb.log 2>&1
printf 'local all all trust\nhostssl all all 127.0.0.1/32 trust\nhostssl all all ::1/128 trust\n' >data/pg_hba.conf
port=$2
"$1/postgres" -D data -c fsync=off -c ssl=on -c "ssl_cert_file=$folder/server.crt" -c "ssl_key_file=$folder/server.key" \
    -c listen_addresses=localhost -c "port=$port" -c "unix_socket_directories=$folder" -c autovacuum=off </dev/null >log 2>&1 &
server=$!
for try in $(seq 200); do
    "$1/psql" -h "$folder" -p "$port" -U postgres -d postgres -qc 'create role nabe_owner login createrole' >/dev/null 2>&1 && break
    sleep 0.05
done
"$1/psql" -h "$folder" -p "$port" -U postgres -d postgres -qc 'create database nabe owner nabe_owner'
echo "$folder"
cat >/dev/null
kill -QUIT "$server"
wait "$server" || true
rm -rf "$folder"
"#;

struct Secured {
    folder: PathBuf,
    port: u16,
    _keeper: Child,
}

impl Secured {
    fn start() -> Self {
        let port = std::net::TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().port();
        let mut command = cluster::as_ordinary_user();
        command.args(["sh", "-c", KEEPER, "keeper"]).arg(cluster::programs()).arg(port.to_string());
        let mut keeper = command.current_dir("/").stdin(Stdio::piped()).stdout(Stdio::piped()).spawn().unwrap();
        let mut folder = String::new();
        BufReader::new(keeper.stdout.take().unwrap()).read_line(&mut folder).unwrap();
        assert!(!folder.is_empty(), "the secured cluster does not start; see the newest /tmp/nabe-pg-tls.*");
        Self { folder: folder.trim().into(), port, _keeper: keeper }
    }

    fn open(&self, host: &str, query: &str) -> Result<Db, OpenError> {
        let url = format!("postgres://nabe_owner@{host}:{}/nabe{query}", self.port);
        Db::open(&Source::Postgres(url), Clock::system(), Options { statements: crate::statements::all(), lanes: 2, readers: 2, ..Options::default() })
    }

    fn authority(&self, name: &str) -> String {
        format!("&sslrootcert={}", self.folder.join(format!("{name}.crt")).display()).replace('/', "%2F")
    }

    /// Connections of the program, and how many of them are encrypted.
    fn connections(&self) -> String {
        let psql = Command::new(cluster::programs().join("psql"))
            .args(["-U", "postgres", "-d", "nabe", "-Atc"])
            .arg("select count(*), count(*) filter (where s.ssl) from pg_stat_activity a join pg_stat_ssl s using (pid) where a.application_name = 'nabe'")
            .args(["-p", &self.port.to_string(), "-h"])
            .arg(&self.folder)
            .output()
            .unwrap();
        String::from_utf8(psql.stdout).unwrap().trim().to_owned()
    }
}

#[test]
fn every_connection_is_encrypted_and_the_certificate_is_checked_as_asked() {
    let secured = Secured::start();
    let (ours, other) = (secured.authority("ours"), secured.authority("other"));
    let encrypted = |host: &str, query: &str| {
        let db = secured.open(host, query).unwrap_or_else(|error| panic!("{host}{query}: {error}"));
        db.write_blocking(crate::db::Scope::Installation, |tx, _| crate::tenancy::store::hubs(tx)).unwrap();
        let (all, safe) = secured.connections().split_once('|').map(|(all, safe)| (all.to_owned(), safe.to_owned())).unwrap();
        assert!(all == safe && all != "0", "{host}{query}: {safe} of {all} connections are encrypted");
        db.close();
    };
    encrypted("localhost", &format!("?sslmode=verify-full{ours}"));
    encrypted("localhost", "?sslmode=require");
    encrypted("127.0.0.1", "?sslmode=require");
    let refused = |host: &str, query: &str, why: &str| {
        let said = secured.open(host, query).err().unwrap_or_else(|| panic!("{host}{query} is let in")).to_string();
        assert!(said.contains(why), "{host}{query}: {said}");
    };
    refused("localhost", &format!("?sslmode=verify-full{other}"), "UnknownIssuer");
    refused("localhost", "?sslmode=verify-full", "UnknownIssuer");
    refused("127.0.0.1", &format!("?sslmode=verify-full{ours}"), "not valid for name");
    refused("localhost", &format!("?sslmode=require{other}"), "UnknownIssuer");
    refused("localhost", "?sslmode=disable", "no encryption");
    refused("localhost", "?sslmode=verify-full&sslrootcert=%2Fnowhere.crt", "/nowhere.crt");
    refused("localhost", "?sslmode=maybe", "disable, require or verify-full");
}
