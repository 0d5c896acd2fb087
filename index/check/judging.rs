//! The verdict on one part of a claim: the sentence it stands nearest to, what differs there, and whether what is left
//! of the claim is little enough.

use std::ops::Range;

use crate::answer::asking::sentence;
use crate::answer::binding;
use crate::answer::ranking::{self, Matches};
use crate::question::Word;
use crate::story::{Citation, Story};

use super::comparing::{self, Comparison};
use super::{Checked, Difference, DifferenceKind, Verdict, attributing};

/// How many sentences are compared.
const CANDIDATES: usize = 4;
/// The part of the claim's words in order from which nobody need be asked whose words they are.
const AS_IT_STANDS: f32 = 0.95;
/// How sure it is that words are another's.
const OTHER_SPEAKER: f32 = 0.8;
/// The part of the claim's words in order from which it is the sentence itself, changed in places.
const SAME_SENTENCE: f32 = 0.72;
/// The part of the claim's weight that the sentence itself may lack, in words that no difference explains.
const MOST_UNEXPLAINED_SAME: f32 = 0.1;
/// The same for a claim in other words that says something else.
const MOST_UNEXPLAINED_OTHER: f32 = 0.35;
/// The same for a claim in other words that says the same.
const MOST_UNEXPLAINED_SUPPORTED: f32 = 0.3;
/// The part of the claim's weight that a sentence in other words must have.
const FEWEST_KEPT: f32 = 0.45;

/// Judges words of a claim that stand at these bytes.
pub(super) fn judge(story: &Story, words: &[Word], typed: Range<usize>) -> Checked {
    let content = (0..words.len()).filter(|at| words[*at].is_content());
    let bound = binding::bind_words(story, words, content);
    let matches = Matches::new(story.lookup(), &bound);
    let ranked = ranking::rank(story, &[], &bound, &matches);
    let candidates = ranked.iter().take(CANDIDATES);
    let compared: Vec<Comparison> =
        candidates.map(|scored| comparing::compare(story, words, &bound, &matches, scored.line)).collect();
    let nearness = |one: &Comparison| one.in_order + one.kept - one.unexplained;
    let best = compared.into_iter().reduce(|best, other| if nearness(&other) > nearness(&best) { other } else { best });
    let Some(best) = best else { return Checked::without_evidence(typed, Verdict::NotInStory) };
    let is_as_it_stands = best.in_order >= AS_IT_STANDS && best.differences.is_empty();
    if !is_as_it_stands && let Some((line, difference)) = attributing::other_speaker(story, words) {
        let because = vec![sentence(story, line)];
        return contradicted(typed, because, vec![difference], OTHER_SPEAKER);
    }
    verdict(story, typed, best)
}

fn verdict(story: &Story, typed: Range<usize>, best: Comparison) -> Checked {
    let because = vec![sentence(story, best.line)];
    let is_same_sentence = best.in_order >= SAME_SENTENCE;
    let is_near = if is_same_sentence {
        best.unexplained <= MOST_UNEXPLAINED_SAME
    } else {
        best.unexplained <= MOST_UNEXPLAINED_OTHER && best.kept >= FEWEST_KEPT
    };
    if !is_near {
        return Checked::without_evidence(typed, Verdict::NotInStory);
    }
    let (hedges, firm): (Vec<Difference>, Vec<Difference>) =
        best.differences.into_iter().partition(|one| one.kind == DifferenceKind::Hedge);
    let confidence = (0.5 * best.in_order + 0.5 * (1.0 - best.unexplained)).clamp(0.0, 1.0);
    if !firm.is_empty() {
        return contradicted(typed, because, firm, confidence);
    }
    if !hedges.is_empty() {
        let open = Checked::without_evidence(typed, Verdict::NotInStory);
        return Checked { because, differences: hedges, ..open };
    }
    if !is_same_sentence && best.unexplained > MOST_UNEXPLAINED_SUPPORTED {
        return Checked::without_evidence(typed, Verdict::NotInStory);
    }
    Checked { confidence, because, ..Checked::without_evidence(typed, Verdict::Supported) }
}

fn contradicted(typed: Range<usize>, because: Vec<Citation>, differences: Vec<Difference>, confidence: f32) -> Checked {
    Checked { confidence, because, differences, ..Checked::without_evidence(typed, Verdict::Contradicted) }
}
