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

/// How many locks this process holds on a file, as the system tells.
#[cfg(target_os = "linux")]
fn locks(path: &std::path::Path) -> usize {
    use std::os::unix::fs::MetadataExt;
    let of_file = format!(":{} ", std::fs::metadata(path).unwrap().ino());
    let own = format!(" {} ", std::process::id());
    let all = std::fs::read_to_string("/proc/locks").unwrap();
    all.lines().filter(|lock| lock.contains(&of_file) && lock.contains(&own)).count()
}

#[test]
#[cfg(target_os = "linux")]
fn opening_it_once_more_takes_no_lock_away_from_those_who_have_it_open() {
    let folder = tempfile::tempdir().unwrap();
    let first = desk(&folder);
    first.server(HERE).correct(by(7), correction()).unwrap();
    let file = folder.path().join("state.db");
    let held = locks(&file);
    assert!(held > 0, "who has it open holds a lock");
    drop(desk(&folder));
    assert_eq!(locks(&file), held, "without it another process would delete the log that is written to");
}

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

#[test]
fn a_daily_time_is_one_of_each_day_also_where_an_hour_is_left_out_or_comes_twice() {
    let next = |minute: u32, zone: &str, after: &str| {
        let new = NewSchedule { minute, zone: zone.to_owned(), ..daily() };
        new.next(after.parse().unwrap()).unwrap().to_string()
    };
    assert_eq!(next(540, "UTC", "2026-11-24T08:59:59Z"), "2026-11-24T09:00:00Z");
    assert_eq!(next(540, "UTC", "2026-11-24T09:00:00Z"), "2026-11-25T09:00:00Z");
    assert_eq!(next(540, "Asia/Tokyo", "2026-11-24T08:00:00Z"), "2026-11-25T00:00:00Z");
    // In 2026 Berlin's clocks go from 2 to 3 on 29 March and from 3 to 2 on 25 October.
    assert_eq!(next(150, "Europe/Berlin", "2026-03-28T12:00:00Z"), "2026-03-29T01:30:00Z");
    assert_eq!(next(150, "Europe/Berlin", "2026-03-29T01:30:00Z"), "2026-03-30T00:30:00Z");
    assert_eq!(next(150, "Europe/Berlin", "2026-10-24T12:00:00Z"), "2026-10-25T00:30:00Z");
    assert_eq!(next(150, "Europe/Berlin", "2026-10-25T00:30:00Z"), "2026-10-26T01:30:00Z");
    assert_eq!(NewSchedule { zone: "Nowhere/Here".to_owned(), ..daily() }.next(Timestamp::UNIX_EPOCH), None);
}

fn daily() -> NewSchedule {
    NewSchedule { channel: 5, story: "mill".into(), sentences: 3, minute: 540, zone: "UTC".into(), is_pinned: false }
}

fn summary(origin: &str) -> NewPost {
    NewPost {
        origin: origin.to_owned(),
        channel: 5,
        story: "mill".into(),
        version: 1,
        sentences: 3,
        shown: "The mill has closed.".into(),
        is_pinned: true,
    }
}

#[test]
fn a_daily_summary_is_posted_once_a_day_by_one_of_several_at_once() {
    let folder = tempfile::tempdir().unwrap();
    let desks = [desk(&folder), desk(&folder)];
    let set: Timestamp = "2026-11-24T08:00:00Z".parse().unwrap();
    let made = desks[0].server(HERE).schedule(By { who: Who::Member(7), at: set }, &daily()).unwrap();
    assert_eq!(made, Some(1));
    let posts =
        || desks[1].server(HERE).audit_after(0, 99).unwrap().iter().filter(|entry| entry.what == "post").count();
    for (time, due, posted) in [
        ("2026-11-24T08:59:00Z", 0, 0),
        ("2026-11-24T09:00:01Z", 1, 1),
        ("2026-11-24T12:00:00Z", 0, 1),
        // Down for days: the last time alone is made up for.
        ("2026-11-28T09:30:00Z", 1, 1),
        ("2026-11-29T09:00:00Z", 1, 2),
    ] {
        let now: Timestamp = time.parse().unwrap();
        let all = desks.each_ref().map(|desk| desk.schedules_due(now).unwrap());
        assert!(all.iter().all(|all| all.len() == due), "{time}");
        std::thread::scope(|scope| {
            for (desk, due) in desks.iter().zip(&all) {
                scope.spawn(move || {
                    for (server, schedule) in due {
                        let new = summary(&format!("schedule {} {}", schedule.number, schedule.next_at));
                        desk.server(*server).keep_schedule(now, schedule, Some(&new)).unwrap();
                    }
                });
            }
        });
        assert_eq!(posts(), posted, "{time}");
    }
}

