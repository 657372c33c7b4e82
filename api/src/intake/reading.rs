//! Reads of what came in, alike for applications and clues.

use actix_web::HttpResponse;
use domain::deeds::Deed;
use domain::intake::Filing;
use domain::out_of_city::Recognition;
use persistence::intake::{self, Earlier};
use persistence::{Reader, RegionScope, StoreError};
use serde::{Deserialize, Serialize};
use utoipa::IntoParams;
use validator::Validate;

use super::{Named, subject};
use crate::auth::permissions::IntakeRead;
use crate::auth::{Caller, Representation};
use crate::commands::{Command, SensitiveRead};
use crate::http::{AccessPurpose, IfNoneMatch, Optional, PageQuery, hash};
use crate::problems::Problem;
use crate::procedure::Seen;
use crate::services::Services;
use crate::words::IntakeStateWord;

/// What one filing may tell of once more.
pub(super) fn earlier<K: Named>(
    reader: &mut Reader<'_>,
    filing: &Filing<K>,
) -> Result<Earlier, StoreError> {
    let found = intake::likely_earlier(reader, std::slice::from_ref(filing))?;
    Ok(found.into_values().next().unwrap_or_default())
}

/// Whether a scope sees every case that a filing became.
fn sees_whole<K: Named>(
    reader: &mut Reader<'_>,
    scope: &RegionScope,
    filing: &Filing<K>,
) -> Result<bool, StoreError> {
    let of_deed = filing.deed.map(|id| Seen::<Deed>::load(reader, scope, id));
    let of_deed = of_deed.transpose()?.map_or(0, |seen| seen.others);
    let elsewhere = filing
        .recognition
        .map(|id| Seen::<Recognition>::load(reader, scope, id));
    let elsewhere = elsewhere.transpose()?.map_or(0, |seen| seen.others);
    Ok(of_deed == 0 && elsewhere == 0)
}

#[derive(Debug, Serialize, Deserialize, Validate, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub(super) struct FilingQuery {
    /// 只列该状态的 / Only those in this state.
    #[param(example = "received")]
    state: Option<IntakeStateWord>,
}

/// A page of them, masked.
pub(super) async fn list<K: Named>(
    caller: &Caller<IntakeRead>,
    services: &Services,
    page: PageQuery,
    query: FilingQuery,
) -> Result<HttpResponse, Problem> {
    let list = page.of(K::COLLECTION, &query)?;
    let keyset = list.keyset::<K::Id>()?;
    let scope = caller.regions().clone();
    let wanted = query.state.map(|state| state.0);
    let (found, earlier) = services
        .store
        .read(move |reader| -> Result<_, StoreError> {
            let found = intake::list::<K>(reader, &scope, wanted, &keyset)?;
            let earlier = intake::likely_earlier(reader, &found.items)?;
            Ok((found, earlier))
        })
        .await?;
    let view = |filing: &Filing<K>| {
        let earlier = earlier.get(&filing.id).cloned().unwrap_or_default();
        K::view(filing, &earlier, Representation::Masked)
    };
    list.answer(&found, |filing| filing.id, view)
}

/// One filing: masked, or in full for a stated purpose, which is audited.
pub(super) async fn get<K: Named>(
    caller: Caller<IntakeRead>,
    id: K::Id,
    known: Optional<IfNoneMatch>,
    purpose: Optional<AccessPurpose>,
    command: Command,
) -> Result<HttpResponse, Problem>
where
    K::View: Send + 'static,
{
    command
        .read(
            &caller,
            &known,
            &purpose,
            K::SENSITIVE_READ,
            move |reader, scope, representation| {
                let mut filing =
                    intake::find_held::<K>(reader, scope, id)?.ok_or_else(Problem::not_found)?;
                let earlier = earlier(reader, &filing)?;
                let whole = sees_whole(reader, scope, &filing)?;
                if !whole {
                    filing.content.leave_out_numbers();
                }
                Ok(SensitiveRead {
                    view: K::view(&filing, &earlier, representation),
                    subject: subject(&filing, filing.region),
                    beside: Some(hash(&(earlier, whole))),
                })
            },
        )
        .await
}
