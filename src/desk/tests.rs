use jiff::Timestamp;
use tempfile::TempDir;

use super::*;

/// A desk in a folder of its own.
fn desk(folder: &TempDir) -> Desk {
    Desk::open_at(Address::File(folder.path().join("state.db"))).unwrap()
}

fn by(member: u64) -> By {
    By { who: Who::Member(member), at: Timestamp::from_millisecond(1_000).unwrap() }
}

fn correction() -> NewCorrection<'static> {
    NewCorrection {
        story: "mill",
        version: 1,
        kind: Kind::Statement,
        place: (10, 30),
        words: "it will be mended",
        field: "speaker",
        was: "Jon Abel",
        became: "Maria Lund",
        why: "she says so in the next paragraph",
    }
}

fn asked(question: &str, keeps_words: bool) -> AskedInVain<'_> {
    AskedInVain { story: "mill", version: 1, kind: "person", question, keeps_words, nearest: Some((3, 9)) }
}

const HERE: ServerId = ServerId::Discord(1);

#[test]
fn a_correction_is_kept_with_who_and_why_and_its_audit_entry() {
    let folder = tempfile::tempdir().unwrap();
    let (first, kept) = {
        let desk = desk(&folder);
        let number = desk.server(HERE).correct(by(7), correction()).unwrap();
        (number, desk.server(HERE).corrections("mill").unwrap())
    };
    let desk = desk(&folder);
    let server = desk.server(HERE);
    assert_eq!(server.corrections("mill").unwrap(), kept, "a new process reads the same");
    assert_eq!((first, kept[0].who.as_str(), kept[0].place), (1, "7", (10, 30)));
    let second = server.correct(by(8), NewCorrection { became: "the council", ..correction() }).unwrap();
    let held: Vec<_> = server.corrections("mill").unwrap().into_iter().map(|held| held.became).collect();
    assert_eq!(held, ["the council"], "the later one of the same place holds");
    assert!(server.withdraw_correction(by(7), second).unwrap() && !server.withdraw_correction(by(7), second).unwrap());
    assert!(server.corrections("mill").unwrap().is_empty());
    let entries = server.audit_after(0, 10).unwrap();
    let whats: Vec<_> = entries.iter().map(|entry| (entry.number, entry.what.as_str())).collect();
    assert_eq!(whats, [(1, "correct"), (2, "correct"), (3, "withdraw"), (4, "withdraw")]);
    assert_eq!((entries[0].was.as_str(), entries[0].became.as_str()), ("Jon Abel", "Maria Lund"));
}

#[test]
fn a_question_asked_in_vain_is_kept_once_and_its_words_only_where_they_may_be() {
    let folder = tempfile::tempdir().unwrap();
    let desk = desk(&folder);
    let server = desk.server(HERE);
    let at = Timestamp::from_millisecond(5).unwrap();
    server.note_gap(asked("Who built the mill?", true), at).unwrap();
    server.note_gap(asked("who built the  mill", true), at).unwrap();
    server.note_gap(asked("How old is it?", false), at).unwrap();
    let gaps = server.gaps("mill", 10).unwrap();
    assert_eq!(gaps.iter().map(|gap| gap.times).collect::<Vec<_>>(), [2, 1]);
    assert_eq!(gaps[0].question.as_deref(), Some("who built the  mill"));
    assert_eq!((gaps[1].question.as_deref(), gaps[1].nearest), (None, Some((3, 9))));
    server.forget_gap("mill", &gaps[0].question_hash).unwrap();
    assert_eq!(server.gaps("mill", 10).unwrap().len(), 1);
}

#[test]
fn what_one_server_keeps_no_other_can_read() {
    let folder = tempfile::tempdir().unwrap();
    let desk = desk(&folder);
    let server = desk.server(HERE);
    server.correct(by(7), correction()).unwrap();
    server.note_gap(asked("Who built the mill?", true), Timestamp::UNIX_EPOCH).unwrap();
    server.tick(by(7), "mill", "f1").unwrap();
    for other in [ServerId::Discord(2), ServerId::Discord(11), ServerId::Alone(1), ServerId::Machine] {
        let other = desk.server(other);
        assert!(other.corrections("mill").unwrap().is_empty() && other.gaps("mill", 9).unwrap().is_empty());
        assert!(other.ticks("mill").unwrap().is_empty() && other.audit_after(0, 9).unwrap().is_empty());
        assert!(!other.withdraw_correction(by(7), 1).unwrap(), "nor change it");
        other.untick(by(7), "mill", "f1").unwrap();
    }
    assert_eq!((server.corrections("mill").unwrap().len(), server.ticks("mill").unwrap().len()), (1, 1));
}

