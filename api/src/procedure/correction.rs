//! Who may put facts right, and until when.

use domain::ids::ClientId;
use domain::procedure::{FactsStand, subject_stands};
use domain::regions::RegionCode;
use persistence::RegionScope;

use super::{File, Served, not_possible, signer};
use crate::commands::Acting;
use crate::problems::{Code, Problem};

/// The caller who corrects facts.
pub(crate) struct Correcting<'a> {
    pub(crate) client: ClientId,
    pub(crate) scope: &'a RegionScope,
    pub(crate) city: RegionCode,
}

impl Correcting<'_> {
    /// Refuses a correction of facts that are final, or by somebody who may not make it. It concerns the
    /// cases at these places.
    pub(crate) fn require_open<P: Served>(
        &self,
        acting: &mut Acting<'_, '_>,
        file: &File<P>,
        places: &[usize],
    ) -> Result<(), Problem> {
        let concerned = || places.iter().filter_map(|place| file.cases().get(*place));
        if let Some(why) = subject_stands(concerned().map(|one| &one.case)) {
            return Err(facts_stand(why));
        }
        let open = || concerned().filter(|one| one.case.facts_stand().is_none());
        if !open().all(|one| self.scope.covers(&one.case.holder().region)) {
            return Err(Problem::new(Code::FactsStand).detail(
                "行为人的案件由其他单位承办，请其更正；分由几个单位承办的，共有的事实由市级更正。",
                "Another body holds the case of an actor. Ask it to put the facts right; what the cases of several bodies share is put right by the city.",
            ));
        }
        if open().any(|one| one.case.state() != P::OPENS_IN) {
            acting.require_officer()?;
        }
        let officer = acting.officer.as_ref().map(|officer| officer.id);
        let signer = officer
            .map(|officer| signer(acting.tx, self.client, officer))
            .transpose()?;
        let refused: Vec<_> = open()
            .map(|one| (one.id, one.case.unmet_by(signer, self.city)))
            .filter(|(_, unmet)| !unmet.is_empty())
            .collect();
        if refused.is_empty() {
            Ok(())
        } else {
            Err(not_possible::<P>(&refused))
        }
    }
}

/// 409 that says why facts stand, and what to do.
pub(crate) fn facts_stand(why: FactsStand) -> Problem {
    let (zh, en) = match why {
        FactsStand::Published => (
            "正在公示，公众据公示的事实提出异议。请登记异议，异议成立后再更正。",
            "The notice stands, and the public objects to what it says. Register an objection; once it is upheld, put the facts right.",
        ),
        FactsStand::Told => (
            "已将事实和理由告知当事人。请重新作出拟处理意见（认定程序为撤回告知），再更正，并重新告知。",
            "The party was told these facts as the reasons of an intended decision. Form the opinion again (of a recognition, withdraw the notice), put the facts right, and tell the party again.",
        ),
        FactsStand::Decided => (
            "已据此作出决定。不予确认的，由当事人申请复核；不予确认、不予认定的，可以由市级重新启动；已确认、已认定的，以撤销处理。",
            "A decision rests on these facts. A refusal goes to reconfirmation, or the city reopens the case; a confirmation or recognition is revoked.",
        ),
        FactsStand::Made => (
            "已经制作。请以更换处理；尚未送达的，取消后重新登记。",
            "It is made. Replace it, or cancel it and register it again where it was not handed over yet.",
        ),
        FactsStand::Withdrawn => (
            "案件已撤回。请重新申报或者申请。",
            "The case was withdrawn. Report the deed, or apply, again.",
        ),
    };
    Problem::new(Code::FactsStand).detail(zh, en)
}
