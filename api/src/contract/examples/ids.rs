//! Ids that are the same in every demonstration, so that the examples of the contract work on it.

/// The demonstration client.
pub const CLIENT: &str = "01937a00-0000-7000-8000-00000000e001";
/// The system of one county (371502), whose secret nobody knows before it is given a new one.
pub const COUNTY_CLIENT: &str = "01937a00-0000-7000-8000-00000000e002";
/// A system that is no longer in use and can be disabled.
pub const FORMER_CLIENT: &str = "01937a00-0000-7000-8000-00000000e003";
/// The political-legal committee of one county (371502).
pub const ORGANISATION: &str = "01937a00-0000-7000-8000-00000000a001";
/// An officer of the city's political-legal committee, for `On-Behalf-Of`.
pub const OFFICER: &str = "01937a00-0000-7000-8000-00000000b001";
/// A synthetic person with complete data, kept by 371502.
pub const PERSON: &str = "01937a00-0000-7000-8000-00000000c001";
/// A synthetic paper file of the same name, kept by the city, that can be merged into [`PERSON`].
pub const PAPER_FILE: &str = "01937a00-0000-7000-8000-00000000c002";
/// The open task to match two synthetic files of one citizen number.
pub const MATCH_TASK: &str = "01937a00-0000-7000-8000-00000000d001";
/// The receipt of an evaluation of a deed outside the city.
pub const RECEIPT: &str = "01937a00-0000-7000-8000-00000000f001";
/// A second officer of the city's political-legal committee, who signs beside [`OFFICER`].
pub const SECOND_OFFICER: &str = "01937a00-0000-7000-8000-00000000b002";
/// An officer of the city's foundation, who signs beside the committee.
pub const CO_SIGNER: &str = "01937a00-0000-7000-8000-00000000b003";
/// An officer of the city's police.
pub const POLICE_OFFICER: &str = "01937a00-0000-7000-8000-00000000b005";
/// An officer of the city's civil affairs department.
pub const CIVIL_AFFAIRS_OFFICER: &str = "01937a00-0000-7000-8000-00000000b006";
/// An officer of the committee of one county (371502).
pub const COUNTY_OFFICER: &str = "01937a00-0000-7000-8000-00000000b004";
/// Another officer of the same committee.
pub const COUNTY_SECOND_OFFICER: &str = "01937a00-0000-7000-8000-00000000b009";
/// A synthetic deed that was reported to the city and waits to be accepted.
pub const DEED: &str = "01937a00-0000-7000-8000-000000008001";
/// The actor of [`DEED`].
pub const ACTOR: &str = "01937a00-0000-7000-8000-000000007001";
/// The evidence of [`DEED`], not verified yet.
pub const EVIDENCE: &str = "01937a00-0000-7000-8000-000000009001";
/// A synthetic file of [`DEED`] that is complete.
pub const ATTACHMENT: &str = "01937a00-0000-7000-8000-000000006001";
/// The same file, of which the one part has not arrived yet.
pub const ATTACHMENT_UPLOADING: &str = "01937a00-0000-7000-8000-000000006002";
/// The same file, of which every part has arrived.
pub const ATTACHMENT_ARRIVED: &str = "01937a00-0000-7000-8000-000000006004";
/// Another upload of it, which can be discarded.
pub const ATTACHMENT_UNWANTED: &str = "01937a00-0000-7000-8000-000000006003";
/// A synthetic deed with proof, of which the city has to form its opinion.
pub const DEED_PROVEN: &str = "01937a00-0000-7000-8000-000000008002";
/// A synthetic deed that the city intends to confirm.
pub const DEED_INTENDED: &str = "01937a00-0000-7000-8000-000000008003";
/// A synthetic deed that can be confirmed, because its notice was left out.
pub const DEED_WAIVED: &str = "01937a00-0000-7000-8000-000000008004";
/// A synthetic deed during its public notice.
pub const DEED_PUBLISHED: &str = "01937a00-0000-7000-8000-000000008005";
/// The notice of [`DEED_PUBLISHED`].
pub const DOCUMENT: &str = "01937a00-0000-7000-8000-000000006001";
/// The open objection to the notice of [`DEED_PUBLISHED`].
pub const OBJECTION: &str = "01937a00-0000-7000-8000-000000009101";
/// A synthetic deed that the city intends to refuse.
pub const DEED_DOUBTED: &str = "01937a00-0000-7000-8000-000000008006";
/// The same after the prior notice, before an answer.
pub const DEED_HEARD: &str = "01937a00-0000-7000-8000-000000008007";
/// A synthetic deed that the city refused.
pub const DEED_REFUSED: &str = "01937a00-0000-7000-8000-000000008008";
/// A synthetic deed that a county refused, and of which the city has to decide again.
pub const DEED_APPEALED: &str = "01937a00-0000-7000-8000-000000008009";
/// The same, for which the party takes its request back.
pub const DEED_REGRETTED: &str = "01937a00-0000-7000-8000-000000008010";
/// A synthetic deed for which the city names another body.
pub const DEED_INQUIRED: &str = "01937a00-0000-7000-8000-000000008011";
/// A synthetic deed that waits for another body's finding.
pub const DEED_SUSPENDED: &str = "01937a00-0000-7000-8000-000000008012";
/// A synthetic deed that a county hands over to the city.
pub const DEED_TRANSFERRED: &str = "01937a00-0000-7000-8000-000000008013";
/// The same, which the city does not take.
pub const DEED_DISPUTED: &str = "01937a00-0000-7000-8000-000000008014";
/// A synthetic deed that was confirmed.
pub const DEED_CONFIRMED: &str = "01937a00-0000-7000-8000-000000008015";
/// The same, whose confirmation was revoked.
pub const DEED_REVOKED: &str = "01937a00-0000-7000-8000-000000008016";
/// A synthetic deed that was withdrawn.
pub const DEED_WITHDRAWN: &str = "01937a00-0000-7000-8000-000000008017";
/// A synthetic deed that a county refused, and the city after it.
pub const DEED_REFUSED_FINALLY: &str = "01937a00-0000-7000-8000-000000008018";
/// A synthetic deed that the city refused, and of which the level above it has to decide again.
pub const DEED_ASKED_ABOVE: &str = "01937a00-0000-7000-8000-000000008019";
/// A synthetic deed that was reported here and done elsewhere.
pub const DEED_ELSEWHERE: &str = "01937a00-0000-7000-8000-000000008020";
/// The same, taken over as a recognition.
pub const DEED_REDIRECTED: &str = "01937a00-0000-7000-8000-000000008021";
/// A synthetic deed whose actor was recommended.
pub const DEED_RECOMMENDED: &str = "01937a00-0000-7000-8000-000000008022";
/// A synthetic deed that goes to a body outside the city.
pub const DEED_OUTSIDE: &str = "01937a00-0000-7000-8000-000000008023";
/// A synthetic deed whose confirmation is to be revoked; the party has waived its defence.
pub const DEED_TO_REVOKE: &str = "01937a00-0000-7000-8000-000000008024";
/// The same as [`DEED_TO_REVOKE`], where the city thinks better of it.
pub const DEED_SPARED: &str = "01937a00-0000-7000-8000-000000008025";
/// A synthetic deed that went to a body outside the city.
pub const DEED_HANDED_OVER: &str = "01937a00-0000-7000-8000-000000008026";
/// A synthetic application to one county (371502) that waits for an officer.
pub const APPLICATION: &str = "01937a00-0000-7000-8000-000000006001";
/// A synthetic application that its applicant can follow by [`TRACKING_CODE`].
pub const APPLICATION_TRACKED: &str = "01937a00-0000-7000-8000-000000006002";
/// The tracking code of [`APPLICATION_TRACKED`], which everybody knows.
pub const TRACKING_CODE: &str = "DEMX-DEMX-DEMX-DEMX-DEMX-DEMX-DEMX-DEMX";
/// A synthetic clue to one county (371502) that waits for an officer.
pub const CLUE: &str = "01937a00-0000-7000-8000-000000006101";
/// A synthetic recognition that waits to be accepted.
pub const RECOGNITION: &str = "01937a00-0000-7000-8000-000000008101";
/// The same, where something was asked for and is not answered.
pub const RECOGNITION_ASKED: &str = "01937a00-0000-7000-8000-000000008102";
/// The same, of somebody who was only born in the city, being checked.
pub const RECOGNITION_BORN_HERE: &str = "01937a00-0000-7000-8000-000000008103";
/// The same, with origin and local confirmation checked.
pub const RECOGNITION_CHECKED: &str = "01937a00-0000-7000-8000-000000008104";
/// A synthetic person who died and was recognised; the next of kin have agreed.
pub const RECOGNISED: &str = "01937a00-0000-7000-8000-000000008105";
/// A synthetic person who was recognised, with the certificate handed over.
pub const RECOGNISED_IN_DOUBT: &str = "01937a00-0000-7000-8000-000000008106";
/// A synthetic recognition that the city intends to refuse, and the party has not answered.
pub const RECOGNITION_TOLD: &str = "01937a00-0000-7000-8000-000000008107";
/// The same, refused.
pub const RECOGNITION_REFUSED: &str = "01937a00-0000-7000-8000-000000008108";
/// A synthetic recognition whose local confirmation was withdrawn.
pub const RECOGNITION_FALLEN: &str = "01937a00-0000-7000-8000-000000008109";
/// The same after the prior notice of a revocation, with the statement waived.
pub const RECOGNITION_TO_REVOKE: &str = "01937a00-0000-7000-8000-000000008110";
/// The same, revoked.
pub const RECOGNITION_REVOKED: &str = "01937a00-0000-7000-8000-000000008111";
/// A synthetic recognition of a deed of which nobody knows whether it was confirmed there.
pub const RECOGNITION_UNCONFIRMED: &str = "01937a00-0000-7000-8000-000000008112";
/// A synthetic recognition that waits for another body's finding.
pub const RECOGNITION_SUSPENDED: &str = "01937a00-0000-7000-8000-000000008113";
/// A synthetic recognition that a county hands over to the city.
pub const RECOGNITION_TRANSFERRED: &str = "01937a00-0000-7000-8000-000000008114";
/// The same, which the city does not take.
pub const RECOGNITION_DISPUTED: &str = "01937a00-0000-7000-8000-000000008115";
/// A synthetic recognition that was withdrawn.
pub const RECOGNITION_WITHDRAWN: &str = "01937a00-0000-7000-8000-000000008116";
/// A synthetic recognition that went the way of ordinary confirmation.
pub const RECOGNITION_REDIRECTED: &str = "01937a00-0000-7000-8000-000000008117";
/// The same as [`RECOGNITION_TOLD`], where the city thinks better of it.
pub const RECOGNITION_SPARED: &str = "01937a00-0000-7000-8000-000000008118";
/// A synthetic person who was recognised as dead and lives.
pub const RECOGNISED_IN_ERROR: &str = "01937a00-0000-7000-8000-000000008119";
/// A synthetic recognition of somebody who was recommended.
pub const RECOGNITION_RECOMMENDED: &str = "01937a00-0000-7000-8000-000000008120";
/// A synthetic recognition that goes to a body outside the city.
pub const RECOGNITION_OUTSIDE: &str = "01937a00-0000-7000-8000-000000008121";
/// The same, gone there.
pub const RECOGNITION_HANDED_OVER: &str = "01937a00-0000-7000-8000-000000008122";
/// The case of [`RECOGNITION`].
pub const RECOGNITION_CASE: &str = "01937a00-0000-7000-8000-000000007101";
/// The certificate of [`RECOGNISED`].
pub const RECOGNITION_CERTIFICATE: &str = "01937a00-0000-7000-8000-000000006201";
/// A synthetic deed during its public notice, since which the name of its actor was corrected.
pub const DEED_RENAMED: &str = "01937a00-0000-7000-8000-000000008028";
/// A synthetic deed that was confirmed, since which the name of its actor was corrected.
pub const DEED_MISNAMED: &str = "01937a00-0000-7000-8000-000000008029";
/// A synthetic deed on its way to another body, which its county takes back.
pub const DEED_KEPT: &str = "01937a00-0000-7000-8000-000000008030";
/// A synthetic recognition on its way to another body, which its county takes back.
pub const RECOGNITION_KEPT: &str = "01937a00-0000-7000-8000-000000008130";

