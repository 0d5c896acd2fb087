// The real program, asked over HTTP interactions with a key of our own: command → the message that it answers with.

import { spawn } from "node:child_process";
import { generateKeyPairSync, sign } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";

const PATIENCE = 20_000;

export async function startBot(binary) {
  const { publicKey, privateKey } = generateKeyPairSync("ed25519");
  const key = publicKey.export({ format: "der", type: "spki" }).subarray(-32).toString("hex");
  const address = `127.0.0.1:${await freePort()}`;
  const folder = mkdtempSync(join(tmpdir(), "verbatim-pictures-"));
  const settings = {
    VERBATIM_DATA_DIR: folder,
    VERBATIM_DISCORD__HTTP_LISTEN: address,
    VERBATIM_DISCORD__PUBLIC_KEY: key,
  };
  const bot = spawn(binary, ["run"], { env: { PATH: process.env.PATH, ...settings }, stdio: "ignore" });
  return {
    ask: (command, options) => ask(address, privateKey, slash(command, options)),
    stop: () => {
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

let lastId = 1_050_000_000_000_001_000n;

function slash(command, options) {
  const user = { id: "1050000000000000003", username: "Ada", discriminator: "0", global_name: null, avatar: null };
  const member = {
    user, roles: [], joined_at: "2026-01-01T00:00:00Z", deaf: false, mute: false, flags: 0, permissions: "0",
  };
  const given = Object.entries(options).map(([name, value]) => ({ type: 3, name, value }));
  return {
    id: String(++lastId), application_id: "1050000000000000001", type: 2, token: "an-interaction-token", version: 1,
    data: { id: "1", name: command, type: 1, options: given },
    guild_id: "1050000000000000004", channel_id: "1050000000000000005", member, locale: "en-GB", guild_locale: "en-GB",
    entitlements: [], attachment_size_limit: 10_485_760, app_permissions: "0",
    authorizing_integration_owners: { 0: "1050000000000000004" }, context: 0,
  };
}
