//! How often questions and claims of people are answered right: every story of a folder, its cases asked in memory.
//! How the cases are made and counted: `README.md` beside this.
#![expect(clippy::print_stdout, reason = "a program for the terminal")]

use std::error::Error;
use std::fs;
use std::path::{Path, PathBuf};

use verbatim_index::answer::{self, Answer, AskOptions, Outcome};
use verbatim_index::article::{self, Format};
use verbatim_index::check;
use verbatim_index::span::Source;
use verbatim_index::story::Story;

mod cases;
mod features;
mod shown;
mod tally;

use cases::{AskCase, Cases, CheckCase};
use shown::{Shown, folded};
use tally::{AskOutcome, Tally};

/// What may be asked for besides a half and a folder.
const WORDS: &[&str] = &["each", "features"];

/// Which stories are scored.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Half {
    /// All of them.
    All,
    /// Those that the program may be tuned on.
    Tuning,
    /// Those that are kept back.
    KeptBack,
}

fn main() -> Result<(), Box<dyn Error>> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let half = match arguments.iter().find_map(|argument| argument.strip_prefix("--")) {
        None => Half::All,
        Some("tuning") => Half::Tuning,
        Some("kept-back") => Half::KeptBack,
        Some(other) => return Err(format!("--{other}: --tuning or --kept-back is meant").into()),
    };
    let shows_each = arguments.iter().any(|argument| argument == "each");
    let folder = arguments.iter().find(|argument| !argument.starts_with("--") && !WORDS.contains(&argument.as_str()));
    let standard = PathBuf::from(concat!(env!("CARGO_MANIFEST_DIR"), "/quality/stories"));
    if arguments.iter().any(|argument| argument == "features") {
        return features::print(&stories(&folder.map_or(standard, PathBuf::from), half)?);
    }
    let mut tally = Tally::new(shows_each);
    for story in stories(&folder.map_or(standard, PathBuf::from), half)? {
        score(&story, &mut tally)?;
    }
    println!("{tally}");
    Ok(())
}

/// The folders of stories, by name; every third, by a checksum of its name, is kept back from tuning.
fn stories(folder: &Path, half: Half) -> Result<Vec<PathBuf>, Box<dyn Error>> {
    let entries: Result<Vec<_>, _> = fs::read_dir(folder)?.collect();
    let mut folders: Vec<PathBuf> =
        entries?.into_iter().map(|entry| entry.path()).filter(|path| path.is_dir()).collect();
    let is_kept_back = |path: &PathBuf| {
        let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        crc32fast::hash(name.as_bytes()).is_multiple_of(3)
    };
    folders.retain(|path| match half {
        Half::All => true,
        Half::Tuning => !is_kept_back(path),
        Half::KeptBack => is_kept_back(path),
    });
    folders.sort();
    Ok(folders)
}

fn score(folder: &Path, tally: &mut Tally) -> Result<(), Box<dyn Error>> {
    let (story, cases) = read(folder)?;
    for case in &cases.ask {
        let answer = answer::ask(&story, &case.q, &AskOptions::default());
        let outcome = judge_answer(&cases, case, &Shown::of_answer(&story, &answer, case.wants_several()), &answer);
        tally.add_answer(&story, case, &answer, outcome);
    }
    for case in &cases.check {
        let checked = check::check_by_reading(&story, &case.claim);
        let shown = Shown::of_check(&story, &checked);
        let is_right = is_right_verdict(&cases, case, &shown, &checked);
        tally.add_verdict(&story, case, checked.verdict, is_right);
    }
    Ok(())
}

/// A story and its cases.
fn read(folder: &Path) -> Result<(Story, Cases), Box<dyn Error>> {
    let text = fs::read_to_string(folder.join("article.txt"))?;
    let name = folder.file_name().unwrap_or_default().to_string_lossy().into_owned();
    let story = Story::new(name, article::read(Source::new(text.as_str())?, Format::Plain), Vec::new());
    Ok((story, Cases::read(folder)?))
}

fn judge_answer(cases: &Cases, case: &AskCase, shown: &Shown, answer: &Answer) -> AskOutcome {
    let is_answered = answer.outcome == Outcome::Answered;
    if !case.answerable {
        return if is_answered { AskOutcome::Wrong } else { AskOutcome::Right };
    }
    if !is_answered {
        return AskOutcome::Silent;
    }
    let found = case.gold.iter().filter(|id| shown.holds(cases.sentence(id))).count();
    let has_gold = if case.gold_any { found > 0 } else { found == case.gold.len() };
    let has_key = case.key.iter().all(|key| key.any().any(|words| shown.has(words)));
    let is_forbidden = case.forbid.iter().any(|words| shown.first().contains(&folded(words)));
    if has_gold && has_key && !is_forbidden { AskOutcome::Right } else { AskOutcome::Wrong }
}

fn is_right_verdict(cases: &Cases, case: &CheckCase, shown: &Shown, checked: &check::Checked) -> bool {
    let name = tally::verdict_name(checked.verdict);
    let is_named = name == case.verdict || case.also_ok.iter().any(|also| also == name);
    let needs_gold = name != tally::NOT_IN_STORY && !case.gold.is_empty();
    is_named && (!needs_gold || case.gold.iter().any(|id| shown.holds(cases.sentence(id))))
}
