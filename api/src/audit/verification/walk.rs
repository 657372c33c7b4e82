//! Walks the chain in bounded steps and holds it against its checkpoints.

use persistence::audit::chain::{self, Checkpoint, Hash, Walked};
use persistence::{Store, StoreError};

use super::super::checkpoint::Statement;
use super::wire::{AuditBreak, AuditBreakKind, AuditCheckpoint, AuditVerification};
use crate::credentials::Signatures;

/// Links looked at in one read.
const STEP: u16 = 1000;
/// Links looked at for one request, which bounds how long it takes.
const REQUEST: i64 = 100_000;
/// Breaks that are listed; the others are counted.
const LISTED: usize = 100;

/// Verifies the chain from link `from` on, and that it still holds what `kept` states.
pub(super) async fn verify(
    store: &Store,
    signatures: &Signatures,
    from: i64,
    kept: Option<Statement>,
) -> Result<AuditVerification, StoreError> {
    let (tip, unsealed) = store
        .read(|reader| -> Result<_, StoreError> {
            Ok((chain::tip(reader)?, chain::unsealed_count(reader)?))
        })
        .await?;
    let links = tip.map_or(0, |tip| tip.number);
    let last = links.min(from.saturating_add(REQUEST).saturating_sub(1));
    let mut found = AuditVerification {
        intact: true,
        from,
        to: from.saturating_sub(1),
        links,
        unsealed,
        next: (last < links).then(|| last.saturating_add(1)),
        checkpoints: 0,
        checkpoint: None,
        breaks: Vec::new(),
        breaks_found: 0,
    };
    while found.to < last {
        let start = found.to.saturating_add(1);
        let walked = store
            .read(move |reader| chain::walk(reader, start, last, STEP))
            .await?;
        found.add(signatures, walked);
    }
    if found.next.is_none() {
        for (checkpoint, hash) in beyond(store, links).await? {
            found.hold_against(signatures, checkpoint, hash);
        }
    }
    if let Some(kept) = kept {
        let number = kept.number;
        let hash = store
            .read(move |reader| chain::hash_at(reader, number))
            .await?;
        found.compare(&kept, hash);
    }
    Ok(found)
}

/// The checkpoints of links after the end of the chain. Links that were made and signed meanwhile
/// come with their hash.
async fn beyond(store: &Store, links: i64) -> Result<Vec<(Checkpoint, Option<Hash>)>, StoreError> {
    store
        .read(move |reader| {
            chain::checkpoints(reader, links.saturating_add(1), i64::MAX, STEP)?
                .into_iter()
                .map(|checkpoint| {
                    let hash = chain::hash_at(reader, checkpoint.number)?;
                    Ok((checkpoint, hash))
                })
                .collect()
        })
        .await
}

impl AuditVerification {
    fn add(&mut self, signatures: &Signatures, walked: Walked) {
        for found in walked.breaks {
            self.report(found.kind.into(), found.number, found.entry);
        }
        for (checkpoint, hash) in walked.checkpoints {
            self.hold_against(signatures, checkpoint, hash);
        }
        self.to = walked.to;
    }

    /// Holds the hash that the chain has at a checkpoint against what was signed.
    fn hold_against(
        &mut self,
        signatures: &Signatures,
        checkpoint: Checkpoint,
        hash: Option<Hash>,
    ) {
        let number = checkpoint.number;
        let statement = Statement::read(signatures, &checkpoint.token)
            .ok()
            .filter(|statement| statement.number == number);
        let Some(statement) = statement else {
            self.report(AuditBreakKind::CheckpointInvalid, number, None);
            return;
        };
        if self.compare(&statement, hash) {
            self.checkpoints = self.checkpoints.saturating_add(1);
            self.checkpoint = Some(AuditCheckpoint {
                number,
                hash: statement.hash,
                made_at: checkpoint.made_at,
                token: checkpoint.token,
            });
        }
    }

    /// Whether the chain has what a checkpoint states.
    fn compare(&mut self, statement: &Statement, hash: Option<Hash>) -> bool {
        let wrong = match hash {
            Some(hash) if hash.to_string() == statement.hash => return true,
            Some(_) => AuditBreakKind::CheckpointDiffers,
            // Within the chain, a link that is missing is reported as such, too.
            None => AuditBreakKind::TailCut,
        };
        self.report(wrong, statement.number, None);
        false
    }

    fn report(&mut self, kind: AuditBreakKind, number: i64, entry_id: Option<String>) {
        self.intact = false;
        self.breaks_found = self.breaks_found.saturating_add(1);
        if self.breaks.len() < LISTED {
            self.breaks.push(AuditBreak {
                kind,
                number,
                entry_id,
            });
        }
    }
}
