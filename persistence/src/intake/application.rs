use domain::calendar::PartialDate;
use domain::deeds::eligibility::{ActType, Filer};
use domain::identity::{CitizenNumber, PersonName, PhoneNumber};
use domain::intake::{Applicant, Application, ToldActor};
use domain::regions::Place;
use domain::text::{Line, Paragraphs};
use serde::{Deserialize, Serialize};

use super::row::{self, Stored, unreadable};
use crate::error::StoreError;
use crate::stored::{Form, forms};

#[derive(Debug, Serialize, Deserialize)]
pub struct Sealed {
    filer: Filer,
    name: PersonName,
    phone: String,
    actors: Vec<SealedActor>,
    act_types: Vec<ActType>,
    occurred_on: PartialDate,
    place: Option<Place>,
    summary: Paragraphs<2000>,
    beneficiaries: Vec<Line<100>>,
}

#[derive(Debug, Serialize, Deserialize)]
struct SealedActor {
    name: PersonName,
    citizen_number: Option<String>,
}

impl Stored for Application {
    const WORD: &'static str = "application";
    type Sealed = Sealed;
    const FORM: Form<row::Sealed<Self>> = forms::APPLICATION;

    fn to_sealed(&self) -> Sealed {
        let actors = self.actors.iter().map(|actor| SealedActor {
            name: actor.name.clone(),
            citizen_number: actor
                .citizen_number
                .as_ref()
                .map(|number| number.expose().to_owned()),
        });
        Sealed {
            filer: self.applicant.filer,
            name: self.applicant.name.clone(),
            phone: self.applicant.phone.expose().to_owned(),
            actors: actors.collect(),
            act_types: self.act_types.clone(),
            occurred_on: self.occurred_on,
            place: self.place,
            summary: self.summary.clone(),
            beneficiaries: self.beneficiaries.clone(),
        }
    }

    fn of_sealed(sealed: Sealed) -> Result<Self, StoreError> {
        let actors = sealed.actors.into_iter().map(|actor| {
            let number = actor.citizen_number.as_deref().map(CitizenNumber::parse);
            Ok(ToldActor {
                name: actor.name,
                citizen_number: number.transpose().map_err(|_| unreadable())?,
            })
        });
        Ok(Self {
            applicant: Applicant {
                filer: sealed.filer,
                name: sealed.name,
                phone: PhoneNumber::parse(&sealed.phone).map_err(|_| unreadable())?,
            },
            actors: actors.collect::<Result<_, StoreError>>()?,
            act_types: sealed.act_types,
            occurred_on: sealed.occurred_on,
            place: sealed.place,
            summary: sealed.summary,
            beneficiaries: sealed.beneficiaries,
        })
    }
}
