//! What is said of who is behind the story's words and why.

use super::{Language, Phrase};
use crate::reply::SourceKind;

/// Where no statement is like what was asked for.
pub const NO_STATEMENT: Phrase = Phrase::of("no-statement");
/// The words that report.
pub const CUE: Phrase = Phrase::of("why-cue");
/// The words for the speaker.
pub const SPEAKER_WRITTEN: Phrase = Phrase::of("why-speaker-written");
/// The name that these words mean.
pub const SPEAKER_NAME: Phrase = Phrase::of("why-speaker-name");
/// What proves a name.
pub const SHOWN_BY: Phrase = Phrase::of("why-shown-by");
/// Who passed the words on.
pub const PASSED_ON_BY: Phrase = Phrase::of("why-passed-on-by");
/// The hearer.
pub const ADDRESSEE: Phrase = Phrase::of("why-addressee");
/// The rules that applied.
pub const RULES: Phrase = Phrase::of("why-rules");
/// The statement that another one stands in.
pub const STANDS_IN: Phrase = Phrase::of("why-stands-in");
/// Before the sentences that are nobody's but the story's.
pub const OWN_VOICE: Phrase = Phrase::of("sources-own-voice");

/// The heading over sources of a kind.
pub fn source_heading(kind: SourceKind) -> Phrase {
    match kind {
        SourceKind::Person => Phrase::of("sources-person"),
        SourceKind::Body => Phrase::of("sources-body"),
        SourceKind::News => Phrase::of("sources-news"),
        SourceKind::Office => Phrase::of("sources-office"),
        SourceKind::Unnamed => Phrase::of("sources-unnamed"),
        SourceKind::Unclear => Phrase::of("sources-unclear"),
        SourceKind::None => Phrase::of("sources-none"),
    }
}

/// What sort of source somebody is, for scripts.
pub fn source_kind(kind: SourceKind) -> &'static str {
    match kind {
        SourceKind::Person => "person",
        SourceKind::Body => "body",
        SourceKind::News => "news",
        SourceKind::Office => "office",
        SourceKind::Unnamed => "unnamed",
        SourceKind::Unclear => "unclear",
        SourceKind::None => "none",
    }
}

/// How much somebody said and passed on.
pub fn source_counts(language: Language, said: usize, passed_on: usize) -> String {
    let counted = |key, count: usize| (count > 0).then(|| Phrase::of(key).filled(language, [("count", count.into())]));
    let counts = [counted("count-statements", said), counted("count-passed-on", passed_on)];
    counts.into_iter().flatten().collect::<Vec<_>>().join(" · ")
}

/// So many sentences.
pub fn sentences(language: Language, count: usize) -> String {
    Phrase::of("count-sentences").filled(language, [("count", count.into())])
}
