//! Passages and lists as blocks of Markdown, and how many of them an embed takes.

use verbatim_index::extract::Statement;
use verbatim_index::span::Span;
use verbatim_index::story::{Citation, Story};

use super::message::Embed;
use super::{cut, labels, source};
use crate::render::language::Language;
use crate::render::words;

/// The longest quotation; a longer one is cut at a sentence.
const QUOTATION: usize = 1200;

/// Kept free for the line that says how many more there are.
const RESERVE: usize = 90;

/// A story's words as a quotation.
pub fn quotation(words: &str) -> String {
    format!("> {}", cut::escaped(words, QUOTATION))
}

/// Whether a quotation of these words is cut.
pub fn is_cut(words: &str) -> bool {
    cut::is_cut(words, QUOTATION)
}

/// A passage with whose words it holds and where it stands.
pub fn passage(language: Language, story: &Story, citation: Citation) -> String {
    format!("{}\n{}", quotation(story.text(citation)), source::line(language, story, citation))
}

/// A statement's words with whose they are, through whom they came and where they stand.
pub fn statement(language: Language, story: &Story, statement: &Statement) -> String {
    format!("{}\n{}", quotation(&joined(story, &statement.spans)), source::statement_line(language, story, statement))
}

/// Words in pieces, with a mark where the source has more between them than quotation marks and white space.
pub fn joined(story: &Story, pieces: &[Span]) -> String {
    let mut joined = String::new();
    let mut before: Option<Span> = None;
    for piece in pieces {
        if let Some(before) = before {
            joined.push_str(if is_adjacent(story, before, *piece) { " " } else { LEFT_OUT });
        }
        joined.push_str(story.document().text(*piece));
        before = Some(*piece);
    }
    joined
}

/// Between what isn't adjacent.
const LEFT_OUT: &str = " […] ";
const _: () = assert!(words::LEFT_OUT.len() + 2 == LEFT_OUT.len());

fn is_adjacent(story: &Story, one: Span, next: Span) -> bool {
    let between = story.document().source().text().get(one.end()..next.start());
    let shows_nothing = |letter: char| letter.is_whitespace() || "\"“”„«»‘’".contains(letter);
    between.is_some_and(|between| between.chars().all(shows_nothing))
}

/// Adds blocks with an empty line before each, as many as fit, and says how many don't; how many do.
pub fn fill(language: Language, embed: &mut Embed, blocks: &[String]) -> usize {
    for (index, block) in blocks.iter().enumerate() {
        let is_last = index + 1 == blocks.len();
        let spaced = if embed.is_empty() { block.clone() } else { format!("\n{block}") };
        if !embed.add(&spaced, if is_last { 0 } else { RESERVE }) {
            embed.add(&format!("\n{}", labels::and_more(language, blocks.len() - index)), 0);
            return index;
        }
    }
    blocks.len()
}
