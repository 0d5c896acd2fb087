//! From a question typed to an [`Answer`]: read, bind, rank, decide, and cite the evidence of the kind asked for.

use std::borrow::Cow;

use crate::language::stems;
use crate::meaning::Likeness;
use crate::question::{self, Intent, Question};
use crate::story::{Citation, CitedSource, Story};
use crate::summary;
use crate::trees::Seen;

use super::binding::{self, Bound};
use super::deciding;
use super::disputed;
use super::evidence;
use super::foreign;
use super::judging::{self, Asked, Judged};
use super::measured;
use super::ranking::{self, Matches, Scored};
use super::related;
use super::required::Required;
use super::signals;
use super::signs::Signs;
use super::special;
use super::speech::{self, Spoken};
use super::{Answer, AnswerKind, AskOptions, Candidate, Clue, Evidence, Outcome, Rejection, Silence};

/// How many sentences a summary that is asked for in a question has.
const SUMMARY_SENTENCES: usize = 3;
/// How many passages are shown at most.
const MOST_PASSAGES: usize = 3;
/// A further passage must score this part of the best one.
const NEARLY_AS_GOOD: f32 = 0.6;

/// Answers a question from a story, or says why there is no answer.
pub fn ask(story: &Story, typed: &str, options: &AskOptions) -> Answer {
    match read(story, typed) {
        Ok(question) => foreign::explained(answer(story, (typed, &question), options), typed, &question),
        Err(rejection) => Answer::empty(Outcome::Rejected(rejection)),
    }
}

/// A question as read for a story: its names in another script are those that the story has.
pub(crate) fn read(story: &Story, typed: &str) -> Result<Question, Rejection> {
    let knows = |name: &str| story.lookup().term(&stems::stem(&stems::fold(name))).is_some();
    question::read_for(typed, &knows)
}

fn answer(story: &Story, (typed, question): (&str, &Question), options: &AskOptions) -> Answer {
    if question.foreign.as_ref().is_some_and(|foreign| !foreign.is_understood) {
        return Answer::empty(Outcome::Silent(Silence::NotInStory));
    }
    if question.intent == Intent::Summary {
        return summarise(story);
    }
    let mut found = find(story, (typed, question), options);
    let candidates = speech::speakers_meant(story, question, &found.spoken);
    if candidates.len() > 1 {
        return Answer { candidates, ..Answer::empty(Outcome::Silent(Silence::Ambiguous)) };
    }
    let decided = special::answer(story, question).or_else(|| disputed::answer(story, question));
    let decided = decided.filter(|answer| answer.confidence >= options.minimum_confidence);
    let mut answer = decided.unwrap_or_else(|| {
        // A question in another script is read word by word: such rows of words are nothing that the reader knows.
        let is_read = options.by_reading && question.foreign.is_none();
        let judged = is_read.then(|| found.judge(story, (typed, question))).flatten();
        let mut answer = decide(story, question, (&found, judged), options);
        if answer.outcome == Outcome::Answered {
            evidence::cite(story, question, &found.spoken, &found.ranked, &mut answer);
        }
        answer
    });
    let (ranked, bound) = (found.ranked, found.bound);
    answer.ranked = ranked.iter().take(options.ranked).map(|scored| as_evidence(story, scored)).collect();
    answer.did_you_mean = bound.did_you_mean;
    answer
}

/// What was typed, or for a question in another language its words as they were read in English. (Slang written out and
/// typing errors mended change nothing for the encoder: 75.1% of our chat cases' first sentences are right either way.)
fn in_english<'q>(typed: &'q str, question: &Question) -> Cow<'q, str> {
    match question.foreign {
        Some(_) => question.words.iter().map(|word| word.folded.as_str()).collect::<Vec<_>>().join(" ").into(),
        None => typed.into(),
    }
}

/// What was found for a question.
struct Found {
    bound: Bound,
    matches: Matches,
    /// How near each line is in meaning, where that is looked at.
    likeness: Option<Likeness>,
    /// The lines, the best first.
    ranked: Vec<Scored>,
    /// The line that was first before any was read.
    first_ranked: Option<Scored>,
    /// The statements that the question asks for.
    spoken: Vec<Spoken>,
    /// Whether the first sentence has the figure that is asked for.
    is_measured: bool,
}

fn find(story: &Story, (typed, question): (&str, &Question), options: &AskOptions) -> Found {
    let bound = binding::bind(story, question);
    let matches = Matches::new(story.lookup(), &bound);
    let meaning = if options.by_meaning { story.meaning() } else { None };
    let likeness = meaning.map(|meaning| meaning.likeness(&in_english(typed, question)));
    let mut ranked = match &likeness {
        Some(likeness) => {
            let scored = ranking::score(story, signals::asked_for(question), &bound, &matches);
            ranking::rank_by_meaning(scored, likeness)
        }
        None => ranking::rank(story, signals::asked_for(question), &bound, &matches),
    };
    let spoken = speech::find(story, question, &matches, &bound);
    if let Some(best) = spoken.first() {
        speech::promote(&mut ranked, *best);
    }
    let measured = measured::find(story, question, (&bound, &matches), &ranked);
    if let Some(at) = measured {
        ranked[..=at].rotate_right(1);
    }
    let first_ranked = ranked.first().copied();
    Found { bound, matches, likeness, ranked, first_ranked, spoken, is_measured: measured.is_some() }
}

impl Found {
    /// Reads the best few sentences and puts the one first that answers most likely.
    fn judge(&mut self, story: &Story, (typed, question): (&str, &Question)) -> Option<Judged> {
        let mut ranked = std::mem::take(&mut self.ranked);
        let judged = judging::choose(story, &self.asked(&in_english(typed, question), question), &mut ranked);
        self.ranked = ranked;
        judged
    }

