//! Bad input gets one clear line or a sensible answer, and nothing that was stored is lost by it.

use std::path::Path;
use std::process::Command;

use crate::installation::{Installation, Ran, ran};

/// Checks that a run was refused as bad usage or input: exit code 2 and one line that says what was wrong.
fn check_refused(ran: &Ran, mentions: &str) {
    assert_eq!(ran.code, 2, "{}", ran.err);
    assert_eq!(ran.text(), "");
    let lines: Vec<_> = ran.err.lines().collect();
    assert_eq!(lines.len(), 1, "{}", ran.err);
    assert!(lines[0].starts_with("verbatim: ") && lines[0].contains(mentions), "{}", ran.err);
}

fn add(installation: &Installation, file: &Path) -> Ran {
    installation.run(&["story", "add", file.to_str().unwrap(), "--id", "new"])
}

#[test]
fn a_file_that_cannot_be_an_article_is_refused() {
    let installation = Installation::with_stories();
    let refused: [(&str, Vec<u8>, &str); 5] = [
        ("empty.txt", Vec::new(), "empty"),
        ("blank.txt", b" \n\n\t".to_vec(), "empty"),
        ("picture.txt", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR".to_vec(), "picture.txt"),
        ("latin.txt", b"caf\xe9 opens".to_vec(), "UTF-8"),
        ("huge.txt", vec![b'x'; 50_000_000], "huge.txt"),
    ];
    for (name, bytes, mentions) in refused {
        let file = installation.file(name, &bytes);
        check_refused(&add(&installation, &file), mentions);
    }
    assert_eq!(installation.json(&["story", "list"]).len(), 1 + crate::articles::all().len());
}

#[test]
fn extract_refuses_what_is_no_text_and_finds_nothing_in_an_empty_one() {
    let installation = Installation::fresh();
    check_refused(&installation.run_with(&["extract", "-"], b"\xff\xfe\0".to_vec()), "text");
    check_refused(&installation.run_with(&["extract", "-"], vec![b'x'; 50_000_000]), "limits.article_bytes");
    assert!(installation.json_with(&["extract", "-"], "").is_empty());
}

#[test]
fn a_file_that_is_not_there_is_named() {
    let installation = Installation::fresh();
    check_refused(&add(&installation, Path::new("/nowhere/story.txt")), "/nowhere/story.txt");
    check_refused(&installation.run(&["extract", "/nowhere/story.txt"]), "/nowhere/story.txt");
    check_refused(&add(&installation, Path::new("/")), "directory");
}

#[test]
fn a_story_that_is_not_there_is_named_with_the_one_that_was_meant() {
    let installation = Installation::with_stories();
    check_refused(&installation.run(&["ask", "--story", "harbor", "Who?"]), "did you mean \"harbour\"?");
    check_refused(&installation.run(&["story", "show", "zzz"]), "verbatim story list");
    check_refused(&installation.run(&["story", "remove", "../data"]), "../data");
    check_refused(&installation.run(&["source", "--story", "harbour", "99"]), "1 to 5");
}

#[test]
fn an_id_that_is_taken_or_cannot_be_one_is_refused() {
    let installation = Installation::with_stories();
    let file = installation.file("again.txt", b"Another story\n\nIt is short.\n");
    let file = file.to_str().unwrap();
    check_refused(&installation.run(&["story", "add", file, "--id", "harbour"]), "harbour");
    check_refused(&installation.run(&["story", "add", file, "--id", "a/b"]), "a/b");
    check_refused(&installation.run(&["story", "add", file, "--published", "last week"]), "2010-10-30");
    check_refused(&installation.run(&["story", "add", file, "--url", "notaurl"]), "https://");
}

#[test]
fn a_question_of_any_kind_gets_an_answer_and_none_is_read_as_a_query_language() {
    let installation = Installation::with_stories();
    let absurd = ["", " ", "?", "title:foo AND (", "\"unclosed", "* OR *", "-", "--", "\u{202e}\u{0}x", "🤷"];
    for question in absurd.into_iter().filter(|question| !question.contains('\0') && *question != "-") {
        let answers = installation.json(&["ask", "--story", "harbour", "--", question]);
        assert_eq!(answers.len(), 1, "{question}");
    }
    let long = "who said ".repeat(11_111);
    assert_eq!(installation.json(&["ask", "--story", "harbour", &long])[0]["status"], "rejected");
}

#[test]
fn bad_usage_is_refused_in_one_line() {
    let installation = Installation::fresh();
    check_refused(&installation.run(&["ask"]), "QUESTION");
    check_refused(&installation.run(&["frobnicate"]), "frobnicate");
    check_refused(&installation.run(&["ask", "--top", "many", "Who?"]), "many");
    check_refused(&installation.run(&["summary", "--sentences", "0"]), "0");
    check_refused(&installation.run(&["source", "first"]), "a whole number from 1 to 100000 is needed");
    check_refused(&installation.run(&["story", "frobnicate"]), "frobnicate");
}

#[test]
fn settings_that_cannot_be_used_are_refused_with_their_place() {
    let installation = Installation::fresh();
    let file = installation.file("verbatim.toml", b"[log]\n\nlevl = \"info\"\n");
    let refused = ran(installation.command().env("VERBATIM_CONFIG", &file).args(["story", "list"]));
    check_refused(&refused, "verbatim.toml:3: unknown key \"levl\" in [log]; did you mean \"level\"?");
    let refused = ran(installation.command().env("VERBATIM_CONFIG", "/nowhere.toml").args(["story", "list"]));
    check_refused(&refused, "/nowhere.toml");
    let refused = ran(installation.command().env("VERBATIM_LIMITS__ARTICLE_BYTES", "many").args(["story", "list"]));
    check_refused(&refused, "VERBATIM_LIMITS__ARTICLE_BYTES");
    let refused = ran(installation.command().env("VERBATIM_LOG__LEVEL", "shout").args(["story", "list"]));
    check_refused(&refused, "log.level");
}

#[test]
fn a_data_folder_that_cannot_be_one_is_named_once() {
    let installation = Installation::fresh();
    for folder in ["", "/proc/no-such-folder"] {
        let ran = ran(installation.command().env("VERBATIM_DATA_DIR", folder).args(["story", "list"]));
        check_refused(&ran, "VERBATIM_DATA_DIR");
        assert!(ran.err.matches("No such file").count() <= 1 && !ran.err.contains("os error"), "{}", ran.err);
    }
}

#[test]
fn the_doctor_examines_also_where_settings_are_wrong_and_names_them() {
    let installation = Installation::fresh();
    let ran = ran(installation.command().env("VERBATIM_STATE__URL", "mysql:x").arg("doctor"));
    assert_eq!(ran.code, 2, "{}", ran.err);
    let text = ran.text();
    assert!(text.starts_with("wrong  settings          VERBATIM_STATE__URL: state.url begins with"), "{text}");
    assert!(text.contains("clock") && text.contains("Discord token"), "{text}");
    assert_eq!(ran.err.lines().count(), 1, "{}", ran.err);
}

#[test]
fn the_doctor_sees_that_the_default_story_is_not_there() {
    let installation = Installation::with_stories();
    let doctor = |story: &str| ran(installation.command().env("VERBATIM_STORY", story).arg("doctor"));
    let missing = doctor("nope");
    assert_eq!(missing.code, 1);
    let wrong = "wrong  stories           nope: the setting story names one that isn't in the library";
    assert!(missing.text().contains(wrong), "{}", missing.text());
    assert_eq!(doctor("harbour").code, 0);
}

#[test]
fn the_same_article_again_is_no_new_version() {
    let installation = Installation::with_stories();
    let file = installation.file("same.txt", crate::articles::HARBOUR.as_bytes());
    let update = |file: &Path| installation.json(&["story", "update", "harbour", file.to_str().unwrap()]);
    let same = update(&file);
    assert_eq!((&same[0]["change"], &same[0]["version"]), (&"unchanged".into(), &1.into()));
    let other = installation.file("other.txt", format!("{}\nIt rained.\n", crate::articles::HARBOUR).as_bytes());
    let changed = update(&other);
    assert_eq!((&changed[0]["change"], &changed[0]["version"]), (&"updated".into(), &2.into()));
}

#[test]
fn a_failed_update_leaves_the_story_as_it_was() {
    let installation = Installation::with_stories();
    let before = installation.run(&["story", "show", "harbour", "--raw"]).out;
    let file = installation.file("broken.txt", b"\0\0\0");
    check_refused(&installation.run(&["story", "update", "harbour", file.to_str().unwrap()]), "broken.txt");
    assert_eq!(installation.run(&["story", "show", "harbour", "--raw"]).out, before);
    assert_eq!(installation.json(&["story", "show", "harbour"])[0]["version"], 1);
}

#[test]
fn an_index_that_was_damaged_or_deleted_loses_nothing() {
    let installation = Installation::with_stories();
    let before = installation.json(&["said", "--story", "harbour"]);
    for entry in std::fs::read_dir(installation.data()).unwrap().map(|entry| entry.unwrap().path()) {
        if entry.ends_with("index") {
            std::fs::remove_dir_all(entry).unwrap();
        }
    }
    assert_eq!(installation.json(&["said", "--story", "harbour"]), before);
    assert_eq!(installation.run(&["index"]).code, 0);
}

#[test]
fn a_folder_that_cannot_be_written_is_named_in_one_line() {
    let installation = Installation::fresh();
    let file = installation.file("data", b"a file where the folder should be");
    let ran = installation.run(&["story", "list"]);
    check_refused(&ran, file.to_str().unwrap());
    assert!(ran.err.contains("VERBATIM_DATA_DIR") && !ran.err.contains("os error"), "{}", ran.err);
}

/// Whether this test can change users and mount file systems.
fn is_root() -> bool {
    let id = Command::new("id").arg("-u").output();
    id.is_ok_and(|output| output.stdout == b"0\n")
}

#[test]
fn without_permission_a_story_can_be_read_but_none_added() {
    if !is_root() || Command::new("setpriv").arg("--version").output().is_err() {
        eprintln!("skipped: it takes root and setpriv to become somebody without permission");
        return;
    }
    let installation = Installation::with_stories();
    let file = installation.file("new.txt", b"A new story\n\nIt is short.\n");
    // Somebody else may read all of it, and write none.
    let readable = Command::new("chmod").args(["-R", "a+rX"]).arg(installation.home()).status().unwrap();
    assert!(readable.success());
    let as_nobody = |arguments: &[&str]| {
        let mut command = assert_cmd::Command::new("setpriv");
        command.args(["--reuid=65534", "--regid=65534", "--clear-groups", env!("CARGO_BIN_EXE_verbatim")]);
        ran(command.args(arguments).env("VERBATIM_DATA_DIR", installation.data()).env_remove("DISCORD_TOKEN"))
    };
    let asked = as_nobody(&["ask", "--story", "harbour", "Who is Jon Abel?", "--json"]);
    if asked.err.contains("setpriv") {
        eprintln!("skipped: this binary can't be run by somebody else here: {}", asked.err);
        return;
    }
    assert_eq!(asked.code, 0, "{}", asked.err);
    let added = as_nobody(&["story", "add", file.to_str().unwrap()]);
    assert_eq!(added.code, 1, "{}", added.err);
    assert_eq!(added.err.lines().count(), 1, "{}", added.err);
    assert_eq!(as_nobody(&["doctor"]).code, 1);
}

/// A small file system in memory that goes away with the value.
struct SmallDisk {
    folder: tempfile::TempDir,
}

impl SmallDisk {
    fn mounted(megabytes: u32) -> Option<Self> {
        let folder = tempfile::TempDir::new().unwrap();
        let size = format!("size={megabytes}m");
        let mount = Command::new("mount").args(["-t", "tmpfs", "-o", &size, "tmpfs"]).arg(folder.path()).output();
        mount.is_ok_and(|output| output.status.success()).then_some(Self { folder })
    }
}

impl Drop for SmallDisk {
    fn drop(&mut self) {
        let _ = Command::new("umount").arg(self.folder.path()).status();
    }
}

#[test]
fn a_full_disk_loses_nothing_and_is_named_in_one_line() {
    let Some(disk) = SmallDisk::mounted(6) else {
        eprintln!("skipped: it takes root to mount a small disk");
        return;
    };
    let installation = Installation::fresh();
    let data = disk.folder.path().join("data");
    let run = |arguments: &[&str]| ran(installation.command().env("VERBATIM_DATA_DIR", &data).args(arguments));
    let small = installation.file("small.txt", crate::articles::HARBOUR.as_bytes());
    let added = run(&["story", "add", small.to_str().unwrap(), "--id", "harbour"]);
    assert_eq!(added.code, 0, "{}", added.err);

    let paragraph = "The council met on Monday, and it said nothing more.\n\n";
    let large = installation.file("large.txt", paragraph.repeat(150_000).as_bytes());
    let refused = run(&["story", "add", large.to_str().unwrap(), "--id", "large"]);
    assert_eq!(refused.code, 1, "{}", refused.err);
    assert_eq!(refused.err.lines().count(), 1, "{}", refused.err);

    assert_eq!(run(&["story", "show", "harbour", "--raw"]).text(), crate::articles::HARBOUR);
    assert_eq!(run(&["ask", "--story", "harbour", "Who is Jon Abel?"]).code, 0);
}
