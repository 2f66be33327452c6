privacy-notice-lede = Sie können alles lesen, ohne etwas über sich zu sagen. Angaben brauchen wir erst, wenn Sie einen Platz buchen.
privacy-notice-who = Wer Ihre Fragen beantwortet
privacy-notice-who-text = { $hub } beantwortet Fragen zu Ihren Daten:
privacy-notice-reading = Wenn Sie nur lesen
privacy-notice-reading-list =
    Wir setzen keine Cookies. Auch zum Buchen brauchen Sie keine.
    Wir verfolgen Sie nicht. Wir zählen nur, wie oft Seiten am Tag aufgerufen werden, ohne zu wissen, von wem.
    Schriften und Zeichnungen kommen von diesem Server. Ihr Browser lädt nichts von Dritten.
    Das Programm schreibt Ihre IP-Adresse in keine Datei.
    Nach falschen Passwörtern und ungültigen Links zählt es Fehlversuche je IP-Adresse. Die Zählung gilt zehn Minuten. Sie steht nur im Arbeitsspeicher.
privacy-notice-booking = Wenn Sie einen Platz buchen
privacy-notice-booking-text = Dann speichern wir:
privacy-notice-booking-list =
    Ihren Namen
    Ihre E-Mail-Adresse, Ihre Telefonnummer oder beides
    ein Kennzeichen aus der E-Mail-Adresse oder Telefonnummer, damit niemand zu viele Plätze bucht
    die Zahl der Plätze und, wenn Sie möchten, die Namen Ihrer Begleitung
    Ihre Antworten auf Fragen der Veranstaltung
    Ihre Nachricht an uns, wenn Sie eine schreiben
    Sprache, Zeitpunkt und Weg der Buchung
    jede Änderung mit Zeitpunkt, zum Beispiel Absage, Warteliste oder Besuch, und wer sie eintrug
privacy-notice-booking-need = Wir brauchen das, um Ihren Platz zu vergeben und Sie zu erreichen. Ohne Namen und ohne E-Mail-Adresse oder Telefonnummer können Sie online nicht buchen. Was freiwillig ist, steht am Feld. Bitte schreiben Sie nichts über Krankheiten. Die Warteliste rückt nach festen Regeln nach. Profile bilden wir nicht.
privacy-notice-mail = Wenn Sie E-Mails von uns bekommen
privacy-notice-mail-text = Wir schreiben Ihnen nur zu Ihren Anmeldungen. Unsere E-Mails sind reiner Text und melden nicht, ob Sie sie öffnen. Darin steht ein Link zu Ihrer Anmeldung. Wer diesen Link hat, kann sie sehen und ändern. Geben Sie ihn deshalb nicht weiter. Nach dem Versand leert das Programm den Versandauftrag.
privacy-notice-staff = Wenn Sie hier arbeiten
privacy-notice-staff-text = Für das Team speichern wir Name, E-Mail-Adresse, Rolle und einen Prüfwert des Passworts. Beim Anmelden setzen wir ein Cookie. Es enthält nur eine Zufallsfolge. Nach { $hours } Stunden ohne Nutzung gilt es nicht mehr, spätestens nach { $days } Tagen.
privacy-notice-basis = Rechtsgrundlage
privacy-notice-basis-text = Der Hub erfüllt eine öffentliche Aufgabe. Dafür verarbeiten wir Anmeldungen nach Artikel 6 Absatz 1 Buchstabe e DSGVO. Schließen Sie mit uns einen Vertrag, gilt Buchstabe b. Das Cookie für das Team ist unbedingt nötig (§ 25 Absatz 2 Nummer 2 TDDDG).
privacy-notice-basis-open = Der Hub muss diese Grundlagen noch prüfen und das Landesrecht ergänzen.
privacy-notice-seen = Wer Ihre Angaben sieht
privacy-notice-seen-list =
    das angemeldete Team dieses Hubs
    Menschen, die den Server betreuen, soweit ihre Arbeit es erfordert
    die Mailserver, über die unsere E-Mails zu Ihnen gelangen
    kein anderer Hub, auch nicht auf demselben Server
    Der Link zu einer Online-Veranstaltung führt zu einem anderen Anbieter. Dort gelten dessen Regeln.
privacy-notice-kept = Wie lange wir Angaben behalten
privacy-notice-kept-line = { $name }: { $period }. Danach bleibt: { $remains }.
privacy-notice-kept-more =
    Das Programm löscht in der Nacht nach dieser Frist von selbst.
    Eine Absage allein löscht Ihre Angaben nicht.
    Auf Ihren Wunsch löscht der Hub sie früher.
