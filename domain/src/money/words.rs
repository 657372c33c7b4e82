//! Amounts in words (大写), as papers and vouchers write them so that no figure can be altered
//! (正确填写票据和结算凭证的基本规定).

use super::Fen;

const DIGITS: [&str; 10] = ["零", "壹", "贰", "叁", "肆", "伍", "陆", "柒", "捌", "玖"];

impl Fen {
    /// The amount in capital words, such as `壹万贰仟叁佰元整`.
    pub fn in_words(self) -> String {
        let (yuan, jiao, fen) = (self.0 / 100, self.0 / 10 % 10, self.0 % 10);
        let mut words = String::new();
        if yuan > 0 || self.is_zero() {
            words.push_str(&whole(yuan));
            words.push('元');
        }
        match (jiao, fen) {
            (0, 0) => words.push('整'),
            (0, fen) => {
                // A place that is empty between yuan and fen is said.
                if yuan > 0 {
                    words.push('零');
                }
                words.push_str(digit(fen));
                words.push('分');
            }
            (jiao, fen) => {
                words.push_str(digit(jiao));
                words.push('角');
                if fen == 0 {
                    words.push('整');
                } else {
                    words.push_str(digit(fen));
                    words.push('分');
                }
            }
        }
        words
    }
}

fn digit(number: i64) -> &'static str {
    let digit = usize::try_from(number).ok().and_then(|at| DIGITS.get(at));
    digit.copied().unwrap_or_default()
}

/// A whole number: in units of 亿, then of 万, then up to 9,999.
fn whole(number: i64) -> String {
    if number == 0 {
        return digit(0).to_owned();
    }
    for (unit, name) in [
        (100_000_000, "亿"),
        (10_000, "万"),
        (1000, "仟"),
        (100, "佰"),
        (10, "拾"),
    ] {
        if number >= unit {
            let (upper, rest) = (number / unit, number % unit);
            let mut words = whole(upper);
            words.push_str(name);
            if rest > 0 {
                if rest < unit / 10 {
                    words.push_str(digit(0));
                }
                words.push_str(&whole(rest));
            }
            return words;
        }
    }
    digit(number).to_owned()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn amounts_read_as_the_rules_for_vouchers_write_them() {
        for (fen, words) in [
            (0, "零元整"),
            (5, "伍分"),
            (50, "伍角整"),
            (55, "伍角伍分"),
            (100, "壹元整"),
            (1_000, "壹拾元整"),
            (1_230_000, "壹万贰仟叁佰元整"),
            (140_950, "壹仟肆佰零玖元伍角整"),
            (600_714, "陆仟零柒元壹角肆分"),
            (10_700_053, "壹拾万柒仟元伍角叁分"),
            (1_640_902, "壹万陆仟肆佰零玖元零贰分"),
            (32_504, "叁佰贰拾伍元零肆分"),
            (10_000_001, "壹拾万元零壹分"),
            (1_000_100, "壹万零壹元整"),
            (1_001_000, "壹万零壹拾元整"),
            (100_000_100, "壹佰万零壹元整"),
            (10_000_000_000, "壹亿元整"),
            (10_000_500_000, "壹亿零伍仟元整"),
            (1_000_000_000_000, "壹佰亿元整"),
            (
                Fen::MAX.get(),
                "玖拾万零柒佰壹拾玖亿玖仟贰佰伍拾肆万柒仟肆佰零玖元玖角壹分",
            ),
        ] {
            assert_eq!(Fen::new(fen).unwrap().in_words(), words, "{fen}");
        }
    }

    /// Reads the words again, as a clerk does.
    fn read(words: &str) -> i64 {
        let (mut total, mut section, mut number) = (0_i64, 0_i64, 0_i64);
        let mut fen = 0_i64;
        for char in words.chars() {
            let found = DIGITS.iter().position(|digit| digit.starts_with(char));
            match (char, found) {
                (_, Some(value)) => number = i64::try_from(value).unwrap(),
                ('拾' | '佰' | '仟', _) => {
                    let unit = match char {
                        '拾' => 10,
                        '佰' => 100,
                        _ => 1000,
                    };
                    section += number * unit;
                    number = 0;
                }
                ('万', _) => {
                    total += (section + number) * 10_000;
                    (section, number) = (0, 0);
                }
                ('亿', _) => {
                    total = (total + section + number) * 100_000_000;
                    (section, number) = (0, 0);
                }
                ('元', _) => {
                    fen = (total + section + number) * 100;
                    number = 0;
                }
                ('角', _) => {
                    fen += number * 10;
                    number = 0;
                }
                ('分', _) => fen += number,
                _ => assert_eq!(char, '整'),
            }
        }
        fen
    }

    proptest! {
        #[test]
        fn no_two_amounts_have_the_same_words(fen in 0..=Fen::MAX.get()) {
            prop_assert_eq!(read(&Fen::new(fen).unwrap().in_words()), fen);
        }

        #[test]
        fn nor_do_small_ones(fen in 0..100_000_000_i64) {
            prop_assert_eq!(read(&Fen::new(fen).unwrap().in_words()), fen);
        }
    }
}
