use serde_json::{Value, json};

use super::new::NewDeed;
use super::new_actor::NewActor;
use crate::http::{Patch, Patched};

/// A patch of what all actors of a deed share.
pub(in crate::deeds) type DeedChange = Patch<NewDeed>;

impl Patched for NewDeed {
    const NAME: &'static str = "DeedChange";
    const DESCRIPTION: &'static str = "\
更正事迹（JSON Merge Patch） / What to correct of a deed (RFC 7396).

未写的成员不变，null 表示不详。`place` 改到他县的，案件仍由原单位承办，凭据指明应当移送。 / What is left out stays; `null` means \
not known. Where `place` is in another county, the case stays with the body that holds it, and the receipt says where to \
transfer it.";
    const FIXED: &'static [&'static str] = &[
        "region_code",
        "application_id",
        "clue_id",
        "filer",
        "received_on",
        "backdating_reason",
        "actors",
    ];

    fn example() -> Value {
        json!({ "harm": "测试：右臂擦伤" })
    }
}

/// A patch of what one actor did.
pub(in crate::deeds) type DeedActorChange = Patch<NewActor>;

impl Patched for NewActor {
    const NAME: &'static str = "DeedActorChange";
    const DESCRIPTION: &'static str = "\
更正行为人的事实（JSON Merge Patch） / What to correct of what one actor did (RFC 7396).

未写的成员不变，null 表示不详。 / What is left out stays; `null` means not known.";
    const FIXED: &'static [&'static str] = &["person_id"];

    fn example() -> Value {
        json!({ "risk": 4 })
    }
}
