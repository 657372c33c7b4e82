//! Consents are recorded, read and taken back. What everybody may read follows in the same transaction.

use std::collections::BTreeSet;

use actix_web::web::Data;
use actix_web::{HttpResponse, get, post};
use chrono::NaiveDate;
use domain::deeds::{Deed, Incident};
use domain::error::FieldErrors;
use domain::ids::{ConsentId, PersonId};
use domain::out_of_city::Recognition;
use domain::people::Person;
use domain::procedure::Procedure;
use domain::publicity::Consent;
use persistence::audit::Change;
use persistence::publicity::{self, ConsentOnFile};
use persistence::{Reader, RegionScope, StoredProcedure, Tx, cases, people};
use serde_json::json;

use super::consent_new::{NewConsent, NewConsentWithdrawal};
use super::consent_view::{ConsentPage, ConsentView, tag};
use crate::auth::Caller;
use crate::auth::permissions::{PublicityRead, PublicityWrite};
use crate::commands::{Answer, Command, Effect};
use crate::contract::examples::ids;
use crate::contract::parameters::{CommandHeaders, CommandQuery, ReadHeaders};
use crate::http::{Body, IfNoneMatch, Optional, PageQuery, Path, conditional};
use crate::people::{require_active, subject};
use crate::problems::Problem;
use crate::services::Services;

/// 登记公开同意 / Record a consent to publicity
///
/// 由经办人登记：本人同意；未满十八周岁的由监护人同意，只公开姓氏；已去世的由配偶、子女或者父母同意。报刊已合法公开的，写明来源。公开的文字即
/// 所同意的文字，不得含号码，不得写明受益人、证人或者其他行为人的姓名。同一用途以最近登记的为准，立即生效。 / By an officer: the person agrees; for
/// a minor the guardian, and the surname alone is shown; for who died the spouse, a child or a parent. What the
/// press lawfully published comes with its source. The text that is shown is the one that was agreed to: without
/// numbers, and naming neither who was helped, a witness nor another actor. For each purpose the newest one counts,
/// at once.
#[utoipa::path(
    security(("oauth2" = ["publicity:write"])),
    extensions(("x-problem-codes" = json!(["file_merged"]))),
    params(
        ("id" = Uuid, Path, description = "档案编号 / The file's id", example = json!(ids::PERSON)),
        CommandHeaders, CommandQuery,
    ),
    request_body = NewConsent,
    responses(
        (status = 201, description = "已登记 / Recorded", body = ConsentView,
            headers(("Location" = String, description = "地址 / Its address"),
                    ("ETag" = String, description = "供 If-None-Match 使用 / For `If-None-Match`"))),
    ),
)]
#[post("/v1/people/{id}/consents")]
pub(super) async fn consent_record(
    caller: Caller<PublicityWrite>,
    services: Data<Services>,
    Path(id): Path<PersonId>,
    command: Command,
    body: Body<NewConsent>,
) -> Result<HttpResponse, Problem> {
    let scope = caller.regions().clone();
    let today = services.store.clock().today();
    let input = body.value.parse(today);
    command
        .run(&caller, &body.raw, input, move |acting, consent| {
            let person = readable(acting.tx, &scope, id)?;
            acting.require_officer()?;
            require_active(acting.tx, &scope, &person)?;
            let today = acting.tx.today();
            check(acting.tx, (&scope, today), &person, consent)?;
            let new = acting.tx.new_id();
            let (on_file, recorded) = keep(acting.tx, (&person, new), consent)?;
            let address = format!("/v1/people/{id}/consents/{new}");
            let answer = Answer::created(address, &ConsentView::from(&on_file))?;
            Ok(Effect::of(recorded, answer.tagged(&tag(&on_file))))
        })
        .await
}

/// Keeps a consent that was found valid, and makes what everybody may read anew.
pub(crate) fn keep(
    tx: &mut Tx<'_>,
    (person, id): (&Person, ConsentId),
    consent: &Consent,
) -> Result<(ConsentOnFile, Change), Problem> {
    let on_file = publicity::insert(tx, id, person.id, consent.clone())?;
    let recorded = change("person.consent_recorded", person, &on_file);
    Ok((on_file, recorded))
}

