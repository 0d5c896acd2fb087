//! The page of a checked draft in a real browser: it fits a phone, reads in the dark, and every word stands out enough.
//! Debian's chromium is needed; without it the tests say that they were skipped.

use std::path::{Path, PathBuf};
use std::process::Command;

use serde_json::Value;

use crate::installation::Installation;

const BROWSER: &str = "/usr/bin/chromium";

const DRAFT: &str = "\
Elsin puts off its bridge

“We will never be rushed,” Maria Lundt said. “We will not be rushed,” said Jon Abel, deputy to Ms Lund.

The port handles about 40% of the region's grain. The port handles 70% of the region's grain. In 2018 it handled \
1,200 ships. Pia Horn was not there.

The ferry carries 512 cars a day to an-island-with-a-name-that-is-far-longer-than-any-phone-is-wide-and-has-no-space.
";

/// Looks at the page as somebody who uses it: what is wider than the window, what can't be read, where Tab leads.
const LOOK: &str = r#"<script>
addEventListener("load", () => {
  const parse = (colour) => (colour.match(/[\d.]+/g) ?? []).map(Number);
  const light = ([r, g, b]) => [r, g, b].map((part) => part / 255)
    .map((part) => part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4)
    .reduce((sum, part, at) => sum + part * [0.2126, 0.7152, 0.0722][at], 0);
  const behind = (element) => {
    for (let at = element; at; at = at.parentElement) {
      const colour = parse(getComputedStyle(at).backgroundColor);
      if (colour.length === 3 || colour[3] === 1) return colour;
    }
    return [255, 255, 255];
  };
  const contrast = (element) => {
    const [one, other] = [light(parse(getComputedStyle(element).color)), light(behind(element))].sort((a, b) => b - a);
    return (one + 0.05) / (other + 0.05);
  };
  const all = [...document.body.querySelectorAll("*")].filter((element) => !element.closest("script"));
  const written = all.filter((element) => [...element.childNodes].some((node) => node.nodeType === 3 && node.data.trim()));
  const links = [...document.querySelectorAll("a")];
  const seen = {
    width: innerWidth,
    scrolls: document.documentElement.scrollWidth,
    leastContrast: Math.min(...written.map(contrast)),
    dark: light(behind(document.body)) < 0.2,
    brokenLinks: links.filter((link) => !document.getElementById(link.getAttribute("href").slice(1))).length,
    links: links.length,
    unnamed: links.filter((link) => !(link.getAttribute("aria-label") ?? link.textContent).trim()).length,
    unreachable: links.filter((link) => { link.focus(); return document.activeElement !== link; }).length,
    outline: (links.at(-1).focus({focusVisible: true}), getComputedStyle(links.at(-1)).outlineStyle),
    headings: [...document.querySelectorAll("h1, h2, h3")].map((heading) => heading.tagName).join(" "),
    landmarks: ["header", "main", "nav", "footer"].filter((name) => document.querySelector(name)).length,
    small: links.filter((link) => link.matches(".label") && link.getBoundingClientRect().height < 24).length,
    beside: document.querySelector(".evidence").getBoundingClientRect().left > document.querySelector(".draft").getBoundingClientRect().left,
    errors: window.errors ?? 0,
  };
  document.documentElement.dataset.seen = JSON.stringify(seen);
});
</script></body>"#;

struct Shown {
    folder: tempfile::TempDir,
    page: PathBuf,
}

impl Shown {
    /// The page as the program writes it; `None` where there is no browser to show it.
    fn new() -> Option<Self> {
        if !Path::new(BROWSER).exists() {
            return None;
        }
        let installation = Installation::with_stories();
        let folder = tempfile::tempdir().unwrap();
        let draft = installation.file("draft.txt", DRAFT.as_bytes());
        let page = folder.path().join("page.html");
        let (draft, out) = (draft.to_str().unwrap(), page.to_str().unwrap());
        let ran = installation.run(&["draft", draft, "--html", "--out", out, "--story", "harbour"]);
        assert_eq!(ran.code, 3, "{}", ran.err);
        Some(Self { folder, page })
    }

    fn browser(&self) -> Command {
        let mut command = Command::new(BROWSER);
        let profile = self.folder.path().join("profile");
        command.args(["--headless=new", "--no-sandbox", "--disable-gpu", "--no-first-run", "--hide-scrollbars"]);
        command.args(["--disable-background-networking", "--disable-component-update", "--disable-sync"]);
        command.arg(format!("--user-data-dir={}", profile.display()));
        command
    }

    /// What somebody sees in a window of this width.
    fn seen(&self, width: u32, options: &[&str]) -> Value {
        let page = std::fs::read_to_string(&self.page).unwrap();
        // The page's own policy lets no script run, this one neither.
        let without_policy = page.replace("default-src 'none'; style-src", "style-src");
        let looked_at = self.folder.path().join("looked-at.html");
        std::fs::write(&looked_at, without_policy.replace("</body>", LOOK)).unwrap();
        let mut browser = self.browser();
        browser.args(options).arg("--dump-dom").arg(format!("--window-size={width},900"));
        let output = browser.arg(format!("file://{}", looked_at.display())).output().unwrap();
        let dom = String::from_utf8_lossy(&output.stdout);
        let found = dom.split_once("data-seen=\"").and_then(|(_, rest)| rest.split_once('"'));
        let (seen, _) = found.unwrap_or_else(|| panic!("{dom}\n{}", String::from_utf8_lossy(&output.stderr)));
        serde_json::from_str(&seen.replace("&quot;", "\"")).unwrap()
    }
}

fn check(seen: &Value) {
    assert!(seen["scrolls"].as_u64() <= seen["width"].as_u64(), "it scrolls sideways: {seen}");
    assert!(seen["leastContrast"].as_f64().unwrap() >= 4.5, "WCAG 2.2, 1.4.3: {seen}");
    assert!(seen["links"].as_u64().unwrap() > 10, "{seen}");
    for none in ["brokenLinks", "unnamed", "unreachable", "small"] {
        assert_eq!(seen[none], 0, "{none}: {seen}");
    }
    assert_eq!(seen["outline"], "solid", "{seen}");
    assert_eq!(seen["landmarks"], 4, "{seen}");
    assert!(seen["headings"].as_str().unwrap().starts_with("H1 H2 H3"), "{seen}");
}

#[test]
fn the_page_is_readable_on_a_desk_and_on_a_phone_by_day_and_by_night() {
    let Some(shown) = Shown::new() else {
        eprintln!("SKIPPED: the page wasn't looked at, since there is no {BROWSER} (apt-get install chromium)");
        return;
    };
    let by_day = shown.seen(1280, &[]);
    check(&by_day);
    assert_eq!((&by_day["beside"], &by_day["dark"]), (&Value::from(true), &Value::from(false)), "{by_day}");
    let by_night = shown.seen(1280, &["--blink-settings=preferredColorScheme=0"]);
    check(&by_night);
    assert_eq!(by_night["dark"], true, "{by_night}");
    let on_a_phone = shown.seen(390, &[]);
    check(&on_a_phone);
}
