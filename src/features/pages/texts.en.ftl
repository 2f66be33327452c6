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

pages-written-others = More about us
pages-written-other-news = More news
pages-written-ask = Any questions? Call us.
pages-written-only-german = So far this page is in German only.
pages-written-is-easy = This text is in German easy language.
pages-written-to-page = This page in everyday language
pages-written-video = Video in German sign language ({ $facts })
pages-written-video-facts = { $length } minutes, { $size } MB
pages-written-checked = Checked by { $by } on { $day }.
pages-written-as-of = As of { $day }.
pages-written-easy-checked = The easy language was checked by { $by } on { $day }.
pages-written-easy-unchecked = No group of readers has checked this text yet.
pages-written-preview = This is how the page will look. So far only the team sees it.
pages-written-back = Back to editing

pages-news-of = News: { $hub }
pages-news-newest = The newest first
pages-news-none = News of the hub will soon be here.
pages-news-none-call = Would you like to know something now? Call us:
pages-news-feed = Subscribe (Atom)
pages-news-pages = More news
pages-news-earlier = Older
pages-news-later = Newer

pages-manage-list = Pages
pages-manage-new = New page
pages-manage-new-news = New piece of news
pages-manage-none = Your pages will soon be here. Make the first one, for example “About us”.
pages-manage-no-news = No news yet. Three sentences are enough to begin with.
pages-manage-legal = Legal pages
pages-manage-legal-text = The program writes these pages from what is entered under “Hub”. Here you add words of your own, for example picture credits.
pages-manage-legal-none = Nothing added yet
pages-manage-prepared-on = Prepared on { $day }
pages-manage-saved-on = Last on { $day } by { $by }
pages-manage-draft = Draft
pages-manage-scheduled = Appears { $when }
pages-manage-published = Published
pages-manage-changed = Changes not published yet
pages-manage-following = New version from { $when }
pages-manage-public = See the public page
pages-manage-title = Title
pages-manage-slug = Address
pages-manage-slug-hint = The last part of the address, for example: about-us. If you leave it empty, we take the title. Once published, the address stays as it is.
pages-manage-lede = In short
pages-manage-lede-hint = One or two sentences. They stand in large type above the text.
pages-manage-teaser-hint = One or two sentences. They stand in the list and in large type above the text.
pages-manage-body = Text
pages-manage-body-hint = How to write headings, lists and links is explained under “How to write”.
pages-manage-english = English
pages-manage-not-yet = not yet
pages-manage-there = there
pages-manage-easy-hint = Short sentences, one thought a line. An empty line begins a new paragraph.
pages-manage-easy-by-hint = Enter it only after people of the target group have checked the text (DIN SPEC 33429).
pages-manage-checked-fold = Checked
pages-manage-checked-by = Checked by
pages-manage-checked-by-hint = Who confirms that everything is right. If you change the text afterwards, the check no longer counts.
pages-manage-checked-on = Checked on
pages-manage-checked-on-hint = For example 3.11.2026
pages-manage-video-fold = Video in sign language
pages-manage-video-url = Address of the video
pages-manage-video-hint = A link that begins with https://. The video lies on a server of your choice and opens only when somebody clicks on it.
pages-manage-video-length = Length
pages-manage-video-length-hint = Minutes and seconds, for example 2:30
pages-manage-video-size = Size in MB
pages-manage-video-size-hint = For example 18.5
pages-manage-publish-when = Publish later
pages-manage-at-once = at once
pages-manage-publish-day = From which day
pages-manage-publish-hint = For example 10.12. The page then appears by itself.
pages-manage-publish-time = From what time
pages-manage-publish = Publish
pages-manage-save = Save as draft
pages-manage-save-preview = Save and look
pages-manage-after = Only the team sees drafts. What is public stays as it is until you publish again.
pages-manage-about = This page
pages-manage-preview = See the preview
pages-manage-pictures = { $count ->
    [one] Pictures (1)
   *[other] Pictures ({ $count })
}
pages-manage-pictures-later = You can add pictures once the page has been saved.
pages-manage-revisions = History
pages-manage-revisions-text = Every save is a version. Open one to see what changed.
pages-manage-revisions-none = Nothing saved yet.
pages-manage-revision = Version { $number }
pages-manage-revision-about = { $what }: { $when }, { $by }
pages-manage-is-shown = Public now
pages-manage-by-program = by the program
pages-manage-address = Address:
pages-manage-withdraw = Do not show it to the public any more
pages-manage-further-hint = Whatever else you want to say. Headings begin with ##.
pages-manage-how = How to write
pages-manage-stale = Somebody else has saved meanwhile.
pages-manage-stale-text = Your text is in the form as you typed it and not saved yet. If you save again, your text counts.
pages-manage-stale-differs = This is what the saved version says now:
pages-manage-earlier = You have sent this form before and changed something afterwards.
pages-manage-empty = (empty)
pages-manage-restore = Bring this version back
pages-manage-restore-text = It becomes the newest version. It is public only once you publish. Nothing is lost.
pages-manage-delete-title = Delete the page
pages-manage-delete-text = Text, pictures and history are deleted. This cannot be taken back.
pages-manage-delete-sure = Yes, delete everything
pages-manage-delete = Delete the page

pages-step-prepared = Prepared
pages-step-saved = Saved
pages-step-published = Published
pages-step-restored = Brought back
pages-step-pictures = Pictures changed
pages-step-withdrawn = No longer public

