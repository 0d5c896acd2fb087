//! What a story's sentences are found by, worked out once a story: where each term stands, how rare it is, and what
//! kinds of answer each sentence holds.

use std::collections::{BTreeSet, HashMap};

use crate::document::{Document, Sentence, TokenKind};
use crate::extract::{Extracted, Name};
use crate::facts::Fact;
use crate::language::stems;
use crate::question::function_words;
use crate::span::Span;

use super::related::FactWords;
use super::signals::{self, Signals};

/// A term of a story, as an index.
pub(crate) type Term = u32;

/// The fewest letters of first letters that stand for a name.
const SHORTEST_ACRONYM: usize = 3;
/// The fewest letters of the beginning of a name that stand for it.
const SHORTEST_NICKNAME: usize = 4;

/// How strongly a sentence stands for a term that it doesn't hold itself.
mod carried {
    /// A name of which it uses another form, or a pronoun.
    pub(super) const BY_NAME: f32 = 0.8;
    /// A word of the sentence before, where this one begins with a word that points back.
    pub(super) const BY_ANTECEDENT: f32 = 0.6;
    /// A word of the sentence before.
    pub(super) const BY_PREVIOUS: f32 = 0.35;
    /// A word of the sentence after.
    pub(super) const BY_NEXT: f32 = 0.2;
    /// A word of the headline.
    pub(super) const BY_HEADLINE: f32 = 0.5;
    /// A word of a caption or subheading.
    pub(super) const BY_PARAGRAPH: f32 = 0.15;
}

/// One place where a term stands or is carried to.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Posting {
    /// The line.
    pub(crate) line: u32,
    /// Which word of the line; `None` where it is carried.
    pub(crate) position: Option<u32>,
    /// How strongly, 1 where it stands.
    pub(crate) strength: f32,
}

/// A numbered sentence.
#[derive(Clone, Debug)]
pub(crate) struct Line {
    /// Which sentence of the document.
    pub(crate) sentence: usize,
    /// Its terms in order.
    pub(crate) terms: Vec<LineTerm>,
    /// What it holds.
    pub(crate) signals: Signals,
    /// How many of its words name something.
    pub(crate) content: usize,
    /// Whether its first words point back ("He", "The islands").
    pub(crate) points_back: bool,
}

/// A word of a line.
#[derive(Clone, Copy, Debug)]
pub(crate) struct LineTerm {
    /// Its term.
    pub(crate) term: Term,
    /// Where it stands.
    pub(crate) span: Span,
    /// Whether it is written with a capital, and not only because it opens the sentence.
    pub(crate) capital: bool,
    /// Whether it is a number.
    pub(crate) number: bool,
    /// Whether it only holds the sentence together.
    pub(crate) function: bool,
}

/// A distinct word of the story, for typing errors.
#[derive(Clone, Debug)]
pub(crate) struct VocabularyWord {
    /// The word, folded.
    pub(crate) folded: String,
    /// Its term.
    pub(crate) term: Term,
    /// Where it stands first.
    pub(crate) span: Span,
    /// Whether it is always written with a capital.
    pub(crate) is_name: bool,
}

/// What a story's sentences are found by.
#[derive(Clone, Debug, Default)]
pub(crate) struct Lookup {
    terms: HashMap<String, Term>,
    postings: Vec<Vec<Posting>>,
    frequency: Vec<u32>,
    is_name: Vec<bool>,
    /// The numbered sentences.
    pub(crate) lines: Vec<Line>,
    initials: HashMap<String, Vec<Term>>,
    countries: HashMap<&'static str, Vec<Term>>,
    /// The distinct words, sorted.
    pub(crate) vocabulary: Vec<VocabularyWord>,
    /// The words of the related facts.
    pub(crate) fact_words: FactWords,
    line_of_sentence: Vec<Option<u32>>,
}

impl Lookup {
    /// Reads a document.
    pub(crate) fn new(document: &Document, extracted: &Extracted, facts: &[Fact]) -> Self {
        let line_of_sentence = vec![None; document.sentences().len()];
        let mut lookup = Self { line_of_sentence, fact_words: FactWords::new(facts), ..Self::default() };
        for (index, sentence) in document.sentences().iter().enumerate() {
            if sentence.number.is_some() {
                lookup.line_of_sentence[index] = Some(lookup.lines.len() as u32);
                lookup.add_line(document, index, sentence);
            }
        }
        signals::from_extracted(&mut lookup, document, extracted);
        lookup.post_own_terms();
        lookup.post_names(document, extracted);
        lookup.post_neighbours(document);
        lookup.collect_vocabulary(document);
        lookup.collect_other_words(document, extracted);
        lookup
    }

