//! Deeds: whether what somebody did is an act of bravery.

pub mod eligibility;
