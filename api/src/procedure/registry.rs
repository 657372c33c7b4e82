//! The one list of procedures that are served.

use std::borrow::Cow;

use domain::ids::PersonId;
use domain::named::NamedEnum;
use domain::people::Person;
use domain::policy::PolicySet;
use domain::procedure::{Case, Procedure, Step};
use domain::receipts::Text;
use persistence::audit::Change;
use persistence::{Reader, RegionScope, StoreError, Tx, cases};
use serde::{Deserialize, Deserializer, Serialize, Serializer, de::Error as _};
use utoipa::openapi::schema::{Schema, Type};
use utoipa::openapi::{ObjectBuilder, RefOr};
use utoipa::{PartialSchema, ToSchema};
use uuid::Uuid;

use super::reckon::{Concerned, reckon};
use super::wire::ProcedureView;
use super::{Before, Served};
use crate::auth::permissions::Permission;
use crate::commands::Acting;
use crate::credentials::Scope;
use crate::problems::Problem;

macro_rules! procedures {
    ($($variant:ident = $procedure:ty;)+) => {
        /// The name of a procedure.
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        pub(crate) enum ProcedureName {
            $(#[doc = concat!("See [`", stringify!($procedure), "`].")] $variant,)+
        }

        impl ProcedureName {
            /// Every procedure.
            pub(crate) const ALL: &'static [Self] = &[$(Self::$variant,)+];

            /// The name in addresses, events and rows.
            pub(crate) const fn as_str(self) -> &'static str {
                match self { $(Self::$variant => <$procedure>::NAME,)+ }
            }

            /// Who may read its files and what is due in them.
            pub(crate) const fn read_scope(self) -> Scope {
                match self { $(Self::$variant => <<$procedure as Served>::Read as Permission>::SCOPE,)+ }
            }

            /// Whether a scope sees the file of that id.
            pub(crate) fn has(
                self,
                reader: &mut Reader<'_>,
                scope: &RegionScope,
                id: Uuid,
            ) -> Result<bool, StoreError> {
                match self {
                    $(Self::$variant => Ok(cases::find::<$procedure>(reader, scope, id.into())?.is_some()),)+
                }
            }

            /// The table of the procedure, as it is served.
            pub(crate) fn table(self, policies: &PolicySet) -> ProcedureView {
                match self { $(Self::$variant => ProcedureView::new::<$procedure>(policies),)+ }
            }
        }

        /// What a change of a person's file, or a merge of two, means for the person's cases in all
        /// procedures.
        pub(crate) fn person_changed(
            acting: &mut Acting<'_, '_>,
            policies: &PolicySet,
            before: &Before<'_>,
            person: &Person,
        ) -> Result<Vec<Change>, Problem> {
            let mut changes = Vec::new();
            $(changes.extend(<$procedure>::person_changed(acting, policies, before, person)?);)+
            Ok(changes)
        }

        /// Whether a body within the caller's regions holds a case of a person, in any procedure, that is
        /// not over; the case may be under the id of a file that was merged.
        pub(crate) fn holds_case_of(
            tx: &mut Tx<'_>,
            scope: &RegionScope,
            person: PersonId,
        ) -> Result<bool, StoreError> {
            $(if holds::<$procedure>(tx, scope, person)? {
                return Ok(true);
            })+
            Ok(false)
        }

        /// Reckons again what is due in the cases of all procedures, and tells of how many.
        pub(crate) fn reckon_again(
            tx: &mut Tx<'_>,
            policies: &PolicySet,
            concerned: Concerned,
        ) -> Result<usize, StoreError> {
            let each = [$(reckon::<$procedure>(tx, policies, concerned)?,)+];
            Ok(each.iter().sum())
        }

        /// The states of all procedures.
        pub(super) fn states() -> Vec<(&'static str, Text)> {
            union([$(words::<<$procedure as Procedure>::State>(),)+])
        }

        /// The steps of all procedures.
        pub(super) fn steps() -> Vec<(&'static str, Text)> {
            union([$(words::<Step<<$procedure as Procedure>::Step>>(),)+])
        }

        /// The conditions of all procedures.
        pub(super) fn conditions() -> Vec<(&'static str, Text)> {
            union([$(words::<domain::procedure::Condition<<$procedure as Procedure>::Condition>>(),)+])
        }

        /// What the clocks of all procedures measure.
        pub(super) fn clocks() -> Vec<(&'static str, Text)> {
            union([$(words::<<$procedure as Procedure>::Clock>(),)+])
        }

        /// What the procedures decide.
        pub(super) fn outcomes() -> Vec<(&'static str, Text)> {
            union([$(words::<<$procedure as Procedure>::Outcome>(),)+])
        }

        /// Why the procedures refuse.
        pub(super) fn refusals() -> Vec<(&'static str, Text)> {
            union([$(words::<<$procedure as Procedure>::RefusalCode>(),)+])
        }

        /// The documents that the steps of all procedures call for.
        pub(super) fn documents() -> Vec<(&'static str, Text)> {
            union([$(words::<<$procedure as Procedure>::Document>(),)+])
        }
    };
}

