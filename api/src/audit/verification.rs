//! Walks the chain in bounded steps and holds it against its checkpoints.

use actix_web::web::Data;
use actix_web::{HttpResponse, get};
use chrono::{DateTime, Utc};
use persistence::audit::chain::{self, BreakKind, Checkpoint, Hash, Walked};
use persistence::{Store, StoreError};
use serde::{Deserialize, Serialize};
use serde_with::skip_serializing_none;
use utoipa::{IntoParams, ToSchema};
use validator::Validate;

use super::sealing::Statement;
use crate::auth::Caller;
use crate::auth::permissions::AuditRead;
use crate::credentials::Signatures;
use crate::http::Query;
use crate::problems::{Code, Problem, fault_with_limit};
use crate::services::Services;

/// Links looked at in one read.
const STEP: u16 = 1000;
/// Links looked at for one request, which bounds how long it takes.
const REQUEST: i64 = 100_000;
/// Breaks that are listed; the others are counted.
const LISTED: usize = 100;

/// 核验审计链 / Verify the audit
///
/// 每条审计记录连同前一环一起取 SHA-256，逐环相扣，并不时签名。核验逐环重算：改动、删除、插入的记录都会显出；签过名的
/// 链尾被截去也会显出。检查点也写入运行日志，请另行保存。仅限市级。一次至多核验十万环，`next` 为接续之处。
///
/// Every entry of the audit is hashed (SHA-256) with the link before it, and the newest link is signed
/// from time to time. This walks the chain and computes it again: an entry that was changed, removed or
/// put in shows, and so does a tail that was cut off after it was signed. The checkpoints stand in the
/// service's log, too; keep them elsewhere. For the city only. At most 100,000 links a request; `next`
/// says where to go on.
#[utoipa::path(
    security(("oauth2" = ["audit:read"])),
    params(VerificationQuery),
    extensions(("x-problem-codes" = json!(["city_only"]))),
    responses(
        (status = 200, description = "核验结果 / The result", body = AuditVerification),
    ),
)]
#[get("/v1/audit/verification")]
pub(super) async fn audit_verification_get(
    caller: Caller<AuditRead>,
    services: Data<Services>,
    Query(query): Query<VerificationQuery>,
) -> Result<HttpResponse, Problem> {
    caller.require_city()?;
    let kept = query
        .checkpoint
        .map(|token| Statement::read(&services.signatures, &token))
        .transpose()
        .map_err(|error| {
            Problem::new(Code::InvalidQuery)
                .error(fault_with_limit(
                    "/checkpoint",
                    "invalid_value",
                    "expected",
                    "a checkpoint that this service signed",
                ))
                .caused_by(error)
        })?;
    let found = verify(&services.store, &services.signatures, query.from, kept).await?;
    found.require_within()?;
    Ok(HttpResponse::Ok().json(found))
}

#[derive(Debug, Deserialize, Validate, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
struct VerificationQuery {
    /// 从第几环起，默认 1，至多为全链环数加 1；接续时为上次答复的 next / From which link on, at most one more than the chain has; to go on, `next` of the answer before.
    #[serde(default = "first")]
    #[validate(range(min = 1))]
    #[param(minimum = 1, default = 1)]
    from: i64,
    /// 您此前另行保存的检查点；据此可知链尾是否被截去 / A checkpoint that you kept elsewhere: against it a cut tail shows.
    #[validate(length(min = 1, max = 2048))]
    #[param(min_length = 1, max_length = 2048)]
    checkpoint: Option<String>,
}

const fn first() -> i64 {
    1
}

