//! Publicity (公开宣传): what of a hero everybody may see. Beyond the statutory notice that takes the consent of
//! whom it is about, or what the press lawfully published; what is shown is made from both and from nothing else.

mod basis;
mod consent;
mod content;
mod notice;
mod person;
mod roll;
mod studio;
#[cfg(test)]
mod tests;

pub use basis::{Basis, BasisError, Giver};
pub use consent::{Consent, NothingLeft, Withdrawal};
pub use content::{Content, ContentError, PublicField, Purpose};
pub use notice::PublicNotice;
pub use person::{Portrayal, shown_for};
pub use roll::{
    GroupEntry, Highest, Member, PersonEntry, PublicHonour, RollDeed, RollEntry, Source,
};
pub use studio::PublicStudio;
