//! How hurried people type: "y", "wots", "pls". Each is written out as the words it stands for.

use std::collections::HashMap;
use std::sync::LazyLock;

/// A word as typed and the words meant, a line each.
const SLANG: &str = include_str!("slang.txt");

static MEANINGS: LazyLock<HashMap<&'static str, &'static str>> = LazyLock::new(|| {
    let lines = SLANG.lines().filter(|line| !line.starts_with('#'));
    lines.map(|line| line.split_once(' ').unwrap_or((line, ""))).collect()
});

/// The words that a typed word stands for, none where it asks nothing; `None` where it stands for itself.
pub(super) fn written_out(typed: &str) -> Option<impl Iterator<Item = &'static str> + use<>> {
    let key: String = typed.chars().filter(|letter| !matches!(letter, '\'' | '\u{2019}')).collect();
    MEANINGS.get(key.to_lowercase().as_str()).map(|meant| meant.split_whitespace())
}
