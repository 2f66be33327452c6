events-certificate = Teilnahmebescheinigung
events-certificate-attended = hat teilgenommen an
events-certificate-hours = Dauer: { $hours }
events-certificate-issued = Ausgestellt am { $day } von { $hub }.
events-certificate-load = Bescheinigung herunterladen (PDF)
events-certificate-valid = Diese Bescheinigung ist ohne Unterschrift gültig.
events-feedback-1 = Schlecht
events-feedback-2 = Nicht so gut
events-feedback-3 = Mittel
events-feedback-4 = Gut
events-feedback-5 = Sehr gut
events-feedback-anonymous = Ihre Antwort wird ohne Namen gezählt. Niemand sieht, von wem sie kommt.
events-feedback-choose = Wählen Sie eine der fünf Antworten.
events-feedback-not-yet = Diese Frage stellen wir nach dem Termin. Schauen Sie dann gern wieder vorbei.
events-feedback-over = Die Umfrage zu diesem Termin ist beendet. Vielen Dank für Ihr Interesse.
events-feedback-programme = Weitere Veranstaltungen ansehen
events-feedback-question = Wie hat es Ihnen gefallen?
events-feedback-send = Antwort senden
events-feedback-thanks = Danke. Ihre Antwort ist angekommen.
events-feedback-title = Wie war es?
events-feedback-result = { $count ->
    [one] 1 Rückmeldung
   *[other] { $count } Rückmeldungen
}, im Schnitt { $mean } von 5
events-feedback-few = Rückmeldungen sehen Sie hier, sobald es mindestens drei sind.
events-door-call-list = Namensliste
events-door-called-off = „{ $title }“ fällt heute aus. Sagen Sie es der Person und bieten Sie einen anderen Termin an.
events-door-cancelled = { $name } hat für „{ $title }“ abgesagt. Ist noch ein Platz frei, melden Sie die Person neu an.
events-door-code = Code der Anmeldung
events-door-code-hint = Acht Zeichen von der Bestätigung. Ein Handscanner tippt sie von selbst ein.
events-door-counting = Wer ohne Anmeldung kommt, wird mit + gezählt. Namen werden nicht notiert.
events-door-house = Einfach so im Haus
events-door-house-text = Wer vorbeischaut, ohne zu einem Termin zu wollen.
events-door-less = Einen zurücknehmen
events-door-more = Einen zählen
events-door-more-5 = Fünf zählen
events-door-no-code = Geben Sie den Code ein oder halten Sie ihn vor den Scanner.
events-door-nothing = Heute ist kein Termin. Ins Haus kommen dürfen trotzdem alle.
events-door-other-day = Dieser Code gilt nicht für heute, sondern für { $day }.
events-door-submit = Ist da
events-door-there = { $there } von { $expected } sind da
events-door-title = Einlass
events-door-unknown-code = Diesen Code gibt es hier nicht. Prüfen Sie die acht Zeichen, oder suchen Sie in der Namensliste.
events-door-waits = { $name } steht für „{ $title }“ noch auf der Warteliste. Ist ein Platz frei, sagen Sie der Person dort zu.
events-door-walk-ins = { $count ->
    [one] 1 Person ohne Anmeldung
   *[other] { $count } Personen ohne Anmeldung
}
events-manage-about = Angaben
events-manage-about-text = Was Sie hier ändern, gilt für alle kommenden Termine. Was Sie für einen Termin einzeln eingestellt haben, bleibt.
events-manage-add = Termine hinzufügen
events-manage-add-text = Ort, Plätze und Anmeldung sind wie bei der Veranstaltung.
events-manage-admission = Anmeldung und Warteliste
events-manage-after = Danach sehen Sie die Seite und können alles ändern.
events-manage-all-past = Alle Termine vorbei
events-manage-also-online = Man kann auch online teilnehmen
events-manage-as-draft = Als Entwurf speichern
events-manage-audience = Für wen, in Ihren Worten
events-manage-body = Beschreibung
events-manage-body-hint = Leerzeile: neuer Absatz. **fett**, - Aufzählung, ## Zwischentitel, [Wort](https://…). Nach dem Speichern sehen Sie die Vorschau.
events-manage-bring = Was man mitbringt
events-manage-cancel = Termin absagen
events-manage-cancel-text = Die Anmeldungen bleiben bestehen. Die Mails gehen nach einer Minute hinaus, bis dahin können Sie alles zurücknehmen.
events-manage-capacity = Plätze
events-manage-capacity-all = Leer oder 0 heißt: keine Grenze. Gilt für alle Termine ohne eigene Zahl.
events-manage-capacity-hint = Leer oder 0 heißt: keine Grenze.
events-manage-capacity-this = Plätze an diesem Termin
events-manage-capacity-this-hint = Mehr Plätze gehen der Reihe nach an die Warteliste. Weniger Plätze nehmen niemandem den Platz.
events-manage-change = Ändern
events-manage-clock = Uhrzeit
events-manage-closes = Anmeldeschluss, Stunden vor Beginn
events-manage-closes-hint = 0 heißt: bis zum Beginn.
events-manage-copy = Kopieren
events-manage-copy-of = Kopie: { $title }
events-manage-count = oder wie viele Termine
events-manage-date-over = Dieser Termin ist vorbei. Er lässt sich nicht mehr ändern.
events-manage-dates-past = Auch vergangene Termine zeigen
events-manage-dates-upcoming = Nur kommende Termine zeigen
events-manage-day = Tag
events-manage-delete = Entwurf löschen
events-manage-done-added = Die Termine sind hinzugefügt.
events-manage-done-changed = Der Termin ist geändert.
events-manage-done-copied = Das ist die Kopie, als Entwurf und ohne Termine.
events-manage-done-created = Die Veranstaltung ist gespeichert. So sieht sie aus.
events-manage-done-deleted = Der Entwurf ist gelöscht.
events-manage-done-kept = Geändert. Termine mit einer eigenen Uhrzeit bleiben, wie sie sind.
events-manage-done-not-deleted = Nur Entwürfe ohne Anmeldungen lassen sich löschen.
events-manage-done-picture = Das Bild ist gespeichert.
events-manage-done-picture-words = Die Beschreibung ist gespeichert. Das Bild bleibt, wie es war.
events-manage-done-saved = Gespeichert.
events-manage-done-takes-place = Der Termin findet statt. Wer die Absage schon bekommen hat, bekommt eine Mail.
events-manage-done-too-late = Dafür ist es zu spät: Die Mails sind schon hinausgegangen.
events-manage-done-undone = Alles ist wieder wie vorher. Niemand hat eine Mail bekommen.
events-manage-draft = Entwurf
events-manage-earlier = Diese Veranstaltung ist schon gespeichert.
events-manage-earlier-link = Gespeicherte Veranstaltung öffnen
events-manage-earlier-text = Was Sie danach geändert haben, ist nicht gespeichert. Öffnen Sie die gespeicherte Veranstaltung und ändern Sie sie dort. Senden Sie dieses Formular noch einmal, entsteht eine zweite.
events-manage-elsewhere = An einem anderen Ort
events-manage-empty = leer
events-manage-find = Suchen
events-manage-flaw-alt = Beschreiben Sie das Bild, oder haken Sie „nur Schmuck“ an.
events-manage-flaw-choices = Geben Sie mindestens zwei Antworten an, jede in einer Zeile.
events-manage-flaw-day = Geben Sie einen Tag an, zum Beispiel 10.12. oder Do.
events-manage-flaw-from = Geben Sie an, wann es beginnt, zum Beispiel 14:00.
events-manage-flaw-jump = Wählen Sie für { $day }, was geschehen soll.
events-manage-flaw-link = Geben Sie eine vollständige Adresse an, die mit https:// beginnt.
events-manage-flaw-not-organiser = Wählen Sie bei der Anmeldung „Weiß der Veranstalter“, oder lassen Sie dieses Feld leer.
events-manage-flaw-dead-link = Ein Link in diesem Text führt nirgendwohin. Schreiben Sie seine Adresse ganz aus, mit https:// am Anfang.
events-manage-flaw-long = Höchstens { $count } Zeichen. Kürzen Sie den Text.
events-manage-flaw-missing = Füllen Sie dieses Feld aus.
events-manage-flaw-money = Geben Sie einen Betrag an, zum Beispiel 5 oder 12,50.
events-manage-flaw-no-dates = So bleibt kein Termin übrig. Prüfen Sie letzten Tag und Ausnahmen.
events-manage-flaw-no-file = Wählen Sie eine Bilddatei aus.
events-manage-flaw-no-such-day = Diesen Tag gibt es im Kalender nicht.
events-manage-flaw-not-last = Der erste Termin ist nicht der letzte solche Wochentag seines Monats.
events-manage-flaw-nothing = Haken Sie mindestens einen Termin an.
events-manage-flaw-number = Geben Sie eine Zahl von { $least } bis { $most } an.
events-manage-flaw-other-weekday = Wochentag und Datum passen nicht zusammen.
events-manage-flaw-past = Dieser Tag ist vorbei. Geben Sie einen Tag ab heute an.
events-manage-flaw-just-passed = { $day } ist vorbei. Schreiben Sie das Jahr dazu, wenn Sie einen späteren Tag meinen.
events-manage-flaw-ends-first = Das Ende liegt vor dem Anfang. Ändern Sie es, oder bestätigen Sie, dass der Termin über Nacht geht.
events-manage-flaw-picture = Diese Datei ist kein Bild, das wir lesen können. Nehmen Sie JPEG, PNG oder WebP.
events-manage-flaw-picture-large = Das Bild hat mehr als { $count } Millionen Bildpunkte. Verkleinern Sie es.
events-manage-flaw-picture-small = Das Bild ist zu klein. Es braucht mindestens { $count } Bildpunkte in der Breite.
events-manage-flaw-place = Schreiben Sie, wo es stattfindet.
events-manage-flaw-purpose = Schreiben Sie dazu, wofür Sie die Antwort brauchen.
events-manage-flaw-question = Schreiben Sie die Frage, oder leeren Sie den ganzen Kasten.
events-manage-flaw-reason = Nennen Sie den Grund. Ein Satz reicht.
events-manage-flaw-site = Wählen Sie, wo es stattfindet.
events-manage-flaw-time = Geben Sie eine Uhrzeit an, zum Beispiel 14:00.
events-manage-flaw-title = Geben Sie der Veranstaltung einen Titel.
events-manage-flaw-too-many = Mehr als { $count } Termine gehen nicht auf einmal. Wählen Sie einen früheren letzten Tag.
events-manage-flaw-topic = Wählen Sie ein Thema.
events-manage-flaw-until = Geben Sie den letzten Tag oder die Zahl der Termine an, eines von beiden.
events-manage-for-whom = Zu finden für
events-manage-for-whom-hint = Für das Suchen im Programm. Niemand wird deshalb abgewiesen.
events-manage-from = von
events-manage-further = { $further ->
    [one] noch 1 weiterer Termin
   *[other] noch { $further } weitere Termine
}
events-manage-further-fields = Weitere Angaben
events-manage-hindered-jumped = Diese Uhrzeit gibt es am { $day } nicht: Die Uhr springt vor. Wählen Sie eine andere.
events-manage-hindered-known = Am { $day } gibt es zu dieser Zeit schon einen Termin.
events-manage-hindered-past = Am { $day } wäre der neue Termin schon vorbei.
events-manage-hindered-twice = Diese Uhrzeit gibt es am { $day } zweimal. Wählen Sie, welche gilt.
events-manage-host = Wer es leitet
events-manage-host-hint = Name oder Verein, so wie es im Programm stehen soll.
events-manage-hour-first = in Sommerzeit (das erste Mal)
events-manage-hour-second = in Winterzeit (das zweite Mal)
events-manage-hour-which = Welche der beiden Stunden
events-manage-instead = Was stattdessen (freiwillig)
events-manage-instead-hint = Zum Beispiel: Neu am 16.12. um 14 Uhr.
events-manage-jump-shift = Um { $time } beginnen
events-manage-jump-skip = Diesen Termin auslassen
events-manage-lede = In ein, zwei Sätzen
events-manage-lede-hint = Steht oben auf der Seite. Höchstens 300 Zeichen.
events-manage-list = Veranstaltungen
events-manage-mail-still-waits = Einen sicheren Platz haben Sie noch nicht. Sie stehen weiter in der Reihe.
events-manage-mail-still-offered = Den freien Platz halten wir weiter für Sie, bis { $until }. Öffnen Sie den Link und nehmen Sie ihn an, oder lehnen Sie ab.
events-manage-mail-takes-place = Der Termin findet nun doch statt.
events-manage-more = Art, Leitung, Mitbringen
events-manage-n-capacity = 4. Plätze
events-manage-n-site = 3. Wo
events-manage-n-title = 1. Titel
events-manage-n-topic = 5. Thema
events-manage-n-when = 2. Wann
events-manage-new = Neue Veranstaltung
events-manage-new-text = Fünf Angaben genügen. Alles andere können Sie später ergänzen.
events-manage-no-date = kein Termin
events-manage-no-dates-text = Noch kein Termin. Fügen Sie Termine hinzu, dann steht die Veranstaltung im Programm.
events-manage-none = Noch keine Veranstaltung
events-manage-none-found = Dazu gibt es keine Veranstaltung
events-manage-none-past = Noch nichts ist vorbei
events-manage-none-text = Legen Sie eine neue an, oder sehen Sie bei den anderen nach.
events-manage-note-clash = Zur selben Zeit im selben Raum: { $title }, { $time }.
events-manage-note-closed = An diesem Tag ist der Hub geschlossen.
events-manage-note-closed-for = An diesem Tag ist der Hub geschlossen: { $reason }.
events-manage-note-jump = { $time } gibt es in dieser Nacht nicht: Die Uhr springt vor.
events-manage-note-known = Diesen Termin gibt es schon.
events-manage-note-longer = In dieser Nacht wird die Uhr umgestellt: Der Termin dauert { $duration }.
events-manage-note-overlaps = Der Termin davor ist dann noch nicht zu Ende.
events-manage-note-twice = { $time } gibt es in dieser Nacht zweimal: Die Uhr wird zurückgestellt.
events-manage-offer = Ein Angebot gilt
events-manage-offer-hint = Stunden, dann rückt die nächste Person nach.
events-manage-online-hint = Sehen nur Angemeldete.
events-manage-online-url = Adresse der Videokonferenz
events-manage-opens = Anmeldung beginnt (freiwillig)
events-manage-opens-hint = Leer heißt: sofort.
events-manage-other-room = Anderer Raum
events-manage-other-room-hint = Leer heißt: wie bei der Veranstaltung.
events-manage-coming = Kommende
events-manage-drafts = Entwürfe
events-manage-page-before = Seite davor
events-manage-page-after = Nächste Seite
events-manage-past = Vorbei
events-manage-per-booking = Plätze je Anmeldung höchstens
events-manage-per-person = Plätze je Person höchstens
events-manage-per-person-hint = Über alle Anmeldungen zu einem Termin.
events-manage-picture = Bild
events-manage-picture-alt = Was auf dem Bild zu sehen ist
events-manage-picture-alt-hint = Ein Satz für alle, die das Bild nicht sehen.
events-manage-picture-decoration = Das Bild ist nur Schmuck
events-manage-picture-file = Bilddatei
events-manage-picture-hint = JPEG, PNG oder WebP, höchstens 12 MB. Ort und Kameradaten werden entfernt.
events-manage-picture-later = Ein eigenes Bild können Sie nach dem Speichern hochladen.
events-manage-picture-none = Kein eigenes Bild. Auf der Seite steht die Zeichnung zum Thema.
events-manage-picture-now = Das Bild dieser Veranstaltung
events-manage-picture-remove = Bild entfernen
events-manage-picture-save = Bild speichern
events-manage-preview = So sehen es alle
events-manage-price = Preis
events-manage-price-euros = Preis in Euro
events-manage-price-hint = Leer heißt: kostenlos.
events-manage-price-note = Hinweis zum Preis
events-manage-price-note-hint = Zum Beispiel: ermäßigt 2 €, zu zahlen vor Ort.
events-manage-public-page = Öffentliche Seite ansehen
events-manage-publish = Veröffentlichen
events-manage-published = Veröffentlicht
events-manage-question-choice = eine von mehreren Antworten
events-manage-question-choices = Antworten zur Auswahl
events-manage-question-choices-hint = Eine in jeder Zeile. Nur für die Auswahl.
events-manage-question-help = Wofür Sie die Antwort brauchen
events-manage-question-help-hint = Steht unter der Frage. Fragen Sie nicht nach Krankheiten.
events-manage-question-kind = Antwort
events-manage-question-label = Frage
events-manage-question-n = Frage { $number }
events-manage-question-required = Antwort ist nötig
events-manage-question-text = in eigenen Worten
events-manage-question-yes = ein Haken
events-manage-questions = Eigene Fragen
events-manage-questions-hint = Fragen Sie nur, was Sie brauchen. Jede Frage kostet Anmeldungen.
events-manage-reason = Grund
events-manage-reason-hint = Steht im Programm und in der Mail. Ein Satz reicht.
events-manage-registration = Anmeldung
events-manage-registration-no = Ohne Anmeldung, einfach kommen
events-manage-registration-yes = Mit Anmeldung
events-manage-repeat = Wiederholung
events-manage-repeat-daily = jeden Tag
events-manage-repeat-fortnightly = alle zwei Wochen
events-manage-repeat-how = Wie oft
events-manage-repeat-monthly = jeden Monat
events-manage-repeat-monthly-day = jeden Monat am selben Tag
events-manage-repeat-monthly-last = jeden Monat am letzten solchen Wochentag
events-manage-repeat-monthly-weekday = jeden Monat am selben Wochentag, etwa am 2. Dienstag
events-manage-repeat-next = Danach sehen Sie alle Termine und haken an, welche gelten.
events-manage-repeat-none = keine
events-manage-repeat-weekly = jede Woche
events-manage-report = Termine prüfen
events-manage-report-add = Diese Termine hinzufügen
events-manage-report-back = Angaben ändern
events-manage-report-intro = { $remarked ->
    [one] Zu 1 von { $count } Terminen gibt es etwas zu sagen. Prüfen Sie die Haken.
   *[other] Zu { $remarked } von { $count } Terminen gibt es etwas zu sagen. Prüfen Sie die Haken.
}
events-manage-report-nothing-yet = Noch ist nichts gespeichert.
events-manage-report-plain = { $count ->
    [one] 1 Termin. Nichts steht im Weg.
   *[other] { $count } Termine. Nichts steht im Weg.
}
events-manage-report-publish = Diese Termine veröffentlichen
events-manage-report-save = Diese Termine speichern
events-manage-resize = Plätze ändern
events-manage-retime = Zeit oder Raum ändern
events-manage-room = Raum oder Ort in Worten
events-manage-save = Speichern
events-manage-scope = Für welche Termine
events-manage-scope-all = alle kommenden Termine
events-manage-scope-following = diesen und alle folgenden
events-manage-scope-hint = Die anderen rücken um gleich viele Tage. Wer eine eigene Uhrzeit hat, behält sie.
events-manage-scope-this = nur diesen
events-manage-search = Titel, Ort oder Thema
events-manage-site = Wo
events-manage-skip = Ausnahmen (freiwillig)
events-manage-skip-hint = Tage, an denen es ausfällt, zum Beispiel: 24.12., 31.12.
events-manage-stale = Jemand war schneller.
events-manage-stale-date = Die Veranstaltung wurde inzwischen geändert. Ihre Eingaben stehen noch hier. Prüfen Sie und senden Sie noch einmal.
events-manage-stale-differs = So ist es jetzt gespeichert, anders als bei Ihnen:
events-manage-stale-text = Die Veranstaltung wurde inzwischen geändert. Ihre Eingaben stehen noch im Formular. Speichern Sie noch einmal, dann gelten Ihre.
events-manage-state = Stand
events-manage-summary-closes = { $hours ->
    [one] Schluss 1 Stunde vorher
   *[other] Schluss { $hours } Stunden vorher
}
events-manage-summary-no-link = Adresse fehlt noch
events-manage-summary-no-text = noch leer
events-manage-summary-no-waitlist = keine Warteliste
events-manage-summary-not-online = nein
events-manage-summary-open = ohne Anmeldung
events-manage-summary-questions = { $count ->
    [one] 1 Frage
   *[other] { $count } Fragen
}
events-manage-summary-registration = mit Anmeldung
events-manage-summary-waitlist = Warteliste an
events-manage-surplus = { $count ->
    [one] 1 Platz mehr vergeben, als es gibt
   *[other] { $count } Plätze mehr vergeben, als es gibt
}
events-manage-take-back = Absage zurücknehmen
events-manage-take-back-text = Die Anmeldungen sind noch da. Wer die Absage schon bekommen hat, bekommt eine Mail, dass der Termin stattfindet.
events-manage-taken = { $taken ->
    [one] 1 Platz belegt
   *[other] { $taken } Plätze belegt
}
events-manage-taken-head = Belegung
events-manage-taken-of = { $taken } von { $of } belegt
events-manage-text = Text
events-manage-title = Titel
events-manage-title-hint = So steht es auf dem Plakat. Höchstens 60 Zeichen.
events-manage-to = bis
events-manage-overnight = Der Termin geht über Nacht und endet am nächsten Tag
events-manage-told = Wer angemeldet ist oder wartet, bekommt eine Mail. Sie geht nach einer Minute hinaus.
events-manage-topic = Thema
events-manage-undo = Rückgängig machen
events-manage-undo-cancelled = Abgesagt: { $day }
events-manage-undo-replaced = Der Ort ist geändert.
events-manage-undo-retimed = { $count ->
    [one] 1 Termin ist geändert.
   *[other] { $count } Termine sind geändert.
}
events-manage-undo-time = Die Mails gehen in einer Minute hinaus.
events-manage-until = Bis zu welchem Tag
events-manage-until-hint = Der letzte Tag oder die Zahl der Termine.
events-manage-waiting = { $count ->
    [one] 1 wartet
   *[other] { $count } warten
}
events-manage-waitlist = Warteliste
events-manage-waitlist-fill = Der Reihe nach, kleinere Gruppen dürfen Lücken füllen
events-manage-waitlist-off = Keine Warteliste
events-manage-waitlist-strict = Streng der Reihe nach
events-manage-weekdays = An diesen Tagen
events-manage-weekdays-hint = Nur bei Wochen. Der Tag des ersten Termins gehört immer dazu.
events-manage-when-hint = „10.12.“ oder „Do“ genügt. Ohne „bis“ bleibt das Ende offen.
events-manage-withdraw = Zurück in den Entwurf
events-manage-organiser-url = Seite des Veranstalters (freiwillig)
events-manage-organiser-url-hint = Nur, wenn der Veranstalter über Anmeldung und Preis bestimmt.
events-manage-registration-organiser = Weiß der Veranstalter, auch den Preis
events-topic-digital = Handy und Computer
events-topic-rooms = Räume und Arbeitsplätze
events-topic-founding = Gründen und Fördern
events-topic-taking-part = Mitmachen
events-topic-showroom = Ausstellung
events-topic-health = Gesundheit
events-about-digital = Kurse, Sprechstunden, Hilfe am Gerät
events-about-rooms = Saal, Besprechung, Tisch für einen Tag
events-about-founding = Gründen, Fördermittel, Betriebe
events-about-taking-part = Sagen, was fehlt. Mit ausprobieren.
events-about-showroom = Anfassen, was Digitales kann
events-about-health = E-Rezept, Videosprechstunde, Wegweiser
events-kind-course = Kurs
events-kind-advice = Sprechstunde
events-kind-talk = Vortrag
events-kind-workshop = Werkstatt
events-kind-tour = Führung
events-kind-meeting = Treffen
events-for-all = alle
events-for-older = Ältere
events-for-families = Kinder und Familien
events-for-business = Betriebe und Gründende
events-for-clubs = Vereine und Ehrenamt
events-for-offices = Verwaltungen
events-cancelled = Fällt aus
events-cancelled-inline = fällt aus:
events-over = Vorbei
events-no-registration = Ohne Anmeldung
events-opens-on = Anmeldung ab { $day }
events-registration-closed = Anmeldung beendet
events-free-of = { $free ->
    [one] Noch 1 von { $of } Plätzen frei
   *[other] Noch { $free } von { $of } Plätzen frei
}
events-free = Plätze frei
events-waitlist-position = Warteliste, Platz { $position }
events-full = Ausgebucht
events-also-online = auch online
events-online = Online
events-find = Veranstaltung finden
events-month-view = Ganzer Monat
events-rather-call = Lieber am Telefon?
events-today-and-next = Heute und demnächst
events-whole-programme = Ganzes Programm
events-none-yet = Hier stehen bald die nächsten Termine. Rufen Sie uns gern an.
events-reach-us = So erreichen Sie uns
events-we-book-for-you = Wir buchen für Sie. Eine E-⁠Mail-Adresse brauchen Sie nicht.
events-opening-hours = Geöffnet
events-getting-here = Herkommen
events-carried-by = Gemeinsam getragen von
events-result = { $total ->
    [one] 1 Termin
   *[other] { $total } Termine
}
events-result-for = { $total ->
    [one] 1 Termin zu „{ $words }“
   *[other] { $total } Termine zu „{ $words }“
}
events-range = { $first } bis { $last } von { $total }
events-this-week = Diese Woche
events-next-week = Nächste Woche
events-weekend = Am Wochenende
events-fortnight = Nächste 14 Tage
events-when-today = Heute
events-when-all = Alle kommenden
events-everywhere = Überall
events-all-kinds = Alle Arten
events-for-everybody = Für alle
events-chosen = { $count ->
    [one] 1 gewählt
   *[other] { $count } gewählt
}
events-gratis = Kostenlos
events-filter = Programm filtern
events-keyword = Stichwort
events-when = Wann
events-where = Wo
events-show = Anzeigen
events-more-filters = Wann, wo, Thema
events-topic = Thema
events-matters = Wichtig für mich
events-kind = Art
events-for-whom = Für wen
events-find-nothing = Sie finden nichts?
events-clear-filter = Filter löschen
events-view = Ansicht
events-list = Liste
events-month = Monat
events-none-found = Dazu haben wir gerade keinen Termin. Nehmen Sie einen Filter weg, oder fragen Sie uns.
events-none-call = Sagen Sie uns, was Ihnen fehlt:
events-pages = Seiten
events-earlier = Frühere Termine
events-later = Weitere Termine
events-month-caption = Veranstaltungen im { $month }
events-months = Monate
events-today = heute
events-closed = geschlossen
events-dates = Termine
events-none-in-month = In diesem Monat gibt es keinen passenden Termin.
events-free-of-charge = kostenlos
events-book = Platz buchen
events-join-waitlist = Auf die Warteliste
events-note-free = Ohne Konto. Dauert eine Minute. Absagen geht bis zum Beginn.
events-note-waitlist = { $hours ->
    [0] Wird ein Platz frei, bieten wir ihn der Reihe nach an.
    [one] Wird ein Platz frei, halten wir ihn 1 Stunde für Sie.
   *[other] Wird ein Platz frei, halten wir ihn bis zu { $hours } Stunden für Sie.
}
events-note-open = Kommen Sie einfach vorbei. Sie brauchen keinen Termin.
events-note-full = Alle Plätze sind vergeben. Vielleicht passt ein anderer Termin, oder Sie rufen uns an.
events-note-closed = Die Anmeldung ist beendet. Rufen Sie uns an, manchmal ist noch etwas möglich.
events-note-not-yet = Die Anmeldung beginnt am { $when }.
events-by-organiser = Beim Veranstalter erfragen
events-on-now = Läuft gerade
events-note-elsewhere = Ob Sie sich anmelden müssen und was es kostet, erfahren Sie beim Veranstalter.
events-to-organiser = Zur Seite des Veranstalters
events-past = Diese Veranstaltung ist vorbei.
events-past-when = Sie war am { $when }.
events-past-cancelled = Sie ist ausgefallen. Geplant war { $when }.
events-past-next = Das kommt als Nächstes
events-past-none = Neue Termine stehen bald im Programm.
events-on-day = am { $day }
events-time = Zeit
events-place = Ort
events-price = Kosten
events-no-dates = Zurzeit kein Termin
events-no-dates-text = Neue Termine stehen bald hier. Rufen Sie uns an, dann merken wir Sie vor.
events-series-calendar = Alle Termine in den Kalender
events-date-calendar = Termin in den Kalender
events-more-dates = { $count ->
    [one] 1 weiterer Termin
   *[other] { $count } weitere Termine
}
events-what-to-expect = Was Sie erwartet
events-good-to-know = Gut zu wissen
events-host = Wer macht das?
events-bring = Mitbringen
events-online-text = Den Link finden Sie in Ihrer Bestätigung.
events-wheelchair = Rollstuhl
events-hearing = Hören
events-directions = Hinkommen
events-form-old = Das Formular war lange geöffnet.
events-form-old-text = Ihre Angaben sind noch da. Senden Sie das Formular bitte noch einmal.
events-form-other = Diese Anmeldung haben wir schon.
events-form-other-text = Sie haben danach etwas geändert. Möchten Sie noch jemanden anmelden? Dann senden Sie das Formular noch einmal.
events-form-busy-text = Es wurde nichts gebucht. Ihre Angaben sind noch da. Versuchen Sie es in einer Minute noch einmal.
events-flaw-name = Geben Sie Ihren Vor- und Nachnamen an
events-flaw-long = Kürzen Sie den Text auf höchstens { $count } Zeichen
events-flaw-email = Geben Sie eine vollständige E-Mail-Adresse an, zum Beispiel name@beispiel.de
events-flaw-contact = Geben Sie eine E-Mail-Adresse oder eine Telefonnummer an
events-flaw-phone = Geben Sie eine vollständige Telefonnummer an, zum Beispiel 035952 01234
events-flaw-seats = { $most ->
    [one] Wählen Sie 1 Person
   *[other] Wählen Sie zwischen 1 und { $most } Personen
}
events-flaw-companions = { $seats ->
    [one] Ein Platz ist für eine Person. Wählen Sie mehr Personen, oder streichen Sie die Namen
   *[other] Das sind mehr Namen als { $seats } Plätze. Wählen Sie mehr Personen, oder streichen Sie Namen
}
events-flaw-companion-long = Kürzen Sie jeden Namen auf höchstens { $count } Zeichen
events-flaw-answer = Beantworten Sie bitte: { $question }
events-yes = ja
events-refused-wait = Sie können auf die Warteliste. Wir melden uns, sobald ein Platz frei wird.
events-refused-other = Wählen Sie einen anderen Termin, oder rufen Sie uns an.
events-refused-few = { $free ->
    [one] Es ist nur noch 1 Platz frei.
   *[other] Es sind nur noch { $free } Plätze frei.
}
events-refused-few-text = Buchen Sie für weniger Personen, oder gehen Sie zusammen auf die Warteliste.
events-refused-full = Alle Plätze sind vergeben.
events-refused-cancelled = Dieser Termin fällt aus.
events-refused-not-yet = Die Anmeldung beginnt am { $when }.
events-refused-closed = Die Anmeldung für diesen Termin ist beendet.
events-refused-call = Rufen Sie uns an, wir finden eine Lösung.
events-refused-group = { $most ->
    [one] Bei diesem Termin geht höchstens 1 Platz auf einmal.
   *[other] Bei diesem Termin gehen höchstens { $most } Plätze auf einmal.
}
events-refused-limit = { $has ->
    [one] Mit diesen Angaben ist schon 1 Platz gebucht, möglich sind { $most }.
   *[other] Mit diesen Angaben sind schon { $has } Plätze gebucht, möglich sind { $most }.
}
events-refused-limit-text = Ihre Anmeldung finden Sie unter „Meine Anmeldung“. Für eine größere Gruppe rufen Sie uns an.
events-refused-open = Für diesen Termin brauchen Sie keine Anmeldung.
events-free-dates = An diesen Tagen ist noch etwas frei:
events-field-name = Vor- und Nachname
events-field-name-hint = Damit wir Sie am Eingang begrüßen können.
events-field-email = E-Mail-Adresse
events-field-email-hint = Hierhin schicken wir die Bestätigung. Ohne E-⁠Mail geben Sie unten Ihr Telefon an.
events-field-phone = Telefon
events-field-phone-hint = Nur falls sich kurzfristig etwas ändert.
events-field-seats = Für wie viele Personen?
events-for-persons = { $count ->
    [one] Nur für mich
   *[other] Für { $count } Personen
}
events-field-companions = Wer kommt mit?
events-field-companions-hint = Ein Name je Zeile, für die Liste am Eingang.
events-please-choose = Bitte wählen
events-field-note = Möchten Sie uns etwas sagen?
events-field-note-hint = Zum Beispiel: „Ich komme mit Rollstuhl.“ Ein Satz reicht. Bitte keine Angaben zu Krankheiten.
events-field-wait = Setzen Sie mich auf die Warteliste, wenn alle Plätze vergeben sind
events-back = Abbrechen
events-form-privacy = Wir brauchen Ihre Angaben nur für diese Anmeldung.
events-other-dates = Andere Termine ansehen
events-stuck = Es klappt nicht? Rufen Sie an:
events-places = { $count ->
    [one] 1 Platz
   *[other] { $count } Plätze
}
events-booked = Gebucht
events-page-certain = Ihr Platz ist sicher.
events-page-waiting = Sie stehen auf der Warteliste.
events-page-offered = Ein Platz ist frei für Sie.
events-page-called-off = Dieser Termin fällt leider aus.
events-page-called-off-text = Sie müssen nichts tun. Vielleicht passt ein anderer Termin.
events-page-cancelled = Ihre Anmeldung ist abgesagt.
events-page-declined = Sie haben den Platz abgelehnt.
events-page-expired = Das Angebot ist abgelaufen.
events-page-certain-mail = Bis dann, { $name }. Wir schicken die Bestätigung an { $email }.
events-page-certain-text = Bis dann, { $name }. Schreiben Sie sich den Code auf, oder drucken Sie diese Seite.
events-page-waiting-text = { $hours ->
    [0] Ihr Platz in der Reihe: { $position }.
    [one] Ihr Platz in der Reihe: { $position }. Wird etwas frei, halten wir es 1 Stunde für Sie.
   *[other] Ihr Platz in der Reihe: { $position }. Wird etwas frei, halten wir es bis zu { $hours } Stunden für Sie.
}
events-page-offered-text = Wir halten den Platz bis { $until }. Danach bieten wir ihn der nächsten Person an.
events-rate-booking = Wie einfach war das Anmelden?
events-rate-hint = Freiwillig und ohne Namen. 1 ist schlecht, 5 ist sehr gut.
events-rate = Bewertung senden
events-rated = Danke für Ihre Bewertung.
events-page-kept = Ihre Angaben zu dieser Anmeldung löschen wir spätestens am { $day }.
events-page-over-text = Sie haben hier keinen Platz mehr. Vielleicht passt ein anderer Termin.
events-undo-gone = Die Absage lässt sich nicht mehr zurücknehmen.
events-undo-gone-text = Plätze sind inzwischen vergeben oder für die Warteliste reserviert. Auf der Seite der Veranstaltung sehen Sie, was noch frei ist, und können sich neu anmelden.
events-undo-text = Aus Versehen? Sie können die Absage eine Minute lang zurücknehmen.
events-undo = Absage zurücknehmen
events-accept = Platz annehmen
events-decline = Nein, danke
events-code-label = Ihr Code zum Ansagen am Eingang
events-qr = Ihr Code als Bild zum Einlesen
events-qr-text = Zum Einlesen am Empfang
events-to-calendar = In den Kalender
events-calendar-note = Die Datei passt zu allen gängigen Kalendern.
events-print-note = Diese Seite können Sie auch ausdrucken.
events-what-next = So geht es weiter
events-next-come = Kommen Sie einfach herein. Nennen Sie Ihren Namen oder den Code.
events-next-mail = Ändert sich etwas, schreiben wir Ihnen.
events-next-no-mail = Ändert sich etwas, rufen wir Sie an.
events-your-answers = Ihre Antworten
events-waiting-next-1 = Sagt jemand ab, rücken alle nach.
events-waiting-next-2 = Sind Sie an der Reihe, bekommen Sie eine E-Mail mit dem Angebot.
events-waiting-next-2-phone = Sind Sie an der Reihe, rufen wir Sie an.
events-waiting-next-3 = Sie nehmen an oder lehnen ab. Bis dahin gehört der Platz Ihnen.
events-no-time = Doch keine Zeit?
events-no-longer = Möchten Sie nicht mehr warten?
events-cancel-text = Sagen Sie ab, dann freut sich jemand von der Warteliste.
events-cancel = Platz absagen
events-leave-waitlist = Von der Warteliste streichen
events-other-date = Anderen Termin wählen
events-change-party = Mehr oder weniger Personen?
events-change = Ändern
events-questions = Fragen?
events-so-far = bisher { $when }
events-choose-date = Neuer Termin
events-move = Termin wechseln
events-move-note = Ihren alten Platz geben wir erst frei, wenn der neue sicher ist.
events-too-late = Dafür ist es leider zu spät.
events-too-late-text = Die Frist ist vorbei. Rufen Sie uns an, wenn Sie unsicher sind.
events-changed-meanwhile = Ihre Anmeldung hat sich inzwischen geändert.
events-changed-meanwhile-text = Hier sehen Sie den neuen Stand.
events-links-sent = Wenn es zu dieser Adresse Anmeldungen gibt, sind die Links gleich in Ihrem Postfach.
events-links-text = Wir schicken Ihnen die Links zu Ihren Anmeldungen. Damit können Sie alles ansehen, ändern oder absagen.
events-links-hint = Die Adresse, mit der Sie gebucht haben.
events-send-links = Links zuschicken
events-no-mail-call = Ohne E-Mail gebucht? Rufen Sie an:
events-staff-telephone = Am Telefon buchen
events-staff-open-form = Formular öffnen
events-staff-what-when = Was und wann
events-staff-what-when-hint = Termine der nächsten vier Wochen. Spätere buchen Sie unter „Veranstaltungen“ auf der Liste des Termins.
events-staff-seats = Personen
events-staff-note = Beachten
events-staff-confirmation = Bestätigung
events-staff-paper-none = keine
events-staff-paper-letter = Brief
events-staff-paper-slip = Zettel am Tresen
events-staff-paper-email = E-Mail
events-staff-today-at = Heute, { $time }
events-staff-free = { $free ->
    [one] noch 1 frei
   *[other] noch { $free } frei
}
events-staff-flaw-date = Wählen Sie, was und wann
events-staff-message-earlier = Diese Nachricht ist schon geschrieben.
events-staff-message-earlier-link = Zur Liste mit der ersten Nachricht
events-staff-message-earlier-text = Was Sie danach geändert haben, bekommt niemand. In der ersten Minute können Sie die erste Nachricht auf der Liste noch zurücknehmen. Senden Sie dieses Formular noch einmal, bekommen alle eine zweite.
events-staff-form-other-text = Sie haben danach etwas geändert. Soll noch jemand buchen? Dann senden Sie das Formular noch einmal.
events-staff-over-limit = Trotzdem buchen (Grenze je Person)
events-staff-put-on-waitlist = Auf die Warteliste setzen
events-staff-keep-date = Beim gewählten Termin bleiben
events-staff-step-limit = Setzen Sie den Haken, wenn Sie trotzdem buchen möchten.
events-staff-step-wait = Setzen Sie die Person auf die Warteliste, oder wählen Sie einen anderen Termin.
events-staff-step-other = Wählen Sie einen anderen Termin.
events-staff-done-booked = Gebucht. Nennen Sie der Person den Code, oder drucken Sie den Zettel.
events-staff-done-waiting = Auf der Warteliste. Wird ein Platz frei, steht die Person unter „Zu tun“.
events-staff-done-changed = Gespeichert.
events-staff-done-moved = Umgebucht. Code und Link bleiben gleich.
events-staff-done-sent = Die Bestätigung geht noch einmal per E-Mail hinaus.
events-staff-done-withdrawn = Zurückgenommen. Was noch nicht unterwegs war, geht nicht mehr hinaus.
events-staff-done-released = Die E-Mail geht noch einmal hinaus.
events-staff-done-stale = Inzwischen hat sich etwas geändert.
events-staff-confirmed = zugesagt
events-staff-attended = war da
events-staff-no-show = nicht gekommen
events-staff-waiting = Warteliste
events-staff-offered = Platz angeboten
events-staff-offered-until = Angebot bis { $until }
events-staff-held = vorgemerkt
events-staff-cancelled = abgesagt
events-staff-declined = Angebot abgelehnt
events-staff-expired = Angebot abgelaufen
events-staff-here-since = da seit { $time }
events-staff-log-accepted = Angebot angenommen
events-staff-log-declined = Angebot abgelehnt
events-staff-log-offered = Freien Platz angeboten
events-staff-log-expired = Frist abgelaufen
events-staff-log-cancelled = Selbst abgesagt
events-staff-log-cancelled-here = Vom Team abgesagt
events-staff-log-called-off = Termin fällt aus
events-staff-log-resized = Zahl der Personen geändert
events-staff-log-came = Ist da
events-staff-log-missed = Nicht gekommen
events-staff-log-unrecorded = Ankunft zurückgenommen
events-staff-log-rescinded = Angebot zurückgenommen
events-staff-log-restored = Absage zurückgenommen
events-staff-log-moved = Auf diesen Termin umgebucht
events-staff-log-other = Geändert
events-staff-too-late = Dafür ist es zu spät.
events-staff-too-late-text = Die Frist endete: { $when }.
events-staff-too-early = Dafür ist es zu früh.
events-staff-too-early-text = Das geht ab { $when }.
events-staff-persons = { $count ->
    [one] 1 Person
   *[other] { $count } Personen
}
events-staff-persons-with = { $persons }, mit { $names }
events-staff-closed-for = Geschlossen: { $reason }.
events-staff-closed = Geschlossen.
events-staff-opening = Geöffnet { $times }.
events-staff-expected = { $count ->
    [0] Niemand ist angemeldet.
    [one] 1 Person erwartet,
   *[other] { $count } Personen erwartet,
}
events-staff-there = { $count ->
    [one] 1 ist da
   *[other] { $count } sind da
}
events-staff-of-seats = { $taken } von { $of } Plätzen
events-staff-wait-count = { $count ->
    [one] 1 wartet
   *[other] { $count } warten
}
events-staff-held-count = { $count ->
    [one] 1 Platz angeboten
   *[other] { $count } Plätze angeboten
}
events-staff-other-days = Andere Tage
events-staff-yesterday = Gestern
events-staff-tomorrow = Morgen
events-staff-day-before = Tag davor
events-staff-day-after = Tag danach
events-staff-no-dates = An diesem Tag gibt es keinen Termin.
events-staff-coming-next = Als Nächstes kommen
events-staff-who-comes = Wer kommt
events-staff-nobody = Hier ist noch niemand angemeldet.
events-staff-nobody-today = Heute kommt niemand mehr.
events-staff-more-people = { $count ->
    [one] 1 weitere Person steht in den Listen der Termine.
   *[other] { $count } weitere stehen in den Listen der Termine.
}
events-staff-name = Name
events-staff-for-what = Wofür
events-staff-room = Raum
events-staff-notes = Beachten
events-staff-arrival = Ankunft
events-staff-state = Stand
events-staff-contact = Kontakt
events-staff-number = Nr.
events-staff-missed = Nicht erschienen
events-staff-missed-times = { $count ->
    [one] einmal
   *[other] { $count }-mal
}
events-staff-code = Code
events-staff-registered-at = Gebucht am
events-staff-here = Da
events-staff-is-here = Ist da
events-staff-is-not-here = Nicht da
events-staff-not-yet = Doch nicht da
events-staff-take-back = Zurücknehmen
events-staff-take-back-arrival = Ankunft zurücknehmen
events-staff-wants-slip = braucht Zettel
events-staff-to-do = Zu tun
events-staff-nothing-to-do = Alle erreicht, alle E-Mails zugestellt.
events-staff-to-call = Anrufen: Ein Platz ist frei
events-staff-call-until = Anrufen bis { $until }
events-staff-undelivered = Nicht zugestellte E-Mails
events-staff-send-again = Noch einmal senden
events-staff-search-list = In dieser Liste suchen
events-staff-search = Suchen
events-staff-erased = Angaben gelöscht
events-staff-find = Name, Code, Telefon oder E-Mail
events-staff-find-hint = Suchen Sie nach dem Anfang des Namens oder nach dem Code auf der Bestätigung.
events-staff-found = { $count ->
    [0] Nichts gefunden.
    [one] 1 gefunden.
   *[other] { $count } gefunden.
}
events-staff-show-all = Alle zeigen
events-staff-new-search = Neue Suche
events-staff-newest = Zuletzt gebucht
events-staff-found-code = Zu diesem Code
events-staff-found-coming = Ab heute
events-staff-found-past = Vorbei
events-staff-sheet = Liste drucken
events-staff-write-all = Allen schreiben
events-staff-table-file = Als Tabelle (CSV)
events-staff-no-contact = kein Kontakt
events-staff-list-caption = Angemeldete Personen
events-staff-gone = Abgesagt oder abgelaufen
events-staff-messages-so-far = Bisherige Nachrichten:
events-staff-back-to-list = Zur Liste
events-staff-back-to-registration = Zur Anmeldung
events-staff-print-hint = Drucken Sie diese Seite mit Strg + P.
events-staff-to-whom = An wen?
events-staff-to-seated = { $count ->
    [one] Alle mit Platz: 1 E-Mail
   *[other] Alle mit Platz: { $count } E-Mails
}
events-staff-to-waiting = { $count ->
    [one] Warteliste und Angebote: 1 E-Mail
   *[other] Warteliste und Angebote: { $count } E-Mails
}
events-staff-without-mail = { $count ->
    [one] 1 Anmeldung ohne E-Mail-Adresse: bitte anrufen.
   *[other] { $count } Anmeldungen ohne E-Mail-Adresse: bitte anrufen.
}
events-staff-subject = Betreff
events-staff-text = Text
events-staff-text-hint = Anrede, Termin und Link zur Anmeldung stehen schon in der E-Mail.
events-staff-send = E-Mails senden
events-staff-send-note = Die E-Mails gehen nach einer Minute hinaus. Bis dahin können Sie alles zurücknehmen.
events-staff-flaw-audience = Wählen Sie, an wen die E-Mail geht
events-staff-flaw-nobody = Wählen Sie jemanden mit E-Mail-Adresse, oder rufen Sie an
events-staff-flaw-text = Schreiben Sie einen Text
events-staff-message-held = { $count ->
    [one] Ihre Nachricht geht in einer Minute an 1 Anmeldung.
   *[other] Ihre Nachricht geht in einer Minute an { $count } Anmeldungen.
}
events-staff-message-sent = { $count ->
    [one] { $at } an 1 Anmeldung.
   *[other] { $at } an { $count } Anmeldungen.
}
events-staff-registration = Anmeldung
events-staff-by-staff = Am Telefon oder Tresen gebucht
events-staff-by-web = Selbst im Netz gebucht
events-staff-accept = Platz annehmen
events-staff-decline = Platz ablehnen
events-staff-letter = Brief drucken
events-staff-slip = Zettel drucken
events-staff-undo-text = Aus Versehen? Eine Minute lang geht es zurück.
events-staff-none-given = nicht angegeben
events-staff-answer = Antwort
events-staff-history = Verlauf
events-staff-change-party = Personen ändern
events-staff-cancel-text = Der Platz geht an die nächste Person auf der Warteliste.
events-staff-slip-offered = Ein Platz ist frei für Sie bis { $until }.
events-staff-since = Seit { $time }
events-staff-already-here = Ist schon da
events-staff-flaw-here = Setzen Sie diesen Haken erst am Tag des Termins
events-staff-step-late = Senden Sie das Formular noch einmal, wenn Sie trotzdem buchen möchten.
events-staff-log-corrected = Angaben berichtigt
events-staff-log-by = von { $name }
events-staff-correct = Angaben berichtigen
events-staff-correct-text = Was noch nicht unterwegs war, geht von selbst an die neue Adresse.
events-staff-send-confirmation = Bestätigung noch einmal per E-Mail senden
events-staff-save = Speichern
events-staff-slip-call = Fragen, oder doch keine Zeit? Rufen Sie an:
events-mail-greeting = Guten Tag { $name },
events-mail-greetings = Freundliche Grüße
events-mail-confirmed-subject = Ihr Platz ist sicher: { $title }, { $day }
events-mail-confirmed = Ihr Platz ist sicher.
events-mail-waiting-subject = Sie stehen auf der Warteliste: { $title }, { $day }
events-mail-waiting = Sie stehen auf der Warteliste. Wird ein Platz für Sie frei, schreiben wir Ihnen sofort.
events-mail-offered-subject = Ein Platz ist frei: { $title }, { $day }
events-mail-offered = Ein Platz ist frei geworden. Wir halten ihn für Sie bis { $until }. Öffnen Sie den Link und nehmen Sie ihn an, oder lehnen Sie ab.
events-mail-expired-subject = Das Angebot ist abgelaufen: { $title }, { $day }
events-mail-expired = Die Frist für den freien Platz ist vorbei. Wir haben ihn der nächsten Person angeboten.
events-mail-declined-subject = Sie haben den Platz abgelehnt: { $title }, { $day }
events-mail-declined = Danke für Ihre Antwort. Der Platz geht an die nächste Person.
events-mail-changed-subject = Ihre Anmeldung ist geändert: { $title }, { $day }
events-mail-changed = Wir haben Ihre Anmeldung geändert. So gilt sie jetzt:
events-mail-cancelled-subject = Ihre Absage: { $title }, { $day }
events-mail-cancelled = Wir haben Ihren Platz abgesagt und geben ihn weiter.
events-mail-called-off-subject = Fällt aus: { $title }, { $day }
events-mail-called-off = Ihr Termin fällt leider aus.
events-mail-new-time-subject = Neu: { $title }, { $day }
events-mail-new-time = An Ihrem Termin hat sich etwas geändert. So gilt er jetzt:
events-mail-message-subject = Zu Ihrer Anmeldung: { $title }, { $day }
events-mail-message = Hier ist eine Nachricht zu Ihrer Anmeldung.
events-mail-reminder-subject = Morgen: { $title }, { $day }
events-mail-reminder = Morgen ist es so weit. Wir freuen uns auf Sie.
events-mail-cancel-in-time = Sie können doch nicht? Sagen Sie bitte ab, dann freut sich jemand von der Warteliste: { $link }
events-mail-thanks-subject = Danke für Ihren Besuch: { $title }, { $day }
events-mail-thanks = Schön, dass Sie da waren.
events-mail-feedback = Wie war es? Eine Frage, ohne Namen: { $link }
events-mail-certificate = Ihre Teilnahmebescheinigung finden Sie hier: { $link }
events-mail-code = Ihr Code zum Ansagen am Eingang: { $code }
events-mail-online = Online dabei: { $url }
events-mail-bring = Bitte bringen Sie mit: { $things }
events-mail-manage = Ansehen, ändern oder absagen: { $link }
events-mail-programme = Andere Termine: { $link }
events-mail-phone = Fragen? Rufen Sie an: { $phone }

