//! What every file of queries works with.

pub(crate) use diesel::prelude::*;

pub(crate) use crate::columns::{Col, texts};
pub(crate) use crate::connection::{insert, insert_all, with_backend};
pub(crate) use crate::error::{StoreError, one_row};
pub(crate) use crate::paging::{Keyset, Page, newest_first};
pub(crate) use crate::scope::{RegionScope, within};
pub(crate) use crate::store::{Reader, Tx};
