//! How often attribution was wrong when it was measured. The figures stand in one place, the table of
//! `index/extract/statements.md`, and are read from there.

use verbatim_index::extract::statements::StatementKind;

/// The document that says how attribution was measured.
const MEASURED: &str = include_str!("../../index/extract/statements.md");
/// The heading of the table, each of whose rows has the three kinds.
const HEADING: &str = "Error rates by kind";

/// How often attribution is wrong for one kind of statement, in percent as written in the table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ErrorRate {
    /// The kind.
    pub kind: StatementKind,
    /// Of the statements there are, those not found.
    pub missed: &'static str,
    /// Of those found, the ones that are none.
    pub spurious: &'static str,
    /// Of those found rightly, the ones given to the wrong speaker.
    pub wrong_speaker: &'static str,
}

/// The rates by kind; empty if the table were gone.
pub fn measured() -> Vec<ErrorRate> {
    read(MEASURED).unwrap_or_default()
}

fn read(document: &'static str) -> Option<Vec<ErrorRate>> {
    let table = document.split(HEADING).nth(1)?;
    let rows: Vec<Vec<&str>> = table
        .lines()
        .skip_while(|line| !line.starts_with('|'))
        .take_while(|line| line.starts_with('|'))
        .map(|line| line.trim_matches('|').split('|').map(str::trim).collect())
        .collect();
    // The first two lines are the columns' names and the rule under them.
    let [_, _, missed, spurious, wrong_speaker] = rows.as_slice() else { return None };
    let kinds = [StatementKind::Direct, StatementKind::Indirect, StatementKind::Mixed];
    let rate = |(column, kind)| {
        Some(ErrorRate {
            kind,
            missed: missed.get(column).copied()?,
            spurious: spurious.get(column).copied()?,
            wrong_speaker: wrong_speaker.get(column).copied()?,
        })
    };
    kinds.into_iter().enumerate().map(|(at, kind)| rate((at + 1, kind))).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table_gives_a_rate_for_each_kind() {
        let rates = measured();
        assert_eq!(rates.len(), 3);
        for rate in rates {
            for figure in [rate.missed, rate.spurious, rate.wrong_speaker] {
                let number: f32 = figure.trim_end_matches(" %").parse().unwrap();
                assert!(figure.ends_with(" %") && (0.0..100.0).contains(&number), "{rate:?}");
            }
        }
    }

    #[test]
    fn a_document_without_the_table_gives_no_rate() {
        assert_eq!(read("# Nothing measured"), None);
        assert_eq!(read("Error rates by kind\n\n| a | b |\n"), None);
    }
}
