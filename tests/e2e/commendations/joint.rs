//! A trio that saved somebody together, honoured as a group by several bodies in one decision.

use serde_json::{Value, json};

use super::in_a_round::{call, entered, of_round, resolved, try_round};
use super::{Hall, conferral};
use crate::deeds::{unmet, unused_number};
use crate::harness::CITY;
use crate::rounds;

const UNION: &str = "聊城市总工会";

/// A round of three bodies, of which one has no officers here and grants a title of its own too.
fn joint() -> Value {
    let mut round = rounds::round();
    round["form"] = json!("joint");
    let union = json!({
        "name": UNION, "kind": "other", "region_code": CITY, "own_title": "测试五一劳动奖章"
    });
    round["bodies"].as_array_mut().unwrap().push(union);
    round
}

#[test]
fn a_trio_is_honoured_by_three_bodies_and_paid_by_three_to_the_fen() {
    let hall = Hall::open();
    let round = call(&hall, joint());
    let deed = hall.confirmed(3);
    let group = entered(&hall, &round, "liaocheng_group", &deed, 3);
    resolved(&hall, &round, &[&group]);

    let mut decision = json!({ "number": unused_number("聊见义联"), "reason": "测试：已查明" });
    let unsigned = try_round(&hall, &round, "decision", decision.clone());
    assert_eq!(unmet(&unsigned), ["bodies_signed"]);
    assert_eq!(rounds::rules(&unsigned), ["TIER-AUTHORITY"]);
    decision["signatures"] = json!([{ "body": UNION, "number": "测工〔2026〕1号" }]);
    of_round(&hall, &round, "decision", decision);

    let award = hall.case(&group, 0)["awards"][0].clone();
    assert_eq!(award["title"], "liaocheng_group");
    assert_eq!(award["round_id"], round["id"]);

    let plan = json!({
        "total_fen": 5_000_003,
        "payers": [
            { "name": "测试市基金会", "permille": 500 },
            { "name": UNION, "permille": 350 },
            { "name": "测试县基金会", "permille": 150 }
        ],
        "basis": "测试文件"
    });
    hall.done(&group, "payment-plans", plan);
    let paid: Vec<Vec<i64>> = (0..3)
        .map(|member| {
            let shares = hall.case(&group, member)["payments"][0]["shares"].clone();
            let shares = shares.as_array().unwrap().clone();
            shares
                .iter()
                .map(|share| share["fen"].as_i64().unwrap())
                .collect()
        })
        .collect();
    let of_payer = |payer: usize| paid.iter().map(|shares| shares[payer]).sum::<i64>();
    // 35 % are 1,750,001.05 and 15 % 750,000.45 fen; the fen that is left over goes to the largest remainder.
    assert_eq!(
        [of_payer(0), of_payer(1), of_payer(2)],
        [2_500_002, 1_750_001, 750_000]
    );
    let mut members: Vec<i64> = paid.iter().map(|shares| shares.iter().sum()).collect();
    members.sort_unstable();
    assert_eq!(members, [1_666_667, 1_666_668, 1_666_668]);

    for actor in group["actors"].as_array().unwrap() {
        let mut body = conferral("测试甲");
        body["actor_ids"] = json!([actor["id"]]);
        body["ceremony_round_id"] = round["id"].clone();
        hall.done(&group, "conferral", body);
    }
    assert_eq!(hall.case(&group, 2)["state"], "conferred");
}
