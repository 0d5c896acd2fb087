//! Front matter: the YAML between `---` lines or the TOML between `+++` lines over a Markdown text, and what it says of
//! the article. What can't be read is left to be text.

use std::collections::BTreeMap;
use std::ops::Range;

use serde_json::Value;

use crate::article::{Article, metadata};
use crate::span::Span;

const TITLE: [&str; 2] = ["title", "headline"];
const WRITER: [&str; 4] = ["author", "authors", "byline", "creator"];
const DAY: [&str; 7] =
    ["date", "date_published", "published", "datepublished", "published_at", "pubdate", "publishdate"];
const PUBLISHER: [&str; 6] = ["publisher", "source", "site", "site_name", "sitename", "outlet"];
const ADDRESS: [&str; 6] = ["url", "link", "canonical", "canonical_url", "source_url", "permalink"];

/// Takes down what the front matter says; returns where the text after it begins.
pub fn read(article: &mut Article) -> usize {
    let source = article.source.clone();
    let text = source.text();
    let begin = text.len() - text.trim_start_matches('\u{FEFF}').len();
    let Some((matter, end, fence)) = fenced(&text[begin..]) else { return begin };
    let matter = begin + matter.start..begin + matter.end;
    let Some(fields) = parse(&text[matter.clone()], fence) else { return begin };
    fill(article, &fields, matter);
    begin + end
}

/// The range between the fences, where the closing one ends, and what the fence is.
fn fenced(text: &str) -> Option<(Range<usize>, usize, &'static str)> {
    let fence = ["---", "+++"].into_iter().find(|fence| text.starts_with(fence))?;
    let mut at = 0;
    let mut start = None;
    for line in text.split_inclusive('\n') {
        let bare = line.trim_end();
        match start {
            None if bare != fence => return None,
            None => start = Some(at + line.len()),
            Some(start) if bare == fence || (fence == "---" && bare == "...") => {
                return Some((start..at, at + line.len(), fence));
            }
            Some(_) => {}
        }
        at += line.len();
    }
    None
}

type Fields = BTreeMap<String, Value>;

fn parse(matter: &str, fence: &str) -> Option<Fields> {
    let fields: Fields = match fence {
        "+++" => {
            toml::from_str::<toml::Table>(matter).ok()?.into_iter().map(|(key, value)| (key, json(value))).collect()
        }
        _ => serde_saphyr::from_str(matter).ok()?,
    };
    Some(fields.into_iter().map(|(key, value)| (key.to_lowercase().replace('-', "_"), value)).collect())
}

fn json(value: toml::Value) -> Value {
    match value {
        toml::Value::Datetime(instant) => Value::String(instant.to_string()),
        toml::Value::Array(values) => values.into_iter().map(json).collect(),
        other => serde_json::to_value(other).unwrap_or(Value::Null),
    }
}

fn fill(article: &mut Article, fields: &Fields, matter: Range<usize>) {
    let find = |keys: &[&str]| keys.iter().find_map(|key| words(fields.get(*key)?));
    let publisher = find(&PUBLISHER);
    let address = find(&ADDRESS).or_else(|| publisher.clone()).filter(|value| metadata::address(value).is_some());
    article.headline = find(&TITLE).and_then(|title| place(article, &matter, &TITLE, &title));
    article.byline = find(&WRITER).and_then(|writer| place(article, &matter, &WRITER, &writer));
    article.publisher = publisher.filter(|value| metadata::address(value).is_none());
    article.url = address;
    if let Some(day) = find(&DAY) {
        article.published = metadata::first_date(&day);
        article.dateline = article.published.and_then(|_| place(article, &matter, &DAY, &day));
    }
}

/// A field's value as text: of several the first, of a record its name.
fn words(value: &Value) -> Option<String> {
    match value {
        Value::String(text) => Some(text.trim().to_owned()).filter(|text| !text.is_empty()),
        Value::Number(number) => Some(number.to_string()),
        Value::Array(values) => words(values.first()?),
        Value::Object(record) => words(record.get("name")?),
        Value::Bool(_) | Value::Null => None,
    }
}

/// Where a value stands, word for word: after its key, where the key has a line to itself. A value written with escapes stands nowhere.
fn place(article: &Article, matter: &Range<usize>, keys: &[&str], value: &str) -> Option<Span> {
    let text = &article.source.text()[matter.clone()];
    let lower = text.to_ascii_lowercase().replace('-', "_");
    let key = keys.iter().find_map(|key| key_end(&lower, key)).unwrap_or_default();
    let at = key + text.get(key..)?.find(value)?;
    article.source.trimmed(matter.start + at..matter.start + at + value.len())
}

fn key_end(lower: &str, key: &str) -> Option<usize> {
    let mut at = 0;
    for line in lower.split_inclusive('\n') {
        let rest = line.trim_start_matches(['"', '\'']).strip_prefix(key);
        let rest = rest.map(|rest| rest.trim_start_matches(['"', '\'']).trim_start());
        if rest.is_some_and(|rest| rest.starts_with([':', '='])) {
            return Some(at + key.len());
        }
        at += line.len();
    }
    None
}
