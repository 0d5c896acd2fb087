//! [`Story`]: an article and its related facts, read and ready for questions; the one place that turns what an
//! answer cites into words.

use std::ops::Range;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, OnceLock};

use crate::answer::lookup::Lookup;
use crate::article::{Article, Role};
use crate::correction::{self, Correction, Corrects};
use crate::document::Document;
use crate::editors::EditorsQuestions;
use crate::extract::{self, Extracted};
use crate::facts::Fact;
use crate::meaning::StoryMeaning;
use crate::search::{EntryKind, Hit};
use crate::series::{self, Series};
use crate::span::Span;

/// Which source of a story a citation points into.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum CitedSource {
    /// The article.
    Article,
    /// A related fact, as an index of [`Story::facts`].
    Fact(usize),
}

/// A piece of one of a story's sources.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Citation {
    /// Which source.
    pub source: CitedSource,
    /// Where in it.
    pub span: Span,
}

/// A citation with the words it stands for and all that a reader needs to find them again.
#[derive(Clone, Debug)]
pub struct Passage<'s> {
    /// The words, as they stand in the source.
    pub text: &'s str,
    /// The source's id: the story's, or `STORY/FACT`.
    pub source: String,
    /// The source's title.
    pub title: &'s str,
    /// The source's day of publication, as ISO 8601 to the day, month or year.
    pub published: Option<String>,
    /// The source's address.
    pub url: Option<&'s str>,
    /// The body paragraph's number, from 1.
    pub paragraph: Option<u32>,
    /// The sentence's number, from 1.
    pub sentence: Option<u32>,
    /// The role in the article; `None` for a related fact.
    pub role: Option<Role>,
    /// Where the words stand in the source, in Unicode scalar values.
    pub scalars: Range<usize>,
}

/// An article and its related facts, ready for questions.
#[derive(Clone, Debug)]
pub struct Story {
    id: String,
    version: u32,
    document: Document,
    extracted: Extracted,
    facts: Vec<Fact>,
    corrections: Arc<[Correction]>,
    lookup: Arc<OnceLock<Lookup>>,
    series: Arc<OnceLock<Vec<Series>>>,
    meaning: Arc<OnceLock<StoryMeaning>>,
    meaning_is_kept: Arc<AtomicBool>,
    editors: Arc<EditorsQuestions>,
}

impl Story {
    /// Reads an article and its facts.
    pub fn new(id: impl Into<String>, article: Article, facts: Vec<Fact>) -> Self {
        let document = Document::new(article);
        let extracted = extract::extract(&document);
        Self {
            id: id.into(),
            version: 1,
            document,
            extracted,
            facts,
            corrections: Arc::default(),
            lookup: Arc::default(),
            series: Arc::default(),
            meaning: Arc::default(),
            meaning_is_kept: Arc::default(),
            editors: Arc::default(),
        }
    }

    /// The same story, known to be the given version of it.
    pub fn with_version(self, version: u32) -> Self {
        Self { version, ..self }
    }

    /// The same story with what somebody corrected by hand. What its sentences mean is the same.
    #[must_use]
    pub fn corrected(&self, corrections: Vec<Correction>) -> Self {
        let mut extracted = self.extracted.clone();
        correction::apply(&mut extracted, &corrections);
        Self {
            extracted,
            corrections: corrections.into(),
            lookup: Arc::default(),
            series: Arc::default(),
            ..self.clone()
        }
    }

    /// What somebody corrected by hand in it.
    pub fn corrections(&self) -> &[Correction] {
        &self.corrections
    }

    /// The correction of the speaker of the statement at these words.
    pub fn correction_of_speaker(&self, statement: Span) -> Option<&Correction> {
        let is_of_speaker = |correction: &&Correction| matches!(correction.of, Corrects::Speaker(_));
        self.corrections.iter().filter(is_of_speaker).find(|correction| correction.at == statement)
    }

    /// The correction of the figure at these words.
    pub fn correction_of_figure(&self, figure: Span) -> Option<&Correction> {
        let is_of_value = |correction: &&Correction| matches!(correction.of, Corrects::Value(_));
        self.corrections.iter().filter(is_of_value).find(|correction| correction.at == figure)
    }

    /// The same story with questions that its editors expect.
    pub fn with_editors_questions(self, editors: EditorsQuestions) -> Self {
        Self { editors: Arc::new(editors), ..self }
    }

    /// The questions that its editors expect.
    pub fn editors_questions(&self) -> &EditorsQuestions {
        &self.editors
    }

    /// Its id in the library.
    pub fn id(&self) -> &str {
        &self.id
    }

    /// Which version of the story it is, from 1; a new one comes with every update of the article or the facts.
    pub fn version(&self) -> u32 {
        self.version
    }

    /// Who published the article: the last link of every chain of reporters, where it is known.
    pub fn publisher(&self) -> Option<&str> {
        self.document.article().publisher.as_deref()
    }

    /// The article's text.
    pub fn document(&self) -> &Document {
        &self.document
    }

    /// What the extractors found in the article.
    pub fn extracted(&self) -> &Extracted {
        &self.extracted
    }

