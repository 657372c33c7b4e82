//! What each step of a studio writes into its case.

use chrono::NaiveDate;

use super::{
    Act, Activity, Assessment, ClueGiven, Consent, ConsentGiven, HeroVisit, Notice, OnSite,
    Opening, Outcome, PublicityItem, Record, Rectification, RefusalCode, Setup, SetupChange,
    Studio, YearlyReport, assessment, naming, years,
};
use crate::{
    deeds::DefenceReply,
    out_of_city::{Check, PriorNotice},
    policy::ConsentGiver,
    procedure::{Case, Command, Context, Decision, DocumentNumber, Entered, Reason},
};

/// Writes what a step brings with it. `paper` is the number of the document that it issues; every step
/// that looks for one has one.
#[expect(
    clippy::too_many_lines,
    reason = "one short arm for each step, which is the one list of what steps write"
)]
pub(super) fn write(
    case: &mut Case<Studio>,
    command: &Command<Studio>,
    act: &Act,
    paper: Option<&DocumentNumber>,
    context: &Context<'_, Studio>,
) {
    let on = context.today;
    let decided =
        |kind, number: &DocumentNumber| Decision::signed(kind, number.clone(), command, on);
    let check = |on, passed: &bool, note: &Reason| Check {
        on,
        passed: *passed,
        note: note.clone(),
    };
    if let Act::Assessment { .. } = act {
        let assessed = assessed(case, act, paper, context);
        case.record.assessments.extend(assessed);
        return;
    }
    let record = &mut case.record;
    match act {
        Act::Acceptance | Act::Assessment { .. } => {}
        Act::Consent { by, paper, given } => {
            record.consents.push(consent(true, *by, *paper, given.on));
        }
        Act::ConsentWithdrawal {
            by,
            paper,
            received,
        } => record
            .consents
            .push(consent(false, *by, *paper, received.on)),
        Act::SiteVisit {
            passed,
            note,
            visited,
        } => record.site_visits.push(check(visited.on, passed, note)),
        Act::GroupApproval { approved, note } => {
            record.group_approvals.push(check(on, approved, note));
        }
        Act::MemberJoined { .. }
        | Act::MemberLeft { .. }
        | Act::Relocation { .. }
        | Act::FunctionChange { .. } => {
            if let Some(change) = change_setup(&mut record.setup, act, on) {
                record.setup_changes.push(change);
            }
        }
        Act::Naming { number, .. } => case.decisions.push(decided(Outcome::Naming, number)),
        Act::RefusalNotice {
            code,
            facts,
            reasons,
            notified,
            ..
        }
        | Act::WithdrawalNotice {
            code,
            facts,
            reasons,
            notified,
            ..
        } => record
            .notices
            .push(notice(*code, facts, reasons, notified.on)),
        Act::DefenceStatement {
            statement,
            received,
        } => answer(
            record,
            (DefenceReply::Stated(statement.clone()), received.on),
        ),
        Act::DefenceWaiver { word } => answer(record, (DefenceReply::Waived, word.received.on)),
        Act::NoticeWithdrawal { reason } => {
            if let Some(notice) = record.notices.last_mut() {
                notice.told.withdrawn = Some((reason.clone(), on));
            }
        }
        Act::Refusal { refusal, .. } => {
            let refused = paper.map(|paper| decided(Outcome::Refusal, paper));
            let refused = refused.map(|refused| refused.refusing(refusal.clone()));
            case.decisions.extend(refused);
        }
        Act::Opening { opened, sign } => record.openings.push(Opening {
            on: opened.on,
            sign: sign.clone(),
        }),
        Act::Activity {
            function,
            place,
            heads,
            text,
            photos,
            held,
        } => record.activities.push(Activity {
            on: held.on,
            function: *function,
            place: place.clone(),
            heads: *heads,
            text: text.clone(),
            photos: photos.clone(),
        }),
        Act::HeroVisit {
            person,
            whom,
            text,
            visited,
        } => record.visits.push(HeroVisit {
            on: visited.on,
            person: *person,
            whom: whom.clone(),
            text: text.clone(),
        }),
        Act::Clue {
            text,
            deed,
            clue,
            given,
        } => record.clues.push(ClueGiven {
            on: given.on,
            text: text.clone(),
            deed: *deed,
            clue: *clue,
        }),
        Act::Publicity {
            medium,
            title,
            published,
        } => record.publicity.push(PublicityItem {
            on: published.on,
            medium: medium.clone(),
            title: title.clone(),
        }),
        Act::YearlyReport {
            year,
            text,
            copy,
            received,
        } => record.reports.push(YearlyReport {
            year: *year,
            on: received.on,
            text: text.clone(),
            copy: *copy,
            in_time: is_in_time(*year, received, context),
        }),
        Act::Review { passed, note } => record.reviews.push(check(on, passed, note)),
        Act::RectificationNotice { requirements, .. } => {
            record.rectifications.push(Rectification {
                on,
                requirements: requirements.clone(),
                completed: None,
            });
        }
        Act::RectificationCompletion { note } => {
            if let Some(open) = record.rectifications.last_mut() {
                open.completed = Some((on, note.clone()));
            }
        }
        Act::HostClosure { reason, closed } => {
            record.host_closures.push((closed.on, reason.clone()));
        }
        Act::HonourLoss => record.honour_losses.push(on),
        Act::NameWithdrawal { number, refusal } => {
            let withdrawn = decided(Outcome::Withdrawal, number);
            case.decisions.push(withdrawn.refusing(refusal.clone()));
        }
        Act::SignRecovery { note, recovered } => {
            record.sign_recoveries.push((recovered.on, note.clone()));
        }
    }
}

