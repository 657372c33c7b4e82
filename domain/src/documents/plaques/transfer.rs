use super::{Matter, public_text, wording};
use crate::documents::{DocumentKind, Sheet};

/// The letter with which a plaque goes to the body of the place to which the family moved.
pub(super) fn compose(matter: &Matter<'_>) -> Option<Sheet> {
    let case = matter.first()?.case;
    // The last step is the transfer: to a body of the city, or outside it.
    let (organ, reason) = if let Some(transfer) = case.open_transfer() {
        let region = matter.regions.get(&transfer.receiver.region);
        let unregistered = || Some(format!("{}见义勇为确认机构", region?.name));
        let registered = matter.other_body.map(str::to_owned);
        (registered.or_else(unregistered)?, &transfer.reason)
    } else {
        let transfer = case.outside_transfers().last()?;
        (transfer.organ.to_string(), &transfer.reason)
    };
    let paragraphs = vec![
        format!(
            "{}的{}，由{}于{}登记。{}",
            matter.household(),
            matter.described(),
            matter.body(),
            wording::date(case.received_on()),
            public_text::sentence(reason.as_str())
        ),
        "现将案卷材料移送你单位，请予接收并做好后续工作。".to_owned(),
    ];
    Some(matter.sheet(DocumentKind::TransferLetter, Some(organ), paragraphs))
}
