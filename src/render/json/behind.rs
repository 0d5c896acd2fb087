//! Who is behind the story's words, and why they are taken for theirs, as JSON.

use serde_json::{Value, json};
use verbatim_index::span::Span;
use verbatim_index::story::Story;

use super::{found, passage};
use crate::render::words::behind;
use crate::reply::behind::statement_id;
use crate::reply::{Reasoned, SourceFound, SourcesFound, Why};

/// Statements with the reasons for their attribution.
pub fn reasoned(reasoned: &Reasoned) -> Value {
    let Reasoned { story, asked, found } = reasoned;
    let is_empty = asked.trim().is_empty();
    let status = match (found.is_empty(), is_empty) {
        (false, _) => "explained",
        (true, false) => "not_in_story",
        (true, true) => "rejected",
    };
    let statements: Vec<_> = found.iter().map(|why| self::why(story, why)).collect();
    json!({
        "statement": asked,
        "status": status,
        "statements": statements,
        "source": story.id(),
        "version": story.version(),
    })
}

/// A statement as it is listed, with where its speaker's name is proved and each link of its chain.
fn why(story: &Story, why: &Why) -> Value {
    let mut object = found::statement(story, why.statement);
    let Some(statement) = story.extracted().statements.get(why.statement) else { return object };
    let place = |span: Span| passage::passage(story, story.cite(span));
    let proofs = why.proofs.iter().map(|proof| json!({"words": place(proof.words), "shown_by": place(proof.shown_by)}));
    let links = statement.via.iter().map(|link| json!({"reporter": place(link.reporter), "cue": place(link.cue)}));
    object["name_evidence"] = proofs.collect();
    object["chain"] = links.collect();
    object["passage"] = passage::sentence_of(story, statement.cue.unwrap_or_else(|| statement.span()));
    object
}

/// Who is behind a story, one a line.
pub fn sources(sources: &SourcesFound) -> Vec<Value> {
    let SourcesFound { story, found, own } = sources;
    let own_voice = json!({
        "kind": "own",
        "name": null,
        "statements": 0,
        "passed_on": 0,
        "sentences": own.len(),
        "passage": own.first().map(|citation| passage::passage(story, *citation)),
        "source": story.id(),
    });
    found.iter().map(|source| self::source(story, source)).chain([own_voice]).collect()
}

fn source(story: &Story, source: &SourceFound) -> Value {
    let first = source.first().and_then(|index| story.extracted().statements.get(index));
    json!({
        "kind": behind::source_kind(source.kind),
        "name": source.name.map(|name| story.document().text(name)),
        "statements": source.said.len(),
        "passed_on": source.passed_on.len(),
        "ids": source.said.iter().map(|index| statement_id(*index)).collect::<Vec<_>>(),
        "passage": first.map(|statement| passage::passage(story, story.cite(statement.span()))),
        "source": story.id(),
    })
}
