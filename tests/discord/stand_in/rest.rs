//! The stand-in's REST API: one handler that keeps the call, refuses it if so told, and answers as Discord does.

use std::sync::Arc;

use axum::Router;
use axum::body::Bytes;
use axum::extract::State;
use axum::http::{HeaderMap, Method, StatusCode, Uri, header};
use axum::response::{IntoResponse, Response};
use axum::serve::ListenerExt;
use serde_json::{Value, json};
use tokio::net::TcpListener;

use super::{Shared, TOKEN, payloads};
use crate::discord::{judge, multipart};

/// A call that the bot made.
#[derive(Clone, Debug)]
pub struct Call {
    /// Its method.
    pub method: String,
    /// Its path, without `/api/v10` and what follows `?`.
    pub path: String,
    /// Its body; null where it has none.
    pub body: Value,
    /// The files that come with it, by their names.
    pub files: Vec<(String, Vec<u8>)>,
    /// Why Discord would refuse the body.
    pub faults: Vec<String>,
}

/// An answer that is an error, given once to the first call that fits.
pub struct Refusal {
    /// The method it is for.
    pub method: &'static str,
    /// How the path begins.
    pub beginning: &'static str,
    /// The status.
    pub status: u16,
    /// The body.
    pub body: Value,
    /// The seconds to wait, for a 429.
    pub retry_after: Option<&'static str>,
}

impl Refusal {
    /// A server's failure.
    pub fn failure(method: &'static str, beginning: &'static str) -> Self {
        Self {
            method,
            beginning,
            status: 500,
            body: json!({"message": "500: Internal Server Error", "code": 0}),
            retry_after: None,
        }
    }

    /// Too many calls. The body has no `code`, as in Discord's documentation of it.
    pub fn too_many(method: &'static str, beginning: &'static str, retry_after: &'static str) -> Self {
        let seconds: f64 = retry_after.parse().unwrap();
        let body = json!({"message": "You are being rate limited.", "retry_after": seconds, "global": false});
        Self { method, beginning, status: 429, body, retry_after: Some(retry_after) }
    }

    /// An error of Discord's own numbering.
    pub fn error(method: &'static str, beginning: &'static str, status: u16, code: u32) -> Self {
        Self { method, beginning, status, body: json!({"message": "an error", "code": code}), retry_after: None }
    }
}

#[derive(Clone)]
struct Api {
    shared: Arc<Shared>,
    gateway_url: Arc<str>,
}

/// Answers calls for as long as the runtime lives.
pub async fn serve(listener: TcpListener, shared: Arc<Shared>, gateway_url: String) {
    let api = Api { shared, gateway_url: gateway_url.into() };
    let router = Router::new().fallback(answer).with_state(api);
    let listener = listener.tap_io(|stream| stream.set_nodelay(true).unwrap());
    axum::serve(listener, router).await.unwrap();
}

async fn answer(State(api): State<Api>, method: Method, uri: Uri, headers: HeaderMap, body: Bytes) -> Response {
    let path = uri.path().strip_prefix("/api/v10").unwrap_or(uri.path()).to_owned();
    let content_type = headers.get(header::CONTENT_TYPE).and_then(|value| value.to_str().ok()).unwrap_or_default();
    let with_files = multipart::read(content_type, &body);
    let multipart::Body { payload: body, files, mut faults } = with_files.unwrap_or_else(|| multipart::Body {
        payload: serde_json::from_slice(&body).unwrap_or(Value::Null),
        ..multipart::Body::default()
    });
    if !body.is_null() {
        faults.extend(judge::faults(method.as_str(), &path, &body));
    }
    let call = Call { method: method.to_string(), path, body, files, faults };
    let refusal = refusal(&api.shared, &call);
    let mut response = match refusal {
        Some(refusal) => refusal,
        None if !is_authorized(&headers, &call.path) => error(StatusCode::UNAUTHORIZED, "401: Unauthorized", 0),
        None if !call.faults.is_empty() => error(StatusCode::BAD_REQUEST, "Invalid Form Body", 50035),
        None => usual_answer(&api, &call),
    };
    let date = api.shared.with(|record| {
        record.calls.push(call);
        record.date
    });
    if let Some(date) = date {
        response.headers_mut().insert(header::DATE, date.parse().unwrap());
    }
    response
}

fn refusal(shared: &Shared, call: &Call) -> Option<Response> {
    shared.with(|record| {
        let fits = |refusal: &Refusal| refusal.method == call.method && call.path.starts_with(refusal.beginning);
        let refusal = record.refusals.remove(record.refusals.iter().position(fits)?);
        let status = StatusCode::from_u16(refusal.status).unwrap();
        let mut response = (status, axum::Json(refusal.body)).into_response();
        if let Some(seconds) = refusal.retry_after {
            response.headers_mut().insert(header::RETRY_AFTER, seconds.parse().unwrap());
        }
        Some(response)
    })
}

/// A callback carries its token in the path; everything else carries the bot's.
fn is_authorized(headers: &HeaderMap, path: &str) -> bool {
    path.starts_with("/interactions/")
        || path.starts_with("/webhooks/")
        || headers.get(header::AUTHORIZATION).is_some_and(|token| *token == format!("Bot {TOKEN}"))
}

fn error(status: StatusCode, message: &str, code: u32) -> Response {
    (status, axum::Json(json!({"message": message, "code": code}))).into_response()
}

fn usual_answer(api: &Api, call: &Call) -> Response {
    let parts: Vec<&str> = call.path.trim_start_matches('/').split('/').collect();
    let answer = match (call.method.as_str(), parts.as_slice()) {
        ("GET", ["users", "@me"]) => payloads::bot_user(),
        ("GET", ["oauth2", "applications", "@me"]) => payloads::application(),
        ("GET", ["gateway"]) => json!({"url": &*api.gateway_url}),
        ("GET", ["gateway", "bot"]) => payloads::gateway_bot(&api.gateway_url),
        ("PUT", ["applications", _, "commands"]) => payloads::registered(&call.body),
        ("POST", ["channels", channel, "messages"]) => payloads::message(channel, &call.body),
        ("POST", ["channels", channel, "messages", message, "threads"]) => payloads::thread(channel, message),
        ("PATCH", ["channels", channel, "messages", _]) => payloads::message(channel, &call.body),
        ("PUT", ["channels", _, "pins", _]) => return StatusCode::NO_CONTENT.into_response(),
        ("POST", ["users", "@me", "channels"]) => payloads::private_channel(),
        ("GET", ["webhooks", _, token, "messages", "@original"]) => {
            payloads::message(payloads::channel_of(token), &json!({}))
        }
        ("POST", ["interactions", id, _, "callback"]) => return callback(&api.shared, id),
        _ => return error(StatusCode::NOT_FOUND, "404: Not Found", 0),
    };
    axum::Json(answer).into_response()
}

/// One callback an interaction, and only to one that was sent.
fn callback(shared: &Shared, id: &str) -> Response {
    shared.with(|record| {
        if !record.sent.iter().any(|sent| sent == id) {
            return error(StatusCode::NOT_FOUND, "Unknown interaction", 10062);
        }
        if record.answered.iter().any(|answered| answered == id) {
            return error(StatusCode::BAD_REQUEST, "Interaction has already been acknowledged.", 40060);
        }
        record.answered.push(id.to_owned());
        StatusCode::NO_CONTENT.into_response()
    })
}
