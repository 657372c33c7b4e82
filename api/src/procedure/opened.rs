//! How a new file comes to be: its cases are opened, each with a receipt of the rules, and everything
//! is written at once.

use std::collections::BTreeSet;

use domain::documents::Sheet;
use domain::error::{Coded, FieldErrors};
use domain::ids::{CaseId, ClientId, PersonId};
use domain::people::{Person, PersonError};
use domain::policy::PolicySet;
use domain::procedure::{Case, CaseEvent, Context, Holder, Opening, Procedure, Recusal, Signer};
use domain::regions::{RegionCode, RegionTree};
use persistence::audit::Change;
use persistence::cases::{self, CaseFile, CaseOnFile, Changed};
use persistence::receipts::StoredReceipt;
use persistence::{RegionScope, Tx, people};
use serde_json::json;

use super::announce::late_entries;
use super::{Seen, Served, address, context, evaluated, event, signer, subject};
use crate::auth::Representation;
use crate::commands::{Acting, Answer, Effect};
use crate::problems::Problem;

/// A file that is being opened.
pub(crate) struct Opened<P: Served> {
    file: CaseFile<P>,
    first_case: CaseId,
    opening: Opening,
    cases: Vec<(Changed<P>, Vec<CaseEvent<P>>)>,
    recusals: Vec<Recusal>,
    proposed: Vec<Change>,
}

/// The ids of a new file and of its first case.
#[derive(Debug, Clone, Copy)]
pub(crate) struct NewIds<P: Procedure> {
    /// The file's.
    pub(crate) file: P::FileId,
    /// That of the case of the person who is named first.
    pub(crate) first_case: CaseId,
}

impl<P: Procedure> NewIds<P> {
    /// New ones.
    pub(crate) fn new(tx: &Tx<'_>) -> Self {
        Self {
            file: tx.new_id(),
            first_case: tx.new_id(),
        }
    }
}

/// A file that was written, with what is announced of it.
pub(crate) struct Finished<P: Served> {
    /// The file.
    pub(crate) file: CaseFile<P>,
    /// Its cases, as far as the caller sees them.
    pub(crate) seen: Seen<P>,
    /// What its papers say.
    pub(crate) sheets: Vec<Sheet>,
    /// What is announced.
    pub(crate) changes: Vec<Change>,
}

impl<P: Served> Opened<P> {
    /// A file of a region, without cases.
    pub(crate) fn new(
        tx: &Tx<'_>,
        ids: NewIds<P>,
        region: RegionCode,
        subject: P::Subject,
        opening: Opening,
    ) -> Self {
        let file = CaseFile {
            id: ids.file,
            region,
            received_on: opening.received.on,
            subject,
            version: 1,
            created_at: tx.now(),
            updated_at: tx.now(),
        };
        Self {
            file,
            first_case: ids.first_case,
            opening,
            cases: Vec::new(),
            recusals: Vec::new(),
            proposed: Vec::new(),
        }
    }

    /// Who stepped back from the case that goes on here steps back here too.
    pub(crate) fn recuse<Q: Procedure>(&mut self, before: &Case<Q>) {
        self.recusals = before.recusals().to_vec();
    }

    /// Who steps back from its cases, because of what another file says.
    pub(crate) fn step_back(&mut self, recusals: Vec<Recusal>) {
        self.recusals.extend(recusals);
    }

    /// Opens the case of a person, and asks the rules.
    pub(crate) fn add(
        &mut self,
        acting: &mut Acting<'_, '_>,
        policies: &PolicySet,
        person: P::About,
        facts: P::Facts,
        record: P::Record,
    ) -> Result<(), Problem> {
        let number = self.cases.len();
        let id = match number {
            0 => self.first_case,
            _ => acting.tx.new_id(),
        };
        let place = Place {
            file: &self.file,
            number,
            id,
        };
        let opening = (self.opening.clone(), &self.recusals[..]);
        let (changed, events, stored) =
            open_case(acting, policies, (&place, opening), person, (facts, record))?;
        self.proposed.push(stored.1);
        self.cases.push((changed, events));
        Ok(())
    }

    /// Writes the file. It is announced as `action`, with the receipts of its cases.
    pub(crate) fn finish(
        self,
        acting: &mut Acting<'_, '_>,
        action: &str,
    ) -> Result<Finished<P>, Problem> {
        let Self {
            file,
            cases,
            proposed,
            first_case: _,
            opening: _,
            recusals: _,
        } = self;
        let (opened, events): (Vec<Changed<P>>, Vec<Vec<CaseEvent<P>>>) = cases.into_iter().unzip();
        cases::insert(acting.tx, &file, &opened)?;
        let cases: Vec<CaseOnFile<P>> = opened.into_iter().map(|(one, _)| one).collect();
        let entries: Vec<_> = cases.iter().cloned().zip(events).collect();
        cases::append(acting.tx, acting.principal, &entries)?;
        let named: Vec<CaseId> = cases.iter().map(|one| one.id).collect();
        let data = json!({ "actor_ids": named });
        let mut changes = vec![Change::new(event::<P>(action), subject(&file), data)];
        changes.extend(proposed);
        changes.extend(late_entries(&file, &entries));
        Ok(Finished {
            file,
            seen: Seen { cases, others: 0 },
            sheets: Vec::new(),
            changes,
        })
    }
}

