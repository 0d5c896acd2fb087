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
pub(super) struct Attributed {
    /// The words that name X.
    pub(super) speaker: Vec<Word>,
    /// The first of the words that X is said to have said.
    pub(super) said_from: usize,
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
    let name = speaker.name.filter(|name| is_resolved && speaker.written.overlaps(*name))?;
    let first = &attributed.speaker.first()?.typed;
    let last = &attributed.speaker.last()?.typed;
    let claimed = first.start..last.end;
    let difference = Difference { claim: claimed, story: story.cite(name), kind: DifferenceKind::Attribution };
    Some((best.line, difference))
}

/// Whether a sentence holds words that the claim's speaker says in the story, named there.
pub(super) fn is_said_there(story: &Story, attributed: &Attributed, line: usize) -> bool {
    let sentence = story.lookup().lines[line].sentence;
    let span = story.document().sentences()[sentence].span;
    let mut statements = story.extracted().statements.iter().enumerate();
    statements.any(|(index, statement)| {
        let is_here = statement.spans.iter().any(|said| said.overlaps(span)) && !statement.denied;
        let is_named = statement.speaker.is_some_and(|speaker| speaker.name.is_some());
        is_here && is_named && is_spoken_by(story, index, &attributed.speaker)
    })
}

/// Words that a saying verb may have instead of a report, folded.
const NO_REPORT: &[&str] = &["no", "yes", "nothing", "little"];

/// Reads a claim of that form; "said no" reports no words.
pub(super) fn read(claim: &[Word]) -> Option<Attributed> {
    let verb = claim.iter().position(intent::is_saying)?;
    let speaker: Vec<Word> = claim[..verb].iter().filter(|word| word.is_content()).cloned().collect();
    let said_from = verb + 1;
    if claim.get(said_from).is_some_and(|next| NO_REPORT.contains(&next.folded.as_str())) {
        return None;
    }
    let said = claim[said_from..].iter().filter(|word| word.is_content()).count();
    (!speaker.is_empty() && said >= 2).then_some(Attributed { speaker, said_from })
}
