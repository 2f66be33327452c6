use proptest::prelude::*;

use super::palette::{DARK, LIGHT};
use super::rules::asked;
use super::{Colour, Colours, Place, Sheet, preview};

fn colour(text: &str) -> Colour {
    Colour::parse(text).unwrap()
}

fn colours(action: &str, accent: &str) -> Colours {
    Colours { action: colour(action), accent: colour(accent) }
}

#[test]
fn colours_are_read_as_people_type_them() {
    for typed in ["#c8102e", "C8102E", " #C8102e "] {
        assert_eq!(Colour::parse(typed).unwrap().to_string(), "#c8102e", "{typed}");
    }
    assert_eq!(colour("#fc0").to_string(), "#ffcc00");
    for typed in ["", "#", "rot", "#c8102", "#c8102e0", "c8 10 2e", "#gggggg", "#٣٣٣", "url(x)"] {
        assert_eq!(Colour::parse(typed), None, "{typed}");
    }
}

/// Figures of the table of tokens, which were measured by other means.
#[test]
fn contrasts_are_those_of_the_guidelines() {
    for (one, two, contrast) in
        [("#000", "#fff", 21.0), ("#17479e", "#fff", 8.6), ("#4d5474", "#fff", 7.4), ("#7a82a3", "#fff", 3.8), ("#a8c4ff", "#0e1428", 10.4)]
    {
        let (one, two) = (colour(one), colour(two));
        assert!((one.contrast(two) - contrast).abs() < 0.06 && (one.contrast(two) - two.contrast(one)).abs() < 1e-9, "{one} {two}: {}", one.contrast(two));
    }
}

#[test]
fn a_colour_as_light_as_it_is_stays_itself() {
    for text in ["#c8102e", "#17479e", "#f6bd3a", "#00694c", "#777777", "#000000", "#ffffff", "#ff00ff"] {
        let own = colour(text);
        assert_eq!(own.at(own.lightness(), f64::MAX).to_string(), text);
    }
}

#[test]
fn a_mixture_lies_between_its_colours() {
    let (one, two) = (colour("#172039"), colour("#c8102e"));
    assert_eq!((one.mixed(two, 0.0), one.mixed(two, 1.0)), (one, two));
    let half = one.mixed(two, 0.5).lightness();
    assert!((half - f64::midpoint(one.lightness(), two.lightness())).abs() < 0.01, "{half}");
}

#[test]
fn the_colours_of_towns_are_taken_as_they_are_or_refused_with_the_nearest_that_can_be_read() {
    // Action, accent, and whether the town may have them.
    let towns = [
        ("#c8102e", "#ffd500", true),
        ("#17479e", "#f6bd3a", true),
        ("#006a4e", "#c8102e", true),
        ("#000000", "#ffcc00", true),
        ("#ffd500", "#c8102e", false),
        ("#7fb800", "#0d2c54", false),
        ("#ffffff", "#ffffff", false),
    ];
    for (action, accent, taken) in towns {
        let chosen = colours(action, accent);
        assert_eq!(chosen.palette().is_ok(), taken, "{action} {accent}: {:?}", chosen.palette());
        let nearest = chosen.nearest();
        assert_eq!(nearest == chosen, taken, "{action} {accent}");
        assert_eq!(nearest.accent, chosen.accent, "the accent is never in the way");
        let palette = nearest.palette().unwrap();
        assert_eq!(palette.light.action, nearest.action, "buttons have the very colour that was chosen");
    }
    let weak = colours("#ffd500", "#c8102e").palette().unwrap_err();
    assert!(weak.iter().any(|weakness| weakness.place == Place::LinkOnPaper) && weak.iter().all(|weakness| weakness.place != Place::Derived), "{weak:?}");
}

#[test]
fn a_light_accent_adorns_and_a_dark_one_is_the_ground_of_the_foot() {
    let yellow = colours("#c8102e", "#ffd500").palette().unwrap();
    assert_eq!(yellow.light.sun.to_string(), "#ffd500");
    assert!(yellow.light.deep.contrast(Colour::WHITE) > 10.0);
    let navy = colours("#c8102e", "#0d2c54").palette().unwrap();
    assert_eq!(navy.light.deep.to_string(), "#0d2c54");
    assert!(navy.light.sun.lightness() > 0.7);
}

