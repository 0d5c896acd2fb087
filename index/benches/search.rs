//! How long a library takes: to open, to answer a search, to be indexed. `cargo bench -p verbatim-index`; the archive
//! of 10,000 articles is built with `-- --ignored`.
#![expect(clippy::unwrap_used, reason = "a benchmark that can't be set up has nothing to say")]

use divan::counter::ItemsCount;
use divan::{Bencher, black_box};
use tempfile::TempDir;
use verbatim_index::library::{Addition, Library, Options};
use verbatim_index::search::{EntryKind, Query};

fn main() {
    divan::main();
}

const QUESTION: &str = "What did the foreign minister say about exports of rare earths to Japan?";

fn query(story: Option<&str>) -> Query<'_> {
    Query { words: QUESTION, story, kinds: &[], limit: 10 }
}

fn open(folder: &TempDir) -> Library {
    Library::open(folder.path(), Options::default()).unwrap()
}

fn ready() -> (TempDir, Library) {
    let folder = TempDir::new().unwrap();
    let library = open(&folder);
    library.rebuild(|_| {}).unwrap();
    (folder, library)
}

#[divan::bench]
fn first_use_of_an_empty_folder(bencher: Bencher) {
    bencher.with_inputs(|| TempDir::new().unwrap()).bench_values(|folder| (open(&folder), folder));
}

#[divan::bench]
fn cold_start_to_the_story(bencher: Bencher) {
    let (folder, _library) = ready();
    bencher.bench(|| open(&folder).story_or_default(None).unwrap());
}

#[divan::bench]
fn cold_start_to_the_first_search(bencher: Bencher) {
    let (folder, _library) = ready();
    bencher.bench(|| open(&folder).search(&query(None)).unwrap());
}

#[divan::bench]
fn story_in_memory(bencher: Bencher) {
    let (_folder, library) = ready();
    bencher.bench(|| library.story_or_default(None).unwrap());
}

#[divan::bench]
fn top_ten_in_one_story(bencher: Bencher) {
    let (_folder, library) = ready();
    let name = query(Some("rare-earths"));
    bencher.bench(|| library.search(black_box(&name)).unwrap());
}

#[divan::bench]
fn top_ten_sentences_of_one_story(bencher: Bencher) {
    let (_folder, library) = ready();
    let sentences = Query { kinds: &[EntryKind::Sentence], ..query(Some("rare-earths")) };
    bencher.bench(|| library.search(black_box(&sentences)).unwrap());
}

#[divan::bench(sample_count = 10)]
fn adding_an_article(bencher: Bencher) {
    let (_folder, library) = ready();
    let mut number = 0;
    bencher.bench_local(|| {
        number += 1;
        add(&library, number);
    });
}

#[divan::bench(args = [100, 1000], sample_count = 1, sample_size = 1)]
fn building_the_index(bencher: Bencher, articles: usize) {
    build(bencher, articles);
}

#[divan::bench(sample_count = 1, sample_size = 1, ignore)]
fn building_the_index_of_an_archive(bencher: Bencher) {
    build(bencher, 10_000);
}

fn build(bencher: Bencher, articles: usize) {
    let folder = TempDir::new().unwrap();
    let library = open(&folder);
    for number in 0..articles {
        add(&library, number);
    }
    bencher.counter(ItemsCount::new(articles)).bench(|| library.rebuild(|_| {}).unwrap());
}

fn add(library: &Library, number: usize) {
    let (id, text) = (format!("article-{number}"), article(number));
    let addition = Addition { file_name: "a.txt", bytes: text.as_bytes(), id: Some(&id), ..Addition::default() };
    library.add(&addition).unwrap();
}

/// An invented article of some 20 sentences, another one for every number.
fn article(number: usize) -> String {
    const PLACES: [&str; 8] = ["Orre", "Tarn", "Velm", "Quay", "Hasp", "Lund", "Myre", "Stowe"];
    const THINGS: [&str; 8] = ["bridge", "harbour", "school", "railway", "market", "mill", "museum", "reservoir"];
    const SPEAKERS: [&str; 4] = ["Mayor Ada Holm", "the minister", "union officials", "Bo Lind of the water board"];
    let pick = |list: &'static [&'static str], salt: usize| list[(number / 3 + salt * 7 + number * salt) % list.len()];
    let mut text = format!("{} to close its {} for {} days\n\n", pick(&PLACES, 1), pick(&THINGS, 2), number % 90 + 2);
    for paragraph in 0..10 {
        let (place, thing) = (pick(&PLACES, paragraph), pick(&THINGS, paragraph + 1));
        let (speaker, figure) = (pick(&SPEAKERS, paragraph), (number * 31 + paragraph * 17) % 9000 + 100);
        text += &format!(
            "The {thing} in {place} was used by {figure} people a day in 2018, {speaker} said. \
             \"We will not close the {thing} before winter\", according to a report number {number}-{paragraph}.\n\n"
        );
    }
    text
}
