//! Reads of what came in, alike for applications and clues.

use actix_web::HttpResponse;
use domain::intake::Filing;
use persistence::audit::Change;
use persistence::intake::{self, Earlier};
use persistence::{Reader, StoreError};
use serde_json::json;

use super::{Named, Representation, subject};
use crate::auth::permissions::IntakeRead;
use crate::auth::{Caller, Scope};
use crate::commands::{Answer, Command, Effect};
use crate::http::{AccessPurpose, IfNoneMatch, Optional, conditional};
use crate::problems::Problem;
use crate::state::State;

/// What one filing may tell of once more.
pub(super) fn earlier<K: Named>(
    reader: &mut Reader<'_>,
    filing: &Filing<K>,
) -> Result<Earlier, StoreError> {
    let found = intake::likely_earlier(reader, std::slice::from_ref(filing))?;
    Ok(found.into_values().next().unwrap_or_default())
}

/// One filing: masked, or in full for a stated purpose, which is audited.
pub(super) async fn get<K: Named>(
    caller: Caller<IntakeRead>,
    state: &State,
    id: K::Id,
    known: Optional<IfNoneMatch>,
    purpose: Optional<AccessPurpose>,
    command: Command,
) -> Result<HttpResponse, Problem>
where
    K::View: Send + 'static,
{
    if purpose.0.is_some() {
        return in_full::<K>(caller, id, command).await;
    }
    let scope = caller.regions().clone();
    let (tag, shown) = state
        .store
        .read(move |reader| -> Result<_, Problem> {
            let filing = intake::find::<K>(reader, &scope, id)?.ok_or_else(Problem::not_found)?;
            let earlier = earlier(reader, &filing)?;
            let masked = Representation::Masked;
            Ok((masked.tag(&filing), K::view(&filing, &earlier, masked)))
        })
        .await?;
    Ok(conditional(&known, &tag, &shown))
}

async fn in_full<K: Named>(
    caller: Caller<IntakeRead>,
    id: K::Id,
    command: Command,
) -> Result<HttpResponse, Problem> {
    if !caller.grant().scopes.contains(Scope::PeopleReadSensitive) {
        let needed = Scope::PeopleReadSensitive.as_str();
        return Err(Problem::insufficient_scope(needed));
    }
    let scope = caller.regions().clone();
    command
        .of_audited_read()
        .run(&caller, &[], Ok(()), move |acting, ()| {
            let filing =
                intake::find::<K>(acting.tx, &scope, id)?.ok_or_else(Problem::not_found)?;
            let earlier = earlier(acting.tx, &filing)?;
            let full = Representation::Full;
            let subject = subject(&filing, filing.region);
            let read = Change::sensitive_read(K::SENSITIVE_READ, subject, json!({}));
            let answer = Answer::ok(&K::view(&filing, &earlier, full))?.tagged(&full.tag(&filing));
            Ok(Effect::of(read, answer))
        })
        .await
}
