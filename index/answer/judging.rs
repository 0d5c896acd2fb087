//! Which of the best sentences answers, and how sure that is, by everything that was seen of each: what the reader says,
//! the words shared, how near it is in meaning, the kind of answer. It decides neither what is shown nor whether to answer.

use verbatim_encoder::PairReader;

use crate::meaning::Likeness;
use crate::question::{Intent, Question};
use crate::story::Story;
use crate::trees::{self, Seen, Weighed};

use super::Clue;
use super::binding::Bound;
use super::deciding;
use super::disputed;
use super::led::Suggested;
use super::measured;
use super::passage::passage;
use super::ranking::{Matches, Scored};
use super::required::Required;
use super::signs::Signs;

/// How many of the best sentences are read at most: each costs some milliseconds.
const MOST_READ: usize = 4;
/// What the reader says.
const READER: &str = "seen by the reader";
/// What the words and kinds say together.
const SIGNS: &str = "signs together";
/// How sure the signs must be of a figure that is of what is asked: four of five such are right.
const SURE_SIGNS: f32 = 0.8;
/// How sure a statement is at least that is asked for and that the reader takes for an answer: of 43 such in stories that
/// nothing was made from, 42 were right.
const OF_A_STATEMENT: f32 = 0.9;
/// How much less than the best sentence in the order of the ranking one may be for it to be read at all.
const WORTH_READING: f32 = 0.5;

/// What a question is and how it stands to a story.
pub(crate) struct Asked<'a> {
    /// The question as typed, in English.
    pub(crate) typed: &'a str,
    /// The question as read.
    pub(crate) question: &'a Question,
    /// Its words bound to the story.
    pub(crate) bound: &'a Bound,
    /// What each line has of them.
    pub(crate) matches: &'a Matches,
    /// How near each line is in meaning.
    pub(crate) likeness: Option<&'a Likeness>,
    /// The lines of the statements that are asked for, the best first.
    pub(crate) spoken: Vec<usize>,
    /// Whether the first sentence has the figure that is asked for.
    pub(crate) is_measured: bool,
    /// What editors' questions suggest.
    pub(crate) suggested: Option<Suggested>,
}

/// A sentence that was read, and how sure it is that it answers.
pub(crate) struct Judged {
    /// From 0 to 1: the part of such answers in our own cases that are right.
    pub(crate) confidence: f32,
    /// What told so.
    pub(crate) clues: Vec<Clue>,
}

/// Reads the first few sentences and puts the one first that most likely answers.
pub(crate) fn choose(story: &Story, asked: &Asked<'_>, ranked: &mut [Scored]) -> Option<Judged> {
    if let Some(suggested) = asked.suggested {
        suggested.bring_in(ranked, (worth_reading(asked, ranked), most_read(asked)));
    }
    let all = look(story, asked, ranked);
    let mut weighed: Vec<Weighed> = all.iter().map(|seen| trees::ANSWERS.weigh(seen)).collect();
    for (weighed, scored) in weighed.iter_mut().zip(ranked.iter()) {
        weighed.sum += asked.suggested.map_or(0.0, |suggested| suggested.adds_to(scored.line));
    }
    let likely: Vec<f32> = weighed.iter().map(Weighed::likelihood).collect();
    let best = likeliest(asked, ranked, &likely)?;
    let value = |what: &str| all[best].iter().find(|(name, _)| *name == what).map_or(0.0, |(_, value)| *value);
    let is_spoken = asked.spoken.first() == Some(&ranked[best].line) && value(READER) > 0.0;
    let is_measured = asked.is_measured && value(SIGNS) > log_odds(SURE_SIGNS);
    let at_least = match (is_measured, is_spoken) {
        (_, true) => OF_A_STATEMENT,
        (true, false) => deciding::OF_A_FIGURE,
        (false, false) => 0.0,
    };
    ranked[..=best].rotate_right(1);
    Some(Judged { confidence: likely[best].max(at_least), clues: clues(&all[best], &weighed[best]) })
}

/// The sentence that answers most likely. Where somebody's words are asked for and some were read, it is one of those:
/// another's words about the same are never theirs.
fn likeliest(asked: &Asked<'_>, ranked: &[Scored], likely: &[f32]) -> Option<usize> {
    let is_theirs = |at: &usize| asked.spoken.contains(&ranked[*at].line);
    let asks_for_words = matches!(asked.question.intent, Intent::WhatSaid | Intent::WasTold);
    let only_theirs = asks_for_words && (0..likely.len()).any(|at| is_theirs(&at));
    let meant = (0..likely.len()).filter(|at| !only_theirs || is_theirs(at));
    meant.reduce(|best, other| if likely[other] > likely[best] { other } else { best })
}

