//! Ids that are the same in every demonstration, so that the examples of the contract work on it.

mod commendations;
mod plaques;
mod rounds;
mod studios;

pub use commendations::*;
pub use plaques::*;
pub use rounds::*;
pub use studios::*;

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
/// What [`PERSON`] agreed to show.
pub const CONSENT: &str = "01937a00-0000-7000-8000-00000000c101";
/// An entry of the honour roll.
pub const ROLL_ENTRY: &str = "01937a00-0000-4000-8000-00000000c201";
/// A studio that everybody may see.
pub const PUBLIC_STUDIO: &str = "01937a00-0000-4000-8000-00000000c202";
/// The notice of [`DEED_RENAMED`] as everybody may see it.
pub const PUBLIC_NOTICE: &str = "01937a00-0000-4000-8000-00000000c203";
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

/// A synthetic person who took part beside the members of [`COMMENDATION_GROUP`] and was left out.
pub const PERSON_LEFT_OUT: &str = "01937a00-0000-7000-8000-00000000c034";

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
