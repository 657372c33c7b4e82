//! The case as it is sent.

use chrono::NaiveDate;
use domain::error::FieldErrors;
use domain::out_of_city::{ConfirmationDocument, LocalConfirmation, OriginClaim, OutOfCityFacts};
use domain::regions::RegionCode;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use validator::Validate;

use super::on_file::OutOfCityAsked;
use crate::http::BoundedText;
use crate::wire::{PartialDate, Place, case_day, line, partial_date, require};
use crate::words::{AuthorityLevelWord, IssuerKindWord, OriginBasisWord};

domain::faults! {
    struct DocumentUnexpected = "document_unexpected",
        "未经确认的，不得填写确认文书",
        "A deed that was not confirmed has no document of confirmation.";
}

/// 籍贯或户籍主张 / One reason why somebody counts as coming from a place.
#[derive(Debug, Serialize, Deserialize, Validate, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct OriginClaimed {
    /// 依据；来源只称“某地籍”而未说明时不填 / What it rests on; left out where a source only says "from there".
    basis: Option<OriginBasisWord>,
    /// 地点的区划代码，已撤销的也可以 / The place; an abolished code will do.
    #[validate(nested)]
    region_code: BoundedText<3, 6>,
    /// 是否已有证明 / Whether a document that proves it is on file.
    proof_present: bool,
}

impl OriginClaimed {
    pub(crate) fn parse(&self, pointer: &str, errors: &mut FieldErrors) -> Option<OriginClaim> {
        let region = RegionCode::parse(&self.region_code);
        Some(OriginClaim {
            basis: self.basis.map(|basis| basis.0),
            region: errors.take(format!("{pointer}/region_code"), region)?,
            proof_present: self.proof_present,
        })
    }
}

/// 当地确认情况 / Whether the deed was confirmed where it happened.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
enum LocalConfirmationStatus {
    /// 未确认 / It was not.
    Absent,
    /// 已确认 / It was, by a document.
    Present,
}

/// 当地确认文书 / The document by which the deed was confirmed where it happened.
#[derive(Debug, Deserialize, Validate, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct ConfirmationGiven {
    /// 出具机构 / Who issued it.
    #[validate(nested)]
    issuer_name: Option<BoundedText<1, 100>>,
    /// 机构所在地的区划代码 / The region of that body.
    #[validate(nested)]
    issuer_region_code: Option<BoundedText<3, 6>>,
    /// 机构类别 / What kind of body that is.
    issuer_kind: Option<IssuerKindWord>,
    /// 机构级别 / The level of that body.
    issuer_level: Option<AuthorityLevelWord>,
    /// 文号 / Number of the document.
    #[validate(nested)]
    document_number: Option<BoundedText<1, 100>>,
    /// 出具日期 / When it was issued.
    #[validate(nested)]
    issued_on: Option<PartialDate>,
    /// 是否附有复印件 / Whether a copy is on file.
    copy_attached: bool,
    /// 是否已被撤回；未查时不填 / Whether the issuer took it back; left out while nobody asked.
    withdrawn: Option<bool>,
}

impl ConfirmationGiven {
    pub(crate) fn parse(&self, pointer: &str, errors: &mut FieldErrors) -> ConfirmationDocument {
        let at = |member: &str| format!("{pointer}/{member}");
        ConfirmationDocument {
            issuer_name: line(self.issuer_name.as_deref(), at("issuer_name"), errors),
            issuer_region: self
                .issuer_region_code
                .as_deref()
                .and_then(|code| errors.take(at("issuer_region_code"), RegionCode::parse(code))),
            issuer_kind: self.issuer_kind.map(|kind| kind.0),
            issuer_level: self.issuer_level.map(|level| level.0),
            document_number: line(
                self.document_number.as_deref(),
                at("document_number"),
                errors,
            ),
            issued_on: partial_date(self.issued_on.as_ref(), &at("issued_on"), errors),
            copy_attached: self.copy_attached,
            withdrawn: self.withdrawn,
        }
    }
}

/// 当地确认 / The confirmation where the deed happened.
#[derive(Debug, Deserialize, Validate, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct LocalConfirmationGiven {
    /// 是否已确认 / Whether there is one.
    status: LocalConfirmationStatus,
    /// 文书；已确认时必填 / The document; required if there is one.
    #[validate(nested)]
    document: Option<ConfirmationGiven>,
}

impl LocalConfirmationGiven {
    pub(crate) fn parse(
        &self,
        pointer: &str,
        errors: &mut FieldErrors,
    ) -> Option<LocalConfirmation> {
        let document = format!("{pointer}/document");
        match (self.status, &self.document) {
            (LocalConfirmationStatus::Absent, None) => Some(LocalConfirmation::Absent),
            (LocalConfirmationStatus::Present, Some(given)) => {
                Some(LocalConfirmation::Present(given.parse(&document, errors)))
            }
            (LocalConfirmationStatus::Absent, Some(_)) => {
                errors.push(document, &DocumentUnexpected);
                None
            }
            (LocalConfirmationStatus::Present, None) => {
                require(&document, errors);
                None
            }
        }
    }
}

