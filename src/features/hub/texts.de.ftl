hub-overview-text = Alles, was Sie für Ihren Hub selbst einstellen. Was Sie sichern, steht sofort auf den öffentlichen Seiten.
hub-save = Sichern
hub-saved = Gesichert.
hub-saved-look = So sehen es alle
hub-back = Zurück zur Übersicht

hub-contact = Name und Kontakt
hub-contact-about = Wie der Hub heißt und wie man ihn erreicht
hub-contact-text = Das steht oben und unten auf jeder Seite, unter Kontakt und im Impressum.
hub-contact-none = Telefon und E-Mail fehlen
hub-contact-no-phone = Telefon fehlt
hub-contact-no-email = E-Mail-Adresse fehlt
hub-contact-name = Name des Hubs
hub-contact-name-hint = Das letzte Wort ist meist der Ort, zum Beispiel: InnovationsHub Musterstadt
hub-contact-owner = Wessen Angebot es ist
hub-contact-owner-hint = Eine Zeile über dem Namen, zum Beispiel: Ein Angebot der Stadt Musterstadt
hub-contact-phone = Telefon
hub-contact-phone-hours = Wann jemand abnimmt
hub-contact-phone-hours-hint = In Ihren Worten, zum Beispiel: Mo bis Fr 9 bis 16 Uhr
hub-contact-email = E-Mail-Adresse
hub-contact-email-hint = Dorthin gehen Fragen und Antworten auf unsere Mails.
hub-contact-zone = Zeitzone
hub-contact-zone-hint = Für Deutschland: Europe/Berlin
hub-contact-flaw-name = Geben Sie dem Hub einen Namen.
hub-contact-flaw-zone = Diese Zeitzone kennen wir nicht. Für Deutschland schreiben Sie Europe/Berlin.

hub-welcome = Begrüßung
hub-welcome-about = Was auf der Startseite zuerst steht
hub-welcome-text = Damit beginnt die Startseite.
hub-welcome-none = Begrüßung fehlt
hub-welcome-set = Begrüßung eingetragen
hub-welcome-claim = Bis zu drei kurze Zeilen in großer Schrift
hub-welcome-claim-hint = Jede in einer eigenen Zeile, zum Beispiel: Kommen. Fragen. Machen. Ohne sie steht dort der Name.
hub-welcome-text-field = Begrüßung
hub-welcome-text-hint = Zwei Sätze: was man hier tun kann und für wen es ist.
hub-welcome-flaw-claim = Höchstens drei Zeilen mit je { $count } Zeichen. Kürzen Sie den Text.

hub-remove = Entfernen

hub-sites = Orte und Öffnungszeiten
hub-sites-about = Adressen, Zugang und wann offen ist
hub-sites-text = Das steht unter Kontakt und auf den Seiten der Veranstaltungen.
hub-sites-first = Der erste Ort steht mit Adresse und Öffnungszeiten auf der Startseite.
hub-sites-none = Noch kein Ort
hub-sites-none-text = Tragen Sie ein, wo der Hub ist und wann er offen hat.
hub-sites-no-hours = Öffnungszeiten fehlen
hub-sites-no-address = Adresse fehlt
hub-sites-count = { $count ->
    [one] 1 Ort mit Öffnungszeiten
   *[other] { $count } Orte
}
hub-sites-new = Ort hinzufügen
hub-sites-forward = Weiter nach vorn
hub-sites-removed = Der Ort ist entfernt.
hub-sites-in-use = Dieser Ort steht noch bei Veranstaltungen. Wählen Sie dort erst einen anderen Ort.
hub-sites-name = Name des Ortes
hub-sites-name-hint = So wie er an der Tür steht, zum Beispiel: Altes Kontor
hub-sites-street = Straße und Hausnummer
hub-sites-postcode = Postleitzahl
hub-sites-town = Ort
hub-sites-hours = Öffnungszeiten
hub-sites-hours-hint = Wie auf einem Türschild, zum Beispiel: Mo–Fr 9–12, 13–18. Neue Zeile für andere Tage. Leer heißt: keine festen Zeiten.
hub-sites-directions = Hinkommen
hub-sites-directions-hint = Bus, Bahn, Parken. Der erste Satz steht auf der Startseite.
hub-sites-wheelchair = Zugang mit Rollstuhl
hub-sites-wheelchair-hint = Stufen, Türbreite, Aufzug, WC. Schreiben Sie auch, was nicht geht.
hub-sites-hearing = Hilfe beim Hören
hub-sites-hearing-hint = Zum Beispiel: Höranlage im Saal
hub-sites-flaw-name = Geben Sie dem Ort einen Namen.
hub-hours-not-a-day = „{ $part }“ ist kein Wochentag. Schreiben Sie zum Beispiel Mo–Fr 9–12, 13–18.
hub-hours-not-a-time = „{ $part }“ können wir nicht als Uhrzeit lesen. Schreiben Sie zum Beispiel 9–12 oder 9:30–12.
hub-hours-no-times = Bei „{ $part }“ fehlen die Uhrzeiten.
hub-hours-backwards = „{ $part }“ endet, bevor es anfängt. Nach Mitternacht beginnt ein neuer Tag.
hub-hours-overlap = Am { $day } überschneiden sich zwei Zeiten.

