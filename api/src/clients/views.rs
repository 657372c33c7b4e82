//! A client as the audit names it and as it is shown.

use std::collections::BTreeMap;

use domain::ids::{ClientId, OrganisationId};
use domain::regions::RegionCode;
use persistence::audit::Subject;
use persistence::clients::{self, Client};
use persistence::{Reader, StoreError};

use super::wire::ClientView;

/// A client as the audit names it: a thing of the city.
pub(crate) fn subject(id: ClientId, city: RegionCode) -> Subject {
    Subject {
        kind: "client",
        id: id.to_string(),
        version: 0,
        region: city,
    }
}

pub(super) fn address(id: ClientId) -> String {
    format!("/v1/clients/{id}")
}

/// A client as it is shown.
pub(super) fn view(reader: &mut Reader<'_>, client: &Client) -> Result<ClientView, StoreError> {
    let organisations = clients::organisations(reader, &[client.id])?;
    Ok(ClientView::new(client, of(&organisations, client.id)))
}

/// The organisations of one client among those of several.
pub(super) fn of(
    organisations: &BTreeMap<ClientId, Vec<OrganisationId>>,
    client: ClientId,
) -> &[OrganisationId] {
    organisations.get(&client).map_or(&[], Vec::as_slice)
}
