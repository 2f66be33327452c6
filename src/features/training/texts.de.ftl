training-save = Speichern

training-organisations = Mitgliedsorganisationen
training-organisations-about = Städte, Gemeinden und Verbände, deren Beschäftigte zu Fortbildungen kommen
training-organisations-text = Nur ihre Beschäftigten sehen geschlossene Fortbildungen und können sich dort anmelden.
training-organisations-none = Noch keine Organisation
training-organisations-none-text = Tragen Sie ein, wessen Beschäftigte zu Fortbildungen kommen dürfen, die nicht im öffentlichen Programm stehen.
training-organisations-count = { $count ->
    [one] 1 Organisation
   *[other] { $count } Organisationen
}
training-organisations-without-contact = { $all ->
    [one] 1 Organisation, ohne Ansprechperson
   *[other] { $all } Organisationen, davon { $without } ohne Ansprechperson
}
training-organisation-new = Organisation hinzufügen
training-organisation-text = Ihre Beschäftigten können sich zu geschlossenen Fortbildungen anmelden.
training-organisation-created = Die Organisation ist eingetragen. Geben Sie ihr den Zugangscode.
training-organisation-saved = Gespeichert.
training-organisation-in-use = Die Organisation hat Anmeldungen und bleibt deshalb stehen. Streichen Sie die Domains und vergeben Sie einen neuen Code.
training-organisation-removed = Die Organisation ist entfernt.

training-name = Name der Organisation
training-name-hint = So wie er auf einer Rechnung steht, zum Beispiel: Stadt Musterau
training-kind = Art
training-kind-town = Stadt
training-kind-municipality = Gemeinde
training-kind-county = Landkreis
training-kind-association = Verband
training-kind-other = Andere
training-domains = E-Mail-Domains der Beschäftigten
training-domains-hint = Was hinter dem @ steht, jede Domain in einer eigenen Zeile, zum Beispiel: stadt-musterau.example. Wer dort eine Adresse hat, kommt auch ohne Code hinein.
training-contact = Ansprechperson
training-contact-hint = Mit ihr stimmen Sie Fortbildungen und Rechnungen ab. Name und Adresse löschen wir { $period }.
training-contact-name = Vor- und Nachname
training-contact-email = Dienstliche E-Mail-Adresse
training-contact-none = Ansprechperson fehlt
training-code = Zugangscode
training-code-text = Geben Sie ihn der Ansprechperson. Wer ihn eingibt, sieht die Fortbildungen dieser Organisation.
training-code-later = Den Zugangscode bekommt die Organisation, wenn Sie speichern.
training-code-renew = Neuen Code vergeben
training-code-renewed = Der neue Code gilt ab sofort. Der alte öffnet nichts mehr.
training-remove-head = Organisation entfernen
training-remove-text = Code und Domains öffnen danach nichts mehr.
training-remove = Entfernen

training-flaw-name = Geben Sie der Organisation einen Namen.
training-flaw-domain = „{ $domain }“ können wir nicht als Domain lesen. Schreiben Sie zum Beispiel stadt-musterau.example.
training-flaw-domain-open = Bei „{ $domain }“ kann jeder eine Adresse haben. Nennen Sie eine Domain, die nur die Organisation vergibt.
training-flaw-domain-taken = „{ $domain }“ gehört schon zu { $organisation }. Streichen Sie die Domain hier oder dort.
training-flaw-domains = Höchstens { $count } Domains. Kürzen Sie die Liste.
training-flaw-contact-name = Geben Sie auch den Namen an.
training-flaw-contact-email = Geben Sie auch die E-Mail-Adresse an.

