//! Reply → what people and scripts see. Every sentence of ours that people read stands in this folder; the words of
//! a story come only from its slices.

pub mod chart;
pub mod checklist;
pub mod differing;
pub mod discord;
pub mod draft_page;
pub mod export;
pub mod file;
pub mod json;
pub mod language;
pub mod table;
pub mod terminal;
pub mod voice;
pub mod words;
