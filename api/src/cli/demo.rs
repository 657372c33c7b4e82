//! What `serve --demo` prints.

use super::{CommandFailure, say};
use crate::contract::examples::ids;
use crate::settings::Secret;

/// How to begin with the demonstration, and with which credentials.
pub(super) fn show(secret: &Secret) -> Result<(), CommandFailure> {
    say(&format!(
        "\n\
         演示：在 Swagger UI 中点击 Authorize，填入下列客户端编号和密钥，勾选权限，即可逐个试用。\n\
         须由工作人员办理的操作，在 On-Behalf-Of 中填写工作人员编号。密钥在下次启动时更换。\n\
         Demonstration: in Swagger UI press Authorize, give the client's id and secret, select all\n\
         scopes, and try the operations. Where an officer must act, give the officer's id in\n\
         On-Behalf-Of. The secret changes at the next start.\n\
         \n  client_id: {}\n  client_secret: {}\n  On-Behalf-Of: {}\n",
        ids::CLIENT,
        secret.expose(),
        ids::OFFICER,
    ))
}
