//! Related facts: each a claim in our own words with its source, and the facts that tell it otherwise.
//! A fact is never shown as the article's. [`read`] takes them from JSON Lines, one fact a line.

use std::collections::HashMap;

use serde::Deserialize;

use crate::span::{Source, Span};

/// The figure of a fact.
#[derive(Clone, Copy, Debug, PartialEq, Deserialize)]
#[serde(untagged)]
pub enum FactValue {
    /// One value.
    One(f64),
    /// A range, both ends included.
    Range(f64, f64),
}

/// Where a fact was read.
#[derive(Clone, Debug, Deserialize)]
pub struct FactSource {
    /// Its headline; in square brackets where it is a description.
    pub title: String,
    /// Who published it.
    pub publisher: String,
    /// Its address.
    pub url: Option<String>,
    /// The day, month or year of publication, as ISO 8601.
    pub published: Option<String>,
}

/// How far a fact can be relied on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Confidence {
    /// An official or first-hand text, or a report that another one bears out.
    High,
    /// One secondary source, a rounded figure, or one that others contradict.
    Medium,
    /// Hearsay.
    Low,
}

/// A related fact.
#[derive(Clone, Debug)]
pub struct Fact {
    /// Its id, unique within the story.
    pub id: String,
    /// What it is about, one word ("supply").
    pub topic: String,
    /// The claim, a source of its own: what is shown of a fact is a slice of it.
    pub claim: Source,
    /// Its figure.
    pub value: Option<FactValue>,
    /// The figure's unit.
    pub unit: Option<String>,
    /// What the figure is of.
    pub of: Option<String>,
    /// What is measured, whoever has it ("share of world output"): figures of facts with the same measure and unit can
    /// stand on one axis. Without it, those can that are `of` the same.
    pub measure: Option<String>,
    /// Whose figure it is, in the claim's own words.
    pub by: Option<Span>,
    /// The year that it is about.
    pub year: Option<i16>,
    /// Whose statement it is.
    pub speaker: Option<String>,
    /// When it happened or was said, as ISO 8601 to the day, month or year.
    pub date: Option<String>,
    /// Where it was read.
    pub source: FactSource,
    /// How far it can be relied on, where that is told.
    pub confidence: Option<Confidence>,
    /// A caveat, or how the figure came about.
    pub note: Option<String>,
    /// The ids of facts that tell it otherwise, in the order of the file; it stands in each of theirs.
    pub disputed_by: Vec<String>,
}

/// Why a file of facts can't be taken.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{file}, line {line}: {problem}")]
pub struct FactsError {
    /// The file's name as given.
    pub file: String,
    /// The line, from 1.
    pub line: usize,
    /// What is wrong with it, and how to mend it.
    pub problem: FactProblem,
}

/// What is wrong with a line of a file of facts.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum FactProblem {
    /// The file isn't text.
    #[error("this isn't UTF-8 text; save the file as UTF-8")]
    NotText,
    /// It isn't an object with a fact's fields.
    #[error("this isn't a fact: {0}; a line is one JSON object with `id`, `claim` and `source`")]
    NotAFact(String),
    /// It has no id.
    #[error("the fact has no `id`; \"{suggestion}\" is free")]
    NoId {
        /// An id that no other fact has.
        suggestion: String,
    },
    /// Its id holds what an id can't.
    #[error("the id \"{0}\" has more than letters, digits, - and _ in it")]
    BadId(String),
    /// Another line has its id.
    #[error("the id \"{id}\" is that of line {other} too; \"{suggestion}\" is free")]
    SameId {
        /// The id.
        id: String,
        /// The line that has it already.
        other: usize,
        /// An id that no other fact has.
        suggestion: String,
    },
    /// It claims nothing.
    #[error("the fact's `claim` is empty; say in one sentence what is the case")]
    NoClaim,
    /// Whose figure it is doesn't stand in its claim.
    #[error("`by` is \"{0}\", which the `claim` doesn't say; write it as it stands there")]
    NotInClaim(String),
    /// A date in it is none.
    #[error("`{field}` is \"{value}\"; write a date as 2010-10-30, 2010-10 or 2010")]
    BadDate {
        /// The field.
        field: &'static str,
        /// What stands there.
        value: String,
    },
    /// It is disputed by a fact that isn't there.
    #[error("`disputed_by` names \"{0}\", and no line has that id; add the fact or take the id out")]
    UnknownFact(String),
}

/// Reads a file of facts; empty lines are passed over, and fields that no fact has are not looked at.
///
/// # Errors
/// [`FactsError`] for the first line that can't be taken.
pub fn read(file: &str, bytes: &[u8]) -> Result<Vec<Fact>, FactsError> {
    let lines = parse(file, bytes)?;
    let known = ids(file, &lines)?;
    let mut facts = Vec::with_capacity(lines.len());
    for (line, written) in &lines {
        let at = |problem| FactsError { file: file.to_owned(), line: *line, problem };
        facts.push(fact(written, &known).map_err(at)?);
    }
    mark_both_sides(&mut facts);
    Ok(facts)
}

