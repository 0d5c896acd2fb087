//! Which mentions name the same: a full name and its surname, a body and its acronym, a country and its words.

use std::collections::{HashMap, HashSet};
use std::ops::Range;

use super::aliases::Same;
use super::classes::Classes;
use super::evidence::Evidence;
use super::mentions::Mention;
use super::reading::Reading;
use super::roles::Role;
use super::{NameKind, Pronoun};
use crate::language::countries::{Country, WordSort};
use crate::span::Span;

/// Mentions of one name, as indices of the list of mentions, in the order of the text.
#[derive(Clone, Debug, Default)]
pub struct Group {
    /// The mentions.
    pub mentions: Vec<usize>,
    /// What they together speak for.
    pub evidence: Evidence,
    /// The country they stand for.
    pub country: Option<&'static Country>,
    /// He or she, where a title or a given name tells.
    pub pronoun: Option<Pronoun>,
    full: Range<usize>,
    full_mention: usize,
}

impl Group {
    /// Its fullest form: of a country its first name, of anything else the longest mention.
    pub fn canonical(&self, reading: &Reading, mentions: &[Mention]) -> Span {
        let is_name = |index: &&usize| mentions[**index].country.is_some_and(|(_, sort)| sort == WordSort::Name);
        let of_country = self.mentions.iter().find(is_name).or(self.mentions.first());
        let full = if self.country.is_some() {
            of_country.map(|index| mentions[*index].span)
        } else {
            reading.span(self.full.clone())
        };
        full.unwrap_or(mentions[self.full_mention].span)
    }

    /// What sort of thing it is.
    pub fn kind(&self) -> NameKind {
        if self.country.is_some() { NameKind::Country } else { self.evidence.kind() }
    }
}

/// Groups all mentions.
pub fn group(reading: &Reading, mentions: &[Mention], same: &[Same], roles: &[Role]) -> Vec<Group> {
    let mut grouping = Grouping {
        reading,
        mentions,
        groups: Vec::new(),
        of: vec![None; mentions.len()],
        has_role: vec![false; mentions.len()],
    };
    roles.iter().for_each(|role| grouping.has_role[role.mention] = true);
    grouping.join_countries();
    grouping.join_full_names();
    grouping.join_short_names();
    grouping.join_stated(same);
    let Grouping { mut groups, .. } = grouping;
    groups.retain(|group| !group.mentions.is_empty());
    groups.iter_mut().for_each(|group| group.mentions.sort_unstable());
    groups.sort_by_key(|group| group.mentions.first().copied());
    groups
}

/// The group of each of so many mentions.
pub fn owners(groups: &[Group], mentions: usize) -> Vec<usize> {
    let mut owners = vec![0; mentions];
    for (group, index) in
        groups.iter().enumerate().flat_map(|(group, owned)| owned.mentions.iter().map(move |index| (group, *index)))
    {
        owners[index] = group;
    }
    owners
}

/// He or she, as titles before a name say, or else its given name.
pub fn pronoun(reading: &Reading, mention: &Mention) -> Option<Pronoun> {
    let title = reading.words[mention.title.clone()].iter().rev();
    let by_title = title.map(|word| word.classes).find(|classes| classes.has(Classes::MAN | Classes::WOMAN));
    let given = reading.words[mention.words.start].classes;
    let (man, woman) = (given.has(Classes::GIVEN_M), given.has(Classes::GIVEN_F));
    match by_title {
        Some(classes) if classes.has(Classes::WOMAN) => Some(Pronoun::She),
        Some(_) => Some(Pronoun::He),
        None if mention.words.len() < 2 || man == woman => None,
        None => Some(if man { Pronoun::He } else { Pronoun::She }),
    }
}

struct Grouping<'r, 'd> {
    reading: &'r Reading<'d>,
    mentions: &'r [Mention],
    groups: Vec<Group>,
    of: Vec<Option<usize>>,
    has_role: Vec<bool>,
}

