// Takes every picture: asks the program, draws its replies in Chromium, keeps them as PNG files beside this one.

import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";
import { build } from "esbuild";
import { chromium } from "playwright-core";
import { startBot } from "./bot.mjs";
import { page } from "./page.mjs";

const BINARY = process.env.VERBATIM ?? new URL("../../target/release/verbatim", import.meta.url).pathname;
const BROWSER = "/usr/bin/chromium";
const FLAGS = [
  "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
  "--disable-component-update", "--disable-sync",
];
const DESKTOP = 720;
const PHONE = 390;

const SHOTS = [
  { name: "answer", command: "ask", options: { question: "Who controls the islands?" } },
  { name: "said", command: "said", options: { speaker: "yang" } },
  { name: "silence", command: "ask", options: { question: "How many mines does Lynas own?" } },
  { name: "check", command: "check", options: { claim: "China controls the islands" } },
  { name: "figures", command: "figures", options: { about: "world's rare earths" } },
  { name: "complaint", command: "ask", options: { question: "Who controls the islands?" }, reason: "Out of date" },
  { name: "preview", command: "summary post", options: { sentences: 3 } },
];
// Without names every picture is taken: npm run take -- preview
const wanted = process.argv.slice(2);

const SIZES = [
  { suffix: "", width: DESKTOP, isLight: false },
  { suffix: "-phone", width: PHONE, isLight: true },
];

const bundle = await build({
  stdin: { contents: 'import "@skyra/discord-components-core";', resolveDir: import.meta.dirname },
  bundle: true, write: false, minify: true, format: "iife", logLevel: "error",
});
const script = bundle.outputFiles[0].text.replaceAll("</script", "<\\/script");
const bot = await startBot(BINARY);
const browser = await chromium.launch({ executablePath: BROWSER, args: FLAGS });
try {
  for (const shot of SHOTS.filter(({ name }) => wanted.length === 0 || wanted.includes(name))) {
    const { command, options, reason } = shot;
    const callback = reason ? await bot.complain(command, options, reason) : await bot.ask(command, options);
    for (const size of SIZES) {
      // Nobody typed a command for what the bot sends by itself.
      await take(shot, size, page(script, { command: reason ? null : command, callback, isLight: size.isLight }));
    }
  }
} finally {
  await browser.close();
  bot.stop();
}

async function take({ name }, { suffix, width }, content) {
  const path = new URL(`${name}${suffix}.png`, import.meta.url).pathname;
  const tab = await browser.newPage({ viewport: { width, height: 200 }, deviceScaleFactor: 2 });
  await tab.setContent(content, { waitUntil: "load" });
  await tab.waitForTimeout(300);
  await tab.locator("discord-messages").screenshot({ path });
  await tab.close();
  if (existsSync("/usr/bin/pngquant")) {
    execFileSync("pngquant", ["--force", "--ext", ".png", "--strip", "--speed", "1", "128", path]);
  }
  console.log(path);
}
