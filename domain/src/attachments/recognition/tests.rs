use proptest::prelude::*;

use super::*;

/// What a file of one part is.
fn recognise(content: &[u8], name: &str) -> Result<MediaType, NotAccepted> {
    Recognition::begin(content, &FileName::parse(name).unwrap())?.end()
}

/// A file of ISO base media that begins with these brands.
fn iso_media(major: &[u8; 4], compatible: &[&[u8; 4]]) -> Vec<u8> {
    let length = u8::try_from(16 + 4 * compatible.len()).unwrap();
    let mut file = vec![0, 0, 0, length];
    file.extend(b"ftyp");
    file.extend(major);
    file.extend([0; 4]);
    file.extend(compatible.iter().copied().flatten());
    file.extend(b"\0\0\0\x08free");
    file
}

/// A zip archive of these entries, which hold nothing but `filling` each.
fn archive(entries: &[&str], filling: usize) -> Vec<u8> {
    let mut file = Vec::new();
    let mut directory = Vec::new();
    for name in entries {
        let length = u16::try_from(name.len()).unwrap().to_le_bytes();
        file.extend(b"PK\x03\x04");
        file.extend([0; 22]);
        file.extend(length);
        file.extend([0; 2]);
        file.extend(name.as_bytes());
        file.extend(vec![b'P'; filling]);
        directory.extend(b"PK\x01\x02");
        directory.extend([0; 24]);
        directory.extend(length);
        directory.extend([0; 16]);
        directory.extend(name.as_bytes());
    }
    file.extend(directory);
    file.extend(b"PK\x05\x06");
    file.extend([0; 18]);
    file
}

#[test]
fn each_accepted_kind_is_recognised_by_its_content() {
    for (content, name, kind) in [
        (&b"%PDF-1.7\n"[..], "a.pdf", MediaType::Pdf),
        (b"\xEF\xBB\xBF%PDF-1.7\n", "a.pdf", MediaType::Pdf),
        (b"\r\n%PDF-1.4\n", "a.pdf", MediaType::Pdf),
        (b"\xFF\xD8\xFF\xE0\0\x10JFIF", "a.jpeg", MediaType::Jpeg),
        (b"\x89PNG\r\n\x1A\n\0\0\0\rIHDR", "a.png", MediaType::Png),
        (b"RIFF\0\0\0\0WEBPVP8 ", "a.webp", MediaType::Webp),
        (b"#!AMR\n\0\0\0\0\0\0", "a.amr", MediaType::Amr),
        (b"#!AMR-WB\n\0\0\0", "a.awb", MediaType::AmrWb),
        (b"#!AMR-WB\n\0\0\0", "a.amr", MediaType::AmrWb),
        (
            b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1\0\0",
            "a.wps",
            MediaType::Wps,
        ),
        // Films of before the brands.
        (
            b"\0\0\x12\x34moov\0\0\0\0mvhd",
            "a.mov",
            MediaType::QuickTime,
        ),
    ] {
        assert_eq!(recognise(content, name), Ok(kind), "{name}");
    }
}

#[test]
fn a_recording_in_a_container_of_films_is_what_its_name_promises() {
    for major in [
        b"mp42", b"mp41", b"isom", b"iso2", b"iso5", b"3gp4", b"3gp5", b"3gp6", b"XAVC", b"MSNV",
        b"avc1", b"dash",
    ] {
        let file = iso_media(major, &[b"isom", b"3gp4"]);
        for (name, kind) in [
            ("a.m4a", MediaType::M4a),
            ("a.MP4", MediaType::Mp4),
            ("a.3gp", MediaType::ThreeGpp),
            ("a.mov", MediaType::QuickTime),
        ] {
            assert_eq!(recognise(&file, name), Ok(kind), "{name}");
        }
        let found = MediaType::Mp4;
        for name in ["a.heic", "a.pdf", "a.mp3"] {
            assert_eq!(
                recognise(&file, name),
                Err(NotAccepted::Extension { found })
            );
        }
    }
}

