//! What happened to a file.

use std::collections::BTreeSet;

use actix_web::web::Data;
use actix_web::{HttpResponse, get};
use chrono::{DateTime, Utc};
use domain::ids::{ClientId, HistoryEntryId, OfficerId, PersonId};
use domain::people::{FieldChange, PersonEvent, PublishedDeed};
use persistence::people::{self, Entry};
use serde::Serialize;
use serde_with::skip_serializing_none;
use utoipa::ToSchema;

use crate::auth::Caller;
use crate::auth::permissions::PeopleRead;
use crate::contract::examples::ids;
use crate::http::{Page, PageQuery, Path};
use crate::problems::Problem;
use crate::services::Services;
use crate::wire::PartialDate;

/// 档案历史的种类 / What happened to a file.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "snake_case")]
enum HistoryKind {
    /// 建档 / It was opened.
    Registered,
    /// 导入建档 / It was opened by an import.
    Imported,
    /// 更改 / What it says was changed.
    Changed,
    /// 并入他档的内容 / It took another file in.
    Merged,
    /// 并入他档 / It was taken in by another file.
    Absorbed,
    /// 已公开报道的事迹 / A deed of the person was published.
    PublishedDeed,
}

/// 一项更改；敏感信息已遮盖 / What one member said before and said then; sensitive values are masked.
#[skip_serializing_none]
#[derive(Debug, Serialize, ToSchema)]
struct HistoryFieldChange {
    /// 成员的 JSON Pointer / JSON Pointer of the member.
    #[schema(example = "/phone")]
    field: &'static str,
    /// 之前；原无内容时没有 / Before; absent where it said nothing.
    from: Option<String>,
    /// 之后；已去掉时没有 / Afterwards; absent where it was removed.
    to: Option<String>,
}

impl From<&FieldChange> for HistoryFieldChange {
    fn from(change: &FieldChange) -> Self {
        let masked = change.masked();
        Self {
            field: masked.field.pointer(),
            from: masked.from,
            to: masked.to,
        }
    }
}

/// 已公开报道的事迹 / A deed as it was published.
#[skip_serializing_none]
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = PublishedDeed)]
struct PublishedDeedView {
    /// 事迹 / What was done, in the words of the publication.
    summary: String,
    /// 行为种类 / The kind of act.
    #[schema(example = "rescue")]
    act_type: Option<String>,
    /// 发生地区划 / The region in which it happened.
    place_region: Option<String>,
    /// 发生地，照报道所写 / The place, in the words of the publication.
    place_text: Option<String>,
    /// 行为人的籍属，照报道所写 / From where the actor comes, in the words of the publication.
    #[schema(example = "临清籍")]
    origin_text: Option<String>,
    /// 发生日期 / When it happened.
    occurred_on: PartialDate,
    /// 行为人所受损害 / What the actor suffered.
    harm: Option<String>,
    /// 当时年龄 / How old the actor was.
    age_at_deed: Option<u8>,
    /// 是否多人共同所为 / Whether several acted together.
    group: bool,
    /// 称号、绰号 / What the actor or the group is called.
    nickname: Option<String>,
    /// 所列榜单 / A list that names the actor.
    listed_in: Option<String>,
    /// 推荐单位 / Who recommended the actor for that list.
    recommended_by: Vec<String>,
    /// 出处 / Where it was published.
    source: String,
}

impl From<&PublishedDeed> for PublishedDeedView {
    fn from(deed: &PublishedDeed) -> Self {
        Self {
            summary: deed.summary.clone(),
            act_type: deed.act_type.clone(),
            place_region: deed.place_region.map(|region| region.to_string()),
            place_text: deed.place_text.clone(),
            origin_text: deed.origin_text.clone(),
            occurred_on: deed.occurred_on.into(),
            harm: deed.harm.clone(),
            age_at_deed: deed.age_at_deed,
            group: deed.group,
            nickname: deed.nickname.clone(),
            listed_in: deed.listed_in.clone(),
            recommended_by: deed.recommended_by.clone(),
            source: deed.source.clone(),
        }
    }
}

