events-certificate = Certificate of attendance
events-certificate-attended = took part in
events-certificate-hours = Duration: { $hours }
events-certificate-issued = Issued on { $day } by { $hub }.
events-certificate-load = Download the certificate (PDF)
events-certificate-valid = This certificate is valid without a signature.
events-feedback-1 = Bad
events-feedback-2 = Not so good
events-feedback-3 = Fair
events-feedback-4 = Good
events-feedback-5 = Very good
events-feedback-anonymous = Your answer is counted without your name. Nobody sees whose it is.
events-feedback-choose = Choose one of the five answers.
events-feedback-not-yet = We ask this question after the date. Please come back then.
events-feedback-over = The survey on this date has ended. Thank you for your interest.
events-feedback-programme = See more events
events-feedback-question = How did you like it?
events-feedback-send = Send answer
events-feedback-thanks = Thank you. Your answer has arrived.
events-feedback-title = How was it?
events-feedback-result = { $count ->
    [one] 1 answer
   *[other] { $count } answers
}, { $mean } of 5 on average
events-feedback-few = Answers are shown here once there are at least three.
events-door-call-list = List of names
events-door-called-off = “{ $title }” does not take place today. Tell the person and offer another date.
events-door-cancelled = { $name } cancelled for “{ $title }”. If a place is free, register the person again.
events-door-code = Code of the registration
events-door-code-hint = Eight characters from the confirmation. A hand scanner types them by itself.
events-door-counting = People without a registration are counted with +. No names are noted.
events-door-house = Just dropping in
events-door-house-text = Whoever looks in without a date in mind.
events-door-less = Take one back
events-door-more = Count one
events-door-more-5 = Count five
events-door-no-code = Type the code, or hold it in front of the scanner.
events-door-nothing = No dates today. Everybody may come in all the same.
events-door-other-day = This code is not for today but for { $day }.
events-door-submit = Is here
events-door-there = { $there } of { $expected } are here
events-door-title = Check-in
events-door-unknown-code = There is no such code here. Check the eight characters, or look in the list of names.
events-door-waits = { $name } is still on the waitlist for “{ $title }”. If a place is free, give it to the person there.
events-door-walk-ins = { $count ->
    [one] 1 person without a registration
   *[other] { $count } people without a registration
}
events-manage-about = Details
events-manage-about-text = What you change here applies to all coming dates. What you set for a single date stays.
events-manage-add = Add dates
events-manage-add-text = Place, seats and registration are those of the event.
events-manage-admission = Registration and waiting list
events-manage-after = Then you see the page and can change everything.
events-manage-all-past = All dates over
events-manage-also-online = People can also take part online
events-manage-as-draft = Save as draft
events-manage-audience = For whom, in your words
events-manage-body = Description
events-manage-body-hint = Blank line: new paragraph. **bold**, - list, ## heading, [word](https://…). After saving you see the preview.
events-manage-bring = What to bring
events-manage-cancel = Cancel this date
events-manage-cancel-text = Registrations stay. The mails leave after a minute; until then you can take it all back.
events-manage-capacity = Places
events-manage-capacity-all = Empty or 0 means no limit. Applies to all dates without a number of their own.
events-manage-capacity-hint = Empty or 0 means no limit.
events-manage-capacity-this = Places on this date
events-manage-capacity-this-hint = More places go to the waiting list in turn. Fewer places take nobody’s place away.
events-manage-change = Change
events-manage-clock = Time
events-manage-closes = Registration ends, hours before the start
events-manage-closes-hint = 0 means until the start.
events-manage-copy = Copy
events-manage-copy-of = Copy: { $title }
events-manage-count = or how many dates
events-manage-date-over = This date is over. It can no longer be changed.
events-manage-dates-past = Show past dates too
events-manage-dates-upcoming = Show coming dates only
events-manage-day = Day
events-manage-delete = Delete draft
events-manage-done-added = The dates are added.
events-manage-done-changed = The date is changed.
events-manage-done-copied = This is the copy, as a draft and without dates.
events-manage-done-created = The event is saved. This is how it looks.
events-manage-done-deleted = The draft is deleted.
events-manage-done-kept = Changed. Dates with a time of their own stay as they are.
events-manage-done-not-deleted = Only drafts without registrations can be deleted.
events-manage-done-picture = The picture is saved.
events-manage-done-picture-words = The description is saved. The picture stays as it was.
events-manage-done-saved = Saved.
events-manage-done-takes-place = The date takes place. Whoever already got the cancellation gets a mail.
events-manage-done-too-late = It is too late for that: the mails have already left.
events-manage-done-undone = Everything is as before. Nobody got a mail.
events-manage-draft = Draft
events-manage-earlier = This event is saved already.
events-manage-earlier-link = Open the saved event
events-manage-earlier-text = What you changed afterwards is not saved. Open the saved event and change it there. If you send this form again, there will be a second one.
events-manage-elsewhere = Somewhere else
events-manage-empty = empty
events-manage-find = Search
events-manage-flaw-alt = Describe the picture, or tick “only decoration”.
events-manage-flaw-choices = Give at least two answers, each on its own line.
events-manage-flaw-day = Give a day, for example 10 Dec or Thu.
events-manage-flaw-from = Say when it starts, for example 14:00.
events-manage-flaw-jump = Choose for { $day } what shall happen.
events-manage-flaw-link = Give a full address that begins with https://.
events-manage-flaw-not-organiser = Choose “The organiser knows” for registration, or leave this field empty.
events-manage-flaw-dead-link = A link in this text leads nowhere. Write its address in full, beginning with https://.
events-manage-flaw-long = At most { $count } characters. Please shorten the text.
events-manage-flaw-missing = Fill in this field.
events-manage-flaw-money = Give an amount, for example 5 or 12.50.
events-manage-flaw-no-dates = This leaves no date. Check the last day and the exceptions.
events-manage-flaw-no-file = Choose a picture file.
events-manage-flaw-no-such-day = The calendar has no such day.
events-manage-flaw-not-last = The first date is not the last such weekday of its month.
events-manage-flaw-nothing = Tick at least one date.
events-manage-flaw-number = Give a number from { $least } to { $most }.
events-manage-flaw-other-weekday = Weekday and date do not fit together.
events-manage-flaw-past = This day is over. Give a day from today on.
events-manage-flaw-just-passed = { $day } is over. Add the year if you mean a later day.
events-manage-flaw-ends-first = The end comes before the beginning. Change it, or confirm that the date lasts overnight.
events-manage-flaw-picture = This file is no picture that we can read. Use JPEG, PNG or WebP.
events-manage-flaw-picture-large = The picture has more than { $count } million pixels. Make it smaller.
events-manage-flaw-picture-small = The picture is too small. It needs at least { $count } pixels in width.
events-manage-flaw-place = Write where it takes place.
events-manage-flaw-purpose = Add what you need the answer for.
events-manage-flaw-question = Write the question, or empty the whole box.
events-manage-flaw-reason = Give the reason. One sentence is enough.
events-manage-flaw-site = Choose where it takes place.
events-manage-flaw-time = Give a time, for example 14:00.
events-manage-flaw-title = Give the event a title.
events-manage-flaw-too-many = More than { $count } dates at once are not possible. Choose an earlier last day.
events-manage-flaw-topic = Choose a topic.
events-manage-flaw-until = Give the last day or the number of dates, one of the two.
events-manage-for-whom = To be found for
events-manage-for-whom-hint = For searching the programme. Nobody is turned away for it.
events-manage-from = from
events-manage-further = { $further ->
    [one] 1 more date
   *[other] { $further } more dates
}
events-manage-further-fields = More details
events-manage-hindered-jumped = This time does not exist on { $day }: the clock jumps forward. Choose another.
events-manage-hindered-known = On { $day } there already is a date at this time.
events-manage-hindered-past = On { $day } the new date would already be over.
events-manage-hindered-twice = This time comes twice on { $day }. Choose which one.
events-manage-host = Who holds it
events-manage-host-hint = Name or club, as the programme shall show it.
events-manage-hour-first = in summer time (the first time)
events-manage-hour-second = in winter time (the second time)
events-manage-hour-which = Which of the two hours
events-manage-instead = What instead (optional)
events-manage-instead-hint = For example: New on 16 Dec at 14:00.
events-manage-jump-shift = Start at { $time }
events-manage-jump-skip = Leave this date out
events-manage-lede = In one or two sentences
events-manage-lede-hint = Stands at the top of the page. At most 300 characters.
events-manage-list = Events
events-manage-mail-still-waits = You do not have a certain place yet. You keep your turn.
events-manage-mail-still-offered = We still keep the free place for you until { $until }. Open the link and accept it, or decline.
events-manage-mail-takes-place = The date takes place after all.
events-manage-more = Kind, host, what to bring
events-manage-n-capacity = 4. Places
events-manage-n-site = 3. Where
events-manage-n-title = 1. Title
events-manage-n-topic = 5. Topic
events-manage-n-when = 2. When
events-manage-new = New event
events-manage-new-text = Five details are enough. Everything else can be added later.
events-manage-no-date = no date
events-manage-no-dates-text = No date yet. Add dates, then the event stands in the programme.
events-manage-none = No event yet
events-manage-none-found = No event for these words
events-manage-none-past = Nothing is over yet
events-manage-none-text = Make a new one, or look among the others.
events-manage-note-clash = At the same time in the same room: { $title }, { $time }.
events-manage-note-closed = The hub is closed on this day.
events-manage-note-closed-for = The hub is closed on this day: { $reason }.
events-manage-note-jump = { $time } does not exist in this night: the clock jumps forward.
events-manage-note-known = This date is there already.
events-manage-note-longer = The clock changes in this night: the date lasts { $duration }.
events-manage-note-overlaps = The date before is not over by then.
events-manage-note-twice = { $time } comes twice in this night: the clock is put back.
events-manage-offer = An offer stands
events-manage-offer-hint = Hours, then the next person follows.
events-manage-online-hint = Only people who registered see it.
events-manage-online-url = Address of the video meeting
events-manage-opens = Registration begins (optional)
events-manage-opens-hint = Empty means at once.
events-manage-other-room = Another room
events-manage-other-room-hint = Empty means as for the event.
events-manage-coming = Coming
events-manage-drafts = Drafts
events-manage-page-before = Page before
events-manage-page-after = Next page
events-manage-past = Over
events-manage-per-booking = Places in one registration at most
events-manage-per-person = Places of one person at most
events-manage-per-person-hint = Over all registrations for one date.
events-manage-picture = Picture
events-manage-picture-alt = What the picture shows
events-manage-picture-alt-hint = One sentence for those who do not see the picture.
events-manage-picture-decoration = The picture is only decoration
events-manage-picture-file = Picture file
events-manage-picture-hint = JPEG, PNG or WebP, at most 12 MB. Location and camera data are removed.
events-manage-picture-later = You can upload a picture of your own after saving.
events-manage-picture-none = No picture of its own. The page shows the drawing of the topic.
events-manage-picture-now = The picture of this event
events-manage-picture-remove = Remove picture
events-manage-picture-save = Save picture
events-manage-preview = What everybody sees
events-manage-price = Price
events-manage-price-euros = Price in euros
events-manage-price-hint = Empty means free of charge.
events-manage-price-note = A word on the price
events-manage-price-note-hint = For example: reduced €2, to be paid at the door.
events-manage-public-page = See the public page
events-manage-publish = Publish
events-manage-published = Published
events-manage-question-choice = one of several answers
events-manage-question-choices = Answers to choose from
events-manage-question-choices-hint = One on each line. Only for choosing.
events-manage-question-help = What you need the answer for
events-manage-question-help-hint = Stands below the question. Do not ask about illnesses.
events-manage-question-kind = Answer
events-manage-question-label = Question
events-manage-question-n = Question { $number }
events-manage-question-required = An answer is needed
events-manage-question-text = in one’s own words
events-manage-question-yes = a tick
events-manage-questions = Your own questions
events-manage-questions-hint = Ask only what you need. Every question costs registrations.
events-manage-reason = Reason
events-manage-reason-hint = Stands in the programme and in the mail. One sentence is enough.
events-manage-registration = Registration
events-manage-registration-no = Without registration, just come
events-manage-registration-yes = With registration
events-manage-repeat = Repetition
events-manage-repeat-daily = every day
events-manage-repeat-fortnightly = every two weeks
events-manage-repeat-how = How often
events-manage-repeat-monthly = every month
events-manage-repeat-monthly-day = every month on the same day
events-manage-repeat-monthly-last = every month on the last such weekday
events-manage-repeat-monthly-weekday = every month on the same weekday, such as the 2nd Tuesday
events-manage-repeat-next = Then you see all dates and tick those that count.
events-manage-repeat-none = none
events-manage-repeat-weekly = every week
events-manage-report = Check the dates
events-manage-report-add = Add these dates
events-manage-report-back = Change details
events-manage-report-intro = { $remarked ->
    [one] There is something to say about 1 of { $count } dates. Check the ticks.
   *[other] There is something to say about { $remarked } of { $count } dates. Check the ticks.
}
events-manage-report-nothing-yet = Nothing is saved yet.
events-manage-report-plain = { $count ->
    [one] 1 date. Nothing is in the way.
   *[other] { $count } dates. Nothing is in the way.
}
events-manage-report-publish = Publish these dates
events-manage-report-save = Save these dates
events-manage-resize = Change places
events-manage-retime = Change time or room
events-manage-room = Room or place in words
events-manage-save = Save
events-manage-scope = For which dates
events-manage-scope-all = all coming dates
events-manage-scope-following = this and all following
events-manage-scope-hint = The others move by as many days. Those with a time of their own keep it.
events-manage-scope-this = this one only
events-manage-search = Title, place or topic
events-manage-site = Where
events-manage-skip = Exceptions (optional)
events-manage-skip-hint = Days without it, for example: 24 Dec, 31 Dec
events-manage-stale = Somebody was faster.
events-manage-stale-date = The event has been changed meanwhile. What you typed is still here. Check it and send it again.
events-manage-stale-differs = This is saved now, unlike yours:
events-manage-stale-text = The event has been changed meanwhile. What you typed is still in the form. Save again and yours counts.
events-manage-state = State
events-manage-summary-closes = { $hours ->
    [one] ends 1 hour before
   *[other] ends { $hours } hours before
}
events-manage-summary-no-link = address still missing
events-manage-summary-no-text = still empty
events-manage-summary-no-waitlist = no waiting list
events-manage-summary-not-online = no
events-manage-summary-open = without registration
events-manage-summary-questions = { $count ->
    [one] 1 question
   *[other] { $count } questions
}
events-manage-summary-registration = with registration
events-manage-summary-waitlist = waiting list on
events-manage-surplus = { $count ->
    [one] 1 place more given than there is
   *[other] { $count } places more given than there are
}
events-manage-take-back = Take the cancellation back
events-manage-take-back-text = The registrations are still there. Whoever already got the cancellation gets a mail that the date takes place.
events-manage-taken = { $taken ->
    [one] 1 place taken
   *[other] { $taken } places taken
}
events-manage-taken-head = Taken
events-manage-taken-of = { $taken } of { $of } taken
events-manage-text = Text
events-manage-title = Title
events-manage-title-hint = As on the poster. At most 60 characters.
events-manage-to = to
events-manage-overnight = The date lasts overnight and ends on the next day
events-manage-told = Everybody who registered or waits gets a mail. It leaves after a minute.
events-manage-topic = Topic
events-manage-undo = Undo
events-manage-undo-cancelled = Cancelled: { $day }.
events-manage-undo-replaced = The place is changed.
events-manage-undo-retimed = { $count ->
    [one] 1 date is changed.
   *[other] { $count } dates are changed.
}
events-manage-undo-time = The mails leave in a minute.
events-manage-until = Until which day
events-manage-until-hint = The last day or the number of dates.
events-manage-waiting = { $count ->
    [one] 1 waits
   *[other] { $count } wait
}
events-manage-waitlist = Waiting list
events-manage-waitlist-fill = In turn, smaller groups may fill gaps
events-manage-waitlist-off = No waiting list
events-manage-waitlist-strict = Strictly in turn
events-manage-weekdays = On these days
events-manage-weekdays-hint = For weeks only. The day of the first date always belongs to it.
events-manage-when-hint = “10 Dec” or “Thu” is enough. Without “to” the end is open.
events-manage-withdraw = Back to draft
events-manage-organiser-url = Page of the organiser (optional)
events-manage-organiser-url-hint = Only if the organiser decides on registration and price.
events-manage-registration-organiser = The organiser knows, also the price
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
events-when-today = Today
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
events-by-organiser = Ask the organiser
events-on-now = On now
events-note-elsewhere = The organiser knows whether you have to register and what it costs.
events-to-organiser = To the organiser’s page
events-past = This event is over.
events-past-when = It was on { $when }.
events-past-cancelled = It did not take place. It had been planned for { $when }.
events-past-next = What comes next
events-past-none = New dates will soon be in the programme.
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
events-flaw-companions = { $seats ->
    [one] One place is for one person. Choose more people, or remove the names
   *[other] These are more names than { $seats } places. Choose more people, or remove names
}
events-flaw-companion-long = Shorten each name to at most { $count } characters
events-flaw-answer = Please answer: { $question }
events-yes = yes
events-refused-wait = You can join the waitlist. We will tell you as soon as a place becomes free.
events-refused-other = Choose another date, or call us.
events-refused-few = { $free ->
    [one] Only 1 place is left.
   *[other] Only { $free } places are left.
}
events-refused-few-text = Book for fewer people, or join the waitlist together.
events-refused-full = All places are taken.
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
events-page-called-off-text = There is nothing you need to do. Perhaps another date suits you.
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
events-rate-booking = How easy was registering?
events-rate-hint = Voluntary and without your name. 1 is bad, 5 is very good.
events-rate = Send rating
events-rated = Thank you for your rating.
events-page-kept = We delete the details of this registration by { $day }.
events-page-over-text = You no longer have a place here. Another date may suit you.
events-undo-gone = This can no longer be taken back.
events-undo-gone-text = Places are taken meanwhile or kept for the waitlist. The page of the event shows what is still free, and you can register again there.
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
events-staff-what-when-hint = Dates of the next four weeks. Later ones are booked under “Events”, on the list of the date.
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
events-staff-message-earlier = This message is written already.
events-staff-message-earlier-link = To the list with the first message
events-staff-message-earlier-text = Nobody gets what you changed afterwards. Within the first minute you can still take the first message back on the list. If you send this form again, everybody gets a second one.
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
events-staff-missed = Did not come
events-staff-missed-times = { $count ->
    [one] once
   *[other] { $count } times
}
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
events-staff-erased = Details deleted
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
events-staff-since = Since { $time }
events-staff-already-here = Is here already
events-staff-flaw-here = Tick this on the day of the date
events-staff-step-late = Send the form once more if you want to book all the same.
events-staff-log-corrected = Details corrected
events-staff-log-by = by { $name }
events-staff-correct = Correct details
events-staff-correct-text = What has not left yet goes to the new address by itself.
events-staff-send-confirmation = Send the confirmation by e-mail once more
events-staff-save = Save
events-staff-slip-call = Questions, or no time after all? Call:
events-mail-greeting = Hello { $name },
events-mail-greetings = Kind regards
events-mail-confirmed-subject = Your place is certain: { $title }, { $day }
events-mail-confirmed = Your place is certain.
events-mail-waiting-subject = You are on the waitlist: { $title }, { $day }
events-mail-waiting = You are on the waitlist. If a place becomes free for you, we will write to you at once.
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
events-mail-reminder-subject = Tomorrow: { $title }, { $day }
events-mail-reminder = It is tomorrow. We look forward to seeing you.
events-mail-cancel-in-time = You cannot come after all? Please cancel, somebody on the waitlist will be glad: { $link }
events-mail-thanks-subject = Thank you for coming: { $title }, { $day }
events-mail-thanks = It was good to have you with us.
events-mail-feedback = How was it? One question, without your name: { $link }
events-mail-certificate = Your certificate of attendance is here: { $link }
events-mail-code = Your code to say at the door: { $code }
events-mail-online = Join online: { $url }
events-mail-bring = Please bring along: { $things }
events-mail-manage = See, change or cancel: { $link }
events-mail-programme = Other dates: { $link }
events-mail-phone = Questions? Call us: { $phone }

