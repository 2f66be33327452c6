statistics-title = Statistik
statistics-about = Seitenaufrufe, Anmeldungen und Zufriedenheit, ohne Personen
statistics-entry = { $count ->
    [one] 1 Aufruf in sieben Tagen
   *[other] { $count } Aufrufe in sieben Tagen
}
statistics-text = Gezählt wird je Tag, ohne Cookies, ohne IP-Adressen und ohne zu wissen, wer es war.
statistics-which-span = Zeitraum
statistics-span = Letzte { $days } Tage
statistics-file = Tabelle (CSV)
statistics-file-published = Zum Veröffentlichen (CSV)
statistics-views = Seitenaufrufe
statistics-begun = Anmeldungen begonnen
statistics-web = Online angemeldet
statistics-completion = Davon abgeschlossen
statistics-percent = { $percent } %
statistics-staff = Vom Team angemeldet
statistics-seats = Plätze
statistics-chart = Seitenaufrufe je Tag
statistics-chart-text = Vom { $from } bis { $to }, höchstens { $most } an einem Tag. Dieselben Zahlen stehen in der Tabelle.
statistics-sections = Aufrufe nach Bereich
statistics-section = { $section ->
    [start] Startseite
    [events] Veranstaltungen
    [registrations] Eigene Anmeldung
    [contact] Kontakt
    [privacy] Datenschutz
    [accessibility] Barrierefreiheit
    [barriers] Barriere melden
    [imprint] Impressum
    [pages] Seiten
    [news] Neuigkeiten
    [feedback] Rückmeldung
    [training] Fortbildung für Verwaltungen
    [embed] Auf anderen Websites eingebettet
    [easy-language] Leichte Sprache
    [sign-language] Gebärdensprache
   *[other] { $section }
}
statistics-nothing = In diesem Zeitraum wurde noch nichts gezählt.
statistics-ratings = Zufriedenheit
statistics-rating-booking = Mit dem Anmelden
statistics-rating-event = Mit der Veranstaltung
statistics-no-ratings = Noch keine Bewertung
statistics-few-ratings = Weniger als drei Bewertungen
statistics-mean = { $count ->
    [one] 1 Bewertung
   *[other] { $count } Bewertungen
}, im Mittel { $whole },{ $tenths } von 5
statistics-stars = { $stars } von 5
statistics-days = Tage
statistics-days-table = Tabelle mit allen Tagen
statistics-day = Tag
statistics-how = Programme, die sich als Suchmaschine zu erkennen geben, zählen nicht mit. In der Datei zum Veröffentlichen stehen Zahlen von 1 bis 4 als „<5“, damit niemand zu erkennen ist.
