//! The audit chain: each entry is hashed with its predecessor, so that nobody changes or removes
//! one unseen.
//!
//! A link is made after its entry has become final, by a background job and never by the writer:
//! writers do not wait for each other's hashes. From time to time the newest link is signed; who
//! keeps such a checkpoint can tell later that the end of the chain was cut off.

mod hash;
mod link;
mod verify;

pub use hash::Hash;
pub use link::{
    Batch, Checkpoint, Tip, checkpoints, hash_at, newest_checkpoint, seal, store_checkpoint, tip,
    unsealed, unsealed_count,
};
pub use verify::{Break, BreakKind, Walked, walk};
