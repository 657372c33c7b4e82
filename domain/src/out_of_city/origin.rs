use super::{
    OriginClaim,
    case::{Case, Side},
};
use crate::{
    policy::OriginBasis,
    receipts::{Finding, RuleId, Text, Verdict, text, verdict},
    regions::RegionCode,
};

/// How well an origin in the city is established, weakest first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum ClaimFinding {
    Elsewhere,
    RegionUnclear,
    BasisNotStated,
    BasisNotAccepted,
    ProofMissing,
    ApprovalRefused,
    ApprovalMissing,
    Proven,
}

/// The best of the claims, with the claim itself.
pub(super) fn best_claim<'a>(case: &Case<'a>) -> Option<(ClaimFinding, &'a OriginClaim)> {
    case.facts
        .origin_claims
        .iter()
        .rev() // of equals the last would win, and the first is the one that was named first
        .map(|claim| (finding(case, claim), claim))
        .max_by_key(|(finding, _)| *finding)
}

fn finding(case: &Case<'_>, claim: &OriginClaim) -> ClaimFinding {
    match case.side(claim.region) {
        Side::Outside => return ClaimFinding::Elsewhere,
        Side::TooCoarse | Side::NotInTree => return ClaimFinding::RegionUnclear,
        Side::Inside => {}
    }
    let Some(basis) = claim.basis else {
        return ClaimFinding::BasisNotStated;
    };
    let rules = case.rules();
    let with_approval = rules.origin_bases_with_city_approval.contains(&basis);
    if !with_approval && !rules.origin_bases.contains(&basis) {
        ClaimFinding::BasisNotAccepted
    } else if !claim.proof_present {
        ClaimFinding::ProofMissing
    } else if with_approval {
        match case.facts.city_approved_origin {
            Some(true) => ClaimFinding::Proven,
            Some(false) => ClaimFinding::ApprovalRefused,
            None => ClaimFinding::ApprovalMissing,
        }
    } else {
        ClaimFinding::Proven
    }
}

/// Whether the citizen number points to the city. A reason to ask, never an answer.
pub(super) fn hint_inside(case: &Case<'_>) -> bool {
    case.facts
        .origin_hint
        .is_some_and(|hint| case.side(hint) == Side::Inside)
}

/// Two claims that cannot both be true: places of a kind of which a person has one at a time, neither
/// of which holds the other.
fn contradiction<'a>(case: &Case<'a>) -> Option<(&'a OriginClaim, &'a OriginClaim)> {
    let claims = &case.facts.origin_claims;
    claims.iter().enumerate().find_map(|(position, one)| {
        let basis = one.basis.filter(|basis| basis.is_single())?;
        let others = claims.iter().skip(position + 1);
        let mut same_basis = others.filter(|other| other.basis == Some(basis));
        let other = same_basis.find(|other| are_apart(case, one.region, other.region))?;
        Some((one, other))
    })
}

/// Whether neither region holds the other. A functional zone and the district on whose land it lies
/// may be one place.
fn are_apart(case: &Case<'_>, one: RegionCode, other: RegionCode) -> bool {
    let holds = |outer: RegionCode, inner: RegionCode| {
        let lies_in = case.regions.get(&inner).and_then(|region| region.lies_in);
        inner == outer
            || case.regions.is_within(&inner, &outer)
            || lies_in.is_some_and(|district| case.regions.is_within(&district, &outer))
    };
    !holds(one, other) && !holds(other, one)
}

/// Whether an origin in the city is proven, and nothing that was said contradicts it.
pub(super) fn is_established(case: &Case<'_>) -> bool {
    matches!(best_claim(case), Some((ClaimFinding::Proven, _))) && contradiction(case).is_none()
}

/// Whether nothing that was said leaves room for an origin in the city.
pub(super) fn is_said_to_be_elsewhere(case: &Case<'_>) -> bool {
    matches!(best_claim(case), Some((ClaimFinding::Elsewhere, _))) && !hint_inside(case)
}

/// The place in the city that the actor is said to come from, proven or not.
pub(super) fn claimed_home(case: &Case<'_>) -> Option<RegionCode> {
    best_claim(case)
        .map(|(_, claim)| claim.region)
        .filter(|region| case.side(*region) == Side::Inside)
}

/// OUT-ORIGIN: a reason that policy accepts, with proof.
pub(super) fn out_origin(case: &Case<'_>) -> Finding {
    let verdict = match (contradiction(case), best_claim(case)) {
        (Some((one, other)), _) => contradicting(case, one, other),
        (None, None) => nothing_claimed(case),
        (None, Some((ClaimFinding::Elsewhere, claim))) => elsewhere(case, claim),
        (None, Some((finding, claim))) => claimed(case, finding, claim),
    };
    verdict
        .fact(
            "origin_regions",
            regions(case.facts.origin_claims.iter().map(|claim| claim.region)),
        )
        .fact(
            "origin_hint",
            case.facts.origin_hint.map(|hint| hint.to_string()),
        )
        .conclude(RuleId::OutOrigin, case.law())
}

