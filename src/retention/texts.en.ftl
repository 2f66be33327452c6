retention-years = { $count ->
    [one] 1 year
   *[other] { $count } years
}
retention-days = { $count ->
    [one] 1 day
   *[other] { $count } days
}
retention-hours = { $count ->
    [one] 1 hour
   *[other] { $count } hours
}
retention-minutes = { $count ->
    [one] 1 minute
   *[other] { $count } minutes
}

retention-people-guests = people who book a place, and those who come with them
retention-people-guests-and-team = people who book a place; the team
retention-people-team = the team
retention-people-sign-in = people who try to sign in as team or open a link
retention-people-programme = people named in the programme

retention-basis-task = public task (Article 6(1)(e) GDPR)
retention-basis-security = public task and security of processing (Article 6(1)(e) and Article 32 GDPR)
retention-basis-work = work for the hub (Article 6(1)(b) and (e) GDPR)

retention-seen-team = the hub’s team; those who run the server, as far as needed
retention-seen-mail = the hub’s team; the mail servers on the way to you
retention-seen-lead = the lead of the hub; those who run the server
retention-seen-operators = those who run the server
retention-seen-nobody = nobody; only the program itself
retention-seen-public = everybody who reads the website

retention-since-event = after the end of the event
retention-since-sent = after sending
retention-since-written = after writing
retention-since-form = after sending the form
retention-since-sign-in = after signing in
retention-since-failure = after the failed attempt
retention-since-change = after the change
retention-since-leaving = until somebody no longer works for the hub
retention-since-removed = until the hub changes the entry

retention-remains-nothing = nothing

retention-registration = Registrations
retention-registration-purpose = giving places, reaching you, knowing you at the door
retention-registration-fields = name, mail address, telephone number, names of companions, answers, message, code, mark for the limit of places; for courses of administrations the organisation
retention-registration-remains = number of places, state, way and time of booking; without names, for statistics
retention-waitlist = Waitlists
retention-waitlist-purpose = offering free places in turn
retention-waitlist-fields = the same details of people who got no place
retention-history = History of registrations
retention-history-purpose = answering questions, finding mistakes
retention-history-fields = time and kind of each change; who entered it
retention-sent-mail = Mails that were sent
retention-sent-mail-purpose = sending nothing twice, answering questions
retention-sent-mail-fields = kind and time of the mail; its text is deleted when it is sent
retention-stuck-mail = Mails that did not arrive
retention-stuck-mail-purpose = trying again or calling
retention-mail-fields = name, mail address, event, text
retention-mail-file = Mails as files
retention-mail-file-purpose = trying without a mail server
retention-form = Keys of forms
retention-form-purpose = not booking the same form twice
retention-form-fields = a random string and a checksum of what was entered
retention-account = Accounts of the team
retention-account-purpose = signing in; seeing who entered what
retention-account-fields = name, mail address, role, checksum of the password
retention-session = Sessions and password links of the team
retention-session-purpose = staying signed in, setting a password
retention-session-fields = checksum of a random string, beginning, last use; of a link account, beginning and end
retention-sign-in = Failed attempts
retention-sign-in-purpose = slowing down the guessing of passwords and links
retention-sign-in-fields = IP address, mail address; in memory only
retention-event-change = Earlier versions of dates
retention-event-change-purpose = taking a change back
retention-event-change-fields = the date as it was; who changed it
retention-programme = Names in the programme
retention-programme-purpose = saying who leads an event and whom to ask
retention-programme-fields = name and contact as the hub publishes them
retention-basis-duty = proof that duties were met (Article 5(2) and Article 6(1)(c) GDPR)
retention-since-request = after handing out or erasing
retention-request = Access and erasure
retention-request-purpose = proving that requests were met
retention-request-fields = day, kind, number of registrations, who did it; not whom it was about
retention-since-saved = after saving
retention-page-revision = Earlier versions of pages
retention-page-revision-purpose = To see what changed; to bring a version back
retention-page-revision-fields = Text and pictures of the version; who saved it and when
retention-page-revision-remains = the version that is public and the newest draft; without names
retention-people-barrier = people who report a barrier
retention-basis-access = legal duty of accessible websites (Article 6(1)(c) GDPR with the law of the state)
retention-since-answer = after the answer
retention-barrier = Reported barriers
retention-barrier-purpose = looking at the barrier and answering
retention-barrier-fields = your report, the place, name and contact if you give them, and our answer
retention-people-contacts = contacts of member organisations
retention-since-confirmed = after they were last entered or confirmed
retention-organisation-contact = Contacts of member organisations
retention-organisation-contact-purpose = settling courses and bills with the organisation
retention-organisation-contact-fields = name and mail address at work
retention-organisation-contact-remains = the organisation without a contact
retention-seen-registration = the hub’s team; for courses for administrations name, course and standing also the contact of your organisation; those who run the server, as far as needed