hub-closed = Schließtage
hub-closed-about = Tage, an denen alles zu ist
hub-closed-text = An diesen Tagen steht überall „geschlossen“, und neue Termine warnen davor. Veranstaltungen sagen Sie einzeln ab.
hub-closed-none = Keine Schließtage eingetragen
hub-closed-next = Als Nächstes { $day }
hub-closed-add = Schließtage eintragen
hub-closed-coming = Kommende Schließtage
hub-closed-first = Erster Tag
hub-closed-first-hint = Zum Beispiel: 24.12.
hub-closed-last = Letzter Tag
hub-closed-last-hint = Leer heißt: nur dieser eine Tag.
hub-closed-reason = Grund
hub-closed-reason-hint = Lesen alle, zum Beispiel: Weihnachten
hub-closed-done = Eingetragen.
hub-closed-opened = Entfernt. An diesem Tag ist wieder offen wie sonst.
hub-closed-today = Heute geschlossen?
hub-closed-today-text = Ein Grund genügt. Der Hinweis steht sofort auf Startseite und Kontakt.
hub-closed-today-close = Heute schließen
hub-closed-today-is = Heute ist geschlossen
hub-closed-today-open = Doch öffnen
hub-closed-flaw-reason = Nennen Sie den Grund. Ein Wort reicht.
hub-closed-flaw-day = Geben Sie einen Tag an, zum Beispiel 24.12.
hub-closed-flaw-no-such-day = Diesen Tag gibt es im Kalender nicht.
hub-closed-flaw-weekday = Wochentag und Datum passen nicht zusammen.
hub-closed-flaw-past = Dieser Tag ist vorbei. Geben Sie einen Tag ab heute an.
hub-closed-flaw-backwards = Der letzte Tag liegt vor dem ersten.
hub-closed-flaw-many = Höchstens { $count } Tage auf einmal.

