//! Which deeds there are, and the steps that were taken in each.

use chrono::NaiveDate;
use domain::deeds::Party;
use domain::deeds::procedure::{
    Act, DocumentNumber, HearingReply, Holder, Reason, Refusal, RefusalCode,
};
use domain::ids::EvidenceId;
use domain::policy::{EvidenceKind, PublicitySkipReason};
use domain::regions::{RegionCode, RegionTree};
use domain::text::Line;
use persistence::Tx;

use super::super::{DemoError, ids, literal};
use super::{COUNTY, day};

/// A deed with the steps that were taken in it, and how many days ago.
pub(super) struct Seed {
    pub(super) deed: &'static str,
    pub(super) actor: Option<&'static str>,
    pub(super) region: RegionCode,
    pub(super) reported: u64,
    pub(super) steps: Vec<(u64, Act)>,
}

impl Seed {
    fn new(deed: &'static str, region: RegionCode, steps: Vec<(u64, Act)>) -> Self {
        Self {
            deed,
            actor: None,
            region,
            reported: 25,
            steps,
        }
    }
}

/// All of them. An example of the contract finds its deed in the state that it needs, when the
/// examples are tried in their order.
pub(super) fn seeds(tx: &Tx<'_>, city: RegionCode) -> Result<Vec<Seed>, DemoError> {
    let county = literal(RegionCode::parse(COUNTY))?;
    let steps = Steps::new(tx, city)?;
    let known_proof = vec![(3, evidence(literal(ids::EVIDENCE.parse())?))];
    let objection = Act::Objection {
        id: literal(ids::OBJECTION.parse())?,
    };
    Ok(vec![
        Seed {
            actor: Some(ids::ACTOR),
            reported: 3,
            ..Seed::new(ids::DEED, city, known_proof)
        },
        Seed::new(ids::DEED_PROVEN, city, steps.proven()),
        Seed::new(ids::DEED_INTENDED, city, steps.intended()),
        Seed::new(ids::DEED_SKIPPED, city, steps.skipped()),
        Seed::new(ids::DEED_PUBLISHED, city, steps.published(objection)),
        Seed::new(ids::DEED_DOUBTED, city, steps.doubted()),
        Seed::new(ids::DEED_HEARD, city, steps.heard()),
        Seed::new(ids::DEED_REFUSED, city, steps.refused()),
        Seed::new(ids::DEED_APPEALED, county, steps.appealed()),
        Seed::new(ids::DEED_REGRETTED, county, steps.appealed()),
        Seed::new(ids::DEED_INQUIRED, city, Vec::new()),
        Seed::new(ids::DEED_SUSPENDED, city, steps.suspended()),
        Seed::new(ids::DEED_TRANSFERRED, county, steps.transferred()),
        Seed::new(ids::DEED_DISPUTED, county, steps.transferred()),
        Seed::new(ids::DEED_CONFIRMED, city, steps.confirmed()),
        Seed::new(ids::DEED_REVOKED, city, steps.revoked()),
        Seed::new(ids::DEED_WITHDRAWN, city, vec![(24, Act::Withdrawal)]),
        Seed::new(ids::DEED_REFUSED_FINALLY, county, steps.refused_finally()),
    ])
}

/// The steps that deeds have in common, each list beginning with the one before it.
struct Steps {
    today: NaiveDate,
    proof: EvidenceId,
    city: Holder,
    reason: Reason,
    number: DocumentNumber,
}

impl Steps {
    fn new(tx: &Tx<'_>, city: RegionCode) -> Result<Self, DemoError> {
        let city = RegionTree::builtin().get(&city).map(Holder::of);
        Ok(Self {
            today: tx.today(),
            proof: tx.new_id(),
            city: literal(city.ok_or("the city is not in the tree of regions"))?,
            reason: literal(Line::parse("测试：演示数据"))?,
            number: literal(Line::parse("测试文号1号"))?,
        })
    }

    fn proven(&self) -> Vec<(u64, Act)> {
        let verified = Act::EvidenceVerification {
            id: self.proof,
            verified: true,
        };
        vec![
            (20, Act::Acceptance),
            (20, evidence(self.proof)),
            (20, verified),
        ]
    }

    fn intended(&self) -> Vec<(u64, Act)> {
        let reason = Some(self.reason.clone());
        with(self.proven(), [(15, Act::PositiveAssessment { reason })])
    }

    fn skipped(&self) -> Vec<(u64, Act)> {
        let skip = Act::PublicationSkip {
            reason: PublicitySkipReason::Safety,
            note: self.reason.clone(),
        };
        with(self.intended(), [(3, skip)])
    }

    fn published(&self, objection: Act) -> Vec<(u64, Act)> {
        let number = self.number.clone();
        let notice = Act::Publication { number };
        with(self.intended(), [(3, notice), (2, objection)])
    }

    fn doubted(&self) -> Vec<(u64, Act)> {
        let reason = self.reason.clone();
        with(self.proven(), [(18, Act::NegativeAssessment { reason })])
    }

    fn heard(&self) -> Vec<(u64, Act)> {
        let told = Act::Hearing {
            facts: self.reason.clone(),
            reasons: self.reason.clone(),
            notified_on: day(self.today, 10),
        };
        with(self.doubted(), [(10, told)])
    }

    fn refused(&self) -> Vec<(u64, Act)> {
        let waived = Act::HearingStatement {
            reply: HearingReply::Waived,
        };
        let refusal = Act::Refusal {
            number: self.number.clone(),
            refusal: self.refusal(),
        };
        let delivery = Act::Delivery {
            party: Party::Actor,
            delivered_on: day(self.today, 6),
        };
        with(self.heard(), [(8, waived), (7, refusal), (6, delivery)])
    }

    fn appealed(&self) -> Vec<(u64, Act)> {
        let request = Act::ReconfirmationRequest {
            party: Party::Actor,
            received_on: day(self.today, 4),
            reason: self.reason.clone(),
        };
        with(self.refused(), [(4, request)])
    }

    fn confirmed(&self) -> Vec<(u64, Act)> {
        let confirmation = Act::Confirmation {
            number: self.number.clone(),
            certificate: self.number.clone(),
        };
        with(self.skipped(), [(2, confirmation)])
    }

    fn revoked(&self) -> Vec<(u64, Act)> {
        let revocation = Act::Revocation {
            number: self.number.clone(),
            deception: self.reason.clone(),
        };
        with(self.confirmed(), [(1, revocation)])
    }

    fn refused_finally(&self) -> Vec<(u64, Act)> {
        let refusal = Act::ReconfirmationRefusal {
            number: self.number.clone(),
            refusal: self.refusal(),
        };
        with(self.appealed(), [(1, refusal)])
    }

    fn refusal(&self) -> Refusal {
        Refusal {
            code: RefusalCode::StatutoryDuty,
            reason: self.reason.clone(),
        }
    }

    fn suspended(&self) -> Vec<(u64, Act)> {
        let pending = self.reason.clone();
        with(self.proven(), [(5, Act::Suspension { pending })])
    }

    fn transferred(&self) -> Vec<(u64, Act)> {
        let transfer = Act::Transfer {
            receiver: self.city,
            reason: self.reason.clone(),
        };
        vec![(2, transfer)]
    }
}

fn evidence(id: EvidenceId) -> Act {
    Act::Evidence {
        id,
        kind: EvidenceKind::PublicSecurity,
    }
}

fn with<const N: usize>(mut steps: Vec<(u64, Act)>, further: [(u64, Act); N]) -> Vec<(u64, Act)> {
    steps.extend(further);
    steps
}
