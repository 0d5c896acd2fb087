//! What has been done, in numbers that Prometheus reads. A label is a word of the program's own or a shard's number: never
//! what somebody typed, and never without bound.

use std::sync::atomic::AtomicU64;
use std::time::Duration;

use prometheus_client::encoding::prometheus_text;
use prometheus_client::metrics::counter::Counter;
use prometheus_client::metrics::family::Family;
use prometheus_client::metrics::gauge::Gauge;
use prometheus_client::metrics::histogram::Histogram;
use prometheus_client::registry::{Metric, Registry};

/// The media type of `Metrics::text`.
pub const CONTENT_TYPE: &str = prometheus_text::CONTENT_TYPE;

/// How many labels a family has, each a name and a word.
type Labels<const N: usize> = [(&'static str, &'static str); N];
type Counters<const N: usize> = Family<Labels<N>, Counter>;
type Histograms<const N: usize> = Family<Labels<N>, Histogram, fn() -> Histogram>;
type Seconds = Gauge<f64, AtomicU64>;

/// What has been done so far.
pub struct Metrics {
    registry: Registry,
    commands: Counters<2>,
    command_seconds: Histograms<1>,
    answers: Counters<1>,
    interactions: Counters<2>,
    interaction_seconds: Histograms<1>,
    undelivered: Counters<1>,
    refused: Counters<1>,
    limited: Counter,
    sessions: Counters<1>,
    shards: Gauge,
    connected: Gauge,
    heartbeats: Family<[(&'static str, u32); 1], Seconds>,
    stories: Gauge,
}

/// Where an answer to a question came from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Origin {
    /// It was worked out.
    Engine,
    /// It was given before.
    Memory,
}

/// How an interaction came.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Way {
    /// Over the gateway.
    Gateway,
    /// Over HTTP.
    Http,
}

/// How a gateway session began.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Beginning {
    /// As a new one.
    New,
    /// As one taken up again.
    Resumed,
}

impl Metrics {
    /// A command was run.
    pub fn ran(&self, command: &'static str, outcome: &'static str, took: Duration) {
        self.commands.get_or_create(&[("command", command), ("outcome", outcome)]).inc();
        self.command_seconds.get_or_create(&[("command", command)]).observe(took.as_secs_f64());
    }

    /// A question was answered.
    pub fn answered(&self, origin: Origin) {
        self.answers.get_or_create(&[("from", origin.word())]).inc();
    }

    /// An interaction of a kind was dealt with, from its coming until its callback was there.
    pub fn interacted(&self, kind: &'static str, way: Way, took: Duration) {
        self.interactions.get_or_create(&[("kind", kind), ("way", way.word())]).inc();
        self.interaction_seconds.get_or_create(&[("way", way.word())]).observe(took.as_secs_f64());
    }

    /// Discord didn't take a callback or a message.
    pub fn undelivered(&self, reason: &'static str) {
        self.undelivered.get_or_create(&[("reason", reason)]).inc();
    }

    /// A request to the interactions endpoint was refused.
    pub fn refused(&self, reason: &'static str) {
        self.refused.get_or_create(&[("reason", reason)]).inc();
    }

    /// Discord, or its limits as they are known, made a call wait.
    pub fn limited(&self) {
        self.limited.inc();
    }

    /// A gateway session began.
    pub fn session(&self, beginning: Beginning) {
        self.sessions.get_or_create(&[("began", beginning.word())]).inc();
    }

    /// How many shards this process has, and how many of them are connected.
    pub fn set_shards(&self, all: usize, connected: usize) {
        self.shards.set(all.try_into().unwrap_or(i64::MAX));
        self.connected.set(connected.try_into().unwrap_or(i64::MAX));
    }

    /// How long Discord took to acknowledge a shard's last heartbeat.
    pub fn set_heartbeat(&self, shard: u32, latency: Duration) {
        self.heartbeats.get_or_create(&[("shard", shard)]).set(latency.as_secs_f64());
    }

    /// How many stories the library holds.
    pub fn set_stories(&self, count: usize) {
        self.stories.set(count.try_into().unwrap_or(i64::MAX));
    }

    /// All of it in Prometheus's text format.
    pub fn text(&self) -> String {
        let mut text = String::new();
        // Writing to a string doesn't fail.
        let _ = prometheus_text::encode(&mut text, &self.registry);
        text
    }
}

