use actix_web::web::Data;
use actix_web::{HttpResponse, post};
use domain::ids::ClientId;
use domain::procedure::{Entered, FiledBy, Nobody, Opening};
use domain::rounds::{Call, Record, Round, RoundFacts};
use persistence::rounds;

use super::carried_out::counted;
use super::new::NewRound;
use super::view::RoundView;
use crate::auth::Caller;
use crate::auth::permissions::CommendationsNominate;
use crate::commands::{Acting, Command};
use crate::contract::parameters::{CommandHeaders, CommandQuery};
use crate::http::Body;
use crate::policy::Policies;
use crate::problems::Problem;
use crate::procedure::{Finished, NewIds, Opened, body_of, registrar};
use crate::services::Services;

/// A round that is planned.
#[derive(Debug, Clone)]
pub(crate) struct Planned {
    pub(crate) call: Call,
}

/// 拟定表扬批次 / Plan a round of commendation
///
/// 内容完整的批次一律登记为拟定；规则 TIER-AUTHORITY 至 TIER-FORM 的评估记为凭据。发出推荐通知、作出决定时重新评估，不合规的不予办理。 / A
/// well-formed round is always taken in. What the rules TIER-AUTHORITY to TIER-FORM say of it is kept as a receipt; they are
/// asked again, and have to agree, when the call goes out and when it is decided.
#[utoipa::path(
    security(("oauth2" = ["commendations:nominate"])),
    extensions(("x-problem-codes" = json!(["policy_not_in_force"]))),
    params(CommandHeaders, CommandQuery),
    request_body = NewRound,
    responses(
        (status = 201, description = "已登记为拟定 / The round", body = RoundView,
            headers(("Location" = String, description = "批次的地址 / Its address"),
                    ("ETag" = String, description = "供 If-None-Match 使用 / For `If-None-Match`"))),
    ),
)]
#[post("/v1/commendation-rounds")]
pub(super) async fn round_plan(
    caller: Caller<CommendationsNominate>,
    services: Data<Services>,
    command: Command,
    body: Body<NewRound>,
) -> Result<HttpResponse, Problem> {
    let client = caller.client();
    let input = body
        .value
        .parse(caller.regions(), &services.policies.city())
        .map(|call| Planned { call });
    command
        .run(&caller, &body.raw, input, move |acting, planned| {
            let ids = NewIds::new(acting.tx);
            plan(acting, &services.policies, client, ids, planned)?.effect()
        })
        .await
}

/// Opens a round.
pub(crate) fn plan(
    acting: &mut Acting<'_, '_>,
    policies: &Policies,
    client: ClientId,
    new: NewIds<Round>,
    planned: &Planned,
) -> Result<Finished<Round>, Problem> {
    let call = &planned.call;
    let today = acting.tx.today();
    let holder = body_of(&call.organiser)?;
    let opening = Opening {
        filed_by: FiledBy::OwnMotion,
        received: Entered::on(today),
        receipt_on_record: true,
        holder,
        registered_by: registrar(acting, client)?,
    };
    let facts = RoundFacts::of(call, holder, today);
    let facts = counted(acting.tx, new.file, call.organiser, facts)?;
    let mut opened = Opened::<Round>::new(acting.tx, new, call.organiser, call.clone(), opening);
    let record = Record::of(call.clone());
    opened.add(acting, policies.set(), Nobody, facts, record)?;
    let finished = opened.finish(acting, "planned")?;
    for one in &finished.seen.cases {
        rounds::keep(acting.tx, &finished.file, one)?;
    }
    Ok(finished)
}
