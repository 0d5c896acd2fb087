//! Roles that stand for somebody named elsewhere ("the US secretary of state"): linked only where the story proves whose
//! they are, by the same role beside exactly one name, or by a counterpart who is spoken to.

use std::collections::{HashMap, HashSet};
use std::ops::Range;

use super::Reference;
use super::classes::Classes;
use super::mentions::Mention;
use super::reading::Reading;
use super::roles::Role;
use super::titles;
use crate::language::countries;
use crate::span::Span;

/// A role without a name, and the name it stands for.
#[derive(Clone, Copy, Debug)]
pub struct Referred {
    /// The group, as an index.
    pub group: usize,
    /// The role's words and their proof.
    pub reference: Reference,
}

/// What the rules need to know.
pub struct Known<'k> {
    /// All mentions.
    pub mentions: &'k [Mention],
    /// The group of each mention.
    pub group_of: &'k [usize],
    /// All roles beside names.
    pub roles: &'k [Role],
}

/// Finds the roles without a name that the story proves to be somebody's.
pub fn find(reading: &Reading, known: &Known) -> Vec<Referred> {
    let phrases = phrases(reading, known);
    let mut holders: Vec<Holder> = known.roles.iter().map(|role| holder(reading, known, role)).collect();
    let mut referred = Vec::new();
    for phrase in &phrases {
        if let Some((group, evidence)) = by_counterpart(reading, known, phrase) {
            referred.push(Referred { group, reference: Reference { span: phrase.span, evidence } });
            holders.push(Holder { group, office: office(reading, phrase.words.clone()), evidence });
        }
    }
    let proved: HashSet<Span> = referred.iter().map(|referred| referred.reference.span).collect();
    let offices = Offices::new(&holders);
    for phrase in phrases.iter().filter(|phrase| !proved.contains(&phrase.span)) {
        if let Some(holder) = offices.holder(office(reading, phrase.words.clone())) {
            let reference = Reference { span: phrase.span, evidence: holder.evidence };
            referred.push(Referred { group: holder.group, reference });
        }
    }
    referred.sort_by_key(|referred| referred.reference.span);
    referred
}

struct Phrase {
    words: Range<usize>,
    span: Span,
    sentence: usize,
}

/// An office: its country, and its other words in lower case.
#[derive(Debug, PartialEq, Eq)]
struct Office {
    country: Option<&'static str>,
    words: Vec<String>,
}

struct Holder {
    group: usize,
    office: Office,
    evidence: Span,
}

fn holder(reading: &Reading, known: &Known, role: &Role) -> Holder {
    Holder {
        group: known.group_of[role.mention],
        office: office(reading, role.words.clone()),
        evidence: role.role.evidence,
    }
}

/// "the [country] [modifiers] role [of department]" with no name after it.
fn phrases(reading: &Reading, known: &Known) -> Vec<Phrase> {
    let mut beside: Vec<Range<usize>> = known.roles.iter().map(|role| role.words.clone()).collect();
    beside.sort_unstable_by_key(|role| role.start);
    let mut phrases = Vec::new();
    for (sentence, tokens) in reading.document.sentences().iter().map(|sentence| sentence.tokens.clone()).enumerate() {
        for start in tokens.clone().filter(|at| reading.words[*at].is("the")) {
            let words = start..phrase_end(reading, start, tokens.end);
            let before = beside.partition_point(|role| role.start < words.end);
            let is_beside_name = beside[..before].iter().rev().take(NEIGHBOURS).any(|role| overlaps(role, &words));
            if words.len() > 1 && !is_beside_name {
                phrases.extend(reading.span(words.clone()).map(|span| Phrase { words, span, sentence }));
            }
        }
    }
    phrases
}

fn overlaps(one: &Range<usize>, other: &Range<usize>) -> bool {
    one.start < other.end && other.start < one.end
}

fn phrase_end(reading: &Reading, start: usize, limit: usize) -> usize {
    let mut at = start + 1;
    let mut end = start;
    while at < limit && at - start < LONGEST_PHRASE {
        let word = reading.words[at];
        if let Some(found) = countries::at(reading.rest(at, limit)) {
            at = titles::word_after(reading, at, word.span.start() + found.bytes);
            continue;
        }
        if !word.has(Classes::ROLE | Classes::MODIFIER) {
            break;
        }
        at += 1;
        if word.has(Classes::ROLE) && !word.possessive {
            end = at;
        }
        if word.possessive {
            return start;
        }
    }
    let of = reading.get(end).is_some_and(|word| word.is("of")) && end > start;
    let department =
        |index: usize| reading.get(index).is_some_and(|word| index < limit && word.has(Classes::DEPARTMENT));
    if of && department(end + 1) { end + 2 } else { end }
}

