//! Words typed → [`Question`]: what is asked for, of whom, about what. It knows no story; `answer` binds a question
//! to one.

use std::ops::Range;

use crate::answer::Rejection;
use crate::check::polarity;
use crate::document::TokenKind;
use crate::language::stems;
use crate::language::words;
use crate::span::Source;

pub mod foreign;
pub mod function_words;
pub(crate) mod intent;
mod slang;
pub mod synonyms;

pub use foreign::Foreign;
pub use intent::Intent;

/// The longest question taken, in characters.
pub const LONGEST_QUESTION: usize = 2_000;

/// The fewest letters of an "-ing" whose last letter is left out.
const SHORTEST_CLIPPED: usize = 5;

/// The fewest letters of a name whose plural is read as its singular, or the other way round.
const SHORTEST_NAME: usize = 4;

/// A word of a question after slang is written out, folded, with the bytes it was typed at.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Word {
    /// The word, folded.
    pub folded: String,
    /// The key under which it is searched.
    pub stem: String,
    /// Where it was typed.
    pub typed: Range<usize>,
    /// How it was typed.
    pub case: Case,
}

/// What a word's letters tell of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Case {
    /// All small, or the first of the question.
    Small,
    /// Begins with a capital inside the question.
    Capital,
    /// Begins with a digit.
    Digits,
}

/// A question read.
#[derive(Clone, Debug)]
pub struct Question {
    /// What is asked for.
    pub intent: Intent,
    /// Its words in order, function words included.
    pub words: Vec<Word>,
    /// The word that only says what kind of answer is asked for ("share", "town"); of [`Question::words`].
    pub kind_word: Option<usize>,
    /// The words that name who speaks, of "what did … say"; of [`Question::words`].
    pub speaker: Range<usize>,
    /// The words that name what it is about; of [`Question::words`].
    pub about: Range<usize>,
    /// How its words were read, where they were typed in another script.
    pub foreign: Option<Foreign>,
}

impl Question {
    /// Whether a word only says what kind of answer is asked for: it needn't stand beside the answer.
    pub fn only_asks(&self, at: usize) -> bool {
        let asks_for_speech = matches!(self.intent, Intent::WhoSaid | Intent::WhatSaid | Intent::WasTold);
        self.kind_word == Some(at) || asks_for_speech && intent::is_saying(&self.words[at])
    }

    /// The words to search for.
    pub fn terms(&self) -> impl Iterator<Item = &Word> {
        self.words.iter().filter(|word| word.is_content())
    }
}

impl Word {
    /// Whether it names something.
    pub fn is_content(&self) -> bool {
        !function_words::is_function_word(&self.folded) && !polarity::is_plain_negation(&self.folded)
    }

    /// Whether it narrows a question little.
    pub fn is_weak(&self) -> bool {
        function_words::is_weak_word(&self.folded, &self.stem)
    }
}

/// Reads a question.
///
/// # Errors
/// [`Rejection`] where there is none to read.
pub fn read(typed: &str) -> Result<Question, Rejection> {
    read_for(typed, &|_| true)
}

/// Reads a question for a story of which `knows` tells whether it has a word: a name in another script is read as the
/// one that the story uses.
///
/// # Errors
/// [`Rejection`] where there is none to read.
pub fn read_for(typed: &str, knows: &dyn Fn(&str) -> bool) -> Result<Question, Rejection> {
    if typed.chars().nth(LONGEST_QUESTION).is_some() {
        return Err(Rejection::TooLong);
    }
    let (words, foreign) = match foreign::read(typed, knows) {
        Some((words, foreign)) => (words, Some(foreign)),
        None => (read_latin(typed), None),
    };
    let words: Vec<Word> = words.into_iter().map(|word| in_known_number(word, knows)).collect();
    if words.is_empty() {
        return Err(Rejection::Empty);
    }
    Ok(Question { foreign, ..intent::understand(words) })
}

/// A word in the number that the story has it in, where stemming doesn't make both alike: it leaves "-us" as it is, so
/// that "the Senkakus" would be others than Senkaku.
fn in_known_number(word: Word, knows: &dyn Fn(&str) -> bool) -> Word {
    let other = match word.folded.strip_suffix("us") {
        Some(_) => word.folded[..word.folded.len() - 1].to_owned(),
        None if word.folded.ends_with('u') => format!("{}s", word.folded),
        None => return word,
    };
    let is_name = word.folded.len() >= SHORTEST_NAME && !knows(&word.folded) && knows(&other);
    if is_name { new_word(&other, word.typed, word.case) } else { word }
}

/// The words of a question typed in Latin letters, slang written out.
fn read_latin(typed: &str) -> Vec<Word> {
    let mut read: Vec<Word> = Vec::new();
    for word in plain_words(typed) {
        let written = &typed[word.typed.clone()];
        match slang::written_out(written).filter(|_| word.case == Case::Small) {
            Some(meant) => read.extend(meant.map(|meant| new_word(meant, word.typed.clone(), Case::Small))),
            None if is_clipped(&word.folded) => {
                read.push(new_word(&format!("{}g", word.folded), word.typed, Case::Small))
            }
            None => read.push(word),
        }
    }
    read
}

/// Whether a word is an "-ing" with its last letter left out ("sellin").
fn is_clipped(folded: &str) -> bool {
    let stem = stems::stem(folded);
    let whole = stems::stem(&format!("{folded}g"));
    folded.ends_with("in")
        && folded.len() >= SHORTEST_CLIPPED
        && !synonyms::is_known(&stem)
        && synonyms::is_known(&whole)
}

/// The words of any text as they stand.
pub fn plain_words(text: &str) -> Vec<Word> {
    let Ok(source) = Source::new(text) else { return Vec::new() };
    let Some(all) = source.trimmed(0..text.len()) else { return Vec::new() };
    let mut read: Vec<Word> = Vec::new();
    for token in words::tokens(&source, all) {
        let written = source.slice(token.span);
        if token.kind == TokenKind::Mark && written != "%" {
            continue;
        }
        let case = case_of(written, token.kind, read.is_empty());
        let written = if written == "%" { "percent" } else { written };
        read.push(new_word(written, token.span.range(), case));
    }
    read
}

fn case_of(written: &str, kind: TokenKind, is_first: bool) -> Case {
    let begins_with_capital = written.chars().next().is_some_and(char::is_uppercase);
    match kind {
        TokenKind::Number => Case::Digits,
        TokenKind::Word | TokenKind::Mark if begins_with_capital && !is_first => Case::Capital,
        TokenKind::Word | TokenKind::Mark => Case::Small,
    }
}

fn new_word(written: &str, typed: Range<usize>, case: Case) -> Word {
    let folded = stems::fold(written);
    let stem = stems::stem(&folded);
    Word { folded, stem, typed, case }
}

#[cfg(test)]
mod tests;