    /// The term with this stem.
    pub(crate) fn term(&self, stem: &str) -> Option<Term> {
        self.terms.get(stem).copied()
    }

    /// Where a term stands or is carried to, by line; several postings of one line stand together.
    pub(crate) fn postings(&self, term: Term) -> &[Posting] {
        &self.postings[term as usize]
    }

    /// How many lines hold a term themselves.
    pub(crate) fn frequency(&self, term: Term) -> u32 {
        self.frequency[term as usize]
    }

    /// How much a term that stands in this many lines tells (BM25's inverse document frequency).
    pub(crate) fn rarity(&self, frequency: u32) -> f32 {
        let lines = self.lines.len() as f32;
        let frequency = frequency as f32;
        (1.0 + (lines - frequency + 0.5) / (frequency + 0.5)).ln()
    }

    /// The line in which a span begins.
    pub(crate) fn line_at(&self, document: &Document, span: Span) -> Option<usize> {
        let sentence = document.sentence_at(span)?;
        self.line_of_sentence.get(sentence).copied().flatten().map(|line| line as usize)
    }

    /// Whether the story writes a term with a capital wherever it stands.
    pub(crate) fn is_name(&self, term: Term) -> bool {
        self.is_name[term as usize]
    }

    /// The terms of the story's own words for a country, by its code.
    pub(crate) fn country(&self, code: &str) -> &[Term] {
        self.countries.get(code).map_or(&[], Vec::as_slice)
    }

    /// The terms of the names that a word is short for: by first letters, or by the beginning of one name only.
    pub(crate) fn short_forms(&self, folded: &str) -> impl Iterator<Item = Term> {
        let by_letters = self.initials.get(folded).cloned().unwrap_or_default();
        let long_enough = folded.chars().count() >= SHORTEST_NICKNAME;
        let from = self.vocabulary.partition_point(|word| word.folded.as_str() < folded);
        let beginning = self.vocabulary[from..].iter().take_while(|word| word.folded.starts_with(folded));
        let mut names = beginning.filter(|word| long_enough && word.is_name);
        let only = names.next().filter(|_| names.next().is_none()).map(|word| word.term);
        by_letters.into_iter().chain(only)
    }

    fn intern(&mut self, stem: String) -> Term {
        let next = self.postings.len() as Term;
        let term = *self.terms.entry(stem).or_insert(next);
        if term == next {
            self.postings.push(Vec::new());
            self.frequency.push(0);
            self.is_name.push(true);
        }
        term
    }

    fn add_line(&mut self, document: &Document, index: usize, sentence: &Sentence) {
        let tokens = document.tokens_of(sentence);
        let mut line = Line {
            sentence: index,
            terms: Vec::with_capacity(tokens.len()),
            signals: signals::of_tokens(document, tokens),
            content: 0,
            points_back: signals::points_back(document, tokens),
        };
        for (at, token) in tokens.iter().enumerate() {
            let written = document.text(token.span);
            if token.kind == TokenKind::Mark && written != "%" {
                continue;
            }
            let folded = if written == "%" { "percent".to_owned() } else { stems::fold(written) };
            let function = function_words::is_function_word(&folded) && written != "US";
            let capital = at > 0 && written.starts_with(char::is_uppercase);
            line.content += usize::from(!function);
            let stem = stems::stem(&folded);
            let number = stem.starts_with(|first: char| first.is_ascii_digit());
            let term = self.intern(stem);
            self.is_name[term as usize] &= capital || at == 0 && written.starts_with(char::is_uppercase);
            line.terms.push(LineTerm { term, span: token.span, capital, number, function });
        }
        self.lines.push(line);
    }

    fn post_own_terms(&mut self) {
        for (number, line) in self.lines.iter().enumerate() {
            let mut seen = BTreeSet::new();
            for (position, word) in line.terms.iter().enumerate() {
                let posting = Posting { line: number as u32, position: Some(position as u32), strength: 1.0 };
                self.postings[word.term as usize].push(posting);
                if seen.insert(word.term) {
                    self.frequency[word.term as usize] += 1;
                }
            }
        }
    }

    /// A line that names somebody stands for every word of that name, and one that an attribution led to does too.
    fn post_names(&mut self, document: &Document, extracted: &Extracted) {
        for name in &extracted.names {
            let words: BTreeSet<Term> = self.terms_of(document, name.canonical);
            for mention in mentions_of(name) {
                if let Some(line) = self.line_at(document, mention) {
                    self.carry(&words, line, carried::BY_NAME);
                }
            }
        }
        for statement in &extracted.statements {
            let speaker = statement.speaker.and_then(|speaker| Some((speaker.name?, speaker.written)));
            let Some((name, written)) = speaker else { continue };
            let words = self.terms_of(document, name);
            if let Some(line) = self.line_at(document, written) {
                self.carry(&words, line, carried::BY_NAME);
            }
            if let Some(line) = self.line_at(document, statement.span()) {
                self.carry(&words, line, carried::BY_NAME);
            }
        }
    }

