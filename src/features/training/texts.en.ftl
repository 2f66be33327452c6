training-save = Save

training-organisations = Member organisations
training-organisations-about = Towns, municipalities and associations whose people come to courses
training-organisations-text = Only their people see closed courses and can register there.
training-organisations-none = No organisation yet
training-organisations-none-text = Enter whose people may come to courses that are not in the public programme.
training-organisations-count = { $count ->
    [one] 1 organisation
   *[other] { $count } organisations
}
training-organisations-without-contact = { $all ->
    [one] 1 organisation, without a contact
   *[other] { $all } organisations, { $without } of them without a contact
}
training-organisation-new = Add an organisation
training-organisation-text = What you enter holds for all courses of this organisation.
training-organisation-created = The organisation is entered. Give it the access code.
training-organisation-saved = Saved.
training-organisation-removed = The organisation is removed.

training-name = Name of the organisation
training-name-hint = As it stands on a bill, for example: Stadt Pulsnitz
training-kind = Kind
training-kind-town = Town
training-kind-municipality = Municipality
training-kind-county = County
training-kind-association = Association
training-kind-other = Other
training-domains = Mail domains of its people
training-domains-hint = What follows the @, each domain on a line of its own, for example: stadt-pulsnitz.example. Whoever has an address there comes in without a code, too.
training-contact = Contact
training-contact-hint = You settle courses and bills with this person. Name and address are erased { $period }.
training-contact-name = First and last name
training-contact-email = Mail address at work
training-contact-line = { $name }, { $email }
training-contact-none = Contact is missing
training-code = Access code
training-code-text = Give it to the contact. Whoever types it sees the courses of this organisation.
training-code-later = The organisation gets its access code when you save.
training-code-renew = Give a new code
training-code-renewed = The new code holds from now on. The old one opens nothing any more.
training-remove-head = Remove the organisation
training-remove-text = Code and domains open nothing after that.
training-remove = Remove

training-flaw-name = Give the organisation a name.
training-flaw-domain = We cannot read “{ $domain }” as a domain. Write for example stadt-pulsnitz.example.
training-flaw-domain-open = Everybody can have an address at “{ $domain }”. Name a domain that only the organisation gives out.
training-flaw-domain-taken = “{ $domain }” already belongs to { $organisation }. Remove the domain here or there.
training-flaw-domains = { $count } domains at most. Shorten the list.
training-flaw-contact-name = Give the name as well.
training-flaw-contact-email = Give the mail address as well.
