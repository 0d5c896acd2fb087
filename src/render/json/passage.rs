//! A citation as the contract's passage: the words with all that finds them again.

use serde_json::{Value, json};
use verbatim_index::article::Role;
use verbatim_index::span::Span;
use verbatim_index::story::{Citation, CitedSource, Story};

use super::corrections;
use crate::render::voice::Voice;
use crate::render::words;

/// A passage.
pub fn passage(story: &Story, citation: Citation) -> Value {
    let passage = story.passage(citation);
    let mut object = json!({
        "text": passage.text,
        "source": passage.source,
        "title": passage.title,
        "published": passage.published,
        "url": passage.url,
        "paragraph": passage.paragraph,
        "sentence": passage.sentence,
        "start": passage.scalars.start,
        "end": passage.scalars.end,
        "role": passage.role.map_or("fact", role),
        "voice": words::voice_name(&Voice::of(story, citation)),
    });
    let corrected = match citation.source {
        CitedSource::Article => corrections::within(story, citation.span),
        CitedSource::Fact(_) => Vec::new(),
    };
    if !corrected.is_empty() {
        object["corrected"] = json!(corrected);
    }
    object
}

/// The passage of the sentence in which `span` begins.
pub fn sentence_of(story: &Story, span: Span) -> Value {
    let document = story.document();
    let sentence = document.sentence_at(span).map_or(span, |index| document.sentences()[index].span);
    // A thing that runs over the sentence's end is shown with all of its words.
    passage(story, story.cite(sentence.cover(span)))
}

fn role(role: Role) -> &'static str {
    match role {
        Role::Headline => "headline",
        Role::Body => "body",
        Role::Caption => "caption",
        Role::Subheading => "subheading",
        Role::Boilerplate => "boilerplate",
    }
}
