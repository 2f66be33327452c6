accessibility-lede = { $hub } wants everybody to be able to use this website. Directive (EU) 2016/2102 and the law of your state ask for it.
accessibility-status = How accessible the website is
accessibility-status-fully = The website meets WCAG 2.2, level AA, and EN 301 549 in full.
accessibility-status-partly = The website meets WCAG 2.2, level AA, and EN 301 549 in part. The next section says what is missing.
accessibility-status-not = The website does not yet meet WCAG 2.2, level AA, and EN 301 549.
accessibility-word-fully = In full
accessibility-word-partly = In part
accessibility-word-not = Not yet
accessibility-gaps = What is not yet accessible
accessibility-gap-reason = Reason: { $reason }
accessibility-gap-instead = Instead: { $alternative }
accessibility-reason-work = not yet done
accessibility-reason-burden = disproportionate burden
accessibility-reason-exempt = outside the scope of the law
accessibility-program-gaps =
    Not every page has a video in German Sign Language. Those there are stand under Sign language. | Write to us. You need not telephone.
    No group of readers has checked the page “Easy language” yet. Other texts in easy language say whether they have been checked. | Call us, we will explain it.
    Events are not described in easy language. | Call us, we will explain it.
    English pages show texts of the hub in German. Screen readers are not told everywhere. | Ask us, we answer in English.
    The hub itself describes pictures of events and pages. A description may be missing. | What matters is in the text too.
    Online events run with other providers. We have not checked their pages. | Ask us for another way to take part.
accessibility-tested = How it was checked
accessibility-tested-text = We have checked the pages ourselves with programs:
accessibility-tested-list =
    with the rules of axe-core for WCAG 2.2 AA and EN 301 549, light and dark
    with the keyboard: everything can be reached and is visibly marked.
    in a window 320 pixels wide: nothing sticks out sideways.
    with the colours of the operating system (contrast mode)
accessibility-untested = People with disabilities have not checked the website yet. Nor have we tried it with screen readers.
accessibility-tested-others = An independent body has checked the pages.
accessibility-report-text = Is something in your way? Tell us. You get an answer within a month.
accessibility-enforcement = If our answer does not help
accessibility-enforcement-text = Turn to the enforcement or arbitration body of your state. It is responsible for accessible websites of public bodies. You can also turn to it when we have not answered after a month.
accessibility-date = Date
accessibility-date-text = This statement is of { $day }.
accessibility-missing-enforcement = Enforcement or arbitration body with address: still to be entered
accessibility-missing-law = Law of the state: still to be entered

accessibility-entry-about = Date of the statement, gaps, how it was checked, enforcement body
accessibility-entry-stale = Of { $day }, please check again
accessibility-entry-lacks = Details are missing
accessibility-entry-since = Of { $day }
accessibility-settings-text = The public statement follows from these details. Check them at least once a year.
accessibility-to-legal = Law and enforcement body stand with the legal details.
accessibility-stale = This statement is older than twelve months. Check the pages and enter the new day.
accessibility-saved = Saved. The statement says so from now on.
accessibility-look = See the statement
accessibility-save = Save statement
accessibility-back = Back to the hub
accessibility-checked-on = Checked on
accessibility-checked-on-hint = Day of the last check, for example 23.11.2026
accessibility-method-own = Checked by ourselves
accessibility-method-others = Checked by an independent body
accessibility-gap-number = Gap { $number }
accessibility-gap-hint = For one more gap. Empty ones are left out.
accessibility-gap-what = What is not accessible?
accessibility-gap-why = Why?
accessibility-gap-alternative = What can people do instead?
accessibility-flaw-day = Enter the day of the last check, for example 23.11.2026
accessibility-flaw-gaps = Name at least one gap when the website meets the rules only in part

accessibility-barriers-lede = Is something on this website or in our houses in your way? Tell us. One sentence is enough.
accessibility-field-words = What is in your way?
accessibility-field-words-hint = What did you want to do, and what did not work? Please nothing about illnesses.
accessibility-field-place = Where was it?
accessibility-field-place-hint = The page or the place, for example “programme in December” or “entrance in the yard”
accessibility-field-name = Your name
accessibility-field-contact = How do we reach you?
accessibility-field-contact-hint = Mail address or telephone number. Without it we cannot answer you.
accessibility-send = Report the barrier
accessibility-send-text = We use your details only for the answer.
accessibility-earlier = We already have this report.
accessibility-earlier-text = You changed something afterwards. Send the form again, and we get it as a second report.
accessibility-flaw-words = Write in one sentence what is in your way
accessibility-flaw-fast = That was very fast. Please send it once more
accessibility-thanks = Thank you. Your report has arrived.
accessibility-thanks-text = You get an answer by { $day }, if you told us how to reach you.
accessibility-next = What happens next
accessibility-next-steps =
    We look at the barrier.
    You get an answer within a month.
    It says what we change, and when.
accessibility-no-answer = No answer, or it does not help? Then the enforcement body helps. It is named here:
accessibility-call = Rather by telephone? Call us:

accessibility-reports = Reported barriers
accessibility-reports-about = What is in people’s way, and by when they get an answer
accessibility-reports-none = Nothing open
accessibility-reports-open = { $count ->
    [one] 1 waits for an answer
   *[other] { $count } wait for an answer
}
accessibility-reports-late = { $count ->
    [one] 1 waits for an answer
   *[other] { $count } wait for an answer
}, { $late } overdue
accessibility-reports-text = Every report needs an answer within a month.
accessibility-reports-nothing = Nobody has reported a barrier so far.
accessibility-report = Reported barrier
accessibility-state = State
accessibility-from = From
accessibility-nobody = Without name and contact
accessibility-when = When
accessibility-came-on = Reported on { $day }
accessibility-answer-by = Answer by { $day }
accessibility-overdue-since = Overdue since { $day }
accessibility-answered-on = Answered on { $day }
accessibility-cut = { $words }…
accessibility-answer = Answer
accessibility-answer-hint = What do you change, and when? Without a mail address this stays a note. Call the person if there is a number.
accessibility-answer-hint-mail = What do you change, and when? The answer goes to the person by mail.
accessibility-answer-send = Send answer
accessibility-answer-keep = Note as answered
accessibility-answer-kept = Noted. Where there is a mail address, the answer leaves now.
accessibility-flaw-answer = Write what you answered or changed, in at most 3,000 characters

accessibility-mail-received = A barrier was reported, { $hub }
accessibility-mail-received-text =
    Hello,

    somebody has reported a barrier. Please answer by { $day }.

    It is here:
    { $link }
accessibility-mail-answered = Answer to your report, { $hub }
accessibility-mail-hello = Hello,
accessibility-mail-greeting = Hello { $name },
accessibility-mail-answered-text = You reported a barrier to us. Our answer:
accessibility-mail-your-words = Your report: { $words }