# Kalender abonnieren
events-calendar = Kalender abonnieren
events-calendar-lede = Holen Sie sich das Programm in Ihren eigenen Kalender. Neue Termine und Absagen erscheinen dort von selbst.
events-calendar-all = Alle Veranstaltungen
events-calendar-subscribe = Kalender abonnieren
events-calendar-address = Öffnet sich Ihr Kalender nicht? Dann geben Sie dort diese Adresse ein:
events-calendar-file = Termine einmalig als Datei laden
events-calendar-topics = Nur ein Thema
events-calendar-topics-text = Sie können auch einzelne Themen abonnieren.
events-calendar-how = So geht es in Ihrem Kalender
events-calendar-phone = iPhone, iPad und Mac
events-calendar-phone-text = Tippen Sie oben auf „Kalender abonnieren“ und bestätigen Sie mit „Abonnieren“.
events-calendar-google = Google Kalender
events-calendar-google-text = Öffnen Sie Google Kalender am Computer. Wählen Sie neben „Weitere Kalender“ das Plus und dann „Per URL“. Fügen Sie die Adresse ein.
events-calendar-outlook = Outlook
events-calendar-outlook-text = Wählen Sie im Kalender „Kalender hinzufügen“, dann „Aus dem Internet“. Fügen Sie die Adresse ein.
events-calendar-thunderbird = Thunderbird
events-calendar-thunderbird-text = Wählen Sie „Neuer Kalender“, dann „Im Netzwerk“. Fügen Sie die Adresse ein.
events-calendar-feed = Neue Veranstaltungen im Feedreader
events-calendar-feed-text = Mit einem Feedreader sehen Sie, was neu im Programm steht. Fügen Sie dort diese Adresse ein:
events-newest = Neu im Programm: { $hub }
events-newest-next = Nächster Termin: { $day }, { $time }.
events-calendar-after = Was danach geschieht
events-calendar-after-text = Ihr Kalender sieht regelmäßig nach Änderungen. Wie oft, bestimmt Ihr Kalender: bei manchen jede Stunde, bei anderen einmal am Tag. Eine Anmeldung ist das nicht. Melden Sie sich bei der Veranstaltung an, wenn es nötig ist.

