//! Who is behind the story's words, and why they are taken for theirs.

use anstyle::Style;
use verbatim_index::span::Span;
use verbatim_index::story::Story;

use super::page::{FAINT, Page, STRONG};
use super::passage::{self, Sought};
use crate::render::language::Language;
use crate::render::words::{self, Phrase, behind};
use crate::reply::behind::statement_id;
use crate::reply::{Reasoned, SourceFound, SourcesFound, Why};

const INDENT: usize = 4;

/// Statements with the reasons for their attribution.
pub fn reasoned(page: &mut Page, reasoned: &Reasoned) {
    if reasoned.found.is_empty() {
        return page.plain(behind::NO_STATEMENT.english());
    }
    for why in &reasoned.found {
        self::why(page, &reasoned.story, why);
    }
}

fn why(page: &mut Page, story: &Story, why: &Why) {
    let Some(statement) = story.extracted().statements.get(why.statement) else { return };
    let id = format!("{}  ", statement_id(why.statement));
    page.line(0, &[(FAINT, &id), (STRONG, &passage::attribution(story, statement))]);
    let said: Vec<_> = statement.spans.iter().map(|span| story.document().text(*span)).collect();
    page.line(INDENT, &[(Style::new(), &said.join(&format!(" {} ", words::LEFT_OUT)))]);
    let mut told = |label: Phrase, span: Span| {
        let place = passage::whereabouts(story, story.cite(span));
        page.line(
            INDENT,
            &[
                (FAINT, &format!("{}: ", label.english())),
                (Style::new(), &quoted(story, span)),
                (FAINT, "  "),
                (FAINT, place.trim_end()),
            ],
        );
    };
    if let Some(cue) = statement.cue {
        told(behind::CUE, cue);
    }
    if let Some(speaker) = statement.speaker {
        told(behind::SPEAKER_WRITTEN, speaker.written);
        if let Some(name) = speaker.name.filter(|name| *name != speaker.written) {
            told(behind::SPEAKER_NAME, name);
        }
    }
    for proof in &why.proofs {
        told(behind::SHOWN_BY, proof.shown_by);
    }
    if let Some(addressee) = statement.addressee {
        told(behind::ADDRESSEE, addressee);
    }
    for link in &statement.via {
        told(behind::PASSED_ON_BY, link.reporter);
    }
    let rules = words::reasons(Language::English, &statement.because);
    page.line(INDENT, &[(FAINT, &format!("{}: ", behind::RULES.english())), (Style::new(), &rules)]);
    if let Some(parent) = statement.parent {
        page.line(
            INDENT,
            &[(FAINT, &format!("{}: ", behind::STANDS_IN.english())), (Style::new(), &statement_id(parent))],
        );
    }
}

fn quoted(story: &Story, span: Span) -> String {
    format!("“{}”", story.document().text(span))
}

/// Who is behind a story, kind by kind.
pub fn sources(page: &mut Page, sources: &SourcesFound) {
    for together in sources.found.chunk_by(|one, next| one.kind == next.kind) {
        page.styled(STRONG, behind::source_heading(together[0].kind).english());
        for source in together {
            self::source(page, &sources.story, source);
        }
    }
    page.styled(STRONG, behind::OWN_VOICE.english());
    let count = behind::sentences(Language::English, sources.own.len());
    page.line(INDENT, &[(FAINT, &count)]);
    if let Some(first) = sources.own.first() {
        passage::show(page, &sources.story, *first, &Sought::default());
    }
}

fn source(page: &mut Page, story: &Story, source: &SourceFound) {
    let name = source.name.map_or(words::NO_SPEAKER.english(), |name| story.document().text(name));
    let counts = behind::source_counts(Language::English, source.said.len(), source.passed_on.len());
    page.line(INDENT, &[(STRONG, name), (FAINT, "  "), (FAINT, &counts)]);
    let Some(first) = source.first().and_then(|index| story.extracted().statements.get(index)) else { return };
    let citation = story.cite(first.span());
    let place = passage::whereabouts(story, citation);
    page.line(2 * INDENT, &[(FAINT, &place), (Style::new(), story.text(citation))]);
    page.line(2 * INDENT, &[(FAINT, &passage::attribution(story, first))]);
}