impl<'d> Grouping<'_, 'd> {
    fn join_countries(&mut self) {
        let mut by_code: HashMap<&str, usize> = HashMap::new();
        let mut places: HashMap<&str, usize> = HashMap::new();
        let surnames = self.surnames();
        for index in 0..self.mentions.len() {
            let Some((country, sort)) = self.mentions[index].country else { continue };
            let could_be_place = sort == WordSort::Capital;
            if could_be_place && surnames.contains(self.text(index)) && !self.is_where(index) {
                continue;
            }
            let is_place = could_be_place && !self.acts(index);
            let group = if is_place {
                let text = self.text(index);
                *places.entry(text).or_insert_with(|| new_group(&mut self.groups, self.mentions[index].words.clone()))
            } else {
                *by_code
                    .entry(country.code)
                    .or_insert_with(|| new_group(&mut self.groups, self.mentions[index].words.clone()))
            };
            if is_place {
                self.groups[group].evidence.place += 3;
            } else {
                self.groups[group].country = Some(country);
            }
            self.add(index, group);
        }
    }

    /// The last words of full names that are people's beyond doubt: "Paris" may be Valeska Paris.
    fn surnames(&self) -> HashSet<&'d str> {
        let people = (0..self.mentions.len()).filter(|index| {
            let mention = &self.mentions[*index];
            mention.words.len() > 1 && mention.country.is_none() && mention.evidence.kind() == NameKind::Person
        });
        people.map(|index| self.ends(index).1).collect()
    }

    fn is_where(&self, index: usize) -> bool {
        let before = self.reading.before(self.mentions[index].words.start);
        before.is_some_and(|word| word.has(Classes::LOCATIVE) || AT.contains(&word.text))
    }

    /// Whether a capital is spoken of as its government: it says or does something, or somebody does something with it.
    fn acts(&self, index: usize) -> bool {
        let words = &self.mentions[index].words;
        let before = self.reading.before(words.start);
        let next = self.reading.get(words.end);
        let possessive = self.reading.before(words.end).is_some_and(|word| word.possessive);
        let between = before.is_some_and(|word| WITH.contains(&word.text));
        let does = next.is_some_and(|word| word.has(Classes::SPEECH) || ACTS.contains(&word.text));
        !self.is_where(index) && !possessive && (between || does)
    }

    fn join_full_names(&mut self) {
        let mut by_text: HashMap<&'d str, usize> = HashMap::new();
        let mut by_ends: HashMap<(&'d str, &'d str), usize> = HashMap::new();
        for index in 0..self.mentions.len() {
            let mention = &self.mentions[index];
            if self.of[index].is_some() || mention.words.len() < 2 {
                continue;
            }
            let (first, last) = self.ends(index);
            let could_be_person = mention.evidence.allows_person();
            let same_ends = by_ends.get(&(first, last)).copied().filter(|_| could_be_person);
            let known = by_text.get(self.text(index)).copied().or(same_ends);
            let group = known.unwrap_or_else(|| new_group(&mut self.groups, mention.words.clone()));
            by_text.insert(self.text(index), group);
            if could_be_person {
                by_ends.insert((first, last), group);
            }
            self.add(index, group);
        }
    }

    fn join_short_names(&mut self) {
        let by_word = self.groups_by_word();
        let by_initials = self.groups_by_initials();
        let mut alone: HashMap<&'d str, usize> = HashMap::new();
        for index in 0..self.mentions.len() {
            if self.of[index].is_some() {
                continue;
            }
            let text = self.text(index);
            let owner = by_word.get(text).and_then(|owners| self.nearest(index, owners));
            let owner = owner.or_else(|| by_initials.get(text).copied());
            let group = owner.unwrap_or_else(|| {
                let words = self.mentions[index].words.clone();
                *alone.entry(text).or_insert_with(|| new_group(&mut self.groups, words))
            });
            let speaks = self.reading.get(self.mentions[index].words.end).is_some_and(|next| next.has(Classes::SPEECH));
            let looks = self.groups[group].evidence.looks_like_person;
            let is_surname = owner.is_some() && speaks && looks && self.ends_group(index, group);
            self.groups[group].evidence.person += if is_surname { CALLED_BY_SURNAME } else { 0 };
            self.add(index, group);
        }
    }

    fn ends_group(&self, index: usize, group: usize) -> bool {
        let full = &self.reading.words[self.groups[group].full.clone()];
        full.last().is_some_and(|word| word.text == self.text(index))
    }

    /// For each word that a full name begins or ends with, where full names with it stand.
    fn groups_by_word(&self) -> HashMap<&'d str, Vec<Owner>> {
        let mut by_word: HashMap<&'d str, Vec<Owner>> = HashMap::new();
        for index in 0..self.mentions.len() {
            let Some(group) = self.of[index].filter(|group| self.groups[*group].country.is_none()) else { continue };
            let words = &self.reading.words[self.mentions[index].words.clone()];
            let last = words.iter().rposition(|word| word.is_word).unwrap_or(0);
            if words.len() < 2 || last == 0 {
                continue;
            }
            let kind = self.groups[group].kind();
            let of_firm = Classes::FIRM | Classes::TRADE;
            let is_firm = kind == NameKind::Body && words[1..].iter().all(|word| word.has(of_firm) || !word.is_word);
            let could_be_person = kind == NameKind::Person || self.groups[group].evidence.allows_person();
            let is_surname = could_be_person && !words.iter().any(|word| word.is("of"));
            if is_surname {
                by_word.entry(words[last].text).or_default().push(Owner { mention: index, group, part: Part::Last });
            }
            if is_firm || (is_surname && kind == NameKind::Person) {
                let part = if is_firm { Part::Firm } else { Part::First };
                by_word.entry(words[0].text).or_default().push(Owner { mention: index, group, part });
            }
        }
        by_word
    }

    /// The nearest full name before that could be meant, else the first after; surnames before given names.
    fn nearest(&self, index: usize, owners: &[Owner]) -> Option<usize> {
        let title = !self.mentions[index].title.is_empty();
        let pronoun = pronoun(self.reading, &self.mentions[index]);
        let fits = |owner: &&Owner| {
            let other = self.groups[owner.group].pronoun;
            let agrees = pronoun.is_none() || other.is_none() || pronoun == other;
            let is_person = self.groups[owner.group].kind() == NameKind::Person;
            // "Yang Jiechi" is "Foreign Minister Yang", but "Paris" isn't "Paris Hilton" and "Mr Paul" isn't "Paul Smith".
            let title_takes = owner.part == Part::Last
                || !title
                || !self.reading.words[self.mentions[owner.mention].words.start].has(Classes::GIVEN);
            let is_part = owner.part != Part::First || is_person;
            let is_part = is_part && (owner.part != Part::Firm || !title);
            agrees && title_takes && is_part
        };
        // A firm's short name is its founder's surname too: the one that the story names first has it.
        if let Some(first) = owners.iter().find(fits).filter(|owner| owner.part == Part::Firm) {
            return Some(first.group);
        }
        let (before, after) = owners.split_at(owners.partition_point(|owner| owner.mention < index));
        for part in [Part::Last, Part::First] {
            let is_meant = |owner: &&Owner| owner.part == part && fits(owner);
            if let Some(owner) = before.iter().rfind(is_meant).or_else(|| after.iter().find(is_meant)) {
                return Some(owner.group);
            }
        }
        None
    }

    fn groups_by_initials(&self) -> HashMap<String, usize> {
        let mut by_initials = HashMap::new();
        for (index, group) in self.groups.iter().enumerate() {
            let words = &self.reading.words[group.full.clone()];
            let initials: String =
                words.iter().filter(|word| word.capital).filter_map(|word| word.text.chars().next()).collect();
            let is_thing = group.country.is_none() && group.kind() != NameKind::Person;
            if is_thing && initials.chars().count() >= SHORTEST_ACRONYM {
                by_initials.entry(initials).or_insert(index);
            }
        }
        by_initials
    }

    /// Joins the groups of names that the story says are the same.
    fn join_stated(&mut self, same: &[Same]) {
        for same in same {
            let (Some(first), Some(other)) = (self.of[same.first], self.of[same.other]) else { continue };
            if first == other || self.groups[other].country.is_some() {
                continue;
            }
            let moved = std::mem::take(&mut self.groups[other]);
            moved.mentions.iter().for_each(|index| self.of[*index] = Some(first));
            self.groups[first].mentions.extend(moved.mentions);
            self.groups[first].evidence += moved.evidence;
        }
    }

    fn add(&mut self, index: usize, group: usize) {
        self.of[index] = Some(group);
        let mention = &self.mentions[index];
        let is_titled = self.has_role[index] && mention.title.is_empty();
        let group = &mut self.groups[group];
        group.mentions.push(index);
        group.evidence += mention.evidence;
        group.evidence.person += if is_titled { ROLE_BESIDE } else { 0 };
        group.pronoun = group.pronoun.or_else(|| pronoun(self.reading, mention));
        if mention.words.len() > group.full.len() && group.country.is_none() {
            group.full = mention.words.clone();
        }
    }

    fn text(&self, index: usize) -> &'d str {
        self.reading.document.text(self.mentions[index].span)
    }

    fn ends(&self, index: usize) -> (&'d str, &'d str) {
        let words = &self.reading.words[self.mentions[index].words.clone()];
        let last = words.iter().rev().find(|word| word.is_word).map_or("", |word| word.text);
        (words[0].text, last)
    }
}