#[test]
fn brands_say_otherwise_than_the_name() {
    for (major, own, others) in [
        (b"M4A ", ["a.m4a", "a.M4A"], ["a.mp4", "a.mov", "a.3gp"]),
        (b"M4V ", ["a.mp4", "a.m4v"], ["a.m4a", "a.mov", "a.3gp"]),
        (b"qt  ", ["a.mov", "a.MOV"], ["a.m4a", "a.mp4", "a.heic"]),
        (b"heic", ["a.heic", "a.heif"], ["a.mp4", "a.jpg", "a.m4a"]),
        (b"mif1", ["a.heic", "a.heif"], ["a.mp4", "a.jpg", "a.m4a"]),
        (b"hevc", ["a.heic", "a.heif"], ["a.mp4", "a.jpg", "a.mov"]),
    ] {
        let file = iso_media(major, &[b"mif1", b"heic", b"isom"]);
        let kind = recognise(&file, own[0]).unwrap();
        assert_eq!(recognise(&file, own[1]), Ok(kind));
        for name in others {
            let refused = recognise(&file, name);
            assert_eq!(
                refused,
                Err(NotAccepted::Extension { found: kind }),
                "{name}"
            );
        }
    }
    for file in [
        iso_media(b"avif", &[b"mif1", b"miaf"]),
        iso_media(b"mif1", &[b"avif", b"miaf"]),
        iso_media(b"jp2 ", &[b"jp2 "]),
        iso_media(b"crx ", &[b"isom"]),
    ] {
        for name in ["a.heic", "a.mp4"] {
            assert_eq!(recognise(&file, name), Err(NotAccepted::Kind));
        }
    }
}

#[test]
fn recordings_of_every_variant_are_recognised() {
    for version in [0xE2, 0xE3, 0xF2, 0xF3, 0xFA, 0xFB] {
        let file = [0xFF, version, 0x90, 0x64, 0, 0];
        assert_eq!(recognise(&file, "a.mp3"), Ok(MediaType::Mp3), "{version:x}");
    }
    assert_eq!(
        recognise(b"ID3\x03\0\0\0\0\0\0", "a.mp3"),
        Ok(MediaType::Mp3)
    );
    let frame = &b"\xFF\xFB\x90\x64\0\0"[..];
    let padded = |zeros| [&vec![0; zeros][..], frame].concat();
    for zeros in [1, 100, 4096] {
        assert_eq!(recognise(&padded(zeros), "a.mp3"), Ok(MediaType::Mp3));
    }
    assert_eq!(recognise(&padded(4097), "a.mp3"), Err(NotAccepted::Kind));
    for riff in [b"RIFF", b"RIFX", b"RF64", b"BW64"] {
        let file = [&riff[..], b"\xFF\xFF\xFF\xFFWAVEds64"].concat();
        assert_eq!(recognise(&file, "a.wav"), Ok(MediaType::Wav));
    }
    for file in [
        // Another layer, a version or rate that is not given out, another container.
        &[0xFF, 0xFD, 0x90, 0x64][..],
        &[0xFF, 0xF1, 0x50, 0x80],
        &[0xFF, 0xEB, 0x90, 0x64],
        &[0xFF, 0xFB, 0xF0, 0x64],
        &[0xFF, 0xFB, 0x9C, 0x64],
        &[0xFF, 0xFE, b'a', 0],
        b"RIFF\0\0\0\0AVI LIST",
        b"RIFF\0\0\0\0",
    ] {
        assert_eq!(
            recognise(file, "a.mp3"),
            Err(NotAccepted::Kind),
            "{file:x?}"
        );
    }
}

#[test]
fn a_package_is_what_is_packed_in_it() {
    let word = ["[Content_Types].xml", "_rels/.rels", "word/document.xml"];
    let wps = ["docProps/app.xml", "word/styles.xml", "[Content_Types].xml"];
    let ofd = ["Doc_0/Document.xml", "OFD.xml"];
    for (entries, name, kind) in [
        (&word[..], "a.docx", MediaType::Docx),
        (&word, "a.wps", MediaType::Wps),
        (&wps, "a.docx", MediaType::Docx),
        (&wps, "a.wps", MediaType::Wps),
        (&ofd, "a.ofd", MediaType::Ofd),
    ] {
        assert_eq!(recognise(&archive(entries, 30), name), Ok(kind), "{name}");
    }
    for (entries, name, found) in [
        (&word[..], "a.pdf", MediaType::Docx),
        (&word, "a.ofd", MediaType::Docx),
        (&ofd, "a.docx", MediaType::Ofd),
    ] {
        let refused = recognise(&archive(entries, 30), name);
        assert_eq!(refused, Err(NotAccepted::Extension { found }), "{name}");
    }
    for entries in [
        &["xl/workbook.xml"][..],
        &["installer.exe"],
        &["sword/document.xml"],
        &["word/document.xml", "word/vbaProject.bin"],
        &["word/document.xml", "OFD.xml"],
        &[],
    ] {
        for name in ["a.docx", "a.wps", "a.ofd", "a.pdf"] {
            let refused = recognise(&archive(entries, 30), name);
            assert_eq!(refused, Err(NotAccepted::Kind), "{entries:?} {name}");
        }
    }
    let found = MediaType::Wps;
    let compound = b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1";
    assert_eq!(
        recognise(compound, "a.docx"),
        Err(NotAccepted::Extension { found })
    );
}

