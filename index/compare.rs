//! Two stories of one event → what they tell differently: figures, dates, spellings, quotations, speakers, verbs of
//! saying. Only what can be compared is: the same sentence with another figure, the same words with another speaker.

use std::collections::HashSet;

use crate::answer;
use crate::draft::{self, Found, Mark, NameVerdict, Standing};
use crate::extract::Statement;
use crate::extract::statements::SpeakerKind;
use crate::question;
use crate::quote::QuoteVerdict;
use crate::span::Span;
use crate::story::{CitedSource, Story};

/// What two stories tell differently.
#[derive(Clone, Debug, Default)]
pub struct Compared {
    /// Whether they share enough to be of one event; where they don't, nothing is compared.
    pub is_one_event: bool,
    /// What differs, in the order of the first story.
    pub pairs: Vec<Pair>,
    /// What only the first story has, each name once.
    pub only_first: Vec<Only>,
    /// What only the second story has, each name once.
    pub only_second: Vec<Only>,
}

/// Words of the first story against words of the second.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Pair {
    /// In what they differ.
    pub of: Compares,
    /// The first story's words.
    pub first: Span,
    /// The second story's words.
    pub second: Span,
}

/// Words that one story has and the other hasn't.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Only {
    /// What they are.
    pub of: Compares,
    /// Where they stand.
    pub at: Span,
}

/// What is compared.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Compares {
    /// Numbers with their units.
    Figure,
    /// Days, months, years.
    Date,
    /// How names are spelt.
    Name,
    /// Words in quotation marks.
    Quotation,
    /// Who said them.
    Speaker,
    /// With which verb they are reported.
    Verb,
    /// Something else that a sentence says.
    Claim,
}

/// The names, countries aside, that two stories of one event share at least.
const FEWEST_SHARED_NAMES: usize = 2;
/// The part of the shorter statement's words that two statements of one speaker share where they report the same.
const SAME_STATEMENT: f32 = 0.6;
/// Of fewer words than these a statement is like too many others.
const FEWEST_WORDS: usize = 3;

/// Compares two stories.
pub fn compare(first: &Story, second: &Story) -> Compared {
    let forth = draft::check(first, second);
    if shared_names(first, &forth.marks) < FEWEST_SHARED_NAMES {
        return Compared::default();
    }
    compare_by(first, second, &forth.marks)
}

/// Compares two versions of one story, which are of one event whatever they share.
pub fn versions(before: &Story, after: &Story) -> Compared {
    compare_by(before, after, &draft::check(before, after).marks)
}

fn compare_by(first: &Story, second: &Story, forth: &[Mark]) -> Compared {
    let back = draft::check(second, first);
    let mut pairs: Vec<Pair> = forth.iter().flat_map(pairs).collect();
    for Pair { of, first, second } in back.marks.iter().flat_map(self::pairs) {
        let turned = Pair { of, first: second, second: first };
        let is_known = |known: &Pair| {
            let same_first = known.first.overlaps(turned.first) || known.first == turned.first;
            known.of == of && same_first && (known.second.overlaps(turned.second) || known.second == turned.second)
        };
        if !pairs.iter().any(is_known) {
            pairs.push(turned);
        }
    }
    pairs.extend(verbs(first, second));
    pairs.sort_by_key(|pair| (pair.first, pair.of));
    Compared { is_one_event: true, pairs, only_first: only(first, forth), only_second: only(second, &back.marks) }
}

/// How many of a story's names, countries aside, the other one has too.
fn shared_names(story: &Story, marks: &[Mark]) -> usize {
    let names = story.extracted().names.iter().filter(|name| name.country.is_none());
    let shared =
        |span: &Span| marks.iter().any(|mark| mark.at == *span && mark.found == Found::Name(NameVerdict::InStory));
    names.filter(|name| name.mentions.iter().any(shared)).count()
}

