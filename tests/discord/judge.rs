//! Is a body one that Discord would take? Judged by Discord's own OpenAPI description, put right where it and Discord
//! differ, and by the limits that the description does not hold.

use std::collections::BTreeMap;
use std::sync::OnceLock;

use jsonschema::Validator;
use serde_json::{Value, json};

/// Why Discord would refuse a body; empty where it would take it.
pub fn faults(method: &str, path: &str, body: &Value) -> Vec<String> {
    let Some((template, validator)) = validator(method, path) else {
        return vec![format!("{method} {path} takes no body")];
    };
    let body = put_right(body.clone());
    let mut faults: Vec<String> =
        validator.iter_errors(&body).map(|error| format!("{}: {error}", error.instance_path())).collect();
    faults.extend(match template {
        COMMANDS => command_faults(&body),
        CALLBACK if body["type"] == json!(9) => form_faults(&body["data"]),
        CALLBACK => message_faults(&body["data"]),
        PRIVATE_CHANNELS | THREADS => Vec::new(),
        _ => message_faults(&body),
    });
    faults
}

const THREADS: &str = "/channels/{channel_id}/messages/{message_id}/threads";
const PRIVATE_CHANNELS: &str = "/users/@me/channels";
const COMMANDS: &str = "/applications/{application_id}/commands";
const CALLBACK: &str = "/interactions/{interaction_id}/{interaction_token}/callback";

/// The validators by method and path template, compiled once: the description is large.
fn validators() -> &'static BTreeMap<(String, String), Validator> {
    static VALIDATORS: OnceLock<BTreeMap<(String, String), Validator>> = OnceLock::new();
    VALIDATORS.get_or_init(|| {
        let mut description: Value = serde_json::from_str(include_str!("openapi.json")).unwrap();
        let mut schemas = description["components"]["schemas"].take();
        close_objects(&mut schemas);
        correct(&mut schemas);
        let names = schemas.clone();
        name_the_errors(&mut schemas, &names);
        let mut validators = BTreeMap::new();
        for (path, operations) in description["paths"].as_object().unwrap() {
            for (method, operation) in operations.as_object().unwrap() {
                let mut schema = operation["requestBody"]["content"]["application/json"]["schema"].clone();
                name_the_errors(&mut schema, &names);
                let root = json!({"$schema": "https://json-schema.org/draft/2020-12/schema", "allOf": [schema],
                    "components": {"schemas": schemas}});
                let validator = jsonschema::validator_for(&root).unwrap();
                validators.insert((method.to_uppercase(), path.clone()), validator);
            }
        }
        validators
    })
}

/// The validator of an operation; of two templates that fit, the one with more literal segments.
fn validator(method: &str, path: &str) -> Option<(&'static str, &'static Validator)> {
    let literal = |template: &str| template.split('/').filter(|part| !part.starts_with('{')).count();
    let fitting = validators().iter().filter(|((verb, template), _)| verb == method && fits(template, path));
    let ((_, template), validator) = fitting.max_by_key(|((_, template), _)| literal(template))?;
    Some((template.as_str(), validator))
}

fn fits(template: &str, path: &str) -> bool {
    let (template, path): (Vec<_>, Vec<_>) = (template.split('/').collect(), path.split('/').collect());
    template.len() == path.len()
        && template.iter().zip(path).all(|(part, given)| part.starts_with('{') || *part == given)
}

/// The description says nothing of further properties, so that a misspelt one would pass.
fn close_objects(schemas: &mut Value) {
    for schema in schemas.as_object_mut().unwrap().values_mut() {
        if schema.get("properties").is_some() && schema.get("additionalProperties").is_none() {
            schema["additionalProperties"] = json!(false);
        }
    }
}

