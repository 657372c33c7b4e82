crate::faults! {
    /// Why something from the public cannot be taken up, or go where it is sent.
    pub enum FilingError {
        ApplicationUnknown = "application_unknown",
            "您的辖区内没有该申请", "There is no such application in your regions.";
        ClueUnknown = "clue_unknown",
            "您的辖区内没有该线索", "There is no such clue in your regions.";
        OtherRegion = "filing_of_another_region",
            "该件由另一县（市、区）办理，须先转送", "Another region handles it: forward it first.";
        SameRegion = "forwarded_nowhere",
            "已由该县（市、区）办理，无须转送", "It is with that region already.";
        ReceiptDay = "receipt_day_of_application",
            "收到日期须为申请的收到日期",
            "The day of receipt is that on which the application was received.";
        TakenUpTwice = "taken_up_twice",
            "application_id 与 clue_id 只填其一", "Give application_id or clue_id, not both.";
    }
}
