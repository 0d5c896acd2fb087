//! What moderators are told of a message in a watched channel: its exact words at fault, and what the story has.

use super::message::{Colour, Message};
use super::{blocks, headed, marked};
use crate::render::language::Language;
use crate::render::words::watched as said;
use crate::reply::Marked;

/// The note on a message at a server, a channel and an id, whose pieces at fault these are.
pub fn message(language: Language, at_fault: &Marked, place: (u64, u64, u64), member: u64) -> Message {
    let (server, channel, id) = place;
    let link = format!("https://discord.com/channels/{server}/{channel}/{id}");
    let pieces = at_fault.pieces.iter().map(|piece| marked::piece(language, at_fault, piece));
    let heading = format!("**{}**\n{}", said::TITLE.in_language(language), said::from(language, &link, member));
    let blocks: Vec<String> = [heading].into_iter().chain(pieces).collect();
    let mut embed = headed(language, &at_fault.story, Colour::Quiet);
    blocks::fill(language, &mut embed, &blocks);
    Message::public(embed)
}
