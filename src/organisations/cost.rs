//! What a date of a closed course costs its organisations.

/// How the cost of a date is borne; amounts in cents.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Cost {
    /// It costs nothing.
    #[default]
    None,
    /// So much for each person.
    PerPerson(i64),
    /// So much in all, shared by the number of persons.
    ByPersons(i64),
    /// So much in all, shared by the organisations in equal parts.
    ByOrganisations(i64),
}

impl Cost {
    /// The word in forms and in the database, and the amount.
    pub fn parts(self) -> (&'static str, i64) {
        match self {
            Self::None => ("none", 0),
            Self::PerPerson(cents) => ("person", cents),
            Self::ByPersons(cents) => ("persons", cents),
            Self::ByOrganisations(cents) => ("organisations", cents),
        }
    }

    /// From those; nothing for an unknown word.
    pub fn parse(word: &str, cents: i64) -> Option<Self> {
        match word {
            "none" => Some(Self::None),
            "person" => Some(Self::PerPerson(cents)),
            "persons" => Some(Self::ByPersons(cents)),
            "organisations" => Some(Self::ByOrganisations(cents)),
            _ => None,
        }
    }

    /// These terms, else a price for each person.
    #[must_use]
    pub fn or_price(self, cents: i64) -> Self {
        if self == Self::None && cents > 0 { Self::PerPerson(cents) } else { self }
    }

    /// What each organisation bears, by its number of persons and in that order. Parts of a sum add up to it, to the cent: each gets its
    /// share rounded down, and the cents that are left go one by one to those who lost most by that.
    pub fn shares(self, persons: &[u32]) -> Vec<i64> {
        match self {
            Self::None => vec![0; persons.len()],
            Self::PerPerson(cents) => persons.iter().map(|count| cents.saturating_mul(i64::from(*count))).collect(),
            Self::ByPersons(cents) => parts(cents, persons),
            Self::ByOrganisations(cents) => parts(cents, &persons.iter().map(|count| u32::from(*count > 0)).collect::<Vec<_>>()),
        }
    }
}

/// A sum in parts by weight, by the method of the largest remainder; nothing for anybody when all weights are nought.
fn parts(sum: i64, weights: &[u32]) -> Vec<i64> {
    let all: i128 = weights.iter().map(|weight| i128::from(*weight)).sum();
    if all == 0 {
        return vec![0; weights.len()];
    }
    let wholes: Vec<(i128, i128)> = weights.iter().map(|weight| i128::from(sum) * i128::from(*weight)).map(|part| (part / all, part % all)).collect();
    let left = i128::from(sum) - wholes.iter().map(|(whole, _)| whole).sum::<i128>();
    let mut order: Vec<usize> = (0..wholes.len()).collect();
    order.sort_by_key(|n| std::cmp::Reverse(wholes.get(*n).map(|(_, rest)| *rest)));
    let luckier: Vec<usize> = order.into_iter().take(usize::try_from(left).unwrap_or(0)).collect();
    let with_cent = |(n, (whole, _)): (usize, &(i128, i128))| whole + i128::from(luckier.contains(&n));
    wholes.iter().enumerate().map(with_cent).map(|part| i64::try_from(part).unwrap_or(i64::MAX)).collect()
}
