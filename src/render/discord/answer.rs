//! What became of a question, as an embed: the answer's words first, then more evidence; or which silence it is.

use verbatim_index::answer::{Answer, AnswerKind, Evidence, Outcome, Silence};
use verbatim_index::story::{Citation, CitedSource, Story};

use super::blocks;
use super::buttons::Button;
use super::hand_overs::LeftOpen;
use super::message::{Colour, Message};
use super::{approved, checks, cut, headed, labels, next, notice, source, strong, wishes};
use crate::render::language::Language;
use crate::render::{differing, words};
use crate::reply::{Answered, ApprovedWords, Nearness, sentence_numbers};

/// How many passages stand under the first one.
const MORE_PASSAGES: usize = 2;
/// How many related facts stand under an answer.
const MORE_FACTS: usize = 2;
/// How many related facts stand where only they answer.
const FACTS: usize = 5;
/// How many sentences in order of fit are shown, and how much of each.
const RANKED: usize = 10;
/// See `RANKED`.
const RANKED_SENTENCE: usize = 150;
/// The longest word that was probably meant.
const WORD: usize = 100;

/// The message that answers.
pub fn message(language: Language, answered: &Answered) -> Message {
    let (story, answer) = (&*answered.story, &*answered.answer);
    let blocks = match answer.outcome {
        Outcome::Rejected(rejection) => return notice(words::rejection(rejection).in_language(language)),
        Outcome::Answered => evidence(language, answered),
        Outcome::Silent(Silence::OfSomethingElse) if answer.premise.is_none() => {
            silent(language, answered, Silence::NotInStory)
        }
        Outcome::Silent(silence) => silent(language, answered, silence),
    };
    let mut blocks = blocks;
    if let Some(approved) = &answered.approved {
        // Approved words of the story stand in place of what the program found; a note stands before it.
        if matches!(approved.words, ApprovedWords::Story(_)) {
            blocks.clear();
        } else {
            blocks.insert(0, strong(words::approved::BY_ITSELF.in_language(language)));
        }
        blocks.insert(0, approved::block(language, story, approved));
    }
    blocks.extend(ranked(language, story, &answer.ranked[..answered.top.min(answer.ranked.len())]));
    blocks.extend(answered.explain.then(|| clues(language, answer)).flatten());
    let mut embed = headed(language, story, colour(story, answer)).asked(&answered.question);
    blocks::fill(language, &mut embed, &blocks);
    let message = Message::public(embed).with_buttons(buttons(language, answered));
    match answer.outcome {
        Outcome::Silent(_) if answered.approved.is_none() => {
            let nearest = nearest(story, answer);
            message.leaving_open(LeftOpen { story: next::this_version(story), nearest })
        }
        Outcome::Silent(_) | Outcome::Answered | Outcome::Rejected(_) => message,
    }
}

/// What can be asked next about an answer or a silence.
fn buttons(language: Language, answered: &Answered) -> Vec<Button> {
    let (story, answer) = (&*answered.story, &*answered.answer);
    match answer.outcome {
        Outcome::Answered => {
            let mut buttons = first(answer).map(|first| next::about(language, story, first)).unwrap_or_default();
            buttons.extend(next::passages(language, story, Nearness::Further, &further(story, answer)));
            buttons.extend(wishes::button(language, answered));
            buttons
        }
        Outcome::Silent(silence) => {
            let mut buttons = about_silence(language, story, answer, silence);
            buttons.extend(corrected(language, answered));
            buttons.extend(next::passages(language, story, Nearness::NoAnswer, &nearest(story, answer)));
            buttons.extend(wishes::button(language, answered));
            buttons
        }
        Outcome::Rejected(_) => Vec::new(),
    }
}

fn about_silence(language: Language, story: &Story, answer: &Answer, silence: Silence) -> Vec<Button> {
    match (silence, answer.premise) {
        (Silence::OfSomethingElse, Some(premise)) => next::about(language, story, premise),
        (Silence::Ambiguous, _) => next::which(language, story, &answer.candidates),
        (Silence::NotInStory | Silence::RelatedOnly | Silence::OfSomethingElse, _) => Vec::new(),
    }
}