/// 市域外见义勇为案件；未写的事实视为不详 / A deed outside the city; what is left out is not known.
#[derive(Debug, Deserialize, Validate, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({
    "origin_claims": [
        { "basis": "hukou_now", "region_code": "371502", "proof_present": true }
    ],
    "place": { "region_code": "340104" },
    "occurred_on": { "precision": "day", "value": "2024-05-01" },
    "local_confirmation": {
        "status": "present",
        "document": {
            "issuer_name": "测试区见义勇为协会",
            "issuer_region_code": "340104",
            "issuer_kind": "association",
            "issuer_level": "county",
            "document_number": "测见义〔2024〕1号",
            "issued_on": { "precision": "day", "value": "2024-06-18" },
            "copy_attached": true,
            "withdrawn": false
        }
    },
    "requested_on": "2024-09-01",
    "deceased": false,
    "rewarded_elsewhere": true,
    "household_has_plaque": false
}))]
pub(super) struct OutOfCityCase {
    /// 档案编号：写明的，籍贯、生死、家中是否已有光荣牌等档案已有的取自档案，不再填写 / The person's file: where it is named, what stands on file of origin, life and the plaque is read there and left out here. Needs `people:read`.
    #[schema(format = Uuid)]
    person_id: Option<String>,
    /// 籍贯或户籍主张 / Reasons why the actor counts as coming from somewhere.
    #[serde(default)]
    #[validate(length(max = 20), nested)]
    #[schema(max_items = 20)]
    origin_claims: Vec<OriginClaimed>,
    /// 公民身份号码前六位所指的区划：仅为线索，不作证明 / The region in the citizen number's first six digits: a hint, never proof.
    #[validate(nested)]
    origin_hint: Option<BoundedText<3, 6>>,
    /// 须经市级同意的籍贯依据是否已获同意 / Whether the city approved an origin that depends on it.
    city_approved_origin: Option<bool>,
    /// 行为发生地 / Where the deed happened.
    #[validate(nested)]
    place: Option<Place>,
    /// 行为发生日期 / When it happened.
    #[validate(nested)]
    occurred_on: Option<PartialDate>,
    /// 当地确认；未查时不填 / Whether it was confirmed there; left out while nobody asked.
    #[validate(nested)]
    local_confirmation: Option<LocalConfirmationGiven>,
    /// 申请日期，即案件日期；不填则为今天 / The day of the request, which is the day of the case; today if left out.
    #[schema(format = Date)]
    requested_on: Option<String>,
    /// 行为人是否已去世 / Whether the actor has died.
    deceased: Option<bool>,
    /// 是否已在行为发生地受奖 / Whether the actor was rewarded where the deed happened.
    rewarded_elsewhere: Option<bool>,
    /// 家中是否已有光荣牌 / Whether the household has the plaque already.
    household_has_plaque: Option<bool>,
}

impl OutOfCityCase {
    /// The case with the person's file that it names.
    pub(super) fn asked(&self, today: NaiveDate, errors: &mut FieldErrors) -> OutOfCityAsked {
        OutOfCityAsked {
            facts: self.facts(today, errors),
            person: errors.optional("/person_id", self.person_id.as_deref(), str::parse),
        }
    }

    /// The facts; what cannot be read is noted among the errors.
    fn facts(&self, today: NaiveDate, errors: &mut FieldErrors) -> OutOfCityFacts {
        OutOfCityFacts {
            origin_claims: self.origin_claims(errors),
            origin_hint: self
                .origin_hint
                .as_deref()
                .and_then(|code| errors.take("/origin_hint", RegionCode::parse(code))),
            city_approved_origin: self.city_approved_origin,
            place: self
                .place
                .as_ref()
                .and_then(|place| place.parse("/place", errors)),
            occurred_on: partial_date(self.occurred_on.as_ref(), "/occurred_on", errors),
            local_confirmation: self
                .local_confirmation
                .as_ref()
                .and_then(|given| given.parse("/local_confirmation", errors)),
            requested_on: case_day(self.requested_on.as_deref(), "/requested_on", today, errors),
            deceased: self.deceased,
            rewarded_elsewhere: self.rewarded_elsewhere,
            household_has_plaque: self.household_has_plaque,
            life_conflict: None,
            possible_duplicates: None,
        }
    }

    fn origin_claims(&self, errors: &mut FieldErrors) -> Vec<OriginClaim> {
        let claims = self.origin_claims.iter().enumerate();
        claims
            .filter_map(|(index, claim)| claim.parse(&format!("/origin_claims/{index}"), errors))
            .collect()
    }
}
