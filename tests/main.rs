//! Promises to the user, through the binary and public names only.

// Whatever a test can't have ends it.
#![allow(clippy::unwrap_used)]

mod discord;
