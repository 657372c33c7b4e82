crate::faults! {
    /// A fault in a published case, beyond the form of a single value.
    pub enum CaseError {
        ActorNamedTwice = "actor_named_twice",
            "同一事迹中姓名重复，无法区分",
            "The deed names this actor twice; the two could not be told apart.";
        AgeOfSeveralActors = "age_of_several_actors",
            "事迹有多名行为人，无法判断是谁的年龄",
            "The deed has several actors, so the age could be that of any of them.";
        HarmOfNoActor = "harm_of_no_actor",
            "此人不是该事迹的行为人", "This is no actor of the deed.";
        DeedKeyRepeated = "deed_key_repeated",
            "文件中已有相同编号的事迹", "A deed before this one in the file has the same key.";
        PlaceInsideCity = "place_inside_city",
            "市域外事迹的地点在本市之内", "The place of a deed outside the city lies in the city.";
        MemberOfOtherList = "member_of_other_list",
            "此成员只用于另一列表中的事迹", "Only deeds of the other list have this member.";
    }
}
