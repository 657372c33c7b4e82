//! Rare forms of characters that people bear in their names and that the pinyin dictionary has no
//! reading for. Each is read as the common character of which it is a form.

/// The rare form and the common one, as the 異體字字典 of the Ministry of Education in Taipei, the
/// 漢語大字典 or the Unihan database pair them.
const FORMS: &[(char, char)] = &[
    ('㐂', '喜'),
    ('㑓', '俊'),
    ('㒶', '公'),
    ('㓛', '功'),
    ('㓻', '刚'),
    ('㔬', '卓'),
    ('㔻', '丕'),
    ('㚑', '灵'),
    ('㞢', '之'),
    ('㣋', '丹'),
    ('㤙', '恩'),
    ('㦲', '哉'),
    ('㫕', '光'),
    ('㫖', '旨'),
    ('㫡', '冬'),
    ('㬢', '曦'),
    ('𠀈', '丘'),
    ('𠀋', '丈'),
    ('𠅘', '亭'),
    ('𠅙', '亮'),
    ('𠇾', '休'),
    ('𠈃', '保'),
    ('𠈑', '光'),
    ('𠈽', '伊'),
    ('𠑗', '仙'),
    ('𠔓', '典'),
    ('𠔥', '兼'),
    ('𠦅', '年'),
    ('𠦚', '年'),
    ('𠮷', '吉'),
    ('𡈽', '土'),
    ('𡴖', '南'),
    ('𢓩', '任'),
    ('𣆉', '厚'),
    ('𣳾', '泰'),
    ('𤉭', '光'),
    ('𤋮', '熙'),
    ('𤎫', '光'),
];

/// The common character of which this is a rare form; itself where it is none.
pub(super) fn common(char: char) -> char {
    FORMS
        .iter()
        .find(|(rare, _)| *rare == char)
        .map_or(char, |(_, common)| *common)
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use pinyin::ToPinyin as _;

    use super::{super::PersonName, *};

    fn first_key(name: &str) -> String {
        let keys = PersonName::parse(name).unwrap().search_keys();
        keys.full.first().cloned().unwrap_or_default()
    }

    #[test]
    fn a_name_with_a_rare_form_is_found_as_it_is_read() {
        for (rare, reading) in [
            ('㐂', "xi"),
            ('𠮷', "ji"),
            ('𤋮', "xi"),
            ('㤙', "en"),
            ('㓛', "gong"),
            ('𠅙', "liang"),
            ('㚑', "ling"),
            ('𡴖', "nan"),
        ] {
            assert_eq!(
                first_key(&format!("测试{rare}")),
                format!("ceshi{reading}"),
                "{rare}"
            );
        }
        for (rare, common) in FORMS {
            let (name, usual) = (format!("测试{rare}"), format!("测试{common}"));
            assert_eq!(first_key(&name), first_key(&usual), "{rare}");
            assert!(common.to_pinyin().is_some(), "{common} has no reading");
        }
    }

    #[test]
    fn no_entry_is_double_or_known_to_the_dictionary() {
        let forms: HashSet<_> = FORMS.iter().map(|(rare, _)| rare).collect();
        assert_eq!(forms.len(), FORMS.len());
        for (rare, _) in FORMS {
            assert!(rare.to_pinyin().is_none(), "{rare} is in the dictionary");
        }
    }
}
