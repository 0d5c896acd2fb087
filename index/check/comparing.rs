//! In what a claim differs from one sentence of the story: numbers, names, negation, firmness, opposites, order.

use std::ops::Range;

use crate::answer::binding::Bound;
use crate::answer::ranking::Matches;
use crate::question::{Case, Word};
use crate::span::Span;
use crate::story::Story;

use super::aligning::{Alignment, Gap};
use super::arrangement::{Arranged, Standing};
use super::sides::{self, StorySide, is_number};
use super::{Difference, DifferenceKind, firmness, polarity, scope};

/// What a word of the claim counts that stands elsewhere in the sentence, of its weight.
const MISPLACED: f32 = 0.5;
/// Words that point at what the story is about, folded.
const POINTS_AT_TOPIC: &[&str] = &["these", "those", "this", "that", "such"];
/// How much farther from the words that both have one of two words may stand that are set against one another.
const APART: usize = 4;
/// How near a negation the word that it negates is looked for, in words.
const NEGATED_WITHIN: usize = 3;

/// A claim beside a sentence.
#[derive(Clone, Debug)]
pub(super) struct Comparison {
    /// The line of the sentence.
    pub(super) line: usize,
    /// The part of the claim's weight that the sentence has, itself or carried to it.
    pub(super) kept: f32,
    /// The part of the claim's words that stand in the sentence in the same order.
    pub(super) in_order: f32,
    /// The part of the claim's weight in words that the sentence lacks and that no difference explains.
    pub(super) unexplained: f32,
    /// Whether a name, a number or a verb of the claim isn't in its place and no difference explains it.
    pub(super) lacks_sharp: bool,
    /// Whether the words in place may belong to something else.
    pub(super) is_rearranged: bool,
    /// Whether a word of the claim that is no name stands there only as a word used for much the same.
    pub(super) rests_on_synonyms: bool,
    /// What differs and turns the claim into another.
    pub(super) differences: Vec<Difference>,
    /// What differs and leaves the claim open: what is denied, or said less firmly.
    pub(super) leaves_open: Vec<Difference>,
}

/// Compares a claim with the sentence of a line.
pub(super) fn compare(story: &Story, claim: &[Word], bound: &Bound, matches: &Matches, line: usize) -> Comparison {
    let sentence = StorySide::new(story, line);
    let likeness = |row: usize, column: usize| sentence.likeness(&claim[row], column);
    let alignment = Alignment::new(claim.len(), sentence.words.len(), likeness);
    let arranged = Arranged { story, claim, sentence: &sentence, alignment: &alignment };
    let comparing = Comparing { arranged: &arranged, differences: Vec::new(), leaves_open: Vec::new() };
    comparing.compared(bound, matches, line)
}

struct Comparing<'c> {
    arranged: &'c Arranged<'c>,
    differences: Vec<Difference>,
    leaves_open: Vec<Difference>,
}

