//! How fast a document's words become names, figures, statements and the rest: sentences a second over generated news
//! text, all extractors together and each one after those that run before it.

use divan::counter::ItemsCount;
use verbatim_index::article::{self, Format};
use verbatim_index::document::Document;
use verbatim_index::extract::{self, EXTRACTORS, Extracted, Kind};
use verbatim_index::span::Source;

fn main() {
    divan::main();
}

/// Paragraphs as agencies write them; `{}` stands for a surname and `#` for a number, so that no two are alike.
const PARAGRAPHS: [&str; 6] = [
    "Officials of the port of Hull said on Monday that # dockers had walked out over a plan to automate cranes. \
     The strike is the first since 1998, according to the harbour office.",
    "“We were never asked,” said Ann {}, who leads the union. “Nobody came. Nobody wrote.” She added that #% of her \
     members had voted for the strike.",
    "The port, which made $#m last year, has promised to talk, and its director, Bo {}, told reporters that the cranes \
     would be \"a help, not a threat\". He set no day.",
    "A spokesman for the transport ministry said Mr {} had told the minister that nobody would lose a job before #.",
    "Norway claims the fishing grounds around the islands, which are controlled by Denmark. Both sides met in Oslo on \
     3 May 2021 and agreed to meet again within # days.",
    "The villagers were told that the water was clean. Dr Eva {} denied it: \"I have measured # samples, and none of \
     them was clean.\" The firm reportedly knew.",
];

const SURNAMES: [&str; 8] = ["Lund", "Okafor", "Brenner", "Sato", "Moreau", "Silva", "Novak", "Haddad"];

fn document() -> Document {
    let paragraph = |index: usize| {
        let surname = SURNAMES[index / PARAGRAPHS.len() % SURNAMES.len()];
        PARAGRAPHS[index % PARAGRAPHS.len()].replace("{}", surname).replace('#', &(index + 2).to_string())
    };
    let headline = "Dockers walk out over crane plan".to_owned();
    let text = std::iter::once(headline).chain((0..600).map(paragraph)).collect::<Vec<_>>().join("\n\n");
    let source = Source::new(text).expect("the article is far shorter than 4 GiB");
    Document::new(article::read(source, Format::Plain))
}

#[divan::bench]
fn everything(bencher: divan::Bencher<'_, '_>) {
    let document = document();
    bencher.counter(ItemsCount::new(document.sentences().len())).bench(|| extract::extract(&document));
}

#[divan::bench(args = EXTRACTORS.iter().map(|extractor| extractor.kind))]
fn alone(bencher: divan::Bencher<'_, '_>, kind: Kind) {
    let document = document();
    let mut before = Extracted::default();
    let earlier = EXTRACTORS.iter().take_while(|extractor| extractor.kind != kind);
    earlier.for_each(|extractor| (extractor.extract)(&document, &mut before));
    let extractor = EXTRACTORS.iter().find(|extractor| extractor.kind == kind).expect("the kinds are the list's own");
    bencher.counter(ItemsCount::new(document.sentences().len())).with_inputs(|| before.clone()).bench_local_values(
        |mut extracted| {
            (extractor.extract)(&document, &mut extracted);
            extracted
        },
    );
}