privacy-notice-kept-ask = Bitten Sie uns darum am Telefon, per E-Mail oder per Post. Nennen Sie Ihren Namen und die Veranstaltung.
privacy-notice-rights = Ihre Rechte
privacy-notice-rights-text = Sie können von uns verlangen:
privacy-notice-rights-list =
    Auskunft über Ihre Angaben (Artikel 15 DSGVO)
    Berichtigung falscher Angaben (Artikel 16)
    Löschung (Artikel 17) oder eingeschränkte Nutzung (Artikel 18)
    eine Datei mit Ihren Angaben, soweit ein Vertrag die Grundlage ist (Artikel 20)
    Ende der Nutzung, wenn Sie aus persönlichen Gründen widersprechen (Artikel 21)
privacy-notice-complaint = Sie sind nicht einverstanden? Beschweren Sie sich bei der für Ihr Bundesland zuständigen Aufsichtsbehörde für den Datenschutz (Artikel 77).
privacy-notice-controller = Verantwortliche Stelle
privacy-notice-officer = Datenschutzbeauftragte oder Datenschutzbeauftragter
privacy-notice-provider = Den Server betreut:
privacy-notice-backups = In Sicherungskopien stehen gelöschte Angaben, bis die Kopie selbst gelöscht wird.
privacy-notice-backups-days = In Sicherungskopien stehen gelöschte Angaben noch bis zu { $count } Tage.
privacy-missing-controller = Verantwortliche Stelle mit Anschrift: noch einzutragen
privacy-missing-officer = Datenschutzbeauftragte oder Datenschutzbeauftragter: noch einzutragen
privacy-missing-law = Rechtsgrundlage mit Landesrecht: noch zu prüfen
privacy-missing-provider = Betreiber des Servers und dessen Protokolle: noch einzutragen
privacy-missing-authority = Name der Aufsichtsbehörde: noch einzutragen
privacy-missing-backups = Aufbewahrung der Sicherungskopien: noch einzutragen

privacy-title = Datenschutz
privacy-saved = Gespeichert. Die Datenschutzerklärung sagt es ab jetzt genauso.
privacy-missing-title = In der Datenschutzerklärung fehlt noch:
privacy-periods = Wie lange etwas bleibt
privacy-periods-change = Fristen ändern
privacy-periods-text = Ist die Frist vorbei, löscht das Programm in der nächsten Nacht. Die Datenschutzerklärung ändert sich mit.
privacy-periods-hint = Tage { $since }, von { $least } bis { $most }
privacy-periods-flaw = { $name }: Geben Sie eine Zahl von { $least } bis { $most } ein
privacy-periods-save = Fristen speichern
privacy-back = Zurück zum Datenschutz
privacy-no-night = Gelöscht wird jede Nacht zwischen 2 und 5 Uhr. Die erste Nacht steht noch aus.
privacy-last-night = Zuletzt gelöscht: { $day }, { $time }
privacy-what = Was
privacy-how-long = Wie lange
privacy-last = Letzte Nacht
privacy-total = Insgesamt
privacy-papers = Seiten und Papiere
privacy-to-notice = Datenschutzerklärung
privacy-to-notice-text = Die öffentliche Seite. Sie entsteht aus diesen Fristen und Ihren Angaben.
privacy-details = Angaben des Hubs
privacy-details-text = Was nur Sie wissen: wer verantwortlich ist, wen man fragt, wer den Server betreut.
privacy-details-enter = Jetzt eintragen
privacy-details-save = Angaben speichern
privacy-details-controller-hint = Name, Anschrift, Telefon und E-Mail, zum Beispiel der Stadtverwaltung
privacy-details-officer-hint = Wie man sie oder ihn erreicht; ein Name ist nicht nötig
privacy-details-law = Landesrecht
privacy-details-law-hint = Ein Satz mit Gesetz und Paragraf, auf den sich Ihre Aufgabe stützt
privacy-details-provider = Betreiber des Servers
privacy-details-provider-hint = Name und Anschrift; was dessen Webserver aufzeichnet und wie lange
privacy-details-authority = Aufsichtsbehörde
privacy-details-authority-hint = Name und Anschrift der Behörde, bei der man sich beschweren kann
privacy-details-backups = Sicherungskopien
privacy-details-backups-hint = Nach wie vielen Tagen Ihre älteste Kopie gelöscht wird
privacy-details-long = { $name }: Kürzen Sie den Text auf 1.000 Zeichen
privacy-details-days-flaw = Sicherungskopien: Geben Sie eine Zahl von 1 bis { $most } ein
privacy-entry-about = Fristen, Auskunft und Löschung, Datenschutzerklärung und Papiere
privacy-entry-lacking = { $count ->
    [one] 1 Angabe fehlt
   *[other] { $count } Angaben fehlen
}
privacy-entry-whole = Vollständig

