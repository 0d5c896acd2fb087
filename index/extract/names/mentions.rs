//! Where names stand: runs of capital words, with the particles, initials and "of …" within them, parted from titles
//! and countries' words. It doesn't say which of them are the same.

use std::collections::HashMap;
use std::ops::Range;

use super::NameKind;
use super::classes::Classes;
use super::evidence::{self, Evidence};
use super::reading::Reading;
use super::runs;
use super::titles::{self, Parted};
use crate::language::countries::{self, Country, Found, WordSort};
use crate::span::Span;

/// A place where something is named.
#[derive(Clone, Debug)]
pub struct Mention {
    /// The name's words, without titles.
    pub words: Range<usize>,
    /// Where they stand, without "'s".
    pub span: Span,
    /// The sentence, as an index of the document's.
    pub sentence: usize,
    /// The country that the words stand for.
    pub country: Option<(&'static Country, WordSort)>,
    /// The titles before it; empty when there are none.
    pub title: Range<usize>,
    /// What speaks for each kind.
    pub evidence: Evidence,
}

/// All mentions in the order of the text, and the titles that stand without a name.
#[derive(Debug, Default)]
pub struct Mentions {
    /// The mentions.
    pub all: Vec<Mention>,
    /// Titles in capitals without a name ("the Prime Minister").
    pub bare_titles: Vec<Range<usize>>,
}

/// Finds all mentions of a document.
pub fn find(reading: &Reading) -> Mentions {
    let mut scan = Scan { reading, found: Mentions::default(), sentence: 0, start: 0, end: 0 };
    let mut titles = Vec::new();
    for (index, sentence) in reading.document.sentences().iter().enumerate() {
        if reading.is_title_case(sentence.tokens.clone()) {
            titles.push(index);
        } else {
            scan.read(index, sentence.tokens.clone());
        }
    }
    scan.read_titles(&titles);
    scan.found.all.sort_by_key(|mention| mention.span);
    scan.found.all.dedup_by_key(|mention| mention.span);
    scan.found
}

struct Scan<'r, 'd> {
    reading: &'r Reading<'d>,
    found: Mentions,
    sentence: usize,
    start: usize,
    end: usize,
}

impl Scan<'_, '_> {
    fn read(&mut self, sentence: usize, tokens: Range<usize>) {
        self.sentence = sentence;
        self.start = tokens.start;
        self.end = tokens.end;
        let mut at = tokens.start;
        while at < tokens.end {
            if !runs::begins(self.reading, at) {
                at += 1;
                continue;
            }
            let end = runs::end(self.reading, at, tokens.end);
            if let Some(run) = runs::trim(self.reading, at..end, tokens.start) {
                self.part(run);
            }
            at = end;
        }
    }

    fn part(&mut self, run: Range<usize>) {
        let Parted { title, name } = titles::part(self.reading, run);
        self.within_title(title.clone());
        if name.is_empty() {
            self.found.bare_titles.push(title);
        } else if title.is_empty() {
            self.untitled(name);
        } else {
            self.push(name, title, None);
        }
    }

    /// Countries, and the body before the title's head ("Apple CEO").
    fn within_title(&mut self, title: Range<usize>) {
        let mut at = title.start;
        while at < title.end {
            let word = self.reading.words[at];
            match countries::at(self.reading.rest(at, self.end)) {
                Some(found) => {
                    let end = titles::word_after(self.reading, at, word.span.start() + found.bytes);
                    self.push(at..end, at..at, Some(found));
                    at = end;
                }
                None if at == title.start && !word.has(Classes::ROLE | Classes::HONORIFIC) => {
                    at = self.body_in_title(at, title.end)
                }
                None => at += 1,
            }
        }
    }

