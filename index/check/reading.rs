//! What the story says of a claim in quite other words, as a reader sees it that was trained on claims, beside what the
//! comparison word by word sees. Its thresholds were chosen on stories that neither the reader nor the trees were made from.

use std::cmp::Reverse;

use verbatim_encoder::PairReader;

use crate::answer::asking::sentence;
use crate::answer::judging::{flag, least_near};
use crate::answer::passage::passage;
use crate::meaning::Likeness;
use crate::question::Word;
use crate::story::Story;
use crate::trees::{self, Seen, Trees};

use super::comparing::Comparison;
use super::{Checked, DifferenceKind, Verdict, judging};

/// How many sentences are read.
const MOST_READ: usize = 4;
/// How finely nearness is told apart.
const NEARNESS_STEPS: f32 = 1e6;
/// How likely the story must say so for that to be the verdict though the words leave it open.
const SAYS_SO: f32 = 0.74;
/// How likely the story must say otherwise.
const SAYS_OTHERWISE: f32 = 0.84;
/// How likely it must at least be for a verdict by words to stand.
const BORNE_OUT: f32 = 0.6;

/// A likelihood and the line that it comes from.
type Likely = (f32, usize);

/// The verdict after reading.
pub(super) fn judge(story: &Story, (claim, words): (&str, &[Word]), by_words: Checked) -> Checked {
    let looked = look(story, (claim, words), &by_words);
    let (Some(so), Some(otherwise)) = (likeliest(&looked, &trees::SUPPORTS), likeliest(&looked, &trees::CONTRADICTS))
    else {
        return by_words;
    };
    let is_borne_out = match by_words.verdict {
        Verdict::Supported => so.0 >= BORNE_OUT,
        Verdict::Contradicted => otherwise.0 >= BORNE_OUT,
        Verdict::NotInStory | Verdict::Rejected => return open(story, words, by_words, (so, otherwise)),
    };
    if is_borne_out { by_words } else { Checked::without_evidence(by_words.claim, Verdict::NotInStory) }
}

/// The verdict on a claim that its words leave open.
fn open(story: &Story, words: &[Word], by_words: Checked, (so, otherwise): (Likely, Likely)) -> Checked {
    let decided = |verdict, (confidence, line): Likely| Checked {
        confidence,
        because: vec![sentence(story, line)],
        ..Checked::without_evidence(by_words.claim.clone(), verdict)
    };
    let (above_so, above_otherwise) = (so.0 - SAYS_SO, otherwise.0 - SAYS_OTHERWISE);
    if above_so >= above_otherwise.max(0.0) {
        return decided(Verdict::Supported, so);
    }
    if above_otherwise >= 0.0 {
        let compared = judging::comparisons(story, words, &[otherwise.1]);
        let differences = compared.into_iter().flat_map(|one| one.differences).collect();
        return Checked { differences, ..decided(Verdict::Contradicted, otherwise) };
    }
    by_words
}

/// How likely the trees find it of the likeliest sentence.
fn likeliest(looked: &[(usize, Seen)], trees: &Trees) -> Option<Likely> {
    let likely = looked.iter().map(|(line, seen)| (trees.weigh(seen).likelihood(), *line));
    likely.reduce(|best, other| if other.0 > best.0 { other } else { best })
}

/// What is seen of the sentences nearest to a claim in meaning, with their lines.
pub(super) fn look(story: &Story, (claim, words): (&str, &[Word]), by_words: &Checked) -> Vec<(usize, Seen)> {
    let Some(meaning) = story.meaning() else { return Vec::new() };
    let likeness = meaning.likeness(claim);
    let mut lines: Vec<usize> = (0..story.lookup().lines.len()).collect();
    lines.sort_by_key(|line| Reverse((likeness.of_sentence(*line) * NEARNESS_STEPS) as i64));
    lines.truncate(MOST_READ);
    let reader = PairReader::shipped();
    let read: Vec<_> = lines.iter().map(|line| reader.read(claim, &passage(story, *line))).collect();
    let comparisons = judging::comparisons(story, words, &lines);
    let look_at = |place: usize| {
        let line = lines[place];
        let ahead = |of: &dyn Fn(usize) -> f32| {
            let others = (0..read.len()).filter(|other| *other != place).map(of);
            others.reduce(f32::max).map_or(0.0, |other| of(place) - other)
        };
        let mut seen = vec![
            ("supports, to the reader", read[place].supports),
            ("contradicts, to the reader", read[place].contradicts),
            ("leaves open, to the reader", read[place].leaves_open),
            ("support ahead of others read", ahead(&|other| read[other].supports - read[other].leaves_open)),
            ("contradiction ahead of others read", ahead(&|other| read[other].contradicts - read[other].leaves_open)),
            ("place in the ranking", place as f32),
            ("words of the claim", words.len() as f32),
        ];
        seen.extend(of_words(&comparisons[place]));
        seen.extend(of_meaning(&likeness, line));
        seen.extend(of_verdict(by_words, by_words.because.contains(&sentence(story, line))));
        (line, seen)
    };
    (0..lines.len()).map(look_at).collect()
}

fn of_words(compared: &Comparison) -> Seen {
    let kind = |kind: DifferenceKind| compared.differences.iter().filter(|one| one.kind == kind).count() as f32;
    vec![
        ("words kept", compared.kept),
        ("words in order", compared.in_order),
        ("words unexplained", compared.unexplained),
        ("name, number or verb out of place", flag(compared.lacks_sharp)),
        ("rearranged", flag(compared.is_rearranged)),
        ("rests on synonyms", flag(compared.rests_on_synonyms)),
        ("numbers that differ", kind(DifferenceKind::Number)),
        ("actors that differ", kind(DifferenceKind::Actor)),
        ("negations that differ", kind(DifferenceKind::Negation)),
        ("times that differ", kind(DifferenceKind::Time)),
        ("firmness that differs", kind(DifferenceKind::Hedge)),
        ("places that differ", kind(DifferenceKind::Place)),
        ("what leaves it open", compared.leaves_open.len() as f32),
    ]
}

fn of_meaning(likeness: &Likeness, line: usize) -> Seen {
    let [least_near, second] = least_near(likeness, line);
    vec![
        ("near in meaning", likeness.of_sentence(line)),
        ("ahead in meaning", likeness.margin(line)),
        ("least near word", least_near),
        ("second least near word", second),
    ]
}

fn of_verdict(by_words: &Checked, is_there: bool) -> Seen {
    let says = |verdict: Verdict| flag(by_words.verdict == verdict);
    let (so, otherwise) = (says(Verdict::Supported), says(Verdict::Contradicted));
    vec![
        ("says so by its words", so),
        ("says otherwise by its words", otherwise),
        ("by the words of this sentence", flag(is_there)),
        ("sure by its words", by_words.confidence),
    ]
}
