//! Files that come with a slash command and with its reply: a draft is fetched from Discord, and what is too long for a
//! message goes back as a file that only the asker sees.

use std::io::{Read, Write};
use std::net::TcpListener;

use serde_json::{Value, json};

use super::{Copy, description};
use crate::discord::judge;
use crate::discord::multipart::{self, Body};
use crate::discord::stand_in::payloads::{new_id, slash};
use crate::http::signed::Request;

const DRAFT: &str = "China produces about 79% of the world's rare earths.\n";

/// Serves these bytes to everybody who asks, as Discord's storage does; its address.
fn storage(bytes: &'static [u8]) -> String {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let address = listener.local_addr().unwrap();
    std::thread::spawn(move || {
        for stream in listener.incoming() {
            let mut stream = stream.unwrap();
            let mut request = [0; 2048];
            let _ = stream.read(&mut request);
            let head = format!("HTTP/1.1 200 OK\r\nContent-Length: {}\r\nConnection: close\r\n\r\n", bytes.len());
            let _ = stream.write_all(&[head.as_bytes(), bytes].concat());
        }
    });
    format!("http://{address}/draft.txt")
}

/// `/check` with a file of this size at an address.
fn check_draft(url: &str, size: usize, format: Option<&str>) -> Value {
    let mut interaction = slash("check", &[]);
    let id = new_id();
    let mut options = vec![json!({"name": "draft", "type": 11, "value": id})];
    options.extend(format.map(|format| json!({"name": "format", "type": 3, "value": format})));
    interaction["data"]["options"] = json!(options);
    let attachment = json!({"id": id, "filename": "draft.txt", "size": size, "url": url, "proxy_url": url});
    interaction["data"]["resolved"] = json!({"attachments": {id: attachment}});
    interaction
}

/// The reply with its file, which Discord would take and show to the asker alone.
fn asked(copy: &Copy, interaction: &Value) -> Body {
    let response = Request::interaction(interaction).send(copy.address);
    let content_type = response.head.lines().find_map(|line| line.strip_prefix("content-type: ")).unwrap();
    let body = multipart::read(content_type, &response.content).expect("a reply with a file");
    assert!(body.faults.is_empty(), "{:?}", body.faults);
    let faults = judge::faults("POST", "/interactions/1/token/callback", &body.payload);
    assert!(faults.is_empty(), "{faults:#?}");
    assert_eq!(body.payload["data"]["flags"], 64, "{:#}", body.payload);
    body
}

fn text(body: &Body) -> &str {
    std::str::from_utf8(&body.files[0].1).unwrap()
}

#[test]
fn a_draft_given_as_a_file_comes_back_as_a_page_or_a_table_for_the_asker_alone() {
    let copy = Copy::start();
    let url = storage(DRAFT.as_bytes());
    let page = asked(&copy, &check_draft(&url, DRAFT.len(), None));
    assert!(description(&page.payload).contains("1 against the story"), "{:#}", page.payload);
    assert_eq!(page.files[0].0, "draft.html");
    assert!(text(&page).starts_with("<!DOCTYPE html>") && text(&page).contains("79%"));
    let table = asked(&copy, &check_draft(&url, DRAFT.len(), Some("csv")));
    assert!(text(&table).contains("figure,contradicted,wrong,about 79%"), "{}", text(&table));
    let too_long = copy.ask(&check_draft(&url, 1 << 30, None));
    assert!(description(&too_long).contains("longer than"), "{too_long:#}");
    let gone = copy.ask(&check_draft("http://127.0.0.1:1/draft.txt", DRAFT.len(), None));
    assert!(description(&gone).contains("Sorry"), "{gone:#}");
    copy.stop();
}

#[test]
fn a_checklist_and_exported_data_come_as_files() {
    let copy = Copy::start();
    let list = asked(&copy, &slash("checklist", &[]));
    assert!(text(&list).contains("- [ ] name: "), "{}", text(&list));
    let exported = asked(&copy, &slash("export", &[("format", "jsonld")]));
    let page: Value = serde_json::from_str(text(&exported)).unwrap();
    assert_eq!(page["type"], "AnnotationPage");
    copy.stop();
}
