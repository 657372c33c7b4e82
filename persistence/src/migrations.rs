//! The schema, one folder of migrations for each database with the same versions in both.

use diesel::connection::SimpleConnection;
use diesel_migrations::{EmbeddedMigrations, MigrationHarness, embed_migrations};

use crate::commit_order;
use crate::connection::{AnyConnection, DatabaseUrl};
use crate::error::StoreError;
use crate::people::reindex;

const SQLITE: EmbeddedMigrations = embed_migrations!("migrations/sqlite");
const POSTGRES: EmbeddedMigrations = embed_migrations!("migrations/postgres");

/// The advisory lock under which PostgreSQL is migrated: 'yongwei' in ASCII.
const MIGRATION_LOCK: i64 = 0x79_6f_6e_67_77_65_69;

/// Brings the database to the newest version. Safe to call from several processes at once.
///
/// Returns the versions that were applied.
pub fn run(url: &DatabaseUrl) -> Result<Vec<String>, StoreError> {
    let mut connection = url.connect()?;
    if let AnyConnection::Postgres(postgres) = &mut connection {
        postgres.batch_execute(&format!(
            "SET lock_timeout = 0; SET statement_timeout = 0; SELECT pg_advisory_lock({MIGRATION_LOCK})"
        ))?;
    }
    let result = bring_up(&mut connection);
    if let AnyConnection::Postgres(postgres) = &mut connection {
        postgres.batch_execute(&format!("SELECT pg_advisory_unlock({MIGRATION_LOCK})"))?;
    }
    result
}

fn bring_up(connection: &mut AnyConnection) -> Result<Vec<String>, StoreError> {
    let versions = match connection {
        AnyConnection::Sqlite(sqlite) => applied(sqlite.run_pending_migrations(SQLITE))?,
        AnyConnection::Postgres(postgres) => {
            let versions = applied(postgres.run_pending_migrations(POSTGRES))?;
            if commit_order::is_ahead(postgres)? {
                commit_order::catch_up(postgres)?;
            }
            versions
        }
    };
    reindex::bring_up(connection)?;
    Ok(versions)
}

/// Refuses a PostgreSQL database whose schema is behind this program, or whose order of events was
/// not carried on after it was restored.
pub(crate) fn require_none_pending(url: &DatabaseUrl) -> Result<(), StoreError> {
    let mut connection = url.connect()?;
    let AnyConnection::Postgres(postgres) = &mut connection else {
        return Ok(());
    };
    let pending = postgres
        .has_pending_migration(POSTGRES)
        .map_err(|error| StoreError::Unavailable(error.to_string()))?;
    if pending {
        return Err(StoreError::Configuration(
            "the database schema is behind this program: run `yongwei migrate` once, then start again".to_owned(),
        ));
    }
    let is_restored = commit_order::is_ahead(postgres)?;
    if reindex::is_behind(&mut connection)? {
        return Err(StoreError::Configuration(
            "the names of people are indexed as an earlier version of this program did: run `yongwei migrate` once, then start again".to_owned(),
        ));
    }
    if is_restored {
        return Err(StoreError::Configuration(
            "the database was restored into another PostgreSQL cluster: run `yongwei migrate` once, so that new events follow the old ones, then start again".to_owned(),
        ));
    }
    Ok(())
}

type Applied<'a> = diesel::migration::Result<Vec<diesel::migration::MigrationVersion<'a>>>;

fn applied(result: Applied<'_>) -> Result<Vec<String>, StoreError> {
    match result {
        Ok(versions) => Ok(versions.iter().map(ToString::to_string).collect()),
        Err(error) => Err(StoreError::Unavailable(format!(
            "migration failed: {error}; see that the database can be written and its disk has room, \
             then try again: what was done is not done twice"
        ))),
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;
    use std::fs;
    use std::path::Path;

    fn versions(folder: &str) -> BTreeSet<String> {
        let root = Path::new(env!("CARGO_MANIFEST_DIR"))
            .join("migrations")
            .join(folder);
        fs::read_dir(root)
            .unwrap()
            .map(|entry| entry.unwrap().file_name().into_string().unwrap())
            .collect()
    }

    #[test]
    fn both_databases_have_the_same_migrations() {
        let sqlite = versions("sqlite");
        assert!(!sqlite.is_empty());
        assert_eq!(sqlite, versions("postgres"));
    }
}
