crate::faults! {
    /// A fault in what is to be written into a file, or in how one is named.
    pub enum PersonError {
        MovedByCityOnly = "moved_by_city_only",
            "档案只能由市级移交其他区县", "Only the city moves a file to another region.";
        HistoricByCityOnly = "historic_by_city_only",
            "历史档案只能由市级建立", "Only the city opens historic files.";
        SourceRequired = "source_required",
            "历史档案须写明来源", "A historic file names its source.";
        NumberOrBirthDateRequired = "number_or_birth_date_required",
            "公民身份号码与出生日期(至少到年)须填其一",
            "Give the citizen number or the birth date, at least its year.";
        BirthDateContradictsNumber = "birth_date_contradicts_number",
            "出生日期与公民身份号码不一致", "The birth date is not that of the citizen number.";
        SexContradictsNumber = "sex_contradicts_number",
            "性别与公民身份号码不一致", "The sex is not that of the citizen number.";
        DiedOnWithoutDeath = "died_on_without_death",
            "仅当 life_status 为 deceased 时方可填写死亡日期",
            "A date of death goes with the life_status deceased only.";
        DiedBeforeBirth = "died_before_birth",
            "死亡日期早于出生日期", "The date of death lies before the date of birth.";
        Unknown = "person_unknown", "没有该档案", "There is no such file.";
        NamedTwice = "person_named_twice",
            "同一人在同一事迹中只能填写一次", "The same person is named twice in one deed.";
    }
}
