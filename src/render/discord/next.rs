//! What can be asked next about a passage, as buttons: the paragraph it stands in, what else its speaker said.

use verbatim_index::extract::statements::SpeakerKind;
use verbatim_index::story::{Citation, CitedSource, Story};

use super::buttons::{Button, Press};
use super::labels;
use crate::render::language::Language;
use crate::render::voice::Voice;

/// The buttons under a passage.
pub fn about(language: Language, story: &Story, citation: Citation) -> Vec<Button> {
    [paragraph(language, story, citation), speaker(language, story, citation)].into_iter().flatten().collect()
}

fn paragraph(language: Language, story: &Story, citation: Citation) -> Option<Button> {
    if citation.source != CitedSource::Article {
        return None;
    }
    let number = story.passage(citation).paragraph?.to_string();
    Button::new(
        labels::SHOW_PARAGRAPH.in_language(language),
        &Press::new("source", &[("paragraph", &number), ("story", story.id())]),
    )
}

/// Only where the passage has one speaker, and the story names them.
fn speaker(language: Language, story: &Story, citation: Citation) -> Option<Button> {
    let Voice::Reported(statements) = Voice::of(story, citation) else { return None };
    let speaker = story.extracted().statements.get(*statements.last()?)?.speaker?;
    let name = match speaker.kind {
        SpeakerKind::Person | SpeakerKind::Body => story.document().text(speaker.name.unwrap_or(speaker.written)),
        SpeakerKind::Unnamed | SpeakerKind::Unclear => return None,
    };
    Button::new(
        labels::WHAT_ELSE.in_language(language),
        &Press::new("said", &[("speaker", name), ("story", story.id())]),
    )
}
