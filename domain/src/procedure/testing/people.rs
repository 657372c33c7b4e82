//! Who acts in the tests: officers of two counties and of the city, and the public.

use uuid::Uuid;

use crate::{
    ids::{OfficerId, OrganisationId},
    organisations::OrganisationKind,
    procedure::{Act, Command, DocumentNumber, Holder, Procedure, Reason, Scope, Signer, Who},
    receipts::samples::region,
    regions::RegionTree,
    text::Line,
};

pub(crate) const COUNTY: &str = "371502";
pub(crate) const OTHER_COUNTY: &str = "371521";
pub(crate) const CITY: &str = "371500";

/// How many callers there are to choose from.
pub(super) const CALLERS: usize = 7;

pub(crate) fn id(number: u128) -> Uuid {
    Uuid::from_u128(number)
}

pub(crate) fn words(text: &str) -> Reason {
    Reason::parse(text).unwrap()
}

pub(crate) fn number(text: &str) -> DocumentNumber {
    Line::parse(text).unwrap()
}

pub(crate) fn holder(code: &str) -> Holder {
    Holder::of(RegionTree::builtin().get(&region(code)).unwrap())
}

pub(crate) fn officer(number: u128, kind: OrganisationKind, code: &str) -> Signer {
    Signer {
        officer: OfficerId::from(id(number)),
        organisation: OrganisationId::from(id(1000 + number)),
        kind,
        body: holder(code),
    }
}

/// The first (1), second (2) or third (3) officer of a committee.
pub(crate) fn committee(number: u128, code: &str) -> Signer {
    let base = match code {
        COUNTY => 0,
        OTHER_COUNTY => 10,
        _ => 20,
    };
    officer(
        base + number,
        OrganisationKind::PoliticalLegalCommittee,
        code,
    )
}

/// An officer of the city's foundation.
pub(crate) fn foundation() -> Signer {
    officer(30, OrganisationKind::Foundation, CITY)
}

pub(crate) fn all_scopes(signer: Signer) -> Who {
    Who {
        scopes: Scope::ALL.iter().copied().collect(),
        signer: Some(signer),
        applicant: false,
    }
}

/// The first officer of the committee of a body.
pub(super) fn officer_of(body: Holder) -> Who {
    let code = body.region.to_string();
    all_scopes(committee(1, &code))
}

/// The command of one of the callers: officers of the county, the city and another county, one of
/// whom may have stepped back; one who signs twice; the foundation; and the public.
pub(super) fn command_by<P: Procedure>(act: Act<P>, caller: usize) -> Command<P> {
    let (first, second) = match caller {
        0 => (committee(1, COUNTY), committee(2, COUNTY)),
        1 => (committee(1, CITY), committee(2, CITY)),
        2 => (committee(1, OTHER_COUNTY), committee(2, OTHER_COUNTY)),
        3 => (committee(1, OTHER_COUNTY), committee(3, OTHER_COUNTY)),
        4 => (committee(2, COUNTY), committee(2, COUNTY)),
        5 => (foundation(), committee(2, CITY)),
        _ => {
            return Command {
                act,
                who: Who::public(),
                second: None,
                co_signer: None,
            };
        }
    };
    Command {
        act,
        who: all_scopes(first),
        second: Some(second),
        co_signer: Some(foundation()),
    }
}
