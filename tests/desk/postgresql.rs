//! A real PostgreSQL, started for a test from the system's packages; without one a test says so and is passed over.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use serde_json::{Value, json};
use tempfile::TempDir;

use super::settings::shown;
use super::shared::bot_set;
use super::{blocked, hand_overs, kill, pass_over};
use crate::discord::stand_in::StandIn;
use crate::discord::stand_in::payloads::{GUILD, slash};
use crate::installation::{Installation, ran};

/// Where Debian and its like put each version's programs.
const VERSIONS: &str = "/usr/lib/postgresql";

/// A running PostgreSQL; it is stopped when dropped.
pub struct PostgreSql {
    programs: PathBuf,
    folder: TempDir,
    port: u16,
}

impl PostgreSql {
    /// Starts one with an empty database; `None` where it isn't installed.
    pub fn start() -> Option<Self> {
        let Some(programs) = programs() else {
            pass_over("PostgreSQL isn't installed (apt-get install postgresql)");
            return None;
        };
        let folder = tempfile::tempdir().unwrap();
        let port = std::net::TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().port();
        let server = Self { programs, folder, port };
        server.begin();
        Some(server)
    }

    fn begin(&self) {
        if is_root() {
            // PostgreSQL doesn't run as root; its package makes a user for it.
            assert!(Command::new("chown").arg("postgres").arg(self.folder.path()).status().unwrap().success());
        }
        let data = self.data();
        let data = data.to_str().unwrap();
        self.run("initdb", &["-D", data, "-U", "desk", "-A", "trust", "--no-sync", "-E", "UTF8"]);
        let options = format!("-p {} -k {} -h 127.0.0.1", self.port, self.folder.path().display());
        let log = self.folder.path().join("log");
        self.run("pg_ctl", &["-D", data, "-l", log.to_str().unwrap(), "-w", "-o", &options, "start"]);
    }

    /// Its address.
    pub fn url(&self) -> String {
        format!("postgres://desk:a-secret-password@127.0.0.1:{}/postgres", self.port)
    }

    fn data(&self) -> PathBuf {
        self.folder.path().join("data")
    }

    fn run(&self, program: &str, arguments: &[&str]) {
        let status = self.command(program).args(arguments).status().unwrap();
        assert!(status.success(), "{program} {arguments:?}");
    }

    fn command(&self, program: &str) -> Command {
        let program = self.programs.join(program);
        let mut command = if is_root() {
            let mut command = Command::new("setpriv");
            command.args(["--reuid=postgres", "--regid=postgres", "--clear-groups"]).arg(program);
            command
        } else {
            Command::new(program)
        };
        command.current_dir("/").stdout(Stdio::null()).stderr(Stdio::null());
        command
    }
}

impl Drop for PostgreSql {
    fn drop(&mut self) {
        let data = self.data();
        let _ = self.command("pg_ctl").args(["-D", data.to_str().unwrap(), "-m", "immediate", "stop"]).status();
    }
}

/// The programs of the newest version that is installed.
fn programs() -> Option<PathBuf> {
    let versions = std::fs::read_dir(VERSIONS).ok()?.filter_map(Result::ok).map(|entry| entry.path().join("bin"));
    versions.filter(|programs| programs.join("initdb").exists()).max_by_key(|programs| version(programs))
}

fn version(programs: &Path) -> u32 {
    let name = programs.parent().and_then(Path::file_name).and_then(|name| name.to_str());
    name.and_then(|name| name.parse().ok()).unwrap_or_default()
}

fn is_root() -> bool {
    let own = std::process::Command::new("id").arg("-u").output().unwrap();
    own.stdout.trim_ascii() == b"0"
}

/// The JSON objects that the program prints, with this PostgreSQL.
fn json_with(installation: &Installation, server: &PostgreSql, arguments: &[&str]) -> Vec<Value> {
    let ran = ran(installation.command().env("VERBATIM_STATE__URL", server.url()).arg("--json").args(arguments));
    assert_eq!((ran.code, ran.err.as_str()), (0, ""), "{arguments:?}");
    ran.text().lines().map(|line| serde_json::from_str(line).unwrap()).collect()
}

/// Asserts that all that was confirmed is there, each with its entry in the audit log and none but those.
pub fn assert_whole(installation: &Installation, server: &PostgreSql, of: &str, confirmed: &BTreeSet<u64>) {
    let kept = blocked(&json_with(installation, server, &["settings", "--server", of])[0]);
    let lost: Vec<_> = confirmed.difference(&kept).collect();
    assert!(lost.is_empty(), "confirmed and lost: {lost:?}");
    let entries = json_with(installation, server, &["audit", "--server", of]);
    let numbers: Vec<_> = entries.iter().map(|entry| entry["number"].as_u64().unwrap()).collect();
    assert_eq!(numbers, (1..=entries.len() as u64).collect::<Vec<_>>(), "no entry is missing");
    assert!(entries.len() >= kept.len());
}