/// 审计链核验结果 / The result of verifying the audit chain.
#[skip_serializing_none]
#[derive(Debug, Serialize, ToSchema)]
struct AuditVerification {
    /// 所核验的部分是否完好 / Whether the part that was verified is intact.
    intact: bool,
    /// 从第几环起 / The first link that was verified.
    #[schema(minimum = 1)]
    from: i64,
    /// 到第几环止；没有可核验的则小于 from / The last one; less than `from` if there was none.
    #[schema(minimum = 0)]
    to: i64,
    /// 全链环数 / Links of the whole chain.
    #[schema(minimum = 0)]
    links: i64,
    /// 尚未入链的记录数；一般在一两秒内入链 / Entries that wait for their link, as a rule for a second or two.
    #[schema(minimum = 0)]
    unsealed: i64,
    /// 接续核验的 from；已到链尾则没有 / `from` of the request that goes on; absent at the end of the chain.
    next: Option<i64>,
    /// 经核对相符的检查点数 / Checkpoints that were checked and agree.
    #[schema(minimum = 0)]
    checkpoints: i64,
    /// 其中最新的一个 / The newest of them; absent if there is none.
    checkpoint: Option<AuditCheckpoint>,
    /// 不符之处，至多列 100 处 / The breaks, 100 at most.
    breaks: Vec<AuditBreak>,
    /// 不符之处的总数 / The number of breaks.
    #[schema(minimum = 0)]
    breaks_found: usize,
}

/// 已签名的检查点 / A signed checkpoint of the chain. Keep it elsewhere.
#[derive(Debug, Serialize, ToSchema)]
struct AuditCheckpoint {
    /// 第几环 / The number of the link.
    #[schema(minimum = 1)]
    number: i64,
    /// 该环的 SHA-256 / The link's SHA-256.
    #[schema(min_length = 64, max_length = 64)]
    hash: String,
    /// 签名时间 / When it was signed.
    made_at: DateTime<Utc>,
    /// 签名的文本（JWS），可用 /.well-known/jwks.json 中的公钥核对 / The signed text (JWS, RFC 7515); the keys at `/.well-known/jwks.json` check it.
    token: String,
}

/// 一处不符 / A break of the chain.
#[skip_serializing_none]
#[derive(Debug, Serialize, ToSchema)]
struct AuditBreak {
    /// 何种不符 / What is wrong.
    kind: AuditBreakKind,
    /// 在第几环；插入的记录则为其前一环 / At which link; for an inserted entry, the link before it.
    #[schema(minimum = 0)]
    number: i64,
    /// 审计记录编号，记录尚在时给出 / The id of the entry, if it is there.
    entry_id: Option<String>,
}

/// 不符的种类 / What can be wrong:
/// - `entry_changed`: 记录或其链环被改动 / the entry or its link is not what was sealed
/// - `entry_missing`: 已入链的记录不见了 / a sealed entry is gone
/// - `entry_inserted`: 已入链的记录之间多出一条 / an entry was put between sealed ones
/// - `link_missing`: 链环不见了 / a link is gone
/// - `checkpoint_invalid`: 检查点的签名或内容不成立 / the signature or content of a checkpoint is not valid
/// - `checkpoint_differs`: 链与签名时不同 / the chain differs from the one that was signed
/// - `tail_cut`: 签过名的链尾不见了 / the chain ends before a link that was signed
#[derive(Debug, Clone, Copy, Serialize, ToSchema)]
#[serde(rename_all = "snake_case")]
enum AuditBreakKind {
    EntryChanged,
    EntryMissing,
    EntryInserted,
    LinkMissing,
    CheckpointInvalid,
    CheckpointDiffers,
    TailCut,
}

impl From<BreakKind> for AuditBreakKind {
    fn from(kind: BreakKind) -> Self {
        match kind {
            BreakKind::EntryChanged => Self::EntryChanged,
            BreakKind::EntryMissing => Self::EntryMissing,
            BreakKind::EntryInserted => Self::EntryInserted,
            BreakKind::LinkMissing => Self::LinkMissing,
        }
    }
}

