//! Reports of single sentences → attributed words over a whole document: quotations that go on, speakers who stand a
//! sentence or paragraph away, names with a colon.

use std::iter::once;
use std::ops::Range;

use super::Reason;
use super::clause::Clause;
use super::finder;
use super::reading::{Reading, Sentence};
use super::report::{Manner, Passer, Report};
use crate::article::Role;
use crate::language::tags::Tags;

/// Finds all reports of a document, in the order of the text.
pub fn attribute(reading: &Reading<'_>) -> Vec<Report> {
    let mut attribution = Attribution {
        reading,
        reports: Vec::new(),
        claimed: vec![false; reading.quotations.len()],
        last: None,
        announced: None,
    };
    for index in 0..reading.sentences.len() {
        attribution.read_sentence(index);
    }
    attribution.reports
}

struct Attribution<'r, 'd> {
    reading: &'r Reading<'d>,
    reports: Vec<Report>,
    /// Whether a quotation has its speaker.
    claimed: Vec<bool>,
    /// Who spoke last, and in which paragraph.
    last: Option<Voice>,
    /// A report whose words begin in the next paragraph.
    announced: Option<(Report, usize)>,
}

/// One who spoke, to whom a quotation that follows belongs.
#[derive(Clone)]
struct Voice {
    subject: Range<usize>,
    paragraph: usize,
    passers: Vec<Passer>,
}

impl Attribution<'_, '_> {
    fn read_sentence(&mut self, index: usize) {
        let sentence = &self.reading.sentences[index];
        if self.reading.document.paragraphs()[sentence.paragraph].role == Role::Subheading {
            return;
        }
        let clause = Clause { reading: self.reading, items: &sentence.items };
        let mut found =
            labelled(&clause, index, self.opens_paragraph(index)).map_or_else(Vec::new, |report| vec![report]);
        if found.is_empty() {
            found = finder::reports(&clause, index);
        }
        if found.iter().all(|report| report.manner == Manner::Bare) && is_quoted_whole(self.reading, sentence) {
            self.go_on(index);
        }
        let announces = clause.tags(clause.items.len().saturating_sub(1)).any(Tags::COLON);
        let announcer =
            found.last().filter(|report| announces && report.manner == Manner::Stated && !report.link).cloned();
        for report in found {
            self.keep(report, index);
        }
        if let Some(report) = announcer {
            self.announced = Some((report, sentence.paragraph));
        }
    }

    fn keep(&mut self, mut report: Report, index: usize) {
        let paragraph = self.reading.sentences[index].paragraph;
        match report.manner {
            Manner::Announced => {
                self.remember(&report, paragraph);
                self.announced = Some((report, paragraph));
                return;
            }
            Manner::Bare => {
                self.remember(&report, paragraph);
                let Some(quotation) = self.quotation_just_before(index) else { return };
                let quotation = self.reading.quotations[quotation];
                let words = quotation.first..quotation.after;
                // The words have been given to the speaker before: the cue that follows them knows better.
                let gone_on = self
                    .reports
                    .last()
                    .is_some_and(|earlier| earlier.cue.is_empty() && earlier.contents.first() == Some(&words));
                if gone_on {
                    self.reports.pop();
                }
                report.contents = once(words).collect();
                report.manner = Manner::Stated;
            }
            Manner::Stated => {}
        }
        self.claim(&report.contents);
        if !report.link {
            self.remember(&report, paragraph);
        }
        self.reports.push(report);
    }

    fn remember(&mut self, report: &Report, paragraph: usize) {
        if let Some(subject) = &report.subject {
            self.last = Some(Voice { subject: subject.clone(), paragraph, passers: report.passers.clone() });
        }
    }

    fn claim(&mut self, contents: &[Range<usize>]) {
        for content in contents {
            let first = self.reading.quotations.partition_point(|quotation| quotation.first < content.start);
            for (claimed, quotation) in self.claimed[first..].iter_mut().zip(&self.reading.quotations[first..]) {
                if quotation.first >= content.end {
                    break;
                }
                *claimed = true;
            }
        }
    }

    fn opens_paragraph(&self, index: usize) -> bool {
        index == 0 || self.reading.sentences[index - 1].paragraph != self.reading.sentences[index].paragraph
    }

    fn quotation_just_before(&self, index: usize) -> Option<usize> {
        let before = self.reading.sentences.get(index.checked_sub(1)?)?;
        let same_paragraph = before.paragraph == self.reading.sentences[index].paragraph;
        (same_paragraph && is_quoted_whole(self.reading, before))
            .then(|| before.items.iter().rev().find_map(|item| item.quotation))
            .flatten()
    }