/// The same question with the word that was probably meant.
fn corrected(language: Language, answered: &Answered) -> Option<Button> {
    let (typed, meant) = answered.answer.did_you_mean.as_ref()?;
    let meant = answered.story.text(*meant);
    let question = answered.question.replacen(typed.as_str(), meant, 1);
    next::corrected(language, &answered.story, &question, meant)
}

/// The sentences that fit, without those that are shown.
fn further(story: &Story, answer: &Answer) -> Vec<usize> {
    let shown = first(answer).into_iter().chain(cited(&answer.passages).take(MORE_PASSAGES + 1));
    let shown = sentence_numbers::of(story, shown);
    let ranked = sentence_numbers::of(story, cited(fitting(&answer.ranked)));
    ranked.into_iter().filter(|number| !shown.contains(number)).collect()
}

/// The sentences nearest to a question without an answer, without the one that a false premise runs against.
fn nearest(story: &Story, answer: &Answer) -> Vec<usize> {
    let shown = sentence_numbers::of(story, answer.premise.into_iter().chain(answer.candidates.iter().copied()));
    let near = cited(&answer.nearest).chain(cited(fitting(&answer.ranked)));
    sentence_numbers::of(story, near).into_iter().filter(|number| !shown.contains(number)).collect()
}

/// Those of which anything fits.
fn fitting(ranked: &[Evidence]) -> &[Evidence] {
    let fitting = ranked.iter().take_while(|evidence| evidence.score > 0.0).count();
    &ranked[..fitting]
}

fn cited(evidence: &[Evidence]) -> impl Iterator<Item = Citation> + '_ {
    evidence.iter().map(|evidence| evidence.citation)
}

fn colour(story: &Story, answer: &Answer) -> Colour {
    match (answer.outcome, first(answer)) {
        (Outcome::Answered, Some(citation)) => source::colour(story, citation),
        (Outcome::Silent(Silence::RelatedOnly), _) => Colour::RelatedFact,
        (Outcome::Answered | Outcome::Silent(_) | Outcome::Rejected(_), _) => Colour::Quiet,
    }
}

fn first(answer: &Answer) -> Option<Citation> {
    answer.lead.or_else(|| answer.passages.first().map(|evidence| evidence.citation))
}

fn evidence(language: Language, answered: &Answered) -> Vec<String> {
    let (story, answer) = (&*answered.story, &*answered.answer);
    let mut blocks = Vec::new();
    let lead = first(answer);
    if let Some(lead) = lead {
        let figure = figure_asked_for(story, answer).map(|figure| cut::escaped(story.text(figure), WORD));
        let figure = figure.map(|figure| format!("{}\n", strong(&figure))).unwrap_or_default();
        let shown = format!("{figure}{}", blocks::passage(language, story, lead));
        blocks.push(match answer.label {
            Some(label) => {
                let label = strong(words::label(label).in_language(language));
                [vec![label], contrasts(language, answered), vec![shown]].concat().join("\n")
            }
            None => shown,
        });
    }
    let more = answer.passages.iter().map(|evidence| evidence.citation);
    let more = more.filter(|citation| lead.is_none_or(|lead| !is_same_sentence(story, lead, *citation)));
    let more: Vec<String> =
        more.take(MORE_PASSAGES).map(|citation| blocks::passage(language, story, citation)).collect();
    if !more.is_empty() {
        blocks.push(format!("{}\n{}", strong(words::ALSO.in_language(language)), more.join("\n\n")));
    }
    let facts = facts(language, story, answer, MORE_FACTS);
    if !facts.is_empty() {
        blocks.push(format!("{}\n{}", strong(labels::ALSO_RELATED.in_language(language)), facts.join("\n")));
    }
    blocks
}

/// The words of the figure that answers, where one stands in the sentence that does.
fn figure_asked_for(story: &Story, answer: &Answer) -> Option<Citation> {
    let is_figure = answer.kind == AnswerKind::Figure && answer.label.is_none();
    let lead = answer.lead.filter(|lead| is_figure && lead.source == CitedSource::Article)?;
    let figures = answer.figures.iter().filter_map(|index| story.extracted().figures.get(*index));
    let mut within = figures.map(|figure| figure.span).filter(|figure| lead.span.contains(*figure));
    within.next().map(|figure| story.cite(figure))
}

