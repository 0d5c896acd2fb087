//! From a question typed to an [`Answer`]: read, bind, rank, decide, and cite the evidence of the kind asked for.

use std::borrow::Cow;

use crate::editors::{EditorsUse, Match};
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
use super::led;
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
    let same = led::same(story, question, options);
    if let Some(same) = same {
        return led::explained(found.led_by(story, (typed, question), same, options), story, Some(same));
    }
    let answer = answer_by_itself(story, (typed, question), &mut found, options);
    led::explained(found.with_order(story, answer, options), story, found.near)
}

/// The answer that is found in the story, whether or not editors' questions suggest it.
fn answer_by_itself(
    story: &Story,
    (typed, question): (&str, &Question),
    found: &mut Found,
    options: &AskOptions,
) -> Answer {
    let candidates = speech::speakers_meant(story, question, &found.spoken);
    if candidates.len() > 1 {
        return Answer { candidates, ..Answer::empty(Outcome::Silent(Silence::Ambiguous)) };
    }
    let decided = special::answer(story, question).or_else(|| disputed::answer(story, question));
    let decided = decided.filter(|answer| answer.confidence >= options.minimum_confidence);
    decided.unwrap_or_else(|| {
        // A question in another script is read word by word: such rows of words are nothing that the reader knows.
        let is_read = options.by_reading && question.foreign.is_none();
        let judged = is_read.then(|| found.judge(story, (typed, question), options)).flatten();
        let mut answer = decide(story, question, (found, judged), options);
        if answer.outcome == Outcome::Answered {
            evidence::cite(story, question, &found.spoken, &found.ranked, &mut answer);
        }
        answer
    })
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
    /// The editors' question that is near, where several agree.
    near: Option<Match>,
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
    Found { bound, matches, likeness, ranked, first_ranked, spoken, is_measured: measured.is_some(), near: None }
}

impl Found {
    /// Reads the best few sentences and puts the one first that answers most likely.
    fn judge(&mut self, story: &Story, (typed, question): (&str, &Question), options: &AskOptions) -> Option<Judged> {
        self.near = self.likeness.as_ref().and_then(|likeness| led::near(story, (question, likeness), options));
        let suggested = self.near.and_then(|near| led::suggested(story, near));
        let mut ranked = std::mem::take(&mut self.ranked);
        let typed = in_english(typed, question);
        let judged = judging::choose(story, &Asked { suggested, ..self.asked(&typed, question) }, &mut ranked);
        self.ranked = ranked;
        judged
    }

    /// The answer that the same question of the editors' leads to; found without it, where that is the same sentence.
    fn led_by(&mut self, story: &Story, asked: (&str, &Question), same: Match, options: &AskOptions) -> Answer {
        let (_, question) = asked;
        let own = answer_by_itself(story, asked, self, &AskOptions { editors: EditorsUse::None, ..*options });
        let answer = match led::line(story, same.leads) {
            _ if led::is_followed(story, &own, same.leads) => own,
            Some(line) => self.showing(story, question, line),
            None => {
                let nearest = passages(story, &self.ranked);
                let silent = Answer::empty(Outcome::Silent(Silence::NotInStory));
                silent_or_related(story, question, Answer { nearest, ..silent })
            }
        };
        self.with_order(story, answer, options)
    }

    /// The answer that shows a line.
    fn showing(&mut self, story: &Story, question: &Question, line: usize) -> Answer {
        match self.ranked.iter().position(|scored| scored.line == line) {
            Some(at) => self.ranked[..=at].rotate_right(1),
            None => self.ranked.insert(0, Scored { line, ..Scored::default() }),
        }
        let passages = vec![Evidence { citation: sentence(story, line), score: led::SURE }];
        let mut answer = Answer { confidence: led::SURE, passages, ..Answer::empty(Outcome::Answered) };
        evidence::cite(story, question, &self.spoken, &self.ranked, &mut answer);
        answer
    }

    /// The answer with the order of sentences, and the word that was probably meant.
    fn with_order(&self, story: &Story, answer: Answer, options: &AskOptions) -> Answer {
        if answer.outcome == Outcome::Silent(Silence::Ambiguous) {
            return answer;
        }
        let ranked = self.ranked.iter().take(options.ranked).map(|scored| as_evidence(story, scored)).collect();
        Answer { ranked, did_you_mean: self.bound.did_you_mean.clone(), ..answer }
    }

    fn asked<'a>(&'a self, typed: &'a str, question: &'a Question) -> Asked<'a> {
        let (bound, matches, likeness) = (&self.bound, &self.matches, self.likeness.as_ref());
        let spoken = self.spoken.iter().map(|spoken| spoken.line).collect();
        Asked { typed, question, bound, matches, likeness, spoken, is_measured: self.is_measured, suggested: None }
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
