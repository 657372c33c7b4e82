//! The entries: how one comes, changes and goes. Each change writes the row anew, so that its place says when;
//! of one that went, the id stays behind for those who have a copy.

use chrono::{DateTime, NaiveDate, Utc};
use domain::ids::PublicId;
use domain::named_enum;
use domain::publicity::{PublicNotice, PublicStudio, RollEntry};
use serde::Serialize;
use serde::de::DeserializeOwned;

use super::observed;
use crate::commit_order::{Position, between, end, in_order};
use crate::prelude::*;
use crate::schema::{
    public_entries as entries, public_facets as facets, public_search_keys as keys,
};
use crate::stored::{Form, forms};

named_enum! {
    /// 公开的栏目 / Which public list an entry stands in
    Collection as "PublicCollection" {
        HonourRoll = "honour_roll", "英模榜", "the honour roll";
        Studio = "studio", "英模工作室", "studios";
        Notice = "notice", "公示", "public notices";
    }
}

/// What stands in a public list.
pub trait Published: Serialize + DeserializeOwned {
    const COLLECTION: Collection;
    const FORM: Form<Self>;
}

impl Published for RollEntry {
    const COLLECTION: Collection = Collection::HonourRoll;
    const FORM: Form<Self> = forms::ROLL_ENTRY;
}

impl Published for PublicStudio {
    const COLLECTION: Collection = Collection::Studio;
    const FORM: Form<Self> = forms::PUBLIC_STUDIO;
}

impl Published for PublicNotice {
    const COLLECTION: Collection = Collection::Notice;
    const FORM: Form<Self> = forms::PUBLIC_NOTICE;
}

/// An entry as it is to stand there.
pub(super) struct Wanted<'a, T> {
    /// What it is made from: a case, a file or a document.
    pub(super) origin: String,
    /// The person or file whose it is.
    pub(super) owner: String,
    pub(super) entry: &'a T,
    /// Its place in its list, from the name of the entry and its id.
    pub(super) order: Box<dyn Fn(&str) -> String + 'a>,
    pub(super) until: Option<NaiveDate>,
    pub(super) facets: Vec<String>,
    pub(super) keys: Vec<String>,
}

/// An entry that somebody asks for by its id.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Found<T> {
    There(T),
    /// It was withdrawn; nothing is left of it.
    Gone,
}

type Standing = (Col<PublicId>, String, Option<String>);

/// Puts the entries of an owner in a collection into the state that is wanted: each is written where it is
/// new or says something else, and those that nobody wants are withdrawn.
pub(super) fn replace<T: Published>(
    tx: &mut Tx<'_>,
    owner: &str,
    wanted: Vec<Wanted<'_, T>>,
) -> Result<(), StoreError> {
    let standing: Vec<Standing> = entries::table
        .filter(entries::owner.eq(owner))
        .filter(entries::collection.eq(T::COLLECTION.as_str()))
        .filter(entries::entry.is_not_null())
        .select((entries::id, entries::origin, entries::entry))
        .load(tx.connection)?;
    for (id, origin, _) in &standing {
        if !wanted.iter().any(|one| one.origin == *origin) {
            withdraw(tx, T::COLLECTION, id.0, (origin, owner))?;
        }
    }
    for one in wanted {
        let known = standing.iter().find(|(_, origin, _)| *origin == one.origin);
        let text = T::FORM.write_text(one.entry)?;
        match known {
            Some((_, _, stored)) if stored.as_ref() == Some(&text) => {}
            Some((id, ..)) => {
                remove(tx, id.0)?;
                write(tx, id.0, text, one)?;
            }
            None => write(tx, random_id()?, text, one)?,
        }
    }
    Ok(())
}

fn write<T: Published>(
    tx: &mut Tx<'_>,
    id: PublicId,
    text: String,
    one: Wanted<'_, T>,
) -> Result<(), StoreError> {
    let order = (one.order)(&id.to_string());
    let row = (
        entries::id.eq(Col(id)),
        entries::collection.eq(T::COLLECTION.as_str()),
        entries::origin.eq(one.origin),
        entries::owner.eq(one.owner),
        entries::order_key.eq(&order),
        entries::until.eq(one.until),
        entries::entry.eq(Some(text)),
        entries::at.eq(Col(tx.now())),
    );
    insert!(tx.connection, entries::table, row)?;
    let rows = one.facets.into_iter().map(|facet| {
        (
            facets::facet.eq(facet),
            facets::order_key.eq(&order),
            facets::entry_id.eq(Col(id)),
        )
    });
    insert_all!(&mut *tx.connection, facets::table, rows.collect())?;
    let rows = one
        .keys
        .into_iter()
        .map(|key| (keys::search_key.eq(key), keys::entry_id.eq(Col(id))));
    insert_all!(&mut *tx.connection, keys::table, rows.collect())?;
    observed::touched();
    Ok(())
}

/// Leaves the id and nothing else.
fn withdraw(
    tx: &mut Tx<'_>,
    collection: Collection,
    id: PublicId,
    (origin, owner): (&str, &str),
) -> Result<(), StoreError> {
    remove(tx, id)?;
    let row = (
        entries::id.eq(Col(id)),
        entries::collection.eq(collection.as_str()),
        entries::origin.eq(origin),
        entries::owner.eq(owner),
        entries::order_key.eq(""),
        entries::at.eq(Col(tx.now())),
    );
    insert!(tx.connection, entries::table, row)?;
    observed::touched();
    Ok(())
}

