//! The one table of problem codes. A code, once published, keeps its meaning and status.

use actix_web::http::StatusCode;

macro_rules! codes {
    ($( $variant:ident $code:literal $status:ident
        $title_zh:literal / $title_en:literal
        $help_zh:literal / $help_en:literal; )+) => {
        /// Every problem that the service can answer with.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
        pub enum Code {
            $( #[doc = $title_en] $variant, )+
        }

        impl Code {
            /// All codes, in the order of their status.
            pub const ALL: &[Self] = &[$( Self::$variant, )+];

            /// The stable name on the wire.
            pub const fn as_str(self) -> &'static str {
                match self { $( Self::$variant => $code, )+ }
            }

            /// The HTTP status that always goes with this code.
            pub const fn status(self) -> StatusCode {
                match self { $( Self::$variant => StatusCode::$status, )+ }
            }

            /// A short title in Chinese.
            pub const fn title_zh(self) -> &'static str {
                match self { $( Self::$variant => $title_zh, )+ }
            }

            /// A short title in English.
            pub const fn title_en(self) -> &'static str {
                match self { $( Self::$variant => $title_en, )+ }
            }

            /// What happened and what the caller does now, in Chinese.
            pub const fn help_zh(self) -> &'static str {
                match self { $( Self::$variant => $help_zh, )+ }
            }

            /// What happened and what the caller does now, in English.
            pub const fn help_en(self) -> &'static str {
                match self { $( Self::$variant => $help_en, )+ }
            }

            /// The code of that name, if there is one.
            pub fn parse(code: &str) -> Option<Self> {
                Self::ALL.iter().copied().find(|known| known.as_str() == code)
            }
        }
    };
}

