//! kill -9 of real processes while they write, hundreds of times: whatever was confirmed is there.

use std::collections::BTreeSet;
use std::io::{BufRead, BufReader, Write};
use std::process::{Child, ChildStdout, Command, Stdio};
use std::sync::atomic::{AtomicU64, AtomicUsize, Ordering};
use std::time::{Duration, Instant};

use serde_json::{Value, json};

use super::assert_whole;
use crate::installation::Installation;

/// The server that everything is kept for.
const SERVER: &str = "1";
/// How many processes write at once.
const AT_ONCE: usize = 2;
/// How many processes are killed.
const KILLS: usize = 240;
/// How many changes a process is given before it is killed.
const CHANGES: u64 = 12;
/// How long it may take; on a slow machine fewer are killed.
const SPAN: Duration = Duration::from_secs(35);

/// A chat that changes settings as it is told, until it is killed.
pub struct Writer {
    process: Child,
    confirmations: BufReader<ChildStdout>,
    given: std::collections::VecDeque<u64>,
}

impl Writer {
    /// Starts one against a database; without an address its own.
    pub fn start(installation: &Installation, url: Option<&str>) -> Self {
        let mut command = Command::new(env!("CARGO_BIN_EXE_verbatim"));
        command.args(["--json", "chat"]).env_clear().env("HOME", installation.home());
        command.env("VERBATIM_DATA_DIR", installation.data()).envs(url.map(|url| ("VERBATIM_STATE__URL", url)));
        let mut process = command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::null()).spawn().unwrap();
        let confirmations = BufReader::new(process.stdout.take().unwrap());
        Self { process, confirmations, given: std::collections::VecDeque::new() }
    }

    /// Tells it to block a member.
    pub fn tell(&mut self, member: u64) {
        self.given.push_back(member);
        let line = format!("/settings --server {SERVER} --block {member}\n");
        // It may have ended for a reason that the test looks at later.
        let _ = self.process.stdin.as_mut().unwrap().write_all(line.as_bytes());
    }

    /// Waits for what it says to the next change; the member that it confirms, if it confirms one.
    pub fn confirmed(&mut self) -> Option<u64> {
        let mut line = String::new();
        // What was cut in the middle was confirmed to nobody.
        let is_whole = self.confirmations.read_line(&mut line).unwrap() > 0 && line.ends_with('\n');
        let member = self.given.pop_front()?;
        let said: Value = serde_json::from_str(&line).ok().filter(|_| is_whole)?;
        let mut blocked = said["blocked"].as_array()?.iter();
        blocked.any(|blocked| blocked["member"] == json!(member.to_string())).then_some(member)
    }

    /// What it says to the next change.
    pub fn said(&mut self) -> String {
        let mut line = String::new();
        self.confirmations.read_line(&mut line).unwrap();
        self.given.pop_front();
        line
    }

    /// Kills it as kill -9 does, and reads what it had still confirmed.
    pub fn kill(mut self) -> Vec<u64> {
        self.process.kill().unwrap();
        self.process.wait().unwrap();
        std::iter::from_fn(|| self.confirmed()).collect()
    }

    /// Lets it end.
    pub fn end(mut self) -> Vec<u64> {
        drop(self.process.stdin.take());
        let confirmed = std::iter::from_fn(|| self.confirmed()).collect();
        assert!(self.process.wait().unwrap().success());
        confirmed
    }
}

/// Numbers that look random and are the same each time (Knuth's MMIX generator).
struct Dice(u64);

impl Dice {
    fn below(&mut self, limit: u64) -> u64 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) % limit
    }
}

/// Kills writers, several at once, and returns how many and what was confirmed.
fn kill_writers(
    installation: &Installation,
    url: Option<&str>,
    kills: usize,
    span: Duration,
) -> (usize, BTreeSet<u64>) {
    let (killed, next) = (AtomicUsize::new(0), AtomicU64::new(1));
    let deadline = Instant::now() + span;
    let work = |seed: usize| {
        let mut dice = Dice(seed as u64);
        let mut confirmed = Vec::new();
        while killed.load(Ordering::Relaxed) < kills && Instant::now() < deadline {
            let mut writer = Writer::start(installation, url);
            for _ in 0..CHANGES {
                writer.tell(next.fetch_add(1, Ordering::Relaxed));
            }
            for _ in 0..dice.below(CHANGES) {
                confirmed.extend(writer.confirmed());
            }
            // A change takes a few milliseconds at most: this ends somewhere within one.
            std::thread::sleep(Duration::from_micros(dice.below(3_000)));
            confirmed.extend(writer.kill());
            killed.fetch_add(1, Ordering::Relaxed);
        }
        confirmed
    };
    let confirmed = std::thread::scope(|scope| {
        let workers: Vec<_> = (0..AT_ONCE).map(|seed| scope.spawn(move || work(seed))).collect();
        workers.into_iter().flat_map(|worker| worker.join().unwrap()).collect()
    });
    (killed.into_inner(), confirmed)
}

#[test]
fn nothing_that_was_confirmed_is_lost_by_kill_9() {
    let installation = Installation::fresh();
    installation.json(&["story", "list"]);
    let (killed, confirmed) = kill_writers(&installation, None, KILLS, SPAN);
    assert!(killed >= 40 && confirmed.len() >= killed, "too few to show anything: {killed}, {}", confirmed.len());
    assert_whole(&installation, SERVER, &confirmed);
    let examined = installation.json(&["doctor"]);
    assert!(examined.iter().any(|part| part["what"] == "state" && part["ok"] == json!(true)), "{examined:?}");
    eprintln!("SQLite: {killed} processes killed, {} changes confirmed, {} found", confirmed.len(), confirmed.len());
}

#[test]
fn nothing_that_postgresql_confirmed_is_lost_by_kill_9() {
    let Some(server) = super::postgresql::PostgreSql::start() else { return };
    let installation = Installation::fresh();
    installation.json(&["story", "list"]);
    let (killed, confirmed) = kill_writers(&installation, Some(&server.url()), KILLS / 6, SPAN / 3);
    assert!(killed >= 10 && !confirmed.is_empty(), "too few to show anything: {killed}, {}", confirmed.len());
    super::postgresql::assert_whole(&installation, &server, SERVER, &confirmed);
    eprintln!("PostgreSQL: {killed} processes killed, {} changes confirmed, all found", confirmed.len());
}