fn remove(tx: &mut Tx<'_>, id: PublicId) -> Result<(), StoreError> {
    diesel::delete(facets::table.filter(facets::entry_id.eq(Col(id)))).execute(tx.connection)?;
    diesel::delete(keys::table.filter(keys::entry_id.eq(Col(id)))).execute(tx.connection)?;
    diesel::delete(entries::table.filter(entries::id.eq(Col(id)))).execute(tx.connection)?;
    Ok(())
}

/// 122 random bits: an entry tells by its id neither when it came nor beside which.
fn random_id() -> Result<PublicId, StoreError> {
    let mut bytes = [0_u8; 16];
    getrandom::fill(&mut bytes).map_err(|_| StoreError::Unavailable("no randomness".into()))?;
    Ok(uuid::Builder::from_random_bytes(bytes).into_uuid().into())
}

/// Whether anything of these owners stands in a collection.
pub(super) fn any_of<T: Published>(tx: &mut Tx<'_>, owners: &[String]) -> Result<bool, StoreError> {
    let theirs = entries::table
        .filter(entries::owner.eq_any(owners))
        .filter(entries::collection.eq(T::COLLECTION.as_str()))
        .filter(entries::entry.is_not_null());
    Ok(diesel::select(diesel::dsl::exists(theirs)).get_result(tx.connection)?)
}

/// The entries of an owner that stand in a collection.
pub(super) fn of_owner<T: Published>(
    reader: &mut Reader<'_>,
    owner: &str,
) -> Result<Vec<(String, T)>, StoreError> {
    let rows: Vec<(String, Option<String>)> = entries::table
        .filter(entries::owner.eq(owner))
        .filter(entries::collection.eq(T::COLLECTION.as_str()))
        .filter(entries::entry.is_not_null())
        .select((entries::origin, entries::entry))
        .load(reader.connection)?;
    let rows = rows.into_iter();
    rows.filter_map(|(origin, text)| Some((origin, text?)))
        .map(|(origin, text)| Ok((origin, T::FORM.read(text.as_bytes())?)))
        .collect()
}

/// What stands under an id; none where nothing ever did. A notice whose last day has passed is gone.
pub fn find<T: Published>(
    reader: &mut Reader<'_>,
    id: PublicId,
    today: NaiveDate,
) -> Result<Option<Found<T>>, StoreError> {
    let row: Option<(Option<NaiveDate>, Option<String>)> = entries::table
        .filter(entries::id.eq(Col(id)))
        .filter(entries::collection.eq(T::COLLECTION.as_str()))
        .select((entries::until, entries::entry))
        .first(reader.connection)
        .optional()?;
    let Some((until, text)) = row else {
        return Ok(None);
    };
    let stands = until.is_none_or(|until| until >= today);
    let Some(text) = text.filter(|_| stands) else {
        return Ok(Some(Found::Gone));
    };
    Ok(Some(Found::There(T::FORM.read(text.as_bytes())?)))
}

/// What happened to an entry last.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Change {
    pub position: Position,
    pub id: PublicId,
    pub collection: Collection,
    /// Whether it is gone: a copy of it is to be deleted.
    pub withdrawn: bool,
    pub at: DateTime<Utc>,
}

type ChangeRow = (Position, Col<PublicId>, String, bool, Col<DateTime<Utc>>);

/// At most `limit` entries that came, changed or went after a place, each once with what happened to it last,
/// and the place up to which that was read. None when the place lies behind everything there is.
pub fn changes(
    reader: &mut Reader<'_>,
    after: Position,
    limit: u16,
) -> Result<Option<(Vec<Change>, bool, Position)>, StoreError> {
    let end = end(reader, |reader| {
        entries::table
            .select(diesel::dsl::max(entries::sequence))
            .get_result(reader.connection)
    })?;
    if after > end {
        return Ok(None);
    }
    let query = between!(entries::table.into_boxed(), reader, entries, after, end);
    let rows: Vec<ChangeRow> = in_order!(query, reader, entries, asc)
        .limit(i64::from(limit).saturating_add(1))
        .select((
            (entries::position, entries::sequence),
            entries::id,
            entries::collection,
            entries::entry.is_null(),
            entries::at,
        ))
        .load(reader.connection)?;
    let more = rows.len() > usize::from(limit);
    let read = rows.into_iter().take(limit.into());
    let changes = read
        .map(|(position, id, collection, withdrawn, at)| {
            let known = collection.parse();
            Ok(Change {
                position,
                id: id.0,
                collection: known
                    .map_err(|_| StoreError::Corrupt("public_entries.collection".to_owned()))?,
                withdrawn,
                at: at.0,
            })
        })
        .collect::<Result<Vec<_>, StoreError>>()?;
    let reached = match changes.last() {
        Some(last) if more => last.position,
        _ => end,
    };
    Ok(Some((changes, more, reached)))
}

/// Gives the one entry of an owner an id that is fixed beforehand, as that of demonstration data is.
pub fn rename<T: Published>(tx: &mut Tx<'_>, owner: &str, id: PublicId) -> Result<(), StoreError> {
    let standing = entries::table
        .filter(entries::owner.eq(owner))
        .filter(entries::collection.eq(T::COLLECTION.as_str()))
        .filter(entries::entry.is_not_null());
    let known: String = standing.select(entries::id).first(tx.connection)?;
    let new = id.to_string();
    diesel::update(facets::table.filter(facets::entry_id.eq(&known)))
        .set(facets::entry_id.eq(&new))
        .execute(tx.connection)?;
    diesel::update(keys::table.filter(keys::entry_id.eq(&known)))
        .set(keys::entry_id.eq(&new))
        .execute(tx.connection)?;
    diesel::update(entries::table.filter(entries::id.eq(&known)))
        .set(entries::id.eq(&new))
        .execute(tx.connection)?;
    Ok(())
}