#[test]
fn words_that_no_database_can_hold_are_kept_as_near_as_can_be() {
    let folder = tempfile::tempdir().unwrap();
    let desk = desk(&folder);
    let why = "'; DROP TABLE audit; -- \0 \u{202E} 尖閣 {}";
    desk.server(HERE).correct(by(7), NewCorrection { why, ..correction() }).unwrap();
    assert_eq!(desk.server(HERE).corrections("mill").unwrap()[0].why, why.replace('\0', "\u{FFFD}"));
}

#[test]
fn a_change_that_fails_leaves_nothing_behind() {
    let folder = tempfile::tempdir().unwrap();
    let desk = desk(&folder);
    let server = desk.server(HERE);
    let failed = server.change(by(7), async |change| {
        change.next_number("correction").await?;
        let twice = "INSERT INTO ticks (server, story, item, who, at) VALUES ($1, 'mill', 'f1', '7', 1)";
        for _ in 0..2 {
            let asked = change.ask(twice);
            change.execute(asked).await?;
        }
        Ok(())
    });
    assert!(failed.is_err());
    server.tick(by(7), "mill", "f2").unwrap();
    let entries = server.audit_after(0, 9).unwrap();
    assert_eq!(entries.iter().map(|entry| entry.number).collect::<Vec<_>>(), [1], "nor a gap in the numbers");
    assert_eq!(server.ticks("mill").unwrap().len(), 1);
}

#[test]
fn many_at_once_lose_nothing() {
    let folder = tempfile::tempdir().unwrap();
    let desks = [desk(&folder), desk(&folder), desk(&folder)];
    std::thread::scope(|scope| {
        for (number, desk) in desks.iter().enumerate() {
            for half in 0..2 {
                scope.spawn(move || {
                    for item in 0..20 {
                        desk.server(HERE).tick(by(7), "mill", &format!("{number}-{half}-{item}")).unwrap();
                    }
                });
            }
        }
    });
    let numbers: Vec<_> = desks[0].server(HERE).audit_after(0, 999).unwrap().iter().map(|entry| entry.number).collect();
    assert_eq!(numbers, (1..=120).collect::<Vec<_>>());
    assert_eq!(desks[1].server(HERE).ticks("mill").unwrap().len(), 120);
}

#[test]
fn several_that_make_the_database_at_once_agree() {
    let folder = tempfile::tempdir().unwrap();
    std::thread::scope(|scope| {
        for member in 0..6 {
            let folder = &folder;
            scope.spawn(move || desk(folder).server(HERE).tick(by(member), "mill", &member.to_string()).unwrap());
        }
    });
    assert_eq!(desk(&folder).server(HERE).ticks("mill").unwrap().len(), 6);
}

#[test]
fn a_file_that_is_no_database_is_told_with_what_to_do() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("state.db");
    std::fs::write(&path, "a shopping list, long enough to be looked at as a database's header and more").unwrap();
    let error = Desk::open_at(Address::File(path.clone())).err().unwrap();
    assert!(matches!(error.trouble, Trouble::Damaged(_)), "{error}");
    assert!(error.to_string().starts_with(&path.display().to_string()) && error.to_string().contains("restore FILE"));
    let error = Desk::open_at(Address::File(path.join("below"))).err().unwrap();
    assert!(matches!(error.trouble, Trouble::NotWritable(_)), "{error}");
    let nobody = SharedAddressOf("postgres://desk:secret@127.0.0.1:1/verbatim");
    let error = Desk::open_at(nobody.address()).err().unwrap();
    assert!(matches!(error.trouble, Trouble::Unreachable(_)) && !error.to_string().contains("secret"), "{error}");
}

/// A database's address as the settings give it.
struct SharedAddressOf(&'static str);

impl SharedAddressOf {
    fn address(&self) -> Address {
        let state = crate::config::StateSettings { url: Some(self.0.to_owned()) };
        Address::of(&Settings { state, ..Settings::default() }).unwrap()
    }
}

#[test]
fn a_database_of_a_newer_release_is_left_alone() {
    let folder = tempfile::tempdir().unwrap();
    {
        let desk = desk(&folder);
        let newer = sqlx::query(
            "INSERT INTO _sqlx_migrations (version, description, success, checksum, execution_time) \
            VALUES (999, 'later', TRUE, x'00', 0)",
        );
        desk.wait(newer.execute(&desk.pool)).unwrap();
    }
    let error = Desk::open_at(Address::File(folder.path().join("state.db"))).err().unwrap();
    assert_eq!(error.trouble, Trouble::Newer);
}
