use serde_json::{Value, json};

use super::NewPerson;
use crate::http::{Patch, Patched};

/// A patch of a file.
pub(in crate::people) type PersonChange = Patch<NewPerson>;

impl Patched for NewPerson {
    const NAME: &'static str = "PersonChange";
    const DESCRIPTION: &'static str = "\
更新人员档案（JSON Merge Patch） / What to change of a person's file (RFC 7396).

未写的成员不变，null 表示去掉。市级可更改 `region_code`，即移交档案；更正 `citizen_number` 的，随原号码得来的出生日期和性别\
一并更正。 / What is left out stays; `null` removes. The city may change `region_code`, which moves the file. A corrected \
`citizen_number` also corrects the birth date and sex that came with the old one.";
    const FIXED: &'static [&'static str] = &["file_origin", "synthetic"];

    fn example() -> Value {
        json!({ "phone": "19900000002", "native_place": "山东聊城" })
    }
}
