//! The clients of the demonstration: the one to try everything with, and two to be managed.

use std::collections::BTreeSet;

use domain::ids::OrganisationId;
use domain::regions::RegionCode;
use persistence::audit::Change;
use persistence::clients;
use serde_json::json;

use super::{Demo, DemoError, literal};
use crate::auth::oauth::secret_hash;
use crate::clients::{Enrolment, new_secret, register, subject};
use crate::contract::examples::ids;
use crate::credentials::{Scope, ScopeSet};

/// Registers them, the first one under a secret of which `hash` is kept. Nobody knows the secrets of
/// the others.
pub(super) fn create(
    demo: &mut Demo<'_, '_>,
    organisations: &[OrganisationId],
    hash: &[u8],
) -> Result<(), DemoError> {
    let own = Enrolment {
        name: "演示客户端 / demonstration client".to_owned(),
        scopes: every_scope(),
        regions: vec![demo.city],
        organisations: organisations.to_vec(),
    };
    enrol(demo, ids::CLIENT, &own, hash.to_vec())?;
    for (id, name) in [
        (ids::COUNTY_CLIENT, "测试东昌府区系统"),
        (ids::FORMER_CLIENT, "测试旧系统"),
    ] {
        let reader = Enrolment {
            name: name.to_owned(),
            scopes: [Scope::PeopleRead].into_iter().collect(),
            regions: vec![literal(RegionCode::parse("371502"))?],
            organisations: Vec::new(),
        };
        enrol(demo, id, &reader, secret_hash(&new_secret()?))?;
    }
    Ok(())
}

fn enrol(
    demo: &mut Demo<'_, '_>,
    id: &str,
    new: &Enrolment,
    secret_hash: Vec<u8>,
) -> Result<(), DemoError> {
    let id = literal(id.parse())?;
    let (_, created) = register(demo.tx, demo.city, (id, new), secret_hash)?;
    demo.record(&created)
}

/// Gives the first one another secret; `false` where it was never registered, or was disabled.
pub(super) fn renew(demo: &mut Demo<'_, '_>, hash: &[u8]) -> Result<bool, DemoError> {
    let id = literal(ids::CLIENT.parse())?;
    if clients::find(demo.tx, id)?.is_none_or(|client| client.disabled_at.is_some()) {
        return Ok(false);
    }
    clients::rotate(demo.tx, id, hash)?;
    let scopes: BTreeSet<String> = every_scope().names().map(str::to_owned).collect();
    clients::set_scopes(demo.tx, id, &scopes)?;
    let rotated = Change::new("client.rotated", subject(id, demo.city), json!({}));
    demo.record(&rotated)?;
    Ok(true)
}

/// Swagger UI offers every scope that the contract knows, and "select all" must pass.
fn every_scope() -> ScopeSet {
    Scope::ALL.iter().copied().collect()
}
