//! What the steps that every procedure may have write into a case.

use chrono::NaiveDate;

use super::{
    Case, Delivery, FiledBy, Holder, OutsideFinding, OutsideTransfer, Procedure, Reason, Recusal,
    SharedAct, Suspension, Transfer, TransferEnd,
};

impl<P: Procedure> Case<P> {
    /// Writes what a shared step brings with it, on a day.
    pub(super) fn write_shared(&mut self, act: &SharedAct, on: NaiveDate) {
        match act {
            SharedAct::Recusal { person, reason } => self.recusals.push(Recusal {
                person: person.clone(),
                reason: reason.clone(),
                on,
            }),
            SharedAct::Delivery { party, delivered } => {
                if let Some(decision) = self.decisions.last_mut() {
                    decision.deliveries.push(Delivery {
                        party: *party,
                        on: delivered.on,
                    });
                }
            }
            SharedAct::Suspension { pending } => self.suspensions.push(Suspension {
                from: self.state,
                since: on,
                pending: pending.clone(),
                until: None,
                finding: None,
            }),
            SharedAct::Resumption { finding } => {
                if let Some(suspension) = self.suspensions.last_mut() {
                    suspension.until = Some(on);
                    suspension.finding = Some(finding.clone());
                }
            }
            SharedAct::Transfer {
                receiver, reason, ..
            } => self.send_to(*receiver, reason, on),
            SharedAct::TransferAcceptance => self.end_transfer(None, TransferEnd::Accepted, on),
            SharedAct::TransferWithdrawal { .. } => {
                if let Some(transfer) = self.transfers.last_mut() {
                    transfer.end = Some((TransferEnd::Withdrawn, on));
                }
            }
            SharedAct::TransferDispute { reason } => {
                if let Some(transfer) = self.transfers.last_mut() {
                    transfer.dispute = Some(reason.clone());
                }
            }
            SharedAct::Designation { receiver, reason } => {
                if self.open_transfer().is_none() {
                    self.send_to(*receiver, reason, on);
                }
                self.end_transfer(Some(*receiver), TransferEnd::Designated, on);
            }
            SharedAct::Withdrawal { .. } => {}
            SharedAct::RecommendationWithdrawal { .. } => self.filed_by = FiledBy::OwnMotion,
            SharedAct::Continuation { own_motion, .. } => {
                if *own_motion {
                    self.filed_by = FiledBy::OwnMotion;
                }
                self.leave_detours(on);
                P::continued(self);
            }
            SharedAct::OutsideTransfer { organ, reason, .. } => {
                self.outside_transfers.push(OutsideTransfer {
                    on,
                    organ: organ.clone(),
                    reason: reason.clone(),
                });
            }
            SharedAct::OutsideFinding { document, content } => {
                self.outside_findings.push(OutsideFinding {
                    on,
                    document: document.clone(),
                    content: content.clone(),
                });
            }
        }
    }

    fn send_to(&mut self, receiver: Holder, reason: &Reason, on: NaiveDate) {
        self.transfers.push(Transfer {
            from: self.state,
            giver: self.first,
            receiver,
            on,
            reason: reason.clone(),
            dispute: None,
            end: None,
        });
    }

    /// A case that ended while it was suspended or on its way goes on where it was before.
    fn leave_detours(&mut self, on: NaiveDate) {
        if let Some(suspension) = self.suspensions.last_mut() {
            suspension.until.get_or_insert(on);
        }
        if let Some(transfer) = self.transfers.last_mut() {
            transfer.end.get_or_insert((TransferEnd::Lapsed, on));
        }
    }

    /// Ends the open transfer: its receiver holds the case, or the one that the city named.
    fn end_transfer(&mut self, designated: Option<Holder>, end: TransferEnd, on: NaiveDate) {
        if let Some(transfer) = self.transfers.last_mut() {
            transfer.end = Some((end, on));
            self.first = designated.unwrap_or(transfer.receiver);
        }
    }
}
