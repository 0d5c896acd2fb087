//! What editors' questions are answered with today: by the program alone, with the help of the other questions, and with
//! all of them.

use super::{EditorsUse, Leads, sentence};
use crate::answer::{self, Answer, AskOptions, Outcome};
use crate::story::{Citation, CitedSource, Story};

/// What became of an editors' question.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Fared {
    /// Its sentence is shown, or nothing is where the story doesn't answer.
    Right,
    /// Another sentence is shown.
    Elsewhere(Option<Citation>),
    /// Nothing is shown though the story answers.
    Silent,
    /// A sentence is shown though the story doesn't answer.
    Answered(Option<Citation>),
}

/// An editors' question that was tried.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Tried {
    /// Its index.
    pub index: usize,
    /// By the program alone.
    pub alone: Fared,
    /// With the help of the other questions: how somebody fares who asks in words that nobody expected.
    pub by_others: Fared,
    /// With all of them.
    pub with_all: Fared,
}

/// Tries a story's question; `None` where it leads nowhere or there is none of this index.
pub fn try_out(story: &Story, index: usize, options: &AskOptions) -> Option<Tried> {
    let known = story.editors_questions().all().get(index).filter(|known| known.leads.is_of_use())?;
    let fared = |editors: EditorsUse| {
        let answer = answer::ask(story, &known.question, &AskOptions { editors, ..*options });
        fared(story, &answer, known.leads)
    };
    Some(Tried {
        index,
        alone: fared(EditorsUse::None),
        by_others: fared(EditorsUse::AllBut(index)),
        with_all: fared(EditorsUse::All),
    })
}

fn fared(story: &Story, answer: &Answer, leads: Leads) -> Fared {
    let is_answered = answer.outcome == Outcome::Answered;
    let shown = answer.passages.first().map(|passage| passage.citation).or(answer.lead);
    match sentence(story.document(), leads) {
        None if is_answered => Fared::Answered(shown),
        None => Fared::Right,
        Some(_) if !is_answered => Fared::Silent,
        Some(sentence) => {
            let is_it = |shown: Citation| shown.source == CitedSource::Article && shown.span.overlaps(sentence);
            if shown.is_some_and(is_it) { Fared::Right } else { Fared::Elsewhere(shown) }
        }
    }
}
