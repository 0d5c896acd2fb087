//! What can be asked next about a passage, as buttons: the paragraph it stands in, what else its speaker said.

use verbatim_index::extract::statements::SpeakerKind;
use verbatim_index::story::{Citation, CitedSource, Story};

use super::buttons::{Button, Press};
use super::labels;
use crate::render::language::Language;
use crate::render::voice::Voice;
use crate::render::words::Phrase;
use crate::reply::behind::statement_id;

/// The buttons under a passage.
pub fn about(language: Language, story: &Story, citation: Citation) -> Vec<Button> {
    let statement = told_by(story, citation);
    let whose = statement.and_then(|index| why(language, story, index, labels::WHO_SAID_THAT));
    let speaker = statement.and_then(|index| speaker(language, story, index));
    [paragraph(language, story, citation), whose, speaker].into_iter().flatten().collect()
}

/// The buttons under a statement.
pub fn under_statement(language: Language, story: &Story, statement: usize) -> Vec<Button> {
    let why = why(language, story, statement, labels::WHY);
    why.into_iter().chain(about_statement(language, story, statement)).collect()
}

/// The buttons under a statement whose reasons are shown.
pub fn about_statement(language: Language, story: &Story, statement: usize) -> Vec<Button> {
    let Some(words) = story.extracted().statements.get(statement) else { return Vec::new() };
    let paragraph = paragraph(language, story, story.cite(words.span()));
    [paragraph, speaker(language, story, statement)].into_iter().flatten().collect()
}

/// The story in the version that is shown, so that a button does the same when there is another.
fn this_version(story: &Story) -> String {
    format!("{}@{}", story.id(), story.version())
}

fn paragraph(language: Language, story: &Story, citation: Citation) -> Option<Button> {
    if citation.source != CitedSource::Article {
        return None;
    }
    let number = story.passage(citation).paragraph?.to_string();
    let press = Press::new("source", &[("paragraph", &number), ("story", &this_version(story))]);
    Button::new(labels::SHOW_PARAGRAPH.in_language(language), &press)
}

/// The innermost statement that a passage is of.
fn told_by(story: &Story, citation: Citation) -> Option<usize> {
    match Voice::of(story, citation) {
        Voice::Reported(statements) => statements.last().copied(),
        Voice::Own | Voice::RelatedFact(_) => None,
    }
}

/// Shows the reasons for a statement's attribution.
fn why(language: Language, story: &Story, statement: usize, label: Phrase) -> Option<Button> {
    let press = Press::new("why", &[("statement", &statement_id(statement)), ("story", &this_version(story))]);
    Button::new(label.in_language(language), &press)
}

/// Only where the story names the speaker.
fn speaker(language: Language, story: &Story, statement: usize) -> Option<Button> {
    let speaker = story.extracted().statements.get(statement)?.speaker?;
    let name = match speaker.kind {
        SpeakerKind::Person | SpeakerKind::Body => story.document().text(speaker.name.unwrap_or(speaker.written)),
        SpeakerKind::Unnamed | SpeakerKind::Unclear => return None,
    };
    let press = Press::new("said", &[("speaker", name), ("story", &this_version(story))]);
    Button::new(labels::WHAT_ELSE.in_language(language), &press)
}