fn consent(
    given: bool,
    by: ConsentGiver,
    paper: crate::ids::AttachmentId,
    on: NaiveDate,
) -> ConsentGiven {
    ConsentGiven {
        on,
        consent: Consent { given, by },
        paper,
    }
}

fn notice(code: RefusalCode, facts: &Reason, reasons: &Reason, on: NaiveDate) -> Notice {
    Notice {
        code,
        told: PriorNotice {
            notified_on: on,
            facts: facts.clone(),
            reasons: reasons.clone(),
            reply: None,
            withdrawn: None,
        },
    }
}

/// Writes down what the party answered to the notice.
fn answer(record: &mut Record, reply: (DefenceReply, NaiveDate)) {
    let open = record.notices.last_mut();
    if let Some(notice) = open.filter(|notice| notice.told.withdrawn.is_none()) {
        notice.told.reply = Some(reply);
    }
}

fn is_in_time(year: i32, received: &Entered, context: &Context<'_, Studio>) -> bool {
    !years::report_is_over(year, received.on, context.policy, context.calendar)
}

/// Changes the setup, and says what changed.
fn change_setup(setup: &mut Setup, act: &Act, today: NaiveDate) -> Option<SetupChange> {
    let (on, text) = match act {
        Act::MemberJoined { member, joined } => {
            let text = format!("{}加入（{}）", member.name, member.role);
            setup.members.push(member.clone());
            (joined.on, text)
        }
        Act::MemberLeft { name, left } => {
            let mut members = setup.members.iter_mut();
            let member = members.find(|one| one.name == *name && one.left_on.is_none())?;
            member.left_on = Some(left.on);
            (left.on, format!("{name}退出"))
        }
        Act::Relocation {
            host,
            place,
            contact,
            since,
        } => {
            let mut changed = Vec::new();
            if let Some(host) = host {
                changed.push(format!("依托单位由{}变更为{host}", setup.host));
                setup.host = host.clone();
            }
            if let Some(place) = place {
                changed.push(format!("场所由{}变更为{place}", setup.place));
                setup.place = place.clone();
            }
            if let Some(contact) = contact {
                changed.push("联系方式变更".to_owned());
                setup.contact = contact.clone();
            }
            (since.on, changed.join("；"))
        }
        Act::FunctionChange { functions, reason } => {
            setup.functions.clone_from(functions);
            let names: Vec<String> = functions.iter().map(|one| one.text().zh).collect();
            (today, format!("职能变更为{}：{reason}", names.join("、")))
        }
        _ => return None,
    };
    Some(SetupChange { on, text })
}

/// The assessment of a year, with what the ledger counts on this day.
fn assessed(
    case: &Case<Studio>,
    act: &Act,
    paper: Option<&DocumentNumber>,
    context: &Context<'_, Studio>,
) -> Option<Assessment> {
    let Act::Assessment {
        year,
        seen,
        result,
        reason,
        visited,
        ..
    } = act
    else {
        return None;
    };
    let OnSite { note, .. } = seen;
    let terms = &context.policy.terms().honours.studio;
    let lost = naming::honour_gone(context);
    let sheet = assessment::sheet(case, *year, seen, lost, terms);
    Some(Assessment {
        year: *year,
        on: context.today,
        visited_on: visited.on,
        points: sheet.points,
        vetoes: sheet.vetoes,
        computed: sheet.result,
        result: result.unwrap_or(sheet.result),
        reason: reason.clone(),
        note: note.clone(),
        number: paper.cloned(),
    })
}
