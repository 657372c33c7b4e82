use chrono::NaiveDate;

use super::{
    DocumentNumber, Entered, Holder, Named, OutsideDocument, OwnOrShared, Party, Procedure, Reason,
    Signer, Who, Word,
};
use crate::text::Line;

/// Lists steps, each with what it brings with it: the enum of the steps, and the enum of the acts,
/// which has a variant for each.
macro_rules! acts {
    (
        $(#[doc = $steps_doc:literal])+ $steps:ident,
        $(#[$acts_doc:meta])+ $acts:ident {
            $(
                $(#[$doc:meta])*
                $variant:ident $({ $($field:ident: $type:ty),+ $(,)? })? = $code:literal, $zh:literal, $en:literal;
            )+
        }
    ) => {
        $crate::named_enum! {
            $(#[doc = $steps_doc])+
            $steps { $($(#[$doc])* $variant = $code, $zh, $en;)+ }
        }

        $(#[$acts_doc])+
        #[derive(Debug, Clone, PartialEq, Eq)]
        pub enum $acts { $($(#[$doc])* $variant $({ $($field: $type),+ })?,)+ }

        impl $acts {
            pub const fn step(&self) -> $steps {
                match self { $(Self::$variant { .. } => $steps::$variant,)+ }
            }
        }
    };
}
pub(crate) use acts;

acts! {
    /// A step that every procedure may have. Where one has it, its table says in which states.
    SharedStep,
    /// What a shared step brings with it.
    SharedAct {
        Recusal { person: Named, reason: Reason } = "recusal", "回避", "recusal";
        Delivery { party: Party, delivered: Entered } = "delivery", "送达", "delivery";
        Suspension { pending: Reason } = "suspension", "中止", "suspension";
        Resumption { finding: Reason } = "resumption", "恢复", "resumption";
        Transfer { receiver: Holder, reason: Reason, number: Option<DocumentNumber> } = "transfer", "移送", "transfer";
        TransferAcceptance = "transfer_acceptance", "接收移送", "transfer acceptance";
        /// The giver takes a transfer back, as long as nobody has accepted it.
        TransferWithdrawal { reason: Reason } = "transfer_withdrawal", "撤回移送", "withdrawal of the transfer";
        TransferDispute { reason: Reason } = "transfer_dispute", "管辖争议", "transfer dispute";
        Designation { receiver: Holder, reason: Reason } = "designation", "指定管辖", "designation";
        /// The actor or a close relative takes the application back, which ends the case.
        Withdrawal { word: Word } = "withdrawal", "撤回申请", "withdrawal";
        /// The recommender takes the recommendation back: the body goes on of its own motion.
        RecommendationWithdrawal { word: Word } = "recommendation_withdrawal", "撤回举荐", "withdrawal of the recommendation";
        /// A case that was withdrawn or handed over goes on, of the body's own motion or because it was
        /// asked to.
        Continuation { own_motion: bool, reason: Reason } = "continuation", "继续办理", "continuation";
        /// The case goes to a body that does not work with this service, such as that of another city.
        OutsideTransfer { organ: Line<100>, reason: Reason, number: Option<DocumentNumber> } = "outside_transfer", "移送市外单位", "transfer to an outside body";
        /// What an outside body found, such as a court or the office for veterans affairs.
        OutsideFinding { document: OutsideDocument, content: Reason } = "outside_finding", "登记外部单位文书", "record of an outside body's document";
    }
}

/// A step of a procedure. Where a step can end in two ways, each is a step of its own.
pub type Step<S> = OwnOrShared<S, SharedStep>;

impl<S> From<SharedStep> for Step<S> {
    fn from(step: SharedStep) -> Self {
        Self::Shared(step)
    }
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Act<P: Procedure> {
    Own(P::Act),
    Shared(SharedAct),
}

impl<P: Procedure> From<SharedAct> for Act<P> {
    fn from(act: SharedAct) -> Self {
        Self::Shared(act)
    }
}

impl<P: Procedure> Act<P> {
    pub fn step(&self) -> Step<P::Step> {
        match self {
            Self::Own(act) => Step::Own(P::step(act)),
            Self::Shared(act) => Step::Shared(act.step()),
        }
    }

    /// The day that the caller enters, if the step has one.
    pub fn entered(&self) -> Option<&Entered> {
        match self {
            Self::Own(act) => P::entered(act),
            Self::Shared(SharedAct::Delivery { delivered, .. }) => Some(delivered),
            Self::Shared(
                SharedAct::Withdrawal { word } | SharedAct::RecommendationWithdrawal { word },
            ) => Some(&word.received),
            Self::Shared(
                SharedAct::Recusal { .. }
                | SharedAct::Suspension { .. }
                | SharedAct::Resumption { .. }
                | SharedAct::Transfer { .. }
                | SharedAct::TransferAcceptance
                | SharedAct::TransferWithdrawal { .. }
                | SharedAct::TransferDispute { .. }
                | SharedAct::Designation { .. }
                | SharedAct::Continuation { .. }
                | SharedAct::OutsideTransfer { .. }
                | SharedAct::OutsideFinding { .. },
            ) => None,
        }
    }

    /// The day on which what the step says happened: the one that was entered, else `today`.
    pub(super) fn day(&self, today: NaiveDate) -> NaiveDate {
        self.entered().map_or(today, |entered| entered.on)
    }

    /// By what word a party gives something up, where the step is of that kind.
    /// By what word a party gives something up, where the step is that.
    pub fn word(&self) -> Option<&Word> {
        match self {
            Self::Own(act) => P::word(act),
            Self::Shared(
                SharedAct::Withdrawal { word } | SharedAct::RecommendationWithdrawal { word },
            ) => Some(word),
            Self::Shared(_) => None,
        }
    }

    pub(super) fn party(&self) -> Option<Party> {
        match self {
            Self::Own(act) => P::party(act),
            Self::Shared(SharedAct::Delivery { party, .. }) => Some(*party),
            Self::Shared(_) => None,
        }
    }

    pub fn decision_number(&self) -> Option<&DocumentNumber> {
        match self {
            Self::Own(act) => P::decision_number(act),
            Self::Shared(_) => None,
        }
    }

    pub fn number(&self) -> Option<&DocumentNumber> {
        match self {
            Self::Own(act) => P::number(act),
            Self::Shared(
                SharedAct::Transfer { number, .. } | SharedAct::OutsideTransfer { number, .. },
            ) => number.as_ref(),
            Self::Shared(_) => None,
        }
    }
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Command<P: Procedure> {
    pub act: Act<P>,
    pub who: Who,
    pub second: Option<Signer>,
    /// The officer of the foundation or association who signs.
    pub co_signer: Option<Signer>,
}

impl<P: Procedure> Command<P> {
    /// Everybody who signs, in the order of signing.
    pub fn signers(&self) -> Vec<Signer> {
        [self.who.signer, self.second, self.co_signer]
            .into_iter()
            .flatten()
            .collect()
    }
}