fn clues(seen: &Seen, weighed: &Weighed) -> Vec<Clue> {
    let clue = |(&(what, value), weight): (&(&'static str, f32), &f32)| Clue {
        what,
        seen: format!("{value:.3}"),
        weight: *weight,
    };
    seen.iter().zip(&weighed.parts).map(clue).collect()
}

/// What is seen of each of the first few sentences.
pub(crate) fn look(story: &Story, asked: &Asked<'_>, ranked: &[Scored]) -> Vec<Seen> {
    let lines: Vec<&Scored> = ranked.iter().take(worth_reading(asked, ranked)).collect();
    let reader = PairReader::shipped();
    let read = |scored: &&Scored| reader.read(asked.typed, &passage(story, scored.line)).answers;
    let answers: Vec<f32> = lines.iter().map(read).collect();
    let look_at = |place: usize| {
        let others = answers.iter().enumerate().filter(|(other, _)| *other != place).map(|(_, seen)| *seen);
        let ahead = others.reduce(f32::max).map_or(0.0, |other| answers[place] - other);
        let mut seen = vec![(READER, answers[place]), ("ahead of others read", ahead)];
        seen.extend(of_sentence(story, asked, ranked, place));
        seen.extend(of_question(asked));
        seen
    };
    (0..lines.len()).map(look_at).collect()
}

/// How many of the first sentences are read.
fn worth_reading(asked: &Asked<'_>, ranked: &[Scored]) -> usize {
    let best = ranked.first().map_or(0.0, |best| best.score);
    let is_suggested = |scored: &Scored| asked.suggested == Some(Suggested::Line(scored.line));
    let is_worth = |scored: &&Scored| scored.score >= WORTH_READING * best || is_suggested(scored);
    ranked.iter().take(most_read(asked)).take_while(is_worth).count()
}

fn most_read(asked: &Asked<'_>) -> usize {
    if asked.is_measured { 1 } else { MOST_READ }
}

fn of_sentence(story: &Story, asked: &Asked<'_>, ranked: &[Scored], place: usize) -> Seen {
    let scored = &ranked[place];
    let mut in_front = vec![*scored];
    in_front.extend(ranked.iter().enumerate().filter(|(other, _)| *other != place).map(|(_, other)| *other));
    let signs = Signs::read(story, asked.question, asked.bound, asked.matches, &in_front);
    let (by_signs, _) = deciding::confidence(&signs);
    let shown = super::asking::sentence(story, scored.line).span;
    let found = (asked.bound, asked.matches);
    let next = in_front.get(1).map_or(0.0, |next| next.score);
    let likeness = |of: &dyn Fn(&Likeness) -> f32| asked.likeness.map_or(0.0, of);
    let [least_near, second] = asked.likeness.map_or([0.0; 2], |likeness| least_near(likeness, scored.line));
    vec![
        (SIGNS, log_odds(by_signs)),
        ("words in the sentence", signs.own),
        ("words in the sentence or near it", signs.coverage),
        ("names and numbers missing", signs.sharp_missing),
        ("words ahead of the next sentence", signs.margin),
        ("kind of answer missing", signs.lacks_kind),
        ("number or date missing", signs.lacks_measure),
        ("no name or number to answer with", signs.nothing_new),
        ("what an answer must hold missing", flag(!Required::by(asked.question).is_in(story, shown))),
        ("words near one another", scored.nearness),
        ("near in meaning", likeness(&|likeness| likeness.of_sentence(scored.line))),
        ("ahead in meaning", likeness(&|likeness| likeness.margin(scored.line))),
        ("least near word", least_near),
        ("second least near word", second),
        ("place in the ranking", place as f32),
        ("ahead in the ranking", scored.score - next),
        ("score in the ranking", scored.score),
        ("of the body", flag(scored.is_body)),
        ("length of the sentence", shown.len() as f32),
        ("statement asked for", flag(asked.spoken.first() == Some(&scored.line))),
        ("figure of another", flag(measured::is_of_another(asked.question, found, scored.line))),
        ("dispute of another", flag(disputed::is_of_another(story, asked.question, found, scored.line))),
        ("told of another", flag(deciding::is_false_premise(story, asked.question, found, scored))),
    ]
}

fn of_question(asked: &Asked<'_>) -> Seen {
    let intent = asked.question.intent;
    let unknown: f32 = asked.bound.terms.iter().filter(|term| term.terms.is_empty()).map(|term| term.weight).sum();
    vec![
        ("figure asked for", flag(asked.is_measured)),
        ("statement found", flag(!asked.spoken.is_empty())),
        ("words of the question", asked.question.words.len() as f32),
        ("words searched for", asked.bound.terms.len() as f32),
        ("words that the story lacks", unknown / asked.bound.weight().max(f32::EPSILON)),
        ("asks yes or no", flag(intent == Intent::YesNo)),
        ("asks who", flag(intent == Intent::Who)),
        ("asks who said it", flag(intent == Intent::WhoSaid)),
        ("asks who has it or what it is called", flag(matches!(intent, Intent::Control | Intent::Named))),
        ("asks what was said", flag(matches!(intent, Intent::WhatSaid | Intent::WasTold))),
        ("asks for a number", flag(matches!(intent, Intent::HowMuch | Intent::Share | Intent::Age))),
        ("asks when", flag(matches!(intent, Intent::When | Intent::Duration))),
        ("asks where", flag(intent == Intent::Where)),
        ("asks why", flag(intent == Intent::Why)),
    ]
}

/// How near the sentence is to the word of the question that it is least near to, and to the next.
pub(crate) fn least_near(likeness: &Likeness, line: usize) -> [f32; 2] {
    let even = 1.0 / likeness.tokens.len().max(1) as f32;
    let counts = |number: &usize| likeness.tokens[*number].weight >= even;
    let of_tokens = likeness.of_tokens(line);
    let mut near: Vec<f32> = (0..of_tokens.len()).filter(counts).map(|number| of_tokens[number]).collect();
    near.sort_by(f32::total_cmp);
    [0, 1].map(|place| near.get(place).copied().unwrap_or(1.0))
}

fn log_odds(part: f32) -> f32 {
    (part.max(f32::EPSILON) / (1.0 - part).max(f32::EPSILON)).ln()
}

pub(crate) fn flag(is_so: bool) -> f32 {
    f32::from(u8::from(is_so))
}
