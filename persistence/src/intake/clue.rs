use domain::calendar::PartialDate;
use domain::identity::{PersonName, PhoneNumber};
use domain::intake::{Clue, Contact};
use domain::regions::Place;
use domain::text::Paragraphs;
use serde::{Deserialize, Serialize};

use super::row::{self, Stored, unreadable};
use crate::error::StoreError;
use crate::stored::{Form, forms};

#[derive(Debug, Serialize, Deserialize)]
pub struct Sealed {
    text: Paragraphs<2000>,
    occurred_on: PartialDate,
    place: Option<Place>,
    contact: Option<SealedContact>,
}

#[derive(Debug, Serialize, Deserialize)]
struct SealedContact {
    name: Option<PersonName>,
    phone: String,
}

impl Stored for Clue {
    const WORD: &'static str = "clue";
    type Sealed = Sealed;
    const FORM: Form<row::Sealed<Self>> = forms::CLUE;

    fn to_sealed(&self) -> Sealed {
        let contact = self.contact.as_ref().map(|contact| SealedContact {
            name: contact.name.clone(),
            phone: contact.phone.expose().to_owned(),
        });
        Sealed {
            text: self.text.clone(),
            occurred_on: self.occurred_on,
            place: self.place,
            contact,
        }
    }

    fn of_sealed(sealed: Sealed) -> Result<Self, StoreError> {
        let contact = sealed.contact.map(|contact| {
            Ok::<_, StoreError>(Contact {
                name: contact.name,
                phone: PhoneNumber::parse(&contact.phone).map_err(|_| unreadable())?,
            })
        });
        Ok(Self {
            text: sealed.text,
            occurred_on: sealed.occurred_on,
            place: sealed.place,
            contact: contact.transpose()?,
        })
    }
}
