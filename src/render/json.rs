//! Reply → JSON Lines, field by field as the command-line contract has them. The one place where byte offsets become
//! offsets in Unicode scalar values.

use serde_json::Value;

use crate::reply::Reply;

mod found;
mod passage;

/// The lines that a reply prints, in order; most replies are one line, a list is one for each thing.
pub fn lines(reply: &Reply) -> Vec<Value> {
    match reply {
        Reply::Statements(listed) => each(&listed.found, |index| found::statement(&listed.story, index)),
        Reply::Figures(listed) => each(&listed.found, |index| found::figure(&listed.story, index)),
        Reply::Dispute(listed) => each(&listed.found, |index| found::dispute_fact(&listed.story, index)),
        Reply::Timeline(listed) => each(&listed.found, |index| found::event(&listed.story, index)),
        Reply::Extracted(story) => found::everything(story),
        Reply::Answer(_) | Reply::Claim(_) | Reply::Quote(_) | Reply::Summary(_) | Reply::Paragraph(_) => Vec::new(),
    }
}

fn each(found: &[usize], object: impl Fn(usize) -> Value) -> Vec<Value> {
    found.iter().map(|index| object(*index)).collect()
}
