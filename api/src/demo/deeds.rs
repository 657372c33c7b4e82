//! Synthetic deeds, one for each state in which an example of the contract needs one. Each was
//! walked through the procedure some days ago.

use chrono::NaiveDate;
use domain::calendar::PartialDate;
use domain::deeds::eligibility::{
    ActType, AgeAtDeed, Complexity, DeedFacts, Duty, EvidenceItem, Filer, Interest, Lawfulness,
    Relation, RescueOutcome,
};
use domain::deeds::{Act, Deed, DefenceReply, Incident, Record, Refusal, RefusalCode};
use domain::ids::EvidenceId;
use domain::policy::{EvidenceKind, PublicationWaiverReason};
use domain::procedure::{Act as AnyAct, DocumentNumber, Party, Reason, SharedAct};
use domain::regions::{Place, RegionCode};
use domain::text::Line;
use persistence::{Tx, intake};

use super::cases::{self, Seed, Words, day, with};
use super::out_of_city::ELSEWHERE;
use super::{Demo, DemoError, literal};
use crate::contract::examples::ids;
use crate::deeds::facts_of;

type Steps = cases::Steps<Deed>;

/// The county that holds the deeds which the city does not.
const COUNTY: &str = "371502";

/// Opens them all.
pub(super) fn fill(demo: &mut Demo<'_, '_>) -> Result<(), DemoError> {
    let person = literal(ids::PERSON.parse())?;
    for walked in seeds(demo.tx, demo.city)? {
        let received_on = day(demo.tx.today(), walked.reported);
        let place = if walked.elsewhere {
            literal(RegionCode::parse(ELSEWHERE))?
        } else {
            walked.region
        };
        let incident = incident(received_on, place)?;
        let seed = Seed::<Deed> {
            file: walked.deed.to_owned(),
            case: walked.actor,
            document: (walked.deed == ids::DEED_PUBLISHED).then_some(ids::DOCUMENT),
            people: vec![(
                person,
                facts(&incident, walked.region, &walked.steps, received_on),
            )],
            region: walked.region,
            reported: walked.reported,
            filed_by: incident.filer.into(),
            record: Record::new(incident.occurred_on),
            subject: incident,
            steps: walked.steps,
        };
        let deed = cases::open(demo, "reported", &seed)?;
        intake::insert_of_deed(demo.tx, &deed)?;
    }
    Ok(())
}

pub(super) fn incident(received_on: NaiveDate, region: RegionCode) -> Result<Incident, DemoError> {
    Ok(Incident {
        act_types: vec![ActType::Rescue],
        occurred_on: literal(PartialDate::day(day(received_on, 10)))?,
        place: Some(Place::Region(region)),
        further_counties: Vec::new(),
        filer: Filer::Actor,
        summary: literal(Line::parse("演示数据：测试人员跳入河中，救起一名落水者。"))?,
        beneficiaries: vec![literal(Line::parse("测试受益人"))?],
        witnesses: vec![literal(Line::parse("测试证人"))?],
        harm: None,
        loss_averted: None,
    })
}

fn facts(
    incident: &Incident,
    region: RegionCode,
    steps: &[(u64, AnyAct<Deed>)],
    received_on: NaiveDate,
) -> DeedFacts {
    let verified = steps
        .iter()
        .any(|(_, act)| matches!(act, AnyAct::Own(Act::EvidenceVerification { .. })));
    let evidence = steps.iter().filter_map(|(_, act)| match act {
        AnyAct::Own(Act::Evidence { kind, .. }) => Some(EvidenceItem {
            kind: *kind,
            verified,
        }),
        _ => None,
    });
    DeedFacts {
        duty: Some(Duty::None),
        interests: vec![Interest::OtherPerson],
        beneficiaries: Some(vec![Relation::Unrelated]),
        caused_danger: Some(false),
        lawfulness: Some(Lawfulness::NotQuestioned),
        outcome: Some(RescueOutcome::Succeeded),
        age_at_deed: Some(AgeAtDeed::years(41)),
        volunteer_service: Some(false),
        home: Some(region),
        complexity: Some(Complexity::Plain),
        possible_duplicates: Some(Vec::new()),
        evidence: Some(evidence.collect()),
        ..facts_of(incident, region, received_on)
    }
}

/// A deed with the steps that were taken in it, and how many days ago.
struct Walked {
    deed: &'static str,
    actor: Option<&'static str>,
    region: RegionCode,
    reported: u64,
    elsewhere: bool,
    steps: Steps,
}

impl Walked {
    fn new(deed: &'static str, region: RegionCode, steps: Steps) -> Self {
        Self {
            deed,
            actor: None,
            region,
            reported: 25,
            elsewhere: false,
            steps,
        }
    }
}

