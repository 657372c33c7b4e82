//! Surnames that are read otherwise than the dictionary reads their characters first.

/// Surnames of one character. Where two readings are in use as a surname, the commoner first.
const SINGLE: &[(char, &[&str])] = &[
    ('乐', &["yue", "le"]),
    ('乜', &["nie"]),
    ('么', &["yao"]),
    ('仇', &["qiu"]),
    ('佴', &["nai"]),
    ('区', &["ou"]),
    ('单', &["shan"]),
    ('卜', &["bu"]),
    ('召', &["shao"]),
    ('句', &["gou"]),
    ('员', &["yun"]),
    ('圈', &["juan"]),
    ('折', &["she"]),
    ('曾', &["zeng"]),
    ('朴', &["piao", "pu"]),
    ('查', &["zha"]),
    ('洗', &["xian"]),
    ('炅', &["gui"]),
    ('牟', &["mu", "mou"]),
    ('盖', &["ge", "gai"]),
    ('祭', &["zhai"]),
    ('种', &["chong"]),
    ('秘', &["bi"]),
    ('粘', &["nian"]),
    ('繁', &["po"]),
    ('缪', &["miao"]),
    ('翟', &["zhai", "di"]),
    ('能', &["nai"]),
    ('薄', &["bo"]),
    ('藏', &["zang"]),
    ('覃', &["qin", "tan"]),
    ('解', &["xie"]),
    ('逢', &["pang"]),
    ('郇', &["xun", "huan"]),
    ('都', &["du"]),
    ('阚', &["kan"]),
    ('隗', &["wei", "kui"]),
    ('颉', &["xie"]),
    ('黑', &["he", "hei"]),
];

/// Surnames of two characters.
const DOUBLE: &[(&str, [&str; 2])] = &[
    ("万俟", ["mo", "qi"]),
    ("乐正", ["yue", "zheng"]),
    ("单于", ["chan", "yu"]),
    ("子车", ["zi", "ju"]),
    ("尉迟", ["yu", "chi"]),
    ("澹台", ["tan", "tai"]),
    ("长孙", ["zhang", "sun"]),
];

/// Surnames of two characters, however they are read.
const ALL_DOUBLE: &str = "欧阳 司马 上官 诸葛 东方 皇甫 尉迟 公孙 慕容 令狐 长孙 宇文 夏侯 司徒 司空 \
轩辕 端木 南宫 独孤 澹台 闻人 赫连 百里 呼延 万俟 单于 太史 申屠 仲孙 钟离 淳于 公冶 宗政 濮阳 闾丘 乐正 \
东郭 南门 西门 拓跋 子车 鲜于 太叔 公羊 谷梁 漆雕 壤驷 公良 夹谷 宰父 第五 梁丘 左丘 东门 微生 颛孙 巫马";

/// The surname of two characters that a name begins with and goes on after.
pub(super) fn double(name: &str) -> Option<&'static str> {
    ALL_DOUBLE
        .split_whitespace()
        .find(|surname| name.len() > surname.len() && name.starts_with(surname))
}

/// The readings of the surname that a name may begin with, for each of its characters; the
/// likelier first, none where the dictionary's first reading is right.
pub(super) fn readings(name: &str) -> Vec<Vec<String>> {
    let mut readings = Vec::new();
    if let Some((_, double)) = DOUBLE.iter().find(|(surname, _)| name.starts_with(surname)) {
        readings.extend(double.map(|reading| vec![reading.to_owned()]));
    }
    let single = name
        .chars()
        .next()
        .and_then(|first| SINGLE.iter().find(|(surname, _)| *surname == first));
    if let Some((_, single)) = single {
        let single = single.iter().map(|reading| (*reading).to_owned());
        match readings.first_mut() {
            Some(first) => first.extend(single),
            None => readings.push(single.collect()),
        }
    }
    readings
}

#[cfg(test)]
mod tests {
    use super::{super::PersonName, *};

    #[test]
    fn a_name_is_found_first_by_the_reading_of_its_surname() {
        for (surname, readings) in SINGLE {
            let keys = PersonName::parse(&format!("{surname}测试"))
                .unwrap()
                .search_keys();
            assert_eq!(keys.full[0], format!("{}ceshi", readings[0]));
            for reading in *readings {
                assert!(keys.full.contains(&format!("{reading}ceshi")), "{surname}");
            }
        }
        for (surname, [first, second]) in DOUBLE {
            let keys = PersonName::parse(&format!("{surname}测试"))
                .unwrap()
                .search_keys();
            assert_eq!(keys.full[0], format!("{first}{second}ceshi"));
        }
    }

    #[test]
    fn surnames_that_the_dictionary_reads_right_need_no_entry() {
        for (name, key) in [
            ("任测试", "renceshi"),
            ("华测试", "huaceshi"),
            ("尉测试", "weiceshi"),
            ("宁测试", "ningceshi"),
            ("燕测试", "yanceshi"),
            ("令狐测试", "linghuceshi"),
            ("闾丘测试", "lvqiuceshi"),
            ("欧阳测试", "ouyangceshi"),
        ] {
            let keys = PersonName::parse(name).unwrap().search_keys();
            assert_eq!(keys.full[0], key);
        }
    }
}
