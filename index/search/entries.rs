//! A story → its [`Entry`]s: what can be found by words, one a sentence, statement, figure, fact of the dispute,
//! event and related fact.

use super::EntryKind;
use crate::document::Document;
use crate::extract::{Extracted, Name};
use crate::span::Span;
use crate::story::Story;

/// One thing that can be found.
#[derive(Clone, Debug)]
pub struct Entry<'s> {
    /// What it is.
    pub kind: EntryKind,
    /// Which one of its kind in the story, from 0.
    pub ordinal: usize,
    /// Where its words stand: in the article, or for a related fact in its claim.
    pub bytes: std::ops::Range<usize>,
    /// Its words.
    pub words: &'s str,
    /// Other words for those it names, its speaker, what its figure is of.
    pub names: Vec<&'s str>,
}

/// All entries of a story, kind by kind.
pub fn entries(story: &Story) -> Vec<Entry<'_>> {
    let document = story.document();
    let extracted = story.extracted();
    let sentences = document.sentences().iter().map(|sentence| sentence.span);
    let statements = extracted.statements.iter().map(|statement| statement.span());
    let figures = extracted.figures.iter().map(|figure| figure.span);
    let dispute = extracted.dispute.iter().map(|fact| fact.span);
    let events = extracted.events.iter().map(|event| event.span);

    let names = Names::of(document, extracted);
    let mut entries = Vec::new();
    let mut add = |kind, spans: &mut dyn Iterator<Item = Span>| {
        entries.extend(spans.enumerate().map(|(ordinal, span)| names.entry(kind, ordinal, span)));
    };
    add(EntryKind::Sentence, &mut sentences.into_iter());
    add(EntryKind::Statement, &mut statements.into_iter());
    add(EntryKind::Figure, &mut figures.into_iter());
    add(EntryKind::Dispute, &mut dispute.into_iter());
    add(EntryKind::Event, &mut events.into_iter());
    add_attributions(document, extracted, &mut entries);
    entries.extend(facts(story));
    entries
}

/// The names of a document with their mentions in order, so that those within a span are found at once.
struct Names<'d> {
    document: &'d Document,
    mentions: Vec<(Span, &'d Name)>,
}

impl<'d> Names<'d> {
    fn of(document: &'d Document, extracted: &'d Extracted) -> Self {
        let mentions =
            extracted.names.iter().flat_map(|name| name.mentions.iter().map(move |mention| (*mention, name)));
        let mut mentions: Vec<(Span, &Name)> = mentions.collect();
        mentions.sort_by_key(|(mention, _)| *mention);
        Self { document, mentions }
    }

    fn entry(&self, kind: EntryKind, ordinal: usize, span: Span) -> Entry<'d> {
        let words = self.document.text(span);
        Entry { kind, ordinal, bytes: span.range(), words, names: self.other_words(span) }
    }

    /// The forms of those named within `span`, each once.
    fn other_words(&self, span: Span) -> Vec<&'d str> {
        let first = self.mentions.partition_point(|(mention, _)| mention.start() < span.start());
        let within = self.mentions[first..].iter().take_while(|(mention, _)| mention.end() <= span.end());
        let mut forms: Vec<Span> = Vec::new();
        for (_, name) in within {
            forms.push(name.canonical);
            forms.extend(name.aliases.iter().map(|alias| alias.span));
        }
        forms.sort_unstable();
        forms.dedup();
        let mut words: Vec<&str> = forms.into_iter().map(|form| self.document.text(form)).collect();
        words.sort_unstable();
        words.dedup();
        words
    }
}

/// Statements are found by their speaker, and figures by what they are of, too.
fn add_attributions<'d>(document: &'d Document, extracted: &Extracted, entries: &mut [Entry<'d>]) {
    for entry in entries {
        let told: [Option<Span>; 2] = match entry.kind {
            EntryKind::Statement => {
                let speaker = extracted.statements[entry.ordinal].speaker;
                [speaker.map(|speaker| speaker.written), speaker.and_then(|speaker| speaker.name)]
            }
            EntryKind::Figure => [extracted.figures[entry.ordinal].of, extracted.figures[entry.ordinal].by],
            EntryKind::Dispute => [extracted.dispute[entry.ordinal].party, extracted.dispute[entry.ordinal].value],
            EntryKind::Sentence | EntryKind::Event | EntryKind::Fact => [None, None],
        };
        entry.names.extend(told.into_iter().flatten().map(|span| document.text(span)));
    }
}

fn facts(story: &Story) -> impl Iterator<Item = Entry<'_>> {
    story.facts().iter().enumerate().map(|(ordinal, fact)| Entry {
        kind: EntryKind::Fact,
        ordinal,
        bytes: 0..fact.claim.text().len(),
        words: fact.claim.text(),
        names: [fact.speaker.as_deref(), fact.of.as_deref()].into_iter().flatten().collect(),
    })
}
