//! The kinds of file that are accepted, recognised by their content: documents, pictures and
//! recordings, as evidence comes (Shandong Regulation on Rewarding and Protecting People Who Act
//! Bravely, article 12). Nothing that a browser or a computer would run.

use super::FileName;
use crate::named_enum;

named_enum! {
    /// 附件的文件类型 / What the content of an attachment is
    MediaType as "AttachmentMediaType" {
        /// ISO 32000.
        Pdf = "application/pdf", "PDF 文档", "PDF document";
        /// ITU-T T.81.
        Jpeg = "image/jpeg", "JPEG 图片", "JPEG picture";
        /// ISO/IEC 15948.
        Png = "image/png", "PNG 图片", "PNG picture";
        /// RFC 9649.
        Webp = "image/webp", "WebP 图片", "WebP picture";
        /// ISO/IEC 23008-12, as telephones take pictures.
        Heif = "image/heif", "HEIF 图片", "HEIF picture";
        /// ISO/IEC 14496-14.
        Mp4 = "video/mp4", "MP4 视频", "MP4 film";
        /// The films of some telephones.
        QuickTime = "video/quicktime", "QuickTime 视频", "QuickTime film";
        /// ISO/IEC 11172-3.
        Mp3 = "audio/mpeg", "MP3 录音", "MP3 recording";
        /// ISO/IEC 14496-14 with sound alone.
        M4a = "audio/m4a", "M4A 录音", "M4A recording";
        /// RFC 2361.
        Wav = "audio/x-wav", "WAV 录音", "WAV recording";
        /// RFC 4867, as telephones record calls.
        Amr = "audio/amr", "AMR 录音", "AMR recording";
    }
}

impl MediaType {
    /// The extensions of its files, the usual one first.
    const fn known_extensions(self) -> &'static [&'static str] {
        match self {
            Self::Pdf => &["pdf"],
            Self::Jpeg => &["jpg", "jpeg"],
            Self::Png => &["png"],
            Self::Webp => &["webp"],
            Self::Heif => &["heic", "heif"],
            Self::Mp4 => &["mp4"],
            Self::QuickTime => &["mov"],
            Self::Mp3 => &["mp3"],
            Self::M4a => &["m4a"],
            Self::Wav => &["wav"],
            Self::Amr => &["amr"],
        }
    }

    /// The usual extension of its files.
    pub const fn extension(self) -> &'static str {
        match self.known_extensions() {
            [usual, ..] => usual,
            [] => "",
        }
    }
}

crate::faults! {
    /// The content is not of a kind that is accepted, or not of the kind that the name promises.
    pub enum NotAccepted {
        Kind = "attachment_kind",
            "不接受此类文件，只接受：{allowed}",
            "Files of this kind are not accepted, only: {allowed}.", allowed = MediaType::names();
        Extension { found: MediaType } = "attachment_extension",
            "文件名的扩展名与内容不符，按内容应为：{expected}",
            "The extension of the file name is not that of the content, which is: {expected}.",
            expected = found.known_extensions().join(", ");
    }
}

impl MediaType {
    /// What a file is, by its first bytes: its whole first part, or all of it if it is shorter.
    ///
    /// The name must promise the same: a picture called `.html` is a page to anyone who opens it.
    pub fn recognise(first: &[u8], name: &FileName) -> Result<Self, NotAccepted> {
        let found = infer::get(first)
            .and_then(|kind| kind.mime_type().parse().ok())
            .ok_or(NotAccepted::Kind)?;
        // Readers also take a document that begins with something else; that may be a page.
        if found == Self::Pdf && !first.starts_with(b"%PDF-") {
            return Err(NotAccepted::Kind);
        }
        if name.promises() == Some(found) {
            Ok(found)
        } else {
            Err(NotAccepted::Extension { found })
        }
    }

    /// The kind whose files have this extension, in either case.
    pub fn of_extension(extension: &str) -> Option<Self> {
        let extension = extension.to_ascii_lowercase();
        Self::ALL
            .iter()
            .copied()
            .find(|kind| kind.known_extensions().contains(&extension.as_str()))
    }

    pub(super) fn extensions() -> String {
        let all = Self::ALL.iter().flat_map(|kind| kind.known_extensions());
        all.copied().collect::<Vec<_>>().join(", ")
    }

    fn names() -> String {
        let all = Self::ALL.iter().map(|kind| kind.as_str());
        all.collect::<Vec<_>>().join(", ")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn recognise(content: &[u8], name: &str) -> Result<MediaType, NotAccepted> {
        MediaType::recognise(content, &FileName::parse(name).unwrap())
    }

    #[test]
    fn each_accepted_kind_is_recognised_by_its_content() {
        for (content, name, kind) in [
            (&b"%PDF-1.7\n"[..], "a.pdf", MediaType::Pdf),
            (b"\xFF\xD8\xFF\xE0\0\x10JFIF", "a.jpeg", MediaType::Jpeg),
            (b"\x89PNG\r\n\x1A\n\0\0\0\rIHDR", "a.png", MediaType::Png),
            (b"RIFF\0\0\0\0WEBPVP8 ", "a.webp", MediaType::Webp),
            (
                b"\0\0\0\x18ftypheic\0\0\0\0mif1heic",
                "a.heic",
                MediaType::Heif,
            ),
            (
                b"\0\0\0\x18ftypmp42\0\0\0\0mp42isom",
                "a.MP4",
                MediaType::Mp4,
            ),
            (
                b"\0\0\0\x14ftypqt  \0\0\0\0qt  ",
                "a.mov",
                MediaType::QuickTime,
            ),
            (b"ID3\x04\0\0\0\0\0\0", "a.mp3", MediaType::Mp3),
            (b"\0\0\0\x18ftypM4A \0\0\0\0M4A ", "a.m4a", MediaType::M4a),
            (b"RIFF\0\0\0\0WAVEfmt ", "a.wav", MediaType::Wav),
            (b"#!AMR\n\0\0\0\0\0\0", "a.amr", MediaType::Amr),
        ] {
            assert_eq!(recognise(content, name), Ok(kind), "{name}");
        }
    }

    #[test]
    fn what_could_be_run_or_shown_as_a_page_is_not_accepted() {
        for content in [
            &b""[..],
            b"%",
            b"<!DOCTYPE html><p>%PDF-1.7</p>",
            b"<html><script>alert(1)</script>",
            b"<svg xmlns=\"http://www.w3.org/2000/svg\"/>",
            b"<?xml version=\"1.0\"?><svg/>",
            b"MZ\x90\0\x03\0\0\0",
            b"\x7FELF\x02\x01\x01\0",
            b"#!/bin/sh\necho",
            b"PK\x03\x04\x14\0\0\0",
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
}
