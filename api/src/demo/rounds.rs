//! Rounds of commendation: one of each form at least, in every state. Nominations enter them as over HTTP.

mod made;

use domain::documents::DocumentKind;
use domain::policy::{AuthorityKind, CommendationForm, CommendationKind, HonourLevel, TitleId};
use domain::procedure::Act as AnyAct;
use domain::regions::RegionCode;
use domain::rounds::{Act, Call, JointBody, Openness, Round, TitlePlaces};
use domain::text::{Line, Paragraphs};
use persistence::Tx;
use persistence::cases::{EnclosureKind, NewEnclosure};

use self::made::Made;
use super::cases::{self, Diary, day, new_ids};
use super::{DemoError, literal};
use crate::contract::examples::ids;
use crate::rounds::{Planned, plan};

type Steps = cases::Steps<Round>;

/// Enters them all.
pub(super) fn fill(diary: &mut Diary, tx: &Tx<'_>, city: RegionCode) -> Result<(), DemoError> {
    let client = literal(ids::CLIENT.parse())?;
    let text = literal(Paragraphs::parse("测试：对候选对象的事迹有异议"))?;
    let objector = domain::deeds::Objector {
        name: literal(Line::parse("测试异议人"))?,
        contact: literal(Line::parse("19900000004"))?,
    };
    for (number, walked) in (1..).zip(seeds(tx)?) {
        let case = (walked.file == ids::ROUND).then_some(ids::ROUND_CASE);
        let new = new_ids(tx, Some(walked.file), case)?;
        let call = call(tx, city, number, walked.form, walked.closed)?;
        diary.open(PLANNED, move |acting, policies| {
            plan(acting, policies, client, new, &Planned { call })
        });
        let is_published = walked.file == ids::ROUND_PUBLISHED;
        let paper = is_published.then_some((DocumentKind::CandidateNotice, ids::ROUND_NOTICE));
        diary.walk::<Round>(new.file, paper, walked.steps, |act| match act {
            AnyAct::Own(Act::CandidateObjection { id, .. }) => Some(NewEnclosure {
                id: id.as_uuid(),
                kind: EnclosureKind::Objection,
                text: text.clone(),
                objector: Some(objector.clone()),
            }),
            _ => None,
        })?;
    }
    Ok(())
}

/// How many days ago they were planned.
const PLANNED: u64 = 28;
/// How many days ago nominations closed, where they did.
const CLOSED: u64 = 24;

/// What the city calls for. `closed` tells whether nominations are over.
fn call(
    tx: &Tx<'_>,
    city: RegionCode,
    number: usize,
    form: CommendationForm,
    closed: bool,
) -> Result<Call, DemoError> {
    let today = tx.today();
    let body = |name: &str, kind, leads| {
        Ok::<_, DemoError>(JointBody {
            name: literal(Line::parse(name))?,
            kind,
            region: Some(city),
            leads,
            own_title: None,
        })
    };
    let places = |title: &str, people, groups| TitlePlaces {
        title: TitleId::new(title),
        people,
        groups,
    };
    let committee = AuthorityKind::PoliticalLegalCommittee;
    let closes_on = if closed {
        Some(day(today, CLOSED))
    } else {
        today.checked_add_days(chrono::Days::new(60))
    };
    Ok(Call {
        title: literal(Line::parse(&format!("测试第{number}批{}", form.text().zh)))?,
        form,
        level: HonourLevel::Municipal,
        kind: CommendationKind::Praise,
        organiser: city,
        deeds_from: Some(day(today, 400)),
        deeds_until: Some(day(today, 35)),
        closes_on: closes_on.filter(|_| form != CommendationForm::Immediate),
        titles: vec![
            places("liaocheng_model", 10, 0),
            places("liaocheng_group", 0, 2),
        ],
        unit_places: Vec::new(),
        bodies: vec![
            body("中共聊城市委政法委员会", committee, true)?,
            body("聊城市见义勇为基金会", AuthorityKind::Foundation, false)?,
        ],
        copies_to: vec![literal(Line::parse("各县（市、区）委政法委"))?],
        approval_number: None,
        openness: Openness::Public,
        yearly_plan: None,
    })
}

/// A round with the steps that were taken in it, and how many days ago.
struct Walked {
    file: &'static str,
    form: CommendationForm,
    /// Whether nominations are over.
    closed: bool,
    steps: Steps,
}

/// All of them, so that an example of the contract finds its round in the state that it needs.
fn seeds(tx: &Tx<'_>) -> Result<Vec<Walked>, DemoError> {
    use CommendationForm::{Collective, HomeDelivery, Immediate, Joint, Special, Workplace};
    let made = Made::new(tx, "测试表扬文号")?;
    let carrying = [ids::COMMENDATION_OF_ROUND, ids::COMMENDATION_HELD_UP];
    let carrying = Made::new(tx, "测试评选文号")?.carrying(&carrying)?;
    let planned = |file, form| Walked {
        file,
        form,
        closed: false,
        steps: Vec::new(),
    };
    let called = |file, form, steps| Walked {
        file,
        form,
        closed: true,
        steps,
    };
    Ok(vec![
        planned(ids::ROUND, Collective),
        planned(ids::ROUND_IMMEDIATE, Immediate),
        planned(ids::ROUND_TO_CANCEL, Special),
        Walked {
            steps: made.announced(),
            ..planned(ids::ROUND_OPEN, Collective)
        },
        called(ids::ROUND_ANNOUNCED, Special, made.announced()),
        called(ids::ROUND_REVIEWED, Joint, made.reviewed()),
        called(ids::ROUND_GUARDED, Joint, made.reviewed()),
        called(ids::ROUND_SUSPENDED, Collective, made.suspended()),
        called(ids::ROUND_PUBLISHED, Collective, made.objected()?),
        called(ids::ROUND_WITHDRAWN, Collective, made.published()),
        called(ids::ROUND_TO_VOTE, Special, made.published_before()),
        called(ids::ROUND_VOTED, Collective, made.voted()),
        called(ids::ROUND_RESOLVED, HomeDelivery, made.resolved()),
        called(ids::ROUND_DECIDED, Workplace, made.decided()),
        called(ids::ROUND_DECIDED_WRONGLY, Collective, carrying.decided()),
        called(ids::ROUND_CONFERRED, Collective, made.conferred()),
        called(ids::ROUND_CLOSED, Special, made.closed()),
        called(ids::ROUND_CANCELLED, Collective, made.cancelled()),
    ])
}
