//! Sentences that stand for a story: extractive, in the story's own order, the same on every run. Chosen one by one
//! for what they say of the whole, less what those chosen already say (maximal marginal relevance, Carbonell and
//! Goldstein 1998).

use crate::answer::lookup::{Line, Lookup};
use crate::article::Role;
use crate::story::{Citation, Story};

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
    let candidates = body_lines(story, lookup);
    let worth: Vec<f32> = candidates.iter().enumerate().map(|(at, line)| worth(story, lookup, *line, at)).collect();
    let mut chosen: Vec<usize> = Vec::new();
    while chosen.len() < sentences.min(candidates.len()) {
        let left = (0..candidates.len()).filter(|at| !chosen.contains(at));
        let gain = |at: usize| worth[at] - REPETITION * most_alike(lookup, &candidates, &chosen, at);
        let Some(best) = left.max_by(|a, b| gain(*a).total_cmp(&gain(*b)).then(b.cmp(a))) else { break };
        chosen.push(best);
    }
    chosen.sort_unstable();
    let spans = chosen.into_iter().map(|at| lookup.lines[candidates[at]].sentence);
    spans.map(|sentence| story.cite(story.document().sentences()[sentence].span)).collect()
}

fn body_lines(story: &Story, lookup: &Lookup) -> Vec<usize> {
    let document = story.document();
    let is_body = |line: &Line| document.paragraph_of(&document.sentences()[line.sentence]).role == Role::Body;
    (0..lookup.lines.len()).filter(|at| is_body(&lookup.lines[*at]) && lookup.lines[*at].content >= 4).collect()
}

/// What a sentence says of the whole: how alike it is to the other sentences, and where it stands.
fn worth(story: &Story, lookup: &Lookup, line: usize, at: usize) -> f32 {
    let span = story.document().sentences()[lookup.lines[line].sentence].span;
    let all = lookup.lines.len().max(2);
    let others = (0..all.min(lookup.lines.len())).filter(|other| *other != line);
    let central: f32 = others.map(|other| alike(lookup, line, other)).sum::<f32>() / (all - 1) as f32;
    let extracted = story.extracted();
    let speaks = extracted.statements.iter().any(|statement| span.overlaps(statement.span()));
    let counts = extracted.figures.iter().any(|figure| span.contains(figure.span));
    let mut worth = central * 3.0 + LEAD / (1.0 + at as f32);
    worth += EVIDENCE * (u8::from(speaks) + u8::from(counts)) as f32;
    if lookup.lines[line].points_back { worth - POINTS_BACK } else { worth }
}

fn most_alike(lookup: &Lookup, candidates: &[usize], chosen: &[usize], at: usize) -> f32 {
    chosen.iter().map(|other| alike(lookup, candidates[*other], candidates[at])).fold(0.0, f32::max)
}

/// The cosine of two sentences' words, weighted by how rare they are.
fn alike(lookup: &Lookup, first: usize, second: usize) -> f32 {
    let weight = |term| lookup.rarity(lookup.frequency(term)).powi(2);
    let (mut shared, mut lengths) = (0.0, [0.0f32; 2]);
    for word in lookup.lines[first].terms.iter().filter(|word| !word.function) {
        lengths[0] += weight(word.term);
        if lookup.lines[second].terms.iter().any(|other| other.term == word.term) {
            shared += weight(word.term);
        }
    }
    for word in lookup.lines[second].terms.iter().filter(|word| !word.function) {
        lengths[1] += weight(word.term);
    }
    let length = (lengths[0] * lengths[1]).sqrt();
    if length > 0.0 { shared / length } else { 0.0 }
}
