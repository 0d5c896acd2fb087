//! A checklist, two stories compared, and somebody's words over all stories.

use serde_json::{Value, json};
use verbatim_index::checklist::Item;
use verbatim_index::compare::{Only, Pair};
use verbatim_index::span::Span;
use verbatim_index::story::Story;

use super::{found, passage};
use crate::render::words::checklist as said;
use crate::reply::{Checklist, SaidEverywhere, StoriesCompared};

/// The things to look up, one a line.
pub fn checklist(checklist: &Checklist) -> Vec<Value> {
    let story = &checklist.story;
    let line = |(index, item): (usize, &Item)| {
        let at = passage::passage(story, story.cite(item.at));
        let ticked = checklist.ticked.get(index);
        let tick = ticked.and_then(|ticked| ticked.tick.as_ref());
        json!({ "id": ticked.map(|ticked| ticked.id.as_str()), "ticked_by": tick.map(|tick| tick.who.as_str()), "item": said::kind(item.of), "text": at["text"], "start": at["start"], "end": at["end"],
                "source": story.id(), "paragraph": at["paragraph"], "passage": passage::sentence_of(story, item.at) })
    };
    checklist.items.iter().enumerate().map(line).collect()
}

/// What differs, one a line, then what only one story has.
pub fn compared(compared: &StoriesCompared) -> Vec<Value> {
    let StoriesCompared { first, second, compared } = compared;
    if !compared.is_one_event {
        return vec![json!({ "type": "not_one_event", "first": first.id(), "second": second.id() })];
    }
    let pairs = compared.pairs.iter().map(|Pair { of, first: one, second: other }| {
        json!({ "type": "differs", "kind": said::compared(*of), "first": words(first, *one), "second": words(second, *other) })
    });
    let only_first = compared.only_first.iter().map(|only| self::only(first, only));
    let only_second = compared.only_second.iter().map(|only| self::only(second, only));
    pairs.chain(only_first).chain(only_second).collect()
}

fn only(story: &Story, only: &Only) -> Value {
    json!({ "type": "only", "kind": said::compared(only.of), "in": story.id(), "words": words(story, only.at) })
}

/// Words with their own place, and the sentence that they stand in.
fn words(story: &Story, span: Span) -> Value {
    let at = passage::passage(story, story.cite(span));
    json!({ "text": at["text"], "start": at["start"], "end": at["end"], "source": story.id(),
            "passage": passage::sentence_of(story, span) })
}

/// Statements of all stories, each with its story's title and day.
pub fn said_everywhere(said: &SaidEverywhere) -> Vec<Value> {
    let of_story = said.stories.iter().flat_map(|listed| {
        listed.found.iter().map(|index| {
            let mut line = found::statement(&listed.story, *index);
            line["title"] = json!(listed.story.title());
            line["published"] = json!(listed.story.document().article().published.map(|day| day.to_string()));
            line
        })
    });
    of_story.collect()
}
