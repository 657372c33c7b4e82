//! The forms that no procedure brings. Those that one brings stand with it ([`super::StoredProcedure`]).

use domain::calendar::YearDays;
use domain::documents::Sheet;
use domain::intake::{Application, Clue};
use domain::people::PersonEvent;
use domain::publicity::{Consent, PublicNotice, PublicStudio, RollEntry};
use domain::receipts::Receipt;
use serde_json::Value;

use super::Form;
use super::renamed::renamed;
use crate::{attachments, documents, intake, people};

pub(crate) const RECEIPT: Form<Receipt> = Form::upgraded("receipt", 5, upgrade_receipt);
pub(crate) const SHEET: Form<Sheet> = Form::upgraded("document.sheet", 2, upgrade_sheet);
pub(crate) const CONCERNED: Form<Vec<documents::Concerned>> =
    Form::upgraded("document.concerned", 3, upgrade_concerned);
pub(crate) const PERSON: Form<people::Sealed> = Form::first("person");
pub(crate) const PERSON_HISTORY: Form<PersonEvent> = Form::first("person.history");
pub(crate) const APPLICATION: Form<intake::SealedFiling<Application>> = Form::first("application");
pub(crate) const CLUE: Form<intake::SealedFiling<Clue>> = Form::first("clue");
pub(crate) const CALENDAR_YEAR: Form<YearDays> = Form::first("calendar.year");
pub(crate) const CONSENT: Form<Consent> = Form::first("consent");
pub(crate) const ROLL_ENTRY: Form<RollEntry> = Form::first("public.roll");
pub(crate) const PUBLIC_STUDIO: Form<PublicStudio> = Form::first("public.studio");
pub(crate) const PUBLIC_NOTICE: Form<PublicNotice> = Form::first("public.notice");
pub(crate) const ATTACHMENT: Form<attachments::Sealed> = Form::first("attachment");

/// Format 2 has other names. Format 3 has the other recognitions of a person, which no older one knew. Format
/// 4 has the version of the calendar, of which there was one, and says of a year that it is not loaded. Format 5
/// has the award itself, sums, and which facts were read from files; older ones knew none of them.
fn upgrade_receipt(from: u32, receipt: Value) -> Value {
    let mut receipt = if from == 1 { renamed(receipt) } else { receipt };
    let findings = receipt.get_mut("findings").and_then(Value::as_array_mut);
    for code in findings
        .into_iter()
        .flatten()
        .filter_map(|finding| finding.get_mut("code"))
    {
        if code == "calendar_not_published" {
            *code = "calendar_not_loaded".into();
        }
    }
    receipt
}

/// Format 1 knew no layout but that of a letter.
fn upgrade_sheet(_from: u32, mut sheet: Value) -> Value {
    if let Some(sheet) = sheet.as_object_mut() {
        sheet.insert("layout".to_owned(), "letter".into());
    }
    sheet
}

/// Format 1 knew the actors of deeds only; up to format 2 a receipt was called a decision.
fn upgrade_concerned(_from: u32, mut concerned: Value) -> Value {
    let each = concerned.as_array_mut().into_iter().flatten();
    for one in each.filter_map(Value::as_object_mut) {
        if let Some(actor) = one.remove("actor") {
            one.insert("case".to_owned(), actor);
        }
        if let Some(receipt) = one.remove("decision") {
            one.insert("receipt_id".to_owned(), receipt);
        }
    }
    concerned
}
