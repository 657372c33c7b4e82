//! Executing a step: the one way for all of them.

use std::collections::{BTreeMap, BTreeSet};

use actix_web::HttpResponse;
use actix_web::web::Data;
use domain::documents::DocumentKind;
use domain::error::{Coded as _, FieldErrors};
use domain::ids::{AttachmentId, ClientId, DocumentId, Id as _, OfficerId};
use domain::named::NamedEnum;
use domain::procedure::{Act, Command as StepCommand, Officers, Row, Scope, Signer, Who, rows_of};
use persistence::{RegionScope, Tx, attachments, cases};
use serde_json::json;

use super::Served;
use super::context::{scopes, signers};
use super::file::File;
use super::input::{Reading, StepBody, Wanted, wanted};
use super::named::{NameFault, check};
use super::opened::Finished;
use crate::auth::Caller;
use crate::auth::permissions::Permission;
use crate::commands::{Acting, Command};
use crate::http::{Body, Path};
use crate::policy::Policies;
use crate::problems::Problem;
use crate::services::Services;

/// Executes the step that a body asks for, for all cases that it names, or for none of them.
pub(super) async fn execute_step<P: Served, S: Permission, B: StepBody>(
    act: impl Fn(&B, &mut Reading) -> Option<Act<P>>,
    caller: Caller<S>,
    services: Data<Services>,
    Path(id): Path<P::FileId>,
    command: Command,
    body: Body<B>,
) -> Result<HttpResponse, Problem> {
    let step = Step::<P> {
        id,
        client: Some(caller.client()),
        scope: caller.regions().clone(),
        allowed: scopes::<P, S>(&caller),
        applicant: false,
        paper: None,
    };
    let clock = services.store.clock();
    let input = wanted(
        &body.value,
        act,
        persistence::uuid_at(clock.now()),
        clock.today(),
        services.policies.city(),
    );
    command
        .run(&caller, &body.raw, input, move |acting, wanted| {
            let done = step.run(acting, &services.policies, wanted)?;
            for sheet in &done.sheets {
                services.renderer.require_printable(sheet)?;
            }
            done.effect()
        })
        .await
}

/// Who executes a step in which file.
pub(crate) struct Step<P: Served> {
    /// The file.
    pub(crate) id: P::FileId,
    /// The client that acts; none of who comes without a token.
    pub(crate) client: Option<ClientId>,
    /// The regions whose files it reaches.
    pub(crate) scope: RegionScope,
    /// What its token allows.
    pub(crate) allowed: BTreeSet<Scope>,
    /// Whether it is who applied, by the tracking code.
    pub(crate) applicant: bool,
    /// The id of a paper that is fixed beforehand, as that of demonstration data is.
    pub(crate) paper: Option<(DocumentKind, DocumentId)>,
}

impl<P: Served> Step<P> {
    /// The step of who applied, who has no token.
    pub(crate) fn of_applicant(id: P::FileId) -> Self {
        Self {
            id,
            client: None,
            scope: RegionScope::City,
            allowed: BTreeSet::new(),
            applicant: true,
            paper: None,
        }
    }

    /// Executes the step in the cases that it names, and writes everything that follows from it.
    pub(crate) fn run(
        &self,
        acting: &mut Acting<'_, '_>,
        policies: &Policies,
        wanted: &Wanted<P>,
    ) -> Result<Finished<P>, Problem> {
        let mut file = File::<P>::open(acting.tx, &self.scope, self.id)?;
        check(
            acting.tx,
            (&self.scope, self.id.uuid()),
            (&wanted.attachments, &wanted.members, wanted.copy),
            &wanted.act,
        )?;
        let mut command = self.command(acting, wanted)?;
        P::prepare(acting, policies, &file, &mut command.act)?;
        let places = file.named(acting.tx, policies.set(), wanted.cases.as_deref(), &command)?;
        let mut all = file.cases().iter().enumerate();
        if all.any(|(place, one)| P::moves_together(&command.act, one) && !places.contains(&place))
        {
            return Err(NameFault::Together.at("/actor_ids").into());
        }
        file.look_again(acting, policies.set(), &places, &command.act)?;
        file.execute(acting.tx, policies.set(), &places, &command)?;
        file.renew(acting, policies.set())?;
        let moved: Vec<_> = places
            .iter()
            .filter_map(|place| file.cases().get(*place))
            .map(|one| json!({ "id": one.id, "state": one.case.state() }))
            .collect();
        let data = json!({ "step": command.act.step().as_str(), "actors": moved });
        file.paper_id(self.paper);
        let mut changes = file.save(acting, policies.set(), "step_taken", data)?;
        let taken = (&places[..], &command.act);
        changes.extend(P::executed(acting, policies, &file, taken)?);
        self.enclose(acting.tx, wanted)?;
        let papers: Vec<AttachmentId> = wanted.papers().collect();
        attachments::tie_to_cases(acting.tx, &papers, &file.ids(&places))?;
        Ok(file.finished(changes))
    }

    /// Keeps what was submitted with the step for people to read.
    fn enclose(&self, tx: &mut Tx<'_>, wanted: &Wanted<P>) -> Result<(), Problem> {
        if let Some(enclosure) = &wanted.enclosure {
            cases::enclose(tx, self.id.uuid(), enclosure)?;
            attachments::add_to_evidence(tx, enclosure.id, &wanted.attachments)?;
        }
        Ok(())
    }

    /// The command with everybody who signs it.
    fn command(
        &self,
        acting: &mut Acting<'_, '_>,
        wanted: &Wanted<P>,
    ) -> Result<StepCommand<P>, Problem> {
        let step = wanted.act.step();
        let by_officer =
            |row: &Row<P>| row.officers != Officers::None && !(self.applicant && row.by_applicant);
        if rows_of::<P>(step).any(by_officer) {
            acting.require_officer()?;
        }
        let acting_officer = acting.officer.as_ref().map(|officer| officer.id);
        let ids: Vec<OfficerId> = [acting_officer, wanted.second, wanted.co_signer]
            .into_iter()
            .flatten()
            .collect();
        let found = match self.client {
            Some(client) => signers(acting.tx, client, &ids)?,
            None => BTreeMap::new(),
        };
        let mut errors = FieldErrors::new();
        let second = signer(&found, wanted.second, "/second_officer_id", &mut errors);
        let co_signer = signer(&found, wanted.co_signer, "/co_signer_id", &mut errors);
        errors.into_result().map_err(Problem::invalid_data)?;
        Ok(StepCommand {
            act: wanted.act.clone(),
            who: Who {
                scopes: self.allowed.clone(),
                signer: acting_officer.and_then(|id| found.get(&id).copied()),
                applicant: self.applicant,
            },
            second,
            co_signer,
        })
    }
}

fn signer(
    found: &BTreeMap<OfficerId, Signer>,
    wanted: Option<OfficerId>,
    pointer: &str,
    errors: &mut FieldErrors,
) -> Option<Signer> {
    let id = wanted?;
    let signer = found.get(&id).copied();
    if signer.is_none() {
        errors.push(pointer, &NameFault::Officer);
    }
    signer
}
