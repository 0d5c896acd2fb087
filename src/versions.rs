//! What is kept of a summary or an answer, the same in every language, and what the next version of its story says
//! otherwise. How that is shown is `render`'s.

use verbatim_index::answer::{Label, Outcome, Silence};
use verbatim_index::compare::{self, Compares, Pair};
use verbatim_index::correction::{Became, Corrects};
use verbatim_index::span::Span;
use verbatim_index::story::{Citation, CitedSource, Story};

use crate::desk::DifferenceTold;
use crate::render::differing;
use crate::render::voice::{self, Voice};
use crate::render::words::checklist::compared;
use crate::reply::{Answered, Summarised};

/// Sentences that are in a summary since, and those that are no more.
pub const ADDED: &str = "added";
/// See `ADDED`.
pub const LEFT_OUT: &str = "left out";

/// How many differences are told of one change; the rest is in the story.
const MOST: usize = 6;
/// How many facts, candidates or passages tell one silence or answer from another.
const TELLING: usize = 3;

/// A summary: its sentences, each with the chain that it came through.
pub fn summary(summarised: &Summarised) -> String {
    lines(&summarised.story, &summarised.sentences).join("\n")
}

/// What was answered: what became of the question, then the words, each with their chain.
pub fn answer(answered: &Answered) -> String {
    let (story, answer) = (&*answered.story, &*answered.answer);
    let lead = answer.lead.or_else(|| answer.passages.first().map(|evidence| evidence.citation));
    let fact = |index: &usize| {
        let claim = &story.facts().get(*index)?.claim;
        Some(Citation { source: CitedSource::Fact(*index), span: claim.trimmed(0..claim.text().len())? })
    };
    let citations: Vec<Citation> = match answer.outcome {
        Outcome::Answered => lead.into_iter().collect(),
        Outcome::Silent(Silence::RelatedOnly) => answer.related.iter().take(TELLING).filter_map(fact).collect(),
        Outcome::Silent(Silence::Ambiguous) => answer.candidates.iter().take(TELLING).copied().collect(),
        Outcome::Silent(Silence::OfSomethingElse) => answer.premise.into_iter().collect(),
        Outcome::Silent(Silence::NotInStory) | Outcome::Rejected(_) => Vec::new(),
    };
    let outcome = match answer.label {
        Some(Label::StorySaysSo) => format!("{} so", answered.outcome()),
        Some(Label::StorySaysOtherwise) => format!("{} otherwise", answered.outcome()),
        None => answered.outcome().to_owned(),
    };
    [vec![outcome], lines(story, &citations)].concat().join("\n")
}

/// An answer as it is kept: what became of the question, in a word, and the words.
pub fn read_answer(kept: &str) -> (&str, Vec<&str>) {
    let mut lines = kept.lines();
    let outcome = lines.next().and_then(|line| line.split(' ').next()).unwrap_or_default();
    (outcome, lines.collect())
}

fn lines(story: &Story, citations: &[Citation]) -> Vec<String> {
    citations.iter().map(|citation| line(story, *citation)).collect()
}

fn line(story: &Story, citation: Citation) -> String {
    let words = in_one_line(story.text(citation));
    let chain = chain(story, citation);
    let told = if chain.is_empty() { words } else { format!("{words} ({chain})") };
    let cited = [citation];
    let marks = corrections(story, &cited).map(|told| format!(" [{}: {} → {}]", told.of, told.was, told.became));
    [told].into_iter().chain(marks).collect()
}

/// What somebody corrected by hand in a summary.
pub fn corrected(summarised: &Summarised) -> Vec<DifferenceTold> {
    corrections(&summarised.story, &summarised.sentences).take(MOST).collect()
}

fn corrections<'s>(story: &'s Story, citations: &'s [Citation]) -> impl Iterator<Item = DifferenceTold> + 's {
    let within = story.corrections().iter().filter(|correction| holds(citations, correction.at));
    within.map(|correction| {
        let of = match correction.of {
            Corrects::Speaker(_) => Compares::Speaker,
            Corrects::Value(_) => Compares::Figure,
        };
        let became = match &correction.became {
            Became::Story(span) => words(story, *span),
            Became::Editor(words) => in_one_line(words),
        };
        tell(compared(of), in_one_line(&correction.was), became)
    })
}