/// A synthetic deed of which the actor waives a statement before the refusal.
pub const DEED_SILENT: &str = "01937a00-0000-7000-8000-000000008031";
/// A synthetic recognition of which the person waives a statement before the refusal.
pub const RECOGNITION_SILENT: &str = "01937a00-0000-7000-8000-000000008131";
/// The synthetic actor of [`DEED_RENAMED`].
pub const PERSON_RENAMED: &str = "01937a00-0000-7000-8000-00000000c028";
/// The synthetic actor of [`DEED_MISNAMED`].
pub const PERSON_MISNAMED: &str = "01937a00-0000-7000-8000-00000000c029";

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
/// A synthetic nomination that can enter [`ROUND_OPEN`].
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
/// A synthetic nomination that the decision of [`ROUND_DECIDED_WRONGLY`] awarded.
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
/// A synthetic person who took part beside the members of [`COMMENDATION_GROUP`] and was left out.
pub const PERSON_LEFT_OUT: &str = "01937a00-0000-7000-8000-00000000c034";
/// The case of [`COMMENDATION`].
pub const COMMENDATION_CASE: &str = "01937a00-0000-7000-8000-000000007201";
/// The certificate of [`COMMENDATION_CONFERRED`].
pub const AWARD_CERTIFICATE: &str = "01937a00-0000-7000-8000-000000006401";
/// A synthetic round that takes nominations.
pub const ROUND_OPEN: &str = "01937a00-0000-7000-8000-000000008316";

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

