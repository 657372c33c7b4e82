//! How a demonstration file came to its state: every step through the command of a client, on its own
//! day.

use std::cell::RefCell;
use std::cmp::Reverse;

use chrono::{Days, NaiveDate};
use domain::documents::DocumentKind;
use domain::ids::DocumentId;
use domain::procedure::{
    Act, DocumentNumber, Entered, Holder, Procedure, Reason, Scope, SharedAct, Word,
};
use domain::regions::{RegionCode, RegionTree};
use domain::text::{Line, Paragraphs};
use persistence::cases::{self, CaseOnFile, NewEnclosure};
use persistence::{RegionScope, Tx, officers};

use super::{Demo, DemoError, literal};
use crate::commands::Acting;
use crate::contract::examples::ids;
use crate::policy::Policies;
use crate::problems::Problem;
use crate::procedure::{Finished, NewIds, Served, Step, Wanted};

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
    pub(super) reason: Reason,
    /// Numbers that no paper has yet.
    numbers: RefCell<Vec<DocumentNumber>>,
    last_number: DocumentNumber,
}

impl Words {
    /// `numbers` is what the numbers of a procedure begin with.
    pub(super) fn new(tx: &Tx<'_>, numbers: &str) -> Result<Self, DemoError> {
        let last_number = literal(Line::parse(numbers))?;
        let numbers = (1..=100).map(|number| Line::parse(&format!("{numbers}{number}号")));
        Ok(Self {
            today: tx.today(),
            reason: literal(Paragraphs::parse("测试：演示数据"))?,
            numbers: RefCell::new(literal(numbers.collect())?),
            last_number,
        })
    }

    /// A number that no other paper has.
    pub(super) fn number(&self) -> DocumentNumber {
        let next = self.numbers.borrow_mut().pop();
        next.unwrap_or_else(|| self.last_number.clone())
    }

    pub(super) fn on(&self, days_ago: u64) -> Entered {
        Entered::on(day(self.today, days_ago))
    }

    /// The party took its application back, in writing.
    pub(super) fn withdrawn<P: Procedure>(&self, file: &str) -> Result<Steps<P>, DemoError> {
        let copy = ids::paper_in(file).map(str::parse).transpose();
        let word = Word {
            received: self.on(24),
            copy: literal(copy)?,
        };
        Ok(vec![(24, SharedAct::Withdrawal { word }.into())])
    }

    pub(super) fn suspension(&self) -> SharedAct {
        SharedAct::Suspension {
            pending: self.reason.clone(),
        }
    }

    pub(super) fn handed_over<P: Procedure>(&self) -> Result<Steps<P>, DemoError> {
        let transfer = SharedAct::OutsideTransfer {
            organ: literal(Line::parse("测试市委政法委员会"))?,
            reason: self.reason.clone(),
            number: None,
        };
        Ok(vec![(2, transfer.into())])
    }

    pub(super) fn transferred<P: Procedure>(
        &self,
        receiver: RegionCode,
    ) -> Result<Steps<P>, DemoError> {
        let receiver = RegionTree::current().get(&receiver).map(Holder::of);
        let transfer = SharedAct::Transfer {
            receiver: literal(receiver.ok_or("the receiver is not in the tree of regions"))?,
            reason: self.reason.clone(),
            number: None,
        };
        Ok(vec![(2, transfer.into())])
    }
}

/// The day that lies so many days back.
pub(super) fn day(today: NaiveDate, days_ago: u64) -> NaiveDate {
    today.checked_sub_days(Days::new(days_ago)).unwrap_or(today)
}

/// The ids of a new file and of its first case, where an example of the contract names them.
pub(super) fn new_ids<P: Served>(
    tx: &Tx<'_>,
    file: Option<&str>,
    case: Option<&str>,
) -> Result<NewIds<P>, DemoError> {
    let new = NewIds::<P>::new(tx);
    let file = file.map(|id| literal(id.parse())).transpose()?;
    let case = case.map(|id| literal(id.parse())).transpose()?;
    Ok(NewIds {
        file: file.unwrap_or(new.file),
        first_case: case.unwrap_or(new.first_case),
    })
}

