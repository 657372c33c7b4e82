//! Rows of which the facts stand in the receipt alone.

use diesel::{Connection as _, QueryableByName, RunQueryDsl as _, SqliteConnection, sql_query};
use domain::deeds::{Deed, State};
use persistence::{Mode, Reader, Tx, cases};

use super::stores::stores;
use super::{scene, stepped};

#[derive(QueryableByName)]
struct Row {
    #[diesel(sql_type = diesel::sql_types::SmallInt)]
    number: i16,
}

fn without_facts(database: &mut SqliteConnection) -> Vec<i16> {
    let rows: Vec<Row> = sql_query("SELECT number FROM cases WHERE facts IS NULL ORDER BY number")
        .load(database)
        .unwrap();
    rows.iter().map(|row| row.number).collect()
}

#[tokio::test]
async fn their_facts_come_from_the_receipt_until_the_next_step_writes_them() {
    let test = stores().remove(0);
    let database = test.folder().unwrap().join("yongwei.db");
    let mut database = SqliteConnection::establish(database.to_str().unwrap()).unwrap();
    let (file, written) = scene(&test.store).await;
    assert!(without_facts(&mut database).is_empty());
    let id = file.id;
    let read = move |reader: &mut Reader<'_>| cases::of_file::<Deed>(reader, id);
    sql_query("UPDATE cases SET facts = NULL")
        .execute(&mut database)
        .unwrap();
    assert_eq!(test.store.read(read).await.unwrap(), written);

    let (file, after) = stepped(&file, &written, State::Confirmed);
    let all = after.clone();
    let step = move |tx: &mut Tx<'_>| cases::save(tx, &file, &[(all[0].clone(), Vec::new())], &all);
    test.store.write(Mode::Commit, step).await.unwrap();
    assert_eq!(without_facts(&mut database), [1]);
    assert_eq!(test.store.read(read).await.unwrap(), after);
}
