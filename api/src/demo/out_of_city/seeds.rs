//! Which synthetic recognitions there are, and the steps that were taken in each.

use chrono::NaiveDate;
use domain::deeds::DefenceReply;
use domain::identity::PersonName;
use domain::out_of_city::{Act, Kin, KinAgreement, Kinship, Recognition, Refusal, RefusalCode};
use domain::procedure::{
    Act as AnyAct, DocumentNumber, Entered, Holder, OutsideDocument, Reason, SharedAct,
};
use domain::regions::{RegionCode, RegionTree};
use domain::text::Line;
use persistence::Tx;

use super::super::{DemoError, literal};
use crate::contract::examples::ids;
use crate::demo::cases::day;

type Steps = Vec<(u64, AnyAct<Recognition>)>;

/// A county that hands recognitions over to the city.
const COUNTY: &str = "371502";
/// The place among the twins of who lives, of who was only born in the city, and of who died.
const LIVING: usize = 0;
const BORN_HERE: usize = 4;
const DEAD: usize = 5;

/// A recognition with the steps that were taken in it, and how many days ago.
pub(super) struct Walked {
    pub(super) file: &'static str,
    pub(super) case: Option<&'static str>,
    pub(super) document: Option<&'static str>,
    pub(super) twin: usize,
    pub(super) region: RegionCode,
    pub(super) reported: u64,
    pub(super) confirmed: bool,
    pub(super) steps: Steps,
}

impl Walked {
    fn new(file: &'static str, region: RegionCode, steps: Steps) -> Self {
        Self {
            file,
            case: None,
            document: None,
            twin: LIVING,
            region,
            reported: 25,
            confirmed: true,
            steps,
        }
    }
}

/// All of them. An example of the contract finds its recognition in the state that it needs, when the
/// examples are tried in their order.
pub(super) fn seeds(tx: &Tx<'_>, city: RegionCode) -> Result<Vec<Walked>, DemoError> {
    let county = literal(RegionCode::parse(COUNTY))?;
    let made = Made::new(tx, city)?;
    let in_city = |file, steps| Walked::new(file, city, steps);
    Ok(vec![
        Walked {
            case: Some(ids::RECOGNITION_CASE),
            reported: 3,
            ..in_city(ids::RECOGNITION, Vec::new())
        },
        in_city(ids::RECOGNITION_ASKED, asked()),
        Walked {
            twin: BORN_HERE,
            ..in_city(ids::RECOGNITION_BORN_HERE, accepted())
        },
        in_city(ids::RECOGNITION_CHECKED, made.checked()),
        Walked {
            twin: DEAD,
            document: Some(ids::RECOGNITION_CERTIFICATE),
            ..in_city(ids::RECOGNISED, made.recognised_after_death())
        },
        in_city(ids::RECOGNISED_IN_DOUBT, made.recognised()),
        in_city(ids::RECOGNITION_TOLD, made.told()),
        in_city(ids::RECOGNITION_SPARED, made.told()),
        in_city(ids::RECOGNITION_REFUSED, made.refused()),
        in_city(ids::RECOGNITION_FALLEN, made.fallen()),
        in_city(ids::RECOGNITION_TO_REVOKE, made.to_revoke()),
        in_city(ids::RECOGNITION_REVOKED, made.revoked()),
        Walked {
            confirmed: false,
            ..in_city(ids::RECOGNITION_UNCONFIRMED, Vec::new())
        },
        Walked {
            confirmed: false,
            ..in_city(ids::RECOGNITION_REDIRECTED, made.redirected())
        },
        in_city(ids::RECOGNITION_SUSPENDED, made.suspended()),
        Walked::new(ids::RECOGNITION_TRANSFERRED, county, made.transferred()),
        Walked::new(ids::RECOGNITION_DISPUTED, county, made.transferred()),
        in_city(
            ids::RECOGNITION_WITHDRAWN,
            vec![(24, SharedAct::Withdrawal.into())],
        ),
    ])
}

/// The steps that recognitions have in common, each list beginning with the one before it.
struct Made {
    today: NaiveDate,
    city: Holder,
    reason: Reason,
    number: DocumentNumber,
    name: PersonName,
    organ: Line<100>,
}

