use std::{fmt, str::FromStr};

use serde_with::{DeserializeFromStr, SerializeDisplay};

use super::MediaType;
use crate::text::is_unseen;

/// The longest file name, in characters.
const MAX: usize = 200;

/// The name of a file, without a folder, that ends in the extension of a kind of file that is
/// accepted. It may hold personal data.
#[derive(Debug, Clone, PartialEq, Eq, SerializeDisplay, DeserializeFromStr)]
pub struct FileName(String);

crate::faults! {
    pub enum FileNameError {
        Length = "file_name_length",
            "文件名须有 1 至 {max} 个字符", "A file name has 1 to {max} characters.", max = MAX;
        Character = "file_name_character",
            "文件名不得含路径分隔符、控制字符或改变书写方向的字符",
            "A file name holds no path separator, no control character and none that turns the direction of writing.";
        Extension = "file_name_extension",
            "文件名须以下列扩展名之一结尾：{allowed}",
            "A file name ends in one of these extensions: {allowed}.",
            allowed = MediaType::extensions();
    }
}

impl FileName {
    /// Reads a name as it was typed; outer spaces go.
    pub fn parse(text: &str) -> Result<Self, FileNameError> {
        let text = text.trim();
        if text.is_empty() || text.chars().count() > MAX {
            return Err(FileNameError::Length);
        }
        if text.chars().any(is_unfit) {
            return Err(FileNameError::Character);
        }
        let name = Self(text.to_owned());
        name.promises().ok_or(FileNameError::Extension)?;
        Ok(name)
    }

    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The kind of file that the extension promises: of several the usual one.
    pub fn promises(&self) -> Option<MediaType> {
        self.extension().and_then(MediaType::of_extension)
    }

    /// Whether files of this kind may have that extension.
    pub fn allows(&self, kind: MediaType) -> bool {
        self.extension()
            .is_some_and(|extension| kind.has_extension(extension))
    }

    fn extension(&self) -> Option<&str> {
        let (stem, extension) = self.0.rsplit_once('.')?;
        (!stem.is_empty()).then_some(extension)
    }
}

fn is_unfit(symbol: char) -> bool {
    symbol.is_control()
        || matches!(symbol, '/' | '\\' | '\u{2028}' | '\u{2029}')
        || is_unseen(symbol)
}

impl fmt::Display for FileName {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.0)
    }
}

impl FromStr for FileName {
    type Err = FileNameError;

    fn from_str(text: &str) -> Result<Self, FileNameError> {
        Self::parse(text)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn a_name_is_one_line_without_folders_and_promises_a_kind() {
        let name = FileName::parse(" 测试𠮷 现场.照片.JPEG ").unwrap();
        assert_eq!(name.as_str(), "测试𠮷 现场.照片.JPEG");
        assert_eq!(name.promises(), Some(MediaType::Jpeg));
        for (text, error) in [
            (" ", FileNameError::Length),
            (&format!("{}.pdf", "长".repeat(197)), FileNameError::Length),
            ("../测试.pdf", FileNameError::Character),
            ("C:\\测试.pdf", FileNameError::Character),
            ("测试\r\n.pdf", FileNameError::Character),
            ("测试\0.pdf", FileNameError::Character),
            ("测试\u{202E}fdp.pdf", FileNameError::Character),
            ("测试", FileNameError::Extension),
            (".pdf", FileNameError::Extension),
            ("测试.pdf.", FileNameError::Extension),
            ("测试.html", FileNameError::Extension),
            ("测试.pdf.exe", FileNameError::Extension),
        ] {
            assert_eq!(FileName::parse(text), Err(error), "{text}");
        }
    }

    proptest! {
        #[test]
        fn what_is_taken_names_no_other_folder_and_reads_back(text in "\\PC{0,20}[./\\\\\u{0}-\u{20}]{0,2}(pdf|png|exe)?") {
            if let Ok(name) = FileName::parse(&text) {
                prop_assert!(!name.as_str().contains(['/', '\\', '\0', '\r', '\n']));
                prop_assert_eq!(FileName::parse(name.as_str()), Ok(name.clone()));
            }
        }
    }
}