/// What is done on a day.
type Entry = Box<dyn FnOnce(&mut Demo<'_, '_>) -> Result<(), DemoError>>;

/// What is done in all files, day by day, so that their history reads as one.
#[derive(Default)]
pub(super) struct Diary(Vec<(u64, Entry)>);

impl Diary {
    /// Enters what opens a file, so many days ago.
    pub(super) fn open<P: Served>(
        &mut self,
        days_ago: u64,
        opening: impl FnOnce(&mut Acting<'_, '_>, &Policies) -> Result<Finished<P>, Problem> + 'static,
    ) {
        let entry = move |demo: &mut Demo<'_, '_>| {
            let policies = demo.policies;
            demo.command(days_ago, None, |acting| {
                Ok(((), opening(acting, policies)?.changes))
            })
        };
        self.0.push((days_ago, Box::new(entry)));
    }

    /// Enters what is done besides files.
    pub(super) fn enter(
        &mut self,
        days_ago: u64,
        entry: impl FnOnce(&mut Demo<'_, '_>) -> Result<(), DemoError> + 'static,
    ) {
        self.0.push((days_ago, Box::new(entry)));
    }

    /// Enters the steps in a file. `paper` is the id of a paper that an example names; `enclosed` says what
    /// a step encloses in the case.
    pub(super) fn walk<P: Served>(
        &mut self,
        file: P::FileId,
        paper: Option<(DocumentKind, &str)>,
        steps: Steps<P>,
        enclosed: impl Fn(&Act<P>) -> Option<NewEnclosure>,
    ) -> Result<(), DemoError> {
        let paper = match paper {
            Some((kind, id)) => Some((kind, literal(id.parse())?)),
            None => None,
        };
        for (days_ago, act) in steps {
            let wanted = Wanted {
                enclosure: enclosed(&act),
                act,
                cases: None,
                second: None,
                co_signer: Some(literal(ids::CO_SIGNER.parse())?),
                attachments: Vec::new(),
                members: Vec::new(),
                copy: None,
            };
            let entry = move |demo: &mut Demo<'_, '_>| step(demo, (days_ago, file, paper), wanted);
            self.0.push((days_ago, Box::new(entry)));
        }
        Ok(())
    }

    /// Does it all, the earliest day first.
    pub(super) fn perform(mut self, demo: &mut Demo<'_, '_>) -> Result<(), DemoError> {
        self.0.sort_by_key(|(days_ago, _)| Reverse(*days_ago));
        self.0.into_iter().try_for_each(|(_, entry)| entry(demo))
    }
}

/// Takes one step for the officer of the body that holds the file.
fn step<P: Served>(
    demo: &mut Demo<'_, '_>,
    (days_ago, id, paper): (u64, P::FileId, Option<(DocumentKind, DocumentId)>),
    mut wanted: Wanted<P>,
) -> Result<(), DemoError> {
    let client = literal(ids::CLIENT.parse())?;
    let cases = cases::of_file::<P>(demo.tx, id)?;
    let in_city = |case: &CaseOnFile<P>| case.case.holder().region == demo.city;
    let (officer, second) = if cases.iter().all(in_city) {
        (ids::OFFICER, ids::SECOND_OFFICER)
    } else {
        (ids::COUNTY_OFFICER, ids::COUNTY_SECOND_OFFICER)
    };
    wanted.second = Some(literal(second.parse())?);
    let officer = officers::acting_for(demo.tx, client, literal(officer.parse())?)?;
    let step = Step::<P> {
        id,
        client: Some(client),
        scope: RegionScope::City,
        allowed: [Scope::Report, Scope::Investigate, Scope::Confirm].into(),
        applicant: false,
        paper,
    };
    let policies = demo.policies;
    demo.command(days_ago, officer, |acting| {
        Ok(((), step.run(acting, policies, &wanted)?.changes))
    })
}
