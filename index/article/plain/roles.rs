//! What each piece of a plain text is to its reader, told by its shape, its place and the labels that sites share.
//! When in doubt a piece is a paragraph: a lost paragraph is worse than a kept label.

use super::pieces::Piece;
use super::{captions, shape, tail};
use crate::article::{Article, Block, Role, about, conventions, metadata};
use crate::span::{Source, Span};

/// A piece while its role is looked for.
pub struct Reading<'s> {
    /// Where its words stand; a bullet or a caption's label is left out.
    pub span: Span,
    /// Its words.
    pub text: &'s str,
    /// Whether it begins with a bullet or an item's number.
    pub item: bool,
    /// What it is, once known.
    pub role: Option<Role>,
}

impl<'s> Reading<'s> {
    fn of(source: &'s Source, piece: Piece) -> Self {
        let bullet = piece.span.len() - shape::without_bullet(source.slice(piece.span)).len();
        let span = source.trimmed(piece.span.start() + bullet..piece.span.end()).unwrap_or(piece.span);
        Self { span, text: source.slice(span), item: piece.item, role: None }
    }
}

/// Gives every piece its role, and fills in what the article says of itself.
pub fn assign(source: &Source, pieces: &[Piece], article: &mut Article) {
    let mut readings: Vec<Reading<'_>> = pieces.iter().map(|piece| Reading::of(source, *piece)).collect();
    if readings.len() > 1 {
        page_lines(&mut readings);
        captions::mark(source, &mut readings);
        let body = front(&mut readings, article);
        tail::mark(&mut readings[body..]);
        subheadings(&mut readings, body);
    }
    let blocks = readings.iter().map(|reading| Block { role: reading.role.unwrap_or(Role::Body), span: reading.span });
    article.blocks = blocks.collect();
    keep_something(article);
}

