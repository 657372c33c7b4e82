//! A member who was left out of a group: it joins the nomination, and is awarded by a correction of the
//! decision where the others are.

use actix_web::web::Data;
use actix_web::{HttpResponse, post};
use domain::commendations::{Commendation, Record, TierFacts};
use domain::error::FieldErrors;
use domain::ids::{CommendationId, PersonId};
use domain::people::Person;
use domain::policy::Recipient;
use domain::procedure::{Entered, FiledBy, Opening, Signer};
use persistence::{RegionScope, people};
use serde::Deserialize;
use serde_json::json;
use utoipa::ToSchema;
use validator::Validate;

use super::new::{Member, NewMember};
use super::nominate::{NominationFault, deceased, fault};
use super::view::CommendationView;
use super::{basis, known};
use crate::auth::Caller;
use crate::auth::permissions::CommendationsReview;
use crate::commands::{Acting, Command};
use crate::contract::examples::ids;
use crate::contract::parameters::{CommandHeaders, CommandQuery};
use crate::http::{Body, Path};
use crate::problems::Problem;
use crate::procedure::{File, people_named, registrar};
use crate::services::Services;

domain::faults! {
    enum MemberFault {
        Already = "already_a_member", "已是该群体成员", "This is a member already.";
    }
}

/// 增补群体成员 / Add a member who was left out
///
/// 群体成员逐一确认；遗漏的成员由此增补，案件从推荐开始，已经作出决定的，由批次的更正决定补授。 / Members are confirmed one by one. One who
/// was left out joins here; the case begins as a nomination, and where the others were awarded already the correction of
/// the decision awards this one too.
#[derive(Debug, Deserialize, Validate, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({ "members": [{ "person_id": ids::PERSON_LEFT_OUT, "harm": "none" }] }))]
pub(super) struct NewMembers {
    /// 增补的成员 / Those who join.
    #[validate(length(min = 1, max = 20), nested)]
    #[schema(min_items = 1, max_items = 20)]
    members: Vec<NewMember>,
}

impl NewMembers {
    fn parse(&self) -> Result<Vec<Member>, Problem> {
        let mut errors = FieldErrors::new();
        let members = self.members.iter().enumerate();
        let members = members
            .filter_map(|(index, member)| member.parse(&format!("/members/{index}"), &mut errors));
        let members: Vec<Member> = members.collect();
        errors.into_result().map_err(Problem::invalid_data)?;
        Ok(members)
    }
}

/// 增补群体成员 / Add a member who was left out of a group
///
/// 新成员的案件从推荐开始。 / The case of the new member begins as a nomination.
#[utoipa::path(
    security(("oauth2" = ["commendations:review"])),
    extensions(("x-problem-codes" = json!(["policy_not_in_force"]))),
    params(
        ("id" = Uuid, Path, description = "表扬推荐编号 / The commendation's id", example = json!(ids::COMMENDATION_GROUP)),
        CommandHeaders, CommandQuery,
    ),
    request_body = NewMembers,
    responses(
        (status = 201, description = "增补后的推荐 / The commendation with its new members", body = CommendationView,
            headers(("Location" = String, description = "推荐的地址 / Its address"),
                    ("ETag" = String, description = "供 If-None-Match 使用 / For `If-None-Match`"))),
    ),
)]
#[post("/v1/commendations/{id}/members")]
pub(super) async fn commendation_member_add(
    caller: Caller<CommendationsReview>,
    services: Data<Services>,
    Path(id): Path<CommendationId>,
    command: Command,
    body: Body<NewMembers>,
) -> Result<HttpResponse, Problem> {
    let (scope, client) = (caller.regions().clone(), caller.client());
    let input = body.value.parse();
    command
        .run(&caller, &body.raw, input, move |acting, members| {
            let named: Vec<_> = members.iter().map(|member| member.person).collect();
            people::lock(acting.tx, &named)?;
            let mut file = File::<Commendation>::open(acting.tx, &scope, id)?;
            acting.require_officer()?;
            let files = people_named(acting.tx, &scope, ("/members", &named))?;
            let registrar = registrar(acting, client)?;
            for (index, (member, person)) in members.iter().zip(&files).enumerate() {
                let pointer = format!("/members/{index}/person_id");
                join(
                    acting,
                    &services,
                    &mut file,
                    (member, person, &pointer),
                    registrar,
                )?;
            }
            file.renew(acting, services.policies.set())?;
            let ids: Vec<_> = file.cases().iter().map(|one| one.id).collect();
            let data = json!({ "actor_ids": ids });
            let changes = file.save(acting, services.policies.set(), "member_added", data)?;
            file.finished(changes).effect()
        })
        .await
}

/// Opens the case of one who joins.
fn join(
    acting: &mut Acting<'_, '_>,
    services: &Services,
    file: &mut File<Commendation>,
    (member, person, pointer): (&Member, &Person, &str),
    registrar: Option<Signer>,
) -> Result<(), Problem> {
    let nomination = file.file().subject.clone();
    let Some(first) = file
        .cases()
        .first()
        .filter(|_| nomination.recipient == Recipient::Group)
    else {
        return Err(fault(pointer, &NominationFault::NotForGroup));
    };
    let survivors = people::survivors(acting.tx, &of_file(file))?;
    if survivors.values().any(|known| *known == person.id) {
        return Err(fault_of(pointer, &MemberFault::Already));
    }
    let grounds = basis::load(acting.tx, &RegionScope::City, nomination.basis)?;
    let ground = grounds.and_then(|grounds| grounds.of(person.id));
    let ground = ground.ok_or_else(|| fault(pointer, &NominationFault::NotAnActor))?;
    let opening = Opening {
        filed_by: FiledBy::Recommender,
        received: Entered::on(acting.tx.today()),
        receipt_on_record: true,
        holder: first.case.holder(),
        registered_by: registrar,
    };
    let deceased = deceased(person.file.life_status);
    let policies = services.policies.set();
    let held = known::titles_of(acting.tx, policies, (person.id, nomination.basis))?;
    let facts = TierFacts {
        standing: Some(ground.standing),
        harm: member.harm,
        cost: member.cost,
        titles_held: Some(held),
        recommended_by: Some(Vec::new()),
        accepted: None,
        ..first.facts.clone()
    };
    let facts = known::with_life(facts, deceased);
    let number = u32::try_from(file.cases().len()).map_err(Problem::internal)?;
    let record = Record::new(ground.case, &nomination, (number, member.weight), deceased);
    file.join(acting, policies, opening, member.person, (facts, record))
}

fn of_file(file: &File<Commendation>) -> Vec<PersonId> {
    file.cases().iter().map(|one| one.person).collect()
}

fn fault_of(pointer: &str, fault: &MemberFault) -> Problem {
    let mut errors = FieldErrors::new();
    errors.push(pointer, fault);
    Problem::invalid_data(errors)
}
