//! Which name stands at a place of the text: a list of all mentions in order, searched by halves.

use super::classes::Classes;
use super::mentions::Mention;
use super::reading::Reading;
use super::{Name, NameKind};
use crate::language::countries::WordSort;
use crate::span::Span;

/// A place where a name, or a role that stands for it, is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Named {
    /// Where.
    pub span: Span,
    /// The name, as an index of the extracted names.
    pub name: usize,
    /// Whether it is a role that stands for the name.
    pub is_reference: bool,
    /// Whether it only describes a word after it: a possessive ("Clinton's"), a demonym ("Chinese officials").
    pub is_modifier: bool,
    /// What sort of thing bears the name.
    pub kind: NameKind,
}

/// All mentions and references of all names, in the order of the text.
#[derive(Clone, Debug, Default)]
pub struct NameIndex {
    named: Vec<Named>,
    longest: usize,
}

impl NameIndex {
    /// Lists the mentions and references of `names`.
    pub fn new(names: &[Name], is_modifier: impl Fn(Span) -> bool) -> Self {
        let mut named = Vec::new();
        for (name, Name { kind, mentions, references, .. }) in names.iter().enumerate() {
            let entry = |span: Span, is_reference: bool| {
                let is_modifier = !is_reference && is_modifier(span);
                Named { span, name, is_reference, is_modifier, kind: *kind }
            };
            named.extend(mentions.iter().map(|span| entry(*span, false)));
            named.extend(references.iter().map(|reference| entry(reference.span, true)));
        }
        named.sort_by_key(|named| named.span);
        let longest = named.iter().map(|named| named.span.len()).max().unwrap_or(0);
        Self { named, longest }
    }

    /// Everything named within `span` or overlapping it, in order.
    pub fn overlapping(&self, span: Span) -> impl Iterator<Item = Named> + '_ {
        let first = self.named.partition_point(|named| named.span.start() + self.longest < span.start());
        let rest = self.named[first..].iter().copied();
        rest.take_while(move |named| named.span.start() < span.end()).filter(move |named| named.span.overlaps(span))
    }

    /// The one that `span` as a whole means: the same words, else the last person in it that no other word is
    /// described by, else the first name in it that isn't a description, else the first.
    pub fn meant_by(&self, span: Span) -> Option<Named> {
        let all = || self.overlapping(span);
        let exact = all().find(|named| named.span == span);
        let whole_role = all().find(|named| named.is_reference && span.contains(named.span));
        let person = all().filter(|named| !named.is_modifier && named.kind == NameKind::Person).last();
        exact.or(whole_role).or(person).or_else(|| all().find(|named| !named.is_modifier)).or_else(|| all().next())
    }
}

/// Whether a mention only describes the word after it.
pub fn is_modifier(reading: &Reading, mentions: &[Mention], span: Span) -> bool {
    let Ok(index) = mentions.binary_search_by_key(&span, |mention| mention.span) else { return false };
    let words = &mentions[index].words;
    let possessive = reading.words[words.end - 1].possessive;
    let next = reading.get(words.end).filter(|next| next.is_word && !next.has(Classes::SPEECH | Classes::FUNCTION));
    let describes = match mentions[index].country {
        Some((_, WordSort::Demonym)) => {
            next.is_some_and(|next| !next.capital && !is_plural_demonym(reading, words.end - 1))
        }
        Some(_) => next.is_some_and(|next| {
            let plural = next.text.ends_with('s') && reading.words[words.end - 1].shouts();
            next.has(Classes::ROLE | Classes::MODIFIER) || plural
        }),
        None => false,
    };
    possessive || describes
}

/// "the Greeks", which describes nothing.
fn is_plural_demonym(reading: &Reading, last: usize) -> bool {
    reading.words[last].text.ends_with('s') && !reading.words[last].text.ends_with("ss")
}
