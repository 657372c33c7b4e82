//! What was done with the synthetic plaques, and how many days ago.

use std::cell::Cell;

use domain::identity::PersonName;
use domain::ids::{AttachmentId, PersonId, PlaqueId};
use domain::out_of_city::{Kin, KinAgreement, Kinship};
use domain::plaques::{Act, Handover, Occasion, Plaque, ReplacementReason};
use domain::procedure::{Act as AnyAct, Word};
use domain::regions::RegionCode;
use domain::text::Line;
use persistence::Tx;

use super::{Heroes, Steps, Walked};
use crate::contract::examples::ids;
use crate::demo::cases::{Words, with};
use crate::demo::{DemoError, literal};

/// The steps that plaques have in common, each list beginning with the one before it.
pub(super) struct Made {
    words: Words,
    name: PersonName,
    supplier: Line<100>,
    serials: Cell<u32>,
    /// The papers that the steps name.
    pub(super) papers: Vec<(PlaqueId, AttachmentId)>,
}

impl Made {
    pub(super) fn new(tx: &Tx<'_>) -> Result<Self, DemoError> {
        Ok(Self {
            words: Words::new(tx, "测试光荣牌文号")?,
            name: literal(PersonName::parse("测试家属"))?,
            supplier: literal(Line::parse("测试标牌厂"))?,
            serials: Cell::new(1),
            papers: Vec::new(),
        })
    }

    fn ordered(&self) -> Steps {
        let order = Act::Order {
            supplier: self.supplier.clone(),
            ordered: self.words.on(20),
            number: None,
        };
        with(Vec::new(), [(20, order)])
    }

    fn made(&self) -> Result<Steps, DemoError> {
        let serial = self.serials.get();
        self.serials.set(serial + 1);
        let making = Act::Making {
            serial: literal(Line::parse(&format!("LC-2026-{serial:04}")))?,
            made: self.words.on(15),
            taken: false,
        };
        Ok(with(self.ordered(), [(15, making)]))
    }

    fn handed_over(&self) -> Result<Steps, DemoError> {
        let handover = Act::Handover {
            handover: Box::new(Handover {
                occasion: Occasion::PraiseMeeting,
                place: Some(literal(Line::parse("测试表扬会"))?),
                recipient: self.name.clone(),
                kinship: Some(Kinship::Spouse),
                signature: None,
            }),
            handed: self.words.on(12),
            number: None,
        };
        Ok(with(self.made()?, [(12, handover)]))
    }

    fn hung(&self) -> Result<Steps, DemoError> {
        let hanging = Act::Hanging {
            photo: None,
            signature: None,
            hung: self.words.on(10),
        };
        Ok(with(self.handed_over()?, [(10, hanging)]))
    }

    fn indoors(&self) -> Result<Steps, DemoError> {
        let kept = Act::KeepingIndoors {
            signature: None,
            kept: self.words.on(10),
        };
        Ok(with(self.handed_over()?, [(10, kept)]))
    }

    fn declined(&self) -> Steps {
        let word = Word {
            received: self.words.on(18),
            copy: None,
        };
        with(self.ordered(), [(18, Act::Declination { word })])
    }

    fn unreachable(&self) -> Result<Steps, DemoError> {
        let tried = Act::NoContact {
            how: self.words.reason.clone(),
            tried: self.words.on(6),
        };
        Ok(with(self.made()?, [(6, tried)]))
    }

    fn replaced(&self) -> Result<Steps, DemoError> {
        let replaced = Act::Replacement {
            reason: ReplacementReason::Damaged,
            note: self.words.reason.clone(),
            replaced: self.words.on(9),
        };
        Ok(with(self.hung()?, [(9, replaced)]))
    }

    fn noticed(&self) -> Result<Steps, DemoError> {
        let notice = Act::RecoveryNotice {
            reason: self.words.reason.clone(),
            number: None,
        };
        Ok(with(self.hung()?, [(6, notice)]))
    }

    fn recovered(&self) -> Result<Steps, DemoError> {
        let recovery = Act::Recovery {
            note: self.words.reason.clone(),
            recovered: self.words.on(3),
        };
        Ok(with(self.noticed()?, [(3, recovery)]))
    }

    fn written_off(&self) -> Result<Steps, DemoError> {
        let reason = self.words.reason.clone();
        Ok(with(self.hung()?, [(3, Act::WriteOff { reason })]))
    }

    fn cancelled(&self) -> Steps {
        let reason = self.words.reason.clone();
        with(self.ordered(), [(8, Act::Cancellation { reason })])
    }

    fn moved_away(&self) -> Result<Steps, DemoError> {
        let mut steps = self.hung()?;
        steps.extend(self.words.handed_over::<Plaque>()?);
        Ok(steps)
    }

    fn agreed(&self) -> Result<Steps, DemoError> {
        let agreement = KinAgreement {
            recipient: self.name.clone(),
            kin: vec![Kin {
                name: self.name.clone(),
                kinship: Kinship::Spouse,
                agrees: true,
            }],
        };
        Ok(with(self.made()?, [(14, Act::KinAgreement { agreement })]))
    }

