//! Any bytes as an article: reading and extracting never panic, give the same twice, and every span slices cleanly.

#![no_main]

use libfuzzer_sys::fuzz_target;
use verbatim_index::article::{self, Format};
use verbatim_index::extract::{Extracted, Figure, Name, Statement};
use verbatim_index::span::{Source, Span};
use verbatim_index::story::Story;

mod slicing;

use slicing::Slicing;

fuzz_target!(|bytes: &[u8]| {
    let Ok(text) = std::str::from_utf8(bytes) else { return };
    for format in [Format::Plain, Format::Markdown] {
        read(text, format);
    }
});

fn read(text: &str, format: Format) {
    let story = new_story(text, format);
    let document = story.document();
    let slicing = Slicing::new(document.source());
    let article = document.article();
    slicing.assert_clean([article.headline, article.byline, article.dateline].into_iter().flatten());
    slicing.assert_clean(article.blocks.iter().map(|block| block.span));
    slicing.assert_clean(document.paragraphs().iter().map(|paragraph| paragraph.span));
    slicing.assert_clean(document.sentences().iter().map(|sentence| sentence.span));
    slicing.assert_clean(document.tokens().iter().map(|token| token.span));
    assert_annotations_clean(&slicing, story.extracted());
    assert_parents_exist(&story.extracted().statements);
    let again = new_story(text, format);
    assert_eq!(format!("{:?}", story.extracted()), format!("{:?}", again.extracted()));
}

fn new_story(text: &str, format: Format) -> Story {
    let source = Source::new(text).expect("libFuzzer's inputs are far shorter than 4 GiB");
    Story::new("story", article::read(source, format), Vec::new())
}

fn assert_annotations_clean(slicing: &Slicing, extracted: &Extracted) {
    for annotation in extracted.annotations() {
        assert!(!annotation.span().is_empty(), "{annotation:?} has no words");
        slicing.assert_clean([annotation.span()]);
    }
    extracted.names.iter().for_each(|name| slicing.assert_clean(spans_of_name(name)));
    extracted.figures.iter().for_each(|figure| slicing.assert_clean(spans_of_figure(figure)));
    extracted.statements.iter().for_each(|statement| slicing.assert_clean(spans_of_statement(statement)));
    for event in &extracted.events {
        slicing.assert_clean([event.when, event.after].into_iter().flatten());
    }
    for fact in &extracted.dispute {
        slicing.assert_clean([fact.party, fact.value, fact.hedge].into_iter().flatten());
    }
}

fn assert_parents_exist(statements: &[Statement]) {
    for (index, statement) in statements.iter().enumerate() {
        let is_another = statement.parent.is_none_or(|parent| parent < statements.len() && parent != index);
        assert!(is_another, "statement {index} stands in {:?}", statement.parent);
    }
}

fn spans_of_name(name: &Name) -> impl Iterator<Item = Span> {
    let mentions = name.mentions.iter().copied();
    let aliases = name.aliases.iter().flat_map(|alias| [alias.span, alias.evidence]);
    let roles = name.roles.iter().flat_map(|role| [role.span, role.evidence]);
    let references = name.references.iter().flat_map(|reference| [reference.span, reference.evidence]);
    mentions.chain(aliases).chain(roles).chain(references)
}

fn spans_of_figure(figure: &Figure) -> impl Iterator<Item = Span> {
    [figure.hedge, figure.of, figure.by, figure.when].into_iter().flatten()
}

fn spans_of_statement(statement: &Statement) -> impl Iterator<Item = Span> {
    let spans = statement.spans.iter().copied();
    let speaker = statement.speaker.iter().flat_map(|speaker| [Some(speaker.written), speaker.name]);
    let via = statement.via.iter().flat_map(|link| [link.reporter, link.cue]);
    let beside = speaker.chain([statement.cue, statement.addressee]).flatten();
    spans.chain(beside).chain(via)
}
