//! A [`Question`] bound to one story: which of the story's terms each of its words may stand for, and how much each
//! word counts.

use crate::language::{countries, stems};
use crate::question::{Case, Question, Word, synonyms};
use crate::story::{Citation, Story};

use super::lookup::{Lookup, Term, VocabularyWord};

/// How much a term counts that isn't the word itself.
mod alike {
    /// A word used for the same thing.
    pub(super) const SYNONYM: f32 = 0.7;
    /// Another word for the same country ("Beijing").
    pub(super) const COUNTRY_WORD: f32 = 0.9;
    /// The first letters of a name of several words, or the beginning of a name ("zuck").
    pub(super) const SHORT_FORM: f32 = 0.85;
    /// A word that a typing error away is the story's.
    pub(super) const TYPING_ERROR: f32 = 0.85;
}

/// How much a word that narrows a question little counts, of its rarity.
const WEAK: f32 = 0.35;
/// The same where the story doesn't have it either.
const WEAK_AND_UNKNOWN: f32 = 0.1;
/// How much a word counts that the story doesn't have, of its rarity.
const UNKNOWN: f32 = 0.8;
/// How much a word counts that only says what kind of answer is asked for, of its weight.
const ONLY_ASKS: f32 = 0.15;
/// How much a word with a capital or a number counts, of its rarity.
const SHARP: f32 = 1.25;

/// A word of the question and the story's terms it may stand for.
#[derive(Clone, Debug)]
pub(crate) struct BoundTerm {
    /// Which word of the question.
    pub(crate) word: usize,
    /// The story's terms, with how well each stands for it.
    pub(crate) terms: Vec<(Term, f32)>,
    /// How much it counts.
    pub(crate) weight: f32,
    /// Whether it is a name or a number, which no other word can stand for.
    pub(crate) is_sharp: bool,
}

/// A question bound to a story.
#[derive(Clone, Debug)]
pub(crate) struct Bound {
    /// The words to search for.
    pub(crate) terms: Vec<BoundTerm>,
    /// A word that was probably mistyped and the story's word that was meant.
    pub(crate) did_you_mean: Option<(String, Citation)>,
}

impl Bound {
    /// The sum of what its words count.
    pub(crate) fn weight(&self) -> f32 {
        self.terms.iter().map(|term| term.weight).sum()
    }
}

/// Binds a question's content words to a story.
pub(crate) fn bind(story: &Story, question: &Question) -> Bound {
    let words = 0..question.words.len();
    let content = words.filter(|at| question.words[*at].is_content());
    let mut bound = bind_words(story, &question.words, content);
    for term in bound.terms.iter_mut().filter(|term| question.only_asks(term.word)) {
        term.weight *= ONLY_ASKS;
    }
    bound
}

/// Binds some of a list of words to a story.
pub(crate) fn bind_words(story: &Story, words: &[Word], which: impl Iterator<Item = usize>) -> Bound {
    let mut bound = Bound { terms: Vec::new(), did_you_mean: None };
    for at in which {
        let repeated = bound.terms.iter().any(|term| words[term.word].stem == words[at].stem);
        if !repeated {
            let term = bind_word(story, &words[at], at, &mut bound.did_you_mean);
            bound.terms.push(term);
        }
    }
    bound
}

fn bind_word(story: &Story, word: &Word, at: usize, did_you_mean: &mut Option<(String, Citation)>) -> BoundTerm {
    let lookup = story.lookup();
    let own = lookup.term(&word.stem);
    let mut terms = used_for(lookup, word, own);
    let mut rarity = own.map(|term| lookup.rarity(lookup.frequency(term)));
    if terms.is_empty()
        && !synonyms::is_known(&word.stem)
        && let Some(meant) = mistyped(lookup, &word.folded)
    {
        terms.push((meant.term, alike::TYPING_ERROR));
        rarity = Some(lookup.rarity(lookup.frequency(meant.term)));
        if meant.is_name {
            *did_you_mean = Some((word.folded.clone(), story.cite(meant.span)));
        }
    }
    let names_country = countries::typed(&word.folded).is_some();
    let is_sharp = names_country || word.case != Case::Small || own.is_some_and(|term| lookup.is_name(term));
    let rarity = rarity.unwrap_or_else(|| lookup.rarity(u32::from(!terms.is_empty())));
    let factor = match (word.is_weak(), terms.is_empty()) {
        (true, true) => WEAK_AND_UNKNOWN,
        (true, false) => WEAK,
        (false, _) if is_sharp => SHARP,
        (false, true) => UNKNOWN,
        (false, false) => 1.0,
    };
    BoundTerm { word: at, terms, weight: rarity * factor, is_sharp }
}

/// The base form of the story's word that a word is taken for which the story doesn't have; a country's name is never
/// another word mistyped.
pub(crate) fn meant_by_error(lookup: &Lookup, word: &Word) -> Option<String> {
    let is_a_word = lookup.term(&word.stem).is_some() || synonyms::is_known(&word.stem);
    if is_a_word || countries::typed(&word.folded).is_some() || !used_for(lookup, word, None).is_empty() {
        return None;
    }
    mistyped(lookup, &word.folded).map(|meant| stems::stem(&meant.folded))
}

/// The story's terms that a word may stand for as it is typed: itself, words used for the same, other words for a
/// country, and names that it is short for.
fn used_for(lookup: &Lookup, word: &Word, own: Option<Term>) -> Vec<(Term, f32)> {
    let mut terms: Vec<(Term, f32)> = own.map(|term| (term, 1.0)).into_iter().collect();
    let alike = synonyms::of(&word.stem).iter().filter_map(|other| lookup.term(other));
    terms.extend(alike.map(|term| (term, alike::SYNONYM)));
    if let Some(found) = countries::typed(&word.folded) {
        let names = lookup.country(found.country.code).iter();
        terms.extend(names.filter(|term| Some(**term) != own).map(|term| (*term, alike::COUNTRY_WORD)));
    }
    if terms.is_empty() {
        terms.extend(lookup.short_forms(&word.folded).map(|term| (term, alike::SHORT_FORM)));
    }
    terms
}

/// The story's word that a word it doesn't have was probably meant for: the same first letter, one error in four to
/// seven letters, two in eight or more.
fn mistyped<'l>(lookup: &'l Lookup, folded: &str) -> Option<&'l VocabularyWord> {
    let allowed = match folded.chars().count() {
        0..=3 => return None,
        4..=7 => 1,
        _ => 2,
    };
    let first = folded.chars().next()?;
    if !folded.chars().all(char::is_alphabetic) {
        return None;
    }
    let from = lookup.vocabulary.partition_point(|word| word.folded.chars().next() < Some(first));
    let same_letter = lookup.vocabulary[from..].iter().take_while(|word| word.folded.starts_with(first));
    let near = same_letter.filter(|word| word.folded.len().abs_diff(folded.len()) <= allowed && word.folded.len() >= 4);
    let measured = near.map(|word| (strsim::damerau_levenshtein(folded, &word.folded), word));
    measured.filter(|(distance, _)| *distance <= allowed).min_by_key(|(distance, _)| *distance).map(|(_, word)| word)
}
