//! What is known of a story beside its article: `story.toml`, and what it adds to the article when it is read.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::{Addition, LibraryError};
use crate::article::{self, Format};
use crate::facts::Fact;
use crate::span::Source;
use crate::story::Story;

/// Where a story came from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Origin {
    /// It came with the program, and nobody changed it.
    Shipped,
    /// A person added or changed it.
    Added,
}

/// What is known of a story without reading its article.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StoryEntry {
    /// Its id.
    pub id: String,
    /// The article's headline, or the id where it has none.
    pub title: String,
    /// The day of publication.
    pub published: Option<Date>,
    /// Who published it.
    pub publisher: Option<String>,
    /// The address it was published at.
    pub url: Option<String>,
    /// The number of the current version.
    pub version: u32,
    /// All versions, the oldest first.
    pub versions: Vec<StoryVersion>,
    /// Where it came from.
    pub origin: Origin,
}

/// One version of a story's files; it never changes.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct StoryVersion {
    /// Its number, from 1.
    pub number: u32,
    /// The name of the file as it was given.
    pub file_name: String,
    /// The name of the file in the version's folder.
    pub(super) article: String,
    /// CRC-32 of the article, by which damage is seen.
    pub(super) article_checksum: u32,
    /// CRC-32 of the facts, where there are some.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) facts_checksum: Option<u32>,
    /// CRC-32 of the editors' questions, where there are some.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) questions_checksum: Option<u32>,
}

#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Metadata {
    pub(super) id: String,
    pub(super) title: String,
    pub(super) origin: Origin,
    /// Which version of the shipped story it is, for one that came with the program.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) shipped_version: Option<u32>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) url: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) published: Option<Date>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) publisher: Option<String>,
    /// What a reader of `story list` sees where nobody said it but the article does.
    #[serde(default)]
    pub(super) of_article: OfArticle,
    /// The last one is current.
    versions: Vec<StoryVersion>,
}

/// What the article says of itself.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct OfArticle {
    #[serde(skip_serializing_if = "Option::is_none")]
    url: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    published: Option<Date>,
    #[serde(skip_serializing_if = "Option::is_none")]
    publisher: Option<String>,
}

impl Metadata {
    pub(super) fn of_addition(addition: &Addition<'_>) -> Self {
        let mut metadata = Self {
            id: addition.id.unwrap_or_default().to_owned(),
            title: String::new(),
            origin: Origin::Added,
            shipped_version: None,
            url: addition.url.map(str::to_owned),
            published: addition.published,
            publisher: addition.publisher.map(str::to_owned),
            of_article: OfArticle::default(),
            versions: Vec::new(),
        };
        metadata.add_version(addition.file_name);
        metadata
    }

    /// Reads `story.toml`; the reason in plain words where it can't be.
    pub(super) fn parse(text: &str) -> Result<Self, String> {
        let metadata: Self = toml::from_str(text).map_err(|error| error.message().to_owned())?;
        if metadata.versions.is_empty() {
            return Err("it names no version".to_owned());
        }
        let known = |version: &StoryVersion| ARTICLE_FILES.contains(&version.article.as_str());
        match metadata.versions.iter().find(|version| !known(version)) {
            Some(version) => Err(format!("version {} has no article.txt or article.md", version.number)),
            None => Ok(metadata),
        }
    }

    /// The current version.
    pub(super) fn current(&self) -> &StoryVersion {
        self.versions.last().expect("`parse` and `of_addition` see to it that there is a version")
    }

    pub(super) fn current_mut(&mut self) -> &mut StoryVersion {
        self.versions.last_mut().expect("`parse` and `of_addition` see to it that there is a version")
    }

    /// Begins a new version; its checksums come with its files.
    pub(super) fn add_version(&mut self, file_name: &str) {
        let number = self.versions.last().map_or(1, |version| version.number + 1);
        let article = match Format::of_file_name(file_name) {
            Format::Plain => ARTICLE_FILES[0],
            Format::Markdown => ARTICLE_FILES[1],
        };
        self.versions.push(StoryVersion {
            number,
            file_name: file_name.to_owned(),
            article: article.to_owned(),
            article_checksum: 0,
            facts_checksum: None,
            questions_checksum: None,
        });
    }

    /// Puts its one version behind all those of `older`.
    pub(super) fn follow(&mut self, older: &Metadata) {
        let file_name = self.current().file_name.clone();
        self.versions = older.versions.clone();
        self.add_version(&file_name);
    }

    /// Makes an older version current, in memory.
    pub(super) fn go_to_version(&mut self, number: u32) -> Result<(), LibraryError> {
        let newest = self.current().number;
        if !self.versions.iter().any(|version| version.number == number) {
            return Err(LibraryError::NoSuchVersion { id: self.id.clone(), number, newest });
        }
        self.versions.retain(|version| version.number <= number);
        Ok(())
    }

    /// Reads the article; what a person said of it counts more than what it says itself.
    pub(super) fn story(&self, source: Source, facts: Vec<Fact>) -> Story {
        let mut article = article::read(source, Format::of_file_name(&self.current().article));
        article.url = self.url.clone().or(article.url);
        article.published = self.published.or(article.published);
        article.publisher = self.publisher.clone().or(article.publisher);
        Story::new(self.id.clone(), article, facts).with_version(self.current().number)
    }

    /// Notes what the article says of itself, so that listing stories needn't read them.
    pub(super) fn note_article(&mut self, story: &Story) {
        let article = story.document().article();
        self.title = story.title().to_owned();
        self.of_article = OfArticle {
            url: article.url.clone().filter(|_| self.url.is_none()),
            published: article.published.filter(|_| self.published.is_none()),
            publisher: article.publisher.clone().filter(|_| self.publisher.is_none()),
        };
    }

    pub(super) fn entry(&self) -> StoryEntry {
        let title = if self.title.is_empty() { &self.id } else { &self.title };
        StoryEntry {
            id: self.id.clone(),
            title: title.clone(),
            published: self.published.or(self.of_article.published),
            publisher: self.publisher.clone().or(self.of_article.publisher.clone()),
            url: self.url.clone().or(self.of_article.url.clone()),
            version: self.current().number,
            versions: self.versions.clone(),
            origin: self.origin,
        }
    }
}

const ARTICLE_FILES: [&str; 2] = ["article.txt", "article.md"];