impl Default for Metrics {
    fn default() -> Self {
        let mut registry = Registry::with_prefix("verbatim");
        let version = [("version".into(), env!("CARGO_PKG_VERSION").into())];
        let build: Gauge =
            added(registry.sub_registry_with_labels(version.into_iter()), "build_info", "Is 1", Gauge::default());
        build.set(1);
        let mut add = Adding(&mut registry);
        let metrics = Self {
            commands: add.counters("commands", "Commands run, by name and outcome"),
            command_seconds: add.histograms("command_seconds", "How long commands ran"),
            answers: add.counters("answers", "Questions answered, from memory or by the engine"),
            interactions: add.counters("interactions", "Interactions dealt with, by kind and way"),
            interaction_seconds: add.histograms("interaction_seconds", "From an interaction's coming to its callback"),
            undelivered: add.counters("undelivered", "Callbacks and messages that Discord didn't take"),
            refused: add.counters("http_refused", "Requests to the interactions endpoint that were refused"),
            limited: add.metric("rate_limits", "Calls that a rate limit made wait"),
            sessions: add.counters("gateway_sessions", "Gateway sessions begun, new or resumed"),
            shards: add.metric("shards", "Shards of this process"),
            connected: add.metric("shards_connected", "Shards of this process that are connected"),
            heartbeats: add.metric("heartbeat_seconds", "How long the last heartbeat took, by shard"),
            stories: add.metric("stories", "Stories of the library"),
            registry: Registry::default(),
        };
        Self { registry, ..metrics }
    }
}

/// Registers what is then counted.
struct Adding<'r>(&'r mut Registry);

impl Adding<'_> {
    fn metric<M: Metric + Clone + Default>(&mut self, name: &str, help: &str) -> M {
        added(self.0, name, help, M::default())
    }

    fn counters<const N: usize>(&mut self, name: &str, help: &str) -> Counters<N> {
        self.metric(name, help)
    }

    fn histograms<const N: usize>(&mut self, name: &str, help: &str) -> Histograms<N> {
        added(self.0, name, help, Family::new_with_constructor(|| Histogram::new(BOUNDS)))
    }
}

/// Bounds of what is timed, in seconds; Discord waits three.
const BOUNDS: [f64; 13] = [0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.0, 3.0];

fn added<M: Metric + Clone>(registry: &mut Registry, name: &str, help: &str, metric: M) -> M {
    registry.register(name, help, metric.clone());
    metric
}

impl Origin {
    fn word(self) -> &'static str {
        match self {
            Self::Engine => "engine",
            Self::Memory => "memory",
        }
    }
}

impl Way {
    fn word(self) -> &'static str {
        match self {
            Self::Gateway => "gateway",
            Self::Http => "http",
        }
    }
}

impl Beginning {
    fn word(self) -> &'static str {
        match self {
            Self::New => "new",
            Self::Resumed => "resumed",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_counted_stands_in_the_text() {
        let metrics = Metrics::default();
        metrics.ran("ask", "answered", Duration::from_millis(2));
        metrics.ran("ask", "answered", Duration::from_millis(20));
        metrics.answered(Origin::Memory);
        metrics.interacted("slash", Way::Http, Duration::from_secs(4));
        metrics.undelivered("late");
        metrics.refused("signature");
        metrics.limited();
        metrics.session(Beginning::Resumed);
        metrics.set_shards(4, 3);
        metrics.set_heartbeat(2, Duration::from_millis(125));
        metrics.set_stories(7);
        let text = metrics.text();
        let samples: Vec<_> = text.lines().filter(|line| !line.starts_with('#') && !line.contains("_bucket")).collect();
        insta::assert_snapshot!(samples.join("\n"), @r#"
        verbatim_commands_total{command="ask",outcome="answered"} 2
        verbatim_command_seconds_sum{command="ask"} 0.022
        verbatim_command_seconds_count{command="ask"} 2
        verbatim_answers_total{from="memory"} 1
        verbatim_interactions_total{kind="slash",way="http"} 1
        verbatim_interaction_seconds_sum{way="http"} 4.0
        verbatim_interaction_seconds_count{way="http"} 1
        verbatim_undelivered_total{reason="late"} 1
        verbatim_http_refused_total{reason="signature"} 1
        verbatim_rate_limits_total 1
        verbatim_gateway_sessions_total{began="resumed"} 1
        verbatim_shards 4
        verbatim_shards_connected 3
        verbatim_heartbeat_seconds{shard="2"} 0.125
        verbatim_stories 7
        verbatim_build_info{version="0.1.0"} 1
        "#);
    }
}