/// The file of somebody whom the caller may read, under the lock of the person.
fn readable(tx: &mut Tx<'_>, scope: &RegionScope, id: PersonId) -> Result<Person, Problem> {
    people::lock(tx, &[id])?;
    people::find_readable(tx, scope, id)?.ok_or_else(Problem::not_found)
}

/// Every fault of a consent at once.
fn check(
    reader: &mut Reader<'_>,
    (scope, today): (&RegionScope, NaiveDate),
    person: &Person,
    consent: &Consent,
) -> Result<(), Problem> {
    let mut faults = FieldErrors::new();
    let pointer = if consent.basis.is_consent() {
        "/consent"
    } else {
        "/publication"
    };
    faults.take(pointer, consent.basis.require_valid(&person.file, today));
    let others = others_of(reader, scope, person)?;
    let surname = consent.basis.shows_surname_only();
    let minor = surname.then_some(&person.file.name);
    for (field, fault) in consent.content.unpublishable(&others, minor) {
        faults.push(format!("/{field}"), &fault);
    }
    faults.into_result().map_err(Problem::invalid_data)
}

/// The names of who else takes part in the deeds of somebody, as far as the caller reads them.
fn others_of(
    reader: &mut Reader<'_>,
    scope: &RegionScope,
    person: &Person,
) -> Result<BTreeSet<String>, Problem> {
    let mut others = of_files::<Deed>(reader, scope, person)?;
    others.extend(of_files::<Recognition>(reader, scope, person)?);
    Ok(others)
}

fn of_files<P>(
    reader: &mut Reader<'_>,
    scope: &RegionScope,
    person: &Person,
) -> Result<BTreeSet<String>, Problem>
where
    P: StoredProcedure + Procedure<About = PersonId, Subject = Incident>,
{
    let own = cases::of_people::<P>(reader, scope, &[person.id])?;
    let files: BTreeSet<P::FileId> = own.values().flatten().map(|one| one.file).collect();
    let ids: Vec<P::FileId> = files.iter().copied().collect();
    let all = cases::of_files::<P>(reader, &ids)?;
    let actors: Vec<PersonId> = all.values().flatten().map(|one| one.person).collect();
    let mut names = BTreeSet::new();
    for id in files {
        let Some(file) = cases::find::<P>(reader, scope, id)? else {
            continue;
        };
        let incident = &file.subject;
        let helped = incident.beneficiaries.iter().chain(&incident.witnesses);
        names.extend(helped.map(ToString::to_string));
    }
    let actors = people::find_surviving(reader, &actors)?;
    let others = actors.into_values().filter(|other| other.id != person.id);
    names.extend(others.map(|other| other.file.name.as_str().to_owned()));
    Ok(names)
}

fn change(action: &'static str, person: &Person, consent: &ConsentOnFile) -> Change {
    let purpose = consent.consent.purpose.as_str();
    Change::new(
        action,
        subject(person),
        json!({ "consent_id": consent.id, "purpose": purpose }),
    )
}

/// 公开同意列表 / List the consents of a person
///
/// 新的在前，已撤回的也列出。 / Newest first, those that were taken back among them.
#[utoipa::path(
    security(("oauth2" = ["publicity:read"])),
    params(
        ("id" = Uuid, Path, description = "档案编号 / The file's id", example = json!(ids::PERSON)),
        PageQuery,
    ),
    responses(
        (status = 200, description = "一页公开同意 / A page of consents", body = ConsentPage),
    ),
)]
#[get("/v1/people/{id}/consents")]
pub(super) async fn consent_list(
    caller: Caller<PublicityRead>,
    services: Data<Services>,
    Path(id): Path<PersonId>,
    page: PageQuery,
) -> Result<HttpResponse, Problem> {
    let list = page.of("person-consents", &id)?;
    let keyset = list.keyset::<ConsentId>()?;
    let scope = caller.regions().clone();
    let found = services
        .store
        .read(move |reader| -> Result<_, Problem> {
            let person = people::find_readable(reader, &scope, id)?;
            let person = person.ok_or_else(Problem::not_found)?;
            Ok(publicity::consents(reader, person.id, &keyset)?)
        })
        .await?;
    list.answer(
        &found,
        |consent| consent.id,
        |consent| ConsentView::from(consent),
    )
}

