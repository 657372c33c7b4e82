use std::{fmt, str::FromStr};

use serde::{Deserialize, Deserializer, Serialize, Serializer, de::Error as _};

macro_rules! rules {
    ($($(#[$doc:meta])+ $variant:ident = $number:literal, $id:literal;)+) => {
        /// A rule of the service, by the id that stands in policy files, receipts and the contract.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        #[non_exhaustive]
        pub enum RuleId { $($(#[$doc])+ $variant,)+ }

        impl RuleId {
            /// Every rule, in the order of its number.
            pub const ALL: &'static [RuleId] = &[$(RuleId::$variant,)+];

            /// The stable id, such as `OUT-ELIG`.
            #[must_use]
            pub const fn as_str(self) -> &'static str {
                match self { $(RuleId::$variant => $id,)+ }
            }

            /// The number in the catalogue of rules; findings are listed in this order.
            #[must_use]
            pub const fn number(self) -> u16 {
                match self { $(RuleId::$variant => $number,)+ }
            }
        }
    };
}

rules! {
    /// A deed outside the city, confirmed there, by somebody who comes from the city.
    OutElig = 39, "OUT-ELIG";
    /// What counts as coming from the city, and its proof.
    OutOrigin = 40, "OUT-ORIGIN";
    /// Where the deed happened.
    OutPlace = 41, "OUT-PLACE";
    /// Who confirmed the deed there.
    OutIssuer = 42, "OUT-ISSUER";
    /// How long after the confirmation the request came.
    OutWindow = 43, "OUT-WINDOW";
    /// Title, plaque and care that follow.
    OutEffect = 44, "OUT-EFFECT";
    /// Rewards already received where the deed happened.
    OutDouble = 45, "OUT-DOUBLE";
    /// A confirmation that was withdrawn there.
    OutRevoked = 46, "OUT-REVOKED";
    /// Only the confirmed can be commended.
    TierBase = 47, "TIER-BASE";
    /// Levels and their titles.
    TierLevel = 48, "TIER-LEVEL";
    /// Risk, cost, loss averted and influence.
    TierCriteria = 49, "TIER-CRITERIA";
    /// Recommendation by the next lower level.
    TierChain = 50, "TIER-CHAIN";
    /// Who may grant a title.
    TierAuthority = 51, "TIER-AUTHORITY";
    /// How many state awards a year.
    TierQuota = 52, "TIER-QUOTA";
    /// What an award may be called.
    TierName = 53, "TIER-NAME";
    /// The form in which a commendation is handed over.
    TierForm = 54, "TIER-FORM";
    /// The same title once for the same deed.
    TierOnce = 55, "TIER-ONCE";
    /// Amounts come from a table.
    TierCash = 56, "TIER-CASH";
    /// Public or quiet, and the nominee's own acceptance.
    TierSecret = 57, "TIER-SECRET";
    /// Treatment that a title brings with it.
    TierBonus = 58, "TIER-BONUS";
    /// Whose name a studio may carry.
    StudioLeader = 73, "STUDIO-LEADER";
    /// How a studio is named.
    StudioName = 74, "STUDIO-NAME";
}

impl fmt::Display for RuleId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

/// A rule id that this service does not know.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("unknown rule id {0:?}")]
pub struct UnknownRule(String);

impl FromStr for RuleId {
    type Err = UnknownRule;

    fn from_str(text: &str) -> Result<Self, UnknownRule> {
        Self::ALL
            .iter()
            .copied()
            .find(|rule| rule.as_str() == text)
            .ok_or_else(|| UnknownRule(text.to_owned()))
    }
}

impl Serialize for RuleId {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.as_str())
    }
}

impl<'de> Deserialize<'de> for RuleId {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        String::deserialize(deserializer)?
            .parse()
            .map_err(D::Error::custom)
    }
}