    /// A sentence that is a quotation alone: the one who spoke last goes on.
    fn go_on(&mut self, index: usize) {
        let sentence = &self.reading.sentences[index];
        let quotations: Vec<usize> = sentence
            .items
            .iter()
            .filter_map(|item| item.quotation)
            .filter(|quotation| !self.claimed[*quotation])
            .collect();
        let (Some(first), Some(last)) = (quotations.first(), quotations.last()) else { return };
        let contents = once(self.reading.quotations[*first].first..self.reading.quotations[*last].after).collect();
        if let Some((report, paragraph)) = &self.announced {
            if sentence.paragraph == paragraph + 1
                || self
                    .last
                    .as_ref()
                    .is_some_and(|last| last.paragraph + 1 >= sentence.paragraph && last.paragraph > *paragraph)
            {
                let report = Report { contents, manner: Manner::Stated, sentence: index, ..report.clone() };
                self.last = None;
                self.remember(&report, sentence.paragraph);
                self.claim(&report.contents);
                self.reports.push(report);
                return;
            }
            self.announced = None;
        }
        let last = self.last.as_mut().filter(|last| last.paragraph + 1 >= sentence.paragraph);
        let Some(last) = last else { return };
        last.paragraph = sentence.paragraph;
        let Voice { subject, passers, .. } = last.clone();
        self.claim(&contents);
        self.reports.push(Report {
            cue: 0..0,
            subject: Some(subject),
            addressee: None,
            contents,
            manner: Manner::Stated,
            denied: false,
            because: vec![Reason::QuotationMarks, Reason::Continued],
            sentence: index,
            link: false,
            passers,
        });
    }
}

/// Labels in capitals that are nobody's name.
const LABELS: &[&str] = &[
    "UPDATE",
    "UPDATED",
    "NOTE",
    "CORRECTION",
    "PHOTO",
    "VIDEO",
    "READ",
    "RELATED",
    "WATCH",
    "EDITOR",
    "ABSTRACT",
    "FULL",
    "PREVIOUSLY",
    "MORE",
    "BREAKING",
    "LIVE",
    "ALSO",
    "SEE",
    "TRANSCRIPT",
    "CLARIFICATION",
];

/// Whether a sentence is nothing but quotations.
fn is_quoted_whole(reading: &Reading<'_>, sentence: &Sentence) -> bool {
    let marks = Tags::STOP.or(Tags::COMMA).or(Tags::DASH);
    let mut quotations = 0;
    for item in &sentence.items {
        match item.quotation {
            Some(_) => quotations += 1,
            None if reading.tags[item.first].any(marks) => {}
            None => return false,
        }
    }
    quotations > 0
}

/// "NAME: words" at the start of a paragraph, outside quotation marks or, where a whole transcript is quoted, within.
fn labelled(clause: &Clause<'_, '_>, sentence: usize, opens_paragraph: bool) -> Option<Report> {
    if !opens_paragraph {
        return None;
    }
    let quoted = clause.items.first().and_then(|item| item.quotation).map(|index| clause.reading.quotations[index]);
    if let Some(quotation) = quoted {
        let colon = label_end(clause.reading, quotation.inner_first..quotation.inner_after)?;
        let shouted = is_shouted(clause.reading.text(quotation.inner_first));
        return shouted.then(|| label_report(quotation.inner_first, colon, quotation.inner_after, sentence));
    }
    let (first, after) = (clause.items.first()?.first, clause.items.last()?.after);
    let colon = label_end(clause.reading, first..after)?;
    let from = clause.items.iter().position(|item| item.first == colon + 1)?;
    let content = from..clause.items.len();
    let opens_story =
        clause.reading.document.paragraphs()[clause.reading.sentences[sentence].paragraph].role == Role::Headline;
    let trusted = is_shouted(clause.reading.text(first)) || opens_story && is_named_later(clause.reading, colon);
    if clause.is_quotation(from) {
        let after = clause.items[from].after;
        return Some(label_report(first, colon, after, sentence));
    }
    (trusted && content.len() > 3 && clause.has_verb(content)).then(|| label_report(first, colon, after, sentence))
}

/// The colon that ends a label of a few words in capitals.
fn label_end(reading: &Reading<'_>, tokens: Range<usize>) -> Option<usize> {
    let colon = tokens.clone().take(10).skip(1).find(|token| reading.tags[*token].any(Tags::COLON))?;
    let name = Tags::CAPITAL.or(Tags::OPENING).or(Tags::CLOSING).or(Tags::JOINER).or(Tags::STOP);
    let mut label = tokens.start..colon;
    let is_name = label.all(|token| reading.tags[token].any(name) && !reading.tags[token].any(Tags::QUOTATION_MARK));
    let is_cue = reading.cues[colon - 1].is_some();
    let is_label = LABELS.iter().any(|label| label.eq_ignore_ascii_case(reading.text(tokens.start)));
    (is_name && !is_cue && !is_label && colon + 1 < tokens.end).then_some(colon)
}

fn label_report(first: usize, colon: usize, after: usize, sentence: usize) -> Report {
    Report {
        cue: colon..colon + 1,
        subject: Some(first..colon),
        addressee: None,
        contents: once(colon + 1..after).collect(),
        manner: Manner::Stated,
        denied: false,
        because: vec![Reason::Colon],
        sentence,
        link: false,
        passers: Vec::new(),
    }
}

fn is_shouted(word: &str) -> bool {
    word.chars().count() > 2 && !word.chars().any(char::is_lowercase)
}

/// Whether the last word of a headline's label is a name of the story.
fn is_named_later(reading: &Reading<'_>, colon: usize) -> bool {
    let name = reading.text(colon - 1);
    (colon + 1..reading.tags.len()).any(|token| reading.text(token) == name)
}
