use super::*;

#[test]
fn correcting_the_number_corrects_what_came_with_it() {
    let current = file_of(draft());
    let revised = revise(
        &current,
        Draft {
            citizen_number: Some(number(OTHER_NUMBER)),
            ..draft_of(&current)
        },
        FieldErrors::new(),
        &city(),
    )
    .unwrap();
    assert_eq!(revised.file.sex, Sex::Male);
    let fields: Vec<_> = revised.changes.iter().map(|change| change.field).collect();
    assert_eq!(fields, [Field::Sex, Field::CitizenNumber]);
}

#[test]
fn only_the_city_moves_a_file() {
    let current = file_of(draft());
    let moved = Draft {
        region: Some(region("LCDJ")),
        ..draft_of(&current)
    };
    let own = [region("371502"), region("LCDJ")];
    let refused = revise(&current, moved.clone(), FieldErrors::new(), &county(&own));
    assert_eq!(
        faults(refused.map(|revision| revision.file)),
        [("/region_code".to_owned(), "moved_by_city_only")]
    );
    let revision = revise(&current, moved, FieldErrors::new(), &city()).unwrap();
    assert_eq!(
        revision.changes,
        [FieldChange {
            field: Field::Region,
            from: Some("371502".to_owned()),
            to: Some("LCDJ".to_owned()),
        }]
    );
}
