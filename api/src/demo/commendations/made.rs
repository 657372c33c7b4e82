//! What was done in the synthetic commendations, and how many days ago.

use domain::commendations::money::PayerShare;
use domain::commendations::{
    Accepted, Act, Conferral, OpinionOf, PaymentPlan, RefusalCode, Revocation, Secrecy,
};
use domain::identity::PersonName;
use domain::ids::{DeedId, PersonId};
use domain::money::Fen;
use domain::policy::{CommendationForm, Harm, TitleId};
use domain::procedure::{OutsideDocument, Reason, SharedAct, Word};
use domain::regions::RegionCode;
use domain::text::Line;
use persistence::Tx;

use super::{DEAD, Steps, TOGETHER, Walked};
use crate::contract::examples::ids;
use crate::demo::cases::{Words, with};
use crate::demo::{DemoError, literal};

/// The titles that are nominated.
const CITY_TITLE: &str = "liaocheng_model";
const OTHER_TITLE: &str = "liaocheng_advanced";
const CITY_GROUP: &str = "liaocheng_group";
const PROVINCE_TITLE: &str = "shandong_model";

/// The steps that commendations have in common, each list beginning with the one before it.
pub(super) struct Made {
    words: Words,
    name: PersonName,
    foundation: Line<100>,
    above: Line<100>,
    place: Line<100>,
}

impl Made {
    pub(super) fn new(tx: &Tx<'_>) -> Result<Self, DemoError> {
        Ok(Self {
            words: Words::new(tx, "测试称号文号")?,
            name: literal(PersonName::parse("测试甲"))?,
            foundation: literal(Line::parse("聊城市见义勇为基金会"))?,
            above: literal(Line::parse("测试省委政法委员会"))?,
            place: literal(Line::parse("测试会场"))?,
        })
    }

    fn reason(&self) -> Reason {
        self.words.reason.clone()
    }

    fn acceptance(&self, days_ago: u64) -> Act {
        Act::NomineeAcceptance {
            accepted: Accepted {
                by: self.name.clone(),
                secrecy: Secrecy::Open,
                copy: None,
            },
            received: self.words.on(days_ago),
        }
    }

    fn accepted(&self) -> Steps {
        with(reviewed(), [(18, self.acceptance(18))])
    }

    fn asked() -> Result<Steps, DemoError> {
        let request = Act::OpinionRequest {
            body: literal(Line::parse("测试公安机关"))?,
            of: OpinionOf::PublicSecurity,
            number: None,
        };
        Ok(with(reviewed(), [(17, request)]))
    }

    fn recommended(&self) -> Steps {
        let recommendation = Act::Recommendation {
            opinion: self.reason(),
            reason: Some(self.reason()),
            number: None,
        };
        with(reviewed(), [(16, recommendation)])
    }

    fn submitted(&self) -> Steps {
        let submission = Act::Submission {
            organ: self.above.clone(),
            opinion: self.reason(),
            reason: Some(self.reason()),
            number: None,
        };
        with(reviewed(), [(15, submission)])
    }

    fn in_round(&self) -> Result<Steps, DemoError> {
        let entry = Act::RoundEntry {
            round: literal(ids::ROUND_OPEN.parse())?,
            terms: None,
            reason: Some(self.reason()),
        };
        Ok(with(self.accepted(), [(9, entry)]))
    }

    /// Nominated and accepted in time for the round that was decided.
    fn of_round(&self) -> Result<Steps, DemoError> {
        let entry = Act::RoundEntry {
            round: literal(ids::ROUND_DECIDED_WRONGLY.parse())?,
            terms: None,
            reason: Some(self.reason()),
        };
        Ok(with(
            Vec::new(),
            [
                (24, Act::Acceptance),
                (24, self.acceptance(24)),
                (24, entry),
            ],
        ))
    }

    /// Suspended while that round was decided.
    fn held_up(&self) -> Result<Steps, DemoError> {
        let resumption = SharedAct::Resumption {
            finding: self.reason(),
        };
        let pause = [(7, self.words.suspension()), (4, resumption)];
        Ok(with(self.of_round()?, pause))
    }

    fn deferred(&self) -> Steps {
        let deferral = Act::Deferral {
            reason: self.reason(),
        };
        with(reviewed(), [(10, deferral)])
    }

    fn not_granted(&self) -> Steps {
        let refusal = Act::NotGranted {
            reason: self.reason(),
        };
        with(reviewed(), [(10, refusal)])
    }

    fn declined(&self) -> Result<Steps, DemoError> {
        let copy = ids::paper_in(ids::COMMENDATION_DECLINED).map(str::parse);
        let word = Word {
            received: self.words.on(17),
            copy: literal(copy.transpose())?,
        };
        Ok(with(reviewed(), [(17, Act::Declination { word })]))
    }

