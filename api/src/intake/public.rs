//! What anybody may send in, without a token.

use actix_web::http::header::CACHE_CONTROL;
use actix_web::web::Data;
use actix_web::{HttpResponse, get, post};
use domain::deeds::{Deed, State};
use domain::ids::{ApplicationId, ClueId, PersonId};
use domain::intake::{ActorProgress, Application, Clue, Filing, State as Stands, TrackingCode};
use domain::out_of_city::{self, Recognition};
use domain::procedure::Procedure;
use domain::regions::RegionCode;
use persistence::audit::Change;
use persistence::{Reader, RegionScope, StoreError, StoredProcedure, Tx, cases, intake};
use serde_json::json;

use super::wire::{ApplicationReceipt, ApplicationStatus, ClueReceipt, NewApplication, NewClue};
use super::{Named, change};
use crate::auth::AnonymousCaller;
use crate::commands::{Answer, Command, Effect};
use crate::contract::examples::ids;
use crate::contract::parameters::{CommandQuery, PublicCommandHeaders};
use crate::http::{Body, Path};
use crate::problems::Problem;
use crate::services::Services;

/// 提交申请或者举荐 / Apply, or recommend somebody
///
/// 行为人本人或者近亲属申请，单位、基层组织和其他任何人可以举荐（《山东省见义勇为人员奖励和保护条例》第十条）。无需令牌，每个地址每小时的
/// 次数有限。答复不复述任何个人信息；查询码仅此一次给出，以同一 `Idempotency-Key` 从同一地址重试的，24 小时内得到同一查询码，试办（`dry_run`）
/// 给出的无效。 / The actor or a close relative applies; an employer, a grassroots organisation and anybody else
/// may recommend (article 10 of the Shandong regulation). Needs no token; the number of calls an hour from one
/// address is limited. The answer repeats nothing personal. The tracking code is shown once: a retry
/// with the same `Idempotency-Key` from the same address gets the same one for 24 hours; that of a dry
/// run opens nothing.
#[utoipa::path(
    params(PublicCommandHeaders, CommandQuery),
    request_body = NewApplication,
    responses(
        (status = 201, description = "已收到 / The receipt", body = ApplicationReceipt),
    ),
)]
#[post("/v1/public/applications")]
pub(super) async fn application_submit(
    caller: AnonymousCaller,
    services: Data<Services>,
    command: Command,
    body: Body<NewApplication>,
) -> Result<HttpResponse, Problem> {
    let today = services.store.clock().today();
    let input = body.value.parse(today, services.policies.city());
    let code = new_tracking_code()?;
    command
        .run(
            &caller,
            &body.raw,
            input,
            move |acting, (content, region)| {
                let new = (acting.tx.new_id(), *region, content.clone());
                let (filing, received) = receive_application(acting.tx, new, &code)?;
                let answer = Answer::received(&ApplicationReceipt::new(&filing, &code))?;
                Ok(Effect::of(received, answer))
            },
        )
        .await
}

/// 查询申请进度 / Follow an application
///
/// 凭查询码查询，大小写、连字符和空格不论。不含姓名，也不含经办人。 / By its tracking code, in either case, with or
/// without hyphens and spaces. It holds no names, and nobody who handles it.
#[utoipa::path(
    params(
        ("tracking_code" = String, Path, description = "查询码 / The tracking code", example = json!(ids::TRACKING_CODE)),
    ),
    responses(
        (status = 200, description = "进度 / How it goes", body = ApplicationStatus),
    ),
)]
#[get("/v1/public/applications/{tracking_code}")]
pub(super) async fn application_follow(
    services: Data<Services>,
    Path(code): Path<String>,
) -> Result<HttpResponse, Problem> {
    let code = tracking_code(&code)?;
    let status = services
        .store
        .read(move |reader| -> Result<_, Problem> {
            let filing = intake::find_by_code(reader, &code)?.ok_or_else(Problem::not_found)?;
            Ok(ApplicationStatus::new(
                &filing,
                &actors_of(reader, &filing)?,
            ))
        })
        .await?;
    Ok(HttpResponse::Ok()
        .insert_header((CACHE_CONTROL, "no-store"))
        .json(status))
}