/// 查询公开同意 / Read a consent
///
/// 包括已撤回的事项。 / With what of it was taken back.
#[utoipa::path(
    security(("oauth2" = ["publicity:read"])),
    params(
        ("id" = Uuid, Path, description = "档案编号 / The file's id", example = json!(ids::PERSON)),
        ("consent_id" = Uuid, Path, description = "公开同意编号 / The id of the consent", example = json!(ids::CONSENT)),
        ReadHeaders,
    ),
    responses(
        (status = 200, description = "公开同意 / The consent", body = ConsentView,
            headers(("ETag" = String, description = "供 If-None-Match 使用 / For `If-None-Match`"))),
    ),
)]
#[get("/v1/people/{id}/consents/{consent_id}")]
pub(super) async fn consent_get(
    caller: Caller<PublicityRead>,
    services: Data<Services>,
    Path((id, consent)): Path<(PersonId, ConsentId)>,
    known: Optional<IfNoneMatch>,
) -> Result<HttpResponse, Problem> {
    let scope = caller.regions().clone();
    let on_file = services
        .store
        .read(move |reader| -> Result<_, Problem> {
            let person = people::find_readable(reader, &scope, id)?;
            let person = person.ok_or_else(Problem::not_found)?;
            publicity::find(reader, person.id, consent)?.ok_or_else(Problem::not_found)
        })
        .await?;
    let shown = ConsentView::from(&on_file);
    Ok(conditional(&known, &tag(&on_file), &shown))
}

/// 撤回公开同意 / Take a consent back
///
/// 撤回同意，或者对已合法公开的报道提出异议，效力相同，无须理由，立即从公开的栏目和查找中撤下；已公开的地址此后答复 410。 / A
/// consent that is taken back, or an objection to what the press published: both work alike and need no reason.
/// It leaves the public lists and the search at once; its address answers 410 from then on.
#[utoipa::path(
    security(("oauth2" = ["publicity:write"])),
    extensions(("x-problem-codes" = json!(["not_possible"]))),
    params(
        ("id" = Uuid, Path, description = "档案编号 / The file's id", example = json!(ids::PERSON)),
        ("consent_id" = Uuid, Path, description = "公开同意编号 / The id of the consent", example = json!(ids::CONSENT)),
        CommandHeaders, CommandQuery,
    ),
    request_body = NewConsentWithdrawal,
    responses(
        (status = 201, description = "撤回后的公开同意 / The consent as it is now", body = ConsentView,
            headers(("ETag" = String, description = "供 If-None-Match 使用 / For `If-None-Match`"))),
    ),
)]
#[post("/v1/people/{id}/consents/{consent_id}/withdrawals")]
pub(super) async fn consent_withdraw(
    caller: Caller<PublicityWrite>,
    services: Data<Services>,
    Path((id, consent)): Path<(PersonId, ConsentId)>,
    command: Command,
    body: Body<NewConsentWithdrawal>,
) -> Result<HttpResponse, Problem> {
    let scope = caller.regions().clone();
    let today = services.store.clock().today();
    let input = body.value.parse(today);
    command
        .run(&caller, &body.raw, input, move |acting, withdrawal| {
            let person = readable(acting.tx, &scope, id)?;
            let current = publicity::find(acting.tx, person.id, consent)?;
            let current = current.ok_or_else(Problem::not_found)?;
            let after = current.consent.withdrawn(withdrawal.clone());
            let after = after.map_err(|fault| Problem::not_possible(&[fault], "/fields"))?;
            let on_file = publicity::save(acting.tx, &current, after)?;
            let answer = Answer::received(&ConsentView::from(&on_file))?;
            let withdrawn = change("person.consent_withdrawn", &person, &on_file);
            Ok(Effect::of(withdrawn, answer.tagged(&tag(&on_file))))
        })
        .await
}