#[test]
fn the_same_is_kept_in_postgresql_and_a_backup_goes_from_one_to_the_other() {
    let Some(server) = PostgreSql::start() else { return };
    let (shared, own) = (Installation::fresh(), Installation::fresh());
    own.json(&["settings", "--server", "3", "--block", "21", "--why", "尖閣 \"quoted\""]);
    own.json(&["settings", "--server", "3", "--cool-down", "7", "--channel", "4"]);
    let file = own.home().join("state.jsonl");
    own.json(&["backup", file.to_str().unwrap()]);
    json_with(&shared, &server, &["restore", file.to_str().unwrap()]);
    let kept = json_with(&shared, &server, &["settings", "--server", "3"]);
    assert_eq!(kept, own.json(&["settings", "--server", "3"]));
    json_with(&shared, &server, &["settings", "--server", "3", "--unblock", "21"]);
    json_with(&shared, &server, &["settings", "--server", "3", "--reset", "cool-down", "--channel", "4"]);
    let back = own.home().join("back.jsonl");
    json_with(&shared, &server, &["backup", back.to_str().unwrap()]);
    own.json(&["restore", back.to_str().unwrap(), "--replace"]);
    let (here, there) =
        (own.json(&["audit", "--server", "3"]), json_with(&shared, &server, &["audit", "--server", "3"]));
    assert_eq!((here.len(), &here), (4, &there));
    assert_eq!(own.json(&["settings", "--server", "3"])[0], json!({"settings": [], "blocked": []}));
    assert_eq!(json_with(&shared, &server, &["settings", "--server", "4"])[0], json!({"settings": [], "blocked": []}));
}

#[test]
fn what_a_newsroom_does_by_hand_is_kept_in_postgresql_as_well() {
    let Some(server) = PostgreSql::start() else { return };
    let (stand_in, installation) = (StandIn::start(), Installation::with_stories());
    let url = server.url();
    let bot = bot_set(&stand_in, &installation, &[("VERBATIM_STATE__URL", &url)]);
    let here = |arguments: &[&str]| json_with(&installation, &server, &[arguments, &["--server", GUILD]].concat());
    here(&["correct", "harbour", "--statement", "s2", "--speaker", "Jon Abel", "--why", "heard it"]);
    here(&["approve", "set", "what about the port?", "--passage", "4", "--story", "harbour"]);
    let question = [("question", "what about the port"), ("story", "harbour")];
    std::thread::sleep(std::time::Duration::from_secs(3));
    assert!(shown(&stand_in, slash("ask", &question)).0.starts_with("**Approved by the moderators**"));
    let said = shown(&stand_in, slash("said", &[("about", "rushed"), ("story", "harbour")])).0;
    assert!(said.contains("**Jon Abel**") && said.contains("✎ Corrected by hand"), "{said}");
    let seen = hand_overs::hand_over(&stand_in).body;
    assert_eq!(here(&["gaps", "--story", "harbour"])[0]["times"], json!(1));
    let done = hand_overs::fill_in(&stand_in, &seen, &[("answer", "In 1931."), ("source", "4")]);
    assert_eq!(done["type"], json!(7));
    assert!(here(&["gaps", "--story", "harbour"]).is_empty(), "it has its answer");
    assert_eq!(here(&["correct", "harbour", "--undo", "1"]), Vec::<Value>::new());
    let log = here(&["audit"]);
    let whats: Vec<_> = log.iter().map(|entry| entry["what"].as_str().unwrap()).collect();
    assert_eq!(whats, ["correct", "approve", "set", "ask the desk", "answer", "withdraw"]);
    assert!(json_with(&installation, &server, &["audit", "--server", "4"]).is_empty());
    assert_eq!(bot.stop().code(), 0);
}

#[test]
fn a_postgresql_that_is_gone_is_told_with_its_place_and_without_its_password() {
    let Some(server) = PostgreSql::start() else { return };
    let installation = Installation::fresh();
    json_with(&installation, &server, &["settings", "--cool-down", "3"]);
    let url = server.url();
    drop(server);
    let ran = ran(installation.command().env("VERBATIM_STATE__URL", &url).args(["settings", "--cool-down", "4"]));
    assert_eq!(ran.code, 1);
    assert!(ran.err.contains("PostgreSQL can't be reached") && ran.err.contains("127.0.0.1"), "{}", ran.err);
    assert!(!ran.err.contains("a-secret-password"), "{}", ran.err);
}

#[test]
fn a_connection_that_breaks_is_made_again() {
    let Some(server) = PostgreSql::start() else { return };
    let installation = Installation::fresh();
    installation.json(&["story", "list"]);
    let mut writer = kill::Writer::start(&installation, Some(&server.url()));
    writer.tell(1);
    assert_eq!(writer.confirmed(), Some(1));
    let data = server.data();
    let log = server.folder.path().join("log");
    let options = format!("-p {} -k {} -h 127.0.0.1", server.port, server.folder.path().display());
    server.run(
        "pg_ctl",
        &["-D", data.to_str().unwrap(), "-l", log.to_str().unwrap(), "-w", "-m", "fast", "-o", &options, "restart"],
    );
    let again = (2..12).find_map(|member| {
        writer.tell(member);
        writer.confirmed()
    });
    assert!(again.is_some(), "the process goes on");
    writer.end();
}
