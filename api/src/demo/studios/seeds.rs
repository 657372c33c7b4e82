//! Which synthetic studios there are, and in which state each is.

use chrono::NaiveDate;
use domain::deeds::eligibility::Filer;
use domain::regions::RegionCode;
use domain::text::Line;
use persistence::Tx;

use super::made::{Made, Steps};
use crate::contract::examples::ids;
use crate::demo::cases::{Words, with};
use crate::demo::{DemoError, literal};

/// A studio with the steps that were taken in it, and how many days ago.
pub(super) struct Walked {
    pub(super) file: &'static str,
    pub(super) case: Option<&'static str>,
    /// The id of the decision to name it, where an example names it.
    pub(super) naming: Option<&'static str>,
    pub(super) region: RegionCode,
    pub(super) proposed: u64,
    pub(super) filer: Filer,
    /// Whether it carries the name of a group.
    pub(super) group: bool,
    /// Whether the leader was recognised.
    pub(super) honoured: bool,
    pub(super) steps: Steps,
}

impl Walked {
    fn new(file: &'static str, region: RegionCode, proposed: u64, steps: Steps) -> Self {
        Self {
            file,
            case: None,
            naming: None,
            region,
            proposed,
            filer: Filer::OwnMotion,
            group: false,
            honoured: true,
            steps,
        }
    }
}

/// So many days ago the studios were proposed that run for more than three years.
const OLD: u64 = 1160;

/// The year that the example of a yearly assessment names.
const EXAMPLE_YEAR: i32 = 2025;

/// All of them. An example of the contract finds its studio in the state that it needs, when the examples are
/// tried in their order.
#[expect(
    clippy::too_many_lines,
    reason = "an entry for each studio, which is the one list of them"
)]
pub(super) fn seeds(tx: &Tx<'_>, city: RegionCode) -> Result<Vec<Walked>, DemoError> {
    let county = literal(RegionCode::parse(super::COUNTY))?;
    let made = Made {
        words: Words::new(tx, "测试工作室文号")?,
        place: literal(Line::parse("测试小学"))?,
        sign: literal(Line::parse("聊工室牌（演示）"))?,
        whom: literal(Line::parse("测试英模家庭"))?,
    };
    let summer = NaiveDate::from_ymd_opt(EXAMPLE_YEAR, 7, 1);
    let since = summer.map(|day| tx.today().signed_duration_since(day).num_days());
    let last_year = since
        .and_then(|days| u64::try_from(days).ok())
        .unwrap_or(500);
    let new = |file, proposed, steps| Walked::new(file, city, proposed, steps);
    Ok(vec![
        Walked {
            case: Some(ids::STUDIO_CASE),
            ..new(ids::STUDIO, 3, Vec::new())
        },
        new(ids::STUDIO_IN_REVIEW, 20, Made::accepted(20)),
        new(ids::STUDIO_READY, 20, made.ready(ids::STUDIO_READY, 20)?),
        Walked {
            group: true,
            ..new(ids::STUDIO_OF_GROUP, 20, Made::accepted(20))
        },
        new(ids::STUDIO_TOLD, 20, made.told(20)),
        new(ids::STUDIO_SILENT, 20, made.told(20)),
        new(
            ids::STUDIO_HEARD,
            20,
            with(made.told(20), [(15, made.waiver(ids::STUDIO_HEARD, 15)?)]),
        ),
        new(
            ids::STUDIO_REFUSED,
            20,
            with(
                made.told(20),
                [
                    (15, made.waiver(ids::STUDIO_REFUSED, 15)?),
                    (14, made.refusal()),
                ],
            ),
        ),
        Walked {
            naming: Some(ids::STUDIO_NAMING),
            ..new(ids::STUDIO_NAMED, 20, made.named(ids::STUDIO_NAMED, 20)?)
        },
        new(
            ids::STUDIO_ACTIVE,
            25,
            made.running(ids::STUDIO_ACTIVE, 25)?,
        ),
        new(
            ids::STUDIO_LAST_YEAR,
            last_year,
            made.running(ids::STUDIO_LAST_YEAR, last_year)?,
        ),
        new(
            ids::STUDIO_OLD,
            OLD,
            made.reported(ids::STUDIO_OLD, OLD, tx.today())?,
        ),
        new(
            ids::STUDIO_SHORT,
            OLD,
            made.running(ids::STUDIO_SHORT, OLD)?,
        ),
        new(
            ids::STUDIO_RECTIFYING,
            last_year,
            made.rectifying(ids::STUDIO_RECTIFYING, last_year, EXAMPLE_YEAR)?,
        ),
        new(
            ids::STUDIO_HOST_CLOSED,
            40,
            made.host_closed(ids::STUDIO_HOST_CLOSED, 40)?,
        ),
        Walked {
            honoured: false,
            ..new(ids::STUDIO_LEADER_REVOKED, 10, Vec::new())
        },
        new(
            ids::STUDIO_TO_WITHDRAW,
            40,
            made.to_withdraw(ids::STUDIO_TO_WITHDRAW, 40)?,
        ),
        new(
            ids::STUDIO_WITHDRAWN,
            40,
            made.withdrawn(ids::STUDIO_WITHDRAWN, 40)?,
        ),
        Walked {
            filer: Filer::Actor,
            ..new(ids::STUDIO_OF_APPLICANT, 20, Vec::new())
        },
        Walked {
            filer: Filer::Employer,
            ..new(ids::STUDIO_RECOMMENDED, 20, Vec::new())
        },
        Walked {
            filer: Filer::Actor,
            ..new(
                ids::STUDIO_TAKEN_BACK,
                26,
                made.words.withdrawn(ids::STUDIO_TAKEN_BACK)?,
            )
        },
        new(
            ids::STUDIO_SUSPENDED,
            20,
            vec![(10, made.words.suspension().into())],
        ),
        Walked::new(
            ids::STUDIO_TRANSFERRED,
            county,
            5,
            made.words.transferred(city)?,
        ),
        Walked::new(
            ids::STUDIO_DISPUTED,
            county,
            5,
            made.words.transferred(city)?,
        ),
        new(ids::STUDIO_KEPT, 5, made.words.transferred(county)?),
        Walked {
            honoured: false,
            ..new(ids::STUDIO_LAPSED, 10, Made::lapsed())
        },
        new(ids::STUDIO_HANDED_OVER, 10, made.words.handed_over()?),
    ])
}
