//! The forms that no procedure brings. Those that one brings stand with it ([`super::StoredProcedure`]).

use domain::decisions::Receipt;
use domain::documents::Sheet;
use domain::intake::{Application, Clue};
use domain::people::Happened;
use serde_json::Value;

use super::Form;
use crate::{attachments, documents, intake, people};

/// What the rules said, with the facts that they used.
pub(crate) const RECEIPT: Form<Receipt> = Form::first("receipt");

/// What a document says.
pub(crate) const SHEET: Form<Sheet> = Form::first("document.sheet");

/// Whom a document is about.
pub(crate) const CONCERNED: Form<Vec<documents::Concerned>> =
    Form::upgraded("document.concerned", 2, upgrade_concerned);

/// What is sealed of the file of a person.
pub(crate) const PERSON: Form<people::Sealed> = Form::first("person");

/// What happened to the file of a person.
pub(crate) const PERSON_HISTORY: Form<Happened> = Form::first("person.history");

/// What is sealed of an application.
pub(crate) const APPLICATION: Form<intake::SealedFiling<Application>> = Form::first("application");

/// What is sealed of a clue.
pub(crate) const CLUE: Form<intake::SealedFiling<Clue>> = Form::first("clue");

/// What is sealed of an attachment.
pub(crate) const ATTACHMENT: Form<attachments::Sealed> = Form::first("attachment");

/// Format 1 knew the actors of deeds only.
fn upgrade_concerned(_from: u32, mut concerned: Value) -> Value {
    let each = concerned.as_array_mut().into_iter().flatten();
    for one in each.filter_map(Value::as_object_mut) {
        if let Some(actor) = one.remove("actor") {
            one.insert("case".to_owned(), actor);
        }
    }
    concerned
}
