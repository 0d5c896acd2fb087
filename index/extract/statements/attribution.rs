//! Reports of single sentences → attributed words over a whole document: quotations that go on, speakers who stand a
//! sentence or paragraph away, names with a colon.

use std::iter::once;
use std::ops::Range;

use super::Reason;
use super::clause::Clause;
use super::finder;
use super::reading::{Reading, Sentence};
use super::report::{Manner, Report};
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
    last: Option<(Range<usize>, usize)>,
    /// A report whose words begin in the next paragraph.
    announced: Option<(Report, usize)>,
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
        for report in found {
            self.keep(report, index);
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
                self.reports.retain(|earlier| !(earlier.cue.is_empty() && earlier.contents.first() == Some(&words)));
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
            self.last = Some((subject.clone(), paragraph));
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
                || self.last.as_ref().is_some_and(|(_, last)| last + 1 >= sentence.paragraph && *last > *paragraph)
            {
                let report = Report { contents, manner: Manner::Stated, sentence: index, ..report.clone() };
                self.last = report.subject.clone().map(|subject| (subject, sentence.paragraph));
                self.claim(&report.contents);
                self.reports.push(report);
                return;
            }
            self.announced = None;
        }
        let subject =
            self.last.clone().filter(|(_, paragraph)| paragraph + 1 >= sentence.paragraph).map(|(subject, _)| subject);
        let Some(subject) = subject else { return };
        self.last = Some((subject.clone(), sentence.paragraph));
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

/// "NAME: words" at the start of a paragraph.
fn labelled(clause: &Clause<'_, '_>, sentence: usize, opens_paragraph: bool) -> Option<Report> {
    if !opens_paragraph {
        return None;
    }
    let colon = (1..clause.items.len().min(9)).find(|item| clause.tags(*item).any(Tags::COLON))?;
    let label = 0..colon;
    let name = Tags::CAPITAL.or(Tags::OPENING).or(Tags::CLOSING).or(Tags::JOINER).or(Tags::STOP);
    let is_name = label.clone().all(|item| clause.tags(item).any(name) && !clause.is_quotation(item));
    let shouted =
        clause.text(0).chars().count() > 2 && clause.text(0).chars().all(|character| !character.is_lowercase());
    let from = colon + 1;
    if !is_name || clause.is_end(from) || !(shouted || clause.is_quotation(from)) {
        return None;
    }
    if clause.reading.cues[clause.items[colon - 1].first].is_some() || LABELS.contains(&clause.text(0)) {
        return None;
    }
    let content = from..clause.items.len();
    if !clause.is_quotation(from) && !clause.has_verb(content.clone()) {
        return None;
    }
    let content = if clause.is_quotation(from) { from..from + 1 } else { content };
    Some(Report {
        cue: clause.tokens(&(colon..colon + 1)),
        subject: Some(clause.tokens(&label)),
        addressee: None,
        contents: vec![clause.tokens(&content)],
        manner: Manner::Stated,
        denied: false,
        because: vec![Reason::Colon],
        sentence,
        link: false,
    })
}
