privacy-notice-lede = You can read everything without telling us anything about yourself. We need details only when you book a place.
privacy-notice-who = Who answers your questions
privacy-notice-who-text = { $hub } answers questions about your data:
privacy-notice-reading = When you only read
privacy-notice-reading-list =
    We set no cookies. You do not need any to book either.
    We do not track you. We only count how often pages are opened in a day, without knowing by whom.
    Fonts and drawings come from this server. Your browser loads nothing from third parties.
    The program writes your IP address to no file.
    After wrong passwords and invalid links it counts failures per IP address. The count holds for ten minutes. It is kept in memory only.
privacy-notice-booking = When you book a place
privacy-notice-booking-text = Then we store:
privacy-notice-booking-list =
    your name
    your e-mail address, your telephone number or both
    a mark made from the e-mail address or telephone number, so that nobody books too many places
    the number of places and, if you like, the names of those who come with you
    your answers to the questions of the event
    your message to us, if you write one
    language, time and way of the booking
    every change with its time, for example cancellation, waitlist or visit, and who entered it
privacy-notice-booking-need = We need this to give you your place and to reach you. Without a name and an e-mail address or telephone number you cannot book online. What is optional is marked at the field. Please write nothing about illnesses. The waitlist moves up by fixed rules. We build no profiles.
privacy-notice-mail = When you get e-mails from us
privacy-notice-mail-text = We write to you only about your registrations. Our e-mails are plain text and do not report whether you open them. They hold a link to your registration. Whoever has this link can see and change it. So please do not pass it on. Once a mail has been sent, the program empties its sending order.
privacy-notice-staff = When you work here
privacy-notice-staff-text = For the team we store name, e-mail address, role and a check value of the password. Signing in sets a cookie. It holds nothing but a random sequence. After { $hours } hours without use it is no longer valid, at the latest after { $days } days.
privacy-notice-basis = Legal basis
privacy-notice-basis-text = The hub carries out a public task. For it we process registrations under Article 6 (1) (e) GDPR. If you make a contract with us, point (b) applies. The cookie for the team is strictly necessary (section 25 (2) no. 2 TDDDG).
privacy-notice-basis-open = The hub has still to check these grounds and to add the law of its state.
privacy-notice-seen = Who sees your details
privacy-notice-seen-list =
    the signed-in team of this hub
    people who look after the server, as far as their work needs it
    the mail servers that carry our e-mails to you
    no other hub, not even on the same server
    The link to an online event leads to another provider. There its rules apply.
privacy-notice-kept = How long we keep details
privacy-notice-kept-line = { $name }: { $period }. What remains: { $remains }.
privacy-notice-kept-more =
    The program deletes by itself in the night after this period.
    A cancellation alone does not delete your details.
    If you wish, the hub deletes them earlier.
privacy-notice-kept-ask = Ask us by telephone, e-mail or post. Give your name and the event.
privacy-notice-rights = Your rights
privacy-notice-rights-text = You can ask us for:
privacy-notice-rights-list =
    information about your details (Article 15 GDPR)
    correction of wrong details (Article 16)
    deletion (Article 17) or restricted use (Article 18)
    a file with your details, as far as a contract is the ground (Article 20)
    an end of the use, if you object for personal reasons (Article 21)
privacy-notice-complaint = You do not agree? Complain to the data protection authority responsible for your federal state (Article 77).
privacy-notice-controller = Controller
privacy-notice-officer = Data protection officer
privacy-notice-provider = The server is run by:
privacy-notice-backups = Deleted details stay in backups until the backup itself is deleted.
privacy-notice-backups-days = Deleted details stay in backups for up to { $count } days more.
privacy-missing-controller = Controller with address: still to be entered
privacy-missing-officer = Data protection officer: still to be entered
privacy-missing-law = Legal basis in the law of the state: still to be checked
privacy-missing-provider = Who runs the server, and what it logs: still to be entered
privacy-missing-authority = Name of the supervisory authority: still to be entered
privacy-missing-backups = How long backups are kept: still to be entered

