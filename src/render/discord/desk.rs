//! What the desk keeps, in Discord: for those alone who asked for it.

use super::message::{Colour, Embed, Message};
use super::{blocks, complaints, cut, hand_overs, labels, notice, strong, summaries, wishes};
use crate::desk::{AuditEntry, MemberData, ServerId, Setting};
use crate::render::json;
use crate::render::language::Language;
use crate::render::words::complaints::NO_COMPLAINT;
use crate::render::words::desk as said;
use crate::reply::{DeskReply, SettingsShown};

/// The longest value of a setting that is shown.
const VALUE: usize = 200;

/// The message that shows a reply of the desk's.
pub fn message(language: Language, reply: &DeskReply) -> Message {
    match reply {
        DeskReply::Settings(shown) => settings(language, shown),
        DeskReply::WhatIsWrong { given, under } => complaints::reasons(language, given, under),
        DeskReply::Complained(number) => complaints::thanks(language, *number),
        DeskReply::Decided { server: ServerId::Discord(server), complaint } => {
            complaints::complaint(language, *server, complaint).for_the_asker()
        }
        DeskReply::Audit(entries) => audit(language, entries),
        DeskReply::Summary(reply) => summaries::message(language, reply),
        DeskReply::Wished(wished) => wishes::wished(language, *wished),
        DeskReply::HandedOver(number) => hand_overs::thanks(language, *number),
        DeskReply::HandOver(shown) => hand_overs::message(language, shown).for_the_asker(),
        DeskReply::NoComplaint => notice(NO_COMPLAINT.in_language(language)),
        DeskReply::MyData { data, is_deleted } => my_data(language, data, *is_deleted),
        DeskReply::BackedUp { .. }
        | DeskReply::Restored { .. }
        | DeskReply::Decided { .. }
        | DeskReply::Complaints(_)
        | DeskReply::Replayed(_) => notice(labels::NOT_HERE.in_language(language)),
    }
}

/// The longest question that is shown.
const QUESTION: usize = 60;

/// The name of the audit log's file.
const LOG: &str = "audit.jsonl";
/// How many changes are shown; the file holds all that were asked for.
const CHANGES: usize = 15;

/// The latest changes, and a file of all.
fn audit(language: Language, entries: &[AuditEntry]) -> Message {
    let mut embed = Embed::new(Colour::Quiet).titled(said::AUDIT.in_language(language), None);
    if entries.is_empty() {
        embed.add(said::NO_CHANGES.in_language(language), 0);
        return Message::private(embed);
    }
    for entry in entries.iter().rev().take(CHANGES) {
        embed.add(&change(language, entry), 0);
    }
    let lines: Vec<_> = entries.iter().map(json::desk::entry).collect();
    Message::private(embed).with_data(LOG, &lines, said::AUDIT.in_language(language))
}

/// A change as the channel shows it that a server has set for its audit log.
pub fn logged(language: Language, entry: &AuditEntry) -> Message {
    let mut embed = Embed::new(Colour::Quiet);
    embed.add(&change(language, entry), 0);
    Message::public(embed)
}

/// A change in two lines; Discord shows the time in each reader's own zone.
fn change(language: Language, entry: &AuditEntry) -> String {
    let escaped = |words: &str| cut::escaped(words, VALUE);
    let subject = escaped(&entry.subject);
    let (was, became) = (escaped(&entry.was), escaped(&entry.became));
    let who = if entry.who.parse::<u64>().is_ok() { format!("<@{}>", entry.who) } else { escaped(&entry.who) };
    let heading = format!("**{}.** {} {subject} · {who} · <t:{}:f>", entry.number, entry.what, entry.at / 1000);
    format!("{heading}\n{}", said::before_after(language, &was, &became))
}

/// What is kept of who asks.
fn my_data(language: Language, data: &MemberData, is_deleted: bool) -> Message {
    let mut embed = Embed::new(Colour::Quiet).titled(said::MY_DATA.in_language(language), None);
    if is_deleted {
        embed.add(&strong(said::MY_DATA_DELETED.in_language(language)), 0);
    }
    let mut kept = said::my_data(language, data);
    if !data.wishes.is_empty() {
        kept.push(said::my_wishes(language, data.wishes.len()));
        kept.extend(data.wishes.iter().map(|question| blocks::quotation(&cut::visible(question, QUESTION))));
    }
    let line = if kept.is_empty() { said::MY_DATA_NOTHING } else { said::MY_DATA_HOW };
    for kept in &kept {
        embed.add(kept, 0);
    }
    if data.blocked.is_some() {
        embed.add(said::MY_DATA_BLOCKED.in_language(language), 0);
    }
    embed.add(line.in_language(language), 0);
    Message::private(embed)
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
        let value = match written.setting {
            Setting::Posters => format!("<@&{value}>"),
            Setting::Desk | Setting::AuditLog => format!("<#{value}>"),
            _ => value,
        };
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