#[derive(Clone, Copy, Debug)]
struct Owner {
    mention: usize,
    group: usize,
    part: Part,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Part {
    First,
    Last,
    Firm,
}

fn new_group(groups: &mut Vec<Group>, full: Range<usize>) -> usize {
    groups.push(Group { full, ..Group::default() });
    groups.len() - 1
}

/// What a role beside a name weighs for its being a person.
const ROLE_BESIDE: i32 = 4;

/// What speaking under its last word alone weighs for a name: people do, firms go by their first word.
const CALLED_BY_SURNAME: i32 = 2;

const SHORTEST_ACRONYM: usize = 3;

/// Words before a capital that is a place.
const AT: &[&str] = &["at", "from", "to", "of", "for", "outside", "via", "through", "visit", "left", "visited", "into"];

/// Words before a capital that is a government.
const WITH: &[&str] = &["between", "with", "against", "accused", "urged", "pressed", "told"];

/// Verbs after a capital that is a government, beside those of speech.
const ACTS: &[&str] = &[
    "has",
    "had",
    "have",
    "is",
    "was",
    "will",
    "would",
    "could",
    "may",
    "must",
    "should",
    "does",
    "did",
    "did",
    "rejects",
    "rejected",
    "refuses",
    "refused",
    "agreed",
    "agrees",
    "offered",
    "offers",
    "imposed",
    "suspended",
    "sent",
    "summoned",
    "recalled",
    "backed",
    "backs",
    "supports",
    "opposes",
    "opposed",
    "responded",
    "retaliated",
    "controls",
    "holds",
    "made",
    "took",
];
