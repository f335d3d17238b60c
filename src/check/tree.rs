//! The elements that are open while a page is read, and what stands around each place.
//!
//! Takes start and end tags in their order; gives the [`Context`] of every place, and faults
//! where a browser would see another tree than was written. It follows the markup as written,
//! so that one slip is one fault, and closes by itself only elements whose end tag the standard
//! lets a page leave out.

use html5ever::{LocalName, local_name as name};

use super::FindingKind;
use super::elements;
use super::facts::{Fault, Faults};
use super::scan::Spot;

/// A browser nests no deeper; further out, nothing is looked for.
const DEPTH: usize = 512;

/// What stands around a place; an element hands its own on to all that it holds.
#[derive(Debug, Clone, Copy, Default)]
#[expect(clippy::struct_excessive_bools, reason = "each may be true whatever the others are")]
pub(super) struct Context {
    /// In an SVG picture or a formula.
    pub foreign: bool,
    /// In a template, which is no part of the page until a script makes it one.
    pub inert: bool,
    /// In a list of footnotes.
    pub endnotes: bool,
    /// In this footnote: an index of the page's notes.
    pub note: Option<usize>,
    /// In the link of this reference: an index of the page's references.
    pub reference: Option<usize>,
    /// In a raised stretch with this anchor, which some generators give to it, not to the link.
    pub raised: Option<usize>,
    /// In a raised stretch whose links are references.
    pub raises_reference: bool,
    /// In a remark, which may be a list of footnotes.
    pub remark: bool,
    /// In the text of a style.
    pub style: bool,
    /// Where a block would close a paragraph.
    paragraph: bool,
    /// Where a link would close a link.
    link: bool,
}

/// An open element.
#[derive(Debug)]
struct Open {
    name: LocalName,
    spot: Spot,
    /// Of a numbered list, the number of its next item; of an item, its own.
    ordinal: Option<i64>,
    context: Context,
}

/// The open elements, outermost first.
#[derive(Debug, Default)]
pub(super) struct Tree {
    open: Vec<Open>,
}

impl Tree {
    /// What stands around the place that has been reached.
    pub(crate) fn context(&self) -> Context {
        self.open.last().map(|open| open.context).unwrap_or_default()
    }

    /// The number of the list item that has been reached.
    pub(crate) fn ordinal(&self) -> Option<u32> {
        let open = self.open.last().filter(|open| open.name == name!("li"))?;
        u32::try_from(open.ordinal?).ok()
    }

    /// Makes room for an element that starts: ends those that it ends, says where it may not
    /// stand, and gives what stands around its content.
    pub(crate) fn enter(
        &mut self,
        element: &LocalName,
        spot: Spot,
        faults: &mut Faults,
    ) -> Context {
        if !self.context().foreign {
            while let Some(open) =
                self.open.pop_if(|open| elements::is_ended_by(&open.name, element))
            {
                faults.add(|| unclosed(&open));
            }
            self.misplaced(element, spot, faults);
        }
        inside(element, self.context())
    }

    /// Opens an element, unless it is one that holds nothing.
    pub(crate) fn push(
        &mut self,
        element: &LocalName,
        spot: Spot,
        ordinal: Option<i64>,
        context: Context,
    ) {
        let ordinal = if *element == name!("li") { self.number_item(ordinal) } else { ordinal };
        self.open.push(Open { name: element.clone(), spot, ordinal, context });
    }

    /// The number of an item that starts, which may say its own; the next one counts on from it.
    fn number_item(&mut self, own: Option<i64>) -> Option<i64> {
        let list = self.open.last_mut().filter(|open| open.name == name!("ol"))?;
        let number = own.or(list.ordinal)?;
        list.ordinal = number.checked_add(1);
        Some(number)
    }

    fn misplaced(&self, element: &LocalName, spot: Spot, faults: &mut Faults) {
        let around = self.context();
        let parent = self.open.last().map(|open| &open.name);
        let wrong = if around.paragraph && elements::ends_paragraph(element) {
            Some(&name!("p"))
        } else if around.link && *element == name!("a") {
            Some(element)
        } else {
            parent.filter(|parent| !elements::may_hold(parent, element))
        };
        if let Some(outer) = wrong {
            let subject = || format!("<{outer}><{element}>");
            faults.add(|| Fault::new(spot, FindingKind::Markup, subject()));
        }
    }

    /// Closes an element, with all that is still open in it.
    pub(crate) fn close(&mut self, element: &LocalName, spot: Spot, faults: &mut Faults) {
        let inner = self.open.iter().rev().take(DEPTH).position(|open| open.name == *element);
        let Some(inner) = inner else {
            let subject = || format!("</{element}>");
            faults.add(|| Fault::new(spot, FindingKind::EndWithoutStart, subject()));
            return;
        };
        let at = self.open.len() - 1 - inner;
        self.open.drain(at..).skip(1).for_each(|open| faults.add(|| unclosed(&open)));
    }

    /// Says where text may not stand.
    pub(crate) fn text(&self, text: &str, spot: Spot, faults: &mut Faults) {
        let Some(open) = self.open.last().filter(|open| !open.context.foreign) else { return };
        if elements::takes_no_text(&open.name) && !text.trim_ascii().is_empty() {
            let subject = || format!("<{}>{}", open.name, text.trim());
            faults.add(|| Fault::new(spot, FindingKind::Markup, subject()));
        }
    }

    /// The end of the page: what is still open is never closed.
    pub(crate) fn finish(self, faults: &mut Faults) {
        self.open.into_iter().for_each(|open| faults.add(|| unclosed(&open)));
    }
}

fn unclosed(open: &Open) -> Fault {
    Fault::new(open.spot, FindingKind::StartWithoutEnd, format!("<{}>", open.name))
}

/// What stands around the content of an element that stands in `around`.
fn inside(element: &LocalName, around: Context) -> Context {
    let foreign = elements::is_foreign_inside(element, around.foreign);
    let bounded = elements::bounds_scope(element);
    let paragraph = around.paragraph && !bounded && !elements::ends_paragraph(element);
    Context {
        foreign,
        inert: around.inert || *element == name!("template"),
        paragraph: !foreign && (paragraph || *element == name!("p")),
        link: (around.link && !bounded) || *element == name!("a"),
        raised: around.raised.filter(|_| *element != name!("li")),
        style: false,
        ..around
    }
}
