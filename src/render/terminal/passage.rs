//! A passage with its whereabouts, its badge and, where it is reported, those whose words it is.

use std::collections::HashSet;
use std::ops::Range;

use anstyle::Style;
use verbatim_index::document::TokenKind;
use verbatim_index::extract::Statement;
use verbatim_index::story::{Citation, CitedSource, Story};

use super::corrections;
use super::page::{self, BADGE, FAINT, Page, Piece};
use crate::render::voice::{self, Voice};
use crate::render::words::{self, Phrase};

const ARROW: &str = " → ";
const INDENT: usize = 4;

/// The words of a question that are lit up where a passage has them.
#[derive(Debug, Default)]
pub struct Sought {
    words: HashSet<String>,
}

/// Words shorter than this are rarely what a question is about.
const SHORTEST_SOUGHT: usize = 4;

impl Sought {
    /// The words of what somebody typed.
    pub fn of(typed: &str) -> Self {
        let words = typed.split(|character: char| !character.is_alphanumeric()).map(str::to_lowercase);
        let is_worth_it = |word: &String| {
            word.chars().count() >= SHORTEST_SOUGHT || word.starts_with(|first: char| first.is_numeric())
        };
        Self { words: words.filter(is_worth_it).collect() }
    }

    fn ranges(&self, story: &Story, citation: Citation) -> Vec<Range<usize>> {
        if self.words.is_empty() || citation.source != CitedSource::Article {
            return Vec::new();
        }
        let document = story.document();
        let tokens = document.tokens();
        let first = tokens.partition_point(|token| token.span.start() < citation.span.start());
        let within = tokens[first..].iter().take_while(|token| citation.span.contains(token.span));
        let found = within.filter(|token| {
            token.kind != TokenKind::Mark && self.words.contains(&document.text(token.span).to_lowercase())
        });
        let start = citation.span.start();
        found.map(|token| token.span.start() - start..token.span.end() - start).collect()
    }
}

/// Shows a passage with all that belongs to it.
pub fn show(page: &mut Page, story: &Story, citation: Citation, sought: &Sought) {
    let text = story.text(citation);
    let matches = sought.ranges(story, citation);
    let whereabouts = whereabouts(story, citation);
    let mut pieces: Vec<Piece<'_>> = vec![(FAINT, &whereabouts)];
    pieces.extend(page::highlighted(text, &matches));
    page.line(INDENT, &pieces);
    show_voice(page, story, citation);
}

/// Shows a passage faintly, as what stands around another.
pub fn show_faintly(page: &mut Page, story: &Story, citation: Citation) {
    let whereabouts = whereabouts(story, citation);
    page.line(INDENT, &[(FAINT, &whereabouts), (FAINT, story.text(citation))]);
    show_voice(page, story, citation);
}

/// "¶5  ", "headline  ": where in the article the passage stands.
pub fn whereabouts(story: &Story, citation: Citation) -> String {
    let passage = story.passage(citation);
    match (passage.paragraph, passage.role.and_then(words::role)) {
        (Some(number), _) => format!("¶{number}  "),
        (None, Some(role)) => format!("{}  ", role.english()),
        (None, None) => String::new(),
    }
}

fn show_voice(page: &mut Page, story: &Story, citation: Citation) {
    let voice = Voice::of(story, citation);
    let badge = words::badge(&voice).english();
    let behind = match &voice {
        Voice::Own => vec![(String::new(), String::new(), citation)],
        Voice::Reported(statements) => reports(story, statements, citation),
        Voice::RelatedFact(fact) => vec![(format!(" {}", fact_origin(story, *fact)), String::new(), citation)],
    };
    for (behind, whose, of) in behind {
        let hedged = if voice::is_hedged(story, of) { format!("  {}", words::HEDGED.english()) } else { String::new() };
        page.line(INDENT, &[(BADGE, badge), (Style::new(), &behind), (FAINT, &whose), (BADGE, &hedged)]);
    }
    if citation.source == CitedSource::Article {
        corrections::within(page, story, citation.span);
    }
}

