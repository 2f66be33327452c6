//! The counters in memory.

use std::collections::HashMap;
use std::sync::{Mutex, PoisonError};

use axum::http::{HeaderMap, HeaderValue, Method, StatusCode, header};

use crate::db::HubId;

/// More kinds of things than any hub has to count; beyond that they are counted together.
const KINDS_AT_MOST: usize = 200;
/// Words by which programs that read the web name themselves.
const MACHINES: [&str; 6] = ["bot", "crawl", "spider", "slurp", "preview", "monitor"];

/// What was counted since the last flush.
#[derive(Debug, Default)]
pub struct Counters(Mutex<HashMap<HubId, HashMap<String, u64>>>);

impl Counters {
    /// Counts one thing of a hub.
    pub fn count(&self, hub: HubId, what: &str) {
        self.add(hub, what, 1);
    }

    /// Counts several at once: what could not be kept is put back so.
    pub fn add(&self, hub: HubId, what: &str, times: u64) {
        let mut hubs = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let counts = hubs.entry(hub).or_default();
        let full = counts.len() >= KINDS_AT_MOST;
        match counts.get_mut(what) {
            Some(count) => *count += times,
            None if full => *counts.entry("other".to_owned()).or_insert(0) += times,
            None => drop(counts.insert(what.to_owned(), times)),
        }
    }

    /// Takes everything out.
    pub fn take(&self) -> Vec<(HubId, Vec<(String, u64)>)> {
        let hubs = std::mem::take(&mut *self.0.lock().unwrap_or_else(PoisonError::into_inner));
        hubs.into_iter().map(|(hub, counts)| (hub, counts.into_iter().collect())).collect()
    }
}

/// What an answer counts as: the section of a public page, or that a registration was begun. Nothing for staff, files and machines.
pub fn of_answer(method: &Method, path: &str, status: StatusCode, agent: Option<&HeaderValue>, answered: &HeaderMap) -> Option<String> {
    let page = status == StatusCode::NOT_MODIFIED
        || (status == StatusCode::OK && answered.get(header::CONTENT_TYPE).is_some_and(|kind| kind.as_bytes().starts_with(b"text/html")));
    let section = path.trim_start_matches('/').split('/').next().unwrap_or_default();
    if *method != Method::GET || !page || section == "staff" || is_machine(agent) {
        return None;
    }
    if section == "events" && path.ends_with("/registration") {
        return Some("begun".to_owned());
    }
    Some(format!("view.{}", if section.is_empty() { "start" } else { section }))
}

fn is_machine(agent: Option<&HeaderValue>) -> bool {
    let name = agent.and_then(|value| value.to_str().ok()).unwrap_or_default().to_ascii_lowercase();
    MACHINES.iter().any(|word| name.contains(word))
}
