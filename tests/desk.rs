//! What moderators and newsrooms keep: it outlives kill -9, a full disk and a locked database, in SQLite and PostgreSQL,
//! goes into a backup and back, and no server reads another's.

use std::collections::BTreeSet;

use serde_json::{Value, json};

use crate::installation::Installation;

mod approved;
mod complaints;
mod corrections;
mod gaps;
mod hand_overs;
mod kill;
mod kill_bot;
mod postgresql;
mod refused;
mod schedules;
mod settings;
mod shared;
mod summaries;
mod threads;
mod ticks;
mod together;
mod watch;
mod wishes;

/// Says that a test can't be run here; never silently.
#[allow(clippy::print_stderr)]
fn pass_over(why: &str) {
    eprintln!("PASSED OVER: {why}");
}

/// The ids of the members whom a server doesn't answer.
fn blocked(settings: &Value) -> BTreeSet<u64> {
    let blocked = settings["blocked"].as_array().unwrap().iter();
    blocked.map(|blocked| blocked["member"].as_str().unwrap().parse().unwrap()).collect()
}

/// What an installation has set for a server.
fn settings(installation: &Installation, server: &str) -> Value {
    installation.json(&["settings", "--server", server]).remove(0)
}

/// The changes of a server, by their numbers and what they were of.
fn audit(installation: &Installation, server: &str) -> Vec<(i64, String)> {
    let entries = installation.json(&["audit", "--server", server]);
    entries
        .iter()
        .map(|entry| (entry["number"].as_i64().unwrap(), entry["subject"].as_str().unwrap().to_owned()))
        .collect()
}

/// Asserts that all that was confirmed is there, each with its entry in the audit log and none but those.
fn assert_whole(installation: &Installation, server: &str, confirmed: &BTreeSet<u64>) {
    let kept = blocked(&settings(installation, server));
    let lost: Vec<_> = confirmed.difference(&kept).collect();
    assert!(lost.is_empty(), "confirmed and lost: {lost:?}");
    let entries = audit(installation, server);
    let numbers: Vec<i64> = entries.iter().map(|(number, _)| *number).collect();
    assert_eq!(numbers, (1..=i64::try_from(entries.len()).unwrap()).collect::<Vec<_>>(), "no entry is missing");
    let logged: BTreeSet<u64> =
        entries.iter().filter_map(|(_, subject)| subject.strip_prefix("member ")?.parse().ok()).collect();
    assert_eq!(logged, kept, "a change and its entry are one");
}

#[test]
fn the_doctor_tells_where_the_state_is_and_what_is_wrong_with_it() {
    let installation = Installation::fresh();
    let state = |examined: &[Value]| examined.iter().find(|part| part["what"] == "state").unwrap().clone();
    installation.json(&["settings", "--cool-down", "5"]);
    let well = state(&installation.json(&["doctor"]));
    assert_eq!(well["ok"], json!(true), "{well}");
    assert!(well["seen"].as_str().unwrap().ends_with("state.db, changes logged: 1"), "{well}");
    let file = installation.data().join("state.db");
    for log in ["state.db-wal", "state.db-shm"] {
        let _ = std::fs::remove_file(installation.data().join(log));
    }
    std::fs::write(&file, "not a database, but a text that is long enough to be taken for one's header").unwrap();
    let ran = installation.run(&["--json", "doctor"]);
    let examined: Vec<Value> = ran.text().lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    let ill = state(&examined);
    assert!(ran.code == 1 && ill["seen"].as_str().unwrap().contains("no database"), "{ill}");
    assert!(ill["fix"].as_str().unwrap().contains("verbatim restore FILE"), "{ill}");
}

#[test]
fn a_backup_holds_everything_and_comes_back_whole_or_not_at_all() {
    let installation = Installation::fresh();
    installation.json(&["settings", "--server", "1", "--block", "17", "--why", "spam; \"quoted\" 尖閣"]);
    installation.json(&["settings", "--server", "2", "--cool-down", "9", "--channel", "5"]);
    let (first, second) = (settings(&installation, "1"), settings(&installation, "2"));
    let file = installation.home().join("state.jsonl");
    let path = file.to_str().unwrap();
    assert_eq!(installation.json(&["backup", path])[0]["file"], json!(path));

    let other = Installation::fresh();
    other.json(&["restore", path]);
    assert_eq!((settings(&other, "1"), settings(&other, "2")), (first.clone(), second));
    assert_eq!(audit(&other, "1"), audit(&installation, "1"));
    other.json(&["settings", "--server", "1", "--block", "18"]);
    let refused = other.run(&["restore", path]);
    assert!(refused.code == 2 && refused.err.contains("--replace"), "{}", refused.err);
    assert_eq!(blocked(&settings(&other, "1")).len(), 2, "nothing was replaced");
    other.json(&["restore", path, "--replace"]);
    assert_eq!(settings(&other, "1"), first);

    let whole = std::fs::read_to_string(&file).unwrap();
    let lines: Vec<&str> = whole.lines().collect();
    let cut = installation.file("cut.jsonl", lines[..lines.len() - 1].join("\n").as_bytes());
    let foreign = installation.file("foreign.jsonl", b"{\"verbatim\":\"stories\"}\n");
    let later = whole.replacen("\"tables\":", "\"tables\":9", 1);
    let later = installation.file("later.jsonl", later.as_bytes());
    for (file, reason) in [(cut, "end is missing"), (foreign, "line 1"), (later, "newer release")] {
        let refused = other.run(&["restore", file.to_str().unwrap(), "--replace"]);
        assert!(refused.code == 2 && refused.err.contains(reason), "{reason}: {}", refused.err);
        assert_eq!(settings(&other, "1"), first, "{reason}");
    }
}

#[cfg(unix)]
#[test]
fn state_and_backups_are_for_their_owners_eyes_only() {
    use std::os::unix::fs::PermissionsExt;
    let installation = Installation::fresh();
    installation.json(&["settings", "--cool-down", "5"]);
    let backup = installation.home().join("state.jsonl");
    installation.json(&["backup", backup.to_str().unwrap()]);
    for file in [installation.data().join("state.db"), backup] {
        assert_eq!(file.metadata().unwrap().permissions().mode() & 0o077, 0, "{}", file.display());
    }
}
