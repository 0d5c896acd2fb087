//! The pictures drawn lately. Drawing takes longer than all else in a reply, and a busy channel asks the same again.

use std::sync::{Arc, LazyLock};

use anyhow::anyhow;
use moka::sync::Cache;

use super::drawing;
use super::rows::Chart;

/// How many pictures are remembered, some 50 kB each.
const REMEMBERED: u64 = 200;

/// The pictures by all that stands on them, so that none is ever shown for another.
static DRAWN: LazyLock<Cache<String, Arc<Vec<u8>>>> = LazyLock::new(|| Cache::new(REMEMBERED));

/// A chart as a PNG file, drawn where it wasn't lately; those who ask for the same at once wait for one drawing.
///
/// # Errors
/// When it can't be drawn.
pub fn once(chart: &Chart) -> anyhow::Result<Vec<u8>> {
    let drawn = DRAWN.try_get_with(format!("{chart:?}"), || drawing::draw(chart).map(Arc::new));
    drawn.map(|png| png.to_vec()).map_err(|error: Arc<anyhow::Error>| anyhow!("{error:#}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn chart(title: &str) -> Chart {
        let (title, subtitle) = (title.to_owned(), "boats".to_owned());
        Chart { title, subtitle, rows: Vec::new(), kinds: Vec::new(), notes: Vec::new() }
    }

    #[test]
    fn a_remembered_picture_is_the_one_that_would_be_drawn() {
        let (harbour, quay) = (chart("Harbour"), chart("Quay"));
        let drawn = drawing::draw(&harbour).unwrap();
        assert_eq!([once(&harbour).unwrap(), once(&harbour).unwrap()], [drawn.clone(), drawn]);
        assert_ne!(once(&quay).unwrap(), once(&harbour).unwrap());
    }
}