    /// The steps with a paper of the file for each signature and photograph.
    pub(super) fn with_papers(&mut self, file: PlaqueId, tx: &Tx<'_>, mut steps: Steps) -> Steps {
        let mut paper = || {
            let id = tx.new_id();
            self.papers.push((file, id));
            Some(id)
        };
        for (_, act) in &mut steps {
            match act {
                AnyAct::Own(Act::Handover { handover, .. }) => handover.signature = paper(),
                AnyAct::Own(Act::Hanging {
                    photo, signature, ..
                }) => (*photo, *signature) = (paper(), paper()),
                AnyAct::Own(Act::KeepingIndoors { signature, .. }) => *signature = paper(),
                AnyAct::Own(Act::Declination { word }) => word.copy = paper(),
                _ => {}
            }
        }
        steps
    }

    /// All of them. An example of the contract finds its plaque in the state that it needs, when the examples
    /// are tried in their order.
    pub(super) fn seeds(
        &self,
        city: RegionCode,
        county: RegionCode,
        heroes: &Heroes,
    ) -> Result<Vec<Walked>, DemoError> {
        let mut living = heroes.living.iter().skip(1).copied();
        let mut one = |file, steps| walked(file, city, living.by_ref().take(1), steps);
        let mut all = vec![
            Walked {
                case: Some(ids::PLAQUE_CASE),
                ..one(Some(ids::PLAQUE), Vec::new())
            },
            one(Some(ids::PLAQUE_ORDERED), self.ordered()),
            one(Some(ids::PLAQUE_MADE), self.made()?),
            one(Some(ids::PLAQUE_HANDED_OVER), self.handed_over()?),
            one(Some(ids::PLAQUE_TO_KEEP), self.handed_over()?),
            one(Some(ids::PLAQUE_UNWANTED), Vec::new()),
            one(Some(ids::PLAQUE_HUNG), self.hung()?),
            one(Some(ids::PLAQUE_UNREACHABLE), self.unreachable()?),
            one(Some(ids::PLAQUE_IN_ERROR), self.ordered()),
            one(Some(ids::PLAQUE_OUTSIDE), self.hung()?),
            one(Some(ids::PLAQUE_MOVING), self.hung()?),
            one(Some(ids::PLAQUE_INQUIRED), self.ordered()),
            one(Some(ids::PLAQUE_DESIGNATED), self.ordered()),
            one(
                Some(ids::PLAQUE_SUSPENDED),
                vec![(5, self.words.suspension().into())],
            ),
            one(Some(ids::PLAQUE_KEPT), self.words.transferred(county)?),
            one(None, self.declined()),
            one(None, self.cancelled()),
            one(None, self.moved_away()?),
            one(None, self.replaced()?),
            one(None, self.indoors()?),
            one(None, self.hung()?),
            one(None, self.hung()?),
            Walked {
                asked: true,
                ..one(Some(ids::PLAQUE_ASKED), Vec::new())
            },
            Walked {
                region: county,
                ..one(Some(ids::PLAQUE_TRANSFERRED), self.words.transferred(city)?)
            },
            Walked {
                region: county,
                ..one(Some(ids::PLAQUE_DISPUTED), self.words.transferred(city)?)
            },
            Walked {
                others: vec![heroes.late],
                ..one(Some(ids::PLAQUE_MISNAMED), self.hung()?)
            },
        ];
        let mut moved_out = one(Some(ids::PLAQUE_WITHOUT_HONOUR), self.hung()?);
        moved_out.others = heroes.others.iter().take(1).copied().collect();
        moved_out.leaves = moved_out.heroes.first().copied();
        all.push(moved_out);
        // Two heroes of one household.
        all.push(walked(None, city, living.by_ref().take(2), self.hung()?));
        let dead = std::iter::once(heroes.dead);
        all.push(walked(
            Some(ids::PLAQUE_OF_DEAD),
            city,
            dead,
            self.agreed()?,
        ));
        for ((file, steps), person) in [
            (Some(ids::PLAQUE_TO_RECOVER), self.hung()?),
            (Some(ids::PLAQUE_NOTICED), self.noticed()?),
            (Some(ids::PLAQUE_LOST), self.hung()?),
            (None, self.recovered()?),
            (None, self.written_off()?),
        ]
        .into_iter()
        .zip(&heroes.revoked)
        {
            all.push(walked(file, city, std::iter::once(*person), steps));
        }
        Ok(all)
    }
}

fn walked(
    file: Option<&'static str>,
    region: RegionCode,
    heroes: impl Iterator<Item = PersonId>,
    steps: Steps,
) -> Walked {
    Walked {
        file,
        case: None,
        region,
        asked: false,
        heroes: heroes.collect(),
        others: Vec::new(),
        leaves: None,
        steps,
    }
}