pages-diff-changed = What this version changed
pages-diff-first = What the first version said
pages-diff-none = Nothing changed in the text.
pages-diff-since = What has been changed since
pages-diff-none-since = The text has stayed the same since.
pages-diff-key-went = This is how words look that went.
pages-diff-key-came = This is how words look that came.
pages-diff-went = Went:
pages-diff-came = Came:
pages-diff-end = End.

pages-how-heading = Heading
pages-how-heading-text = a heading
pages-how-subheading-text = a heading below it
pages-how-item = item
pages-how-list-text = a list, each line an item
pages-how-numbers-text = a list with numbers
pages-how-words = words
pages-how-link-text = a link; own pages like this: (/contact)
pages-how-bold-text = bold, to be used sparingly
pages-how-picture-text = a picture with its caption, on a line of its own

pages-pictures-title = Pictures
pages-pictures-text = Upload pictures and put them into the text by their names.
pages-pictures-none = This page has no picture yet.
pages-pictures-done = Saved. It becomes public when you publish next.
pages-pictures-to-text = To the text
pages-pictures-new = New picture
pages-pictures-file = Choose a picture
pages-pictures-file-hint = JPEG, PNG or WebP, at most 12 MB. We remove place and device from the file.
pages-pictures-alt = What does it show?
pages-pictures-alt-hint = A sentence for people who do not see the picture.
pages-pictures-alt-en = The same in English
pages-pictures-is-decoration = The picture is only decoration
pages-pictures-as-cover = Show it above the text
pages-pictures-cover = Stands above the text
pages-pictures-make-cover = Show above the text
pages-pictures-no-cover = No picture above the text
pages-pictures-decoration = decoration
pages-pictures-remove = Remove the picture
pages-pictures-save = Upload the picture
pages-pictures-flaw-none = Choose a picture.
pages-pictures-flaw-alt = Describe the picture, or say that it is only decoration.
pages-pictures-flaw-many = A page has at most { $count } pictures. Remove one first.
pages-pictures-flaw-unreadable = This file is not a picture that we can read. Take JPEG, PNG or WebP.
pages-pictures-flaw-large = The picture has more than { $millions } million pixels. Make it smaller.
pages-pictures-flaw-small = The picture is too small. It needs to be at least { $width } pixels wide.

pages-done-saved = Saved. So far only the team sees it.
pages-done-published = Published. Everybody can read the page now.
pages-done-scheduled = Saved. The page appears by itself at the time you gave.
pages-done-withdrawn = The page is no longer public. Its text stays here.
pages-done-restored = The old version is back. Publish it when everybody shall read it.
pages-done-unchecked = Saved. The text that was checked has changed, so the check no longer counts. Enter a new one once somebody has checked it.
pages-done-deleted = The page is deleted.
pages-done-not-deleted = Not deleted. Tick “Yes, delete everything” first.
pages-done-stale = Somebody else has saved meanwhile. Nothing was changed. Please have another look.

pages-flaw-title = Give the page a title.
pages-flaw-title-en = Give a title in English as well, or leave the English part empty.
pages-flaw-taken = Another page is called so. Choose another address.
pages-flaw-day = We do not understand this day. Write for example 10.12.2026
pages-flaw-time = We do not understand this time. Write for example 8:30
pages-flaw-past = This time is over. Leave the fields empty to publish at once.
pages-flaw-future = This day is still to come. Enter when it was checked.
pages-flaw-checked-by = Say who checked it, too.
pages-flaw-checked-on = Say when it was checked, too.
pages-flaw-video-url = Give an address that begins with https://.
pages-flaw-video-length = Give the length, for example 2:30
pages-flaw-video-size = Give the size in MB, for example 18.5
pages-flaw-heading = A heading with ## is missing before “{ $words }” (###). Write ## instead of ### here.
pages-flaw-picture = This page has no picture “{ $name }”. Upload it, or take the line out.
pages-flaw-dead-link = The link “{ $address }” leads nowhere. Begin it with https://, or with / for a page of this hub.

pages-manage-drawing = Drawing in the head of the page
pages-manage-drawing-hint = You upload a photograph under “Pictures”.
pages-drawing-room = A room
pages-drawing-help = Somebody helps
pages-drawing-idea = An idea
pages-drawing-video = A conversation on screen
pages-drawing-town = The town
pages-drawing-none = none

pages-manage-prepare = Add prepared pages
pages-manage-prepare-text = Four drafts to fill in: About us, Team, Getting here, Partners. Nobody sees them until you publish them.

pages-easy-more = More in easy language
pages-easy-more-lines = You can read these pages too:
pages-sign-lede-videos = Here are our videos in sign language and further help.
pages-sign-videos = Videos in German sign language
pages-written-preview-legal = This is how your own text will look. Before it stands what the program writes. So far only the team sees it.

pages-imprint-missing =
    Body responsible and its legal form: still to be entered
    Authorised representative: still to be entered
    Responsible for editorial content (section 18 (2) Medienstaatsvertrag): still to be entered
    Supervisory authority: still to be entered
    VAT identification number, if there is one: still to be entered
pages-overview-lede = Who we are, who takes part, and how to get here.
pages-overview-none = There is nothing to read here yet. Call us, we are glad to tell you.
pages-overview-read = To read
