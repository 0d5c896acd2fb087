//! He, she, it or they for a name where nothing beside it tells: a pronoun later in a sentence that names one person only.

use super::Pronoun;
use super::classes::Classes;
use super::grouping::Group;
use super::mentions::Mention;
use super::reading::{Reading, Word};
use super::{NameKind, Pronoun::*};

/// Fills in what titles and given names left open.
pub fn complete(reading: &Reading, mentions: &[Mention], groups: &mut [Group], group_of: &[usize]) {
    for group in groups.iter_mut() {
        group.pronoun = match group.kind() {
            NameKind::Person => group.pronoun,
            NameKind::Country | NameKind::Body | NameKind::Place => Some(It),
            NameKind::Other => None,
        };
    }
    let mut votes = vec![(0, 0); groups.len()];
    for (sentence, tokens) in reading.document.sentences().iter().map(|sentence| sentence.tokens.clone()).enumerate() {
        let first = mentions.partition_point(|mention| mention.sentence < sentence);
        let people = || {
            mentions
                .iter()
                .enumerate()
                .skip(first)
                .take_while(|(_, mention)| mention.sentence == sentence)
                .filter(|(index, _)| groups[group_of[*index]].kind() == NameKind::Person)
        };
        let Some((person, mention)) = people().next() else { continue };
        let group = group_of[person];
        if people().any(|(index, _)| group_of[index] != group) {
            continue;
        }
        for word in &reading.words[mention.words.end..tokens.end.max(mention.words.end)] {
            votes[group].0 += i32::from(word.is("he") || word.is("his"));
            votes[group].1 += i32::from(word.is("she") || word.is("her"));
        }
        let holds_office = |word: &Word| word.has(Classes::ROLE) && !word.capital;
        let next = reading.get(tokens.end).filter(|_| !reading.words[tokens.clone()].iter().any(holds_office));
        votes[group].0 += i32::from(next.is_some_and(|word| word.is("he")));
        votes[group].1 += i32::from(next.is_some_and(|word| word.is("she")));
    }
    for (group, (he, she)) in groups.iter_mut().zip(votes) {
        let is_open = group.pronoun.is_none() && group.kind() == NameKind::Person;
        group.pronoun = if is_open { majority(he, she) } else { group.pronoun };
    }
}

fn majority(he: i32, she: i32) -> Option<Pronoun> {
    match (he, she) {
        _ if he > 2 * she => Some(He),
        _ if she > 2 * he => Some(She),
        _ => None,
    }
}
