//! `export`: a story's statements and figures, and the verdicts on a draft, as data with stable ids.

use super::draft::{self, DRAFT};
use super::story::PUBLISHED;
use super::{Action, Arguments, Command, CommandOption, STORY, Surface};
use crate::context::Context;
use crate::reply::{ExportForm, Exported, Failure, Reply};

const FORMAT: CommandOption = CommandOption::choice(
    "format",
    "How they are written: json without it; jsonld has W3C annotations",
    &["csv", "json", "jsonld", "quotation", "claimreview"],
);
const OUT: CommandOption = CommandOption::output("out", "Write them into this file");

/// Hands statements, figures and verdicts on.
pub const COMMAND: Command = Command {
    name: "export",
    about: "Statements, figures and the verdicts on a draft as data, with ids that stay the same",
    example: None,
    options: &[FORMAT, DRAFT, PUBLISHED, OUT, STORY],
    surfaces: &[Surface::Terminal, Surface::Discord],
    action: Action::Answer(export),
};

fn export(context: &Context, arguments: &Arguments) -> Result<Reply, Failure> {
    let story = context.story(arguments)?;
    let file = arguments.file(DRAFT.name);
    let draft = file.map(|file| draft::marked(&story, arguments, file)).transpose()?;
    Ok(Reply::Exported(Exported { story, draft, form: form(arguments) }))
}

fn form(arguments: &Arguments) -> ExportForm {
    match arguments.text(FORMAT.name) {
        Some("csv") => ExportForm::Csv,
        Some("jsonld") => ExportForm::Annotations,
        Some("quotation") => ExportForm::Quotations,
        Some("claimreview") => ExportForm::ClaimReviews,
        Some(_) | None => ExportForm::Json,
    }
}
