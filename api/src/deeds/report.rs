use std::borrow::Cow;

use actix_web::web::Data;
use actix_web::{HttpResponse, post};
use domain::deeds::{Deed, Record};
use domain::error::Coded;
use domain::ids::{ClientId, DeedId, PersonId};
use domain::intake::{Application, Clue, Filing, FilingError};
use domain::procedure::{Entered, Opening};
use persistence::audit::Change;
use persistence::{RegionScope, Tx, cases, intake, people};

use super::completed::completed;
use super::wire::{DeedView, NewDeed, Reported, Source};
use crate::auth::Caller;
use crate::auth::permissions::DeedsReport;
use crate::commands::{Acting, Command};
use crate::contract::parameters::{CommandHeaders, CommandQuery};
use crate::http::Body;
use crate::intake::{take_up, waiting_in};
use crate::policy::Policies;
use crate::problems::Problem;
use crate::procedure::{Finished, NewIds, Opened, body_of, people_of, registrar};
use crate::services::Services;
use crate::studios::recusals_of;

/// 申报事迹 / Report a deed
///
/// 内容完整无误的申报一律登记，待受理；规则对每名行为人的评估记为凭据（`receipt_id`），由经办人决定。行为人须先登记。
/// 公众申请或者线索由 `application_id`、`clue_id` 立为事迹。 / A well-formed report is always taken in. What the
/// rules say of each actor is kept as a receipt (`receipt_id`); an officer decides. The actors are registered as
/// people first. An application or a clue from the public becomes a deed by `application_id` or `clue_id`.
#[utoipa::path(
    security(("oauth2" = ["deeds:report"])),
    extensions(("x-problem-codes" = json!(["policy_not_in_force", "not_possible"]))),
    params(CommandHeaders, CommandQuery),
    request_body = NewDeed,
    responses(
        (status = 201, description = "已登记，待受理 / The deed", body = DeedView,
            headers(("Location" = String, description = "事迹的地址 / Its address"),
                    ("ETag" = String, description = "供 If-None-Match 使用 / For `If-None-Match`"))),
    ),
)]
#[post("/v1/deeds")]
pub(super) async fn deed_report(
    caller: Caller<DeedsReport>,
    services: Data<Services>,
    command: Command,
    body: Body<NewDeed>,
) -> Result<HttpResponse, Problem> {
    let (scope, client) = (caller.regions().clone(), caller.client());
    let today = services.store.clock().today();
    let input = body.value.parse(today, &scope, &services.policies.city());
    command
        .run(&caller, &body.raw, input, move |acting, reported| {
            let ids = NewIds::new(acting.tx);
            report(acting, &services.policies, (client, &scope), ids, reported)?.effect()
        })
        .await
}

/// Takes in a report: opens the deed, with a case for each actor.
pub(crate) fn report(
    acting: &mut Acting<'_, '_>,
    policies: &Policies,
    (client, scope): (ClientId, &RegionScope),
    new: NewIds<Deed>,
    reported: &Reported,
) -> Result<Finished<Deed>, Problem> {
    let ids: Vec<PersonId> = reported.actors.iter().map(|(id, _)| *id).collect();
    people::lock(acting.tx, &ids)?;
    let source = TakingUp::load(acting.tx, scope, reported)?;
    let reported = &source.dated(reported)?;
    let people = people_of(acting.tx, scope, &ids)?;
    let opening = Opening {
        filed_by: reported.incident.filer.into(),
        received: Entered {
            on: reported.received_on,
            late_because: reported.backdating_reason.clone(),
        },
        receipt_on_record: matches!(source, TakingUp::Application(_)),
        holder: body_of(&reported.region)?,
        registered_by: registrar(acting, client)?,
    };
    let others = cases::others_of::<Deed>(acting.tx, &ids)?;
    let incident = reported.incident.clone();
    let mut opened = Opened::<Deed>::new(acting.tx, new, reported.region, incident, opening);
    if let Some(Source::Clue(clue)) = reported.source {
        opened.step_back(recusals_of(acting.tx, clue)?);
    }
    for ((id, facts), person) in reported.actors.iter().zip(&people) {
        let others = others.get(id).map_or(&[][..], Vec::as_slice);
        let facts = completed(facts, person, others);
        let record = Record::new(reported.incident.occurred_on);
        opened.add(acting, policies.set(), *id, facts, record)?;
    }
    let mut finished = opened.finish(acting, "reported")?;
    intake::insert_of_deed(acting.tx, &finished.file)?;
    let taken_up = source.finish(acting.tx, finished.file.id)?;
    finished.changes.extend(taken_up);
    Ok(finished)
}

/// What comes in from the public and becomes the deed, in the transaction of its report.
enum TakingUp {
    /// Nothing from the public.
    Nothing,
    /// Somebody's own application.
    Application(Filing<Application>),
    /// A clue.
    Clue(Filing<Clue>),
}

impl TakingUp {
    /// Loads what the report names; it must be with the region that reports.
    fn load(tx: &mut Tx<'_>, scope: &RegionScope, reported: &Reported) -> Result<Self, Problem> {
        Ok(match reported.source {
            None => Self::Nothing,
            Some(Source::Application(id)) => {
                Self::Application(waiting_in(tx, scope, id, reported.region)?)
            }
            Some(Source::Clue(id)) => Self::Clue(waiting_in(tx, scope, id, reported.region)?),
        })
    }

    /// The report with its day of receipt: that on which an application was received, since the time
    /// of the procedure runs from it (Shandong Regulation on Rewarding and Protecting People Who Act
    /// Bravely, article 11). A clue is no application and changes nothing.
    fn dated<'a>(&self, reported: &'a Reported) -> Result<Cow<'a, Reported>, Problem> {
        let Self::Application(filing) = self else {
            return Ok(Cow::Borrowed(reported));
        };
        let day = filing.received_on;
        if reported.receipt_stated && reported.received_on != day {
            return Err(FilingError::ReceiptDay.at("/received_on").into());
        }
        let mut reported = reported.clone();
        reported.received_on = day;
        for (_, facts) in &mut reported.actors {
            facts.received_on = Some(day);
        }
        Ok(Cow::Owned(reported))
    }

    /// Marks it as taken up, once the deed is on file.
    fn finish(self, tx: &mut Tx<'_>, deed: DeedId) -> Result<Option<Change>, Problem> {
        Ok(match self {
            Self::Nothing => None,
            Self::Application(filing) => Some(take_up(tx, filing, deed)?),
            Self::Clue(filing) => Some(take_up(tx, filing, deed)?),
        })
    }
}
