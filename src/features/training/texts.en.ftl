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
training-organisation-text = Its people can register for closed courses.
training-organisation-created = The organisation is entered. Give it the access code.
training-organisation-saved = Saved.
training-organisation-in-use = The organisation has registrations and therefore stays. Remove its domains and give it a new code.
training-organisation-removed = The organisation is removed.

training-name = Name of the organisation
training-name-hint = As it stands on a bill, for example: Stadt Musterau
training-kind = Kind
training-kind-town = Town
training-kind-municipality = Municipality
training-kind-county = County
training-kind-association = Association
training-kind-other = Other
training-domains = Mail domains of its people
training-domains-hint = What follows the @, each domain on a line of its own, for example: stadt-musterau.example. Whoever has an address there comes in without a code, too.
training-contact = Contact
training-contact-hint = You settle courses and bills with this person. Name and address are erased { $period }.
training-contact-name = First and last name
training-contact-email = Mail address at work
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
training-flaw-domain = We cannot read “{ $domain }” as a domain. Write for example stadt-musterau.example.
training-flaw-domain-open = Everybody can have an address at “{ $domain }”. Name a domain that only the organisation gives out.
training-flaw-domain-taken = “{ $domain }” already belongs to { $organisation }. Remove the domain here or there.
training-flaw-domains = { $count } domains at most. Shorten the list.
training-flaw-contact-name = Give the name as well.
training-flaw-contact-email = Give the mail address as well.

training-title = Training for administrations
training-text = These courses are for people who work in member towns, municipalities and associations. Show us to which organisation you belong.
training-by-code = With the code of your organisation
training-code-hint = Eight characters, for example K7MW-4TRA. Your contact knows it.
training-open = See the courses
training-by-mail = With your mail address at work
training-email = Mail address at work
training-email-hint = If it belongs to a member organisation, we send a link there.
training-send = Send the link
training-sent = If the address belongs to a member organisation, the link is on its way. It is good for 24 hours.
training-ended = This access has ended. Enter the code again, or have a new link sent.
training-questions = Questions about a course? Call us:
training-call = No code at hand? Call us:
training-flaw-no-code = Enter the code of your organisation.
training-flaw-code = We do not know this code. It has eight characters. Ask your contact for the present one.
training-closed-for = For member organisations only: { $organisation }
training-courses = Courses
training-courses-text = This page is open to you for 24 hours. Pass its address on only within your organisation.
training-courses-none = No course is planned for your organisation at the moment.
training-register-for = You register for { $organisation }.
training-register-bill = The bill goes to { $organisation }. You pay nothing yourself.
training-mail-subject = { $hub }: link to the courses
training-mail-hello = Hello,
training-mail-text = here you see the courses for { $organisation } and register:
training-mail-valid = The link is good for { $hours } hours.
training-mail-not-asked = You did not ask for it? Then simply delete this mail.

training-terms = Organisations, places, cost
training-terms-saved = Saved.
training-terms-none = No member organisation has been entered yet.
training-open-to = Whose people see the course
training-open-to-all = All member organisations, also future ones
training-open-to-some = Only those that are ticked
training-flaw-some = Tick at least one organisation.
training-seats = Places for each organisation
training-seats-hint = So many places of a date an organisation gets at most. Empty means: no limit. Whoever comes after that waits until a place of their own organisation becomes free.
training-own-seats = Own number of places
training-own-seats-hint = Tick who may come, if it is not all of them. An own number holds instead of the common one.
training-cost = Cost
training-cost-hint = What a date costs. The registration says it, the bill goes to the organisation.
training-cost-none = Nothing, or the price of the event for each person
training-cost-for-each = An amount for each person
training-cost-by-persons = An amount, shared by persons
training-cost-by-organisations = An amount, shared by organisations
training-amount = Amount in euros
training-flaw-amount = Enter an amount, for example 600 or 600.50.
training-flaw-seats = Enter a number from 0 to { $count }, or leave the field empty.
training-cost-person = { $amount } for each person
training-cost-persons = { $amount } for the date, shared by all who take part
training-cost-persons-full = { $amount } for the date, shared by all who take part: with { $count } persons about { $each } each
training-cost-organisations = { $amount } for the date, in equal parts for the organisations that take part
training-quota-left = { $free ->
    [one] Your organisation has 1 of { $count } places left.
   *[other] Your organisation has { $free } of { $count } places left.
}
training-quota-used-up = Your organisation has already used its { $count } places. You can join the waitlist of your organisation.

training-waiting-text = { $hours ->
    [0] You wait for a place of your organisation. Your place in this line: { $position }.
    [one] You wait for a place of your organisation. Your place in this line: { $position }. When it is your turn, we keep it for you for 1 hour.
   *[other] You wait for a place of your organisation. Your place in this line: { $position }. When it is your turn, we keep it for you for up to { $hours } hours.
}
training-waiting-next = When somebody of your organisation cancels, the line moves up.
training-staff-position = Own waitlist, place { $position }

training-cost-sharing = Cost sharing
training-cost-sharing-about = What each organisation bears of each date, with a file
training-cost-sharing-year = Year { $year }
training-cost-sharing-text = Every registered place counts, also where somebody did not come. The shares add up to exactly the cost.
training-cost-sharing-none = Nobody of a member organisation has registered this year.
training-cost-sharing-file = As a file (CSV)
training-day = Date
training-course = Course
training-organisation = Organisation
training-organisation-gone = Removed organisation
training-registered = Registered
training-attended = Attended
training-share = Share
training-share-euros = Share in euros
training-sums = Sum for each organisation
training-total = Together
training-years = Years

training-people = Registrations from your organisation
training-people-text = You see name, course and standing. After the course we erase the names as soon as their period is over. You can print this page.
training-people-none = Nobody from your organisation has registered yet.
training-people-file = As a file (CSV)
training-person = Name
training-places = Places
training-standing = Standing
training-register-seen = The contact of your organisation sees your name, the course and how your registration stands, not your mail address and telephone number.
training-mail-people = As the contact you see here who of your organisation is registered. This link is good for { $days } days. Do not pass it on:
training-contact-list = The contact can also have the link sent by themselves, with their address on this page:

training-letter-head = List of registrations
training-letter-text = There the contact sees who of their organisation is registered for courses.
training-letter-to = Goes to:
training-letter-send = Send the link to the contact
training-letter-held = The link leaves in a minute.
training-letter-withdraw = Take it back
training-letter-withdrawn = Taken back. The link does not leave.
training-letter-stale = It was too late for that, or somebody was faster. Below it says what happened last.
training-letter-sent = Last sent: { $day }
training-letter-on-its-way = The last link has not left yet. It will by itself.
training-letter-stuck = The last mail could not be delivered. Check the address, and send the link once more.
training-letter-nobody = For this the contact is missing. Enter name and mail address, and save.
training-mail-list-subject = { $hub }: registrations from your organisation
training-mail-list-hello = Hello { $name },
training-mail-list = as the contact of { $organisation } you see here who of your organisation is registered for courses:
training-mail-list-valid = The link is good for { $days } days. Do not pass it on.
training-mail-list-again = After that you get a new one here by entering your mail address: { $link }
training-mail-list-not-you = You are no longer in charge? Then please tell us.
