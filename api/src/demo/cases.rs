//! How a demonstration file came to its state: step by step, each on its own day.

use chrono::{Days, NaiveDate};
use domain::calendar::HolidayCalendar;
use domain::decisions::evaluate;
use domain::ids::{CaseId, DocumentId, OfficerId};
use domain::policy::PolicySet;
use domain::procedure::{
    Act, Case, Command, DocumentNumber, Entered, FiledBy, Happened, Holder, Opening, Scope,
    Setting, Signer, Who, approve,
};
use domain::regions::{RegionCode, RegionTree};
use persistence::audit::{self, Actor, Change};
use persistence::cases::{self, CaseFile, CaseOnFile};
use persistence::decisions::{self, Decision};
use persistence::{Tx, officers};
use serde_json::json;

use super::{DemoError, ids, literal};
use crate::documents::{self, Printed, next_number};
use crate::procedure::{Served, event, subject};

/// A file with the case of one person, the steps that were taken in it, and how many days ago.
pub(super) struct Seed<P: Served> {
    pub(super) file: &'static str,
    pub(super) case: Option<&'static str>,
    pub(super) document: Option<&'static str>,
    pub(super) person: &'static str,
    pub(super) region: RegionCode,
    pub(super) reported: u64,
    pub(super) filed_by: FiledBy,
    pub(super) subject: P::Subject,
    pub(super) record: P::Record,
    pub(super) facts: P::Facts,
    pub(super) steps: Vec<(u64, Act<P>)>,
}

/// The day that lies so many days back.
pub(super) fn day(today: NaiveDate, days_ago: u64) -> NaiveDate {
    today.checked_sub_days(Days::new(days_ago)).unwrap_or(today)
}

/// Opens a file, walks its case through the steps, and keeps everything as the service does. `action`
/// is what its opening is announced as.
pub(super) fn open<P: Served>(
    tx: &mut Tx<'_>,
    by: &Actor,
    policies: &PolicySet,
    action: &str,
    seed: Seed<P>,
) -> Result<CaseFile<P>, DemoError> {
    let received_on = day(tx.today(), seed.reported);
    let rules = P::to_rules(&seed.facts);
    let tree = RegionTree::builtin();
    let receipt = literal(evaluate(&rules, policies, tree, received_on))?;
    let decision = Decision {
        summary: decisions::insert(tx, by, seed.region, &receipt)?,
        receipt,
    };
    let file = CaseFile::<P> {
        id: literal(seed.file.parse())?,
        region: seed.region,
        received_on,
        subject: seed.subject.clone(),
        version: 1,
        created_at: tx.now(),
        updated_at: tx.now(),
    };
    let setting = Setting {
        rules: P::rules(decision.summary.id, &decision.receipt),
        policy: literal(policies.in_force_on(received_on))?,
        regions: tree,
        calendar: HolidayCalendar::builtin(),
        today: received_on,
    };
    let walked = walk(tx, policies, &seed, &setting)?;
    let id: CaseId = match seed.case {
        Some(id) => literal(id.parse())?,
        None => tx.new_id(),
    };
    let one = CaseOnFile {
        id,
        file: file.id,
        number: 0,
        person: literal(seed.person.parse())?,
        decision: decision.summary.id,
        facts: seed.facts.clone(),
        case: walked.case.clone(),
        version: 1,
    };
    let today = Setting {
        today: tx.today(),
        ..setting
    };
    let due = one.case.due_of_body(&today);
    cases::insert(tx, &file, &[(one.clone(), due)])?;
    let steps: Vec<_> = walked
        .happened
        .iter()
        .map(|step| (one.clone(), step.clone()))
        .collect();
    cases::append(tx, by, &steps)?;
    let data = json!({ "actor_ids": [id] });
    let opened = Change::new(event::<P>(action), subject(&file), data);
    audit::record(tx, by, &opened)?;
    print(tx, by, policies, (&file, &one, &decision), &seed, &walked)?;
    Ok(file)
}

/// A case that was walked through its steps.
struct Walked<P: Served> {
    case: Case<P>,
    /// What each step brought about, the opening first.
    happened: Vec<Vec<Happened<P>>>,
    /// The papers, each with the case after its step.
    papers: Vec<(domain::documents::DocumentKind, DocumentNumber, Case<P>)>,
}

fn walk<P: Served>(
    tx: &mut Tx<'_>,
    policies: &PolicySet,
    seed: &Seed<P>,
    setting: &Setting<'_, P>,
) -> Result<Walked<P>, DemoError> {
    let holder = RegionTree::builtin().get(&seed.region).map(Holder::of);
    let opening = Opening {
        filed_by: seed.filed_by,
        received: Entered::on(setting.today),
        receipt_on_record: false,
        holder: literal(holder.ok_or("a region is not in the tree"))?,
        registered_by: None,
    };
    let refused = |unmet| DemoError::Data(format!("{}: {unmet:?}", seed.file));
    let (mut case, opened) =
        Case::open(opening, seed.record.clone(), setting).map_err(|error| refused(error.unmet))?;
    let mut happened = vec![opened];
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
        let then = Setting {
            today: day(tx.today(), *days_ago),
            ..*setting
        };
        let step = approve(&case, &command, &then).map_err(|error| refused(error.unmet))?;
        let issues = step.issues();
        let number = match (issues, act.number()) {
            (Some(_), Some(number)) => Some(number.clone()),
            (Some(kind), None) => Some(literal(next_number(tx, policies, &case, kind))?),
            (None, _) => None,
        };
        let (next, brought) = step.take(number.as_ref());
        case = next;
        happened.push(brought);
        let paper = issues.zip(number);
        papers.extend(paper.map(|(kind, number)| (kind, number, case.clone())));
    }
    Ok(Walked {
        case,
        happened,
        papers,
    })
}

/// The papers of the steps.
fn print<P: Served>(
    tx: &mut Tx<'_>,
    by: &Actor,
    policies: &PolicySet,
    (file, one, decision): (&CaseFile<P>, &CaseOnFile<P>, &Decision),
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
            receipt: decision.clone(),
            number: number.clone(),
        }];
        let issued = documents::issue_as(tx, policies, file, *kind, &printed, |tx| {
            known.unwrap_or_else(|| tx.new_id())
        });
        for change in literal(issued)? {
            audit::record(tx, by, &change)?;
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
                seat: literal(region.map(Holder::of).ok_or("a region is not in the tree"))?,
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
        if holder == self.county.seat {
            self.county
        } else {
            self.city
        }
    }
}
