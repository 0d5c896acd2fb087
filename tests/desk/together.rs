//! Two processes on one database at once lose nothing.

use std::collections::BTreeSet;

use super::assert_whole;
use super::kill::Writer;
use super::postgresql::{self, PostgreSql};
use crate::installation::Installation;

/// How many changes each of two processes makes.
const CHANGES: u64 = 60;

/// Has two processes write at once, and returns what they confirmed.
fn write_together(installation: &Installation, url: Option<&str>) -> BTreeSet<u64> {
    installation.json(&["story", "list"]);
    let mut writers = [Writer::start(installation, url), Writer::start(installation, url)];
    for change in 0..CHANGES {
        for (number, writer) in (1..).zip(&mut writers) {
            writer.tell(change * 10 + number);
        }
    }
    writers.into_iter().flat_map(Writer::end).collect()
}

#[test]
fn two_processes_on_one_file_lose_nothing() {
    let installation = Installation::fresh();
    let confirmed = write_together(&installation, None);
    assert_eq!(confirmed.len() as u64, 2 * CHANGES, "both got through");
    assert_whole(&installation, "1", &confirmed);
}

#[test]
fn two_processes_on_one_postgresql_lose_nothing() {
    let Some(server) = PostgreSql::start() else { return };
    let installation = Installation::fresh();
    let confirmed = write_together(&installation, Some(&server.url()));
    assert_eq!(confirmed.len() as u64, 2 * CHANGES, "both got through");
    postgresql::assert_whole(&installation, &server, "1", &confirmed);
}
