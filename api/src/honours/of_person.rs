//! Everything that a person holds for acts of bravery, over all procedures and counties.

use std::collections::BTreeSet;

use actix_web::web::Data;
use actix_web::{HttpResponse, get};
use chrono::NaiveDate;
use domain::deeds::Deed;
use domain::honours::{Honour, HonourKind};
use domain::ids::{CaseId, DocumentId, PersonId};
use domain::out_of_city::Recognition;
use domain::policy::PolicySet;
use persistence::documents::Summary;
use persistence::{Keyset, Reader, RegionScope, cases, documents, honours, people};
use serde::Serialize;
use serde_with::skip_serializing_none;
use utoipa::ToSchema;

use crate::auth::Caller;
use crate::auth::permissions::PeopleRead;
use crate::contract::examples::ids;
use crate::http::{Page, PageQuery, Path};
use crate::policies;
use crate::problems::Problem;
use crate::procedure::address;
use crate::services::Services;
use crate::words::{BilingualText, DocumentKindWord, HonourKindWord, HonourLevelWord};

/// 荣誉的文书 / A paper about an honour.
#[derive(Debug, Serialize, ToSchema)]
struct HonourPaper {
    /// 编号 / Its id.
    #[schema(value_type = Uuid)]
    id: DocumentId,
    /// 种类 / Its kind.
    kind: DocumentKindWord,
    /// 文号 / Its number.
    #[schema(example = "聊见义证〔2026〕1号")]
    number: String,
    /// 落款日期 / The legal date of issue (Beijing).
    issued_on: NaiveDate,
    /// 地址 / Its address.
    #[schema(
        example = "/v1/deeds/01937a00-0000-7000-8000-000000000001/documents/01937a00-0000-7000-8000-000000000002"
    )]
    href: String,
}

/// 一项荣誉 / An honour of a person. Of one that another county gave, file, case and papers are left out.
#[skip_serializing_none]
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = PersonHonour)]
struct HonourView {
    /// 种类 / What it is.
    kind: HonourKindWord,
    /// 称号编号，见 /v1/titles；确认没有称号 / Its title, see `/v1/titles`; absent of a confirmation.
    #[schema(example = "liaocheng_yishi")]
    title: Option<String>,
    /// 称号文字 / Its words; absent of a confirmation.
    title_text: Option<BilingualText>,
    /// 级别；确认没有级别 / Its level; absent of a confirmation.
    level: Option<HonourLevelWord>,
    /// 是否有效；撤销后为否 / Whether it holds; not once it was revoked.
    stands: bool,
    /// 决定日期 / The day of the decision.
    on: NaiveDate,
    /// 您能否查阅其案卷 / Whether you may read the file that it stands in.
    readable: bool,
    /// 案卷地址；不能查阅的没有 / The address of its file; absent where you may not read it.
    #[schema(example = "/v1/deeds/01937a00-0000-7000-8000-000000000001")]
    file: Option<String>,
    /// 案卷中的案件；不能查阅的没有 / Its case in the file; absent where you may not read it.
    #[schema(value_type = Option<Uuid>)]
    case_id: Option<CaseId>,
    /// 文书，新的在前；不能查阅的没有 / Its papers, newest first; absent where you may not read it.
    documents: Option<Vec<HonourPaper>>,
}

/// 一页荣誉 / A page of honours.
type HonourPage = Page<HonourView>;