fn pairs(mark: &Mark) -> Vec<Pair> {
    if mark.found.standing() != Standing::Wrong {
        return Vec::new();
    }
    let of = match mark.found {
        Found::Quotation(QuoteVerdict::OtherSpeaker) => Compares::Speaker,
        Found::Quotation(_) => Compares::Quotation,
        Found::Figure(_) => Compares::Figure,
        Found::Date(_) => Compares::Date,
        Found::Name(_) => Compares::Name,
        Found::Claim => Compares::Claim,
    };
    // Of two versions of a quotation the whole is shown, of a figure the figures.
    let whole = matches!(of, Compares::Quotation).then(|| mark.because.first().map(|story| (mark.at, story.span)));
    if let Some(Some((first, second))) = whole {
        return vec![Pair { of, first, second }];
    }
    let told = mark.differences.iter().filter_map(|difference| {
        let story = difference.story.filter(|story| story.source == CitedSource::Article)?;
        Some(Pair { of, first: difference.draft, second: story.span })
    });
    let told = told.filter(|pair| of != Compares::Speaker || !mark.at.contains(pair.first));
    told.collect()
}

/// Figures that the other story doesn't have, and names, each once.
fn only(story: &Story, marks: &[Mark]) -> Vec<Only> {
    let mut seen: HashSet<String> = HashSet::new();
    let mut only = Vec::new();
    for mark in marks {
        let of = match mark.found {
            Found::Figure(draft::FigureVerdict::Absent) => Compares::Figure,
            Found::Date(draft::FigureVerdict::Absent) => Compares::Date,
            Found::Name(NameVerdict::Absent) => Compares::Name,
            _ => continue,
        };
        let at = match of {
            Compares::Name => story.extracted().name_at(mark.at).map_or(mark.at, |name| name.canonical),
            _ => mark.at,
        };
        if of != Compares::Name || seen.insert(story.document().text(at).to_lowercase()) {
            only.push(Only { of, at });
        }
    }
    only
}

/// Statements of the same speaker in the same words that are reported with two verbs.
fn verbs(first: &Story, second: &Story) -> Vec<Pair> {
    let mut found = Vec::new();
    for statement in &first.extracted().statements {
        let best = second.extracted().statements.iter().enumerate();
        let same = best.filter_map(|(index, other)| {
            let likeness = likeness((first, statement), (second, other));
            (likeness >= SAME_STATEMENT && is_same_speaker(first, statement, second, index))
                .then_some((likeness, other))
        });
        let Some((_, other)) = same.max_by(|(a, _), (b, _)| a.total_cmp(b)) else { continue };
        let (Some(cue), Some(other)) = (statement.cue, other.cue) else { continue };
        let stems = |story: &Story, cue: Span| -> Vec<String> {
            question::plain_words(story.document().text(cue)).into_iter().map(|word| word.stem).collect()
        };
        if stems(first, cue) != stems(second, other) {
            found.push(Pair { of: Compares::Verb, first: cue, second: other });
        }
    }
    found
}

fn is_same_speaker(first: &Story, statement: &Statement, second: &Story, other: usize) -> bool {
    let Some(speaker) = statement.speaker else { return false };
    let is_named = matches!(speaker.kind, SpeakerKind::Person | SpeakerKind::Body);
    let name = speaker.name.filter(|_| is_named).map(|name| answer::person_words(first.document().text(name)));
    name.is_some_and(|name| !name.is_empty() && answer::is_spoken_by(second, other, &name))
}