fn regions(codes: impl Iterator<Item = RegionCode>) -> Vec<String> {
    codes.map(|code| code.to_string()).collect()
}

fn nothing_claimed(case: &Case<'_>) -> Verdict {
    let origin = &case.policy.terms().city.origin;
    let (zh, en) = (&origin.zh, &origin.en);
    if hint_inside(case) {
        verdict!(unknown OriginHintOnly,
            "公民身份号码提示首次登记地在本市，但不能作为{zh}的证明，请补充户籍或籍贯材料。",
            "The citizen number hints at a first registration in the city; it does not prove {en}. Please add the household register.")
    } else {
        verdict!(unknown OriginNotStated,
            "尚未说明行为人的户籍或籍贯，请补充{zh}的依据。",
            "The actor's household register or ancestral place is not stated. Please say what {en} rests on.")
    }
}

fn contradicting(case: &Case<'_>, one: &OriginClaim, other: &OriginClaim) -> Verdict {
    let Text { zh, en } = one.basis.map_or_else(|| text!("", ""), OriginBasis::text);
    let Text {
        zh: first_zh,
        en: first_en,
    } = case.name(one.region);
    let Text {
        zh: second_zh,
        en: second_en,
    } = case.name(other.region);
    verdict!(unknown OriginsContradict,
        "所填{zh}既在{first_zh}，又在{second_zh}，一人只有一处，请核对。",
        "The {en} is said to be both in {first_en} and in {second_en}; a person has one. Please check.")
}

/// A register elsewhere rules nothing out: a former one, or the ancestral place, may be in the city.
fn elsewhere(case: &Case<'_>, claim: &OriginClaim) -> Verdict {
    let Text {
        zh: place_zh,
        en: place_en,
    } = case.name(claim.region);
    let city = &case.policy.terms().city.name;
    let (zh, en) = (&city.zh, &city.en);
    if hint_inside(case) {
        verdict!(unknown OriginHintDiffers,
            "所填来源地为{place_zh}，而公民身份号码提示首次登记地在{zh}，请核对曾用户籍和籍贯。",
            "The origin given is {place_en}, but the citizen number hints at a first registration in {en}. Please check former register and ancestral place.")
    } else {
        verdict!(unknown OriginElsewhere,
            "所填来源地为{place_zh}，不在{zh}；是否曾有{zh}户籍或籍贯尚未查明，请核对并补充证明。",
            "The origin given is {place_en}, which is not in {en}. Whether a former register or the ancestral place is in {en} is not established. Please check and add proof.")
    }
}

fn claimed(case: &Case<'_>, finding: ClaimFinding, claim: &OriginClaim) -> Verdict {
    let Text {
        zh: place_zh,
        en: place_en,
    } = case.name(claim.region);
    let basis = claim.basis.map(OriginBasis::text);
    let (zh, en) = basis
        .as_ref()
        .map_or(("", ""), |basis| (basis.zh.as_str(), basis.en.as_str()));
    let verdict = match finding {
        ClaimFinding::Elsewhere | ClaimFinding::RegionUnclear => {
            verdict!(unknown OriginRegionUnclear,
            "来源地“{place_zh}”不能确定是否属于本市，请填写到县级。",
            "The origin {place_en} does not show whether it belongs to the city. Please give the county.")
        }
        ClaimFinding::BasisNotStated => verdict!(unknown OriginBasisNotStated,
            "来源地为{place_zh}，但未说明是现户籍、曾有户籍还是籍贯，请补充依据和证明。",
            "The origin is {place_en}, but not whether by present register, former register or ancestral place. Please add basis and proof."),
        ClaimFinding::BasisNotAccepted => verdict!(unknown OriginBasisNotAccepted,
            "来源依据“{zh}”（{place_zh}）不在认可范围内，是否另有依据尚未查明。",
            "Origin {place_en} by {en} is not among the bases that count. Whether there is another is not established."),
        ClaimFinding::ProofMissing => verdict!(unknown OriginProofMissing,
            "{zh}在{place_zh}，还缺证明材料。",
            "Origin {place_en} by {en}; the proof is still missing."),
        ClaimFinding::ApprovalMissing => verdict!(unknown OriginNeedsCityApproval,
            "仅有{zh}在{place_zh}的证明，须经市级同意。",
            "{place_en} is proven as {en}, which the city has to approve."),
        ClaimFinding::ApprovalRefused => verdict!(unknown OriginApprovalRefused,
            "仅有{zh}在{place_zh}的证明，市级未予同意，是否另有依据尚未查明。",
            "{place_en} is proven as {en}, and the city did not approve it. Whether there is another basis is not established."),
        ClaimFinding::Proven => verdict!(met OriginProven,
            "{zh}在{place_zh}，证明材料齐全。",
            "Origin {place_en} by {en}, proven."),
    };
    verdict
        .fact("origin_basis", claim.basis)
        .fact("proof_present", claim.proof_present)
        .fact("city_approved_origin", case.facts.city_approved_origin)
}