/// Where the description and the documentation differ, the documentation is right.
fn correct(schemas: &mut Value) {
    let command = &mut schemas["ApplicationCommandUpdateRequest"]["properties"];
    command["nsfw"] = json!({"type": "boolean"});
    command["default_member_permissions"] = json!({"type": ["string", "null"], "pattern": "^[0-9]+$"});
    for schema in schemas.as_object_mut().unwrap().values_mut() {
        if let Some(content) = schema.pointer_mut("/properties/content") {
            content["maxLength"] = json!(2000);
        }
    }
    schemas["ApplicationCommandOptionStringChoice"]["properties"]["value"]["maxLength"] = json!(100);
}

/// A union reports only "not valid under any"; written as conditions, its errors name the field.
fn name_the_errors(schema: &mut Value, names: &Value) {
    match schema {
        Value::Array(items) => items.iter_mut().for_each(|item| name_the_errors(item, names)),
        Value::Object(object) => {
            object.values_mut().for_each(|value| name_the_errors(value, names));
            for union in ["oneOf", "anyOf"] {
                let Some(conditions) = object.get(union).and_then(|members| conditions(members, names)) else {
                    continue;
                };
                object.remove(union);
                object.extend(conditions);
            }
        }
        _ => {}
    }
}

fn conditions(members: &Value, names: &Value) -> Option<serde_json::Map<String, Value>> {
    let members = members.as_array()?;
    if let [first, second] = members.as_slice()
        && first == &json!({"type": "null"})
    {
        return json!({"if": first, "else": second}).as_object().cloned();
    }
    let kinds: Option<Vec<&Value>> = members.iter().map(|member| kinds_of(member, names)).collect();
    let kinds = kinds?;
    let all: Vec<&Value> = kinds.iter().flat_map(|kinds| kinds.as_array().unwrap()).collect();
    let each = members.iter().zip(&kinds).map(|(member, kinds)| {
        json!({"if": {"properties": {"type": {"enum": kinds}}, "required": ["type"]}, "then": member})
    });
    let each: Vec<Value> = each.collect();
    json!({"required": ["type"], "properties": {"type": {"enum": all}}, "allOf": each}).as_object().cloned()
}

/// The values that `type` may have in one member of a union.
fn kinds_of<'n>(member: &Value, names: &'n Value) -> Option<&'n Value> {
    let name = member["$ref"].as_str()?.rsplit('/').next()?;
    let kind = &names[name]["properties"]["type"];
    let kind = match kind["$ref"].as_str() {
        Some(reference) => &names[reference.rsplit('/').next()?],
        None => kind,
    };
    kind.get("enum").filter(|values| values.is_array())
}

/// serenity sends every member of a command option, those that do not belong to its kind empty; and numbers where the
/// description has strings.
fn put_right(mut body: Value) -> Value {
    drop_empty_options(&mut body);
    for message in ["", "/data"] {
        if let Some(attachments) = body.pointer_mut(&format!("{message}/attachments")).and_then(Value::as_array_mut) {
            attachments.iter_mut().for_each(|attachment| attachment["id"] = json!(attachment["id"].to_string()));
        }
    }
    body
}

fn drop_empty_options(value: &mut Value) {
    match value {
        Value::Array(items) => items.iter_mut().for_each(drop_empty_options),
        Value::Object(object) => {
            if let Some(Value::Array(options)) = object.get_mut("options") {
                for option in options.iter_mut().filter_map(Value::as_object_mut) {
                    option.retain(|key, value| key == "required" || !is_empty(value));
                }
            }
            object.values_mut().for_each(drop_empty_options);
        }
        _ => {}
    }
}

fn is_empty(value: &Value) -> bool {
    match value {
        Value::Null | Value::Bool(false) => true,
        Value::Array(items) => items.is_empty(),
        Value::Object(members) => members.is_empty(),
        Value::Bool(true) | Value::Number(_) | Value::String(_) => false,
    }
}

