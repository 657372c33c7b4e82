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