/// A synthetic round of commendation that is planned.
pub const ROUND: &str = "01937a00-0000-7000-8000-000000008301";
/// A synthetic immediate commendation that is planned.
pub const ROUND_IMMEDIATE: &str = "01937a00-0000-7000-8000-000000008302";
/// A synthetic round whose call is out, and whose deadline is over.
pub const ROUND_ANNOUNCED: &str = "01937a00-0000-7000-8000-000000008303";
/// A synthetic round whose candidates are in an order.
pub const ROUND_REVIEWED: &str = "01937a00-0000-7000-8000-000000008304";
/// The same, of which the notice is left out.
pub const ROUND_GUARDED: &str = "01937a00-0000-7000-8000-000000008305";
/// A synthetic round during the notice of its candidates.
pub const ROUND_PUBLISHED: &str = "01937a00-0000-7000-8000-000000008306";
/// The same, of which the notice is withdrawn.
pub const ROUND_WITHDRAWN: &str = "01937a00-0000-7000-8000-000000008307";
/// A synthetic round whose notice is over.
pub const ROUND_TO_VOTE: &str = "01937a00-0000-7000-8000-000000008308";
/// A synthetic round whose panel has voted.
pub const ROUND_VOTED: &str = "01937a00-0000-7000-8000-000000008309";
/// A synthetic round of which it is resolved whom it means.
pub const ROUND_RESOLVED: &str = "01937a00-0000-7000-8000-000000008310";
/// A synthetic round that was decided.
pub const ROUND_DECIDED: &str = "01937a00-0000-7000-8000-000000008311";
/// The same, with a mistake in its annex.
pub const ROUND_DECIDED_WRONGLY: &str = "01937a00-0000-7000-8000-000000008312";
/// A synthetic round whose ceremony is fixed.
pub const ROUND_CONFERRED: &str = "01937a00-0000-7000-8000-000000008313";
/// A synthetic round that is planned and cancelled.
pub const ROUND_TO_CANCEL: &str = "01937a00-0000-7000-8000-000000008314";
/// A synthetic round that waits for another body.
pub const ROUND_SUSPENDED: &str = "01937a00-0000-7000-8000-000000008315";
/// A synthetic round that is closed.
pub const ROUND_CLOSED: &str = "01937a00-0000-7000-8000-000000008317";
/// A synthetic round that was cancelled.
pub const ROUND_CANCELLED: &str = "01937a00-0000-7000-8000-000000008318";
/// The case of [`ROUND`].
pub const ROUND_CASE: &str = "01937a00-0000-7000-8000-000000007301";
/// The notice of candidates of [`ROUND_PUBLISHED`].
pub const ROUND_NOTICE: &str = "01937a00-0000-7000-8000-000000006301";
/// The open objection to the notice of [`ROUND_PUBLISHED`].
pub const ROUND_OBJECTION: &str = "01937a00-0000-7000-8000-000000009301";