fn is_same_sentence(story: &Story, one: Citation, other: Citation) -> bool {
    match (one.source, other.source) {
        (CitedSource::Article, CitedSource::Article) => {
            story.document().sentence_at(one.span) == story.document().sentence_at(other.span)
        }
        (CitedSource::Fact(one), CitedSource::Fact(other)) => one == other,
        (CitedSource::Article, CitedSource::Fact(_)) | (CitedSource::Fact(_), CitedSource::Article) => false,
    }
}

/// What the story has otherwise than the question takes for granted.
fn contrasts(language: Language, answered: &Answered) -> Vec<String> {
    let sides = answered.contrasts().into_iter().map(|contrast| {
        let asked = differing::typed(&answered.question, &contrast.asked);
        checks::against(language, asked, differing::told(&answered.story, contrast.told))
    });
    sides.collect()
}

fn silent(language: Language, answered: &Answered, silence: Silence) -> Vec<String> {
    let (story, answer) = (&*answered.story, &*answered.answer);
    let mut blocks = vec![strong(words::silence(silence).in_language(language))];
    match silence {
        Silence::NotInStory => {}
        Silence::RelatedOnly => blocks.extend(facts(language, story, answer, FACTS)),
        Silence::OfSomethingElse => {
            blocks.extend(contrasts(language, answered));
            blocks.extend(answer.premise.map(|premise| blocks::passage(language, story, premise)))
        }
        Silence::Ambiguous => {
            let numbered = answer.candidates.iter().enumerate();
            blocks.extend(numbered.map(|(position, candidate)| {
                format!("**{}.**\n{}", position + 1, blocks::passage(language, story, *candidate))
            }));
        }
    }
    blocks.extend(did_you_mean(language, story, answer));
    blocks
}

/// Related facts, each followed by those that tell it otherwise.
fn facts(language: Language, story: &Story, answer: &Answer, limit: usize) -> Vec<String> {
    let mut blocks = Vec::new();
    for (position, index) in answer.related.iter().take(limit).enumerate() {
        let Some(fact) = story.facts().get(*index) else { continue };
        let Some(span) = fact.claim.trimmed(0..fact.claim.text().len()) else { continue };
        let before = &answer.related[..position];
        let is_otherwise = before
            .iter()
            .filter_map(|other| story.facts().get(*other))
            .any(|other| other.disputed_by.contains(&fact.id));
        let shown = blocks::passage(language, story, Citation { source: CitedSource::Fact(*index), span });
        blocks.push(if is_otherwise {
            format!("{}\n{shown}", strong(labels::TOLD_OTHERWISE.in_language(language)))
        } else {
            shown
        });
    }
    blocks
}

/// The sentences in order of fit, where the asker wants them.
fn ranked(language: Language, story: &Story, ranked: &[Evidence]) -> Option<String> {
    let lines = ranked.iter().enumerate().map(|(position, evidence)| {
        let sentence = cut::escaped(story.text(evidence.citation), RANKED_SENTENCE);
        format!("{}\\. {sentence}\n{}", position + 1, source::line(language, story, evidence.citation))
    });
    let lines: Vec<String> = lines.take(RANKED).collect();
    (!lines.is_empty()).then(|| format!("{}\n{}", strong(words::RANKED.in_language(language)), lines.join("\n")))
}

/// What an answer was found by.
fn clues(language: Language, answer: &Answer) -> Option<String> {
    let clues = answer.clues.iter().map(|clue| format!("{}: {}", clue.what, cut::escaped(&clue.seen, WORD)));
    let lines: Vec<String> = clues.collect();
    (!lines.is_empty()).then(|| format!("{}\n{}", strong(words::FOUND_BY.in_language(language)), lines.join("\n")))
}

fn did_you_mean(language: Language, story: &Story, answer: &Answer) -> Option<String> {
    let (typed, meant) = answer.did_you_mean.as_ref()?;
    let shown = |word: &str| cut::escaped(word, WORD);
    Some(words::did_you_mean(language, &shown(typed), &shown(story.text(*meant))))
}
