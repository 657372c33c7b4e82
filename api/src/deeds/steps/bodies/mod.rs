//! What is handed in with each step.

/// The body of a step: its own members, and those that every step of its kind has. Signed by `one`
/// officer (or by none), by `two`, or by `two_and_co_signer`.
macro_rules! step_body {
    ($(#[$meta:meta])* $name:ident signed by one { $($fields:tt)* }) => {
        step_body! { @emit [$(#[$meta])*] $name {} { $($fields)* } {} }
    };
    ($(#[$meta:meta])* $name:ident signed by two { $($fields:tt)* }) => {
        step_body! { @emit [$(#[$meta])*] $name {
            /// 第二名经办人，属于您可以代为办理的机构 / The second officer who signs, of an organisation that you may act for.
            #[validate(length(max = 36))]
            #[schema(format = Uuid)]
            second_officer_id: Option<String>,
        } { $($fields)* } {
            fn second_officer_id(&self) -> Option<&str> { self.second_officer_id.as_deref() }
        } }
    };
    ($(#[$meta:meta])* $name:ident signed by two_and_co_signer { $($fields:tt)* }) => {
        step_body! { @emit [$(#[$meta])*] $name {
            /// 第二名经办人，属于您可以代为办理的机构 / The second officer who signs, of an organisation that you may act for.
            #[validate(length(max = 36))]
            #[schema(format = Uuid)]
            second_officer_id: Option<String>,
            /// 共同签署的基金会或者协会经办人，其机构您可以代为办理 / The officer of the foundation or association who signs too, for whom you may act.
            #[validate(length(max = 36))]
            #[schema(format = Uuid)]
            co_signer_id: Option<String>,
        } { $($fields)* } {
            fn second_officer_id(&self) -> Option<&str> { self.second_officer_id.as_deref() }
            fn co_signer_id(&self) -> Option<&str> { self.co_signer_id.as_deref() }
        } }
    };
    (@emit [$(#[$meta:meta])*] $name:ident { $($signed:tt)* } { $($fields:tt)* } { $($shared:tt)* }) => {
        #[derive(Debug, serde::Deserialize, validator::Validate, utoipa::ToSchema)]
        $(#[$meta])*
        #[serde(deny_unknown_fields)]
        pub(in crate::deeds::steps) struct $name {
            /// 所涉行为人；不填则为全部 / The actors for whom the step is taken; all when left out.
            #[validate(length(min = 1, max = 20))]
            #[schema(min_items = 1, max_items = 20, value_type = Option<Vec<uuid::Uuid>>)]
            actor_ids: Option<Vec<String>>,
            $($signed)*
            $($fields)*
        }

        impl crate::deeds::steps::input::Shared for $name {
            fn actor_ids(&self) -> Option<&[String]> { self.actor_ids.as_deref() }
            $($shared)*
        }
    };
}

mod decision;
mod inquiry;
mod moving;
mod opinion;
mod panel;

pub(super) use decision::{
    NewConfirmation, NewDelivery, NewReconfirmation, NewReconfirmationDecision,
    NewReconfirmationWithdrawal, NewRefusal, NewRestoration, NewRevocation,
};
pub(super) use inquiry::{
    CaseAcceptance, NewBeneficiaryStatement, NewEvidence, NewEvidenceVerification, NewRecusal,
    NewSupplement, NewSupplementRequest,
};
pub(super) use moving::{
    NewDesignation, NewResumption, NewSuspension, NewTransfer, NewTransferAcceptance,
    NewTransferDispute, NewWithdrawal,
};
pub(super) use opinion::{
    NewAssessment, NewHearing, NewHearingStatement, NewObjection, NewObjectionOutcome,
    NewPublication, NewPublicationSkip,
};
pub(super) use panel::{NewPanelReferral, NewPanelReview};
