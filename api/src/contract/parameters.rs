//! Parameters that many operations share, said once.

use utoipa::IntoParams;

/// The headers of every command.
#[derive(IntoParams)]
#[into_params(parameter_in = Header)]
pub struct CommandHeaders {
    /// 本次请求的幂等键；以同一键重试，只生效一次，24 小时内有效
    /// / Your own key for this effect: a retry with it takes effect once; kept for 24 hours.
    #[param(
        rename = "Idempotency-Key",
        min_length = 1,
        max_length = 255,
        pattern = "^[!-~]+$"
    )]
    pub idempotency_key: Option<String>,
    /// 代办工作人员的编号，须属于本客户端可代办的机构
    /// / The id of the officer on whose behalf you act, of an organisation that you may act for.
    #[param(rename = "On-Behalf-Of", format = Uuid)]
    pub on_behalf_of: Option<String>,
}

/// The header of a submission without a token.
#[derive(IntoParams)]
#[into_params(parameter_in = Header)]
pub struct PublicCommandHeaders {
    /// 本次请求的幂等键；从同一地址以同一键重试，只生效一次，24 小时内有效
    /// / Your own key for this effect: a retry with it from the same address takes effect once; kept for 24 hours.
    #[param(
        rename = "Idempotency-Key",
        min_length = 1,
        max_length = 255,
        pattern = "^[!-~]+$"
    )]
    pub idempotency_key: Option<String>,
}

/// The query of every command.
#[derive(IntoParams)]
#[into_params(parameter_in = Query)]
pub struct CommandQuery {
    /// 只检查，不生效 / Only check: every rule is applied and nothing is kept.
    #[param(default = false)]
    pub dry_run: Option<bool>,
}

/// The condition of every update.
#[derive(IntoParams)]
#[into_params(parameter_in = Header)]
pub struct UpdateHeaders {
    /// 读取时所得的 ETag，以免覆盖他人的更新 / The `ETag` that you read, so that nobody's change is lost.
    #[param(
        rename = "If-Match",
        example = "*",
        pattern = r#"^(\*|(W/)?"[!#-+.-~-]*"(, *(W/)?"[!#-+.-~-]*")*)$"#
    )]
    pub if_match: String,
}

/// The condition of a read.
#[derive(IntoParams)]
#[into_params(parameter_in = Header)]
pub struct ReadHeaders {
    /// 上次所得的 ETag；没有变化时答复 304 / The `ETag` that you have: 304 if nothing changed.
    #[param(rename = "If-None-Match", example = "\"0-none\"")]
    pub if_none_match: Option<String>,
}
