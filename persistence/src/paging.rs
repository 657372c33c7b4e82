//! Keyset paging: a page starts after a key, never at an offset.

/// Where a page starts and how long it is.
#[derive(Debug, Clone)]
pub struct Keyset<K> {
    /// The key of the last item of the page before.
    pub after: Option<K>,
    pub limit: u16,
    /// Whether the whole number of items is asked for.
    pub count: bool,
}

#[derive(Debug, Clone)]
pub struct Page<T> {
    pub items: Vec<T>,
    pub more: bool,
    /// The number of items of the whole list, when asked for.
    pub total: Option<i64>,
}

impl<K> Keyset<K> {
    /// The same page after another form of the key.
    pub fn map<L>(self, key: impl FnOnce(K) -> L) -> Keyset<L> {
        Keyset {
            after: self.after.map(key),
            limit: self.limit,
            count: self.count,
        }
    }

    /// Rows to ask for: one more than the page, which tells whether another page follows.
    pub(crate) fn fetch(&self) -> i64 {
        i64::from(self.limit).saturating_add(1)
    }

    /// The page of a list that lies in memory: `items` are those after the key, in the list's order,
    /// and `total` counts the whole list when that is asked for.
    pub fn page_of<T>(
        &self,
        items: impl Iterator<Item = T>,
        total: impl FnOnce() -> usize,
    ) -> Page<T> {
        let read = usize::from(self.limit).saturating_add(1);
        let total = self
            .count
            .then(|| i64::try_from(total()).unwrap_or(i64::MAX));
        let page = self.page(items.take(read).collect());
        Page { total, ..page }
    }

    /// The page with the number of items of the whole list, which `count` gives, when it is asked for.
    pub(crate) fn counted<T, E>(
        &self,
        items: Vec<T>,
        count: impl FnOnce() -> Result<i64, E>,
    ) -> Result<Page<T>, E> {
        let total = self.count.then(count).transpose()?;
        let page = self.page(items);
        Ok(Page { total, ..page })
    }

    /// Cuts the extra row off.
    pub(crate) fn page<T>(&self, mut items: Vec<T>) -> Page<T> {
        let limit = usize::from(self.limit);
        let more = items.len() > limit;
        items.truncate(limit);
        Page {
            items,
            more,
            total: None,
        }
    }
}

impl<T> Page<T> {
    /// The same page of other items, made one from one.
    pub fn map<U>(self, each: impl FnMut(T) -> U) -> Page<U> {
        Page {
            items: self.items.into_iter().map(each).collect(),
            more: self.more,
            total: self.total,
        }
    }
}

/// One page of a list, newest first by its id column: how every such list is read.
///
/// `$matching` builds the filtered, boxed query (twice when the total is asked for, which is why
/// it is a closure), `$row` is what diesel loads for `$columns`, and `$read` makes an item of it where a
/// row is none yet.
macro_rules! newest_first {
    ($reader:expr, $keyset:expr, $matching:expr, $id:expr, $columns:expr => $row:ty) => {
        newest_first!($reader, $keyset, $matching, $id, $columns => $row, Ok)
    };
    ($reader:expr, $keyset:expr, $matching:expr, $id:expr, $columns:expr => $row:ty, $read:expr) => {{
        let matching = $matching;
        let mut query = matching();
        if let Some(after) = $keyset.after {
            query = query.filter($id.lt(after.to_string()));
        }
        let rows = query
            .order($id.desc())
            .limit($keyset.fetch())
            .select($columns)
            .load::<$row>($reader.connection)?;
        let items = rows
            .into_iter()
            .map($read)
            .collect::<Result<_, $crate::error::StoreError>>()?;
        Ok($keyset.counted(items, || matching().count().get_result($reader.connection))?)
    }};
}
pub(crate) use newest_first;
