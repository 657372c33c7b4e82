//! What people hold, across all procedures, and what follows when an honour ends.

mod ended;
mod held;

pub(crate) use ended::ended;
pub(crate) use held::of_people;
