hub-overview-text = Everything that you set for your hub yourself. What you save stands on the public pages at once.
hub-save = Save
hub-saved = Saved.
hub-saved-look = See it as everybody does
hub-back = Back to the overview

hub-contact = Name and contact
hub-contact-about = What the hub is called and how to reach it
hub-contact-text = This stands at the top and bottom of every page, on the contact page and in the legal notice.
hub-contact-none = Telephone and e-mail are missing
hub-contact-no-phone = Telephone is missing
hub-contact-no-email = E-mail address is missing
hub-contact-name = Name of the hub
hub-contact-name-hint = The last word is mostly the town, for example: InnovationsHub Musterstadt
hub-contact-owner = Whose offer it is
hub-contact-owner-hint = A line above the name, for example: Ein Angebot der Stadt Musterstadt
hub-contact-phone = Telephone
hub-contact-phone-hours = When somebody answers it
hub-contact-phone-hours-hint = In your words, for example: Mo bis Fr 9 bis 16 Uhr
hub-contact-email = E-mail address
hub-contact-email-hint = Questions and answers to our mails go there.
hub-contact-zone = Time zone
hub-contact-zone-hint = For Germany: Europe/Berlin
hub-contact-flaw-name = Give the hub a name.
hub-contact-flaw-zone = We do not know this time zone. For Germany write Europe/Berlin.

hub-welcome = Welcome
hub-welcome-about = What stands first on the start page
hub-welcome-text = The start page begins with it.
hub-welcome-none = Welcome is missing
hub-welcome-set = Welcome entered
hub-welcome-claim = Up to three short lines in large type
hub-welcome-claim-hint = Each on a line of its own, for example: Come. Ask. Make. Without them the name stands there.
hub-welcome-text-field = Welcome
hub-welcome-text-hint = Two sentences: what one can do here and for whom it is.
hub-welcome-flaw-claim = At most three lines of { $count } characters each. Shorten the text.

hub-remove = Remove

hub-sites = Places and opening hours
hub-sites-about = Addresses, access and when it is open
hub-sites-text = This stands on the contact page and on the pages of events.
hub-sites-first = The first place stands on the start page with address and opening hours.
hub-sites-none = No place yet
hub-sites-none-text = Enter where the hub is and when it is open.
hub-sites-no-hours = Opening hours are missing
hub-sites-no-address = Address is missing
hub-sites-count = { $count ->
    [one] 1 place with opening hours
   *[other] { $count } places
}
hub-sites-new = Add a place
hub-sites-forward = Move forward
hub-sites-removed = The place is removed.
hub-sites-in-use = Events still take place here. Choose another place for them first.
hub-sites-name = Name of the place
hub-sites-name-hint = As it stands on the door, for example: Altes Kontor
hub-sites-street = Street and number
hub-sites-postcode = Postcode
hub-sites-town = Town
hub-sites-hours = Opening hours
hub-sites-hours-hint = As on a door sign, for example: Mon–Fri 9–12, 13–18. A new line for other days. Empty means: no fixed hours.
hub-sites-directions = Getting there
hub-sites-directions-hint = Bus, train, parking. The first sentence stands on the start page.
hub-sites-wheelchair = Access by wheelchair
hub-sites-wheelchair-hint = Steps, width of doors, lift, toilet. Write also what is not possible.
hub-sites-hearing = Help with hearing
hub-sites-hearing-hint = For example: hearing loop in the hall
hub-sites-flaw-name = Give the place a name.
hub-hours-not-a-day = “{ $part }” is not a day of the week. Write for example Mon–Fri 9–12, 13–18.
hub-hours-not-a-time = We cannot read “{ $part }” as a time. Write for example 9–12 or 9:30–12.
hub-hours-no-times = The times are missing in “{ $part }”.
hub-hours-backwards = “{ $part }” ends before it begins. After midnight a new day begins.
hub-hours-overlap = On { $day } two times overlap.

hub-closed = Closed days
hub-closed-about = Days on which everything is closed
hub-closed-text = On these days every page says “closed”, and new dates warn of it. Events are cancelled one by one.
hub-closed-none = No closed days entered
hub-closed-next = Next on { $day }
hub-closed-add = Enter closed days
hub-closed-coming = Closed days to come
hub-closed-first = First day
hub-closed-first-hint = For example: 24 December
hub-closed-last = Last day
hub-closed-last-hint = Empty means: only this one day.
hub-closed-reason = Reason
hub-closed-reason-hint = Everybody reads it, for example: Christmas
hub-closed-done = Entered.
hub-closed-opened = Removed. That day is open again as usual.
hub-closed-today = Closed today?
hub-closed-today-text = A reason is enough. The notice stands at once on the start page and the contact page.
hub-closed-today-close = Close today
hub-closed-today-is = Closed today
hub-closed-today-open = Open after all
hub-closed-flaw-reason = Give the reason. One word is enough.
hub-closed-flaw-day = Give a day, for example 24 December.
hub-closed-flaw-no-such-day = The calendar has no such day.
hub-closed-flaw-weekday = Weekday and date do not fit.
hub-closed-flaw-past = This day is over. Give a day from today on.
hub-closed-flaw-backwards = The last day is before the first.
hub-closed-flaw-many = At most { $count } days at once.