proptest! {
    #[test]
    fn a_package_is_recognised_wherever_its_parts_are_cut(
        filling in 0..300_usize,
        cuts in prop::collection::vec(50..400_usize, 0..6),
    ) {
        for (entries, name, kind) in [
            (["Doc_0/Res/picture.png", "OFD.xml"], "a.ofd", Ok(MediaType::Ofd)),
            (["docProps/app.xml", "word/document.xml"], "a.docx", Ok(MediaType::Docx)),
            (["word/a.xml", "word/vbaProject.bin"], "a.docx", Err(NotAccepted::Kind)),
        ] {
            let file = archive(&entries, filling);
            let mut rest = file.as_slice();
            let mut parts = Vec::new();
            for cut in &cuts {
                let (part, more) = rest.split_at((*cut).min(rest.len()));
                parts.push(part);
                rest = more;
            }
            parts.push(rest);
            let name = FileName::parse(name).unwrap();
            let found = Recognition::begin(parts[0], &name).and_then(|begun| {
                let whole = parts[1..].iter().fold(begun, |begun, part| begun.follow(part));
                whole.end()
            });
            prop_assert_eq!(found, kind);
        }
    }

    #[test]
    fn whatever_comes_is_of_a_kind_that_the_name_allows_or_refused(
        start in prop::sample::select(vec![
            &b""[..], b"PK\x03\x04", b"\0\0\0\x20ftyp", b"\xFF\xFB", b"RIFF", b"#!AMR", b"ID3",
        ]),
        bytes in prop::collection::vec(any::<u8>(), 0..200),
    ) {
        let file = [start, &bytes].concat();
        for name in ["a.docx", "a.mp4", "a.m4a", "a.heic", "a.pdf", "a.amr", "a.wav", "a.ofd"] {
            let name = FileName::parse(name).unwrap();
            if let Ok(kind) = Recognition::begin(&file, &name).and_then(Recognition::end) {
                prop_assert!(name.allows(kind));
            }
        }
    }
}

#[test]
fn what_the_first_part_leaves_open_shows_in_those_that_follow() {
    let file = archive(&["Doc_0/Res/picture.png", "OFD.xml"], 3000);
    let (first, rest) = file.split_at(1000);
    let begin = |name| Recognition::begin(first, &FileName::parse(name).unwrap());
    assert_eq!(
        begin("a.ofd").unwrap().follow(rest).end(),
        Ok(MediaType::Ofd)
    );
    assert_eq!(begin("a.ofd").unwrap().end(), Err(NotAccepted::Kind));
    let found = MediaType::Ofd;
    assert_eq!(
        begin("a.wps").unwrap().follow(rest).end(),
        Err(NotAccepted::Extension { found })
    );
    assert_eq!(begin("a.pdf").err(), Some(NotAccepted::Kind));
}

#[test]
fn what_could_be_run_or_shown_as_a_page_is_not_accepted() {
    for content in [
        &b""[..],
        b"%",
        b"<!DOCTYPE html><p>%PDF-1.7</p>",
        b"\xEF\xBB\xBF<p>%PDF-1.7</p>",
        b"<html><script>alert(1)</script>",
        b"<svg xmlns=\"http://www.w3.org/2000/svg\"/>",
        b"<?xml version=\"1.0\"?><svg/>",
        b"MZ\x90\0\x03\0\0\0",
        b"\x7FELF\x02\x01\x01\0",
        b"#!/bin/sh\necho",
        b"PK\x03\x04\x14\0\0\0",
        b"PK\x05\x06\0\0\0\0",
        b"GIF89a",
        b"plain text",
    ] {
        assert_eq!(recognise(content, "a.pdf"), Err(NotAccepted::Kind));
    }
}

#[test]
fn a_name_that_promises_another_kind_is_refused() {
    let found = MediaType::Png;
    let refused = recognise(b"\x89PNG\r\n\x1A\n\0\0\0\rIHDR", "a.pdf");
    assert_eq!(refused, Err(NotAccepted::Extension { found }));
}
