//! Questions that ranking alone doesn't answer: whether something is so, when the story was published, and sums that
//! the story doesn't do.

use crate::check::{self, Verdict};
use crate::extract::figures::Unit;
use crate::question::{Intent, Question, Word, intent};
use crate::span::Span;
use crate::story::{Citation, Story};

use super::binding::Bound;
use super::{Answer, AnswerKind, Evidence, Label, Outcome};

/// The confidence of a verdict from which it answers a yes/no question.
const SURE_VERDICT: f32 = 0.7;
/// The most words that a question for the day of publication has.
const LONGEST_PUBLICATION_QUESTION: usize = 8;
/// Words of a question for the day of publication, by stem.
const PUBLICATION: &[&str] = &["publish", "write", "post", "release", "date"];
const THE_STORY: &[&str] = &["stori", "articl", "news", "report", "piec", "public", "out", "come", "time", "day"];
/// Words that ask for a sum, by stem.
const SUMS: &[&str] = &["differ", "combin", "altogeth", "averag", "remain", "sum", "minus", "plus", "ratio"];

/// The answer to such a question, where there is one.
pub(crate) fn answer(story: &Story, question: &Question) -> Option<Answer> {
    match question.intent {
        Intent::YesNo => yes_or_no(story, question),
        Intent::When => publication(story, question),
        _ => None,
    }
}

/// Whether the question asks for a sum with a word that the story doesn't have: it would have to be worked out.
pub(crate) fn is_left_to_work_out(question: &Question, bound: &Bound) -> bool {
    let asks_for_number = matches!(question.intent, Intent::HowMuch | Intent::Share | Intent::Age | Intent::Duration)
        || question.words.iter().any(|word| word.stem == "differ");
    let is_sum = |word: usize| SUMS.contains(&question.words[word].stem.as_str());
    asks_for_number && bound.terms.iter().any(|term| term.terms.is_empty() && is_sum(term.word))
}

fn yes_or_no(story: &Story, question: &Question) -> Option<Answer> {
    if question.words.iter().rposition(intent::is_saying).is_some_and(|saying| says_nothing(&question.words[saying..]))
    {
        return None;
    }
    let checked = check::check_words(story, &question.words);
    let label = match checked.verdict {
        Verdict::Supported => Label::StorySaysSo,
        Verdict::Contradicted => Label::StorySaysOtherwise,
        Verdict::NotInStory | Verdict::Rejected => return None,
    };
    let lead = *checked.because.first()?;
    (checked.confidence >= SURE_VERDICT).then(|| shown(lead, checked.confidence, Some(label)))
}

/// Whether nothing stands behind a verb of saying: "did China say" is no claim, whatever other words stand with it.
fn says_nothing(from_verb: &[Word]) -> bool {
    !from_verb.iter().skip(1).any(Word::is_content)
}

/// The line of the article that says its own date.
fn publication(story: &Story, question: &Question) -> Option<Answer> {
    let published = story.document().article().published?;
    let mut content = question.terms();
    let asks_for_it = question.terms().any(|word| PUBLICATION.contains(&word.stem.as_str()))
        && content.all(|word| [PUBLICATION, THE_STORY].iter().any(|list| list.contains(&word.stem.as_str())));
    if !asks_for_it || question.words.len() > LONGEST_PUBLICATION_QUESTION {
        return None;
    }
    let mut dates = story.extracted().figures.iter().filter(|figure| figure.unit == Unit::Date);
    let figure = dates
        .find(|figure| figure.period.is_some_and(|period| period.first == published && period.last == published))?;
    let sentence = sentence_of(story, figure.span)?;
    Some(Answer { kind: AnswerKind::Timeline, ..shown(sentence, 1.0, None) })
}

fn sentence_of(story: &Story, span: Span) -> Option<Citation> {
    let document = story.document();
    let sentence = document.sentence_at(span)?;
    Some(story.cite(document.sentences()[sentence].span))
}

fn shown(lead: Citation, confidence: f32, label: Option<Label>) -> Answer {
    let passages = vec![Evidence { citation: lead, score: confidence }];
    Answer { confidence, lead: Some(lead), label, passages, ..Answer::empty(Outcome::Answered) }
}