events-embed = Einbetten
events-embed-about = Ihr Programm auf anderen Websites zeigen
events-embed-text = So stehen Ihre nächsten Termine auf der Website Ihrer Stadt und bleiben dort von selbst aktuell.
events-embed-count = { $count ->
    [0] Noch auf keiner Website
    [one] Auf 1 Website erlaubt
   *[other] Auf { $count } Websites erlaubt
}
events-embed-step-allow = 1. Websites erlauben
events-embed-origins = Websites, die Ihr Programm zeigen dürfen
events-embed-origins-hint = Eine Adresse je Zeile, zum Beispiel: https://www.musterstadt.de. Alle anderen Websites zeigen an dieser Stelle nichts.
events-embed-save = Websites speichern
events-embed-saved = Gespeichert. Auf diesen Websites kann Ihr Programm jetzt erscheinen.
events-embed-flaw-address = „{ $typed }“ ist keine Adresse einer Website. Schreiben Sie zum Beispiel: https://www.musterstadt.de
events-embed-flaw-wildcard = „{ $typed }“ steht für viele Websites. Nennen Sie jede einzeln.
events-embed-flaw-https = „{ $typed }“ ist nicht verschlüsselt. Die Adresse muss mit https:// beginnen.
events-embed-flaw-many = Höchstens { $count } Websites. Kürzen Sie die Liste.
events-embed-step-choose = 2. Termine auswählen
events-embed-topic-field = Thema
events-embed-all-topics = Alle Themen
events-embed-number = Wie viele Termine
events-embed-choose = Vorschau zeigen
events-embed-step-copy = 3. Zeile kopieren
events-embed-line = Zeile für die andere Website
events-embed-line-hint = Geben Sie diese Zeile weiter. Wer die andere Website pflegt, fügt sie dort als HTML ein.
events-embed-preview = So sieht es dort aus
events-embed-title = Nächste Termine
events-embed-topic = Nächste Termine: { $topic }
events-embed-none = Zurzeit stehen hier keine Termine.
events-embed-all = Alle Veranstaltungen: { $hub }
events-manage-open-to = Wer sie sieht
events-manage-open-to-hint = Geschlossene Fortbildungen stehen in keinem Programm, in keiner Suche und in keinem Kalender.
events-manage-open-to-all = Alle
events-manage-members = Nur Mitgliedsorganisationen
events-manage-members-text = Beschäftigte kommen mit dem Zugangscode ihrer Organisation oder ihrer dienstlichen E-Mail-Adresse hinein.
events-manage-members-address = Diese Adresse können Sie weitergeben:
events-manage-members-terms = Organisationen, Plätze, Kosten
events-staff-organisation = Organisation
events-staff-flaw-organisation = Wählen Sie, zu welcher Organisation die Person gehört
events-refused-quota = Ihre Organisation hat ihre { $count } Plätze schon vergeben.
events-refused-quota-few = { $free ->
    [one] Ihre Organisation hat nur noch 1 von { $count } Plätzen.
   *[other] Ihre Organisation hat nur noch { $free } von { $count } Plätzen.
}
