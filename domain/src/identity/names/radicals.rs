//! Radicals of Han characters, which texts that were copied from a page hold in the place of the
//! characters that they look like.

/// Each radical of the block U+2E80 to U+2EFF and the character that it is, by the property
/// `Equivalent_Unified_Ideograph` of the Unicode Character Database. Those of U+2F00 to U+2FD5, and the
/// two that are missing here, have a compatibility decomposition.
const RADICALS: &str = "\
⺁厂 ⺂乛 ⺃乚 ⺄乙 ⺅亻 ⺆冂 ⺇𠘨 ⺈刀 ⺉刂 ⺊卜 ⺋㔾 ⺌小 ⺍小 ⺎兀 ⺏尣 ⺐尢 ⺑𡯂 ⺒巳 ⺓幺 ⺔彑 \
⺕彐 ⺖忄 ⺗心 ⺘扌 ⺙攵 ⺛旡 ⺜日 ⺝月 ⺞歺 ⺠民 ⺡氵 ⺢氺 ⺣灬 ⺤爫 ⺥爫 ⺦丬 ⺧牛 ⺨犭 ⺩王 ⺪𤴔 \
⺫目 ⺬示 ⺭礻 ⺮𥫗 ⺯糹 ⺰纟 ⺱罓 ⺲罒 ⺳㓁 ⺴冗 ⺵𦉫 ⺶羊 ⺷𦍌 ⺸𦍋 ⺹耂 ⺺肀 ⺻聿 ⺼肉 ⺽𦥑 ⺾艹 \
⺿艹 ⻀艹 ⻁虎 ⻂衤 ⻃覀 ⻄西 ⻅见 ⻆角 ⻇𧢲 ⻈讠 ⻉贝 ⻊𧾷 ⻋车 ⻌辶 ⻍辶 ⻎辶 ⻏邑 ⻐钅 ⻑長 ⻒镸 \
⻓长 ⻔门 ⻕𨸏 ⻖阝 ⻗雨 ⻘青 ⻙韦 ⻚页 ⻛风 ⻜飞 ⻝食 ⻞𩙿 ⻟飠 ⻠饣 ⻡𩠐 ⻢马 ⻣骨 ⻤鬼 ⻥鱼 ⻦鸟 \
⻧卤 ⻨麦 ⻩黄 ⻪黾 ⻫斉 ⻬齐 ⻭歯 ⻮齿 ⻯竜 ⻰龙 ⻱龜 ⻲亀";

/// The character that a radical is; itself where it is none.
pub(super) fn unified(char: char) -> char {
    if !('\u{2e80}'..='\u{2eff}').contains(&char) {
        return char;
    }
    RADICALS
        .split_whitespace()
        .filter_map(|pair| pair.strip_prefix(char))
        .find_map(|unified| unified.chars().next())
        .unwrap_or(char)
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::{super::is_han, *};

    #[test]
    fn each_radical_stands_once_beside_a_han_character() {
        let mut radicals = HashSet::new();
        for pair in RADICALS.split_whitespace() {
            let pair: Vec<char> = pair.chars().collect();
            let [radical, character] = pair[..] else {
                panic!("{pair:?}");
            };
            assert!(is_han(character) && radicals.insert(radical), "{radical}");
            assert_eq!(unified(radical), character);
        }
        assert_eq!((unified('⻓'), unified('⻢')), ('长', '马'));
        assert_eq!(unified('长'), '长');
    }
}
