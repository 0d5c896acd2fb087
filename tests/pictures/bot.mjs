// The real program, asked over HTTP interactions with a key of our own: command → the message that it answers with. What it
// sends by itself, such as a complaint to the moderators, goes to `desk.mjs`.

import { spawn } from "node:child_process";
import { generateKeyPairSync, sign } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { startDesk } from "./desk.mjs";

const PATIENCE = 20_000;

export async function startBot(binary) {
  const { publicKey, privateKey } = generateKeyPairSync("ed25519");
  const key = publicKey.export({ format: "der", type: "spki" }).subarray(-32).toString("hex");
  const address = `127.0.0.1:${await freePort()}`;
  const folder = mkdtempSync(join(tmpdir(), "verbatim-pictures-"));
  const desk = await startDesk();
  const settings = {
    DISCORD_TOKEN: "MTA1.pictures.token",
    VERBATIM_DISCORD__API: desk.api,
    VERBATIM_DATA_DIR: folder,
    VERBATIM_DISCORD__HTTP_LISTEN: address,
    VERBATIM_DISCORD__PUBLIC_KEY: key,
  };
  const bot = spawn(binary, ["run"], { env: { PATH: process.env.PATH, ...settings }, stdio: "ignore" });
  return {
    ask: (command, options) => ask(address, privateKey, slash(command, options)),
    complain: async (command, options, reason) => {
      const set = slash("settings", {});
      set.member.permissions = "32";
      set.data.options = [{ type: 7, name: "desk", value: DESK_CHANNEL }];
      await ask(address, privateKey, set);
      const answer = await ask(address, privateKey, slash(command, options));
      const reasons = await ask(address, privateKey, pressed(answer.data, "This is wrong"));
      await ask(address, privateKey, pressed(reasons.data, reason));
      return { data: await desk.message(DESK_CHANNEL), files: {} };
    },
    stop: () => {
      desk.stop();
      bot.kill("SIGTERM");
      bot.on("exit", () => rmSync(folder, { recursive: true, force: true }));
    },
  };
}

function freePort() {
  return new Promise((found) => {
    const server = createServer().listen(0, "127.0.0.1", () => {
      const { port } = server.address();
      server.close(() => found(port));
    });
  });
}

async function ask(address, privateKey, interaction) {
  const body = JSON.stringify(interaction);
  const time = String(Math.floor(Date.now() / 1000));
  const signature = sign(null, Buffer.from(time + body), privateKey).toString("hex");
  const headers = { "Content-Type": "application/json", "X-Signature-Ed25519": signature, "X-Signature-Timestamp": time };
  const response = await retried(() => fetch(`http://${address}/interactions`, { method: "POST", headers, body }));
  if (!response.ok) throw new Error(`the bot refused ${interaction.data.name}: ${response.status}`);
  if (!response.headers.get("content-type").startsWith("multipart/")) return { ...(await response.json()), files: {} };
  const parts = await response.formData();
  const files = {};
  for (const [name, file] of parts) {
    if (name.startsWith("files[")) files[file.name] = Buffer.from(await file.arrayBuffer());
  }
  const payload = parts.get("payload_json");
  return { ...JSON.parse(typeof payload === "string" ? payload : await payload.text()), files };
}

// The bot begins to listen a moment after it is started.
async function retried(call) {
  const deadline = Date.now() + PATIENCE;
  for (;;) {
    try {
      return await call();
    } catch (error) {
      if (Date.now() > deadline) throw error;
      await new Promise((done) => setTimeout(done, 50));
    }
  }
}

// What Discord calls an option by the kind of its value.
const TYPES = { string: 3, number: 4, boolean: 5 };
// Manage Messages; and to see a channel and send embeds there.
const MODERATOR = String(1 << 13);
const BOT = String((1 << 10) | (1 << 11) | (1 << 14));

let lastId = 1_050_000_000_000_001_000n;

const DESK_CHANNEL = "1050000000000000050";

function slash(command, options) {
  const [name, inner] = command.split(" ");
  const given = Object.entries(options).map(([name, value]) => ({ type: TYPES[typeof value], name, value }));
  return interaction(2, { id: "1", name, type: 1, options: inner ? [{ type: 1, name: inner, options: given }] : given });
}

// A button pressed under a message as the bot sent it.
function pressed(message, label) {
  const buttons = message.components.flatMap((row) => row.components);
  const { custom_id } = buttons.find((button) => button.label === label);
  return { ...interaction(3, { custom_id, component_type: 2 }), message: received(message) };
}

// A message as Discord hands it back.
function received(message) {
  const author = { id: "1050000000000000002", username: "Verbatim", discriminator: "0", avatar: null, bot: true };
  const embeds = message.embeds.map((embed) => ({ ...embed, type: "rich" }));
  return {
    ...message, embeds, author, id: String(++lastId), channel_id: "1050000000000000005", content: "", type: 0, tts: false,
    timestamp: "2026-01-01T00:00:00Z", edited_timestamp: null, mention_everyone: false, mentions: [], mention_roles: [],
    attachments: [], pinned: false,
  };
}

function interaction(type, data) {
  const user = { id: "1050000000000000003", username: "Ada", discriminator: "0", global_name: null, avatar: null };
  const member = {
    user, roles: [], joined_at: "2026-01-01T00:00:00Z", deaf: false, mute: false, flags: 0, permissions: MODERATOR,
  };
  return {
    id: String(++lastId), application_id: "1050000000000000001", type, token: "an-interaction-token", version: 1, data,
    guild_id: "1050000000000000004", channel_id: "1050000000000000005", member, locale: "en-GB", guild_locale: "en-GB",
    entitlements: [], attachment_size_limit: 10_485_760, app_permissions: BOT,
    authorizing_integration_owners: { 0: "1050000000000000004" }, context: 0,
  };
}