privacy-title = Data protection
privacy-saved = Saved. The privacy notice says the same from now on.
privacy-missing-title = The privacy notice still lacks:
privacy-periods = How long things are kept
privacy-periods-change = Change periods
privacy-periods-text = When a period is over, the program deletes in the next night. The privacy notice changes with it.
privacy-periods-hint = Days { $since }, from { $least } to { $most }
privacy-periods-flaw = { $name }: enter a number from { $least } to { $most }
privacy-periods-save = Save periods
privacy-back = Back to data protection
privacy-no-night = Deleting happens every night between 2 and 5. The first night is still to come.
privacy-last-night = Last deletion: { $day }, { $time }
privacy-what = What
privacy-how-long = How long
privacy-last = Last night
privacy-total = In all
privacy-papers = Pages and papers
privacy-to-notice = Privacy notice
privacy-to-notice-text = The public page. It follows from these periods and what you have entered.
privacy-details = Details of the hub
privacy-details-text = What only you know: who is responsible, whom to ask, who runs the server.
privacy-details-enter = Enter them now
privacy-details-save = Save details
privacy-details-controller-hint = Name, address, telephone and mail, for example of the town hall
privacy-details-officer-hint = How to reach them; a name is not needed
privacy-details-law = Law of the state
privacy-details-law-hint = One sentence with the act and section on which your task rests
privacy-details-provider = Who runs the server
privacy-details-provider-hint = Name and address; what its web server logs and for how long
privacy-details-authority = Supervisory authority
privacy-details-authority-hint = Name and address of the authority people may complain to
privacy-details-backups = Backups
privacy-details-backups-hint = After how many days your oldest backup is deleted
privacy-details-long = { $name }: shorten the text to 1,000 characters
privacy-details-days-flaw = Backups: enter a number from 1 to { $most }
privacy-entry-about = Periods, access and erasure, privacy notice and papers
privacy-entry-lacking = { $count ->
    [one] 1 detail is missing
   *[other] { $count } details are missing
}
privacy-entry-whole = Complete

privacy-people = Access and erasure
privacy-people-text = Somebody wants to know what is kept about them, or wants to be deleted.
privacy-people-search = Name, mail address or telephone number
privacy-people-nobody = Nothing is kept under these details. Try the telephone number too, or the surname alone.
privacy-people-which = Choose only what surely belongs to this person. When in doubt, ask for the code of the confirmation.
privacy-people-none-chosen = Choose at least one registration
privacy-people-report = Show report
privacy-people-file = As a file (JSON)
privacy-people-erase = Delete …
privacy-people-erased = Deleted. What counts for statistics stays, without names.
privacy-people-nothing = Everything had been deleted already.
privacy-log = Reports and deletions so far
privacy-log-text = As proof. It does not say whom it was about.
privacy-log-report = { $day }: report on { $count ->
    [one] 1 registration
   *[other] { $count } registrations
}, { $by }
privacy-log-erasure = { $day }: { $count ->
    [one] 1 registration
   *[other] { $count } registrations
} deleted, { $cancelled } of them cancelled first, { $by }
privacy-report = Report on stored data
privacy-report-made = As of { $day }, { $hub }
privacy-report-print = You can print this page and hand it over (Article 15 GDPR).
privacy-report-why = What for, for whom, how long
privacy-report-origin = The details come from the person, or from somebody who booked for them. The program decides nothing about people by itself; there are no profiles.
privacy-report-state = State
privacy-report-name = Name
privacy-report-email = Mail address
privacy-report-phone = Telephone number
privacy-report-seats = Places
privacy-report-companions = Companions
privacy-report-answers = Answers
privacy-report-note = Message
privacy-report-code = Code
privacy-report-language = Language
privacy-report-history = History
privacy-report-rated = Rating of registering
privacy-report-rated-once = given; what was said is not kept
privacy-report-mails = Mails
privacy-report-mails-count = { $count ->
    [one] 1 mail noted
   *[other] { $count } mails noted
}
privacy-record-purpose = Purpose
privacy-record-basis = Legal basis
privacy-record-recipients = Who sees it
privacy-record-remains = What remains
privacy-erasure = Delete data
privacy-erasure-upcoming = { $count ->
    [one] 1 registration still stands. It is cancelled first.
   *[other] { $count } registrations still stand. They are cancelled first.
}
privacy-erasure-upcoming-text = The place becomes free. Whoever gave a mail address gets one more mail, about the cancellation. This cannot be taken back.
privacy-erasure-cancels = Will be cancelled
privacy-erasure-text = Name, contact, companions, answers, message, code, history and mails are deleted. The number of places stays for statistics.
privacy-erasure-restore = If you restore an older backup, please delete once more.
privacy-erasure-do = Delete for good
privacy-erasure-do-cancel = Cancel and delete for good
privacy-erasure-keep = Do not delete

