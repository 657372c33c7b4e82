//! What a caller gets from the shared parts of HTTP.

mod bodies;
mod envelope;
mod lists;
mod wire;
