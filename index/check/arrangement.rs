//! What bars a claim from being supported though its words are in the sentence: they stand there in another order, or
//! belong to something else.

use crate::answer::binding::Bound;
use crate::answer::ranking::Matches;
use crate::question::{Case, Word};
use crate::story::Story;

use super::aligning::Alignment;
use super::sides::{self, StorySide};
use super::voice;

/// How strongly a name must be carried to a sentence to stand in it.
const STANDS_FOR: f32 = 0.7;
/// Subject pronouns that can stand for a name, folded.
const PRONOUNS: &[&str] = &["he", "she", "it", "they", "his", "her", "its", "their"];

/// A claim beside a sentence, aligned.
pub(super) struct Arranged<'c> {
    /// The story.
    pub(super) story: &'c Story,
    /// The claim's words.
    pub(super) claim: &'c [Word],
    /// The sentence.
    pub(super) sentence: &'c StorySide,
    /// Which of them are one.
    pub(super) alignment: &'c Alignment,
}

/// How a word of the claim stands in the sentence.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Standing {
    /// In its place.
    InPlace,
    /// A pronoun or another form of the name stands in its place.
    StoodFor,
    /// Somewhere else.
    Misplaced,
    /// Nowhere.
    Missing,
}

impl Arranged<'_> {
    /// How a word of the claim stands in the sentence.
    pub(super) fn standing(&self, at: usize) -> Standing {
        let word = &self.claim[at];
        if self.alignment.beside(at).is_some() || self.is_absorbed(at) {
            return Standing::InPlace;
        }
        let elsewhere = |other: &usize| self.sentence.likeness(word, *other) > 0;
        let mut elsewhere = (0..self.sentence.words.len()).filter(elsewhere);
        match elsewhere.next() {
            Some(other) if sides::is_date(word) && self.is_only_date(other) => Standing::InPlace,
            Some(_) => Standing::Misplaced,
            None => Standing::Missing,
        }
    }

    /// How a word that is bound to the story's terms stands in the sentence or is carried to it.
    pub(super) fn standing_bound(&self, bound: &Bound, matches: &Matches, (number, line): (usize, usize)) -> Standing {
        let at = bound.terms[number].word;
        let standing = self.standing(at);
        let is_carried = matches.strength(number, line) >= STANDS_FOR;
        let first = self.alignment.pairs.first().copied().unwrap_or_default();
        let is_subject = at < first.0 || at <= first.0 + 1;
        let pronoun = || self.sentence.words.iter().any(|word| PRONOUNS.contains(&word.folded.as_str()));
        let stands_for = standing == Standing::Missing && is_carried && is_subject && pronoun();
        if stands_for { Standing::StoodFor } else { standing }
    }

    /// Whether the words in place stand so that they say something else.
    pub(super) fn is_rearranged(&self) -> bool {
        let moves_words = self.is_split_by_rival() || self.turns_direction();
        moves_words || self.takes_object_for_subject() || self.lacks_a_form_of_be()
    }

    /// Whether a word that is no name stands beside another word that is only used for much the same ("cut" and "lower").
    pub(super) fn rests_on_synonyms(&self) -> bool {
        self.alignment.pairs.iter().any(|(claim, story)| {
            let (word, other) = (&self.claim[*claim], &self.sentence.words[*story]);
            word.stem != other.stem && !self.sentence.is_name(*story) && !sides::is_claimed_name(self.story, word)
        })
    }

    /// "Hillary" of "Hillary Clinton" stands in "Mrs Clinton".
    fn is_absorbed(&self, at: usize) -> bool {
        let neighbours = [at.checked_sub(1), Some(at + 1)].into_iter().flatten();
        let mut beside = neighbours.filter_map(|near| self.alignment.beside(near));
        beside.any(|other| self.sentence.is_called(other, &self.claim[at].stem))
    }

    fn is_only_date(&self, at: usize) -> bool {
        (0..self.sentence.words.len()).all(|other| other == at || !sides::is_date(&self.sentence.words[other]))
    }

    /// Two neighbours of the claim stand apart in the sentence, with another name, number or day between them to which
    /// one of them may belong.
    fn is_split_by_rival(&self) -> bool {
        let is_content = |pair: &&(usize, usize)| self.claim[pair.0].is_content();
        let content: Vec<(usize, usize)> = self.alignment.pairs.iter().filter(is_content).copied().collect();
        content.windows(2).any(|pairs| {
            let ((claim, story), (next_claim, next_story)) = (pairs[0], pairs[1]);
            let are_neighbours = (claim + 1..next_claim).all(|at| !self.claim[at].is_content());
            let rivals = |at: usize| {
                !self.is_same_word(at, story)
                    && !self.is_same_word(at, next_story)
                    && (self.is_same_sort(at, story) || self.is_same_sort(at, next_story))
            };
            are_neighbours && !self.goes_on(next_story) && (story + 1..next_story).any(rivals)
        })
    }

    /// "… and has said": a verb after "and" goes on with the subject before.
    fn goes_on(&self, verb: usize) -> bool {
        let words = &self.sentence.words;
        let mut before = words[..verb].iter().rev().take_while(|word| !word.is_content());
        sides::may_be_verb(&words[verb]) && before.any(|word| word.folded == "and")
    }

    fn is_same_word(&self, at: usize, other: usize) -> bool {
        self.sentence.words[at].stem == self.sentence.words[other].stem
    }

    fn is_same_sort(&self, at: usize, other: usize) -> bool {
        let (first, second) = (&self.sentence.words[at], &self.sentence.words[other]);
        let is_name = |at: usize| self.sentence.is_name(at) && !sides::is_date(&self.sentence.words[at]);
        let same_name = is_name(at) && self.sentence.is_called(at, &second.stem);
        let is_year = |word: &Word| sides::is_year(&word.folded);
        sides::is_number(first) && sides::is_number(second) && is_year(first) == is_year(second)
            || sides::is_date(first) && sides::is_date(second)
            || is_name(at) && is_name(other) && !same_name
    }

    /// A claim whose only verb is a form of "be" isn't said by a sentence without one.
    fn lacks_a_form_of_be(&self) -> bool {
        let mut forms = (0..self.claim.len()).filter(|at| voice::is_form_of_be(&self.claim[*at])).peekable();
        let has_other_verb = self.claim.iter().any(sides::may_be_verb);
        forms.peek().is_some() && !has_other_verb && forms.all(|at| self.alignment.beside(at).is_none())
    }

    /// "By" before a name in the claim and not in the sentence, or the other way round.
    fn turns_direction(&self) -> bool {
        let is_by = |word: &Word| word.folded == "by";
        let is_added = (0..self.claim.len()).any(|at| is_by(&self.claim[at]) && self.alignment.beside(at).is_none());
        let mut names = self.alignment.pairs.iter().filter(|(_, story)| self.sentence.is_name(*story));
        is_added
            || names.any(|(claim, story)| {
                let follows = |words: &[Word], at: usize| at.checked_sub(1).is_some_and(|before| is_by(&words[before]));
                follows(&self.sentence.words, *story) && !follows(self.claim, *claim)
            })
    }

    /// The name before the claim's first verb is what another verb of the sentence is about: "beat Weston and went up".
    fn takes_object_for_subject(&self) -> bool {
        let is_name = |pair: &&(usize, usize)| self.sentence.is_name(pair.1);
        let Some(subject) = self.alignment.pairs.iter().find(is_name) else { return false };
        let number = self.alignment.pairs.iter().position(|pair| pair == subject).unwrap_or(0);
        let opens_claim = self.claim[..subject.0].iter().all(|word| !word.is_content() || word.case == Case::Capital);
        let in_name = |at: usize| self.sentence.is_name(at);
        let mut first = subject.1;
        while first > 0 && in_name(first - 1) && !self.sentence.parted[first] {
            first -= 1;
        }
        let before = first.checked_sub(1).filter(|_| !self.sentence.parted[first]).map(|at| &self.sentence.words[at]);
        let after = self.alignment.pairs[number..].iter().find(|pair| !self.sentence.is_name(pair.1));
        let stands_apart = after.is_some_and(|after| (subject.1 + 1..after.1).any(|at| !in_name(at)));
        let is_object = before.is_some_and(|word| {
            sides::may_be_verb(word)
                || OBJECT_OPENERS.contains(&word.folded.as_str())
                || is_bare_verb(self.sentence, first)
        });
        opens_claim && stands_apart && is_object
    }
}

/// "to beat Weston": a word after "to" is a verb.
fn is_bare_verb(sentence: &StorySide, name: usize) -> bool {
    name >= 2 && sentence.words[name - 2].folded == "to" && sentence.words[name - 1].is_content()
}

/// Prepositions after which a name isn't a subject, folded.
const OBJECT_OPENERS: &[&str] =
    &["of", "by", "from", "to", "with", "for", "on", "against", "at", "in", "about", "between", "over"];
