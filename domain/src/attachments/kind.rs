//! The kinds of file that are accepted: documents, pictures and recordings, as evidence comes
//! (Shandong Regulation on Rewarding and Protecting People Who Act Bravely, article 12). Nothing that a
//! browser or a computer would run.

use std::collections::BTreeSet;

use crate::named_enum;

named_enum! {
    /// 附件的文件类型 / What the content of an attachment is
    MediaType as "AttachmentMediaType" {
        /// ISO 32000.
        Pdf = "application/pdf", "PDF 文档", "PDF document";
        /// GB/T 33190, the fixed layout of Chinese offices.
        Ofd = "application/ofd", "OFD 版式文档", "OFD document";
        /// ISO/IEC 29500.
        Docx = "application/vnd.openxmlformats-officedocument.wordprocessingml.document", "Word 文档", "Word document";
        /// The documents of WPS Writer: those of before are compound files (MS-CFB), those of today
        /// packages like [`Docx`](Self::Docx).
        Wps = "application/wps-office.wps", "WPS 文字文档", "WPS document";
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
        /// 3GPP TS 26.244, as older telephones record.
        ThreeGpp = "video/3gpp", "3GP 视频", "3GP film";
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
        /// RFC 4867 with the wider band.
        AmrWb = "audio/amr-wb", "AMR-WB 录音", "AMR-WB recording";
    }
}

impl MediaType {
    /// The extensions of its files, the usual one first.
    const fn known_extensions(self) -> &'static [&'static str] {
        match self {
            Self::Pdf => &["pdf"],
            Self::Ofd => &["ofd"],
            Self::Docx => &["docx"],
            Self::Wps => &["wps"],
            Self::Jpeg => &["jpg", "jpeg"],
            Self::Png => &["png"],
            Self::Webp => &["webp"],
            Self::Heif => &["heic", "heif"],
            Self::Mp4 => &["mp4", "m4v"],
            Self::ThreeGpp => &["3gp"],
            Self::QuickTime => &["mov"],
            Self::Mp3 => &["mp3"],
            Self::M4a => &["m4a"],
            Self::Wav => &["wav"],
            Self::Amr => &["amr"],
            // Telephones call both the same.
            Self::AmrWb => &["awb", "amr"],
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
    /// The kind whose files have this extension, in either case: of several the usual one.
    pub fn of_extension(extension: &str) -> Option<Self> {
        Self::ALL
            .iter()
            .copied()
            .find(|kind| kind.has_extension(extension))
    }

    /// Whether its files may have this extension, in either case.
    pub(super) fn has_extension(self, extension: &str) -> bool {
        let mut known = self.known_extensions().iter();
        known.any(|known| known.eq_ignore_ascii_case(extension))
    }

    pub(super) fn extensions() -> String {
        let all = Self::ALL.iter().flat_map(|kind| kind.known_extensions());
        let each_once: BTreeSet<&str> = all.copied().collect();
        Vec::from_iter(each_once).join(", ")
    }

    fn names() -> String {
        let all = Self::ALL.iter().map(|kind| kind.as_str());
        all.collect::<Vec<_>>().join(", ")
    }
}
