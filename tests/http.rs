//! The bot over HTTP: the real binary, requests signed as Discord signs them, every callback judged by Discord's own
//! description; metrics and health.

use std::net::SocketAddr;
use std::time::Duration;

use serde_json::{Value, json};

use crate::discord::bot::{Bot, Ended};
use crate::discord::judge;
use crate::discord::stand_in::payloads::{button, new_id, questions, slash, typing};
use crate::discord::stand_in::{Handshake, Order, Refusal, StandIn, TOKEN};
use signed::{Request, Response, free_address, now, public_key};

mod files;
mod signed;
mod slow;

const COMMANDS: &str = "/applications/";
const CALLBACK: &str = "/interactions/";
/// Nothing listens there.
const NOWHERE: &str = "http://127.0.0.1:1";

/// A bot that answers HTTP interactions, without a token and with no Discord to reach.
struct Copy {
    bot: Bot,
    address: SocketAddr,
    watched: SocketAddr,
}

impl Copy {
    fn start() -> Self {
        Self::start_beside(NOWHERE, None, &[])
    }

    fn start_beside(api: &str, token: Option<&str>, more: &[(&str, &str)]) -> Self {
        let (address, watched) = (free_address(), free_address());
        let (listen, watch, key) = (address.to_string(), watched.to_string(), public_key());
        let settings = [
            ("VERBATIM_DISCORD__HTTP_LISTEN", listen.as_str()),
            ("VERBATIM_DISCORD__PUBLIC_KEY", &key),
            ("VERBATIM_METRICS__LISTEN", &watch),
            ("VERBATIM_LOG__LEVEL", "trace"),
        ];
        let copy = Self { bot: Bot::start_set(api, token, &[&settings, more].concat()), address, watched };
        wait_until_ready(watched);
        copy
    }

    /// The callback to an interaction, one that Discord would take.
    fn ask(&self, interaction: &Value) -> Value {
        let callback = Request::interaction(interaction).send(self.address).callback();
        let faults = judge::faults("POST", "/interactions/1/token/callback", &callback);
        assert!(faults.is_empty(), "{faults:#?}\n{callback:#}");
        callback
    }

    fn status(&self, request: &Request) -> u16 {
        request.send(self.address).status
    }

    /// The value of a metric with its labels as they are written.
    fn metric(&self, sample: &str) -> Option<f64> {
        let text = Request::get("/metrics").send(self.watched).body;
        let value = text.lines().find_map(|line| line.strip_prefix(sample)?.strip_prefix(' '))?;
        Some(value.parse().unwrap())
    }

    fn stop(self) -> Ended {
        let ended = self.bot.stop();
        assert_eq!(ended.code(), 0, "{}", ended.errors);
        ended
    }
}

fn wait_until_ready(watched: SocketAddr) -> Response {
    for _ in 0..500 {
        let readiness = Request::get("/readyz").send(watched);
        if readiness.status == 200 {
            return readiness;
        }
        std::thread::sleep(Duration::from_millis(20));
    }
    panic!("never ready");
}

fn ping() -> Value {
    let mut ping = slash("ask", &[]);
    ping["type"] = json!(1);
    ping.as_object_mut().unwrap().remove("data");
    ping
}

fn description(callback: &Value) -> &str {
    callback["data"]["embeds"][0]["description"].as_str().unwrap()
}

#[test]
fn an_interaction_that_discord_signed_gets_its_callback_as_the_response() {
    let copy = Copy::start();
    assert_eq!(copy.ask(&ping()), json!({"type": 1}));
    assert_eq!(copy.ask(&json!({"type": 1})), json!({"type": 1}));
    for (command, options) in questions() {
        let callback = copy.ask(&slash(command, &options));
        assert!(callback["type"] == json!(4) && !description(&callback).is_empty(), "{command}: {callback:#}");
    }
    let choices = copy.ask(&typing("said", "speaker", ""));
    assert!(choices["type"] == json!(8) && choices["data"]["choices"][0].is_object(), "{choices:#}");
    let pressed = copy.ask(&button("run|source|paragraph=1"));
    assert!(description(&pressed).contains("paragraph 1"), "{pressed:#}");
    copy.stop();
}

