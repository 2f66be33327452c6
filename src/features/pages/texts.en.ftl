pages-phone = Telephone
pages-email = E-mail
pages-post = Post
pages-no-contact = The hub has not entered yet how to reach it.
pages-missing = Not entered by the hub yet
pages-missing-text = The hub has still to enter or to check these details.
pages-missing-address = Address: still to be entered
pages-missing-phone = Telephone number: still to be entered
pages-missing-email = E-mail address: still to be entered
pages-days-pair = { $first } and { $last }
pages-days-range = { $first } to { $last }
pages-to-contact = Contact and getting here

pages-contact-lede = Call us, write to us or drop in.
pages-reach = How to reach us
pages-closed-days = Closed on these days
pages-sign-help = Help in sign language
pages-address = Address
pages-hours = Opening hours
pages-hours-none = No fixed hours. Please ask before you come.
pages-directions = Getting here
pages-wheelchair = Wheelchair
pages-hearing = Hearing
pages-no-place = The hub has not entered a place yet.

pages-imprint-lede = Who offers this website (section 5 of the German Digital Services Act, DDG).
pages-imprint-who = Provider
pages-imprint-software = Software
pages-imprint-software-text = This website runs on Nabe. Nabe is free software under the licence EUPL-1.2.
pages-imprint-missing =
    Body responsible and its legal form: still to be entered
    Authorised representative: still to be entered
    Responsible for editorial content (section 18 (2) Medienstaatsvertrag): still to be entered
    Supervisory authority: still to be entered
    VAT identification number, if there is one: still to be entered

pages-access-lede = { $hub } wants everyone to be able to use this website. Directive (EU) 2016/2102 and the law of your federal state ask for it.
pages-access-status = How accessible the website is
pages-access-status-text = We have built it to WCAG 2.2, level AA, and to EN 301 549. It conforms to these partially. The next section says what is missing.
pages-access-gaps = What is not accessible yet
pages-access-gaps-list =
    There is no video in German Sign Language yet.
    No group of readers has checked the page in easy language yet.
    Events are not described in easy language.
    English pages show texts of the hub in German. Screen readers are not told so everywhere.
    The hub itself describes pictures of events. A description may be missing.
    Online events are held with other providers. We have not checked their pages.
pages-access-tested = How we checked
pages-access-tested-text = We checked the pages ourselves with programs:
pages-access-tested-list =
    with the rules of axe-core for WCAG 2.2 AA and EN 301 549, light and dark
    with the keyboard: everything can be reached and is visibly marked.
    in a window 320 pixels wide: nothing sticks out at the side.
    with the colours of the operating system (contrast mode)
pages-access-untested = People with disabilities have not checked the website yet. We have not tried it with screen readers yet either.
pages-access-report-text = Something stands in your way? Tell us. You get an answer within one month.
pages-access-report-more = How to report a barrier
pages-access-enforcement = If our answer does not help
pages-access-enforcement-text = Turn to the enforcement or arbitration body of your federal state. It is responsible for accessible websites of public bodies. You can also turn to it if we have not answered after a month.
pages-access-date = Date
pages-access-date-text = This statement is of { $day }. It rests on our own check.
pages-access-missing =
    Enforcement or arbitration body with address: still to be entered
    Act of the federal state: still to be entered

pages-barriers-lede = Something on this website or in our houses stands in your way? Tell us.
pages-barriers-how = How to reach us
pages-barriers-how-text = Call us, or write an e-mail or a letter. One sentence is enough.
pages-barriers-helps = What helps us
pages-barriers-helps-list =
    On which page or at which place was it?
    What did you want to do?
    What did not work?
    Which device or aid do you use?
    How do we reach you?
pages-barriers-helps-not = You need not answer everything. Please nothing about illnesses.
pages-barriers-next = What happens next
pages-barriers-next-steps =
    We look at the barrier.
    You get an answer within one month.
    It says what we will change and when.
pages-barriers-no-answer = No answer, or it does not help?
pages-barriers-no-answer-text = Then the enforcement or arbitration body of your federal state helps.

pages-sign-lede = We have no video in sign language yet. This is how you get help all the same.
pages-sign-interpreter = Interpreter
pages-sign-interpreter-text = Do you need an interpreter at an event? Write to us as early as you can. Name the event and the day.
pages-sign-interpreter-answer = We answer whether it works out and who bears the costs.
pages-sign-ask = Ask us
pages-sign-ask-text = Write to us. You do not have to phone.
pages-sign-relay = You can also call us through a relay service for sign language.
pages-sign-offers = What works without a telephone
pages-sign-offers-list =
    All events are in the programme as text.
    You book your place with name and e-mail address.
    Confirmation, change and cancellation come by e-mail.
    Under Contact you read what each place offers for hearing.
pages-sign-missing = What is missing
pages-sign-missing-list =
    a video about what this website offers
    a video about how to find your way here
    a video about the accessibility statement

pages-easy-note =
    This page is in easy language.
    No group of readers has checked the text yet.
pages-easy-what = What is this?
pages-easy-what-name =
    This is the website of:
    { $hub }.
pages-easy-what-lines =
    It is a place to meet.
    Everyone may come.
    You can learn something there.
    You can try things there.
    You can ask questions there.
    For example about your phone or your computer.
    You find all events on this website.
pages-easy-register = How to book a place
pages-easy-register-start =
    Do you want to come to an event?
    Then book a place.
    This is how:
pages-easy-register-steps =
    Click on: Events.
    Choose an event.
    Click on: Book a place.
    Write your name in the box.
    Write your e-mail address in the box. Or your telephone number.
    Click again on: Book a place.
pages-easy-register-done =
    Then you read: Your place is certain.
    You do not need a password.
pages-easy-register-full =
    Sometimes all places are taken.
    Maybe you read: Join the waitlist.
    Then you can wait.
    Is a place free again?
    Then we tell you.
pages-easy-register-open =
    Sometimes you do not have to book.
    Then you read: Just come by.
pages-easy-to-events = To the events
pages-easy-call = How to call us
pages-easy-call-start =
    You can call us.
    This is our telephone number:
pages-easy-call-when = Someone is there at these times:
pages-easy-call-help =
    We answer your questions.
    We can also book for you on the phone.
pages-easy-come = How to get here
pages-easy-come-house = This is our house:
pages-easy-come-hours = It is open at these times:
pages-easy-from-to = { $opens } to { $closes }
pages-easy-come-more =
    We have more houses.
    You find them on the page: Contact.
pages-easy-come-contact =
    The page Contact also tells you the way.
    It also tells you how to get in with a wheelchair.
    Please note: That page is not in easy language.

pages-imprint-represented = Authorised representative
pages-imprint-editor = Responsible for editorial content
pages-imprint-authority = Supervisory authority
pages-imprint-vat = VAT identification number
