//! The movable clock, for rehearsals: only with `serve --sandbox`, never in production. It is one for all
//! processes of an installation, and kept in its database: each looks there before it answers.

use std::time::Duration;

use actix_web::web::{Data, Json};
use actix_web::{get, put};
use chrono::{DateTime, Datelike as _, NaiveDate, SubsecRound as _, Utc};
use domain::calendar::{CalendarError, YEARS};
use domain::error::Coded as _;
use persistence::{Clock, Mode, Store, sandbox_clock};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use validator::Validate;

use crate::auth::Caller;
use crate::auth::permissions::SandboxMove;
use crate::http::Body;
use crate::problems::Problem;
use crate::routes::Routes;
use crate::services::Services;

/// Adds the operations.
pub fn configure(routes: &mut Routes<'_>) {
    routes.service(clock_get).service(clock_move);
}

/// 查看演练时钟 / Read the sandbox clock
///
/// 仅在以 --sandbox 启动时存在。 / Exists only with `serve --sandbox`.
#[utoipa::path(
    operation_id = "sandbox_clock_get",
    security(("oauth2" = ["sandbox:move"])),
    responses((status = 200, description = "时钟 / The clock", body = SandboxClock)),
)]
#[get("/v1/sandbox/clock")]
async fn clock_get(_: Caller<SandboxMove>, services: Data<Services>) -> Json<SandboxClock> {
    Json(services.store.clock().into())
}

/// 拨动演练时钟 / Move the sandbox clock
///
/// 时钟自该时刻起继续走；各进程的时钟一并拨动，重新启动之后仍然有效。令牌的有效期不受影响。 / The clock continues from there, in
/// every process, and after a restart too. Tokens are not affected.
#[utoipa::path(
    operation_id = "sandbox_clock_move",
    security(("oauth2" = ["sandbox:move"])),
    request_body = SandboxClockMove,
    responses((status = 200, description = "时钟 / The clock", body = SandboxClock)),
)]
#[put("/v1/sandbox/clock")]
async fn clock_move(
    _: Caller<SandboxMove>,
    services: Data<Services>,
    body: Body<SandboxClockMove>,
) -> Result<Json<SandboxClock>, Problem> {
    let now = body.value.now;
    if !YEARS.contains(&now.year()) {
        return Err(CalendarError::DateOutOfRange.at("/now").into());
    }
    let moved = services
        .store
        .write(Mode::Commit, move |tx| {
            sandbox_clock::move_to(tx, now.trunc_subsecs(3))
        })
        .await?;
    let clock = services.store.clock();
    clock.follow(moved);
    Ok(Json(clock.into()))
}

/// How often the work without a request looks where the clock is.
const LOOK_EVERY: Duration = Duration::from_secs(5);

/// Goes by the clock as the database has it. Out of reach of the database it goes on as it was.
pub(crate) async fn follow(store: &Store) {
    match store.read(sandbox_clock::last_move).await {
        Ok(moved) => store.clock().follow(moved),
        Err(error) => tracing::warn!(%error, "the clock of the sandbox is not known"),
    }
}

/// Keeps the clock of this process where the others have it, also while nobody calls.
pub(crate) fn start(store: Store) {
    actix_web::rt::spawn(async move {
        loop {
            actix_web::rt::time::sleep(LOOK_EVERY).await;
            follow(&store).await;
        }
    });
}

/// 拨动时钟 / Moves the clock.
#[derive(Debug, Deserialize, Validate, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({ "now": "2026-12-31T15:59:00Z" }))]
struct SandboxClockMove {
    /// 时钟应指示的时刻 / The instant to set.
    now: DateTime<Utc>,
}

/// 演练时钟 / The clock of the sandbox.
#[derive(Debug, Serialize, ToSchema)]
struct SandboxClock {
    /// 时钟所指的时刻 / The instant that the clock reads.
    now: DateTime<Utc>,
    /// 当日（北京时间），法定期限按此计算 / The day in Beijing, by which the law counts.
    today: NaiveDate,
}

impl From<&Clock> for SandboxClock {
    fn from(clock: &Clock) -> Self {
        let now = clock.now();
        Self {
            now,
            today: domain::calendar::beijing_date(now),
        }
    }
}