training-title = Fortbildung für Verwaltungen
training-text = Diese Kurse sind für Beschäftigte von Städten, Gemeinden und Verbänden, die Mitglied sind. Zeigen Sie uns, zu welcher Organisation Sie gehören.
training-by-code = Mit dem Code Ihrer Organisation
training-code-hint = Acht Zeichen, zum Beispiel K7MW-4TRA. Ihre Ansprechperson kennt ihn.
training-open = Kurse ansehen
training-by-mail = Mit Ihrer dienstlichen E-Mail-Adresse
training-email = Dienstliche E-Mail-Adresse
training-email-hint = Gehört sie zu einer Mitgliedsorganisation, schicken wir Ihnen dorthin einen Link.
training-send = Link schicken
training-sent = Gehört die Adresse zu einer Mitgliedsorganisation, ist der Link unterwegs. Er gilt 24 Stunden.
training-ended = Dieser Zugang gilt nicht mehr. Geben Sie den Code noch einmal ein, oder lassen Sie sich einen neuen Link schicken.
training-questions = Fragen zu einem Kurs? Rufen Sie an:
training-call = Kein Code zur Hand? Rufen Sie an:
training-flaw-no-code = Geben Sie den Code Ihrer Organisation ein.
training-flaw-code = Diesen Code kennen wir nicht. Er hat acht Zeichen. Fragen Sie Ihre Ansprechperson nach dem jetzigen Code.
training-closed-for = Nur für Mitgliedsorganisationen: { $organisation }
training-courses = Kurse
training-courses-text = Diese Seite ist 24 Stunden für Sie offen. Geben Sie ihre Adresse nur innerhalb Ihrer Organisation weiter.
training-courses-none = Im Moment ist für Ihre Organisation kein Kurs geplant.
training-register-for = Sie melden sich für { $organisation } an.
training-register-bill = Die Rechnung geht an { $organisation }. Sie selbst bezahlen nichts.
training-mail-subject = { $hub }: Link zu den Fortbildungen
training-mail-hello = Guten Tag,
training-mail-text = hier sehen Sie die Fortbildungen für { $organisation } und melden sich an:
training-mail-valid = Der Link gilt { $hours } Stunden.
training-mail-not-asked = Haben Sie ihn nicht angefordert? Dann löschen Sie diese Mail einfach.

training-terms = Organisationen, Plätze, Kosten
training-terms-saved = Gespeichert.
training-terms-none = Es ist noch keine Mitgliedsorganisation eingetragen.
training-open-to = Wessen Beschäftigte den Kurs sehen
training-open-to-all = Alle Mitgliedsorganisationen, auch künftige
training-open-to-some = Nur die angekreuzten
training-flaw-some = Kreuzen Sie mindestens eine Organisation an.
training-seats = Plätze je Organisation
training-seats-hint = So viele Plätze eines Termins bekommt eine Organisation höchstens. Leer heißt: ohne Grenze. Wer darüber liegt, wartet, bis ein Platz der eigenen Organisation frei wird.
training-own-seats = Eigene Zahl Plätze
training-own-seats-hint = Kreuzen Sie an, wer kommen darf, wenn es nicht alle sind. Eine eigene Zahl gilt statt der gemeinsamen.
training-cost = Kosten
training-cost-hint = Was ein Termin kostet. Die Anmeldung nennt es, die Rechnung geht an die Organisation.
training-cost-none = Nichts, oder der Preis der Veranstaltung je Person
training-cost-for-each = Ein Betrag je Person
training-cost-by-persons = Ein Betrag, geteilt nach Personen
training-cost-by-organisations = Ein Betrag, geteilt nach Organisationen
training-amount = Betrag in Euro
training-flaw-amount = Geben Sie einen Betrag ein, zum Beispiel 600 oder 600,50.
training-flaw-seats = Geben Sie eine Zahl von 0 bis { $count } ein, oder lassen Sie das Feld leer.
training-cost-person = { $amount } je Person
training-cost-persons = { $amount } für den Termin, geteilt durch alle Teilnehmenden
training-cost-persons-full = { $amount } für den Termin, geteilt durch alle Teilnehmenden: bei { $count } Personen rund { $each } je Person
training-cost-organisations = { $amount } für den Termin, zu gleichen Teilen auf die teilnehmenden Organisationen
training-quota-left = { $free ->
    [one] Ihre Organisation hat noch 1 von { $count } Plätzen.
   *[other] Ihre Organisation hat noch { $free } von { $count } Plätzen.
}
training-quota-used-up = Ihre Organisation hat ihre { $count } Plätze schon vergeben. Sie können auf die Warteliste Ihrer Organisation.

