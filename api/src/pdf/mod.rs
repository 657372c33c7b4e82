//! Documents as PDF.

mod lines;
mod page;
mod render;
mod renderer;
mod typeface;

pub use renderer::Renderer;