/// Through whom the words came; empty where they are the story's own.
fn chain(story: &Story, citation: Citation) -> String {
    let Voice::Reported(statements) = Voice::of(story, citation) else { return String::new() };
    let statements = statements.iter().filter_map(|index| story.extracted().statements.get(*index));
    let mut chains: Vec<String> = statements.map(|statement| voice::chain(story, statement).join(" → ")).collect();
    chains.dedup();
    chains.join("; ")
}

fn in_one_line(words: &str) -> String {
    words.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// What a summary of a newer version says otherwise than that of an older one.
pub fn differences(before: &Summarised, after: &Summarised) -> Vec<DifferenceTold> {
    let versions = compare::versions(&before.story, &after.story);
    let shown = |pair: &&Pair| holds(&before.sentences, pair.first) || holds(&after.sentences, pair.second);
    let pairs: Vec<&Pair> = versions.pairs.iter().filter(shown).collect();
    let told = pairs.iter().map(|pair| DifferenceTold {
        of: compared(pair.of).to_owned(),
        was: words(&before.story, pair.first),
        became: words(&after.story, pair.second),
    });
    let mut differences: Vec<DifferenceTold> = told.collect();
    differences.extend(chains(before, after));
    let firsts: Vec<Span> = pairs.iter().map(|pair| pair.first).collect();
    let seconds: Vec<Span> = pairs.iter().map(|pair| pair.second).collect();
    differences.extend(missing(before, after, &firsts).map(|was| tell(LEFT_OUT, was, String::new())));
    differences.extend(missing(after, before, &seconds).map(|became| tell(ADDED, String::new(), became)));
    differences.truncate(MOST);
    differences
}

/// The same of two summaries as they are kept, where the older version isn't there any more.
pub fn differing_lines(before: &str, after: &str) -> Vec<DifferenceTold> {
    let lacks = |text: &str, line: &str| !text.lines().any(|other| other == line);
    let left_out =
        before.lines().filter(|line| lacks(after, line)).map(|was| tell(LEFT_OUT, was.to_owned(), String::new()));
    let added = after.lines().filter(|line| lacks(before, line));
    let added = added.map(|became| tell(ADDED, String::new(), became.to_owned()));
    left_out.chain(added).take(MOST).collect()
}

fn tell(of: &str, was: String, became: String) -> DifferenceTold {
    DifferenceTold { of: of.to_owned(), was, became }
}

fn holds(sentences: &[Citation], span: Span) -> bool {
    sentences.iter().any(|sentence| sentence.source == CitedSource::Article && sentence.span.overlaps(span))
}

fn words(story: &Story, span: Span) -> String {
    in_one_line(differing::told(story, story.cite(span)))
}

/// Sentences in the same words that came through others.
fn chains<'s>(before: &'s Summarised, after: &'s Summarised) -> impl Iterator<Item = DifferenceTold> + 's {
    let same =
        |was: &Citation, now: &Citation| in_one_line(before.story.text(*was)) == in_one_line(after.story.text(*now));
    before.sentences.iter().filter_map(move |was| {
        let now = after.sentences.iter().find(|now| same(was, now))?;
        let (was, now) = (chain(&before.story, *was), chain(&after.story, *now));
        (was != now).then(|| tell(compared(Compares::Speaker), was, now))
    })
}

/// The sentences of one summary that the other hasn't, but for those of which it is told in what they differ.
fn missing<'s>(of: &'s Summarised, other: &'s Summarised, told: &'s [Span]) -> impl Iterator<Item = String> + 's {
    let is_told = |sentence: &&Citation| told.iter().any(|span| sentence.span.overlaps(*span));
    let words = of.sentences.iter().filter(move |sentence| !is_told(sentence));
    let words = words.map(|sentence| in_one_line(of.story.text(*sentence)));
    words.filter(|words| !other.sentences.iter().any(|sentence| in_one_line(other.story.text(*sentence)) == *words))
}
