// Discord's Markdown, as far as the bot's replies use it, → HTML of the web components. Everything else stays as it is.

const ESCAPES = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

export function html(text) {
  return text.replace(/[&<>"]/g, (character) => ESCAPES[character]);
}

export function markdown(text) {
  const lines = text.split("\n");
  const blocks = [];
  while (lines.length) {
    if (lines[0].startsWith("> ")) {
      const quoted = [];
      while (lines.length && lines[0].startsWith("> ")) quoted.push(inline(lines.shift().slice(2)));
      blocks.push(`<discord-quote>${quoted.join("<br>")}</discord-quote>`);
    } else if (lines[0].startsWith("-# ")) {
      blocks.push(`<div style="font-size:0.8em;opacity:0.75">${inline(lines.shift().slice(3))}</div>`);
    } else {
      const line = lines.shift();
      blocks.push(line ? `<div>${inline(line)}</div>` : '<div style="height:0.6em"></div>');
    }
  }
  return blocks.join("");
}

const MARKS = [
  [/^\\([\s\S])/, (found) => html(found[1])],
  [/^\[((?:\\.|[^\]\\])+)\]\(<?([^)>\s]+)>?\)/, (found) => `<discord-link href="${html(found[2])}">${inline(found[1])}</discord-link>`],
  [/^<@(\d+)>/, () => `<discord-mention type="user">Ada</discord-mention>`],
  [/^https:\/\/discord\.com\/channels\/\S+/, () => `<discord-mention type="channel">answers › message</discord-mention>`],
  // Discord puts a channel's name there.
  [/^<#\d+>/, () => '<discord-mention type="channel">news</discord-mention>'],
  [/^\|\|([\s\S]+?)\|\|/, (found) => `<discord-spoiler>${inline(found[1])}</discord-spoiler>`],
  [/^\*\*((?:\\.|[^\\])+?)\*\*/, (found) => `<discord-bold>${inline(found[1])}</discord-bold>`],
  [/^__((?:\\.|[^\\])+?)__/, (found) => `<discord-underlined>${inline(found[1])}</discord-underlined>`],
  [/^~~((?:\\.|[^\\])+?)~~/, (found) => `<s>${inline(found[1])}</s>`],
  [/^\*((?:\\.|[^\\*])+?)\*/, (found) => `<discord-italic>${inline(found[1])}</discord-italic>`],
  [/^_((?:\\.|[^\\_])+?)_/, (found) => `<discord-italic>${inline(found[1])}</discord-italic>`],
  [/^`([^`]+)`/, (found) => `<discord-code>${html(found[1])}</discord-code>`],
];

function inline(text) {
  let written = "";
  let rest = text;
  while (rest) {
    const mark = MARKS.map(([pattern, draw]) => [rest.match(pattern), draw]).find(([found]) => found);
    const [length, drawn] = mark ? [mark[0][0].length, mark[1](mark[0])] : [1, html(rest[0])];
    written += drawn;
    rest = rest.slice(length);
  }
  return written;
}
