//! Metrics and health over HTTP, for Prometheus, load balancers and service managers: `/metrics`, `/healthz`, `/readyz`.

use std::sync::Arc;
use std::time::{Duration, Instant};

use axum::Router;
use axum::extract::State;
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use tokio::net::TcpListener;
use tokio::sync::Mutex;

use super::standing::Standing;
use crate::context::Context;
use crate::metrics::CONTENT_TYPE;
use crate::render::words;

/// What is looked at.
pub struct Watched {
    context: Arc<Context>,
    standing: Arc<Standing>,
    /// When the stories were last counted: a large library isn't read for every look.
    counted: Mutex<Option<Instant>>,
}

/// How long a count of the stories holds.
const COUNT_HOLDS: Duration = Duration::from_secs(60);

impl Watched {
    /// A bot that works with this context.
    pub fn new(context: Arc<Context>, standing: Arc<Standing>) -> Self {
        Self { context, standing, counted: Mutex::new(None) }
    }

    /// Answers as long as the process lives.
    pub async fn serve(self, listener: TcpListener) {
        let router = Router::new()
            .route("/metrics", get(metrics))
            .route("/healthz", get(|| async { words::ALIVE }))
            .route("/readyz", get(readiness))
            .with_state(Arc::new(self));
        if let Err(error) = axum::serve(listener, router).await {
            tracing::error!(%error, "metrics are served no more");
        }
    }

    async fn count_stories(&self) {
        let mut counted = self.counted.lock().await;
        let is_recent = counted.is_some_and(|at| at.elapsed() < COUNT_HOLDS);
        if is_recent || !self.standing.has_library() {
            return;
        }
        let context = Arc::clone(&self.context);
        let count =
            move || context.library().ok().and_then(|library| library.list().ok()).map(|list| list.stories.len());
        if let Ok(Some(count)) = tokio::task::spawn_blocking(count).await {
            self.context.metrics.set_stories(count);
            *counted = Some(Instant::now());
        }
    }
}

async fn metrics(State(watched): State<Arc<Watched>>) -> Response {
    watched.count_stories().await;
    watched.standing.measure(&watched.context.metrics).await;
    ([(header::CONTENT_TYPE, CONTENT_TYPE)], watched.context.metrics.text()).into_response()
}

async fn readiness(State(watched): State<Arc<Watched>>) -> Response {
    match watched.standing.check().await {
        Ok(()) => words::READY.into_response(),
        Err(waiting) => (StatusCode::SERVICE_UNAVAILABLE, words::waiting(waiting)).into_response(),
    }
}