privacy-people = Auskunft und Löschung
privacy-people-text = Jemand möchte wissen, was über ihn oder sie gespeichert ist, oder möchte gelöscht werden.
privacy-people-search = Name, E-Mail-Adresse oder Telefonnummer
privacy-people-nobody = Unter diesen Angaben ist nichts gespeichert. Versuchen Sie auch die Telefonnummer oder nur den Nachnamen.
privacy-people-which = Wählen Sie nur, was sicher zu dieser Person gehört. Lassen Sie sich im Zweifel den Code aus der Bestätigung nennen.
privacy-people-none-chosen = Wählen Sie mindestens eine Anmeldung aus
privacy-people-report = Auskunft zeigen
privacy-people-file = Als Datei (JSON)
privacy-people-erase = Löschen …
privacy-people-erased = Gelöscht. Was davon für die Statistik zählt, bleibt ohne Namen.
privacy-people-nothing = Es war schon alles gelöscht.
privacy-log = Bisherige Auskünfte und Löschungen
privacy-log-text = Zum Nachweis. Hier steht nicht, um wen es ging.
privacy-log-report = { $day }: Auskunft über { $count ->
    [one] 1 Anmeldung
   *[other] { $count } Anmeldungen
}, { $by }
privacy-log-erasure = { $day }: { $count ->
    [one] 1 Anmeldung
   *[other] { $count } Anmeldungen
} gelöscht, davon { $cancelled } vorher abgesagt, { $by }
privacy-report = Auskunft über gespeicherte Daten
privacy-report-made = Stand { $day }, { $hub }
privacy-report-print = Diese Seite können Sie drucken und aushändigen (Artikel 15 DSGVO).
privacy-report-why = Wozu, für wen und wie lange
privacy-report-origin = Die Angaben stammen von der Person selbst oder von jemandem, der für sie gebucht hat. Nichts davon entscheidet das Programm allein; Profile gibt es nicht.
privacy-report-state = Stand
privacy-report-name = Name
privacy-report-email = E-Mail-Adresse
privacy-report-phone = Telefonnummer
privacy-report-seats = Plätze
privacy-report-companions = Begleitung
privacy-report-answers = Antworten
privacy-report-note = Nachricht
privacy-report-code = Code
privacy-report-language = Sprache
privacy-report-history = Verlauf
privacy-report-rated = Bewertung des Anmeldens
privacy-report-rated-once = abgegeben; was bewertet wurde, ist nicht gespeichert
privacy-report-mails = E-Mails
privacy-report-mails-count = { $count ->
    [one] 1 E-Mail vermerkt
   *[other] { $count } E-Mails vermerkt
}
privacy-record-purpose = Zweck
privacy-record-basis = Rechtsgrundlage
privacy-record-recipients = Wer es sieht
privacy-record-remains = Was danach bleibt
privacy-erasure = Daten löschen
privacy-erasure-upcoming = { $count ->
    [one] 1 Anmeldung gilt noch. Sie wird zuerst abgesagt.
   *[other] { $count } Anmeldungen gelten noch. Sie werden zuerst abgesagt.
}
privacy-erasure-upcoming-text = Der Platz wird frei. Wer eine E-Mail-Adresse angegeben hat, bekommt noch eine Absage. Das lässt sich nicht zurücknehmen.
privacy-erasure-cancels = Wird abgesagt
privacy-erasure-text = Gelöscht werden Name, Kontakt, Begleitung, Antworten, Nachricht, Code, Verlauf und E-Mails. Die Zahl der Plätze bleibt für die Statistik.
privacy-erasure-restore = Spielen Sie eine ältere Sicherung ein, löschen Sie bitte noch einmal.
privacy-erasure-do = Endgültig löschen
privacy-erasure-do-cancel = Absagen und endgültig löschen
privacy-erasure-keep = Nicht löschen

