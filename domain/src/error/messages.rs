use super::Params;
use crate::decisions::Text;

/// Code, Chinese, English; `{name}` stands for the parameter of that name. In the order of the
/// codes.
const TABLE: &[(&str, &str, &str)] = &[
    (
        "actor_named_twice",
        "同一事迹中姓名重复，无法区分",
        "The deed names this actor twice; the two could not be told apart.",
    ),
    (
        "actor_unknown",
        "本事迹没有此行为人",
        "The deed has no such actor.",
    ),
    (
        "age_given_twice",
        "行为时年龄与出生日期只填其一",
        "Give the age at the deed or the birth date, not both.",
    ),
    (
        "age_of_several_actors",
        "事迹有多名行为人，无法判断是谁的年龄",
        "The deed has several actors, so the age could be that of any of them.",
    ),
    (
        "amount_out_of_range",
        "金额须为不小于零的整数（单位：分），且不得超出可记录的范围",
        "The amount must be a whole number of fen, not negative, and within the range that can be recorded.",
    ),
    (
        "application_unknown",
        "您的辖区内没有该申请",
        "There is no such application in your regions.",
    ),
    (
        "attachment_digest",
        "内容的 SHA-256 与申报的不一致：请以 replace=true 重新发送有误的分段",
        "The content does not have the declared SHA-256: send the parts that are wrong again, with replace=true.",
    ),
    ("attachment_empty", "文件不能为空", "The file is empty."),
    (
        "attachment_extension",
        "文件名的扩展名与内容不符，按内容应为：{expected}",
        "The extension of the file name is not that of the content, which is: {expected}.",
    ),
    (
        "attachment_incomplete",
        "该附件尚未上传完成",
        "The attachment is not complete yet.",
    ),
    (
        "attachment_kind",
        "不接受此类文件，只接受：{allowed}",
        "Files of this kind are not accepted, only: {allowed}.",
    ),
    (
        "attachment_named_twice",
        "附件重复",
        "The attachment is named twice.",
    ),
    (
        "attachment_part_length",
        "该分段须为 {expected} 字节",
        "This part has {expected} bytes.",
    ),
    (
        "attachment_too_large",
        "文件不得超过 {max} 字节",
        "A file has at most {max} bytes.",
    ),
    (
        "attachment_unknown",
        "本事迹没有此附件",
        "The deed has no such attachment.",
    ),
    (
        "attachments_too_large",
        "一件事迹的附件合计不得超过 {max} 字节，尚余 {left} 字节",
        "The attachments of a deed have at most {max} bytes together, of which {left} are left.",
    ),
    (
        "attachments_too_many",
        "一件事迹的附件不得超过 {max} 个",
        "A deed has at most {max} attachments.",
    ),
    (
        "birth_date_contradicts_number",
        "出生日期与公民身份号码不一致",
        "The birth date is not that of the citizen number.",
    ),
    (
        "born_after_deed",
        "出生日期晚于行为日期",
        "The birth date lies after the deed.",
    ),
    (
        "calendar_not_published",
        "{year} 年的节假日安排尚未公布，无法计算期限",
        "The holidays of {year} are not published yet, so the date cannot be reckoned.",
    ),
    (
        "certificate_of_one",
        "证书编号一人一号：请逐人确认，或者不填而由本服务编号",
        "Everybody gets a certificate with a number of its own: confirm one by one, or leave the number to the service.",
    ),
    (
        "citizen_number_area",
        "公民身份号码前两位不是省级区划代码，请核对",
        "The citizen number does not begin with the code of a province; compare all digits.",
    ),
    (
        "citizen_number_birth_date",
        "公民身份号码中的出生日期不存在",
        "The birth date in the citizen number is no real date.",
    ),
    (
        "citizen_number_birth_in_future",
        "公民身份号码中的出生日期晚于今天",
        "The birth date in the citizen number lies in the future.",
    ),
    (
        "citizen_number_birth_out_of_range",
        "公民身份号码中的出生日期早于 {first} 年，不在可登记的范围内",
        "The birth date in the citizen number lies before {first}, outside the range that can be registered.",
    ),
    (
        "citizen_number_character",
        "公民身份号码前 17 位须为数字，末位须为数字或 X",
        "The first 17 characters of a citizen number are digits, the last is a digit or X.",
    ),
    (
        "citizen_number_check_digit",
        "公民身份号码校验码不正确，请核对各位数字",
        "The check character of the citizen number does not match; compare all digits.",
    ),
    (
        "citizen_number_full_width",
        "公民身份号码含全角字符，请改用半角",
        "The citizen number holds full-width characters; use half-width ones.",
    ),
    (
        "citizen_number_length",
        "公民身份号码须为 {length} 位",
        "A citizen number has {length} characters.",
    ),
    (
        "clue_unknown",
        "您的辖区内没有该线索",
        "There is no such clue in your regions.",
    ),
    (
        "complex_reason_unexpected",
        "未说明情况复杂的，不得填写理由",
        "A case that is not said to be complex has no reason why it is.",
    ),
    (
        "content_digest_invalid",
        "SHA-256 须为 64 位十六进制数字",
        "A SHA-256 has 64 hexadecimal digits.",
    ),
    (
        "country_code_of_china",
        "该代码属于中国，请改用行政区划代码（台湾 710000、香港 810000、澳门 820000）",
        "This is a place of China: use its GB/T 2260 code (Taiwan 710000, Hong Kong 810000, Macao 820000).",
    ),
    (
        "country_code_unknown",
        "国家代码须为 ISO 3166-1 两位大写字母代码",
        "A country is named by its two capital letters in ISO 3166-1.",
    ),
    (
        "credit_code_character",
        "统一社会信用代码含不允许的字符（不使用 I、O、S、V、Z，首位不为 0，第 3 至 8 位为数字）",
        "The credit code holds a character that it cannot have (no I, O, S, V, Z; the first is not 0; characters 3 to 8 are digits).",
    ),
    (
        "credit_code_check_digit",
        "统一社会信用代码校验码不正确，请核对各位字符",
        "The check character of the credit code does not match; compare all characters.",
    ),
    (
        "credit_code_full_width",
        "统一社会信用代码含全角字符，请改用半角",
        "The credit code holds full-width characters; use half-width ones.",
    ),
    (
        "credit_code_length",
        "统一社会信用代码须为 {length} 位",
        "A credit code has {length} characters.",
    ),
    (
        "credit_code_unavailable",
        "此统一社会信用代码不能使用，请核对；核对无误的，请与市级联系",
        "This credit code cannot be used. Compare all characters; if they are right, the city can help.",
    ),
    (
        "date_in_future",
        "日期晚于今天",
        "The date lies in the future.",
    ),
    (
        "date_out_of_range",
        "日期须在 {min} 年至 {max} 年之间",
        "The date must lie in the years {min} to {max}.",
    ),
    (
        "days_out_of_range",
        "天数须在 {min} 至 {max} 之间",
        "The number of days must be {min} to {max}.",
    ),
    (
        "deed_key_repeated",
        "文件中已有相同编号的事迹",
        "A deed before this one in the file has the same key.",
    ),
    (
        "deed_unknown",
        "没有此事迹，或不在您的辖区",
        "There is no such deed, or not in your regions.",
    ),
    (
        "died_before_birth",
        "死亡日期早于出生日期",
        "The date of death lies before the date of birth.",
    ),
    (
        "died_on_without_death",
        "仅当 life_status 为 deceased 时方可填写死亡日期",
        "A date of death goes with the life_status deceased only.",
    ),
    (
        "document_unexpected",
        "未经确认的，不得填写确认文书",
        "A deed that was not confirmed has no document of confirmation.",
    ),
    (
        "exactly_one",
        "region_code 与 country_code 须填且只填其一",
        "Give exactly one of region_code and country_code.",
    ),
    (
        "file_name_character",
        "文件名不得含路径分隔符、控制字符或改变书写方向的字符",
        "A file name holds no path separator, no control character and none that turns the direction of writing.",
    ),
    (
        "file_name_extension",
        "文件名须以下列扩展名之一结尾：{allowed}",
        "A file name ends in one of these extensions: {allowed}.",
    ),
    (
        "file_name_length",
        "文件名须有 1 至 {max} 个字符",
        "A file name has 1 to {max} characters.",
    ),
    (
        "filing_of_another_region",
        "该件由另一县（市、区）办理，须先转送",
        "Another region handles it: forward it first.",
    ),
    (
        "forwarded_nowhere",
        "已由该县（市、区）办理，无须转送",
        "It is with that region already.",
    ),
    (
        "harm_of_no_actor",
        "此人不是该事迹的行为人",
        "This is no actor of the deed.",
    ),
    (
        "historic_by_city_only",
        "历史档案只能由市级建立",
        "Only the city opens historic files.",
    ),
    (
        "id_invalid",
        "编号须为带连字符的 UUID",
        "An id is a UUID in its hyphenated form.",
    ),
    (
        "member_of_other_list",
        "此成员只用于另一列表中的事迹",
        "Only deeds of the other list have this member.",
    ),
    (
        "merge_already_merged",
        "其中一份档案此前已并入他档",
        "One of the files was merged before.",
    ),
    (
        "merge_birth_dates_differ",
        "两份档案的出生日期不可能相同",
        "What the files know of the birth date cannot both be.",
    ),
    (
        "merge_citizen_numbers_differ",
        "两份档案的公民身份号码不同",
        "The files have different citizen numbers.",
    ),
    (
        "merge_one_is_synthetic",
        "一份为真实人员，另一份为演示数据",
        "One file is of a real person, the other made up for demonstration.",
    ),
    (
        "merge_same_file",
        "两者是同一份档案",
        "The two are one file already.",
    ),
    (
        "merge_sexes_differ",
        "两份档案的性别不同",
        "The files say different sexes.",
    ),
    (
        "moved_by_city_only",
        "档案只能由市级移交其他区县",
        "Only the city moves a file to another region.",
    ),
    (
        "name_character",
        "姓名只能含汉字、拉丁字母、间隔号、连字符、撇号和空格",
        "A name holds Han characters, Latin letters, middle dots, hyphens, apostrophes and spaces only.",
    ),
    (
        "name_control_character",
        "姓名含控制字符",
        "The name holds a control character.",
    ),
    ("name_empty", "姓名不能为空", "The name is empty."),
    (
        "name_joint",
        "姓名中的间隔号、连字符或撇号须位于两个字之间",
        "A middle dot, hyphen or apostrophe in a name stands between two letters.",
    ),
    (
        "name_too_long",
        "姓名不得超过 {max} 个字符",
        "A name has at most {max} characters.",
    ),
    (
        "number_or_birth_date_required",
        "公民身份号码与出生日期(至少到年)须填其一",
        "Give the citizen number or the birth date, at least its year.",
    ),
    (
        "number_used",
        "此编号（文号）已用于另一份同类文书",
        "Another document of this kind has that number already.",
    ),
    (
        "officer_or_name",
        "officer_id 与 name 须填且只填其一",
        "Give exactly one of officer_id and name.",
    ),
    (
        "officer_unknown",
        "没有此经办人，或者已停用，或者不属于您可以代为办理的机构",
        "There is no such officer, or not an active one of an organisation that you may act for.",
    ),
    (
        "organisation_unknown",
        "没有该机构，或不在您的辖区之内",
        "There is no such organisation, or not within your regions.",
    ),
    (
        "outside_your_regions",
        "该区划不在您的辖区之内，或已撤销",
        "The region is not one of yours, or no longer exists.",
    ),
    (
        "own_motion_by_citizen",
        "依职权立案不由公众提出",
        "Only the confirming body opens a case by itself.",
    ),
    (
        "partial_date_invalid",
        "日期须写作 {form}，且真实存在",
        "The date must be written {form} and exist.",
    ),
    (
        "partial_date_value_missing",
        "已给出日期精度，但缺少日期",
        "A precision is given, but no date.",
    ),
    (
        "partial_date_value_unexpected",
        "日期不详时不得填写日期",
        "A date that is unknown has no value.",
    ),
    (
        "period_reversed",
        "结束日期早于开始日期",
        "The period ends before it begins.",
    ),
    (
        "person_merged",
        "此档案已并入他档，请填写合并后的档案",
        "This file was merged into another; name that one.",
    ),
    (
        "person_named_twice",
        "同一人在同一事迹中只能填写一次",
        "The same person stands twice in one deed.",
    ),
    ("person_unknown", "没有该档案", "There is no such file."),
    (
        "phone_number_form",
        "电话号码须为手机号、带区号的固定电话、400 或 800 号码，或以 + 开头的国际号码",
        "A telephone number is a mobile number, a fixed line with area code, a 400 or 800 number, or an international number with +.",
    ),
    (
        "phone_number_full_width",
        "电话号码含全角字符，请改用半角",
        "The telephone number holds full-width characters; use half-width ones.",
    ),
    (
        "place_inside_city",
        "市域外事迹的地点在本市之内",
        "The place of a deed outside the city lies in the city.",
    ),
    (
        "receipt_day",
        "收到日期不得晚于今天；迟于 {working_days} 个工作日登记的须说明理由，期限仍自收到之日起算",
        "The day of receipt is not after today; one that is entered after more than {working_days} working days has a reason. The time still counts from it.",
    ),
    (
        "receipt_day_of_application",
        "收到日期须为申请的收到日期",
        "The day of receipt is that on which the application was received.",
    ),
    (
        "received_before_deed",
        "收到日期不得早于行为发生日期",
        "A report is not received before the deed was done.",
    ),
    (
        "region_code_invalid",
        "区划代码须为 6 位数字，功能区代码须为 3 至 6 位大写字母",
        "A region code is six digits, or three to six capital letters for a functional zone.",
    ),
    (
        "region_outside_city",
        "只能移送或者指定给本市及其县（市、区）的承办单位",
        "Only a body of the city or of one of its counties and zones can take a case.",
    ),
    (
        "region_unknown",
        "没有该区划代码",
        "No region has or had this code.",
    ),
    ("required", "必填", "This is required."),
    (
        "scope_not_held",
        "您的令牌没有此权限，不能授予他人",
        "Your own token does not hold this scope, so it cannot be handed on.",
    ),
    (
        "sex_code_unknown",
        "性别代码须为 0、1、2 或 9（GB/T 2261.1）",
        "A sex code is 0, 1, 2 or 9 (GB/T 2261.1).",
    ),
    (
        "sex_contradicts_number",
        "性别与公民身份号码不一致",
        "The sex is not that of the citizen number.",
    ),
    (
        "source_required",
        "历史档案须写明来源",
        "A historic file names its source.",
    ),
    (
        "taken_up_twice",
        "application_id 与 clue_id 只填其一",
        "Give application_id or clue_id, not both.",
    ),
    (
        "text_control_character",
        "文字含换行、控制字符或不可见字符",
        "The text holds a line break, another control character, or one that is not seen.",
    ),
    ("text_empty", "文字不能为空", "The text is empty."),
    (
        "text_masked",
        "内容含“*”，是遮盖后的文字，请填写完整内容",
        "The text holds a '*', as a masked answer does. Give it in full.",
    ),
    (
        "text_too_long",
        "文字不得超过 {max} 个字符",
        "The text has at most {max} characters.",
    ),
    (
        "triage_member_unexpected",
        "此处理结果不用此项",
        "This outcome does not take this member.",
    ),
];

/// What is said of a code that the table does not hold.
const UNKNOWN: (&str, &str) = ("该值无效", "The value is not valid.");

/// The codes of the table, in their order.
pub fn codes() -> impl Iterator<Item = &'static str> {
    TABLE.iter().map(|(code, _, _)| *code)
}

/// The text of an error in both languages, with its limits filled in.
#[must_use]
pub fn message(code: &str, params: &Params) -> Text {
    let (zh, en) = TABLE
        .binary_search_by_key(&code, |(known, _, _)| known)
        .ok()
        .and_then(|index| TABLE.get(index))
        .map_or(UNKNOWN, |(_, zh, en)| (*zh, *en));
    let fill = |text: &str| {
        params.iter().fold(text.to_owned(), |text, (name, value)| {
            text.replace(&format!("{{{name}}}"), value)
        })
    };
    Text {
        zh: fill(zh),
        en: fill(en),
    }
}
