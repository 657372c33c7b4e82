//! How a demonstration file came to its state: step by step, each on its own day.

use chrono::{Days, NaiveDate};
use domain::calendar::HolidayCalendar;
use domain::ids::{CaseId, DocumentId, OfficerId, PersonId};
use domain::policy::PolicySet;
use domain::procedure::{
    Act, Case, CaseEvent, Command, Context, DocumentNumber, Entered, FiledBy, Holder, Opening,
    Procedure, Reason, Scope, SharedAct, Signer, Who, approve,
};
use domain::regions::{RegionCode, RegionTree};
use domain::text::{Line, Paragraphs};
use persistence::audit::Change;
use persistence::cases::{self, CaseFile, CaseOnFile};
use persistence::receipts::StoredReceipt;
use persistence::{Tx, officers};
use serde_json::json;

use super::{Demo, DemoError, literal};
use crate::contract::examples::ids;
use crate::procedure::{Printed, Served, event, issue_as, next_number, subject};
use crate::receipts::propose;

/// A file, and the steps that were taken in the case of each of its people, how many days ago.
pub(super) struct Seed<P: Served> {
    pub(super) file: String,
    pub(super) case: Option<&'static str>,
    pub(super) document: Option<&'static str>,
    pub(super) people: Vec<(PersonId, P::Facts)>,
    pub(super) region: RegionCode,
    pub(super) reported: u64,
    pub(super) filed_by: FiledBy,
    pub(super) subject: P::Subject,
    pub(super) record: P::Record,
    pub(super) steps: Steps<P>,
}

/// Steps, and how many days ago each was taken.
pub(super) type Steps<P> = Vec<(u64, Act<P>)>;

/// The steps with further ones.
pub(super) fn with<P: Procedure, A: Into<Act<P>>, const N: usize>(
    mut steps: Steps<P>,
    further: [(u64, A); N],
) -> Steps<P> {
    steps.extend(further.map(|(days_ago, act)| (days_ago, act.into())));
    steps
}

/// What the steps of all procedures say.
pub(super) struct Words {
    today: NaiveDate,
    city: Holder,
    pub(super) reason: Reason,
    pub(super) number: DocumentNumber,
}

impl Words {
    pub(super) fn new(tx: &Tx<'_>, city: RegionCode) -> Result<Self, DemoError> {
        let city = RegionTree::builtin().get(&city).map(Holder::of);
        Ok(Self {
            today: tx.today(),
            city: literal(city.ok_or("the city is not in the tree of regions"))?,
            reason: literal(Paragraphs::parse("测试：演示数据"))?,
            number: literal(Line::parse("测试文号1号"))?,
        })
    }

    pub(super) fn on(&self, days_ago: u64) -> Entered {
        Entered::on(day(self.today, days_ago))
    }

    pub(super) fn suspension(&self) -> SharedAct {
        SharedAct::Suspension {
            pending: self.reason.clone(),
        }
    }

    pub(super) fn transferred<P: Procedure>(&self) -> Steps<P> {
        let transfer = SharedAct::Transfer {
            receiver: self.city,
            reason: self.reason.clone(),
        };
        vec![(2, transfer.into())]
    }
}

/// The day that lies so many days back.
pub(super) fn day(today: NaiveDate, days_ago: u64) -> NaiveDate {
    today.checked_sub_days(Days::new(days_ago)).unwrap_or(today)
}

/// Opens a file, walks its case through the steps, and keeps everything as the service does. `action`
/// is what its opening is announced as.
pub(super) fn open<P: Served>(
    demo: &mut Demo<'_, '_>,
    action: &str,
    seed: &Seed<P>,
) -> Result<CaseFile<P>, DemoError> {
    let received_on = day(demo.tx.today(), seed.reported);
    let file = CaseFile::<P> {
        id: literal(seed.file.parse())?,
        region: seed.region,
        received_on,
        subject: seed.subject.clone(),
        version: 1,
        created_at: demo.tx.now(),
        updated_at: demo.tx.now(),
    };
    let mut cases = Vec::new();
    for (number, (person, facts)) in seed.people.iter().enumerate() {
        let stored = decided::<P>(demo, (seed.region, facts, received_on))?;
        let context = Context {
            rules: P::rules(stored.summary.id, &stored.receipt),
            policy: literal(demo.policies.in_force_on(received_on))?,
            regions: RegionTree::builtin(),
            calendar: HolidayCalendar::builtin(),
            today: received_on,
        };
        let walked = walk(demo.tx, demo.policies, seed, &context)?;
        let known = P::renewed(facts, &walked.case);
        let stored = if known == *facts {
            stored
        } else {
            decided::<P>(demo, (seed.region, &known, demo.tx.today()))?
        };
        let one = CaseOnFile {
            id: match seed.case.filter(|_| number == 0) {
                Some(id) => literal(id.parse())?,
                None => demo.tx.new_id(),
            },
            file: file.id,
            number: literal(i16::try_from(number))?,
            person: *person,
            receipt_id: stored.summary.id,
            facts: known,
            case: walked.case.clone(),
            version: 1,
        };
        let today = Context {
            today: demo.tx.today(),
            ..context
        };
        let due = one.case.due_of_body(&today);
        cases.push(((one, due), walked, stored));
    }
    let opened: Vec<_> = cases.iter().map(|(changed, ..)| changed.clone()).collect();
    cases::insert(demo.tx, &file, &opened)?;
    let ids: Vec<CaseId> = opened.iter().map(|(one, _)| one.id).collect();
    let data = json!({ "actor_ids": ids });
    demo.record(&Change::new(event::<P>(action), subject(&file), data))?;
    for ((one, _), walked, stored) in &cases {
        let steps = walked.events.iter();
        let steps: Vec<_> = steps.map(|step| (one.clone(), step.clone())).collect();
        cases::append(demo.tx, demo.principal, &steps)?;
        print(demo, (&file, one, stored), seed, walked)?;
    }
    Ok(file)
}