    fn taken_off(&self) -> Result<Steps, DemoError> {
        let removal = Act::TakeOff {
            decision: self.words.number(),
            reason: self.reason(),
        };
        Ok(with(self.planned()?, [(3, removal)]))
    }

    fn awarded(&self) -> Result<Steps, DemoError> {
        let committee = literal(Line::parse("中共聊城市委政法委员会"))?;
        let award = Act::ImmediateAward {
            number: self.words.number(),
            bodies: vec![committee, self.foundation.clone()],
            certificate: None,
            approval: None,
            reason: Some(self.reason()),
        };
        Ok(with(self.accepted(), [(12, award)]))
    }

    fn planned(&self) -> Result<Steps, DemoError> {
        let plan = Act::PaymentPlan {
            plan: PaymentPlan {
                total: literal(Fen::new(1_000_000))?,
                payers: vec![PayerShare {
                    name: self.foundation.clone(),
                    permille: 1000,
                }],
            },
            basis: Some(literal(Line::parse("测试奖金文件"))?),
            reason: None,
            members: Vec::new(),
            number: None,
        };
        Ok(with(self.awarded()?, [(10, plan)]))
    }

    fn conferred(&self) -> Result<Steps, DemoError> {
        let conferral = Act::Conferral {
            conferral: Box::new(Conferral {
                recipient: self.name.clone(),
                place: self.place.clone(),
                presented_by: None,
                form: CommendationForm::HomeDelivery,
                ceremony: None,
            }),
            conferred: self.words.on(9),
        };
        Ok(with(self.planned()?, [(9, conferral)]))
    }

    fn told(&self) -> Result<Steps, DemoError> {
        let notice = Act::RevocationNotice {
            facts: self.reason(),
            reasons: self.reason(),
            notified: self.words.on(6),
            number: None,
        };
        Ok(with(self.planned()?, [(6, notice)]))
    }

    fn heard(&self) -> Result<Steps, DemoError> {
        let statement = Act::DefenceStatement {
            statement: self.reason(),
            received: self.words.on(5),
        };
        Ok(with(self.told()?, [(5, statement)]))
    }

    fn revoked(&self) -> Result<Steps, DemoError> {
        let revocation = Act::Revocation {
            number: None,
            revocation: Revocation {
                code: RefusalCode::Deception,
                reason: self.reason(),
                deviation: None,
            },
        };
        Ok(with(self.heard()?, [(3, revocation)]))
    }

    fn granted_above(&self) -> Steps {
        let award = Act::OutsideAward {
            title: TitleId::new(PROVINCE_TITLE),
            document: OutsideDocument {
                organ: self.above.clone(),
                number: self.words.number(),
                issued: self.words.on(8),
                copy: None,
            },
        };
        with(self.submitted(), [(8, award)])
    }

