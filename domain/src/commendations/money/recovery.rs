//! Money that has to come back after an award was revoked.

use serde::{Deserialize, Serialize};

use crate::{money::Fen, text::Line};

crate::faults! {
    pub enum RecoveryError {
        Nothing = "recovery_nothing", "追回金额应大于零", "Something has to come back.";
        MoreThanOpen { open: i64 } = "recovery_more_than_open",
            "尚待追回 {open} 分，不得超过", "{open} fen are still open; it cannot be more.", open;
        Closed = "recovery_closed", "已结清，不再追回", "Nothing is open any more.";
    }
}

/// What one payer gets back. What came back and what was written off are never more than the sum.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "Stored", into = "Stored")]
pub struct Recovery {
    payer: Line<100>,
    fen: Fen,
    recovered: Fen,
    written_off: Fen,
}

impl Recovery {
    /// A sum that has to come back to who paid it.
    pub fn of(payer: Line<100>, fen: Fen) -> Result<Self, RecoveryError> {
        if fen.is_zero() {
            return Err(RecoveryError::Nothing);
        }
        Ok(Self {
            payer,
            fen,
            recovered: Fen::ZERO,
            written_off: Fen::ZERO,
        })
    }

    pub fn payer(&self) -> &Line<100> {
        &self.payer
    }

    pub fn fen(&self) -> Fen {
        self.fen
    }

    pub fn recovered(&self) -> Fen {
        self.recovered
    }

    pub fn written_off(&self) -> Fen {
        self.written_off
    }

    /// What is still to come back.
    pub fn open(&self) -> Fen {
        let settled = self.recovered.plus(self.written_off);
        settled
            .and_then(|settled| self.fen.minus(settled))
            .unwrap_or_default()
    }

    pub fn is_closed(&self) -> bool {
        self.open().is_zero()
    }

    /// Some of it came back.
    pub fn receive(&mut self, fen: Fen) -> Result<(), RecoveryError> {
        self.recovered = self.settled(fen, self.recovered)?;
        Ok(())
    }

    /// Some of it is given up.
    pub fn write_off(&mut self, fen: Fen) -> Result<(), RecoveryError> {
        self.written_off = self.settled(fen, self.written_off)?;
        Ok(())
    }

    /// What was settled in one way before, and now.
    fn settled(&self, fen: Fen, before: Fen) -> Result<Fen, RecoveryError> {
        let open = self.open();
        if open.is_zero() {
            return Err(RecoveryError::Closed);
        }
        if fen.is_zero() {
            return Err(RecoveryError::Nothing);
        }
        let more = RecoveryError::MoreThanOpen { open: open.get() };
        if fen > open {
            return Err(more);
        }
        before.plus(fen).ok_or(more)
    }
}

/// How a recovery lies in JSON.
#[derive(Debug, Clone, Serialize, Deserialize)]
struct Stored {
    payer: Line<100>,
    fen: Fen,
    recovered: Fen,
    written_off: Fen,
}

impl From<Recovery> for Stored {
    fn from(one: Recovery) -> Self {
        Self {
            payer: one.payer,
            fen: one.fen,
            recovered: one.recovered,
            written_off: one.written_off,
        }
    }
}

impl TryFrom<Stored> for Recovery {
    type Error = RecoveryError;

    fn try_from(stored: Stored) -> Result<Self, RecoveryError> {
        let mut recovery = Recovery::of(stored.payer, stored.fen)?;
        if !stored.recovered.is_zero() {
            recovery.receive(stored.recovered)?;
        }
        if !stored.written_off.is_zero() {
            recovery.write_off(stored.written_off)?;
        }
        Ok(recovery)
    }
}
