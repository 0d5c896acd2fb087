//! Who is behind the story's words and why they are taken for theirs, as embeds: each link with its own words and place.

use verbatim_index::span::Span;
use verbatim_index::story::Story;

use super::message::{Colour, Message};
use super::{blocks, cut, headed, labels, next, notice, strong};
use crate::render::language::Language;
use crate::render::words::{self, Phrase, behind};
use crate::reply::{Reasoned, SourceFound, SourcesFound, Why};

/// The longest words that prove something.
const PROOF: usize = 240;

/// Statements with the reasons for their attribution.
pub fn reasoned(language: Language, reasoned: &Reasoned) -> Message {
    let story = &*reasoned.story;
    if reasoned.found.is_empty() {
        return notice(behind::NO_STATEMENT.in_language(language));
    }
    let blocks: Vec<String> = reasoned.found.iter().filter_map(|why| self::why(language, story, why)).collect();
    let mut embed = headed(language, story, Colour::Reported);
    blocks::fill(language, &mut embed, &blocks);
    let first = reasoned.found.first().map(|why| next::about_statement(language, story, why.statement));
    Message::public(embed).with_buttons(first.unwrap_or_default())
}

fn why(language: Language, story: &Story, why: &Why) -> Option<String> {
    let statement = story.extracted().statements.get(why.statement)?;
    let mut lines = vec![
        blocks::statement(language, story, statement),
        labels::labelled(language, behind::RULES, &words::reasons(language, &statement.because)),
    ];
    lines.extend(statement.cue.map(|cue| told(language, story, behind::CUE, cue)));
    if let Some(speaker) = statement.speaker {
        lines.push(told(language, story, behind::SPEAKER_WRITTEN, speaker.written));
        let name = speaker.name.filter(|name| *name != speaker.written);
        lines.extend(name.map(|name| told(language, story, behind::SPEAKER_NAME, name)));
    }
    lines.extend(why.proofs.iter().map(|proof| told(language, story, behind::SHOWN_BY, proof.shown_by)));
    lines.extend(statement.addressee.map(|addressee| told(language, story, behind::ADDRESSEE, addressee)));
    lines.extend(statement.via.iter().map(|link| told(language, story, behind::PASSED_ON_BY, link.reporter)));
    Some(lines.join("\n"))
}

/// Words of the story under a label of ours, with their place.
fn told(language: Language, story: &Story, label: Phrase, span: Span) -> String {
    let words = cut::escaped(story.document().text(span), PROOF);
    let passage = story.passage(story.cite(span));
    let place =
        labels::place(language, passage.role, passage.paragraph).map(|place| format!(" · {place}")).unwrap_or_default();
    format!("{}{place}", labels::labelled(language, label, &format!("“{words}”")))
}

/// Who is behind a story, kind by kind.
pub fn sources(language: Language, sources: &SourcesFound) -> Message {
    let story = &*sources.story;
    let mut blocks: Vec<String> = Vec::new();
    for together in sources.found.chunk_by(|one, next| one.kind == next.kind) {
        for (position, source) in together.iter().enumerate() {
            let shown = self::source(language, story, source);
            let heading = strong(behind::source_heading(source.kind).in_language(language));
            blocks.push(if position == 0 { format!("{heading}\n{shown}") } else { shown });
        }
    }
    blocks.push(own_voice(language, story, sources));
    let mut embed = headed(language, story, Colour::Quiet);
    blocks::fill(language, &mut embed, &blocks);
    Message::public(embed)
}

fn source(language: Language, story: &Story, source: &SourceFound) -> String {
    let name = source.name.map_or_else(
        || words::NO_SPEAKER.in_language(language).to_owned(),
        |name| cut::escaped(story.document().text(name), PROOF),
    );
    let counts = behind::source_counts(language, source.said.len(), source.passed_on.len());
    let first = source.first().and_then(|index| story.extracted().statements.get(index));
    let shown =
        first.map(|statement| format!("\n{}", blocks::statement(language, story, statement))).unwrap_or_default();
    format!("{name} · {counts}{shown}")
}

fn own_voice(language: Language, story: &Story, sources: &SourcesFound) -> String {
    let count = behind::sentences(language, sources.own.len());
    let first =
        sources.own.first().map(|first| format!("\n{}", blocks::passage(language, story, *first))).unwrap_or_default();
    format!("{}\n{count}{first}", strong(behind::OWN_VOICE.in_language(language)))
}
