//! Ids of the synthetic commendations, and of their papers.

/// A synthetic nomination that waits to be accepted.
pub const COMMENDATION: &str = "01937a00-0000-7000-8000-000000008201";
/// A synthetic nomination under review by the city.
pub const COMMENDATION_REVIEWED: &str = "01937a00-0000-7000-8000-000000008202";
/// The same, for which the police were asked for an opinion.
pub const COMMENDATION_ASKED: &str = "01937a00-0000-7000-8000-000000008203";
/// A synthetic nomination under review by a county, for a title of the city.
pub const COMMENDATION_OF_COUNTY: &str = "01937a00-0000-7000-8000-000000008204";
/// The same, recommended to the city.
pub const COMMENDATION_RECOMMENDED: &str = "01937a00-0000-7000-8000-000000008205";
/// A synthetic nomination that the nominee declines.
pub const COMMENDATION_DECLINING: &str = "01937a00-0000-7000-8000-000000008206";
/// A synthetic nomination of somebody who died in the deed.
pub const COMMENDATION_POSTHUMOUS: &str = "01937a00-0000-7000-8000-000000008207";
/// A synthetic nomination for a title of the province, under review by the city.
pub const COMMENDATION_PROVINCIAL: &str = "01937a00-0000-7000-8000-000000008208";
/// The same, submitted to the province.
pub const COMMENDATION_SUBMITTED: &str = "01937a00-0000-7000-8000-000000008209";
/// Another that was submitted to the province, which does not grant it.
pub const COMMENDATION_ABOVE: &str = "01937a00-0000-7000-8000-000000008210";
/// A synthetic nomination that can enter [`ROUND_OPEN`](super::ROUND_OPEN).
pub const COMMENDATION_READY: &str = "01937a00-0000-7000-8000-000000008211";
/// A synthetic nomination in a round.
pub const COMMENDATION_IN_ROUND: &str = "01937a00-0000-7000-8000-000000008212";
/// A synthetic nomination that comes too late for a round.
pub const COMMENDATION_LATE: &str = "01937a00-0000-7000-8000-000000008213";
/// The same, deferred.
pub const COMMENDATION_DEFERRED: &str = "01937a00-0000-7000-8000-000000008214";
/// A synthetic nomination that the city does not follow.
pub const COMMENDATION_WEAK: &str = "01937a00-0000-7000-8000-000000008215";
/// A synthetic nomination that can be awarded at once.
pub const COMMENDATION_IMMEDIATE: &str = "01937a00-0000-7000-8000-000000008216";
/// A synthetic award that waits to be conferred.
pub const COMMENDATION_AWARDED: &str = "01937a00-0000-7000-8000-000000008217";
/// A synthetic award that was conferred.
pub const COMMENDATION_CONFERRED: &str = "01937a00-0000-7000-8000-000000008218";
/// A synthetic award that should never have been.
pub const COMMENDATION_WRONG: &str = "01937a00-0000-7000-8000-000000008219";
/// A synthetic award that is to be revoked; the party has not answered.
pub const COMMENDATION_TOLD: &str = "01937a00-0000-7000-8000-000000008220";
/// The same, where the party waives a statement.
pub const COMMENDATION_SILENT: &str = "01937a00-0000-7000-8000-000000008221";
/// The same, where the city thinks better of it.
pub const COMMENDATION_SPARED: &str = "01937a00-0000-7000-8000-000000008222";
/// The same after the statement.
pub const COMMENDATION_TO_REVOKE: &str = "01937a00-0000-7000-8000-000000008223";
/// A synthetic award that was revoked after the money was planned.
pub const COMMENDATION_REVOKED: &str = "01937a00-0000-7000-8000-000000008224";
/// A synthetic title that the province granted.
pub const COMMENDATION_FROM_ABOVE: &str = "01937a00-0000-7000-8000-000000008225";
/// A synthetic nomination for a deed whose confirmation was revoked.
pub const COMMENDATION_FALLEN: &str = "01937a00-0000-7000-8000-000000008226";
/// A synthetic nomination that waits for another body's finding.
pub const COMMENDATION_SUSPENDED: &str = "01937a00-0000-7000-8000-000000008227";
/// A synthetic nomination that a county hands over to the city.
pub const COMMENDATION_TRANSFERRED: &str = "01937a00-0000-7000-8000-000000008228";
/// The same, which the city does not take.
pub const COMMENDATION_DISPUTED: &str = "01937a00-0000-7000-8000-000000008229";
/// A synthetic nomination on its way to another body, which its county takes back.
pub const COMMENDATION_KEPT: &str = "01937a00-0000-7000-8000-000000008230";
/// A synthetic nomination that goes to a body outside the city.
pub const COMMENDATION_OUTSIDE: &str = "01937a00-0000-7000-8000-000000008231";
/// The same, gone there.
pub const COMMENDATION_HANDED_OVER: &str = "01937a00-0000-7000-8000-000000008232";
/// A synthetic nomination that the nominator takes back.
pub const COMMENDATION_UNBACKED: &str = "01937a00-0000-7000-8000-000000008233";
/// A synthetic group of three that was awarded.
pub const COMMENDATION_GROUP: &str = "01937a00-0000-7000-8000-000000008234";
/// A synthetic nomination that the decision of [`ROUND_DECIDED_WRONGLY`](super::ROUND_DECIDED_WRONGLY) awarded.
pub const COMMENDATION_OF_ROUND: &str = "01937a00-0000-7000-8000-000000008235";
/// Another one of that round, suspended when it was decided.
pub const COMMENDATION_HELD_UP: &str = "01937a00-0000-7000-8000-000000008236";
/// A synthetic nomination of which the city says who is competent.
pub const COMMENDATION_TO_DESIGNATE: &str = "01937a00-0000-7000-8000-000000008237";
/// A synthetic nomination that was not granted.
pub const COMMENDATION_NOT_GRANTED: &str = "01937a00-0000-7000-8000-000000008238";
/// A synthetic nomination that was declined.
pub const COMMENDATION_DECLINED: &str = "01937a00-0000-7000-8000-000000008239";
/// A synthetic commendation that a correction took off, and of which money has to come back.
pub const COMMENDATION_TAKEN_OFF: &str = "01937a00-0000-7000-8000-000000008240";
/// The case of [`COMMENDATION`].
pub const COMMENDATION_CASE: &str = "01937a00-0000-7000-8000-000000007201";
/// The certificate of [`COMMENDATION_CONFERRED`].
pub const AWARD_CERTIFICATE: &str = "01937a00-0000-7000-8000-000000006401";
