//! Sentences that stand for a story: extractive, in the story's own order, the same on every run. Chosen one by one
//! for what they say of the whole, less what those chosen already say (maximal marginal relevance, Carbonell and
//! Goldstein 1998).

use crate::answer::lookup::{Line, Lookup};
use crate::article::Role;
use crate::document::Document;
use crate::span::Span;
use crate::story::{Citation, Story};

mod likeness;

use likeness::Likeness;

/// How much it costs to say again what a chosen sentence says.
const REPETITION: f32 = 0.7;
/// What the first body sentences gain: news tells what matters first.
const LEAD: f32 = 0.35;
/// What a sentence gains that holds a statement or a figure.
const EVIDENCE: f32 = 0.08;
/// What a sentence loses that doesn't stand alone.
const POINTS_BACK: f32 = 0.12;

/// The sentences that stand for a story, at most `sentences` of them, in its order.
pub fn summarise(story: &Story, sentences: usize) -> Vec<Citation> {
    let lookup = story.lookup();
    let likeness = Likeness::new(lookup);
    let candidates = body_lines(story, lookup);
    let worth = worth(story, &likeness, &candidates);
    let mut chosen = choose(&likeness, &candidates, &worth, sentences);
    chosen.sort_unstable();
    let spans = chosen.into_iter().map(|at| lookup.lines[candidates[at]].sentence);
    spans.map(|sentence| story.cite(story.document().sentences()[sentence].span)).collect()
}

fn body_lines(story: &Story, lookup: &Lookup) -> Vec<usize> {
    let document = story.document();
    let is_body = |line: &Line| document.paragraph_of(&document.sentences()[line.sentence]).role == Role::Body;
    (0..lookup.lines.len()).filter(|at| is_body(&lookup.lines[*at]) && lookup.lines[*at].content >= 4).collect()
}

/// What each candidate says of the whole: how alike it is to the other sentences, and where it stands.
fn worth(story: &Story, likeness: &Likeness, candidates: &[usize]) -> Vec<f32> {
    let (document, extracted) = (story.document(), story.extracted());
    let speaks = sentences_with(document, extracted.statements.iter().map(|statement| statement.span()));
    let counts = sentences_with(document, extracted.figures.iter().map(|figure| figure.span));
    let of_candidate = |(at, line): (usize, &usize)| {
        let Line { sentence, points_back, .. } = story.lookup().lines[*line];
        let evidence = u8::from(speaks[sentence]) + u8::from(counts[sentence]);
        let worth = likeness.to_others(*line) * 3.0 + LEAD / (1.0 + at as f32) + EVIDENCE * f32::from(evidence);
        if points_back { worth - POINTS_BACK } else { worth }
    };
    candidates.iter().enumerate().map(of_candidate).collect()
}

/// Of each sentence, whether one of `spans` overlaps it.
fn sentences_with(document: &Document, spans: impl Iterator<Item = Span>) -> Vec<bool> {
    let sentences = document.sentences();
    let mut held = vec![false; sentences.len()];
    for span in spans {
        let first = document.sentence_at(span).unwrap_or(0);
        let reached = sentences[first..].iter().take_while(|sentence| sentence.span.start() < span.end());
        for (sentence, held) in reached.zip(&mut held[first..]) {
            *held |= sentence.span.overlaps(span);
        }
    }
    held
}

/// Chooses candidates one by one, as indices of `candidates`.
fn choose(likeness: &Likeness, candidates: &[usize], worth: &[f32], sentences: usize) -> Vec<usize> {
    let mut chosen: Vec<usize> = Vec::new();
    let mut said_already = vec![0.0_f32; candidates.len()];
    while chosen.len() < sentences.min(candidates.len()) {
        let gain = |at: usize| worth[at] - REPETITION * said_already[at];
        let left = (0..candidates.len()).filter(|at| !chosen.contains(at));
        let Some(best) = left.max_by(|a, b| gain(*a).total_cmp(&gain(*b)).then(b.cmp(a))) else { break };
        chosen.push(best);
        for (said, line) in said_already.iter_mut().zip(candidates) {
            *said = said.max(likeness.between(candidates[best], *line));
        }
    }
    chosen
}