#[test]
fn what_is_no_longer_offered_gets_a_callback_too() {
    let copy = Copy::start();
    let removed = copy.ask(&slash("a-command-of-yesterday", &[]));
    assert!(description(&removed).contains("isn't offered any more") && removed["data"]["flags"] == json!(64));
    let old = copy.ask(&button("a-button-of-yesterday"));
    assert!(description(&old).contains("doesn't work any more"), "{old:#}");
    let none = copy.ask(&typing("a-command-of-yesterday", "speaker", "x"));
    assert_eq!(none, json!({"type": 8, "data": {"choices": []}}));
    copy.stop();
}

#[test]
fn both_ways_bring_the_same_callback() {
    let stand_in = StandIn::start();
    let copy = Copy::start_beside(stand_in.api(), Some(TOKEN), &[("VERBATIM_DISCORD__GATEWAY", "true")]);
    stand_in.call("PUT", COMMANDS, 1);
    for interaction in [slash("figures", &[]), typing("said", "speaker", "y"), button("run|source|paragraph=1")] {
        let mut posted = stand_in.ask(interaction.clone()).body;
        // serenity adds an empty one to whatever it posts.
        if let Some(data) = posted["data"].as_object_mut()
            && data.get("attachments") == Some(&json!([]))
        {
            data.remove("attachments");
        }
        assert_eq!(copy.ask(&interaction), posted);
    }
    copy.stop();
}

#[test]
fn what_discord_did_not_sign_is_refused() {
    let copy = Copy::start();
    let (question, signature, time) = (slash("figures", &[]), "X-Signature-Ed25519", "X-Signature-Timestamp");
    let good = Request::interaction(&question);
    let mut altered = good.clone();
    altered.body = question.to_string().replace("figures", "summary").into_bytes();
    for (what, request) in [
        ("no signature", good.clone().without(signature)),
        ("no time", good.clone().without(time)),
        ("an empty signature", good.clone().with(signature, "")),
        ("a signature that is too short", good.clone().with(signature, "abcd")),
        ("a signature of other letters", good.clone().with(signature, &"xy".repeat(64))),
        ("a wrong signature", good.clone().with(signature, &"0a".repeat(64))),
        ("another key's signature", Request::forged(&question)),
        ("an altered body", altered),
        ("another time", good.clone().with(time, &(now() - 1).to_string())),
        ("a ping without a signature", Request::interaction(&ping()).without(signature)),
    ] {
        let refused = request.send(copy.address);
        assert_eq!((refused.status, refused.body.as_str()), (401, ""), "{what}");
    }
    assert_eq!(copy.status(&good), 200, "what was refused spoilt the true one");
    copy.stop();
}

#[test]
fn a_signature_of_long_ago_or_of_the_future_is_refused() {
    let copy = Copy::start();
    let signed = |at: u64| Request::signed_at(&at.to_string(), slash("figures", &[]).to_string().as_bytes());
    assert_eq!(copy.status(&signed(now() - 400)), 401);
    assert_eq!(copy.status(&signed(now() + 400)), 401);
    assert_eq!(copy.status(&signed(0)), 401);
    assert_eq!(copy.status(&signed(now() - 200)), 200);
    assert_eq!(copy.status(&signed(now() + 200)), 200);
    assert_eq!(copy.status(&Request::signed_at("soon", ping().to_string().as_bytes())), 401);
    let ended = copy.stop();
    assert!(ended.errors.contains("is the machine's clock right?"), "{}", ended.errors);
    let strict = Copy::start_beside(NOWHERE, None, &[("VERBATIM_DISCORD__SIGNATURE_SECONDS", "30")]);
    assert_eq!(strict.status(&signed(now() - 40)), 401);
    assert_eq!(strict.status(&signed(now() - 20)), 200);
    strict.stop();
}