/// Limits of a message that the description does not hold.
fn message_faults(message: &Value) -> Vec<String> {
    let mut faults = Vec::new();
    let list = |name: &str| message[name].as_array().cloned().unwrap_or_default();
    let embeds = list("embeds");
    let length: usize = embeds.iter().map(embed_length).sum();
    if length > 6000 {
        faults.push(format!("/embeds: {length} characters together; at most 6000"));
    }
    for field in embeds.iter().filter_map(|embed| embed["fields"].as_array()).flatten() {
        if field["name"] == "" || field["value"] == "" {
            faults.push("/embeds/fields: a field's name and value are not empty".to_owned());
        }
    }
    if message["allowed_mentions"]["parse"] != json!([]) && message.get("choices").is_none() && !message.is_null() {
        faults.push("/allowed_mentions: somebody could be pinged".to_owned());
    }
    let rows = list("components");
    let identifiers: Vec<&Value> = rows.iter().filter_map(|row| row["components"].as_array()).flatten().collect();
    let mut seen: Vec<&str> = identifiers.iter().filter_map(|component| component["custom_id"].as_str()).collect();
    seen.sort_unstable();
    if seen.windows(2).any(|pair| pair[0] == pair[1]) || rows.len() > 5 {
        faults.push("/components: two of one id, or more than five rows".to_owned());
    }
    let has_content = message["content"].as_str().is_some_and(|content| !content.is_empty());
    let is_message = !message.is_null() && message.get("choices").is_none();
    if is_message && !has_content && embeds.is_empty() && rows.is_empty() {
        faults.push("an empty message (50006)".to_owned());
    }
    faults
}

/// Limits of a form that the description does not hold: five rows, each of one field with a label, none twice.
fn form_faults(form: &Value) -> Vec<String> {
    let rows = form["components"].as_array().cloned().unwrap_or_default();
    let fields: Vec<Value> = rows.iter().filter_map(|row| row["components"].as_array()).flatten().cloned().collect();
    let mut names: Vec<&str> = fields.iter().filter_map(|field| field["custom_id"].as_str()).collect();
    names.sort_unstable();
    let is_twice = names.windows(2).any(|pair| pair[0] == pair[1]);
    let has_labels = fields.iter().all(|field| field["label"].as_str().is_some_and(|label| !label.is_empty()));
    if rows.len() > 5 || fields.len() != rows.len() || is_twice || !has_labels {
        return vec!["/data/components: a form has up to five rows of one labelled field each".to_owned()];
    }
    Vec::new()
}

fn embed_length(embed: &Value) -> usize {
    let count = |pointer: &str| embed.pointer(pointer).and_then(Value::as_str).map_or(0, |text| text.chars().count());
    let fields = embed["fields"].as_array().into_iter().flatten();
    let fields: usize = fields
        .flat_map(|field| [&field["name"], &field["value"]])
        .filter_map(Value::as_str)
        .map(|text| text.chars().count())
        .sum();
    count("/title") + count("/description") + count("/footer/text") + count("/author/name") + fields
}

/// Limits of slash commands that the description does not hold.
fn command_faults(commands: &Value) -> Vec<String> {
    let mut faults = Vec::new();
    let commands = commands.as_array().cloned().unwrap_or_default();
    let slash = commands.iter().filter(|command| command["type"].as_u64().unwrap_or(1) == 1).count();
    if slash > 100 || commands.len() - slash > 30 {
        faults.push("more than 100 slash commands, or than 15 of each menu".to_owned());
    }
    for command in &commands {
        let name = &command["name"];
        if command["type"].as_u64().unwrap_or(1) != 1 {
            faults.extend(menu_faults(command));
            continue;
        }
        if characters(command) > 8000 {
            faults.push(format!("/{name}: more than 8000 characters"));
        }
        let options = command["options"].as_array().cloned().unwrap_or_default();
        let required = |option: &Value| option["required"] == json!(true);
        if options.windows(2).any(|pair| !required(&pair[0]) && required(&pair[1])) {
            faults.push(format!("/{name}: a required option after one that is not"));
        }
        if options.iter().any(|option| option.get("choices").is_some() && option.get("autocomplete").is_some()) {
            faults.push(format!("/{name}: an option with both choices and autocompletion"));
        }
        let names = options.iter().map(|option| &option["name"]).chain([name]);
        for name in names.filter(|name| !name.as_str().is_some_and(is_slash_name)) {
            faults.push(format!("{name} is no name of a slash command or an option"));
        }
    }
    faults
}