privacy-paper-open = still to be entered
privacy-paper-missing = Before you print, this is missing:
privacy-to-record-text = To print, by Article 30 GDPR.
privacy-to-annex-text = To print, for the agreement with those who run the server: technical and organisational measures.
privacy-record = Record of processing activities
privacy-record-lede = By Article 30(1) GDPR. The program writes it from the same table by which it deletes.
privacy-record-who = Who is responsible
privacy-record-people = Whom it concerns
privacy-record-fields = Which data
privacy-record-abroad = Third country
privacy-record-abroad-none = no transfer by the program
privacy-record-measures = Technical and organisational measures
privacy-record-measures-text = See the annex to the processing agreement (Article 32 GDPR).
privacy-annex = Annex to the processing agreement
privacy-annex-lede = By Articles 28 and 32 GDPR: what is processed, and how the program protects it. What those who run the server do themselves they add at the end.
privacy-annex-subject = Subject, kind and purpose
privacy-annex-subject-list =
    Running the website of the hub: programme, registrations, waitlists, mails about them, work of the team
    Duration: as long as the hub uses the program
    Storing, showing, sending by mail, deleting by periods
    The hub decides; those who run the server act on its instructions.
privacy-annex-data = Data and the people concerned
privacy-annex-access = Who gets in (confidentiality)
privacy-annex-access-list =
    Only those who have an account with a role in this hub see data. The roles are helper, staff, lead and operator.
    Helpers see only the lists of the day, and no contact.
    Passwords have at least 12 characters and are kept only as a checksum (argon2id).
    A session ends after { $hours } hours without use, after { $days } days at the latest. Only its checksum is kept.
    Repeated failures are slowed down, by account and by network.
    Links to one’s own registration are signed and cannot be guessed.
    Forms are taken from our own pages only. Pages load nothing from other servers.
privacy-annex-apart = Kept apart from others (tenants, purpose)
privacy-annex-apart-list =
    Every query names the hub. On PostgreSQL the database checks it a second time for each row.
    Addresses and logs contain no names, no mail addresses and no IP addresses.
    Statistics count without names.
privacy-annex-whole = Unaltered (integrity)
privacy-annex-whole-list =
    Every change has happened wholly or not at all. It is confirmed only when it is safely stored.
    Every registration has a history with times and with the person who entered something.
    nabe check proves that counters and registrations agree.
privacy-annex-there = Available and restorable
privacy-annex-there-list =
    Backups beside the running server into one file that is proved (nabe backup)
    A restore refuses damaged files and sends no mail twice (nabe restore).
    After a crash nothing is lost that was confirmed.
privacy-annex-gone = What is deleted when (storage limitation)
privacy-annex-help = Help with requests
privacy-annex-help-list =
    The lead of the hub finds all data about a person, hands them out as page or file, and deletes them.
    Every report and deletion is noted, without saying whom it was about.
    In the embedded database what is deleted is overwritten.
privacy-annex-open = Added by those who run the server
privacy-annex-open-list =
    Building, entry, power, fire protection: ……
    Encrypted connection (TLS), and logs of the web server with their period: ……
    Encryption of disks: ……
    Place and period of backups: ……
    Updates of operating system and program: ……
    People with access to the server, their duty of confidentiality: ……
    Further processors, for example the mail server: ……
    Notice of personal data breaches, time and way: ……
    Place, date, signatures: ……
privacy-people-barrier = Barrier reported on { $day }
privacy-people-contact = Contact of { $organisation }
privacy-people-nameless = Without a name
privacy-report-contact = Contact
privacy-report-place = Place
