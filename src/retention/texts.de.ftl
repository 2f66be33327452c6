retention-years = { $count ->
    [one] 1 Jahr
   *[other] { $count } Jahre
}
retention-days = { $count ->
    [one] 1 Tag
   *[other] { $count } Tage
}
retention-hours = { $count ->
    [one] 1 Stunde
   *[other] { $count } Stunden
}
retention-minutes = { $count ->
    [one] 1 Minute
   *[other] { $count } Minuten
}

retention-people-guests = Menschen, die einen Platz buchen, und ihre Begleitung
retention-people-guests-and-team = Menschen, die einen Platz buchen; das Team
retention-people-team = das Team
retention-people-sign-in = Menschen, die sich als Team anmelden wollen oder einen Link öffnen
retention-people-programme = Menschen, die im Programm genannt sind

retention-basis-task = öffentliche Aufgabe (Artikel 6 Absatz 1 Buchstabe e DSGVO)
retention-basis-security = öffentliche Aufgabe und Sicherheit der Verarbeitung (Artikel 6 Absatz 1 Buchstabe e und Artikel 32 DSGVO)
retention-basis-work = Arbeit für den Hub (Artikel 6 Absatz 1 Buchstaben b und e DSGVO)

retention-seen-team = das Team des Hubs; wer den Server betreut, soweit nötig
retention-seen-mail = das Team des Hubs; die Mailserver auf dem Weg zu Ihnen
retention-seen-lead = die Leitung des Hubs; wer den Server betreut
retention-seen-operators = wer den Server betreut
retention-seen-nobody = niemand; nur das Programm selbst
retention-seen-public = alle, die die Website lesen

retention-since-event = nach dem Ende der Veranstaltung
retention-since-sent = nach dem Versand
retention-since-written = nach dem Schreiben
retention-since-form = nach dem Absenden
retention-since-sign-in = nach dem Anmelden
retention-since-failure = nach dem Fehlversuch
retention-since-change = nach der Änderung
retention-since-leaving = bis jemand nicht mehr für den Hub arbeitet
retention-since-removed = bis der Hub den Eintrag ändert

retention-remains-nothing = nichts

retention-registration = Anmeldungen
retention-registration-purpose = Plätze vergeben, Sie erreichen, Sie am Einlass erkennen
retention-registration-fields = Name, E-Mail-Adresse, Telefonnummer, Namen der Begleitung, Antworten, Nachricht, Code, Kennzeichen für die Platzgrenze; bei Fortbildungen die Organisation
retention-registration-remains = Zahl der Plätze, Stand, Weg und Zeitpunkt der Buchung; ohne Namen, für die Statistik
retention-waitlist = Wartelisten
retention-waitlist-purpose = Freie Plätze der Reihe nach anbieten
retention-waitlist-fields = dieselben Angaben von Menschen, die keinen Platz bekamen
retention-history = Verlauf der Anmeldungen
retention-history-purpose = Nachfragen beantworten, Fehler finden
retention-history-fields = Zeitpunkt und Art jeder Änderung; wer sie eintrug
retention-sent-mail = Gesendete E-Mails
retention-sent-mail-purpose = Nichts doppelt senden, Nachfragen beantworten
retention-sent-mail-fields = Art und Zeitpunkt der E-Mail; den Text löscht das Programm beim Versand
retention-stuck-mail = E-Mails, die nicht ankamen
retention-stuck-mail-purpose = Es noch einmal versuchen oder anrufen
retention-mail-fields = Name, E-Mail-Adresse, Veranstaltung, Text
retention-mail-file = E-Mails als Dateien
retention-mail-file-purpose = Ausprobieren ohne Mailserver
retention-form = Schlüssel von Formularen
retention-form-purpose = Dasselbe Formular nicht zweimal buchen
retention-form-fields = eine Zufallsfolge und ein Prüfwert der Angaben
retention-account = Konten des Teams
retention-account-purpose = Sich anmelden; sehen, wer was eintrug
retention-account-fields = Name, E-Mail-Adresse, Rolle, Prüfwert des Passworts
retention-session = Sitzungen und Passwort-Links des Teams
retention-session-purpose = Angemeldet bleiben, ein Passwort festlegen
retention-session-fields = Prüfwert einer Zufallsfolge, Beginn, letzte Nutzung; bei einem Link Konto, Beginn und Ende
retention-sign-in = Fehlversuche
retention-sign-in-purpose = Das Raten von Passwörtern und Links bremsen
retention-sign-in-fields = IP-Adresse, E-Mail-Adresse; nur im Arbeitsspeicher
retention-event-change = Frühere Fassungen von Terminen
retention-event-change-purpose = Eine Änderung zurücknehmen
retention-event-change-fields = Termin, wie er war; wer ihn änderte
retention-programme = Namen im Programm
retention-programme-purpose = Sagen, wer eine Veranstaltung leitet und wen Sie fragen
retention-programme-fields = Name und Kontakt, wie der Hub sie veröffentlicht
retention-basis-duty = Nachweis über erfüllte Pflichten (Artikel 5 Absatz 2 und Artikel 6 Absatz 1 Buchstabe c DSGVO)
retention-since-request = nach der Auskunft oder Löschung
retention-request = Auskünfte und Löschungen
retention-request-purpose = Nachweisen, dass Anfragen erledigt wurden
retention-request-fields = Tag, Art, Zahl der Anmeldungen, wer sie erledigte; nicht, um wen es ging
retention-since-saved = nach dem Speichern
retention-page-revision = Frühere Fassungen von Seiten
retention-page-revision-purpose = Sehen, was sich geändert hat; eine Fassung wiederherstellen
retention-page-revision-fields = Text und Bilder der Fassung; wer sie wann gespeichert hat
retention-page-revision-remains = die Fassung, die öffentlich ist, und der neueste Entwurf; ohne Namen
retention-people-barrier = Menschen, die eine Barriere melden
retention-basis-access = rechtliche Pflicht zu barrierefreien Websites (Artikel 6 Absatz 1 Buchstabe c DSGVO mit dem Recht des Bundeslandes)
retention-since-answer = nach der Antwort
retention-barrier = Gemeldete Barrieren
retention-barrier-purpose = Die Barriere ansehen und antworten
retention-barrier-fields = Ihre Meldung, der Ort, Name und Kontakt, wenn Sie sie nennen, und unsere Antwort
retention-people-contacts = Ansprechpersonen von Mitgliedsorganisationen
retention-since-confirmed = nach der letzten Eintragung oder Bestätigung
retention-organisation-contact = Ansprechpersonen von Mitgliedsorganisationen
retention-organisation-contact-purpose = Fortbildungen und Rechnungen mit der Organisation abstimmen
retention-organisation-contact-fields = Name und dienstliche E-Mail-Adresse
retention-organisation-contact-remains = die Organisation ohne Ansprechperson
retention-seen-registration = das Team des Hubs; bei Fortbildungen für Verwaltungen Name, Kurs und Stand auch die Ansprechperson Ihrer Organisation; wer den Server betreut, soweit nötig
