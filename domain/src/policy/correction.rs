//! A version that corrects the faults of an earlier one. The earlier one stays as it was, for the
//! receipts that name it; the correction applies in its stead, from the same day on.

use std::collections::BTreeMap;

use serde::Deserialize;
use toml::Value;

use super::{
    DeedsPolicy, HonoursPolicy, OutOfCityPolicy, RuleBasis, StudioNamePolicy, TargetsPolicy, Terms,
    TierPolicy, Title,
};
use crate::receipts::RuleId;

/// What a correction says. A part that it does not name is that of the version it corrects.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Correction {
    pub(super) version: String,
    /// The version that it corrects.
    pub(super) corrects: String,
    titles: Option<Vec<Title>>,
    out_of_city: Option<OutOfCityPolicy>,
    tier: Option<TierPolicy>,
    studio_name: Option<StudioNamePolicy>,
    deeds: Option<DeedsPolicy>,
    targets: Option<TargetsPolicy>,
    honours: Option<HonoursPolicy>,
    /// What these rules rest on; the others rest on what they did.
    #[serde(default)]
    rules: BTreeMap<RuleId, RuleBasis>,
}

impl Correction {
    pub(super) fn applied_to(&self, earlier: &Terms) -> Terms {
        let own = self.clone();
        let mut rules = earlier.rules.clone();
        rules.extend(own.rules);
        Terms {
            version: own.version,
            effective_from: earlier.effective_from,
            city: earlier.city.clone(),
            posthumous_prefix: earlier.posthumous_prefix.clone(),
            titles: own.titles.unwrap_or_else(|| earlier.titles.clone()),
            out_of_city: own
                .out_of_city
                .unwrap_or_else(|| earlier.out_of_city.clone()),
            tier: own.tier.unwrap_or_else(|| earlier.tier.clone()),
            studio_name: own
                .studio_name
                .unwrap_or_else(|| earlier.studio_name.clone()),
            deeds: own.deeds.unwrap_or_else(|| earlier.deeds.clone()),
            targets: own.targets.unwrap_or(earlier.targets),
            honours: own.honours.unwrap_or_else(|| earlier.honours.clone()),
            rules,
        }
    }
}

/// The data of a corrected version: that of the earlier one with the parts that the correction names.
pub(super) fn corrected(earlier: &Value, correction: &Value) -> Value {
    let (Value::Table(earlier), Value::Table(own)) = (earlier, correction) else {
        return correction.clone();
    };
    let mut data = earlier.clone();
    for (part, value) in own {
        let value = match (part.as_str(), data.get(part), value) {
            ("rules", Some(Value::Table(before)), Value::Table(now)) => {
                let rules = before.iter().chain(now);
                Value::Table(
                    rules
                        .map(|(rule, basis)| (rule.clone(), basis.clone()))
                        .collect(),
                )
            }
            _ => value.clone(),
        };
        data.insert(part.clone(), value);
    }
    Value::Table(data)
}
