//! Statements: named, written once, with sample arguments, so that a test can execute each on both engines.

use std::collections::HashMap;

use super::failure::OpenError;
use super::sqltext::numbered_for_postgres;

/// A named SQL text, declared with `statements!`.
#[derive(Debug)]
pub struct Statement {
    name: &'static str,
    sqlite: &'static str,
    postgres: &'static str,
    samples: &'static [Sample],
}

/// A sample argument, for the test that executes every statement.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Sample {
    /// The hub of the test.
    Hub,
    /// The id of the first row of a table in the hub, or the nil uuid when there is none.
    IdOf(&'static str),
    /// A number.
    Int(i64),
    /// A text.
    Text(&'static str),
    /// The nil uuid.
    Uuid,
    /// Three bytes.
    Blob,
    /// SQL NULL.
    Null,
    /// The instant of the transaction.
    Now,
}

impl Statement {
    /// Used by `statements!`.
    #[doc(hidden)]
    pub const fn new(name: &'static str, texts: (&'static str, &'static str), samples: &'static [Sample]) -> Self {
        Self { name, sqlite: texts.0, postgres: texts.1, samples }
    }

    /// The name it was declared with.
    pub const fn name(&self) -> &'static str {
        self.name
    }

    /// The text for SQLite.
    pub const fn sqlite(&self) -> &'static str {
        self.sqlite
    }

    /// The text for PostgreSQL, still with `?1`.
    pub const fn postgres(&self) -> &'static str {
        self.postgres
    }

    /// The sample arguments in the order of the placeholders.
    pub const fn samples(&self) -> &'static [Sample] {
        self.samples
    }

    /// Statics have an address of their own each: a cheap key.
    pub(super) fn address(&'static self) -> usize {
        std::ptr::from_ref(self).addr()
    }
}

/// Declares statements, each with sample arguments, and the list `STATEMENTS` of all of them:
///
/// ```
/// nabe::db::statements! {
///     /// Title of one event.
///     EVENT_BY_ID(hub, id_of "event") = "select title from event where hub_id = ?1 and id = ?2";
///     /// Two texts where the engines must differ.
///     SOUNDS_LIKE(hub, text "x") = sqlite "select ?2 || ?1" postgres "select ?2 || ?1::text";
/// }
/// assert_eq!(STATEMENTS.len(), 2);
/// # assert!(EVENT_BY_ID.name().ends_with("::EVENT_BY_ID"));
/// ```
#[macro_export]
macro_rules! statements {
    (@texts $both:literal) => { ($both, $both) };
    (@texts sqlite $sqlite:literal postgres $postgres:literal) => { ($sqlite, $postgres) };
    (@sample hub) => { $crate::db::Sample::Hub };
    (@sample id_of $table:literal) => { $crate::db::Sample::IdOf($table) };
    (@sample int $number:literal) => { $crate::db::Sample::Int($number) };
    (@sample text $text:literal) => { $crate::db::Sample::Text($text) };
    (@sample uuid) => { $crate::db::Sample::Uuid };
    (@sample blob) => { $crate::db::Sample::Blob };
    (@sample null) => { $crate::db::Sample::Null };
    (@sample now) => { $crate::db::Sample::Now };
    ($(
        $(#[$about:meta])*
        $name:ident ( $($kind:ident $($value:literal)?),* $(,)? ) =
            $($both:literal)? $(sqlite $sqlite:literal postgres $postgres:literal)? ;
    )*) => {
        $(
            $(#[$about])*
            pub static $name: $crate::db::Statement = $crate::db::Statement::new(
                concat!(module_path!(), "::", stringify!($name)),
                $crate::statements!(@texts $($both)? $(sqlite $sqlite postgres $postgres)?),
                &[$($crate::statements!(@sample $kind $($value)?)),*],
            );
        )*
        /// All statements of this file, for the registry.
        pub static STATEMENTS: &[&$crate::db::Statement] = &[$(&$name),*];
    };
}

/// All statements the program may run, with their texts for PostgreSQL.
pub(super) struct Registry {
    postgres: HashMap<usize, String>,
}

impl Registry {
    /// Registers all lists. Errors on a malformed placeholder. Names carry their module, so that none is used twice.
    pub(super) fn of(lists: &[&'static [&'static Statement]]) -> Result<Self, OpenError> {
        let mut postgres = HashMap::new();
        for &statement in lists.iter().copied().flatten() {
            let text = numbered_for_postgres(statement.postgres).map_err(|wrong| OpenError::Statement { name: statement.name, wrong })?;
            postgres.insert(statement.address(), text);
        }
        Ok(Self { postgres })
    }

    /// How many statements there are.
    pub(super) fn len(&self) -> usize {
        self.postgres.len()
    }

    /// The text for PostgreSQL, or nothing when the statement was not registered.
    pub(super) fn postgres(&self, statement: &'static Statement) -> Option<&str> {
        self.postgres.get(&statement.address()).map(String::as_str)
    }
}
