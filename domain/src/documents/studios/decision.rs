use super::{FILING, Matter, public_text, wording};
use crate::{
    documents::{DocumentKind, Sheet, inquiry},
    procedure::{Case, Decision},
    receipts::{Outcome as Said, RuleId},
    studios::{Outcome, RefusalCode, Studio},
};

/// The decision to name a studio (STUDIO-NAME, STUDIO-SETUP).
pub(super) fn naming(matter: &Matter<'_>) -> Option<Sheet> {
    let record = matter.first()?.case.record();
    let setup = &record.setup;
    let consent = record.consent()?;
    let visit = record.site_visits.last()?;
    let laws = matter.laws(RuleId::StudioLeader);
    let basis = if laws.is_empty() {
        String::new()
    } else {
        format!("依照{laws}，")
    };
    let functions: Vec<String> = setup.functions.iter().map(|one| one.text().zh).collect();
    let members: Vec<String> = setup
        .present()
        .map(|member| format!("{}（{}）", member.name, member.role))
        .collect();
    let bearer = setup.group.as_ref().map_or_else(
        || format!("以{}的姓名命名", matter.names()),
        |group| format!("以群体名称“{group}”命名，带头人{}", matter.names()),
    );
    let paragraphs = vec![
        format!("{}。", matter.came_in(&FILING)?),
        format!(
            "经审查，带头人{}持有规定级别以上的见义勇为荣誉，{basis}{}已书面同意使用姓名；{}现场查看，场所、人员和制度符合要求。",
            matter.names(),
            consent.by.text().zh,
            wording::date(visit.on)
        ),
        format!("决定{bearer}，工作室名称为“{}”。", setup.name),
        format!("依托单位：{}。", setup.host),
        format!("场所：{}。", setup.place),
        format!("职能：{}。", functions.join("、")),
        format!("成员：{}。", members.join("、")),
        "工作室挂牌后开展公益活动，不得收取费用；按年度报送工作报告，接受年度评估和定期复核。未经同意，不得变更名称。".to_owned(),
    ];
    Some(matter.sheet(
        DocumentKind::StudioNaming,
        Some(matter.parties()?),
        paragraphs,
    ))
}

/// The refusal, with its reasons.
pub(super) fn refusal(matter: &Matter<'_>) -> Option<Sheet> {
    let first = matter.first()?;
    let refusal = first.case.decision()?.refusal.as_ref()?;
    let notice = &first.case.record().notice()?.told;
    let mut paragraphs = vec![
        format!("{}。", matter.came_in(&FILING)?),
        format!(
            "{}。",
            inquiry::told_before(
                matter.body(),
                "拟不予命名",
                notice.notified_on,
                notice.reply.as_ref()
            )
        ),
        format!("经审查，决定不予命名“{}”。", matter.studio()?),
        reason_of(refusal),
    ];
    let against = first.receipt.findings.iter();
    let against = against.filter(|finding| finding.outcome == Said::NotMet);
    paragraphs.extend(against.filter_map(wording::finding));
    paragraphs.push("条件具备后，可以重新申报。".to_owned());
    paragraphs.extend(matter.remedies());
    Some(matter.sheet(
        DocumentKind::StudioRefusal,
        Some(matter.parties()?),
        paragraphs,
    ))
}

/// The decision that takes the name back (STUDIO-WITHDRAW).
pub(super) fn withdrawal(matter: &Matter<'_>) -> Option<Sheet> {
    let case = matter.first()?.case;
    let record = case.record();
    let refusal = case.decision()?.refusal.as_ref()?;
    let told = &record.notice()?.told;
    let sign = record.openings.last().map(|opening| &opening.sign);
    let recovered = sign.map_or_else(String::new, |sign| {
        format!("标牌（编号：{sign}）予以收回，")
    });
    // No law says of other reasons when a name is withdrawn.
    let laws = match refusal.code {
        RefusalCode::ConsentWithdrawn => matter.laws(RuleId::StudioLeader),
        _ => String::new(),
    };
    let basis = if laws.is_empty() {
        laws
    } else {
        format!("依照{laws}，")
    };
    let mut paragraphs = vec![
        format!(
            "{}。{}。",
            named(case)?,
            inquiry::told_before(
                matter.body(),
                "拟撤销命名",
                told.notified_on,
                told.reply.as_ref()
            )
        ),
        reason_of(refusal),
        format!(
            "{basis}决定撤销上述命名。自本决定作出之日起，不得再以该名称开展活动；{recovered}台账和档案移交{}。",
            matter.body()
        ),
    ];
    paragraphs.extend(matter.remedies());
    Some(matter.sheet(
        DocumentKind::StudioWithdrawal,
        Some(matter.parties()?),
        paragraphs,
    ))
}

fn reason_of(refusal: &crate::studios::Refusal) -> String {
    format!(
        "理由：{}。{}",
        refusal.code.text().zh,
        public_text::sentence(refusal.reason.as_str())
    )
}

/// By which decision it was named, without a full stop.
pub(super) fn named(case: &Case<Studio>) -> Option<String> {
    let named = naming_of(case)?;
    Some(format!(
        "“{}”由{}作出的决定（文号：{}）命名",
        case.record().setup.name,
        wording::date(named.on),
        named.number
    ))
}

/// The last decision to name it.
fn naming_of(case: &Case<Studio>) -> Option<&Decision<Studio>> {
    let mut decisions = case.decisions().iter().rev();
    decisions.find(|decision| decision.kind == Outcome::Naming)
}