#[derive(Deserialize)]
struct Written {
    #[serde(default)]
    id: String,
    #[serde(default)]
    topic: String,
    claim: String,
    value: Option<FactValue>,
    unit: Option<String>,
    of: Option<String>,
    measure: Option<String>,
    by: Option<String>,
    year: Option<i16>,
    speaker: Option<String>,
    date: Option<String>,
    source: FactSource,
    confidence: Option<Confidence>,
    note: Option<String>,
    #[serde(default)]
    disputed_by: Vec<String>,
}

type Lines = Vec<(usize, Written)>;

fn parse(file: &str, bytes: &[u8]) -> Result<Lines, FactsError> {
    let mut lines = Vec::new();
    for (index, bytes) in bytes.split(|byte| *byte == b'\n').enumerate() {
        let at = |problem| FactsError { file: file.to_owned(), line: index + 1, problem };
        let text = std::str::from_utf8(bytes).map_err(|_| at(FactProblem::NotText))?;
        let text = text.trim_start_matches('\u{feff}').trim();
        if !text.is_empty() {
            let written = serde_json::from_str(text).map_err(|error| at(FactProblem::NotAFact(reason(&error))))?;
            lines.push((index + 1, written));
        }
    }
    Ok(lines)
}

/// serde's message without its position: that would be of the line, and it calls every line the first.
fn reason(error: &serde_json::Error) -> String {
    let message = error.to_string();
    match message.rsplit_once(" at line ") {
        Some((reason, _)) => reason.to_owned(),
        None => message,
    }
}

fn ids<'l>(file: &str, lines: &'l Lines) -> Result<HashMap<&'l str, usize>, FactsError> {
    let mut known = HashMap::new();
    for (line, written) in lines {
        let id = written.id.as_str();
        let at = |problem| FactsError { file: file.to_owned(), line: *line, problem };
        if id.is_empty() {
            return Err(at(FactProblem::NoId { suggestion: free_id(lines) }));
        }
        if !id.chars().all(|letter| letter.is_ascii_alphanumeric() || matches!(letter, '-' | '_')) {
            return Err(at(FactProblem::BadId(id.to_owned())));
        }
        if let Some(other) = known.insert(id, *line) {
            return Err(at(FactProblem::SameId { id: id.to_owned(), other, suggestion: free_id(lines) }));
        }
    }
    Ok(known)
}

fn free_id(lines: &Lines) -> String {
    let taken = |id: &str| lines.iter().any(|(_, written)| written.id == id);
    let mut number = lines.len();
    loop {
        let id = format!("f{number:03}");
        if !taken(&id) {
            return id;
        }
        number += 1;
    }
}

fn fact(written: &Written, known: &HashMap<&str, usize>) -> Result<Fact, FactProblem> {
    if written.claim.trim().is_empty() {
        return Err(FactProblem::NoClaim);
    }
    check_date("date", written.date.as_deref())?;
    check_date("source.published", written.source.published.as_deref())?;
    if let Some(unknown) = written.disputed_by.iter().find(|id| !known.contains_key(id.as_str())) {
        return Err(FactProblem::UnknownFact(unknown.clone()));
    }
    let claim = Source::new(written.claim.as_str()).map_err(|error| FactProblem::NotAFact(error.to_string()))?;
    let by = written.by.as_deref().map(|by| span_of(&claim, by)).transpose()?;
    Ok(Fact {
        id: written.id.clone(),
        topic: written.topic.clone(),
        claim,
        value: written.value,
        unit: written.unit.clone(),
        of: written.of.clone(),
        measure: written.measure.clone(),
        by,
        year: written.year,
        speaker: written.speaker.clone(),
        date: written.date.clone(),
        source: written.source.clone(),
        confidence: written.confidence,
        note: written.note.clone(),
        disputed_by: written.disputed_by.clone(),
    })
}

fn span_of(claim: &Source, by: &str) -> Result<Span, FactProblem> {
    let found = claim.text().find(by).and_then(|start| claim.trimmed(start..start + by.len()));
    found.ok_or_else(|| FactProblem::NotInClaim(by.to_owned()))
}

fn check_date(field: &'static str, value: Option<&str>) -> Result<(), FactProblem> {
    match value {
        Some(value) if !is_date(value) => Err(FactProblem::BadDate { field, value: value.to_owned() }),
        Some(_) | None => Ok(()),
    }
}

fn is_date(value: &str) -> bool {
    // A month and a year become a day of theirs, so that one parser checks all three.
    let day = match value.len() {
        4 => format!("{value}-01-01"),
        7 => format!("{value}-01"),
        _ => value.to_owned(),
    };
    day.len() == 10 && day.parse::<jiff::civil::Date>().is_ok()
}