fn office(reading: &Reading, words: Range<usize>) -> Office {
    let mut country = None;
    let mut office = Vec::new();
    let mut at = words.start;
    while at < words.end {
        let word = reading.words[at];
        if let Some(found) = countries::at(reading.rest(at, words.end)) {
            country = country.or(Some(found.country.code));
            at = titles::word_after(reading, at, word.span.start() + found.bytes);
            continue;
        }
        if word.is_word && !LEFT_OUT.iter().any(|left_out| word.is(left_out)) {
            office.push(word.text.to_lowercase());
        }
        at += 1;
    }
    Office { country, words: office }
}

/// Who holds an office, by each word of it.
struct Offices<'h> {
    by_word: HashMap<&'h str, Vec<&'h Holder>>,
}

impl<'h> Offices<'h> {
    fn new(holders: &'h [Holder]) -> Self {
        let mut by_word: HashMap<&str, Vec<&Holder>> = HashMap::new();
        for holder in holders {
            for word in &holder.office.words {
                let known = by_word.entry(word.as_str()).or_default();
                let is_known = known.iter().any(|known| known.group == holder.group && known.office == holder.office);
                if known.len() < MOST_HOLDERS && !is_known {
                    known.push(holder);
                }
            }
        }
        Self { by_word }
    }

    /// The one name whose office this is; `None` where two could be meant.
    fn holder(&self, asked: Office) -> Option<&'h Holder> {
        let holders = self.by_word.get(asked.words.last()?.as_str()).filter(|holders| holders.len() < MOST_HOLDERS)?;
        let is_asked = |holder: &&&Holder| {
            let same_country = asked.country.is_none() || asked.country == holder.office.country;
            same_country && asked.words.iter().all(|word| holder.office.words.contains(word))
        };
        let mut asked_for = holders.iter().filter(is_asked);
        let first = asked_for.next()?;
        asked_for.all(|holder| holder.group == first.group).then_some(*first)
    }
}

/// "A's counterpart, B, told the <office>": a counterpart holds the same office elsewhere, so the office that B speaks to
/// in the same sentence is A's, unless it is of B's own country.
fn by_counterpart(reading: &Reading, known: &Known, phrase: &Phrase) -> Option<(usize, Span)> {
    let sentence = |role: &Role| known.mentions[role.mention].sentence;
    let first = known.roles.partition_point(|role| sentence(role) < phrase.sentence);
    let in_sentence = known.roles[first..].iter().take_while(|role| sentence(role) == phrase.sentence);
    let before = in_sentence.filter(|role| role.words.end <= phrase.words.start);
    let counterpart = before.into_iter().find(|role| reading.words[role.words.end - 1].is("counterpart"))?;
    let owner = known.mentions.binary_search_by_key(&counterpart.words.start, |mention| mention.words.start).ok()?;
    let is_person =
        known.mentions[owner].country.is_none() && reading.words[known.mentions[owner].words.end - 1].possessive;
    let own = office(reading, known.mentions[owner].words.end..counterpart.words.end).country;
    let asked = office(reading, phrase.words.clone()).country;
    let is_other_country = asked.is_some() && own.is_some() && asked != own;
    let listens = reading
        .before(phrase.words.start)
        .is_some_and(|word| word.has(Classes::SPEECH) || MEETS.iter().any(|verb| word.is(verb)));
    let evidence = known.mentions[owner].span.cover(phrase.span);
    (is_person && is_other_country && listens).then(|| (known.group_of[owner], evidence))
}

const LONGEST_PHRASE: usize = 8;

/// An office that more people hold stands for none of them.
const MOST_HOLDERS: usize = 32;

/// No more roles than these overlap one phrase.
const NEIGHBOURS: usize = 8;

const LEFT_OUT: &[&str] =
    &["the", "a", "an", "former", "ex", "then", "current", "new", "of", "his", "her", "its", "their"];

const MEETS: &[&str] =
    &["met", "meets", "assured", "reassured", "informed", "with", "urged", "warned", "invited", "thanked"];
