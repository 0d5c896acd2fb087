//! How fast a file becomes a document: bytes and sentences a second over an article made of invented paragraphs.

use divan::counter::{BytesCount, ItemsCount};
use verbatim_index::article::{self, Format};
use verbatim_index::document::Document;
use verbatim_index::language::{sentences, words};
use verbatim_index::span::Source;

fn main() {
    divan::main();
}

const PARAGRAPHS: [&str; 4] = [
    "Dockers in the U.S. port of Hull have walked out over a plan to automate cranes, Mr. Lee said on Sept. 5. \
     It is the first strike since 1998, and 97% of the 1,200 dockers voted for it.",
    "“We were never asked,” said Ann Lee, who leads the union. “Nobody came. Nobody wrote. Does that sound fair?”",
    "The port (which made $3.5bn last year) said that it would talk. It set no day for the talks... and none is likely.",
    "\"Is it over?\" asked Bo Roe, a 44-year-old crane driver. He had brought soup, bread and a folding chair.",
];

fn article_text() -> String {
    let paragraphs = PARAGRAPHS.iter().cycle().take(400).copied();
    std::iter::once("Dockers walk out over crane plan").chain(paragraphs).collect::<Vec<_>>().join("\n\n")
}

fn document() -> Document {
    Document::new(article::read(source(), Format::Plain))
}

fn source() -> Source {
    Source::new(article_text()).expect("the article is far shorter than 4 GiB")
}

#[divan::bench]
fn file_to_article(bencher: divan::Bencher<'_, '_>) {
    let source = source();
    bencher.counter(BytesCount::of_str(source.text())).bench(|| article::read(source.clone(), Format::Plain));
}

#[divan::bench]
fn file_to_document(bencher: divan::Bencher<'_, '_>) {
    let source = source();
    let counter = ItemsCount::new(document().sentences().len());
    bencher.counter(counter).bench(|| Document::new(article::read(source.clone(), Format::Plain)));
}

#[divan::bench]
fn paragraphs_to_sentences(bencher: divan::Bencher<'_, '_>) {
    let document = document();
    bencher.counter(ItemsCount::new(document.sentences().len())).bench(|| {
        let paragraphs = document.paragraphs().iter();
        paragraphs.map(|paragraph| sentences::split(document.source(), paragraph.span).len()).sum::<usize>()
    });
}

#[divan::bench]
fn sentences_to_tokens(bencher: divan::Bencher<'_, '_>) {
    let document = document();
    bencher.counter(ItemsCount::new(document.sentences().len())).bench(|| {
        let sentences = document.sentences().iter();
        sentences.map(|sentence| words::tokens(document.source(), sentence.span).len()).sum::<usize>()
    });
}
