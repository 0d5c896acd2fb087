//! A whole draft against a story: every mark with its offsets on both sides, as a table in every form, with an exit
//! code for a newsroom's own tools.

use insta::assert_snapshot;
use serde_json::Value;

use crate::installation::{Installation, Ran};

/// A draft on the invented harbour story with something of every kind wrong in it.
const DRAFT: &str = "\
Elsin puts off its bridge

“We will never be rushed,” Maria Lundt said. “We will not be rushed,” said Jon Abel.

The port handles about 40% of the region's grain. The port handles 70% of the region's grain. In 2018 it handled \
1,200 ships. Pia Horn was not there.
";

fn run(arguments: &[&str], draft: &str) -> Ran {
    let installation = Installation::with_stories();
    let file = installation.file("draft.txt", draft.as_bytes());
    let file = file.to_str().unwrap();
    let arguments: Vec<&str> = arguments.iter().map(|word| if *word == "DRAFT" { file } else { word }).collect();
    installation.run(&[&arguments[..], &["--story", "harbour"]].concat())
}

fn lines(ran: &Ran) -> Vec<Value> {
    ran.text().lines().map(|line| serde_json::from_str(line).unwrap()).collect()
}

#[test]
fn every_piece_of_a_draft_is_marked_with_its_verdict_and_what_differs() {
    let ran = run(&["check", "--draft", "DRAFT", "--format", "markdown"], DRAFT);
    let kinds: Vec<String> = ran
        .text()
        .lines()
        .skip(2)
        .map(|line| {
            let cells: Vec<&str> = line.split(" | ").collect();
            [cells[1], cells[2], cells[4], cells[8]].join(" | ")
        })
        .collect();
    assert_snapshot!(kinds.join("\n"), @r"
    quotation | altered | We will never be rushed, | We will \[-never-\] \{+not+\} be rushed,
    name | misspelt | Maria Lundt | \[-Maria Lundt-\] \{+Maria Lund+\}
    quotation | other\_speaker | We will not be rushed, | \[-Jon Abel-\] \{+Maria Lund+\}
    name | in\_story | Jon Abel | 
    figure | supported | about 40% | 
    figure | contradicted | 70% | \[-70%-\] \{+40%+\}
    date | differs | 2018 | \[-2018-\] \{+2019+\}
    figure | elsewhere | 1,200 | 
    name | not\_in\_story | Pia Horn | 
    ");
}

#[test]
fn the_words_for_people_show_the_evidence_of_what_is_not_right() {
    assert_snapshot!(run(&["check", "--draft", "DRAFT"], DRAFT).text(), @r"
    ✗ ¶1  quotation  We will never be rushed,  altered
        We will [-never-] {+not+} be rushed,
        The story:
        ¶2  We will not be rushed
        [reported] Maria Lund
    ✗ ¶1  name  Maria Lundt  spelt otherwise
        [-Maria Lundt-] {+Maria Lund+}
        The story:
        ¶1  Maria Lund
        [the story's own voice]
    ✗ ¶1  quotation  We will not be rushed,  another speaker’s
        [-Jon Abel-] {+Maria Lund+}
        The story:
        ¶2  We will not be rushed
        [reported] Maria Lund
    ✓ ¶1  name  Jon Abel  in the story
    ✓ ¶2  figure  about 40%  the story says so
    ✗ ¶2  figure  70%  the story says otherwise
        [-70%-] {+40%+}
        The story:
        ¶4  The port handles about 40% of the region's grain.
        [the story's own voice]  hedged
    ✗ ¶2  date  2018  differs
        [-2018-] {+2019+}
        The story:
        ¶4  In 2019 it handled 1,200 ships.
        [the story's own voice]
    ? ¶2  figure  1,200  there, but of this?
        Nearest in the story (no proof):
        ¶4  In 2019 it handled 1,200 ships.
        [the story's own voice]
    ? ¶2  name  Pia Horn  not in the story

    9 pieces marked: 2 as the story has it, 2 not shown by the story, 5 against the story
    ");
}

#[test]
fn the_exit_code_says_how_a_draft_stands() {
    let code = |draft: &str| run(&["check", "--draft", "DRAFT"], draft).code;
    assert_eq!(code("\"We will not be rushed,\" Maria Lund said.\n"), 0);
    assert_eq!(code(""), 0);
    assert_eq!(code("Pia Horn was not there.\n"), 4);
    assert_eq!(code("Pia Horn was not there. “We will never be rushed,” Maria Lund said.\n"), 3);
    assert_eq!(run(&["check", "--draft", "no-such-file.txt"], "").code, 2);
    assert_eq!(run(&["check"], "").code, 2);
    assert_eq!(run(&["check", "--draft", "DRAFT", "--format", "pdf"], "").code, 2);
}

#[test]
fn a_story_is_all_good_against_itself() {
    for (id, bytes) in crate::articles::all() {
        let installation = Installation::with_stories();
        let file = installation.file("draft.txt", &bytes);
        let ran = installation.run(&["check", "--draft", file.to_str().unwrap(), "--story", id, "--json"]);
        let bad: Vec<Value> = lines(&ran).into_iter().filter(|mark| mark["standing"] != "good").collect();
        assert_eq!((ran.code, bad.len()), (0, 0), "{id}: {bad:?}");
    }
}

#[test]
fn offsets_on_both_sides_are_slices_of_their_files() {
    let draft = format!("\u{feff}🎉 Ångström’s note\r\n\r\n{}", DRAFT.replace('\n', "\r\n"));
    let ran = run(&["check", "--draft", "DRAFT", "--json"], &draft);
    let draft: Vec<char> = draft.chars().collect();
    let story: Vec<char> = crate::articles::HARBOUR.chars().collect();
    let slice = |of: &[char], value: &Value| -> String {
        let at = |name: &str| value[name].as_u64().unwrap() as usize;
        of[at("start")..at("end")].iter().collect()
    };
    let mut passages = 0;
    for mark in lines(&ran).iter().filter(|line| line["type"] == "mark") {
        assert_eq!(mark["text"], slice(&draft, mark), "{mark}");
        for difference in mark["differences"].as_array().unwrap() {
            assert_eq!(difference["draft"], slice(&draft, difference), "{mark}");
        }
        for passage in mark["because"].as_array().unwrap().iter().chain(mark["nearest"].as_array().unwrap()) {
            assert_eq!(passage["text"], slice(&story, passage), "{mark}");
            passages += 1;
        }
    }
    assert!(passages > 5);
}

#[test]
fn the_last_line_of_json_counts_the_marks() {
    let ran = run(&["check", "--draft", "DRAFT", "--json"], DRAFT);
    let mut lines = lines(&ran);
    let whole = lines.pop().unwrap();
    assert_eq!((&whole["type"], &whole["source"]), (&Value::from("draft"), &Value::from("harbour")));
    assert_eq!(whole["marks"], lines.len());
    let count = |standing: &str| lines.iter().filter(|mark| mark["standing"] == standing).count();
    for standing in ["good", "open", "wrong"] {
        assert_eq!(whole[standing], count(standing));
        assert!(count(standing) > 0, "{standing}");
    }
    assert_eq!(run(&["check", "--draft", "DRAFT", "--format", "json"], DRAFT).out, ran.out);
}

#[test]
fn the_table_for_spreadsheets_has_a_row_for_each_mark() {
    let ran = run(&["check", "--draft", "DRAFT", "--format", "csv"], DRAFT);
    let marks = lines(&run(&["check", "--draft", "DRAFT", "--json"], DRAFT));
    let mut reader = csv::Reader::from_reader(ran.out.as_slice());
    let columns = reader.headers().unwrap().clone();
    let rows: Vec<csv::StringRecord> = reader.records().map(|row| row.unwrap()).collect();
    assert_eq!(rows.len(), marks.len() - 1);
    for (row, mark) in rows.iter().zip(&marks) {
        let cell = |name: &str| &row[columns.iter().position(|column| column == name).unwrap()];
        for name in ["kind", "verdict", "standing", "text"] {
            assert_eq!(cell(name), mark[name], "{mark}");
        }
        assert_eq!(cell("start"), mark["start"].to_string());
    }
}

#[test]
fn relative_dates_of_a_draft_count_from_its_own_day() {
    let story = "Vote\n\nFebruary 6, 2024\n\nThe council voted on 5 February 2024.\n";
    let installation = Installation::fresh();
    let file = installation.file("vote.txt", story.as_bytes());
    installation.json(&["story", "add", file.to_str().unwrap(), "--id", "vote"]);
    let draft = installation.file("draft.txt", b"The council voted on Monday.\n");
    let checked = |published: &str| {
        let arguments =
            ["draft", draft.to_str().unwrap(), "--story", "vote", "--published", published, "--format", "json"];
        lines(&installation.run(&arguments)).into_iter().find(|mark| mark["kind"] == "date").unwrap()
    };
    assert_eq!(checked("2024-02-07")["standing"], "good");
    assert_ne!(checked("2024-02-14")["standing"], "good");
}

#[test]
fn a_draft_comes_from_standard_input_too() {
    let installation = Installation::with_stories();
    let ran =
        installation.run_with(&["check", "--draft", "-", "--story", "harbour"], "“We will not be rushed,” Lund said.");
    assert_eq!(ran.code, 0, "{}", ran.err);
    assert!(ran.text().contains("verbatim"), "{}", ran.text());
}