impl Made {
    fn new(tx: &Tx<'_>, city: RegionCode) -> Result<Self, DemoError> {
        let city = RegionTree::builtin().get(&city).map(Holder::of);
        Ok(Self {
            today: tx.today(),
            city: literal(city.ok_or("the city is not in the tree of regions"))?,
            reason: literal(Line::parse("测试：演示数据"))?,
            number: literal(Line::parse("测试文号1号"))?,
            name: literal(PersonName::parse("测试配偶"))?,
            organ: literal(Line::parse("测试市见义勇为基金会"))?,
        })
    }

    fn checked(&self) -> Steps {
        let origin = Act::OriginCheck {
            proven: true,
            note: self.reason.clone(),
        };
        let authentic = Act::AuthenticityCheck {
            authentic: true,
            note: self.reason.clone(),
        };
        with(accepted(), [(20, origin), (20, authentic)])
    }

    fn recognition(&self) -> Act {
        Act::Recognition {
            number: self.number.clone(),
            certificate: None,
            reason: Some(self.reason.clone()),
        }
    }

    fn recognised(&self) -> Steps {
        let handover = Act::Handover {
            recipient: self.name.clone(),
            handed: Entered::on(day(self.today, 12)),
        };
        with(self.checked(), [(15, self.recognition()), (12, handover)])
    }

    fn recognised_after_death(&self) -> Steps {
        let agreement = KinAgreement {
            recipient: self.name.clone(),
            kin: vec![Kin {
                name: self.name.clone(),
                kinship: Kinship::Spouse,
                agrees: true,
            }],
        };
        let agreed = Act::KinAgreement { agreement };
        with(self.checked(), [(16, agreed), (15, self.recognition())])
    }

    fn told(&self) -> Steps {
        let told = Act::RefusalNotice {
            facts: self.reason.clone(),
            reasons: self.reason.clone(),
            notified: Entered::on(day(self.today, 4)),
        };
        with(accepted(), [(4, told)])
    }

    fn refused(&self) -> Steps {
        let refusal = Act::Refusal {
            number: None,
            refusal: self.because(RefusalCode::OriginNotProven),
        };
        with(self.told(), [(3, waived()), (2, refusal)])
    }

    fn fallen(&self) -> Steps {
        let fall = Act::ConfirmationFall {
            document: OutsideDocument {
                organ: self.organ.clone(),
                number: self.number.clone(),
                issued: Entered::on(day(self.today, 10)),
                copy: None,
            },
            reason: self.reason.clone(),
        };
        with(self.recognised(), [(10, fall)])
    }

    fn to_revoke(&self) -> Steps {
        let told = Act::RevocationNotice {
            facts: self.reason.clone(),
            reasons: self.reason.clone(),
            notified: Entered::on(day(self.today, 8)),
        };
        with(self.fallen(), [(8, told), (7, waived())])
    }

    fn revoked(&self) -> Steps {
        let revocation = Act::Revocation {
            number: self.number.clone(),
            refusal: self.because(RefusalCode::ConfirmationWithdrawn),
        };
        with(self.to_revoke(), [(5, revocation)])
    }

    fn redirected(&self) -> Steps {
        let redirection = Act::Redirection {
            reason: self.reason.clone(),
        };
        with(
            accepted(),
            [(20, Act::NoLocalConfirmation), (19, redirection)],
        )
    }

    fn suspended(&self) -> Steps {
        let pending = self.reason.clone();
        let mut steps = accepted();
        steps.push((5, SharedAct::Suspension { pending }.into()));
        steps
    }

    fn transferred(&self) -> Steps {
        let transfer = SharedAct::Transfer {
            receiver: self.city,
            reason: self.reason.clone(),
        };
        vec![(2, transfer.into())]
    }

    fn because(&self, code: RefusalCode) -> Refusal {
        Refusal {
            code,
            reason: self.reason.clone(),
        }
    }
}

fn accepted() -> Steps {
    vec![(23, Act::Acceptance.into())]
}

fn asked() -> Steps {
    let items = Line::parse("请补交户籍证明").into_iter().collect();
    vec![(3, Act::SupplementRequest { items }.into())]
}

fn waived() -> Act {
    Act::DefenceStatement {
        reply: DefenceReply::Waived,
    }
}

fn with<const N: usize>(mut steps: Steps, further: [(u64, Act); N]) -> Steps {
    steps.extend(further.into_iter().map(|(day, act)| (day, act.into())));
    steps
}
