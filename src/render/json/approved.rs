//! Approved answers, as data: beside an answer, and as a list.

use serde_json::{Value, json};
use verbatim_index::story::Story;

use super::passage;
use crate::render::words::desk::moment;
use crate::reply::{ApprovedAnswer, ApprovedList, ApprovedWords};

/// An approved answer.
pub fn answer(story: &Story, answer: &ApprovedAnswer) -> Value {
    let (whose, text, beside, link) = match &answer.words {
        ApprovedWords::Story(citation) => ("story", story.text(*citation), Some(*citation), None),
        ApprovedWords::Note { words, beside, link } => ("moderator", words.as_str(), *beside, link.as_deref()),
    };
    json!({
        "text": text,
        "words_of": whose,
        "passage": beside.map(|citation| passage::passage(story, citation)),
        "link": link,
        "by": answer.who,
        "at": moment(answer.at),
    })
}

/// The approved answers about a story, one a line.
pub fn lines(list: &ApprovedList) -> Vec<Value> {
    let line = |(kept, shown): &(crate::desk::Approved, Option<ApprovedAnswer>)| {
        let mut line = match shown {
            Some(answer) => self::answer(&list.story, answer),
            None => json!({"text": kept.words, "by": kept.who, "at": moment(kept.at)}),
        };
        line["question"] = json!(kept.question);
        line["text_changed"] = json!(shown.is_none());
        line
    };
    list.shown.iter().map(line).collect()
}
