//! The one table of scopes.

macro_rules! scopes {
    ($( $variant:ident $name:literal $zh:literal / $en:literal; )+) => {
        /// What a token may be used for.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Scope {
            $( #[doc = $en] $variant, )+
        }

        impl Scope {
            /// All scopes.
            pub const ALL: &[Self] = &[$( Self::$variant, )+];

            /// The name in tokens and in the contract.
            #[must_use]
            pub const fn as_str(self) -> &'static str {
                match self { $( Self::$variant => $name, )+ }
            }

            /// What it permits, in Chinese.
            #[must_use]
            pub const fn zh(self) -> &'static str {
                match self { $( Self::$variant => $zh, )+ }
            }

            /// What it permits, in English.
            #[must_use]
            pub const fn en(self) -> &'static str {
                match self { $( Self::$variant => $en, )+ }
            }

            /// The scope of that name, if there is one.
            #[must_use]
            pub fn parse(name: &str) -> Option<Self> {
                Self::ALL.iter().copied().find(|scope| scope.as_str() == name)
            }
        }
    };
}

scopes! {
    PeopleRead "people:read" "查阅人员档案（敏感信息遮盖）" / "Read people's files, sensitive data masked";
    PeopleWrite "people:write" "登记和更新人员档案" / "Register people and update their files";
    PeopleReadSensitive "people:read-sensitive" "查阅敏感信息，须说明目的" / "Read sensitive data, with a purpose";
    PeopleMerge "people:merge" "合并同一人的档案" / "Merge the files of one person";
    RulesEvaluate "rules:evaluate" "依规则评估" / "Have the rules evaluate a case";
    DecisionsRead "decisions:read" "查阅评估凭据并复算" / "Read decision receipts and replay them";
    OrganisationsRead "organisations:read" "查阅机构和工作人员" / "Read organisations and officers";
    OrganisationsWrite "organisations:write" "登记机构和工作人员" / "Register organisations and officers";
    AuditRead "audit:read" "查阅审计记录" / "Read the audit";
    ClientsManage "clients:manage" "管理接入客户端" / "Manage clients";
    SandboxMove "sandbox:move" "拨动演练日历" / "Move the sandbox calendar";
}