/// 人员的荣誉 / List the honours of a person
///
/// 各程序、各区县给予的荣誉，已撤销的也列出；新的在前。您不能查阅的案卷，只列种类、称号、级别、日期和是否有效。 / What the person holds by all
/// procedures and in all counties, revoked honours among them; newest first. Of a file that you may not read
/// only kind, title, level, day and whether it stands are told.
#[utoipa::path(
    security(("oauth2" = ["people:read"])),
    params(
        ("id" = Uuid, Path, description = "档案编号 / The file's id", example = json!(ids::PERSON)),
        PageQuery,
    ),
    extensions(("x-problem-codes" = json!(["policy_not_in_force"]))),
    responses(
        (status = 200, description = "一页荣誉 / A page of honours", body = HonourPage),
    ),
)]
#[get("/v1/people/{id}/honours")]
pub(super) async fn person_honour_list(
    caller: Caller<PeopleRead>,
    services: Data<Services>,
    Path(id): Path<PersonId>,
    page: PageQuery,
) -> Result<HttpResponse, Problem> {
    let list = page.of("person-honours", &id)?;
    let keyset: Keyset<(NaiveDate, CaseId)> = list.keyset()?;
    let scope = caller.regions().clone();
    let today = services.store.clock().today();
    let policies = services.policies.clone();
    let held = services
        .store
        .read(move |reader| Held::load(reader, &scope, (policies.set(), today), id))
        .await?;
    let place = |honour: &Honour| (honour.on, honour.case);
    let after = |honour: &&Honour| {
        let after = keyset.after.as_ref();
        after.is_none_or(|after| place(honour) < *after)
    };
    let rest = held.honours.iter().filter(after);
    let found = keyset.page_of(rest, || held.honours.len());
    let set = services.policies.set();
    list.answer(
        &found,
        |honour| place(honour),
        |honour| held.view(set, today, honour),
    )
}

/// What a person holds, and what of it the caller may read.
struct Held {
    /// Newest first.
    honours: Vec<Honour>,
    seen: BTreeSet<CaseId>,
    papers: Vec<Summary>,
}

impl Held {
    fn load(
        reader: &mut Reader<'_>,
        scope: &RegionScope,
        (policies, today): (&PolicySet, NaiveDate),
        id: PersonId,
    ) -> Result<Self, Problem> {
        let person = people::find_readable(reader, scope, id)?;
        let person = person.ok_or_else(Problem::not_found)?;
        let policy = policies.in_force_on(today).map_err(policies::problem)?;
        let title = &policy.terms().out_of_city.title;
        let mut held = honours::of_people(reader, &[person.id], title)?;
        let mut honours = held.remove(&person.id).unwrap_or_default();
        honours.sort_by_key(|honour| std::cmp::Reverse((honour.on, honour.case)));
        let cases = honours.iter().map(|honour| honour.case).collect();
        let seen = cases::seen(reader, scope, &cases)?;
        let readable = honours.iter().filter(|one| seen.contains(&one.case));
        let files = readable.map(|honour| honour.file).collect();
        let papers = documents::of_cases(reader, &files, &seen)?;
        Ok(Self {
            honours,
            seen,
            papers,
        })
    }

    fn view(&self, policies: &PolicySet, today: NaiveDate, honour: &Honour) -> HonourView {
        // What was decided before there were rules bears the title that they have now.
        let policy = policies.in_force_on(honour.on);
        let policy = policy.or_else(|_| policies.in_force_on(today)).ok();
        let title = honour.title.as_ref();
        let text = policy.zip(title).and_then(|(policy, id)| policy.title(id));
        let readable = self.seen.contains(&honour.case);
        let file = readable.then(|| address_of(honour));
        HonourView {
            kind: honour.kind.into(),
            title: title.map(ToString::to_string),
            title_text: text.map(|title| (&title.text).into()),
            level: honour.level.map(Into::into),
            stands: honour.stands,
            on: honour.on,
            readable,
            case_id: readable.then_some(honour.case),
            documents: file.as_deref().map(|file| self.papers_of(honour, file)),
            file,
        }
    }

    fn papers_of(&self, honour: &Honour, file: &str) -> Vec<HonourPaper> {
        let concerns = |paper: &&Summary| {
            let mut concerned = paper.concerned.iter();
            paper.file == honour.file && concerned.any(|one| one.case == honour.case)
        };
        let papers = self.papers.iter().filter(concerns);
        papers
            .map(|paper| HonourPaper {
                id: paper.id,
                kind: paper.kind.into(),
                number: paper.number.to_string(),
                issued_on: paper.issued_on,
                href: format!("{file}/documents/{}", paper.id),
            })
            .collect()
    }
}

/// Where the file of an honour is read: that of the procedure that gives honours of this kind.
fn address_of(honour: &Honour) -> String {
    match honour.kind {
        HonourKind::Confirmation => address::<Deed>(honour.file.into()),
        HonourKind::Recognition => address::<Recognition>(honour.file.into()),
        HonourKind::Commendation | HonourKind::Listing => {
            format!("/v1/commendations/{}", honour.file)
        }
    }
}
