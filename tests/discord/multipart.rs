//! A body with files, as Discord reads it: `payload_json`, then `files[0]` and so on (RFC 7578). Anything else is a fault.

use serde_json::Value;

/// A body with files.
#[derive(Clone, Debug, Default)]
pub struct Body {
    /// The part that holds the rest as JSON.
    pub payload: Value,
    /// The files, by their names.
    pub files: Vec<(String, Vec<u8>)>,
    /// Why Discord would refuse it.
    pub faults: Vec<String>,
}

/// The body of a request or response; `None` where it isn't in parts.
pub fn read(content_type: &str, bytes: &[u8]) -> Option<Body> {
    let boundary = content_type.strip_prefix("multipart/form-data; boundary=")?;
    let mut body = Body::default();
    for (head, content) in parts(boundary, bytes) {
        let parameter = |name: &str| head.split(&format!("{name}=\"")).nth(1)?.split('"').next().map(str::to_owned);
        match parameter("; name").as_deref() {
            Some("payload_json") => body.payload = serde_json::from_slice(&content).unwrap(),
            Some(name) if name == format!("files[{}]", body.files.len()) => {
                body.files.push((parameter("; filename").unwrap_or_default(), content));
            }
            name => body.faults.push(format!("a part named {name:?}")),
        }
    }
    body.faults.extend(faults(&body));
    Some(body)
}

/// The head and the content of each part.
fn parts(boundary: &str, bytes: &[u8]) -> Vec<(String, Vec<u8>)> {
    let mark = format!("--{boundary}");
    let at = |from: usize, what: &[u8]| {
        bytes[from..].windows(what.len()).position(|found| found == what).map(|at| from + at)
    };
    let mut found = Vec::new();
    let mut start = at(0, mark.as_bytes()).unwrap() + mark.len();
    while bytes[start..].starts_with(b"\r\n") {
        let head_end = at(start, b"\r\n\r\n").unwrap();
        let end = at(head_end, format!("\r\n{mark}").as_bytes()).unwrap();
        let head = String::from_utf8(bytes[start..head_end].to_vec()).unwrap();
        found.push((head, bytes[head_end + 4..end].to_vec()));
        start = end + 2 + mark.len();
    }
    assert!(bytes[start..].starts_with(b"--"), "the last boundary closes the body");
    found
}

/// Every file is described, under its own name, and every picture that an embed shows is there.
fn faults(body: &Body) -> Vec<String> {
    let message = if body.payload["data"].is_object() { &body.payload["data"] } else { &body.payload };
    let described: Vec<&Value> = message["attachments"].as_array().into_iter().flatten().collect();
    let mut faults = Vec::new();
    if described.len() != body.files.len() {
        faults.push(format!("{} attachments for {} files", described.len(), body.files.len()));
    }
    for (number, (attachment, (name, _))) in described.iter().zip(&body.files).enumerate() {
        let is_its_own = attachment["id"] == number && attachment["filename"] == name.as_str();
        if !is_its_own {
            faults.push(format!("attachment {attachment} is of another file than {number}, {name}"));
        }
    }
    for embed in message["embeds"].as_array().into_iter().flatten() {
        let shown = embed["image"]["url"].as_str().and_then(|url| url.strip_prefix("attachment://"));
        if shown.is_some_and(|shown| body.files.iter().all(|(name, _)| name != shown)) {
            faults.push(format!("no file for {}", embed["image"]));
        }
    }
    faults
}

#[test]
fn a_file_without_its_description_or_a_picture_without_its_file_is_caught() {
    let body = |payload: &str, file: &str| {
        format!(
            "--x\r\nContent-Disposition: form-data; name=\"payload_json\"\r\n\r\n{payload}\r\n--x\r\n\
             Content-Disposition: form-data; name=\"files[0]\"; filename=\"{file}\"\r\n\r\nbytes\r\n--x--\r\n"
        )
    };
    let faults = |payload: &str, file: &str| {
        read("multipart/form-data; boundary=x", body(payload, file).as_bytes()).unwrap().faults.len()
    };
    let described =
        r#"{"attachments":[{"id":0,"filename":"a.png"}],"embeds":[{"image":{"url":"attachment://a.png"}}]}"#;
    assert_eq!(faults(described, "a.png"), 0);
    assert_eq!(faults(described, "b.png"), 2);
    assert_eq!(faults("{}", "a.png"), 1);
    assert!(read("application/json", b"{}").is_none());
}
