//! Markdown with or without front matter → [`Article`]: headings, paragraphs, quotations and list items, captions from
//! pictures. Code, HTML and lists of nothing but links are left out.

use super::plain::{roles, roles::Reading, tail};
use super::{Article, Block, Role, about};
use crate::span::Source;

mod blocks;
mod front_matter;

/// Reads Markdown.
pub fn read(source: Source) -> Article {
    let mut article = Article::bare(source.clone());
    let body_start = front_matter::read(&mut article);
    let (mut readings, markup) = blocks::readings(&source, body_start);
    article.markup = markup;
    headline(&mut article, &mut readings);
    let body = front(&mut article, &mut readings);
    roles::page_lines(&mut readings);
    tail::mark(&mut readings[body..]);
    link_lists(&mut readings, body);
    let titled = article.headline.map(|span| Block { role: Role::Headline, span });
    let in_front = titled.filter(|block| block.span.start() < body_start);
    let rest = readings.iter().map(|reading| Block { role: reading.role.unwrap_or(Role::Body), span: reading.span });
    article.blocks = in_front.into_iter().chain(rest).collect();
    article
}

/// The headline is the first heading, unless the front matter has another.
fn headline(article: &mut Article, readings: &mut [Reading<'_>]) {
    let Some(first) = readings.iter_mut().find(|reading| reading.role != Some(Role::Boilerplate)) else { return };
    let same_title = article.headline.is_none_or(|title| article.source.slice(title) == first.text);
    if first.role == Some(Role::Subheading) && same_title {
        first.role = Some(Role::Headline);
        article.headline = Some(first.span);
    }
}

/// Lines about the story before its first paragraph. Returns where the story begins.
fn front(article: &mut Article, readings: &mut [Reading<'_>]) -> usize {
    for (at, reading) in readings.iter_mut().enumerate() {
        if reading.role.is_some() {
            continue;
        }
        reading.role = about::take(article, reading.span);
        if reading.role.is_none() {
            about::take_dateline(article, reading.span);
            return at;
        }
    }
    readings.len()
}

/// Runs of links at the end, with the heading over them.
fn link_lists(readings: &mut [Reading<'_>], body: usize) {
    let is_link =
        |reading: &Reading<'_>| reading.role == Some(Role::Boilerplate) || blocks::is_only_links(reading.text);
    let links = readings[body..].iter().rev().take_while(|reading| is_link(reading)).count();
    let mut start = readings.len() - links;
    if links > 0 && start > body && readings[start - 1].role == Some(Role::Subheading) {
        start -= 1;
    }
    // A story of nothing but links is its links.
    if start > body {
        readings[start..].iter_mut().for_each(|reading| reading.role = Some(Role::Boilerplate));
    }
}

#[cfg(test)]
mod tests {
    use insta::assert_snapshot;

    use super::*;
    use crate::article::rendering::render;

    fn seen(text: &str) -> String {
        render(&read(Source::new(text).unwrap()))
    }

    #[test]
    fn front_matter_in_yaml_tells_of_the_article() {
        assert_snapshot!(seen(
            "---\ntitle: \"Dockers walk out\"\nauthor:\n  - Jane Doe\ndate: 2019-05-03\npublisher: Coast News\nurl: https://example.org/cranes\n---\n\n\
             # Dockers walk out\n\nDockers walked out on **Friday**.\n\n## Talks ahead\n\n> \"We were never asked,\"\n> said Ann Lee.\n\n- New cranes\n- Longer days\n"
        ), @r#"
        H| Dockers walk out
        1| Dockers walked out on **Friday**.
        S| Talks ahead
        2| "We were never asked,"⏎> said Ann Lee.
        3| New cranes
        4| Longer days
        by: Jane Doe
        of: Coast News
        on: 2019-05-03
        at: https://example.org/cranes
        "#);
    }

    #[test]
    fn front_matter_in_toml_is_read_too() {
        assert_snapshot!(seen(
            "\u{FEFF}+++\r\ntitle = 'Dockers walk out'\r\ndate = 2019-05-03T09:00:00Z\r\n[author]\r\nname = 'Jane Doe'\r\n+++\r\n\r\nDockers walked out on Friday.\r\n"
        ), @r"
        H| Dockers walk out
        1| Dockers walked out on Friday.
        by: Jane Doe
        on: 2019-05-03
        ");
    }

    #[test]
    fn broken_front_matter_is_text() {
        assert_snapshot!(seen("---\ntitle: [Dockers\n---\n\nDockers walked out on Friday.\n"), @r"
        H| title: [Dockers
        1| Dockers walked out on Friday.
        ");
        assert_snapshot!(seen("---\nDockers walked out on Friday.\n"), @"1| Dockers walked out on Friday.");
    }

    #[test]
    fn pictures_give_captions_and_code_and_html_nothing() {
        assert_snapshot!(seen(
            "# Dockers walk out\n\nBy Jane Doe\n\nDockers walked out.\n\n![Cranes stand idle](crane.jpg)\n*The old harbour on Friday*\n\n\
             <!-- a note -->\n\n```\nlet crane = 1;\n```\n\nThe port did *not* comment, [it said](https://example.org).\n"
        ), @r"
        H| Dockers walk out
        S| By Jane Doe
        1| Dockers walked out.
        C| Cranes stand idle
        C| The old harbour on Friday
        -| <!-- a note -->
        -| ```⏎let crane = 1;⏎```
        2| The port did *not* comment, [it said](https://example.org).
        by: Jane Doe
        ");
    }

    #[test]
    fn lists_of_links_at_the_end_are_left_out() {
        assert_snapshot!(seen(
            "# Dockers walk out\n\nDockers walked out.\n\nThe port did not comment.\n\n## Elsewhere\n\n- [Ferry runs](https://example.org/1)\n- [Storm over](https://example.org/2)\n"
        ), @r"
        H| Dockers walk out
        1| Dockers walked out.
        2| The port did not comment.
        -| Elsewhere
        -| [Ferry runs](https://example.org/1)
        -| [Storm over](https://example.org/2)
        ");
    }
}
