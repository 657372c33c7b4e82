use super::named_enum::named_enum;

named_enum! {
    /// Level of an honour, lowest first.
    HonourLevel {
        /// Granted in a county.
        County = "county", "县级", "county";
        /// Granted by the city.
        Municipal = "municipal", "市级", "municipal";
        /// Granted by the province.
        Provincial = "provincial", "省级", "provincial";
        /// Granted by the nation.
        National = "national", "国家级", "national";
    }
}

impl HonourLevel {
    /// The level that recommends to this one.
    #[must_use]
    pub const fn next_lower(self) -> Option<HonourLevel> {
        match self {
            HonourLevel::County => None,
            HonourLevel::Municipal => Some(HonourLevel::County),
            HonourLevel::Provincial => Some(HonourLevel::Municipal),
            HonourLevel::National => Some(HonourLevel::Provincial),
        }
    }
}

named_enum! {
    /// Level of an issuing body, lowest first.
    AuthorityLevel {
        /// Township or sub-district.
        Township = "township", "乡镇（街道）级", "township";
        /// County, district or county-level city.
        County = "county", "县级", "county";
        /// City with districts.
        Municipal = "municipal", "市级", "municipal";
        /// Province.
        Provincial = "provincial", "省级", "provincial";
        /// State.
        National = "national", "国家级", "national";
    }
}

named_enum! {
    /// How far a deed became known, nearest first.
    InfluenceArea {
        /// In the county.
        County = "county", "县（市、区）", "the county";
        /// In the city.
        City = "city", "全市", "the city";
        /// In the province.
        Province = "province", "全省", "the province";
        /// In the country.
        National = "national", "全国", "the country";
    }
}