hub-legal = Rechtliche Angaben
hub-legal-about = Was Impressum und Barrierefreiheit nennen müssen
hub-legal-text = Was leer bleibt, steht auf der jeweiligen Seite als „noch einzutragen“. Fragen Sie im Zweifel das Rechtsamt.
hub-legal-complete = Vollständig
hub-legal-missing = { $count ->
    [one] 1 Angabe fehlt
   *[other] { $count } Angaben fehlen
}
hub-legal-imprint-hint = Nach § 5 Digitale-Dienste-Gesetz.
hub-legal-access-hint = Nach dem Recht Ihres Bundeslandes über barrierefreie Websites.
hub-legal-body = Träger mit Rechtsform und Anschrift
hub-legal-body-hint = Zum Beispiel: Stadt Musterstadt, Körperschaft des öffentlichen Rechts, Markt 1, 01234 Musterstadt
hub-legal-representative = Vertretungsberechtigt
hub-legal-representative-hint = Amt und Name, zum Beispiel: vertreten durch die Bürgermeisterin …
hub-legal-editor = Verantwortlich für redaktionelle Inhalte
hub-legal-editor-hint = Name und Anschrift nach § 18 Absatz 2 Medienstaatsvertrag.
hub-legal-authority = Aufsichtsbehörde
hub-legal-authority-hint = Meist die Rechtsaufsicht beim Landkreis.
hub-legal-vat = Umsatzsteuer-Identifikationsnummer
hub-legal-vat-hint = Gibt es keine, schreiben Sie: keine
hub-legal-enforcement = Durchsetzungs- oder Schlichtungsstelle
hub-legal-enforcement-hint = Name, Anschrift, Telefon und E-Mail-Adresse.
hub-legal-access-law = Gesetz des Bundeslandes
hub-legal-access-law-hint = Das Gesetz, nach dem diese Website barrierefrei sein muss.

hub-people = Wer hier arbeitet
hub-people-about = Zugänge, Rollen und Passwörter
hub-people-text = Wer sich hier anmelden kann und was er oder sie darf.
hub-people-nobody = Noch niemand. Laden Sie jemanden ein.
hub-people-count = { $count ->
    [one] 1 Person mit Zugang
   *[other] { $count } Personen mit Zugang
}
hub-people-one-lead = davon 1 Leitung
hub-people-removed = Diese Person arbeitet nicht mehr hier.
hub-people-new = Jemanden einladen
hub-people-invite = Einladen
hub-people-new-by-mail = Die Person bekommt eine E-Mail mit einem Link und legt ihr Passwort selbst fest.
hub-people-new-on-paper = Danach sehen Sie einen Link. Damit legt die Person ihr Passwort selbst fest.
hub-people-name = Name
hub-people-name-hint = So sehen ihn die anderen im Team.
hub-people-email = E-Mail-Adresse
hub-people-email-hint = Damit meldet sich die Person an.
hub-people-role = Rolle
hub-people-flaw-name = Geben Sie den Namen an.
hub-people-flaw-role = Wählen Sie, was die Person darf.
hub-people-active = hat Zugang
hub-people-invited = hat noch kein Passwort
hub-people-locked = gesperrt
hub-people-created = Eingeladen.
hub-people-mailed = Der Link ist unterwegs.
hub-people-link-made = Der Link ist fertig. Frühere Links gelten nicht mehr.
hub-people-link = Link zum Passwort
hub-people-link-text = Für { $name }. Er gilt einmal und bis { $until }.
hub-people-link-care = Drucken Sie diese Seite, oder schreiben Sie den Link ab. Geben Sie ihn nur dieser Person.
hub-people-set-role = Rolle ändern
hub-people-password = Neues Passwort
hub-people-password-text = Mit einem Link legt die Person es selbst fest. Das alte gilt, bis sie es tut.
hub-people-send-link = Link per E-Mail schicken
hub-people-show-link = Link zum Übergeben anzeigen
hub-people-elsewhere = Diese Person arbeitet auch anderswo. Ihr Passwort setzt der IT-Betrieb neu.
hub-people-lock-head = Zutritt
hub-people-lock-text = Gesperrt kommt die Person nicht mehr herein, auch nicht mit einer offenen Sitzung. Sie können das rückgängig machen.
hub-people-unlock-text = Die Person ist gesperrt und kommt nicht herein.
hub-people-lock = Sperren
hub-people-unlock = Wieder hereinlassen
hub-people-remove = Arbeitet nicht mehr hier
hub-people-last-lead = Das geht nicht: Es ist die letzte Leitung mit Zugang. Geben Sie erst jemand anderem die Leitung.
hub-role-helper = Helferin, Helfer
hub-role-staff = Mitarbeit
hub-role-lead = Leitung
hub-role-operator = IT-Betrieb
hub-role-helper-may = sieht die Liste des Tages
hub-role-staff-may = macht Programm und Anmeldungen
hub-role-lead-may = stellt auch den Hub ein