    fn post_neighbours(&mut self, document: &Document) {
        let own: Vec<BTreeSet<Term>> = self.lines.iter().map(content_terms).collect();
        let headline = self.lines.first().filter(|line| document.sentences()[line.sentence].paragraph == 0);
        let headline_is_first = headline.is_some() && document.article().headline.is_some();
        for line in 0..self.lines.len() {
            if line > 0 {
                let strength = if self.lines[line].points_back { carried::BY_ANTECEDENT } else { carried::BY_PREVIOUS };
                self.carry(&own[line - 1], line, strength);
            }
            if let Some(next) = own.get(line + 1) {
                self.carry(next, line, carried::BY_NEXT);
            }
            if headline_is_first && line > 0 {
                self.carry(&own[0], line, carried::BY_HEADLINE);
            }
        }
        self.post_paragraphs(document, &own);
        for postings in &mut self.postings {
            postings.sort_by(|a, b| a.line.cmp(&b.line).then(b.strength.total_cmp(&a.strength)));
        }
    }

    fn post_paragraphs(&mut self, document: &Document, own: &[BTreeSet<Term>]) {
        for paragraph in document.paragraphs() {
            let lines: Vec<usize> =
                paragraph.sentences.clone().filter_map(|at| self.line_of_sentence[at]).map(|at| at as usize).collect();
            if !(3..=12).contains(&lines.len()) {
                continue;
            }
            for line in &lines {
                for other in lines.iter().filter(|other| other.abs_diff(*line) > 1) {
                    self.carry(&own[*other], *line, carried::BY_PARAGRAPH);
                }
            }
        }
    }

    fn carry(&mut self, terms: &BTreeSet<Term>, line: usize, strength: f32) {
        for term in terms {
            self.postings[*term as usize].push(Posting { line: line as u32, position: None, strength });
        }
    }

    fn terms_of(&self, document: &Document, span: Span) -> BTreeSet<Term> {
        let Some(line) = self.line_at(document, span) else { return BTreeSet::new() };
        let words = self.lines[line].terms.iter().filter(|word| span.contains(word.span) && !word.function);
        words.map(|word| word.term).collect()
    }

    /// Other words for names: "Council on Foreign Affairs" may be asked for as "cfa" or "cofa", a country by its code.
    fn collect_other_words(&mut self, document: &Document, extracted: &Extracted) {
        for name in &extracted.names {
            let words: Vec<&str> = document.text(name.canonical).split([' ', '-']).collect();
            let initial = |word: &&str| word.chars().next().filter(|first| first.is_alphabetic());
            let all: String = words.iter().filter_map(initial).collect();
            let capitals: String = all.chars().filter(|letter| letter.is_uppercase()).collect();
            let terms: Vec<Term> = self.terms_of(document, name.canonical).into_iter().collect();
            if let Some(code) = name.country {
                self.countries.entry(code).or_default().extend(&terms);
            }
            for letters in [capitals, all] {
                if letters.chars().count() >= SHORTEST_ACRONYM {
                    self.initials.entry(letters.to_lowercase()).or_default().extend(&terms);
                }
            }
        }
    }

    fn collect_vocabulary(&mut self, document: &Document) {
        let mut words: HashMap<String, VocabularyWord> = HashMap::new();
        for word in self.lines.iter().flat_map(|line| &line.terms) {
            let folded = stems::fold(document.text(word.span));
            let is_name = word.capital;
            let known = words.entry(folded.clone()).or_insert(VocabularyWord {
                folded,
                term: word.term,
                span: word.span,
                is_name,
            });
            known.is_name = known.is_name && is_name;
        }
        self.vocabulary = words.into_values().collect();
        self.vocabulary.sort_by(|a, b| a.folded.cmp(&b.folded));
    }
}

/// Every place where a name, another word for it or a role of its stands.
fn mentions_of(name: &Name) -> impl Iterator<Item = Span> {
    let mentions = name.mentions.iter().copied();
    let aliases = name.aliases.iter().map(|alias| alias.span);
    mentions.chain(aliases).chain(name.references.iter().map(|reference| reference.span))
}

fn content_terms(line: &Line) -> BTreeSet<Term> {
    line.terms.iter().filter(|word| !word.function).map(|word| word.term).collect()
}