    /// What its sentences are found by; worked out at the first question, so that loading stays cheap.
    pub(crate) fn lookup(&self) -> &Lookup {
        self.lookup.get_or_init(|| Lookup::new(&self.document, &self.extracted, &self.facts))
    }

    /// Figures that can stand on one axis, worked out when they are first asked for.
    pub fn series(&self) -> &[Series] {
        self.series.get_or_init(|| series::of(self))
    }

    /// What its sentences mean; worked out at the first question that needs it, unless it was stored. `None` for a
    /// text of so many sentences that it is no story.
    pub fn meaning(&self) -> Option<&StoryMeaning> {
        let is_story = StoryMeaning::can_be_of(&self.document);
        is_story.then(|| self.meaning.get_or_init(|| StoryMeaning::of(&self.document)))
    }

    /// What its sentences mean, once: if that was worked out here and isn't stored yet.
    pub(crate) fn meaning_to_keep(&self) -> Option<&StoryMeaning> {
        let meaning = self.meaning.get()?;
        let was_kept = self.meaning_is_kept.swap(true, Ordering::Relaxed);
        (!was_kept).then_some(meaning)
    }

    /// Takes what its sentences mean as it was stored; what isn't of these sentences is worked out anew when needed.
    pub(crate) fn recall_meaning(&self, stored: &[u8]) {
        if let Some(meaning) = StoryMeaning::from_bytes(stored, &self.document) {
            // It may have been worked out meanwhile, to the same.
            let _ = self.meaning.set(meaning);
            self.meaning_is_kept.store(true, Ordering::Relaxed);
        }
    }

    /// The related facts.
    pub fn facts(&self) -> &[Fact] {
        &self.facts
    }

    /// The index of the related fact with this id.
    pub fn fact_by_id(&self, id: &str) -> Option<usize> {
        self.facts.iter().position(|fact| fact.id == id)
    }

    /// The related facts that tell it otherwise than the given one, as indices in the order of the file.
    pub fn facts_against(&self, fact: usize) -> impl Iterator<Item = usize> {
        let disputed_by = self.facts.get(fact).map_or(&[][..], |fact| &fact.disputed_by);
        disputed_by.iter().filter_map(|id| self.fact_by_id(id))
    }

    /// The article's headline, or its id where it has none.
    pub fn title(&self) -> &str {
        self.document.article().headline.map_or(&self.id, |headline| self.document.text(headline))
    }

    /// Cites a piece of the article.
    pub fn cite(&self, span: Span) -> Citation {
        Citation { source: CitedSource::Article, span }
    }

    /// Cites what was found by search; `None` if it was found in another version of the story.
    pub fn cited_by(&self, hit: &Hit) -> Option<Citation> {
        if hit.story != self.id || hit.version != self.version {
            return None;
        }
        match hit.kind {
            EntryKind::Fact => {
                let span = self.facts.get(hit.ordinal)?.claim.span(hit.bytes.clone()).ok()?;
                Some(Citation { source: CitedSource::Fact(hit.ordinal), span })
            }
            EntryKind::Sentence | EntryKind::Statement | EntryKind::Figure | EntryKind::Dispute | EntryKind::Event => {
                Some(self.cite(self.document.source().span(hit.bytes.clone()).ok()?))
            }
        }
    }

    /// The words that a citation stands for.
    pub fn text(&self, citation: Citation) -> &str {
        match citation.source {
            CitedSource::Article => self.document.text(citation.span),
            CitedSource::Fact(fact) => self.facts[fact].claim.slice(citation.span),
        }
    }

    /// A citation with its words and whereabouts.
    pub fn passage(&self, citation: Citation) -> Passage<'_> {
        match citation.source {
            CitedSource::Article => self.article_passage(citation.span),
            CitedSource::Fact(fact) => self.fact_passage(&self.facts[fact], citation.span),
        }
    }

    fn article_passage(&self, span: Span) -> Passage<'_> {
        let article = self.document.article();
        let sentence = self.document.sentence_at(span).map(|index| &self.document.sentences()[index]);
        let paragraph = sentence.map(|sentence| self.document.paragraph_of(sentence));
        Passage {
            text: self.document.text(span),
            source: self.id.clone(),
            title: self.title(),
            published: article.published.map(|date| date.to_string()),
            url: article.url.as_deref(),
            paragraph: paragraph.and_then(|paragraph| paragraph.number),
            sentence: sentence.and_then(|sentence| sentence.number),
            role: Some(paragraph.map_or(Role::Body, |paragraph| paragraph.role)),
            scalars: article.source.scalars(span),
        }
    }

    fn fact_passage<'s>(&'s self, fact: &'s Fact, span: Span) -> Passage<'s> {
        Passage {
            text: fact.claim.slice(span),
            source: format!("{}/{}", self.id, fact.id),
            title: &fact.source.title,
            published: fact.source.published.clone(),
            url: fact.source.url.as_deref(),
            paragraph: None,
            sentence: None,
            role: None,
            scalars: fact.claim.scalars(span),
        }
    }
}
