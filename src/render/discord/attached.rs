//! What is too long for a message, as a file that comes with it: a marked draft, exported data. Only the asker
//! sees it: a draft isn't published yet.

use verbatim_index::draft::Standing;

use super::message::{Colour, File, Message};
use super::{headed, labels};
use crate::render::language::Language;
use crate::render::{draft_page, export, table};
use crate::reply::{DraftChecked, ExportForm, Exported, Form};

/// A marked draft: how many pieces stand how, and the page or table with all of them.
pub fn draft(language: Language, checked: &DraftChecked) -> Message {
    let count = |standing| checked.checked.count(standing);
    let counts = [count(Standing::Good), count(Standing::Open), count(Standing::Wrong)];
    let (name, media_type, text) = match checked.form {
        Some(Form::Csv) => ("draft.csv", "text/csv", table::of_draft(checked).to_csv()),
        Some(Form::Markdown) => ("draft.md", "text/markdown", table::of_draft(checked).to_markdown()),
        Some(Form::Json) => ("draft.jsonl", "application/jsonl", super::super::file::draft_lines(checked)),
        Some(Form::Page) | None => ("draft.html", "text/html", draft_page::page(checked)),
    };
    with(language, &checked.story, &labels::draft_counts(language, counts), file(name, media_type, text))
}

/// Exported data.
pub fn exported(language: Language, exported: &Exported) -> Message {
    let (name, media_type) = match exported.form {
        ExportForm::Csv => ("export.csv", "text/csv"),
        ExportForm::Json => ("export.jsonl", "application/jsonl"),
        ExportForm::Annotations => ("annotations.jsonld", "application/ld+json"),
        ExportForm::Quotations => ("quotations.jsonld", "application/ld+json"),
        ExportForm::ClaimReviews => ("claim-reviews.jsonld", "application/ld+json"),
    };
    let sentence = labels::EXPORTED.in_language(language);
    with(language, &exported.story, sentence, file(name, media_type, export::text(exported)))
}

fn file(name: &'static str, media_type: &'static str, text: String) -> File {
    File { name, media_type, bytes: text.into_bytes() }
}

fn with(language: Language, story: &verbatim_index::story::Story, sentence: &str, file: File) -> Message {
    let mut embed = headed(language, story, Colour::Quiet);
    embed.add(sentence, 0);
    Message::private(embed).with_file(file, sentence)
}
