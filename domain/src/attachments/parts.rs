/// Bytes of every part but the last: 1 MiB.
pub const PART_BYTES: u64 = 1024 * 1024;

/// The number of a part, from 1.
pub type PartNumber = u32;

/// The parts in which a file of a known size is handed in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Parts {
    size: u64,
    count: PartNumber,
}

crate::faults! {
    /// A size that no file, or no part of one, may have.
    pub enum SizeError {
        Empty = "attachment_empty", "文件不能为空", "The file is empty.";
        TooLarge { max: u64 } = "attachment_too_large",
            "文件不得超过 {max} 字节", "A file has at most {max} bytes.", max;
        PartLength { expected: u64 } = "attachment_part_length",
            "该分段须为 {expected} 字节", "This part has {expected} bytes.", expected;
        DeedFull { max: u64, left: u64 } = "attachments_too_large",
            "一件事迹的附件合计不得超过 {max} 字节，尚余 {left} 字节",
            "The attachments of a deed have at most {max} bytes together, of which {left} are left.",
            max, left;
        TooMany { max: u64 } = "attachments_too_many",
            "一件事迹的附件不得超过 {max} 个", "A deed has at most {max} attachments.", max;
    }
}

impl Parts {
    /// The parts of a file of `size` bytes, if a file may have that size.
    pub fn of(size: u64, allowance: super::Allowance) -> Result<Self, SizeError> {
        let max = allowance.file_bytes;
        if size > max {
            return Err(SizeError::TooLarge { max });
        }
        Self::of_stored(size).ok_or(if size == 0 {
            SizeError::Empty
        } else {
            SizeError::TooLarge { max }
        })
    }

    /// The parts of a file whose size was accepted when it was declared.
    pub fn of_stored(size: u64) -> Option<Self> {
        let count = PartNumber::try_from(size.div_ceil(PART_BYTES)).ok()?;
        (count > 0).then_some(Self { size, count })
    }

    /// Bytes of the whole.
    pub fn size(self) -> u64 {
        self.size
    }

    /// How many parts there are; they are numbered from 1.
    pub fn count(self) -> PartNumber {
        self.count
    }

    /// Bytes of a part; `None` for a number that no part has.
    pub fn length_of(self, number: PartNumber) -> Option<u64> {
        let before = u64::from(number.checked_sub(1)?).checked_mul(PART_BYTES)?;
        let rest = self.size.checked_sub(before)?;
        (rest > 0).then_some(rest.min(PART_BYTES))
    }

    /// Whether a deed that holds so much may take the file too.
    pub fn fit(self, held: super::Held, allowance: super::Allowance) -> Result<(), SizeError> {
        if held.files >= super::Allowance::DEED_FILES {
            let max = super::Allowance::DEED_FILES;
            return Err(SizeError::TooMany { max });
        }
        let max = allowance.deed_bytes;
        let left = max.saturating_sub(held.bytes);
        if self.size > left {
            return Err(SizeError::DeedFull { max, left });
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::super::{Allowance, Held};
    use super::*;

    const ALLOWANCE: Allowance = Allowance {
        file_bytes: 20 * PART_BYTES,
        deed_bytes: 30 * PART_BYTES,
    };

    proptest! {
        #[test]
        fn the_parts_make_up_the_whole_and_only_the_last_is_shorter(size in 1..=20 * PART_BYTES) {
            let parts = Parts::of(size, ALLOWANCE).unwrap();
            let lengths: Vec<u64> = (1..=parts.count())
                .map(|number| parts.length_of(number).unwrap())
                .collect();
            prop_assert_eq!(lengths.iter().sum::<u64>(), size);
            let (last, others) = lengths.split_last().unwrap();
            prop_assert!(others.iter().all(|length| *length == PART_BYTES));
            prop_assert!((1..=PART_BYTES).contains(last));
            prop_assert_eq!(parts.length_of(0), None);
            prop_assert_eq!(parts.length_of(parts.count() + 1), None);
            prop_assert_eq!(parts.length_of(PartNumber::MAX), None);
        }
    }

    #[test]
    fn a_file_may_be_neither_empty_nor_larger_than_allowed() {
        let max = ALLOWANCE.file_bytes;
        assert_eq!(Parts::of(0, ALLOWANCE), Err(SizeError::Empty));
        assert!(Parts::of(max, ALLOWANCE).is_ok());
        for size in [max + 1, u64::MAX] {
            assert_eq!(Parts::of(size, ALLOWANCE), Err(SizeError::TooLarge { max }));
        }
    }

    #[test]
    fn a_deed_takes_only_so_many_bytes_and_files() {
        let parts = Parts::of(20 * PART_BYTES, ALLOWANCE).unwrap();
        let holding = |files, bytes| parts.fit(Held { files, bytes }, ALLOWANCE);
        assert_eq!(holding(1, 10 * PART_BYTES), Ok(()));
        let (max, left) = (ALLOWANCE.deed_bytes, 10 * PART_BYTES - 1);
        let full = Err(SizeError::DeedFull { max, left });
        assert_eq!(holding(1, 20 * PART_BYTES + 1), full);
        let max = Allowance::DEED_FILES;
        assert_eq!(holding(max, 0), Err(SizeError::TooMany { max }));
    }
}
