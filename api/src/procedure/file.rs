//! The unit of work of every procedure: a file is opened under its lock, its cases move or are put
//! right, the rules are applied again where that changed facts, and everything is saved at once.

mod join;
mod look_again;

use std::collections::{BTreeMap, BTreeSet};

use domain::documents::{DocumentKind, Sheet};
use domain::ids::{CaseId, DocumentId, Id as _, PersonId, ReceiptId};
use domain::policy::PolicySet;
use domain::procedure::{
    About as _, Case, CaseEvent, Command, DocumentNumber, Procedure, Refused, Unmet, approve,
    is_own,
};
use domain::regions::RegionCode;
use persistence::audit::Change;
use persistence::cases::{self, CaseFile, CaseOnFile};
use persistence::receipts::StoredReceipt;
use persistence::{RegionScope, Tx, people};
use serde_json::json;

use super::announce::{handed_over, late_entries, tell};
use super::context::{context_of, receipts};
use super::issue::{self, Printed, issue};
use super::numbering::{papers, take_decision_number};
use super::opened::Finished;
use super::wire::UnmetView;
use super::{Seen, Served, Signed, event, named, subject};
use crate::commands::Acting;
use crate::intake;
use crate::problems::{Code, Problem};
use crate::receipts::propose;

/// A file with its cases, and what has happened to them since it was opened.
pub(crate) struct File<P: Served> {
    /// What its cases share.
    front: CaseFile<P>,
    cases: Vec<CaseOnFile<P>>,
    /// The newest receipt of each case when it was opened.
    receipts: BTreeMap<ReceiptId, StoredReceipt>,
    /// What the caller sees.
    scope: RegionScope,
    seen_before: BTreeSet<RegionCode>,
    touched: Vec<Touched<P>>,
    /// The paper that a step issued.
    issued: Option<DocumentKind>,
    /// The id of a paper that is fixed beforehand.
    paper_id: Option<(DocumentKind, DocumentId)>,
    /// The decision of a step in writing, and its number.
    decided: Option<(DocumentKind, DocumentNumber)>,
    /// What its papers say.
    sheets: Vec<Sheet>,
    announced: Vec<Change>,
}

/// What happened to one case.
struct Touched<P: Procedure> {
    place: usize,
    events: Vec<CaseEvent<P>>,
    /// The receipt that was before the body.
    before: ReceiptId,
    /// Who saw it before.
    seen_before: BTreeSet<RegionCode>,
    paper: Option<DocumentNumber>,
}

impl<P: Served> File<P> {
    /// Opens a file within a scope. Anyone who decides on it decides on it as the one before left it.
    pub(crate) fn open(
        tx: &mut Tx<'_>,
        scope: &RegionScope,
        id: P::FileId,
    ) -> Result<Self, Problem> {
        people::lock_of_file(tx, id.uuid())?;
        tx.lock(format!("{}/{id}", P::NAME).as_bytes())?;
        let file = cases::find::<P>(tx, scope, id)?.ok_or_else(Problem::not_found)?;
        let cases = cases::of_file::<P>(tx, id)?;
        let receipts = receipts(tx, &cases)?;
        Ok(Self {
            scope: scope.clone(),
            seen_before: cases::seen_by(&file, &cases),
            front: file,
            cases,
            receipts,
            touched: Vec::new(),
            issued: None,
            paper_id: None,
            decided: None,
            sheets: Vec::new(),
            announced: Vec::new(),
        })
    }

    /// The file.
    pub(crate) fn file(&self) -> &CaseFile<P> {
        &self.front
    }

    /// What the caller sees.
    pub(crate) fn scope(&self) -> &RegionScope {
        &self.scope
    }

    /// Its cases, in the order in which they were reported.
    pub(crate) fn cases(&self) -> &[CaseOnFile<P>] {
        &self.cases
    }

    /// The places of the cases that a command names; of all that are the signer's own when it names none.
    pub(crate) fn named(
        &self,
        tx: &mut Tx<'_>,
        policies: &PolicySet,
        wanted: Option<&[CaseId]>,
        command: &Command<P>,
    ) -> Result<Vec<usize>, Problem> {
        let calendar = tx.calendar()?;
        let today = tx.today();
        let (step, signer) = (command.act.step(), command.who.signer);
        let is_signers = |case: &Case<P>| {
            let context = context_of(policies, &calendar, case, today, None);
            context.is_ok_and(|context| is_own(case, step, signer, &context))
        };
        named::named(&self.cases, &self.scope, wanted, is_signers)
    }

    /// Those who signed the last step of the cases at these places.
    pub(crate) fn signed(&self, places: &[usize]) -> Option<Signed> {
        let named = places.iter().find_map(|place| self.cases.get(*place));
        named.and_then(|one| Signed::last_of(&one.case))
    }