/// Where a new case stands.
pub(super) struct Place<'a, P: Procedure> {
    pub(super) file: &'a CaseFile<P>,
    pub(super) number: usize,
    pub(super) id: CaseId,
}

/// A new case with what is due in it, what happened, and its first receipt with what is announced of that.
pub(super) type OpenedCase<P> = (Changed<P>, Vec<CaseEvent<P>>, (StoredReceipt, Change));

/// Opens a case, and asks the rules.
pub(super) fn open_case<P: Served>(
    acting: &mut Acting<'_, '_>,
    policies: &PolicySet,
    (place, (opening, recusals)): (&Place<'_, P>, (Opening, &[Recusal])),
    person: P::About,
    (facts, record): (P::Facts, P::Record),
) -> Result<OpenedCase<P>, Problem> {
    let today = acting.tx.today();
    let calendar = acting.tx.calendar()?;
    let received_on = opening.received.on;
    let context: Context<'_, P> = context(policies, &calendar, received_on, today, None)?;
    let opened = Case::open(opening, record, &context);
    let (case, events) = opened.map_err(|_| receipt_day(&context))?;
    let case = case.with_recusals(recusals);
    let (stored, proposed) = evaluated::<P>(acting, policies, place.file.region, &facts)?;
    let due = case.due_of_body(&context);
    let one = CaseOnFile {
        id: place.id,
        file: place.file.id,
        number: i16::try_from(place.number).map_err(Problem::internal)?,
        person,
        receipt_id: stored.summary.id,
        facts,
        case,
        version: 1,
    };
    Ok(((one, due), events, (stored, proposed)))
}

impl<P: Served> Finished<P> {
    /// The answer to whoever opened it or took a step: 201 with the file.
    pub(crate) fn effect(self) -> Result<Effect, Problem> {
        let address = address::<P>(self.file.id);
        self.answered(|view| Answer::created(address, view))
    }

    /// The answer to whoever corrected it: 200 with the file.
    pub(crate) fn corrected(self) -> Result<Effect, Problem> {
        self.answered(Answer::ok)
    }

    fn answered(
        self,
        answer: impl FnOnce(&P::View) -> Result<Answer, Problem>,
    ) -> Result<Effect, Problem> {
        let masked = Representation::Masked;
        let view = P::view(&self.file, &self.seen, masked);
        Ok(Effect {
            answer: answer(&view)?.tagged(&masked.tag(self.file.version)),
            changes: self.changes,
        })
    }
}

domain::faults! {
    /// All that opening a case can refuse.
    enum OpeningFault {
        ReceiptDay { working_days: u32 } = "receipt_day",
            "收到日期不得晚于今天；迟于 {working_days} 个工作日登记的须说明理由，期限仍自收到之日起算",
            "The day of receipt is not after today; one that is entered after more than {working_days} working days has a reason. The time still counts from it.",
            working_days;
    }
}

/// 422 for a day of receipt after today, or one that was entered late without a reason.
fn receipt_day<P: Procedure>(context: &Context<'_, P>) -> Problem {
    let working_days = context.policy.terms().targets.late_entry_working_days;
    OpeningFault::ReceiptDay { working_days }
        .at("/received_on")
        .into()
}

/// The surviving files of the people who are named as actors, in their order.
pub(crate) fn people_of(
    tx: &mut Tx<'_>,
    scope: &RegionScope,
    ids: &[PersonId],
) -> Result<Vec<Person>, Problem> {
    people_named(tx, scope, ("/actors", ids))
}

/// The surviving files of people, in the order in which a list of the body names them. The caller names the
/// file that it reaches, which may have been merged into one of another county: what is known stands in that
/// one.
pub(crate) fn people_named(
    tx: &mut Tx<'_>,
    scope: &RegionScope,
    (list, ids): (&str, &[PersonId]),
) -> Result<Vec<Person>, Problem> {
    let wanted: BTreeSet<PersonId> = ids.iter().copied().collect();
    let reached = people::reachable(tx, scope, &wanted)?;
    let mut found = people::find_surviving(tx, ids)?;
    let mut known = BTreeSet::new();
    let mut faults = FieldErrors::new();
    let mut files = Vec::new();
    for (index, id) in ids.iter().enumerate() {
        let pointer = format!("{list}/{index}/person_id");
        match found.remove(id).filter(|_| reached.contains(id)) {
            None => faults.push(pointer, &PersonError::Unknown),
            Some(file) if known.insert(file.id) => files.push(file),
            Some(_) => faults.push(pointer, &PersonError::NamedTwice),
        }
    }
    faults.into_result().map_err(Problem::invalid_data)?;
    Ok(files)
}

/// The body of a region.
pub(crate) fn body_of(region: &RegionCode) -> Result<Holder, Problem> {
    let region = RegionTree::current().get(region);
    region
        .map(Holder::of)
        .ok_or_else(|| Problem::internal("a region is not in the tree"))
}

/// The officer for whom a client registers a case, as a signer.
pub(crate) fn registrar(
    acting: &mut Acting<'_, '_>,
    client: ClientId,
) -> Result<Option<Signer>, Problem> {
    let officer = acting.officer.as_ref().map(|officer| officer.id);
    officer
        .map(|officer| signer(acting.tx, client, officer))
        .transpose()
}
