//! "Who controls …", "who claims …" and "what does … call …", answered from the facts of the dispute: any name of the
//! disputed thing will do, and a party is known by all its words.

use crate::extract::dispute::{Aspect, DisputeFact};
use crate::language::countries;
use crate::question::{Intent, Question, Word, synonyms};
use crate::span::Span;
use crate::story::Story;

use super::binding::Bound;
use super::listing;
use super::ranking::Matches;
use super::{Answer, AnswerKind, Evidence, Outcome};

/// How sure a fact of the dispute is that is of the thing asked about.
const SURE: f32 = 0.9;
/// Verbs that ask for the holder or the claimant, by stem.
const CLAIMING: &[&str] = &["claim", "want"];
const HOLDING: &[&str] = &["control", "own", "hold", "administ", "govern", "possess", "run", "rule", "have"];
/// Words that only ask, by stem.
const ASKING: &[&str] = &["call", "name", "know", "current", "right", "now", "actual"];

/// The answer, where the story's dispute has it.
pub(crate) fn answer(story: &Story, question: &Question) -> Option<Answer> {
    match question.intent {
        Intent::Control => by_aspect(story, question),
        Intent::Named => by_name(story, question),
        _ => None,
    }
}

/// Whether the holder of a thing is asked for and a sentence can't tell it: it has no word for holding or claiming, or
/// what is held in it is another thing.
pub(crate) fn is_of_another(
    story: &Story,
    question: &Question,
    (bound, matches): (&Bound, &Matches),
    line: usize,
) -> bool {
    if question.intent != Intent::Control || answer(story, question).is_some() {
        return false;
    }
    let asks = |word: &Word| [CLAIMING, HOLDING].iter().any(|list| list.contains(&word.stem.as_str()));
    let stands = |(number, _): (usize, _)| matches.position(number, line).is_some();
    let mut verbs = bound.terms.iter().enumerate().filter(|(_, term)| asks(&question.words[term.word]));
    let sentence = super::asking::sentence(story, line).span;
    let mut facts = story.extracted().dispute.iter();
    let tells = |fact: &DisputeFact| matches!(fact.aspect, Aspect::Control | Aspect::Claim);
    !verbs.any(stands) || facts.any(|fact| tells(fact) && sentence.overlaps(fact.span))
}

fn by_aspect(story: &Story, question: &Question) -> Option<Answer> {
    let asks = |list: &[&str]| question.words.iter().any(|word| list.contains(&word.stem.as_str()));
    let aspect = if asks(CLAIMING) { Aspect::Claim } else { Aspect::Control };
    let words = matter(question);
    let fits = |fact: &DisputeFact| {
        fact.aspect == aspect && fact.party.is_some() && words.iter().all(|word| is_of_thing(story, word))
    };
    shown(story, words.is_empty(), fits)
}

fn by_name(story: &Story, question: &Question) -> Option<Answer> {
    let words = matter(question);
    let fits = |fact: &DisputeFact| {
        let Some(party) = fact.party.filter(|_| fact.aspect == Aspect::Name) else { return false };
        let (parties, things): (Vec<&Word>, Vec<&Word>) = words.iter().partition(|word| is_party(story, party, word));
        !parties.is_empty() && things.into_iter().all(|word| is_of_thing(story, word))
    };
    shown(story, words.is_empty(), fits)
}

fn shown(story: &Story, is_of_nothing: bool, fits: impl Fn(&DisputeFact) -> bool) -> Option<Answer> {
    let facts = &story.extracted().dispute;
    let fitting: Vec<usize> = (0..facts.len()).filter(|index| fits(&facts[*index])).collect();
    let first = facts.get(*fitting.first()?).filter(|_| !is_of_nothing)?;
    let document = story.document();
    let sentence = &document.sentences()[document.sentence_at(first.span)?];
    let lead = story.cite(sentence.span);
    Some(Answer {
        kind: AnswerKind::Dispute,
        confidence: SURE,
        lead: Some(lead),
        passages: vec![Evidence { citation: lead, score: SURE }],
        dispute: fitting,
        ..Answer::empty(Outcome::Answered)
    })
}

/// The words of a question that say of what.
fn matter(question: &Question) -> Vec<Word> {
    let asks = |word: &&Word| [CLAIMING, HOLDING, ASKING].iter().any(|list| list.contains(&word.stem.as_str()));
    question.terms().filter(|word| !asks(word)).cloned().collect()
}

/// Whether a word is one for the disputed thing: what is held or claimed, or one of the names that any party gives it.
fn is_of_thing(story: &Story, word: &Word) -> bool {
    let is_of_thing = |aspect: Aspect| matches!(aspect, Aspect::Name | Aspect::Control | Aspect::Claim);
    let facts = story.extracted().dispute.iter().filter(|fact| is_of_thing(fact.aspect));
    facts.filter_map(|fact| fact.value).any(|span| has_word(story, span, word))
}

fn has_word(story: &Story, span: Span, word: &Word) -> bool {
    let written = crate::question::plain_words(story.document().text(span));
    let alike = synonyms::of(&word.stem);
    written.iter().any(|other| other.stem == word.stem || alike.contains(&other.stem))
}

fn is_party(story: &Story, party: Span, word: &Word) -> bool {
    let written = countries::at(story.document().text(party)).map(|found| found.country.code);
    let asked = countries::typed(&word.folded).map(|found| found.country.code);
    (written.is_some() && written == asked) || listing::person_fit(story, party, std::slice::from_ref(word)) > 0.0
}
