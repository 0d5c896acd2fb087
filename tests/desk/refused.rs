//! A full disk and a locked database: what can't be kept is refused in one clear line, what was confirmed before is kept,
//! and the program goes on once there is room again.

use std::collections::BTreeSet;
use std::path::PathBuf;
use std::process::Command;
use std::time::{Duration, Instant};

use sqlx::{Connection, Executor, SqliteConnection};

use super::kill::Writer;
use super::{assert_whole, pass_over};
use crate::installation::{Installation, Ran, ran};

/// Runs the program in a shell that lets no file grow beyond so many blocks of 512 bytes.
fn run_within(installation: &Installation, blocks: u32, input: &str) -> Ran {
    let shell = format!("trap '' XFSZ; ulimit -f {blocks}; exec \"$0\" --json chat");
    let mut command = assert_cmd::Command::new("sh");
    command.args(["-c", &shell, env!("CARGO_BIN_EXE_verbatim")]).env_clear().env("HOME", installation.home());
    command.env("VERBATIM_DATA_DIR", installation.data());
    ran(command.write_stdin(input))
}

/// How many members are blocked, each with a long reason.
const MEMBERS: usize = 120;

/// Blocks one member after the other, and returns those that were confirmed; some must fail for want of room.
fn fill(run: impl FnOnce(&str) -> Ran) -> BTreeSet<u64> {
    let why = "x".repeat(4000);
    let lines = (1..=MEMBERS).map(|member| format!("/settings --server 1 --block {member} --why {why}\n"));
    let ran = run(&lines.collect::<String>());
    let said: Vec<&str> = ran.text().lines().collect();
    assert_eq!(said.len(), MEMBERS, "each has its line");
    let refused = said.iter().filter(|line| !line.starts_with('{'));
    let refused: BTreeSet<&str> = refused.map(|line| line.split_once(": ").unwrap().1).collect();
    let full = "the disk is full, and nothing was changed; make room and try again";
    assert_eq!(refused.into_iter().collect::<Vec<_>>(), [full]);
    (1..).zip(said).filter(|(_, line)| line.starts_with('{')).map(|(member, _)| member).collect()
}

#[test]
fn what_was_confirmed_before_a_file_could_grow_no_more_is_kept() {
    let installation = Installation::fresh();
    installation.json(&["settings", "--server", "1", "--block", "1000"]);
    let mut confirmed = fill(|lines| run_within(&installation, 1200, lines));
    assert!(confirmed.len() > 10, "{confirmed:?}");
    confirmed.insert(1000);
    assert_whole(&installation, "1", &confirmed);
    installation.json(&["settings", "--server", "1", "--block", "2000"]);
    confirmed.insert(2000);
    assert_whole(&installation, "1", &confirmed);
}

/// A file system of a megabyte in memory; it is taken away when dropped.
struct SmallDisk(PathBuf);

impl SmallDisk {
    fn mount(folder: PathBuf) -> Option<Self> {
        std::fs::create_dir_all(&folder).unwrap();
        let mounted = Command::new("mount").args(["-t", "tmpfs", "-o", "size=1m", "none"]).arg(&folder).output();
        mounted.is_ok_and(|mounted| mounted.status.success()).then_some(Self(folder))
    }
}

impl Drop for SmallDisk {
    fn drop(&mut self) {
        let _ = Command::new("umount").arg(&self.0).status();
    }
}

#[test]
fn what_was_confirmed_before_the_disk_was_full_is_kept() {
    let installation = Installation::fresh();
    let Some(disk) = SmallDisk::mount(installation.home().join("small")) else {
        return pass_over("no file system of a test's own can be mounted here");
    };
    let url = format!("sqlite:{}", disk.0.join("state.db").display());
    let with_url = |arguments: &[&str], lines: &str| {
        ran(installation.command().env("VERBATIM_STATE__URL", &url).args(arguments).write_stdin(lines.to_owned()))
    };
    let confirmed = fill(|lines| with_url(&["--json", "chat"], lines));
    assert!(confirmed.len() > 10, "{confirmed:?}");
    // Room is made, and everything goes on from what was confirmed.
    let more = Command::new("mount").args(["-o", "remount,size=16m"]).arg(&disk.0).status().unwrap();
    assert!(more.success());
    let kept = with_url(&["--json", "settings", "--server", "1", "--block", "2000"], "");
    assert_eq!(kept.code, 0, "{}", kept.err);
    let kept = super::blocked(&serde_json::from_str(kept.text()).unwrap());
    assert!(confirmed.is_subset(&kept) && kept.contains(&2000));
    assert_eq!(kept.len(), confirmed.len() + 1, "and nothing that was refused");
}

/// Holds a database as another process would that writes for too long.
struct Holder {
    runtime: tokio::runtime::Runtime,
    connection: SqliteConnection,
}

impl Holder {
    fn hold(installation: &Installation) -> Self {
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
        let url = format!("sqlite://{}", installation.data().join("state.db").display());
        let mut connection = runtime.block_on(SqliteConnection::connect(&url)).unwrap();
        runtime.block_on(connection.execute("BEGIN EXCLUSIVE")).unwrap();
        Self { runtime, connection }
    }

    fn let_go(mut self) {
        self.runtime.block_on(self.connection.execute("ROLLBACK")).unwrap();
    }
}

#[test]
fn a_locked_database_is_waited_for_and_then_told_in_one_line() {
    let installation = Installation::fresh();
    installation.json(&["settings", "--server", "1", "--block", "1"]);
    let mut writer = Writer::start(&installation, None);
    writer.tell(2);
    assert_eq!(writer.confirmed(), Some(2));
    let holder = Holder::hold(&installation);
    let begun = Instant::now();
    writer.tell(3);
    let said = writer.said();
    assert!(said.contains("another process keeps the database locked"), "{said}");
    assert!((3..15).contains(&begun.elapsed().as_secs()), "{:?}", begun.elapsed());
    let outside = installation.run(&["settings", "--server", "1", "--block", "4"]);
    assert_eq!((outside.code, outside.err.lines().count()), (1, 1), "{}", outside.err);

    writer.tell(5);
    std::thread::sleep(Duration::from_millis(500));
    holder.let_go();
    let confirmed = BTreeSet::from([1, 2, 5]);
    let mut last = writer.end();
    assert_eq!(last.pop(), Some(5), "what waited is done");
    assert_whole(&installation, "1", &confirmed);
    assert_eq!(super::blocked(&super::settings(&installation, "1")), confirmed, "and what was refused is not");
}
