statistics-title = Statistics
statistics-about = Page views, registrations and satisfaction, without people
statistics-entry = { $count ->
    [one] 1 view in seven days
   *[other] { $count } views in seven days
}
statistics-text = Counted by day, without cookies, without IP addresses and without knowing who it was.
statistics-which-span = Span
statistics-span = Last { $days } days
statistics-file = Table (CSV)
statistics-file-published = To publish (CSV)
statistics-views = Page views
statistics-begun = Registrations begun
statistics-web = Registered online
statistics-completion = Completed of those
statistics-percent = { $percent } %
statistics-staff = Registered by the team
statistics-seats = Places
statistics-chart = Page views by day
statistics-chart-text = From { $from } to { $to }, at most { $most } on one day. The table has the same numbers.
statistics-sections = Views by section
statistics-section = { $section ->
    [start] Start page
    [events] Events
    [registrations] Own registration
    [contact] Contact
    [privacy] Privacy
    [accessibility] Accessibility
    [barriers] Report a barrier
    [imprint] Legal notice
    [pages] Pages
    [news] News
    [feedback] Feedback
    [training] Training for administrations
    [embed] Embedded in other web sites
    [easy-language] Easy language
    [sign-language] Sign language
   *[other] { $section }
}
statistics-nothing = Nothing has been counted in this span yet.
statistics-ratings = Satisfaction
statistics-rating-booking = With registering
statistics-rating-event = With the event
statistics-no-ratings = No rating yet
statistics-few-ratings = Fewer than three ratings
statistics-mean = { $count ->
    [one] 1 rating
   *[other] { $count } ratings
}, { $whole }.{ $tenths } of 5 on average
statistics-stars = { $stars } of 5
statistics-days = Days
statistics-days-table = Table of all days
statistics-day = Day
statistics-how = Programs that name themselves as search engines are not counted. In the file to publish, numbers from 1 to 4 stand as “<5”, so that nobody can be told.