#[test]
fn an_interaction_is_acted_on_once_however_often_it_comes() {
    let copy = Copy::start();
    let question = slash("figures", &[]);
    let request = Request::interaction(&question);
    assert_eq!([1, 2, 3].map(|_| copy.status(&request)), [200, 401, 401]);
    let later = Request::signed_at(&(now() + 1).to_string(), question.to_string().as_bytes());
    assert_eq!(copy.status(&later), 401, "the same interaction, signed anew");
    assert_eq!(copy.metric("verbatim_commands_total{command=\"figures\",outcome=\"done\"}"), Some(1.0));
    let again = Request::interaction(&ping());
    assert_eq!([1, 2].map(|_| copy.status(&again)), [200, 200], "a ping does nothing");
    copy.stop();
}

#[test]
fn a_body_that_is_too_long_is_refused_before_it_is_read() {
    let copy = Copy::start();
    let long = vec![b' '; (1 << 20) + 1];
    let announced = Request::signed_at(&now().to_string(), &long).begin(copy.address).finish();
    assert_eq!(announced.status, 413, "refused by what it says of itself");
    let mut unannounced =
        Request::signed_at(&now().to_string(), &long).without("Content-Length").with("Transfer-Encoding", "chunked");
    unannounced.body = format!("{:x}\r\n", 8 << 20).into_bytes();
    let mut begun = unannounced.begin(copy.address);
    begun.write(&unannounced.body);
    begun.write(&long);
    assert_eq!(begun.finish().status, 413, "refused when the limit was reached, seven megabytes before its end");
    copy.stop();
}

#[test]
fn a_signed_body_that_is_no_interaction_is_refused_and_stops_nothing() {
    let copy = Copy::start();
    let bodies: [&[u8]; 8] =
        [b"", b"{", b"[]", b"null", b"{\"type\":2}", b"{\"type\":99,\"id\":\"1\"}", b"\xff\xfe", &[b'['; 100_000]];
    for body in bodies {
        let request = Request::signed_at(&now().to_string(), body);
        assert_eq!(copy.status(&request), 400, "{}", String::from_utf8_lossy(&body[..body.len().min(40)]));
    }
    assert_eq!(copy.status(&Request::get("/interactions")), 405);
    assert_eq!(copy.status(&Request::get("/")), 404);
    assert_eq!(copy.status(&Request::interaction(&ping())), 200);
    copy.stop();
}

#[test]
fn a_bot_told_to_stop_finishes_the_request_under_way() {
    let copy = Copy::start();
    let request = Request::interaction(&slash("figures", &[]));
    let mut begun = request.begin(copy.address);
    let (first, rest) = request.body.split_at(20);
    begun.write(first);
    // A request after it shows that its head has been read.
    assert_eq!(copy.status(&Request::interaction(&ping())), 200);
    copy.bot.terminate();
    let stopping = loop {
        let readiness = Request::get("/readyz").send(copy.watched);
        if readiness.status != 200 {
            break readiness;
        }
    };
    assert!(stopping.status == 503 && stopping.body.starts_with("stopping"), "{stopping:?}");
    begun.write(rest);
    assert_eq!(begun.finish().callback()["type"], json!(4));
    let ended = copy.bot.end();
    assert!(ended.code() == 0 && !ended.errors.contains("still under way"), "{}", ended.errors);
}

#[test]
fn a_request_that_never_ends_holds_up_neither_others_nor_the_end() {
    let copy = Copy::start();
    let request = Request::interaction(&slash("figures", &[]));
    let stalled = request.begin(copy.address);
    assert_eq!(copy.status(&request), 200);
    assert_eq!(stalled.finish().status, 408);
    let _silent = std::net::TcpStream::connect(copy.address).unwrap();
    let ended = copy.stop();
    assert!(!ended.errors.contains("still under way"), "{}", ended.errors);
}

#[test]
fn a_discord_that_cannot_be_reached_keeps_no_interaction_from_its_answer() {
    let copy = Copy::start_beside(NOWHERE, Some(TOKEN), &[]);
    assert!(!description(&copy.ask(&slash("figures", &[]))).is_empty());
    let ended = copy.stop();
    assert!(ended.errors.contains("discord doesn't answer; asking again"), "{}", ended.errors);
}