    /// All of them. An example of the contract finds its commendation in the state that it needs.
    #[expect(clippy::too_many_lines, reason = "one line for each commendation")]
    pub(super) fn seeds(
        &self,
        city: RegionCode,
        county: RegionCode,
        deeds: &[(DeedId, Vec<PersonId>)],
    ) -> Result<Vec<Walked>, DemoError> {
        let missing = || "a synthetic hero is missing";
        let deed = |place: usize| literal(deeds.get(place).ok_or_else(missing));
        let hero = |index: usize| -> Result<(DeedId, PersonId), DemoError> {
            let (basis, people) = deed(index / TOGETHER)?;
            let person = people.get(index % TOGETHER).ok_or_else(missing);
            Ok((*basis, *literal(person)?))
        };
        let suspended = with(reviewed(), [(5, self.words.suspension())]);
        let away = self.words.handed_over()?;
        let gone: Steps = [reviewed(), away].into_iter().flatten().collect();
        let to_city = self.words.transferred(city)?;
        let to_county = self.words.transferred(county)?;
        #[rustfmt::skip]
        let alone: Vec<(&'static str, RegionCode, &'static str, Steps)> = vec![
            (ids::COMMENDATION, city, CITY_TITLE, Vec::new()),
            (ids::COMMENDATION_REVIEWED, city, CITY_TITLE, reviewed()),
            (ids::COMMENDATION_ASKED, city, CITY_TITLE, Self::asked()?),
            (ids::COMMENDATION_OF_COUNTY, county, CITY_TITLE, reviewed()),
            (ids::COMMENDATION_RECOMMENDED, county, CITY_TITLE, self.recommended()),
            (ids::COMMENDATION_DECLINING, city, CITY_TITLE, Vec::new()),
            (ids::COMMENDATION_PROVINCIAL, city, PROVINCE_TITLE, reviewed()),
            (ids::COMMENDATION_SUBMITTED, city, PROVINCE_TITLE, self.submitted()),
            (ids::COMMENDATION_ABOVE, city, PROVINCE_TITLE, self.submitted()),
            (ids::COMMENDATION_READY, city, CITY_TITLE, self.accepted()),
            (ids::COMMENDATION_IN_ROUND, city, CITY_TITLE, self.in_round()?),
            (ids::COMMENDATION_LATE, city, CITY_TITLE, reviewed()),
            (ids::COMMENDATION_DEFERRED, city, CITY_TITLE, self.deferred()),
            (ids::COMMENDATION_WEAK, city, CITY_TITLE, reviewed()),
            (ids::COMMENDATION_IMMEDIATE, city, CITY_TITLE, self.accepted()),
            (ids::COMMENDATION_AWARDED, city, CITY_TITLE, self.awarded()?),
            (ids::COMMENDATION_CONFERRED, city, CITY_TITLE, self.conferred()?),
            (ids::COMMENDATION_WRONG, city, CITY_TITLE, self.awarded()?),
            (ids::COMMENDATION_TOLD, city, CITY_TITLE, self.told()?),
            (ids::COMMENDATION_SILENT, city, CITY_TITLE, self.told()?),
            (ids::COMMENDATION_SPARED, city, CITY_TITLE, self.told()?),
            (ids::COMMENDATION_TO_REVOKE, city, CITY_TITLE, self.heard()?),
            (ids::COMMENDATION_REVOKED, city, CITY_TITLE, self.revoked()?),
            (ids::COMMENDATION_FROM_ABOVE, city, PROVINCE_TITLE, self.granted_above()),
            (ids::COMMENDATION_SUSPENDED, city, CITY_TITLE, suspended),
            (ids::COMMENDATION_TRANSFERRED, county, CITY_TITLE, to_city),
            (ids::COMMENDATION_DISPUTED, county, CITY_TITLE, self.words.transferred(city)?),
            (ids::COMMENDATION_KEPT, city, CITY_TITLE, to_county),
            (ids::COMMENDATION_OUTSIDE, city, CITY_TITLE, reviewed()),
            (ids::COMMENDATION_HANDED_OVER, city, CITY_TITLE, gone),
            (ids::COMMENDATION_UNBACKED, city, CITY_TITLE, Vec::new()),
            (ids::COMMENDATION_OF_ROUND, city, CITY_TITLE, self.of_round()?),
            (ids::COMMENDATION_HELD_UP, city, CITY_TITLE, self.held_up()?),
            (ids::COMMENDATION_TO_DESIGNATE, city, CITY_TITLE, reviewed()),
            (ids::COMMENDATION_NOT_GRANTED, city, CITY_TITLE, self.not_granted()),
            // Further titles of the first heroes.
            (ids::COMMENDATION_DECLINED, city, OTHER_TITLE, self.declined()?),
            (ids::COMMENDATION_TAKEN_OFF, city, OTHER_TITLE, self.taken_off()?),
        ];
        let mut all = Vec::new();
        for (index, (file, region, title, steps)) in alone.into_iter().enumerate() {
            let (basis, person) = hero(index % DEAD)?;
            let nominated = match file {
                ids::COMMENDATION_OF_ROUND | ids::COMMENDATION_HELD_UP => 24,
                _ => 20,
            };
            all.push(Walked {
                file,
                region,
                title,
                group: None,
                basis,
                nominated,
                members: vec![(person, Harm::Injured)],
                steps,
            });
        }
        let (basis, who_died) = hero(DEAD)?;
        all.push(Walked {
            file: ids::COMMENDATION_POSTHUMOUS,
            region: city,
            title: CITY_TITLE,
            group: None,
            basis,
            nominated: 20,
            members: vec![(who_died, Harm::Died)],
            steps: reviewed(),
        });
        let (basis, trio) = literal(deeds.last().ok_or_else(missing))?;
        let members = trio.iter().take(3);
        all.push(Walked {
            file: ids::COMMENDATION_GROUP,
            region: city,
            title: CITY_GROUP,
            group: Some("测试救人群体"),
            basis: *basis,
            nominated: 20,
            members: members.map(|person| (*person, Harm::None)).collect(),
            steps: self.awarded()?,
        });
        // Nominated after the confirmation was revoked, so that it falls at once.
        all.push(Walked {
            file: ids::COMMENDATION_FALLEN,
            region: city,
            title: CITY_TITLE,
            group: None,
            basis: literal(ids::DEED_REVOKED.parse())?,
            nominated: 0,
            members: vec![(literal(ids::PERSON.parse())?, Harm::None)],
            steps: Vec::new(),
        });
        Ok(all)
    }
}

fn reviewed() -> Steps {
    vec![(19, Act::Acceptance.into())]
}