training-waiting-text = { $hours ->
    [0] Sie warten auf einen Platz Ihrer Organisation. Ihr Platz in dieser Reihe: { $position }.
    [one] Sie warten auf einen Platz Ihrer Organisation. Ihr Platz in dieser Reihe: { $position }. Sind Sie an der Reihe, halten wir ihn 1 Stunde für Sie.
   *[other] Sie warten auf einen Platz Ihrer Organisation. Ihr Platz in dieser Reihe: { $position }. Sind Sie an der Reihe, halten wir ihn bis zu { $hours } Stunden für Sie.
}
training-waiting-next = Sagt jemand aus Ihrer Organisation ab, rückt die Reihe auf.
training-staff-position = Eigene Warteliste, Platz { $position }

training-cost-sharing = Kostenteilung
training-cost-sharing-about = Was jede Organisation von jedem Termin trägt, mit Datei
training-cost-sharing-year = Jahr { $year }
training-cost-sharing-text = Gezählt wird jeder angemeldete Platz, auch wenn jemand nicht kam. Die Anteile ergeben zusammen genau die Kosten.
training-cost-sharing-none = In diesem Jahr hat sich noch niemand aus einer Mitgliedsorganisation angemeldet.
training-cost-sharing-file = Als Datei (CSV)
training-day = Termin
training-course = Kurs
training-organisation = Organisation
training-organisation-gone = Entfernte Organisation
training-registered = Angemeldet
training-attended = Anwesend
training-share = Anteil
training-share-euros = Anteil in Euro
training-sums = Summe je Organisation
training-total = Zusammen
training-years = Jahre

training-people = Anmeldungen aus Ihrer Organisation
training-people-text = Sie sehen Name, Kurs und Stand. Nach dem Kurs löschen wir die Namen, sobald ihre Frist abgelaufen ist. Diese Seite können Sie drucken.
training-people-none = Aus Ihrer Organisation hat sich noch niemand angemeldet.
training-people-file = Als Datei (CSV)
training-person = Name
training-places = Plätze
training-standing = Stand
training-register-seen = Die Ansprechperson Ihrer Organisation sieht Ihren Namen, den Kurs und den Stand Ihrer Anmeldung, nicht Ihre E-Mail-Adresse und Telefonnummer.
training-mail-people = Als Ansprechperson sehen Sie hier, wer aus Ihrer Organisation angemeldet ist. Dieser Link gilt { $days } Tage. Geben Sie ihn nicht weiter:
training-contact-list = Die Ansprechperson kann sich den Link auch selbst schicken lassen. Dazu gibt sie ihre Adresse auf dieser Seite ein:

training-letter-head = Liste der Anmeldungen
training-letter-text = Die Ansprechperson sieht dort, wer aus ihrer Organisation zu Fortbildungen angemeldet ist.
training-letter-to = Geht an:
training-letter-send = Link an die Ansprechperson senden
training-letter-held = Der Link geht in einer Minute hinaus.
training-letter-withdraw = Zurücknehmen
training-letter-withdrawn = Zurückgenommen. Der Link geht nicht hinaus.
training-letter-stale = Dafür war es zu spät, oder jemand war schneller. Unten steht, was zuletzt geschah.
training-letter-sent = Zuletzt gesendet: { $day }
training-letter-on-its-way = Der letzte Link ist noch nicht hinausgegangen. Das geschieht von selbst.
training-letter-stuck = Die letzte E-Mail ließ sich nicht zustellen. Prüfen Sie die Adresse, und senden Sie den Link noch einmal.
training-letter-nobody = Dafür fehlt die Ansprechperson. Tragen Sie Name und E-Mail-Adresse ein, und speichern Sie.
training-mail-list-subject = { $hub }: Anmeldungen aus Ihrer Organisation
training-mail-list-hello = Guten Tag { $name },
training-mail-list = als Ansprechperson von { $organisation } sehen Sie hier, wer aus Ihrer Organisation zu Fortbildungen angemeldet ist:
training-mail-list-valid = Der Link gilt { $days } Tage. Geben Sie ihn nicht weiter.
training-mail-list-again = Danach bekommen Sie hier einen neuen, wenn Sie Ihre E-Mail-Adresse eingeben: { $link }
training-mail-list-not-you = Sind Sie nicht mehr zuständig? Dann sagen Sie uns bitte Bescheid.
