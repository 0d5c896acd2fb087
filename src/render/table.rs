//! A reply as one table: CSV for spreadsheets, Markdown for people. Every cell is escaped for where it stands.

mod draft;

pub use draft::{difference, table as of_draft};

/// Rows under the names of their columns.
#[derive(Clone, Debug, Default)]
pub struct Table {
    columns: Vec<&'static str>,
    rows: Vec<Vec<String>>,
}

impl Table {
    /// A table without rows.
    pub fn new(columns: &[&'static str]) -> Self {
        Self { columns: columns.to_vec(), rows: Vec::new() }
    }

    /// Adds a row; its cells stand in the order of the columns.
    pub fn push(&mut self, row: Vec<String>) {
        self.rows.push(row);
    }

    /// As RFC 4180 has it. A cell that a spreadsheet would take for a formula begins with an apostrophe.
    pub fn to_csv(&self) -> String {
        let mut writer = csv::Writer::from_writer(Vec::new());
        // Writing to memory can't fail, and every row is as long as the first: what can't be is left out.
        let _ = writer.write_record(&self.columns);
        for row in &self.rows {
            let _ = writer.write_record(row.iter().map(|cell| harmless(cell)));
        }
        let written = writer.into_inner().unwrap_or_default();
        String::from_utf8(written).unwrap_or_default()
    }

    /// As GitHub's Markdown has tables.
    pub fn to_markdown(&self) -> String {
        let line = |cells: &mut dyn Iterator<Item = String>| format!("| {} |\n", cells.collect::<Vec<_>>().join(" | "));
        let mut text = line(&mut self.columns.iter().map(|name| (*name).to_owned()));
        text += &line(&mut self.columns.iter().map(|_| "---".to_owned()));
        for row in &self.rows {
            text += &line(&mut row.iter().map(|cell| in_markdown(cell)));
        }
        text
    }
}

/// What spreadsheets take for the beginning of a formula (OWASP, "CSV Injection").
const FORMULA: [char; 6] = ['=', '+', '-', '@', '\t', '\r'];

fn harmless(cell: &str) -> String {
    if cell.starts_with(FORMULA) { format!("'{cell}") } else { cell.to_owned() }
}

/// Words that stand in a line of Markdown as they are. CommonMark lets a backslash stand before any of its marks.
pub fn in_markdown(words: &str) -> String {
    let mut escaped = String::with_capacity(words.len());
    for character in words.chars() {
        match character {
            '\\' | '`' | '*' | '_' | '{' | '}' | '[' | ']' | '<' | '>' | '#' | '|' | '~' | '&' | '!' | '$' | '@' => {
                escaped.extend(['\\', character]);
            }
            other if other.is_whitespace() || other.is_control() => escaped.push(' '),
            other => escaped.push(other),
        }
    }
    escaped
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use pulldown_cmark::{Event, Options, Parser, Tag};

    use super::*;

    fn table(cell: &str) -> Table {
        let mut table = Table::new(&["a", "b"]);
        table.push(vec![cell.to_owned(), "end".to_owned()]);
        table
    }

    #[test]
    fn a_cell_is_quoted_and_never_a_formula() {
        assert_eq!(table("He said \"no\", twice").to_csv(), "a,b\n\"He said \"\"no\"\", twice\",end\n");
        assert_eq!(table("=1+2").to_csv(), "a,b\n'=1+2,end\n");
    }

    #[test]
    fn marks_of_markdown_in_a_cell_show_as_they_are() {
        let expected = "| a | b |\n| --- | --- |\n| \\*no\\* \\| \\<b\\> next | end |\n";
        assert_eq!(table("*no* | <b>\nnext").to_markdown(), expected);
    }

    proptest! {
        #[test]
        fn any_cell_comes_back_from_csv(cell in "\\PC{0,40}|(=|\\+|@|\"|,|\n|\r){0,8}") {
            let text = table(&cell).to_csv();
            let mut reader = csv::Reader::from_reader(text.as_bytes());
            let row = reader.records().next().unwrap().unwrap();
            prop_assert_eq!(&row[0], harmless(&cell));
            prop_assert_eq!(&row[1], "end");
        }

        #[test]
        fn no_cell_makes_markup_or_further_cells(cell in "(\\PC|[*_`|<>\\[\\]()!#&~\n\\\\]){0,40}") {
            let text = table(&cell).to_markdown();
            let mut cells = 0;
            for event in Parser::new_ext(&text, Options::ENABLE_TABLES | Options::ENABLE_STRIKETHROUGH) {
                match event {
                    Event::Start(Tag::Table(_) | Tag::TableHead | Tag::TableRow) => {}
                    Event::Start(Tag::TableCell) => cells += 1,
                    Event::Start(tag) => prop_assert!(false, "{:?}", tag),
                    Event::Html(html) | Event::InlineHtml(html) => prop_assert!(false, "{:?}", html),
                    _ => {}
                }
            }
            prop_assert_eq!(cells, 4);
        }
    }
}
