hub-overview-text = Alles, was { $hub } selbst einstellt. Was Sie sichern, steht sofort auf den öffentlichen Seiten.
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

hub-welcome = Begrüßung und Partner
hub-welcome-about = Was auf der Startseite zuerst und zuletzt steht
hub-welcome-text = Damit beginnt und endet die Startseite.
hub-welcome-none = Begrüßung fehlt
hub-welcome-set = { $count ->
    [0] Begrüßung steht
    [one] Begrüßung und 1 Partner
   *[other] Begrüßung und { $count } Partner
}
hub-welcome-claim = Bis zu drei kurze Zeilen in großer Schrift
hub-welcome-claim-hint = Jede in einer eigenen Zeile, zum Beispiel: Kommen. Fragen. Machen. Ohne sie steht dort der Name.
hub-welcome-text-field = Begrüßung
hub-welcome-text-hint = Zwei Sätze: was man hier tun kann und für wen es ist.
hub-welcome-partners = Wer den Hub trägt
hub-welcome-partners-hint = Eine Zeile je Partner. Nach einem Doppelpunkt darf ein halber Satz stehen: Stadt Musterstadt: stellt das Haus
hub-welcome-flaw-claim = Höchstens drei Zeilen mit je { $count } Zeichen. Kürzen Sie den Text.
hub-welcome-flaw-partners = Höchstens { $count } Partner. Kürzen Sie die Liste.
