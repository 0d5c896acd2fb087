//! Does a request come from Discord, and is it of now? Judged by its two headers and its body as it came, before anything
//! in it is read.

use std::time::{Duration, SystemTime, UNIX_EPOCH};

use axum::http::HeaderMap;

use super::Refusal;
use crate::config::PublicKey;

const SIGNATURE: &str = "x-signature-ed25519";
const TIMESTAMP: &str = "x-signature-timestamp";

/// What a request must prove.
pub struct Proof {
    key: PublicKey,
    /// How far the time that was signed may be from this machine's clock, either way.
    window: Duration,
}

impl Proof {
    /// A signature of this key, not older than `window`.
    pub fn new(key: PublicKey, window: Duration) -> Self {
        Self { key, window }
    }

    /// Whether a request is Discord's and of `now`. The signature covers the time as it is written, then the body.
    ///
    /// # Errors
    /// When a header is missing or malformed, the signature isn't the key's, or the time is too far off.
    pub fn check(&self, headers: &HeaderMap, body: &[u8], now: SystemTime) -> Result<(), Refusal> {
        let header = |name: &str| headers.get(name).and_then(|value| value.to_str().ok()).ok_or(Refusal::Unsigned);
        let (signature, timestamp) = (header(SIGNATURE)?, header(TIMESTAMP)?);
        let signed = [timestamp.as_bytes(), body].concat();
        if !self.key.has_signed(&signed, signature) {
            return Err(Refusal::Unsigned);
        }
        let signed_at = timestamp.parse().ok().and_then(|seconds| UNIX_EPOCH.checked_add(Duration::from_secs(seconds)));
        let signed_at = signed_at.ok_or(Refusal::Unsigned)?;
        let distance = now.duration_since(signed_at).unwrap_or_else(|ahead| ahead.duration());
        if distance > self.window { Err(Refusal::Stale(distance)) } else { Ok(()) }
    }
}

#[cfg(test)]
mod tests {
    use axum::http::HeaderValue;
    use ed25519_dalek::{Signer, SigningKey};
    use proptest::prelude::*;

    use super::*;

    const BODY: &[u8] = b"{\"type\":1}";
    const WINDOW: u64 = 300;
    /// When a request is judged, in seconds.
    const NOW: u64 = 1_800_000_000;

    fn check(timestamp: &str, body: &[u8], change: impl FnOnce(&mut HeaderMap)) -> Result<(), Refusal> {
        let secret = SigningKey::from_bytes(&[7; 32]);
        let hexadecimal = |bytes: &[u8]| bytes.iter().map(|byte| format!("{byte:02x}")).collect::<String>();
        let key = PublicKey::try_from(hexadecimal(secret.verifying_key().as_bytes())).unwrap();
        let signature = secret.sign(&[timestamp.as_bytes(), BODY].concat());
        let mut headers = HeaderMap::new();
        headers.insert(SIGNATURE, hexadecimal(&signature.to_bytes()).parse().unwrap());
        headers.insert(TIMESTAMP, timestamp.parse().unwrap());
        change(&mut headers);
        let now = UNIX_EPOCH + Duration::from_secs(NOW);
        Proof::new(key, Duration::from_secs(WINDOW)).check(&headers, body, now)
    }

    #[test]
    fn a_signature_of_now_is_taken_and_one_at_either_end_of_the_window() {
        for at in [NOW, NOW - WINDOW, NOW + WINDOW] {
            assert_eq!(check(&at.to_string(), BODY, |_| {}), Ok(()));
        }
    }

    #[test]
    fn a_signature_older_or_further_ahead_than_the_window_is_stale() {
        for at in [NOW - WINDOW - 1, NOW + WINDOW + 1, 0] {
            let judged = check(&at.to_string(), BODY, |_| {});
            assert!(matches!(judged, Err(Refusal::Stale(_))), "{at}: {judged:?}");
        }
    }

    #[test]
    fn an_altered_body_time_or_signature_is_none() {
        let now = NOW.to_string();
        assert_eq!(check(&now, b"{\"type\":2}", |_| {}), Err(Refusal::Unsigned));
        let later = (NOW + 1).to_string();
        let altered = |headers: &mut HeaderMap| drop(headers.insert(TIMESTAMP, later.parse().unwrap()));
        assert_eq!(check(&now, BODY, altered), Err(Refusal::Unsigned));
        for header in [SIGNATURE, TIMESTAMP] {
            let missing = |headers: &mut HeaderMap| drop(headers.remove(header));
            assert_eq!(check(&now, BODY, missing), Err(Refusal::Unsigned));
            let empty = |headers: &mut HeaderMap| drop(headers.insert(header, "".parse().unwrap()));
            assert_eq!(check(&now, BODY, empty), Err(Refusal::Unsigned));
        }
    }

    proptest! {
        #[test]
        fn nothing_that_anybody_else_could_send_is_taken(
            signature in "([0-9a-f]{128}|\\PC{0,140})",
            time in "(18000000[0-9]{2}|\\PC{0,20})",
            body in proptest::collection::vec(any::<u8>(), 0..60),
        ) {
            let forge = |headers: &mut HeaderMap| {
                let value = |text: &str| HeaderValue::from_bytes(text.as_bytes()).unwrap();
                headers.insert(SIGNATURE, value(&signature));
                headers.insert(TIMESTAMP, value(&time));
            };
            prop_assert_eq!(check("1800000000", &body, forge), Err(Refusal::Unsigned));
        }
    }

    #[test]
    fn a_signed_time_that_is_no_number_proves_nothing() {
        for time in ["", "now", "-1", "1e9", "99999999999999999999999"] {
            assert_eq!(check(time, BODY, |_| {}), Err(Refusal::Unsigned), "{time}");
        }
        assert!(check(&u64::MAX.to_string(), BODY, |_| {}).is_err());
    }
}
