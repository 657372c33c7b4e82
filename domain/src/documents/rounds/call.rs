use super::{Matter, honoured_by, jointly, numbered, wording};
use crate::{
    documents::{DocumentKind, Sheet},
    receipts::RuleId,
    rounds::Call,
};

/// The call for nominations: what period of deeds, which titles and places, and until when.
pub(super) fn compose(matter: &Matter<'_>) -> Option<Sheet> {
    let call = &matter.record()?.call;
    let form = call.form.text().zh;
    let laws = matter.laws(RuleId::TierAuthority);
    let basis = if laws.is_empty() {
        String::new()
    } else {
        format!("依照{laws}，")
    };
    let mut sections = Vec::new();
    sections.extend(period(call));
    sections.push(format!("称号和名额：{}。", titles(matter, call)));
    if !call.unit_places.is_empty() {
        let places = call.unit_places.iter();
        let places: Vec<String> = places
            .map(|(unit, places)| format!("{}{places}名（个）", matter.region_of(*unit)))
            .collect();
        sections.push(format!("名额分配：{}。", places.join("，")));
    }
    sections.push(
        "推荐条件：行为已依法确认为见义勇为，或者已认定为市域外见义勇为；群体的成员须逐一确认。推荐前须征得本人或者近亲属同意。"
            .to_owned(),
    );
    sections.push(format!(
        "报送程序：由县（市、区）逐级审核推荐，报{}，附推荐审批表、确认文书和事迹材料。",
        matter.body()
    ));
    if let Some(last) = call.closes_on {
        let last = wording::date(last);
        sections.push(format!("截止日期：{last}（含当日）。逾期的转入下一批次。"));
    }
    let mut paragraphs = vec![format!(
        "为弘扬社会正气，褒扬见义勇为，{basis}现开展“{}”（{form}）。{}有关推荐工作通知如下：",
        call.title,
        approval(call)
    )];
    paragraphs.extend(numbered(sections));
    let addressee = Some("各有关单位".to_owned());
    let sheet = matter.sheet(DocumentKind::RoundCall, addressee, paragraphs);
    let honoured = honoured_by(call.kind);
    let sheet = Sheet {
        title: format!("关于做好“{}”{honoured}对象推荐工作的通知", call.title),
        ..sheet
    };
    Some(jointly(call, sheet))
}

/// `该项表彰已经批准（批准文号：……）。`
pub(super) fn approval(call: &Call) -> String {
    let number = call.approval_number.as_ref();
    number.map_or_else(String::new, |number| {
        format!("该项表彰已经批准（批准文号：{number}）。")
    })
}

fn period(call: &Call) -> Option<String> {
    let period = match (call.deeds_from, call.deeds_until) {
        (Some(from), Some(until)) => {
            format!("{}至{}期间", wording::date(from), wording::date(until))
        }
        (Some(from), None) => format!("{}（含当日）以后", wording::date(from)),
        (None, Some(until)) => format!("{}（含当日）以前", wording::date(until)),
        (None, None) => return None,
    };
    Some(format!("评选范围：{period}发生的见义勇为事迹。"))
}

/// `“聊城市见义勇为模范”不超过10名；……`. Most titles are for people or for groups alone, and say so.
fn titles(matter: &Matter<'_>, call: &Call) -> String {
    let titles = call.titles.iter().map(|places| {
        let (people, groups) = (places.people, places.groups);
        let most = match (people > 0, groups > 0) {
            (true, true) => format!("个人不超过{people}名、群体不超过{groups}个"),
            (true, false) => format!("不超过{people}名"),
            (false, true) => format!("不超过{groups}个"),
            (false, false) => String::new(),
        };
        format!("“{}”{most}", matter.title_of(&places.title))
    });
    let titles: Vec<String> = titles.collect();
    titles.join("；")
}
