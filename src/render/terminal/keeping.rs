//! Summaries, paragraphs, stories of the library, counts and health.

use anstyle::Style;
use verbatim_index::library::{Listing, StoryEntry};
use verbatim_index::story::Story;

use super::page::{BAD, FAINT, GOOD, Page, STRONG};
use super::passage::{self, Sought};
use crate::render::language::Language;
use crate::render::words::{self, about as said};
use crate::reply::{Change, Examined, Indexed, ParagraphShown, StoryChanged, StoryShown, Summarised};

/// A summary.
pub fn summary(page: &mut Page, summarised: &Summarised) {
    let Summarised { story, sentences } = summarised;
    page.styled(STRONG, story.title());
    for citation in sentences {
        passage::show(page, story, *citation, &Sought::default());
    }
}

/// A paragraph between its neighbours.
pub fn paragraph(page: &mut Page, shown: &ParagraphShown) {
    let ParagraphShown { story, paragraph } = shown;
    let paragraphs = story.document().paragraphs();
    let neighbours = paragraph.saturating_sub(1)..(paragraph + 2).min(paragraphs.len());
    for index in neighbours {
        let citation = story.cite(paragraphs[index].span);
        if index == *paragraph {
            passage::show(page, story, citation, &Sought::default());
        } else {
            passage::show_faintly(page, story, citation);
        }
    }
}

/// The stories of the library.
pub fn stories(page: &mut Page, listing: &Listing) {
    if listing.stories.is_empty() && listing.broken.is_empty() {
        return page.plain(words::NO_STORIES);
    }
    let width = listing.stories.iter().map(|entry| entry.id.len()).max().unwrap_or_default();
    for entry in &listing.stories {
        let id = format!("{:<width$}  ", entry.id);
        page.line(0, &[(STRONG, &id), (Style::new(), &entry.title), (FAINT, &origin(entry))]);
    }
    for error in &listing.broken {
        page.styled(BAD, &error.to_string());
    }
}

/// A story of the library that isn't the one asked.
pub fn entry(page: &mut Page, entry: &StoryEntry) {
    let id = format!("{}  ", entry.id);
    page.line(4, &[(STRONG, &id), (Style::new(), &entry.title), (FAINT, &origin(entry))]);
}

/// The story that is asked, with what is known of it.
pub fn card(page: &mut Page, story: &Story) {
    let article = story.document().article();
    page.line(4, &[(STRONG, story.id()), (FAINT, "  "), (STRONG, story.title())]);
    let published = article.published.map(|day| day.to_string());
    let parts = [
        article.publisher.clone(),
        published,
        Some(said::version(Language::English, story.version())),
        article.url.clone(),
    ];
    page.line(4, &[(FAINT, &parts.into_iter().flatten().collect::<Vec<_>>().join("  "))]);
    page.line(4, &[(FAINT, &counts(story))]);
}

fn origin(entry: &StoryEntry) -> String {
    let published = entry.published.map(|day| day.to_string());
    let version = (entry.version > 1).then(|| format!("version {}", entry.version));
    let parts = [entry.publisher.clone(), published, version];
    parts.into_iter().flatten().map(|part| format!("  {part}")).collect()
}

/// A story: what is known of it, then its text paragraph by paragraph.
pub fn story(page: &mut Page, shown: &StoryShown) {
    let StoryShown { story, entry } = shown;
    page.line(0, &[(STRONG, story.title()), (FAINT, &origin(entry))]);
    page.styled(FAINT, &counts(story));
    page.blank();
    let headline = story.document().article().headline;
    for paragraph in story.document().paragraphs().iter().filter(|paragraph| Some(paragraph.span) != headline) {
        let number = paragraph.number.map_or_else(String::new, |number| format!("¶{number}"));
        page.line(0, &[(FAINT, &format!("{number:<5}")), (Style::new(), story.document().text(paragraph.span))]);
    }
}

/// A story that was added or has a new version.
pub fn changed(page: &mut Page, changed: &StoryChanged) {
    let done = match changed.change {
        Change::Added => "added",
        Change::Updated => "updated",
        Change::Unchanged => "unchanged",
    };
    page.line(
        0,
        &[
            (GOOD, done),
            (Style::new(), " "),
            (STRONG, changed.story.id()),
            (Style::new(), ": "),
            (Style::new(), changed.story.title()),
        ],
    );
    page.styled(FAINT, &counts(&changed.story));
    if changed.lost_corrections > 0 {
        page.styled(BAD, &words::corrections::lost(changed.lost_corrections, changed.story.id()));
    }
}

fn counts(story: &Story) -> String {
    let paragraphs = story.document().paragraphs().iter().filter(|paragraph| paragraph.number.is_some()).count();
    let sentences = story.document().sentences().iter().filter(|sentence| sentence.number.is_some()).count();
    let extracted = story.extracted();
    let counts = [
        words::counted(paragraphs, "paragraph", "paragraphs"),
        words::counted(sentences, "sentence", "sentences"),
        words::counted(extracted.statements.len(), "statement", "statements"),
        words::counted(extracted.figures.len(), "figure", "figures"),
        words::counted(story.facts().len(), "related fact", "related facts"),
    ];
    counts.join(", ")
}

/// What an index holds.
pub fn indexed(page: &mut Page, indexed: &Indexed) {
    let Indexed { stories, entries, broken, story, took } = indexed;
    page.plain(&format!("{}, {entries} entries", words::counted(*stories, "story", "stories")));
    if let Some(story) = story {
        page.plain(&format!("{}: {}", story.id(), counts(story)));
    }
    for reason in broken {
        page.styled(BAD, reason);
    }
    page.styled(FAINT, &format!("in {:.2} s", took.as_secs_f64()));
}

/// What is wrong, apart from what was seen.
fn separated(seen: &str, wrong: &str) -> String {
    let between = if seen.is_empty() { "" } else { ": " };
    format!("{between}{wrong}")
}

/// What `doctor` saw.
pub fn health(page: &mut Page, examined: &[Examined]) {
    for examined in examined {
        let name = format!("{:<18}", words::part(examined.what));
        match examined.fault {
            None => page.line(0, &[(GOOD, "ok     "), (Style::new(), &name), (FAINT, &examined.seen)]),
            Some(fault) => {
                let wrong = words::fault(fault);
                page.line(
                    0,
                    &[
                        (BAD, "wrong  "),
                        (Style::new(), &name),
                        (FAINT, &examined.seen),
                        (BAD, &separated(&examined.seen, wrong)),
                    ],
                );
                page.line(7, &[(STRONG, words::fix(fault))]);
            }
        }
    }
}
