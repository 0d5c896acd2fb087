//! What a sentence must hold to answer at all: a share where a share is asked for, money where a price is, a body
//! where a company is, a cause where a reason is. A sentence on the same matter without it is no answer.

use crate::extract::figures::{Figure, Unit};
use crate::extract::names::NameKind;
use crate::language::stems;
use crate::question::{Intent, Question};
use crate::span::Span;
use crate::story::Story;

/// Nouns that ask for a body by its kind, by stem.
const BODIES: &[&str] = &["compani", "firm", "corpor", "organis", "organiz", "agenc", "parti", "club", "team"];
/// Words that ask for an amount of money, by stem.
const MONEY: &[&str] = &["cost", "price", "worth", "pay", "paid", "fee", "fine", "money", "salari", "bid", "spend"];
/// Nouns that "how many" counts without saying what they are, by stem.
const ANYBODY: &[&str] = &["peopl", "person", "time"];
/// Words that lead to a cause or purpose wherever they stand (the causal connectives of the Penn Discourse Treebank
/// that have no other use).
const CAUSES: &[&str] = &[
    "because",
    "due",
    "owing",
    "amid",
    "following",
    "after",
    "leading",
    "led",
    "caused",
    "cause",
    "causes",
    "reason",
    "reasons",
    "result",
    "resulted",
    "prompted",
    "sparked",
    "triggered",
    "blamed",
    "therefore",
    "thus",
    "since",
    "thanks",
];

/// What an answer to a question must hold.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Required {
    /// Nothing in particular.
    Nothing,
    /// A percentage or another part of a whole.
    Share,
    /// A sum of money.
    Money,
    /// A number, of things with this stem where one is given.
    Number(Option<String>),
    /// The name of a body.
    Body,
    /// Words that tell a cause or purpose.
    Cause,
}

impl Required {
    /// What the answer to a question must hold.
    pub(crate) fn by(question: &Question) -> Self {
        let has = |list: &[&str]| question.words.iter().any(|word| list.contains(&word.stem.as_str()));
        match question.intent {
            Intent::Share => Self::Share,
            Intent::HowMuch if counted(question).is_some() => Self::Number(counted(question)),
            Intent::HowMuch if has(MONEY) => Self::Money,
            Intent::HowMuch => Self::Number(None),
            Intent::Why => Self::Cause,
            _ if asks_for_body(question) => Self::Body,
            _ => Self::Nothing,
        }
    }

    /// Whether it is a figure.
    pub(crate) fn is_figure(&self) -> bool {
        matches!(self, Self::Share | Self::Money | Self::Number(_))
    }

    /// Whether a sentence holds it.
    pub(crate) fn is_in(&self, story: &Story, sentence: Span) -> bool {
        match self {
            Self::Nothing => true,
            Self::Share | Self::Money | Self::Number(_) => self.figures(story, sentence).next().is_some(),
            Self::Body => has_body(story, sentence),
            Self::Cause => has_cause(story, sentence),
        }
    }

    /// The figures of a sentence that are what is asked for.
    pub(crate) fn figures<'s>(&'s self, story: &'s Story, sentence: Span) -> impl Iterator<Item = usize> + 's {
        let numbered = story.extracted().figures.iter().enumerate();
        let fitting = numbered.filter(move |(_, figure)| sentence.contains(figure.span) && self.fits(story, figure));
        fitting.map(|(index, _)| index)
    }

    fn fits(&self, story: &Story, figure: &Figure) -> bool {
        match self {
            Self::Share => figure.unit == Unit::Percent,
            Self::Money => matches!(figure.unit, Unit::Money(_)),
            Self::Number(None) => !matches!(figure.unit, Unit::Date | Unit::Ordinal),
            Self::Number(Some(noun)) => counts(story, figure, noun),
            Self::Nothing | Self::Body | Self::Cause => false,
        }
    }
}

/// Whether a figure counts things of this name: its own words, what it is of, or the name of its unit.
fn counts(story: &Story, figure: &Figure, noun: &str) -> bool {
    let unit = match &figure.unit {
        Unit::Date | Unit::Ordinal | Unit::Money(_) => return false,
        Unit::Duration(unit) | Unit::Measure(unit) => stems::stem(&stems::fold(unit)),
        Unit::Count | Unit::Percent => String::new(),
    };
    let spans = [Some(figure.span), figure.of];
    let text = spans.into_iter().flatten().map(|span| story.document().text(span)).collect::<Vec<_>>().join(" ");
    let mut words = text.split(|letter: char| !letter.is_alphanumeric()).map(|word| stems::stem(&stems::fold(word)));
    let anybody = ANYBODY.contains(&noun) && matches!(figure.unit, Unit::Count);
    anybody || unit == noun || words.any(|word| word == noun)
}

/// The noun that "how many" counts.
fn counted(question: &Question) -> Option<String> {
    let many = question.words.iter().position(|word| word.folded == "many")?;
    let noun = question.words.get(many + 1)?;
    noun.is_content().then(|| noun.stem.clone())
}

fn asks_for_body(question: &Question) -> bool {
    let asking = question.words.iter().position(|word| matches!(word.folded.as_str(), "which" | "what"));
    let noun = asking.and_then(|at| question.words.get(at + 1));
    noun.is_some_and(|noun| BODIES.contains(&noun.stem.as_str()))
}

fn has_body(story: &Story, sentence: Span) -> bool {
    let bodies = story.extracted().names.iter().filter(|name| matches!(name.kind, NameKind::Body | NameKind::Other));
    bodies.flat_map(|name| &name.mentions).any(|mention| sentence.contains(*mention))
}

/// Whether a sentence tells a cause with a word of cause, or a purpose with "to" after a comma or "in order".
fn has_cause(story: &Story, sentence: Span) -> bool {
    let text = story.document().text(sentence);
    let mut words = text.split(|letter: char| !letter.is_alphanumeric()).map(stems::fold);
    words.any(|word| CAUSES.contains(&word.as_str())) || text.contains("so that") || text.contains("in order to")
}
