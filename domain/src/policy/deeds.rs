use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use super::{
    ContractDuty, EvidenceKind, ForceMajeure, NumberPattern, PanelKind, PublicationWaiverReason,
    ZoneBody,
};
use crate::{calendar::DayUnit, receipts::Text, regions::RegionCode};

/// The length of a period whose unit is a matter of policy. The day that starts it does not count
/// (Civil Code article 201).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Period {
    /// How many days, at least 1.
    pub length: u32,
    pub unit: DayUnit,
}

impl Period {
    pub(crate) const fn natural(length: u32) -> Self {
        let unit = DayUnit::Natural;
        Self { length, unit }
    }

    pub(crate) const fn working(length: u32) -> Self {
        let unit = DayUnit::Working;
        Self { length, unit }
    }
}

/// A part of a whole, such as two thirds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Share {
    /// The upper number, at most the lower one.
    pub numerator: u32,
    /// The lower number, at least 1.
    pub denominator: u32,
}

impl Share {
    /// Whether `part` of `whole` is this share or more.
    pub fn is_reached(self, part: u32, whole: u32) -> bool {
        self.scaled(part) >= u64::from(whole) * u64::from(self.numerator)
    }

    /// Whether `part` of `whole` is more than this share.
    pub fn is_exceeded(self, part: u32, whole: u32) -> bool {
        self.scaled(part) > u64::from(whole) * u64::from(self.numerator)
    }

    fn scaled(self, part: u32) -> u64 {
        u64::from(part) * u64::from(self.denominator)
    }
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DeedsPolicy {
    pub eligibility: DeedEligibilityPolicy,
    pub filing: FilingPolicy,
    pub assessment: AssessmentPolicy,
    pub panel: PanelPolicy,
    pub evidence: EvidencePolicy,
    pub publication: PublicationPolicy,
    pub decision: DecisionPolicy,
    pub aftermath: AftermathPolicy,
    pub documents: DocumentsPolicy,
}

/// What counts as an act of bravery.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DeedEligibilityPolicy {
    /// DEED-CONTRACT: what a duty by contract means.
    pub contract_duty: ContractDuty,
    /// DEED-KIN: whether rescuing only relatives or wards is reviewed.
    pub review_kin: bool,
    /// DEED-CAUSE: whether an actor who caused the danger is reviewed.
    pub review_cause: bool,
    /// DEED-RISK: the least level of risk (0 to 4) that needs no special look; 0 asks for none.
    pub minimum_risk: u8,
    /// DEED-OWN-MOTION: whether the confirming body may open a case without an applicant.
    pub own_motion: bool,
}

/// Who takes in a deed, and until when.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FilingPolicy {
    /// FILE-WINDOW: years after the deed in which it can be filed.
    pub filing_years: u32,
    /// FILE-WINDOW: years after the deed in which a complex one can be filed.
    pub longest_filing_years: u32,
    /// FILE-TOLL: whether force majeure stops that time.
    pub force_majeure: ForceMajeure,
    /// FILE-WHERE: who takes in a deed that happened in a functional zone.
    pub zone_body: ZoneBody,
    /// FILE-WHERE: natural days in which the city names one of several counties.
    pub designation_days: u32,
    /// Stands in version 1 and is no longer asked: a day of receipt counts however late it is entered
    /// (`targets.late_entry_working_days`).
    pub receipt_backdating_days: u32,
}

/// Intake, evidence and the intended opinion.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AssessmentPolicy {
    /// INTAKE: working days after receipt in which everything missing is asked for, once.
    pub intake_request_working_days: u32,
    /// SUPPLEMENT: working days in which the applicant answers.
    pub supplement_answer_working_days: u32,
    /// SUPPLEMENT: whether waiting for that answer stops the time for the opinion.
    pub pause_on_supplement: bool,
    /// OPINION-DEADLINE: natural days after receipt in which the intended opinion is due.
    pub opinion_days: u32,
    /// OPINION-DEADLINE: natural days by which that time can be extended; 0 where it cannot.
    pub opinion_extension_days: u32,
    /// OPINION-DEADLINE: natural days after receipt that the service aims at.
    pub opinion_target_days: u32,
    /// OPINION-DEADLINE: natural days after receipt that the service aims at in complex cases.
    pub opinion_complex_target_days: u32,
    /// EXCLUDED-TIME: whether time for the findings of other bodies is left out.
    pub exclude_external_time: bool,
}

/// The review panel.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PanelPolicy {
    /// REVIEW-PANEL: fewest members.
    pub minimum_members: u32,
    /// REVIEW-PANEL: of each of these at least one.
    pub required_kinds: Vec<PanelKind>,
    /// REVIEW-PANEL: the share of the members who are present at least.
    pub quorum: Share,
    /// REVIEW-PANEL: more than this share of those present agree.
    pub majority: Share,
}

/// Evidence behind a positive opinion.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct EvidencePolicy {
    /// EVIDENCE-MIN: kinds of which a single item is enough.
    pub sufficient_alone: Vec<EvidenceKind>,
    /// EVIDENCE-MIN: otherwise, the fewest verified items of different kinds.
    pub minimum_items: u32,
    /// EVIDENCE-MIN: whether a deed against a crime without material of the police is reviewed.
    pub crime_needs_police: bool,
}

