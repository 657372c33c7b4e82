//! The papers of a plaque: the order to the supplier, the record of the handover and the notice of recovery.

mod handover;
mod order;
mod recovery;
mod transfer;

use chrono::NaiveDate;

use super::{DocumentKind, Sheet, public_text, wording};
use crate::{
    plaques::{Plaque, State},
    procedure::{Case, DocumentNumber},
};

type Matter<'a> = super::Matter<'a, Plaque>;

/// What a paper says. None where the case holds nothing to say.
pub(crate) fn compose(kind: DocumentKind, matter: &Matter<'_>) -> Option<Sheet> {
    match kind {
        DocumentKind::PlaqueOrder => order::compose(matter),
        DocumentKind::PlaqueHandover => handover::compose(matter),
        DocumentKind::PlaqueRecovery => recovery::compose(matter),
        DocumentKind::TransferLetter => transfer::compose(matter),
        _ => None,
    }
}

/// Since when a paper says no longer what holds: an order since the plaque came to an end before it was
/// handed over.
pub(crate) fn void_since(
    kind: DocumentKind,
    number: &DocumentNumber,
    case: &Case<Plaque>,
) -> Option<NaiveDate> {
    let record = case.record();
    let mut orders = record.orders.iter();
    let is_order = kind == DocumentKind::PlaqueOrder
        && orders.any(|order| order.number.as_ref() == Some(number));
    let ended = matches!(case.state(), State::Withdrawn | State::Declined);
    if !is_order || !ended || record.delivery.is_some() {
        return None;
    }
    case.history().last().map(|executed| executed.on)
}

impl Matter<'_> {
    /// The place whose plaque it is: a county, or the city itself.
    fn place(&self) -> String {
        let region = self.first().map(|first| first.case.holder().region);
        let name = region.and_then(|region| self.regions.full_name(&region));
        name.unwrap_or_default()
    }

    /// The text of the plaque with the names under it: `“见义勇为光荣之家”（测试甲、测试乙）`.
    fn inscription(&self) -> String {
        format!("“{}”（{}）", self.subject.text, self.names())
    }

    /// The serial number, or that there is none yet.
    fn serial(&self) -> String {
        let making = self
            .first()
            .and_then(|first| first.case.record().making.as_ref());
        making.map_or_else(|| "尚未编号".to_owned(), |making| making.serial.to_string())
    }

    /// The same within a sentence, where brackets would stand in brackets:
    /// `“见义勇为光荣之家”光荣牌（姓名：测试甲，编号：LC-0001）`.
    fn described(&self) -> String {
        format!(
            "“{}”光荣牌（姓名：{}，编号：{}）",
            self.subject.text,
            self.names(),
            self.serial()
        )
    }

    /// The household without its address: `测试甲、测试乙的家庭`.
    fn household(&self) -> String {
        format!("{}的家庭", self.names())
    }
}
