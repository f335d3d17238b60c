//! What a browser's parser has against the way a page is spelt.
//!
//! Takes the HTML of a page, gives the errors of html5ever's tokenizer with their lines.

use std::cell::RefCell;

use html5ever::tendril::StrTendril;
use html5ever::tokenizer::{
    BufferQueue, StartTag, Tag, Token, TokenSink, TokenSinkResult, Tokenizer, TokenizerOpts,
};

use super::FindingKind;
use super::elements;
use super::facts::{Fault, Faults};
use super::scan::Spot;
use super::tree::Tree;

/// The faults of a page's spelling, but attributes given twice, which are facts of their tags.
pub(super) fn faults(html: &str) -> Vec<Fault> {
    let input = BufferQueue::default();
    input.push_back(StrTendril::from_slice(html));
    let sink = Sink(RefCell::default());
    let tokenizer = Tokenizer::new(sink, TokenizerOpts::default());
    let _blocked_by_no_script = tokenizer.feed(&input);
    tokenizer.end();
    tokenizer.sink.0.into_inner().faults
}

#[derive(Default)]
struct Speller {
    tree: Tree,
    faults: Vec<Fault>,
}

/// What the tokenizer hands its tokens to.
struct Sink(RefCell<Speller>);

impl TokenSink for Sink {
    type Handle = ();

    fn process_token(&self, token: Token, line: u64) -> TokenSinkResult<()> {
        let mut speller = self.0.borrow_mut();
        match token {
            Token::TagToken(tag) => return speller.tag(&tag),
            Token::ParseError(error) if error != "Duplicate attribute" => {
                let line = u32::try_from(line).unwrap_or(u32::MAX);
                let spot = Spot { line, ..Spot::default() };
                speller.faults.push(Fault::new(spot, FindingKind::Markup, error.into_owned()));
            }
            _ => {}
        }
        TokenSinkResult::Continue
    }

    fn adjusted_current_node_present_but_not_in_html_namespace(&self) -> bool {
        self.0.borrow().tree.context().foreign
    }
}

impl Speller {
    /// Follows the open elements, which say how to read on.
    fn tag(&mut self, tag: &Tag) -> TokenSinkResult<()> {
        let (spot, mut ignored) = (Spot::default(), Faults::Ignored);
        if tag.kind != StartTag {
            self.tree.close(&tag.name, spot, &mut ignored);
            return TokenSinkResult::Continue;
        }
        let around = self.tree.context();
        let inner = self.tree.enter(&tag.name, spot, &mut ignored);
        let void = elements::is_void(&tag.name) && !around.foreign;
        let closed = tag.self_closing && inner.foreign;
        if !void && !closed {
            self.tree.push(&tag.name, spot, None, inner);
        }
        elements::raw_text(&tag.name)
            .filter(|_| !around.foreign)
            .map_or(TokenSinkResult::Continue, TokenSinkResult::RawData)
    }
}