privacy-paper-open = noch einzutragen
privacy-paper-missing = Bevor Sie drucken, fehlt noch:
privacy-to-record-text = Zum Drucken, nach Artikel 30 DSGVO.
privacy-to-annex-text = Zum Drucken, für den Vertrag mit dem Betreiber des Servers: technische und organisatorische Maßnahmen.
privacy-record = Verzeichnis der Verarbeitungstätigkeiten
privacy-record-lede = Nach Artikel 30 Absatz 1 DSGVO. Das Programm schreibt es aus derselben Tabelle, nach der es löscht.
privacy-record-who = Wer verantwortlich ist
privacy-record-people = Wen es betrifft
privacy-record-fields = Welche Angaben
privacy-record-abroad = Drittland
privacy-record-abroad-none = keine Übermittlung durch das Programm
privacy-record-measures = Technische und organisatorische Maßnahmen
privacy-record-measures-text = Siehe die Anlage zum Vertrag über die Auftragsverarbeitung (Artikel 32 DSGVO).
privacy-annex = Anlage zur Auftragsverarbeitung
privacy-annex-lede = Nach Artikel 28 und 32 DSGVO: was verarbeitet wird und wie das Programm es schützt. Was der Betreiber des Servers selbst tut, ergänzt er am Ende.
privacy-annex-subject = Gegenstand, Art und Zweck
privacy-annex-subject-list =
    Betrieb der Website des Hubs: Programm, Anmeldungen, Wartelisten, E-Mails dazu, Arbeit des Teams
    Dauer: solange der Hub das Programm nutzt
    Speichern, Anzeigen, Versenden per E-Mail, Löschen nach Fristen
    Der Hub entscheidet; der Betreiber handelt auf seine Weisung.
privacy-annex-data = Angaben und betroffene Menschen
privacy-annex-access = Wer hineinkommt (Vertraulichkeit)
privacy-annex-access-list =
    Nur wer ein Konto mit einer Rolle in diesem Hub hat, sieht Angaben. Es gibt die Rollen Helferin, Mitarbeit, Leitung und IT-Betrieb.
    Helferinnen sehen nur die Listen des Tages und keinen Kontakt.
    Passwörter haben mindestens 12 Zeichen und sind nur als Prüfwert gespeichert (argon2id).
    Eine Sitzung endet nach { $hours } Stunden ohne Nutzung, spätestens nach { $days } Tagen. Gespeichert ist nur ihr Prüfwert.
    Wiederholte Fehlversuche werden gebremst, je Konto und je Netz.
    Links zur eigenen Anmeldung sind signiert und nicht zu erraten.
    Formulare gelten nur von eigenen Seiten. Seiten laden nichts von anderen Servern.
privacy-annex-apart = Getrennt von anderen (Mandanten, Zweck)
privacy-annex-apart-list =
    Jede Abfrage nennt den Hub. Auf PostgreSQL prüft die Datenbank das ein zweites Mal je Zeile.
    Adressen und Protokolle enthalten keine Namen, keine E-Mail-Adressen und keine IP-Adressen.
    Statistik zählt ohne Namen.
privacy-annex-whole = Unverfälscht (Integrität)
privacy-annex-whole-list =
    Jede Änderung ist ganz geschehen oder gar nicht. Bestätigt wird erst, wenn sie sicher gespeichert ist.
    Jede Anmeldung hat einen Verlauf mit Zeitpunkt und mit der Person, die etwas eintrug.
    nabe check prüft, ob Zähler und Anmeldungen übereinstimmen.
privacy-annex-there = Verfügbar und wiederherstellbar
privacy-annex-there-list =
    Sicherungen im laufenden Betrieb in eine geprüfte Datei (nabe backup)
    Wiederherstellung weist beschädigte Dateien ab und sendet keine E-Mail doppelt (nabe restore).
    Nach einem Absturz geht nichts verloren, was bestätigt war.
privacy-annex-gone = Gelöscht wird (Speicherbegrenzung)
privacy-annex-help = Hilfe bei Anfragen
privacy-annex-help-list =
    Die Leitung des Hubs findet alle Angaben zu einer Person, gibt sie als Seite oder Datei aus und löscht sie.
    Jede Auskunft und Löschung wird vermerkt, ohne zu nennen, um wen es ging.
    Im eingebauten Datenspeicher wird Gelöschtes überschrieben.
privacy-annex-open = Ergänzt der Betreiber des Servers
privacy-annex-open-list =
    Gebäude, Zutritt, Strom, Brandschutz: ……
    Verschlüsselte Verbindung (TLS) und Protokolle des Webservers mit Frist: ……
    Verschlüsselung der Datenträger: ……
    Ort und Frist der Sicherungen: ……
    Aktualisierungen des Betriebssystems und des Programms: ……
    Menschen mit Zugang zum Server, Verpflichtung auf Vertraulichkeit: ……
    Weitere Auftragsverarbeiter, zum Beispiel der Mailserver: ……
    Meldung von Verletzungen des Datenschutzes, Frist und Weg: ……
    Ort, Datum, Unterschriften: ……
privacy-people-barrier = Gemeldete Barriere vom { $day }
privacy-people-contact = Ansprechperson von { $organisation }
privacy-people-nameless = Ohne Namen
privacy-report-contact = Kontakt
privacy-report-place = Ort
