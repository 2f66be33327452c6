//! Nabe runs a municipal innovation hub. Read on in this order: `router` names every page, `features` what a hub offers,
//! `bookings` how places are given, `db` how it is kept. `ARCHITECTURE.md` shows the whole at a glance.

/// Where memory comes from.
#[global_allocator]
static MEMORY: mimalloc::MiMalloc = mimalloc::MiMalloc;

// Ground: features stand on it, it knows none of them.
pub mod auth;
pub mod bookings;
pub mod clock;
pub mod config;
pub mod db;
pub mod door;
pub mod fetch;
pub mod histogram;
pub mod ids;
pub mod installation;
pub mod jobs;
pub mod keys;
pub mod limits;
pub mod mail;
pub mod operation;
pub mod organisations;
pub mod paper;
pub mod pictures;
pub mod problem;
pub mod retention;
pub mod statistics;
pub mod tenancy;
pub mod texts;
pub mod theme;
pub mod ui;

// What a hub offers.
pub mod features;

// Where everything is put together.
pub mod app;
pub mod commands;
pub mod demo;
pub mod keeping;
pub mod router;
pub mod statements;
