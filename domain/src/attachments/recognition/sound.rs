//! Recordings, by their first bytes.

use super::MediaType;

/// The beginnings of AMR and AMR-WB files, for one channel and for several (RFC 4867 section 5).
const AMR: [(&[u8], MediaType); 4] = [
    (b"#!AMR\n", MediaType::Amr),
    (b"#!AMR_MC1.0\n", MediaType::Amr),
    (b"#!AMR-WB\n", MediaType::AmrWb),
    (b"#!AMR-WB_MC1.0\n", MediaType::AmrWb),
];

/// So many bytes of nothing may stand before a recording of MPEG: some recorders leave them, and players
/// look for the first frame.
const LONGEST_PADDING: usize = 4096;

pub(super) fn kind(first: &[u8]) -> Option<MediaType> {
    let mut amr = AMR.iter();
    if let Some((_, kind)) = amr.find(|(beginning, _)| first.starts_with(beginning)) {
        return Some(*kind);
    }
    if is_wave(first) {
        return Some(MediaType::Wav);
    }
    let first = unpadded(first);
    (first.starts_with(b"ID3") || is_mpeg_layer_3(first)).then_some(MediaType::Mp3)
}

/// What follows the padding.
fn unpadded(first: &[u8]) -> &[u8] {
    let padding = first.iter().take(LONGEST_PADDING);
    let (_, rest) = first.split_at(padding.take_while(|byte| **byte == 0).count());
    rest
}

/// RIFF, the same with the bytes of its numbers the other way round, and its two forms for more than
/// 4 GiB (EBU Tech 3306, ITU-R BS.2088).
fn is_wave(first: &[u8]) -> bool {
    let riff = [&b"RIFF"[..], b"RIFX", b"RF64", b"BW64"];
    riff.iter().any(|riff| first.starts_with(riff)) && first.get(8..12) == Some(b"WAVE")
}

/// The header of a frame of MPEG 1, 2 or 2.5, layer III (ISO/IEC 11172-3 section 2.4.1.3): eleven bits
/// of one, then version, layer, bit rate and sampling rate with values that are given out.
fn is_mpeg_layer_3(first: &[u8]) -> bool {
    let Some(header) = first.first_chunk::<4>() else {
        return false;
    };
    let header = u32::from_be_bytes(*header);
    let bits = |at: u32, count: u32| (header >> at) & ((1 << count) - 1);
    let (sync, version, layer) = (bits(21, 11), bits(19, 2), bits(17, 2));
    let (bit_rate, sampling_rate) = (bits(12, 4), bits(10, 2));
    sync == 0x7FF && version != 0b01 && layer == 0b01 && bit_rate != 0b1111 && sampling_rate != 0b11
}