impl Comparing<'_> {
    fn compared(mut self, bound: &Bound, matches: &Matches, line: usize) -> Comparison {
        let Arranged { claim, sentence, alignment, .. } = *self.arranged;
        for gap in alignment.gaps(claim.len(), sentence.words.len()) {
            self.compare_gap(&gap);
        }
        self.compare_negations();
        self.compare_firmness();
        let weighed = self.weigh(bound, matches, line);
        let in_order = alignment.pairs.len() as f32 / claim.len().max(1) as f32;
        let is_rearranged = self.arranged.is_rearranged();
        let rests_on_synonyms = self.arranged.rests_on_synonyms();
        let Weighed { kept, unexplained, lacks_sharp } = weighed;
        let Self { differences, leaves_open, .. } = self;
        Comparison {
            line,
            kept,
            in_order,
            unexplained,
            lacks_sharp,
            is_rearranged,
            rests_on_synonyms,
            differences,
            leaves_open,
        }
    }

    fn weigh(&self, bound: &Bound, matches: &Matches, line: usize) -> Weighed {
        let claim = self.arranged.claim;
        let mut weighed = Weighed::default();
        let mut changed_numbers = 0.0;
        let points_at_topic = self.topic_phrase();
        for (number, term) in bound.terms.iter().enumerate() {
            let word = &claim[term.word];
            let is_explained = self.differences.iter().any(|one| one.claim.contains(&word.typed.start));
            if is_explained {
                if is_number(word) {
                    changed_numbers += term.weight;
                } else if self.arranged.standing(term.word) == Standing::Misplaced {
                    weighed.kept += term.weight;
                }
                continue;
            }
            let strength = matches.strength(number, line).min(1.0);
            match self.arranged.standing_bound(bound, matches, (number, line)) {
                Standing::InPlace => weighed.kept += term.weight,
                Standing::StoodFor => weighed.kept += term.weight * strength,
                Standing::Missing if strength > 0.0 && points_at_topic.contains(&term.word) => {
                    weighed.kept += term.weight
                }
                standing => {
                    let missing = if standing == Standing::Misplaced { MISPLACED } else { 1.0 };
                    weighed.unexplained += term.weight * missing;
                    weighed.kept += term.weight * (1.0 - missing);
                    weighed.lacks_sharp |= self.must_stand(word);
                }
            }
        }
        // Of a claim that only changes a number, all the rest must stand there; a changed name must leave enough besides.
        let whole = bound.weight().max(f32::EPSILON);
        weighed.kept = (weighed.kept / (whole - changed_numbers).max(f32::EPSILON)).min(1.0);
        weighed.unexplained /= whole;
        weighed
    }

    /// A name, a number, a day or a verb can't be left out of a claim that the story says.
    fn must_stand(&self, word: &Word) -> bool {
        is_number(word)
            || sides::is_ordinal(word)
            || word.case == Case::Capital
            || sides::is_claimed_name(self.arranged.story, word)
            || sides::may_be_verb(word)
    }

    /// The claim's words that "these goods" of the sentence may stand for: those of a gap that it has the words of.
    fn topic_phrase(&self) -> Range<usize> {
        let Arranged { claim, sentence, alignment, .. } = *self.arranged;
        let gaps = alignment.gaps(claim.len(), sentence.words.len()).into_iter();
        let points = |gap: &Gap| {
            let opener =
                gap.story.clone().find(|at| !matches!(sentence.words[*at].folded.as_str(), "the" | "all" | "of"));
            opener.is_some_and(|at| POINTS_AT_TOPIC.contains(&sentence.words[at].folded.as_str()))
        };
        gaps.into_iter().find(|gap| !gap.claim.is_empty() && points(gap)).map_or(0..0, |gap| gap.claim)
    }

    fn compare_gap(&mut self, gap: &Gap) {
        let arranged = self.arranged;
        let is_free = |at: &usize| arranged.standing(*at) != Standing::InPlace;
        let mut claimed = gap.claim.clone().filter(is_free).peekable();
        while let Some(at) = claimed.next() {
            let Some((other, kind)) = gap.story.clone().find_map(|other| Some((other, self.change(gap, (at, other))?)))
            else {
                continue;
            };
            let is_named = kind == DifferenceKind::Actor;
            let mut last = at;
            while is_named && claimed.peek() == Some(&(last + 1)) && self.is_claimed_name(last + 1) {
                last = claimed.next().unwrap_or(last);
            }
            let mut end = other;
            while is_named
                && end + 1 < gap.story.end
                && arranged.sentence.is_name(end + 1)
                && !arranged.sentence.parted[end + 1]
            {
                end += 1;
            }
            let difference = self.difference(at..last + 1, other..end + 1, kind);
            self.differences.push(difference);
        }
    }

    /// What it means that one word stands where another does; `None` where it may mean nothing.
    fn change(&self, gap: &Gap, (claim, story): (usize, usize)) -> Option<DifferenceKind> {
        let from_start = (claim - gap.claim.start).abs_diff(story - gap.story.start);
        let from_end = (gap.claim.end - claim).abs_diff(gap.story.end - story);
        if from_start.min(from_end) > APART {
            return None;
        }
        let (word, other) = (&self.arranged.claim[claim], &self.arranged.sentence.words[story]);
        if polarity::are_opposites(&word.stem, &other.stem) {
            return Some(DifferenceKind::Negation);
        }
        if sides::is_ordinal(word) && sides::is_ordinal(other) {
            return Some(DifferenceKind::Number);
        }
        if is_number(word) && sides::are_one_number(word, other) {
            return None;
        }
        let are_names = || {
            !sides::are_one_name(word, other) && self.is_claimed_name(claim) && self.arranged.sentence.is_name(story)
        };
        if is_number(word) && is_number(other) {
            let are_years = sides::is_year(&word.folded) && sides::is_year(&other.folded);
            Some(if are_years { DifferenceKind::Time } else { DifferenceKind::Number })
        } else if sides::is_date(word) && sides::is_date(other) {
            Some(DifferenceKind::Time)
        } else {
            (are_names() && !sides::is_date(other)).then_some(DifferenceKind::Actor)
        }
    }

    fn is_claimed_name(&self, at: usize) -> bool {
        sides::is_claimed_name(self.arranged.story, &self.arranged.claim[at])
    }

    /// A claim and a sentence that deny differently often say the opposite of one another; what is only denied by
    /// somebody, or by a clause before, is left open.
    fn compare_negations(&mut self) {
        let Arranged { story, claim, sentence, alignment, .. } = *self.arranged;
        let window = alignment.window();
        if window.is_empty() {
            return;
        }
        let claimed = scope::negations(claim, 0..claim.len());
        let inside = scope::negations(&sentence.words, window.clone());
        let outside = scope::negations(&sentence.words, scope::before(sentence, &window));
        let differ_inside = claimed.len() % 2 != inside.len() % 2;
        let stretch = sentence.spans[window.start].cover(sentence.spans[window.end - 1]);
        let is_unclaimed = |at: &usize| alignment.beside_story(*at).is_none();
        let denial =
            inside.iter().copied().find(|at| is_unclaimed(at) && polarity::is_denial(&sentence.words[*at].folded));
        let governed = outside.first().copied().or(denial);
        if governed.is_some() || claimed.is_empty() && scope::is_denied(story, stretch) {
            if differ_inside || governed.is_some() || claimed.is_empty() {
                let at = governed.or(inside.first().copied()).unwrap_or(window.start);
                let difference = self.negated_in_story(at);
                self.leaves_open.push(difference);
            }
        } else if differ_inside {
            let difference = match (claimed.first(), inside.iter().copied().find(is_unclaimed)) {
                (_, Some(at)) => self.negated_in_story(at),
                (Some(at), None) => self.negated_in_claim(*at),
                (None, None) => return,
            };
            self.differences.push(difference);
        }
    }

    /// The negation of the sentence up to the word that it negates, beside that word of the claim.
    fn negated_in_story(&self, at: usize) -> Difference {
        let alignment = self.arranged.alignment;
        let is_content = |pair: &&(usize, usize)| self.arranged.claim[pair.0].is_content();
        let after = alignment.pairs.iter().filter(is_content).find(|pair| pair.1 >= at);
        let (claim, story) = after.or(alignment.pairs.last()).copied().unwrap_or((0, at));
        let end = if story > at && story - at <= NEGATED_WITHIN { story } else { at };
        self.difference(claim..claim + 1, at..end + 1, DifferenceKind::Negation)
    }

    fn negated_in_claim(&self, at: usize) -> Difference {
        let alignment = self.arranged.alignment;
        let is_content = |pair: &&(usize, usize)| self.arranged.claim[pair.0].is_content();
        let after = alignment.pairs.iter().filter(is_content).find(|pair| pair.0 >= at);
        let (claim, story) = after.or(alignment.pairs.last()).copied().unwrap_or((at, 0));
        let end = if claim > at && claim - at <= NEGATED_WITHIN { claim } else { at };
        self.difference(at..end + 1, story..story + 1, DifferenceKind::Negation)
    }

    fn compare_firmness(&mut self) {
        let Arranged { claim, sentence, alignment, .. } = *self.arranged;
        let window = alignment.window();
        let governing = scope::before(sentence, &window).start..window.end;
        let claims_future = (0..claim.len()).any(|at| firmness::is_future(&claim[at]));
        let is_tense = |at: usize| firmness::is_future(&sentence.words[at]) && claims_future;
        let is_open = |at: &usize| {
            firmness::is_open(&sentence.words, *at) && alignment.beside_story(*at).is_none() && !is_tense(*at)
        };
        let mut open = governing.filter(is_open);
        let tells_future = window.clone().any(|at| firmness::is_future(&sentence.words[at]));
        let first = alignment.pairs.first().map_or(0, |pair| pair.0);
        if let Some(at) = open.next() {
            let beside = alignment.pairs.iter().find(|pair| pair.1 > at).map_or(first, |pair| pair.0);
            let difference = self.difference(beside..beside + 1, at..at + 1, DifferenceKind::Hedge);
            self.leaves_open.push(difference);
        }
        let is_added = |at: &usize| {
            let is_future = firmness::is_future(&claim[*at]);
            firmness::is_open(claim, *at) && alignment.beside(*at).is_none() && !(is_future && tells_future)
        };
        if let Some(at) = (0..claim.len()).find(is_added) {
            let told = alignment.pairs.iter().find(|pair| pair.0 > at).map_or(window.start, |pair| pair.1);
            let difference = self.difference(at..at + 1, told..told + 1, DifferenceKind::Hedge);
            self.leaves_open.push(difference);
        }
        self.compare_bounds();
    }

    fn compare_bounds(&mut self) {
        let Arranged { claim, sentence, alignment, .. } = *self.arranged;
        for (at, other) in &alignment.pairs {
            if firmness::differ_in_bound((claim, *at), (&sentence.words, *other)) {
                let (_, claimed) = firmness::bound_before(claim, *at);
                let (_, told) = firmness::bound_before(&sentence.words, *other);
                let difference = self.difference(at - claimed..at + 1, other - told..other + 1, DifferenceKind::Hedge);
                self.leaves_open.push(difference);
            }
        }
    }

    fn difference(&self, claim: Range<usize>, story: Range<usize>, kind: DifferenceKind) -> Difference {
        let Arranged { claim: words, sentence, .. } = *self.arranged;
        let claim_end = with_percent(words, claim.end - 1);
        let story_end = with_percent(&sentence.words, story.end - 1);
        let first: Span = sentence.spans[story.start];
        let told = self.arranged.story.cite(first.cover(sentence.spans[story_end]));
        Difference { claim: words[claim.start].typed.start..words[claim_end].typed.end, story: told, kind }
    }
}

#[derive(Default)]
struct Weighed {
    kept: f32,
    unexplained: f32,
    lacks_sharp: bool,
}

/// The last word of a number: its percent sign, where one stands beside it.
fn with_percent(words: &[Word], last: usize) -> usize {
    let sign = words.get(last + 1).filter(|next| next.folded == "percent" && next.typed.start == words[last].typed.end);
    if is_number(&words[last]) && sign.is_some() { last + 1 } else { last }
}
