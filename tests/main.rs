//! Promises to the user, through the binary and public names only.

// Whatever a test can't have ends it.
#![allow(clippy::unwrap_used)]

mod articles;
mod bad_input;
mod chat;
mod contract;
mod desk;
mod discord;
mod draft;
mod draft_page;
mod export;
mod generated;
mod http;
mod installation;
mod locale;
mod newsroom;
mod questions;
mod readme;
mod secrets;
mod standard_input;
mod verbatim;
mod words;