hub-legal = Legal details
hub-legal-about = What legal notice and accessibility statement have to name
hub-legal-text = What stays empty is named on its page as still to be entered. If in doubt ask your legal department.
hub-legal-complete = Complete
hub-legal-missing = { $count ->
    [one] 1 detail is missing
   *[other] { $count } details are missing
}
hub-legal-imprint-hint = By § 5 Digitale-Dienste-Gesetz.
hub-legal-access-hint = By the law of your state on accessible websites.
hub-legal-body = Body with legal form and address
hub-legal-body-hint = For example: Stadt Musterstadt, Körperschaft des öffentlichen Rechts, Markt 1, 01234 Musterstadt
hub-legal-representative = Authorised representative
hub-legal-representative-hint = Office and name, for example: represented by the mayor …
hub-legal-editor = Responsible for editorial content
hub-legal-editor-hint = Name and address by § 18 (2) Medienstaatsvertrag.
hub-legal-authority = Supervisory authority
hub-legal-authority-hint = Mostly the legal supervision of the district.
hub-legal-vat = VAT identification number
hub-legal-vat-hint = If there is none, write: keine
hub-legal-enforcement = Enforcement or arbitration body
hub-legal-enforcement-hint = Name, address, telephone and e-mail address.
hub-legal-access-law = Law of the state
hub-legal-access-law-hint = The law by which this website has to be accessible.

hub-people = Who works here
hub-people-about = Access, roles and passwords
hub-people-text = Who can sign in here and what they may do.
hub-people-nobody = Nobody yet. Invite somebody.
hub-people-count = { $count ->
    [one] 1 person with access
   *[other] { $count } people with access
}
hub-people-one-lead = of these 1 lead
hub-people-removed = This person no longer works here.
hub-people-new = Invite somebody
hub-people-invite = Invite
hub-people-new-by-mail = The person gets an e-mail with a link and sets the password.
hub-people-new-on-paper = You will see a link. With it the person sets the password.
hub-people-name = Name
hub-people-name-hint = As colleagues see it.
hub-people-email = E-mail address
hub-people-email-hint = Used to sign in.
hub-people-role = Role
hub-people-flaw-name = Give the name.
hub-people-flaw-role = Choose what the person may do.
hub-people-active = has access
hub-people-invited = has no password yet
hub-people-locked = locked
hub-people-created = Invited.
hub-people-mailed = The link is on its way.
hub-people-link-made = The link is ready. Earlier links no longer work.
hub-people-link = Link for the password
hub-people-link-text = For { $name }. It works once and until { $until }.
hub-people-link-care = Print this page or copy the link. Give it to this person only.
hub-people-set-role = Change role
hub-people-password = New password
hub-people-password-text = With a link the person sets it. The old one works until then.
hub-people-send-link = Send link by e-mail
hub-people-show-link = Show a link to hand over
hub-people-elsewhere = This person also works elsewhere. The IT provider sets a new password.
hub-people-lock-head = Access
hub-people-lock-text = Once locked the person cannot come in, not even with an open session. You can undo this.
hub-people-unlock-text = The person is locked and cannot come in.
hub-people-lock = Lock
hub-people-unlock = Let in again
hub-people-remove = No longer works here
hub-people-last-lead = That is not possible: this is the last lead with access. Give the lead to somebody else first.
hub-role-helper = Helper
hub-role-staff = Staff
hub-role-lead = Lead
hub-role-operator = IT operations
hub-role-helper-may = sees the list of the day
hub-role-staff-may = makes programme and registrations
hub-role-lead-may = also sets up the hub

hub-letter-subject = Your access to { $hub }
hub-letter-greeting = Dear { $name },
hub-letter-invited = you now work with { $hub }. Set your password here:
hub-letter-again = set a new password for { $hub } here:
hub-letter-valid = The link works once and for { $hours } hours. After that sign in with this e-mail address and the password.
hub-letter-not-asked = You did not expect this? Then there is nothing to do.

hub-mail = Sending mail
hub-mail-about = The mail server by which mails leave
hub-mail-none = No mail server: mails are kept as files
hub-mail-tested = { $host }, tested
hub-mail-untested = { $host }, not tested yet
hub-mail-text = Send a test mail to see whether everything is right.
hub-mail-as-files = No mail server is entered. Mails are kept as files in the data folder, nobody gets them.
hub-mail-in-force = In force
hub-mail-fixed = In force, fixed
hub-mail-fixed-text = The server was started with these. They cannot be changed here.
hub-mail-no-user = without signing in
hub-mail-operator = The mail server is set by IT operations. It counts for all hubs of this installation.
hub-mail-password-hint = Empty means: the present one stays. It stands in no backup and in no log.
hub-mail-test = Test mail
hub-mail-to = To which address
hub-mail-to-hint = Best to your own.
hub-mail-send-test = Send a test mail
hub-mail-sent = The mail server has taken the test mail. Look whether it arrives, also among spam.
hub-mail-test-subject = Test mail from { $hub }
hub-mail-test-letter = This mail comes from { $hub }. Sending is set up correctly.
hub-mail-name-not-found = There is no server of the name { $host }. Check how it is written.
hub-mail-port-closed = { $host } takes nothing on port { $port }. Check the port.
hub-mail-no-answer = { $host } does not answer on port { $port } within { $seconds } seconds. Check port and firewall.
hub-mail-no-server = No mail server answers at { $host }, port { $port }. Check port and encryption.
hub-mail-no-starttls = { $host } offers no STARTTLS. Choose another encryption.
hub-mail-tls = There was no encrypted line to { $host }. Check encryption, port and certificate.
hub-mail-sign-in = The mail server refuses the sign-in (code { $code }). Check user name and password.
hub-mail-sender = The mail server refuses the sender (code { $code }). Enter an address that belongs to it.
hub-mail-recipient = The mail server refuses the recipient (code { $code }).
hub-mail-refused = The mail server refuses the mail (code { $code }).
hub-mail-address = Sender or recipient is no complete mail address.

hub-missing = { $count ->
    [one] Still missing
   *[other] Still missing: { $count } things
}
hub-complete = Everything that is needed is there.
hub-all-settings = All settings
hub-first-event = First event
hub-first-event-none = Nothing in the programme yet
