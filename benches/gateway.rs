//! From INTERACTION_CREATE to its callback over the gateway, beside a bot that only says "pong"; memory by the number of
//! servers; from the start to the session and the first answer. Processes of their own on loopback, one interaction at a time.
//!
//! `cargo bench --bench gateway`, or with `-- INTERACTIONS`.

// A bench prints what it measured, and whatever it can't have ends it.
#![allow(clippy::print_stdout, clippy::unwrap_used)]

use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use serde_json::Value;

use stand_in::{StandIn, TOKEN};

#[path = "../tests/discord/stand_in/payloads.rs"]
#[allow(dead_code)]
mod payloads;
#[path = "gateway/pong.rs"]
mod pong;
#[path = "gateway/stand_in.rs"]
mod stand_in;

/// The argument by which this program is the bot that only says "pong", before the API's address.
const PONG: &str = "pong-bot";
/// Interactions that aren't counted: connections are opened, caches filled.
const WARMING: usize = 200;
/// The most new questions that are counted.
const NEW: usize = 300;
/// How many servers a bot's memory is looked at with.
const SERVERS: [usize; 3] = [1, 1_000, 10_000];

fn main() {
    let arguments: Vec<String> = std::env::args().collect();
    if let Some(at) = arguments.iter().position(|argument| argument == PONG) {
        return pong::run(&arguments[at + 1], TOKEN);
    }
    let count = arguments.iter().find_map(|argument| argument.parse().ok()).unwrap_or(2_000);
    compare(count);
    weigh();
    start();
}

/// Which bot.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    Pong,
    Verbatim,
}

impl Kind {
    fn name(self) -> &'static str {
        match self {
            Self::Pong => "pong",
            Self::Verbatim => "verbatim",
        }
    }
}

fn compare(count: usize) {
    println!("From INTERACTION_CREATE to the callback, {count} interactions one after the other");
    println!("{:<32} {:>10} {:>10} {:>10}", "", "median", "p99", "of pong's");
    let repeated = |command: &'static str, options: &'static [(&'static str, &'static str)]| {
        (0..WARMING + count).map(move |_| payloads::slash(command, options)).collect::<Vec<_>>()
    };
    // The engine's own time is a thousand times a pong's: fewer of them say as much.
    let new = (0..WARMING + count.min(NEW)).map(|number| asked(&question(number))).collect::<Vec<_>>();
    let measure = |kind: Kind, interactions: &[Value]| {
        let stand_in = StandIn::start(1);
        let home = tempfile::tempdir().unwrap();
        let _bot = Bot::start(kind, &stand_in, home.path());
        stand_in.begun();
        let waits = interactions.iter().map(|interaction| stand_in.time(interaction)).skip(WARMING);
        sorted(waits.collect())
    };
    let pong = measure(Kind::Pong, &repeated("ask", &[("question", "ping")]));
    let cases = [
        ("pong", pong.clone()),
        ("/help", measure(Kind::Verbatim, &repeated("help", &[]))),
        ("/ask, asked before", measure(Kind::Verbatim, &repeated("ask", &[("question", "who controls the islands?")]))),
        ("/ask, new each time", measure(Kind::Verbatim, &new)),
        ("pong again", measure(Kind::Pong, &repeated("ask", &[("question", "ping")]))),
    ];
    for (name, waits) in &cases {
        let (median, p99) = (share(waits, 0.5), share(waits, 0.99));
        let ratio = median.as_secs_f64() / share(&pong, 0.5).as_secs_f64();
        println!("{name:<32} {median:>10.1?} {p99:>10.1?} {ratio:>9.2}×");
    }
    let engine = engine(&(0..count.min(500)).map(question).collect::<Vec<_>>());
    println!(
        "{:<32} {:>10.1?} {:>10.1?}   (as `verbatim ask --json` tells it)",
        "the engine, new questions",
        share(&engine, 0.5),
        share(&engine, 0.99)
    );
}

fn sorted(mut waits: Vec<Duration>) -> Vec<Duration> {
    waits.sort_unstable();
    waits
}

fn share(sorted: &[Duration], share: f64) -> Duration {
    sorted[((sorted.len() - 1) as f64 * share) as usize]
}

/// A question that no other number has.
fn question(number: usize) -> String {
    const BEGINNINGS: [&str; 5] = ["what did Clinton say about", "who said that", "why did", "when did", "how much of"];
    const SUBJECTS: [&str; 12] = [
        "China",
        "Japan",
        "the islands",
        "exports",
        "minerals",
        "world markets",
        "the quarrel",
        "officials",
        "shipments",
        "diplomacy",
        "rare earths",
        "the metals",
    ];
    let (beginning, subject) = (BEGINNINGS[number % 5], SUBJECTS[number / 5 % 12]);
    format!("{beginning} {subject} and {} {}?", SUBJECTS[number / 60 % 12], number / 720)
}

