use chrono::Days;
use proptest::prelude::*;

use super::*;

const MADE_UP: &str = "371502199001010012";

#[test]
fn the_examples_of_the_standard_are_read() {
    let number = CitizenNumber::parse("11010519491231002x").unwrap();
    assert_eq!(number.expose(), "11010519491231002X");
    assert_eq!(number.sex(), Sex::Female);
    assert_eq!(number.birth_date().to_string(), "1949-12-31");
    assert_eq!(number.area_code(), "110105");
    let number = CitizenNumber::parse("440524188001010014").unwrap();
    assert_eq!(number.birth_date().to_string(), "1880-01-01");
    assert_eq!(CitizenNumber::parse(MADE_UP).unwrap().sex(), Sex::Male);
}

#[test]
fn blanks_around_a_number_and_full_width_make_no_difference() {
    for text in [
        " 371502199001010012",
        "371502199001010012\u{3000}\n",
        "\u{feff}\u{a0}371502199001010012\u{200b}",
        "３７１５０２１９９００１０１００１２",
    ] {
        let number = CitizenNumber::parse(text);
        assert_eq!(
            number.as_ref().map(CitizenNumber::expose),
            Ok(MADE_UP),
            "{text:?}"
        );
    }
    let number = CitizenNumber::parse("11010519491231002Ｘ").unwrap();
    assert_eq!(number.expose(), "11010519491231002X");
}

#[test]
fn each_fault_has_a_code_of_its_own() {
    let wrong = |position, char| CitizenNumberError::Character {
        position,
        character: Character(char),
    };
    for (text, expected) in [
        ("", CitizenNumberError::Length),
        ("\u{3000}", CitizenNumberError::Length),
        ("370611850101001", CitizenNumberError::Length),
        ("37150219900101001 ", CitizenNumberError::Length),
        ("371502 19900101 0012", wrong(7, ' ')),
        (" 371502-19900101-0012", wrong(8, '-')),
        ("3715021990010X0012", wrong(14, 'X')),
        ("37150219900101001A", wrong(18, 'A')),
        ("37150219900101001\0", wrong(18, '\0')),
        // A Cyrillic letter that looks like an X.
        ("11010519491231002Х", wrong(18, 'Х')),
        ("聊城市东昌府区一九九〇年一月一日出生", wrong(1, '聊')),
        ("371581199002290015", CitizenNumberError::BirthDate),
        ("371502199013010012", CitizenNumberError::BirthDate),
        ("371502199001010011", CitizenNumberError::CheckDigit),
    ] {
        assert_eq!(CitizenNumber::parse(text), Err(expected), "{text}");
    }
}

#[test]
fn a_birth_date_is_compared_with_a_day_that_the_caller_names() {
    let number = CitizenNumber::parse(MADE_UP).unwrap();
    let birth = number.birth_date();
    assert_eq!(number.check_registrable(birth), Ok(()));
    assert_eq!(
        number.check_registrable(birth - Days::new(1)),
        Err(CitizenNumberError::BirthInFuture)
    );
    let of_1899 = with_check("37150218991231001");
    assert_eq!(
        of_1899.check_registrable(birth),
        Err(CitizenNumberError::BirthOutOfRange)
    );
    let of_1900 = with_check("37150219000101001");
    assert_eq!(of_1900.check_registrable(birth), Ok(()));
}

#[test]
fn a_number_begins_with_a_province() {
    for (area, accepted) in [
        ("110105", true),
        ("710000", true),
        ("810000", true),
        ("830000", true),
        ("911156", true),
        ("000000", false),
        ("160000", false),
        ("999999", false),
    ] {
        let right = "0123456789X"
            .chars()
            .any(|check| CitizenNumber::parse(&format!("{area}19900101001{check}")).is_ok());
        assert_eq!(right, accepted, "{area}");
    }
    let refused = CitizenNumber::parse("999999199001010010");
    assert_eq!(refused, Err(CitizenNumberError::Area));
}

#[test]
fn the_area_hints_at_an_origin_through_old_codes_too() {
    let tree = RegionTree::builtin();
    for (area, region, former) in [
        ("371502", Some("371502"), false),
        ("371523", Some("371503"), true),
        ("372526", Some("371525"), true),
        ("372502", Some("371581"), true),
        ("362324", Some("361124"), true),
        ("371501", Some("371500"), false),
        ("379999", None, false),
    ] {
        let hint = with_check(&format!("{area}19900101001")).origin_hint(tree);
        assert_eq!(hint.map(|hint| hint.region.code.as_str()), region, "{area}");
        assert_eq!(hint.is_some_and(|hint| hint.former), former, "{area}");
    }
}

/// Finds the check character by trying all, and so proves that just one fits.
fn with_check(body: &str) -> CitizenNumber {
    let mut fitting: Vec<_> = "0123456789X"
        .chars()
        .filter_map(|check| CitizenNumber::parse(&format!("{body}{check}")).ok())
        .collect();
    assert_eq!(fitting.len(), 1);
    fitting.remove(0)
}

fn made_up_number() -> impl Strategy<Value = CitizenNumber> {
    let day = (0..73_000_u64)
        .prop_map(|days| NaiveDate::from_ymd_opt(1900, 1, 1).unwrap() + Days::new(days));
    (370_000..380_000_u32, day, 0..1000_u32).prop_map(|(area, day, serial)| {
        with_check(&format!("{area}{}{serial:03}", day.format("%Y%m%d")))
    })
}

proptest! {
    #[test]
    fn a_single_wrong_digit_never_passes(
        number in made_up_number(),
        at in 0..LENGTH,
        digit in 0..10_u8,
    ) {
        let mut bytes = number.expose().as_bytes().to_vec();
        let wrong = b'0' + digit;
        prop_assume!(bytes[at] != wrong);
        bytes[at] = wrong;
        let text = String::from_utf8(bytes).unwrap();
        prop_assert!(CitizenNumber::parse(&text).is_err(), "{text}");
    }

    #[test]
    fn two_neighbours_swapped_never_pass(number in made_up_number(), at in 0..LENGTH - 1) {
        let mut bytes = number.expose().as_bytes().to_vec();
        prop_assume!(bytes[at] != bytes[at + 1]);
        bytes.swap(at, at + 1);
        let text = String::from_utf8(bytes).unwrap();
        prop_assert!(CitizenNumber::parse(&text).is_err(), "{text}");
    }

    #[test]
    fn a_number_reads_back_and_shows_only_its_ends(number in made_up_number()) {
        prop_assert_eq!(CitizenNumber::parse(number.expose()), Ok(number.clone()));
        let (first, last) = (&number.expose()[..1], &number.expose()[LENGTH - 1..]);
        let masked = format!("{first}{}{last}", "*".repeat(LENGTH - 2));
        prop_assert_eq!(format!("{number:?}"), format!("CitizenNumber({masked})"));
        prop_assert_eq!(number.masked(), masked);
    }

    #[test]
    fn no_text_makes_it_panic(text in "\\PC{0,40}|[0-9Xx０-９]{18}") {
        let _ = CitizenNumber::parse(&text);
    }
}