/// Verifies the chain from link `from` on, and that it still holds what `kept` states.
async fn verify(
    store: &Store,
    signatures: &Signatures,
    from: i64,
    kept: Option<Statement>,
) -> Result<AuditVerification, StoreError> {
    let (tip, unsealed) = store
        .read(|reader| -> Result<_, StoreError> {
            Ok((chain::tip(reader)?, chain::unsealed_count(reader)?))
        })
        .await?;
    let links = tip.map_or(0, |tip| tip.number);
    let last = links.min(from.saturating_add(REQUEST).saturating_sub(1));
    let mut found = AuditVerification {
        intact: true,
        from,
        to: from.saturating_sub(1),
        links,
        unsealed,
        next: (last < links).then(|| last.saturating_add(1)),
        checkpoints: 0,
        checkpoint: None,
        breaks: Vec::new(),
        breaks_found: 0,
    };
    while found.to < last {
        let start = found.to.saturating_add(1);
        let walked = store
            .read(move |reader| chain::walk(reader, start, last, STEP))
            .await?;
        found.add(signatures, walked);
    }
    if found.next.is_none() {
        for (checkpoint, hash) in beyond(store, links).await? {
            found.hold_against(signatures, checkpoint, hash);
        }
    }
    if let Some(kept) = kept {
        let number = kept.number;
        let hash = store
            .read(move |reader| chain::hash_at(reader, number))
            .await?;
        found.compare(&kept, hash);
    }
    Ok(found)
}

/// The checkpoints of links after the end of the chain. Links that were made and signed meanwhile
/// come with their hash.
async fn beyond(store: &Store, links: i64) -> Result<Vec<(Checkpoint, Option<Hash>)>, StoreError> {
    store
        .read(move |reader| {
            chain::checkpoints(reader, links.saturating_add(1), i64::MAX, STEP)?
                .into_iter()
                .map(|checkpoint| {
                    let hash = chain::hash_at(reader, checkpoint.number)?;
                    Ok((checkpoint, hash))
                })
                .collect()
        })
        .await
}

impl AuditVerification {
    /// Refuses a first link after the one that the chain gets next: of those nothing can be said. Where
    /// the chain was cut meanwhile, that is told instead.
    fn require_within(&self) -> Result<(), Problem> {
        if !self.intact || self.from <= self.links.saturating_add(1) {
            return Ok(());
        }
        let expected = format!("1 to {}", self.links.saturating_add(1));
        Err(Problem::new(Code::InvalidQuery).error(fault_with_limit(
            "/from",
            "invalid_value",
            "expected",
            expected,
        )))
    }

    fn add(&mut self, signatures: &Signatures, walked: Walked) {
        for found in walked.breaks {
            self.report(found.kind.into(), found.number, found.entry);
        }
        for (checkpoint, hash) in walked.checkpoints {
            self.hold_against(signatures, checkpoint, hash);
        }
        self.to = walked.to;
    }

    /// Holds the hash that the chain has at a checkpoint against what was signed.
    fn hold_against(
        &mut self,
        signatures: &Signatures,
        checkpoint: Checkpoint,
        hash: Option<Hash>,
    ) {
        let number = checkpoint.number;
        let statement = Statement::read(signatures, &checkpoint.token)
            .ok()
            .filter(|statement| statement.number == number);
        let Some(statement) = statement else {
            self.report(AuditBreakKind::CheckpointInvalid, number, None);
            return;
        };
        if self.compare(&statement, hash) {
            self.checkpoints = self.checkpoints.saturating_add(1);
            self.checkpoint = Some(AuditCheckpoint {
                number,
                hash: statement.hash,
                made_at: checkpoint.made_at,
                token: checkpoint.token,
            });
        }
    }

    /// Whether the chain has what a checkpoint states.
    fn compare(&mut self, statement: &Statement, hash: Option<Hash>) -> bool {
        let wrong = match hash {
            Some(hash) if hash.to_string() == statement.hash => return true,
            Some(_) => AuditBreakKind::CheckpointDiffers,
            // Within the chain, a link that is missing is reported as such, too.
            None => AuditBreakKind::TailCut,
        };
        self.report(wrong, statement.number, None);
        false
    }

    fn report(&mut self, kind: AuditBreakKind, number: i64, entry_id: Option<String>) {
        self.intact = false;
        self.breaks_found = self.breaks_found.saturating_add(1);
        if self.breaks.len() < LISTED {
            self.breaks.push(AuditBreak {
                kind,
                number,
                entry_id,
            });
        }
    }
}
