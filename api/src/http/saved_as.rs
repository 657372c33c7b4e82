//! The name under which an answer is to be saved.

use actix_web::http::header::{
    Charset, ContentDisposition, DispositionParam, DispositionType, ExtendedValue,
};

/// `Content-Disposition: attachment` with `plain` for programs that read ASCII only, and with `name`
/// as it is (RFC 6266, RFC 8187).
pub fn saved_as(plain: String, name: String) -> ContentDisposition {
    let name = ExtendedValue {
        charset: Charset::Ext("UTF-8".to_owned()),
        language_tag: None,
        value: name.into_bytes(),
    };
    ContentDisposition {
        disposition: DispositionType::Attachment,
        parameters: vec![
            DispositionParam::Filename(plain),
            DispositionParam::FilenameExt(name),
        ],
    }
}
