use crate::named_enum;

named_enum! {
    /// 当事人 / A party of a case
    ///
    /// Somebody to whom a decision is delivered and who may ask for reconfirmation
    /// (Shandong Regulation on Rewarding and Protecting People Who Act Bravely, articles 10, 13, 14).
    Party {
        Actor = "actor", "行为人", "the actor";
        /// A close relative of the actor (Civil Code article 1045).
        CloseRelative = "close_relative", "近亲属", "a close relative";
        Recommender = "recommender", "举荐人", "the recommender";
    }
}
