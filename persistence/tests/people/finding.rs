//! Lists and searches.

use std::collections::BTreeSet;
use std::path::Path;

use diesel::{Connection, RunQueryDsl, SqliteConnection};
use domain::ids::PersonId;
use domain::people::{LifeStatus, PersonFile};
use persistence::people::{self, Filter};
use persistence::{Keyset, RegionScope};

use super::stores::stores;
use super::{county, file, region};

#[tokio::test]
async fn a_name_is_found_once_by_any_of_its_keys_in_the_callers_regions() {
    for fixture in stores() {
        for (name, code) in [
            ("吴青", "371502"),
            ("单小芳", "371502"),
            ("王芳", "371581"),
            ("O'Neil Smith", "371581"),
        ] {
            fixture.insert(file(name, code, None)).await.unwrap();
        }
        for (prefix, names) in [
            ("w", vec!["王芳", "吴青"]),
            ("wuqing", vec!["吴青"]),
            ("wq", vec!["吴青"]),
            ("shan", vec!["单小芳"]),
            ("吴", vec!["吴青"]),
            ("oneil", vec!["O'Neil Smith"]),
            ("x", vec![]),
            ("%", vec![]),
        ] {
            assert_eq!(fixture.names_found(RegionScope::City, prefix).await, names);
        }
        assert_eq!(fixture.names_found(county("371502"), "w").await, ["吴青"]);
        assert!(fixture.names_found(county("LCDJ"), "w").await.is_empty());
    }
}

#[tokio::test]
async fn pages_follow_each_other_without_gap_or_repetition() {
    for fixture in stores() {
        let mut all = BTreeSet::new();
        for _ in 0..25 {
            all.insert(
                fixture
                    .insert(file("吴青", "371502", None))
                    .await
                    .unwrap()
                    .id,
            );
        }
        let (mut listed, mut after) = (Vec::new(), None);
        let mut searched: Vec<PersonId> = Vec::new();
        let mut after_name = None;
        loop {
            let keyset = Keyset {
                after,
                limit: 10,
                count: true,
            };
            let page = fixture
                .store
                .read(move |reader| {
                    people::list(reader, &RegionScope::City, &Filter::default(), &keyset)
                })
                .await
                .unwrap();
            assert_eq!(page.total, Some(25));
            after = page.items.last().map(|person| person.id);
            listed.extend(page.items.iter().map(|person| person.id));
            if !page.more {
                break;
            }
        }
        loop {
            let keyset = Keyset {
                after: after_name,
                limit: 10,
                count: true,
            };
            let page = fixture
                .store
                .read(move |reader| {
                    people::search(reader, &county("371502"), "w", &Filter::default(), &keyset)
                })
                .await
                .unwrap();
            assert_eq!(page.total, Some(25));
            after_name = page
                .items
                .last()
                .map(|(key, person)| (key.clone(), person.id));
            searched.extend(page.items.iter().map(|(_, person)| person.id));
            if !page.more {
                break;
            }
        }
        assert_eq!(listed, all.iter().rev().copied().collect::<Vec<_>>());
        assert_eq!(searched, all.into_iter().collect::<Vec<_>>());
    }
}

#[tokio::test]
async fn filters_narrow_the_list() {
    for fixture in stores() {
        let made_up = PersonFile {
            synthetic: true,
            ..file("测试甲", "371502", None)
        };
        let dead = PersonFile {
            life_status: LifeStatus::Deceased,
            ..file("测试乙", "371581", None)
        };
        fixture.insert(made_up).await.unwrap();
        fixture.insert(dead).await.unwrap();
        for (filter, names) in [
            (Filter::default(), vec!["测试乙", "测试甲"]),
            (
                Filter {
                    region: Some(region("371502")),
                    ..Filter::default()
                },
                vec!["测试甲"],
            ),
            (
                Filter {
                    synthetic: Some(true),
                    ..Filter::default()
                },
                vec!["测试甲"],
            ),
            (
                Filter {
                    synthetic: Some(false),
                    ..Filter::default()
                },
                vec!["测试乙"],
            ),
            (
                Filter {
                    life_status: Some(LifeStatus::Deceased),
                    ..Filter::default()
                },
                vec!["测试乙"],
            ),
            (
                Filter {
                    merged: true,
                    ..Filter::default()
                },
                vec![],
            ),
        ] {
            let page = fixture.list(RegionScope::City, filter.clone()).await;
            let found: Vec<_> = page
                .items
                .iter()
                .map(|person| person.file.name.as_str())
                .collect();
            assert_eq!(found, names, "{filter:?}");
        }
        // A filter does not reach beyond the caller's regions.
        let foreign = Filter {
            region: Some(region("371581")),
            ..Filter::default()
        };
        assert_eq!(fixture.list(county("371502"), foreign).await.total, Some(0));
    }
}

#[test]
fn rare_kinds_and_names_of_one_region_come_from_their_indexes() {
    let fixture = stores().remove(0);
    let database = fixture.folder().unwrap().join("yongwei.db");
    for (query, index) in [
        (
            "SELECT * FROM people WHERE synthetic = TRUE AND status = 'active' ORDER BY id DESC LIMIT 21",
            "people_synthetic",
        ),
        (
            "SELECT * FROM people WHERE status = 'merged' ORDER BY id DESC LIMIT 21",
            "people_merged",
        ),
        (
            "SELECT * FROM people WHERE region_code = '371502' AND status = 'active' ORDER BY id DESC LIMIT 21",
            "people_by_region",
        ),
        (
            "SELECT * FROM person_search_keys WHERE region_code = '371502' AND search_key >= 'w' AND search_key < 'x' ORDER BY search_key, person_id LIMIT 21",
            "PRIMARY KEY (search_key>? AND search_key<?)",
        ),
    ] {
        let plan = plan(&database, query);
        assert!(
            plan.contains(index) && !plan.contains("TEMP B-TREE"),
            "{query}: {plan}"
        );
    }
}

/// The plan of a query, as SQLite tells it.
fn plan(database: &Path, query: &str) -> String {
    #[derive(diesel::QueryableByName)]
    struct Line {
        #[diesel(sql_type = diesel::sql_types::Text)]
        detail: String,
    }
    let mut connection = SqliteConnection::establish(database.to_str().unwrap()).unwrap();
    let lines: Vec<Line> = diesel::sql_query(format!("EXPLAIN QUERY PLAN {query}"))
        .load(&mut connection)
        .unwrap();
    lines.into_iter().map(|line| line.detail + "\n").collect()
}
