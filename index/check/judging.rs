//! The verdict on one part of a claim: the sentence it stands nearest to, what differs there, and whether what is left
//! of the claim is little enough.

use std::ops::Range;

use crate::answer::asking::sentence;
use crate::answer::binding;
use crate::answer::ranking::{self, Matches, Scored};
use crate::question::Word;
use crate::story::{Citation, Story};

use super::attributing::{self, Attributed};
use super::comparing::{self, Comparison};
use super::{Checked, Difference, DifferenceKind, Verdict, voice};

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
const MOST_UNEXPLAINED_SUPPORTED: f32 = 0.15;
/// The same for a claim that reverses what the sentence says.
const MOST_UNEXPLAINED_REVERSED: f32 = 0.15;
/// The part of the claim's weight that a sentence in other words must have.
const FEWEST_KEPT: f32 = 0.45;

/// Judges words of a claim that stand at these bytes.
pub(super) fn judge(story: &Story, words: &[Word], typed: Range<usize>) -> Checked {
    let turned = voice::turned(words);
    let other_voice = turned.as_deref().and_then(|turned| nearest(story, turned));
    let Some(own_voice) = nearest(story, words) else { return Checked::without_evidence(typed, Verdict::NotInStory) };
    let is_turned = |other: &Comparison| !other.is_rearranged && nearness(other) > nearness(&own_voice);
    let best = other_voice.filter(is_turned).unwrap_or(own_voice);
    let is_as_it_stands = best.in_order >= AS_IT_STANDS && best.differences.is_empty() && !best.is_rearranged;
    if !is_as_it_stands && let Some((line, difference)) = attributing::other_speaker(story, words) {
        let because = vec![sentence(story, line)];
        return contradicted(typed, because, vec![difference], OTHER_SPEAKER);
    }
    let judged = verdict(story, typed, best);
    match attributing::read(words) {
        Some(attributed) => of_speaker(story, words, &attributed, judged),
        None => judged,
    }
}

/// The verdict on a claim that says whose words it reports: it needn't stand in the order of the story, but a name in
/// front of another's words proves nothing.
fn of_speaker(story: &Story, words: &[Word], attributed: &Attributed, judged: Checked) -> Checked {
    let typed = judged.claim.clone();
    let said_from = words.get(attributed.said_from).map_or(typed.end, |word| word.typed.start);
    let names_another = |one: &Difference| one.kind == DifferenceKind::Actor && one.claim.start < said_from;
    match judged.verdict {
        Verdict::Contradicted if judged.differences.iter().any(names_another) => {
            Checked { because: judged.because, ..Checked::without_evidence(typed, Verdict::NotInStory) }
        }
        Verdict::NotInStory => {
            let said = nearest(story, &words[attributed.said_from..]);
            let theirs = said.filter(|said| attributing::is_said_there(story, attributed, said.line));
            let supported = theirs.map(|said| verdict(story, typed, said));
            supported.filter(|said| said.verdict == Verdict::Supported).unwrap_or(judged)
        }
        Verdict::Contradicted | Verdict::Supported | Verdict::Rejected => judged,
    }
}

/// A claim beside each of some lines.
pub(super) fn comparisons(story: &Story, words: &[Word], lines: &[usize]) -> Vec<Comparison> {
    let content = (0..words.len()).filter(|at| words[*at].is_content());
    let bound = binding::bind_words(story, words, content);
    let matches = Matches::new(story.lookup(), &bound);
    lines.iter().map(|line| comparing::compare(story, words, &bound, &matches, *line)).collect()
}

/// The comparison with the sentence that says most nearly what the claim does.
fn nearest(story: &Story, words: &[Word]) -> Option<Comparison> {
    let content = (0..words.len()).filter(|at| words[*at].is_content());
    let bound = binding::bind_words(story, words, content);
    let matches = Matches::new(story.lookup(), &bound);
    let ranked = ranking::rank(story, &[], &bound, &matches);
    // A sentence of marks alone ("!") holds nothing to compare, though its neighbours' words are carried to it.
    let has_words = |scored: &&Scored| !story.lookup().lines[scored.line].terms.is_empty();
    let candidates = ranked.iter().filter(has_words).take(CANDIDATES);
    let compared = candidates.map(|scored| comparing::compare(story, words, &bound, &matches, scored.line));
    compared.reduce(|best, other| if nearness(&other) > nearness(&best) { other } else { best })
}

fn nearness(one: &Comparison) -> f32 {
    one.in_order + one.kept - one.unexplained
}

fn verdict(story: &Story, typed: Range<usize>, best: Comparison) -> Checked {
    let because = vec![sentence(story, best.line)];
    let is_same_sentence = best.in_order >= SAME_SENTENCE;
    let is_near = if is_same_sentence {
        best.unexplained <= MOST_UNEXPLAINED_SAME
    } else {
        best.unexplained <= MOST_UNEXPLAINED_OTHER && best.kept >= FEWEST_KEPT
    };
    let open = Checked::without_evidence(typed.clone(), Verdict::NotInStory);
    if !is_near {
        return open;
    }
    if !best.leaves_open.is_empty() {
        return Checked { because, differences: best.leaves_open, ..open };
    }
    let confidence = (0.5 * best.in_order + 0.5 * (1.0 - best.unexplained)).clamp(0.0, 1.0);
    let reverses = best.differences.iter().any(|one| one.kind == DifferenceKind::Negation);
    let tells_of_another = best.differences.iter().any(|one| one.kind == DifferenceKind::Actor);
    let is_loose = tells_of_another && best.rests_on_synonyms;
    let is_too_open = best.lacks_sharp || reverses && best.unexplained > MOST_UNEXPLAINED_REVERSED;
    let says_otherwise = !is_loose && !is_too_open;
    if !best.differences.is_empty() && !says_otherwise {
        return open;
    }
    if !best.differences.is_empty() {
        return contradicted(typed, because, best.differences, confidence);
    }
    if best.lacks_sharp || best.is_rearranged || best.unexplained > MOST_UNEXPLAINED_SUPPORTED {
        return open;
    }
    Checked { confidence, because, ..Checked::without_evidence(typed, Verdict::Supported) }
}

fn contradicted(typed: Range<usize>, because: Vec<Citation>, differences: Vec<Difference>, confidence: f32) -> Checked {
    Checked { confidence, because, differences, ..Checked::without_evidence(typed, Verdict::Contradicted) }
}
