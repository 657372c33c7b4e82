use super::{
    Obstacle,
    case::Case,
    timing::{Span, Timing, dates, timing},
};
use crate::{
    policy::ForceMajeure,
    receipts::{Finding, RuleId, Verdict, verdict},
};

/// FILE-TOLL: force majeure stops the time where the city decides so.
pub(super) fn file_toll(case: &Case<'_>) -> Finding {
    let obstacle = case.facts.obstacle;
    obstacle
        .map_or_else(
            || {
                verdict!(not_applicable NoObstacle,
                    "没有主张不可抗力。",
                    "Nobody claims that force majeure kept them from filing.")
            },
            |obstacle| toll(case, obstacle),
        )
        .fact("obstacle_from", obstacle.map(|obstacle| obstacle.from))
        .fact("obstacle_to", obstacle.map(|obstacle| obstacle.to))
        .fact(
            "city_decision",
            obstacle.and_then(|obstacle| obstacle.city_decision),
        )
        .fact("force_majeure", case.rules().filing.force_majeure)
        .conclude(RuleId::FileToll, case.law())
}

fn toll(case: &Case<'_>, obstacle: Obstacle) -> Verdict {
    let Obstacle { from, to, .. } = obstacle;
    let in_time_anyway =
        dates(case).is_ok_and(|dates| timing(case, dates, None) == Timing::Sure(Span::Ordinary));
    match obstacle.city_decision {
        _ if case.rules().filing.force_majeure == ForceMajeure::NotCounted => {
            verdict!(not_applicable ForceMajeureNotCounted,
                "现行规则不因不可抗力中止申报期限。",
                "Under the rules force majeure does not stop the time for filing.")
        }
        _ if from > to => verdict!(unknown DatesContradict,
            "不可抗力的起止日期（{from}至{to}）颠倒，请核对。",
            "The force majeure ends ({to}) before it begins ({from}). Please check."),
        _ if in_time_anyway => verdict!(not_applicable StopNotNeeded,
            "已在期限内提出，无须中止计算。",
            "It was filed in time, so nothing has to stop the time."),
        None => verdict!(unknown CityDecisionMissing,
            "主张{from}至{to}因不可抗力不能提出，须由市级决定是否中止计算。",
            "Force majeure from {from} to {to} is claimed; the city has to decide whether it stops the time."),
        Some(true) => verdict!(met TimeStopped,
            "经市级决定，{from}至{to}不计入期限。",
            "The city decided that {from} to {to} does not count."),
        Some(false) => verdict!(not_applicable StopDeclined,
            "市级决定不中止计算，期限照常。",
            "The city decided that the time was not stopped."),
    }
}