/// 档案历史的一条 / An entry in the history of a file. Which members it has depends on its kind.
#[skip_serializing_none]
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = PersonHistoryEntry)]
struct HistoryEntry {
    /// 编号 / Its id.
    #[schema(value_type = Uuid)]
    id: HistoryEntryId,
    /// 种类 / What happened.
    kind: HistoryKind,
    /// 记入的档案；合并后可能是被并入的档案 / The file in which it was written; after a merge it may be the absorbed one.
    #[schema(value_type = Uuid)]
    written_in: PersonId,
    /// 该档案当时的版本 / The version of that file afterwards.
    #[schema(minimum = 1)]
    version: i64,
    /// 时间 / When.
    recorded_at: DateTime<Utc>,
    /// 客户端；命令行操作没有 / By which client; absent for the command line.
    #[schema(value_type = Uuid)]
    client_id: Option<ClientId>,
    /// 承办人 / For which officer.
    #[schema(value_type = Uuid)]
    officer_id: Option<OfficerId>,
    /// `changed` 的更改，`merged` 从被并入档案取得的内容 / What changed; for `merged`, what was taken from the other file.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    #[schema(required = false)]
    changes: Vec<HistoryFieldChange>,
    /// 仅 `imported`：来源 / Only `imported`: from where it was taken over.
    source: Option<String>,
    /// 仅 `merged`、`absorbed`：另一份档案，仅当其在您的辖区之内 / Only `merged` and `absorbed`: the other file, if within your regions.
    #[schema(value_type = Uuid)]
    other_person_id: Option<PersonId>,
    /// 仅 `merged`、`absorbed`，且另一份档案在您的辖区之内：理由 / Only `merged` and `absorbed`, if the other file is within your regions: why the two are one person.
    reason: Option<String>,
    /// 仅 `published_deed`：事迹 / Only `published_deed`: the deed.
    deed: Option<PublishedDeedView>,
}

impl HistoryEntry {
    pub(super) fn new(entry: &Entry, reachable: &BTreeSet<PersonId>) -> Self {
        let shown = |id: PersonId| Some(id).filter(|id| reachable.contains(id));
        // The city's words on why two files are one person speak of both.
        let said = |id, reason: &String| shown(id).map(|_| reason.clone());
        let bare = |kind| Self {
            id: entry.id,
            kind,
            written_in: entry.written_in,
            version: entry.version,
            recorded_at: entry.recorded_at,
            client_id: entry.client,
            officer_id: entry.officer,
            changes: Vec::new(),
            source: None,
            other_person_id: None,
            reason: None,
            deed: None,
        };
        match &entry.event {
            PersonEvent::Registered => bare(HistoryKind::Registered),
            PersonEvent::Imported { source } => Self {
                source: Some(source.clone()),
                ..bare(HistoryKind::Imported)
            },
            PersonEvent::Changed { changes } => Self {
                changes: changes.iter().map(Into::into).collect(),
                ..bare(HistoryKind::Changed)
            },
            PersonEvent::Merged {
                absorbed,
                taken,
                reason,
            } => Self {
                changes: taken.iter().map(Into::into).collect(),
                other_person_id: shown(*absorbed),
                reason: said(*absorbed, reason),
                ..bare(HistoryKind::Merged)
            },
            PersonEvent::Absorbed { into, reason } => Self {
                other_person_id: shown(*into),
                reason: said(*into, reason),
                ..bare(HistoryKind::Absorbed)
            },
            PersonEvent::PublishedDeed(deed) => Self {
                deed: Some(deed.into()),
                ..bare(HistoryKind::PublishedDeed)
            },
        }
    }
}

/// 一页档案历史 / A page of a file's history.
type HistoryPage = Page<HistoryEntry>;

/// 档案历史 / The history of a file
///
/// 新的在前，敏感信息遮盖。合并之后，被并入档案的历史在其属于您的辖区时也列在此处，同时仍可按其原编号查阅。 /
/// Newest first, sensitive data masked. After a merge the history of the absorbed file is listed here
/// too if that file is within your regions, and stays readable under its own id.
#[utoipa::path(
    security(("oauth2" = ["people:read"])),
    params(
        ("id" = Uuid, Path, description = "档案编号 / The file's id", example = json!(ids::PERSON)),
        PageQuery,
    ),
    responses(
        (status = 200, description = "一页历史 / A page of the history", body = HistoryPage),
    ),
)]
#[get("/v1/people/{id}/history")]
pub(super) async fn person_history_list(
    caller: Caller<PeopleRead>,
    services: Data<Services>,
    Path(id): Path<PersonId>,
    page: PageQuery,
) -> Result<HttpResponse, Problem> {
    let list = page.of("people-history", &id)?;
    let keyset = list.keyset::<HistoryEntryId>()?;
    let scope = caller.regions().clone();
    let (found, reachable) = services
        .store
        .read(move |reader| -> Result<_, Problem> {
            people::find(reader, &scope, id)?.ok_or_else(Problem::not_found)?;
            let found = people::history(reader, &scope, id, &keyset)?;
            let named = found.items.iter().filter_map(other_file).collect();
            let reachable = people::reachable(reader, &scope, &named)?;
            Ok((found, reachable))
        })
        .await?;
    list.answer(
        &found,
        |entry| entry.id,
        |entry| HistoryEntry::new(entry, &reachable),
    )
}

/// The file with which the entry's own was merged.
fn other_file(entry: &Entry) -> Option<PersonId> {
    match entry.event {
        PersonEvent::Merged {
            absorbed: other, ..
        }
        | PersonEvent::Absorbed { into: other, .. } => Some(other),
        _ => None,
    }
}