# Subscribe to the calendar
events-calendar = Subscribe to the calendar
events-calendar-lede = Have the programme in your own calendar. New dates and cancellations appear there by themselves.
events-calendar-all = All events
events-calendar-subscribe = Subscribe to the calendar
events-calendar-address = Your calendar does not open? Then enter this address there:
events-calendar-file = Load the dates once as a file
events-calendar-topics = One topic only
events-calendar-topics-text = You can also subscribe to single topics.
events-calendar-how = How to do it in your calendar
events-calendar-phone = iPhone, iPad and Mac
events-calendar-phone-text = Tap “Subscribe to the calendar” above and confirm with “Subscribe”.
events-calendar-google = Google Calendar
events-calendar-google-text = Open Google Calendar on a computer. Choose the plus sign beside “Other calendars”, then “From URL”. Paste the address.
events-calendar-outlook = Outlook
events-calendar-outlook-text = In the calendar choose “Add calendar”, then “Subscribe from web”. Paste the address.
events-calendar-thunderbird = Thunderbird
events-calendar-thunderbird-text = Choose “New calendar”, then “On the network”. Paste the address.
events-calendar-feed = New events in your feed reader
events-calendar-feed-text = A feed reader shows you what is new in the programme. Paste this address there:
events-newest = New in the programme: { $hub }
events-newest-next = Next date: { $day }, { $time }.
events-calendar-after = What happens next
events-calendar-after-text = Your calendar looks for changes regularly. How often depends on your calendar: every hour with some, once a day with others. This is not a registration. Register for the event where that is needed.

