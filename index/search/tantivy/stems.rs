//! The keys that [`language::stems`](crate::language::stems) gives words, as a filter of tantivy's: one rule for search
//! in the index and in memory.

use tantivy::tokenizer::{Token, TokenFilter, TokenStream, Tokenizer};

use crate::language::stems;

#[derive(Clone, Copy, Debug)]
pub(super) struct Stems;

#[derive(Clone)]
pub(super) struct Stemming<T>(T);

pub(super) struct Stemmed<S>(S);

impl TokenFilter for Stems {
    type Tokenizer<T: Tokenizer> = Stemming<T>;

    fn transform<T: Tokenizer>(self, tokenizer: T) -> Stemming<T> {
        Stemming(tokenizer)
    }
}

impl<T: Tokenizer> Tokenizer for Stemming<T> {
    type TokenStream<'a> = Stemmed<T::TokenStream<'a>>;

    fn token_stream<'a>(&'a mut self, text: &'a str) -> Self::TokenStream<'a> {
        Stemmed(self.0.token_stream(text))
    }
}

impl<S: TokenStream> TokenStream for Stemmed<S> {
    fn advance(&mut self) -> bool {
        let is_word = self.0.advance();
        if is_word {
            let token = self.0.token_mut();
            token.text = stems::stem(&token.text);
        }
        is_word
    }

    fn token(&self) -> &Token {
        self.0.token()
    }

    fn token_mut(&mut self) -> &mut Token {
        self.0.token_mut()
    }
}
