//! What the desk keeps, as data.

use serde_json::{Value, json};

use crate::desk::{AuditEntry, Complaint};
use crate::render::discord::complaints::is_changed;
use crate::render::words::desk::moment;
use crate::reply::{Case, DeskReply, GapGroup, GapsShown, Replayed, SettingsShown};

/// The lines of a reply of the desk's.
pub fn lines(reply: &DeskReply) -> Vec<Value> {
    match reply {
        DeskReply::BackedUp { file, rows } => vec![json!({"file": file, "rows": rows, "change": "written"})],
        DeskReply::Restored { file, rows } => vec![json!({"file": file, "rows": rows, "change": "restored"})],
        DeskReply::Audit(entries) => entries.iter().map(entry).collect(),
        DeskReply::Settings(shown) => vec![settings(shown)],
        DeskReply::Complaints(complaints) => complaints.iter().map(case).collect(),
        DeskReply::Replayed(replayed) => vec![self::replayed(replayed)],
        // Nobody at the machine presses a button.
        DeskReply::WhatIsWrong { .. }
        | DeskReply::Complained(_)
        | DeskReply::Decided { .. }
        | DeskReply::HandedOver(_)
        | DeskReply::HandOver(_)
        | DeskReply::NoComplaint
        | DeskReply::Summary(_)
        | DeskReply::Wished(_)
        | DeskReply::MyData { .. } => Vec::new(),
    }
}

/// A complaint as a case that can be run again.
pub fn case(complaint: &Complaint) -> Value {
    let handed_in = &complaint.handed_in;
    json!(Case {
        complaint: complaint.number,
        story: handed_in.given.story.clone(),
        version: handed_in.given.version,
        question: handed_in.question.clone(),
        reason: handed_in.reason.word().to_owned(),
        answer: handed_in.given.answer.clone(),
        shown: handed_in.shown.clone(),
    })
}

/// Questions that a story doesn't answer, a group a line.
pub fn gaps(shown: &GapsShown) -> Vec<Value> {
    shown.groups.iter().map(|group| self::group(shown, group)).collect()
}

fn group(shown: &GapsShown, group: &GapGroup) -> Value {
    let questions = group.gaps.iter().map(|gap| {
        json!({
            "question": gap.question,
            "hash": gap.question_hash,
            "times": gap.times,
            "first_at": moment(gap.first_at),
            "latest_at": moment(gap.latest_at),
            "version": gap.version,
        })
    });
    json!({
        "story": shown.story.id(),
        "kind": group.kind(),
        "times": group.times(),
        "questions": questions.collect::<Vec<_>>(),
        "nearest": group.nearest.map(|citation| super::passage::passage(&shown.story, citation)),
    })
}

fn replayed(replayed: &Replayed) -> Value {
    let mut lines: Vec<Value> = super::lines(&replayed.reply).collect();
    // A list has a line for each thing.
    let mut answer = match replayed.reply.listed() {
        Some(_) => json!({"found": lines}),
        None => lines.pop().unwrap_or_else(|| json!({})),
    };
    answer["complaint"] = json!(replayed.case);
    answer["changed"] = json!(is_changed(replayed));
    answer
}

/// What a server has set.
fn settings(shown: &SettingsShown) -> Value {
    let written = shown.written.iter().map(|written| {
        let channel = written.channel.map(|channel| channel.to_string());
        json!({"channel": channel, "setting": written.setting.name(), "value": written.value})
    });
    let blocked = shown.blocked.iter().map(|blocked| json!({"member": blocked.member.to_string(), "why": blocked.why}));
    json!({"settings": written.collect::<Vec<_>>(), "blocked": blocked.collect::<Vec<_>>()})
}

/// An entry of the audit log.
pub fn entry(entry: &AuditEntry) -> Value {
    let AuditEntry { number, at, who, what, subject, was, became } = entry;
    json!({"number": number, "at": moment(*at), "who": who, "what": what, "subject": subject, "before": was, "after": became})
}
