calendars-title = Kalender anderer
calendars-about = Termine von Vereinen und Partnern übernehmen
calendars-text = Übernehmen Sie Termine, die andere schon führen. Neues kommt als Entwurf ins Programm, sobald Sie es übernehmen.
calendars-count = { $count ->
    [0] Noch keiner abonniert
    [one] 1 Kalender abonniert
   *[other] { $count } Kalender abonniert
}
calendars-troubled = { $count ->
    [one] 1 Kalender ist nicht zu erreichen
   *[other] { $count } Kalender sind nicht zu erreichen
}
calendars-waiting = { $count ->
    [0] Nichts zu prüfen
    [one] 1 Eintrag zu prüfen
   *[other] { $count } Einträge zu prüfen
}
calendars-all = Kalender
calendars-none = Noch ist kein Kalender da. Abonnieren Sie einen oder laden Sie eine Datei hoch.
calendars-subscribe = Kalender abonnieren
calendars-subscribe-text = Wir lesen den Kalender viermal am Tag. Was dort neu oder anders ist, zeigen wir Ihnen hier zum Prüfen.
calendars-name = Name
calendars-name-hint = Wem der Kalender gehört, zum Beispiel: Heimatverein
calendars-address = Adresse des Kalenders
calendars-address-hint = Sie beginnt mit https:// oder webcal:// und endet oft auf .ics. Fragen Sie den Verein danach.
calendars-flaw-title = Geben Sie dem Kalender einen Namen.
calendars-flaw-address = Das ist keine Adresse. Kopieren Sie sie vollständig, zum Beispiel: https://www.heimatverein.de/kalender.ics
calendars-flaw-https = Diese Adresse lesen wir nicht. Sie muss mit https:// beginnen und darf weder Kennwort noch eigenen Port haben.
calendars-flaw-many = Mehr als { $count } Kalender lesen wir nicht. Beenden Sie zuerst ein anderes Abonnement.
calendars-upload = Kalenderdatei hochladen
calendars-upload-text = Wir zeigen Ihnen zuerst, was sich ändern würde. Übernommen wird noch nichts.
calendars-file-field = Datei
calendars-file-hint = Eine Datei mit der Endung .ics, höchstens { $count } MB. Wir behalten sie höchstens einen Tag.
calendars-file = Kalenderdatei
calendars-look = Datei ansehen
calendars-file-empty = Wählen Sie zuerst eine Datei aus.
calendars-file-packed = Das ist eine gepackte Datei (ZIP). Entpacken Sie sie zuerst und laden Sie dann die Datei mit der Endung .ics hoch.
calendars-file-large = Die Datei ist größer als { $count } MB.
calendars-file-many = Die Datei hat mehr als { $count } Einträge. So viele übernimmt Ihr IT-Betrieb mit „nabe import ics“.
calendars-at-line = Zeile { $line }: { $words }
calendars-uploaded = Hochgeladene Datei
calendars-uploaded-at = Hochgeladen: { $at }. Sie wird nach einem Tag gelöscht.
calendars-read-at = Zuletzt gelesen: { $at }.
calendars-not-read-yet = Wird gleich zum ersten Mal gelesen.
calendars-read-until = Zuletzt erfolgreich gelesen: { $at }. Seitdem: { $why } Wir versuchen es jede Stunde.
calendars-never-read = Noch nie gelesen. { $why } Wir versuchen es jede Stunde.
calendars-wait = Wir lesen den Kalender gleich. Laden Sie diese Seite in einer Minute neu.
calendars-trouble-address = Die Adresse ist keine, die wir lesen.
calendars-trouble-name = Den Namen in der Adresse gibt es nicht.
calendars-trouble-internal = Die Adresse führt in ein internes Netz. Dorthin fragen wir nicht.
calendars-trouble-connection = Dort antwortet niemand.
calendars-trouble-tls = Die Verbindung ist nicht sicher. Das Zertifikat stimmt nicht.
calendars-trouble-slow = Die Antwort dauert zu lange.
calendars-trouble-large = Der Kalender ist zu groß.
calendars-trouble-hops = Die Adresse leitet zu oft weiter.
calendars-trouble-missing = Unter dieser Adresse gibt es keinen Kalender mehr.
calendars-trouble-status = Der Server meldet den Fehler { $status }.
calendars-trouble-answer = Was antwortet, ist kein Webserver.
calendars-trouble-unusable = Was kommt, ist kein Kalender, den wir lesen können.
calendars-read-now = Jetzt lesen
calendars-discard = Datei verwerfen
calendars-end = Abonnement beenden
calendars-review-text = Neue Veranstaltungen werden Entwürfe. Sie ergänzen Preis und Anmeldung und veröffentlichen sie dann.
calendars-take-all = { $count ->
    [one] 1 Eintrag übernehmen
   *[other] Alle { $count } Einträge übernehmen
}
calendars-take-new = Als Entwurf übernehmen
calendars-take-change = Änderung übernehmen
calendars-take-gone = Termine absagen
calendars-leave = Nicht übernehmen
calendars-new = { $count ->
    [one] Neu, 1 Termin
   *[other] Neu, { $count } Termine
}
calendars-changed-words = Texte oder Ort geändert
calendars-earlier = Dieses Formular hat schon einen Kalender gebracht.
calendars-earlier-link = Diesen Kalender öffnen
calendars-earlier-text = Was Sie danach geändert oder ausgewählt haben, ist nicht gespeichert. Möchten Sie auch das lesen? Dann senden Sie es noch einmal, eine Datei wählen Sie dazu neu aus.
calendars-dates-new = { $count ->
    [one] 1 neuer Termin
   *[other] { $count } neue Termine
}
calendars-dates-other = { $count ->
    [one] 1 Termin geändert
   *[other] { $count } Termine geändert
}
calendars-dates-off = { $count ->
    [one] 1 Termin fällt aus
   *[other] { $count } Termine fallen aus
}
calendars-gone = Steht dort nicht mehr
calendars-same = { $count ->
    [one] 1 Eintrag ist hier schon genauso.
   *[other] { $count } Einträge sind hier schon genauso.
}
calendars-left = { $count ->
    [one] 1 Eintrag haben Sie nicht übernommen.
   *[other] { $count } Einträge haben Sie nicht übernommen.
}
calendars-refused = Nicht zu übernehmen
calendars-refused-text = Diese Einträge lassen wir aus. Der Grund steht dabei.
calendars-line = Zeile { $line }
calendars-done-taken = Übernommen. Neue Veranstaltungen stehen bei den Entwürfen.
calendars-done-left = Der Eintrag bleibt hier, wie er ist. Wir zeigen ihn wieder, wenn er sich dort ändert.
calendars-done-asked = Wir lesen den Kalender gleich. Laden Sie die Seite in einer Minute neu.
calendars-done-removed = Entfernt. Übernommene Veranstaltungen bleiben.
calendars-done-changed = Der Eintrag hat sich inzwischen geändert. Bitte prüfen Sie ihn noch einmal.
calendars-to-drafts = Zu den Entwürfen