codes! {
    BadRequest "bad_request" BAD_REQUEST
        "请求无法理解" / "The request cannot be understood"
        "请求不符合 HTTP 的要求。请对照接口文档检查后重新发送。" / "The request breaks the rules of HTTP. Check it against the contract and send it again.";
    MalformedJson "malformed_json" BAD_REQUEST
        "正文不是有效的 JSON" / "The body is not valid JSON"
        "正文必须是 UTF-8 编码的 JSON，不得含 NUL 字符，嵌套不得过深。请按所示行列修改。" / "The body must be JSON in UTF-8, without NUL characters and not nested too deeply. Correct it at the line and column given.";
    InvalidBody "invalid_body" BAD_REQUEST
        "正文与接口约定不符" / "The body does not have the agreed shape"
        "某个成员缺失、多余或类型不对；errors 指出是哪一个。请对照接口文档修改。" / "A member is missing, unknown or of the wrong type; errors names it. Compare with the contract.";
    InvalidQuery "invalid_query" BAD_REQUEST
        "查询参数无效" / "A query parameter is invalid"
        "errors 指出参数名（写作 /参数名）及其限制。请修改后重新发送。" / "errors names the parameter (as /name) and its limits. Correct it and send again.";
    InvalidPath "invalid_path" BAD_REQUEST
        "路径编码无效" / "The path is wrongly encoded"
        "路径必须是 UTF-8 的百分号编码，不得含 NUL 字符。" / "The path must be percent-encoded UTF-8 without NUL characters.";
    InvalidHeader "invalid_header" BAD_REQUEST
        "请求头无效" / "A request header is invalid"
        "某个请求头的写法不对；detail 指出是哪一个及其正确写法。" / "A request header is badly formed; detail names it and says how it is written.";
    InvalidCursor "invalid_cursor" BAD_REQUEST
        "翻页游标无效" / "The cursor is invalid"
        "游标只能原样用于给出它的同一列表和同一筛选条件。请去掉它，从头开始。" / "A cursor works unchanged, and only with the list and filters that gave it. Drop it and start at the beginning.";
    MissingToken "missing_token" UNAUTHORIZED
        "缺少访问令牌" / "The access token is missing"
        "此操作需要令牌。请先在 /oauth/token 取得令牌，再以 Authorization: Bearer 发送。" / "This operation needs a token. Get one at /oauth/token and send it as Authorization: Bearer.";
    InvalidToken "invalid_token" UNAUTHORIZED
        "访问令牌无效" / "The access token is not valid"
        "令牌已过期、被撤销或不是本服务签发的。请重新取得令牌。" / "The token is expired, revoked or not issued for this service. Get a new one.";
    InsufficientScope "insufficient_scope" FORBIDDEN
        "令牌权限不足" / "The token lacks a scope"
        "此操作需要的权限见 required_scope。请以该权限申请令牌，或请管理员授予。" / "required_scope names the scope this operation needs. Ask for a token with it, or have an administrator grant it.";
    OfficerRequired "officer_required" FORBIDDEN
        "须指明承办人" / "An acting officer is required"
        "此操作由工作人员作出。请在 On-Behalf-Of 请求头中写明已登记工作人员的编号。" / "This operation is an officer's act. Name a registered officer's id in the On-Behalf-Of header.";
    OfficerNotAllowed "officer_not_allowed" FORBIDDEN
        "不得代该工作人员办理" / "The officer cannot be acted for"
        "On-Behalf-Of 所指的工作人员未登记、已停用，或不属于本客户端可代办的机构；仅限市级办理的事项须由市级工作人员办理。" / "The officer in On-Behalf-Of is unknown, no longer active, or of an organisation that this client may not act for. What only the city may do takes an officer of the city.";
    AccessPurposeRequired "access_purpose_required" FORBIDDEN
        "须说明查阅目的" / "The purpose of access is required"
        "查阅敏感信息须在 Access-Purpose 请求头中说明目的，并记入查阅日志。" / "Reading sensitive data needs a purpose in the Access-Purpose header; it is kept in the access log.";
    CityOnly "city_only" FORBIDDEN
        "仅限市级办理" / "Only the city may do this"
        "此操作涉及全市，须以市级客户端办理。" / "This operation concerns the whole city and needs a client of the city.";
    NotFound "not_found" NOT_FOUND
        "没有找到" / "Not found"
        "地址不存在，或不在您的辖区之内。请核对编号。" / "There is nothing at this address, or not within your region. Check the id.";
    MethodNotAllowed "method_not_allowed" METHOD_NOT_ALLOWED
        "此地址不支持该方法" / "The method is not allowed here"
        "Allow 响应头列出此地址支持的方法。" / "The Allow header lists the methods of this address.";
    NotAcceptable "not_acceptable" NOT_ACCEPTABLE
        "无法按所要求的格式答复" / "No acceptable representation"
        "请放宽 Accept 或 Accept-Encoding 请求头。" / "Widen the Accept or Accept-Encoding header.";
    PersonExists "person_exists" CONFLICT
        "该人员已有档案" / "The person already has a file"
        "辖区内已有同一公民身份号码的档案：existing 为该档案（无查阅权限的只给编号），location 为其地址。请更新该档案，不要另建；如该档案已并入他档（其 status 为 merged），申报、立案仍可使用其编号；更改档案，请在 merged_into 所指的档案上办理，没有 merged_into 的，请向 kept_by 所指的管档区县或者市级提出。" / "A file with this citizen number exists in your regions: existing is that file (its id alone without the scope to read), location its address. Update it instead of opening another. If it was merged (its status is merged), reports go on under its id; change the file in merged_into; where there is none, ask the county in kept_by, which keeps the surviving file, or the city.";
    OrganisationExists "organisation_exists" CONFLICT
        "该机构已登记" / "The organisation is registered already"
        "您的辖区内已登记同一统一社会信用代码的机构，或同一区划内的同名机构，见 existing。请使用已登记的机构。" / "An organisation with this credit code in your regions, or with this name in the region, exists; see existing. Use that one.";
    ClientExists "client_exists" CONFLICT
        "该客户端已登记" / "The client is registered already"
        "已有同名的客户端，见 existing。请使用已登记的客户端，或另取名称。" / "A client of that name exists; see existing. Use that one, or choose another name.";
    FileMerged "file_merged" CONFLICT
        "该档案已并入他档" / "The file was merged into another"
        "此档案已并入另一档案，不再更改；申报、立案仍可使用其编号。更改档案，请在 merged_into 所指的档案上办理；没有 merged_into 的，您不能查阅存留的档案，请向 kept_by 所指的管档区县或者市级提出。" / "This file was merged into another and is no longer changed; reports go on under its id. Change the file in merged_into; where there is none, the surviving file is out of your reach: ask the county in kept_by, which keeps it, or the city.";
    NotPossible "not_possible" CONFLICT
        "当前状态下不能办理" / "Not possible in this state"
        "unmet 列出尚未满足的条件，errors 逐项说明。满足之后再办理。" / "unmet lists the conditions that are not met, and errors says of each what is wrong. Meet them and try again.";
    AttachmentPartDiffers "attachment_part_differs" CONFLICT
        "该分段已有不同的内容" / "The part exists with other bytes"
        "该分段先前已收到，内容不同。确需更正的，请以 replace=true 重新发送。" / "Other bytes arrived for this part before. If they were wrong, send it again with replace=true.";
    FeedPlaceUnknown "feed_place_unknown" CONFLICT
        "事件流中没有这个位置" / "The feed does not know this place"
        "after 所指的位置在事件流的末尾之后：它来自另一数据库，或者数据库已从较早的备份恢复。请重新做首次同步。" / "The place in after lies after the end of the feed: it comes from another database, or the database was restored from an older backup. Synchronise again from the start.";
    StepNotPossible "step_not_possible" CONFLICT
        "目前不能办理此步骤" / "The step is not possible now"
        "actors 逐名列出行为人尚未满足的条件，与 actions 所列一致。满足之后再办理。" / "actors lists for each actor what is unmet, as actions does. Meet it and try again.";
    Unprintable "unprintable" CONFLICT
        "证书有字不能打印" / "A character of the certificate cannot be printed"
        "unprintable 列出已安装字体中没有的字。证书不得缺字：请管理员安装收有这些字的字体（Debian：apt-get install fonts-hanazono），或者以 YONGWEI_TYPEFACE 加列字体文件，然后再试；请勿以他字代替姓名用字。" / "unprintable lists the characters that no installed typeface has. No certificate goes out with a gap: the administrator installs a typeface with them (Debian: apt-get install fonts-hanazono) or adds its file to YONGWEI_TYPEFACE; then try again, and put no other character in the place of one of a name.";
    FactsStand "facts_stand" CONFLICT
        "事实已不能更正" / "The facts can no longer be corrected"
        "detail 说明原因和办法：正在公示的，以异议提出，异议成立后更正；不予确认的，由当事人申请复核，或者由市级重新启动；已确认的，以撤销或者重新启动处理；由其他单位承办的，请其更正。" / "detail says why and what to do: during publication, register an objection and correct the facts once it is upheld; after a refusal, the party asks for reconfirmation, or the city reopens the case; a confirmation is revoked or reopened; a case of another body is corrected by that body.";
    IdempotencyInProgress "idempotency_in_progress" CONFLICT
        "同一请求正在处理" / "The same request is still running"
        "相同 Idempotency-Key 的请求尚未完成。请稍候以同一键重试。" / "A request with this Idempotency-Key has not ended. Wait and retry with the same key.";
    Gone "gone" GONE
        "已撤下" / "Withdrawn"
        "此条目已撤下，不再公开。请删除所存的副本。" / "This entry was withdrawn and is no longer shown. Delete your copies of it.";
    StaleVersion "stale_version" PRECONDITION_FAILED
        "版本已变" / "The version has changed"
        "读取之后已有他人更新。请重新读取，核对后以新的 ETag 提交。" / "Somebody changed it since you read it. Read again, check, and send with the new ETag.";
    PayloadTooLarge "payload_too_large" PAYLOAD_TOO_LARGE
        "正文过大" / "The body is too large"
        "正文超过 max_bytes 所示的字节数。请分次发送。" / "The body exceeds the number of bytes in max_bytes. Send it in parts.";
    UnsupportedMediaType "unsupported_media_type" UNSUPPORTED_MEDIA_TYPE
        "不支持的内容类型" / "Unsupported media type"
        "请以 Content-Type: application/json 发送 UTF-8 编码的正文。" / "Send the body as Content-Type: application/json in UTF-8.";
    RangeNotSatisfiable "range_not_satisfiable" RANGE_NOT_SATISFIABLE
        "所求的范围不存在" / "There is nothing in that range"
        "Range 所求的字节在内容的末尾之后；length 为内容的字节数。请按其更正，或者去掉 Range。" / "The bytes asked for in Range lie after the end of the content, which has length bytes. Correct the range, or leave Range out.";
    InvalidData "invalid_data" UNPROCESSABLE_ENTITY
        "数据不成立" / "The data is impossible"
        "格式正确，但内容不可能成立；errors 逐项指出。请更正后重新发送。" / "The request is well formed but its content is impossible; errors names every fault. Correct them and send again.";
    IdempotencyKeyReused "idempotency_key_reused" UNPROCESSABLE_ENTITY
        "幂等键已用于其他请求" / "The idempotency key was used for another request"
        "同一 Idempotency-Key 此前用于不同的内容，或您的辖区此后有所减少。新的请求请用新的键。" / "This Idempotency-Key came before with another content, or when you had more regions than now. Use a new key for a new request.";
    CalendarNotLoaded "calendar_not_loaded" CONFLICT
        "本系统尚未载入该年放假安排" / "The days off of that year are not loaded here"
        "结果取决于本系统尚未载入放假安排的年份（year），不作猜测；可能的最早和最晚一日见 earliest、latest。市级载入该年的放假安排后即可计算。" / "The result hangs on a year (`year`) whose days off are not loaded here, and the service does not guess; `earliest` and `latest` say between which days it lies. It is told once the city has loaded the year.";
    PolicyNotInForce "policy_not_in_force" CONFLICT
        "该日尚无生效的规则" / "No policy is in force on that day"
        "案件按其当日有效的规则办理，而该日早于最早的版本；first 为最早版本的生效日。" / "A case uses the policy in force on its own day, which is before the oldest version; first says when that one starts.";
    PreconditionRequired "precondition_required" PRECONDITION_REQUIRED
        "须带 If-Match" / "If-Match is required"
        "更新须带 If-Match，其值为读取时所得的 ETag，以免覆盖他人的更新。" / "An update needs If-Match with the ETag that you read, so that nobody's change is lost.";
    RateLimited "rate_limited" TOO_MANY_REQUESTS
        "请求过于频繁" / "Too many requests"
        "请在 Retry-After 所示的秒数之后重试。" / "Retry after the number of seconds in Retry-After.";
    InternalError "internal_error" INTERNAL_SERVER_ERROR
        "服务内部错误" / "Internal error"
        "服务自身出错，已记录。请以同一 Idempotency-Key 重试；仍不成功时请告知管理员 trace_id。" / "The service failed and has logged it. Retry with the same Idempotency-Key; if it stays, give the administrator the trace_id.";
    StoreUnavailable "store_unavailable" SERVICE_UNAVAILABLE
        "数据库暂不可用" / "The database is not available"
        "写入未得到确认。请在 Retry-After 之后以同一 Idempotency-Key 重试：只会生效一次。" / "No write was confirmed. Retry after Retry-After with the same Idempotency-Key: it takes effect once.";
    TypefaceMissing "typeface_missing" SERVICE_UNAVAILABLE
        "未安装中文字体" / "No Chinese typeface is installed"
        "文书已经作出并保存，只是现在不能生成 PDF。请管理员在本服务所在的机器上安装开源中文字体（Debian：apt-get install fonts-noto-cjk），或者以 YONGWEI_TYPEFACE 指明字体文件；无须重新启动即可再试。" / "The document is issued and kept; only its PDF cannot be made now. The administrator installs an open Chinese typeface on the machine of the service (Debian: apt-get install fonts-noto-cjk), or names the file of one in YONGWEI_TYPEFACE; after an installation no restart is needed.";
    Superseded "superseded" SERVICE_UNAVAILABLE
        "本进程已被取代" / "Another process took the place of this one"
        "使用另一规则文件的进程已经启动，本进程不应再处理请求。请管理员停止本进程，或者使各进程的 YONGWEI_POLICY 相同。" / "A process with another policy file was started, and no more requests should go to this one. The administrator ends it, or gives all processes the same YONGWEI_POLICY.";
    Overloaded "overloaded" SERVICE_UNAVAILABLE
        "服务繁忙" / "The service is overloaded"
        "没有写入任何内容。请在 Retry-After 之后以同一 Idempotency-Key 重试。" / "Nothing was written. Retry after Retry-After with the same Idempotency-Key.";
}

