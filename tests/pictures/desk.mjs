// Discord's API as far as the bot calls it by itself: the messages that it sends to channels are kept, for the pictures.

import { createServer } from "node:http";

const PATIENCE = 20_000;
const BOT = { id: "1050000000000000002", username: "Verbatim", discriminator: "0", avatar: null, bot: true };
const LIMIT = { total: 1000, remaining: 999, reset_after: 0, max_concurrency: 1 };

export function startDesk() {
  const sent = {};
  const server = createServer(async (request, response) => {
    const chunks = [];
    for await (const chunk of request) chunks.push(chunk);
    const path = new URL(request.url, "http://desk").pathname.replace(/^\/api\/v\d+/, "");
    const channel = path.match(/^\/channels\/(\d+)\/messages$/)?.[1];
    if (channel && request.method === "POST") {
      sent[channel] = payload(request.headers["content-type"], Buffer.concat(chunks).toString());
    }
    response.writeHead(200, { "Content-Type": "application/json" });
    response.end(JSON.stringify(answer(path, channel)));
  });
  return new Promise((started) => {
    server.listen(0, "127.0.0.1", () => {
      const api = `http://127.0.0.1:${server.address().port}`;
      started({ api, message: (channel) => waited(() => sent[channel]), stop: () => server.close() });
    });
  });
}

// Files come beside the message's JSON, which stands in the first part.
function payload(type, body) {
  if (!type.startsWith("multipart/")) return JSON.parse(body);
  const [, rest] = body.split('name="payload_json"');
  return JSON.parse(rest.slice(rest.indexOf("{"), rest.indexOf("\r\n--")));
}

function answer(path, channel) {
  if (path === "/gateway/bot") return { url: "ws://127.0.0.1:1", shards: 1, session_start_limit: LIMIT };
  if (path === "/oauth2/applications/@me") {
    return { id: "1050000000000000001", name: "Verbatim", icon: null, description: "", bot_public: true,
      bot_require_code_grant: false, verify_key: "", flags: 0 };
  }
  if (path.includes("/commands")) return [];
  if (channel || path.includes("/messages")) {
    return { id: "1050000000000000060", channel_id: channel ?? "1050000000000000005", author: BOT, content: "", type: 0,
      timestamp: "2026-01-01T00:00:00Z", edited_timestamp: null, tts: false, mention_everyone: false, mentions: [],
      mention_roles: [], attachments: [], embeds: [], pinned: false };
  }
  return { ...BOT, verified: true, email: null, flags: 0, mfa_enabled: false };
}

async function waited(found) {
  const deadline = Date.now() + PATIENCE;
  while (!found()) {
    if (Date.now() > deadline) throw new Error("the bot sent nothing");
    await new Promise((done) => setTimeout(done, 50));
  }
  return found();
}
