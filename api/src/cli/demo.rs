//! What `serve --demo` prints.

use persistence::Store;

use super::{CommandFailure, say};
use crate::clients::new_secret;
use crate::contract::examples::ids;
use crate::demo;
use crate::policy::Policies;
use crate::settings::Secret;

/// A demonstration that is ready to be tried.
pub(super) struct Demonstration {
    secret: Secret,
}

/// Fills an empty database, or takes up the demonstration that is there.
pub(super) async fn prepare(
    store: &Store,
    policies: &Policies,
) -> Result<Demonstration, CommandFailure> {
    let secret = new_secret()?;
    demo::prepare(store, policies, &secret).await?;
    Ok(Demonstration { secret })
}

impl Demonstration {
    /// How to begin, and with which credentials.
    pub(super) fn show(&self) -> Result<(), CommandFailure> {
        say(&format!(
            "\n\
             演示：在 Swagger UI 中点击 Authorize，填入下列客户端编号和密钥，勾选权限，即可逐个试用。\n\
             须由工作人员办理的操作，在 On-Behalf-Of 中填写工作人员编号。密钥在下次启动时更换。\n\
             Demonstration: in Swagger UI press Authorize, give the client's id and secret, select all\n\
             scopes, and try the operations. Where an officer must act, give the officer's id in\n\
             On-Behalf-Of. The secret changes at the next start.\n\
             \n  client_id: {}\n  client_secret: {}\n  On-Behalf-Of: {}\n",
            ids::CLIENT,
            self.secret.expose(),
            ids::OFFICER,
        ))
    }
}
