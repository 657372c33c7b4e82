//! Anyone who gives a command, with a token or without.

use domain::ids::ClientId;
use domain::regions::RegionCode;
use persistence::RegionScope;
use persistence::idempotency::Owner;

/// Who gives a command.
pub trait Sender {
    /// The calling client; none for somebody without a token.
    fn client(&self) -> Option<ClientId>;
    /// Whose idempotency keys these are.
    fn key_owner(&self) -> Owner;
    /// The regions of the token.
    fn token_regions(&self) -> &[RegionCode];
    /// The regions whose files the sender may see.
    fn scope(&self) -> RegionScope;
}
