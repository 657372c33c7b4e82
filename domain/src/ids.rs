//! Typed identifiers: the id of a person can never be passed where one of a receipt is meant.

use std::{fmt, hash::Hash, str::FromStr};

use serde::{Serialize, de::DeserializeOwned};
use serde_with::{DeserializeFromStr, SerializeDisplay};
use uuid::Uuid;

crate::faults! {
    pub struct InvalidId = "id_invalid",
        "编号须为带连字符的 UUID", "An id is a UUID in its hyphenated form.";
}

/// Any of the ids below.
pub trait Id:
    fmt::Debug
    + fmt::Display
    + Clone
    + Copy
    + PartialEq
    + Eq
    + PartialOrd
    + Ord
    + Hash
    + Send
    + Sync
    + From<Uuid>
    + FromStr<Err = InvalidId>
    + Serialize
    + DeserializeOwned
    + 'static
{
    fn uuid(self) -> Uuid;
}

/// The one registry of ids. Keep it in alphabetical order.
macro_rules! ids {
    ($($(#[$doc:meta])* $name:ident;)+) => {$(
        $(#[$doc])*
        #[derive(
            Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, SerializeDisplay, DeserializeFromStr,
        )]
        pub struct $name(Uuid);

        impl $name {
            pub const fn as_uuid(self) -> Uuid {
                self.0
            }
        }

        impl Id for $name {
            fn uuid(self) -> Uuid {
                self.0
            }
        }

        impl From<Uuid> for $name {
            fn from(uuid: Uuid) -> Self {
                Self(uuid)
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
                self.0.as_hyphenated().fmt(formatter)
            }
        }

        impl FromStr for $name {
            type Err = InvalidId;

            fn from_str(text: &str) -> Result<Self, InvalidId> {
                parse_hyphenated(text).map(Self)
            }
        }
    )+};
}

ids! {
    /// A citizen's own application (申请、举荐).
    ApplicationId;
    /// A file that was handed in, such as a picture or a certificate.
    AttachmentId;
    /// An entry of the audit chain.
    AuditId;
    /// A step in the history of a case.
    CaseEntryId;
    /// The case of one person in a procedure: in a deed, that of an actor (行为人).
    CaseId;
    /// A program that calls the service with its own credentials.
    ClientId;
    /// A nomination and what became of it: a commendation on file (表扬).
    CommendationId;
    /// A clue from the public (线索).
    ClueId;
    /// That something of a person may be shown, and why (公开同意).
    ConsentId;
    /// A stored receipt.
    ReceiptId;
    /// A deed on file.
    DeedId;
    /// A printable document that a step created.
    DocumentId;
    /// An event of the change feed.
    EventId;
    /// A piece of evidence for a deed.
    EvidenceId;
    /// An entry in the history of a person's file.
    HistoryEntryId;
    /// A household that may have a plaque (家庭).
    HouseholdId;
    /// A task of the city to match two files that may be one person.
    MatchTaskId;
    /// An objection to the public notice of a deed.
    ObjectionId;
    /// A registered officer of an organisation.
    OfficerId;
    /// A committee, foundation or other body.
    OrganisationId;
    /// The file of a person (档案).
    PersonId;
    /// An entry that everybody may read: random, and nothing else is known by it.
    PublicId;
    /// A plaque on file (光荣牌).
    PlaqueId;
    /// An out-of-city recognition on file.
    RecognitionId;
    /// One call of the interface.
    RequestId;
    /// A round of commendations on file (表扬批次).
    RoundId;
    /// A studio on file (英模工作室).
    StudioId;
}

/// Accepts only the form that is also written, so that an id has one spelling
/// (`Uuid` itself also reads braces, URNs and 32 bare digits).
fn parse_hyphenated(text: &str) -> Result<Uuid, InvalidId> {
    if text.len() == uuid::fmt::Hyphenated::LENGTH {
        Uuid::try_parse(text).map_err(|_| InvalidId)
    } else {
        Err(InvalidId)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn an_id_reads_back_from_text_and_json(bits: u128) {
            let id = PersonId::from(Uuid::from_u128(bits));
            prop_assert_eq!(id.to_string().parse(), Ok(id));
            let json = serde_json::to_string(&id).unwrap();
            prop_assert_eq!(&json, &format!("\"{id}\""));
            prop_assert_eq!(serde_json::from_str::<PersonId>(&json).unwrap(), id);
        }
    }

    #[test]
    fn other_spellings_of_a_uuid_are_refused() {
        for text in [
            "",
            "0190163d8694739baea5966c26f8ad91",
            "{0190163d-8694-739b-aea5-966c26f8ad91}",
            "urn:uuid:0190163d-8694-739b-aea5-966c26f8ad91",
            "0190163d-8694-739b-aea5-966c26f8ad9g",
        ] {
            assert_eq!(text.parse::<ReceiptId>(), Err(InvalidId), "{text}");
        }
    }
}