    fn body_in_title(&mut self, start: usize, end: usize) -> usize {
        let words = &self.reading.words[start..end];
        let is_part = |word: &super::reading::Word| !word.has(Classes::ROLE | Classes::HONORIFIC) && word.capital;
        let before_head = words.iter().take_while(|word| is_part(word)).count();
        let head = words[..before_head].iter().rposition(|word| word.has(Classes::BODY));
        let names =
            words[..before_head].iter().take_while(|word| !word.has(Classes::MODIFIER | Classes::STARTER)).count();
        let length = head.map_or(names, |head| head + 1);
        if length > 0 {
            self.push(start..start + length, start..start, None);
        }
        start + length.max(1)
    }

    fn untitled(&mut self, name: Range<usize>) {
        let found = countries::at(self.reading.rest(name.start, self.end));
        let Some(found) = found else { return self.push(name.clone(), name.start..name.start, None) };
        let start = self.reading.words[name.start].span.start();
        let country_end = titles::word_after(self.reading, name.start, start + found.bytes);
        let none = name.start..name.start;
        if country_end >= name.end {
            return self.push(name.start..country_end.min(self.end), none, Some(found));
        }
        let next = self.reading.words[country_end];
        let splits = next.has(Classes::GIVEN) && found.sort == WordSort::Demonym;
        if splits || next.text == "." {
            self.push(name.start..country_end, none, Some(found));
            self.untitled(country_end..name.end);
        } else {
            self.push(name, none, None);
        }
    }

    fn push(&mut self, words: Range<usize>, title: Range<usize>, country: Option<Found>) {
        let Some(span) = self.reading.span(words.clone()) else { return };
        let country = country.map(|found| (found.country, found.sort));
        let sentence = self.start..self.end;
        let evidence = match country {
            Some(_) => Evidence::default(),
            None => evidence::weigh(self.reading, &words, &title, &sentence),
        };
        self.found.all.push(Mention { words, span, sentence: self.sentence, country, title, evidence });
    }

    /// In a title every word has a capital, so only names that the running text has are found there.
    fn read_titles(&mut self, sentences: &[usize]) {
        if sentences.is_empty() {
            return;
        }
        let mut known: HashMap<&str, Vec<Range<usize>>> = HashMap::new();
        for mention in &self.found.all {
            known.entry(self.reading.words[mention.words.start].text).or_default().push(mention.words.clone());
            if mention.words.len() > 1 && mention.evidence.kind() == NameKind::Person {
                let surname = mention.words.end - 1..mention.words.end;
                known.entry(self.reading.words[surname.start].text).or_default().push(surname);
            }
        }
        known.values_mut().for_each(|runs| {
            runs.sort_by_key(|run| std::cmp::Reverse(run.len()));
            runs.dedup_by(|one, other| self.reading.same_words(one.clone(), other.clone()));
        });
        for sentence in sentences.iter().copied() {
            self.read_title(sentence, &known);
        }
    }

    fn read_title(&mut self, sentence: usize, known: &HashMap<&str, Vec<Range<usize>>>) {
        let tokens = self.reading.document.sentences()[sentence].tokens.clone();
        self.sentence = sentence;
        self.start = tokens.start;
        self.end = tokens.end;
        let mut at = tokens.start;
        while at < tokens.end {
            let word = self.reading.words[at];
            let is_here = |run: &&Range<usize>| {
                let end = at + run.len();
                end <= tokens.end && self.reading.same_words(at..end, (*run).clone())
            };
            let length = known.get(word.text).and_then(|runs| runs.iter().find(is_here)).map_or(0, |run| run.len());
            let country = countries::at(self.reading.rest(at, tokens.end)).filter(|_| word.is_word);
            let country_end =
                country.map_or(at, |found| titles::word_after(self.reading, at, word.span.start() + found.bytes));
            let country_end = country_end.min(tokens.end);
            let end = (at + length).max(country_end);
            if end > at {
                self.push(at..end, at..at, country.filter(|_| end == country_end));
            }
            at = end.max(at + 1);
        }
    }
}
