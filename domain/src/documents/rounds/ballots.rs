use super::{
    Matter,
    annex::{Reader, names},
    public_text, wording,
};
use crate::documents::{DocumentKind, Sheet};

/// The record of the ballots: who was there, and for each candidate what was given, what counts, and how.
pub(super) fn compose(matter: &Matter<'_>) -> Option<Sheet> {
    let record = matter.record()?;
    let ballots = record.ballots.last()?;
    let session = &ballots.session;
    let policy = &matter.policy.terms().honours.round;
    let (quorum, majority) = (policy.quorum, policy.majority);
    let results = if record.candidates().is_empty() {
        "本次没有候选对象。"
    } else {
        "各候选对象的表决结果如下："
    };
    let mut paragraphs = vec![
        format!(
            "{}，就“{}”候选对象进行评审表决。评审成员{}人，到会{}人，达到规定的到会比例（{}/{}）。",
            wording::date(ballots.held_on),
            record.call.title,
            session.members,
            session.present,
            quorum.numerator,
            quorum.denominator
        ),
        format!(
            "赞成票超过到会人数{}/{}的，通过表决。{results}",
            majority.numerator, majority.denominator
        ),
    ];
    // In the order of the candidates, however they were counted.
    let candidates = (1..).zip(record.candidates());
    paragraphs.extend(candidates.filter_map(|(place, candidate)| {
        let id = candidate.commendation;
        let count = session.counts.iter().find(|count| count.commendation == id)?;
        let names = names(candidate, Reader::Bodies);
        let whom = candidate.group.as_ref().map_or(names, ToString::to_string);
        let outcome = if session.chose(id, policy) {
            "通过"
        } else {
            "未通过"
        };
        Some(format!(
            "{place}. {whom}：发出{}票，有效{}票，无效{}票；赞成{}票，反对{}票，弃权{}票，{outcome}。",
            count.given, count.valid, count.void, count.in_favour, count.against, count.abstained
        ))
    }));
    let note = session.note.as_ref();
    paragraphs.extend(note.map(|note| format!("备注：{}", public_text::sentence(note.as_str()))));
    paragraphs.push("到会成员签名：＿＿＿＿＿＿＿＿＿＿＿＿".to_owned());
    paragraphs.push("监票人签名：＿＿＿＿＿＿　计票人签名：＿＿＿＿＿＿".to_owned());
    Some(matter.sheet(DocumentKind::BallotRecord, None, paragraphs))
}
