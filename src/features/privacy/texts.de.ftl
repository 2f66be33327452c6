privacy-notice-lede = Sie können alles lesen, ohne etwas über sich zu sagen. Angaben brauchen wir erst, wenn Sie einen Platz buchen.
privacy-notice-who = Wer Ihre Fragen beantwortet
privacy-notice-who-text = { $hub } beantwortet Fragen zu Ihren Daten:
privacy-notice-reading = Wenn Sie nur lesen
privacy-notice-reading-list =
    Wir setzen keine Cookies. Auch zum Buchen brauchen Sie keine.
    Wir verfolgen Sie nicht und erstellen keine Statistik über Sie.
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
