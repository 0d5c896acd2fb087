//! Questions that a story's editors expect, and how the program fares with them, as JSON.

use serde_json::{Value, json};
use verbatim_index::editors::{EditorsQuestion, Fared, Leads, Tried, sentence};
use verbatim_index::story::Story;

use super::passage;
use crate::render::words::editors::fared_name;
use crate::reply::editors::FaredCounts;
use crate::reply::{QuestionsListed, QuestionsTried};

/// The questions, one a line.
pub fn listed(listed: &QuestionsListed) -> Vec<Value> {
    listed.story.editors_questions().all().iter().map(|known| question(&listed.story, known)).collect()
}

fn question(story: &Story, known: &EditorsQuestion) -> Value {
    json!({
        "question": known.question,
        "answer": known.answer,
        "leads_to": match known.leads {
            Leads::ToSentence(_) => "sentence",
            Leads::ToSilence => "silence",
            Leads::Gone => "gone",
            Leads::ToSeveral => "several",
        },
        "passage": sentence(story.document(), known.leads).map(|span| passage::passage(story, story.cite(span))),
        "source": story.id(),
        "version": story.version(),
    })
}

/// Those that it doesn't get right, one a line, then those that lead nowhere, then the counts.
pub fn tried(tried: &QuestionsTried) -> Vec<Value> {
    let story = &tried.story;
    let all = story.editors_questions().all();
    let wrong = tried.not_right().filter_map(|one| Some(line(story, all.get(one.index)?, one)));
    let lost = all.iter().filter(|known| !known.leads.is_of_use());
    let lost_lines = lost.clone().map(|known| with_type("not_used", question(story, known)));
    let totals = json!({
        "type": "counts",
        "questions": all.len(),
        "not_used": lost.clone().count(),
        "without": counts(tried.counts(|one| one.alone)),
        "by_others": counts(tried.counts(|one| one.by_others)),
        "with": counts(tried.counts(|one| one.with_all)),
        "source": story.id(),
        "version": story.version(),
    });
    wrong.chain(lost_lines).chain([totals]).collect()
}

fn line(story: &Story, known: &EditorsQuestion, tried: &Tried) -> Value {
    let mut line = with_type("not_right", question(story, known));
    for (name, how) in [("without", tried.alone), ("by_others", tried.by_others), ("with", tried.with_all)] {
        line[name] = fared(story, how);
    }
    line
}

fn with_type(name: &str, mut line: Value) -> Value {
    line["type"] = json!(name);
    line
}

fn fared(story: &Story, fared: Fared) -> Value {
    let shown = match fared {
        Fared::Elsewhere(shown) | Fared::Answered(shown) => shown,
        Fared::Right | Fared::Silent => None,
    };
    json!({ "outcome": fared_name(fared), "shown": shown.map(|shown| passage::passage(story, shown)) })
}

fn counts(counts: FaredCounts) -> Value {
    json!({ "right": counts.right, "wrong": counts.wrong, "silent": counts.silent })
}
