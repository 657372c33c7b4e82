use super::{
    FieldChange, FileStatus, LifeStatus, MatchStatus, Person, PersonFile, changes::changes,
    draft::agrees,
};
use crate::{calendar::PartialDate, identity::Sex};

/// The file that two became.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Merged {
    /// The survivor's file with what it lacked.
    pub file: PersonFile,
    pub taken: Vec<FieldChange>,
}

crate::faults! {
    /// A condition of merging that is not met.
    pub enum Unmet {
        SameFile = "merge_same_file", "两者是同一份档案", "The two are one file already.";
        AlreadyMerged = "merge_already_merged",
            "其中一份档案此前已并入他档", "One of the files was merged before.";
        CitizenNumbersDiffer = "merge_citizen_numbers_differ",
            "两份档案的公民身份号码不同", "The files have different citizen numbers.";
        BirthDatesDiffer = "merge_birth_dates_differ",
            "两份档案的出生日期不可能相同", "What the files know of the birth date cannot both be.";
        SexesDiffer = "merge_sexes_differ", "两份档案的性别不同", "The files say different sexes.";
        OneIsSynthetic = "merge_one_is_synthetic",
            "一份为真实人员，另一份为演示数据",
            "One file is of a real person, the other made up for demonstration.";
        LeftApart = "merge_left_apart",
            "核对任务已认定两份档案不是同一人；认定有误的，请先重新启动该任务",
            "The match task found that the files are of two people. If that was wrong, reopen the task first.";
    }
}

/// Merges `absorbed` into `survivor`, which keeps what it says and takes what it lacks; or every
/// condition that is not met. `task` is how the pair's match task stands, where it has one.
pub fn merge(
    survivor: &Person,
    absorbed: &Person,
    task: Option<MatchStatus>,
) -> Result<Merged, Vec<Unmet>> {
    let unmet = unmet(survivor, absorbed, task);
    if !unmet.is_empty() {
        return Err(unmet);
    }
    let mut file = survivor.file.clone();
    // Taken apart, so that a new member cannot be left out unseen.
    let PersonFile {
        region: _,
        file_origin: _,
        source,
        synthetic: _,
        name: _,
        sex,
        birth_date,
        citizen_number,
        phone,
        address,
        life_status,
        died_on,
        household_region,
        native_place,
        origin,
    } = absorbed.file.clone();
    file.citizen_number = file.citizen_number.or(citizen_number);
    if birth_date.precision() < file.birth_date.precision() {
        file.birth_date = birth_date;
    }
    if !is_known(file.sex) && sex != Sex::Unknown {
        file.sex = sex;
    }
    file.phone = file.phone.or(phone);
    file.address = file.address.or(address);
    if file.life_status == LifeStatus::Unknown {
        file.life_status = life_status;
    }
    if file.life_status == LifeStatus::Deceased && file.died_on == PartialDate::UNKNOWN {
        file.died_on = died_on;
    }
    file.household_region = file.household_region.or(household_region);
    file.native_place = file.native_place.or(native_place);
    file.origin = file.origin.or(origin);
    file.source = file.source.or(source);
    let taken = changes(&survivor.file, &file);
    Ok(Merged { file, taken })
}

fn unmet(survivor: &Person, absorbed: &Person, task: Option<MatchStatus>) -> Vec<Unmet> {
    let (one, other) = (&survivor.file, &absorbed.file);
    let numbers_differ = matches!(
        (&one.citizen_number, &other.citizen_number),
        (Some(one), Some(other)) if one != other
    );
    let sexes_differ = is_known(one.sex) && is_known(other.sex) && one.sex != other.sex;
    let dates_differ = !may_be_one_day(one.birth_date, other.birth_date);
    let merged_before = [survivor, absorbed]
        .iter()
        .any(|person| person.status != FileStatus::Active);
    [
        (survivor.id == absorbed.id, Unmet::SameFile),
        (merged_before, Unmet::AlreadyMerged),
        (numbers_differ, Unmet::CitizenNumbersDiffer),
        (dates_differ, Unmet::BirthDatesDiffer),
        (sexes_differ, Unmet::SexesDiffer),
        (one.synthetic != other.synthetic, Unmet::OneIsSynthetic),
        (task == Some(MatchStatus::Dismissed), Unmet::LeftApart),
    ]
    .into_iter()
    .filter_map(|(fails, unmet)| fails.then_some(unmet))
    .collect()
}

const fn is_known(sex: Sex) -> bool {
    matches!(sex, Sex::Male | Sex::Female)
}

fn may_be_one_day(one: PartialDate, other: PartialDate) -> bool {
    let reaches =
        |from: PartialDate, to: PartialDate| from.earliest().is_none_or(|first| agrees(to, first));
    reaches(one, other) || reaches(other, one)
}
