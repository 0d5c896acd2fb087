//! Editors' questions: what the people who keep a story expect to be asked, in people's own words, each with words of the
//! sentence that answers it, or with none where the story doesn't. They hold no answer: all that one of them can do is lead
//! to a sentence of the story, or to silence.

use std::sync::OnceLock;
use std::sync::atomic::{AtomicBool, Ordering};

use verbatim_encoder::Vectors;

use crate::document::Document;
use crate::span::Span;

mod forms;
mod nearness;
mod places;
mod reading;
mod stored;
mod trying;

pub use reading::{QuestionProblem, QuestionsError, add, read, remove};
pub use trying::{Fared, Tried, try_out};

use forms::Forms;

/// A question that a story's editors expect.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EditorsQuestion {
    /// In people's own words.
    pub question: String,
    /// Words of the sentence that answers it; `None` where the story doesn't answer it.
    pub answer: Option<String>,
    /// Where that leads in this version of the story.
    pub leads: Leads,
}

/// Where an editors' question leads.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Leads {
    /// To a sentence of the document, by its index.
    ToSentence(usize),
    /// To silence: the story doesn't answer it.
    ToSilence,
    /// Nowhere: its words don't stand in this version of the story.
    Gone,
    /// Nowhere: its words stand in more than one sentence of this version.
    ToSeveral,
}

impl Leads {
    /// Whether it leads to a sentence or to silence.
    pub fn is_of_use(self) -> bool {
        matches!(self, Self::ToSentence(_) | Self::ToSilence)
    }
}

/// Which editors' questions an answer may be found by.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum EditorsUse {
    /// All that the story has.
    All,
    /// All but the one with this index: what the others are worth for it.
    AllBut(usize),
    /// None.
    None,
}

/// How an editors' question is like the one that was asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Kinship {
    /// It is the same but for small words, case, punctuation and typing errors.
    Same,
    /// It is near in meaning, as is another one that leads to the same place.
    Near,
}

/// An editors' question that is like the one that was asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Match {
    /// Its index.
    pub index: usize,
    /// Where it leads: to a sentence or to silence.
    pub leads: Leads,
    /// How it is like the other.
    pub kinship: Kinship,
}

/// All editors' questions of a story.
#[derive(Debug, Default)]
pub struct EditorsQuestions {
    all: Vec<EditorsQuestion>,
    forms: OnceLock<Forms>,
    vectors: OnceLock<Vectors>,
    are_kept: AtomicBool,
}

impl EditorsQuestions {
    /// Those that stand in a file which was checked when it was taken, found again in a document by their words; lines that
    /// can't be read are passed over.
    pub fn recall(file: &[u8], document: &Document) -> Self {
        Self::of(reading::found_again(file, document))
    }

    fn of(all: Vec<EditorsQuestion>) -> Self {
        Self { all, ..Self::default() }
    }

    /// The questions in the order of the file.
    pub fn all(&self) -> &[EditorsQuestion] {
        &self.all
    }

    /// Takes vectors as they were stored; those of other questions are worked out anew when needed.
    pub(crate) fn recall_vectors(&self, stored: &[u8]) {
        if let Some(vectors) = stored::read(stored, &self.all) {
            // They may have been worked out meanwhile, to the same.
            let _ = self.vectors.set(vectors);
            self.are_kept.store(true, Ordering::Relaxed);
        }
    }

    /// The vectors as bytes, once: if there are questions and theirs aren't stored yet.
    pub(crate) fn vectors_to_keep(&self) -> Option<Vec<u8>> {
        if self.all.is_empty() || self.are_kept.swap(true, Ordering::Relaxed) {
            return None;
        }
        Some(self.vector_bytes())
    }

    /// The vectors as bytes.
    pub fn vector_bytes(&self) -> Vec<u8> {
        stored::write(self.vectors(), &self.all)
    }
}

/// The sentence that an editors' question leads to.
pub fn sentence(document: &Document, leads: Leads) -> Option<Span> {
    match leads {
        Leads::ToSentence(index) => document.sentences().get(index).map(|sentence| sentence.span),
        Leads::ToSilence | Leads::Gone | Leads::ToSeveral => None,
    }
}

#[cfg(test)]
mod tests;
