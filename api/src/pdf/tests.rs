//! What the layout of documents promises. Where no Chinese typeface is installed there is nothing to
//! lay out; with `YONGWEI_TEST_TYPEFACE` set there has to be one.

use domain::documents::{Layout, Sheet};

use super::coverage::Coverages;
use super::page::{Pages, mm};
use super::typefaces::{Faces, Places, Typefaces};
use super::{certificate, official};

fn sheet(layout: Layout, paragraphs: Vec<String>) -> Sheet {
    Sheet {
        layout,
        head: Some("中共测试市委政法委员会".to_owned()),
        title: "不予确认见义勇为决定书".to_owned(),
        number: "测试〔2026〕1号".parse().unwrap(),
        addressee: Some("测试甲".to_owned()),
        paragraphs,
        bodies: vec![
            "中共测试市委政法委员会".to_owned(),
            "测试市见义勇为基金会".to_owned(),
        ],
        issued_on: "2026-03-10".parse().unwrap(),
    }
}

/// Does something with the typefaces of this machine, if there are any.
fn with_faces(work: impl FnOnce(&Faces<'_>)) {
    let (places, coverages) = (Places::new(&[]), Coverages::default());
    match Typefaces::load(&places, "测试", &coverages) {
        Ok(typefaces) => work(&typefaces.faces().unwrap()),
        Err(error) => assert!(
            std::env::var_os("YONGWEI_TEST_TYPEFACE").is_none(),
            "{error}"
        ),
    }
}

/// How many lines of the paragraphs stand on the last page. Two names and the date come after them.
fn of_text_on_last(pages: &Pages) -> usize {
    let last = pages.last();
    let signed = 3;
    let text = pages.blocks.iter().rev().skip(signed);
    text.flat_map(|block| &block.lines)
        .filter(|line| line.page == last)
        .count()
}

#[test]
fn no_page_holds_only_the_signatures_however_long_the_text_is() {
    with_faces(|faces| {
        let mut turned = 0;
        for count in 1..60 {
            let text = vec!["测试：救起一名落水者。".repeat(2); count];
            let pages = official::lay_out(faces, &sheet(Layout::Official, text));
            assert!(of_text_on_last(&pages) > 0, "{count} paragraphs");
            turned = turned.max(pages.last());
        }
        assert!(turned >= 3, "{turned}");
    });
}

#[test]
fn an_official_document_stays_within_its_type_area_of_156_by_225_mm() {
    with_faces(|faces| {
        let text = vec!["测试：他跳入河中，救起一名落水者；".repeat(40); 3];
        let pages = official::lay_out(faces, &sheet(Layout::Official, text));
        assert!(pages.last() > 1);
        for line in pages.blocks.iter().flat_map(|block| &block.lines) {
            let (left, right) = (line.x, line.x + line.line.width);
            assert!(
                left >= mm(28.0) - 0.1 && right <= mm(184.0) + 0.1,
                "{left} to {right}"
            );
            assert!(line.y <= mm(262.0), "{}", line.y);
        }
        let bar = pages.bars.first().unwrap();
        assert!((bar.width - mm(156.0)).abs() < 0.1);
    });
}

#[test]
fn a_line_of_an_official_document_holds_28_characters_and_a_page_22_lines() {
    with_faces(|faces| {
        let mut plain = sheet(Layout::Official, vec!["测".repeat(28 * 60)]);
        plain.head = None;
        let pages = official::lay_out(faces, &plain);
        let on_second = |line: &&super::page::Placed| line.page == 1;
        let lines = pages.blocks.iter().flat_map(|block| &block.lines);
        let lines: Vec<_> = lines.filter(on_second).collect();
        assert_eq!(lines.len(), 22);
        let count = |line: &super::page::Placed| {
            let runs = line.line.runs.iter();
            runs.map(|run| run.glyphs.len()).sum::<usize>()
        };
        assert!(lines.iter().all(|line| count(line) == 28));
    });
}

#[test]
fn a_certificate_is_one_landscape_page_whose_text_leaves_room_for_the_seals() {
    with_faces(|faces| {
        for count in [1, 10, 20, 30] {
            let text = vec![
                "测试：救起一名落水者。".repeat(count),
                "特发此证。".to_owned(),
            ];
            let pages = certificate::lay_out(faces, &sheet(Layout::Certificate, text));
            assert_eq!(pages.last(), 0);
            assert!(pages.size.0 > pages.size.1);
            let text = pages.blocks.iter().skip(2).take(2);
            let lowest = text
                .flat_map(|block| &block.lines)
                .map(|line| line.y)
                .fold(0.0, f32::max);
            assert!(lowest <= mm(148.0), "{count}: {lowest}");
            let name = pages.blocks.get(1).and_then(|block| block.lines.first());
            assert!(name.is_some_and(|name| name.size > 30.0));
        }
    });
}

#[test]
fn a_certificate_of_however_many_paragraphs_is_one_page_that_ends_above_the_seals() {
    with_faces(|faces| {
        for count in [12, 18, 90] {
            let mut text = vec!["他跳入河中，托起儿童。".to_owned(); count];
            text.push("特发此证。".to_owned());
            let pages = certificate::lay_out(faces, &sheet(Layout::Certificate, text));
            assert_eq!(pages.last(), 0, "{count}");
            // After title and name, before two organs, the date and the number.
            let text = pages.blocks.len() - 6;
            let text = pages.blocks.iter().skip(2).take(text);
            let lowest = text
                .flat_map(|block| &block.lines)
                .map(|line| line.y)
                .fold(0.0, f32::max);
            assert!(lowest <= mm(148.0), "{count}: {lowest}");
        }
    });
}
