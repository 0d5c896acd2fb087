//! What an editors' question does to an answer: the same question decides which sentence is shown, or that none is; those
//! near in meaning only make their sentence likelier, or every sentence less likely.

use crate::editors::{self, EditorsQuestions, EditorsUse, Kinship, Leads, Match};
use crate::meaning::Likeness;
use crate::question::Question;
use crate::span::Span;
use crate::story::{Citation, CitedSource, Story};

use super::ranking::Scored;
use super::{Answer, AskOptions, Clue, EDITORS_QUESTION, Outcome};

/// How much the log-odds of a sentence rise that near questions lead to. Of 84 questions each asked by the help of the
/// others, 1.0 brought four more right and three more wrong.
const RAISED: f32 = 0.5;
/// How much the log-odds of every sentence fall where near questions lead to silence.
const LOWERED: f32 = 1.0;

/// How sure a sentence is that the same question leads to: people chose it.
pub(crate) const SURE: f32 = 1.0;

/// What near questions make of the sentences that are read.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Suggested {
    /// They lead to this line.
    Line(usize),
    /// They lead to silence.
    Silence,
}

impl Suggested {
    /// What is added to a line's log-odds.
    pub(crate) fn adds_to(self, line: usize) -> f32 {
        match self {
            Self::Line(suggested) if suggested == line => RAISED,
            Self::Line(_) => 0.0,
            Self::Silence => -LOWERED,
        }
    }

    /// Brings the line that is suggested in among the first ones, behind those that are read anyhow.
    pub(crate) fn bring_in(self, ranked: &mut [Scored], (read, most): (usize, usize)) {
        let Self::Line(line) = self else { return };
        let to = read.min(most.saturating_sub(1));
        if let Some(at) = ranked.iter().position(|scored| scored.line == line).filter(|at| *at > to) {
            ranked[to..=at].rotate_right(1);
        }
    }
}

/// The editors' question that is the same as the one asked.
pub(crate) fn same(story: &Story, question: &Question, options: &AskOptions) -> Option<Match> {
    of_use(story, options)?.same_as(story, question, options.editors)
}

/// The nearest editors' question, where those near to the one asked agree.
pub(crate) fn near(story: &Story, asked: (&Question, &Likeness), options: &AskOptions) -> Option<Match> {
    let (question, likeness) = asked;
    of_use(story, options)?.near_to(story, (question, &likeness.mean), options.editors)
}

fn of_use<'s>(story: &'s Story, options: &AskOptions) -> Option<&'s EditorsQuestions> {
    let editors = story.editors_questions();
    (options.editors != EditorsUse::None && !editors.all().is_empty()).then_some(editors)
}

/// What is suggested by a question that is near.
pub(crate) fn suggested(story: &Story, near: Match) -> Option<Suggested> {
    match near.leads {
        Leads::ToSentence(_) => line(story, near.leads).map(Suggested::Line),
        Leads::ToSilence => Some(Suggested::Silence),
        Leads::Gone | Leads::ToSeveral => None,
    }
}

/// The line that a question leads to.
pub(crate) fn line(story: &Story, leads: Leads) -> Option<usize> {
    story.lookup().line_at(story.document(), editors::sentence(story.document(), leads)?)
}

/// Whether an answer, found without them, is already what the editors lead to.
pub(crate) fn is_followed(story: &Story, answer: &Answer, leads: Leads) -> bool {
    let is_answered = answer.outcome == Outcome::Answered;
    match leads {
        Leads::ToSentence(_) => is_answered && shows(story, answer, leads),
        Leads::ToSilence => !is_answered,
        Leads::Gone | Leads::ToSeveral => true,
    }
}

/// Whether the first passage of an answer stands in the sentence that a question leads to.
fn shows(story: &Story, answer: &Answer, leads: Leads) -> bool {
    let shown = answer.passages.first().or(answer.nearest.first()).map(|passage| passage.citation);
    let sentence = editors::sentence(story.document(), leads);
    let is_it = |(shown, sentence): (Citation, Span)| shown.span.overlaps(sentence);
    shown.filter(|shown| shown.source == CitedSource::Article).zip(sentence).is_some_and(is_it)
}

/// Names the editors' question that led to the sentence which is shown, or to silence.
pub(crate) fn explained(mut answer: Answer, story: &Story, led: Option<Match>) -> Answer {
    let Some(led) = led else { return answer };
    let is_shown = led.leads == Leads::ToSilence || shows(story, &answer, led.leads);
    if is_shown && let Some(known) = story.editors_questions().all().get(led.index) {
        let weight = match (led.kinship, led.leads) {
            (Kinship::Same, _) => 0.0,
            (Kinship::Near, Leads::ToSilence) => -LOWERED,
            (Kinship::Near, _) => RAISED,
        };
        answer.clues.insert(0, Clue { what: EDITORS_QUESTION, seen: known.question.clone(), weight });
    }
    answer
}
