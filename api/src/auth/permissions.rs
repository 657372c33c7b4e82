//! One type for each scope, so that a handler's signature says what it needs.

use super::scopes::Scope;

/// The scope that an operation needs, as a type.
pub trait Permission: 'static {
    /// That scope.
    const SCOPE: Scope;
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
    IntakeRead,
    IntakeTriage,
    AttachmentsRead,
    AttachmentsWrite,
    DecisionsRead,
    OrganisationsRead,
    OrganisationsWrite,
    AuditRead,
    ClientsManage,
    EventsRead,
    SandboxMove,
);
