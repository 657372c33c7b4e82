//! Documents as PDF.

mod lines;
mod page;
mod press;
mod render;
mod typeface;

pub use press::Press;