/// Lines that belong to the page wherever they stand: "Share", "Advertisement", "Sign up for …".
pub fn page_lines(readings: &mut [Reading<'_>]) {
    // A first line over the story itself is its title, even if it's a word such as "Twitter".
    let titled = usize::from(readings.get(1).is_some_and(|second| is_prose(second.text)));
    for reading in readings.iter_mut().skip(titled) {
        if is_page_line(reading.text) {
            reading.role = Some(Role::Boilerplate);
        }
    }
}

fn is_page_line(text: &str) -> bool {
    if shape::words(text) > 30 {
        return false;
    }
    let lower = shape::without_bullet(text).to_lowercase();
    let line = lower.trim_end_matches([':', '.', '!', '»', '›', '→', ' ']);
    let begins = conventions::PAGE_BEGINNINGS.iter().any(|beginning| lower.starts_with(beginning));
    conventions::PAGE_LINES.contains(&line) || begins || is_rule(text) || asks_to_follow(&lower)
}

/// A drawn line, or anything else without a letter or a digit.
fn is_rule(text: &str) -> bool {
    !text.contains(char::is_alphanumeric) && text.chars().all(|character| character.is_ascii() || character == '…')
}

/// "Follow Jane Doe on Twitter", as writers sign off.
fn asks_to_follow(lower: &str) -> bool {
    let lower = lower.trim_start_matches(['"', '“']);
    lower.starts_with("follow ")
        && (lower.contains(" on twitter") || lower.contains('@') || lower.contains(" on facebook"))
}

/// Reads what stands before the story: site header, headline, byline, date. Returns where the story begins.
fn front(readings: &mut [Reading<'_>], article: &mut Article) -> usize {
    masthead(readings, article);
    headline(readings, article);
    let dates = readings.iter().take(2 * MENU).map(|reading| metadata::date_line(reading.text).is_some());
    let dated: Vec<bool> = dates.collect();
    for (at, reading) in readings.iter_mut().enumerate() {
        if reading.role.is_some() {
            continue;
        }
        let signed = dated.get(at + 1) == Some(&true) && article.headline.is_some();
        reading.role = about::take(article, reading.span);
        if reading.role.is_none() && signed {
            reading.role = about::take_name(article, reading.span);
        }
        if reading.role.is_none() && is_prose(reading.text) {
            about::take_dateline(article, reading.span);
            return at;
        }
    }
    0
}

fn is_prose(text: &str) -> bool {
    shape::ends_sentence(text) || shape::words(text) > 25 || text.chars().count() > 200
}

/// A site's name or section over the headline, with the menu under it.
fn masthead(readings: &mut [Reading<'_>], article: &mut Article) {
    let open: Vec<usize> = (0..readings.len()).filter(|at| readings[*at].role.is_none()).take(MENU).collect();
    let [first, ref rest @ ..] = open[..] else { return };
    let name = readings[first].text;
    let named = names_publisher(name);
    let is_name = shape::words(name) <= 5 && shape::is_all_capitalised(name) && !shape::ends_sentence(name);
    // A section's name stands right over the headline; under a site's name there may be a menu of short lines.
    let menu = rest.iter().take_while(|at| named && is_menu_line(readings[**at].text)).count();
    let Some(title) = rest.get(menu).map(|at| readings[*at].text) else { return };
    let longer = shape::words(title) > shape::words(name) || named;
    if (named || is_name) && longer && rest.len() > menu + 1 && is_title_under_masthead(title, named) {
        article.publisher = named.then(|| name.split(['|', '›', '»']).next().unwrap_or(name).trim().to_owned());
        open[..=menu].iter().for_each(|at| readings[*at].role = Some(Role::Boilerplate));
    }
}

/// How many pieces at the top are looked through for the headline.
const MENU: usize = 16;

fn is_menu_line(text: &str) -> bool {
    shape::words(text) <= 3 && !shape::ends_sentence(text) && metadata::date_line(text).is_none()
}

fn is_title_under_masthead(title: &str, named: bool) -> bool {
    let about = metadata::date_line(title).is_some() || metadata::byline(title).is_some();
    let titled = looks_like_headline(title) && (named || !shape::ends_sentence(title));
    titled && !about && shape::words(title) >= 4
}

fn names_publisher(line: &str) -> bool {
    let lower = line.to_lowercase();
    let name = lower.split(['|', '›', '»']).next().unwrap_or_default().trim();
    let last = name.rsplit(' ').next().unwrap_or_default();
    let first = name.split(' ').next().unwrap_or_default();
    let domain =
        !name.contains(' ') && [".com", ".org", ".net", ".co.uk", ".news"].iter().any(|end| name.ends_with(end));
    let known = |word| conventions::PUBLISHER_WORDS.contains(&word);
    shape::words(name) <= 5 && shape::is_all_capitalised(line) && (known(last) || known(first) || domain)
}

fn headline(readings: &mut [Reading<'_>], article: &mut Article) {
    let Some(first) = readings.iter().position(|reading| reading.role.is_none()) else { return };
    let followed = readings[first + 1..].iter().any(|reading| reading.role != Some(Role::Boilerplate));
    let transcript = readings.iter().filter(|reading| shape::is_turn(reading.text)).take(2).count() == 2;
    let reading = &mut readings[first];
    let about = metadata::date_line(reading.text).is_some() || metadata::address(reading.text).is_some();
    let other = about || reading.item || (transcript && shape::is_turn(reading.text));
    if followed && !other && looks_like_headline(reading.text) {
        reading.role = Some(Role::Headline);
        article.headline = Some(reading.span);
    }
}

fn looks_like_headline(text: &str) -> bool {
    let short = shape::words(text) <= 30 && text.chars().count() <= 200;
    let prose = shape::ends_with_full_stop(text) && !shape::is_title_case(text);
    short && !prose && !text.ends_with([':', ','])
}

/// Short lines without an end between paragraphs. Several in a row are a list, and stay.
fn subheadings(readings: &mut [Reading<'_>], body: usize) {
    for at in 0..readings.len() {
        if readings[at].role.is_some() || !looks_like_subheading(readings[at].text, readings[at].item) {
            continue;
        }
        let before = at.checked_sub(1).map(|before| &readings[before]);
        let introduced = before.is_some_and(|before| before.text.ends_with(':') && before.role.is_none());
        let in_a_list = |other: Option<&Reading<'_>>| {
            other.is_some_and(|o| o.role.is_none() && !is_prose(o.text) && !o.text.ends_with(':'))
        };
        let lonely = at < body || (!in_a_list(before) && !in_a_list(readings.get(at + 1)));
        let opens = readings[at + 1..].iter().any(|after| after.role.is_none());
        if lonely && opens && !introduced {
            readings[at].role = Some(Role::Subheading);
        }
    }
}

fn looks_like_subheading(text: &str, item: bool) -> bool {
    const ASKING: [&str; 16] = [
        "what", "why", "how", "who", "when", "where", "which", "is", "are", "can", "could", "will", "would", "does",
        "do", "did",
    ];
    let count = shape::words(text);
    let first = text.split(' ').next().unwrap_or_default().to_lowercase();
    let asks = text.ends_with('?') && count <= 8 && ASKING.contains(&first.as_str());
    let open = !shape::ends_sentence(text) && !text.ends_with([',', ';', ':']);
    let short = count <= 10 && text.chars().count() <= 80;
    short && !item && (open || asks) && !shape::opens_quotation(text) && !shape::is_turn(text) && !is_row(text)
}

/// A row of a table or a results list: several figures, or cells.
fn is_row(text: &str) -> bool {
    let figures = text.split_whitespace().filter(|word| word.starts_with(|first: char| first.is_ascii_digit())).count();
    text.contains(['\t', '|'])
        || figures >= 2
        || text.starts_with(|first: char| first.is_ascii_digit()) && figures * 2 >= shape::words(text)
}

/// An article with no paragraph at all is one whose shape was misread: what isn't the headline becomes body.
fn keep_something(article: &mut Article) {
    let has_body = article.blocks.iter().any(|block| block.role == Role::Body);
    if has_body {
        return;
    }
    let kept = |role| matches!(role, Role::Subheading | Role::Caption);
    let any_kept = article.blocks.iter().any(|block| kept(block.role));
    for block in &mut article.blocks {
        let about =
            Some(block.span) == article.dateline || article.byline.is_some_and(|name| block.span.contains(name));
        if (kept(block.role) && !about) || (!any_kept && article.headline.is_none()) {
            block.role = Role::Body;
        }
    }
}
