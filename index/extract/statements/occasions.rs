//! Nouns for when and in what words are said: they end a speaker's phrase, and media stand beside them.

/// Nouns for the occasion or the writing in which something is said.
pub const OCCASIONS: &[&str] = &[
    "interview",
    "statement",
    "speech",
    "email",
    "e-mail",
    "tweet",
    "letter",
    "post",
    "conference",
    "briefing",
    "meeting",
    "rally",
    "debate",
    "hearing",
    "press",
    "remarks",
    "address",
    "message",
    "news",
    "call",
    "interviews",
    "tweets",
    "appearance",
    "report",
    "memo",
    "event",
    "court",
    "testimony",
    "telephone",
    "phone",
    "blog",
    "video",
    "note",
    "op-ed",
    "article",
    "reference",
];

/// Nouns for what holds somebody's words, beside the occasions.
pub const WRITINGS: &[&str] =
    &["comments", "comment", "conversation", "column", "essay", "answer", "reply", "recording"];