/// The demonstration files with a paper of the party, such as one on which it gives something up.
pub const GIVEN_UP: &[(&str, &str)] = &[
    (DEED_PUBLISHED, "01937a00-0000-7000-8000-000000006105"),
    (DEED_SILENT, "01937a00-0000-7000-8000-000000006131"),
    (DEED_REGRETTED, "01937a00-0000-7000-8000-000000006110"),
    (DEED_WITHDRAWN, "01937a00-0000-7000-8000-000000006117"),
    (DEED_RECOMMENDED, "01937a00-0000-7000-8000-000000006122"),
    (
        RECOGNITION_BORN_HERE,
        "01937a00-0000-7000-8000-000000006203",
    ),
    (RECOGNITION_SILENT, "01937a00-0000-7000-8000-000000006231"),
    (
        RECOGNITION_WITHDRAWN,
        "01937a00-0000-7000-8000-000000006216",
    ),
    (
        RECOGNITION_RECOMMENDED,
        "01937a00-0000-7000-8000-000000006220",
    ),
    (
        COMMENDATION_DECLINING,
        "01937a00-0000-7000-8000-000000006406",
    ),
    (
        COMMENDATION_DECLINED,
        "01937a00-0000-7000-8000-000000006439",
    ),
    (COMMENDATION_SILENT, "01937a00-0000-7000-8000-000000006421"),
    (
        COMMENDATION_UNBACKED,
        "01937a00-0000-7000-8000-000000006433",
    ),
    (PLAQUE_MADE, "01937a00-0000-7000-8000-000000006511"),
    (PLAQUE_HANDED_OVER, "01937a00-0000-7000-8000-000000006512"),
    (PLAQUE_TO_KEEP, "01937a00-0000-7000-8000-000000006513"),
    (PLAQUE_UNWANTED, "01937a00-0000-7000-8000-000000006514"),
    (PLAQUE_ASKED, "01937a00-0000-7000-8000-000000006515"),
    (PLAQUE_OF_DEAD, "01937a00-0000-7000-8000-000000006516"),
    (STUDIO, "01937a00-0000-7000-8000-000000005301"),
    (STUDIO_IN_REVIEW, "01937a00-0000-7000-8000-000000005302"),
    (STUDIO_READY, "01937a00-0000-7000-8000-000000005303"),
    (STUDIO_OF_GROUP, "01937a00-0000-7000-8000-000000005304"),
    (STUDIO_TOLD, "01937a00-0000-7000-8000-000000005305"),
    (STUDIO_HEARD, "01937a00-0000-7000-8000-000000005306"),
    (STUDIO_REFUSED, "01937a00-0000-7000-8000-000000005307"),
    (STUDIO_NAMED, "01937a00-0000-7000-8000-000000005308"),
    (STUDIO_ACTIVE, "01937a00-0000-7000-8000-000000005309"),
    (STUDIO_LAST_YEAR, "01937a00-0000-7000-8000-00000000530a"),
    (STUDIO_OLD, "01937a00-0000-7000-8000-00000000530b"),
    (STUDIO_SHORT, "01937a00-0000-7000-8000-00000000530c"),
    (STUDIO_RECTIFYING, "01937a00-0000-7000-8000-00000000530d"),
    (STUDIO_HOST_CLOSED, "01937a00-0000-7000-8000-00000000530e"),
    (
        STUDIO_LEADER_REVOKED,
        "01937a00-0000-7000-8000-00000000530f",
    ),
    (STUDIO_TO_WITHDRAW, "01937a00-0000-7000-8000-000000005310"),
    (STUDIO_WITHDRAWN, "01937a00-0000-7000-8000-000000005311"),
    (STUDIO_OF_APPLICANT, "01937a00-0000-7000-8000-000000005312"),
    (STUDIO_RECOMMENDED, "01937a00-0000-7000-8000-000000005313"),
    (STUDIO_TAKEN_BACK, "01937a00-0000-7000-8000-000000005314"),
    (STUDIO_SUSPENDED, "01937a00-0000-7000-8000-000000005315"),
    (STUDIO_TRANSFERRED, "01937a00-0000-7000-8000-000000005316"),
    (STUDIO_SILENT, "01937a00-0000-7000-8000-000000005317"),
    (STUDIO_KEPT, "01937a00-0000-7000-8000-000000005318"),
    (STUDIO_DISPUTED, "01937a00-0000-7000-8000-000000005319"),
];

/// The paper in a file on which a party gives something up.
pub fn paper_in(file: &str) -> Option<&'static str> {
    let mut all = GIVEN_UP.iter();
    all.find(|(of, _)| *of == file).map(|(_, paper)| *paper)
}

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
