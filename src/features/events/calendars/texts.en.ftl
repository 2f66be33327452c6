calendars-title = Calendars of others
calendars-about = Take over dates of clubs and partners
calendars-text = Take over dates that others keep already. What is new becomes a draft of your programme as soon as you take it over.
calendars-count = { $count ->
    [0] None subscribed yet
    [one] 1 calendar subscribed
   *[other] { $count } calendars subscribed
}
calendars-troubled = { $count ->
    [one] 1 calendar cannot be reached
   *[other] { $count } calendars cannot be reached
}
calendars-waiting = { $count ->
    [0] Nothing to review
    [one] 1 entry to review
   *[other] { $count } entries to review
}
calendars-all = Calendars
calendars-none = There is no calendar yet. Subscribe to one or upload a file.
calendars-subscribe = Subscribe to a calendar
calendars-subscribe-text = We read the calendar four times a day. What is new or different there we show you here to review.
calendars-name = Name
calendars-name-hint = Whose calendar it is, for example: Local history club
calendars-address = Address of the calendar
calendars-address-hint = It begins with https:// or webcal:// and often ends in .ics. Ask the club for it.
calendars-flaw-title = Give the calendar a name.
calendars-flaw-address = That is no address. Copy it completely, for example: https://www.heimatverein.de/kalender.ics
calendars-flaw-https = We do not read this address. It has to begin with https:// and may have neither a password nor a port of its own.
calendars-flaw-many = We do not read more than { $count } calendars. End another subscription first.
calendars-upload = Upload a calendar file
calendars-upload-text = We first show you what would change. Nothing is taken over yet.
calendars-file-field = File
calendars-file-hint = A file that ends in .ics, at most { $count } MB. We keep it for a day at most.
calendars-file = Calendar file
calendars-look = Look at the file
calendars-file-empty = Choose a file first.
calendars-file-packed = This is a packed file (ZIP). Unpack it first, then upload the file that ends in .ics.
calendars-file-large = The file is larger than { $count } MB.
calendars-file-many = The file has more than { $count } entries. Your IT staff take over that many with “nabe import ics”.
calendars-at-line = Line { $line }: { $words }
calendars-uploaded = Uploaded file
calendars-uploaded-at = Uploaded: { $at }. It is deleted after a day.
calendars-read-at = Last read: { $at }.
calendars-not-read-yet = Is about to be read for the first time.
calendars-read-until = Last read successfully: { $at }. Since then: { $why } We try every hour.
calendars-never-read = Never read so far. { $why } We try every hour.
calendars-wait = We are about to read the calendar. Reload this page in a minute.
calendars-trouble-address = The address is none that we read.
calendars-trouble-name = The name in the address does not exist.
calendars-trouble-internal = The address leads into an internal network. We do not ask there.
calendars-trouble-connection = Nobody answers there.
calendars-trouble-tls = The connection is not secure. The certificate is not in order.
calendars-trouble-slow = The answer takes too long.
calendars-trouble-large = The calendar is too large.
calendars-trouble-hops = The address redirects too often.
calendars-trouble-missing = There is no calendar at this address any more.
calendars-trouble-status = The server reports the error { $status }.
calendars-trouble-answer = What answers is no web server.
calendars-trouble-unusable = What comes is no calendar that we can read.
calendars-read-now = Read now
calendars-discard = Discard file
calendars-end = End subscription
calendars-review-text = New events become drafts. You add price and registration and then publish them.
calendars-take-all = { $count ->
    [one] Take over 1 entry
   *[other] Take over all { $count } entries
}
calendars-take-new = Take over as a draft
calendars-take-change = Take over the change
calendars-take-gone = Cancel the dates
calendars-leave = Leave it
calendars-new = { $count ->
    [one] New, 1 date
   *[other] New, { $count } dates
}
calendars-changed-words = Texts or place changed
calendars-earlier = This form has brought a calendar already.
calendars-earlier-link = Open this calendar
calendars-earlier-text = What you changed or chose afterwards is not saved. Should that be read as well? Then send it again; choose a file anew.
calendars-dates-new = { $count ->
    [one] 1 new date
   *[other] { $count } new dates
}
calendars-dates-other = { $count ->
    [one] 1 date changed
   *[other] { $count } dates changed
}
calendars-dates-off = { $count ->
    [one] 1 date is cancelled
   *[other] { $count } dates are cancelled
}
calendars-gone = No longer there
calendars-same = { $count ->
    [one] 1 entry is here already as it is there.
   *[other] { $count } entries are here already as they are there.
}
calendars-left = { $count ->
    [one] 1 entry was left by you.
   *[other] { $count } entries were left by you.
}
calendars-refused = Cannot be taken over
calendars-refused-text = We leave these entries out. The reason is given beside each.
calendars-line = Line { $line }
calendars-done-taken = Taken over. New events are among the drafts.
calendars-done-left = The entry stays here as it is. We show it again when it changes there.
calendars-done-asked = We are about to read the calendar. Reload the page in a minute.
calendars-done-removed = Removed. Events that were taken over stay.
calendars-done-changed = The entry has changed meanwhile. Please look at it once more.
calendars-to-drafts = To the drafts
