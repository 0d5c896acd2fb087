//! Words typed → a tantivy query. The words are never parsed as a query language: a bracket or `AND` is a word or
//! nothing.

use std::collections::BTreeSet;

use tantivy::query::{BooleanQuery, BoostQuery, ConstScoreQuery, Occur, TermQuery};
use tantivy::schema::{Field, IndexRecordOption};
use tantivy::{Index, Term};

use super::fields::{EXACT, Fields, STEMMED, number_of};
use crate::search::Query;

/// A question has fewer different words; what is more is looked for by its first ones.
const MOST_TERMS: usize = 64;
/// Of a text that repeats itself no more than this is looked at.
const MOST_WORDS: usize = 2048;

const STEM: f32 = 1.0;
const EXACT_WORD: f32 = 0.5;
const NAME: f32 = 0.4;
const HEADING: f32 = 0.1;

type Clause = (Occur, Box<dyn tantivy::query::Query>);

/// The query for what is asked; `None` where it has no word.
pub(super) fn of(query: &Query<'_>, index: &Index, fields: &Fields) -> Option<BooleanQuery> {
    let stems = terms(index, STEMMED, query.words);
    let words = terms(index, EXACT, query.words);
    if stems.is_empty() {
        return None;
    }
    let mut by_words = Vec::new();
    add(&mut by_words, fields.stems, STEM, &stems);
    add(&mut by_words, fields.words, EXACT_WORD, &words);
    add(&mut by_words, fields.names, NAME, &words);
    if query.story.is_none() {
        add(&mut by_words, fields.heading, HEADING, &stems);
    }

    let mut clauses: Vec<Clause> = vec![(Occur::Must, Box::new(BooleanQuery::new(by_words)))];
    if let Some(story) = query.story {
        clauses.push(only(vec![Term::from_field_text(fields.story, story)]));
    }
    if !query.kinds.is_empty() {
        clauses
            .push(only(query.kinds.iter().map(|kind| Term::from_field_u64(fields.kind, number_of(*kind))).collect()));
    }
    Some(BooleanQuery::new(clauses))
}

fn terms(index: &Index, analyzer: &str, words: &str) -> Vec<String> {
    let Some(mut analyzer) = index.tokenizers().get(analyzer) else { return Vec::new() };
    let mut stream = analyzer.token_stream(words);
    let mut seen = BTreeSet::new();
    let mut terms = Vec::new();
    for _ in 0..MOST_WORDS {
        if terms.len() == MOST_TERMS || !stream.advance() {
            break;
        }
        let term = stream.token().text.clone();
        if seen.insert(term.clone()) {
            terms.push(term);
        }
    }
    terms
}

fn add(clauses: &mut Vec<Clause>, field: Field, boost: f32, terms: &[String]) {
    for term in terms {
        let term = TermQuery::new(Term::from_field_text(field, term), IndexRecordOption::WithFreqs);
        clauses.push((Occur::Should, Box::new(BoostQuery::new(Box::new(term), boost))));
    }
}

/// Entries with one of these terms, whatever their score.
fn only(terms: Vec<Term>) -> Clause {
    let any = terms
        .into_iter()
        .map(|term| -> Clause { (Occur::Should, Box::new(TermQuery::new(term, IndexRecordOption::Basic))) });
    (Occur::Must, Box::new(ConstScoreQuery::new(Box::new(BooleanQuery::new(any.collect())), 0.0)))
}