    /// The people whom the cases at these places are about.
    pub(crate) fn people(&self, places: &[usize]) -> Vec<PersonId> {
        let named = places.iter().filter_map(|place| self.cases.get(*place));
        named.filter_map(|one| one.person.person()).collect()
    }

    /// The ids of the cases at these places.
    pub(super) fn ids(&self, places: &[usize]) -> Vec<CaseId> {
        let named = places.iter().filter_map(|place| self.cases.get(*place));
        named.map(|one| one.id).collect()
    }

    /// Executes a step for the cases at these places, or for none of them: one refusal refuses all.
    pub(crate) fn execute(
        &mut self,
        tx: &mut Tx<'_>,
        policies: &PolicySet,
        places: &[usize],
        command: &Command<P>,
    ) -> Result<(), Problem> {
        let calendar = tx.calendar()?;
        let mut approved = Vec::new();
        let mut refused = Vec::new();
        for place in places {
            let Some(one) = self.cases.get(*place) else {
                continue;
            };
            let receipt = self.receipts.get(&one.receipt_id);
            let context = context_of(policies, &calendar, &one.case, tx.today(), receipt)?;
            match approve(&one.case, command, &context) {
                Ok(step) => approved.push((&one.case, step)),
                Err(Refused { unmet }) => refused.push((one.id, unmet)),
            }
        }
        if !refused.is_empty() {
            return Err(not_possible::<P>(&refused));
        }
        take_decision_number(tx, self.front.id, &approved, &command.act)?;
        let papers = papers(tx, policies, &approved, command.act.number())?;
        self.issued = approved.first().and_then(|(_, step)| step.issues());
        let decided = approved.first().and_then(|(_, step)| step.decides());
        self.decided = decided.map(|(kind, number)| (kind, number.clone()));
        let executed: Vec<_> = approved
            .into_iter()
            .zip(papers)
            .map(|((_, step), paper)| (step.apply(paper.as_ref()), paper))
            .collect();
        for (place, ((case, events), paper)) in places.iter().zip(executed) {
            self.touch(*place, events, paper, |one| one.case = case);
        }
        Ok(())
    }

    /// Changes the case at a place otherwise than by a step, such as by a correction.
    pub(crate) fn change(
        &mut self,
        place: usize,
        event: CaseEvent<P>,
        change: impl FnOnce(&mut CaseOnFile<P>),
    ) {
        self.touch(place, vec![event], None, change);
    }

    fn touch(
        &mut self,
        place: usize,
        events: Vec<CaseEvent<P>>,
        paper: Option<DocumentNumber>,
        change: impl FnOnce(&mut CaseOnFile<P>),
    ) {
        if let Some(one) = self.cases.get_mut(place) {
            let before = one.receipt_id;
            let seen_before = cases::regions_of(&one.case);
            change(one);
            one.version += 1;
            self.touched.push(Touched {
                place,
                events,
                before,
                seen_before,
                paper,
            });
        }
    }

    /// What happened, as it is said now.
    pub(crate) fn restate(&mut self, subject: P::Subject) {
        self.front.subject = subject;
    }

    /// Applies the rules again to the touched cases of which other facts are known now, or whose body
    /// of first instance has no receipt in its files. The new receipt is kept beside the old one.
    pub(crate) fn renew(
        &mut self,
        acting: &mut Acting<'_, '_>,
        policies: &PolicySet,
    ) -> Result<(), Problem> {
        for touched in &self.touched {
            let Some(one) = self.cases.get_mut(touched.place) else {
                continue;
            };
            let region = one.case.first_instance().region;
            let receipt = self.receipts.get(&one.receipt_id);
            let facts = P::renewed(&one.facts, &one.case);
            let known = receipt.and_then(|stored| P::facts_of(&stored.receipt));
            let kept_here = receipt.is_some_and(|stored| stored.summary.region == region);
            if known.as_ref() == Some(&facts) && kept_here {
                continue;
            }
            let (stored, proposed) = evaluated::<P>(acting, policies, region, &facts)?;
            one.facts = facts;
            one.receipt_id = stored.summary.id;
            let proposed = proposed.seen_by(&cases::regions_of(&one.case));
            self.announced.push(proposed);
        }
        Ok(())
    }

