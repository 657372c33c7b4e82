//! Ids of the synthetic studios.

/// A synthetic studio that was proposed.
pub const STUDIO: &str = "01937a00-0000-7000-8000-000000005001";
/// A synthetic studio in review.
pub const STUDIO_IN_REVIEW: &str = "01937a00-0000-7000-8000-000000005002";
/// A synthetic studio that can be named.
pub const STUDIO_READY: &str = "01937a00-0000-7000-8000-000000005003";
/// A synthetic studio with the name of a group, in review.
pub const STUDIO_OF_GROUP: &str = "01937a00-0000-7000-8000-000000005004";
/// A synthetic studio whose name is to be refused.
pub const STUDIO_TOLD: &str = "01937a00-0000-7000-8000-000000005005";
/// A synthetic studio whose name is to be refused, the party having waived its statement.
pub const STUDIO_HEARD: &str = "01937a00-0000-7000-8000-000000005006";
/// A synthetic studio whose name was refused.
pub const STUDIO_REFUSED: &str = "01937a00-0000-7000-8000-000000005007";
/// A synthetic studio that has its name, and no sign yet.
pub const STUDIO_NAMED: &str = "01937a00-0000-7000-8000-000000005008";
/// A synthetic studio that runs.
pub const STUDIO_ACTIVE: &str = "01937a00-0000-7000-8000-000000005009";
/// A synthetic studio that ran in the last year.
pub const STUDIO_LAST_YEAR: &str = "01937a00-0000-7000-8000-00000000500a";
/// A synthetic studio that runs for more than three years.
pub const STUDIO_OLD: &str = "01937a00-0000-7000-8000-00000000500b";
/// A synthetic studio that missed two years.
pub const STUDIO_SHORT: &str = "01937a00-0000-7000-8000-00000000500c";
/// A synthetic studio that has to put itself right.
pub const STUDIO_RECTIFYING: &str = "01937a00-0000-7000-8000-00000000500d";
/// A synthetic studio whose host closed.
pub const STUDIO_HOST_CLOSED: &str = "01937a00-0000-7000-8000-00000000500e";
/// A synthetic studio whose leader lost the honour.
pub const STUDIO_LEADER_REVOKED: &str = "01937a00-0000-7000-8000-00000000500f";
/// A synthetic studio whose name can be withdrawn.
pub const STUDIO_TO_WITHDRAW: &str = "01937a00-0000-7000-8000-000000005010";
/// A synthetic studio whose name was withdrawn.
pub const STUDIO_WITHDRAWN: &str = "01937a00-0000-7000-8000-000000005011";
/// A synthetic studio that its leader proposed.
pub const STUDIO_OF_APPLICANT: &str = "01937a00-0000-7000-8000-000000005012";
/// A synthetic studio that somebody recommended.
pub const STUDIO_RECOMMENDED: &str = "01937a00-0000-7000-8000-000000005013";
/// A synthetic studio whose proposal was taken back.
pub const STUDIO_TAKEN_BACK: &str = "01937a00-0000-7000-8000-000000005014";
/// A synthetic studio that is suspended.
pub const STUDIO_SUSPENDED: &str = "01937a00-0000-7000-8000-000000005015";
/// A synthetic studio on its way to the city.
pub const STUDIO_TRANSFERRED: &str = "01937a00-0000-7000-8000-000000005016";
/// A synthetic studio of which the leader waives a statement before the refusal.
pub const STUDIO_SILENT: &str = "01937a00-0000-7000-8000-000000005017";
/// A synthetic studio on its way to a county, which the city takes back.
pub const STUDIO_KEPT: &str = "01937a00-0000-7000-8000-000000005018";
/// A synthetic studio on its way to the city, which does not take it.
pub const STUDIO_DISPUTED: &str = "01937a00-0000-7000-8000-000000005019";
/// A synthetic studio whose proposal ended with the honour of its leader.
pub const STUDIO_LAPSED: &str = "01937a00-0000-7000-8000-00000000501a";
/// A synthetic studio that was handed over to a body outside the city.
pub const STUDIO_HANDED_OVER: &str = "01937a00-0000-7000-8000-00000000501b";
/// The case of the leader of [`STUDIO`].
pub const STUDIO_CASE: &str = "01937a00-0000-7000-8000-000000005101";
/// The decision to name [`STUDIO_NAMED`].
pub const STUDIO_NAMING: &str = "01937a00-0000-7000-8000-000000005201";