procedures! {
    Deed = domain::deeds::Deed;
    Recognition = domain::out_of_city::Recognition;
    Commendation = domain::commendations::Commendation;
    Plaque = domain::plaques::Plaque;
    Studio = domain::studios::Studio;
    Round = domain::rounds::Round;
}

fn holds<P: Served>(
    tx: &mut Tx<'_>,
    scope: &RegionScope,
    person: PersonId,
) -> Result<bool, StoreError> {
    let theirs = cases::of_people::<P>(tx, scope, &[person])?;
    let mut theirs = theirs.into_values().flatten().map(|one| one.case);
    let works_on = |case: &Case<P>| !P::is_final(case.state()) || P::is_named(case);
    Ok(theirs.any(|case| works_on(&case) && scope.covers(&case.holder().region)))
}

fn words<W: NamedEnum>() -> Vec<(&'static str, Text)> {
    let all = W::all().into_iter();
    all.map(|word| (word.as_str(), word.text())).collect()
}

/// The words of several procedures, each code once: what a code means in one and in another stands side by side.
fn union<const N: usize>(lists: [Vec<(&'static str, Text)>; N]) -> Vec<(&'static str, Text)> {
    let mut all: Vec<(&'static str, Vec<Text>)> = Vec::new();
    for (code, text) in lists.into_iter().flatten() {
        match all.iter_mut().find(|(known, _)| *known == code) {
            None => all.push((code, vec![text])),
            Some((_, texts)) if texts.contains(&text) => {}
            Some((_, texts)) => texts.push(text),
        }
    }
    let joined = |texts: &[Text], of: fn(&Text) -> &str, between: &str| {
        let each: Vec<&str> = texts.iter().map(of).collect();
        each.join(between)
    };
    all.into_iter()
        .map(|(code, texts)| {
            let zh = joined(&texts, |text| &text.zh, "；");
            let en = joined(&texts, |text| &text.en, "; ");
            (code, Text { zh, en })
        })
        .collect()
}

impl ProcedureName {
    /// The procedure of that name.
    pub(crate) fn of_code(code: &str) -> Option<Self> {
        let mut all = Self::ALL.iter().copied();
        all.find(|name| name.as_str() == code)
    }
}

impl Serialize for ProcedureName {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.as_str())
    }
}

impl<'de> Deserialize<'de> for ProcedureName {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let code = Cow::<'de, str>::deserialize(deserializer)?;
        Self::of_code(&code).ok_or_else(|| {
            let names: Vec<&str> = Self::ALL.iter().map(|name| name.as_str()).collect();
            D::Error::custom(format_args!("unknown variant, expected one of {names:?}"))
        })
    }
}

impl PartialSchema for ProcedureName {
    fn schema() -> RefOr<Schema> {
        ObjectBuilder::new()
            .schema_type(Type::String)
            .description(Some("程序名称 / The name of a procedure"))
            .enum_values(Some(Self::ALL.iter().map(|name| name.as_str())))
            .into()
    }
}

impl ToSchema for ProcedureName {}