    /// Writes every event: cases, tasks, regions, history, papers. What is announced
    /// begins with the change `action`.
    pub(crate) fn save(
        &mut self,
        acting: &mut Acting<'_, '_>,
        policies: &PolicySet,
        action: &'static str,
        data: serde_json::Value,
    ) -> Result<Vec<Change>, Problem> {
        let today = acting.tx.today();
        let calendar = acting.tx.calendar()?;
        let kept_by = self.front.region;
        self.front.region = region_of(&self.cases, kept_by);
        self.front.version += 1;
        self.front.updated_at = acting.tx.now();
        let mut changed = Vec::new();
        let mut entries = Vec::new();
        let mut printed = Vec::new();
        let mut written = Vec::new();
        let mut concerned = BTreeSet::new();
        for touched in std::mem::take(&mut self.touched) {
            let Some(one) = self.cases.get(touched.place) else {
                continue;
            };
            concerned.extend(touched.seen_before);
            concerned.extend(cases::regions_of(&one.case));
            let context = context_of(policies, &calendar, &one.case, today, None)?;
            changed.push((one.clone(), one.case.due_of_body(&context)));
            if let Some(receipt) = self.receipts.get(&touched.before) {
                let under = |number: DocumentNumber| Printed {
                    case: one.clone(),
                    receipt: receipt.clone(),
                    number,
                };
                let decided = self.decided.as_ref();
                written.extend(decided.map(|(_, number)| under(number.clone())));
                printed.extend(touched.paper.map(under));
            }
            entries.push((one.clone(), touched.events));
        }
        cases::save(acting.tx, &self.front, &changed, &self.cases)?;
        cases::append(acting.tx, acting.principal, &entries)?;
        let mut told = vec![Change::new(event::<P>(action), subject(&self.front), data)];
        // The newest of them is what a party is handed: the decision comes before its certificates.
        let decision = self.decided.as_ref().map(|(kind, _)| (*kind, &written));
        let paper = self.issued.map(|kind| (kind, &printed));
        for (kind, printed) in decision.into_iter().chain(paper) {
            let id = self.paper_id.filter(|(of, _)| *of == kind);
            let paper = (kind, id.map(|(_, id)| id));
            let issued = issue(acting.tx, policies, &self.front, paper, printed)?;
            told.extend(issued.iter().map(|one| issue::announced(&self.front, one)));
            self.sheets.extend(issued.into_iter().map(|one| one.sheet));
        }
        told.extend(late_entries(&self.front, &entries));
        let told = told.into_iter();
        let mut announced: Vec<Change> = told.map(|one| tell(one, &concerned)).collect();
        announced.append(&mut self.announced);
        let seen = cases::seen_by(&self.front, &self.cases);
        announced.extend(handed_over(&self.front, &self.seen_before, &seen));
        if self.front.region != kept_by {
            let file = (self.front.id.uuid(), self.front.region);
            announced.extend(intake::moved_with(acting.tx, file)?);
        }
        Ok(announced)
    }

    /// Fixes the id of a paper of a kind, should the step issue one.
    pub(super) fn paper_id(&mut self, id: Option<(DocumentKind, DocumentId)>) {
        self.paper_id = id;
    }

    /// The file as it was written, with what is announced of it.
    pub(crate) fn finished(self, changes: Vec<Change>) -> Finished<P> {
        Finished {
            seen: Seen::of(&self.scope, self.cases),
            file: self.front,
            sheets: self.sheets,
            changes,
        }
    }
}

/// Applies the rules to one case and keeps the receipt in the files of a region.
pub(crate) fn evaluated<P: Procedure>(
    acting: &mut Acting<'_, '_>,
    policies: &PolicySet,
    region: RegionCode,
    facts: &P::Facts,
) -> Result<(StoredReceipt, Change), Problem> {
    let kept = (acting.tx.new_id(), region, acting.tx.today());
    propose(acting, policies, kept, &P::to_rules(facts))
}

/// The region whose file it is: that of the body of first instance which all its cases share, or the one that
/// kept it before as long as it sees one of them.
fn region_of<P: Procedure>(cases: &[CaseOnFile<P>], kept_by: RegionCode) -> RegionCode {
    let mut regions = cases.iter().map(|one| one.case.first_instance().region);
    let Some(first) = regions.next() else {
        return kept_by;
    };
    let shared = regions.all(|region| region == first);
    let sees = |one: &CaseOnFile<P>| cases::regions_of(&one.case).contains(&kept_by);
    if !shared && cases.iter().any(sees) {
        kept_by
    } else {
        first
    }
}

/// 409 with what is unmet for each case, in the words of the list of actions.
pub(crate) fn not_possible<P: Procedure>(
    refused: &[(CaseId, Vec<Unmet<P::Condition>>)],
) -> Problem {
    let actors: Vec<_> = refused
        .iter()
        .map(|(id, unmet)| {
            let unmet: Vec<UnmetView> = unmet.iter().map(Into::into).collect();
            json!({ "actor_id": id, "unmet": unmet })
        })
        .collect();
    Problem::new(Code::StepNotPossible).with("actors", actors.into())
}
