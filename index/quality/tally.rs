//! How many were right, wrong and silent, in all and by kind.

use std::collections::BTreeMap;
use std::fmt::{Display, Formatter, Result};

use verbatim_index::answer::Answer;
use verbatim_index::check::Verdict;
use verbatim_index::story::Story;

use crate::cases::{AskCase, CheckCase};

/// The verdict that leaves a claim open.
pub const NOT_IN_STORY: &str = "not_in_story";

/// What became of a question.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AskOutcome {
    /// Answered right, or rightly not answered.
    Right,
    /// Anything else that was shown as an answer.
    Wrong,
    /// Not answered though the story does.
    Silent,
}

/// Counts.
#[derive(Default)]
pub struct Tally {
    shows_each: bool,
    each: Vec<String>,
    right: usize,
    wrong: usize,
    silent: usize,
    kinds: BTreeMap<String, [usize; 2]>,
    verdicts: usize,
    right_verdicts: usize,
    false_verdicts: usize,
}

impl Tally {
    /// Nothing counted yet; `shows_each` lists what wasn't right.
    pub fn new(shows_each: bool) -> Self {
        Self { shows_each, ..Self::default() }
    }

    /// Counts a question.
    pub fn add_answer(&mut self, story: &Story, case: &AskCase, answer: &Answer, outcome: AskOutcome) {
        match outcome {
            AskOutcome::Right => self.right += 1,
            AskOutcome::Wrong => self.wrong += 1,
            AskOutcome::Silent => self.silent += 1,
        }
        let kind = self.kinds.entry(case.kind.clone()).or_default();
        kind[0] += usize::from(outcome == AskOutcome::Right);
        kind[1] += 1;
        if self.shows_each && outcome != AskOutcome::Right {
            let words = answer.lead.map_or("", |lead| story.text(lead));
            self.each.push(format!("{outcome:?} {} {} | {} | {:?} | {words}", story.id(), case.id, case.q, case.gold));
        }
    }

    /// Counts a claim.
    pub fn add_verdict(&mut self, story: &Story, case: &CheckCase, verdict: Verdict, is_right: bool) {
        let name = verdict_name(verdict);
        self.verdicts += 1;
        self.right_verdicts += usize::from(is_right);
        self.false_verdicts += usize::from(!is_right && name != NOT_IN_STORY);
        if self.shows_each && !is_right {
            self.each.push(format!("{} {} | {} | {} | {name}", story.id(), case.id, case.claim, case.verdict));
        }
    }
}

/// A verdict as the command line names it.
pub fn verdict_name(verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::Supported => "supported",
        Verdict::Contradicted => "contradicted",
        Verdict::NotInStory => NOT_IN_STORY,
        Verdict::Rejected => "rejected",
    }
}

impl Display for Tally {
    fn fmt(&self, formatter: &mut Formatter<'_>) -> Result {
        for line in &self.each {
            writeln!(formatter, "{line}")?;
        }
        let questions = self.right + self.wrong + self.silent;
        let part = |count: usize, all: usize| 100.0 * count as f64 / all.max(1) as f64;
        for (kind, [right, all]) in &self.kinds {
            writeln!(formatter, "  {kind:<13} {right:>5} of {all:>5} right")?;
        }
        writeln!(
            formatter,
            "ask: {questions} questions, right {:.1}%, wrong {:.1}%, silent {:.1}%",
            part(self.right, questions),
            part(self.wrong, questions),
            part(self.silent, questions)
        )?;
        write!(
            formatter,
            "check: {} claims, right {:.1}%, false verdicts {:.1}%",
            self.verdicts,
            part(self.right_verdicts, self.verdicts),
            part(self.false_verdicts, self.verdicts)
        )
    }
}
