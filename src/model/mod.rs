//! The words of the trade: what a report consists of, before and after it is resolved.
//!
//! Plain data. Things refer to one another by the ids of [`table`], never by their names, once
//! the text has been read. Nothing in here reads, checks or writes.

pub mod addresses;
pub mod chart;
pub mod department;
pub mod draft;
pub mod flow;
pub mod meta;
pub mod resolved;
pub mod table;
