use actix_web::web::Data;
use actix_web::{HttpResponse, post};
use domain::commendations::{Basis, Commendation, Nomination, Record, TierFacts};
use domain::error::FieldErrors;
use domain::ids::{ClientId, PersonId};
use domain::people::LifeStatus;
use domain::policy::{Recipient, Title};
use domain::procedure::{Entered, FiledBy, Opening};
use persistence::{RegionScope, people};

use super::basis::{self, Grounds};
use super::known;
use super::new::{NewCommendation, Nominated};
use super::view::CommendationView;
use crate::auth::Caller;
use crate::auth::permissions::CommendationsNominate;
use crate::commands::{Acting, Command};
use crate::contract::parameters::{CommandHeaders, CommandQuery};
use crate::http::Body;
use crate::policies;
use crate::policy::Policies;
use crate::problems::Problem;
use crate::procedure::{Finished, NewIds, Opened, body_of, people_named, registrar};
use crate::services::Services;

domain::faults! {
    pub(super) enum NominationFault {
        BasisUnknown = "basis_unknown",
            "没有此事迹或者认定，或不在您的辖区", "There is no such deed or recognition, or not in your regions.";
        NotAnActor = "not_an_actor",
            "不是该事迹或者认定中的行为人", "This is no actor of that deed or recognition.";
        TitleUnknown = "title_unknown",
            "称号目录中没有此编号", "The catalogue has no title of this id.";
        GroupUnnamed = "group_unnamed",
            "群体称号须写明群体名称", "A title for a group names the group.";
        NotForGroup = "not_for_group",
            "个人称号推荐一人，不写群体名称", "A title for an individual is for one person and names no group.";
        TooFew { fewest: u32 } = "group_too_small",
            "群体至少须有 {fewest} 名成员（规则 GROUP-MIN）", "A group has at least {fewest} members (rule GROUP-MIN).", fewest;
    }
}

/// 推荐表扬对象 / Nominate for commendation
///
/// 内容完整无误的推荐一律登记，待受理；规则 TIER-BASE 至 LUMP-SUM 对每名成员的评估记为凭据，由经办人决定。已确认与否、已有称号取自本系统的记录。 /
/// A well-formed nomination is always taken in. What the rules TIER-BASE to LUMP-SUM say of each member is kept as a
/// receipt; an officer decides. Whether the deed is confirmed and which titles are held is looked up, and not asked.
#[utoipa::path(
    security(("oauth2" = ["commendations:nominate"])),
    extensions(("x-problem-codes" = json!(["policy_not_in_force"]))),
    params(CommandHeaders, CommandQuery),
    request_body = NewCommendation,
    responses(
        (status = 201, description = "已登记，待受理 / The commendation", body = CommendationView,
            headers(("Location" = String, description = "推荐的地址 / Its address"),
                    ("ETag" = String, description = "供 If-None-Match 使用 / For `If-None-Match`"))),
    ),
)]
#[post("/v1/commendations")]
pub(super) async fn commendation_nominate(
    caller: Caller<CommendationsNominate>,
    services: Data<Services>,
    command: Command,
    body: Body<NewCommendation>,
) -> Result<HttpResponse, Problem> {
    let (scope, client) = (caller.regions().clone(), caller.client());
    let today = services.store.clock().today();
    let input = body.value.parse(today, &scope, &services.policies.city());
    command
        .run(&caller, &body.raw, input, move |acting, nominated| {
            let ids = NewIds::new(acting.tx);
            nominate(acting, &services.policies, (client, &scope), ids, nominated)?.effect()
        })
        .await
}