hub-letter-subject = Ihr Zugang zu { $hub }
hub-letter-greeting = Guten Tag { $name },
hub-letter-invited = Sie arbeiten nun bei { $hub } mit. Legen Sie hier Ihr Passwort fest:
hub-letter-again = legen Sie hier ein neues Passwort für { $hub } fest:
hub-letter-valid = Der Link gilt einmal und { $hours } Stunden lang. Danach melden Sie sich mit dieser E-Mail-Adresse und dem Passwort an.
hub-letter-not-asked = Haben Sie das nicht erwartet? Dann brauchen Sie nichts zu tun.

hub-mail = E-Mail-Versand
hub-mail-about = Der Mailserver, über den E-Mails hinausgehen
hub-mail-none = Kein Mailserver: E-Mails bleiben als Dateien liegen
hub-mail-tested = { $host }, geprüft
hub-mail-untested = { $host }, noch nicht geprüft
hub-mail-text = Prüfen Sie mit einer Test-Mail, ob alles stimmt.
hub-mail-as-files = Es ist kein Mailserver eingetragen. E-Mails bleiben im Datenordner als Dateien liegen, niemand bekommt sie.
hub-mail-in-force = Das gilt
hub-mail-fixed = Das gilt, fest eingestellt
hub-mail-fixed-text = Der Server wurde mit diesen Angaben gestartet. Hier lassen sie sich nicht ändern.
hub-mail-no-user = ohne Anmeldung
hub-mail-operator = Den Mailserver stellt der IT-Betrieb ein. Er gilt für alle Hubs dieser Installation.
hub-mail-password-hint = Leer heißt: das bisherige bleibt. Es steht in keiner Sicherung und in keinem Protokoll.
hub-mail-test = Test-Mail
hub-mail-to = An welche Adresse
hub-mail-to-hint = Am besten an Ihre eigene.
hub-mail-send-test = Test-Mail schicken
hub-mail-sent = Der Mailserver hat die Test-Mail angenommen. Sehen Sie nach, ob sie ankommt, auch im Spam-Ordner.
hub-mail-test-subject = Test-Mail von { $hub }
hub-mail-test-letter = Diese E-Mail kommt von { $hub }. Der Versand ist richtig eingestellt.
hub-mail-name-not-found = Einen Server mit dem Namen { $host } gibt es nicht. Prüfen Sie die Schreibweise.
hub-mail-port-closed = { $host } nimmt auf Port { $port } nichts an. Prüfen Sie den Port.
hub-mail-no-answer = { $host } antwortet auf Port { $port } nicht innerhalb von { $seconds } Sekunden. Prüfen Sie Port und Firewall.
hub-mail-no-server = Auf { $host }, Port { $port }, antwortet kein Mailserver. Prüfen Sie Port und Verschlüsselung.
hub-mail-no-starttls = { $host } bietet kein STARTTLS an. Wählen Sie eine andere Verschlüsselung.
hub-mail-tls = Die verschlüsselte Verbindung zu { $host } kam nicht zustande. Prüfen Sie Verschlüsselung, Port und Zertifikat.
hub-mail-sign-in = Der Mailserver lehnt die Anmeldung ab (Code { $code }). Prüfen Sie Benutzername und Passwort.
hub-mail-sender = Der Mailserver lehnt den Absender ab (Code { $code }). Tragen Sie eine Adresse ein, die ihm gehört.
hub-mail-recipient = Der Mailserver lehnt die Empfängeradresse ab (Code { $code }).
hub-mail-refused = Der Mailserver lehnt die E-Mail ab (Code { $code }).
hub-mail-address = Absender oder Empfänger ist keine vollständige E-Mail-Adresse.

hub-missing = { $count ->
    [one] Das fehlt noch
   *[other] Das fehlt noch: { $count } Punkte
}
hub-complete = Alles Nötige ist eingetragen.
hub-all-settings = Alle Einstellungen
hub-first-event = Erste Veranstaltung
hub-first-event-none = Noch steht nichts im Programm