#[test]
fn commands_are_registered_where_there_is_a_token_and_answers_need_none() {
    let stand_in = StandIn::start();
    let with = Copy::start_beside(stand_in.api(), Some(TOKEN), &[]);
    let registered = stand_in.call("PUT", COMMANDS, 1);
    assert!(registered.body.as_array().unwrap().len() > 5);
    assert_eq!(with.ask(&ping()), json!({"type": 1}));
    with.stop();
    assert!(stand_in.calls().iter().all(|call| !call.path.starts_with("/gateway/") || call.method == "GET"));
    let without = Copy::start_beside(stand_in.api(), None, &[]);
    assert_eq!(without.ask(&ping()), json!({"type": 1}));
    without.stop();
    assert_eq!(stand_in.calls().iter().filter(|call| call.method == "PUT").count(), 1);
}

#[test]
fn a_bot_that_is_set_up_wrongly_says_so_in_one_line() {
    let (address, key) = (free_address().to_string(), public_key());
    let listen = ("VERBATIM_DISCORD__HTTP_LISTEN", address.as_str());
    let public = ("VERBATIM_DISCORD__PUBLIC_KEY", key.as_str());
    let stand_in = StandIn::start();
    let taken = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
    let taken = taken.local_addr().unwrap().to_string();
    for (token, settings, problem) in [
        (None, vec![listen], "discord.http_listen is set, but not discord.public_key"),
        (None, vec![("VERBATIM_DISCORD__GATEWAY", "false")], "nothing can come"),
        (None, vec![listen, public, ("VERBATIM_DISCORD__GATEWAY", "true")], "there is no bot token"),
        (None, vec![("VERBATIM_DISCORD__HTTP_LISTEN", taken.as_str()), public], "can't be listened on"),
        (Some("a-wrong-token"), vec![listen, public], "Discord refuses the token"),
    ] {
        let settings = [&settings[..], &[("VERBATIM_LOG__LEVEL", "off")]].concat();
        let ended = Bot::start_set(stand_in.api(), token, &settings).end();
        assert!(ended.code() == 1 && ended.output.is_empty(), "{settings:?}");
        assert!(ended.errors.lines().count() == 1 && ended.errors.contains(problem), "{}", ended.errors);
    }
}

#[test]
fn metrics_count_what_was_done_and_hold_nobodys_words() {
    let copy = Copy::start();
    let question = slash("ask", &[("question", "where is zanzibar mentioned?")]);
    let mut again = question.clone();
    again["id"] = json!(new_id());
    copy.ask(&question);
    copy.ask(&again);
    copy.ask(&slash("zanzibar", &[("zanzibar", "zanzibar")]));
    copy.ask(&typing("said", "speaker", "zanzibar"));
    copy.status(&Request::forged(&question));
    let scraped = Request::get("/metrics").send(copy.watched);
    assert!(scraped.status == 200 && scraped.head.contains("text/plain; version=0.0.4"), "{}", scraped.head);
    assert!(!scraped.body.contains("zanzibar"), "{}", scraped.body);
    for line in scraped.body.lines().filter(|line| !line.starts_with('#')) {
        let (name, value) = line.rsplit_once(' ').unwrap();
        assert!(name.starts_with("verbatim_") && value.parse::<f64>().is_ok(), "{line}");
    }
    for (sample, count) in [
        ("verbatim_commands_total{command=\"ask\",outcome=\"not_in_story\"}", 2.0),
        ("verbatim_command_seconds_count{command=\"ask\"}", 2.0),
        ("verbatim_answers_total{from=\"engine\"}", 1.0),
        ("verbatim_answers_total{from=\"memory\"}", 1.0),
        ("verbatim_interactions_total{kind=\"slash\",way=\"http\"}", 3.0),
        ("verbatim_interactions_total{kind=\"autocomplete\",way=\"http\"}", 1.0),
        ("verbatim_interaction_seconds_count{way=\"http\"}", 4.0),
        ("verbatim_http_refused_total{reason=\"signature\"}", 1.0),
        ("verbatim_stories", 1.0),
    ] {
        assert_eq!(copy.metric(sample), Some(count), "{sample}\n{}", scraped.body);
    }
    copy.stop();
}

