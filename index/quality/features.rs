//! What the program sees of the best few sentences for each question and claim, as JSON lines: what its weights are made from.

use std::error::Error;
use std::path::PathBuf;

use serde_json::{Map, Value, json};
use verbatim_index::answer::{self, AskOptions, Candidate};
use verbatim_index::check;

use crate::cases::Key;
use crate::shown::folded;
use crate::tally;

/// Prints a line for each claim and question of the stories in the folders.
pub fn print(folders: &[PathBuf]) -> Result<(), Box<dyn Error>> {
    for folder in folders {
        let (story, cases) = crate::read(folder)?;
        for case in &cases.check {
            let one = |candidate: Candidate| {
                let words = folded(story.text(candidate.citation));
                json!({ "gold": cases.any_holds(&case.gold, &words), "seen": by_name(candidate.seen) })
            };
            let candidates: Vec<Value> = check::look(&story, &case.claim).into_iter().map(one).collect();
            let by_words = check::check(&story, &case.claim);
            let line = json!({
                "story": story.id(), "id": case.id, "verdict": case.verdict, "also_ok": case.also_ok,
                "by_words": tally::verdict_name(by_words.verdict), "differs": by_words.differences.len(),
                "candidates": candidates,
            });
            println!("{line}");
        }
        for case in &cases.ask {
            let is_right = |candidate: &Candidate| {
                let words = folded(story.text(candidate.citation));
                let has = |key: &Key| key.any().any(|of_key| words.contains(&folded(of_key)));
                let has_key = if case.wants_several() { case.key.iter().any(has) } else { case.key.iter().all(has) };
                case.answerable && has_key && cases.any_holds(&case.gold, &words)
            };
            let one = |candidate: Candidate| {
                let right = is_right(&candidate);
                json!({ "right": right, "seen": by_name(candidate.seen) })
            };
            let candidates = answer::look(&story, &case.q, &AskOptions::default());
            let candidates: Vec<Value> = candidates.into_iter().map(one).collect();
            let (id, kind, answerable) = (&case.id, &case.kind, case.answerable);
            println!(
                "{}",
                json!({ "story": story.id(), "id": id, "kind": kind, "answerable": answerable, "candidates": candidates })
            );
        }
    }
    Ok(())
}

fn by_name(seen: Vec<(&'static str, f32)>) -> Map<String, Value> {
    seen.into_iter().map(|(what, value)| (what.to_owned(), json!(value))).collect()
}
