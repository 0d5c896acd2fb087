//! The key that signs HTTP interactions: read with the settings, so that one that would prove nothing is refused there.
//! What is signed, and how long that counts, is `crate::discord`'s.

use ed25519_dalek::{Signature, VerifyingKey};
use serde::{Deserialize, Serialize};

/// An Ed25519 public key; 64 hexadecimal digits in the settings.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct PublicKey(VerifyingKey);

impl PublicKey {
    /// Whether a signature in hexadecimal is this key's, of this message.
    pub fn has_signed(&self, message: &[u8], signature: &str) -> bool {
        let signature = bytes(signature).map(|bytes| Signature::from_bytes(&bytes));
        signature.is_some_and(|signature| self.0.verify_strict(message, &signature).is_ok())
    }
}

impl TryFrom<String> for PublicKey {
    type Error = &'static str;

    fn try_from(digits: String) -> Result<Self, Self::Error> {
        let bytes = bytes(&digits).ok_or("discord.public_key is 64 hexadecimal digits")?;
        let key = VerifyingKey::from_bytes(&bytes).ok();
        // Under a weak key, such as one of zeros, a signature can be made without any secret.
        let strong = key.filter(|key| !key.is_weak());
        strong.map(Self).ok_or("discord.public_key isn't a key; copy the one that the developer portal shows")
    }
}

impl From<PublicKey> for String {
    fn from(key: PublicKey) -> Self {
        key.0.as_bytes().iter().map(|byte| format!("{byte:02x}")).collect()
    }
}

/// The bytes that as many pairs of hexadecimal digits stand for.
fn bytes<const N: usize>(digits: &str) -> Option<[u8; N]> {
    let digits: Vec<u32> = digits.chars().map(|digit| digit.to_digit(16)).collect::<Option<_>>()?;
    let pairs = digits.chunks_exact(2).map(|pair| u8::try_from(pair[0] * 16 + pair[1]));
    let bytes: Vec<u8> = pairs.collect::<Result<_, _>>().ok()?;
    let is_even = digits.len().is_multiple_of(2);
    bytes.try_into().ok().filter(|_| is_even)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// RFC 8032, section 7.1, test 2.
    const KEY: &str = "3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c";
    const SIGNATURE: &str = "92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da\
        085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00";

    #[test]
    fn a_signature_holds_for_its_message_and_no_other() {
        let key = PublicKey::try_from(KEY.to_owned()).unwrap();
        assert!(key.has_signed(&[0x72], SIGNATURE) && key.has_signed(&[0x72], &SIGNATURE.to_uppercase()));
        assert!(!key.has_signed(&[0x73], SIGNATURE) && !key.has_signed(&[], SIGNATURE));
        for malformed in
            ["", "92", &SIGNATURE[1..], &SIGNATURE[2..], &format!("{SIGNATURE}0"), &"zz".repeat(64), "９２"]
        {
            assert!(!key.has_signed(&[0x72], malformed), "{malformed}");
        }
        assert_eq!(String::from(key), KEY);
    }

    #[test]
    fn a_key_under_which_anybody_could_sign_is_refused() {
        for weak in ["00".repeat(32), format!("01{}", "00".repeat(31)), format!("ec{}7f", "ff".repeat(30))] {
            assert!(PublicKey::try_from(weak.clone()).is_err(), "{weak}");
        }
    }
}
