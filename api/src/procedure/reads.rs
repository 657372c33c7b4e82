//! Reads of files and cases that every procedure has.

use std::collections::{BTreeMap, BTreeSet};

use actix_web::HttpResponse;
use actix_web::web::Data;
use domain::ids::{CaseEntryId, CaseId, Id};
use domain::procedure::{Who, actions as possible};
use persistence::calendar;
use persistence::cases::{self, CaseOnFile, Filter};
use persistence::{Reader, RegionScope, StoreError};
use uuid::Uuid;

use super::context::{context_of, receipts, scopes, signer};
use super::wire::{ActionPage, CaseHistoryEntry};
use super::{Seen, Served, subject};
use crate::auth::{Caller, Representation};
use crate::commands::{Command, SensitiveRead};
use crate::http::paging::List;
use crate::http::{AccessPurpose, IfNoneMatch, OnBehalfOf, Optional, PageQuery};
use crate::problems::Problem;
use crate::services::Services;

/// Reads a file. A read in full is audited as `action`.
pub(crate) async fn get<P: Served>(
    caller: &Caller<P::Read>,
    id: P::FileId,
    known: &Optional<IfNoneMatch>,
    (purpose, action): (&Optional<AccessPurpose>, &'static str),
    command: Command,
) -> Result<HttpResponse, Problem> {
    command
        .read(
            caller,
            known,
            purpose,
            action,
            move |reader, scope, representation| {
                let file = cases::find::<P>(reader, scope, id)?.ok_or_else(Problem::not_found)?;
                let seen = Seen::<P>::load(reader, scope, id)?;
                Ok(SensitiveRead {
                    view: P::view(&file, &seen, representation),
                    subject: subject(&file),
                    beside: None,
                })
            },
        )
        .await
}

/// Lists the files that the caller reaches, newest first.
pub(crate) async fn list<P: Served>(
    caller: &Caller<P::Read>,
    services: &Services,
    list: List,
    filter: Filter<P>,
) -> Result<HttpResponse, Problem> {
    list_within(caller.regions().clone(), services, list, filter).await
}

/// Lists those of the caller's files that are within a scope, newest first.
pub(crate) async fn list_within<P: Served>(
    scope: RegionScope,
    services: &Services,
    list: List,
    filter: Filter<P>,
) -> Result<HttpResponse, Problem> {
    let keyset = list.keyset::<P::FileId>()?;
    let (found, seen) = services
        .store
        .read(move |reader| -> Result<_, StoreError> {
            let found = cases::list::<P>(reader, &scope, filter, &keyset)?;
            let ids: Vec<P::FileId> = found.items.iter().map(|file| file.id).collect();
            let cases = cases::of_files::<P>(reader, &ids)?;
            let seen = cases
                .into_iter()
                .map(|(id, all)| (id, Seen::of(&scope, all)));
            let seen: BTreeMap<P::FileId, Seen<P>> = seen.collect();
            Ok((found, seen))
        })
        .await?;
    list.answer(
        &found,
        |file| file.id,
        |file| {
            let none = || Seen::of(&RegionScope::City, Vec::new());
            let seen = seen.get(&file.id).cloned().unwrap_or_else(none);
            P::view(file, &seen, Representation::Masked)
        },
    )
}

/// Another file that a case names, if the caller may read it: a county learns of no file of another.
pub(crate) fn reached<I: Id>(
    reader: &mut Reader<'_>,
    scope: &RegionScope,
    named: Option<I>,
) -> Result<Option<I>, StoreError> {
    let files: BTreeSet<Uuid> = named.iter().map(|id| id.uuid()).collect();
    let reached = cases::readable(reader, scope, &files)?;
    Ok(named.filter(|id| reached.contains(&id.uuid())))
}

/// A case of a file that the scope reaches.
pub(crate) fn case_of<P: Served>(
    reader: &mut Reader<'_>,
    scope: &RegionScope,
    id: P::FileId,
    case: CaseId,
) -> Result<CaseOnFile<P>, Problem> {
    cases::find::<P>(reader, scope, id)?.ok_or_else(Problem::not_found)?;
    let seen = Seen::<P>::load(reader, scope, id)?;
    let mut cases = seen.cases.into_iter();
    cases
        .find(|one| one.id == case)
        .ok_or_else(Problem::not_found)
}

/// What may be done next with one case.
pub(crate) async fn actions<P: Served, S>(
    caller: &Caller<S>,
    services: &Data<Services>,
    (id, case): (P::FileId, CaseId),
    officer: Optional<OnBehalfOf>,
) -> Result<HttpResponse, Problem> {
    let scope = caller.regions().clone();
    let client = caller.client();
    let officer = officer.0.map(|OnBehalfOf(id)| id);
    let (case, stored, signer, calendar) = services
        .store
        .read(move |reader| -> Result<_, Problem> {
            let one = case_of::<P>(reader, &scope, id, case)?;
            let signer = officer
                .map(|officer| signer(reader, client, officer))
                .transpose()?;
            let stored = receipts(reader, std::slice::from_ref(&one))?.remove(&one.receipt_id);
            let calendar = calendar::in_force(reader)?;
            Ok((one.case, stored, signer, calendar))
        })
        .await?;
    let today = services.store.clock().today();
    let policies = services.policies.set();
    let context = context_of(policies, &calendar, &case, today, stored.as_ref())?;
    let who = Who {
        scopes: scopes::<P, S>(caller),
        signer,
        applicant: false,
    };
    let possible = possible(&case, &who, &context);
    Ok(HttpResponse::Ok().json(ActionPage::new(case.state(), &possible)))
}

/// What happened in a file, newest first.
pub(crate) async fn history<P: Served, S>(
    caller: &Caller<S>,
    services: &Data<Services>,
    id: P::FileId,
    page: PageQuery,
) -> Result<HttpResponse, Problem> {
    let list = page.of("case-history", &(P::NAME, id))?;
    let keyset = list.keyset::<CaseEntryId>()?;
    let scope = caller.regions().clone();
    let found = services
        .store
        .read(move |reader| -> Result<_, Problem> {
            cases::find::<P>(reader, &scope, id)?.ok_or_else(Problem::not_found)?;
            let seen = Seen::<P>::load(reader, &scope, id)?.ids();
            Ok(cases::history::<P>(reader, id, &seen, &keyset)?)
        })
        .await?;
    list.answer(&found, |entry| entry.id, |row| CaseHistoryEntry::from(row))
}
