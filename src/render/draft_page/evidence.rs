//! The evidence for each mark: the verdict in words, the two versions word by word, the story's sentences with their
//! whereabouts.

use maud::{Markup, html};
use verbatim_index::draft::{Difference, Mark, Stretch};
use verbatim_index::story::{Citation, CitedSource, Story};

use super::{evidence_id, label_id, numbered};
use crate::render::differing;
use crate::render::terminal::passage;
use crate::render::words::draft as said;
use crate::render::words::draft_page as words;
use crate::reply::DraftChecked;

/// The evidence of all marks, in the draft's order.
pub fn list(checked: &DraftChecked) -> Markup {
    html! {
        @if checked.checked.marks.is_empty() { p { (words::NOTHING_MARKED) } }
        ol { @for (number, mark) in numbered(checked) { (one(checked, number, mark)) } }
    }
}

fn one(checked: &DraftChecked, number: usize, mark: &Mark) -> Markup {
    let standing = mark.found.standing();
    html! {
        li.(said::standing(standing)) id=(evidence_id(number)) {
            h3 {
                (number) " " span.label.(said::standing(standing)) { (said::sign(standing)) " " (said::label(mark.found)) }
                " " span.kind { (said::kind(mark.found)) }
            }
            p.versions { (versions(checked, mark)) }
            p { (said::explained(mark.found)) }
            (passages(checked, said::BECAUSE, &mark.because))
            (passages(checked, said::NEAREST, &mark.nearest))
            p.back { a href={ "#" (label_id(number)) } { (words::back(number)) } }
        }
    }
}

fn versions(checked: &DraftChecked, mark: &Mark) -> Markup {
    let document = checked.draft.document();
    let beside = mark.differences.iter().filter(|difference| !mark.at.contains(difference.draft));
    html! {
        @for stretch in mark.stretches(&checked.draft) {
            @match stretch {
                Stretch::Same(span) => (document.text(span)),
                Stretch::Changed(difference) => (changed(checked, &difference)),
            }
        }
        @for difference in beside { " — " (changed(checked, difference)) }
    }
}

/// Said to those who don't see the strokes too.
fn changed(checked: &DraftChecked, difference: &Difference) -> Markup {
    let draft = checked.draft.document().text(difference.draft);
    let story = difference.story.map_or("", |citation| differing::told(&checked.story, citation));
    html! {
        @if !draft.is_empty() { del { span.spoken { (words::IN_DRAFT) " " } (draft) } }
        @if !draft.is_empty() && !story.is_empty() { " " }
        @if !story.is_empty() { ins { span.spoken { (words::IN_STORY) " " } (story) } }
        @if draft.is_empty() { " " }
    }
}

fn passages(checked: &DraftChecked, heading: &str, citations: &[Citation]) -> Markup {
    html! {
        @if !citations.is_empty() {
            p.heading { (heading) }
            @for citation in citations { (quoted(&checked.story, *citation)) }
        }
    }
}

/// The sentence in which the cited words stand, those lit up.
fn quoted(story: &Story, citation: Citation) -> Markup {
    let (before, words, after) = in_sentence(story, citation);
    let shown = story.passage(citation);
    let behind = passage::behind(story, citation);
    html! {
        blockquote {
            p { (before) mark { (words) } (after) }
            p.whereabouts {
                @if !behind.is_empty() { (behind) ", " }
                (passage::whereabouts(story, citation).trim())
                ", " cite { (shown.title) }
                @if let Some(published) = &shown.published { ", " (published) }
            }
        }
    }
}

fn in_sentence(story: &Story, citation: Citation) -> (&str, &str, &str) {
    let document = story.document();
    let sentence = match citation.source {
        CitedSource::Article => document.sentence_at(citation.span).map(|index| document.sentences()[index].span),
        CitedSource::Fact(_) => None,
    };
    let whole = sentence.map_or(citation.span, |sentence| sentence.cover(citation.span));
    let source = document.source();
    let slice = |start: usize, end: usize| match citation.source {
        CitedSource::Article => source.span(start..end).map_or("", |span| source.slice(span)),
        CitedSource::Fact(_) => "",
    };
    let before = slice(whole.start(), citation.span.start());
    let after = slice(citation.span.end(), whole.end());
    (before, story.text(citation), after)
}
