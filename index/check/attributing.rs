//! Whose words a claim says they are ("X said that …"), against whose the story says they are.

use crate::answer::binding::{self, Bound};
use crate::answer::ranking::Matches;
use crate::answer::{is_spoken_by, speech};
use crate::extract::statements::SpeakerKind;
use crate::question::{Word, intent};
use crate::story::Story;

use super::{Difference, DifferenceKind};

/// The part of the claimed words' weight that a statement must have to be about the same.
const SAME_WORDS: f32 = 0.7;

/// A claim of the form "X said that …", in words of the claim.
struct Attributed {
    speaker: Vec<Word>,
    said_from: usize,
}

/// The difference where the story reports the claimed words as another's: only two names are proof, since a pronoun or
/// a role may be the claimed speaker's.
pub(super) fn other_speaker(story: &Story, claim: &[Word]) -> Option<(usize, Difference)> {
    let attributed = read(claim)?;
    let said = (attributed.said_from..claim.len()).filter(|at| claim[*at].is_content());
    let bound: Bound = binding::bind_words(story, claim, said);
    let matches = Matches::new(story.lookup(), &bound);
    let mut candidates = speech::about(story, &matches, &bound).into_iter().filter(|found| found.score >= SAME_WORDS);
    let best = candidates.next()?;
    let by_claimed = |found: &speech::Spoken| is_spoken_by(story, found.statement, &attributed.speaker);
    if by_claimed(&best) || candidates.any(|found| by_claimed(&found)) {
        return None;
    }
    let lookup = story.lookup();
    let is_name = |word: &Word| lookup.term(&word.stem).is_some_and(|term| lookup.is_name(term));
    if !attributed.speaker.iter().any(is_name) {
        return None;
    }
    let speaker = story.extracted().statements[best.statement].speaker?;
    let is_resolved = matches!(speaker.kind, SpeakerKind::Person | SpeakerKind::Body);
    let name = speaker.name.filter(|_| is_resolved)?;
    let first = &attributed.speaker.first()?.typed;
    let last = &attributed.speaker.last()?.typed;
    let claimed = first.start..last.end;
    let difference = Difference { claim: claimed, story: story.cite(name), kind: DifferenceKind::Attribution };
    Some((best.line, difference))
}

fn read(claim: &[Word]) -> Option<Attributed> {
    let verb = claim.iter().position(intent::is_saying)?;
    let speaker: Vec<Word> = claim[..verb].iter().filter(|word| word.is_content()).cloned().collect();
    let said_from = verb + 1;
    let said = claim[said_from..].iter().filter(|word| word.is_content()).count();
    (!speaker.is_empty() && said >= 2).then_some(Attributed { speaker, said_from })
}
