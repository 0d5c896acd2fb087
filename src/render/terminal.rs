//! Reply → what a person reads in a terminal, with colours that the writer takes away where they aren't wanted.
//! A reported statement never stands without its speaker and chain, a related fact never without its source.

use crate::commands::{COMMANDS, Command, Surface};
use crate::reply::Reply;

mod about;
mod answer;
mod approved;
mod behind;
mod checks;
mod corrections;
mod desk;
mod draft;
mod editors;
mod keeping;
mod lists;
mod marked;
mod newsroom;
mod page;
pub mod passage;

use super::{checklist, export, words};
use page::Page;

/// The text of a reply, each line ended.
pub fn text(reply: &Reply) -> String {
    let mut page = Page::default();
    match reply {
        Reply::Answer(answered) => answer::show(&mut page, answered),
        Reply::Statements(listed) => lists::statements(&mut page, listed),
        Reply::Figures(listed) => lists::figures(&mut page, listed),
        Reply::Dispute(listed) => lists::dispute(&mut page, listed),
        Reply::Timeline(listed) => lists::timeline(&mut page, listed),
        Reply::Facts(listed) => lists::facts(&mut page, listed),
        Reply::Claim(checked) => checks::claim(&mut page, checked),
        Reply::Quote(checked) => checks::quote(&mut page, checked),
        Reply::Marked(marked) => self::marked::marked(&mut page, marked),
        Reply::Draft(draft) => self::draft::marks(&mut page, draft),
        Reply::Exported(exported) => {
            page.plain(&words::checklist::records(export::lines(exported).len(), exported.story.id()));
        }
        Reply::Checklist(checklist) => page.plain(&checklist::markdown(checklist)),
        Reply::Compared(compared) => newsroom::compared(&mut page, compared),
        Reply::SaidEverywhere(said) => newsroom::said_everywhere(&mut page, said),
        Reply::Passages(shown) => marked::passages(&mut page, shown),
        // Nobody at the machine presses a button.
        Reply::Verified(_) => {}
        Reply::Summary(summarised) => keeping::summary(&mut page, summarised),
        Reply::Paragraph(shown) => keeping::paragraph(&mut page, shown),
        Reply::Extracted(story) => lists::everything(&mut page, story),
        Reply::Stories(listing) => keeping::stories(&mut page, listing),
        Reply::Story(shown) => keeping::story(&mut page, shown),
        Reply::Raw(bytes) => page.plain(&String::from_utf8_lossy(bytes)),
        Reply::Changed(changed) => keeping::changed(&mut page, changed),
        Reply::Questions(listed) => editors::listed(&mut page, listed),
        Reply::Tried(tried) => editors::tried(&mut page, tried),
        Reply::Chosen(story) => page.plain(&words::chosen(story.title())),
        Reply::Removed(id) => page.plain(&format!("removed {id}")),
        Reply::Indexed(indexed) => keeping::indexed(&mut page, indexed),
        Reply::Health(examined) => keeping::health(&mut page, examined),
        Reply::Help => help(&mut page),
        Reply::Reasoned(reasoned) => behind::reasoned(&mut page, reasoned),
        Reply::Sources(sources) => behind::sources(&mut page, sources),
        Reply::InUse(in_use) => about::in_use(&mut page, in_use),
        Reply::About(about) => self::about::about(&mut page, about),
        Reply::Desk(reply) => desk::show(&mut page, reply),
        Reply::Approved(list) => approved::list(&mut page, list),
        Reply::Corrections(shown) => corrections::show(&mut page, shown),
        Reply::Gaps(gaps) => desk::gaps(&mut page, gaps),
    }
    page.into_text()
}

/// An item as it was given, above its answer.
pub fn item(item: &str) -> String {
    let mut page = Page::default();
    page.line(0, &[(page::FAINT, words::ITEM), (page::STRONG, item)]);
    page.into_text()
}

/// Text that is beside the point, for a surface that writes to the terminal itself.
pub fn faint(text: &str) -> String {
    format!("{}{text}{:#}", page::FAINT, page::FAINT)
}

fn help(page: &mut Page) {
    for command in COMMANDS.iter().filter(|command| command.is_offered_by(Surface::Chat)) {
        page.plain(&format!("/{:<10} {}", command.name, command.about));
        if let Some(example) = example(command) {
            page.line(12, &[(page::FAINT, &example)]);
        }
    }
    page.blank();
    page.plain(words::HOW_TO_READ);
}

/// How somebody could type a command: the first option needs no name.
fn example(command: &Command) -> Option<String> {
    let (option, given) = command.example?;
    let is_first = command.first_option().is_some_and(|first| first.name == option);
    let name = if is_first { String::new() } else { format!("--{option} ") };
    Some(format!("/{} {name}{given}", command.name))
}
