//! Documents as PDF.

mod certificate;
mod coverage;
mod letter;
mod lines;
mod official;
mod page;
mod render;
mod renderer;
#[cfg(test)]
mod tests;
mod typeface;
mod typefaces;

pub use renderer::Renderer;
pub(crate) use renderer::refuse_gaps;
