//! Which deeds there are, and the steps that were taken in each.

use chrono::NaiveDate;
use domain::deeds::{Act, Deed, DefenceReply, Refusal, RefusalCode};
use domain::ids::EvidenceId;
use domain::policy::{EvidenceKind, PublicationWaiverReason};
use domain::procedure::{Act as AnyAct, DocumentNumber, Entered, Holder, Party, Reason, SharedAct};
use domain::regions::{RegionCode, RegionTree};
use domain::text::Line;
use persistence::Tx;

use super::super::{DemoError, literal};
use super::COUNTY;
use crate::contract::examples::ids;
use crate::demo::cases::day;

/// A deed with the steps that were taken in it, and how many days ago.
pub(super) struct Walked {
    pub(super) deed: &'static str,
    pub(super) actor: Option<&'static str>,
    pub(super) region: RegionCode,
    pub(super) reported: u64,
    pub(super) steps: Vec<(u64, AnyAct<Deed>)>,
}

impl Walked {
    fn new(deed: &'static str, region: RegionCode, steps: Vec<(u64, AnyAct<Deed>)>) -> Self {
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
pub(super) fn seeds(tx: &Tx<'_>, city: RegionCode) -> Result<Vec<Walked>, DemoError> {
    let county = literal(RegionCode::parse(COUNTY))?;
    let steps = Steps::new(tx, city)?;
    let known_proof = vec![(3, evidence(literal(ids::EVIDENCE.parse())?).into())];
    let objection = Act::Objection {
        id: literal(ids::OBJECTION.parse())?,
    };
    Ok(vec![
        Walked {
            actor: Some(ids::ACTOR),
            reported: 3,
            ..Walked::new(ids::DEED, city, known_proof)
        },
        Walked::new(ids::DEED_PROVEN, city, steps.proven()),
        Walked::new(ids::DEED_INTENDED, city, steps.intended()),
        Walked::new(ids::DEED_WAIVED, city, steps.waived()),
        Walked::new(ids::DEED_PUBLISHED, city, steps.published(objection)),
        Walked::new(ids::DEED_DOUBTED, city, steps.doubted()),
        Walked::new(ids::DEED_HEARD, city, steps.heard()),
        Walked::new(ids::DEED_REFUSED, city, steps.refused()),
        Walked::new(ids::DEED_APPEALED, county, steps.appealed()),
        Walked::new(ids::DEED_REGRETTED, county, steps.appealed()),
        Walked::new(ids::DEED_ASKED_ABOVE, city, steps.appealed()),
        Walked::new(ids::DEED_INQUIRED, city, Vec::new()),
        Walked::new(ids::DEED_SUSPENDED, city, steps.suspended()),
        Walked::new(ids::DEED_TRANSFERRED, county, steps.transferred()),
        Walked::new(ids::DEED_DISPUTED, county, steps.transferred()),
        Walked::new(ids::DEED_CONFIRMED, city, steps.confirmed()),
        Walked::new(ids::DEED_REVOKED, city, steps.revoked()),
        Walked::new(
            ids::DEED_WITHDRAWN,
            city,
            vec![(24, SharedAct::Withdrawal.into())],
        ),
        Walked::new(ids::DEED_REFUSED_FINALLY, county, steps.refused_finally()),
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

    fn proven(&self) -> Vec<(u64, AnyAct<Deed>)> {
        let verified = Act::EvidenceVerification {
            id: self.proof,
            verified: true,
        };
        vec![
            (20, Act::Acceptance.into()),
            (20, evidence(self.proof).into()),
            (20, verified.into()),
        ]
    }

    fn intended(&self) -> Vec<(u64, AnyAct<Deed>)> {
        let reason = Some(self.reason.clone());
        with(
            self.proven(),
            [(15, Act::PositiveAssessment { reason }.into())],
        )
    }

    fn waived(&self) -> Vec<(u64, AnyAct<Deed>)> {
        let waiver = Act::PublicationWaiver {
            reason: PublicationWaiverReason::Safety,
            note: self.reason.clone(),
        };
        with(self.intended(), [(3, waiver.into())])
    }

    fn published(&self, objection: Act) -> Vec<(u64, AnyAct<Deed>)> {
        let number = self.number.clone();
        let notice = Act::Publication {
            number: Some(number),
        };
        with(self.intended(), [(3, notice.into()), (2, objection.into())])
    }

    fn doubted(&self) -> Vec<(u64, AnyAct<Deed>)> {
        let reason = self.reason.clone();
        with(
            self.proven(),
            [(18, Act::NegativeAssessment { reason }.into())],
        )
    }

    fn heard(&self) -> Vec<(u64, AnyAct<Deed>)> {
        let told = Act::PriorNotice {
            facts: self.reason.clone(),
            reasons: self.reason.clone(),
            notified: Entered::on(day(self.today, 10)),
        };
        with(self.doubted(), [(10, told.into())])
    }

    fn refused(&self) -> Vec<(u64, AnyAct<Deed>)> {
        let waived = Act::DefenceStatement {
            reply: DefenceReply::Waived,
        };
        let refusal = Act::Refusal {
            number: Some(self.number.clone()),
            refusal: self.refusal(),
        };
        let delivery = SharedAct::Delivery {
            party: Party::Actor,
            delivered: Entered::on(day(self.today, 6)),
        };
        with(
            self.heard(),
            [
                (8, waived.into()),
                (7, refusal.into()),
                (6, delivery.into()),
            ],
        )
    }

    fn appealed(&self) -> Vec<(u64, AnyAct<Deed>)> {
        let request = Act::ReconfirmationRequest {
            party: Party::Actor,
            received: Entered::on(day(self.today, 4)),
            reason: self.reason.clone(),
        };
        with(self.refused(), [(4, request.into())])
    }

    fn confirmed(&self) -> Vec<(u64, AnyAct<Deed>)> {
        let confirmation = Act::Confirmation {
            number: self.number.clone(),
            certificate: Some(self.number.clone()),
        };
        with(self.waived(), [(2, confirmation.into())])
    }

    fn revoked(&self) -> Vec<(u64, AnyAct<Deed>)> {
        let revocation = Act::Revocation {
            number: self.number.clone(),
            deception: self.reason.clone(),
        };
        with(self.confirmed(), [(1, revocation.into())])
    }

    fn refused_finally(&self) -> Vec<(u64, AnyAct<Deed>)> {
        let refusal = Act::ReconfirmationRefusal {
            number: Some(self.number.clone()),
            refusal: self.refusal(),
        };
        with(self.appealed(), [(1, refusal.into())])
    }

    fn refusal(&self) -> Refusal {
        Refusal {
            code: RefusalCode::StatutoryDuty,
            reason: self.reason.clone(),
        }
    }

    fn suspended(&self) -> Vec<(u64, AnyAct<Deed>)> {
        let pending = self.reason.clone();
        with(
            self.proven(),
            [(5, SharedAct::Suspension { pending }.into())],
        )
    }

    fn transferred(&self) -> Vec<(u64, AnyAct<Deed>)> {
        let transfer = SharedAct::Transfer {
            receiver: self.city,
            reason: self.reason.clone(),
        };
        vec![(2, transfer.into())]
    }
}

fn evidence(id: EvidenceId) -> Act {
    Act::Evidence {
        id,
        kind: EvidenceKind::PublicSecurity,
    }
}

fn with<const N: usize>(
    mut steps: Vec<(u64, AnyAct<Deed>)>,
    further: [(u64, AnyAct<Deed>); N],
) -> Vec<(u64, AnyAct<Deed>)> {
    steps.extend(further);
    steps
}