/// The part of the shorter one's content words that both have.
fn likeness(first: (&Story, &Statement), second: (&Story, &Statement)) -> f32 {
    let words = |(story, statement): (&Story, &Statement)| -> HashSet<String> {
        let texts = statement.spans.iter().map(|span| story.document().text(*span));
        let words = texts.flat_map(question::plain_words).filter(question::Word::is_content);
        words.map(|word| word.stem).collect()
    };
    let (first, second) = (words(first), words(second));
    let fewest = first.len().min(second.len());
    if fewest < FEWEST_WORDS {
        return 0.0;
    }
    first.intersection(&second).count() as f32 / fewest as f32
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::article::{self, Format};
    use crate::span::Source;

    const FIRST: &str = "Bridge vote put off\n\nThe council of Port Elsin has put off a vote on a new bridge, its leader, \
        Maria Lund, said on Tuesday.\n\nJon Abel claimed that the engineers had no plans for a second tunnel.\n\n\
        \"We will not be rushed into this,\" Maria Lund said. The bridge would cost $3.2m.\n\nThe port handles 40% of \
        the region's grain. Some 300 dockers work there.\n";
    const SECOND: &str = "Elsin delays its bridge\n\nPort Elsin's leader, Maria Lund, has delayed a vote on a bridge.\n\n\
        Jon Abel said the engineers had no plans for a second tunnel.\n\n\"We will never be rushed into this,\" Maria \
        Lund said. Pia Horn watched.\n\nThe port handles 45% of the region's grain.\n";

    fn read(id: &str, text: &str) -> Story {
        Story::new(id, article::read(Source::new(text).unwrap(), Format::Plain), Vec::new())
    }

    fn shown(first: &str, second: &str) -> (bool, Vec<String>, Vec<String>, Vec<String>) {
        let (first, second) = (read("first", first), read("second", second));
        let compared = compare(&first, &second);
        let text = |story: &Story, span: Span| story.document().text(span).to_owned();
        let pairs = compared
            .pairs
            .iter()
            .map(|pair| format!("{:?}: {} | {}", pair.of, text(&first, pair.first), text(&second, pair.second)));
        let only = |story: &Story, only: &[Only]| -> Vec<String> {
            only.iter().map(|only| format!("{:?}: {}", only.of, text(story, only.at))).collect()
        };
        (
            compared.is_one_event,
            pairs.collect(),
            only(&first, &compared.only_first),
            only(&second, &compared.only_second),
        )
    }

    #[test]
    fn two_stories_of_one_event_are_compared_where_they_can_be() {
        let (is_one_event, pairs, only_first, only_second) = shown(FIRST, SECOND);
        assert!(is_one_event);
        assert_eq!(
            pairs,
            [
                "Verb: claimed | said",
                "Quotation: We will not be rushed into this, | We will never be rushed into this",
                "Figure: 40% | 45%",
            ]
        );
        assert!(only_first.contains(&"Figure: $3.2m".to_owned()), "{only_first:?}");
        assert!(only_first.contains(&"Figure: Some 300".to_owned()), "{only_first:?}");
        assert_eq!(only_second, ["Name: Pia Horn"]);
    }

    #[test]
    fn a_story_tells_nothing_otherwise_than_itself() {
        let (is_one_event, pairs, only_first, only_second) = shown(FIRST, FIRST);
        assert!(is_one_event);
        assert_eq!((pairs.len(), only_first.len(), only_second.len()), (0, 0, 0));
    }

    #[test]
    fn versions_of_one_story_are_compared_however_few_names_they_share() {
        let (before, after) =
            (read("x", "Rain\n\nThe dam is 40% full.\n"), read("x", "Rain\n\nThe dam is 45% full.\n"));
        assert!(!compare(&before, &after).is_one_event);
        let compared = versions(&before, &after);
        let [Pair { of: Compares::Figure, first, second }] = compared.pairs[..] else { panic!("{compared:?}") };
        assert_eq!((before.document().text(first), after.document().text(second)), ("40%", "45%"));
        assert!(versions(&before, &before).pairs.is_empty());
    }

    #[test]
    fn stories_of_two_events_are_not_compared() {
        let other = "Dam is full\n\nThe dam holds 40% of the region's water, the minister, Ada Pell, said.\n";
        assert_eq!(shown(FIRST, other), (false, vec![], vec![], vec![]));
    }
}
