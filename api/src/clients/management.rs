//! Which clients a caller may manage.

use domain::ids::ClientId;
use persistence::Reader;
use persistence::clients::{self, Client};
use serde_json::json;

use crate::credentials::{Scope, ScopeSet};
use crate::problems::{Code, Problem};

/// What a caller needs to let a client act for officers: the right to register officers itself.
pub(super) const HANDS_ON_ORGANISATIONS: Scope = Scope::OrganisationsWrite;

/// The client, if it exists, was not disabled, and may do nothing that `held`, the scopes of the
/// caller's token, do not allow: anyone who gives a client a new secret can act as that client.
pub(super) fn manageable(
    reader: &mut Reader<'_>,
    held: &ScopeSet,
    id: ClientId,
) -> Result<Client, Problem> {
    let client = clients::find(reader, id)?.ok_or_else(Problem::not_found)?;
    if client.disabled_at.is_some() {
        return Err(unmet("client_active"));
    }
    let mut scopes = client
        .scopes
        .iter()
        .filter_map(|name| name.parse::<Scope>().ok());
    let acts_for_officers = !clients::organisations(reader, &[id])?.is_empty();
    if scopes.all(|scope| held.contains(scope))
        && (!acts_for_officers || held.contains(HANDS_ON_ORGANISATIONS))
    {
        Ok(client)
    } else {
        Err(unmet("client_within_own_scopes"))
    }
}

pub(super) fn unmet(condition: &str) -> Problem {
    Problem::new(Code::NotPossible).with("unmet", json!([condition]))
}
