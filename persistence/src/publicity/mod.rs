//! Publicity: what people agreed to show, and what everybody may read. The second is made from the first and
//! from the cases, in the transaction of whatever changes one of them.

mod consents;
mod entries;
mod list;
mod made_of_cases;
mod notices;
mod observed;
mod roll;
mod studios;

use domain::ids::PublicId;

pub use consents::{ConsentOnFile, find, insert, list as consents, save};
pub(crate) use consents::{changed as person_changed, merged as person_merged};
pub use entries::{Change, Collection, Found, Published, changes, find as find_entry, rename};
pub use list::{Filter, list};
pub(crate) use made_of_cases::{
    commendations_saved, deeds_saved, recognitions_saved, round_saved, studio_saved,
};
pub use notices::{Posted, publish as publish_notice};
pub use observed::{Observer, distrust, generation};
pub(crate) use observed::{settled, writes};

/// An entry that everybody may read, with its id.
pub type Entry<T> = (PublicId, T);
