//! What the desk's commands return: what was kept, changed or found there.

use std::sync::Arc;

use serde::{Deserialize, Serialize};
use verbatim_index::story::{Citation, Story};

use super::{Reply, SummaryReply};
use crate::commands::Under;
use crate::desk::{AnswerGiven, AuditEntry, Blocked, Complaint, HandOver, MemberData, ServerId, Wished, Written};

/// What a command of the desk's found or did.
#[derive(Clone, Debug)]
pub enum DeskReply {
    /// A backup was written.
    BackedUp {
        /// Into this file.
        file: String,
        /// With so many rows.
        rows: u64,
    },
    /// A backup was brought back.
    Restored {
        /// From this file.
        file: String,
        /// With so many rows.
        rows: u64,
    },
    /// Changes, oldest first.
    Audit(Vec<AuditEntry>),
    /// What is set, after what was to be changed is.
    Settings(SettingsShown),
    /// An answer is said to be wrong, but not yet in what.
    WhatIsWrong {
        /// The answer.
        given: AnswerGiven,
        /// The message that it stands in.
        under: Under,
    },
    /// The number of a complaint that was handed in.
    Complained(i64),
    /// A complaint that was decided.
    Decided {
        /// The server.
        server: ServerId,
        /// The complaint.
        complaint: Box<Complaint>,
    },
    /// The number of a question that was handed over.
    HandedOver(i64),
    /// A question that was handed over.
    HandOver(Box<HandOverShown>),
    /// There is no such complaint.
    NoComplaint,
    /// What members found wrong, oldest first.
    Complaints(Vec<Complaint>),
    /// What came of posting summaries.
    Summary(SummaryReply),
    /// What became of a wish to be told of a change.
    Wished(Wished),
    /// A complaint's question, asked again.
    Replayed(Box<Replayed>),
    /// What is kept of who asks.
    MyData {
        /// What is kept.
        data: MemberData,
        /// Whether it was deleted before.
        is_deleted: bool,
    },
}

/// A complaint as a case that can be run again.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Case {
    /// Its number.
    pub complaint: i64,
    /// The story.
    pub story: String,
    /// The version of it that was asked.
    pub version: u32,
    /// The question.
    pub question: String,
    /// What was found wrong, in a word.
    pub reason: String,
    /// The answer's id.
    pub answer: String,
    /// The answer as it stood in Discord.
    pub shown: String,
}

/// A case that was run again.
#[derive(Clone, Debug)]
pub struct Replayed {
    /// The case.
    pub case: Case,
    /// What is answered now.
    pub reply: Reply,
}

/// What a server has set.
#[derive(Clone, Debug)]
pub struct SettingsShown {
    /// Its settings, and those of its channels.
    pub written: Vec<Written>,
    /// Whom the bot doesn't answer.
    pub blocked: Vec<Blocked>,
}

/// A question that was handed over to people.
#[derive(Clone, Debug)]
pub struct HandOverShown {
    /// The story that it was put to, as it is now.
    pub story: Arc<Story>,
    /// As it is kept.
    pub hand_over: HandOver,
    /// The passages nearest to it, which are no answer.
    pub nearest: Vec<Citation>,
    /// The passage that bears its answer out.
    pub behind: Option<Citation>,
    /// Whether its answer is an approved one.
    pub is_adopted: bool,
}