    fn asked<'a>(&'a self, typed: &'a str, question: &'a Question) -> Asked<'a> {
        let (bound, matches, likeness) = (&self.bound, &self.matches, self.likeness.as_ref());
        let spoken = self.spoken.first().map(|spoken| spoken.line);
        Asked { typed, question, bound, matches, likeness, spoken, is_measured: self.is_measured }
    }
}

/// What is seen of the best few sentences for a question, each value under its name: what the weights that decide are
/// made from. Nothing where the question can't be taken.
pub fn look(story: &Story, typed: &str, options: &AskOptions) -> Vec<Candidate> {
    let Ok(question) = read(story, typed) else { return Vec::new() };
    let found = find(story, (typed, &question), options);
    let seen = judging::look(story, &found.asked(&in_english(typed, &question), &question), &found.ranked);
    let candidate = |(seen, scored): (Seen, &Scored)| Candidate { citation: sentence(story, scored.line), seen };
    seen.into_iter().zip(&found.ranked).map(candidate).collect()
}

fn decide(
    story: &Story,
    question: &Question,
    (found, judged): (&Found, Option<Judged>),
    options: &AskOptions,
) -> Answer {
    let Some(best) = found.ranked.first() else {
        return silent_or_related(story, question, Answer::empty(Outcome::Silent(Silence::NotInStory)));
    };
    let Judged { confidence, clues } = judged.unwrap_or_else(|| by_signs(story, question, found));
    let passages = passages(story, &found.ranked);
    let shown = sentence(story, best.line).span;
    let required = Required::by(question);
    let bound = (&found.bound, &found.matches);
    let would_invent = !required.is_in(story, shown)
        || measured::is_of_another(question, bound, best.line)
        || disputed::is_of_another(story, question, bound, best.line)
        || speech::speaker_is_silent(story, question)
        || special::is_left_to_work_out(question, &found.bound)
        || deciding::could_be_any(question, &found.bound, &found.ranked);
    let mut first = found.first_ranked.as_ref().into_iter().chain([best]);
    let denied = first.find(|scored| deciding::is_false_premise(story, question, bound, scored));
    if let Some(denied) = denied.filter(|denied| denied.line == best.line || confidence < options.minimum_confidence) {
        let premise = Some(sentence(story, denied.line));
        let silent = Answer::empty(Outcome::Silent(Silence::OfSomethingElse));
        return Answer { confidence, clues, nearest: passages, premise, ..silent };
    }
    if confidence >= options.minimum_confidence && !would_invent {
        let passages = passages.into_iter().filter(|passage| required.is_in(story, passage.citation.span)).collect();
        return Answer { confidence, clues, passages, ..Answer::empty(Outcome::Answered) };
    }
    let silent = Answer { confidence, clues, nearest: passages, ..Answer::empty(Outcome::Silent(Silence::NotInStory)) };
    silent_or_related(story, question, silent)
}

/// How sure it is by the words and kinds alone that the first sentence answers.
fn by_signs(story: &Story, question: &Question, found: &Found) -> Judged {
    let signs = Signs::read(story, question, &found.bound, &found.matches, &found.ranked);
    let (confidence, mut clues) = deciding::confidence(&signs);
    if let (Some(likeness), Some(best)) = (&found.likeness, found.ranked.first()) {
        clues.push(of_meaning("near in meaning", likeness.of_sentence(best.line)));
        clues.push(of_meaning("ahead in meaning", likeness.margin(best.line)));
    }
    let confidence = deciding::as_if_read(confidence);
    Judged { confidence: if found.is_measured { confidence.max(deciding::OF_A_FIGURE) } else { confidence }, clues }
}

/// A clue to the order of sentences; the confidence doesn't count it.
fn of_meaning(what: &'static str, seen: f32) -> Clue {
    Clue { what, seen: format!("{seen:.3}"), weight: 0.0 }
}

fn silent_or_related(story: &Story, question: &Question, mut silent: Answer) -> Answer {
    let related = related::find(story, question);
    if !related.is_empty() {
        silent.outcome = Outcome::Silent(Silence::RelatedOnly);
        silent.kind = AnswerKind::Fact;
        silent.related = related;
    }
    silent
}

fn passages(story: &Story, ranked: &[Scored]) -> Vec<Evidence> {
    let Some(best) = ranked.first() else { return Vec::new() };
    let good = ranked.iter().filter(|scored| scored.line == best.line || scored.words >= NEARLY_AS_GOOD * best.words);
    good.take(MOST_PASSAGES).map(|scored| as_evidence(story, scored)).collect()
}

fn as_evidence(story: &Story, scored: &Scored) -> Evidence {
    Evidence { citation: sentence(story, scored.line), score: scored.score }
}

/// The sentence of a line.
pub(crate) fn sentence(story: &Story, line: usize) -> Citation {
    let index = story.lookup().lines[line].sentence;
    Citation { source: CitedSource::Article, span: story.document().sentences()[index].span }
}

fn summarise(story: &Story) -> Answer {
    let sentences = summary::summarise(story, SUMMARY_SENTENCES);
    if sentences.is_empty() {
        return Answer::empty(Outcome::Silent(Silence::NotInStory));
    }
    Answer {
        confidence: 1.0,
        lead: sentences.first().copied(),
        passages: sentences.into_iter().map(|citation| Evidence { citation, score: 1.0 }).collect(),
        ..Answer::empty(Outcome::Answered)
    }
}
