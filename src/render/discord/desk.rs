//! What the desk keeps, in Discord: for those alone who asked for it.

use super::message::{Colour, Embed, Message};
use super::{cut, labels, notice, strong};
use crate::render::language::Language;
use crate::render::words::desk as said;
use crate::reply::{DeskReply, SettingsShown};

/// The longest value of a setting that is shown.
const VALUE: usize = 200;

/// The message that shows a reply of the desk's.
pub fn message(language: Language, reply: &DeskReply) -> Message {
    match reply {
        DeskReply::Settings(shown) => settings(language, shown),
        DeskReply::BackedUp { .. } | DeskReply::Restored { .. } | DeskReply::Audit(_) => {
            notice(labels::NOT_HERE.in_language(language))
        }
    }
}

/// What is set: for the whole server, then channel by channel, then who isn't answered.
fn settings(language: Language, shown: &SettingsShown) -> Message {
    let mut embed = Embed::new(Colour::Quiet).titled(said::SETTINGS.in_language(language), None);
    let mut place = None;
    for written in &shown.written {
        if place != Some(written.channel) {
            place = Some(written.channel);
            let heading = match written.channel {
                None => said::EVERYWHERE.in_language(language).to_owned(),
                Some(channel) => said::in_channel(language, channel),
            };
            embed.add(&strong(&heading), 0);
        }
        let value = cut::escaped(&written.value, VALUE);
        let value = if written.setting == crate::desk::Setting::Posters { format!("<@&{value}>") } else { value };
        embed.add(&format!("{}: {value}", written.setting.name()), 0);
    }
    if !shown.blocked.is_empty() {
        embed.add(&strong(said::BLOCKED.in_language(language)), 0);
    }
    for blocked in &shown.blocked {
        embed.add(&format!("<@{}> {}", blocked.member, cut::escaped(&blocked.why, VALUE)), 0);
    }
    if embed.is_empty() {
        embed.add(said::NOTHING_SET.in_language(language), 0);
    }
    Message::private(embed)
}
