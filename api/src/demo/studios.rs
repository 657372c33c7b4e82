//! Studios in every state of the procedure, led by synthetic people whom the city recognised years ago.

mod made;
mod seeds;

use std::collections::BTreeSet;

use domain::calendar::PartialDate;
use domain::deeds::Incident;
use domain::deeds::eligibility::{ActType, Filer};
use domain::documents::DocumentKind;
use domain::ids::PersonId;
use domain::out_of_city::{
    Act as Recognising, ConfirmationDocument, LocalConfirmation, OriginClaim, Recognition,
};
use domain::people::{Person, Registrar};
use domain::policy::{AuthorityLevel, IssuerKind, OriginBasis};
use domain::regions::{Place, RegionCode};
use domain::studios::{Function, Member, Setup, Studio};
use domain::text::{Line, Paragraphs};
use persistence::{RegionScope, Tx};

use super::cases::{Diary, Words, day, new_ids, with};
use super::out_of_city::ELSEWHERE;
use super::{Demo, DemoError, literal, people};
use crate::contract::examples::ids;
use crate::out_of_city::{Applied, IncidentSource, PersonDetails, apply};
use crate::studios::{Proposed, propose};
use seeds::{Walked, seeds};

/// How many days ago the leaders were recognised: before the oldest studio.
const RECOGNISED: u64 = 1300;

/// A county, which hands studios over to the city.
const COUNTY: &str = "371502";

/// Registers a leader for each studio.
pub(super) fn register(demo: &mut Demo<'_, '_>) -> Result<Vec<Person>, DemoError> {
    let registrar = Registrar {
        city: demo.city,
        regions: None,
        today: demo.tx.today(),
    };
    let region = literal(RegionCode::parse(COUNTY))?;
    let count = seeds(demo.tx, demo.city)?.len();
    let names = (1..=count).map(name_of);
    names
        .map(|name| people::open_named(demo, &registrar, (&name, region)))
        .collect()
}

/// The name of a leader, all in Chinese.
fn name_of(number: usize) -> String {
    const DIGITS: [char; 10] = ['零', '一', '二', '三', '四', '五', '六', '七', '八', '九'];
    let digits = number.to_string();
    let digits = digits.chars().filter_map(|digit| digit.to_digit(10));
    let digits = digits.filter_map(|digit| DIGITS.get(usize::try_from(digit).ok()?));
    format!("测试英模{}", digits.collect::<String>())
}