#[test]
fn a_sheet_is_made_again_from_its_name_and_names_what_it_reads() {
    let sheet = Sheet::of(colours("#c8102e", "#ffd500")).unwrap();
    assert!(sheet.name.starts_with("c8102e-ffd500-") && sheet.name.len() == 26, "{}", sheet.name);
    assert_eq!(Sheet::named(&sheet.name).as_ref(), Some(&sheet));
    assert_eq!(Sheet::named("c8102e-ffd500-00000000.css").as_ref(), Some(&sheet), "named by another version");
    assert_ne!(Sheet::of(colours("#c8102e", "#ffd501")).unwrap().name, sheet.name);
    for name in ["c8102e-ffd500.css", "ffd500-c8102e-00000000.css", "x", "", "c8102e-ffd500-00000000.css.css/..", "--.css", "c8102e}-ffd500-00000000.css"] {
        assert!(Sheet::named(name).is_none_or(|again| again == sheet && name.starts_with("c8102e-ffd500")), "{name}");
    }
    assert!(sheet.css.contains("--hub-action:#c8102e") && sheet.css.len() < 2_500, "{}", sheet.css.len());
}

#[test]
fn the_mark_has_the_colours_where_no_style_sheet_reaches() {
    let sheet = Sheet::of(colours("#c8102e", "#ffd500")).unwrap();
    let mark = sheet.mark(std::str::from_utf8(crate::ui::assets::bytes("mark.svg")).unwrap());
    assert!(mark.contains("fill=\"#c8102e\"") && mark.contains("fill=\"#ffd500\"") && !mark.contains("var("), "{mark}");
}

#[test]
fn the_preview_shows_both_themes_and_touches_nothing_else() {
    let css = preview(&colours("#c8102e", "#ffd500").palette().unwrap());
    let selectors: Vec<&str> = css.lines().filter_map(|line| line.split('{').next()).collect();
    assert_eq!(selectors, [".nabe-look--light", ".nabe-look--dark"]);
}

fn any_colour() -> impl Strategy<Value = Colour> {
    (any::<u8>(), any::<u8>(), any::<u8>()).prop_map(|(red, green, blue)| Colour::new(red, green, blue))
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 1_000, ..ProptestConfig::default() })]

    /// Asked here once more, contrast by contrast, so that a rule that is left out of the decision shows.
    #[test]
    fn whatever_two_colours_are_chosen_they_can_be_read_or_the_nearest_that_can_are_proposed(action in any_colour(), accent in any_colour()) {
        let chosen = Colours { action, accent };
        let nearest = chosen.nearest();
        prop_assert_eq!(nearest == chosen, chosen.palette().is_ok());
        let palette = nearest.palette().map_err(|weak| TestCaseError::fail(format!("{weak:?}")))?;
        for (tokens, neutral) in [(&palette.light, &LIGHT), (&palette.dark, &DARK)] {
            for ground in [neutral.paper, tokens.hue, tokens.warm] {
                prop_assert!(tokens.action.contrast(ground) >= 4.5 && neutral.muted.contrast(ground) >= 4.5 && neutral.line.contrast(ground) >= 3.0, "{:?}", tokens);
            }
            prop_assert!(tokens.on_action.contrast(tokens.action) >= 4.5);
            prop_assert!(Colour::WHITE.contrast(tokens.deep) >= 4.5 && tokens.sun.contrast(tokens.deep) >= 3.0);
            prop_assert_eq!(asked(tokens, neutral).len(), 20);
        }
    }

    #[test]
    fn only_the_action_colour_is_ever_in_the_way(action in any_colour(), accent in any_colour()) {
        if let Err(weak) = (Colours { action, accent }).palette() {
            prop_assert!(weak.iter().all(|weakness| weakness.place != Place::Derived), "{:?}", weak);
        }
    }

    #[test]
    fn a_sheet_holds_nothing_but_colours(action in any_colour(), accent in any_colour()) {
        let sheet = Sheet::of(Colours { action, accent }.nearest()).ok_or_else(|| TestCaseError::fail("no sheet"))?;
        let known = |letter: char| letter.is_ascii_alphanumeric() || "@ {}:;()-#[]=.\n".contains(letter);
        prop_assert!(sheet.css.chars().all(known), "{}", sheet.css);
        prop_assert_eq!(Sheet::named(&sheet.name), Some(sheet));
    }
}
