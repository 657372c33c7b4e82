use crate::named_enum;

named_enum! {
    /// 荣誉级别 / Level of an honour
    HonourLevel {
        County = "county", "县级", "county";
        Municipal = "municipal", "市级", "municipal";
        Provincial = "provincial", "省级", "provincial";
        National = "national", "国家级", "national";
    }
}

impl HonourLevel {
    /// The level that recommends to this one.
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
    /// 机构级别 / Level of a body
    AuthorityLevel {
        Township = "township", "乡镇（街道）级", "township";
        County = "county", "县级", "county";
        Municipal = "municipal", "市级", "municipal";
        Provincial = "provincial", "省级", "provincial";
        National = "national", "国家级", "national";
    }
}

named_enum! {
    /// 影响范围 / How far a deed became known
    InfluenceArea {
        County = "county", "县（市、区）", "the county";
        City = "city", "全市", "the city";
        Province = "province", "全省", "the province";
        National = "national", "全国", "the country";
    }
}
