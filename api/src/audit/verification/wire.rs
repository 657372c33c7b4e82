use chrono::{DateTime, Utc};
use persistence::audit::chain::BreakKind;
use serde::Serialize;
use serde_with::skip_serializing_none;
use utoipa::ToSchema;

/// 审计链核验结果 / What walking the audit chain showed.
#[skip_serializing_none]
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct AuditVerification {
    /// 所核验的部分是否完好 / Whether all that was looked at is as it was.
    pub(super) intact: bool,
    /// 从第几环起 / The first link looked at.
    #[schema(minimum = 1)]
    pub(super) from: i64,
    /// 到第几环止；没有可核验的则小于 from / The last one; less than `from` if there was none.
    #[schema(minimum = 0)]
    pub(super) to: i64,
    /// 全链环数 / Links of the whole chain.
    #[schema(minimum = 0)]
    pub(super) links: i64,
    /// 尚未入链的记录数；一般在一两秒内入链 / Entries that wait for their link, as a rule for a second or two.
    #[schema(minimum = 0)]
    pub(super) unsealed: i64,
    /// 接续核验的 from；已到链尾则没有 / `from` of the request that goes on; absent at the end of the chain.
    pub(super) next: Option<i64>,
    /// 经核对相符的检查点数 / Checkpoints that were checked and agree.
    #[schema(minimum = 0)]
    pub(super) checkpoints: i64,
    /// 其中最新的一个 / The newest of them; absent if there is none.
    pub(super) checkpoint: Option<AuditCheckpoint>,
    /// 不符之处，至多列 100 处 / What does not fit, 100 at the most.
    pub(super) breaks: Vec<AuditBreak>,
    /// 不符之处的总数 / How many there are.
    #[schema(minimum = 0)]
    pub(super) breaks_found: usize,
}

/// 已签名的检查点 / A signed checkpoint of the chain. Keep it elsewhere.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct AuditCheckpoint {
    /// 第几环 / The number of the link.
    #[schema(minimum = 1)]
    pub(super) number: i64,
    /// 该环的 SHA-256 / The link's SHA-256.
    #[schema(min_length = 64, max_length = 64)]
    pub(super) hash: String,
    /// 签名时间 / When it was signed.
    pub(super) made_at: DateTime<Utc>,
    /// 签名的文本（JWS），可用 /.well-known/jwks.json 中的公钥核对 / The signed text (JWS, RFC 7515); the keys at `/.well-known/jwks.json` check it.
    pub(super) token: String,
}

/// 一处不符 / Something that does not fit.
#[skip_serializing_none]
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct AuditBreak {
    /// 何种不符 / What is wrong.
    pub(super) kind: AuditBreakKind,
    /// 在第几环；插入的记录则为其前一环 / At which link; for an inserted entry, the link before it.
    #[schema(minimum = 0)]
    pub(super) number: i64,
    /// 审计记录编号，记录尚在时给出 / The id of the entry, if it is there.
    pub(super) entry_id: Option<String>,
}

/// 不符的种类 / What can be wrong:
/// - `entry_changed`: 记录或其链环被改动 / the entry or its link is not what was sealed
/// - `entry_missing`: 已入链的记录不见了 / a sealed entry is gone
/// - `entry_inserted`: 已入链的记录之间多出一条 / an entry stands among sealed ones and never was sealed
/// - `link_missing`: 链环不见了 / a link is gone
/// - `checkpoint_invalid`: 检查点的签名或内容不成立 / a checkpoint's signature or content does not pass
/// - `checkpoint_differs`: 链与签名时不同 / the chain is another than the one that was signed
/// - `tail_cut`: 签过名的链尾不见了 / the chain ends before a link that was signed
#[derive(Debug, Clone, Copy, Serialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub(super) enum AuditBreakKind {
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
