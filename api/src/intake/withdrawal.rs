//! Taking an application back, by who sent it in.

use actix_web::web::Data;
use actix_web::{HttpResponse, post};
use domain::deeds::{self, Deed};
use domain::ids::CaseId;
use domain::intake::{Application, Filing, State};
use domain::out_of_city::Recognition;
use domain::procedure::{Act, Case, Entered, FiledBy, Party, SharedAct, Word, row_for};
use persistence::audit::Change;
use persistence::intake;
use serde_json::json;

use super::change;
use super::public::{actors_of, tracking_code};
use super::triage::{lock, not_open};
use super::wire::ApplicationStatus;
use crate::auth::AnonymousCaller;
use crate::commands::{Acting, Answer, Command, Effect};
use crate::contract::examples::ids;
use crate::contract::parameters::{CommandQuery, PublicCommandHeaders};
use crate::http::Path;
use crate::policy::Policies;
use crate::problems::Problem;
use crate::procedure::{Served, Step, Wanted};
use crate::services::Services;

/// 撤回申请 / Take an application back
///
/// 凭查询码撤回。已立案的，撤回本人、近亲属的申请即终结案件，复核中的终止复核；撤回举荐的，案件依职权继续办理。已作出决定或者并入在先事迹的不能撤回。
/// / By its tracking code. Of one that was taken up, the case ends where the actor or a close relative applied, a review
/// ends where the party asked for it, and the body goes on of its own motion where somebody recommended. What is
/// decided, or was joined to an earlier deed, is not taken back.
#[utoipa::path(
    extensions(("x-problem-codes" = json!(["not_possible"]))),
    params(
        ("tracking_code" = String, Path, description = "查询码 / The tracking code", example = json!(ids::TRACKING_CODE)),
        PublicCommandHeaders, CommandQuery,
    ),
    responses(
        (status = 201, description = "已撤回 / Its state afterwards", body = ApplicationStatus),
    ),
)]
#[post("/v1/public/applications/{tracking_code}/withdrawal")]
pub(super) async fn application_withdraw(
    caller: AnonymousCaller,
    services: Data<Services>,
    Path(code): Path<String>,
    command: Command,
) -> Result<HttpResponse, Problem> {
    let code = tracking_code(&code)?;
    command
        .run(&caller, &[], Ok(()), move |acting, ()| {
            let found = intake::find_by_code(acting.tx, &code)?.ok_or_else(Problem::not_found)?;
            // A case locks its people first; what became one is not taken back as a filing.
            if found.state == State::Received {
                lock::<Application>(acting.tx, found.id)?;
            }
            let found = intake::find_by_code(acting.tx, &code)?.ok_or_else(Problem::not_found)?;
            let (filing, changes) = if found.state == State::TakenUp {
                let changes = end_cases(acting, &services.policies, &found)?;
                (found, changes)
            } else {
                let withdrawn = found
                    .withdraw(acting.tx.now())
                    .map_err(|_| nothing_left())?;
                intake::save(acting.tx, &withdrawn)?;
                let change = change("application.withdrawn", &withdrawn, json!({}));
                (withdrawn, vec![change])
            };
            let actors = actors_of(acting.tx, &filing)?;
            let answer = Answer::received(&ApplicationStatus::new(&filing, &actors))?;
            Ok(Effect { answer, changes })
        })
        .await
}

fn nothing_left() -> Problem {
    not_open::<Application>().detail(
        "申请已撤回、已作出决定或者已并入在先的事迹，不能撤回。",
        "The application was withdrawn, decided on or joined to an earlier deed.",
    )
}

/// Takes back what is left to take back in the cases that an application became.
fn end_cases(
    acting: &mut Acting<'_, '_>,
    policies: &Policies,
    filing: &Filing<Application>,
) -> Result<Vec<Change>, Problem> {
    let word = Word {
        received: Entered::on(acting.tx.today()),
        copy: None,
    };
    let shared = [
        SharedAct::Withdrawal { word: word.clone() },
        SharedAct::RecommendationWithdrawal { word: word.clone() },
    ];
    let side = FiledBy::from(filing.content.applicant.filer).is_applicant();
    let mut changes = Vec::new();
    match (filing.deed, filing.recognition) {
        (Some(deed), _) => {
            let request = deeds::Act::ReconfirmationWithdrawal { word, number: None };
            let acts = shared.into_iter().map(Act::Shared);
            for act in acts.chain([Act::Own(request)]) {
                let asked = |case: &Case<Deed>| match act {
                    Act::Own(_) => asked_by(case, side),
                    Act::Shared(_) => true,
                };
                changes.extend(take_back::<Deed>(acting, policies, deed, &act, asked)?);
            }
        }
        (None, Some(recognition)) => {
            for act in shared {
                let act = Act::Shared(act);
                let taken =
                    take_back::<Recognition>(acting, policies, recognition, &act, |_| true)?;
                changes.extend(taken);
            }
        }
        (None, None) => {}
    }
    if changes.is_empty() {
        Err(nothing_left())
    } else {
        Ok(changes)
    }
}

/// Whether the side of who applied asked the next level to look at a refusal.
fn asked_by(case: &Case<Deed>, applicant: bool) -> bool {
    let request = case.record().reconfirmations.last();
    request.is_some_and(|request| applicant == (request.party != Party::Recommender))
}

/// Executes a step for all cases of a file in which it is possible, or for none.
fn take_back<P: Served>(
    acting: &mut Acting<'_, '_>,
    policies: &Policies,
    file: P::FileId,
    act: &Act<P>,
    applies: impl Fn(&Case<P>) -> bool,
) -> Result<Vec<Change>, Problem> {
    let cases = persistence::cases::of_file::<P>(acting.tx, file)?;
    let possible = |case: &Case<P>| {
        let filed = match act {
            Act::Shared(SharedAct::Withdrawal { .. }) => case.filed_by().is_applicant(),
            Act::Shared(_) => case.filed_by() == FiledBy::Recommender,
            Act::Own(_) => true,
        };
        filed && applies(case) && row_for::<P>(act.step(), case.state()).is_some()
    };
    let named = cases.iter().filter(|one| possible(&one.case));
    let named: Vec<CaseId> = named.map(|one| one.id).collect();
    if named.is_empty() {
        return Ok(Vec::new());
    }
    let step = Step::<P>::of_applicant(file);
    let wanted = Wanted::plain(act.clone(), named);
    Ok(step.run(acting, policies, &wanted)?.changes)
}