/// The receipt of the rules on a day, kept in the files of a region.
fn decided<P: Served>(
    demo: &mut Demo<'_, '_>,
    (region, facts, on): (RegionCode, &P::Facts, NaiveDate),
) -> Result<StoredReceipt, DemoError> {
    let kept = (demo.tx.new_id(), region, on);
    let policies = demo.policies;
    demo.command(|acting| {
        let (stored, change) = propose(acting, policies, kept, &P::to_rules(facts))?;
        Ok((stored, vec![change]))
    })
}

/// A case that was walked through its steps.
struct Walked<P: Served> {
    case: Case<P>,
    /// What each step created, the opening first.
    events: Vec<Vec<CaseEvent<P>>>,
    /// The papers, each with the case after its step.
    papers: Vec<(domain::documents::DocumentKind, DocumentNumber, Case<P>)>,
}

fn walk<P: Served>(
    tx: &mut Tx<'_>,
    policies: &PolicySet,
    seed: &Seed<P>,
    context: &Context<'_, P>,
) -> Result<Walked<P>, DemoError> {
    let holder = RegionTree::builtin().get(&seed.region).map(Holder::of);
    let opening = Opening {
        filed_by: seed.filed_by,
        received: Entered::on(context.today),
        receipt_on_record: false,
        holder: literal(holder.ok_or("a region is not in the tree"))?,
        registered_by: None,
    };
    let refused = |unmet| DemoError::Data(format!("{}: {unmet:?}", seed.file));
    let (mut case, opened) =
        Case::open(opening, seed.record.clone(), context).map_err(|error| refused(error.unmet))?;
    let mut events = vec![opened];
    let mut papers = Vec::new();
    let signers = Signers::load(tx)?;
    for (days_ago, act) in &seed.steps {
        let first = signers.of(case.holder());
        let command = Command {
            act: act.clone(),
            who: Who {
                scopes: [Scope::Report, Scope::Investigate, Scope::Confirm].into(),
                signer: Some(first),
            },
            second: Some(Signer {
                officer: signers.second,
                ..first
            }),
            co_signer: Some(signers.foundation),
        };
        let then = Context {
            today: day(tx.today(), *days_ago),
            ..*context
        };
        let step = approve(&case, &command, &then).map_err(|error| refused(error.unmet))?;
        let issues = step.issues();
        let organ = step.organ().region;
        let number = match (issues, act.number()) {
            (Some(_), Some(number)) => Some(number.clone()),
            (Some(kind), None) => Some(literal(next_number(tx, policies, &case, (kind, organ)))?),
            (None, _) => None,
        };
        let (next, brought) = step.apply(number.as_ref());
        case = next;
        events.push(brought);
        let paper = issues.zip(number);
        papers.extend(paper.map(|(kind, number)| (kind, number, case.clone())));
    }
    Ok(Walked {
        case,
        events,
        papers,
    })
}

/// The papers of the steps.
fn print<P: Served>(
    demo: &mut Demo<'_, '_>,
    (file, one, stored): (&CaseFile<P>, &CaseOnFile<P>, &StoredReceipt),
    seed: &Seed<P>,
    walked: &Walked<P>,
) -> Result<(), DemoError> {
    let known: Option<DocumentId> = seed.document.map(|id| literal(id.parse())).transpose()?;
    for (kind, number, case) in &walked.papers {
        let printed = [Printed {
            case: CaseOnFile {
                case: case.clone(),
                ..one.clone()
            },
            receipt: stored.clone(),
            number: number.clone(),
        }];
        let issued = issue_as(demo.tx, demo.policies, file, *kind, &printed, |tx| {
            known.unwrap_or_else(|| tx.new_id())
        });
        for change in literal(issued)? {
            demo.record(&change)?;
        }
    }
    Ok(())
}

/// The synthetic officers who act and sign.
struct Signers {
    city: Signer,
    county: Signer,
    foundation: Signer,
    second: OfficerId,
}

impl Signers {
    fn load(tx: &mut Tx<'_>) -> Result<Self, DemoError> {
        let client = literal(ids::CLIENT.parse())?;
        let mut signer = |id: &str| {
            let id: OfficerId = literal(id.parse())?;
            let found = officers::signatories(tx, client, &[id])?;
            let signatory = literal(found.first().copied().ok_or("an officer is missing"))?;
            let region = RegionTree::builtin().get(&signatory.region);
            Ok::<_, DemoError>(Signer {
                officer: signatory.officer,
                organisation: signatory.organisation,
                kind: signatory.kind,
                body: literal(region.map(Holder::of).ok_or("a region is not in the tree"))?,
            })
        };
        Ok(Self {
            city: signer(ids::OFFICER)?,
            county: signer(ids::COUNTY_OFFICER)?,
            foundation: signer(ids::CO_SIGNER)?,
            second: literal(ids::SECOND_OFFICER.parse())?,
        })
    }

    /// The officer of the body that holds a case.
    fn of(&self, holder: Holder) -> Signer {
        if holder == self.county.body {
            self.county
        } else {
            self.city
        }
    }
}
