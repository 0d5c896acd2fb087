//! `correct`: whose words a statement's are, or what a figure is, corrected by hand with who, when and why. The article
//! stays as it is; every command shows the correction beside it.

use verbatim_index::span::Span;
use verbatim_index::story::Story;

use super::{
    Action, Arguments, Command, CommandOption, Completion, EVERYWHERE, SERVER, STORY, why as statements_meant,
};
use crate::context::{self, Context};
use crate::desk::{Kind, NewCorrection};
use crate::reply::{CorrectionsShown, Failure, Mistake, Reply};

/// Corrects an attribution or a figure, lists corrections, or takes one back.
pub const COMMAND: Command = Command {
    name: "correct",
    about: "Correct by hand who said something or what a figure is; without more, what was corrected",
    example: None,
    options: &[OF_STORY, STATEMENT, SPEAKER, FIGURE, VALUE, WHY, UNDO, LIST, SERVER],
    surfaces: EVERYWHERE,
    action: Action::Answer(correct),
};

const OF_STORY: CommandOption = CommandOption { positional: true, ..STORY };
const STATEMENT: CommandOption =
    CommandOption::text("statement", "Its id, such as s5, or some of its words", Completion::Statements);
const SPEAKER: CommandOption = CommandOption::text("speaker", "Whose words they are", Completion::Speakers);
const FIGURE: CommandOption =
    CommandOption::text("figure", "The figure's own words, or its id, such as f3", Completion::Nothing);
const VALUE: CommandOption = CommandOption::text("value", "What the figure is", Completion::Nothing);
const WHY: CommandOption = CommandOption::text("why", "Why: where it can be looked up", Completion::Nothing);
const UNDO: CommandOption = CommandOption::number("undo", "Take back the correction of this number", 1, u32::MAX);
const LIST: CommandOption = CommandOption::switch("list", "Only list what was corrected");

/// The longest words of a speaker, a value or a reason that are kept.
const LONGEST: usize = 500;

fn correct(context: &Context, arguments: &Arguments) -> Result<Reply, Failure> {
    let server = context.server(arguments)?;
    if let Some(number) = arguments.number(UNDO.name) {
        if !server.withdraw_correction(arguments.asker().now(), number.into())? {
            return Err(Mistake::NoSuchCorrection { number }.into());
        }
        context.forget_overlays();
    }
    let story = context.story_as_read(arguments)?;
    if !arguments.switch(LIST.name)
        && let Some(given) = Given::of(&story, arguments)?
    {
        let source = story.document().source();
        server.correct(
            arguments.asker().now(),
            NewCorrection {
                story: story.id(),
                version: story.version(),
                kind: given.kind,
                place: context::place(&story, given.at),
                words: source.slice(given.at),
                field: given.field,
                was: given.was.map_or("", |span| source.slice(span)),
                became: given.became,
                why: given.why,
            },
        )?;
        context.forget_overlays();
    }
    let shown = context.corrections_shown(context.server_id(arguments)?, &story)?;
    Ok(Reply::Corrections(CorrectionsShown { story, shown }))
}

/// What is to be corrected, and to what.
struct Given<'a> {
    kind: Kind,
    /// Where it stands.
    at: Span,
    field: &'static str,
    /// How it was read.
    was: Option<Span>,
    became: &'a str,
    why: &'a str,
}

impl<'a> Given<'a> {
    /// What the arguments say; `None` where they name nothing to correct.
    fn of(story: &Story, arguments: &'a Arguments) -> Result<Option<Self>, Mistake> {
        let (statement, figure) = (arguments.text(STATEMENT.name), arguments.text(FIGURE.name));
        let (kind, written, option) = match (statement, figure) {
            (Some(words), _) => (Kind::Statement, words, &SPEAKER),
            (None, Some(words)) => (Kind::Figure, words, &VALUE),
            (None, None) => return Ok(None),
        };
        let (at, was) = match kind {
            Kind::Statement => statement_meant(story, written)?,
            Kind::Figure => figure_meant(story, written)?,
        };
        let became = arguments.words(option, LONGEST)?;
        Ok(Some(Self { kind, at, field: option.name, was, became, why: arguments.words(&WHY, LONGEST)? }))
    }
}

/// Where the one statement stands that an id or words mean, and its speaker.
fn statement_meant(story: &Story, written: &str) -> Result<(Span, Option<Span>), Mistake> {
    let statements = &story.extracted().statements;
    let found = statements_meant::meant(story, written);
    let narrowest = found.first().ok_or_else(|| Mistake::NothingToCorrect { written: written.to_owned() })?;
    let statement = &statements[*narrowest];
    Ok((statement.span(), statement.speaker.map(|speaker| speaker.name.unwrap_or(speaker.written))))
}

/// Where the one figure stands that an id or words mean.
fn figure_meant(story: &Story, written: &str) -> Result<(Span, Option<Span>), Mistake> {
    let figures = &story.extracted().figures;
    let by_id = written.trim().strip_prefix(['f', 'F']).and_then(|number| number.parse::<usize>().ok());
    let by_id = by_id.and_then(|number| figures.get(number.checked_sub(1)?)).map(|figure| figure.span);
    if let Some(span) = by_id {
        return Ok((span, Some(span)));
    }
    let wanted = written.trim().to_lowercase();
    let holds = |index: &usize| story.document().text(figures[*index].span).to_lowercase().contains(&wanted);
    let found: Vec<usize> = (0..figures.len()).filter(|_| !wanted.is_empty()).filter(holds).collect();
    match found[..] {
        [] => Err(Mistake::NothingToCorrect { written: written.to_owned() }),
        [only] => Ok((figures[only].span, Some(figures[only].span))),
        _ => {
            let ids =
                found.iter().map(|index| format!("f{} ({})", index + 1, story.document().text(figures[*index].span)));
            Err(Mistake::SeveralToCorrect { written: written.to_owned(), ids: ids.collect::<Vec<_>>().join(", ") })
        }
    }
}
