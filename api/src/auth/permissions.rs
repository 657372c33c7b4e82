//! One type for each scope, so that a handler's signature says what it needs.

use crate::credentials::Scope;

/// The scope that an operation needs, as a type.
pub trait Permission: 'static {
    /// That scope.
    const SCOPE: Scope;
    /// The scopes of which one is enough.
    const ANY_OF: &'static [Scope] = &[Self::SCOPE];
}

/// Needs the reading scope of one procedure at least: what is due in the others is not shown.
#[derive(Debug, Clone, Copy)]
pub struct WorklistRead;

impl Permission for WorklistRead {
    const SCOPE: Scope = Scope::DeedsRead;
    const ANY_OF: &'static [Scope] = &[
        Scope::DeedsRead,
        Scope::RecognitionsRead,
        Scope::CommendationsRead,
        Scope::PlaquesRead,
        Scope::StudiosRead,
    ];
}

macro_rules! permissions {
    ($($name:ident),+ $(,)?) => {$(
        #[doc = concat!("Needs `Scope::", stringify!($name), "`.")]
        #[derive(Debug, Clone, Copy)]
        pub struct $name;

        impl Permission for $name {
            const SCOPE: Scope = Scope::$name;
        }
    )+};
}

permissions!(
    PeopleRead,
    PeopleWrite,
    PeopleMerge,
    RulesEvaluate,
    DeedsRead,
    DeedsReport,
    DeedsInvestigate,
    DeedsConfirm,
    RecognitionsRead,
    RecognitionsApply,
    RecognitionsCheck,
    RecognitionsDecide,
    CommendationsRead,
    CommendationsNominate,
    CommendationsReview,
    CommendationsDecide,
    PlaquesRead,
    PlaquesReport,
    PlaquesManage,
    PlaquesDecide,
    StudiosRead,
    StudiosReport,
    StudiosManage,
    StudiosDecide,
    IntakeRead,
    IntakeTriage,
    PublicityRead,
    PublicityWrite,
    AttachmentsRead,
    AttachmentsWrite,
    ReceiptsRead,
    OrganisationsRead,
    OrganisationsWrite,
    CalendarWrite,
    AuditRead,
    ClientsManage,
    EventsRead,
    SandboxMove,
);