#[test]
fn a_summary_is_posted_once_however_often_it_is_asked_for_and_changed_once_by_several() {
    let folder = tempfile::tempdir().unwrap();
    let desk = desk(&folder);
    let server = desk.server(HERE);
    let numbers = [(); 3].map(|()| server.post(by(7), &summary("preview 1")).unwrap());
    assert_eq!((numbers, server.post(by(7), &summary("preview 2")).unwrap()), ([1, 1, 1], 2));
    assert_eq!(desk.take_due(Timestamp::now(), Timestamp::MAX).unwrap().len(), 2);
    let waiting = server.post_numbered(1).unwrap().unwrap();
    assert_eq!((waiting.state, waiting.message), (PostState::Waiting, None));
    let told = ChangeTold { at: 9, version: 2, differences: Vec::new() };
    assert!(!server.change_post(by(7), &waiting, "The mill is open.", &told).unwrap(), "it doesn't stand yet");
    server.note_posted(1, 44).unwrap();
    assert_eq!(desk.posts_of("mill", 1).unwrap(), [(HERE, 1)]);
    assert!(server.change_post(by(7), &waiting, "The mill is open.", &told).unwrap());
    assert!(!server.change_post(by(7), &waiting, "The mill is open.", &told).unwrap(), "another one was quicker");
    let changed = server.post_numbered(1).unwrap().unwrap();
    assert_eq!((changed.state, changed.message, changed.new.version), (PostState::Stands, Some(44), 2));
    assert_eq!(changed.changes, [told]);
    for other in [ServerId::Discord(2), ServerId::Alone(1), ServerId::Machine] {
        let other = desk.server(other);
        assert!(other.post_numbered(1).unwrap().is_none() && other.schedules().unwrap().is_empty());
        assert!(!other.unschedule(by(7), 1).unwrap());
    }
    let numbers: Vec<_> = server.audit_after(0, 9).unwrap().iter().map(|entry| entry.number).collect();
    assert_eq!(numbers, [1, 2, 3], "nothing that wasn't done is logged, and no number is left out");
}

#[test]
fn a_wish_is_kept_taken_back_and_nobody_elses() {
    let folder = tempfile::tempdir().unwrap();
    let desk = desk(&folder);
    let server = desk.server(HERE);
    let wish = |question: &str| NewWish {
        story: "mill".into(),
        version: 1,
        question: question.to_owned(),
        shown: "not_in_story".into(),
        place: None,
    };
    assert_eq!(server.wish(by(7), &wish("Who?")).unwrap(), Wished::Kept);
    assert_eq!(server.wish(by(8), &wish("Who?")).unwrap(), Wished::Kept);
    assert_eq!(server.wish(by(7), &wish("Who?")).unwrap(), Wished::TakenBack);
    assert!(
        server.wishes_of(7).unwrap().is_empty() && desk.server(ServerId::Discord(2)).wishes_of(8).unwrap().is_empty()
    );
    let kept = server.wishes_of(8).unwrap().remove(0);
    server.look_after_wish(by(1), &kept, 2, "not_in_story").unwrap();
    assert!(desk.take_due(Timestamp::now(), Timestamp::MAX).unwrap().is_empty(), "it is answered as before");
    let kept = server.wishes_of(8).unwrap().remove(0);
    for _ in 0..2 {
        server.look_after_wish(by(1), &kept, 3, "answered\nThe council.").unwrap();
    }
    assert_eq!(desk.take_due(Timestamp::now(), Timestamp::MAX).unwrap().len(), 1, "it is told once");
    for number in 0..wishes::MOST_WISHES {
        assert_eq!(server.wish(by(9), &wish(&number.to_string())).unwrap(), Wished::Kept);
    }
    assert_eq!(server.wish(by(9), &wish("one more")).unwrap(), Wished::TooMany);
    assert!(server.audit_after(0, 9).unwrap().is_empty(), "moderators don't read of it");
}
