events-topic-digital = Phone and computer
events-topic-rooms = Rooms and desks
events-topic-founding = Founding and funding
events-topic-taking-part = Taking part
events-topic-showroom = Showroom
events-topic-health = Health
events-about-digital = Courses, consultations, help with your device
events-about-rooms = Hall, meeting room, a desk for a day
events-about-founding = Starting up, funding, firms
events-about-taking-part = Say what is missing. Try things with us.
events-about-showroom = Touch what digital can do
events-about-health = E-prescription, video consultation, signposts
events-kind-course = Course
events-kind-advice = Consultation
events-kind-talk = Talk
events-kind-workshop = Workshop
events-kind-tour = Tour
events-kind-meeting = Meeting
events-for-all = everyone
events-for-older = Older people
events-for-families = Children and families
events-for-business = Firms and founders
events-for-clubs = Clubs and volunteers
events-for-offices = Administrations
events-cancelled = Cancelled
events-cancelled-inline = cancelled:
events-over = Over
events-no-registration = No registration
events-opens-on = Registration from { $day }
events-registration-closed = Registration closed
events-free-of = { $free ->
    [one] 1 of { $of } places left
   *[other] { $free } of { $of } places left
}
events-free = Places free
events-waitlist-position = Waitlist, place { $position }
events-full = Fully booked
events-also-online = also online
events-online = Online
events-find = Find an event
events-month-view = Whole month
events-rather-call = Rather by phone?
events-today-and-next = Today and next
events-whole-programme = Whole programme
events-none-yet = The next dates will be here soon. Feel free to call us.
events-reach-us = How to reach us
events-we-book-for-you = We book for you. You do not need an e-mail address.
events-opening-hours = Open
events-getting-here = Getting here
events-carried-by = Carried by
events-result = { $total ->
    [one] 1 date
   *[other] { $total } dates
}
events-result-for = { $total ->
    [one] 1 date for “{ $words }”
   *[other] { $total } dates for “{ $words }”
}
events-range = { $first } to { $last } of { $total }
events-this-week = This week
events-next-week = Next week
events-weekend = At the weekend
events-fortnight = Next 14 days
events-when-all = All to come
events-everywhere = Everywhere
events-all-kinds = All kinds
events-for-everybody = For everyone
events-chosen = { $count ->
    [one] 1 chosen
   *[other] { $count } chosen
}
events-gratis = Free of charge
events-filter = Filter the programme
events-keyword = Keyword
events-when = When
events-where = Where
events-show = Show
events-more-filters = When, where, topic
events-topic = Topic
events-matters = Matters to me
events-kind = Kind
events-for-whom = For whom
events-find-nothing = Nothing that suits you?
events-clear-filter = Clear filter
events-view = View
events-list = List
events-month = Month
events-none-found = We have no date for that right now. Remove a filter, or ask us.
events-none-call = Tell us what you miss:
events-pages = Pages
events-earlier = Earlier dates
events-later = More dates
events-month-caption = Events in { $month }
events-months = Months
events-today = today
events-closed = closed
events-dates = Dates
events-none-in-month = There is no matching date in this month.
events-free-of-charge = free of charge
events-book = Book a place
events-join-waitlist = Join the waitlist
events-note-free = No account. Takes a minute. You can cancel until it starts.
events-note-waitlist = { $hours ->
    [0] When a place becomes free, we offer it in turn.
    [one] When a place becomes free, we keep it for you for 1 hour.
   *[other] When a place becomes free, we keep it for you for up to { $hours } hours.
}
events-note-open = Just come by. You need no appointment.
events-note-full = All places are taken. Another date may suit you, or call us.
events-note-closed = Registration has ended. Call us, sometimes there is still a way.
events-note-not-yet = Registration begins on { $when }.
events-on-day = on { $day }
events-time = Time
events-place = Place
events-price = Price
events-no-dates = No date at the moment
events-no-dates-text = New dates will be here soon. Call us and we will note you down.
events-series-calendar = All dates for your calendar
events-date-calendar = Date for your calendar
events-more-dates = { $count ->
    [one] 1 more date
   *[other] { $count } more dates
}
events-what-to-expect = What to expect
events-good-to-know = Good to know
events-host = Who holds it?
events-bring = Bring along
events-online-text = You will find the link in your confirmation.
events-wheelchair = Wheelchair
events-hearing = Hearing
events-directions = Getting here
events-form-old = The form was open for a long time.
events-form-old-text = What you entered is still here. Please send the form again.
events-form-other = We already have this registration.
events-form-other-text = You changed something afterwards. To register somebody else, send the form again.
events-form-busy-text = Nothing was booked. What you entered is still here. Please try again in a minute.
events-flaw-name = Enter your first and last name
events-flaw-long = Shorten the text to { $count } characters at most
events-flaw-email = Enter a complete e-mail address, for example name@example.org
events-flaw-contact = Enter an e-mail address or a telephone number
events-flaw-phone = Enter a complete telephone number, for example 035952 01234
events-flaw-seats = { $most ->
    [one] Choose 1 person
   *[other] Choose between 1 and { $most } people
}
events-flaw-answer = Please answer: { $question }
events-yes = yes
events-refused-wait = You can join the waitlist. We will tell you as soon as a place becomes free.
events-refused-other = Choose another date, or call us.
events-refused-few = { $free ->
    [one] Only 1 place is left.
   *[other] Only { $free } places are left.
}
events-refused-few-text = Book for fewer people, or join the waitlist together.
events-refused-full = Somebody was faster just now. All places are taken.
events-refused-cancelled = This date is cancelled.
events-refused-not-yet = Registration begins on { $when }.
events-refused-closed = Registration for this date has ended.
events-refused-call = Call us, we will find a way.
events-refused-group = { $most ->
    [one] At most 1 place at a time is possible for this date.
   *[other] At most { $most } places at a time are possible for this date.
}
events-refused-limit = { $has ->
    [one] 1 place is already booked with these details, { $most } are possible.
   *[other] { $has } places are already booked with these details, { $most } are possible.
}
events-refused-limit-text = You find your registration under “My registration”. For a larger group, call us.
events-refused-open = You need no registration for this date.
events-free-dates = These dates still have places:
events-field-name = First and last name
events-field-name-hint = So that we can welcome you at the door.
events-field-email = E-mail address
events-field-email-hint = We send the confirmation here. Without e-mail, enter your telephone below.
events-field-phone = Telephone
events-field-phone-hint = Only in case something changes at short notice.
events-field-seats = For how many people?
events-for-persons = { $count ->
    [one] Only for me
   *[other] For { $count } people
}
events-field-companions = Who comes along?
events-field-companions-hint = One name per line, for the list at the door.
events-please-choose = Please choose
events-field-note = Anything you want to tell us?
events-field-note-hint = For example: “I use a wheelchair.” One sentence is enough. Please nothing about illnesses.
events-field-wait = Put me on the waitlist if all places are taken
events-back = Back
events-form-privacy = We need your details only for this registration.
events-other-dates = See other dates
events-stuck = It does not work? Call us:
events-places = { $count ->
    [one] 1 place
   *[other] { $count } places
}
events-booked = Booked
events-page-certain = Your place is certain.
events-page-waiting = You are on the waitlist.
events-page-offered = A place is free for you.
events-page-called-off = Unfortunately this date is cancelled.
events-page-cancelled = Your registration is cancelled.
events-page-declined = You turned the place down.
events-page-expired = The offer has ended.
events-page-certain-mail = See you then, { $name }. We are sending the confirmation to { $email }.
events-page-certain-text = See you then, { $name }. Write down the code, or print this page.
events-page-waiting-text = { $hours ->
    [0] Your place in line: { $position }.
    [one] Your place in line: { $position }. If a place becomes free, we keep it for you for 1 hour.
   *[other] Your place in line: { $position }. If a place becomes free, we keep it for you for up to { $hours } hours.
}
events-page-offered-text = We keep the place until { $until }. After that we offer it to the next person.
events-page-over-text = You no longer have a place here. Another date may suit you.
events-undo-text = By mistake? For one minute you can take this back.
events-undo = Take it back
events-accept = Accept the place
events-decline = No, thank you
events-code-label = Your code to say at the door
events-qr = Your code as a picture to be scanned
events-qr-text = To be scanned at the door
events-to-calendar = To your calendar
events-calendar-note = The file works with all common calendars.
events-print-note = You can also print this page.
events-what-next = What happens next
events-next-come = Just come in. Say your name or the code.
events-next-mail = If anything changes, we will write to you.
events-next-no-mail = If anything changes, we will call you.
events-your-answers = Your answers
events-waiting-next-1 = When somebody cancels, everyone moves up.
events-waiting-next-2 = When it is your turn, you get an e-mail with the offer.
events-waiting-next-2-phone = When it is your turn, we call you.
events-waiting-next-3 = You accept or decline. Until then the place is yours.
events-no-time = No time after all?
events-no-longer = Do you no longer want to wait?
events-cancel-text = If you cancel, somebody on the waitlist will be glad.
events-cancel = Cancel my place
events-leave-waitlist = Leave the waitlist
events-other-date = Choose another date
events-change-party = More or fewer people?
events-change = Change
events-questions = Questions?
events-so-far = so far { $when }
events-choose-date = New date
events-move = Change the date
events-move-note = We release your old place only when the new one is certain.
events-too-late = It is too late for that.
events-too-late-text = The time is over. Call us if you are unsure.
events-changed-meanwhile = Your registration has changed meanwhile.
events-changed-meanwhile-text = Here you see how it stands now.
events-links-sent = If there are registrations for this address, the links will be in your mailbox shortly.
events-links-text = We send you the links to your registrations. With them you can see, change or cancel everything.
events-links-hint = The address you booked with.
events-send-links = Send the links
events-no-mail-call = Booked without e-mail? Call us:
events-staff-telephone = Book by phone
events-staff-open-form = Open the form
events-staff-what-when = What and when
events-staff-seats = People
events-staff-note = Please note
events-staff-confirmation = Confirmation
events-staff-paper-none = none
events-staff-paper-letter = letter
events-staff-paper-slip = slip at the counter
events-staff-paper-email = e-mail
events-staff-today-at = Today, { $time }
events-staff-free = { $free ->
    [one] 1 left
   *[other] { $free } left
}
events-staff-flaw-date = Choose what and when
events-staff-form-other-text = You changed something afterwards. Should somebody else book as well? Then send the form once more.
events-staff-over-limit = Book anyway (limit per person)
events-staff-put-on-waitlist = Put on the waiting list
events-staff-keep-date = Stay with the chosen date
events-staff-step-limit = Tick the box if you want to book anyway.
events-staff-step-wait = Put the person on the waiting list, or choose another date.
events-staff-step-other = Choose another date.
events-staff-done-booked = Booked. Tell the person the code, or print the slip.
events-staff-done-waiting = On the waiting list. When a place is free, the person is listed under “To do”.
events-staff-done-changed = Saved.
events-staff-done-moved = Moved. Code and link stay the same.
events-staff-done-sent = The confirmation goes out by e-mail once more.
events-staff-done-withdrawn = Taken back. What had not left yet will not leave.
events-staff-done-released = The e-mail goes out once more.
events-staff-done-stale = Something has changed meanwhile.
events-staff-confirmed = confirmed
events-staff-attended = was here
events-staff-no-show = did not come
events-staff-waiting = waiting list
events-staff-offered = place offered
events-staff-offered-until = Offer until { $until }
events-staff-held = held
events-staff-cancelled = cancelled
events-staff-declined = offer declined
events-staff-expired = offer expired
events-staff-here-since = here since { $time }
events-staff-log-accepted = Offer accepted
events-staff-log-declined = Offer declined
events-staff-log-offered = Free place offered
events-staff-log-expired = Time ran out
events-staff-log-cancelled = Cancelled by the person
events-staff-log-cancelled-here = Cancelled by the team
events-staff-log-called-off = Date called off
events-staff-log-resized = Number of people changed
events-staff-log-came = Is here
events-staff-log-missed = Did not come
events-staff-log-unrecorded = Arrival taken back
events-staff-log-rescinded = Offer taken back
events-staff-log-restored = Cancellation taken back
events-staff-log-moved = Moved to this date
events-staff-log-other = Changed
events-staff-too-late = It is too late for that.
events-staff-too-late-text = The time ended: { $when }.
events-staff-too-early = It is too early for that.
events-staff-too-early-text = Possible from { $when }.
events-staff-persons = { $count ->
    [one] 1 person
   *[other] { $count } people
}
events-staff-persons-with = { $persons }, with { $names }
events-staff-closed-for = Closed: { $reason }.
events-staff-closed = Closed.
events-staff-opening = Open { $times }.
events-staff-expected = { $count ->
    [0] Nobody has registered.
    [one] 1 person expected,
   *[other] { $count } people expected,
}
events-staff-there = { $count ->
    [one] 1 is here
   *[other] { $count } are here
}
events-staff-of-seats = { $taken } of { $of } places
events-staff-wait-count = { $count ->
    [one] 1 waiting
   *[other] { $count } waiting
}
events-staff-held-count = { $count ->
    [one] 1 place offered
   *[other] { $count } places offered
}
events-staff-other-days = Other days
events-staff-yesterday = Yesterday
events-staff-tomorrow = Tomorrow
events-staff-day-before = Day before
events-staff-day-after = Day after
events-staff-no-dates = There are no dates on this day.
events-staff-coming-next = Coming next
events-staff-who-comes = Who is coming
events-staff-nobody = Nobody has registered here yet.
events-staff-nobody-today = Nobody else is coming today.
events-staff-more-people = { $count ->
    [one] 1 more person is in the lists of the dates.
   *[other] { $count } more are in the lists of the dates.
}
events-staff-name = Name
events-staff-for-what = For what
events-staff-room = Room
events-staff-notes = Please note
events-staff-arrival = Arrival
events-staff-state = State
events-staff-contact = Contact
events-staff-number = No.
events-staff-code = Code
events-staff-registered-at = Booked on
events-staff-here = Here
events-staff-is-here = Is here
events-staff-is-not-here = Not here
events-staff-not-yet = Not here after all
events-staff-take-back = Take back
events-staff-take-back-arrival = Take arrival back
events-staff-wants-slip = needs a slip
events-staff-to-do = To do
events-staff-nothing-to-do = Everybody reached, all e-mails delivered.
events-staff-to-call = Call: a place is free
events-staff-call-until = Call by { $until }
events-staff-undelivered = E-mails not delivered
events-staff-send-again = Send once more
events-staff-search-list = Search in this list
events-staff-search = Search
events-staff-find = Name, code, phone or e-mail
events-staff-find-hint = Search for the beginning of the name or for the code on the confirmation.
events-staff-found = { $count ->
    [0] Nothing found.
    [one] 1 found.
   *[other] { $count } found.
}
events-staff-show-all = Show all
events-staff-new-search = New search
events-staff-newest = Booked last
events-staff-found-code = For this code
events-staff-found-coming = From today on
events-staff-found-past = Over
events-staff-sheet = Print the list
events-staff-write-all = Write to all
events-staff-table-file = As a table (CSV)
events-staff-no-contact = no contact
events-staff-list-caption = Registered people
events-staff-gone = Cancelled or expired
events-staff-messages-so-far = Messages so far:
events-staff-back-to-list = To the list
events-staff-back-to-registration = To the registration
events-staff-print-hint = Print this page with Ctrl + P.
events-staff-to-whom = To whom?
events-staff-to-seated = { $count ->
    [one] Everybody with a place: 1 e-mail
   *[other] Everybody with a place: { $count } e-mails
}
events-staff-to-waiting = { $count ->
    [one] Waiting list and offers: 1 e-mail
   *[other] Waiting list and offers: { $count } e-mails
}
events-staff-without-mail = { $count ->
    [one] 1 registration without an e-mail address: please call.
   *[other] { $count } registrations without an e-mail address: please call.
}
events-staff-subject = Subject
events-staff-text = Text
events-staff-text-hint = Greeting, date and the link to the registration are already in the e-mail.
events-staff-send = Send e-mails
events-staff-send-note = The e-mails leave after one minute. Until then you can take everything back.
events-staff-flaw-audience = Choose to whom the e-mail goes
events-staff-flaw-nobody = Choose somebody with an e-mail address, or call
events-staff-flaw-text = Write a text
events-staff-message-held = { $count ->
    [one] Your message goes to 1 registration in one minute.
   *[other] Your message goes to { $count } registrations in one minute.
}
events-staff-message-sent = { $count ->
    [one] { $at } to 1 registration.
   *[other] { $at } to { $count } registrations.
}
events-staff-registration = Registration
events-staff-by-staff = Booked by phone or at the counter
events-staff-by-web = Booked on the web
events-staff-accept = Accept the place
events-staff-decline = Decline the place
events-staff-letter = Print the letter
events-staff-slip = Print the slip
events-staff-undo-text = By mistake? You can go back for one minute.
events-staff-none-given = not given
events-staff-answer = Answer
events-staff-history = History
events-staff-change-party = Change people
events-staff-cancel-text = The place goes to the next person on the waiting list.
events-staff-slip-offered = A place is free for you until { $until }.
events-staff-slip-call = Questions, or no time after all? Call:
events-mail-greeting = Hello { $name },
events-mail-greetings = Kind regards
events-mail-confirmed-subject = Your place is certain: { $title }, { $day }
events-mail-confirmed = Your place is certain.
events-mail-waiting-subject = You are on the waitlist: { $title }, { $day }
events-mail-waiting = You are on the waitlist. If a place becomes free, we will write to you at once.
events-mail-offered-subject = A place is free: { $title }, { $day }
events-mail-offered = A place has become free. We keep it for you until { $until }. Open the link and accept it, or decline.
events-mail-expired-subject = The offer has ended: { $title }, { $day }
events-mail-expired = The time for the free place is over. We have offered it to the next person.
events-mail-declined-subject = You turned the place down: { $title }, { $day }
events-mail-declined = Thank you for your answer. The place goes to the next person.
events-mail-changed-subject = Your registration has changed: { $title }, { $day }
events-mail-changed = We have changed your registration. This is how it stands now:
events-mail-cancelled-subject = Your cancellation: { $title }, { $day }
events-mail-cancelled = We have cancelled your place and pass it on.
events-mail-called-off-subject = Cancelled: { $title }, { $day }
events-mail-called-off = Unfortunately your date is cancelled.
events-mail-new-time-subject = New: { $title }, { $day }
events-mail-new-time = Something about your date has changed. This is how it stands now:
events-mail-message-subject = About your registration: { $title }, { $day }
events-mail-message = Here is a message about your registration.
events-mail-code = Your code to say at the door: { $code }
events-mail-online = Join online: { $url }
events-mail-bring = Please bring along: { $things }
events-mail-manage = See, change or cancel: { $link }
events-mail-programme = Other dates: { $link }
events-mail-phone = Questions? Call us: { $phone }