/// Enters them all.
pub(super) fn fill(
    diary: &mut Diary,
    (tx, city): (&Tx<'_>, RegionCode),
    leaders: &[Person],
) -> Result<(), DemoError> {
    let seeds = seeds(tx, city)?;
    let honoured = leaders
        .iter()
        .zip(&seeds)
        .filter(|(_, walked)| walked.honoured);
    let honoured: Vec<PersonId> = honoured.map(|(person, _)| person.id).collect();
    recognise(diary, (tx, city), &honoured)?;
    for (walked, leader) in seeds.into_iter().zip(leaders) {
        let new = new_ids::<Studio>(tx, Some(walked.file), walked.case)?;
        let proposed = proposed(tx, &walked, leader)?;
        let client = literal(ids::CLIENT.parse())?;
        diary.open(walked.proposed, move |acting, policies| {
            propose(
                acting,
                policies,
                (client, &RegionScope::City),
                new,
                &proposed,
            )
        });
        let paper = walked.naming.map(|id| (DocumentKind::StudioNaming, id));
        diary.walk::<Studio>(new.file, paper, walked.steps, |_| None)?;
    }
    Ok(())
}

/// One deed elsewhere, for which the city recognised all leaders.
fn recognise(
    diary: &mut Diary,
    (tx, city): (&Tx<'_>, RegionCode),
    leaders: &[PersonId],
) -> Result<(), DemoError> {
    let words = Words::new(tx, "测试英模认定文号")?;
    let received_on = day(tx.today(), RECOGNISED + 20);
    let elsewhere = literal(RegionCode::parse(ELSEWHERE))?;
    let incident = Incident {
        act_types: vec![ActType::Rescue],
        occurred_on: literal(PartialDate::day(day(received_on, 60)))?,
        place: Some(Place::Region(elsewhere)),
        further_counties: Vec::new(),
        filer: Filer::OwnMotion,
        summary: literal(Paragraphs::parse("测试：在外地共同救起落水群众。"))?,
        beneficiaries: Vec::new(),
        witnesses: Vec::new(),
        harm: None,
        loss_averted: None,
    };
    let document = ConfirmationDocument {
        issuer_name: Some("测试市见义勇为基金会".to_owned()),
        issuer_region: Some(elsewhere),
        issuer_kind: Some(IssuerKind::Foundation),
        issuer_level: Some(AuthorityLevel::Municipal),
        document_number: Some("测见义〔2023〕1号".to_owned()),
        issued_on: literal(PartialDate::day(day(received_on, 30)))?,
        copy_attached: true,
        withdrawn: None,
    };
    let claim = OriginClaim {
        basis: Some(OriginBasis::HukouNow),
        region: literal(RegionCode::parse(COUNTY))?,
        proof_present: true,
    };
    let details = PersonDetails {
        claims: vec![claim],
        rewarded_elsewhere: Some(false),
        household_has_plaque: Some(false),
    };
    let applied = Applied {
        region: city,
        source: IncidentSource::Described(Box::new(incident)),
        confirmation: Some(LocalConfirmation::Present(document)),
        received_on,
        late_because: None,
        people: leaders.iter().map(|id| (*id, details.clone())).collect(),
    };
    let new = new_ids::<Recognition>(tx, None, None)?;
    let client = literal(ids::CLIENT.parse())?;
    diary.open(RECOGNISED + 20, move |acting, policies| {
        apply(
            acting,
            policies,
            (client, &RegionScope::City),
            new,
            &applied,
        )
    });
    let note = || words.reason.clone();
    let steps = with(
        Vec::new(),
        [
            (RECOGNISED + 15, Recognising::Acceptance),
            (
                RECOGNISED + 10,
                Recognising::OriginCheck {
                    proven: true,
                    note: note(),
                },
            ),
            (
                RECOGNISED + 10,
                Recognising::AuthenticityCheck {
                    authentic: true,
                    note: note(),
                },
            ),
            (
                RECOGNISED,
                Recognising::Recognition {
                    number: words.number(),
                    certificate: None,
                    reason: Some(note()),
                },
            ),
        ],
    );
    diary.walk::<Recognition>(new.file, None, steps, |_| None)
}

fn proposed(tx: &Tx<'_>, walked: &Walked, leader: &Person) -> Result<Proposed, DemoError> {
    let received_on = day(tx.today(), walked.proposed);
    let name = leader.file.name.as_str();
    let group = walked.group.then(|| format!("测试群体{name}"));
    let bearer = group.as_deref().unwrap_or(name);
    let member = |name: &str, role: &str| -> Result<Member, DemoError> {
        Ok(Member {
            name: literal(domain::identity::PersonName::parse(name))?,
            person: None,
            officer: None,
            role: literal(Line::parse(role))?,
            joined_on: received_on,
            left_on: None,
        })
    };
    Ok(Proposed {
        region: walked.region,
        leader: leader.id,
        filer: walked.filer,
        received_on,
        late_because: None,
        setup: Setup {
            name: literal(Line::parse(&format!("见义勇为{bearer}英模工作室")))?,
            group: group
                .as_deref()
                .map(|group| literal(Line::parse(group)))
                .transpose()?,
            host: literal(Line::parse("测试街道办事处"))?,
            place: literal(Line::parse("测试街道综治中心一楼"))?,
            contact: literal(Line::parse("测试联系人 19900000009"))?,
            functions: BTreeSet::from([Function::Publicity, Function::Clue, Function::Visit]),
            members: vec![
                member("测试成员一", "宣讲员")?,
                member("测试成员二", "联络员")?,
                member("测试成员三", "志愿者")?,
                member("测试成员四", "志愿者")?,
            ],
        },
    })
}
