//! congbo
pub mod check;
pub mod cli;
pub mod content;
pub mod diag;
pub mod lint;
pub mod locale;
pub mod model;
pub mod output;
pub mod pipeline;
pub mod render;
pub mod resolve;
pub mod source;
