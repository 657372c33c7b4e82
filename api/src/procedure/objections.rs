//! The objections in a file. Who objects and what it says is given when it is asked for alone, and then that
//! stands in the audit.

use std::collections::BTreeSet;

use actix_web::HttpResponse;
use domain::ids::{Id as _, ObjectionId};
use persistence::audit::Change;
use persistence::cases::{self, CaseFile, CaseOnFile, Enclosure};
use persistence::{Keyset, Page, Reader, RegionScope};
use serde::Serialize;
use serde_json::json;
use uuid::Uuid;

use super::{Seen, Served, subject};
use crate::auth::{Caller, Representation};
use crate::commands::{Answer, Command, Effect};
use crate::http::{AccessPurpose, Optional, PageQuery};
use crate::problems::Problem;
use crate::services::Services;

/// Which objections the cases of a procedure hold, and how one is shown.
pub(crate) struct Objections<P: Served, T> {
    /// The name of the list in its cursors.
    pub(crate) list: &'static str,
    /// What the audit calls it when somebody reads what they say.
    pub(crate) read: &'static str,
    pub(crate) of_case: fn(&P::Record) -> Vec<ObjectionId>,
    pub(crate) shown: fn(&Enclosure, &[CaseOnFile<P>], Representation) -> T,
}

/// A file with the cases in it that the caller sees, and a page of its objections.
type Found<P> = (CaseFile<P>, Vec<CaseOnFile<P>>, Page<Enclosure>);

impl<P: Served, T: Serialize + 'static> Objections<P, T> {
    /// A page of them, newest first.
    pub(crate) async fn answer(
        self,
        (caller, services): (&Caller<P::Read>, &Services),
        id: P::FileId,
        (page, purpose): (PageQuery, Optional<AccessPurpose>),
        command: Command,
    ) -> Result<HttpResponse, Problem> {
        let list = page.of(self.list, &id)?;
        let keyset = list.keyset::<Uuid>()?;
        let scope = caller.regions().clone();
        let representation = Representation::asked(caller, &purpose)?;
        let Self {
            read,
            of_case,
            shown,
            ..
        } = self;
        if representation == Representation::Full {
            return command
                .of_audited_read()
                .run(caller, &[], Ok(()), move |acting, ()| {
                    let (file, seen, found) = find(acting.tx, (&scope, id), of_case, &keyset)?;
                    let read = Change::sensitive_read(read, subject(&file), json!({}));
                    let page = list.page(
                        &found,
                        |objection| objection.id,
                        |objection| shown(objection, &seen, representation),
                    )?;
                    Ok(Effect::of(read, Answer::ok(&page)?))
                })
                .await;
        }
        let (_, seen, found) = services
            .store
            .read(move |reader| find(reader, (&scope, id), of_case, &keyset))
            .await?;
        list.answer(
            &found,
            |objection| objection.id,
            |objection| shown(objection, &seen, representation),
        )
    }
}

fn find<P: Served>(
    reader: &mut Reader<'_>,
    (scope, id): (&RegionScope, P::FileId),
    of_case: fn(&P::Record) -> Vec<ObjectionId>,
    keyset: &Keyset<Uuid>,
) -> Result<Found<P>, Problem> {
    let file = cases::find::<P>(reader, scope, id)?.ok_or_else(Problem::not_found)?;
    let seen = Seen::<P>::load(reader, scope, id)?.cases;
    let of_cases = seen.iter().flat_map(|one| of_case(one.case.record()));
    let ids: BTreeSet<Uuid> = of_cases.map(ObjectionId::as_uuid).collect();
    let found = cases::objections(reader, id.uuid(), &ids, keyset)?;
    Ok((file, seen, found))
}