/// Who is behind the statements of a passage; where they are several, or leave the larger part to others, with the
/// words that are theirs; and what of the passage each is behind.
fn reports(story: &Story, statements: &[usize], citation: Citation) -> Vec<(String, String, Citation)> {
    let all = &story.extracted().statements;
    let told = attributed(story, statements);
    let is_one = told.len() == 1;
    let report = |(attribution, index): (String, usize)| {
        let statement = &all[index];
        if is_one && voice::holds_most(statement, citation.span) {
            return (attribution, String::new(), citation);
        }
        let of = story.cite(statement.span());
        (attribution, format!(": {}", beginning(story.text(of))), if is_one { citation } else { of })
    };
    told.into_iter().map(report).collect()
}

/// As much of somebody's words as is needed to find them in the passage above.
const FINDABLE_WORDS: usize = 6;

fn beginning(words: &str) -> String {
    let mut all = words.split_whitespace();
    let first: Vec<_> = all.by_ref().take(FINDABLE_WORDS).collect();
    let more = if all.next().is_some() { " …" } else { "" };
    format!("{}{more}", first.join(" "))
}

/// Those whose words a passage is, where it is reported; empty where it is not.
pub fn behind(story: &Story, citation: Citation) -> String {
    match Voice::of(story, citation) {
        Voice::Reported(statements) => attributions(story, &statements).join(",").trim().to_owned(),
        Voice::Own | Voice::RelatedFact(_) => String::new(),
    }
}

/// Who is behind the statements of a passage, each chain once, with a space before it.
fn attributions(story: &Story, statements: &[usize]) -> Vec<String> {
    attributed(story, statements).into_iter().map(|(attribution, _)| attribution).collect()
}

/// Each chain once, with the first statement that came through it.
fn attributed(story: &Story, statements: &[usize]) -> Vec<(String, usize)> {
    let all = &story.extracted().statements;
    // A statement within another names the outer one's reporters in its own chain.
    let is_outer = |index: &usize| statements.iter().any(|inner| all[*inner].parent == Some(*index));
    let mut shown: Vec<(String, usize)> = Vec::new();
    for index in statements.iter().filter(|index| !is_outer(index)) {
        let attribution = format!(" {}", attribution(story, &all[*index]));
        if shown.iter().all(|(other, _)| *other != attribution) {
            shown.push((attribution, *index));
        }
    }
    shown
}

/// `Yang Jiechi → US officials → BBC News`, with what must be known of the speaker.
pub fn attribution(story: &Story, statement: &Statement) -> String {
    let mut chain = voice::chain(story, statement);
    let editors = voice::editors_speaker(story, statement);
    if statement.speaker.is_none() {
        chain.insert(0, editors.unwrap_or(words::NO_SPEAKER.english()));
    }
    let written = |span| story.document().text(span);
    let note = statement.speaker.and_then(|speaker| words::speaker_note(speaker.kind, written(speaker.written)));
    let denied = statement.denied.then_some(words::DENIED.english());
    let by_hand = story.correction_of_speaker(statement.span()).map(|_| words::corrections::BY_HAND.english());
    let editors = editors.map(|_| words::corrections::EDITORS.english());
    let notes: Vec<_> = note.map(Phrase::english).into_iter().chain(denied).chain(by_hand).chain(editors).collect();
    let speaker = chain.remove(0);
    let noted = if notes.is_empty() { speaker.to_owned() } else { format!("{speaker} ({})", notes.join(", ")) };
    std::iter::once(noted.as_str()).chain(chain).collect::<Vec<_>>().join(ARROW)
}

/// `Publisher, title, 2011-02` of a related fact's source.
fn fact_origin(story: &Story, fact: usize) -> String {
    let source = &story.facts()[fact].source;
    let parts = [Some(source.publisher.as_str()), Some(source.title.as_str()), source.published.as_deref()];
    let mut origin = parts.into_iter().flatten().collect::<Vec<_>>().join(", ");
    if let Some(url) = &source.url {
        origin = format!("{origin} {url}");
    }
    origin
}