/// 提供线索 / Give a clue
///
/// 无需令牌，每个地址每小时的次数有限；可不留联系方式。线索不是申请，不起算任何期限；公示期满后的情况也由此提出。答复只给线索号。 /
/// Needs no token; the number of calls an hour from one address is limited. A clue may be
/// anonymous. A clue is no application, and no time runs from it; what becomes known after a public notice has ended
/// comes in here too. The answer is the number of the clue and nothing else.
#[utoipa::path(
    params(PublicCommandHeaders, CommandQuery),
    request_body = NewClue,
    responses(
        (status = 201, description = "已收到 / The receipt", body = ClueReceipt),
    ),
)]
#[post("/v1/public/clues")]
pub(super) async fn clue_submit(
    caller: AnonymousCaller,
    services: Data<Services>,
    command: Command,
    body: Body<NewClue>,
) -> Result<HttpResponse, Problem> {
    let today = services.store.clock().today();
    let input = body.value.parse(today, services.policies.city());
    command
        .run(&caller, &body.raw, input, |acting, (content, region)| {
            let new = (acting.tx.new_id(), *region, content.clone());
            let (filing, received) = receive_clue(acting.tx, new)?;
            let answer = Answer::received(&ClueReceipt::new(&filing))?;
            Ok(Effect::of(received, answer))
        })
        .await
}

/// Keeps an application for the region that handles it. It is followed by its code.
pub(crate) fn receive_application(
    tx: &mut Tx<'_>,
    (id, region, content): (ApplicationId, RegionCode, Application),
    code: &TrackingCode,
) -> Result<(Filing<Application>, Change), StoreError> {
    let filing = Filing::receive(id, region, content, tx.now());
    intake::insert_application(tx, &filing, code)?;
    let received = change(Application::RECEIVED, &filing, json!({}));
    Ok((filing, received))
}

/// Keeps a clue for the region that handles it.
pub(crate) fn receive_clue(
    tx: &mut Tx<'_>,
    (id, region, content): (ClueId, RegionCode, Clue),
) -> Result<(Filing<Clue>, Change), StoreError> {
    let filing = Filing::receive(id, region, content, tx.now());
    intake::insert_clue(tx, &filing)?;
    let received = change(Clue::RECEIVED, &filing, json!({}));
    Ok((filing, received))
}

/// How the case of each actor goes, and where. Of a deed that others brought first, an applicant learns no
/// more than that it is there.
pub(super) fn actors_of(
    reader: &mut Reader<'_>,
    filing: &Filing<Application>,
) -> Result<Vec<(ActorProgress, RegionCode)>, StoreError> {
    match (filing.state, filing.deed, filing.recognition) {
        (Stands::TakenUp, Some(deed), _) => {
            progress::<Deed, Recognition>(reader, deed, State::Redirected, |record| {
                record.deed == Some(deed)
            })
        }
        (Stands::TakenUp, None, Some(recognition)) => progress::<Recognition, Deed>(
            reader,
            recognition,
            out_of_city::State::Redirected,
            |record| record.recognition == Some(recognition),
        ),
        _ => Ok(Vec::new()),
    }
}

/// How the cases of a file go; of one that goes on in another procedure, how it goes there.
fn progress<P, Q>(
    reader: &mut Reader<'_>,
    file: P::FileId,
    redirected: P::State,
    continues: impl Fn(&Q::Record) -> bool,
) -> Result<Vec<(ActorProgress, RegionCode)>, StoreError>
where
    P: StoredProcedure + Procedure<About = PersonId>,
    Q: StoredProcedure,
    ActorProgress: From<P::State> + From<Q::State>,
{
    let actors = cases::of_file::<P>(reader, file)?;
    let redirected = actors.iter().filter(|one| one.case.state() == redirected);
    let people: Vec<PersonId> = redirected.map(|one| one.person).collect();
    let others = cases::of_people::<Q>(reader, &RegionScope::City, &people)?;
    let elsewhere = |person: &PersonId| {
        let mut theirs = others.get(person)?.iter();
        theirs.find(|one| continues(one.case.record()))
    };
    let shown = actors.iter().map(|one| match elsewhere(&one.person) {
        Some(other) => (other.case.state().into(), other.case.holder().region),
        None => (one.case.state().into(), one.case.holder().region),
    });
    Ok(shown.collect())
}

/// A code of 160 random bits.
fn new_tracking_code() -> Result<TrackingCode, Problem> {
    let mut bytes = [0_u8; 32];
    getrandom::fill(&mut bytes).map_err(|error| Problem::internal(error.to_string()))?;
    Ok(TrackingCode::of_random(bytes))
}

/// The code in a path; what is none names nothing, like one that nobody was given.
pub(super) fn tracking_code(text: &str) -> Result<TrackingCode, Problem> {
    TrackingCode::parse(text).ok_or_else(Problem::not_found)
}
