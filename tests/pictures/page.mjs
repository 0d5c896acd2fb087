// A callback → a page that shows it as Discord does: the command, the embed with its picture, the buttons.

import { html, markdown } from "./markdown.mjs";

const BOT = drawn("#0072b2", "“");
const ASKER = drawn("#cc79a7", "A");
// Any time would do: the same each time the pictures are taken.
const TIME = "Today at 12:00";
// Discord's own pictures and quotation bars give way to nothing; the components' are squeezed in a narrow window.
const MENDED = ".discord-embed-image { max-width: min(400px, calc(100vw - 132px)) !important; } .discord-quote-divider { flex: none; }";

function drawn(colour, letter) {
  const text = `<text x="32" y="46" font-family="sans-serif" font-size="40" fill="white" text-anchor="middle">${letter}</text>`;
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 64 64"><rect width="64" height="64" fill="${colour}"/>${text}</svg>`;
  return `data:image/svg+xml;base64,${Buffer.from(svg).toString("base64")}`;
}

const BUTTONS = { 1: "primary", 2: "secondary", 3: "success", 4: "destructive", 5: "secondary" };

const mend = `customElements.whenDefined("discord-quote").then(() => {
  for (const element of document.querySelectorAll("discord-embed, discord-quote")) {
    element.updateComplete.then(() => {
      element.shadowRoot.append(Object.assign(document.createElement("style"), { textContent: ${JSON.stringify(MENDED)} }));
    });
  }
});`;

export function page(script, { command, callback, isLight }) {
  const theme = isLight ? "light-theme" : "";
  const background = isLight ? "#ffffff" : "#313338";
  const { embeds = [], components = [], content = "", flags = 0 } = callback.data;
  const ephemeral = flags & 64 ? "ephemeral" : "";
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><style>
    body { margin: 0; background: ${background}; }
    discord-messages { border: 0 !important; }
    discord-embed img { max-width: 100%; }
  </style></head><body><discord-messages ${theme}>
    <discord-message author="Verbatim" avatar="${BOT}" timestamp="${TIME}" bot verified ${ephemeral} ${theme}>
      ${command ? `<discord-command slot="reply" author="Ada" avatar="${ASKER}" command="/${html(command)}" ${theme}></discord-command>` : ""}
      ${markdown(content)}
      ${embeds.map((embed) => drawEmbed(embed, callback.files, theme)).join("")}
      <discord-attachments slot="components">${components.map(drawRow).join("")}</discord-attachments>
    </discord-message>
  </discord-messages><script>${script};${mend}</script></body></html>`;
}

function drawEmbed(embed, files, theme) {
  const name = embed.image?.url.replace("attachment://", "");
  const image = name ? `image="data:image/png;base64,${files[name].toString("base64")}"` : "";
  const colour = `#${(embed.color ?? 0).toString(16).padStart(6, "0")}`;
  const author = embed.author ? `author-name="${html(embed.author.name)}"` : "";
  const title = embed.title ? `embed-title="${html(embed.title.replace(/\\(.)/g, "$1"))}"` : "";
  const footer = embed.footer ? `<discord-embed-footer slot="footer" ${theme}>${html(embed.footer.text)}</discord-embed-footer>` : "";
  return `<discord-embed slot="embeds" color="${colour}" ${author} ${title} ${image} ${theme}>
    <discord-embed-description slot="description">${markdown(embed.description ?? "")}</discord-embed-description>
    ${footer}</discord-embed>`;
}

function drawRow(row) {
  const buttons = row.components.filter(({ type }) => type === 2).map(
    ({ label, style, url }) => `<discord-button type="${BUTTONS[style]}" ${url ? `url="${html(url)}"` : ""}>${html(label)}</discord-button>`,
  );
  return `<discord-action-row>${buttons.join("")}</discord-action-row>`;
}
