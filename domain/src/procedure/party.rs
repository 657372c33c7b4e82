use crate::policy::named_enum;

named_enum! {
    /// Somebody to whom a decision is delivered and who may ask for reconfirmation
    /// (Shandong Regulation on Rewarding and Protecting People Who Act Bravely, articles 10, 13, 14).
    Party {
        /// The actor.
        Actor = "actor", "行为人", "the actor";
        /// A close relative of the actor (Civil Code article 1045).
        CloseRelative = "close_relative", "近亲属", "a close relative";
        /// Whoever recommended the actor.
        Recommender = "recommender", "举荐人", "the recommender";
    }
}
