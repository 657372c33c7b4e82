//! Ids of the synthetic plaques and households.

/// A synthetic plaque that is to be ordered.
pub const PLAQUE: &str = "01937a00-0000-7000-8000-000000008501";
/// A synthetic plaque that was ordered.
pub const PLAQUE_ORDERED: &str = "01937a00-0000-7000-8000-000000008502";
/// A synthetic plaque that was made.
pub const PLAQUE_MADE: &str = "01937a00-0000-7000-8000-000000008503";
/// A synthetic plaque of a hero who died, to be handed over.
pub const PLAQUE_OF_DEAD: &str = "01937a00-0000-7000-8000-000000008504";
/// A synthetic plaque that was handed over at a meeting.
pub const PLAQUE_HANDED_OVER: &str = "01937a00-0000-7000-8000-000000008505";
/// The same, which the family keeps indoors.
pub const PLAQUE_TO_KEEP: &str = "01937a00-0000-7000-8000-000000008506";
/// A synthetic plaque that the family declines.
pub const PLAQUE_UNWANTED: &str = "01937a00-0000-7000-8000-000000008507";
/// A synthetic plaque that hangs.
pub const PLAQUE_HUNG: &str = "01937a00-0000-7000-8000-000000008508";
/// A synthetic plaque of a household in which another hero was confirmed since.
pub const PLAQUE_MISNAMED: &str = "01937a00-0000-7000-8000-000000008509";
/// A synthetic plaque whose family nobody has reached.
pub const PLAQUE_UNREACHABLE: &str = "01937a00-0000-7000-8000-000000008510";
/// A synthetic plaque of a household whose hero moved out.
pub const PLAQUE_WITHOUT_HONOUR: &str = "01937a00-0000-7000-8000-000000008511";
/// A synthetic plaque that comes back, since the confirmation was revoked.
pub const PLAQUE_TO_RECOVER: &str = "01937a00-0000-7000-8000-000000008512";
/// The same, which was lost.
pub const PLAQUE_LOST: &str = "01937a00-0000-7000-8000-000000008513";
/// A synthetic plaque that was registered in error.
pub const PLAQUE_IN_ERROR: &str = "01937a00-0000-7000-8000-000000008514";
/// A synthetic plaque for which the family asked.
pub const PLAQUE_ASKED: &str = "01937a00-0000-7000-8000-000000008515";
/// A synthetic plaque whose family moves out of the city.
pub const PLAQUE_OUTSIDE: &str = "01937a00-0000-7000-8000-000000008516";
/// A synthetic plaque whose family moves to another county.
pub const PLAQUE_MOVING: &str = "01937a00-0000-7000-8000-000000008517";
/// A synthetic plaque that waits for another body's finding.
pub const PLAQUE_SUSPENDED: &str = "01937a00-0000-7000-8000-000000008518";
/// A synthetic plaque on its way to the city.
pub const PLAQUE_TRANSFERRED: &str = "01937a00-0000-7000-8000-000000008519";
/// The same, which its county takes back.
pub const PLAQUE_KEPT: &str = "01937a00-0000-7000-8000-000000008520";
/// The same, which the city does not take.
pub const PLAQUE_DISPUTED: &str = "01937a00-0000-7000-8000-000000008521";
/// A synthetic plaque whose family was told that it comes back.
pub const PLAQUE_NOTICED: &str = "01937a00-0000-7000-8000-000000008522";
/// A synthetic plaque that is to wait for another body's finding.
pub const PLAQUE_INQUIRED: &str = "01937a00-0000-7000-8000-000000008523";
/// A synthetic plaque for which the city names another body.
pub const PLAQUE_DESIGNATED: &str = "01937a00-0000-7000-8000-000000008524";
/// The case of the first hero of [`PLAQUE`].
pub const PLAQUE_CASE: &str = "01937a00-0000-7000-8000-000000007501";
/// The order of [`PLAQUE_ORDERED`].
pub const PLAQUE_ORDER_PAPER: &str = "01937a00-0000-7000-8000-000000006501";
/// A synthetic household with a hero and no plaque.
pub const HOUSEHOLD: &str = "01937a00-0000-7000-8000-000000004501";
/// The hero of [`HOUSEHOLD`].
pub const HOUSEHOLD_HERO: &str = "01937a00-0000-7000-8000-00000000c501";
/// A synthetic person who comes to live in [`HOUSEHOLD`].
pub const HOUSEMATE: &str = "01937a00-0000-7000-8000-00000000c502";
/// A synthetic person of whom no household is on file.
pub const HOUSEHOLDER: &str = "01937a00-0000-7000-8000-00000000c503";
