//! The way of a case of this procedure, in steps that many tests take.

use super::*;

/// A case on its way.
pub(super) type Walk = Trial<Deed>;

impl Walk {
    /// What was asked for arrives today.
    pub(super) fn supplement(&self) -> Act {
        Act::Supplement {
            received: Entered::on(self.today),
        }
    }

    pub(super) fn supplemented(&mut self) -> &mut Self {
        let supplement = self.supplement();
        self.step(supplement)
    }

    /// Somebody objects today.
    pub(super) fn objection(&self, number: u128) -> Act {
        Act::Objection {
            id: objection(number),
            received: Entered::on(self.today),
        }
    }

    pub(super) fn objected(&mut self, number: u128) -> &mut Self {
        let objection = self.objection(number);
        self.step(objection)
    }

    /// The party answers today.
    pub(super) fn answer(&self, reply: DefenceReply) -> Act {
        match reply {
            DefenceReply::Stated(statement) => Act::DefenceStatement {
                statement,
                received: Entered::on(self.today),
            },
            DefenceReply::Waived => Act::DefenceWaiver {
                word: self.written(),
            },
        }
    }

    /// The party takes its request for reconfirmation back.
    pub(super) fn withdraw_request(&self) -> Act {
        Act::ReconfirmationWithdrawal {
            word: self.written(),
            number: None,
        }
    }

    pub(super) fn request_withdrawn(&mut self) -> &mut Self {
        let withdrawal = self.withdraw_request();
        self.step(withdrawal)
    }

    pub(super) fn answered(&mut self, reply: DefenceReply) -> &mut Self {
        let answer = self.answer(reply);
        self.step(answer)
    }

    /// Confirmed, and told that it is to be revoked.
    pub(super) fn about_to_be_revoked(&mut self) -> &mut Self {
        let notice = revocation_notice(self.confirmed().today);
        self.step(notice)
    }

    pub(super) fn revoked(&mut self) -> &mut Self {
        self.about_to_be_revoked()
            .answered(DefenceReply::Waived)
            .step(revoke())
    }

    /// The next day on which something is due of a body.
    pub(super) fn next_due(&self) -> Option<chrono::NaiveDate> {
        let due = self.case.due_of_body(&self.context());
        due.into_iter().map(|task| task.due_on).min()
    }

    /// What the rules of eligibility say of it.
    pub(super) fn eligibility(&mut self) -> &mut Eligibility {
        self.rules.as_mut().unwrap()
    }

    pub(super) fn evidence(&mut self, number: u128, kind: EvidenceKind) -> &mut Self {
        self.step(Act::Evidence {
            id: item(number),
            kind,
        })
        .step(Act::EvidenceVerification {
            id: item(number),
            verified: true,
        })
    }

    /// Accepted, with proof by the police.
    pub(super) fn assessed(&mut self) -> &mut Self {
        self.step(Act::Acceptance)
            .evidence(1, EvidenceKind::PublicSecurity)
    }

    pub(super) fn intended(&mut self) -> &mut Self {
        self.assessed()
            .step(Act::PositiveAssessment { reason: None })
    }

    pub(super) fn published(&mut self) -> &mut Self {
        self.intended().step(publication())
    }

    pub(super) fn confirmed(&mut self) -> &mut Self {
        self.published().later(14).step(confirmation())
    }

    pub(super) fn about_to_be_refused(&mut self) -> &mut Self {
        self.step(Act::Acceptance).step(Act::NegativeAssessment {
            reason: words("负有法定职责"),
        })
    }

    /// The party is told today.
    pub(super) fn told(&mut self) -> &mut Self {
        let prior_notice = prior_notice(self.today);
        self.step(prior_notice)
    }

    /// The party was told and has waived its right to answer.
    pub(super) fn heard(&mut self) -> &mut Self {
        self.told().answered(DefenceReply::Waived)
    }

    pub(super) fn refused(&mut self) -> &mut Self {
        self.about_to_be_refused().heard().step(refuse())
    }

    pub(super) fn request(&self, party: Party) -> Act {
        Act::ReconfirmationRequest {
            party,
            received: Entered::on(self.today),
            reason: words("请求复核"),
        }
    }

    /// The refusal is delivered and looked at by the city.
    pub(super) fn in_reconfirmation(&mut self) -> &mut Self {
        self.refused().delivered(Party::Actor);
        let request = self.request(Party::Actor);
        self.step(request).at(CITY)
    }

    /// The city finds for the party.
    pub(super) fn approved_above(&mut self) -> &mut Self {
        self.in_reconfirmation()
            .evidence(2, EvidenceKind::PublicSecurity)
            .step(approve())
    }

    /// A county sends the case to another one.
    pub(super) fn transferred(&mut self) -> &mut Self {
        self.step(transfer(OTHER_COUNTY))
    }

    pub(super) fn suspended(&mut self) -> &mut Self {
        self.step(suspension())
    }
}
