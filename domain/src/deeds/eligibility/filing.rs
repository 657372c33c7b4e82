use super::{Filer, case::Case};
use crate::{
    ids::DeedId,
    receipts::{Finding, ReasonCode, RuleId, Text, Verdict, text, verdict},
};

/// DEED-DUP: one confirmation for one actor in one incident.
pub(super) fn deed_dup(case: &Case<'_>) -> Finding {
    let found = case.facts.possible_duplicates.as_deref();
    let verdict = match found {
        None => verdict!(unknown DuplicatesNotChecked,
            "尚未查对是否已有同一行为人、同一行为的案卷。",
            "Nobody has checked yet whether the same deed of the same actor is on file."),
        Some([]) => verdict!(met NoDuplicate,
            "在可以查看的案卷中，没有发现同一行为人的同一行为。",
            "Among the files that could be looked into, none is of the same deed and actor."),
        Some(found) => {
            let count = found.len();
            verdict!(unknown PossibleDuplicate,
                "有{count}份案卷可能是同一行为人的同一行为，每人每事只确认一次，请核对。",
                "{count} file(s) may be the same deed of the same actor, which is confirmed once only. Please check.")
        }
    };
    let ids = found.map(|found| found.iter().map(DeedId::to_string).collect::<Vec<_>>());
    verdict
        .fact("possible_duplicates", ids)
        .conclude(RuleId::DeedDup, case.law())
}

fn filer_not_stated() -> Text {
    text!(
        "尚未说明由谁申请或者举荐，请补充。",
        "Who brings the deed is not stated. Please add it."
    )
}

/// DEED-OWN-MOTION: a case that nobody asked for.
pub(super) fn deed_own_motion(case: &Case<'_>) -> Finding {
    let allowed = case.rules().eligibility.own_motion;
    let verdict = match case.facts.filer {
        None => Verdict::unknown(ReasonCode::FilerNotStated, filer_not_stated()),
        Some(Filer::OwnMotion) if allowed => verdict!(met OwnMotionAllowed,
            "没有申请人、举荐人的，确认机构可以依职权办理。",
            "Where nobody applies or recommends, the confirming body may open the case itself."),
        Some(Filer::OwnMotion) => verdict!(not_met OwnMotionNotProvided,
            "现行规则没有规定依职权办理，请由申请人或者举荐人提出。",
            "The rules do not let the confirming body open a case itself; somebody has to apply or recommend."),
        Some(_) => verdict!(not_applicable FiledByOthers,
            "已有申请人或者举荐人，不属于依职权办理。",
            "Somebody brings the deed, so the body does not open the case itself."),
    };
    verdict
        .fact("filer", case.facts.filer)
        .fact("own_motion", allowed)
        .conclude(RuleId::DeedOwnMotion, case.law())
}

/// FILE-WHO: the actor or a close relative applies, anybody else recommends.
pub(super) fn file_who(case: &Case<'_>) -> Finding {
    let verdict = match case.facts.filer {
        None => Verdict::unknown(ReasonCode::FilerNotStated, filer_not_stated()),
        Some(Filer::OwnMotion) => verdict!(not_applicable OpenedByBody,
            "由确认机构依职权办理，没有申请人、举荐人。",
            "The confirming body opened the case; nobody applies or recommends."),
        Some(filer) => {
            let Text { zh, en } = filer.text();
            if filer.applies() {
                verdict!(met ApplicantEntitled,
                    "{zh}可以申请确认。",
                    "An application by {en} counts.")
            } else {
                verdict!(met RecommenderEntitled,
                    "{zh}可以举荐。",
                    "A recommendation by {en} counts.")
            }
        }
    };
    verdict
        .fact("filer", case.facts.filer)
        .conclude(RuleId::FileWho, case.law())
}
