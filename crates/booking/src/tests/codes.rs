use std::collections::HashSet;

use proptest::prelude::*;

use crate::code::{Code, NUMBER_OF_CODES};

#[test]
fn a_code_is_shown_in_two_groups_of_four() {
    assert_eq!(Code::from_bytes([0; 8]).to_string(), "2222-2222");
    assert_eq!(Code::from_bytes([0, 0, 0, 0, 0, 0, 0, 26]).to_string(), "2222-222Y");
    assert_eq!(Code::from_bytes([0, 0, 0, 0, 0, 0, 0, 27]).to_string(), "2222-2232");
    let last = (NUMBER_OF_CODES - 1).to_be_bytes();
    assert_eq!(Code::from_bytes(last).to_string(), "YYYY-YYYY");
    assert_eq!(format!("{:?}", Code::from_bytes([0; 8])), "Code(2222-2222)");
    assert_eq!(Code::parse("K7QD-M8V5").unwrap().plain(), "K7QDM8V5");
}

#[test]
fn there_are_at_least_thirty_eight_bits_of_codes() {
    assert_eq!(NUMBER_OF_CODES.ilog2(), 38);
    assert_eq!(NUMBER_OF_CODES, 27_u64.pow(8));
}

#[test]
fn codes_are_read_as_people_type_them() {
    let code = Code::parse("K7QD-M8V5").unwrap();
    let spellings =
        ["K7QDM8V5", "k7qd m8v5", "  K7 QD-M8 V5\t", "K7QD–M8V5", "K7QD\u{2011}M8V5", "K7QD\u{2212}M8V5", "K7QD\u{a0}M8V5", "K10D-MBUS", "k1od mbus"];
    for typed in spellings {
        assert_eq!(Code::parse(typed), Some(code), "{typed}");
    }
    assert_eq!(Code::parse("Z222-2222"), Code::parse("2222-2222"));
}

#[test]
fn what_cannot_be_a_code_is_none() {
    for typed in ["", "K7QD-M8V", "K7QD-M8V55", "K7QD-M8VI", "K7QD-M8VL", "K7QD-M8VÄ", "K7QD_M8V5", "--------"] {
        assert_eq!(Code::parse(typed), None, "{typed}");
    }
    let endless = "Y".repeat(10_000);
    assert_eq!(Code::parse(&endless), None);
}

#[test]
fn no_character_is_mistaken_for_another() {
    let mut seen = HashSet::new();
    for number in 0..27_u64 {
        let shown = Code::from_bytes(number.to_be_bytes()).to_string();
        seen.insert(shown.chars().last().unwrap());
    }
    assert_eq!(seen.len(), 27);
    assert!("01BILOSUZ".chars().all(|character| !seen.contains(&character)));
}

proptest! {
    #[test]
    fn every_code_is_read_back_from_what_is_shown(bytes: [u8; 8]) {
        let code = Code::from_bytes(bytes);
        prop_assert_eq!(Code::parse(&code.to_string()), Some(code));
        prop_assert_eq!(Code::parse(&code.to_string().to_lowercase()), Some(code));
    }

    #[test]
    fn any_text_can_be_tried(text in "\\PC{0,24}") {
        if let Some(code) = Code::parse(&text) {
            prop_assert_eq!(code.to_string().len(), 9);
        }
    }
}