#[test]
fn a_bot_is_ready_once_it_is_connected_and_alive_before() {
    let watched = free_address();
    let settings = [("VERBATIM_METRICS__LISTEN", watched.to_string())];
    let settings = settings.each_ref().map(|(name, value)| (*name, value.as_str()));
    let unconnected = Bot::start_set(NOWHERE, Some(TOKEN), &settings);
    assert_eq!(Request::get("/healthz").send(watched).body, "alive\n");
    let readiness = Request::get("/readyz").send(watched);
    assert!(readiness.status == 503 && readiness.body.lines().count() == 1, "{readiness:?}");
    assert_eq!(unconnected.stop().code(), 0);

    let stand_in = StandIn::start();
    let connected = Bot::start_set(stand_in.api(), Some(TOKEN), &settings);
    assert_eq!(wait_until_ready(watched).body, "ready\n");
    let metrics = Request::get("/metrics").send(watched).body;
    for sample in
        ["verbatim_shards 1", "verbatim_shards_connected 1", "verbatim_gateway_sessions_total{began=\"new\"} 1"]
    {
        assert!(metrics.lines().any(|line| line == sample), "{sample}\n{metrics}");
    }
    assert_eq!(connected.stop().code(), 0);
}

#[test]
fn what_discord_does_not_take_is_counted_by_its_reason() {
    let (stand_in, watched) = (StandIn::start(), free_address());
    let listen = watched.to_string();
    let bot = Bot::start_set(stand_in.api(), Some(TOKEN), &[("VERBATIM_METRICS__LISTEN", &listen)]);
    stand_in.call("PUT", COMMANDS, 1);
    for refusal in [
        Refusal::error("POST", CALLBACK, 404, 10_062),
        Refusal::error("POST", CALLBACK, 400, 40_060),
        Refusal::error("POST", CALLBACK, 400, 50_035),
    ] {
        stand_in.refuse(refusal);
        stand_in.ask(slash("figures", &[]));
    }
    stand_in.refuse(Refusal::too_many("POST", CALLBACK, "0.1"));
    let limited = slash("figures", &[]);
    let path = format!("{CALLBACK}{}/", limited["id"].as_str().unwrap());
    stand_in.send(limited);
    stand_in.call("POST", &path, 2);
    stand_in.order(Order::Reconnect);
    assert!(matches!(stand_in.handshake(2), Handshake::Resume));
    stand_in.ask_until_answered(slash("figures", &[]));
    assert_eq!(wait_until_ready(watched).status, 200);
    let metrics = Request::get("/metrics").send(watched).body;
    for sample in [
        "verbatim_undelivered_total{reason=\"late\"} 1",
        "verbatim_undelivered_total{reason=\"twice\"} 1",
        "verbatim_undelivered_total{reason=\"refused\"} 1",
        "verbatim_rate_limits_total 1",
        "verbatim_gateway_sessions_total{began=\"new\"} 1",
        "verbatim_gateway_sessions_total{began=\"resumed\"} 1",
    ] {
        assert!(metrics.lines().any(|line| line == sample), "{sample}\n{metrics}");
    }
    assert_eq!(bot.stop().code(), 0);
}

#[test]
fn a_process_connects_its_own_shards_and_only_the_first_registers() {
    let stand_in = StandIn::start();
    let shards = |range| Bot::start_set(stand_in.api(), Some(TOKEN), &[("VERBATIM_DISCORD__SHARDS", range)]);
    let shard = |count| match stand_in.handshake(count) {
        Handshake::Identify { shard, .. } => shard,
        Handshake::Resume => panic!("RESUME at the start"),
    };
    let later = shards("2-3/8");
    assert_eq!([shard(1), shard(2)], [json!([2, 8]), json!([3, 8])]);
    assert_eq!(later.stop().code(), 0);
    assert!(stand_in.calls().iter().all(|call| call.method != "PUT"), "a process without shard 0 registered");
    let first = shards("0/8");
    assert_eq!(shard(3), json!([0, 8]));
    stand_in.call("PUT", COMMANDS, 1);
    assert_eq!(first.stop().code(), 0);
}