/// Takes in a nomination: opens the commendation, with a case for each member.
pub(crate) fn nominate(
    acting: &mut Acting<'_, '_>,
    policies: &Policies,
    (client, scope): (ClientId, &RegionScope),
    new: NewIds<Commendation>,
    nominated: &Nominated,
) -> Result<Finished<Commendation>, Problem> {
    let ids: Vec<PersonId> = nominated.members.iter().map(|one| one.person).collect();
    people::lock(acting.tx, &ids)?;
    let policy = policies.set().in_force_on(nominated.nominated_on);
    let policy = policy.map_err(policies::problem)?;
    let title = policy.title(&nominated.title);
    let title = title.ok_or_else(|| fault("/title", &NominationFault::TitleUnknown))?;
    require_recipient(
        nominated,
        title,
        policy.terms().honours.group.minimum_members,
    )?;
    let grounds = basis::load(acting.tx, scope, nominated.basis)?;
    let grounds =
        grounds.ok_or_else(|| fault(pointer(nominated), &NominationFault::BasisUnknown))?;
    let files = people_named(acting.tx, scope, ("/members", &ids))?;
    let found: Vec<_> = files.iter().map(|file| grounds.of(file.id)).collect();
    require_actors(&found)?;
    let each: Vec<_> = found.into_iter().flatten().collect();
    let nomination = nomination(nominated, title, &grounds);
    let opening = Opening {
        filed_by: FiledBy::Recommender,
        received: Entered {
            on: nominated.nominated_on,
            late_because: nominated.late_because.clone(),
        },
        receipt_on_record: false,
        holder: body_of(&nominated.region)?,
        registered_by: registrar(acting, client)?,
    };
    let region = nominated.region;
    let mut opened =
        Opened::<Commendation>::new(acting.tx, new, region, nomination.clone(), opening);
    let members = nominated.members.iter().zip(&each).zip(&files);
    for (number, ((member, ground), file)) in (0..).zip(members) {
        let held = known::titles_of(acting.tx, policies.set(), (file.id, nominated.basis))?;
        let facts = known::facts((nominated, &nomination), (member, *ground), &each, policy);
        let deceased = deceased(file.file.life_status);
        let facts = TierFacts {
            titles_held: Some(held),
            ..known::with_life(facts, deceased)
        };
        let record = Record::new(ground.case, &nomination, (number, member.weight), deceased);
        opened.add(acting, policies.set(), member.person, facts, record)?;
    }
    opened.finish(acting, "nominated")
}

/// Whether the person has died; none where not stated.
pub(super) fn deceased(life: LifeStatus) -> Option<bool> {
    match life {
        LifeStatus::Living => Some(false),
        LifeStatus::Deceased => Some(true),
        LifeStatus::Unknown => None,
    }
}

fn nomination(nominated: &Nominated, title: &Title, grounds: &Grounds) -> Nomination {
    Nomination {
        title: title.id.clone(),
        level: title.level,
        recipient: title.recipient,
        group: nominated.group.clone(),
        basis: nominated.basis,
        occurred_on: grounds.occurred_on,
        place: grounds.place,
        nominator: nominated.nominator,
        unit: nominated.unit.clone(),
        texts: nominated.texts.clone(),
        influence: nominated.influence,
        secrecy: nominated.secrecy,
    }
}

pub(super) fn fault(pointer: &str, fault: &NominationFault) -> Problem {
    let mut errors = FieldErrors::new();
    errors.push(pointer, fault);
    Problem::invalid_data(errors)
}

fn pointer(nominated: &Nominated) -> &'static str {
    match nominated.basis {
        Basis::Deed(_) => "/deed_id",
        Basis::Recognition(_) => "/recognition_id",
    }
}

fn require_recipient(nominated: &Nominated, title: &Title, fewest: u32) -> Result<(), Problem> {
    let members = u32::try_from(nominated.members.len()).unwrap_or(u32::MAX);
    match (title.recipient, &nominated.group) {
        (Recipient::Individual, None) if members == 1 => Ok(()),
        (Recipient::Individual, _) => Err(fault("/members", &NominationFault::NotForGroup)),
        (Recipient::Group, None) => Err(fault("/group", &NominationFault::GroupUnnamed)),
        (Recipient::Group, Some(_)) if members < fewest => {
            Err(fault("/members", &NominationFault::TooFew { fewest }))
        }
        (Recipient::Group, Some(_)) => Ok(()),
    }
}

fn require_actors(found: &[Option<basis::Ground>]) -> Result<(), Problem> {
    let mut errors = FieldErrors::new();
    for (index, ground) in found.iter().enumerate() {
        if ground.is_none() {
            let pointer = format!("/members/{index}/person_id");
            errors.push(pointer, &NominationFault::NotAnActor);
        }
    }
    errors.into_result().map_err(Problem::invalid_data)
}
