//! An article as a few lines for snapshots: "H" headline, "C" caption, "S" subheading, "-" boilerplate, and the body's
//! paragraphs by number; then what the article says of itself.

use super::{Article, Role};

/// Renders an article; line ends inside a block show as "⏎".
pub fn render(article: &Article) -> String {
    let mut lines = Vec::new();
    let mut paragraph = 0;
    for block in &article.blocks {
        let label = match block.role {
            Role::Headline => "H".to_owned(),
            Role::Caption => "C".to_owned(),
            Role::Subheading => "S".to_owned(),
            Role::Boilerplate => "-".to_owned(),
            Role::Body => {
                paragraph += 1;
                paragraph.to_string()
            }
        };
        let text = article.source.slice(block.span).replace("\r\n", "⏎").replace(['\n', '\r'], "⏎");
        lines.push(format!("{label}| {text}"));
    }
    let byline = article.byline.map(|byline| article.source.slice(byline).to_owned());
    let day = article.published.map(|day| day.to_string());
    let about = [("by", byline), ("of", article.publisher.clone()), ("on", day), ("at", article.url.clone())];
    let about = about.into_iter().filter_map(|(label, value)| Some(format!("{label}: {}", value?)));
    lines.extend(about);
    lines.join("\n")
}
