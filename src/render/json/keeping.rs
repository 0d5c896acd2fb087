//! Summaries, paragraphs, stories of the library, counts and health as JSON.

use serde_json::{Value, json};
use verbatim_index::library::{Listing, Origin, StoryEntry};
use verbatim_index::story::Story;

use super::{found, passage};
use crate::commands::{COMMANDS, Surface};
use crate::render::words::{self, about as said};
use crate::reply::{
    About, Change, Examined, Indexed, ParagraphShown, StoryChanged, StoryInUse, StoryShown, Summarised,
};

/// A summary.
pub fn summary(summarised: &Summarised) -> Value {
    let Summarised { story, sentences } = summarised;
    let passages: Vec<_> = sentences.iter().map(|citation| passage::passage(story, *citation)).collect();
    json!({"source": story.id(), "title": story.title(), "version": story.version(), "passages": passages})
}

/// A paragraph between its neighbours.
pub fn paragraph(shown: &ParagraphShown) -> Value {
    let ParagraphShown { story, paragraph } = shown;
    let paragraphs = story.document().paragraphs();
    let at = |index: Option<usize>| {
        let paragraph = index.and_then(|index| paragraphs.get(index))?;
        Some(passage::passage(story, story.cite(paragraph.span)))
    };
    json!({
        "paragraph": paragraphs.get(*paragraph).and_then(|paragraph| paragraph.number),
        "passage": at(Some(*paragraph)),
        "before": at(paragraph.checked_sub(1)),
        "after": at(paragraph.checked_add(1)),
        "source": story.id(),
        "version": story.version(),
    })
}

/// A story that was added or has a new version.
pub fn changed(changed: &StoryChanged) -> Value {
    let mut card = card(&changed.story);
    card["change"] = json!(match changed.change {
        Change::Added => "added",
        Change::Updated => "updated",
        Change::Unchanged => "unchanged",
    });
    if changed.lost_corrections > 0 {
        card["lost_corrections"] = json!(changed.lost_corrections);
    }
    card
}

/// A story with its versions.
pub fn story(shown: &StoryShown) -> Value {
    let mut card = card(&shown.story);
    card["versions"] = versions(&shown.entry);
    card["origin"] = json!(origin(shown.entry.origin));
    card
}

fn card(story: &Story) -> Value {
    let article = story.document().article();
    let extracted = story.extracted();
    let paragraphs = story.document().paragraphs().iter().filter(|paragraph| paragraph.number.is_some()).count();
    let sentences = story.document().sentences().iter().filter(|sentence| sentence.number.is_some()).count();
    json!({
        "id": story.id(),
        "title": story.title(),
        "published": article.published.map(|day| day.to_string()),
        "publisher": article.publisher,
        "url": article.url,
        "version": story.version(),
        "paragraphs": paragraphs,
        "sentences": sentences,
        "statements": extracted.statements.len(),
        "figures": extracted.figures.len(),
        "names": extracted.names.len(),
        "facts": story.facts().len(),
    })
}

/// The stories of the library, one a line, and those that can't be read.
pub fn stories(listing: &Listing) -> Vec<Value> {
    let stories = listing.stories.iter().map(|entry| {
        json!({
            "id": entry.id,
            "title": entry.title,
            "published": entry.published.map(|day| day.to_string()),
            "publisher": entry.publisher,
            "url": entry.url,
            "version": entry.version,
            "versions": versions(entry),
            "origin": origin(entry.origin),
        })
    });
    let broken = listing.broken.iter().map(|error| json!({"error": error.to_string()}));
    stories.chain(broken).collect()
}

fn versions(entry: &StoryEntry) -> Value {
    entry.versions.iter().map(|version| json!({"number": version.number, "file": version.file_name})).collect()
}

fn origin(origin: Origin) -> &'static str {
    match origin {
        Origin::Shipped => "shipped",
        Origin::Added => "added",
    }
}

/// A story that was chosen to be asked.
pub fn chosen(story: &Story) -> Value {
    let mut card = card(story);
    card["change"] = json!("chosen");
    card
}

/// The story that is asked, and the ids of those that could be.
pub fn in_use(in_use: &StoryInUse) -> Value {
    let mut card = card(&in_use.story);
    card["others"] = in_use.others.iter().map(|entry| json!({"id": entry.id, "title": entry.title})).collect();
    card
}

/// What the program is.
pub fn about(about: &About) -> Value {
    let rates = about.error_rates.iter().map(|rate| {
        json!({
            "kind": found::statement_kind(rate.kind),
            "missed": rate.missed,
            "spurious": rate.spurious,
            "wrong_speaker": rate.wrong_speaker,
        })
    });
    json!({
        "version": env!("CARGO_PKG_VERSION"),
        "promises": said::PROMISES.map(|(name, promise)| json!({"name": name.english(), "promise": promise.english()})),
        "error_rates": rates.collect::<Vec<_>>(),
        "kept": said::KEPT.english(),
        "story": about.story.as_deref().map(card),
    })
}

/// A story that was removed.
pub fn removed(id: &str) -> Value {
    json!({"id": id, "change": "removed"})
}

/// What an index holds.
pub fn indexed(indexed: &Indexed) -> Value {
    let Indexed { stories, entries, broken, story, took } = indexed;
    json!({
        "stories": stories,
        "entries": entries,
        "broken": broken,
        "story": story.as_deref().map(card),
        "took_ms": u64::try_from(took.as_millis()).unwrap_or(u64::MAX),
    })
}

/// One thing that `doctor` looked at.
pub fn examined(examined: &Examined) -> Value {
    json!({
        "what": words::part(examined.what),
        "ok": examined.fault.is_none(),
        "seen": examined.seen,
        "wrong": examined.fault.map(words::fault),
        "fix": examined.fault.map(words::fix),
    })
}

/// What can be asked.
pub fn help(surface: Surface) -> Vec<Value> {
    let offered = COMMANDS.iter().filter(|command| command.is_offered_by(surface));
    offered.map(|command| json!({"command": command.name, "about": command.about})).collect()
}
