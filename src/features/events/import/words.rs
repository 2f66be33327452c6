//! Which strand and which sort an event of the file is: small tables of folded words, see `event::fold`.

use crate::features::events::event::{Kind, Topic, fold};

/// Tags, whole. What is not here is `digital`: the files come from digital weeks.
pub(super) const TOPICS: [(&str, Topic); 22] = [
    ("start up", Topic::Founding),
    ("startup", Topic::Founding),
    ("grundung", Topic::Founding),
    ("existenzgrundung", Topic::Founding),
    ("finanzierung", Topic::Founding),
    ("fordermittel", Topic::Founding),
    ("coworking", Topic::Rooms),
    ("makerspace", Topic::Rooms),
    ("beteiligung", Topic::TakingPart),
    ("burgerbeteiligung", Topic::TakingPart),
    ("ehrenamt", Topic::TakingPart),
    ("smart city", Topic::TakingPart),
    ("open data", Topic::TakingPart),
    ("ausstellung", Topic::Showroom),
    ("virtual reality", Topic::Showroom),
    ("robotik", Topic::Showroom),
    ("3d druck", Topic::Showroom),
    ("gesundheit", Topic::Health),
    ("e health", Topic::Health),
    ("medizin", Topic::Health),
    ("pflege", Topic::Health),
    ("telemedizin", Topic::Health),
];

/// Words of titles, whole. What is not here is a meeting, which is true of every event.
pub(super) const KINDS: [(&str, Kind); 17] = [
    ("workshop", Kind::Workshop),
    ("werkstatt", Kind::Workshop),
    ("hackathon", Kind::Workshop),
    ("sprechstunde", Kind::Advice),
    ("sprechtag", Kind::Advice),
    ("beratung", Kind::Advice),
    ("kurs", Kind::Course),
    ("grundkurs", Kind::Course),
    ("seminar", Kind::Course),
    ("schulung", Kind::Course),
    ("rundgang", Kind::Tour),
    ("besichtigung", Kind::Tour),
    ("bustour", Kind::Tour),
    ("tour", Kind::Tour),
    ("vortrag", Kind::Talk),
    ("lesung", Kind::Talk),
    ("keynote", Kind::Talk),
];

/// The strand of the first tag that names one.
pub fn topic_of(tags: &[String]) -> Topic {
    let named = |tag: &String| TOPICS.into_iter().find(|(word, _)| *word == fold(tag));
    tags.iter().find_map(named).map_or(Topic::Digital, |(_, topic)| topic)
}

/// The sort that the title names.
pub fn kind_of(title: &str) -> Kind {
    let folded = fold(title);
    let named = |(word, _): &(&str, Kind)| folded.split(' ').any(|part| part == *word);
    KINDS.into_iter().find(named).map_or(Kind::Meeting, |(_, kind)| kind)
}
