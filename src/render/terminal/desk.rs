//! What the desk keeps, for whoever sits at the machine.

use anstyle::Style;

use super::page::{BAD, FAINT, GOOD, Page, STRONG};
use super::passage::{self, Sought};
use crate::desk::{AuditEntry, Complaint, Decision};
use crate::render::discord::complaints::is_changed;
use crate::render::language::Language;
use crate::render::words;
use crate::render::words::desk::{self as said, NO_CHANGES, moment};
use crate::render::words::gaps::{self as of_gaps};
use crate::reply::{DeskReply, GapsShown, Replayed, SettingsShown};

/// A reply of the desk's.
pub fn show(page: &mut Page, reply: &DeskReply) {
    match reply {
        DeskReply::BackedUp { file, rows } => done(page, "written", file, *rows),
        DeskReply::Restored { file, rows } => done(page, "restored", file, *rows),
        DeskReply::Audit(entries) if entries.is_empty() => page.plain(NO_CHANGES.english()),
        DeskReply::Settings(shown) => settings(page, shown),
        DeskReply::Complaints(complaints) if complaints.is_empty() => page.plain(said::NO_COMPLAINTS),
        DeskReply::Complaints(complaints) => complaints.iter().for_each(|complaint| self::complaint(page, complaint)),
        DeskReply::Replayed(replayed) => self::replayed(page, replayed),
        // Nobody at the machine presses a button.
        DeskReply::WhatIsWrong { .. }
        | DeskReply::Complained(_)
        | DeskReply::Decided { .. }
        | DeskReply::HandedOver(_)
        | DeskReply::HandOver(_)
        | DeskReply::NoComplaint
        | DeskReply::Summary(_)
        | DeskReply::Wished(_)
        | DeskReply::MyData { .. } => {}
        DeskReply::Audit(entries) => entries.iter().for_each(|entry| change(page, entry)),
    }
}

fn done(page: &mut Page, what: &str, file: &str, rows: u64) {
    let rows = words::counted(usize::try_from(rows).unwrap_or(usize::MAX), "row", "rows");
    page.line(0, &[(GOOD, what), (Style::new(), " "), (STRONG, file), (FAINT, &format!(", {rows}"))]);
}

fn settings(page: &mut Page, shown: &SettingsShown) {
    if shown.written.is_empty() && shown.blocked.is_empty() {
        return page.plain(said::NOTHING_SET.english());
    }
    for written in &shown.written {
        let place = match written.channel {
            Some(channel) => format!("  channel {channel}"),
            None => String::new(),
        };
        let name = format!("{:<16}", written.setting.name());
        page.line(0, &[(STRONG, &name), (Style::new(), &written.value), (FAINT, &place)]);
    }
    for blocked in &shown.blocked {
        page.line(
            0,
            &[
                (STRONG, "blocked         "),
                (Style::new(), &blocked.member.to_string()),
                (FAINT, &format!("  {}", blocked.why)),
            ],
        );
    }
}

fn complaint(page: &mut Page, complaint: &Complaint) {
    let heading = format!("{:>5}  {}  ", complaint.number, moment(complaint.at));
    let handed_in = &complaint.handed_in;
    let decision = complaint.decision.map_or("open", Decision::word);
    page.line(0, &[(FAINT, &heading), (STRONG, handed_in.reason.word()), (FAINT, &format!("  {decision}"))]);
    page.line(7, &[(Style::new(), &handed_in.question)]);
    page.line(7, &[(FAINT, &handed_in.shown)]);
}

/// Questions that a story doesn't answer, each with the passage nearest to it, which is no answer.
pub fn gaps(page: &mut Page, shown: &GapsShown) {
    if shown.groups.is_empty() {
        return page.plain(of_gaps::NONE.english());
    }
    for group in &shown.groups {
        let times = of_gaps::times(Language::English, group.times());
        let latest = format!("  {}  {}", group.kind(), moment(group.latest_at()));
        page.line(0, &[(STRONG, &times), (FAINT, &latest)]);
        for gap in &group.gaps {
            let (style, words) = match &gap.question {
                Some(question) => (Style::new(), question.as_str()),
                None => (FAINT, of_gaps::NO_WORDS),
            };
            page.line(2, &[(style, words)]);
        }
        if let Some(citation) = group.nearest {
            page.line(2, &[(FAINT, words::NEAREST.english())]);
            passage::show(page, &shown.story, citation, &Sought::default());
        }
    }
}

fn replayed(page: &mut Page, replayed: &Replayed) {
    let case = &replayed.case;
    let (style, verdict) = if is_changed(replayed) { (GOOD, said::CHANGED) } else { (BAD, said::UNCHANGED) };
    page.line(0, &[(style, verdict), (FAINT, &format!("  complaint {}: {}", case.complaint, case.reason))]);
    page.blank();
    page.plain(&super::text(&replayed.reply));
}

fn change(page: &mut Page, entry: &AuditEntry) {
    let heading = format!("{:>5}  {}  ", entry.number, moment(entry.at));
    page.line(0, &[(FAINT, &heading), (STRONG, &entry.what), (Style::new(), &format!(" {}", entry.subject))]);
    let change = said::from_to(&entry.was, &entry.became);
    page.line(7, &[(FAINT, &said::by(&entry.who)), (Style::new(), &change)]);
}
