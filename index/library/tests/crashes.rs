//! A data folder whose writer is killed, whose disk is full, or that may not be written. The test program runs itself
//! again as the process that comes to grief.

use std::process::{Child, Command, Stdio};
use std::time::Duration;

use super::*;

const FOLDER: &str = "VERBATIM_TEST_FOLDER";
const TASK: &str = "VERBATIM_TEST_TASK";

fn query(words: &str) -> Query<'_> {
    Query { words, story: None, kinds: &[], limit: 20 }
}

/// Not a test of its own: what the other process does.
#[test]
#[ignore = "run by the tests beside it"]
fn other_process() {
    let Some(folder) = std::env::var_os(FOLDER) else { return };
    let library = Library::open(&folder, Options::default()).unwrap();
    match std::env::var(TASK).unwrap().as_str() {
        "write for ever" => write_for_ever(&library),
        "read" => read(&library),
        task => panic!("{task}?"),
    }
}

fn write_for_ever(library: &Library) {
    for round in 0.. {
        let text = format!("Round {round}\n\nThe bells rang {round} times.\n");
        match library.add(&Addition { id: Some("bells"), bytes: text.as_bytes(), ..bells() }) {
            Ok(_) => {}
            Err(LibraryError::Exists { .. }) => drop(library.update("bells", "b.txt", text.as_bytes()).unwrap()),
            Err(error) => panic!("{error}"),
        }
        if round % 3 == 0 {
            library.rebuild(|_| {}).unwrap();
        }
        if round % 4 == 3 {
            library.remove("bells").unwrap();
        }
    }
}

fn read(library: &Library) {
    assert_eq!(library.story("bells").unwrap().title(), "Orre's bells to ring again");
    assert!(!library.search(&query("mayor")).unwrap().is_empty());
    let error = library.add(&Addition { id: Some("more"), ..bells() }).unwrap_err();
    assert!(error.to_string().contains("ermission denied"), "{error}");
    assert!(!error.is_askers_mistake());
}

fn other_process_at(program: &mut Command, folder: &Path, task: &str) -> Child {
    let test = "library::tests::crashes::other_process";
    let program = program.args(["--exact", test, "--ignored"]).env(FOLDER, folder).env(TASK, task);
    program.stdout(Stdio::null()).stderr(Stdio::null()).spawn().unwrap()
}

#[test]
fn a_writer_killed_at_any_moment_loses_nothing_and_breaks_nothing() {
    let (folder, library) = library();
    library.add(&Addition { id: Some("steady"), ..bells() }).unwrap();
    drop(library);
    for round in 0..40_u64 {
        let mut program = Command::new(std::env::current_exe().unwrap());
        let mut child = other_process_at(&mut program, folder.path(), "write for ever");
        std::thread::sleep(Duration::from_millis(15 + round * 7 % 120));
        child.kill().unwrap();
        child.wait().unwrap();

        let library = Library::open(folder.path(), Options::default()).unwrap();
        assert_eq!(library.raw("steady").unwrap(), BELLS.as_bytes(), "round {round}");
        let listing = library.list().unwrap();
        assert!(listing.broken.is_empty(), "round {round}: {:?}", listing.broken);
        let hits = library.search(&query("mayor bells rang minerals")).unwrap();
        assert!(hits.iter().any(|hit| hit.story == "steady"), "round {round}");
        for hit in hits {
            let story = library.story(&hit.story).unwrap();
            assert!(story.cited_by(&hit).is_some(), "round {round}: {hit:?}");
        }
    }
    let library = Library::open(folder.path(), Options::default()).unwrap();
    library.add(&Addition { id: Some("after"), ..bells() }).unwrap();
    let left: Vec<_> = fs::read_dir(folder.path().join("stories")).unwrap().flatten().map(|e| e.file_name()).collect();
    assert!(left.iter().all(|name| !name.to_string_lossy().starts_with('.')), "{left:?}");
}

/// A small file system of its own, where the test may have one.
struct SmallDisk(TempDir);

impl SmallDisk {
    fn mount(size: &str) -> Option<Self> {
        let folder = TempDir::new().unwrap();
        let options = format!("size={size}");
        let mount = Command::new("mount").args(["-t", "tmpfs", "-o", &options, "tmpfs"]).arg(folder.path()).output();
        mount.is_ok_and(|output| output.status.success()).then(|| Self(folder))
    }
}

impl Drop for SmallDisk {
    fn drop(&mut self) {
        let _ = Command::new("umount").arg("-l").arg(self.0.path()).status();
    }
}

#[test]
fn a_full_disk_refuses_what_is_new_and_keeps_what_there_is() {
    let Some(disk) = SmallDisk::mount("2m") else {
        println!("skipped: no file system can be mounted here");
        return;
    };
    let library = Library::open(disk.0.path(), Options::default()).unwrap();
    library.add(&Addition { id: Some("bells"), ..bells() }).unwrap();
    library.search(&query("mayor")).unwrap();
    let mut stored = Vec::new();
    for number in 0..400 {
        let id = format!("filler-{number}");
        let text = format!("Filler {number}\n\n{}", "The tower is made of stone. ".repeat(1000));
        match library.add(&Addition { id: Some(&id), bytes: text.as_bytes(), ..bells() }) {
            Ok(_) => stored.push((id, text)),
            Err(error) => {
                assert!(matches!(error, LibraryError::Io { .. }), "{error}");
                break;
            }
        }
    }
    assert!(stored.len() < 400, "the disk never filled up");
    let long = "The mayor left. ".repeat(100_000);
    assert!(library.update("bells", "b.txt", long.as_bytes()).is_err());
    assert!(library.rebuild(|_| {}).is_err());

    for library in [library, Library::open(disk.0.path(), Options::default()).unwrap()] {
        assert!(library.list().unwrap().broken.is_empty());
        assert_eq!(library.raw("bells").unwrap(), BELLS.as_bytes());
        assert_eq!(library.story("bells").unwrap().version(), 1);
        for (id, text) in &stored {
            assert_eq!(library.raw(id).unwrap(), text.as_bytes());
        }
        assert!(library.search(&query("mayor")).unwrap().iter().any(|hit| hit.story == "bells"));
    }
}

#[test]
fn a_folder_that_may_not_be_written_answers_and_says_so_when_asked_to_change() {
    let folder = TempDir::new().unwrap();
    let library = Library::open(folder.path(), Options::default()).unwrap();
    library.add(&Addition { id: Some("bells"), ..bells() }).unwrap();
    for has_index in [false, true] {
        if has_index {
            library.search(&query("mayor")).unwrap();
        }
        let run = Command::new("chmod").args(["-R", "a+rX,a-w"]).arg(folder.path()).status();
        let Ok(true) = run.map(|status| status.success()) else { return };
        let program = std::env::current_exe().unwrap();
        let can_run = as_nobody(&program).arg("--list").stdout(Stdio::null()).stderr(Stdio::null()).status();
        if !can_run.is_ok_and(|status| status.success()) {
            println!("skipped: this test must be able to run itself as nobody");
            return;
        }
        let mut child = other_process_at(&mut as_nobody(&program), folder.path(), "read");
        assert!(child.wait().unwrap().success(), "with an index: {has_index}");
        Command::new("chmod").args(["-R", "u+w"]).arg(folder.path()).status().unwrap();
    }
}

fn as_nobody(program: &Path) -> Command {
    let mut command = Command::new("setpriv");
    command.args(["--reuid=65534", "--regid=65534", "--clear-groups"]).arg(program);
    command
}