/// An entry of a menu has a name of up to 32 characters, and neither a description nor options.
fn menu_faults(entry: &Value) -> Vec<String> {
    let name = entry["name"].as_str().unwrap_or_default();
    let has_more = !entry["description"].as_str().unwrap_or_default().is_empty()
        || entry["options"].as_array().is_some_and(|options| !options.is_empty());
    let is_named = (1..=32).contains(&name.chars().count());
    if is_named && !has_more { Vec::new() } else { vec![format!("{name} is no entry of a menu")] }
}

fn is_slash_name(name: &str) -> bool {
    let allowed =
        |letter: char| matches!(letter, '-' | '_' | '\'') || letter.is_alphanumeric() && !letter.is_uppercase();
    (1..=32).contains(&name.chars().count()) && name.chars().all(allowed)
}

fn characters(value: &Value) -> usize {
    match value {
        Value::String(text) => text.chars().count(),
        Value::Array(items) => items.iter().map(characters).sum(),
        Value::Object(members) => members.values().map(characters).sum(),
        Value::Null | Value::Bool(_) | Value::Number(_) => 0,
    }
}

fn reply(data: Value) -> Value {
    let mut data = data;
    data["allowed_mentions"] = json!({"parse": []});
    json!({"type": 4, "data": data})
}

fn callback_faults(data: Value) -> String {
    faults("POST", "/interactions/1/token/callback", &reply(data)).join("; ")
}

#[test]
fn a_fitting_reply_is_taken() {
    assert_eq!(callback_faults(json!({"embeds": [{"type": "rich", "title": "Words", "color": 1}]})), "");
}

#[test]
fn an_embed_that_is_too_long_is_caught() {
    let description = "w".repeat(4097);
    let found = callback_faults(json!({"embeds": [{"description": description}]}));
    assert!(found.contains("/data/embeds/0/description") && found.contains("4096"), "{found}");
    let half = "w".repeat(3001);
    let found = callback_faults(json!({"embeds": [{"description": half}, {"description": half}]}));
    assert!(found.contains("6002 characters together"), "{found}");
}

#[test]
fn a_misspelt_field_is_caught_by_name() {
    let found = callback_faults(json!({"contnet": "words"}));
    assert!(found.contains("contnet"), "{found}");
    let found = callback_faults(json!({"embeds": [{"descripton": "words"}]}));
    assert!(found.contains("descripton"), "{found}");
    let command = json!([{"name": "ask", "description": "Asks", "type": 1, "descriptoin": "", "nsfw": false}]);
    let found = faults("PUT", "/applications/1/commands", &command).join("; ");
    assert!(found.contains("descriptoin"), "{found}");
}

#[test]
fn an_empty_message_and_one_that_may_ping_are_caught() {
    assert!(callback_faults(json!({"content": ""})).contains("50006"));
    let open = json!({"type": 4, "data": {"content": "words"}});
    assert!(faults("POST", "/interactions/1/token/callback", &open).join("; ").contains("pinged"));
}

#[test]
fn a_command_against_discords_rules_is_caught() {
    let option =
        |name: &str, required: bool| json!({"type": 3, "name": name, "description": "d", "required": required});
    let command = json!([{"name": "Ask", "description": "d", "options": [option("a", false), option("b", true)]}]);
    let found = faults("PUT", "/applications/1/commands", &command).join("; ");
    assert!(found.contains("\"Ask\" is no name") && found.contains("a required option after"), "{found}");
}
