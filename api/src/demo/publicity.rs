//! What synthetic people agreed to show, so that the honour roll and the studios have something to tell.

use domain::calendar::{PartialDate, Precision};
use domain::ids::{ConsentId, DeedId, PersonId, StudioId};
use domain::people::Person;
use domain::publicity::{
    Basis, Consent, Content, Giver, PublicNotice, PublicStudio, Purpose, RollEntry,
};
use domain::studios::Studio;
use domain::text::{Line, Paragraphs};
use persistence::{RegionScope, cases, people, publicity};

use super::{Demo, DemoError, literal};
use crate::contract::examples::ids;
use crate::problems::Problem;
use crate::publicity::keep;

/// How the people are shown.
pub(super) struct Shown<'a> {
    pub(super) twins: &'a [Person],
    pub(super) nominees: &'a [PersonId],
    pub(super) leaders: &'a [Person],
}

/// Records the consents and gives the examples of the contract their ids.
pub(super) fn fill(demo: &mut Demo<'_, '_>, of: &Shown<'_>) -> Result<(), DemoError> {
    let mut example = Some(literal(ids::CONSENT.parse())?);
    for twin in of.twins {
        let by = match twin.file.died_on.earliest() {
            Some(_) => Giver::Spouse,
            None => Giver::Person,
        };
        let id = example.take();
        record(demo, (twin.id, id), Purpose::HonourRoll, agreed(demo, by)?)?;
    }
    for nominee in of.nominees {
        record(demo, (*nominee, None), Purpose::HonourRoll, published()?)?;
    }
    for leader in of.leaders {
        record(demo, (leader.id, None), Purpose::HonourRoll, published()?)?;
        record(demo, (leader.id, None), Purpose::Studio, published()?)?;
    }
    let studio: StudioId = literal(ids::STUDIO_ACTIVE.parse())?;
    let led = cases::of_file::<Studio>(demo.tx, studio)?;
    let leader = literal(led.first().ok_or("a studio without a leader"))?.person;
    let entry = literal(ids::ROLL_ENTRY.parse())?;
    publicity::rename::<RollEntry>(demo.tx, &leader.to_string(), entry)?;
    let entry = literal(ids::PUBLIC_STUDIO.parse())?;
    publicity::rename::<PublicStudio>(demo.tx, &studio.to_string(), entry)?;
    let deed: DeedId = literal(ids::DEED_RENAMED.parse())?;
    let entry = literal(ids::PUBLIC_NOTICE.parse())?;
    publicity::rename::<PublicNotice>(demo.tx, &deed.to_string(), entry)?;
    Ok(())
}

fn record(
    demo: &mut Demo<'_, '_>,
    (person, id): (PersonId, Option<ConsentId>),
    purpose: Purpose,
    basis: Basis,
) -> Result<(), DemoError> {
    let consent = Consent {
        purpose,
        basis,
        content: content()?,
        withdrawals: Vec::new(),
    };
    demo.command(1, None, |acting| {
        let id = id.unwrap_or_else(|| acting.tx.new_id());
        let found = people::find(acting.tx, &RegionScope::City, person)?;
        let person = found.ok_or_else(Problem::not_found)?;
        let (_, recorded) = keep(acting.tx, (&person, id), &consent)?;
        Ok(((), vec![recorded]))
    })
}

fn agreed(demo: &Demo<'_, '_>, by: Giver) -> Result<Basis, DemoError> {
    let yesterday = demo.tx.today().pred_opt();
    Ok(Basis::Consent {
        by,
        on: literal(yesterday.ok_or("there is no such day"))?,
        paper: literal(Line::parse("公开宣传同意书（演示）"))?,
    })
}

fn published() -> Result<Basis, DemoError> {
    Ok(Basis::LawfullyPublished {
        source: literal(Line::parse("测试晚报《演示事迹》（虚构）"))?,
        address: None,
        on: literal(PartialDate::parse(Precision::Year, Some("2026")))?,
    })
}

fn content() -> Result<Content, DemoError> {
    Ok(Content {
        sex: false,
        unit: None,
        story: Some(literal(Paragraphs::parse(
            "演示数据：挺身而出，救助他人，并非真实事迹。",
        ))?),
    })
}
