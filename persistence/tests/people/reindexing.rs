//! Files whose names were indexed in an older form.

use diesel::connection::SimpleConnection as _;
use diesel::{Connection as _, SqliteConnection};
use persistence::{DatabaseUrl, RegionScope, migrations};

use super::file;
use super::stores::stores;

#[tokio::test]
async fn they_are_found_as_if_they_were_new() {
    let test = stores().remove(0);
    let path = test.folder().unwrap().join("yongwei.db");
    for name in ["买买提·吐尔逊", "吕测试", "樂测试", "王测试"] {
        test.insert(file(name, "371502", None)).await.unwrap();
    }
    // As an earlier release left them.
    let mut database = SqliteConnection::establish(path.to_str().unwrap()).unwrap();
    database
        .batch_execute(
            "UPDATE search_key_form SET form = 1; \
             DELETE FROM person_search_keys WHERE search_key >= 'lu' AND search_key < 'lv'; \
             DELETE FROM person_search_keys WHERE search_key LIKE 'lyu%'; \
             UPDATE person_search_keys SET search_key = '买买提·吐尔逊' \
             WHERE search_key = '买买提吐尔逊'; \
             UPDATE people SET name = '\u{f914}测试' WHERE name = '樂测试'; \
             UPDATE person_search_keys SET search_key = '\u{f914}测试' \
             WHERE search_key = '樂测试';",
        )
        .unwrap();
    let found = async |prefix: &str| test.names_found(RegionScope::City, prefix).await;
    assert!(found("买买提吐").await.is_empty());
    migrations::run(&DatabaseUrl::parse(&format!("sqlite:{}", path.display())).unwrap()).unwrap();
    for (prefix, name) in [
        ("买买提吐", "买买提·吐尔逊"),
        ("maimaiti", "买买提·吐尔逊"),
        ("lvceshi", "吕测试"),
        ("lyuceshi", "吕测试"),
        ("luece", "吕测试"),
        ("吕", "吕测试"),
        ("樂", "樂测试"),
        ("王", "王测试"),
        ("wangce", "王测试"),
    ] {
        assert_eq!(found(prefix).await, [name], "{prefix}");
    }
}