fn asked(question: &str) -> Value {
    payloads::slash("ask", &[("question", question)])
}

/// How long the engine takes for each question, as it tells itself.
fn engine(questions: &[String]) -> Vec<Duration> {
    let home = tempfile::tempdir().unwrap();
    let file = home.path().join("questions");
    std::fs::write(&file, questions.join("\n")).unwrap();
    let mut command = verbatim(home.path(), "ask");
    command.args(["--json", "-"]).stdin(std::fs::File::open(&file).unwrap());
    let output = String::from_utf8(command.output().unwrap().stdout).unwrap();
    let took = |line: &str| serde_json::from_str::<Value>(line).unwrap()["took_us"].as_u64().unwrap();
    // The first one reads the story.
    sorted(output.lines().skip(1).map(|line| Duration::from_micros(took(line))).collect())
}

fn weigh() {
    println!("\nResident memory, after every server was told and a question answered (and the most there was)");
    println!("{:<12} {:>14} {:>24} {:>24}", "", "servers", "resident", "at most");
    for kind in [Kind::Pong, Kind::Verbatim] {
        for servers in SERVERS {
            let stand_in = StandIn::start(servers);
            let home = tempfile::tempdir().unwrap();
            let bot = Bot::start(kind, &stand_in, home.path());
            stand_in.begun();
            stand_in.time(&asked("who controls the islands?"));
            let (now, most) = (bot.memory("VmRSS"), bot.memory("VmHWM"));
            println!("{:<12} {servers:>14} {:>20.1} MiB {:>20.1} MiB", kind.name(), now / 1024.0, most / 1024.0);
        }
    }
}

fn start() {
    println!("\nFrom the start of the process, median of 9");
    println!("{:<32} {:>14} {:>14}", "", "session begun", "first answer");
    for (kind, is_first, name) in [
        (Kind::Pong, true, "pong"),
        (Kind::Verbatim, true, "verbatim, empty data folder"),
        (Kind::Verbatim, false, "verbatim, started before"),
    ] {
        let mut started: Vec<(Duration, Duration)> = (0..9).map(|_| start_once(kind, is_first)).collect();
        started.sort_unstable();
        let (begun, answered) = started[4];
        println!("{name:<32} {begun:>14.1?} {answered:>14.1?}");
    }
}

fn start_once(kind: Kind, is_first: bool) -> (Duration, Duration) {
    let home = tempfile::tempdir().unwrap();
    if !is_first {
        assert!(verbatim(home.path(), "ask").args(["--json", "who said what?"]).output().unwrap().status.success());
    }
    let stand_in = StandIn::start(1);
    let begin = Instant::now();
    let _bot = Bot::start(kind, &stand_in, home.path());
    let begun = stand_in.begun() - begin;
    stand_in.time(&asked("who controls the islands?"));
    (begun, begin.elapsed())
}

fn verbatim(home: &Path, name: &str) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_verbatim"));
    command.arg(name).env_clear().env("HOME", home).env("VERBATIM_DATA_DIR", home.join("data"));
    command.env("VERBATIM_LOG__LEVEL", "warn");
    command
}

/// A running bot; it is killed when dropped.
struct Bot(Child);

impl Bot {
    fn start(kind: Kind, stand_in: &StandIn, home: &Path) -> Self {
        let mut command = match kind {
            Kind::Verbatim => verbatim(home, "run"),
            Kind::Pong => {
                let mut command = Command::new(std::env::current_exe().unwrap());
                command.args([PONG, &stand_in.api]);
                command
            }
        };
        command.env("DISCORD_TOKEN", TOKEN).env("VERBATIM_DISCORD__API", &stand_in.api);
        Self(command.stdin(Stdio::null()).stdout(Stdio::null()).spawn().unwrap())
    }

    /// A line of what the system knows of its memory, in KiB.
    fn memory(&self, line: &str) -> f64 {
        let status = std::fs::read_to_string(format!("/proc/{}/status", self.0.id())).unwrap();
        let found = status.lines().find_map(|found| found.strip_prefix(line)?.strip_prefix(':')).unwrap();
        found.trim().trim_end_matches(" kB").parse().unwrap()
    }
}

impl Drop for Bot {
    fn drop(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}