impl EvidencePolicy {
    /// EVIDENCE-MIN: whether the kinds of the verified items carry a positive opinion: one that is
    /// enough alone, or enough different ones.
    pub fn suffices(&self, verified: &BTreeSet<EvidenceKind>) -> bool {
        let different = u32::try_from(verified.len()).unwrap_or(u32::MAX);
        different >= self.minimum_items
            || self
                .sufficient_alone
                .iter()
                .any(|kind| verified.contains(kind))
    }

    /// EVIDENCE-MIN: whether material of the police is still missing for a deed against a crime.
    pub fn lacks_police(&self, against_crime: bool, verified: &BTreeSet<EvidenceKind>) -> bool {
        self.crime_needs_police
            && against_crime
            && !verified.contains(&EvidenceKind::PublicSecurity)
    }
}

/// The notice before confirmation.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PublicationPolicy {
    /// PUBLICITY: how long the notice is published.
    pub period: Period,
    /// PUBLICITY-SKIP: reasons for which it may be left out.
    pub skip_reasons: Vec<PublicationWaiverReason>,
}

/// Prior notice, decision and reconfirmation.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DecisionPolicy {
    /// HEARING-BEFORE-REFUSAL: working days in which the party can answer.
    pub hearing_answer_working_days: u32,
    /// CONFIRM: working days after the notice in which the written decision is due.
    pub decision_working_days: u32,
    /// RECONFIRM-WINDOW: natural days after delivery of a refusal in which reconfirmation can be
    /// asked for.
    pub reconfirmation_request_days: u32,
    /// RECONFIRM-DECIDE: natural days after receipt of the request in which it is decided.
    pub reconfirmation_decision_days: u32,
    /// RECONFIRM-DECIDE: natural days after the decision in which the party learns its result.
    pub result_notice_days: u32,
    /// RECONFIRM-DECIDE: what a refusal says about remedies outside this procedure; none until
    /// the owner of the policy has signed it off.
    #[serde(default)]
    pub remedies: Option<Text>,
}

/// What happens after a decision.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AftermathPolicy {
    /// REVOKE-CONDUCT: whether a later serious crime brings a review of honours.
    pub review_conduct: bool,
    /// REVOKE-CONDUCT: months of prison from which on a crime counts as serious.
    pub conduct_prison_months: u32,
    /// RESTORE: how often a refused or revoked case can be opened again.
    pub restorations: u32,
}

/// How the documents are numbered that the service numbers itself; the number of a certificate comes
/// with the confirmation.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DocumentsPolicy {
    /// The code of each organ (机关代字) by its region, where the file does not say it for all versions
    /// ([`super::Organ`]); that of any other is the region's name.
    pub organ_codes: BTreeMap<RegionCode, String>,
    pub public_notice: NumberPattern,
    pub certificate: NumberPattern,
    pub refusal: NumberPattern,
    pub reconfirmation_decision: NumberPattern,
    #[serde(default = "NumberPattern::of_recognitions")]
    pub recognition_certificate: NumberPattern,
    #[serde(default = "NumberPattern::of_refused_recognitions")]
    pub recognition_refusal: NumberPattern,
    #[serde(default = "NumberPattern::of_supplement_requests")]
    pub supplement_request: NumberPattern,
    #[serde(default = "NumberPattern::of_prior_notices")]
    pub prior_notice: NumberPattern,
    #[serde(default = "NumberPattern::of_transfer_letters")]
    pub transfer_letter: NumberPattern,
    #[serde(default = "NumberPattern::of_ended_reconfirmations")]
    pub reconfirmation_termination: NumberPattern,
    #[serde(default = "NumberPattern::of_nomination_forms")]
    pub nomination_form: NumberPattern,
    #[serde(default = "NumberPattern::of_opinion_requests")]
    pub opinion_request: NumberPattern,
    #[serde(default = "NumberPattern::of_award_certificates")]
    pub award_certificate: NumberPattern,
    #[serde(default = "NumberPattern::of_commendation_revocations")]
    pub commendation_revocation: NumberPattern,
    #[serde(default = "NumberPattern::of_martyr_referrals")]
    pub martyr_referral: NumberPattern,
    #[serde(default = "NumberPattern::of_payment_lists")]
    pub payment_list: NumberPattern,
    #[serde(default = "NumberPattern::of_round_calls")]
    pub round_call: NumberPattern,
    #[serde(default = "NumberPattern::of_candidate_notices")]
    pub candidate_notice: NumberPattern,
    #[serde(default = "NumberPattern::of_ballot_records")]
    pub ballot_record: NumberPattern,
    #[serde(default = "NumberPattern::of_ceremony_agendas")]
    pub ceremony_agenda: NumberPattern,
    #[serde(default = "NumberPattern::of_plaque_orders")]
    pub plaque_order: NumberPattern,
    #[serde(default = "NumberPattern::of_plaque_handovers")]
    pub plaque_handover: NumberPattern,
    #[serde(default = "NumberPattern::of_plaque_recoverys")]
    pub plaque_recovery: NumberPattern,
    #[serde(default = "NumberPattern::of_studio_refusals")]
    pub studio_refusal: NumberPattern,
    #[serde(default = "NumberPattern::of_studio_assessments")]
    pub studio_assessment: NumberPattern,
    #[serde(default = "NumberPattern::of_studio_rectifications")]
    pub studio_rectification: NumberPattern,
}
