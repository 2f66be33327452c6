//! What a hub offers. Each folder is one feature; its menu word, glossary word, folder and address are the same.
//! A feature reaches another only through that feature's `mod.rs`.

pub mod events;
pub mod pages;
