//! Nabe.
