//! A message that mentions the bot, or comes to it alone → the question in it. Without the privileged message-content
//! intent Discord sends the content of these messages only.

use serenity::all::Message;

use super::registration;
use crate::commands::Command;

/// The command that answers a question.
const ASKING: &str = "ask";

/// The command that answers, and the option that takes the question.
pub fn asking_command() -> Option<(&'static Command, &'static str)> {
    let command = registration::offered().find(|command| command.name == ASKING)?;
    Some((command, command.item_option()?.name))
}

/// The question that a message puts to the bot; `None` where it puts none.
pub fn question(message: &Message, bot: u64) -> Option<String> {
    let is_alone = message.guild_id.is_none();
    let is_mentioned = message.mentions.iter().any(|user| user.id.get() == bot);
    if message.author.bot || !(is_alone || is_mentioned) {
        return None;
    }
    Some(without_mention(&message.content, bot))
}

/// Discord writes a mention as `<@ID>`, older clients as `<@!ID>`.
fn without_mention(content: &str, bot: u64) -> String {
    let bare = content.replace(&format!("<@{bot}>"), " ").replace(&format!("<@!{bot}>"), " ");
    bare.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_question_is_what_stands_beside_the_mention() {
        let bot = 7;
        assert_eq!(without_mention("<@7> who said that?", bot), "who said that?");
        assert_eq!(without_mention("who, <@!7>\nsaid that?", bot), "who, said that?");
        assert_eq!(without_mention("<@8> said what?", bot), "<@8> said what?");
        assert_eq!(without_mention("<@7>", bot), "");
    }
}
