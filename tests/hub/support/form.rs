//! A form as a browser without scripts fills it in.

use scraper::{ElementRef, Html};

use super::answer::selector;
use super::{Answer, TestHub};

/// What a browser would send.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Form {
    pub action: String,
    pub fields: Vec<(String, String)>,
}

impl Form {
    /// The form whose action ends so, or which has a button whose own action does.
    pub fn find(page: &Html, action_end: &str) -> Option<Self> {
        page.select(&selector("form[method=post]")).find_map(|form| {
            let own = form.attr("action").unwrap_or_default();
            let of_buttons: Vec<&str> = form.select(&selector("button[formaction]")).filter_map(|button| button.attr("formaction")).collect();
            let action = [own].into_iter().chain(of_buttons).find(|action| action.ends_with(action_end))?;
            Some(Self { action: action.to_owned(), fields: fields(form) })
        })
    }

    /// Types into a field, chooses, or ticks.
    #[must_use]
    pub fn with(mut self, name: &str, value: &str) -> Self {
        match self.fields.iter_mut().find(|(known, _)| known == name) {
            Some((_, old)) => value.clone_into(old),
            None => self.fields.push((name.to_owned(), value.to_owned())),
        }
        self
    }

    /// Leaves a box unticked, or takes a field out altogether.
    #[must_use]
    pub fn without(mut self, name: &str) -> Self {
        self.fields.retain(|(known, _)| known != name);
        self
    }

    /// What stands in a field.
    pub fn value(&self, name: &str) -> &str {
        self.fields.iter().find(|(known, _)| known == name).map_or("", |(_, value)| value.as_str())
    }
}

impl TestHub {
    /// Sends a form.
    pub async fn submit(&self, form: &Form) -> Answer {
        self.submit_with(form, &[]).await
    }

    /// Sends a form with further headers.
    pub async fn submit_with(&self, form: &Form, headers: &[(&str, &str)]) -> Answer {
        let fields: Vec<(&str, &str)> = form.fields.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
        self.post_with(&form.action, &fields, headers).await
    }
}

/// Names and values as a browser collects them (HTML standard, "constructing the entry list").
fn fields(form: ElementRef<'_>) -> Vec<(String, String)> {
    let mut fields = Vec::new();
    for field in form.select(&selector("input[name], select[name], textarea[name]")) {
        let name = field.attr("name").unwrap_or_default().to_owned();
        if field.attr("disabled").is_some() {
            continue;
        }
        match (field.value().name(), field.attr("type").unwrap_or("text")) {
            ("input", "checkbox" | "radio") if field.attr("checked").is_none() => {}
            ("input", "submit" | "button") => {}
            ("input", _) => fields.push((name, field.attr("value").unwrap_or_default().to_owned())),
            ("textarea", _) => fields.push((name, field.text().collect())),
            _ => fields.push((name, chosen(field))),
        }
    }
    fields
}

fn chosen(select: ElementRef<'_>) -> String {
    let options: Vec<ElementRef<'_>> = select.select(&selector("option")).collect();
    let chosen = options.iter().find(|option| option.attr("selected").is_some()).or(options.first());
    chosen.and_then(|option| option.attr("value")).unwrap_or_default().to_owned()
}
