//! What the desk keeps, as data.

use serde_json::{Value, json};

use crate::desk::AuditEntry;
use crate::render::words::desk::moment;
use crate::reply::{DeskReply, SettingsShown};

/// The lines of a reply of the desk's.
pub fn lines(reply: &DeskReply) -> Vec<Value> {
    match reply {
        DeskReply::BackedUp { file, rows } => vec![json!({"file": file, "rows": rows, "change": "written"})],
        DeskReply::Restored { file, rows } => vec![json!({"file": file, "rows": rows, "change": "restored"})],
        DeskReply::Audit(entries) => entries.iter().map(entry).collect(),
        DeskReply::Settings(shown) => vec![settings(shown)],
    }
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
fn entry(entry: &AuditEntry) -> Value {
    let AuditEntry { number, at, who, what, subject, was, became } = entry;
    json!({"number": number, "at": moment(*at), "who": who, "what": what, "subject": subject, "before": was, "after": became})
}