/// All of them. An example of the contract finds its deed in the state that it needs, when the
/// examples are tried in their order.
fn seeds(tx: &Tx<'_>, city: RegionCode) -> Result<Vec<Walked>, DemoError> {
    let county = literal(RegionCode::parse(COUNTY))?;
    let made = Made {
        proof: tx.new_id(),
        words: Words::new(tx, city)?,
    };
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
        Walked::new(ids::DEED_PROVEN, city, made.proven()),
        Walked::new(ids::DEED_INTENDED, city, made.intended()),
        Walked::new(ids::DEED_WAIVED, city, made.waived()),
        Walked::new(ids::DEED_PUBLISHED, city, made.published(objection)),
        Walked::new(ids::DEED_DOUBTED, city, made.doubted()),
        Walked::new(ids::DEED_HEARD, city, made.heard()),
        Walked::new(ids::DEED_REFUSED, city, made.refused()),
        Walked::new(ids::DEED_APPEALED, county, made.appealed()),
        Walked::new(ids::DEED_REGRETTED, county, made.appealed()),
        Walked::new(ids::DEED_ASKED_ABOVE, city, made.appealed()),
        Walked::new(ids::DEED_INQUIRED, city, Vec::new()),
        Walked::new(ids::DEED_SUSPENDED, city, made.suspended()),
        Walked::new(ids::DEED_TRANSFERRED, county, made.words.transferred()),
        Walked::new(ids::DEED_DISPUTED, county, made.words.transferred()),
        Walked::new(ids::DEED_CONFIRMED, city, made.confirmed()),
        Walked::new(ids::DEED_REVOKED, city, made.revoked()),
        Walked::new(
            ids::DEED_WITHDRAWN,
            city,
            vec![(24, SharedAct::Withdrawal.into())],
        ),
        Walked {
            elsewhere: true,
            ..Walked::new(ids::DEED_ELSEWHERE, city, Vec::new())
        },
        Walked {
            elsewhere: true,
            ..Walked::new(ids::DEED_REDIRECTED, city, made.redirected())
        },
        Walked::new(ids::DEED_REFUSED_FINALLY, county, made.refused_finally()),
    ])
}

/// The steps that deeds have in common, each list beginning with the one before it.
struct Made {
    proof: EvidenceId,
    words: Words,
}

impl Made {
    fn reason(&self) -> Reason {
        self.words.reason.clone()
    }

    fn number(&self) -> DocumentNumber {
        self.words.number.clone()
    }

    fn refusal(&self) -> Refusal {
        Refusal {
            code: RefusalCode::StatutoryDuty,
            reason: self.reason(),
            deviation: Some(self.reason()),
        }
    }

    fn proven(&self) -> Steps {
        let (id, verified) = (self.proof, true);
        let verified = Act::EvidenceVerification { id, verified };
        let steps = [(20, Act::Acceptance), (20, evidence(id)), (20, verified)];
        with(Vec::new(), steps)
    }

    fn intended(&self) -> Steps {
        let reason = Some(self.reason());
        with(self.proven(), [(15, Act::PositiveAssessment { reason })])
    }

    fn waived(&self) -> Steps {
        let waiver = Act::PublicationWaiver {
            reason: PublicationWaiverReason::Safety,
            note: self.reason(),
        };
        with(self.intended(), [(3, waiver)])
    }

    fn published(&self, objection: Act) -> Steps {
        let number = Some(self.number());
        let notice = Act::Publication { number };
        with(self.intended(), [(3, notice), (2, objection)])
    }

    fn doubted(&self) -> Steps {
        let reason = self.reason();
        with(self.proven(), [(18, Act::NegativeAssessment { reason })])
    }

    fn heard(&self) -> Steps {
        let notice = Act::PriorNotice {
            facts: self.reason(),
            reasons: self.reason(),
            notified: self.words.on(10),
        };
        with(self.doubted(), [(10, notice)])
    }

    fn refused(&self) -> Steps {
        let reply = DefenceReply::Waived;
        let refusal = Act::Refusal {
            number: Some(self.number()),
            refusal: self.refusal(),
        };
        let delivery = SharedAct::Delivery {
            party: Party::Actor,
            delivered: self.words.on(6),
        };
        let refused = [(8, Act::DefenceStatement { reply }), (7, refusal)];
        with(with(self.heard(), refused), [(6, delivery)])
    }

    fn appealed(&self) -> Steps {
        let request = Act::ReconfirmationRequest {
            party: Party::Actor,
            received: self.words.on(4),
            reason: self.reason(),
        };
        with(self.refused(), [(4, request)])
    }

    fn confirmed(&self) -> Steps {
        let confirmation = Act::Confirmation {
            number: self.number(),
            certificate: Some(self.number()),
        };
        with(self.waived(), [(2, confirmation)])
    }

    fn revoked(&self) -> Steps {
        let revocation = Act::Revocation {
            number: self.number(),
            deception: self.reason(),
        };
        with(self.confirmed(), [(1, revocation)])
    }

    fn redirected(&self) -> Steps {
        let reason = self.reason();
        vec![(20, Act::Redirection { reason }.into())]
    }

    fn refused_finally(&self) -> Steps {
        let refusal = Act::ReconfirmationRefusal {
            number: Some(self.number()),
            refusal: self.refusal(),
        };
        with(self.appealed(), [(1, refusal)])
    }

    fn suspended(&self) -> Steps {
        with(self.proven(), [(5, self.words.suspension())])
    }
}

fn evidence(id: EvidenceId) -> Act {
    let kind = EvidenceKind::PublicSecurity;
    Act::Evidence { id, kind }
}
