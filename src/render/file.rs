//! Reply → a file, where somebody wants one in place of words: a table, JSON Lines, a page.

use super::{checklist, draft_page, export, json, table};
use crate::reply::{DraftChecked, Form, Reply};

/// A file to be written, sent or printed.
#[derive(Clone, Debug)]
pub struct File {
    /// What it holds.
    pub text: String,
}

/// The file that a reply is wanted as; `None` where words are.
pub fn of(reply: &Reply) -> Option<File> {
    match reply {
        Reply::Draft(draft) => draft.form.map(|form| File { text: of_draft(draft, form) }),
        Reply::Exported(exported) => Some(File { text: export::text(exported) }),
        Reply::Checklist(checklist) => Some(File { text: checklist::markdown(checklist) }),
        _ => None,
    }
}

fn of_draft(draft: &DraftChecked, form: Form) -> String {
    match form {
        Form::Csv => table::of_draft(draft).to_csv(),
        Form::Markdown => table::of_draft(draft).to_markdown(),
        Form::Json => draft_lines(draft),
        Form::Page => draft_page::page(draft),
    }
}

/// The marks of a draft as JSON Lines.
pub fn draft_lines(draft: &DraftChecked) -> String {
    json::draft::marks(draft).iter().map(|line| format!("{line}\n")).collect()
}
