//! What can be asked next about a passage, as buttons: the paragraph it stands in, what else its speaker said.

use verbatim_index::extract::statements::SpeakerKind;
use verbatim_index::story::{Citation, CitedSource, Story};

use super::buttons::{Button, Press};
use super::{cut, labels};
use crate::commands::FROM;
use crate::render::language::Language;
use crate::render::voice::Voice;
use crate::render::words::Phrase;
use crate::reply::behind::statement_id;
use crate::reply::{Listed, Nearness, sentence_numbers};

/// How many statements of a list are numbered, each with a button: a row of them.
pub const MOST_NUMBERED: usize = 5;
/// How many things that a question could mean get a button.
const MOST_CANDIDATES: usize = 3;
/// The longest word on a button.
const WORD: usize = 40;

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

/// A button for each of a few statements: why it is taken for its speaker's.
pub fn numbered_reasons(language: Language, story: &Story, statements: &[usize]) -> Vec<Button> {
    let numbered = statements.iter().enumerate().take(MOST_NUMBERED);
    let button = |(position, statement): (usize, &usize)| {
        let press = reasons(story, *statement);
        Button::labelled(format!("{}. {}", position + 1, labels::WHY.in_language(language)), &press)
    };
    numbered.filter_map(button).collect()
}

/// The buttons under a statement whose reasons are shown.
pub fn about_statement(language: Language, story: &Story, statement: usize) -> Vec<Button> {
    let Some(words) = story.extracted().statements.get(statement) else { return Vec::new() };
    let paragraph = paragraph(language, story, story.cite(words.span()));
    [paragraph, speaker(language, story, statement)].into_iter().flatten().collect()
}

/// The story in the version that is shown, so that a button does the same when there is another.
pub fn this_version(story: &Story) -> String {
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
    Button::new(label.in_language(language), &reasons(story, statement))
}

fn reasons(story: &Story, statement: usize) -> Press {
    Press::new("why", &[("statement", &statement_id(statement)), ("story", &this_version(story))])
}

/// Only where the story names the speaker. The statement stands for them: a name may be too long for an id.
fn speaker(language: Language, story: &Story, statement: usize) -> Option<Button> {
    let is_named = match story.extracted().statements.get(statement)?.speaker?.kind {
        SpeakerKind::Person | SpeakerKind::Body => true,
        SpeakerKind::Unnamed | SpeakerKind::Unclear => false,
    };
    let press = Press::new("said", &[("speaker", &statement_id(statement)), ("story", &this_version(story))]);
    if is_named { Button::new(labels::WHAT_ELSE.in_language(language), &press) } else { None }
}

/// Shows passages page by page, their sentences by number, as many as an id holds.
pub fn passages(language: Language, story: &Story, nearness: Nearness, sentences: &[usize]) -> Option<Button> {
    let label = match nearness {
        Nearness::Further => labels::MORE_PASSAGES,
        Nearness::NoAnswer => labels::NEAREST_PASSAGES,
        Nearness::Reading => labels::READ_ON,
    };
    page(nearness, story, sentences, |press| Button::new(label.in_language(language), &press))
}

/// Turns a page of passages.
pub fn turn(language: Language, story: &Story, nearness: Nearness, sentences: &[usize]) -> Option<Button> {
    page(nearness, story, sentences, |press| Button::new(labels::TURN.in_language(language), &press.in_place()))
}

fn page(
    nearness: Nearness,
    story: &Story,
    sentences: &[usize],
    button: impl Fn(Press) -> Option<Button>,
) -> Option<Button> {
    let command = match nearness {
        Nearness::Further => "more",
        Nearness::NoAnswer => "near",
        Nearness::Reading => "on",
    };
    let press = |count: usize| {
        let numbers = sentence_numbers::write(&sentences[..count]);
        Press::new(command, &[("at", &numbers), ("story", &this_version(story))])
    };
    (1..=sentences.len()).rev().find_map(|count| button(press(count)))
}

/// Turns the page of a list; `None` where what was asked for is too long for an id.
pub fn page_of_list(language: Language, listed: &Listed, command: &str, from: usize) -> Option<Button> {
    let (story, from) = (this_version(&listed.story), from.to_string());
    let asked = [("speaker", &listed.speaker), ("about", &listed.about)];
    let asked = asked.into_iter().filter_map(|(name, given)| Some((name, given.as_deref()?)));
    let values: Vec<(&str, &str)> = asked.chain([(FROM, from.as_str()), ("story", story.as_str())]).collect();
    Button::new(labels::TURN.in_language(language), &Press::new(command, &values).in_place())
}

/// Asks the question with the word that was probably meant; `None` where it is too long for an id.
pub fn corrected(language: Language, story: &Story, question: &str, meant: &str) -> Option<Button> {
    let press = Press::new("ask", &[("question", question), ("story", &this_version(story))]);
    Button::labelled(labels::ask_corrected(language, &cut::visible(meant, WORD)), &press)
}

/// One button for each thing that a question could mean: whose words it is and why.
pub fn which(language: Language, story: &Story, candidates: &[Citation]) -> Vec<Button> {
    let numbered = candidates.iter().enumerate().take(MOST_CANDIDATES);
    let button = |(position, candidate): (usize, &Citation)| {
        let press = reasons(story, told_by(story, *candidate)?);
        Button::labelled(format!("{}. {}", position + 1, labels::WHO_SAID_THAT.in_language(language)), &press)
    };
    let mut buttons: Vec<Button> = Vec::new();
    for button in numbered.filter_map(button) {
        if !buttons.iter().any(|other| other.does_the_same(&button)) {
            buttons.push(button);
        }
    }
    buttons
}

/// Reads the story on from a sentence.
pub fn read_on(language: Language, story: &Story, sentence: usize) -> Option<Button> {
    let press = Press::new("on", &[("at", &sentence_numbers::write(&[sentence])), ("story", &this_version(story))]);
    Button::new(labels::READ_ON.in_language(language), &press.in_place())
}
