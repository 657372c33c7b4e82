//! Which synthetic commendations there are, and in which state each is.

use domain::ids::{DeedId, PersonId};
use domain::policy::Harm;
use domain::regions::RegionCode;

use super::made::{Made, PROVINCE_TITLE, reviewed};
use super::{DEAD, Steps, TOGETHER, Walked};
use crate::contract::examples::ids;
use crate::demo::cases::with;
use crate::demo::{DemoError, literal};

const CITY_TITLE: &str = "liaocheng_model";
const OTHER_TITLE: &str = "liaocheng_advanced";
const CITY_GROUP: &str = "liaocheng_group";

impl Made {
    /// All of them. An example of the contract finds its commendation in the state that it needs.
    #[expect(clippy::too_many_lines, reason = "one line for each commendation")]
    pub(super) fn seeds(
        &self,
        city: RegionCode,
        county: RegionCode,
        deeds: &[(DeedId, Vec<PersonId>)],
    ) -> Result<Vec<Walked>, DemoError> {
        let missing = || "a synthetic hero is missing";
        let deed = |place: usize| literal(deeds.get(place).ok_or_else(missing));
        let hero = |index: usize| -> Result<(DeedId, PersonId), DemoError> {
            let (basis, people) = deed(index / TOGETHER)?;
            let person = people.get(index % TOGETHER).ok_or_else(missing);
            Ok((*basis, *literal(person)?))
        };
        let suspended = with(reviewed(), [(5, self.words.suspension())]);
        let away = self.words.handed_over()?;
        let gone: Steps = [reviewed(), away].into_iter().flatten().collect();
        let to_city = self.words.transferred(city)?;
        let to_county = self.words.transferred(county)?;
        #[rustfmt::skip]
        let alone: Vec<(&'static str, RegionCode, &'static str, Steps)> = vec![
            (ids::COMMENDATION, city, CITY_TITLE, Vec::new()),
            (ids::COMMENDATION_REVIEWED, city, CITY_TITLE, reviewed()),
            (ids::COMMENDATION_ASKED, city, CITY_TITLE, Self::asked()?),
            (ids::COMMENDATION_OF_COUNTY, county, CITY_TITLE, reviewed()),
            (ids::COMMENDATION_RECOMMENDED, county, CITY_TITLE, self.recommended()),
            (ids::COMMENDATION_DECLINING, city, CITY_TITLE, Vec::new()),
            (ids::COMMENDATION_PROVINCIAL, city, PROVINCE_TITLE, reviewed()),
            (ids::COMMENDATION_SUBMITTED, city, PROVINCE_TITLE, self.submitted()),
            (ids::COMMENDATION_ABOVE, city, PROVINCE_TITLE, self.submitted()),
            (ids::COMMENDATION_READY, city, CITY_TITLE, self.accepted()),
            (ids::COMMENDATION_IN_ROUND, city, CITY_TITLE, self.in_round()?),
            (ids::COMMENDATION_LATE, city, CITY_TITLE, reviewed()),
            (ids::COMMENDATION_DEFERRED, city, CITY_TITLE, self.deferred()),
            (ids::COMMENDATION_WEAK, city, CITY_TITLE, reviewed()),
            (ids::COMMENDATION_IMMEDIATE, city, CITY_TITLE, self.accepted()),
            (ids::COMMENDATION_AWARDED, city, CITY_TITLE, self.awarded()?),
            (ids::COMMENDATION_CONFERRED, city, CITY_TITLE, self.conferred()?),
            (ids::COMMENDATION_WRONG, city, CITY_TITLE, self.awarded()?),
            (ids::COMMENDATION_TOLD, city, CITY_TITLE, self.told()?),
            (ids::COMMENDATION_SILENT, city, CITY_TITLE, self.told()?),
            (ids::COMMENDATION_SPARED, city, CITY_TITLE, self.told()?),
            (ids::COMMENDATION_TO_REVOKE, city, CITY_TITLE, self.heard()?),
            (ids::COMMENDATION_REVOKED, city, CITY_TITLE, self.revoked()?),
            (ids::COMMENDATION_FROM_ABOVE, city, PROVINCE_TITLE, self.granted_above()),
            (ids::COMMENDATION_SUSPENDED, city, CITY_TITLE, suspended),
            (ids::COMMENDATION_TRANSFERRED, county, CITY_TITLE, to_city),
            (ids::COMMENDATION_DISPUTED, county, CITY_TITLE, self.words.transferred(city)?),
            (ids::COMMENDATION_KEPT, city, CITY_TITLE, to_county),
            (ids::COMMENDATION_OUTSIDE, city, CITY_TITLE, reviewed()),
            (ids::COMMENDATION_HANDED_OVER, city, CITY_TITLE, gone),
            (ids::COMMENDATION_UNBACKED, city, CITY_TITLE, Vec::new()),
            (ids::COMMENDATION_OF_ROUND, city, CITY_TITLE, self.of_round()?),
            (ids::COMMENDATION_HELD_UP, city, CITY_TITLE, self.held_up()?),
            (ids::COMMENDATION_TO_DESIGNATE, city, CITY_TITLE, reviewed()),
            (ids::COMMENDATION_NOT_GRANTED, city, CITY_TITLE, self.not_granted()),
            // Further titles of the first heroes.
            (ids::COMMENDATION_DECLINED, city, OTHER_TITLE, self.declined()?),
            (ids::COMMENDATION_TAKEN_OFF, city, OTHER_TITLE, self.taken_off()?),
        ];
        let mut all = Vec::new();
        for (index, (file, region, title, steps)) in alone.into_iter().enumerate() {
            let (basis, person) = hero(index % DEAD)?;
            let nominated = match file {
                ids::COMMENDATION_OF_ROUND | ids::COMMENDATION_HELD_UP => 24,
                _ => 20,
            };
            all.push(Walked {
                file,
                region,
                title,
                group: None,
                basis,
                nominated,
                members: vec![(person, Harm::Injured)],
                steps,
            });
        }
        let (basis, who_died) = hero(DEAD)?;
        all.push(Walked {
            file: ids::COMMENDATION_POSTHUMOUS,
            region: city,
            title: CITY_TITLE,
            group: None,
            basis,
            nominated: 20,
            members: vec![(who_died, Harm::Died)],
            steps: reviewed(),
        });
        let (basis, trio) = literal(deeds.last().ok_or_else(missing))?;
        let members = trio.iter().take(3);
        all.push(Walked {
            file: ids::COMMENDATION_GROUP,
            region: city,
            title: CITY_GROUP,
            group: Some("测试救人群体"),
            basis: *basis,
            nominated: 20,
            members: members.map(|person| (*person, Harm::None)).collect(),
            steps: self.awarded()?,
        });
        // Nominated after the confirmation was revoked, so that it falls at once.
        all.push(Walked {
            file: ids::COMMENDATION_FALLEN,
            region: city,
            title: CITY_TITLE,
            group: None,
            basis: literal(ids::DEED_REVOKED.parse())?,
            nominated: 0,
            members: vec![(literal(ids::PERSON.parse())?, Harm::None)],
            steps: Vec::new(),
        });
        Ok(all)
    }
}
