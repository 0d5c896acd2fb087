//! Takes down what lines around a story say of it: writer, day, address, agency. What was known before stays.

use super::{Article, Role, metadata};
use crate::span::Span;

/// Reads a line that stands before the story; its role if it is about the story. A date or a writer stays readable, as
/// "when was this published" asks for it; an address doesn't.
pub fn take(article: &mut Article, line: Span) -> Option<Role> {
    let source = article.source.clone();
    let text = source.slice(line);
    if take_date(article, line, text) || take_byline(article, line, text) {
        return Some(Role::Subheading);
    }
    let address = metadata::address(text)?;
    article.url.get_or_insert_with(|| address.to_owned());
    Some(Role::Boilerplate)
}

/// Reads a line of nothing but names that stands over the day of publication, as some papers sign.
pub fn take_name(article: &mut Article, line: Span) -> Option<Role> {
    let name = metadata::names(article.source.slice(line)).then_some(line)?;
    article.byline.get_or_insert(name);
    Some(Role::Subheading)
}

/// Reads the agency off the first paragraph's dateline.
pub fn take_dateline(article: &mut Article, paragraph: Span) {
    let agency = metadata::dateline_agency(article.source.slice(paragraph)).map(str::to_owned);
    article.publisher = article.publisher.take().or(agency);
}

fn take_date(article: &mut Article, line: Span, text: &str) -> bool {
    let Some((date, changed)) = metadata::date_line(text) else { return false };
    let better = !changed && article.dateline.is_none();
    if article.published.is_none() || better {
        article.published = Some(date);
        article.dateline = (!changed).then_some(line);
    }
    true
}

fn take_byline(article: &mut Article, line: Span, text: &str) -> bool {
    let Some(name) = metadata::byline(text) else { return false };
    let name = article.source.trimmed(line.start() + name.start..line.start() + name.end);
    article.byline = article.byline.or(name);
    if article.published.is_none() {
        article.published = metadata::first_date(text);
        article.dateline = article.published.map(|_| line);
    }
    true
}
