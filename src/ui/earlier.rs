//! A form came back with other content than it had when it was sent first: what was made then, and what to do now.

/// What stands above the form.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Earlier {
    /// What was made.
    pub title: &'static str,
    /// What became of the change, and what to do.
    pub text: &'static str,
    /// Where what was made can be seen; empty where it cannot.
    pub href: String,
    /// The words of that link.
    pub link: &'static str,
}
