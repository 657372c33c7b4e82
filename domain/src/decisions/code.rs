use std::fmt;

use serde::{Deserialize, Serialize};

macro_rules! reason_codes {
    ($($(#[$doc:meta])+ $variant:ident = $code:literal;)+) => {
        /// Why a rule says what it says, as a stable word for machines.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[non_exhaustive]
        pub enum ReasonCode { $($(#[$doc])+ #[serde(rename = $code)] $variant,)+ }

        impl ReasonCode {
            /// Every code.
            pub const ALL: &'static [ReasonCode] = &[$(ReasonCode::$variant,)+];

            /// The code on the wire and in policy files.
            #[must_use]
            pub const fn as_str(self) -> &'static str {
                match self { $(ReasonCode::$variant => $code,)+ }
            }
        }
    };
}

impl fmt::Display for ReasonCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

reason_codes! {
    /// Nobody has said whether the actor was bound to act.
    DutyNotStated = "duty_not_stated";
    /// The act was the actor's duty by statute.
    StatutoryDuty = "statutory_duty";
    /// The actor was off duty or went beyond the duty.
    BeyondDuty = "beyond_duty";
    /// No duty by statute bound the actor.
    NoStatutoryDuty = "no_statutory_duty";
    /// No duty by contract is at stake.
    NoContractDuty = "no_contract_duty";
    /// A duty by contract is for the review panel.
    ContractDutyReviewed = "contract_duty_reviewed";
    /// A duty by contract rules the deed out.
    ContractDutyExcluded = "contract_duty_excluded";
    /// A duty by contract changes nothing.
    ContractDutyAllowed = "contract_duty_allowed";
    /// A duty by contract lowers the commendation.
    ContractDutyLowerTier = "contract_duty_lower_tier";
    /// Policy does not look at relatives.
    KinNotReviewed = "kin_not_reviewed";
    /// Nobody has said what the beneficiaries are to the actor.
    BeneficiariesNotStated = "beneficiaries_not_stated";
    /// There is no single beneficiary.
    NoSingleBeneficiary = "no_single_beneficiary";
    /// A beneficiary is unrelated to the actor.
    BeneficiaryUnrelated = "beneficiary_unrelated";
    /// Only wards or relatives to be supported were rescued.
    SupportDuty = "support_duty";
    /// Only relatives were rescued.
    KinOnly = "kin_only";
    /// Nobody has said whose interest was protected.
    PurposeNotStated = "purpose_not_stated";
    /// Only the actor's own interest was protected.
    OnlyOwnInterest = "only_own_interest";
    /// An interest of others was protected.
    InterestProtected = "interest_protected";
    /// Nobody has said what kind of act it was.
    ActTypeNotStated = "act_type_not_stated";
    /// Another act has no written reason.
    OtherActReasonMissing = "other_act_reason_missing";
    /// Another act has a written reason.
    OtherActReasoned = "other_act_reasoned";
    /// The act is of a kind that counts.
    ActTypeListed = "act_type_listed";
    /// Policy does not look at who caused the danger.
    CauseNotReviewed = "cause_not_reviewed";
    /// Nobody has said who caused the danger.
    CauseNotStated = "cause_not_stated";
    /// The actor caused the danger.
    ActorCausedDanger = "actor_caused_danger";
    /// The actor did not cause the danger.
    DangerNotCaused = "danger_not_caused";
    /// Nobody has said whether the lawfulness is questioned.
    LawfulnessNotStated = "lawfulness_not_stated";
    /// The act is under investigation.
    UnderInvestigation = "under_investigation";
    /// The act was found unlawful.
    ActUnlawful = "act_unlawful";
    /// The act was lawful, or nobody questions it.
    ActLawful = "act_lawful";
    /// A rescue need not succeed.
    SuccessNotRequired = "success_not_required";
    /// The level of danger is not recorded, and no condition.
    RiskNotRecorded = "risk_not_recorded";
    /// Nobody has said how dangerous it was, which policy asks for.
    RiskNotStated = "risk_not_stated";
    /// The danger is below the level that policy asks for.
    RiskTooLow = "risk_too_low";
    /// The level of danger is recorded.
    RiskRecorded = "risk_recorded";
    /// Nobody has said how old the actor was.
    AgeNotStated = "age_not_stated";
    /// The dates do not show whether the actor was a minor.
    AgeUnclear = "age_unclear";
    /// The actor was a minor.
    ActorMinor = "actor_minor";
    /// The actor was no minor.
    ActorAdult = "actor_adult";
    /// Nobody has said whether the actor served as a volunteer.
    VolunteeringNotStated = "volunteering_not_stated";
    /// The actor did not serve as a volunteer.
    NotVolunteering = "not_volunteering";
    /// Deeds in volunteer service count.
    VolunteerCounts = "volunteer_counts";
    /// In the city anybody's deed counts.
    OriginDoesNotMatter = "origin_does_not_matter";
    /// The actor's home is in the city.
    ActorFromTheCity = "actor_from_the_city";
    /// Neither place nor home is established.
    TerritoryOpen = "territory_open";
    /// Nobody has said where the actor's home is.
    HomeNotStated = "home_not_stated";
    /// Neither deed nor home is in the city.
    HomeElsewhere = "home_elsewhere";
    /// The home is not given to the county.
    HomeTooCoarse = "home_too_coarse";
    /// Nobody has looked for other files of the deed.
    DuplicatesNotChecked = "duplicates_not_checked";
    /// Another file may be of the same deed and actor.
    PossibleDuplicate = "possible_duplicate";
    /// No other file is of the same deed and actor.
    NoDuplicate = "no_duplicate";
    /// Nobody has said who brings the deed.
    FilerNotStated = "filer_not_stated";
    /// The body may open the case itself.
    OwnMotionAllowed = "own_motion_allowed";
    /// The rules do not let the body open the case itself.
    OwnMotionNotProvided = "own_motion_not_provided";
    /// Somebody applies or recommends.
    FiledByOthers = "filed_by_others";
    /// The actor or a close relative applies.
    ApplicantEntitled = "applicant_entitled";
    /// Somebody else recommends.
    RecommenderEntitled = "recommender_entitled";
    /// The confirming body opened the case.
    OpenedByBody = "opened_by_body";
    /// The body of the place of the deed handles it.
    BodyOfPlace = "body_of_place";
    /// Several bodies may handle it.
    SeveralBodies = "several_bodies";
    /// The body of the actor's home handles it.
    CountyOfHome = "county_of_home";
    /// Another body received the report.
    ReceivedByAnotherBody = "received_by_another_body";
    /// The deed happened in another city of the province.
    DeedInAnotherCity = "deed_in_another_city";
    /// The deed was filed within the ordinary time.
    FiledInTime = "filed_in_time";
    /// The deed was filed within the time for complex cases.
    FiledLateComplex = "filed_late_complex";
    /// Nobody has said whether a late case is complex.
    ComplexityNotStated = "complexity_not_stated";
    /// The deed was filed too late.
    OutOfTime = "out_of_time";
    /// The date of the deed is not exact enough.
    DeedDateTooCoarse = "deed_date_too_coarse";
    /// It is in time only if the city decides that the time stopped.
    StopOpen = "stop_open";
    /// The days off of a year that is needed are not published.
    CalendarNotPublished = "calendar_not_published";
    /// Nobody claims force majeure.
    NoObstacle = "no_obstacle";
    /// Policy does not count force majeure.
    ForceMajeureNotCounted = "force_majeure_not_counted";
    /// The deed was filed in time anyway.
    StopNotNeeded = "stop_not_needed";
    /// The city has not decided on force majeure.
    CityDecisionMissing = "city_decision_missing";
    /// The city decided that the time stopped.
    TimeStopped = "time_stopped";
    /// The city decided that the time did not stop.
    StopDeclined = "stop_declined";
    /// Nothing is on file as evidence.
    EvidenceNotStated = "evidence_not_stated";
    /// One proof is enough alone.
    ProofSufficient = "proof_sufficient";
    /// Verified items of enough kinds are on file.
    EvidenceEnough = "evidence_enough";
    /// Verified evidence is of too few kinds.
    EvidenceInsufficient = "evidence_insufficient";
    /// Material of the police is missing.
    PoliceMaterialMissing = "police_material_missing";
    /// Nobody has said where the actor comes from.
    OriginNotStated = "origin_not_stated";
    /// Only the citizen number hints at the city.
    OriginHintOnly = "origin_hint_only";
    /// The origin given lies elsewhere, the citizen number hints at the city.
    OriginHintDiffers = "origin_hint_differs";
    /// Every origin given lies elsewhere.
    OriginElsewhere = "origin_elsewhere";
    /// The origin is too coarse or its code is unknown.
    OriginRegionUnclear = "origin_region_unclear";
    /// The origin is given, but not what it rests on.
    OriginBasisNotStated = "origin_basis_not_stated";
    /// Policy does not count this basis.
    OriginBasisNotAccepted = "origin_basis_not_accepted";
    /// The proof of the origin is missing.
    OriginProofMissing = "origin_proof_missing";
    /// The city has to approve the origin.
    OriginNeedsCityApproval = "origin_needs_city_approval";
    /// The city did not approve the origin.
    OriginApprovalRefused = "origin_approval_refused";
    /// The origin is proven.
    OriginProven = "origin_proven";
    /// The deed happened in the city.
    InsideCity = "inside_city";
    /// The deed happened outside the city.
    OutsideCity = "outside_city";
    /// The deed happened abroad.
    DeedAbroad = "deed_abroad";
    /// Nobody has said where the deed happened.
    PlaceNotStated = "place_not_stated";
    /// The place is too coarse or its code is unknown.
    PlaceUnclear = "place_unclear";
    /// There is no confirmation from the place of the deed.
    NoLocalConfirmation = "no_local_confirmation";
    /// Nobody has said whether the deed was confirmed there.
    LocalConfirmationNotStated = "local_confirmation_not_stated";
    /// Kind or level of the issuer is missing.
    IssuerNotStated = "issuer_not_stated";
    /// Policy does not count this kind of issuer.
    IssuerKindNotAccepted = "issuer_kind_not_accepted";
    /// The issuer stands below the level that policy asks for.
    IssuerLevelTooLow = "issuer_level_too_low";
    /// The issuer is not of the place of the deed.
    IssuerElsewhere = "issuer_elsewhere";
    /// The issuer counts.
    IssuerAccepted = "issuer_accepted";
    /// A date that the window needs is missing.
    DatesMissing = "dates_missing";
    /// The dates cannot all be right.
    DatesContradict = "dates_contradict";
    /// A date lies after the day of evaluation.
    DateInFuture = "date_in_future";
    /// The request came within the window.
    RequestedInTime = "requested_in_time";
    /// The date of the confirmation is not exact enough.
    IssueDateTooCoarse = "issue_date_too_coarse";
    /// The request came after the window.
    RequestedLate = "requested_late";
    /// The confirmation was taken back.
    LocalConfirmationWithdrawn = "local_confirmation_withdrawn";
    /// The confirmation stands.
    LocalConfirmationStands = "local_confirmation_stands";
    /// Nobody has checked whether the confirmation stands.
    WithdrawalNotChecked = "withdrawal_not_checked";
    /// The deed was not confirmed where it happened.
    NotConfirmedLocally = "not_confirmed_locally";
    /// Origin, place and confirmation are established.
    Eligible = "eligible";
    /// Origin, place or confirmation are not established yet.
    EligibilityOpen = "eligibility_open";
    /// Nothing follows while a condition is not met.
    NoEffect = "no_effect";
    /// Nobody has said whether the person is alive.
    DeceasedNotStated = "deceased_not_stated";
    /// Title, plaque and care follow.
    EffectsFollow = "effects_follow";
    /// Earlier rewards change nothing.
    RewardsDoNotBar = "rewards_do_not_bar";
    /// Nobody has said whether there were earlier rewards.
    RewardsNotStated = "rewards_not_stated";
    /// Cash is not paid a second time.
    CashExcluded = "cash_excluded";
    /// There were no earlier rewards.
    NotRewardedElsewhere = "not_rewarded_elsewhere";
    /// Nobody has said whether the deed is confirmed.
    StandingNotStated = "standing_not_stated";
    /// The deed is not confirmed.
    NotConfirmed = "not_confirmed";
    /// The deed is confirmed or recognised.
    StandingEstablished = "standing_established";
    /// The catalogue has no such title.
    TitleNotInCatalogue = "title_not_in_catalogue";
    /// The title is not granted by level.
    TitleByOtherRoute = "title_by_other_route";
    /// The title is for a person, or for a group.
    TitleForOtherRecipient = "title_for_other_recipient";
    /// The title belongs to another level.
    TitleOfAnotherLevel = "title_of_another_level";
    /// The title asked for is in the catalogue.
    TitleInCatalogue = "title_in_catalogue";
    /// Titles of the level are named.
    TitlesAtLevel = "titles_at_level";
    /// The catalogue has no fitting title.
    NoTitleAtLevel = "no_title_at_level";
    /// The level is not known yet.
    LevelOpen = "level_open";
    /// A criterion is missing.
    CriteriaMissing = "criteria_missing";
    /// The grade of the cost and the harm cannot both be right.
    CostContradictsHarm = "cost_contradicts_harm";
    /// The score suggests a level.
    LevelSuggested = "level_suggested";
    /// The score reaches no level.
    BelowEveryLevel = "below_every_level";
    /// The score supports the level asked for.
    LevelSupported = "level_supported";
    /// Score or influence is below the level asked for.
    LevelAboveCriteria = "level_above_criteria";
    /// The lowest level needs no recommendation.
    NoRecommendationNeeded = "no_recommendation_needed";
    /// Nobody has said who recommended.
    RecommendationNotStated = "recommendation_not_stated";
    /// The next lower level has not recommended.
    RecommendationMissing = "recommendation_missing";
    /// The next lower level has recommended.
    Recommended = "recommended";
    /// The lower title is not held.
    LowerTitleMissing = "lower_title_missing";
    /// Nobody has said which titles are held.
    TitlesHeldNotStated = "titles_held_not_stated";
    /// The title was granted for this deed before.
    AlreadyGranted = "already_granted";
    /// The title was not granted for this deed before.
    NotGrantedBefore = "not_granted_before";
    /// Praise is asked for as state award, or the other way round.
    KindDiffersFromTitle = "kind_differs_from_title";
    /// None of the bodies named may grant.
    WrongAuthority = "wrong_authority";
    /// A state award has no approval number yet.
    ApprovalNumberMissing = "approval_number_missing";
    /// The bodies that may grant are named.
    AuthorityNamed = "authority_named";
    /// No quota applies.
    NoQuota = "no_quota";
    /// Nobody has counted this year's projects.
    ProjectCountNotStated = "project_count_not_stated";
    /// This year's projects use up the quota.
    QuotaUsedUp = "quota_used_up";
    /// The quota has room.
    WithinQuota = "within_quota";
    /// The foundation's award has no name yet.
    AwardNameMissing = "award_name_missing";
    /// The award has no name of its own.
    NoAwardName = "no_award_name";
    /// The name uses words of a higher level.
    NameImitatesHigherAward = "name_imitates_higher_award";
    /// The foundation's name does not come first.
    FoundationNameMissing = "foundation_name_missing";
    /// The name of the award is fine.
    NameFits = "name_fits";
    /// The table of amounts is not loaded.
    PendingTable = "pending_table";
    /// No treatment comes with the title.
    NoTreatment = "no_treatment";
    /// A treatment comes with the title.
    TreatmentFollows = "treatment_follows";
    /// No form is chosen.
    FormNotChosen = "form_not_chosen";
    /// The city does not use this form.
    FormNotInUse = "form_not_in_use";
    /// A joint commendation has too few bodies.
    JointNeedsMoreBodies = "joint_needs_more_bodies";
    /// The city uses this form.
    FormInUse = "form_in_use";
    /// The nominee declines.
    AcceptanceDeclined = "acceptance_declined";
    /// The nominee's acceptance is not recorded.
    AcceptanceNotRecorded = "acceptance_not_recorded";
    /// Nobody has said whether it is to be kept quiet.
    SecrecyNotStated = "secrecy_not_stated";
    /// It is given in public.
    PublicCeremony = "public_ceremony";
    /// It is given quietly.
    QuietCeremony = "quiet_ceremony";
    /// The leader holds a high enough honour.
    HonourHeld = "honour_held";
    /// The leader's honour was revoked.
    HonourRevoked = "honour_revoked";
    /// The leader's honour is not high enough.
    HonourTooLow = "honour_too_low";
    /// Nobody has said which honours the leader holds.
    HonoursNotStated = "honours_not_stated";
    /// Consent to the use of the name is missing.
    ConsentMissing = "consent_missing";
    /// Somebody spoke who may not agree or refuse.
    ConsentByOther = "consent_by_other";
    /// The use of the name is agreed to.
    ConsentGiven = "consent_given";
    /// The use of the name is refused.
    ConsentRefused = "consent_refused";
    /// Nobody has said whether a studio carries the name.
    StudioCountNotStated = "studio_count_not_stated";
    /// As many studios as allowed carry the name.
    HeroHasStudio = "hero_has_studio";
    /// The hero has room for a studio.
    StudioCountFits = "studio_count_fits";
    /// The registered name is missing.
    RegisteredNameMissing = "registered_name_missing";
    /// No name is proposed.
    NameNotProposed = "name_not_proposed";
    /// The name follows the pattern.
    NameMatches = "name_matches";
    /// The name does not follow the pattern.
    NameDiffers = "name_differs";
    /// Nobody has checked whether the name is free.
    UniquenessNotChecked = "uniqueness_not_checked";
    /// Another studio has the name.
    NameTaken = "name_taken";
    /// No other studio has the name.
    NameFree = "name_free";
    /// The studio carries a person's name.
    NotAGroup = "not_a_group";
    /// Studios do not carry the names of groups.
    GroupNamesNotAllowed = "group_names_not_allowed";
    /// The city approved the group's name.
    GroupNameApproved = "group_name_approved";
    /// The city did not approve the group's name.
    GroupNameNotApproved = "group_name_not_approved";
    /// The city has to approve the group's name.
    GroupNameNeedsApproval = "group_name_needs_approval";
}
