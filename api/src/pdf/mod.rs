//! Documents as PDF.

mod lines;
mod page;
mod renderer;
mod render;
mod typeface;

pub use renderer::Renderer;
