//! The least that a bot can do: the same serenity, set up in the same way, that answers every command with one word.

use serenity::all::{
    ClientBuilder, Context, CreateInteractionResponse, CreateInteractionResponseMessage, EventHandler, GatewayIntents,
    HttpBuilder, Interaction, async_trait,
};

struct Pong;

#[async_trait]
impl EventHandler for Pong {
    async fn interaction_create(&self, context: Context, interaction: Interaction) {
        let Interaction::Command(command) = interaction else { return };
        let message = CreateInteractionResponseMessage::new().content("pong");
        command.create_response(&context.http, CreateInteractionResponse::Message(message)).await.unwrap();
    }
}

/// Answers until it is killed.
pub fn run(api: &str, token: &str) {
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build().unwrap();
    runtime.block_on(async {
        let http = HttpBuilder::new(token).proxy(api).ratelimiter_disabled(true).build();
        let intents = GatewayIntents::GUILD_MESSAGES.union(GatewayIntents::DIRECT_MESSAGES);
        let mut client = ClientBuilder::new_with_http(http, intents).event_handler(Pong).await.unwrap();
        client.start().await.unwrap();
    });
}