events-embed = Embed
events-embed-about = Show your programme on other web sites
events-embed-text = Your next dates stand on the web site of your town and stay up to date there by themselves.
events-embed-count = { $count ->
    [0] Not on any web site yet
    [one] Allowed on 1 web site
   *[other] Allowed on { $count } web sites
}
events-embed-step-allow = 1. Allow web sites
events-embed-origins = Web sites that may show your programme
events-embed-origins-hint = One address per line, for example: https://www.musterstadt.de. All other web sites show nothing in its place.
events-embed-save = Save web sites
events-embed-saved = Saved. Your programme can now appear on these web sites.
events-embed-flaw-address = “{ $typed }” is no address of a web site. Write for example: https://www.musterstadt.de
events-embed-flaw-wildcard = “{ $typed }” stands for many web sites. Name each of them.
events-embed-flaw-https = “{ $typed }” is not encrypted. The address has to begin with https://.
events-embed-flaw-many = At most { $count } web sites. Shorten the list.
events-embed-step-choose = 2. Choose dates
events-embed-topic-field = Topic
events-embed-all-topics = All topics
events-embed-number = How many dates
events-embed-choose = Show preview
events-embed-step-copy = 3. Copy the line
events-embed-line = Line for the other web site
events-embed-line-hint = Pass this line on. Whoever looks after the other web site inserts it there as HTML.
events-embed-preview = What it looks like there
events-embed-title = Next dates
events-embed-topic = Next dates: { $topic }
events-embed-none = There are no dates here at present.
events-embed-all = All events: { $hub }
events-manage-open-to = Who sees it
events-manage-open-to-hint = Closed courses stand in no programme, no search and no calendar.
events-manage-open-to-all = Everybody
events-manage-members = Member organisations only
events-manage-members-text = Their people come in with the access code of their organisation or their mail address at work.
events-manage-members-address = You can pass this address on:
events-manage-members-terms = Organisations, places, cost
events-staff-organisation = Organisation
events-staff-flaw-organisation = Choose to which organisation the person belongs
events-refused-quota = Your organisation has already used its { $count } places.
events-refused-quota-few = { $free ->
    [one] Your organisation has only 1 of { $count } places left.
   *[other] Your organisation has only { $free } of { $count } places left.
}