impl Code {
    /// The code for a bare status that a library answered.
    pub fn of_status(status: StatusCode) -> Self {
        match status {
            StatusCode::UNAUTHORIZED => Self::MissingToken,
            StatusCode::FORBIDDEN => Self::InsufficientScope,
            StatusCode::NOT_FOUND => Self::NotFound,
            StatusCode::METHOD_NOT_ALLOWED => Self::MethodNotAllowed,
            StatusCode::NOT_ACCEPTABLE => Self::NotAcceptable,
            StatusCode::PAYLOAD_TOO_LARGE => Self::PayloadTooLarge,
            StatusCode::UNSUPPORTED_MEDIA_TYPE => Self::UnsupportedMediaType,
            StatusCode::TOO_MANY_REQUESTS => Self::RateLimited,
            StatusCode::SERVICE_UNAVAILABLE => Self::Overloaded,
            other if other.is_server_error() => Self::InternalError,
            _ => Self::BadRequest,
        }
    }
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::Code;

    #[test]
    fn no_text_in_english_holds_chinese() {
        for code in Code::ALL {
            let texts = [code.title_en(), code.help_en()];
            let is_chinese = |symbol: char| matches!(symbol, '\u{2e80}'..='\u{9fff}');
            assert!(!texts.concat().contains(is_chinese), "{}", code.as_str());
        }
    }

    #[test]
    fn every_code_is_found_by_its_name_and_is_unique() {
        let names: HashSet<_> = Code::ALL.iter().map(|code| code.as_str()).collect();
        assert_eq!(names.len(), Code::ALL.len());
        for code in Code::ALL {
            assert_eq!(Code::parse(code.as_str()), Some(*code));
            assert!(code.status().is_client_error() || code.status().is_server_error());
        }
    }
}
