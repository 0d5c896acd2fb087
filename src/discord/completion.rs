//! Letters typed into an option → what may be meant: stories, speakers or names of the story, nearest first.

use std::collections::BTreeSet;

use serde_json::{Value, json};
use verbatim_index::language::words::normalise;
use verbatim_index::story::Story;

use super::callback::Callback;
use crate::commands::{Arguments, Completion};
use crate::context::Context;
use crate::render::discord::choice;
use crate::reply::behind::statement_id;

/// How many choices Discord shows.
const CHOICES: usize = 25;
/// The longest choice that Discord takes.
const LENGTH: usize = 100;
/// Jaro-Winkler likeness from which a name may be what was mistyped.
const LIKE_ENOUGH: f64 = 0.8;

/// A callback with choices.
pub fn callback(context: &Context, completes: Completion, arguments: &Arguments, typed: &str) -> Callback {
    let known = known(context, completes, arguments);
    let choices: Vec<Value> = nearest(known, typed)
        .into_iter()
        .map(|(name, value)| json!({"name": choice(&name, LENGTH), "value": value}))
        .collect();
    Callback::choices(&choices)
}

/// What is shown and what is then the option's value. A library that can't be read offers nothing.
type Offer = (String, String);

fn known(context: &Context, completes: Completion, arguments: &Arguments) -> Vec<Offer> {
    match completes {
        Completion::Nothing => Vec::new(),
        Completion::Stories => stories(context),
        Completion::Speakers => context.story(arguments).map(|story| speakers(&story)).unwrap_or_default(),
        Completion::Statements => context.story(arguments).map(|story| statements(&story)).unwrap_or_default(),
        Completion::Topics => context.story(arguments).map(|story| topics(&story)).unwrap_or_default(),
    }
}

fn stories(context: &Context) -> Vec<Offer> {
    let listing = context.library().ok().and_then(|library| library.list().ok());
    let stories = listing.map(|listing| listing.stories).unwrap_or_default();
    stories.into_iter().map(|entry| (entry.title, entry.id)).collect()
}

fn speakers(story: &Story) -> Vec<Offer> {
    let statements = story.extracted().statements.iter();
    let speakers = statements.filter_map(|statement| statement.speaker);
    once_each(speakers.map(|speaker| story.document().text(speaker.name.unwrap_or(speaker.written))))
}

/// Each statement by its first words, with its id as the value.
fn statements(story: &Story) -> Vec<Offer> {
    let statements = story.extracted().statements.iter().enumerate();
    let words = statements.map(|(index, statement)| (story.document().text(statement.span()), statement_id(index)));
    words.map(|(words, id)| (format!("{id} {words}"), id)).collect()
}

/// The names of the story, then what its figures are of, then what is disputed.
fn topics(story: &Story) -> Vec<Offer> {
    let extracted = story.extracted();
    let names = extracted.names.iter().map(|name| name.canonical);
    let figures = extracted.figures.iter().filter_map(|figure| figure.of);
    let disputed = extracted.dispute.iter().filter_map(|fact| fact.value);
    once_each(names.chain(figures).chain(disputed).map(|span| story.document().text(span)))
}

fn once_each<'s>(names: impl Iterator<Item = &'s str>) -> Vec<Offer> {
    let mut seen = BTreeSet::new();
    let names = names.filter(|name| seen.insert(name.to_lowercase()));
    names.map(|name| (name.to_owned(), name.to_owned())).collect()
}

/// Those that begin with what was typed, then those with a word that does, then those that are like it; within each, in
/// the order in which they are known.
fn nearest(known: Vec<Offer>, typed: &str) -> Vec<Offer> {
    let typed = normalise(typed.trim());
    let fits = known.into_iter().filter(|(_, value)| value.chars().count() <= LENGTH);
    let mut ranked: Vec<(u8, Offer)> =
        fits.filter_map(|offer| Some((rank(&normalise(&offer.0), &typed)?, offer))).collect();
    ranked.sort_by_key(|(rank, _)| *rank);
    ranked.into_iter().map(|(_, offer)| offer).take(CHOICES).collect()
}

fn rank(name: &str, typed: &str) -> Option<u8> {
    if name.starts_with(typed) {
        return Some(0);
    }
    let words = || name.split(|character: char| !character.is_alphanumeric());
    if words().any(|word| word.starts_with(typed)) || name.contains(typed) {
        return Some(1);
    }
    let is_like = words().chain([name]).any(|word| strsim::jaro_winkler(word, typed) > LIKE_ENOUGH);
    is_like.then_some(2)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn offered(names: &[&str], typed: &str) -> Vec<String> {
        let known = names.iter().map(|name| ((*name).to_owned(), (*name).to_owned())).collect();
        nearest(known, typed).into_iter().map(|(name, _)| name).collect()
    }

    #[test]
    fn the_beginning_of_a_name_comes_before_the_beginning_of_its_words() {
        assert_eq!(offered(&["Maria Lund", "Lund council", "Jon Abel"], "lund"), ["Lund council", "Maria Lund"]);
    }

    #[test]
    fn a_mistyped_name_is_found_and_another_is_not() {
        assert_eq!(offered(&["Maria Lund", "Jon Abel"], "marai"), ["Maria Lund"]);
        assert!(offered(&["Maria Lund"], "zebra").is_empty());
    }

    #[test]
    fn accents_and_capitals_need_not_be_typed() {
        assert_eq!(offered(&["Élan Café", "Jon Abel"], "elan"), ["Élan Café"]);
        assert_eq!(offered(&["Hillary Clinton", "Jon Abel"], "hilary clinton"), ["Hillary Clinton"]);
    }

    #[test]
    fn no_more_and_no_longer_choices_are_offered_than_discord_takes() {
        let names: Vec<String> = (0..40).map(|number| format!("name {number}")).collect();
        let names: Vec<&str> = names.iter().map(String::as_str).collect();
        assert_eq!(offered(&names, "").len(), 25);
        assert!(offered(&[&"n".repeat(101)], "").is_empty());
    }
}
