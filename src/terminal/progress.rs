//! A progress bar on standard error, where that is a terminal.

use indicatif::{ProgressBar, ProgressStyle};

use crate::context::Progress;

/// Shows how many of how many are done.
pub fn bar() -> Progress {
    let bar = ProgressBar::no_length().with_style(style());
    Box::new(move |done, all| {
        bar.set_length(all as u64);
        bar.set_position(done as u64);
        if done == all {
            bar.finish_and_clear();
        }
    })
}

fn style() -> ProgressStyle {
    let template = "{bar:40} {pos} of {len} stories, {eta} left";
    ProgressStyle::with_template(template).unwrap_or_else(|_| ProgressStyle::default_bar())
}