fn mark_both_sides(facts: &mut [Fact]) {
    let place: HashMap<String, usize> = facts.iter().enumerate().map(|(at, fact)| (fact.id.clone(), at)).collect();
    let mut sides: Vec<Vec<usize>> = vec![Vec::new(); facts.len()];
    for (at, fact) in facts.iter().enumerate() {
        for other in fact.disputed_by.iter().filter_map(|id| place.get(id)).filter(|other| **other != at) {
            sides[at].push(*other);
            sides[*other].push(at);
        }
    }
    let ids: Vec<String> = facts.iter().map(|fact| fact.id.clone()).collect();
    for (fact, mut others) in facts.iter_mut().zip(sides) {
        others.sort_unstable();
        others.dedup();
        fact.disputed_by = others.into_iter().map(|other| ids[other].clone()).collect();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const SOURCE: &str = r#""source":{"title":"Bells of Orre","publisher":"Orre Post","url":null,"published":"2019"}"#;

    fn line(fields: &str) -> String {
        format!("{{{fields},{SOURCE}}}\n")
    }

    fn problem(file: &str) -> String {
        read("facts.jsonl", file.as_bytes()).unwrap_err().to_string()
    }

    #[test]
    fn a_fact_keeps_its_figure_date_and_source() {
        let text = line(r#""id":"a","topic":"bells","claim":"Orre has 12 bells.","value":[11,12],"date":"2019-05""#);
        let facts = read("facts.jsonl", text.as_bytes()).unwrap();
        assert_eq!(facts[0].value, Some(FactValue::Range(11.0, 12.0)));
        assert_eq!(facts[0].claim.text(), "Orre has 12 bells.");
        assert_eq!(facts[0].source.publisher, "Orre Post");
    }

    #[test]
    fn whose_figure_it_is_is_a_slice_of_the_claim() {
        let text = line(r#""id":"a","claim":"Orre has 12 bells.","measure":"bells","by":"Orre""#);
        let facts = read("facts.jsonl", text.as_bytes()).unwrap();
        assert_eq!(facts[0].by.map(|by| facts[0].claim.slice(by)), Some("Orre"));
        insta::assert_snapshot!(problem(&line(r#""id":"a","claim":"Orre has 12 bells.","by":"Denby""#)),
            @r#"facts.jsonl, line 1: `by` is "Denby", which the `claim` doesn't say; write it as it stands there"#);
    }

    #[test]
    fn a_dispute_marked_on_one_side_is_known_on_both() {
        let text = line(r#""id":"a","claim":"Twelve bells.","disputed_by":["c","a"]"#)
            + &line(r#""id":"b","claim":"No view.""#)
            + &line(r#""id":"c","claim":"Ten bells.""#);
        let facts = read("facts.jsonl", text.as_bytes()).unwrap();
        let sides: Vec<&[String]> = facts.iter().map(|fact| fact.disputed_by.as_slice()).collect();
        assert_eq!(sides, [&["c".to_owned()][..], &[], &["a".to_owned()]]);
    }

    #[test]
    fn a_line_that_cannot_be_taken_is_named_with_what_to_do() {
        let good = line(r#""id":"f001","claim":"Twelve bells.""#);
        insta::assert_snapshot!(problem(&(good.clone() + "\n" + &line(r#""claim":"Ten bells.""#))),
            @r#"facts.jsonl, line 3: the fact has no `id`; "f002" is free"#);
        insta::assert_snapshot!(problem(&(good.clone() + &good)),
            @r#"facts.jsonl, line 2: the id "f001" is that of line 1 too; "f002" is free"#);
        insta::assert_snapshot!(problem("{\"id\":\"a\",\"claim\":\"Ten.\"}"),
            @"facts.jsonl, line 1: this isn't a fact: missing field `source`; a line is one JSON object with `id`, `claim` and `source`");
        insta::assert_snapshot!(problem(&line(r#""id":"a","claim":" ""#)),
            @"facts.jsonl, line 1: the fact's `claim` is empty; say in one sentence what is the case");
        insta::assert_snapshot!(problem(&line(r#""id":"a","claim":"Ten.","date":"May 2019""#)),
            @r#"facts.jsonl, line 1: `date` is "May 2019"; write a date as 2010-10-30, 2010-10 or 2010"#);
        insta::assert_snapshot!(problem(&line(r#""id":"a","claim":"Ten.","disputed_by":["z"]"#)),
            @r#"facts.jsonl, line 1: `disputed_by` names "z", and no line has that id; add the fact or take the id out"#);
        insta::assert_snapshot!(problem(&line(r#""id":"a/b","claim":"Ten.""#)),
            @r#"facts.jsonl, line 1: the id "a/b" has more than letters, digits, - and _ in it"#);
    }

    #[test]
    fn bytes_that_are_no_text_are_refused_with_their_line() {
        let error = read("facts.jsonl", b"\n\xff\xfe").unwrap_err();
        assert_eq!((error.line, error.problem), (2, FactProblem::NotText));
    }
}
