//! Which of the asker's words the story has otherwise, where it denies what a question takes for granted: both sides in
//! their own words. Worked out only where such an answer is shown.

use std::ops::Range;

use crate::check;
use crate::question::{Case, Question};
use crate::span::Span;
use crate::story::{Citation, CitedSource, Story};

use super::asking;
use super::binding::{self, Bound};
use super::lookup::LineTerm;
use super::ranking::Matches;
use super::{Answer, Label, premise, signs};

/// A word of a question and what the story has in its place.
#[derive(Clone, Debug, PartialEq)]
pub struct Contrast {
    /// The asker's words, in bytes of the question.
    pub asked: Range<usize>,
    /// The story's words.
    pub told: Citation,
}

/// What the story has otherwise than the question that an answer was given to; empty where it denies nothing, or where
/// no words of it stand for the asker's.
pub fn contrasts(story: &Story, typed: &str, answer: &Answer) -> Vec<Contrast> {
    let is_otherwise = answer.label == Some(Label::StorySaysOtherwise);
    if !is_otherwise && answer.premise.is_none() {
        return Vec::new();
    }
    let Ok(question) = asking::read(story, typed) else { return Vec::new() };
    if is_otherwise {
        let checked = check::check_words(story, &question.words);
        let differences = checked.differences.into_iter();
        return differences.map(|difference| Contrast { asked: difference.claim, told: difference.story }).collect();
    }
    answer.premise.and_then(|premise| of_premise(story, typed, &question, premise)).into_iter().collect()
}

/// The name that the question has otherwise than the sentence which its premise runs against.
fn of_premise(story: &Story, typed: &str, question: &Question, premise: Citation) -> Option<Contrast> {
    let line = line_of(story, premise)?;
    let bound = binding::bind(story, question);
    let matches = Matches::new(story.lookup(), &bound);
    let found = (&bound, &matches);
    let words = &story.lookup().lines[line].terms;
    let replaced = (0..bound.terms.len())
        .find_map(|number| premise::replacing(story, question, found, (number, line)).map(|at| (number, at)));
    let (number, at) = replaced.or_else(|| only_other_name(story, found, line))?;
    let asked = asked_name(typed, question, bound.terms[number].word);
    Some(Contrast { asked, told: story.cite(name_around(story, words, at)) })
}

fn line_of(story: &Story, premise: Citation) -> Option<usize> {
    let CitedSource::Article = premise.source else { return None };
    let sentence = story.document().sentence_at(premise.span)?;
    story.lookup().lines.iter().position(|line| line.sentence == sentence)
}

/// The one name or number of the question that the sentence lacks, and the one name that it has instead: of several none
/// can be said to stand for it.
fn only_other_name(story: &Story, (bound, matches): (&Bound, &Matches), line: usize) -> Option<(usize, usize)> {
    let missing = signs::sharp_missing(bound, matches, line);
    let [missing] = missing.as_slice() else { return None };
    let words = &story.lookup().lines[line].terms;
    let is_asked = |term: u32| bound.terms.iter().any(|asked| asked.terms.iter().any(|(known, _)| *known == term));
    let names = (0..words.len()).filter(|at| words[*at].capital && !words[*at].number && !is_asked(words[*at].term));
    let mut spans: Vec<(Span, usize)> = names.map(|at| (name_around(story, words, at), at)).collect();
    spans.dedup_by_key(|(span, _)| *span);
    match spans.as_slice() {
        [(_, at)] => Some((*missing, *at)),
        _ => None,
    }
}

/// A name of several words as a whole: "Ada Brook", "New York".
fn name_around(story: &Story, words: &[LineTerm], at: usize) -> Span {
    let text = story.document().source().text();
    let is_joined = |before: &LineTerm, after: &LineTerm| {
        let between = text.get(before.span.range().end..after.span.range().start);
        before.capital && after.capital && between == Some(" ")
    };
    let mut first = at;
    while first > 0 && is_joined(&words[first - 1], &words[first]) {
        first -= 1;
    }
    let mut last = at;
    while last + 1 < words.len() && is_joined(&words[last], &words[last + 1]) {
        last += 1;
    }
    words[first].span.cover(words[last].span)
}

/// The same among the words typed.
fn asked_name(typed: &str, question: &Question, at: usize) -> Range<usize> {
    let words = &question.words;
    let is_joined = |before: usize, after: usize| {
        let between = typed.get(words[before].typed.end..words[after].typed.start);
        words[before].case == Case::Capital && words[after].case == Case::Capital && between == Some(" ")
    };
    let mut first = at;
    while first > 0 && is_joined(first - 1, first) {
        first -= 1;
    }
    let mut last = at;
    while last + 1 < words.len() && is_joined(last, last + 1) {
        last += 1;
    }
    words[first].typed.start..words[last].typed.end
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::answer::{AskOptions, ask};
    use crate::article::{self, Format};
    use crate::span::Source;

    const FERRY: &str = "Ferry line closes\n\nThe ferry line from Elmouth to New Haven closed in May, the owners said.\n\n\
        Denby has sold 12 boats to Norway since May.\n\nElmouth controls the pier, but it is claimed by Denby.\n";

    /// Each contrast as `asked ≠ told`.
    fn shown(typed: &str) -> Vec<String> {
        let article = article::read(Source::new(FERRY.to_owned()).unwrap(), Format::Plain);
        let story = Story::new("ferry", article, Vec::new());
        let answer = ask(&story, typed, &AskOptions::default());
        let contrasts = contrasts(&story, typed, &answer);
        contrasts.iter().map(|found| format!("{} ≠ {}", &typed[found.asked.clone()], story.text(found.told))).collect()
    }

    #[test]
    fn the_name_after_the_same_preposition_stands_against_the_askers() {
        assert_eq!(shown("how many boats has Denby sold to Sweden since May?"), ["Sweden ≠ Norway"]);
        assert_eq!(shown("why has Denby sold 12 boats to Saudi Arabia since May?"), ["Saudi Arabia ≠ Norway"]);
    }

    #[test]
    fn a_name_of_several_words_is_shown_as_a_whole() {
        assert_eq!(shown("why was the ferry line from Elmouth to Skagen closed in May?"), ["Skagen ≠ New Haven"]);
    }

    #[test]
    fn a_question_that_the_story_denies_shows_what_is_otherwise() {
        assert_eq!(shown("does Denby control the pier?"), ["Denby ≠ Elmouth"]);
    }

    #[test]
    fn an_answer_that_denies_nothing_has_no_contrast() {
        for typed in ["who controls the pier?", "how many boats did Denby sell to Norway?", "who won the cup?", ""] {
            assert_eq!(shown(typed), Vec::<String>::new(), "{typed}");
        }
    }
}
