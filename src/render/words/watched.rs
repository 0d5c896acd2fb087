//! What moderators are told of messages in watched channels.

use super::Phrase;
use crate::render::language::Language;

/// Over a message that has something otherwise than the story.
pub const TITLE: Phrase = Phrase::of("watched");

/// Where it stands, and whose it is; both as Discord shows them, pinging nobody.
pub fn from(language: Language, link: &str, member: u64) -> String {
    let member = format!("<@{member}>");
    Phrase::of("watched-from").filled(language, [("link", link.into()), ("member", member.into())])
}
