//! A callback as an HTTP response: JSON by itself, and beside its files as `multipart/form-data` (RFC 7578), in the parts
//! that Discord names: `payload_json`, then `files[0]` and so on.

use axum::http::header;
use axum::response::{IntoResponse, Response};
use serde_json::json;

use crate::discord::callback::Callback;

/// The response that holds a callback.
pub fn response(callback: &Callback) -> Response {
    if callback.files().is_empty() {
        return axum::Json(callback).into_response();
    }
    let boundary = boundary(callback);
    let media_type = format!("multipart/form-data; boundary={boundary}");
    ([(header::CONTENT_TYPE, media_type)], body(callback, &boundary)).into_response()
}

fn body(callback: &Callback, boundary: &str) -> Vec<u8> {
    let mut body = Vec::new();
    let mut part = |disposition: &str, media_type: &str, bytes: &[u8]| {
        let head = format!("--{boundary}\r\nContent-Disposition: form-data; {disposition}\r\n");
        body.extend_from_slice(head.as_bytes());
        body.extend_from_slice(format!("Content-Type: {media_type}\r\n\r\n").as_bytes());
        body.extend_from_slice(bytes);
        body.extend_from_slice(b"\r\n");
    };
    part("name=\"payload_json\"", "application/json", json!(callback).to_string().as_bytes());
    for (number, file) in callback.files().iter().enumerate() {
        let disposition = format!("name=\"files[{number}]\"; filename=\"{}\"", file.name);
        part(&disposition, file.media_type, &file.bytes);
    }
    body.extend_from_slice(format!("--{boundary}--\r\n").as_bytes());
    body
}

/// What no part of the body holds, so that it can stand between them.
fn boundary(callback: &Callback) -> String {
    let payload = json!(callback).to_string();
    let is_held = |boundary: &str| {
        let holds = |bytes: &[u8]| bytes.windows(boundary.len()).any(|window| window == boundary.as_bytes());
        holds(payload.as_bytes()) || callback.files().iter().any(|file| holds(&file.bytes))
    };
    let mut number = 0_u64;
    loop {
        let boundary = format!("verbatim-{number:016x}");
        if !is_held(&boundary) {
            return boundary;
        }
        number += 1;
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::render::chart::Picture;
    use crate::render::discord;

    #[test]
    fn no_boundary_is_taken_that_a_file_holds() {
        let first = format!("verbatim-{:016x}", 0);
        let picture = Picture { png: first.clone().into_bytes(), description: "A picture.".to_owned() };
        let callback = Callback::message(&discord::notice("Hello.").with_picture(picture));
        let boundary = boundary(&callback);
        assert_ne!(boundary, first);
        let body = String::from_utf8(body(&callback, &boundary)).unwrap();
        assert_eq!(body.matches(&format!("--{boundary}")).count(), 3, "{body}");
        assert!(body.contains("name=\"files[0]\"; filename=\"chart.png\"") && body.ends_with("--\r\n"), "{body}");
    }
}
