privacy-notice-lede = You can read everything without telling us anything about yourself. We need details only when you book a place.
privacy-notice-who = Who answers your questions
privacy-notice-who-text = { $hub } answers questions about your data:
privacy-notice-reading = When you only read
privacy-notice-reading-list =
    We set no cookies. You do not need any to book either.
    We do not track you and keep no statistics about you.
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
